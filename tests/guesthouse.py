"""A guest house on the Moon: records with a field of each kind, for the tests of what annotations say."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Final

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import Yuan, amount, optional_amount, optional_moment
from gxinjury.records import AboveZero, NotBefore, NotNegative, NotZero, SomeText, check_facts, several
from gxinjury.texts import Text

TOO_DEAR: Final = FactRule(zh="不得高于押金", en="must not be above the deposit", code="above_deposit")
MOON_DAY: Final = date(2001, 1, 1)


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
