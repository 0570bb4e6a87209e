"""Values of an answer as data for JSON (答复中的值): amounts and days as texts, ids masked; nothing to install."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from gxinjury.determination.counting import falls_on_day_off
from gxinjury.findings import Finding
from gxinjury.money import written_amount
from gxinjury.periods import Deadline, Period
from gxinjury.privacy import mask
from gxinjury.texts import Text


def text_data(text: Text) -> dict[str, str]:
    """Return a text in both languages."""
    return {"zh": text.zh, "en": text.en}


def amount_data(value: Decimal) -> str:
    """Return an amount with two decimals at least, nothing rounded away.

    >>> amount_data(Decimal("130000"))
    '130000.00'
    """
    return written_amount(value).replace(",", "")


def plain_data(value: object) -> Any:  # noqa: ANN401  (what JSON can hold)
    """Return a value that stands by itself; what is no number and no day as text, ids masked.

    >>> plain_data(date(2016, 6, 30)), plain_data("450103198001011234"), plain_data(None)
    ('2016-06-30', '4501************34', None)
    """
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return amount_data(value)
        case Enum():
            return value.name
        case Text():
            return text_data(value)
        case None | int():
            return value
        case tuple():
            return [plain_data(one) for one in value]
        case _:
            return mask(str(value))


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return a finding with its code, its clause, its values and what it says."""
    values = {name: plain_data(value) for name, value in finding.values}
    return {"code": finding.code, "clause": str(finding.clause), "values": values, **text_data(finding.message)}


def period_data(period: Period | None) -> dict[str, Any] | None:
    """Return a period as its first and its last day, which is None while it is open; None for None."""
    return None if period is None else {"first": plain_data(period.first), "last": plain_data(period.last)}


def periods_data(periods: Iterable[Period]) -> list[dict[str, Any] | None]:
    """Return periods, each as :func:`period_data` has it."""
    return [period_data(period) for period in periods]


def deadline_data(limit: Deadline, *, may_roll: bool = True) -> dict[str, Any]:
    """Return a limit: its day, None where days off are not known, and the two days that it lies between.

    Where it may roll, its day is a day off and nobody looked at days off, it says so.
    """
    weekend = falls_on_day_off(limit) if may_roll else None
    return {
        "day": plain_data(limit.day),
        "earliest": plain_data(limit.earliest),
        "latest": plain_data(limit.latest),
        "raw": plain_data(limit.raw),
        "weekend": None if weekend is None else text_data(weekend),
    }
