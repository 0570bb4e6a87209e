"""What must hold of every answer about a project, whatever was told of it: laws that a lawyer can read.

Nothing here computes as the library does: each law holds one answer against another, or against plain arithmetic.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from gxinjury.construction import CoverState, Duty, Obligation, ObligationState, Standing, cover_proof, insured_on
from gxinjury.construction.accident_review import AccidentAssessment
from gxinjury.construction.cover_windows import cover_windows
from gxinjury.construction.known import as_of
from gxinjury.construction.workers import key_of
from gxinjury.findings import Finding
from gxinjury.law.clauses import clauses
from gxinjury.law.readings import CoverFrom, EmployerEnrolment, EnrolledMeans, RemovalEffect
from gxinjury.law.regulation import Payer
from gxinjury.periods import Period
from tests.construction.project_life import Answered, state_on

DAY: Final = timedelta(days=1)
REGISTERED: Final = frozenset(clauses())


def a_bill_is_the_sum_of_its_lines(told: Answered) -> None:
    """Each line is price × rate × share, half a fen rounded up; their sum is the bill, and the bill is what is due."""
    bill, account = told.assessed.bill, told.assessed.account
    assert (bill is None) == (account is None)
    if bill is None or account is None:
        assert told.assessed.unanswered
        return
    for line in bill.lines:
        exact = (
            Fraction(line.base)
            * Fraction(line.rate.fraction)
            * (Fraction(line.share.part) / Fraction(line.share.whole))
        )
        size = Fraction(int(abs(exact) * 100 + Fraction(1, 2)), 100)
        assert Fraction(line.amount) == (size if exact > 0 else -size)
    assert sum(line.amount for line in bill.lines) == bill.total == account.due


def a_project_is_billed_as_of_the_day_it_enrolled(told: Answered) -> None:
    """The bill is that of the first payment, and without one of the day before the start; what is agreed later adds."""
    bill = told.assessed.bill
    if bill is not None:
        start = told.case.started_on or told.case.contract.commencement
        first = min((one.paid_on for one in told.case.payments), default=start - DAY)
        assert bill.initial.dated == first
        assert all(line.dated > first for line in (*bill.supplements, *bill.refunds))


def paid_and_owed_agree(told: Answered) -> None:
    """What is paid and what is open make what is due and what is paid too much; never is both open and overpaid."""
    account = told.assessed.account
    if account is not None:
        assert account.paid == sum(one.amount for one in told.case.payments)
        assert account.paid + account.open == account.due + account.overpaid
        assert account.open >= 0 <= account.overpaid
        assert not (account.open and account.overpaid)
        found = [one for one in told.assessed.findings if one.code in {"sum_not_complete", "supplement_unpaid"}]
        assert sum(value for one in found for value in [one["open"]] if isinstance(value, Decimal)) == account.open


def the_premium_counts_from_the_payment_that_completes_it(told: Answered) -> None:
    """It counts as paid on the first day by which the payments, refunds set off, reach the first line; not before."""
    bill, day = told.assessed.bill, told.assessed.premium_day
    if bill is None:
        assert day is None
        return
    sums: list[tuple[date, Decimal]] = [(one.paid_on, one.amount) for one in told.case.payments]
    sums += [(line.dated, -line.amount) for line in bill.refunds]
    reached = (on for on, _ in sorted(sums) if sum(amount for by, amount in sums if by <= on) >= bill.initial.amount)
    completed = next(reached, None) if bill.initial.amount else bill.initial.dated
    if (
        told.law.choice(CoverFrom) is CoverFrom.FULL_PAYMENT
        or not told.case.payments
        or completed == bill.initial.dated
    ):
        assert day == completed
    else:
        assert day == bill.initial.dated


def cover_begins_with_the_premium(told: Answered) -> None:
    """Nobody is covered before the premium counts as paid, and from then on; unless it came too late, as is said."""
    cover, paid = told.assessed.cover, told.assessed.premium_day
    too_late = {"paid_after_completion", "paid_after_acceptance"}
    if cover is None:
        assert paid is None
        return
    days = (*cover.periods, *cover.unsettled)
    assert bool(days) != bool(too_late & {one.code for one in cover.findings})
    if days:
        assert min(one.first for one in days) == paid == cover.periods[0].first
    assert set(cover.findings) <= set(told.assessed.findings)
    assert cover.expiry == told.assessed.expiry


def a_day_is_covered_unsettled_or_neither(told: Answered) -> None:
    """Covered and unsettled days are told apart; the windows cut all days from the first one on, each day in one."""
    cover = told.assessed.cover
    windows = cover_windows(told.why)
    if cover is None:
        assert windows == ()
        return
    for periods in (cover.periods, cover.unsettled):
        assert all(one.last is not None and one.last + DAY < other.first for one, other in pairwise(periods))
    assert not any(one.overlap(other) for one in cover.periods for other in cover.unsettled)
    assert all(
        one.days.last is not None and one.days.last + DAY == other.days.first for one, other in pairwise(windows)
    )
    assert not windows or windows[-1].days.last is None or windows[-1].state is not CoverState.NOT_COVERED
    for window in windows:
        assert cover.state(window.days.first) is window.state
        assert bool(window.clauses) == (window.state is not CoverState.NOT_COVERED)


def after_acceptance_only_the_warranty_is_covered(told: Answered) -> None:
    """Cover of the works ends with acceptance; later days are covered, or unsettled, by a filed warranty alone."""
    cover, accepted_on, warranty = told.assessed.cover, told.case.accepted_on, told.case.warranty
    if cover is None or accepted_on is None:
        return
    after = Period(accepted_on + DAY, None)
    found = [both for one in (*cover.periods, *cover.unsettled) if (both := one.overlap(after))]
    if found:
        assert warranty is not None
        assert warranty.filed_on is not None
        assert warranty.roster_reported_on is not None
        filed = max(warranty.filed_on, warranty.roster_reported_on)
        assert all(one.first >= filed and one.last == warranty.ends for one in found)


def _days_asked(told: Answered) -> set[date]:
    """The edges of what the answers name, and the days beside them."""
    cover = told.assessed.cover
    periods = [one for worker in told.assessed.workers for one in worker.listed]
    periods += [] if cover is None else [*cover.periods, *cover.unsettled]
    edges = {told.today, *(one.first for one in periods), *(one.last for one in periods if one.last is not None)}
    return {edge + off * DAY for edge in edges for off in (-1, 0, 1)}


def a_worker_is_covered_where_project_and_roster_are(told: Answered) -> None:
    """On each day a worker's proof of cover, his periods and the list of the insured say the same of him."""
    cover = told.assessed.cover
    assert {key_of(one.worker) for one in told.assessed.workers} == {key_of(one.worker) for one in told.case.roster}
    if cover is None:
        assert not any(one.listed or one.covered or one.unsettled for one in told.assessed.workers)
        return
    paid_on = cover.periods[0].first if cover.periods else None
    for day in _days_asked(told) if paid_on is not None else ():
        on_the_list = {key_of(one) for one in insured_on(told.case.roster, day, paid_on=paid_on, law=told.law)}
        for worker in told.assessed.workers:
            is_listed = any(day in one for one in worker.listed)
            assert is_listed == (key_of(worker.worker) in on_the_list)
            state = cover.state(day) if is_listed else CoverState.NOT_COVERED
            assert any(day in one for one in worker.covered) == (state is CoverState.COVERED)
            assert any(day in one for one in worker.unsettled) == (state is CoverState.UNSETTLED)
            assert cover_proof(cover, told.case.roster, worker.worker, day, law=told.law).state is state


