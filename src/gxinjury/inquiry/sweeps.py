"""Sweeps (逐一试算): a rule asked for every day of a window, or for every fen, and where its answer jumps."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Annotated, Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import unobserved
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_instance
from gxinjury.inquiry._cases import Case, case_of
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, matches, outcome_of
from gxinjury.inquiry.results import Result, Section, say
from gxinjury.inquiry.turns import ANY
from gxinjury.inquiry.words import WORDS
from gxinjury.money import FEN, times, to_fen
from gxinjury.periods import Period, days_after
from gxinjury.records import Record
from gxinjury.statutes import Statute
from gxinjury.telling import told
from gxinjury.texts import Language, Text

__all__ = ["DaysWhen", "Edge", "Edges", "Spell", "days_when", "edges"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Amount: TypeAlias = Decimal | int | str

_FEN_A_YUAN: Final = 100
_FORBIDDEN: Final = object()
"""What comes out of values that the facts themselves forbid."""


@attrs.frozen
class Spell(Record, Generic[T_co]):
    """Days in a row, and what comes out on each of them."""

    period: Annotated[Period, Text("期间", "days")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]


@attrs.frozen
class DaysWhen(Result[Spell[T_co]], Generic[T_co]):
    """What comes out on each day of a window; a sequence of spells in order, of the outcome asked for only."""

    field: Annotated[str, Text("变动的日期", "day moved")]
    field_label: Annotated[Text, Text("日期的名称", "label of that day")]
    within: Annotated[Period, Text("期间", "window")]
    forbidden: Annotated[tuple[Period, ...], Text("事实不容的日期", "days that the facts forbid")] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """The days of all spells, as closed periods in order."""
        return tuple(spell.period for spell in self)

    def on(self, day: date) -> T_co | Refusal:
        """Return what comes out on a day.

        Raises:
            LookupError: The day is in no spell.
        """
        for spell in self:
            if day in spell.period:
                return spell.outcome
        raise LookupError(f"{day} is in no spell of {self.field}")

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the spells in order."""
        lines = [self._say("answer", language, answer=_days_of(one.period), outcomes=one.outcome) for one in self]
        lines += [say("days_forbidden", language, period=_days_of(period)) for period in self.forbidden]
        yield self._say("days_head", language, field=self.field_label, within=self.within), lines


def _days_of(period: Period) -> date | Period:
    """Return the one day of a period of a day, else the period."""
    return period.first if period.first == period.last else period


@attrs.frozen
class Edge(Record, Generic[T_co]):
    """A place at which an outcome jumps: the first day, or the first amount in yuan, of the new outcome.

    ``before`` is what comes out on the day before, or a fen below.
    """

    at: Annotated[date | Yuan, Text("转折处", "at")]
    before: Annotated[T_co | Refusal, Text("之前的结果", "before")]
    after: Annotated[T_co | Refusal, Text("之后的结果", "after")]


@attrs.frozen
class Edges(Result[Edge[T_co]], Generic[T_co]):
    """Every place in a window, of days or of amounts, at which an outcome jumps, in order; a sequence of them."""

    field: Annotated[str, Text("变动的事实", "fact moved")]
    field_label: Annotated[Text, Text("事实的名称", "label of that fact")]
    first: Annotated[date | Yuan, Text("起", "from")]
    last: Annotated[date | Yuan, Text("止", "to")]

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the places in order, with the outcomes on both sides."""
        at = partial(told, language=language, in_yuan=True)
        head, ends = "edges_head" if self.found else "edges_none", {"first": at(self.first), "last": at(self.last)}
        yield (
            self._say(head, language, field=self.field_label, **ends),
            [self._say("edge", language, at=at(one.at), before=one.before, after=one.after) for one in self],
        )


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

    The day that moves is named as ``paid_on``, or as ``contract.completion`` within a record; the rule's own argument
    may be left out of the case, which is a whole one. The window is a closed period; told are the days of one outcome,
    or of one kind of error, or of all of them. The rest is as :mod:`gxinjury.inquiry` says.

    Raises:
        InvalidFactError: A fact is open or not there, the window has no end, or the facts forbid every day of it.
        TooManyTrialsError: The window has more days than the budget.

    >>> from gxinjury import LAW
    >>> from gxinjury.construction.late_payment import days_late
    >>> facts = {"start": date(2015, 10, 8), "paid_on": date(2015, 10, 8), "first_new_start": date(2015, 1, 1)}
    >>> print(days_when(days_late, facts, "paid_on", Period(date(2015, 10, 1), date(2015, 10, 9)), law=LAW))
    days paid late, by paid on in 2015-10-01..2015-10-09
      · 2015-10-01..2015-10-07 → 0
      · 2015-10-08 → 1
      · 2015-10-09 → 2
    """
    window = _days("days_when", within)
    asked, moved, runs = _swept(rule, case, field, window, law=law, budget=Budget(budget, progress))
    spells = tuple(
        Spell(Period(first, last), found)
        for first, last, found in runs
        if found is not _FORBIDDEN and (outcome is ANY or matches(found, outcome))
    )
    forbidden = tuple(Period(first, last) for first, last, found in runs if found is _FORBIDDEN)
    return DaysWhen(asked.label, spells, field, moved, within, forbidden, in_yuan=asked.in_yuan)


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
    nothing to jump from. What moves is named as for :func:`days_when`; the window is a closed period for a day, the
    least and the largest amount in yuan for an amount, which is 100 trials a yuan.

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
        Edge(after.first, before.outcome, after.outcome)
        for before, after in pairwise(runs)
        if before.outcome is not _FORBIDDEN and after.outcome is not _FORBIDDEN
    )
    return Edges(asked.label, jumps, field, moved, *window.ends, in_yuan=asked.in_yuan)


@attrs.frozen
class _Window:
    """What a fact is moved through, counted off one by one."""

    counts: range
    value: Callable[[int], Any]

    @property
    def ends(self) -> tuple[Any, Any]:
        return self.value(self.counts[0]), self.value(self.counts[-1])


def _days(question: str, within: Period) -> _Window:
    check_instance(question, "within", within, Period)
    if within.last is None:
        raise InvalidFactError(question, "within", WORDS.texts["must_have_an_end"], within)
    return _Window(range((within.last - within.first).days + 1), partial(days_after, within.first))


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
    return _Window(counts, partial(times, FEN))


class _Run(NamedTuple):
    """The first and the last of the values in a row with the same outcome, and that outcome."""

    first: Any
    last: Any
    outcome: Any


def _swept(
    rule: Callable[..., T], case: object, field: str, window: _Window, *, law: Statute | None, budget: Budget
) -> tuple[Case[T], Text, list[_Run]]:
    """Ask a rule for every value of a fact, in order; return the case, what the fact is called, and what came out."""
    if isinstance(case, Mapping) and "." not in field:
        case = {**case, field: None}  # until each value of the window takes its place
    asked = case_of(rule, case, law, whole=True)
    moved = asked.place(field).label
    runs: list[_Run] = []
    refused: InvalidFactError | None = None
    for value in map(window.value, window.counts):
        budget.spend()
        try:
            outcome: object = outcome_of(partial(asked.answer_with, {field: value}))
        except InvalidFactError as error:
            refused, outcome = refused or error, _FORBIDDEN
        if runs and matches(runs[-1].outcome, outcome):
            runs[-1] = _Run(runs[-1].first, value, runs[-1].outcome)
        else:
            runs.append(_Run(value, value, outcome))
    if refused is not None and len(runs) == 1:
        raise refused
    return asked, moved, runs
