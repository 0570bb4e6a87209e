"""Plain data of a record (由记录得数据): what JSON and TOML can hold, from any record, results included."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from gxinjury.codec.forms import facts_in, form_of, forms_in
from gxinjury.codec.kinds import (
    Form,
    Listed,
    Maybe,
    Named,
    OneOf,
    Readings,
    Record,
    Scalar,
    SoMany,
    Table,
    Untold,
)
from gxinjury.codec.names import MARK, name_of, reading_name
from gxinjury.privacy import Discreet


def dump(value: Any, *, in_full: bool = False, brief: bool = False) -> Any:  # noqa: ANN401  # any record, JSON
    """Return a record, or a sequence of them, as plain data: tables, lists, texts, whole numbers, flags, None.

    Amounts are texts such as "130000.00", days 2016-06-30, moments carry their offset, choices are named in capitals,
    clauses by their id. Where no annotation tells what a value is, as among a finding's values, the data names it:
    ``{"$money.Share": {...}}``.

    Args:
        value: A record or any value that a field of one may hold.
        in_full: Whether ids of natural persons are written in full; else they are masked.
        brief: Whether it is as a file by hand has it: fields that have their default are left out, and None with
            them; choices are named in small letters.

    Returns:
        Data that :func:`gxinjury.codec.loading.load` reads back; with ids in it, only where they are in full.

    Raises:
        TypeError: A field holds what is no data, such as a function.

    >>> from gxinjury.periods import Period
    >>> dump(Period(date(2016, 1, 1), None))
    {'first': '2016-01-01', 'last': None}
    """
    walk = _Dump(in_full=in_full, brief=brief)
    if value is None:
        return None
    if isinstance(value, list | tuple):
        return [None if one is None else walk.value(form_of(type(one)), one) for one in value]
    return walk.value(form_of(type(value)), value)


def dump_facts(rule: Callable[..., Any], facts: Mapping[str, object], *, in_full: bool = False) -> dict[str, Any]:
    """Return facts of a rule as plain data, which :func:`gxinjury.codec.loading.load_facts` reads back.

    Args:
        rule: The rule.
        facts: Its facts by name; the law and a calendar, which it is handed, are left out.
        in_full: As :func:`dump` has it.

    Raises:
        TypeError: A fact is of a kind that data cannot hold.

    >>> from gxinjury.determination import employer_deadline
    >>> dump_facts(employer_deadline, {"injured_on": date(2016, 5, 3)})
    {'injured_on': '2016-05-03'}
    """
    walk = _Dump(in_full=in_full, brief=False)
    return {field.name: walk.value(form, facts[field.name]) for field, form in facts_in(rule) if field.name in facts}


def dump_as(form: Form, value: object) -> Any:  # noqa: ANN401  # JSON
    """Return a value as a field of a form holds it in data, ids masked."""
    return _Dump(in_full=False, brief=False).value(form, value)


class _Dump:
    """A walk over a record.

    Args:
        in_full: As :func:`dump` has it.
        brief: Likewise.
    """

    def __init__(self, *, in_full: bool, brief: bool) -> None:
        self.in_full = in_full
        self.brief = brief

    def value(self, form: Form, value: Any) -> Any:  # noqa: ANN401  # a value of any kind
        """Return a value in the form that its field has."""
        if value is None:
            return None
        match form:
            case Scalar():
                written = form.write(value, self.in_full)
                return (
                    written.lower() if self.brief and isinstance(value, Enum) and isinstance(written, str) else written
                )
            case Untold() | OneOf(is_told=False):
                return self.untold(value)
            case OneOf():
                return self.value(form_of(str if isinstance(value, str) else type(value)), value)
            case Maybe(inner):
                return self.value(inner, value)
            case Record():
                return self.record(value)
            case Readings():
                return {reading_name(type(one)): one.name for one in value}
            case Named():
                return name_of(value)
            case _:
                return self.several(form, value)

    def several(self, form: Table | SoMany | Listed, value: Any) -> Any:  # noqa: ANN401  # a table or a list
        """Return what holds several values."""
        match form:
            case Table(inner, in_pairs):
                return {name: self.value(inner, one) for name, one in (value if in_pairs else value.items())}
            case SoMany(forms):
                return [self.value(inner, one) for inner, one in zip(forms, value, strict=True)]
            case _:
                return [self.value(form.inner, one) for one in value]

    def record(self, record: Any) -> dict[str, Any]:  # noqa: ANN401  # any record
        """Return a record as a table of its fields."""
        table = {}
        for field, form in forms_in(type(record)):
            value = getattr(record, field.attribute)
            if self.brief and (value is None or value == field.default):
                continue
            table[field.name] = self.value(form, value)
        return table

    def untold(self, value: Any) -> Any:  # noqa: ANN401  # any value
        """Return a value with the name of its kind, unless JSON tells it."""
        kind = type(value)
        match value:
            case None | bool() | int() if not isinstance(value, Enum):
                return value
            case str() | Discreet():
                return self.value(form_of(str), value)
            case tuple() | list() | frozenset():
                return [self.untold(one) for one in value]
            case type():
                return {f"{MARK}kind": name_of(value)}
            case Mapping():
                return {f"{MARK}table": [[self.untold(name), self.untold(one)] for name, one in value.items()]}
            case Decimal():
                return {f"{MARK}amount": self.value(form_of(Decimal), value)}
            case date():
                return {f"{MARK}day" if kind is date else f"{MARK}moment": self.value(form_of(kind), value)}
            case _:
                return {f"{MARK}{name_of(kind)}": self.value(form_of(kind), value)}
