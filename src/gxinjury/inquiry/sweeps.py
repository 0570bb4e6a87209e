"""Sweeps (逐一试算): a rule asked for every day of a window, or for every fen, and where its answer jumps."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Annotated, Any, Final, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import unobserved
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_instance
from gxinjury.inquiry.cases import Case, case_of
from gxinjury.inquiry.open import Between
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, matches, outcome_of, tell
from gxinjury.inquiry.reports import Section, Several, say
from gxinjury.inquiry.turns import ANY
from gxinjury.inquiry.words import WORDS
from gxinjury.money import FEN, times, to_fen
from gxinjury.periods import Period
from gxinjury.statutes import Statute
from gxinjury.texts import Language, Text

__all__ = ["DaysWhen", "Edge", "Edges", "Stretch", "days_when", "edges"]

Amount: TypeAlias = Decimal | int | str

_FEN_A_YUAN: Final = 100

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Stretch(Generic[T_co]):
    """Days in a row, and what comes out on each of them."""

    period: Annotated[Period, Text("期间", "days")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]


@attrs.frozen
class DaysWhen(Several[Stretch[T_co]], Generic[T_co]):
    """What comes out on each day of a window; a sequence of stretches.

    Args:
        field: The day that was moved, by name.
        within: The window.
        stretches: The days with their outcomes, in order; of the outcome asked for only.
        forbidden: The days of the window that the facts themselves forbid.
    """

    field: Annotated[str, Text("变动的日期", "day moved")]
    field_label: Annotated[Text, Text("日期的名称", "label of that day")]
    within: Annotated[Period, Text("期间", "window")]
    stretches: Annotated[tuple[Stretch[T_co], ...], Text("各段", "stretches")]
    forbidden: Annotated[tuple[Period, ...], Text("事实不容的日期", "days that the facts forbid")] = ()

    @property
    def found(self) -> tuple[Stretch[T_co], ...]:
        """The stretches."""
        return self.stretches

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

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the stretches in order."""
        lines = [
            say("answer", language, answer=_told(one.period), outcomes=self._told(language, one.outcome))
            for one in self.stretches
        ]
        lines += [say("days_forbidden", language, period=_told(period)) for period in self.forbidden]
        yield say("days_head", language, rule=self.label, field=self.field_label, within=self.within), lines


def _told(period: Period) -> date | Period:
    """Return the one day of a period of a day, else the period."""
    return period.first if period.first == period.last else period


@attrs.frozen
class Edge(Generic[T_co]):
    """A place at which an outcome jumps: the first day, or the first amount in yuan, of the new outcome.

    ``before`` is what comes out on the day before, or a fen below.
    """

    at: Annotated[date | Yuan, Text("转折处", "at")]
    before: Annotated[T_co | Refusal, Text("之前的结果", "before")]
    after: Annotated[T_co | Refusal, Text("之后的结果", "after")]


