"""The calendar of duties: each on the day before, on and after its day, as the case stood on the day asked for."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury.construction import (
    Accident,
    BenefitFacts,
    Contract,
    DelayFiling,
    Duty,
    Holder,
    NameChange,
    Obligation,
    ObligationState,
    OccupationalDisease,
    Payment,
    PriceChange,
    ProjectCase,
    RosterChange,
    RosterChangeKind,
    TermChange,
    Warranty,
    obligations,
)
from gxinjury.construction.duty_states import governs
from gxinjury.construction.enrolment_duties import pays_before_start
from gxinjury.construction.findings import Notes
from gxinjury.determination import Exclusion, ExclusionReason
from gxinjury.explanations import explain
from gxinjury.extra.strategies import days
from gxinjury.law import LAW, Law
from gxinjury.law.readings import (
    CompletionForWarranty,
    DelayFilingDay,
    ExtendedTerm,
    InitialRoster,
    LateWarrantyFiling,
    NameChangeFrom,
    NewStarts,
    OnSiteUnlisted,
    Reduction,
    RemovalEffect,
    ReportClock,
    SupplementInProgress,
)
from gxinjury.money import Rate
from gxinjury.periods import Deadline, Period
from gxinjury.texts import Text
from tests.bad_input import NOT_DAYS, refused
from tests.cases import law_with, rows
from tests.construction.oracles import Weekends

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
LEGACY: Final = Contract(price=100_000_000, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
PAID: Final = (Payment(amount=130_000, paid_on=date(2015, 10, 8)),)
ACCEPTED: Final = date(2016, 6, 30)
ADD, REMOVE = RosterChangeKind.ADD, RosterChangeKind.REMOVE
LONG_AFTER: Final = date(2020, 1, 1)


def moment(text: str) -> datetime:
    """Return a moment in China."""
    return datetime.fromisoformat(f"{text}+08:00")


def hurt(at: str = "2016-03-01T09:00", **facts: Any) -> Accident:  # noqa: ANN401  (any fact)
    """Return an accident of an unlisted worker by a work cause off the site, unless a fact says otherwise."""
    return Accident("李四", moment(at), **{"work_cause": True, "on_site": False, **facts})


def case(contract: Contract = CONTRACT, **facts: Any) -> ProjectCase:  # noqa: ANN401  (any fact)
    """Return a project paid in time and accepted on its last day, unless a fact says otherwise."""
    return ProjectCase(contract, **{"payments": PAID, "accepted_on": ACCEPTED, **facts})


def of(duty: Duty, entries: Iterable[Obligation]) -> list[Obligation]:
    """Return the entries of a duty."""
    return [one for one in entries if one.duty is duty]


def only(
    duty: Duty,
    project: ProjectCase,
    on: date,
    *,
    calendar: Weekends | None = None,
    law: Law = LAW,
) -> Obligation:
    """Return the one entry of a duty on a day."""
    [entry] = of(duty, obligations(project, on=on, calendar=calendar, law=law))
    return entry


@attrs.frozen
class Filed:
    """A duty that was done two days after its day."""

    duty: Duty
    holder: Holder
    clause: str
    project: ProjectCase
    due: date
    done_on: date


FILED: Final = [
    Filed(
        Duty.PAY_PREMIUM,
        Holder.GENERAL_CONTRACTOR,
        "NN-1.1.5",
        case(payments=[Payment(amount=130_000, paid_on=date(2015, 10, 10))]),
        date(2015, 10, 8),
        date(2015, 10, 10),
    ),
    Filed(
        Duty.HAND_OVER_PREMIUM,
        Holder.OWNER,
        "NN-2",
        case(payments=(), funded_on=date(2015, 10, 10)),
        date(2015, 10, 8),
        date(2015, 10, 10),
    ),
    Filed(
        Duty.FILE_DELAY_PAPERS,
        Holder.GENERAL_CONTRACTOR,
        "NN-1.3.2",
        case(accepted_on=date(2016, 8, 15), delay=DelayFiling(filed_on=date(2016, 6, 2))),
        date(2016, 5, 31),
        date(2016, 6, 2),
    ),
    Filed(
        Duty.FILE_WARRANTY,
        Holder.GENERAL_CONTRACTOR,
        "NN-1.3.3",
        case(warranty=Warranty(filed_on=date(2016, 8, 1), roster_reported_on=None, ends=date(2018, 6, 30))),
        date(2016, 7, 30),
        date(2016, 8, 1),
    ),
    Filed(
        Duty.REPORT_NAME_CHANGE,
        Holder.GENERAL_CONTRACTOR,
        "NN-1.3.4",
        case(name_changes=[NameChange("新名", document_on=date(2016, 3, 1), reported_on=date(2016, 4, 2))]),
        date(2016, 3, 31),
        date(2016, 4, 2),
    ),
    Filed(
        Duty.REPORT_ROSTER_CHANGE,
        Holder.GENERAL_CONTRACTOR,
        "NN-3.1.1",
        case(roster=[RosterChange("张三", ADD, date(2015, 12, 2), happened_on=date(2015, 11, 20))]),
        date(2015, 11, 30),
        date(2015, 12, 2),
    ),
    Filed(
        Duty.REPORT_ACCIDENT,
        Holder.EMPLOYER,
        "NN-3.2.3",
        case(accidents=[hurt(reported_at=moment("2016-03-05T09:00"))]),
        date(2016, 3, 3),
        date(2016, 3, 5),
    ),
    Filed(
        Duty.APPLY_AS_EMPLOYER,
        Holder.EMPLOYER,
        "NN-4.1",
        case(accidents=[hurt(employer_filed_on=date(2016, 4, 2))]),
        date(2016, 3, 31),
        date(2016, 4, 2),
    ),
    Filed(
        Duty.APPLY_DIRECTLY,
        Holder.WORKER_SIDE,
        "NN-4.3",
        case(accidents=[hurt(others_filed_on=date(2017, 3, 3))]),
        date(2017, 3, 1),
        date(2017, 3, 3),
    ),
]
"""Every duty that has a day and may be done, each with a case."""
EVERY_DUTY: Final = pytest.mark.parametrize("one", FILED, ids=[one.duty.name for one in FILED])


@attrs.frozen
class Undated:
    """A duty that the notice names no day for, with the day it springs from and the day it was done."""

    duty: Duty
    holder: Holder
    clause: str
    project: ProjectCase
    since: date | None
    done_on: date


UNDATED: Final = [
    Undated(Duty.LIST_PREMIUM, Holder.OWNER, "NN-2", case(budgeted_on=date(2015, 9, 1)), None, date(2015, 9, 1)),
    Undated(
        Duty.PAY_SUPPLEMENT,
        Holder.GENERAL_CONTRACTOR,
        "NN-1.1.3",
        case(
            price_changes=[PriceChange(amount=8_500_000, agreed_on=date(2016, 1, 15))],
            payments=[*PAID, Payment(amount=11_050, paid_on=date(2016, 2, 1))],
        ),
        date(2016, 1, 15),
        date(2016, 2, 1),
    ),
    Undated(
        Duty.SHOW_PERMIT_PAPERS,
        Holder.GENERAL_CONTRACTOR,
        "NN-6.1",
        case(permit_papers_on=date(2015, 10, 8)),
        None,
        date(2015, 10, 8),
    ),
    Undated(
        Duty.POST_ENROLMENT,
        Holder.GENERAL_CONTRACTOR,
        "NN-6.3",
        case(posted_on=date(2015, 10, 20)),
        date(2015, 10, 8),
        date(2015, 10, 20),
    ),
    Undated(
        Duty.TELL_WORKERS,
        Holder.GENERAL_CONTRACTOR,
        "NN-6.3",
        case(told_on=date(2015, 10, 21)),
        date(2015, 10, 8),
        date(2015, 10, 21),
    ),
    Undated(
        Duty.REPORT_WARRANTY_ROSTER,
        Holder.GENERAL_CONTRACTOR,
        "NN-1.3.3",
        case(warranty=Warranty(filed_on=None, roster_reported_on=date(2016, 7, 20), ends=date(2018, 6, 30))),
        ACCEPTED,
        date(2016, 7, 20),
    ),
    Undated(
        Duty.CLAIM_BENEFITS,
        Holder.CLAIMANT,
        "NN-5.5",
        case(
            accidents=[
                hurt(
                    on_site=True,
                    employer_filed_on=date(2016, 3, 20),
                    determined_on=date(2016, 5, 1),
                    assessed_on=date(2016, 8, 1),
                    benefits=BenefitFacts(benefits_paid_on=date(2016, 9, 1)),
                )
            ]
        ),
        date(2016, 8, 1),
        date(2016, 9, 1),
    ),
]
"""Every duty without a day."""


@pytest.mark.clause("NN-1.1.3", "NN-1.3.3", "NN-2", "NN-5.5", "NN-6.1", "NN-6.3")
class TestWithoutADay:
    """Duties that the notice names no day for say so, from what they spring from on; none is invented."""

    @pytest.mark.parametrize("one", UNDATED, ids=[one.duty.name for one in UNDATED])
    def test_before_and_after_it_is_done(self, one: Undated) -> None:
        """Open without a day until the day it is done, done on it; not there before what it springs from."""
        for on, done_on, state in (
            (one.done_on - timedelta(days=1), None, "NO_DAY_GIVEN"),
            (one.done_on, one.done_on, "DONE_NO_DAY_GIVEN"),
            (LONG_AFTER, one.done_on, "DONE_NO_DAY_GIVEN"),
        ):
            entry = only(one.duty, one.project, on)
            assert (entry.due, entry.done_on, entry.state.name, entry.since) == (None, done_on, state, one.since)
            assert (entry.holder, str(entry.clause)) == (one.holder, one.clause)
        if one.since is not None and one.duty is not Duty.REPORT_WARRANTY_ROSTER:
            assert of(one.duty, obligations(one.project, on=one.since))
            assert not of(one.duty, obligations(one.project, on=one.since - timedelta(days=1)))

    def test_what_completion_leaves_behind(self) -> None:
        """Once completion is accepted nothing is posted any more: open on that day's eve, gone on it."""
        duties = {Duty.LIST_PREMIUM, Duty.SHOW_PERMIT_PAPERS, Duty.POST_ENROLMENT, Duty.TELL_WORKERS}
        for on, there in ((date(2016, 6, 29), duties), (date(2016, 6, 30), set())):
            assert {one.duty for one in obligations(case(), on=on)} & duties == there

    def test_notes(self) -> None:
        """What they hang on is said."""
        project = case(price_changes=[PriceChange(amount=8_500_000, agreed_on=date(2016, 1, 15))])
        entry = only(Duty.PAY_SUPPLEMENT, project, date(2016, 1, 15))
        assert entry.note is not None
        assert entry.note == Text(zh="通知未定期限，应及时补缴", en="the notice names no day: without delay")
        permit = only(Duty.SHOW_PERMIT_PAPERS, project, date(2016, 1, 15))
        assert permit.note is not None
        assert "need a permit" in permit.note.en


