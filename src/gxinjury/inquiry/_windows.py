"""A rule asked for every value of one fact in order (逐一试算): the days or the fen of a window."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final, Generic, TypeAlias, TypeVar, overload

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_instance
from gxinjury.inquiry.cases import Case, case_of
from gxinjury.inquiry.open import Between
from gxinjury.inquiry.outcomes import Budget, Refusal, matches, outcome_of
from gxinjury.inquiry.trials import Place
from gxinjury.inquiry.words import WORDS
from gxinjury.money import FEN, times, to_fen
from gxinjury.periods import Period
from gxinjury.statutes import Statute

T = TypeVar("T")

Amount: TypeAlias = Decimal | int | str

_FEN_A_YUAN: Final = 100


@attrs.frozen(eq=False)
class Sweep(Generic[T]):
    """What came out.

    Args:
        case: The case that was asked.
        place: The fact that moved.
        runs: The first and the last of the values in a row with the same outcome, and that outcome, in order.
        forbidden: The first and the last of the values in a row that the facts themselves forbid.
    """

    case: Case[T]
    place: Place
    runs: tuple[tuple[Any, Any, T | Refusal], ...]
    forbidden: tuple[tuple[Any, Any], ...]


def swept(
    rule: Callable[..., T], case: object, field: str, values: Sequence[Any], *, law: Statute | None, budget: Budget
) -> Sweep[T]:
    """Ask a rule for every value of a fact, in order."""
    if isinstance(case, Mapping) and "." not in field:
        case = {**case, field: values[0]}
    asked = case_of(rule, case, law, whole=True)
    place = asked.place(field)
    runs: list[tuple[Any, Any, T | Refusal]] = []
    forbidden: list[tuple[Any, Any]] = []
    error: InvalidFactError | None = None
    was_forbidden = False
    for value in values:
        budget.spend()
        try:
            outcome = outcome_of(partial(asked.answer_with, {field: value}))
        except InvalidFactError as broken:
            error = error or broken
            forbidden.append((forbidden.pop()[0] if was_forbidden else value, value))
            was_forbidden = True
            continue
        if runs and not was_forbidden and matches(runs[-1][2], outcome):
            runs[-1] = (runs[-1][0], value, runs[-1][2])
        else:
            runs.append((value, value, outcome))
        was_forbidden = False
    if error is not None and not runs:
        raise error
    return Sweep(asked, place, tuple(runs), tuple(forbidden))


def days_of(question: str, within: Period) -> Sequence[date]:
    """Return the days of a window; refused where it is no period, or has no end."""
    check_instance(question, "within", within, Period)
    if within.last is None:
        raise InvalidFactError(question, "within", WORDS.texts["must_have_an_end"], within)
    return Between(within.first, within.last).days


class Fen(Sequence[Yuan]):
    """Every amount of a window, fen by fen, made when it is asked for."""

    def __init__(self, least: Yuan, largest: Yuan) -> None:
        self._fen = range(int(times(least, _FEN_A_YUAN)), int(times(largest, _FEN_A_YUAN)) + 1)

    def __len__(self) -> int:
        return len(self._fen)

    @overload
    def __getitem__(self, position: int) -> Yuan: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Yuan]: ...
    def __getitem__(self, position: int | slice) -> Yuan | Sequence[Yuan]:
        fen = self._fen[position]
        return times(FEN, fen) if isinstance(fen, int) else [times(FEN, one) for one in fen]


def fen_of(question: str, within: tuple[Amount, Amount]) -> Sequence[Yuan]:
    """Return every amount of a window, fen by fen; refused where it is no pair in whole fen, the least first."""
    if type(within) is not tuple or len(within) != 2:  # noqa: PLR2004  (the least and the largest)
        raise InvalidFactError(question, "within", WORDS.texts["must_be_a_window"], within)
    least, largest = amount(within[0]), amount(within[1])
    for position, one in enumerate((least, largest)):
        check_amount(question, f"within[{position}]", one, Sign.NOT_NEGATIVE)
        if to_fen(one) != one:
            raise InvalidFactError(question, f"within[{position}]", WORDS.texts["must_be_in_fen"], one)
    if largest < least:
        raise InvalidFactError(question, "within", WORDS.texts["must_be_a_window"], within)
    return Fen(least, largest)
