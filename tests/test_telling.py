"""How values and explanations are printed: units, records, tables of steps, HTML."""

from datetime import date
from decimal import Decimal
from typing import Final

import attrs
import pytest

from gxinjury.errors import OutOfScopeError
from gxinjury.facts import Yuan
from gxinjury.money import Rate, Share
from gxinjury.periods import Period
from gxinjury.telling import is_yuan, told
from gxinjury.texts import Text
from tests.moonland import MOON, Haul, Place
from tests.moonland.findings import Findings

DAY: Final = date(2005, 1, 1)
FOUND: Final = Findings.dug_long_ago(MOON.clause("2"), dug_on=DAY, nights=20)


@attrs.frozen
class Box:
    """A record with something hidden and something empty."""

    shown: object
    hidden: str = attrs.field(default="hidden", repr=False)
    price: Yuan | None = None


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (Yuan, True),
        (Yuan | None, True),
        (tuple[Yuan, ...], True),
        (Decimal, False),
        (None, False),
        (int | None, False),
        (tuple[int, ...], False),
    ],
    ids=str,
)
def test_a_hint_says_yuan(hint: object, expected: bool) -> None:
    """An amount, an optional amount and a sequence of amounts are in yuan; another Decimal is not."""
    assert is_yuan(hint) is expected


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (FOUND, "开挖于 2005-01-01，已过 20 夜 [MOON-2]", "dug on 2005-01-01, nights gone by: 20 [MOON-2]"),
        (OutOfScopeError(Text(zh="否", en="no"), MOON.clause("1")), "否 [MOON-1]", "no [MOON-1]"),
        (Text(zh="月", en="moon"), "月", "moon"),
        (Rate.per_mille("1.3"), "1.3‰", "1.3‰"),
        (Share(1, 3), "1/3", "1/3"),
        (Period(DAY, None), "2005-01-01 起", "2005-01-01.."),
        (Period(DAY, date(2005, 1, 31)), "2005-01-01 至 2005-01-31", "2005-01-01..2005-01-31"),
        (MOON.clause("1"), "MOON-1", "MOON-1"),
        ((), "无", "none"),
        ((1, Decimal(1000), Place.PLAIN), "1、1,000、月海", "1, 1,000, plain"),
        (Decimal(1000), "1,000", "1,000"),
        (Box("a"), "shown：a", "shown a"),
        (Box(None), "无", "none"),
        (Box(()), "无", "none"),
        ((Box(1), Box(2)), "shown：1 | shown：2", "shown 1 | shown 2"),
        ((Box(1), 2), "shown：1 | 2", "shown 1 | 2"),
        (Haul(1000, DAY).place, "月海", "plain"),
        (None, "无", "none"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_in_one_line(value: object, zh: str, en: str) -> None:
    """Each kind of value is told as its language writes it."""
    assert (told(value, "zh"), told(value, "en")) == (zh, en)


def test_a_record_names_its_fields() -> None:
    """The label of the record's field comes before the plain one; amounts carry their unit, ids are masked."""
    haul = Haul("1234.5", DAY, Place.CRATER, "450103198001011234")
    parts_zh = ["价值：1,234.50 元", "月尘开挖日：2005-01-01", "地点：环形山", "挖尘人：4501************34"]
    parts_en = ["load 1,234.50 yuan", "haul dug on 2005-01-01", "place crater", "digger 4501************34"]
    assert all(part in told(haul, "zh") for part in parts_zh)
    assert told(haul, "en") == "; ".join(parts_en)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Decimal("0.5"), "0.50 元", "0.50 yuan"),
        (Decimal("1e999999"), "1E+999999 元", "1E+999999 yuan"),
        (Decimal("NaN"), "NaN 元", "NaN yuan"),
        ((Decimal(1), Decimal(2)), "1.00 元、2.00 元", "1.00 yuan, 2.00 yuan"),
        (None, "无", "none"),
        (5, "5", "5"),
        ("1,5", "1,5", "1,5"),
    ],
)
def test_an_amount_in_yuan(value: object, zh: str, en: str) -> None:
    """Where a hint says yuan an amount carries its unit; what is no amount is told as it is."""
    assert (told(value, "zh", in_yuan=True), told(value, "en", in_yuan=True)) == (zh, en)
