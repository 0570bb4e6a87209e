"""What is asked of a population (所问), law after law: one frame with all answers beside its columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Unpack

import attrs
import narwhals as nw

from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._months import civil_of
from gxinjury.extra.frames._questions import REASON, STALE, Asked, question
from gxinjury.extra.frames._sheets import Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import MUST_NAME_ONE_AMOUNT
from gxinjury.facts import Sign
from gxinjury.law import Law

PREFIX: Final = "_study_"
RANK: Final = f"{PREFIX}rank"
KEY: Final = f"{PREFIX}key"


def fen_under(place: int) -> str:
    """Return the column of what a law answers, in fen."""
    return f"{PREFIX}{place}_fen"


def refused_under(place: int) -> str:
    """Return the column of whether a law refuses a row."""
    return f"{PREFIX}{place}_refused"


def stale_under(place: int) -> str:
    """Return the column of whether an answer rests on what was not verified for its day."""
    return f"{PREFIX}{place}_stale"


@question
def year_of(sheet: Sheet, /, *, day: Name = None, **_how: Unpack[Asked]) -> Outputs:
    """Year of each day; a null where the column holds none."""
    one = sheet.day("day", day)
    (number,) = sheet.settle(one)
    return {KEY: Output(civil_of(sheet, number).year)}


@question
def fen_of(sheet: Sheet, /, *, rank: Name = None, **_how: Unpack[Asked]) -> Outputs:
    """Fen of each amount that is not negative."""
    one = sheet.money("rank", rank, Sign.NOT_NEGATIVE)
    (fen,) = sheet.settle(one)
    return {RANK: Output(fen)}


@attrs.frozen
class Asking:
    """What is asked of a population."""

    question: Callable[..., Any]  # takes a frame, a law, and that reasons and stale answers be told in columns
    laws: Sequence[Law]  # under which it is asked, one after the other
    amount: str | None  # the column of the answer that is studied; None for the only one in fen
    rank: str | None  # the amount that rows are ranked by; None for the first law's answer
    asked: Mapping[str, Any]  # what else the question takes
    studied: list[str] = attrs.field(factory=list)  # the column that is studied, once it is known

    def held(self) -> list[str]:
        """Return the columns that the answers are held in."""
        laws = range(len(self.laws))
        return [*(name(place) for place in laws for name in (fen_under, refused_under, stale_under)), RANK]

    def amount_in(self, names: Sequence[str], known: Sequence[str]) -> str:
        """Return the column of an answer that is studied."""
        found = [name for name in names if name not in known and name.endswith("_fen")]
        if self.amount is not None:
            found = [self.amount] if self.amount in names and self.amount not in known else []
        if len(found) != 1:
            raise InvalidFactError("study", "amount", MUST_NAME_ONE_AMOUNT, self.amount or found)
        (amount,) = found
        return amount

    def answered(self, table: Any, keep: Callable[[Any], Any] | None = None) -> Any:  # noqa: ANN401  (a frame, lazy or not)
        """Return a frame with the answers of each law beside its columns."""
        own: list[str] = table.collect_schema().names()
        held: list[str] = []
        for place, law in enumerate(self.laws):
            native = self.question(table.to_native(), law=law, on_invalid="flag", stale=True, **self.asked)
            answer: Any = nw.from_native(native)
            amount = self.amount_in(answer.collect_schema().names(), [*own, *held])
            self.studied[:] = [amount]
            made = {
                fen_under(place): nw.col(amount),
                refused_under(place): ~nw.col(REASON).is_null(),
                stale_under(place): ~nw.col(STALE).is_null(),
            }
            held += made
            table = answer.with_columns(**made).select(*own, *held)
            table = table if keep is None else keep(table)
        if self.rank is None:
            return table.with_columns(nw.col(fen_under(0)).alias(RANK))
        native = fen_of(table.to_native(), rank=self.rank, unit=self.asked.get("unit"), on_invalid="flag")
        with_rank: Any = nw.from_native(native)
        return with_rank.select(*own, *held, RANK)