def a_report_insures_from_the_next_day(told: Answered) -> None:
    """Nobody is insured before the day after his first report, unless the roster came with the registration."""
    for worker in told.assessed.workers:
        first = min(one.reported_on for one in told.case.roster if key_of(one.worker) == key_of(worker.worker))
        paid = told.assessed.premium_day
        for one in worker.listed:
            assert one.first > first or (paid is not None and first <= paid == one.first)


def _is_enrolled(told: Answered, hurt: AccidentAssessment) -> bool:
    """Return whether a worker was on the roster when he was hurt, or insured by his employer where that counts."""
    day, law = hurt.accident.day, told.law
    own = [one for one in told.assessed.workers if key_of(one.worker) == key_of(hurt.case.worker)]
    listed = any(day in period for one in own for period in one.listed)
    by_employer = (
        hurt.case.injury.enrolled_by_employer and law.choice(EmployerEnrolment) is not EmployerEnrolment.ROSTER_ONLY
    )
    reported = law.choice(EnrolledMeans) is EnrolledMeans.REPORTED and any(
        one.reported_on <= day for one in told.case.roster if key_of(one.worker) == key_of(hurt.case.worker)
    )
    return listed or by_employer or (hurt.case.injury.enrolled and reported)


def a_standing_rests_on_the_day_of_the_accident(told: Answered) -> None:
    """Who claims under the project was enrolled, on a covered day; who is hurt outside the cover is not insured.

    Who was enrolled is never asked for verification, and whoever is treated as insured was not enrolled.
    """
    for hurt in told.assessed.accidents:
        state = state_on(told.case, told.assessed, hurt.accident.day)
        assert hurt.case.injury.cover is state
        assert (state is CoverState.NOT_COVERED) <= (hurt.standing is Standing.NOT_INSURED)
        assert (state is CoverState.UNSETTLED) <= (hurt.standing is Standing.UNSETTLED)
        enrolled = _is_enrolled(told, hurt)
        if hurt.standing in {Standing.PROJECT_CLAIM, Standing.SCOPE_DECIDES}:
            assert enrolled
        if hurt.standing in {Standing.TREATED_AS_INSURED, Standing.PENDING_VERIFICATION}:
            assert not enrolled
        assert hurt.takes_report <= (not enrolled and state is not CoverState.NOT_COVERED)
        assert (hurt.report_by is not None) <= hurt.takes_report


