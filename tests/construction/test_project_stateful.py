"""A project told day by day, in any order: its answers contradict neither one another nor what they said before."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from gxinjury.benefits import AverageSeries, AverageWage, DisabilityGrade
from gxinjury.construction import (
    Accident,
    BenefitFacts,
    Contract,
    DelayFiling,
    NameChange,
    OccupationalDisease,
    Payment,
    PriceChange,
    ProjectCase,
    RosterChange,
    RosterChangeKind,
    TermChange,
    Warranty,
    WorkStoppage,
    assess_project,
)
from gxinjury.construction.known import as_of
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.determination import DatedCost, Exclusion, ExclusionReason
from gxinjury.extra.strategies import laws
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import clauses
from gxinjury.law.readings import RemovalEffect
from gxinjury.money import Rate, total
from gxinjury.periods import Period, day_after, days_after
from tests.construction.project_exceptions import EXCEPTIONS, Later, unexplained
from tests.construction.project_laws import EVERY_LAW
from tests.construction.project_life import WORKERS, Answered, Kept, Life, Question, answers, at, without_benefits

AVERAGE: Final = AverageWage.of_month("3903.83", AverageSeries.ON_POST, 2014)
LAST_DAY: Final = date(2019, 12, 31)
SHAPES: Final = (
    (Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2015, 12, 31)), date(2015, 9, 28)),
    (Contract(price=100_000_000, commencement=date(2014, 7, 1), completion=date(2016, 6, 30)), date(2015, 8, 30)),
    (
        Contract(price="11538.50", commencement=date(2016, 3, 1), completion=date(2016, 4, 30), bid_price=10_000),
        date(2016, 2, 20),
    ),
)
"""A new start, one in progress when the notice came, a small one bid for lower; each with its first day."""

workers = st.sampled_from(WORKERS)
places = st.integers(0, 9)
a_few = st.integers(0, 5)


def changed(life: Life, exceptions: dict[str, Later] = EXCEPTIONS) -> list[tuple[date, Question, object, object]]:
    """Return what is answered otherwise now of a day that is over, or of what was known on it, and by no exception.

    What happens later changes nothing before it, but for what a clause says.
    """
    found = []
    for kept in life.kept:
        since = life.since(kept)
        for case, is_known in ((as_of(life.case, kept.day), True), (life.case, False)):
            now = answers(case, kept.day, life.law)
            left = unexplained(kept.answers, now, since, is_known=is_known, exceptions=exceptions)
            found += [(kept.day, *one) for one in left]
    return found


class ProjectMachine(RuleBasedStateMachine):
    """A project lives: things happen in any order, each is told on the day it is reported, days go by."""

    life: Life

    @initialize(
        shape=st.sampled_from(SHAPES),
        relief=st.sampled_from([None, None, None, Rate.percent(50), Rate.percent(100)]),
        warranty=st.booleans(),
        law=st.just(LAW) | laws(),
    )
    def conclude(self, shape: tuple[Contract, date], relief: Rate | None, *, warranty: bool, law: Law) -> None:
        """The contract is concluded; what has no day of its own, as relief and the length of the warranty, is in it."""
        contract, today = shape
        kept = Warranty(None, None, ends=days_after(contract.completion, 200)) if warranty else None
        self.life = Life(ProjectCase(contract, relief=relief, warranty=kept), today, law)

    @property
    def case(self) -> ProjectCase:
        """The case so far."""
        return self.life.case

    @property
    def today(self) -> date:
        """The day it is."""
        return self.life.today

    @rule(days=st.sampled_from([1, 1, 2, 9, 29, 30, 31, 75]))
    def days_go_by(self, days: int) -> None:
        """Some days in which nothing is told."""
        self._wake(self.today + timedelta(days=days))

    @rule(place=places, late=st.sampled_from([0, 0, 1]))
    def a_limit_comes(self, place: int, late: int) -> None:
        """The last day of something comes, or the day after it."""
        answered = Answered.of(self.life)
        limits = [answered.assessed.expiry, *(duty.due.latest for duty in answered.duties if duty.due)]
        ahead = sorted({day for day in limits if day > self.today})
        if ahead:
            self._wake(days_after(ahead[place % len(ahead)], late))

    def _wake(self, day: date) -> None:
        self.life.sleep(min(day, LAST_DAY))

    @rule(how=st.sampled_from(["all", "all", "half", "a fen less", "a fen more", "a little"]))
    def pay(self, how: str) -> None:
        """The contractor pays what is open, or a part, or too much."""
        account = assess_project(self.case, law=self.life.law).account
        fen = Decimal("0.01")
        due = account.open if account is not None and account.open else Decimal(1)
        sums = {"all": due, "half": (due / 2).quantize(fen), "a fen less": due - fen, "a fen more": due + fen}
        self.life.add("pay", "payments", Payment(max(sums.get(how, Decimal(1)), fen), self.today))

    @rule(
        what=st.sampled_from(
            ["started_on", "funded_on", "budgeted_on", "permit_papers_on", "posted_on", "told_on", "completed_on"]
        )
    )
    def do_once(self, what: str) -> None:
        """Work starts or is completed, money is handed over, papers are shown, the enrolment is posted."""
        if getattr(self.case, what) is None and not (what == "completed_on" and self.case.accepted_on):
            self.life.tell(what, **{what: self.today})

    @precondition(lambda self: self.case.accepted_on is None and self.today >= self.case.contract.commencement)
    @rule()
    def accept(self) -> None:
        """Completion is accepted."""
        self.life.tell("accepted_on", accepted_on=self.today)

    @rule(amount=st.sampled_from(["8500000", "0.39", "1000", "-900", "-1000"]))
    def change_the_price(self, amount: str) -> None:
        """The price is raised or reduced, as far as it leaves one."""
        left = total([self.case.contract.price, *(one.amount for one in self.case.price_changes)])
        if left + Decimal(amount) > 5_000:
            self.life.add("price", "price_changes", PriceChange(amount=amount, agreed_on=self.today))

    @rule(days=st.sampled_from([-40, -1, 0, 1, 30, 60, 120]))
    def change_the_term(self, days: int) -> None:
        """The parties agree on another last day, counted from the one that they have, and be it over."""
        agreed = self.case.term_changes[-1:]
        completion = days_after(agreed[0].completion if agreed else self.case.contract.completion, days)
        if not (agreed and agreed[0].agreed_on == self.today) and completion >= self.case.contract.commencement:
            self.life.add("term", "term_changes", TermChange(completion=completion, agreed_on=self.today))

    @precondition(lambda self: self.case.delay is None)
    @rule(ends=st.sampled_from([None, -3, 45, 90]))
    def file_delay_papers(self, ends: int | None) -> None:
        """The papers of a delayed completion are filed, the end of the acceptance period named or not."""
        expiry = assess_project(self.case, law=self.life.law).expiry
        period = None if ends is None else days_after(expiry, ends)
        self.life.tell("delay", delay=DelayFiling(self.today, acceptance_period_ends=period))

    @precondition(lambda self: self.case.warranty is not None)
    @rule(what=st.sampled_from(["filed_on", "roster_reported_on"]))
    def file_for_the_warranty(self, what: str) -> None:
        """The warranty contract is filed, or its roster reported."""
        warranty = self.case.warranty
        if warranty is not None and getattr(warranty, what) is None:
            self.life.tell("warranty", warranty=attrs.evolve(warranty, **{what: self.today}))

    @rule(worker=workers, kind=st.sampled_from(RosterChangeKind), ago=st.sampled_from([0, 0, 1, 5, 35, -2]))
    def report_the_roster(self, worker: WorkerOrKey, kind: RosterChangeKind, ago: int) -> None:
        """A worker is reported on the roster or off it, at once, late or ahead."""
        happened_on = days_after(self.today, -ago)
        self.life.add("roster", "roster", RosterChange(worker, kind, self.today, happened_on))

    @rule(resumed=st.booleans())
    def stop_the_works(self, *, resumed: bool) -> None:
        """The works stand still, or go on."""
        last = self.case.stoppages[-1:]
        if not last or last[0].last is not None:
            self.life.add("stop", "stoppages", WorkStoppage(first=self.today, reason="资金未到位"))
        elif resumed:
            self.life.tell("resume", stoppages=[*self.case.stoppages[:-1], attrs.evolve(last[0], last=self.today)])

    @rule(ago=a_few, reported=st.booleans())
    def change_a_name(self, ago: int, *, reported: bool) -> None:
        """The name changed some days ago, of which the document comes today; or the change is reported."""
        last = self.case.name_changes[-1:]
        if not last or last[0].reported_on is not None:
            changed = NameChange("某集团建筑公司", self.today, days_after(self.today, -ago))
            self.life.add("name", "name_changes", changed)
        elif reported:
            renamed = [*self.case.name_changes[:-1], attrs.evolve(last[0], reported_on=self.today)]
            self.life.tell("name reported", name_changes=renamed)

    @precondition(lambda self: len(self.case.accidents) < 2)
    @rule(
        worker=workers,
        ago=st.sampled_from([0, 0, 0, 1, 4]),
        work_cause=st.sampled_from([True, True, True, False]),
        on_site=st.booleans(),
        deemed=st.sampled_from([False, False, False, True]),
        own=st.sampled_from([False, False, False, True]),
    )
    def be_hurt(
        self, worker: WorkerOrKey, ago: int, *, work_cause: bool, on_site: bool, deemed: bool, own: bool
    ) -> None:
        """A worker was hurt, today or some days ago; the employer knew of it on the day."""
        day = days_after(self.today, -ago)
        hurt = Accident(
            worker,
            at(day),
            work_cause=work_cause,
            on_site=on_site,
            known_at=at(day, 12),
            deemed=deemed,
            enrolled_by_employer=own,
        )
        self.life.add("accident", "accidents", hurt)

    @precondition(lambda self: len(self.case.diseases) < 1)
    @rule(worker=workers, days=st.sampled_from([0, 10, 60]))
    def be_diagnosed(self, worker: WorkerOrKey, days: int) -> None:
        """A worker's disease is diagnosed today, after some days of exposure."""
        ill = OccupationalDisease(worker, days_after(self.today, -days), self.today)
        self.life.add("disease", "diseases", ill)

    @precondition(lambda self: bool(self.case.accidents or self.case.diseases))
    @rule(
        place=places,
        what=st.sampled_from(
            ["employer_filed_on", "others_filed_on", "accepted_on", "determined_on", "assessed_on", "shown_on"]
        ),
    )
    def go_on_with_a_harm(self, place: int, what: str) -> None:
        """Somebody applies, the authority accepts, determines, assesses; the harm shows."""
        field, nth, harm = self._harm(place)
        is_ahead = what == "accepted_on" and harm.first_filing is None
        if hasattr(harm, what) and getattr(harm, what) is None and not is_ahead:
            self.life.of_harm(what, field, nth, **{what: self.today})

    @precondition(lambda self: bool(self.case.accidents))
    @rule(place=places, what=st.sampled_from(["report", "report", "verified", "refuted"]))
    def report_and_verify(self, place: int, what: str) -> None:
        """The accident is reported, or the authority verifies it."""
        nth = place % len(self.case.accidents)
        hurt = self.case.accidents[nth]
        if what == "report" and hurt.reported_at is None:
            reported_at = max(at(self.today, 9), hurt.happened_at)
            self.life.of_harm("report", "accidents", nth, reported_at=reported_at)
        elif what != "report" and hurt.verified is None:
            self.life.of_harm("verify", "accidents", nth, verified=what == "verified")

    @precondition(lambda self: bool(self.case.accidents or self.case.diseases))
    @rule(place=places, what=st.sampled_from(["costs", "extension", "suit"]))
    def costs_and_consents(self, place: int, what: str) -> None:
        """Costs arise, the authority consents to a longer limit, a suit that took some days is over."""
        field, nth, harm = self._harm(place)
        if what == "costs":
            self.life.of_harm("costs", field, nth, costs=[*harm.costs, DatedCost("1280.50", self.today)])
        elif what == "extension":
            self.life.of_harm("extension", field, nth, extension_days=30)
        elif self.today > harm.counted_from:
            suit = Exclusion(
                Period(max(harm.day, days_after(self.today, -20)), self.today), ExclusionReason.LABOUR_DISPUTE
            )
            self.life.of_harm("suit", field, nth, excluded=[*harm.excluded, suit])

    @precondition(lambda self: bool(self.case.accidents or self.case.diseases))
    @rule(place=places, facts=st.sampled_from(["wage", "months", "treated"]))
    def settle(self, place: int, facts: str) -> None:
        """The facts of the benefits are told, of a harm that is determined."""
        field, nth, harm = self._harm(place)
        if harm.determined_on is not None and harm.benefits is None:
            own: dict[str, dict[str, Any]] = {
                "wage": {"wage": 5000, "grade": DisabilityGrade(7), "graded_on": self.today},
                "months": {"monthly_wages": [4000, 4100], "average_series": None, "average": AVERAGE},
                "treated": {"wage": 5000, "treatment": 3000, "leave_months": 2},
            }
            days: dict[str, Any] = {"benefits_assessed_on": self.today, "benefits_paid_on": self.today}
            self.life.of_harm("benefits", field, nth, benefits=BenefitFacts(**own[facts], **days))

    def _harm(self, place: int) -> tuple[str, int, Any]:
        harms = [
            (field, nth, one)
            for field in ("accidents", "diseases")
            for nth, one in enumerate(getattr(self.case, field))
        ]
        return harms[place % len(harms)]

    @invariant()
    def no_answer_contradicts_another(self) -> None:
        """Every law of the project holds of what is answered today."""
        answered = Answered.of(self.life)
        for law in EVERY_LAW:
            law(answered)

    def teardown(self) -> None:
        """Look back on every day that is over."""
        if hasattr(self, "life"):
            self._wake(day_after(self.today))
            for kept in self.life.kept:
                assert as_of(kept.case, kept.day) == without_benefits(kept.case)
            assert changed(self.life) == []