@pytest.mark.clause("NN-1.1.3")
class TestSupplements:
    """NN-1.1.3: each later raise, with its amount and since when, paid in order once the initial premium is."""

    RAISES: Final = (
        PriceChange(amount=8_500_000, agreed_on=date(2016, 1, 15)),
        PriceChange(amount=1_000_000, agreed_on=date(2016, 3, 1)),
    )

    def found(self, on: date, *more: Payment, law: Law = LAW, **facts: Any) -> list[tuple[object, ...]]:  # noqa: ANN401  (any fact)
        """Return amount, day and day done of the supplements."""
        project = case(payments=(*PAID, *more), price_changes=self.RAISES, **facts)
        entries = of(Duty.PAY_SUPPLEMENT, obligations(project, on=on, law=law))
        return [(str(one.amount), one.since, one.done_on) for one in entries]

    def test_in_their_order(self) -> None:
        """11,050 and 1,300: a fen short of the first nothing is done, with both paid both are, on that day."""
        first, second = date(2016, 1, 15), date(2016, 3, 1)
        on, paid = date(2016, 6, 1), date(2016, 4, 1)
        for amount, done in (
            ("11049.99", (None, None)),
            ("11050", (paid, None)),
            ("12349.99", (paid, None)),
            ("12350", (paid, paid)),
        ):
            assert self.found(on, Payment(amount=amount, paid_on=paid)) == [
                ("11050.00", first, done[0]),
                ("1300.00", second, done[1]),
            ]

    def test_paid_ahead_is_done_with_the_raise(self) -> None:
        """What was overpaid before covers the raise on the day it is agreed."""
        ahead = Payment(amount=12_350, paid_on=date(2015, 12, 1))
        assert [done for *_, done in self.found(LONG_AFTER, ahead)] == [date(2016, 1, 15), date(2016, 3, 1)]

    def test_a_raise_of_the_payment_day_is_no_supplement(self) -> None:
        """Agreed on the day of payment it belongs to the price paid on; the day after, it is a supplement."""
        for agreed_on, amounts in ((date(2015, 10, 8), []), (date(2015, 10, 9), ["1.30"])):
            project = case(price_changes=[PriceChange(amount=1000, agreed_on=agreed_on)])
            entries = of(Duty.PAY_SUPPLEMENT, obligations(project, on=LONG_AFTER))
            assert [str(one.amount) for one in entries] == amounts

    def test_unpaid_there_is_no_supplement_yet(self) -> None:
        """While nothing is paid, a raise is part of what is owed before the start."""
        project = case(payments=(), price_changes=self.RAISES)
        assert not of(Duty.PAY_SUPPLEMENT, obligations(project, on=LONG_AFTER))

    def test_a_refund_counts_in_its_place(self) -> None:
        """Under REFUND what is paid back stands open for the raise after it: 13,000 against 1,300."""
        lowered = PriceChange(amount=-10_000_000, agreed_on=date(2016, 2, 1))
        project = case(price_changes=(self.RAISES[1], lowered))
        entry = only(Duty.PAY_SUPPLEMENT, project, LONG_AFTER, law=LAW.reading(Reduction.REFUND))
        assert (str(entry.amount), entry.done_on) == ("1300.00", date(2016, 3, 1))
        assert only(Duty.PAY_SUPPLEMENT, project, LONG_AFTER).done_on is None

    def test_where_the_law_names_no_amount(self) -> None:
        """Prorated, a raise after the term has no amount; it is there all the same and says why."""
        project = case(price_changes=[PriceChange(amount=1000, agreed_on=date(2016, 7, 5))], accepted_on=None)
        law = LAW.reading(SupplementInProgress.PRORATED)
        entry = only(Duty.PAY_SUPPLEMENT, project, LONG_AFTER, law=law)
        assert (entry.amount, entry.since) == (None, date(2016, 7, 5))
        assert entry.note is not None
        assert "no time left to prorate by" in entry.note.en

    @pytest.mark.parametrize("agreed", [(1, 5), (5, 1)])
    def test_without_an_amount_they_stand_by_day(self, agreed: tuple[int, int]) -> None:
        """As with one: by the day on which each was agreed, in whatever order the case has them."""
        raises = [PriceChange(amount=1000, agreed_on=date(2016, 7, day)) for day in agreed]
        law = LAW.reading(SupplementInProgress.PRORATED)
        entries = of(
            Duty.PAY_SUPPLEMENT, obligations(case(price_changes=raises, accepted_on=None), on=LONG_AFTER, law=law)
        )
        assert [one.since for one in entries] == [date(2016, 7, 1), date(2016, 7, 5)]