def the_fund_pays_only_under_cover(told: Answered) -> None:
    """The fund pays where the worker stands insured; where he does not, it bears no cost and no benefit."""
    for hurt in told.harms:
        if hurt.fund_pays:
            assert hurt.standing not in {Standing.NOT_INSURED, Standing.UNSETTLED, Standing.PENDING_VERIFICATION}
        if hurt.standing is Standing.NOT_INSURED:
            assert hurt.fund_pays is False
            assert hurt.costs is None
        if hurt.costs is not None:
            harm: Any = hurt.accident if isinstance(hurt, AccidentAssessment) else hurt.disease
            assert hurt.costs.fund + hurt.costs.employer == sum(one.amount for one in harm.costs)


def a_disease_is_answered_by_the_exposure(told: Answered) -> None:
    """A disease diagnosed after completion is unsettled, never a firm no; else it needs a covered day of exposure."""
    done_on = told.case.completed_on or told.case.accepted_on
    for ill in told.assessed.diseases:
        if done_on is not None and done_on < ill.disease.diagnosed_on:
            assert ill.standing is Standing.UNSETTLED
        else:
            exposure = ill.disease.exposure
            days = [
                exposure.first + count * DAY for count in range((ill.disease.diagnosed_on - exposure.first).days + 1)
            ]
            states = {state_on(told.case, told.assessed, day) for day in days if day in exposure}
            exposed = states != {CoverState.NOT_COVERED}
            assert exposed == (ill.standing is not Standing.NOT_INSURED)


def a_settlement_rests_on_the_base_explained(told: Answered) -> None:
    """The base of a settled harm is the one whose steps are shown, and each payer's total is that of the lines."""
    bases = [step.outcome for step in told.why.steps if step.name == "settled_base"]
    settled = [one.settlement for one in told.harms if one.settlement]
    assert [one.base for one in settled if one.base is not None] == [one for one in bases if one is not None]
    for one in settled:
        assert one.base is None or one.base.amount > 0
        if one.settlement is not None:
            for row in one.settlement.totals:
                lines = [line for line in one.settlement.lines if (line.payer, line.rhythm) == (row.payer, row.rhythm)]
                assert row.amount == sum(line.counted for line in lines if line.counted is not None)
    for hurt in told.harms:
        if hurt.fund_pays is False and hurt.settlement is not None and hurt.settlement.settlement is not None:
            assert not [one for one in hurt.settlement.settlement.lines if one.payer is Payer.FUND]


def _of(told: Answered, duty: Duty) -> list[Obligation]:
    return [one for one in told.duties if one.duty is duty]


def duties_have_the_days_of_the_answers(told: Answered) -> None:
    """Each duty is due on the day that the answer about it names: premium, papers, report, applications, warranty."""
    assessed = told.assessed
    for one in _of(told, Duty.PAY_PREMIUM):
        assert one.done_on == assessed.premium_day
        assert one.due is not None
        assert one.due.raw == (told.case.started_on or told.case.contract.commencement) - DAY
    papers = {one.due.raw for one in _of(told, Duty.FILE_DELAY_PAPERS) if one.due is not None}
    assert assessed.delay_papers_by is None or papers <= {assessed.delay_papers_by}
    lines = () if assessed.bill is None else assessed.bill.supplements
    owed = _of(told, Duty.PAY_SUPPLEMENT)
    if told.case.payments and assessed.bill is not None and not assessed.unanswered:
        assert sorted((one.since, one.amount) for one in owed) == sorted(
            (line.dated, line.amount) for line in lines if line.amount
        )
    for hurt in told.harms:
        harm: Any = hurt.accident if isinstance(hurt, AccidentAssessment) else hurt.disease
        own = [one for one in told.duties if one.about == harm.worker and one.since == harm.counted_from]
        for one in own:
            if one.duty is Duty.APPLY_AS_EMPLOYER:
                assert one.due in _limits(assessed.accidents, assessed.diseases, harm, "employer_files_by")
            if one.duty is Duty.APPLY_DIRECTLY:
                assert one.due in _limits(assessed.accidents, assessed.diseases, harm, "others_file_by")
    moments = {one.report_by for one in assessed.accidents if one.takes_report}
    assert {one.due_at for one in _of(told, Duty.REPORT_ACCIDENT)} == moments