TestProject = pytest.mark.clause("NN-1.1.5", "NN-1.3.1", "NN-1.3.2", "NN-1.3.3", "NN-3.1.2", "NN-3.2.0", "NN-4.1")(
    ProjectMachine.TestCase
)
# How long a step takes is a matter of the machine.
TestProject.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


NEW, LEGACY, SMALL = SHAPES
HURT: Final = {"ago": 0, "work_cause": True, "on_site": False, "deemed": False, "own": False}


def _enrolled(machine: ProjectMachine) -> None:
    """Paid before the start, with a worker on the roster."""
    machine.pay("all")
    machine.report_the_roster(WORKERS[0], RosterChangeKind.ADD, 0)
    machine.days_go_by(30)


def _pay_later(machine: ProjectMachine) -> None:
    machine.days_go_by(30)
    machine.days_go_by(1)
    machine.pay("all")


def _start_later(machine: ProjectMachine) -> None:
    machine.pay("all")
    machine.days_go_by(1)
    machine.do_once("started_on")


def _name_an_end_that_is_over(machine: ProjectMachine) -> None:
    _enrolled(machine)
    machine.days_go_by(75)
    machine.be_hurt(WORKERS[0], **HURT)
    machine.days_go_by(1)
    machine.file_delay_papers(-3)


