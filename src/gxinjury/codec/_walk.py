"""The walk over data (数据的读取): record by record, every fault kept at its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import repeat
from typing import Any, Final

from gxinjury.codec.choices import member_of
from gxinjury.codec.faults import Fault
from gxinjury.codec.forms import facts_in, form_of, forms_in
from gxinjury.codec.kinds import (
    UNTOLD,
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
from gxinjury.codec.limits import Account, Limits
from gxinjury.codec.names import MARK, kind_named, readings_by_name, root_of
from gxinjury.codec.readers import NO_KEY, NO_LIST, NO_TABLE, NO_TEXT, RefusedError, read_text
from gxinjury.codec.wording import nearest
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.fields import FieldOf
from gxinjury.records import refusals

_NO_LIST_OF: Final = FactRule(
    zh="必须是 {count} 项的列表", en="must be a list of so many items: {count}", code="no_list"
)
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
_OWN_NAMES: Final[dict[str, Any]] = {"amount": Decimal, "day": date, "moment": datetime, "kind": type[Any]}
_MISSING: Final = FactRule(zh="缺失（{label}）", en="is missing ({label})", code="missing")


class Faulty(Enum):
    """Stands for a value at fault; its faults are kept."""

    VALUE = "at fault"


class Walk:
    """A walk over data.

    Args:
        kind: The kind of the whole, whose package has the readings and the kinds that data may name.
        limits: How much is read.
    """

    def __init__(self, kind: Any, limits: Limits) -> None:  # noqa: ANN401  # any type
        self.root = root_of(kind)
        self.account = Account(limits)

    def value(self, form: Form, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # any value
        """Return the value of a form that data holds; keep its faults."""
        if self.account.item(path):
            return Faulty.VALUE
        try:
            return self.in_form(form, data, path)
        except RefusedError as error:
            self.account.fault(error.fault.below(path))
            return Faulty.VALUE

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
            raise RefusedError(NO_LIST, data)
        if isinstance(form, SoMany) and len(data) != len(form.forms):
            raise RefusedError(_NO_LIST_OF.filled({"count": len(form.forms)}), data)
        forms = form.forms if isinstance(form, SoMany) else repeat(form.inner)
        made = [self.value(inner, one, (*path, at)) for at, (inner, one) in enumerate(zip(forms, data))]  # noqa: B905  # as many as there are
        return _unless_at_fault(made, frozenset(made) if isinstance(form, Listed) and form.as_set else tuple(made))

    def record(self, kind: type[Any], data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # the record
        """Return a record, unless something in it is wrong; then all of that is kept."""
        given = _table(data)
        forms = forms_in(kind)
        before = len(self.account.faults)
        self.unknown(given, [field.name for field, _ in forms], path)
        values = dict(self.fields(forms, given, path))
        try:
            if len(self.account.faults) == before:
                return kind(**values)
        except InvalidFactError as error:
            found = refusals(kind, values) or (error,)
        else:
            found = refusals(kind, values, at_fault=[name for name in values if values[name] is Faulty.VALUE])
        for one in found:
            self.account.fault(Fault.of(one, path))
        return Faulty.VALUE

    def facts(self, rule: Callable[..., Any], data: object) -> dict[str, Any]:
        """Return the facts of a rule by name."""
        try:
            given = _table(data)
        except RefusedError as error:
            self.account.fault(error.fault)
            return {}
        forms = facts_in(rule)
        self.unknown(given, [field.name for field, _ in forms], ())
        return dict(self.fields(forms, given, ()))

    def unknown(self, given: Mapping[str, Any], names: Sequence[str], path: tuple[str | int, ...]) -> None:
        """Keep a fault for each key that there is not."""
        for key in sorted(given.keys() - set(names), key=str):
            self.account.fault(Fault((*path, key), NO_KEY, hint=nearest(str(key), names)))

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
                self.account.fault(Fault((*path, name), _MISSING.filled({"label": field.label})))
                yield name, Faulty.VALUE

    def one_of(self, form: OneOf, data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401  # any value
        """Return a value that may be of several kinds."""
        if not form.is_told:
            return self.untold(data, path)
        if isinstance(data, Mapping) and form.record is not None:
            return self.record(form.record.kind, data, path)
        return _first_that_reads(form.scalars, data)

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
        for name, told in data.items():
            kind = by_name.get(name) or by_enum.get(name)
            if kind is None:
                self.account.fault(Fault((*path, name), _NO_READING, hint=nearest(str(name), [*by_name], {})))
            elif (member := member_of(kind, told)) is None:
                called = {one.name: one.says.zh for one in kind}
                hint = nearest(told if isinstance(told, str) else "", [*called], called)
                self.account.fault(Fault((*path, name), _NO_MEMBER, told, hint))
            elif kind in chosen:
                self.account.fault(Fault((*path, name), _NAMED_TWICE))
            else:
                chosen[kind] = member
        return tuple(chosen.values())

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
            return pairs if pairs is Faulty.VALUE else dict(pairs)
        kind = _OWN_NAMES.get(name[1:]) or kind_named(name[1:], self.root)
        if kind is None:
            raise RefusedError(_NO_KIND, data)
        return self.value(form_of(kind), value, (*path, name))


def _first_that_reads(scalars: Iterable[Scalar], data: object) -> Any:  # noqa: ANN401  # a value of one of the kinds
    """Return a value as the first of several kinds that it can be read as; refused, as the last one refuses it."""
    refused = RefusedError(NO_TEXT, data)
    for scalar in scalars:
        try:
            return scalar.read(data)
        except RefusedError as error:
            refused = error
    raise refused


def _table(data: object) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise RefusedError(NO_TABLE, data)
    return data


def _unless_at_fault(values: Sequence[object], made: object) -> object:
    return Faulty.VALUE if any(value is Faulty.VALUE for value in values) else made
