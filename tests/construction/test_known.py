"""What was known of a case on a day: each kind of fact before its day and on it; nothing later changes a day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from types import NoneType
from typing import Any, Final, get_args

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gxinjury.construction import (
    Accident,
    BenefitFacts,
    Contract,
    DelayFiling,
    NameChange,
    Payment,
    PriceChange,
    ProjectCase,
    RosterChange,
    RosterChangeKind,
    TermChange,
    Warranty,
    WorkStoppage,
    obligations,
)
from gxinjury.construction.known import as_of
from gxinjury.determination import DatedCost, Exclusion, ExclusionReason
from gxinjury.extra.strategies import days, laws, project_cases
from gxinjury.law import LAW, Law
from gxinjury.law.readings import DelayFilingDay, ExtendedTerm, OnSiteUnlisted, ReportClock
from gxinjury.periods import Period, china_day
from tests.bad_input import NOT_DAYS, refused

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
DAY: Final = date(2016, 3, 10)
NEXT: Final = date(2016, 3, 11)
AT: Final = datetime.fromisoformat("2016-03-01T09:00+08:00")
LATER_AT: Final = datetime.fromisoformat("2016-03-11T00:00+08:00")
ADD: Final = RosterChangeKind.ADD


def case(**facts: Any) -> ProjectCase:  # noqa: ANN401  (any fact)
    """Return a project with some facts."""
    return ProjectCase(CONTRACT, **facts)


def hurt(**facts: Any) -> ProjectCase:  # noqa: ANN401  (any fact)
    """Return a project with an accident of 2016-03-01."""
    return case(accidents=[Accident("李四", AT, work_cause=True, on_site=False, **facts)])


LATER: Final[dict[str, tuple[ProjectCase, ProjectCase]]] = {
    **{
        name: (case(**{name: NEXT}), case())
        for name in (
            "started_on",
            "completed_on",
            "accepted_on",
            "funded_on",
            "budgeted_on",
            "permit_papers_on",
            "posted_on",
            "told_on",
        )
    },
    "payments": (case(payments=[Payment(amount=1, paid_on=NEXT)]), case()),
    "price_changes": (case(price_changes=[PriceChange(amount=1, agreed_on=NEXT)]), case()),
    "term_changes": (case(term_changes=[TermChange(completion=date(2016, 12, 31), agreed_on=NEXT)]), case()),
    "stoppages": (case(stoppages=[WorkStoppage(first=NEXT)]), case()),
    "stoppages, the last day": (
        case(stoppages=[WorkStoppage(first=DAY, last=NEXT, reason="资金未到位")]),
        case(stoppages=[WorkStoppage(first=DAY, reason="资金未到位")]),
    ),
    "delay": (case(delay=DelayFiling(filed_on=NEXT, acceptance_period_ends=date(2016, 9, 30))), case()),
    "warranty, its filing": (
        case(warranty=Warranty(filed_on=NEXT, roster_reported_on=DAY, ends=date(2018, 6, 30))),
        case(warranty=Warranty(filed_on=None, roster_reported_on=DAY, ends=date(2018, 6, 30))),
    ),
    "warranty, its roster": (
        case(warranty=Warranty(filed_on=DAY, roster_reported_on=NEXT, ends=date(2018, 6, 30))),
        case(warranty=Warranty(filed_on=DAY, roster_reported_on=None, ends=date(2018, 6, 30))),
    ),
    "roster": (case(roster=[RosterChange("张三", ADD, NEXT, happened_on=DAY)]), case()),
    "name_changes": (case(name_changes=[NameChange("新名", changed_on=NEXT, reported_on=NEXT)]), case()),
    "name_changes, the document": (
        case(name_changes=[NameChange("新名", changed_on=DAY, document_on=NEXT, reported_on=NEXT)]),
        case(name_changes=[NameChange("新名", changed_on=DAY)]),
    ),
    "name_changes, only reported": (case(name_changes=[NameChange("新名", reported_on=NEXT)]), case()),
    "name_changes, only the document": (case(name_changes=[NameChange("新名", document_on=NEXT)]), case()),
    "accidents": (case(accidents=[Accident("李四", LATER_AT, work_cause=True, on_site=True)]), case()),
    **{name: (hurt(**{name: LATER_AT}), hurt()) for name in ("reported_at", "known_at")},
    **{
        name: (hurt(**{name: NEXT}), hurt())
        for name in ("employer_filed_on", "others_filed_on", "determined_on", "assessed_on")
    },
    "an application accepted": (hurt(employer_filed_on=DAY, accepted_on=NEXT), hurt(employer_filed_on=DAY)),
    "costs": (hurt(costs=[DatedCost(amount=1, incurred_on=NEXT)]), hurt()),
    "excluded": (hurt(excluded=[Exclusion(Period(NEXT, NEXT), ExclusionReason.LABOUR_DISPUTE)]), hurt()),
    "excluded, its end": (
        hurt(excluded=[Exclusion(Period(DAY, date(2016, 9, 30)), ExclusionReason.LABOUR_DISPUTE)]),
        hurt(excluded=[Exclusion(Period(DAY, DAY), ExclusionReason.LABOUR_DISPUTE)]),
    ),
    "shown_on": (hurt(shown_on=NEXT), hurt()),
    "benefits": (hurt(benefits=BenefitFacts()), hurt()),
}
"""Each kind of fact on the day after: the case, and what is known of it the day before."""


class TestAsOf:
    """A case as it was known when a day ended."""

    @pytest.mark.parametrize("name", LATER)
    def test_what_comes_a_day_later_is_not_there(self, name: str) -> None:
        """On the day before it is left out; on its own day it is there."""
        whole, known = LATER[name]
        assert as_of(whole, DAY) == known
        if name == "benefits":
            return
        assert as_of(whole, date(2016, 9, 30)) == whole
        if name != "excluded, its end":
            assert as_of(whole, NEXT) == whole

    def test_a_moment_belongs_to_its_day_in_china(self) -> None:
        """A minute before midnight in China it is still the day before."""
        before = datetime.fromisoformat("2016-03-10T15:59+00:00")
        assert as_of(hurt(reported_at=before), DAY) == hurt(reported_at=before)
        assert as_of(hurt(reported_at=before + timedelta(minutes=1)), DAY) == hurt()

    def test_what_was_agreed_keeps_the_days_it_names(self) -> None:
        """Contract, papers and warranty name days to come; a report tells the day of a change ahead."""
        told = case(
            delay=DelayFiling(filed_on=DAY, acceptance_period_ends=date(2016, 9, 30)),
            warranty=Warranty(filed_on=None, roster_reported_on=None, ends=date(2018, 6, 30)),
            term_changes=[TermChange(completion=date(2016, 12, 31), agreed_on=DAY)],
            roster=[RosterChange("张三", ADD, DAY, happened_on=NEXT)],
            name_changes=[NameChange("新名")],
        )
        assert as_of(told, DAY) == told

    def test_every_fact_that_happens_is_here(self) -> None:
        """A field whose name says that something happened has a row above, of the case and of what is in it."""
        kinds = (ProjectCase, Accident, NameChange, Warranty)
        happens = {
            field.name
            for kind in kinds
            for field in attrs.fields(kind)
            if field.name.endswith(("_on", "_at")) and NoneType in get_args(field.type)
        }
        # Within a warranty, a changed name and an application they stand under what they are of.
        under = {"filed_on", "roster_reported_on", "document_on", "changed_on", "reported_on", "accepted_on"}
        assert happens - under <= set(LATER)

    def test_what_is_no_case(self) -> None:
        """Case and day are what they say."""
        with refused("as_of", "case", "must be of type ProjectCase"):
            as_of(CONTRACT, DAY)  # type: ignore[arg-type]  # to see it refused

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_what_is_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (anything)
        """The day is a day."""
        with refused("as_of", "day", rule):
            as_of(case(), value)

    @settings(max_examples=60)
    @given(project_cases(), days(date(2014, 1, 1), date(2021, 1, 1)), st.integers(0, 900))
    def test_knowing_twice_is_knowing_once(self, whole: ProjectCase, day: date, after: int) -> None:
        """What was known of what is known later is what was known."""
        assert as_of(as_of(whole, day + timedelta(days=after)), day) == as_of(whole, day)
        assert as_of(whole, day + timedelta(days=20_000)) == attrs.evolve(
            whole,
            accidents=[attrs.evolve(one, benefits=None) for one in whole.accidents],
            diseases=[attrs.evolve(one, benefits=None) for one in whole.diseases],
        )


def _without(record: Any, later: Callable[[Any], bool], *names: str) -> Any:  # noqa: ANN401  (any record)
    return attrs.evolve(record, **{name: None for name in names if later(getattr(record, name))})


def cut_off(whole: ProjectCase, day: date) -> ProjectCase:
    """Return a case without what happened after a day, taken out field by field, by hand.

    What the roster reports later of a change that had happened is moved to a day long after: it happened all the same.
    """

    def later(value: date | datetime | None) -> bool:
        return value is not None and (china_day(value) if isinstance(value, datetime) else value) > day

    def accident(one: Accident) -> Accident:
        names = ("reported_at", "known_at", "employer_filed_on", "others_filed_on", "accepted_on", "determined_on")
        ended = [
            Exclusion(Period(each.period.first, min(each.period.last or day, day)), each.reason)
            for each in one.excluded
            if not later(each.period.first)
        ]
        kept = attrs.evolve(one, excluded=ended, costs=[each for each in one.costs if not later(each.incurred_on)])
        return _without(kept, later, *names, "assessed_on")  # type: ignore[no-any-return]  # the same kind

    def change(one: RosterChange) -> RosterChange:
        return attrs.evolve(one, reported_on=date(2199, 1, 1)) if later(one.reported_on) else one

    names = [
        _without(one, later, "changed_on", "document_on", "reported_on")
        for one in whole.name_changes
        if not all(later(each) for each in (one.changed_on, one.document_on, one.reported_on) if each is not None)
    ]
    cut = attrs.evolve(
        whole,
        payments=[one for one in whole.payments if not later(one.paid_on)],
        price_changes=[one for one in whole.price_changes if not later(one.agreed_on)],
        term_changes=[one for one in whole.term_changes if not later(one.agreed_on)],
        stoppages=[one for one in whole.stoppages if not later(one.first)],
        delay=None if whole.delay is None or later(whole.delay.filed_on) else whole.delay,
        warranty=whole.warranty and _without(whole.warranty, later, "filed_on", "roster_reported_on"),
        roster=[change(one) for one in whole.roster if not later(one.reported_on) or not later(one.happened_on)],
        accidents=[accident(one) for one in whole.accidents if not later(one.happened_at)],
        name_changes=names,
    )
    happened = ("started_on", "completed_on", "accepted_on", "funded_on", "budgeted_on", "permit_papers_on")
    return _without(cut, later, *happened, "posted_on", "told_on")  # type: ignore[no-any-return]  # likewise


LONG_AFTER: Final = date(2100, 1, 1)
MORE: Final[dict[str, dict[str, Any]]] = {
    "payments": {"payments": Payment(amount=10**9, paid_on=LONG_AFTER)},
    "price_changes": {"price_changes": PriceChange(amount=1, agreed_on=LONG_AFTER)},
    "term_changes": {"term_changes": TermChange(completion=date(2150, 1, 1), agreed_on=LONG_AFTER)},
    "stoppages": {"stoppages": WorkStoppage(first=LONG_AFTER)},
    "roster": {"roster": RosterChange("张三", ADD, LONG_AFTER, happened_on=LONG_AFTER)},
    "name_changes": {"name_changes": NameChange("新名", changed_on=LONG_AFTER)},
    "accidents": {
        "accidents": Accident("李四", datetime.fromisoformat("2100-01-01T09:00+08:00"), work_cause=True, on_site=True)
    },
}


@pytest.mark.clause("NN-1.1.5", "NN-1.3.2", "NN-1.3.3", "NN-3.1.1", "NN-4.1")
class TestNothingLaterChangesADay:
    """Every duty on a day uses only what had happened by that day."""

    ASKED: Final = (ExtendedTerm, DelayFilingDay, OnSiteUnlisted, ReportClock)

    @settings(max_examples=100)
    @given(project_cases(), st.data(), laws(*ASKED))
    def test_the_whole_case_says_what_its_past_says(self, whole: ProjectCase, data: st.DataObject, law: Law) -> None:
        """The case cut off on a day, by hand, has the same duties on it as the whole case."""
        # A premium that rounds to nothing is complete unpaid, until somebody pays something all the same.
        assume(whole.contract.price >= 100)
        first, last = whole.contract.commencement, whole.contract.completion
        on = data.draw(days(max(date(2014, 1, 1), first - timedelta(days=90)), last + timedelta(days=400)))
        assert obligations(whole, on=on, law=law) == obligations(cut_off(whole, on), on=on, law=law)

    @pytest.mark.parametrize("name", LATER)
    def test_each_kind_of_fact(self, name: str) -> None:
        """What happens a day later changes nothing on the day before, whatever it is."""
        whole, known = LATER[name]
        if name == "roster":
            # That it happened was known; only that it was reported was not.
            known = case(roster=[RosterChange("张三", ADD, LONG_AFTER, happened_on=DAY)])
        paid: dict[str, Any] = {"payments": [Payment(amount=130_000, paid_on=date(2015, 10, 8)), *whole.payments]}
        before: dict[str, Any] = {"payments": [Payment(amount=130_000, paid_on=date(2015, 10, 8)), *known.payments]}
        for law in (LAW, LAW.reading(ExtendedTerm.AS_AGREED)):
            for day in (DAY, date(2015, 12, 1)):
                assert obligations(attrs.evolve(whole, **paid), on=day, law=law) == obligations(
                    attrs.evolve(known, **before), on=day, law=law
                )

    @pytest.mark.parametrize("name", MORE)
    @settings(max_examples=10)
    @given(project_cases(), days(date(2015, 1, 1), date(2021, 1, 1)))
    def test_another_one_long_after(self, name: str, whole: ProjectCase, on: date) -> None:
        """One more of a kind, long after, is in no list before it."""
        ((field, one),) = MORE[name].items()
        added: dict[str, Any] = {field: (*getattr(whole, field), one)}
        more = attrs.evolve(whole, **added)
        assert obligations(more, on=on) == obligations(whole, on=on)