class TestEveryDuty:
    """Each duty on the day before, on and after its day, and before and after it is done."""

    def test_all_of_them_are_here(self) -> None:
        """No duty is left out of these tests."""
        assert {one.duty for one in FILED} | {one.duty for one in UNDATED} | {
            Duty.KEEP_ROSTER,
            Duty.REPORT_ON_SITE,
        } == set(Duty)

    @EVERY_DUTY
    @pytest.mark.clause("NN-1.1.5", "NN-1.3.2", "NN-1.3.3", "NN-1.3.4", "NN-3.1.1", "NN-3.2.3", "NN-4.1", "NN-4.3")
    def test_day_by_day(self, one: Filed) -> None:
        """Open through its day, late on the next; done late from the day it is done, not a day earlier."""
        expected = {-1: "OPEN", 0: "OPEN", 1: "LATE", 2: "DONE_LATE", 3: "DONE_LATE"}
        for after, state in expected.items():
            entry = only(one.duty, one.project, one.due + timedelta(days=after))
            assert (entry.state.name, entry.is_open) == (state, after < 2)
            assert (entry.holder, str(entry.clause)) == (one.holder, one.clause)
            assert entry.due is not None
            assert entry.due.day == one.due
            assert entry.done_on == (one.done_on if after >= 2 else None)

    @EVERY_DUTY
    @pytest.mark.parametrize(("earlier", "state"), [(2, "DONE"), (1, "DONE_LATE")])
    def test_done_on_its_day_is_in_time(self, one: Filed, earlier: int, state: str) -> None:
        """Done two days earlier, on its very day, it is in time; a day earlier, on the day after, it is not."""
        entry = only(one.duty, _done_earlier(one.project, earlier), LONG_AFTER)
        assert (entry.state.name, entry.done_on) == (state, one.done_on - timedelta(days=earlier))
        assert (entry.due and entry.due.day) == one.due


def _done_earlier(project: ProjectCase, count: int) -> ProjectCase:
    """Return a case of FILED whose duty was done so many days earlier."""
    back = timedelta(days=count)

    def moved(record: Any, *fields: str) -> Any:  # noqa: ANN401  (any record)
        return attrs.evolve(record, **{name: getattr(record, name) - back for name in fields if getattr(record, name)})

    return attrs.evolve(
        project,
        payments=[moved(one, "paid_on") if one.paid_on > date(2015, 10, 8) else one for one in project.payments],
        funded_on=project.funded_on and project.funded_on - back,
        delay=project.delay and moved(project.delay, "filed_on"),
        warranty=project.warranty and moved(project.warranty, "filed_on"),
        name_changes=[moved(one, "reported_on") for one in project.name_changes],
        roster=[moved(one, "reported_on") for one in project.roster],
        accidents=[moved(one, "reported_at", "employer_filed_on", "others_filed_on") for one in project.accidents],
    )


@pytest.mark.clause("NN-1.1.5")
class TestPremium:
    """NN-1.1.5: new starts pay before they start."""

    @pytest.mark.parametrize(
        ("start", "reading", "pays"),
        [
            (date(2014, 12, 31), NewStarts.FROM_2015, False),
            (date(2015, 1, 1), NewStarts.FROM_2015, True),
            (date(2015, 12, 31), NewStarts.IN_2015_ONLY, True),
            (date(2016, 1, 1), NewStarts.IN_2015_ONLY, False),
            (date(2016, 1, 1), NewStarts.FROM_2015, True),
        ],
    )
    def test_which_starts(self, start: date, reading: NewStarts, pays: bool) -> None:
        """From 2015 on, by reading in 2015 only; a project that started before the notice has no day to pay by."""
        law = LAW.reading(reading)
        assert pays_before_start(start, law) is pays
        project = case(started_on=start, payments=())
        found = of(Duty.PAY_PREMIUM, obligations(project, on=LONG_AFTER, law=law))
        assert bool(found) is pays
        assert all(one.due is not None and one.due.day == start - timedelta(days=1) for one in found)

    def test_a_day_of_new_starts_that_is_in_force_later(self) -> None:
        """Under a law whose new starts are later ones, an earlier start has no day to pay by."""
        figure = attrs.evolve(LAW.new_starts_from.entries[0], value=date(2016, 1, 1))
        law = LAW.with_figure("new_starts_from", figure)
        assert not pays_before_start(date(2015, 12, 31), law)
        assert pays_before_start(date(2016, 1, 1), law)

    def test_parts_count_when_the_sum_is_complete(self) -> None:
        """In parts it is done with the payment that completes it."""
        parts = [Payment(amount=65_000, paid_on=date(2015, 10, day)) for day in (5, 8)]
        project = case(payments=parts)
        assert only(Duty.PAY_PREMIUM, project, date(2015, 10, 7)).state is ObligationState.OPEN
        assert only(Duty.PAY_PREMIUM, project, date(2015, 10, 8)).state is ObligationState.DONE
        short = case(payments=parts[:1])
        assert only(Duty.PAY_PREMIUM, short, date(2015, 10, 9)).state is ObligationState.LATE

    def test_all_remitted_there_is_nothing_to_pay(self) -> None:
        """Where all of the premium is remitted, there is no duty; with a payment there was one."""
        assert not of(Duty.PAY_PREMIUM, obligations(case(payments=(), relief=Rate.percent(100)), on=LONG_AFTER))

    def test_what_the_law_does_not_bill_keeps_its_day(self) -> None:
        """A payment after the term is out of scope: the duty has its day, and a note says what is missing."""
        project = case(payments=[Payment(amount=130_000, paid_on=date(2016, 7, 1))])
        entry = only(Duty.PAY_PREMIUM, project, date(2016, 7, 2))
        assert (entry.state, entry.is_open) == (ObligationState.LATE, True)
        assert entry.note is not None
        assert "supply the change of term" in entry.note.en

    def test_an_unpaid_project_from_before_the_notice(self) -> None:
        """Its premium cannot be billed, its other duties are there all the same."""
        project = case(LEGACY, payments=(), accepted_on=None, accidents=[hurt()])
        assert [one.duty for one in obligations(project, on=date(2016, 3, 2))] == [
            Duty.APPLY_AS_EMPLOYER,
            Duty.FILE_DELAY_PAPERS,
            Duty.APPLY_DIRECTLY,
        ]


