"""What a record's annotations say of its fields."""

from datetime import date
from inspect import Parameter
from typing import Annotated

import attrs
import pytest

from gxinjury.facts import Sign, Yuan
from gxinjury.fields import AboveZero, field_named, field_of, fields_of
from gxinjury.records import NotBefore, check_facts
from gxinjury.texts import Text
from tests.guesthouse import Stay, check_even


def test_fields_tell_what_their_annotations_say() -> None:
    """Name, kind, default, sign, order and label; a private attribute has the name of its argument."""
    fields = {field.name: field for field in fields_of(Stay)}
    assert [*fields][-1] == "room"
    assert fields["room"].attribute == "_room"
    assert "total" not in fields
    assert fields["price"].label == Text(zh="床位费", en="price of the bed")
    assert fields["tip"].label.en == "tip"
    assert fields["last"].not_before == (NotBefore("first"),)
    assert fields["last"].kind is date
    assert fields["last"].optional
    assert not fields["last"].needed
    assert fields["first"].needed
    assert fields["price"].sign is not None
    assert fields["nights"].sign is None
    assert fields["deposit"].default == 1_000
    assert fields_of(Stay) is fields_of(Stay)


def test_a_factory_is_called_for_its_default() -> None:
    """The default of a factory is what it makes."""

    @attrs.frozen
    class Bag:
        stones: tuple[int, ...] = attrs.Factory(lambda: (1,))

    assert fields_of(Bag)[0].default == (1,)


def test_what_a_function_takes_is_told_likewise() -> None:
    """A label beside a function's argument is found as one beside a field is."""
    field = field_of(check_even, "value", Annotated[int, Text(zh="数", en="number")], 3)
    assert (field.kind, field.label.zh, field.needed, field.default) == (int, "数", False, 3)
    assert (field.is_shown, field.converter) == (True, None)
    assert field_of(check_even, "value", int, Parameter.empty).needed


@pytest.mark.parametrize(
    ("hint", "optional", "in_yuan", "label"),
    [
        (int | str, False, False, None),
        (int | str | None, True, False, None),
        (tuple[Yuan, ...], False, True, None),
        (Annotated[tuple[Yuan, ...], Text("各笔", "amounts")] | None, True, True, "各笔"),
        (Annotated[Annotated[date, NotBefore("first")] | None, Text("末日", "last day")], True, False, "末日"),
        (Annotated[AboveZero, Text("价款", "price")], False, True, "价款"),
    ],
    ids=str,
)
def test_what_a_hint_says(hint: object, *, optional: bool, in_yuan: bool, label: str | None) -> None:
    """Whether it may be None, is in yuan, bears a label; however deep what is said stands."""
    field = field_of(check_even, "value", hint, None)
    assert (field.optional, field.in_yuan, field.says_label) == (optional, in_yuan, label is not None)
    assert field.label.zh == (label or "value")
    assert field.not_before == ((NotBefore("first"),) if label == "末日" else ())
    assert field.sign is (Sign.POSITIVE if label == "价款" else None)


def test_a_type_that_cannot_be_read_is_taken_as_it_stands() -> None:
    """A record whose types are not there at run time has fields all the same; nothing is checked by them."""

    @attrs.frozen
    class Cell:
        nights: "Tomorrow"  # type: ignore[name-defined]  # noqa: F821  # made so that it cannot be read
        __attrs_post_init__ = check_facts

    assert [field.name for field in fields_of(Cell)] == ["nights"]
    assert Cell(3).nights == 3


def test_a_field_is_found_by_its_name() -> None:
    """By the name of the argument or of the attribute; another name is refused."""
    assert field_named(Stay, "room") is field_named(Stay, "_room")
    assert field_named(Stay, "price").in_yuan
    assert not field_named(Stay, "nights").in_yuan
    with pytest.raises(LookupError, match="Stay has no field rooms"):
        field_named(Stay, "rooms")
