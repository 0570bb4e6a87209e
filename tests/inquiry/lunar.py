"""The law of the Moon, for inquiries: invented records, rules, figures and readings, and rules drawn at random."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Final, Self, TypeAlias, TypeVar, cast

import attrs

from gxinjury.citations import Clause, Status
from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_day, check_flag, check_not_before
from gxinjury.money import Rate, to_fen
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

V = TypeVar("V")


def both(text: str) -> Text:
    """Return a text that is the same in both languages."""
    return Text(zh=text, en=text)


def clause(number: str) -> Clause:
    """Return a clause of the Moon Act."""
    return Clause("MOON", number, both(f"clause {number}"), (Status.RULE,))


class Phase(Enum):
    """How the Moon looks."""

    NEW = both("new")
    HALF = both("half")
    FULL = both("full")


class Landing(Enum):
    """What becomes of a landing."""

    ALLOWED = both("allowed")
    DEFERRED = both("deferred")
    FORBIDDEN = both("forbidden")


@attrs.frozen
class Craft:
    """A craft that wants to land; what it forbids is drawn at random."""

    manned: bool
    heavy: bool
    phase: Phase
    beacon: bool | None = None

    def __attrs_post_init__(self) -> None:
        check_flag("Craft", "manned", self.manned)
        if _FORBIDS.get()(self):
            raise InvalidFactError("Craft", "phase", both("must not be so"), self.phase)


Facts: TypeAlias = dict[str, tuple[object, ...]]

DOMAINS: Final[Facts] = {
    "manned": (True, False),
    "heavy": (True, False),
    "phase": tuple(Phase),
    "beacon": (True, False, None),
}
"""Every value of every fact of a craft."""

Table: TypeAlias = object
"""A rule drawn at random: an outcome, or a fact with what follows after each of its values."""


def followed(table: Table, craft: Craft) -> object:
    """Return what a table says of a craft, looking at a fact only where the table asks for it."""
    while isinstance(table, tuple):
        name, below = table
        table = below[DOMAINS[name].index(getattr(craft, name))]
    return table


def rule_of(table: Table) -> Callable[[Craft], Landing]:
    """Return a table as a rule; an error in it is raised."""

    @rule(clause("1"))
    def may_land(craft: Craft) -> Landing:
        outcome = followed(table, craft)
        if outcome is OutOfScopeError:
            raise OutOfScopeError(both("ask the Moon"))
        return cast("Landing", outcome)

    return may_land


_FORBIDS: Final[ContextVar[Callable[[Craft], bool]]] = ContextVar("forbids", default=lambda _: False)


@contextmanager
def forbidding(table: Table) -> Iterator[None]:
    """Let crafts forbid what a table of truth values says."""
    token = _FORBIDS.set(lambda craft: bool(followed(table, craft)))
    try:
        yield
    finally:
        _FORBIDS.reset(token)


class Gravity(Reading, clause=clause("2"), question=both("whether weight counts"), why=both("It is not said.")):
    """Whether the weight of a craft counts."""

    IGNORED = both("it does not")
    COUNTED = both("it does")


class Heavy(Reading, clause=clause("3"), question=both("from when a craft is heavy"), why=both("Tens are round.")):
    """From when a craft is heavy; looked at only where weight counts."""

    TEN = both("from ten tons")
    NINE = both("from nine tons")
    NEVER = both("never")


class Idle(Reading, clause=clause("4"), question=both("which flag is flown"), why=both("Any will do.")):
    """A reading that changes nothing."""

    OLD = both("the old one")
    NEW = both("the new one")


def _timeline(name: str, *entries: tuple[date, V], in_yuan: bool = False) -> Timeline[V]:
    made = tuple(Entry(first, value, both("Moon Act")) for first, value in entries)
    return Timeline(name, both(name.replace("_", " ")), clause("5"), made, in_yuan=in_yuan)


_DUST_RATE: Final = _timeline("dust_rate", (date(2001, 1, 1), Rate.percent(10)), (date(2010, 1, 1), Rate.percent(20)))
_LEAST_DUST: Final = _timeline("least_dust", (date(2001, 1, 1), amount(5)), in_yuan=True)


@attrs.frozen
class MoonLaw(Statute):
    """The law of the Moon."""

    dust_rate: Timeline[Rate] = _DUST_RATE
    least_dust: Timeline[Yuan] = _LEAST_DUST

    @classmethod
    def as_it_stands(cls) -> Self:
        """Return the law as it stands."""
        return cast("Self", MOON)


MOON: Final = MoonLaw()


@attrs.frozen
class Haul:
    """Dust that was taken away."""

    worth: Yuan = attrs.field(converter=amount)
    taken_on: date
    landed_on: date

    def __attrs_post_init__(self) -> None:
        check_amount("Haul", "worth", self.worth, Sign.POSITIVE)
        check_day("Haul", "taken_on", self.taken_on)
        check_day("Haul", "landed_on", self.landed_on)
        check_not_before("Haul", "taken_on", self.taken_on, "landed_on", self.landed_on)


@rule(clause("5"))
def dust_tax(haul: Haul, *, law: MoonLaw = MOON) -> Yuan:
    """Tax on dust: a share of its worth, and nothing below the least."""
    law.choice(Idle)
    due = to_fen(law.dust_rate.on(haul.taken_on).of(haul.worth))
    return due if due >= law.least_dust.on(haul.taken_on) else amount(0)


@rule(clause("6"))
def is_weighed(tons: int, *, law: MoonLaw = MOON) -> bool:
    """Whether a craft is weighed: which tons are heavy matters only where weight counts."""
    law.choice(Idle)
    if law.choice(Gravity) is Gravity.IGNORED:
        return False
    match law.choice(Heavy):
        case Heavy.TEN:
            return tons >= 10
        case Heavy.NINE:
            return tons >= 9
        case Heavy.NEVER:
            return False


def _not_empty(_: object, __: object, value: str) -> None:
    if not value:
        raise InvalidFactError("Ship", "name", both("must not be empty"), value)


@attrs.frozen
class Ship:
    """A ship with a haul."""

    name: str = attrs.field(validator=_not_empty)
    haul: Haul | None = None
    length: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))

    @cached_property
    def shout(self) -> str:
        """Its name, loud."""
        return self.name.upper()

    @property
    def is_empty(self) -> bool:
        """Whether it is empty."""
        return self.haul is None


COLUMN = rule_of(("manned", (Landing.ALLOWED, Landing.FORBIDDEN)))
"""A rule that asks for one fact only."""


def a_haul(worth: int) -> Haul:
    """Return a haul of a worth."""
    return Haul(worth=worth, taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1))


def as_given(value: object) -> object:
    """Return what is given."""
    return value


def sum_of(numbers: tuple[int, ...]) -> int:
    """Return the sum of numbers."""
    return sum(numbers)


def maybe(craft: Craft | None) -> bool | None:
    """Return whether there is a crew; None without a craft."""
    return None if craft is None else craft.manned


def by_year(day: date | None) -> int | None:
    """Return the year of a day; None without one."""
    return None if day is None else day.year