@pytest.mark.clause("NN-1.3.2")
class TestDelayPapers:
    """NN-1.3.2: 30 days before the expiry, unless completion comes in time."""

    @pytest.mark.parametrize("accepted_on", [date(2016, 6, 30), date(2016, 7, 1), None])
    def test_only_where_completion_comes_late(self, accepted_on: date | None) -> None:
        """Accepted by the expiry there is no duty from that day on; before it nobody knows, and it says so."""
        project = case(accepted_on=accepted_on)
        for on in (date(2016, 1, 1), date(2016, 6, 15), date(2016, 6, 29)):
            assert only(Duty.FILE_DELAY_PAPERS, project, on).note is not None
        for on in (date(2016, 6, 30), LONG_AFTER):
            found = of(Duty.FILE_DELAY_PAPERS, obligations(project, on=on))
            assert bool(found) is (accepted_on != ACCEPTED)

    def test_the_note_says_so_while_it_is_open(self) -> None:
        """While completion is not accepted it is a duty only where it will be late; accepted late, it was one."""
        project = case(accepted_on=date(2016, 7, 1))
        entry = only(Duty.FILE_DELAY_PAPERS, project, date(2016, 6, 30))
        assert entry.note is not None
        assert "2016-06-30" in entry.note.zh
        assert only(Duty.FILE_DELAY_PAPERS, project, date(2016, 7, 1)).note is None

    def test_reading_and_term_reach_it(self) -> None:
        """D4: a day earlier by the other reading; of the term as extended only where extensions take no papers."""
        project = case(accepted_on=None)
        strict = LAW.reading(DelayFilingDay.THIRTY_CLEAR_DAYS)
        for asked, day in ((LAW, date(2016, 5, 31)), (strict, date(2016, 5, 30))):
            assert only(Duty.FILE_DELAY_PAPERS, project, LONG_AFTER, law=asked).due == Deadline.of(day)
        for agreed_on, law, day in (
            (ACCEPTED, LAW.reading(ExtendedTerm.AS_AGREED), date(2016, 5, 31)),
            (date(2016, 6, 29), LAW.reading(ExtendedTerm.AS_AGREED), date(2016, 7, 1)),
            (date(2016, 6, 29), LAW, date(2016, 5, 31)),
        ):
            longer = attrs.evolve(project, term_changes=[TermChange(completion=date(2016, 7, 31), agreed_on=agreed_on)])
            assert only(Duty.FILE_DELAY_PAPERS, longer, LONG_AFTER, law=law).due == Deadline.of(day)

    @pytest.mark.clause("NN-1.3.3")
    def test_a_roster_of_the_warranty_is_noted_until_it_is_reported(self) -> None:
        """Who works then is covered from the day on which both were done; reported, there is nothing to note."""
        for reported_on, told in ((None, True), (date(2016, 7, 20), False)):
            warranty = Warranty(filed_on=None, roster_reported_on=reported_on, ends=date(2018, 6, 30))
            note = only(Duty.REPORT_WARRANTY_ROSTER, case(warranty=warranty), date(2016, 7, 21)).note
            assert (note == Notes.covered_from_both) is told
            assert (note is None) is not told

    def test_an_extension_without_papers_is_noted(self) -> None:
        """From the day it is agreed the note says what it takes; agreed after the last day, that it came too late."""
        for agreed_on, told in ((date(2016, 5, 31), "are due by 2016-05-31"), (date(2016, 6, 1), "after the last day")):
            change = TermChange(completion=date(2016, 12, 31), agreed_on=agreed_on)
            project = case(accepted_on=None, term_changes=[change])
            for on, is_told in ((agreed_on - timedelta(days=1), False), (agreed_on, True)):
                note = only(Duty.FILE_DELAY_PAPERS, project, on).note
                assert note is not None
                assert (told in note.en) is is_told
                assert ("2016-12-31" in note.zh) is is_told

    @pytest.mark.parametrize("row", rows("obligations"), ids=lambda row: row["id"])
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """V8: what is there on the day, and days that no duty has."""
        project = ProjectCase(
            Contract(**row["contract"]),
            [Payment(amount=130_000, paid_on=row["paid_on"])],
            term_changes=[TermChange(**change) for change in row["term_changes"]],
            delay=DelayFiling(**row["delay"]) if "delay" in row else None,
        )
        entries = obligations(project, on=row["on"], law=law_with(row.get("readings", ())))
        told = [f"{one.duty.name} {one.due} {one.state.name}" for one in entries]
        assert set(row["there"]) <= set(told)
        meant = {one.split()[0] for one in row["there"]}
        assert {str(one.clause) for one in entries if one.duty.name in meant} == {row["clause"]}
        assert not set(row["never"]) & {str(one.due) for one in entries}

    def test_nothing_to_extend(self) -> None:
        """A premium that counts as paid after the expiry has no cover to extend; an expiry before the notice no day."""
        extended = TermChange(completion=date(2016, 12, 31), agreed_on=date(2016, 6, 30))
        late = [Payment(amount=130_000, paid_on=date(2016, 7, 1))]
        project = case(LEGACY, payments=late, term_changes=[extended], accepted_on=None)
        assert not of(Duty.FILE_DELAY_PAPERS, obligations(project, on=LONG_AFTER))
        old = Contract(price=1, commencement=date(2013, 1, 1), completion=date(2014, 12, 31))
        assert obligations(case(old, payments=(), accepted_on=None), on=LONG_AFTER) == ()


@pytest.mark.clause("NN-1.3.3")
class TestWarranty:
    """NN-1.3.3: 30 days after completion, rolled over days off."""

    WARRANTY: Final = Warranty(filed_on=date(2016, 8, 1), roster_reported_on=None, ends=date(2018, 6, 30))

    def test_rolls(self) -> None:
        """D5: raw on a Saturday, rolled to Monday; undetermined where the year is not announced."""
        project = case(warranty=self.WARRANTY)
        assert only(Duty.FILE_WARRANTY, project, LONG_AFTER).state is ObligationState.DONE_LATE
        known = Weekends(known_through=2016)
        assert only(Duty.FILE_WARRANTY, project, LONG_AFTER, calendar=known).state is ObligationState.DONE
        unknown = Weekends(known_through=2015)
        entry = only(Duty.FILE_WARRANTY, project, LONG_AFTER, calendar=unknown)
        assert entry.state is ObligationState.UNDETERMINED
        open_one = case(warranty=attrs.evolve(self.WARRANTY, filed_on=None))
        assert (
            only(Duty.FILE_WARRANTY, open_one, date(2016, 8, 1), calendar=unknown).state is ObligationState.UNDETERMINED
        )

    def test_is_kept_for_later_before_completion(self) -> None:
        """Named before the reading's completion it is there without a day, and says what it will need."""
        project = case(warranty=self.WARRANTY, completed_on=date(2016, 6, 1))
        completed = LAW.reading(CompletionForWarranty.COMPLETED)
        for law, completion in ((LAW, date(2016, 6, 30)), (completed, date(2016, 6, 1))):
            before = only(Duty.FILE_WARRANTY, project, completion - timedelta(days=1), law=law)
            assert (before.state, before.due, before.since) == (ObligationState.NO_DAY, None, None)
            assert before.note is not None
            assert "within 30 days after completion" in before.note.en
            on_it = only(Duty.FILE_WARRANTY, project, completion, law=law)
            assert on_it.due == Deadline.of(completion + timedelta(days=30))
            assert on_it.since == completion

    def test_a_weekend_is_told(self) -> None:
        """D5: 2016-07-30 is a Saturday: said unless it was done by then or a calendar was asked for."""
        told = "2016-07-30 is a Saturday, when offices are as a rule closed"
        for filed_on, calendar, is_told in (
            (None, None, True),
            (date(2016, 7, 31), None, True),
            (date(2016, 7, 30), None, False),
            (date(2016, 7, 31), Weekends(known_through=2016), False),
        ):
            project = case(warranty=attrs.evolve(self.WARRANTY, filed_on=filed_on))
            note = only(Duty.FILE_WARRANTY, project, LONG_AFTER, calendar=calendar).note
            assert (note is not None and told in note.en) is is_told

    def test_a_completion_before_the_notice(self) -> None:
        """Before the notice nothing was to be filed."""
        old = Contract(price=1, commencement=date(2013, 1, 1), completion=date(2014, 12, 30))
        project = case(old, payments=(), accepted_on=date(2014, 12, 31), warranty=self.WARRANTY)
        assert not of(Duty.FILE_WARRANTY, obligations(project, on=LONG_AFTER))


