"""Sets of readings: each choice departs from the default, is argued in both languages, and is named once."""

from datetime import date

import pytest

from gxinjury import LAW
from gxinjury.construction import Contract, CoverState, project_cover, project_premium
from gxinjury.inquiry import compare
from gxinjury.law.readings import CoverFrom, DelayNotFiled, ElapsedTime, WhoIsInProgress
from gxinjury.law.readings.sets import LITERAL, PROTECTIVE, SETS, STRICT, ReadingSet, laws_by_set
from gxinjury.statutes import default_of

every_set = pytest.mark.parametrize("one", SETS, ids=lambda one: one.name)
CONTRACT = Contract(price=100_000_000, commencement=date(2015, 7, 1), completion=date(2016, 6, 30))


@every_set
def test_a_set_names_what_departs_once(one: ReadingSet) -> None:
    """A set names no default, and no reading twice."""
    kinds = [type(reading) for reading in one.readings]
    assert len(set(kinds)) == len(kinds)
    assert all(reading is not default_of(type(reading)) for reading in one.readings)


@every_set
def test_every_choice_is_argued(one: ReadingSet) -> None:
    """Each choice has an argument of its own, in both languages, that ends as a sentence does."""
    for _, why in one.choices:
        assert why.zh.endswith("。")
        assert why.en.endswith(".")
    assert len({why.en for _, why in one.choices}) == len(one.choices)


@every_set
def test_a_set_keeps_what_it_does_not_name(one: ReadingSet) -> None:
    """A law under a set has the readings of the set, and its own where the set names none."""
    law = one.law(LAW.reading(ElapsedTime.MONTHS))
    assert set(law.readings) == {*one.readings, ElapsedTime.MONTHS}


@every_set
def test_a_set_prints_by_its_name_and_aim(one: ReadingSet) -> None:
    """In a line; its readings, each with its argument, are looked at by themselves."""
    assert repr(one) == f"ReadingSet(name={one.name!r}, aim={one.aim!r})"


def test_the_worker_and_the_fund_do_not_agree() -> None:
    """No member is nearest both to the worker and to the fund."""
    assert not set(PROTECTIVE.readings) & set(STRICT.readings)
    assert CoverFrom.FIRST_PAYMENT in PROTECTIVE.readings
    assert WhoIsInProgress.ANY in PROTECTIVE.readings
    assert len(LITERAL.readings) == len(LITERAL.choices)


@pytest.mark.clause("NN-1.1.4")
def test_one_report_of_a_premium_under_all_sets() -> None:
    """A new start that pays late pays less to the letter and for the worker, and that reading is the cause."""

    def premium(paid_on: date, law: object = LAW) -> object:
        return project_premium(CONTRACT, paid_on=paid_on, law=law).total  # type: ignore[arg-type]  # handed on

    found = compare(premium, {"paid_on": date(2016, 1, 1)}, laws_by_set(LAW))
    assert [str(one.outcome) for one in found] == ["130000.00", "64644.81", "64644.81", "130000.00"]
    assert [cause.parts for place in (1, 2) for cause in found[place].causes] == [(WhoIsInProgress,)] * 2


@pytest.mark.clause("NN-1.3.2")
def test_one_report_of_a_cover_under_all_sets() -> None:
    """After the expiry, without delay papers, the sets part ways over what follows."""

    def state(day: date, law: object = LAW) -> CoverState:
        return project_cover(CONTRACT, paid_on=date(2015, 6, 30), law=law).state(day)  # type: ignore[arg-type]  # handed on

    found = compare(state, {"day": date(2016, 7, 1)}, laws_by_set(LAW))
    outcomes = [CoverState.UNSETTLED, CoverState.UNSETTLED, CoverState.COVERED, CoverState.NOT_COVERED]
    assert [one.outcome for one in found] == outcomes
    assert [cause.parts for one in found for cause in one.causes] == [(DelayNotFiled,), (DelayNotFiled,)]
