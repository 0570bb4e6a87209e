"""How a sample is drawn (抽取样本): every column its own stream of one seed, kinds in exact shares."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, Final, Literal, TypeAlias

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra._table_engines import ENGINES
from gxinjury.facts import check_count

Engine: TypeAlias = Literal["columns", "pandas", "polars", "pyarrow"]
"""What a sample is given as: a dict of lists, or a frame."""

DISTRICTS: Final = ("兴宁区", "青秀区", "江南区", "西乡塘区", "良庆区", "邕宁区", "武鸣区")
_NO_ENGINE: Final = FactRule(zh="必须是 {names} 之一", en="must be one of {names}", code="no_choice")


class Sample:
    """The streams of one sample: one for each column, so that a column more changes no other."""

    def __init__(self, table: str, n: int, seed: int, engine: Engine) -> None:
        question = f"sample_{table}"
        check_count(question, "n", n)
        check_count(question, "seed", seed)
        if engine not in ("columns", *ENGINES):
            raise InvalidFactError(question, "engine", _NO_ENGINE.filled({"names": ("columns", *ENGINES)}), engine)
        self.rows = range(n)
        self._n, self._engine, self._stream = n, engine, f"{table} {seed}"

    def draws(self, name: str) -> Callable[[], float]:
        """Return a stream of numbers from 0 to 1, which every version and platform draws alike."""
        return Random(f"{self._stream} {name}").random  # noqa: S311  # to draw with, not to hide

    def hundreds(self, name: str, kinds: Mapping[str, int]) -> list[str]:
        """Return a kind for each row, exactly as many of each hundred as is told."""
        draw = self.draws(name)
        found: list[str] = []
        while len(found) < self._n:
            left = [kind for kind, share in kinds.items() for _ in range(share)]
            found.extend(left.pop(int(draw() * last)) for last in range(len(left), 0, -1))
        return found[: self._n]

    def across(self, name: str, share: int) -> list[bool]:
        """Return for each row whether it is one of so many in a hundred."""
        return [kind == name for kind in self.hundreds(name, {name: share, "": 100 - share})]

    def whole(self, name: str, first: int, last: int) -> list[int]:
        """Return a number for each row, both ends counted."""
        draw, span = self.draws(name), last - first + 1
        return [first + int(draw() * span) for _ in self.rows]

    def one_of(self, name: str, choices: tuple[Any, ...]) -> list[Any]:
        """Return one of some things for each row."""
        return [choices[place] for place in self.whole(name, 0, len(choices) - 1)]

    def named(self, letter: str) -> list[str]:
        """Return what each row is called by."""
        return [f"{letter}{row:07d}" for row in self.rows]

    def given(self, columns: dict[str, tuple[type[Any], list[Any]]]) -> Any:  # noqa: ANN401  # a dict of lists, or a frame
        """Return the sample as it was asked for."""
        if self._engine == "columns":
            return {name: values for name, (_, values) in columns.items()}
        return ENGINES[self._engine]([(name, kind, values) for name, (kind, values) in columns.items()])


def ordinal(year: int, month: int, day: int) -> int:
    """Return the number of a day."""
    return date(year, month, day).toordinal()


def yuan(fen: int) -> Decimal:
    """Return fen as yuan."""
    return Decimal(f"{fen}E-2")
