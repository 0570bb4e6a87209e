"""The cover of a project told a second time, one day at a time, and the laws it keeps."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxinjury.construction import Contract, ProjectCover, Warranty, project_cover, project_premium
from gxinjury.explanations import explain
from gxinjury.extra.strategies import (
    ConstructionCase,
    construction_cases,
    days,
    delay_filings,
    laws,
    term_changes,
    warranties,
)
from gxinjury.law import LAW, Law
from gxinjury.law.readings import (
    CompletionForWarranty,
    DelayFilingDay,
    DelayNotFiled,
    ExtendedTerm,
    LateWarrantyFiling,
    WhoIsInProgress,
)
from gxinjury.periods import Period
from tests.construction.oracles import Weekends, agreed_by, expiry_of, filed_in_time, state_on, taken

READINGS: Final = (ExtendedTerm, DelayFilingDay, DelayNotFiled, CompletionForWarranty, LateWarrantyFiling)
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
PAID: Final = date(2015, 10, 8)
ONE_DAY: Final = timedelta(days=1)


@st.composite
def projects(draw: st.DrawFn) -> ConstructionCase:
    """Projects of a few months on which every day lies near another, with nothing kept consistent but acceptance."""
    start = draw(days(date(2015, 2, 1), date(2017, 1, 1)))
    contract = Contract(price=1000, commencement=start, completion=start + draw(st.integers(0, 100)) * ONE_DAY)
    terms = draw(st.just(()) | term_changes(contract))
    about = days(start - 20 * ONE_DAY, contract.completion + 60 * ONE_DAY)
    completed_on, accepted_on = draw(st.none() | about), draw(st.none() | about)
    if completed_on is not None and accepted_on is not None:
        completed_on, accepted_on = min(completed_on, accepted_on), max(completed_on, accepted_on)
    case = ConstructionCase(
        contract=contract,
        paid_on=draw(about),
        term_changes=terms,
        completed_on=completed_on,
        accepted_on=accepted_on,
    )
    # About the contract's own day, or about the last one that was agreed.
    expiry = draw(st.sampled_from([contract.completion, agreed_by(case, date.max)]))
    return attrs.evolve(
        case,
        delay=draw(st.none() | delay_filings(expiry=expiry)),
        warranty=draw(st.none() | warranties(completion=draw(st.sampled_from([expiry, accepted_on or expiry])))),
    )


def _cover(case: ConstructionCase, law: Law, calendar: Weekends | None = None) -> ProjectCover:
    """Return the cover."""
    return project_cover(**case.cover_facts, calendar=calendar, law=law)


def _window(case: ConstructionCase) -> list[date]:
    """Return every day from before the first to after the last that a case names."""
    known = [
        case.paid_on,
        case.contract.commencement,
        case.contract.completion,
        *(change.completion for change in case.term_changes),
        case.accepted_on,
        case.delay.acceptance_period_ends if case.delay else None,
        case.warranty.ends if case.warranty else None,
    ]
    named = [day.toordinal() for day in known if day is not None]
    return [date.fromordinal(ordinal) for ordinal in range(min(named) - 3, max(named) + 4)]


@st.composite
def accepted_projects(draw: st.DrawFn, *, within_term: bool = False) -> ConstructionCase:
    """Projects that are completed and accepted, some or all of them by the contract's expiry."""
    case = draw(projects())
    start = case.contract.commencement
    # In the term under every reading: no papers move it, and no reading lets it run on.
    expiry = min(agreed_by(case, date.max), agreed_by(case, case.paid_on))
    completed_on = draw(days(start, expiry))
    accepted_on = draw(days(completed_on, expiry if within_term else expiry + 60 * ONE_DAY))
    return attrs.evolve(case, completed_on=completed_on, accepted_on=accepted_on)


calendars: Final = st.none() | st.builds(Weekends, known_through=st.integers(2014, 2017))


@pytest.mark.clause("NN-1.3.1", "NN-1.3.2", "NN-1.3.3")
class TestOracle:
    """The cover told a second time, one day at a time."""

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    def test_equals_the_oracle_on_every_day(self, case: ConstructionCase, law: Law, calendar: Weekends | None) -> None:
        """Under every reading each day of a project is what the oracle says of that day."""
        cover = _cover(case, law, calendar)
        assert cover.expiry == expiry_of(case, law)
        for day in _window(case):
            assert cover.state(day) is state_on(day, case, law, calendar), day

    @given(case=construction_cases(), law=laws(*READINGS), data=st.data())
    def test_equals_the_oracle_on_long_projects(self, case: ConstructionCase, law: Law, data: st.DataObject) -> None:
        """The same for projects of years, on a day of each."""
        cover = _cover(case, law)
        for day in data.draw(st.lists(st.sampled_from(_window(case)), min_size=1, max_size=20)):
            assert cover.state(day) is state_on(day, case, law), day


