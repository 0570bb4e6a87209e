"""Outcomes (结果): what a rule answers, or that it does not; how two of them are compared and how they are told."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated, Final, TypeAlias, TypeVar

import attrs

from gxinjury.catalogues import owner_of
from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.inquiry.words import WORDS
from gxinjury.texts import Language, Text

__all__ = [
    "BUDGET",
    "Budget",
    "Key",
    "Progress",
    "Refusal",
    "Told",
    "TooManyTrialsError",
    "cited",
    "distinct",
    "key_of",
    "matches",
    "name_of",
    "outcome_of",
    "package_of",
    "same",
    "within",
]

T = TypeVar("T")

_NUMBERS: Final = re.compile(r"\d[\d,.-]*")

BUDGET: Final = 20_000
"""How many trials an inquiry makes at the most, unless it is told otherwise."""

Progress: TypeAlias = Callable[[int], None]
Key: TypeAlias = tuple[type[object], T]


class TooManyTrialsError(GxInjuryError, RuntimeError):
    """An inquiry would need more trials than it may make; the message says how to bound it."""

    kind = "invalid_fact"


@attrs.define
class Budget:
    """How many trials may be made; ``progress`` is called with the number made so far, after each one."""

    limit: int
    progress: Progress | None = None
    made: int = 0

    def spend(self, count: int = 1) -> None:
        """Count trials; :class:`TooManyTrialsError` where there were enough already."""
        self.made += count
        if self.made > self.limit:
            told = {"limit": self.limit}
            raise TooManyTrialsError(WORDS.texts["too_many_trials"].filled(told), code="too_many_trials", values=told)
        if self.progress is not None:
            self.progress(self.made)


class Told:
    """What tells itself in both languages, and prints in English."""

    __slots__ = ()

    def text(self, language: Language = "en") -> str:
        """Return what it says in a language."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text()


def cited(*clauses: Clause | None) -> str:
    """Return clauses as they stand after what they are of; nothing where there is none."""
    named = [str(clause) for clause in clauses if clause is not None]
    return f" [{', '.join(named)}]" if named else ""


def _without_numbers(message: Text) -> str:
    return _NUMBERS.sub("#", message.en)


@attrs.frozen
class Refusal(Told):
    """That a rule gave no answer: the kind of error, the clause of the rule that refused (None outside rules), and why.

    Two refusals are the same outcome when they are of one kind, under one clause, and say the same but for the days
    and numbers in it; the message is that of the first one.
    """

    kind: Annotated[type[GxInjuryError], Text("类别", "kind")]
    clause: Annotated[Clause | None, Text("条款", "clause")]
    message: Annotated[Text, Text("内容", "message")] = attrs.field(eq=_without_numbers)

    @classmethod
    def of(cls, error: GxInjuryError) -> "Refusal":
        """Return the refusal that an error is."""
        return cls(type(error), error.clause, error.message)

    def text(self, language: Language = "en") -> str:
        """Return the refusal in a language, with its clause."""
        return WORDS.texts["refused"].say(language, reason=self.message) + cited(self.clause)


def outcome_of(call: Callable[[], T], *, lacking: bool = False) -> T | Refusal:
    """Return what a call answers, a refusal among the answers.

    A fact that is ``lacking`` can be a refusal too: where the facts are in order under one law, what another law asks
    for beside them is an answer.

    Raises:
        InvalidFactError: The facts are none that there can be.
        TooManyTrialsError: The rule itself inquires, and further than it may.
    """
    try:
        return call()
    except GxInjuryError as error:
        if isinstance(error, TooManyTrialsError) or (isinstance(error, InvalidFactError) and not lacking):
            raise
        return Refusal.of(error)


def key_of(outcome: T) -> Key[T]:
    """Return an outcome as it is compared, in value and type: True is not 1. What may change cannot be: a TypeError."""
    key = (outcome.__class__, outcome)
    hash(key)
    return key


def distinct(keys: Iterable[Key[T]]) -> tuple[T, ...]:
    """Return outcomes, each once, in the order in which they come."""
    return tuple(outcome for _, outcome in dict.fromkeys(keys))


def matches(outcome: object, wanted: object) -> bool:
    """Return whether an outcome is the one wanted: the same, or a refusal of the kind of error wanted."""
    if isinstance(wanted, type) and issubclass(wanted, GxInjuryError):
        return isinstance(outcome, Refusal) and issubclass(outcome.kind, wanted)
    return same(outcome, wanted)


def same(one: object, other: object) -> bool:
    """Return whether two values are one, in value and in type: True is not 1."""
    return one.__class__ is other.__class__ and one == other


def within(rule: Callable[..., object]) -> Callable[..., object]:
    """Return the rule of which some facts were fixed with ``functools.partial``; any other as it is."""
    return within(rule.func) if isinstance(rule, partial) else rule


def name_of(rule: Callable[..., object]) -> str:
    """Return the name of a rule in code."""
    return getattr(within(rule), "__name__", type(rule).__name__)


def package_of(rule: Callable[..., object]) -> str:
    """Return the package of a rule, which has the words for it."""
    return owner_of(getattr(within(rule), "__module__", None))