def _agree_on_a_day_that_is_over(machine: ProjectMachine) -> None:
    _enrolled(machine)
    machine.days_go_by(30)
    machine.days_go_by(30)
    machine.days_go_by(1)
    machine.change_the_term(-40)


def _report_that_he_left(machine: ProjectMachine) -> None:
    _enrolled(machine)
    machine.be_hurt(WORKERS[0], **HURT)
    machine.days_go_by(1)
    machine.report_the_roster(WORKERS[0], RosterChangeKind.REMOVE, 5)


def _report_late(machine: ProjectMachine) -> None:
    _enrolled(machine)
    machine.days_go_by(1)
    machine.report_the_roster(WORKERS[1], RosterChangeKind.ADD, 5)


def _hurt_off_the_site(machine: ProjectMachine) -> None:
    _enrolled(machine)
    machine.be_hurt(WORKERS[1], **HURT)
    machine.days_go_by(1)


def _report_in_time(machine: ProjectMachine) -> None:
    _hurt_off_the_site(machine)
    machine.report_and_verify(0, "report")


def _verify(machine: ProjectMachine) -> None:
    _hurt_off_the_site(machine)
    machine.report_and_verify(0, "verified")


def _determine(machine: ProjectMachine) -> None:
    _hurt_off_the_site(machine)
    machine.go_on_with_a_harm(0, "determined_on")


