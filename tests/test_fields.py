"""What a record's annotations say of its fields."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Final

import attrs
import pytest

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import Yuan, amount, optional_amount, optional_moment
from gxinjury.fields import field_named, field_of, fields_of
from gxinjury.records import AboveZero, NotBefore, NotNegative, NotZero, SomeText, check_facts, several
from gxinjury.texts import Text

TOO_DEAR: Final = FactRule(zh="不得高于押金", en="must not be above the deposit", code="above_deposit")


class Bed(Enum):
    """Where a guest sleeps."""

    BUNK = Text(zh="铺", en="bunk")
    TENT = Text(zh="帐", en="tent")


@attrs.frozen
class Guest:
    """Who stays."""

    name: SomeText

    __attrs_post_init__ = check_facts


def check_even(record: str, field: str, value: object) -> None:
    """Refuse an odd number: a check of one's own."""
    if not isinstance(value, int) or value % 2:
        raise InvalidFactError(record, field, FactRule(zh="须为双数", en="must be even", code="odd"), value)


@attrs.frozen(kw_only=True)
class Stay:
    """A stay under the dome: a field of each kind."""

    first: date
    last: Annotated[date, NotBefore("first")] | None = None
    price: Annotated[AboveZero, Text(zh="床位费", en="price of the bed")] = attrs.field(converter=amount)
    tip: NotNegative | None = attrs.field(default=None, converter=optional_amount)
    change: NotZero | None = attrs.field(default=None, converter=optional_amount)
    deposit: Yuan = attrs.field(default=amount(1_000), converter=amount)
    came_at: datetime | None = attrs.field(default=None, converter=optional_moment)
    bed: Bed = Bed.BUNK
    guests: tuple[Guest, ...] = attrs.field(default=(), converter=several)
    nights: int = 0
    shoes: Annotated[int, check_even] = 0
    paid: bool = False
    seen: bool | None = None
    note: str | int | None = None
    _room: str = "A"
    total: Decimal = attrs.field(init=False, default=Decimal(0))

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        if self.price > self.deposit:
            yield InvalidFactError("Stay", "price", TOO_DEAR, self.price)


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