@pytest.mark.clause("NN-1.3.4")
class TestNameChange:
    """NN-1.3.4: 30 days from the document, by reading from the change."""

    def test_reading(self) -> None:
        """Either day, as the law asked reads it; about the new name."""
        project = case(name_changes=[NameChange("新名", document_on=date(2016, 3, 1), changed_on=date(2016, 2, 1))])
        for law, day in ((LAW, date(2016, 3, 31)), (LAW.reading(NameChangeFrom.CHANGE), date(2016, 3, 2))):
            entry = only(Duty.REPORT_NAME_CHANGE, project, LONG_AFTER, law=law)
            assert entry.due is not None
            assert (entry.due.day, entry.about) == (day, "新名")
            assert entry.since == date(2016, 2, 1)  # from the earlier day on, whichever the limit counts from

    def test_a_document_that_is_not_there_yet(self) -> None:
        """Without its day the duty is there, and says what is missing; without any day at all too."""
        for change in (NameChange("新名", changed_on=date(2016, 2, 1)), NameChange("新名")):
            entry = only(Duty.REPORT_NAME_CHANGE, case(name_changes=[change]), LONG_AFTER)
            assert entry.state is ObligationState.NO_DAY
            assert entry.note is not None
            assert "the limit runs from that day" in entry.note.en

    def test_a_change_before_the_notice(self) -> None:
        """Before the notice there was nothing to report."""
        change = NameChange("新名", document_on=date(2014, 12, 31))
        assert not of(Duty.REPORT_NAME_CHANGE, obligations(case(name_changes=[change]), on=LONG_AFTER))


@pytest.mark.clause("NN-3.1.1")
class TestRoster:
    """NN-3.1.1: changes are reported by the end of their month, once the project is enrolled."""

    CHANGE: Final = RosterChange("张三", ADD, date(2015, 11, 28), happened_on=date(2015, 11, 28))

    def test_d6(self) -> None:
        """A change in November, reported on the 28th: due on the 30th, done in time, about the worker."""
        entry = only(Duty.REPORT_ROSTER_CHANGE, case(roster=[self.CHANGE]), date(2015, 11, 28))
        assert entry.due is not None
        assert (entry.due.day, entry.state, entry.about) == (date(2015, 11, 30), ObligationState.DONE, "张三")

    @pytest.mark.parametrize(
        "change",
        [
            attrs.evolve(CHANGE, happened_on=None),
            attrs.evolve(CHANGE, reported_on=date(2015, 10, 8), happened_on=date(2015, 9, 1)),
            attrs.evolve(CHANGE, happened_on=date(2014, 12, 31)),
        ],
        ids=["day unknown", "filed with the registration", "before the notice"],
    )
    def test_what_has_no_month_end(self, change: RosterChange) -> None:
        """A change whose day is not known, the roster filed with the registration, and a change before the notice."""
        assert not of(Duty.REPORT_ROSTER_CHANGE, obligations(case(roster=[change]), on=LONG_AFTER))

    @pytest.mark.parametrize(("on", "owed"), [(date(2015, 10, 7), 0), (date(2015, 10, 8), 1)])
    def test_nothing_is_owed_before_the_enrolment(self, on: date, owed: int) -> None:
        """Where all is remitted the day of enrolment may lie ahead: until then there is no month-end to report by."""
        early = attrs.evolve(self.CHANGE, reported_on=date(2016, 1, 1), happened_on=date(2015, 9, 1))
        project = case(payments=(), relief=Rate.percent(100), roster=[early])
        assert len(of(Duty.REPORT_ROSTER_CHANGE, obligations(project, on=on))) == owed

    def test_a_project_without_cover_reports_nothing(self) -> None:
        """A report cannot be late for a project that is not enrolled."""
        project = case(payments=(), roster=[self.CHANGE])
        assert not of(Duty.REPORT_ROSTER_CHANGE, obligations(project, on=LONG_AFTER))
        assert not of(Duty.KEEP_ROSTER, obligations(project, on=date(2015, 12, 1)))

    @pytest.mark.parametrize(
        ("on", "due"),
        [
            (date(2015, 10, 7), None),
            (date(2015, 10, 8), date(2015, 10, 31)),
            (date(2015, 10, 31), date(2015, 10, 31)),
            (date(2015, 11, 1), date(2015, 11, 30)),
            (date(2016, 6, 29), date(2016, 6, 30)),
            (date(2016, 6, 30), None),
        ],
    )
    def test_each_month_of_an_enrolled_project(self, on: date, due: date | None) -> None:
        """From the payment until completion is accepted, what changes in a month is due by its end."""
        entries = of(Duty.KEEP_ROSTER, obligations(case(), on=on))
        assert [one.due for one in entries] == ([] if due is None else [Deadline.of(due)])
        assert all(one.state is ObligationState.OPEN and one.note is not None for one in entries)
        assert {str(one.clause) for one in entries} <= {"NN-3.1.1"}

    WARRANTY: Final = Warranty(date(2016, 7, 10), roster_reported_on=date(2016, 7, 20), ends=date(2018, 6, 30))

    @pytest.mark.clause("NN-1.3.3", "NN-3.1.1")
    @pytest.mark.parametrize(
        ("on", "due"),
        [
            (date(2016, 6, 29), date(2016, 6, 30)),
            (date(2016, 6, 30), None),
            (date(2016, 7, 10), None),
            (date(2016, 7, 19), None),
            (date(2016, 7, 20), date(2016, 7, 31)),
            (date(2016, 9, 5), date(2016, 9, 30)),
            (date(2018, 6, 30), date(2018, 6, 30)),
            (date(2018, 7, 1), None),
        ],
    )
    def test_each_month_of_a_covered_warranty_period(self, on: date, due: date | None) -> None:
        """V5: from the later of filing and roster to the end of the warranty what changes is due by the month's end."""
        entries = of(Duty.KEEP_ROSTER, obligations(case(warranty=self.WARRANTY), on=on))
        assert [one.due for one in entries] == ([] if due is None else [Deadline.of(due)])
        since = date(2015, 10, 8) if on <= date(2016, 6, 30) else date(2016, 7, 20)
        assert all((one.since, str(one.clause)) == (since, "NN-3.1.1") for one in entries)

    @pytest.mark.clause("NN-1.3.3", "NN-3.1.1")
    @pytest.mark.parametrize("filed_on", [date(2016, 7, 30), date(2016, 7, 31)])
    def test_of_a_warranty_filed_late_by_reading(self, filed_on: date) -> None:
        """Filed a day late it covers nothing under NO_COVER, and no roster is kept; by default it covers still."""
        project = case(warranty=attrs.evolve(self.WARRANTY, filed_on=filed_on))
        law = LAW.reading(LateWarrantyFiling.NO_COVER)
        assert of(Duty.KEEP_ROSTER, obligations(project, on=date(2016, 9, 5)))
        strict = of(Duty.KEEP_ROSTER, obligations(project, on=date(2016, 9, 5), law=law))
        assert bool(strict) is (filed_on == date(2016, 7, 30))

    @pytest.mark.clause("NN-1.3.3", "NN-3.1.1")
    def test_of_a_warranty_filed_before_acceptance(self) -> None:
        """Filed and listed before acceptance it is covered without a gap: the roster is kept on from acceptance."""
        early = attrs.evolve(self.WARRANTY, filed_on=date(2016, 6, 1), roster_reported_on=date(2016, 6, 2))
        project = case(warranty=early)
        assert not of(Duty.KEEP_ROSTER, obligations(project, on=date(2016, 6, 30)))
        assert only(Duty.KEEP_ROSTER, project, date(2016, 7, 1)).since == date(2016, 6, 30)

    def test_reported_ahead_is_done_ahead(self) -> None:
        """Reported before the first shift it is there, and done, from the report on; it was no duty before."""
        ahead = attrs.evolve(self.CHANGE, happened_on=date(2015, 12, 20))
        project = case(roster=[ahead])
        assert not of(Duty.REPORT_ROSTER_CHANGE, obligations(project, on=date(2015, 11, 27)))
        entry = only(Duty.REPORT_ROSTER_CHANGE, project, date(2015, 11, 28))
        assert entry.due is not None
        assert (entry.due.day, entry.state) == (date(2015, 12, 31), ObligationState.DONE)


