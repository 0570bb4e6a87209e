"""The rates that offices write beside their counts (参保率的核对), held against what the counts come to."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from gxinjury.construction.ids import half_width
from gxinjury.couriers import Report, coverage
from gxinjury.errors import FactRule
from gxinjury.extra.forms._faults import Line

_RATE: Final = re.compile(r"(\d{1,4}(?:\.(\d{1,20}))?)\s*(%?)", re.ASCII)
_CALLED: Final = re.compile(r"(?:单位)?(?:参保|覆盖|参保覆盖)率.*|coverage.*|rate.*", re.IGNORECASE)
_HUNDRED: Final = 100
_DIFFERS: Final = FactRule(
    zh="填写为{told}，按户数计为{counted}", en="says {told}, the units come to {counted}", code="rate_differs"
)


def odd_rates(line: Line, report: Report) -> Iterator[tuple[str, FactRule]]:
    """Yield the columns of an office's own whose rate is not that of the counts, to the last digit that is written."""
    reached = coverage(should_enrol=report.units_should, enrolled=report.units_enrolled)
    for name, text in line.own.items():
        found = _RATE.fullmatch(half_width(text))
        if reached is None or found is None or not _CALLED.fullmatch(name):
            continue
        number, digits = Fraction(found[1]), len(found[2] or "")
        told = number if found[3] or number > 1 else number * _HUNDRED
        last = Fraction(1, 10**digits) * (1 if told == number else _HUNDRED)
        if abs(told - reached.rate * _HUNDRED) > last:
            yield name, _DIFFERS.filled({"told": text, "counted": reached})
