"""On which days (哪些日子): what comes out of a rule on every day of a window."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Generic, TypeVar

import attrs

from gxinjury.inquiry.changes import ANY
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, in_yuan, matches, tell
from gxinjury.inquiry.reports import Report, Section, say
from gxinjury.inquiry.sweeps import days_of, swept
from gxinjury.inquiry.unobserved import unobserved
from gxinjury.periods import Period
from gxinjury.statutes import Statute
from gxinjury.texts import Language, Text

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Stretch(Generic[T_co]):
    """Days in a row on which the same comes out.

    Args:
        period: The days.
        outcome: What comes out on each of them.
    """

    period: Period
    outcome: T_co | Refusal


@attrs.frozen
class DaysWhen(Report, Generic[T_co]):
    """What comes out on each day of a window; a sequence of stretches.

    Args:
        label: What the rule is called.
        field: The day that was moved, by name.
        field_label: What it is called.
        within: The window.
        stretches: The days with their outcomes, in order; of the outcome asked for only.
        forbidden: The days of the window that the facts themselves forbid.
        in_yuan: Whether the outcomes are amounts in yuan.
    """

    label: Text
    field: str
    field_label: Text
    within: Period
    stretches: tuple[Stretch[T_co], ...]
    forbidden: tuple[Period, ...] = ()
    in_yuan: bool = False

    @property
    def periods(self) -> tuple[Period, ...]:
        """The days of all stretches, as closed periods in order."""
        return tuple(stretch.period for stretch in self.stretches)

    def on(self, day: date) -> T_co | Refusal:
        """Return what comes out on a day.

        Raises:
            LookupError: The day is in no stretch.
        """
        for stretch in self.stretches:
            if day in stretch.period:
                return stretch.outcome
        raise LookupError(f"{day} is in no stretch of {self.field}")

    def __iter__(self) -> Iterator[Stretch[T_co]]:
        return iter(self.stretches)

    def __len__(self) -> int:
        return len(self.stretches)

    def __getitem__(self, position: int) -> Stretch[T_co]:
        return self.stretches[position]

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the stretches in order."""
        lines = [
            say("answer", language, answer=_told(one.period), outcomes=tell(one.outcome, language, yuan=self.in_yuan))
            for one in self.stretches
        ]
        lines += [say("days_forbidden", language, period=_told(period)) for period in self.forbidden]
        yield say("days_head", language, rule=self.label, field=self.field_label, within=self.within), lines


def _told(period: Period) -> date | Period:
    """Return the one day of a period of a day, else the period."""
    return period.first if period.first == period.last else period


@unobserved
def days_when(
    rule: Callable[..., T],
    case: object,
    field: str,
    within: Period,
    outcome: object = ANY,
    *,
    law: Statute | None = None,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> DaysWhen[T]:
    """Return what comes out of a rule on every day of a window, each day asked.

    Args:
        rule: A rule, the library's or one's own.
        case: A record for the rule's first fact, or its facts by name, all known; defaults hold as in a call.
        field: The day that moves, by name: ``paid_on``, or ``contract.completion`` within a record; the rule's own
            argument may be left out of the case.
        within: The window, a closed period.
        outcome: The outcome, or the kind of error, whose days are wanted; all of them by default.
        law: The law asked; None: the rule's own default.
        budget: How many days are asked at the most.
        progress: Called with the number of days asked so far.

    Raises:
        InvalidFactError: A fact is open or not there, the window has no end, or the facts forbid every day of it.
        TooManyTrialsError: The window has more days than the budget.

    >>> from gxinjury import LAW
    >>> from gxinjury.construction.premium import days_late
    >>> facts = {"start": date(2015, 10, 8), "paid_on": date(2015, 10, 8), "first_new_start": date(2015, 1, 1)}
    >>> print(days_when(days_late, facts, "paid_on", Period(date(2015, 10, 1), date(2015, 10, 9)), law=LAW))
    days paid late, by paid on in 2015-10-01..2015-10-09
      · 2015-10-01..2015-10-07 → 0
      · 2015-10-08 → 1
      · 2015-10-09 → 2
    """
    sweep = swept(rule, case, field, days_of("days_when", within), law=law, budget=Budget(budget, progress))
    stretches = (Stretch(Period(run.first, run.last), run.outcome) for run in sweep.runs)
    return DaysWhen(
        sweep.case.label,
        field,
        sweep.place.label,
        within,
        tuple(one for one in stretches if outcome is ANY or matches(one.outcome, outcome)),
        tuple(Period(first, last) for first, last in sweep.forbidden),
        in_yuan(rule),
    )
