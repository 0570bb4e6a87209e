"""The one record that page and JSON are made from."""

from datetime import date
from typing import Any, Final

import pytest

from gxinjury.codec import FileError
from gxinjury.construction import CoverState
from gxinjury.explanations import StepKind, explain
from gxinjury.extra.cases.answers import CaseAnswer, assess_case, obligations_of
from gxinjury.extra.cases.reading import structure_case
from gxinjury.law import LAW, Law
from gxinjury.law.readings import CoverFrom
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry

CONTRACT: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
PAID: Final = [{"amount": 130_000, "paid_on": "2015-10-08"}]


def answer(**sections: object) -> CaseAnswer[Any]:
    """Return the answer to a case with a sound contract."""
    return assess_case(structure_case({"contract": CONTRACT, **sections}))


@pytest.mark.clause("NN-1.3.1")
def test_windows() -> None:
    """Day by day without a gap from the first covered day on; none while nothing is paid."""
    windows = answer(payments=PAID, progress={"accepted_on": "2016-06-30"}).windows
    assert [(one.state, one.days.first, one.days.last) for one in windows] == [
        (CoverState.COVERED, date(2015, 10, 8), date(2016, 6, 30)),
        (CoverState.NOT_COVERED, date(2016, 7, 1), None),
    ]
    assert [[str(clause) for clause in one.clauses] for one in windows] == [["NN-1.3.1"], []]
    assert answer().windows == ()


def test_readings_taken() -> None:
    """Each once, with its other members; only the one asked for departs."""
    parts = [{"amount": 65_000, "paid_on": day} for day in ("2015-10-07", "2015-10-08")]
    found = answer(payments=parts, law={"readings": {"cover_from": "FIRST_PAYMENT"}})
    assert [one.reading for one in found.readings if one.departs] == [CoverFrom.FIRST_PAYMENT]
    assert len({type(one.reading) for one in found.readings}) == len(found.readings)
    [taken] = [one for one in found.readings if one.departs]
    assert {*taken.others, taken.reading} == set(CoverFrom)


def test_cautions_are_not_readings() -> None:
    """How the texts were read stands by itself."""
    found = answer(payments=PAID)
    assert found.readings
    assert all(one.kind is not StepKind.READING for one in found.cautions)


def test_figures() -> None:
    """Those that the answer rests on, in their order, with the last day through which each was verified."""
    found = answer(payments=PAID).verified_through
    assert list(found) == sorted(found)
    assert "project_premium_rate" in found
    assert "nanning_on_post" not in found


def test_a_figure_is_verified_as_the_value_used_is() -> None:
    """Not as another value of the same figure: one that needs no verifying says so, beside one that was verified."""
    notice = {"name": "project_premium_rate", "value": "1.0‰", "first": "2016-01-02", "source": "某市2016年通知"}
    kept = answer(payments=PAID, law={"figures": [notice]})
    paid_later = [{"amount": "100000", "paid_on": "2016-02-01"}]
    assert kept.verified_through["project_premium_rate"] == date(2020, 5, 31)
    later = answer(payments=paid_later, law={"figures": [notice]})
    assert later.verified_through["project_premium_rate"] is None


@pytest.mark.filterwarnings("ignore")
def test_a_figure_is_verified_as_the_value_verified_least() -> None:
    """Of several values used the earliest day; none where nobody says."""
    law = LAW
    for year in (2016, 2017, 2018):
        entry = Entry(date(year, 1, 2), Rate.per_mille(1), Text("通知", "a notice"), verified_through=date(year, 9, 9))
        law = law.with_figure("project_premium_rate", entry)
    case = answer().file

    def rates(law: Law, years: tuple[int, ...]) -> list[Rate]:
        return [law.project_premium_rate.on(date(year, 3, 1)) for year in years]

    for years, through in (((2017, 2016, 2018), date(2016, 9, 9)), ((2018,), date(2018, 9, 9))):
        reasons = explain(rates, law, years)
        assert CaseAnswer(file=case, reasons=reasons).verified_through == {"project_premium_rate": through}


def test_duties() -> None:
    """The same record, with the day that was asked for and no windows."""
    found = obligations_of(structure_case({"contract": CONTRACT, "payments": PAID}), on=date(2016, 3, 1))
    assert (found.on, found.windows) == (date(2016, 3, 1), ())
    assert found.outcome == found.reasons.outcome


def test_a_refusal_keeps_what_it_is() -> None:
    """Kind, code and clause of what the law has no answer for, as a fault of the whole file."""
    hurt = {"worker": "甲", "happened_at": "2015-10-20T09:00+08:00", "work_cause": True, "on_site": True}
    with pytest.raises(FileError) as caught:
        answer(injuries=[hurt], law={"known_on": "1990-01-01"})
    [fault] = caught.value.faults
    assert (fault.kind, fault.code, str(fault.clause)) == ("not_in_force", "no_value_at_all", "REG-17.1")
    assert fault.path == ()
    assert fault.as_dict()["kind"] == "not_in_force"
