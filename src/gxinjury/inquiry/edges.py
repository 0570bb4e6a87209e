"""Where an answer jumps (结果的临界点): every day or fen at which it is no longer the one before."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

import attrs

from gxinjury.facts import Yuan
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, in_yuan, tell
from gxinjury.inquiry.reports import Report, Section, say
from gxinjury.inquiry.sweeps import Amount, days_of, fen_of, swept
from gxinjury.inquiry.unobserved import unobserved
from gxinjury.money import FEN, minus
from gxinjury.periods import Period, day_before
from gxinjury.statutes import Statute
from gxinjury.texts import Language, Text

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Edge(Generic[T_co]):
    """A place at which an outcome jumps.

    Args:
        at: The first day, or the first amount in yuan, of the new outcome.
        before: What comes out on the day before, or a fen below.
        after: What comes out there.
    """

    at: date | Yuan
    before: T_co | Refusal
    after: T_co | Refusal


@attrs.frozen
class Edges(Report, Generic[T_co]):
    """Every place in a window at which an outcome jumps; a sequence of them.

    Args:
        label: What the rule is called.
        field: The day or amount that was moved, by name.
        field_label: What it is called.
        first: The first day or amount of the window.
        last: The last.
        edges: The places, in order.
        in_yuan: Whether the outcomes are amounts in yuan.
    """

    label: Text
    field: str
    field_label: Text
    first: date | Yuan
    last: date | Yuan
    edges: tuple[Edge[T_co], ...]
    in_yuan: bool = False

    def __iter__(self) -> Iterator[Edge[T_co]]:
        return iter(self.edges)

    def __len__(self) -> int:
        return len(self.edges)

    def __getitem__(self, position: int) -> Edge[T_co]:
        return self.edges[position]

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the places in order, with the outcomes on both sides."""
        amounts = not isinstance(self.first, date)
        first, last = (tell(one, language, yuan=amounts) for one in (self.first, self.last))
        lines = [
            say(
                "edge",
                language,
                at=tell(edge.at, language, yuan=amounts),
                before=tell(edge.before, language, yuan=self.in_yuan),
                after=tell(edge.after, language, yuan=self.in_yuan),
            )
            for edge in self.edges
        ]
        head = "edges_head" if lines else "edges_none"
        yield say(head, language, rule=self.label, field=self.field_label, first=first, last=last), lines


@unobserved
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
    values = days_of("edges", within) if isinstance(within, Period) else fen_of("edges", within)
    sweep = swept(rule, case, field, values, law=law, budget=Budget(budget, progress))
    jumps = tuple(
        Edge(after.first, before.outcome, after.outcome)
        for before, after in pairwise(sweep.runs)
        if before.last == _before(after.first)
    )
    return Edges(sweep.case.label, field, sweep.place.label, values[0], values[-1], jumps, in_yuan(rule))


def _before(at: date | Yuan) -> date | Yuan:
    return day_before(at) if isinstance(at, date) else minus(at, FEN)
