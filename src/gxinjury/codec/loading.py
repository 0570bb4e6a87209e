"""A record of plain data (由数据得记录): every fault at its place, all of them at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import repeat
from typing import Any, Final, TypeVar, cast

import attrs

from gxinjury.codec.faults import CodecError, Fault, nearest
from gxinjury.codec.forms import (
    UNTOLD,
    Form,
    Listed,
    Maybe,
    Named,
    OneOf,
    Readings,
    Record,
    SoMany,
    Table,
    Untold,
    facts_in,
    form_of,
    forms_in,
)
from gxinjury.codec.names import MARK, kind_named, readings_by_name, root_of
from gxinjury.codec.scalars import RefusedError, Scalar, first_that_reads, read_text
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.records import FieldOf, refusals

T = TypeVar("T")

_NO_TABLE: Final = FactRule(zh="必须是一组键值", en="must be a table of keys and values", code="no_table")
_NO_LIST: Final = FactRule(zh="必须是列表", en="must be a list", code="no_list")
_NO_LIST_OF: Final = FactRule(
    zh="必须是 {count} 项的列表", en="must be a list of so many items: {count}", code="no_list"
)
_NO_KEY: Final = FactRule(zh="不是已知的键", en="is no known key", code="unknown_key")
_NO_READING: Final = FactRule(zh="不是已知的口径名称", en="is no known reading", code="unknown_reading")
_NO_READINGS: Final = FactRule(
    zh='必须逐项写明采用的口径，如 elapsed_time = "MONTHS"',
    en='must be a table of readings and their members, such as elapsed_time = "MONTHS"',
    code="no_table",
)
_NO_MEMBER: Final = FactRule(zh="这一处没有这种口径", en="is no member of the reading", code="no_choice")
_NAMED_TWICE: Final = FactRule(
    zh="这一处的口径已另行指定", en="is named twice: a reading takes one member", code="named_twice"
)
_NO_KIND: Final = FactRule(zh="不是已知的类型", en="is no known kind", code="unknown_kind")
_OWN_NAMES: Final[dict[str, type[Any]]] = {"amount": Decimal, "day": date, "moment": datetime}
_MISSING: Final = FactRule(zh="缺失（{label}）", en="is missing ({label})", code="missing")
_TOO_MANY: Final = FactRule(
    zh="内容过多：超过 {most} 项，其余不予读取",
    en="holds too much: more than {most} items, the rest is not read",
    code="too_many",
)
_TOO_DEEP: Final = FactRule(
    zh="嵌套过深：超过 {most} 层，不予读取", en="is nested too deeply: more than {most} levels", code="too_deep"
)
_ENOUGH: Final = FactRule(
    zh="错误已有 {most} 处，其余不予读取", en="has {most} faults already, the rest is not read", code="too_many_faults"
)


@attrs.frozen
class Limits:
    """How much data is read; a service that reads what strangers send lowers them.

    Args:
        faults: After so many faults the rest is not read.
        items: After so many values and tables the rest is not read.
        depth: Deeper than so many levels nothing is read.
    """

    faults: int = 1_000
    items: int = 1_000_000
    depth: int = 64


class _Faulty(Enum):
    """Stands for a value at fault; its faults are kept."""

    VALUE = "at fault"


class _StoppedError(Exception):
    """Enough was read."""


def load(kind: type[T], data: object, *, limits: Limits = Limits()) -> T:
    """Return the record that data holds.

    Args:
        kind: The kind of the record.
        data: What ``json`` or ``tomllib`` reads, numbers with a point as Decimal or text, never as floats.
        limits: How much is read at most.

    Raises:
        CodecError: Something in it is wrong; all of it is told at once.
        TypeError: A field of the record is of a kind that data cannot hold.

    >>> from gxinjury.periods import Period
    >>> load(Period, {"first": "2016-01-01", "last": "2016-06-30"}).days
    182
    >>> load(Period, {"first": "2016-01-32", "lust": None})
    Traceback (most recent call last):
    gxinjury.codec.faults.CodecError: lust is no known key; did you mean last?
    first must be a day such as 2016-06-30, without a time of day, got '2016-01-32'
    """
    reading = _Load(kind, limits)
    value: object = _Faulty.VALUE
    with suppress(_StoppedError):
        value = reading.value(form_of(kind), data, ())
    if reading.faults:
        raise CodecError(reading.faults)
    return cast("T", value)


def load_facts(rule: Callable[..., Any], data: object, *, limits: Limits = Limits()) -> dict[str, Any]:
    """Return the facts of a rule that data holds, by name, to call it with.

    Args:
        rule: The rule.
        data: A table of its facts, as :func:`gxinjury.codec.dump_facts` writes it and a request has it.
        limits: How much is read at most.

    Raises:
        CodecError: Something in it is wrong; all of it is told at once.
        TypeError: A fact is of a kind that data cannot hold.

    >>> from gxinjury.determination import report_deadline
    >>> report_deadline(**load_facts(report_deadline, {"happened_at": "2016-05-03T10:20+08:00"})).isoformat()
    '2016-05-05T10:20:00+08:00'
    """
    reading = _Load(rule, limits)
    facts: dict[str, Any] = {}
    with suppress(_StoppedError):
        facts = reading.facts(rule, data)
    if reading.faults:
        raise CodecError(reading.faults)
    return facts


class _Load:
    """A walk over data.

    Args:
        kind: The kind of the whole, whose package has the readings and the kinds that data may name.
        limits: How much is read.
    """

    def __init__(self, kind: Any, limits: Limits) -> None:  # noqa: ANN401  # any type
        self.root = root_of(kind)
        self.limits = limits
        self.faults: list[Fault] = []
        self.items = 0

    def fault(self, fault: Fault) -> None:
        """Keep a fault; stop where there are enough."""
        self.faults.append(fault)
        if len(self.faults) >= self.limits.faults:
            self.faults.append(Fault((), _ENOUGH.filled({"most": self.limits.faults})))
            raise _StoppedError

    def value(self, form: Form, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # any value
        """Return the value of a form that data holds; keep its faults."""
        self.items += 1
        if self.items > self.limits.items:
            self.faults.append(Fault((), _TOO_MANY.filled({"most": self.limits.items})))
            raise _StoppedError
        if len(path) > self.limits.depth:
            self.fault(Fault(path, _TOO_DEEP.filled({"most": self.limits.depth})))
            return _Faulty.VALUE
        try:
            return self.in_form(form, data, path)
        except RefusedError as error:
            self.fault(error.fault.below(path))
            return _Faulty.VALUE

    def in_form(self, form: Form, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # any value
        """Return the value of a form that data holds."""
        match form:
            case Scalar():
                return form.read(data)
            case Record(kind):
                return self.record(kind, data, path)
            case Maybe(inner):
                return None if data is None else self.in_form(inner, data, path)
            case Untold():
                return self.untold(data, path)
            case OneOf():
                return self.one_of(form, data, path)
            case Readings():
                return self.readings(data, path)
            case Named():
                return self.named(data)
            case _:
                return self.several(form, data, path)

    def several(self, form: Table | SoMany | Listed, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # a table or a tuple
        """Return what holds several values."""
        made: list[Any]
        if isinstance(form, Table):
            table = _table(data)
            made = [self.value(form.inner, one, (*path, name)) for name, one in table.items()]
            pairs = tuple(zip(table, made, strict=True))
            return _unless_at_fault(made, pairs if form.in_pairs else dict(pairs))
        if not isinstance(data, list | tuple):
            raise RefusedError(_NO_LIST, data)
        if isinstance(form, SoMany) and len(data) != len(form.forms):
            raise RefusedError(_NO_LIST_OF.filled({"count": len(form.forms)}), data)
        forms = form.forms if isinstance(form, SoMany) else repeat(form.inner)
        made = [self.value(inner, one, (*path, at)) for at, (inner, one) in enumerate(zip(forms, data))]  # noqa: B905  # as many as there are
        return _unless_at_fault(made, frozenset(made) if isinstance(form, Listed) and form.as_set else tuple(made))

    def record(self, kind: type[Any], data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # the record
        """Return a record, unless something in it is wrong; then all of that is kept."""
        given = _table(data)
        forms = forms_in(kind)
        before = len(self.faults)
        self.unknown(given, [field.name for field, _ in forms], path)
        values = dict(self.fields(forms, given, path))
        try:
            if len(self.faults) == before:
                return kind(**values)
        except InvalidFactError as error:
            found = refusals(kind, values) or (error,)
        else:
            found = refusals(kind, values, at_fault=[name for name in values if values[name] is _Faulty.VALUE])
        for one in found:
            self.fault(Fault.of(one, path))
        return _Faulty.VALUE

    def facts(self, rule: Callable[..., Any], data: object) -> dict[str, Any]:
        """Return the facts of a rule by name."""
        try:
            given = _table(data)
        except RefusedError as error:
            self.fault(error.fault)
            return {}
        forms = facts_in(rule)
        self.unknown(given, [field.name for field, _ in forms], ())
        return dict(self.fields(forms, given, ()))

    def unknown(self, given: Mapping[str, Any], names: Sequence[str], path: tuple[str | int, ...]) -> None:
        """Keep a fault for each key that there is not."""
        for key in sorted(given.keys() - set(names), key=str):
            self.fault(Fault((*path, key), _NO_KEY, hint=nearest(str(key), names)))

    def fields(
        self, forms: Iterable[tuple[FieldOf, Form]], given: Mapping[str, Any], path: tuple[str | int, ...]
    ) -> Iterator[tuple[str, Any]]:
        """Yield the values of the fields that are there, or need to be."""
        for field, form in forms:
            name = field.name
            if name in given:
                data = given[name]
                is_none = data is None and field.optional
                yield name, None if is_none else self.value(form, data, (*path, name))
            elif field.needed and field.optional:
                yield name, None
            elif field.needed:
                self.fault(Fault((*path, name), _MISSING.filled({"label": field.label})))
                yield name, _Faulty.VALUE

    def one_of(self, form: OneOf, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # any value
        """Return a value that may be of several kinds."""
        if not form.is_told:
            return self.untold(data, path)
        if isinstance(data, Mapping) and form.record is not None:
            return self.record(form.record.kind, data, path)
        return first_that_reads(form.scalars, data)

    def named(self, data: object) -> type[Any]:
        """Return the class that a text names."""
        kind = kind_named(read_text(data), self.root)
        if kind is None:
            raise RefusedError(_NO_KIND, data)
        return kind

    def readings(self, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # readings
        """Return the readings that a table names, by the name of the reading or of its enum."""
        if not isinstance(data, Mapping):
            raise RefusedError(_NO_READINGS, data)
        by_name = readings_by_name(self.root)
        by_enum = {kind.__name__: kind for kind in by_name.values()}
        chosen: dict[Any, Any] = {}
        before = len(self.faults)
        for name, member in data.items():
            kind = by_name.get(name) or by_enum.get(name)
            if kind is None:
                self.fault(Fault((*path, name), _NO_READING, hint=nearest(str(name), [*by_name], {})))
            elif not isinstance(member, str) or member not in kind.__members__:
                called = {one.name: one.says.zh for one in kind}
                hint = nearest(member if isinstance(member, str) else "", [*called], called)
                self.fault(Fault((*path, name), _NO_MEMBER, member, hint))
            elif kind in chosen:
                self.fault(Fault((*path, name), _NAMED_TWICE))
            else:
                chosen[kind] = kind[member]
        return tuple(chosen.values()) if len(self.faults) == before else _Faulty.VALUE

    def untold(self, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # any value
        """Return a value whose kind the data names, or JSON tells."""
        if isinstance(data, list | tuple):
            return self.several(Listed(UNTOLD), data, path)
        if not isinstance(data, Mapping):
            return data
        (name, value), *more = data.items() or [("", None)]
        if more or not str(name).startswith(MARK):
            raise RefusedError(_NO_KIND, data)
        if name == f"{MARK}table":
            pairs = self.value(Listed(SoMany((UNTOLD, UNTOLD))), value, (*path, name))
            return pairs if pairs is _Faulty.VALUE else dict(pairs)
        kind = _OWN_NAMES.get(name[1:]) or kind_named(name[1:], self.root)
        if kind is None:
            raise RefusedError(_NO_KIND, data)
        return self.value(form_of(kind), value, (*path, name))


def _table(data: object) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise RefusedError(_NO_TABLE, data)
    return data


def _unless_at_fault(values: Sequence[object], made: object) -> object:
    return _Faulty.VALUE if any(value is _Faulty.VALUE for value in values) else made
