"""Money as the progress report has it (万元)."""

from decimal import Decimal
from typing import Annotated, Final

import attrs

from gxinjury.facts import Sign, Yuan, amount, check_amount
from gxinjury.money import Share, times, to_fen, written_amount
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["WanYuan"]

_YUAN_IN_A_WAN: Final = 10_000


@attrs.frozen(order=True)
class WanYuan(Record):
    """An amount in units of 10,000 yuan (万元), kept apart from yuan by its type.

    Args:
        number: How many of them; negative amounts are refused.

    >>> paid = WanYuan.of_yuan("123456.78")
    >>> paid, str(paid), paid.yuan
    (WanYuan('12.345678'), '12.35', Decimal('123456.780000'))
    """

    number: Annotated[Decimal, Sign.NOT_NEGATIVE, Text("数额（万元）", "in 10,000 yuan")] = attrs.field(
        converter=amount
    )

    __attrs_post_init__ = check_facts

    @classmethod
    def of_yuan(cls, yuan: Decimal | int | str) -> "WanYuan":
        """Return so many yuan in units of 10,000, exact."""
        read = amount(yuan)
        check_amount("WanYuan", "yuan", read, Sign.NOT_NEGATIVE)
        return cls(Share(1, _YUAN_IN_A_WAN).of(read))

    @property
    def yuan(self) -> Yuan:
        """The same in yuan, exact."""
        return times(self.number, _YUAN_IN_A_WAN)

    def __str__(self) -> str:
        return written_amount(to_fen(self.number))

    def __repr__(self) -> str:
        return f"WanYuan('{self.number:f}')"
