"""A project's life, told day by day: what is told makes a new case, and of every day it is kept what was answered."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final, TypeAlias

import attrs

from gxinjury import Law
from gxinjury.construction import (
    AccidentAssessment,
    CoverState,
    DiseaseAssessment,
    ProjectAssessment,
    ProjectCase,
    Worker,
    assess_project,
    cover_proof,
    obligations,
)
from gxinjury.construction.workers import WorkerOrKey, key_of
from gxinjury.explanations import Explanation, explain

WORKERS: Final[tuple[WorkerOrKey, ...]] = ("张三", Worker("李四", "45010319800101123X"), Worker("王五"))
_CHINA: Final = timezone(timedelta(hours=8))

Question: TypeAlias = tuple[object, ...]
"""What is asked, its kind first, as ``("standing", 0)``."""
Answers: TypeAlias = dict[Question, object]


def at(day: date, hour: int = 9) -> datetime:
    """Return an hour of a day in China."""
    return datetime.combine(day, time(hour), _CHINA)


@attrs.frozen
class Kept:
    """What was answered when a day ended, and how much had been told by then."""

    day: date
    told: int
    answers: Answers
    case: ProjectCase


@attrs.define
class Life:
    """A project as far as it is told: the case, the day it is, what was told, and what each day answered."""

    case: ProjectCase
    today: date
    law: Law
    told: list[str] = attrs.field(factory=list)
    kept: list[Kept] = attrs.field(factory=list)

    def tell(self, event: str, **facts: Any) -> None:  # noqa: ANN401  (any fact)
        """Take in what is told today."""
        self.case = attrs.evolve(self.case, **facts)
        self.told.append(event)

    def add(self, event: str, field: str, one: object) -> None:
        """Take in one more of something."""
        self.tell(event, **{field: (*getattr(self.case, field), one)})

    def of_harm(self, event: str, field: str, place: int, **facts: Any) -> None:  # noqa: ANN401  (any fact)
        """Take in what is told today of an accident or a disease that was told before."""
        harms = list(getattr(self.case, field))
        harms[place] = attrs.evolve(harms[place], **facts)
        self.tell(event, **{field: harms})

    def sleep(self, until: date) -> None:
        """Let the day end, keep what it answered, and wake on another."""
        self.kept.append(Kept(self.today, len(self.told), answers(self.case, self.today, self.law), self.case))
        self.today = until

    def since(self, kept: Kept) -> set[str]:
        """Return what was told since a day."""
        return set(self.told[kept.told :])


def answers(case: ProjectCase, day: date, law: Law) -> Answers:
    """Return what a case answers of a day and of what had come by then, question by question."""
    assessed = assess_project(case, law=law)
    cover, bill = assessed.cover, assessed.bill
    lines = () if bill is None else bill.lines
    found: Answers = {
        ("expired",): assessed.expiry < day,
        ("paid",): assessed.premium_day is not None and assessed.premium_day <= day,
        ("bill",): tuple((one.kind.name, one.dated, one.base, one.amount) for one in lines if one.dated <= day),
        ("cover",): state_on(case, assessed, day).name,
    }
    for worker in WORKERS:
        state = CoverState.NOT_COVERED
        if cover is not None:
            state = cover_proof(cover, case.roster, worker, day, law=law).state
        found["insured", key_of(worker)] = state.name
    for place, hurt in enumerate(assessed.accidents):
        if hurt.accident.day <= day:
            found |= _of_harm(("accident", place), hurt)
    for place, ill in enumerate(assessed.diseases):
        if ill.disease.day <= day:
            found |= _of_harm(("disease", place), ill)
    for duty in obligations(case, on=day, law=law):
        about = duty.about and key_of(duty.about)
        question = ("duty", duty.duty.name, about, duty.since, duty.amount)
        told = (str(duty.due), duty.due_at, duty.state.name, duty.done_on)
        found[question] = sorted([*found.get(question, ()), told], key=str)  # type: ignore[misc]  # several alike
    return found


def state_on(case: ProjectCase, assessed: ProjectAssessment, day: date) -> CoverState:
    """Return whether a project is covered on a day: unsettled where it paid and nobody says what was due."""
    if assessed.cover is not None:
        return assessed.cover.state(day)
    paid = assessed.bill is None and any(one.paid_on <= day for one in case.payments)
    return CoverState.UNSETTLED if paid else CoverState.NOT_COVERED


def _of_harm(which: Question, assessed: Any) -> Answers:  # noqa: ANN401  (of an accident or a disease)
    found: Answers = {("standing", *which): assessed.standing.name, ("fund", *which): assessed.fund_pays}
    settled = assessed.settlement
    return found | ({} if settled is None else {("base", *which): settled.base and settled.base.amount})


@attrs.frozen
class Answered:
    """What is answered today, with the case that it is answered of; what the laws look at."""

    case: ProjectCase
    today: date
    law: Law
    why: Explanation[ProjectAssessment]
    duties: tuple[Any, ...]

    @classmethod
    def of(cls, life: Life) -> "Answered":
        """Ask all questions of a life."""
        why = explain(assess_project, life.case, law=life.law)
        return cls(life.case, life.today, life.law, why, obligations(life.case, on=life.today, law=life.law))

    @property
    def assessed(self) -> ProjectAssessment:
        """The assessment."""
        return self.why.outcome

    @property
    def harms(self) -> tuple[AccidentAssessment | DiseaseAssessment, ...]:
        """The accidents, then the diseases."""
        return (*self.assessed.accidents, *self.assessed.diseases)


def without_benefits(case: ProjectCase) -> ProjectCase:
    """Return a case without the facts of benefits, which are none of what was known of a day."""
    harms: dict[str, Any] = {
        field: [attrs.evolve(one, benefits=None) for one in getattr(case, field)] for field in ("accidents", "diseases")
    }
    return attrs.evolve(case, **harms)
