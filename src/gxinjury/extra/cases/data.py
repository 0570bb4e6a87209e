"""Values of an answer as data for JSON (答复中的值), in one walk: amounts and days as texts, ids masked."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import attrs

from gxinjury import __version__
from gxinjury.determination.counting import falls_on_day_off
from gxinjury.findings import Finding
from gxinjury.money import written_amount
from gxinjury.periods import Deadline, Period
from gxinjury.privacy import mask
from gxinjury.texts import Text

SCHEMA_VERSION: Final = 1
"""The version of the answer's shape; it goes up when a key changes its name or meaning or is taken away."""
VERSIONS: Final = {"schema_version": SCHEMA_VERSION, "version": __version__}
"""What every answer begins with."""


def data_of(value: object) -> Any:  # noqa: ANN401  (what JSON can hold)
    """Return a value of an answer: a period as its days, a finding with what it says, anything else as a text.

    >>> data_of((Period(date(2016, 3, 1), None), Decimal("130000")))
    [{'first': '2016-03-01', 'last': None}, '130000.00']
    """
    match value:
        case Period():
            return fields_data(value, "first last")
        case Finding():
            values = {name: plain_data(one) for name, one in value.values}
            return {"code": value.code, "clause": str(value.clause), "values": values, **text_data(value.message)}
        case Deadline():
            return deadline_data(value)
        case tuple() | list():
            return [data_of(one) for one in value]
        case Mapping():
            return {name: data_of(one) for name, one in value.items()}
        case _:
            return plain_data(value)


def plain_data(value: object) -> Any:  # noqa: ANN401  (what JSON can hold)
    """Return a value that stands by itself; what is no number and no day as text, ids masked.

    >>> plain_data(date(2016, 6, 30)), plain_data("450103198001011234"), plain_data(None)
    ('2016-06-30', '4501************34', None)
    """
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return written_amount(value).replace(",", "")
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


def fields_data(record: object, names: str = "", **more: object) -> dict[str, Any]:
    """Return fields of a record as a table: those named, in their order, or all; values of ``more`` in their place.

    Of several records each name is asked of the first that knows it.

    >>> fields_data(Period(date(2016, 3, 1), date(2016, 3, 2)), "first days last", last=None)
    {'first': '2016-03-01', 'days': 2, 'last': None}
    """
    kind: Any = type(record)
    records = record if isinstance(record, tuple) else (record,)
    return {
        name: data_of(more[name] if name in more else next(getattr(one, name) for one in records if hasattr(one, name)))
        for name in names.split() or attrs.fields_dict(kind)
    }


def text_data(text: Text) -> dict[str, str]:
    """Return a text in both languages."""
    return {"zh": text.zh, "en": text.en}


def member_data(member: Enum, **more: object) -> dict[str, Any]:
    """Return a choice by its name and what it is called, more of it between these."""
    return {"name": member.name, **data_of(more), **text_data(member.value)}


def deadline_data(limit: Deadline, *, may_roll: bool = True) -> dict[str, Any]:
    """Return a limit: its day, None where days off are not known, and the two days that it lies between.

    Where it may roll, its day is a day off and nobody looked at days off, it says so.
    """
    weekend = falls_on_day_off(limit) if may_roll else None
    return {**fields_data(limit, "day earliest latest raw"), "weekend": data_of(weekend)}
