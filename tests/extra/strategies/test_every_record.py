"""Every public record is drawn by one call, which reaches both sides of what its fields tell apart."""

import importlib
import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

import attrs
import pytest

from gxinjury import LAW
from gxinjury.citations import Clause, Instrument
from gxinjury.extra import strategies
from gxinjury.extra.strategies import of
from gxinjury.fields import FieldOf, fields_of
from gxinjury.findings import Finding
from gxinjury.law import Law
from gxinjury.law.holidays import NationalDays, OwnDays
from gxinjury.periods import Deadline, Period
from gxinjury.steps import Fact, Step
from gxinjury.timelines import Entry, Timeline
from tests.extra.strategies.reaching import population

ROOMS: Final = ("benefits", "construction", "couriers", "determination", "law", "receipts")
TOOLS: Final = (Clause, Deadline, Entry, Fact, Finding, Instrument, NationalDays, OwnDays, Period, Step, Timeline)
BY_HAND: Final = {
    "Injury": "injuries",
    "ProjectCase": "project_cases",
    "Accident": "accidents",
    "OccupationalDisease": "diseases",
}
"""Records of many fields, each with a strategy of its own, whose tests hold its corners."""
_PARTS: Final = {"BenefitFacts", "InjuryCourse"}
"""What an injury is made of, likewise."""

State = tuple[str, object]


def records() -> Iterator[type[Any]]:
    """Yield every record on the face of a room, and those of the tools."""
    for room in ROOMS:
        face = importlib.import_module(f"gxinjury.{room}")
        for name in face.__all__:
            kind = getattr(face, name)
            if inspect.isclass(kind) and attrs.has(kind):
                yield kind
    yield from TOOLS


EVERY: Final = [
    pytest.param(kind, id=kind.__name__) for kind in records() if kind.__name__ not in {*BY_HAND, *_PARTS, "Law"}
]


def told_apart(field: FieldOf) -> Iterator[State]:
    """Yield what a field tells apart: there or not, yes or no, each choice, none or several, the same day or later."""
    if field.optional:
        yield from ((field.name, "missing"), (field.name, "there"))
    if isinstance(field.kind, type) and issubclass(field.kind, Enum | bool):
        yield from ((field.name, one) for one in (field.kind if issubclass(field.kind, Enum) else (True, False)))
    if not field.needed and isinstance(field.default, tuple):
        yield from ((field.name, "none"), (field.name, "several"))
    for order in field.not_before:
        yield from ((field.name, f"the same as {order.other}"), (field.name, f"after {order.other}"))


def found_in(field: FieldOf, record: object) -> Iterator[State]:
    """Yield what of that a record shows."""
    value = getattr(record, field.attribute)
    yield field.name, "missing" if value is None else "there"
    if isinstance(value, Enum | bool):
        yield field.name, value
    if isinstance(value, tuple):
        yield field.name, "several" if value else "none"
    for order in field.not_before:
        other = getattr(record, order.other)
        if value is not None and other is not None:
            yield field.name, f"{'the same as' if value == other else 'after'} {order.other}"


NEVER: Final[dict[type[Any], set[State]]] = {Timeline: {("strict", True)}}
"""What is not drawn: of timelines only the law's own are, and none of them is strict."""


@pytest.mark.parametrize("kind", EVERY)
def test_both_sides_are_reached(kind: type[Any]) -> None:
    """One call draws it; some thousand examples have each field there and missing, yes and no, in time and later."""
    fields = fields_of(kind)
    wanted = {one for field in fields for one in told_apart(field)} - NEVER.get(kind, set())
    drawn = 0
    for record in population(of(kind)):
        drawn += 1
        assert isinstance(record, kind)
        for field in fields if wanted else ():
            wanted.difference_update(found_in(field, record))
        if not wanted:
            break
    assert (drawn > 0, wanted) == (True, set())


@pytest.mark.parametrize(("name", "strategy"), BY_HAND.items())
def test_what_is_drawn_by_hand_is_that_record(name: str, strategy: str) -> None:
    """The strategy is offered, and draws what it stands for."""
    assert strategy in strategies.__all__
    assert type(next(population(getattr(strategies, strategy)()))).__name__ == name


def test_a_law_is_drawn_with_other_readings() -> None:
    """The law as it stands, and one that reads something otherwise."""
    drawn = [one for one, _ in zip(population(of(Law)), range(100), strict=False)]
    assert LAW in drawn
    assert any(one != LAW for one in drawn)