def _limits(accidents: Iterable[Any], diseases: Iterable[Any], harm: Any, limit: str) -> list[Any]:  # noqa: ANN401
    """The limits of all harms of one worker that count from one day."""
    harms = [(one, one.accident) for one in accidents] + [(one, one.disease) for one in diseases]
    same = [one for one, each in harms if (each.worker, each.counted_from) == (harm.worker, harm.counted_from)]
    return [getattr(one, limit) for one in same]


def a_duty_stands_as_its_day_says(told: Answered) -> None:
    """Done by its day it is in time; not done it is open until then, and late after. None springs from the future."""
    in_time = {ObligationState.DONE, ObligationState.OPEN}
    for one in told.duties:
        assert one.clause in REGISTERED
        if one.duty is not Duty.REPORT_ROSTER_CHANGE:
            assert one.since is None or one.since <= told.today or one.duty in _AHEAD
        assert one.done_on is None or one.done_on <= told.today
        if one.due is not None and one.duty not in {Duty.REPORT_ON_SITE, Duty.REPORT_ACCIDENT}:
            by = one.done_on or told.today
            assert (one.state in in_time) == (by <= one.due.latest)


_AHEAD: Final = frozenset({Duty.FILE_WARRANTY, Duty.REPORT_WARRANTY_ROSTER})
"""By the contractual completion a warranty is filed after a day to come."""


def no_removal_insures_longer(told: Answered) -> None:
    """Whoever was reported off the roster and not on it again is not insured after that day, nor after he left."""
    if told.law.choice(RemovalEffect) is RemovalEffect.LEAVING_DAY:
        return
    for worker in told.assessed.workers:
        own = [one for one in told.case.roster if key_of(one.worker) == key_of(worker.worker)]
        last = max(one.reported_on for one in own)
        if all(one.kind.name == "REMOVE" for one in own if one.reported_on == last):
            assert all(one.last is not None and one.last <= last for one in worker.listed)


def every_finding_has_its_clause_and_its_words(told: Answered) -> None:
    """Each finding stands under a clause of the register and says it in both languages; what is not answered is one."""
    for one in _findings(told):
        assert one.clause in REGISTERED
        assert one.text("zh").strip()
        assert one.text("en").strip()
    assert {part.finding for part in told.assessed.unanswered} <= set(told.assessed.findings)


def _findings(told: Answered) -> Iterable[Finding]:
    yield from told.assessed.findings
    yield from told.assessed.roster_findings
    for hurt in told.harms:
        yield from hurt.findings
        yield from hurt.settlement.findings if hurt.settlement else ()


def today_all_that_is_told_is_known(told: Answered) -> None:
    """The duties of today are those of what is known today; nothing told is left out of its own day."""
    known = as_of(told.case, told.today)
    for field in ("payments", "price_changes", "term_changes", "roster", "name_changes", "stoppages", "delay"):
        assert getattr(known, field) == getattr(told.case, field)


EVERY_LAW: Final[tuple[Callable[[Answered], None], ...]] = (
    a_bill_is_the_sum_of_its_lines,
    a_project_is_billed_as_of_the_day_it_enrolled,
    paid_and_owed_agree,
    the_premium_counts_from_the_payment_that_completes_it,
    cover_begins_with_the_premium,
    a_day_is_covered_unsettled_or_neither,
    after_acceptance_only_the_warranty_is_covered,
    a_worker_is_covered_where_project_and_roster_are,
    a_report_insures_from_the_next_day,
    no_removal_insures_longer,
    a_standing_rests_on_the_day_of_the_accident,
    the_fund_pays_only_under_cover,
    a_disease_is_answered_by_the_exposure,
    a_settlement_rests_on_the_base_explained,
    duties_have_the_days_of_the_answers,
    a_duty_stands_as_its_day_says,
    every_finding_has_its_clause_and_its_words,
    today_all_that_is_told_is_known,
)
