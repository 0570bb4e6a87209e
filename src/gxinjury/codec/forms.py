"""Which form a type hint has in data (类型在数据中的形式), and the fields of a record and the facts of a rule."""

import inspect
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from gxinjury.codec.kinds import (
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
)
from gxinjury.codec.scalars import SCALARS, scalar_of
from gxinjury.fields import FieldOf, field_of, fields_of
from gxinjury.statutes import Reading, Statute


def form_of(kind: Any) -> Form:  # noqa: ANN401  # any type
    """Return the form that values of a kind have in data.

    Raises:
        TypeError: They have none, as functions have not.

    >>> form_of(tuple[bool, ...]) == Listed(SCALARS[bool])
    True
    """
    return _form_of(kind, repr(kind))


@cache
def _form_of(kind: Any, _: str) -> Form:  # noqa: ANN401  # any type
    """Return a form; the hint is told as a text too, as ``str | int`` equals ``int | str`` and is read otherwise."""
    if kind in (object, Any, Reading) or isinstance(kind, TypeVar):  # no member is one of Reading itself
        return UNTOLD
    if is_record(kind):
        return Record(get_origin(kind) or kind)
    return scalar_of(kind) or _of_several(get_origin(kind), get_args(kind) or (object,), kind)


def forms_in(record: Any) -> tuple[tuple[FieldOf, Form], ...]:  # noqa: ANN401  # a class
    """Return the fields of a record, each with its form.

    Raises:
        TypeError: A field has none.
    """
    return _forms_in(record)


@cache
def _forms_in(record: Any) -> tuple[tuple[FieldOf, Form], ...]:  # noqa: ANN401  # a class
    return tuple((field, form_of(field.kind)) for field in fields_of(record))


def facts_in(rule: Callable[..., Any]) -> tuple[tuple[FieldOf, Form], ...]:
    """Return what a rule asks for, each with its form: not the law or a calendar, which it is handed.

    Raises:
        TypeError: Data cannot hold one of them.
    """
    return _facts_in(rule)


@cache
def _facts_in(rule: Callable[..., Any]) -> tuple[tuple[FieldOf, Form], ...]:
    hints = get_type_hints(rule, include_extras=True)
    fields = [
        field_of(rule, name, hints[name], parameter.default)
        for name, parameter in inspect.signature(rule).parameters.items()
    ]
    return tuple((field, form_of(field.kind)) for field in fields if not is_handed_in(field.kind))


def is_handed_in(kind: Any) -> bool:  # noqa: ANN401  # any type
    """Return whether a rule is handed what is no fact of a case: the law, or a calendar."""
    return isinstance(kind, type) and (issubclass(kind, Statute) or getattr(kind, "_is_protocol", False))


def is_record(kind: Any) -> bool:  # noqa: ANN401  # any type
    """Return whether a kind is a record that stands in data as a table of its fields."""
    kind = get_origin(kind) or kind
    return isinstance(kind, type) and attrs.has(kind) and kind not in SCALARS


def _of_several(origin: Any, inner: tuple[Any, ...], kind: Any) -> Form:  # noqa: ANN401  # any type
    if origin in (Union, UnionType):
        return _one_of(inner)
    if origin is type:
        return Named()
    if origin in (Mapping, dict):
        return Table(form_of(inner[1]), in_pairs=False) if inner[0] is str else UNTOLD
    if origin is tuple and Ellipsis not in inner:
        return SoMany(tuple(form_of(one) for one in inner))
    item, *_ = inner
    if item is Reading:
        return Readings()
    match get_args(item):
        case (name, value) if get_origin(item) is tuple and name is str:
            return Table(form_of(value), in_pairs=True)
        case _ if origin in (tuple, Iterable, Collection, Sequence, list, frozenset) or kind in (tuple, list):
            return Listed(form_of(item), as_set=origin is frozenset)
    raise TypeError(f"data cannot hold {kind}")


def _one_of(kinds: tuple[Any, ...]) -> Form:
    forms = tuple(dict.fromkeys(form_of(kind) for kind in kinds if kind is not NoneType))
    records = [form for form in forms if isinstance(form, Record)]
    is_told = len(records) <= 1 and not {UNTOLD, Named()} & set(forms)
    form = forms[0] if len(forms) == 1 else OneOf(forms, is_told=is_told)
    return Maybe(form) if NoneType in kinds else form