class TestLaws:
    """What holds of every cover."""

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    @pytest.mark.clause("NN-1.3.1")
    def test_periods_are_disjoint_ordered_and_merged(
        self, case: ConstructionCase, law: Law, calendar: Weekends | None
    ) -> None:
        """Covered and unsettled periods come in order with a gap between each, and no day is both."""
        cover = _cover(case, law, calendar)
        for periods in (cover.periods, cover.unsettled):
            for one, other in pairwise(periods):
                assert one.last is not None
                assert one.last + ONE_DAY < other.first
        for covered in cover.periods:
            assert all(covered.overlap(unsettled) is None for unsettled in cover.unsettled)

    @given(case=projects(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.3.1")
    def test_no_day_before_the_payment(self, case: ConstructionCase, law: Law) -> None:
        """Cover never reaches back over the days before the payment."""
        cover = _cover(case, law)
        assert all(period.first >= case.paid_on for period in (*cover.periods, *cover.unsettled))

    @given(case=accepted_projects(), law=laws(*READINGS), later=st.none() | st.integers(1, 90))
    @pytest.mark.clause("NN-1.3.1", "NN-1.3.2")
    def test_accepting_later_never_uncovers_a_day_of_the_works(
        self, case: ConstructionCase, law: Law, later: int | None
    ) -> None:
        """Without a warranty, a later acceptance or none yet keeps every covered day, under every reading."""
        case = attrs.evolve(case, warranty=None)
        assert case.accepted_on is not None
        accepted_on = None if later is None else case.accepted_on + later * ONE_DAY
        sooner = _cover(case, law)
        after = _cover(attrs.evolve(case, accepted_on=accepted_on), law)
        assert all(after.covers(day) for day in _window(case) if sooner.covers(day))

    @given(case=accepted_projects(within_term=True), law=laws(*READINGS), calendar=calendars, data=st.data())
    @pytest.mark.clause("NN-1.3.3")
    def test_accepting_later_within_the_term_never_uncovers_a_day(
        self, case: ConstructionCase, law: Law, calendar: Weekends | None, data: st.DataObject
    ) -> None:
        """With a warranty the same holds as long as the later acceptance still lies in the term.

        Beyond it only the works' own cover is kept: a warranty counted from acceptance begins later then, and the days
        between are those of NN-1.3.2.
        """
        assert case.accepted_on is not None
        accepted_on = data.draw(days(case.accepted_on, min(agreed_by(case, date.max), agreed_by(case, case.paid_on))))
        sooner = _cover(case, law, calendar)
        after = _cover(attrs.evolve(case, accepted_on=accepted_on), law, calendar)
        assert all(after.covers(day) for day in _window(case) if sooner.covers(day))

    @pytest.mark.clause("NN-1.3.3")
    def test_accepting_after_the_term_may_uncover_a_day_of_the_warranty(self) -> None:
        """Why it stops there: filed early, the warranty starts with an acceptance that comes after the expiry."""
        warranty = Warranty(filed_on=date(2016, 7, 5), roster_reported_on=date(2016, 7, 5), ends=date(2018, 6, 30))
        law = LAW.reading(DelayNotFiled.LAPSES)
        in_term, beyond = (
            project_cover(CONTRACT, paid_on=PAID, accepted_on=day, warranty=warranty, law=law)
            for day in (date(2016, 6, 30), date(2016, 7, 20))
        )
        assert in_term.covers(date(2016, 7, 6))
        assert not beyond.covers(date(2016, 7, 6))

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    @pytest.mark.clause("NN-1.3.2", "NN-1.3.3")
    def test_unsettled_only_where_a_text_is_silent(
        self, case: ConstructionCase, law: Law, calendar: Weekends | None
    ) -> None:
        """A day is unsettled after the expiry without papers or end, or where days off are not announced."""
        cover = _cover(case, law, calendar)
        if not cover.unsettled:
            return
        warranty = case.warranty
        completion = {
            CompletionForWarranty.ACCEPTED: case.accepted_on,
            CompletionForWarranty.COMPLETED: case.completed_on,
            CompletionForWarranty.CONTRACTUAL: cover.expiry,
        }[taken(law, CompletionForWarranty)]
        calendar_is_open = (
            warranty is not None
            and warranty.filed_on is not None
            and completion is not None
            and taken(law, LateWarrantyFiling) is LateWarrantyFiling.NO_COVER
            and filed_in_time(warranty.filed_on, completion, calendar) is None
        )
        end_is_open = case.delay is not None and case.delay.acceptance_period_ends is None
        papers_are_open = taken(law, DelayNotFiled) is DelayNotFiled.UNSETTLED and (
            case.accepted_on is None or case.accepted_on > cover.expiry
        )
        assert calendar_is_open or end_is_open or papers_are_open
        if not calendar_is_open:
            assert all(period.first > cover.expiry for period in cover.unsettled)

    @given(case=projects(), data=st.data(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.3.2")
    def test_the_order_of_term_changes_never_matters(
        self, case: ConstructionCase, data: st.DataObject, law: Law
    ) -> None:
        """Changes of the term in any order give the same cover."""
        shuffled = attrs.evolve(case, term_changes=tuple(data.draw(st.permutations(case.term_changes))))
        assert _cover(shuffled, law) == _cover(case, law)

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    def test_explaining_changes_nothing(self, case: ConstructionCase, law: Law, calendar: Weekends | None) -> None:
        """The answer is the same whether it is explained or not."""
        cover = _cover(case, law, calendar)
        assert explain(project_cover, **case.cover_facts, calendar=calendar, law=law).outcome == cover

    @given(case=construction_cases())
    @pytest.mark.clause("NN-1.1.4", "NN-1.3.1")
    def test_who_pays_a_part_is_covered_for_that_part(self, case: ConstructionCase) -> None:
        """Where no term changed, the days paid for in progress are the days covered to the end of the contract."""
        case = attrs.evolve(case, term_changes=(), started_on=None, accepted_on=None, warranty=None, delay=None)
        assume(case.paid_on > case.contract.commencement)
        share = project_premium(**case.premium_facts, law=LAW.reading(WhoIsInProgress.ANY)).initial.share
        [period] = project_cover(**case.cover_facts).periods
        assert period == Period(case.paid_on, case.contract.completion)
        assert period.days == share.part