class TestAccidents:
    """NN-3.2.3, NN-4.1 and NN-4.3: the report, the employer's application, the worker's year."""

    @pytest.mark.clause("NN-3.2.3")
    @pytest.mark.parametrize(("minute", "state"), [("00", "DONE"), ("01", "DONE_LATE")])
    def test_the_report_is_late_by_the_minute(self, minute: str, state: str) -> None:
        """48 hours from the minute, on the last day of which a minute decides."""
        project = case(accidents=[hurt(reported_at=moment(f"2016-03-03T09:{minute}"))])
        entry = only(Duty.REPORT_ACCIDENT, project, date(2016, 3, 3))
        assert (entry.state.name, entry.due_at) == (state, moment("2016-03-03T09:00"))

    @pytest.mark.clause("NN-3.2.3")
    @pytest.mark.parametrize(
        "accident",
        [
            hurt(work_cause=False),
            hurt(on_site=True, work_cause=False),
            attrs.evolve(hurt(), worker="张三"),
            hurt("2016-07-01T09:00"),
        ],
        ids=["no work cause", "on the site, no work cause", "enrolled", "outside the cover"],
    )
    def test_who_is_not_reported(self, accident: Accident) -> None:
        """The limits for the applications are there all the same."""
        project = case(accidents=[accident], roster=[RosterChange("张三", ADD, date(2015, 10, 8))])
        found = [one.duty for one in obligations(project, on=LONG_AFTER)]
        assert not {Duty.REPORT_ACCIDENT, Duty.REPORT_ON_SITE} & set(found)
        assert {Duty.APPLY_AS_EMPLOYER, Duty.APPLY_DIRECTLY} <= set(found)

    @pytest.mark.clause("NN-3.2.2")
    def test_on_the_site_it_is_the_safe_course(self) -> None:
        """On the site the notice asks for no report, and the safe course is told; by reading it asks for one."""
        project = case(accidents=[hurt(on_site=True)])
        for on in (date(2016, 3, 1), LONG_AFTER):
            entry = only(Duty.REPORT_ON_SITE, project, on)
            assert (entry.due_at, entry.state) == (moment("2016-03-03T09:00"), ObligationState.OPEN)
            assert (entry.holder, str(entry.clause), entry.is_open) == (Holder.EMPLOYER, "NN-3.2.2", True)
            assert entry.note is not None
            assert "safe course" in entry.note.en
        for reported_at in ("2016-03-03T09:00", "2016-03-03T09:01"):
            reported = case(accidents=[hurt(on_site=True, reported_at=moment(reported_at))])
            done = only(Duty.REPORT_ON_SITE, reported, LONG_AFTER)
            assert (done.state, done.done_on, done.note) == (ObligationState.DONE, date(2016, 3, 3), None)
        law = LAW.reading(OnSiteUnlisted.REPORT_FIRST)
        assert only(Duty.REPORT_ACCIDENT, project, date(2016, 3, 1), law=law).due_at == moment("2016-03-03T09:00")
        assert not of(Duty.REPORT_ON_SITE, obligations(project, on=LONG_AFTER, law=law))

    @pytest.mark.clause("NN-3.2.0")
    @pytest.mark.parametrize("on_site", [True, False])
    def test_a_determination_answers_for_the_report(self, on_site: bool) -> None:
        """No duty of reporting stays open once it is determined, nor of applying; a report on file stays done."""
        determined = date(2016, 5, 10)
        project = case(accidents=[hurt(on_site=on_site, determined_on=determined)])
        before = {one.duty for one in obligations(project, on=date(2016, 5, 9))}
        assert {Duty.APPLY_AS_EMPLOYER, Duty.APPLY_DIRECTLY} < before
        assert {Duty.REPORT_ON_SITE, Duty.REPORT_ACCIDENT} & before
        after = [one for one in obligations(project, on=determined) if one.about is not None]
        assert after == []
        reported = hurt(on_site=on_site, determined_on=determined, reported_at=moment("2016-03-02T09:00"))
        duty = Duty.REPORT_ON_SITE if on_site else Duty.REPORT_ACCIDENT
        assert only(duty, case(accidents=[reported]), LONG_AFTER).state is ObligationState.DONE

    @pytest.mark.clause("NN-5.5")
    def test_the_claim_comes_when_both_are_done(self) -> None:
        """After the determination, and the assessment where there is one; never where the fund does not pay."""
        facts: dict[str, Any] = {"on_site": True, "employer_filed_on": date(2016, 3, 2)}
        facts |= {"determined_on": date(2016, 5, 1)}
        death = case(accidents=[hurt(**facts, needs_assessment=False)])
        assert only(Duty.CLAIM_BENEFITS, death, LONG_AFTER).since == date(2016, 5, 1)
        assert not of(Duty.CLAIM_BENEFITS, obligations(case(accidents=[hurt(**facts)]), on=LONG_AFTER))
        outside = hurt("2016-07-01T09:00", on_site=True, needs_assessment=False, determined_on=date(2016, 8, 1))
        assert not of(Duty.CLAIM_BENEFITS, obligations(case(accidents=[outside]), on=LONG_AFTER))

    @pytest.mark.clause("NN-3.2.3")
    def test_a_moment_that_is_not_known(self) -> None:
        """Counted from knowledge, which is not known, the report has no day, and the note asks for it."""
        law = LAW.reading(ReportClock.KNOWLEDGE)
        for accident in (hurt(), hurt(reported_at=moment("2016-03-03T09:00"))):
            entry = only(Duty.REPORT_ACCIDENT, case(accidents=[accident]), LONG_AFTER, law=law)
            assert (entry.state, entry.due_at) == (ObligationState.NO_DAY, None)
            assert entry.note is None or "ReportClock.KNOWLEDGE" in entry.note.en
        assert only(Duty.REPORT_ACCIDENT, case(accidents=[hurt()]), LONG_AFTER, law=law).note is not None

    @pytest.mark.clause("NN-3.2.3")
    def test_a_roster_that_does_not_tell(self) -> None:
        """By a reading the roster needs the day he left: the report is there without its day."""
        roster = [RosterChange("李四", ADD, date(2015, 10, 8)), RosterChange("李四", REMOVE, date(2015, 12, 1))]
        law = LAW.reading(RemovalEffect.LEAVING_DAY)
        entry = only(Duty.REPORT_ACCIDENT, case(accidents=[hurt()], roster=roster), LONG_AFTER, law=law)
        assert entry.state is ObligationState.NO_DAY
        assert entry.note is not None
        assert "the day he left" in entry.note.en

    @pytest.mark.clause("NN-3.1.2")
    def test_the_day_of_payment_reaches_the_roster(self) -> None:
        """By reading the first roster takes effect with the payment: who was hurt on that day is enrolled."""
        project = case(
            accidents=[attrs.evolve(hurt("2015-10-08T09:00"), worker="张三")],
            roster=[RosterChange("张三", ADD, date(2015, 10, 7))],
            payments=[Payment(amount=130_000, paid_on=date(2015, 10, 7))],
        )
        hurt_on_it = attrs.evolve(project, accidents=[attrs.evolve(hurt("2015-10-07T09:00"), worker="张三")])
        law = LAW.reading(InitialRoster.WITH_PAYMENT)
        assert not of(Duty.REPORT_ACCIDENT, obligations(project, on=LONG_AFTER))
        assert of(Duty.REPORT_ACCIDENT, obligations(hurt_on_it, on=LONG_AFTER))
        assert not of(Duty.REPORT_ACCIDENT, obligations(hurt_on_it, on=LONG_AFTER, law=law))

    @pytest.mark.clause("NN-4.1")
    def test_the_employer(self) -> None:
        """Thirty days and what was consented to; rolled; nothing before the accident."""
        project = case(accidents=[hurt(extension_days=30)])
        entry = only(Duty.APPLY_AS_EMPLOYER, project, LONG_AFTER)
        assert entry.due is not None
        assert entry.due.day == date(2016, 4, 30)
        rolled = only(Duty.APPLY_AS_EMPLOYER, project, LONG_AFTER, calendar=Weekends(known_through=2016))
        assert rolled.due is not None
        assert rolled.due.day == date(2016, 5, 2)
        assert not of(Duty.APPLY_AS_EMPLOYER, obligations(project, on=date(2016, 2, 29)))
        assert of(Duty.APPLY_AS_EMPLOYER, obligations(project, on=date(2016, 3, 1)))

    @pytest.mark.clause("NN-4.3")
    @pytest.mark.parametrize(("on", "is_there"), [(date(2016, 3, 19), True), (date(2016, 3, 20), False)])
    def test_the_worker_while_the_employer_has_not_applied(self, on: date, *, is_there: bool) -> None:
        """The worker's year is there until the day on which the employer applies, with a note that says so."""
        project = case(accidents=[hurt(employer_filed_on=date(2016, 3, 20))])
        found = of(Duty.APPLY_DIRECTLY, obligations(project, on=on))
        assert bool(found) is is_there
        assert all(one.note is not None and "employer does not apply" in one.note.en for one in found)

    @pytest.mark.clause("NN-4.2", "NN-4.3")
    def test_an_application_of_the_others_leaves_the_employer_nothing(self) -> None:
        """D14: the worker files on day 20; the employer has nothing left to apply for, and was not late."""
        project = case(accidents=[hurt(others_filed_on=date(2016, 3, 21), accepted_on=date(2016, 3, 26))])
        employer = only(Duty.APPLY_AS_EMPLOYER, project, LONG_AFTER)
        assert (employer.state, employer.done_on) == (ObligationState.DONE, date(2016, 3, 21))
        assert employer.note is not None
        assert employer.note.en == "the worker's side applied"
        others = only(Duty.APPLY_DIRECTLY, project, LONG_AFTER)
        assert (others.state, others.done_on, others.note) == (ObligationState.DONE, date(2016, 3, 21), None)
        before = only(Duty.APPLY_AS_EMPLOYER, project, date(2016, 3, 20))
        assert (before.state, before.note) == (ObligationState.OPEN, None)

    def test_both_on_one_day(self) -> None:
        """Where both applied on one day, both are done, and nothing is to be noted."""
        day = date(2016, 3, 21)
        project = case(accidents=[hurt(others_filed_on=day, employer_filed_on=day)])
        entries = [only(duty, project, day) for duty in (Duty.APPLY_AS_EMPLOYER, Duty.APPLY_DIRECTLY)]
        assert [(one.state, one.done_on, one.note) for one in entries] == [(ObligationState.DONE, day, None)] * 2

    def test_where_only_the_acceptance_is_known(self) -> None:
        """Somebody applied by then: the employer's is done on that day, the worker's year is over."""
        project = case(accidents=[hurt(accepted_on=date(2016, 3, 26))])
        employer = only(Duty.APPLY_AS_EMPLOYER, project, date(2016, 3, 26))
        assert (employer.state, employer.note) == (ObligationState.DONE, None)
        assert not of(Duty.APPLY_DIRECTLY, obligations(project, on=date(2016, 3, 26)))
        assert of(Duty.APPLY_DIRECTLY, obligations(project, on=date(2016, 3, 25)))

    def test_excluded_time_reaches_the_year(self) -> None:
        """Days left out move it on."""
        suit = Exclusion(Period(date(2016, 9, 1), date(2016, 9, 30)), ExclusionReason.LABOUR_DISPUTE)
        entry = only(Duty.APPLY_DIRECTLY, case(accidents=[hurt(excluded=[suit])]), LONG_AFTER)
        assert entry.due is not None
        assert entry.due.day == date(2017, 3, 31)

    def test_an_accident_before_the_regulation_as_it_stands(self) -> None:
        """No limit is known for it: both applications are there without their days, and the note says why."""
        project = case(accidents=[hurt("2010-12-31T09:00")])
        for duty in (Duty.APPLY_AS_EMPLOYER, Duty.APPLY_DIRECTLY):
            entry = only(duty, project, LONG_AFTER)
            assert entry.state is ObligationState.NO_DAY
            assert entry.note is not None
            assert "2010-12-31" in entry.note.en


