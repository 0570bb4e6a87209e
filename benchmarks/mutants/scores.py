"""What became of the breaks: which change nothing, the score by room and by kind, what fell short of its aim."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from .mutations import Mutation
from .rooms import AIMS, KIND_AIMS

EQUIVALENT: Final = Path(__file__).parent / "equivalent.toml"

NOTICED, SURVIVED, SAME, NOT_MET = "noticed", "survived", "equivalent", "not met"


class Outcome(NamedTuple):
    """What became of a break.

    Attributes:
        room: Its room.
        one: The break.
        by: The first test that noticed it; empty where none did.
        tests: How many tests it met.
        met: Whether there was time for it.
        same: Why it changes nothing; empty where it is not on that list.
    """

    room: str
    one: Mutation
    by: str
    tests: int
    met: bool
    same: str

    @property
    def became(self) -> str:
        """What became of it, in a word."""
        return NOTICED if self.by else SAME if self.same else SURVIVED if self.met else NOT_MET


class Equivalents:
    """The breaks that change nothing, each with its reason, by module, line and change.

    Raises:
        ValueError: If two rows tell of the same break, or one gives no reason.
    """

    def __init__(self, text: str) -> None:
        self.reasons: dict[tuple[str, str, str], str] = {}
        for row in tomllib.loads(text).get("break", []):
            key = row["file"], row["line"], row["change"]
            if key in self.reasons or not row["why"].strip():
                raise ValueError(f"told twice, or without a reason: {row['file']}: {row['change']}")
            self.reasons[key] = row["why"]

    def why(self, one: Mutation) -> str:
        """Return why a break changes nothing; empty where it is not on the list."""
        return self.reasons.get((one.file, one.text, one.change), "")

    def stale(self, every: Iterable[Mutation]) -> list[str]:
        """Return the rows that no break of the library as it is now fits any more."""
        known = {(one.file, one.text, one.change) for one in every}
        return [f"{file}: {line}: {change}" for file, line, change in self.reasons if (file, line, change) not in known]


def counts(outcomes: Iterable[Outcome], by: str) -> dict[str, Counter[str]]:
    """Return how many breaks became what, by ``room`` or by ``kind``."""
    counted: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        counted.setdefault(outcome.room if by == "room" else outcome.one.kind, Counter())[outcome.became] += 1
    return counted


def score(counted: Counter[str]) -> float:
    """Return the share noticed of the breaks that were met and change something; 1 where there were none."""
    return counted[NOTICED] / (counted[NOTICED] + counted[SURVIVED] or 1) if counted[SURVIVED] else 1.0


def table(outcomes: list[Outcome], by: str) -> str:
    """Return the scores as a table of Markdown."""
    rows = [f"| {by} | met | noticed | equivalent | gaps | score |", "|---|---|---|---|---|---|"]
    counted = counts(outcomes, by)
    for name in [*sorted(counted), "all"]:
        one = sum(counted.values(), Counter()) if name == "all" else counted[name]
        met = one.total() - one[NOT_MET]
        rows.append(f"| {name} | {met} | {one[NOTICED]} | {one[SAME]} | {one[SURVIVED]} | {score(one):.1%} |")
    return "\n".join(rows)


def short_of(outcomes: list[Outcome]) -> list[str]:
    """Return what fell short of its aim, in a line each."""
    told = []
    for by, aims in (("room", AIMS), ("kind", KIND_AIMS)):
        for name, counted in sorted(counts(outcomes, by).items()):
            if name in aims and score(counted) < aims[name]:
                told.append(f"{name}: {score(counted):.1%}, aim {aims[name]:.0%}")
    return told