@attrs.frozen
class Edges(Several[Edge[T_co]], Generic[T_co]):
    """Every place in a window at which an outcome jumps, in order; a sequence of them.

    Args:
        field: The day or amount that was moved, by name.
        first: The first day or amount of the window.
        last: The last.
    """

    field: Annotated[str, Text("变动的事实", "fact moved")]
    field_label: Annotated[Text, Text("事实的名称", "label of that fact")]
    first: Annotated[date | Yuan, Text("起", "from")]
    last: Annotated[date | Yuan, Text("止", "to")]
    edges: Annotated[tuple[Edge[T_co], ...], Text("转折处", "places")]

    @property
    def found(self) -> tuple[Edge[T_co], ...]:
        """The places."""
        return self.edges

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the places in order, with the outcomes on both sides."""

        def told(at: object) -> str:
            return tell(at, language, yuan=not isinstance(at, date))

        sides = [(edge.at, self._told(language, edge.before), self._told(language, edge.after)) for edge in self.edges]
        lines = [say("edge", language, at=told(at), before=before, after=after) for at, before, after in sides]
        names = {"rule": self.label, "field": self.field_label, "first": told(self.first), "last": told(self.last)}
        yield say("edges_head" if lines else "edges_none", language, **names), lines


@unobserved()
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
    window = _days("days_when", within)
    asked, moved, runs = _swept(rule, case, field, window, law=law, budget=Budget(budget, progress))
    stretches = tuple(
        Stretch(Period(first, last), found)
        for first, last, found in runs
        if found is not _FORBIDDEN and (outcome is ANY or matches(found, outcome))
    )
    forbidden = tuple(Period(first, last) for first, last, found in runs if found is _FORBIDDEN)
    return DaysWhen(asked.label, field, moved, within, stretches, forbidden, in_yuan=asked.in_yuan)


@unobserved()
def edges(
    rule: Callable[..., T],
    case: object,
    field: str,
    within: Period | tuple[Amount, Amount],
    *,
    law: Statute | None = None,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> Edges[T]:
    """Return every day of a window, or every fen, at which what comes out of a rule jumps.

    Every day or fen of the window is asked, none is left out as unlikely. Next to one that the facts forbid there is
    nothing to jump from.

    Args:
        rule: A rule, the library's or one's own.
        case: A record for the rule's first fact, or its facts by name, all known; defaults hold as in a call.
        field: The day or amount that moves, by name: ``paid_on``, or ``contract.price`` within a record.
        within: The window: a closed period for a day, the least and the largest amount in yuan for an amount.
        law: The law asked; None: the rule's own default.
        budget: How many days or fen are asked at the most; a window of amounts is 100 trials a yuan.
        progress: Called with the number asked so far.

    Raises:
        InvalidFactError: A fact is open or not there, the window is none, or the facts forbid all of it.
        TooManyTrialsError: The window is larger than the budget.

    >>> from gxinjury.construction.premium import premium
    >>> from gxinjury.money import Rate, Share
    >>> facts = {"base": 50, "rate": Rate.per_mille("1.3"), "share": Share(1, 1)}
    >>> [str(edge.at) for edge in edges(premium, facts, "base", ("45", "60"))]
    ['50.00', '57.70']
    """
    window = _days("edges", within) if isinstance(within, Period) else _fen("edges", within)
    asked, moved, runs = _swept(rule, case, field, window, law=law, budget=Budget(budget, progress))
    jumps = tuple(
        Edge(at, before, after)
        for (_, _, before), (at, _, after) in pairwise(runs)
        if before is not _FORBIDDEN and after is not _FORBIDDEN
    )
    return Edges(asked.label, field, moved, window.first, window.last, jumps, in_yuan=asked.in_yuan)


@attrs.frozen(eq=False)
class _Window:
    """The first and the last of the values that are asked for, and all of them in order."""

    first: Any
    last: Any
    values: Iterable[Any]


def _days(question: str, within: Period) -> _Window:
    check_instance(question, "within", within, Period)
    if within.last is None:
        raise InvalidFactError(question, "within", WORDS.texts["must_have_an_end"], within)
    return _Window(within.first, within.last, Between(within.first, within.last).days)


def _fen(question: str, within: tuple[Amount, Amount]) -> _Window:
    if type(within) is not tuple or len(within) != 2:  # noqa: PLR2004  (the least and the largest)
        raise InvalidFactError(question, "within", WORDS.texts["must_be_a_window"], within)
    least, largest = amount(within[0]), amount(within[1])
    for position, one in enumerate((least, largest)):
        check_amount(question, f"within[{position}]", one, Sign.NOT_NEGATIVE)
        if to_fen(one) != one:
            raise InvalidFactError(question, f"within[{position}]", WORDS.texts["must_be_in_fen"], one)
    if largest < least:
        raise InvalidFactError(question, "within", WORDS.texts["must_be_a_window"], within)
    counts = range(int(times(least, _FEN_A_YUAN)), int(times(largest, _FEN_A_YUAN)) + 1)
    return _Window(to_fen(least), to_fen(largest), (times(FEN, count) for count in counts))


_Run: TypeAlias = tuple[Any, Any, Any]
"""The first and the last of the values in a row with the same outcome, and that outcome."""

_FORBIDDEN: Final = object()
"""What comes out of values that the facts themselves forbid."""


def _swept(
    rule: Callable[..., T], case: object, field: str, window: _Window, *, law: Statute | None, budget: Budget
) -> tuple[Case[T], Text, tuple[_Run, ...]]:
    """Ask a rule for every value of a fact, in order; return the case, what the fact is called, and what came out."""
    if isinstance(case, Mapping) and "." not in field:
        case = {**case, field: window.first}
    asked = case_of(rule, case, law, whole=True)
    moved = asked.place(field).label
    runs: list[_Run] = []
    error: InvalidFactError | None = None
    for value in window.values:
        budget.spend()
        try:
            outcome: object = outcome_of(partial(asked.answer_with, {field: value}))
        except InvalidFactError as broken:
            error, outcome = error or broken, _FORBIDDEN
        if runs and matches(runs[-1][2], outcome):
            runs[-1] = (runs[-1][0], value, runs[-1][2])
        else:
            runs.append((value, value, outcome))
    if error is not None and len(runs) == 1:
        raise error
    return asked, moved, tuple(runs)