def _tell_late(machine: ProjectMachine) -> None:
    _enrolled(machine)
    machine.days_go_by(1)
    machine.be_hurt(WORKERS[0], **HURT | {"ago": 4})


def _tell_the_wage(machine: ProjectMachine) -> None:
    _determine(machine)
    machine.days_go_by(1)
    machine.settle(0, "wage")


def _consent(machine: ProjectMachine) -> None:
    _hurt_off_the_site(machine)
    machine.costs_and_consents(0, "extension")


def _leave_time_out(machine: ProjectMachine) -> None:
    _hurt_off_the_site(machine)
    machine.days_go_by(9)
    machine.costs_and_consents(0, "suit")


def _rename(machine: ProjectMachine) -> None:
    machine.days_go_by(2)
    machine.change_a_name(5, reported=False)


LEAVING: Final = LAW.reading(RemovalEffect.LEAVING_DAY)
STORIES: Final[dict[str, tuple[Callable[[ProjectMachine], None], tuple[Contract, date], Law]]] = {
    "the first payment dates the bill": (_pay_later, NEW, LAW),
    "the actual start": (_start_later, LEGACY, LAW),
    "the end of the acceptance period": (_name_an_end_that_is_over, NEW, LAW),
    "a term agreed back": (_agree_on_a_day_that_is_over, NEW, LAW),
    "the day he left": (_report_that_he_left, NEW, LEAVING),
    "a change reported later": (_report_late, NEW, LAW),
    "the report in time": (_report_in_time, NEW, LAW),
    "the verification": (_verify, NEW, LAW),
    "the determination": (_determine, NEW, LAW),
    "an accident told later": (_tell_late, NEW, LAW),
    "the facts of the benefits": (_tell_the_wage, NEW, LAW),
    "the consent to a longer limit": (_consent, NEW, LAW),
    "time left out": (_leave_time_out, NEW, LAW),
    "a name told later": (_rename, NEW, LAW),
}
"""Of each exception a short story in which what is told last changes a day that is over."""


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_each_exception_is_reached(name: str) -> None:
    """Without it something has changed that nothing else lets; with it, nothing; it cites a clause of the register."""
    story, shape, law = STORIES[name]
    machine = ProjectMachine()
    machine.conclude(shape, None, warranty=False, law=law)
    story(machine)
    others = {other: one for other, one in EXCEPTIONS.items() if other != name}
    left = changed(machine.life, others)
    assert left
    assert changed(machine.life) == []
    assert EXCEPTIONS[name].clause in {str(clause) for clause in clauses()}
    known = {question for kept in machine.life.kept for question in _known_otherwise(machine.life, kept, others)}
    assert bool(known) is EXCEPTIONS[name].is_known


def _known_otherwise(life: Life, kept: Kept, exceptions: dict[str, Later]) -> list[Question]:
    now = answers(as_of(life.case, kept.day), kept.day, life.law)
    left = unexplained(kept.answers, now, life.since(kept), is_known=True, exceptions=exceptions)
    return [question for question, _, _ in left]


def test_what_is_told_changes_a_later_day() -> None:
    """The answers compared are not empty: each kind of answer that is looked back on changes as days go by."""
    machine = ProjectMachine()
    machine.conclude(NEW, None, warranty=False, law=LAW)
    machine.days_go_by(1)
    _determine(machine)
    machine.settle(0, "wage")
    machine.days_go_by(75)
    machine.days_go_by(1)
    first, *_, last = [kept.answers for kept in machine.life.kept]
    kinds = {str(question[0]) for question in {**first, **last} if first.get(question) != last.get(question)}
    assert kinds == {"bill", "cover", "insured", "paid", "expired", "standing", "fund", "base", "duty"}