class TestOrder:
    """By their day, those without one last; open ones first when asked."""

    PROJECT: Final = case(
        accepted_on=None,
        payments=[Payment(amount=130_000, paid_on=date(2015, 10, 9))],
        warranty=Warranty(filed_on=None, roster_reported_on=None, ends=date(2018, 6, 30)),
        roster=[RosterChange("张三", ADD, date(2016, 3, 20), happened_on=date(2016, 3, 2))],
        accidents=[hurt(), hurt("2016-01-10T09:00", employer_filed_on=date(2016, 2, 1))],
        name_changes=[NameChange("新名", document_on=date(2016, 3, 1), reported_on=date(2016, 3, 9))],
    )

    def test_by_their_day(self) -> None:
        """The earliest first; on one day in the order of the notice."""
        found = [(one.due and str(one.due), one.duty.name) for one in obligations(self.PROJECT, on=date(2016, 4, 1))]
        assert found == [
            ("2015-10-08", "PAY_PREMIUM"),
            ("2016-01-12", "REPORT_ACCIDENT"),
            ("2016-02-09", "APPLY_AS_EMPLOYER"),
            ("2016-03-03", "REPORT_ACCIDENT"),
            ("2016-03-31", "REPORT_ROSTER_CHANGE"),
            ("2016-03-31", "REPORT_NAME_CHANGE"),
            ("2016-03-31", "APPLY_AS_EMPLOYER"),
            ("2016-04-30", "KEEP_ROSTER"),
            ("2016-05-31", "FILE_DELAY_PAPERS"),
            ("2017-03-01", "APPLY_DIRECTLY"),
            (None, "LIST_PREMIUM"),
            (None, "SHOW_PERMIT_PAPERS"),
            (None, "POST_ENROLMENT"),
            (None, "TELL_WORKERS"),
            (None, "FILE_WARRANTY"),
            (None, "REPORT_WARRANTY_ROSTER"),
        ]

    def test_open_ones_first(self) -> None:
        """The same entries, each part by its day."""
        on = date(2016, 4, 1)
        entries = obligations(self.PROJECT, on=on, open_first=True)
        assert [one.is_open for one in entries] == [True] * 12 + [False] * 4
        plain = obligations(self.PROJECT, on=on)
        assert list(entries) == [one for one in plain if one.is_open] + [one for one in plain if not one.is_open]

    @settings(max_examples=50)
    @given(days(date(2015, 9, 1), date(2018, 1, 1)), st.integers(1, 400))
    def test_no_open_duty_becomes_less_late(self, on: date, after: int) -> None:
        """On a later day a duty that is still open is late if it was, and one that is done stays done."""
        first = {_name(one): one for one in obligations(self.PROJECT, on=on)}
        later = {_name(one): one for one in obligations(self.PROJECT, on=on + timedelta(days=after))}
        for name, one in first.items():
            other = later.get(name)
            if other is None:
                assert one.duty in {Duty.APPLY_DIRECTLY, Duty.KEEP_ROSTER, Duty.HAND_OVER_PREMIUM}
            elif not one.is_open:
                assert other == one
            elif other.is_open and one.state is ObligationState.LATE:
                assert other.state is ObligationState.LATE

    def test_explaining_changes_nothing(self) -> None:
        """The answer is the same with its reasons, which cite the clauses."""
        asked = explain(obligations, self.PROJECT, on=date(2016, 4, 1))
        assert asked.outcome == obligations(self.PROJECT, on=date(2016, 4, 1))
        cited = {str(clause) for clause in asked.clauses}
        assert {"NN-1.1.5", "NN-1.3.2", "NN-1.3.4", "NN-3.1.1", "NN-3.2.3", "NN-4.1", "NN-4.3"} <= cited


