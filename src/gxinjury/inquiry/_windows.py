"""Windows (区间): the days or fen through which a fact is moved, and what a rule answers on the way."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import Sign, amount, check_amount, check_instance
from gxinjury.inquiry._cases import Case, case_of
from gxinjury.inquiry.outcomes import Budget, matches, outcome_of
from gxinjury.inquiry.words import WORDS
from gxinjury.money import FEN, times, to_fen
from gxinjury.periods import Period, days_after
from gxinjury.statutes import Statute
from gxinjury.texts import Text

Amount: TypeAlias = Decimal | int | str

_FEN_A_YUAN: Final = 100

T = TypeVar("T")


@attrs.frozen(eq=False)
class Window:
    """What a fact is moved through, counted off one by one."""

    counts: range
    value: Callable[[int], Any]

    @property
    def ends(self) -> tuple[Any, Any]:
        return self.value(self.counts[0]), self.value(self.counts[-1])


def days(question: str, within: Period) -> Window:
    check_instance(question, "within", within, Period)
    if within.last is None:
        raise InvalidFactError(question, "within", WORDS.texts["must_have_an_end"], within)
    return Window(range((within.last - within.first).days + 1), partial(days_after, within.first))


def fen(question: str, within: tuple[Amount, Amount]) -> Window:
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
    return Window(counts, partial(times, FEN))


class Run(NamedTuple):
    """The first and the last of the values in a row with the same outcome, and that outcome."""

    first: Any
    last: Any
    outcome: Any


FORBIDDEN: Final = object()
"""What comes out of values that the facts themselves forbid."""


def swept(
    rule: Callable[..., T], case: object, field: str, window: Window, *, law: Statute | None, budget: Budget
) -> tuple[Case[T], Text, list[Run]]:
    """Ask a rule for every value of a fact, in order; return the case, what the fact is called, and what came out."""
    if isinstance(case, Mapping) and "." not in field:
        case = {**case, field: window.ends[0]}
    asked = case_of(rule, case, law, whole=True)
    moved = asked.place(field).label
    runs: list[Run] = []
    refused: InvalidFactError | None = None
    for value in map(window.value, window.counts):
        budget.spend()
        try:
            outcome: object = outcome_of(partial(asked.answer_with, {field: value}))
        except InvalidFactError as error:
            refused, outcome = refused or error, FORBIDDEN
        if runs and matches(runs[-1].outcome, outcome):
            runs[-1] = Run(runs[-1].first, value, runs[-1].outcome)
        else:
            runs.append(Run(value, value, outcome))
    if refused is not None and len(runs) == 1:
        raise refused
    return asked, moved, runs
