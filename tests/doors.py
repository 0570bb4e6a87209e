"""The doors of a room: each fact that a question or a record takes is refused by name where it is no such fact.

A room's table has one row of sound facts for each question and record on its face. What is wrong with a fact follows
from its hint: the text "no" is no truth value, True is no number, a moment is no day. A check that is lost at one door
lets one of these in, or has another rule stumble over it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from types import ModuleType, NoneType, UnionType
from typing import Any, Final, NewType, Union, get_args, get_origin, get_type_hints

import attrs
import pytest

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import clause_of


class Odd:
    """What is a fact of no kind."""

    def __repr__(self) -> str:
        return "<odd>"


ODD: Final = Odd()

_SLIPS: Final[dict[Any, tuple[Any, ...]]] = {
    date: (datetime(2016, 1, 1), "2016-01-01", 20160101, date(1899, 12, 31), date(2200, 1, 1)),
    datetime: (datetime(2016, 1, 1), date(2016, 1, 1), "2016-01-01T00:00+08:00"),
    bool: (1, 0, "no"),
    int: (True, -1, 1.5, "1"),
    Decimal: (1.5, True, "12,5", Decimal("NaN"), 10**15),
    str: (1, b"1"),
}
"""What a slip of the pen makes of a fact of each kind."""


@attrs.frozen
class Door:
    """A question or record with sound facts.

    Args:
        asked: The question or record.
        facts: Sound facts for it.
        told_by: For a fact that an inner rule checks, the name that its refusal tells.
        not_here: Facts that do not go with the sound ones; another row has them.
    """

    asked: Callable[..., Any]
    facts: dict[str, Any]
    told_by: dict[str, str] = attrs.field(factory=dict)
    not_here: tuple[str, ...] = ()


def _members(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401  (a hint of any form)
    if isinstance(hint, NewType):
        return _members(hint.__supertype__)
    if get_origin(hint) in {Union, UnionType}:
        return tuple(one for member in get_args(hint) for one in _members(member))
    return (hint,)


def slips(hint: Any) -> Iterator[Any]:  # noqa: ANN401  (a hint of any form)
    """Yield what is no fact of a hint."""
    members = _members(hint)
    yield ODD
    if NoneType not in members:
        yield None
    if Decimal in members:
        yield from _SLIPS[Decimal]
    else:
        kinds = [one for one in members if one in _SLIPS]
        yield from (slip for kind in kinds for slip in _SLIPS[kind] if type(slip) not in kinds or type(slip) is kind)
    if any(isinstance(get_origin(one), type) and issubclass(get_origin(one), Iterable) for one in members):
        yield [ODD]
        yield "一"


def _hints(asked: Callable[..., Any]) -> dict[str, Any]:
    hints = get_type_hints(asked)
    if isinstance(asked, type):
        return {field.name: hints[field.name] for field in attrs.fields(asked) if field.init}
    return {name: hint for name, hint in hints.items() if name not in {"return", "law"}}


def slips_at(doors: Iterable[Door]) -> list[Any]:
    """Return a parameter of a test for every slip at every door: the door, the fact, what it was given."""
    return [
        pytest.param(door, name, slip, id=f"{door.asked.__name__}.{name}={slip!r}")
        for door in doors
        for name, hint in _hints(door.asked).items()
        if name not in door.not_here
        for slip in slips(hint)
    ]


def check_slip(door: Door, name: str, slip: Any) -> None:  # noqa: ANN401  (slips of any type)
    """Check that the door, sound but for one fact, refuses that fact by its name."""
    with pytest.raises(InvalidFactError) as caught:
        door.asked(**{**door.facts, name: slip})
    record = door.told_by.get(name, door.asked.__name__)
    assert (caught.value.record, caught.value.field.partition("[")[0]) == (record, name), str(caught.value)


def check_none_left_out(face: ModuleType, doors: Iterable[Door]) -> None:
    """Check that every question and every record of facts on a room's face has a row."""
    there = {door.asked for door in doors}
    public = [getattr(face, name) for name in face.__all__]
    asked = {
        one
        for one in public
        if (isinstance(one, type) and "__attrs_post_init__" in vars(one))
        or (not isinstance(one, type) and clause_of(one) is not None and _hints(one))
    }
    assert {one.__name__ for one in asked - there} == set()