def _name(one: Obligation) -> tuple[Duty, object, object]:
    return one.duty, one.about, one.due


class TestDoor:
    """What the question refuses; a fact that is wrong is no fact that is missing."""

    def test_what_is_no_case(self) -> None:
        """Case, day, flag and calendar are what they say."""
        facts: Any = {"on": date(2016, 1, 1)}
        with refused("obligations", "case", "must be of type ProjectCase"):
            obligations(CONTRACT, **facts)  # type: ignore[arg-type]  # to see it refused
        with refused("obligations", "open_first", "must be True or False"):
            obligations(case(), **facts, open_first="yes")  # type: ignore[arg-type]  # likewise
        with refused("obligations", "calendar", "must be of type WorkCalendar"):
            obligations(case(), **facts, calendar="none")  # type: ignore[arg-type]  # likewise

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_what_is_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (anything)
        """The day is a day."""
        with refused("obligations", "on", rule):
            obligations(case(), on=value)

    def test_a_wrong_fact_stays_an_error(self) -> None:
        """An extension that is longer than Guangxi allows is not passed over."""
        with refused("employer_deadline", "extension_days", "must not be above 30 days"):
            obligations(case(accidents=[hurt(extension_days=31)]), on=LONG_AFTER)


@pytest.mark.parametrize(("day", "governed"), [(date(2014, 12, 31), False), (date(2015, 1, 1), True), (None, True)])
def test_a_figure_governs_from_its_first_entry(day: date | None, governed: bool) -> None:
    """A figure that changed later governs from its first value on, not only from its last."""
    assert len(list(LAW.minimum_wages.days())) > 1
    assert governs(LAW.minimum_wages, day) is governed


@pytest.mark.clause("NN-4.1", "NN-4.3")
@pytest.mark.parametrize(
    ("on", "employer", "others"),
    [
        (date(2016, 2, 29), None, None),
        (date(2016, 3, 1), ("2016-03-31", "OPEN"), ("2017-03-01", "OPEN")),
        (date(2016, 3, 31), ("2016-03-31", "OPEN"), ("2017-03-01", "OPEN")),
        (date(2016, 4, 1), ("2016-03-31", "LATE"), ("2017-03-01", "OPEN")),
        (date(2017, 3, 1), ("2016-03-31", "LATE"), ("2017-03-01", "OPEN")),
        (date(2017, 3, 2), ("2016-03-31", "LATE"), ("2017-03-01", "LATE")),
    ],
)
def test_a_disease_is_applied_for_from_its_diagnosis(
    on: date, employer: tuple[str, str] | None, others: tuple[str, str] | None
) -> None:
    """Exposed from 2015-10-09 and diagnosed on 2016-03-01: thirty days and a year from the diagnosis, no report."""
    ill = OccupationalDisease("张三", exposed_from=date(2015, 10, 9), diagnosed_on=date(2016, 3, 1))
    entries = obligations(case(diseases=[ill]), on=on)
    for duty, expected in ((Duty.APPLY_AS_EMPLOYER, employer), (Duty.APPLY_DIRECTLY, others)):
        found = [(str(one.due), one.state.name) for one in of(duty, entries)]
        assert found == ([] if expected is None else [expected])
        assert {one.since for one in of(duty, entries)} <= {date(2016, 3, 1)}
    assert not of(Duty.REPORT_ACCIDENT, entries)


@pytest.mark.clause("NN-4.1", "NN-4.3")
@pytest.mark.parametrize(
    ("on", "employer", "others"),
    [
        (date(2016, 8, 31), ("2016-03-31", "LATE"), ("2017-03-01", "OPEN")),
        (date(2016, 9, 1), ("2016-10-01", "OPEN"), ("2017-09-01", "OPEN")),
        (date(2016, 10, 2), ("2016-10-01", "LATE"), ("2017-09-01", "OPEN")),
        (date(2017, 9, 2), ("2016-10-01", "LATE"), ("2017-09-01", "LATE")),
    ],
)
def test_harm_that_shows_later_moves_the_limits_from_its_day_on(
    on: date, employer: tuple[str, str], others: tuple[str, str]
) -> None:
    """Hurt on 2016-03-01, shown on 2016-09-01: the day before it, the limits still run from the accident."""
    entries = obligations(case(accidents=[hurt(shown_on=date(2016, 9, 1))]), on=on)
    for duty, expected in ((Duty.APPLY_AS_EMPLOYER, employer), (Duty.APPLY_DIRECTLY, others)):
        [one] = of(duty, entries)
        assert (str(one.due), one.state.name) == expected


@pytest.mark.clause("NN-5.5")
@pytest.mark.parametrize(
    ("facts", "on", "state"),
    [
        ({}, date(2016, 4, 30), None),
        ({}, date(2016, 5, 1), "NO_DAY_GIVEN"),
        ({"exposed_to": date(2015, 10, 7)}, date(2016, 5, 1), None),
        (
            {
                "benefits": BenefitFacts(wage=4_000, leave_months=1, benefits_paid_on=date(2016, 6, 1)),
            },
            date(2016, 6, 1),
            "DONE_NO_DAY_GIVEN",
        ),
    ],
    ids=["before the assessment", "determined", "not exposed under the cover", "paid"],
)
def test_the_claim_papers_of_a_disease(facts: dict[str, Any], on: date, state: str | None) -> None:
    """Once determined and assessed, unless the project's cover surely does not answer; done with the benefits paid."""
    done: dict[str, Any] = {"determined_on": date(2016, 4, 1), "assessed_on": date(2016, 5, 1)}
    ill = OccupationalDisease("张三", exposed_from=date(2015, 1, 1), diagnosed_on=date(2016, 3, 1), **{**done, **facts})
    listed = [RosterChange("张三", ADD, date(2015, 10, 8))]
    entries = of(Duty.CLAIM_BENEFITS, obligations(case(roster=listed, diseases=[ill]), on=on))
    assert [(one.state.name, str(one.clause), one.since) for one in entries] == (
        [] if state is None else [(state, "NN-5.5", date(2016, 5, 1))]
    )
