"""The check of a field (字段的查验), by its kind and by what stands beside it in its annotation."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from types import UnionType
from typing import Any, Final, TypeAlias, cast, get_args, get_origin

import attrs

from gxinjury.amounts import Sign, check_amount
from gxinjury.facts import check_count, check_day, check_flag, check_instance, check_moment, records
from gxinjury.fields import FieldOf

Check: TypeAlias = Callable[[str, str, Any], object]


def check_of(field: FieldOf) -> Check | None:
    """Return the check of a field; None where nothing is asked of it."""
    own = next((cast("Check", one) for one in field.beside if callable(one)), None)
    if own is not None:
        return own
    if field.sign is not None:
        return partial(_check_signed_count if field.kind is int else _check_signed, field.sign)
    return check_of_kind(field.kind)


def check_of_kind(kind: Any) -> Check | None:  # noqa: ANN401  # any type
    """Return the check of a value of a type, called with record, field and value; None where nothing is asked of it.

    >>> check_of_kind(bool)("Stay", "paid", "no")
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Stay.paid must be True or False, got 'no'
    """
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if get_origin(kind) is tuple:
        item, *more = (get_origin(one) or one for one in get_args(kind))
        is_one = isinstance(item, type) and item is not UnionType and more == [Ellipsis]
        return partial(_check_records, item) if is_one else None
    return (
        partial(_check_kind, kind) if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, Enum)) else None
    )


def _check_signed(sign: Sign, record: str, field: str, value: object) -> None:
    check_amount(record, field, value, sign)


def _check_signed_count(sign: Sign, record: str, field: str, value: int) -> None:
    check_count(record, field, value)
    check_amount(record, field, Decimal(value), sign)


def _check_kind(kind: type[Any], record: str, field: str, value: object) -> None:
    check_instance(record, field, value, kind)


def _check_records(kind: type[Any], record: str, field: str, value: Any) -> None:  # noqa: ANN401  # whatever was given
    records(record, field, value, kind)


_BY_KIND: Final[dict[object, Check]] = {
    date: check_day,
    datetime: check_moment,
    bool: check_flag,
    int: check_count,
    str: partial(_check_kind, str),
}
