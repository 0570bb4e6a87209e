"""What a record says about its fields (记录的字段): kind, sign, order of days and label stand in the annotation, once.

A record of facts ends with one line, ``__attrs_post_init__ = check_facts``. Checks at the door, all faults of an input,
labels, JSON keys and JSON Schema are read off the same annotations::

    @attrs.frozen
    class Stay:
        first: date
        last: Annotated[date, NotBefore("first")] | None = None
        price: Annotated[AboveZero, Text(zh="床位费", en="price of the bed")] = attrs.field(converter=amount)

        __attrs_post_init__ = check_facts
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from inspect import Parameter
from types import NoneType, UnionType
from typing import Annotated, Any, Final, ParamSpec, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

import attrs

from gxinjury.catalogues import label, owner_of
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import (
    Sign,
    Yuan,
    check_amount,
    check_count,
    check_day,
    check_flag,
    check_instance,
    check_moment,
    check_not_before,
    check_text,
    records,
)
from gxinjury.texts import Text

__all__ = [
    "AboveZero",
    "FieldOf",
    "NotBefore",
    "NotNegative",
    "NotZero",
    "SomeText",
    "check_facts",
    "check_of_kind",
    "field_named",
    "field_of",
    "fields_of",
    "refusals",
    "refused",
    "several",
]

AboveZero: TypeAlias = Annotated[Yuan, Sign.POSITIVE]
NotNegative: TypeAlias = Annotated[Yuan, Sign.NOT_NEGATIVE]
NotZero: TypeAlias = Annotated[Yuan, Sign.NOT_ZERO]
SomeText: TypeAlias = Annotated[str, check_text]

_P = ParamSpec("_P")
_Check: TypeAlias = Callable[[str, str, Any], object]
_FACTORY: Final[Any] = attrs.Factory
_NEEDED: Final = FactRule(zh="缺失", en="is missing", code="missing")


@attrs.frozen
class NotBefore:
    """Beside the kind of a day or moment: the field that it must not lie before.

    Args:
        other: That field, or a property of the record.
        told: What messages call it; None: by its own name.

    >>> NotBefore("commencement").name
    'commencement'
    """

    other: str
    told: str | None = None

    @property
    def name(self) -> str:
        """What messages call the other field."""
        return self.other if self.told is None else self.told


@attrs.frozen
class FieldOf:
    """What a record's annotation says of one of its fields.

    Args:
        name: Its name as the constructor takes it, which is its key in data too.
        attribute: Its name on the record, which may be a private one.
        kind: Its type, without None and without what stands beside it.
        beside: What stands beside it in ``Annotated``: sign, order, label, a check of one's own.
        optional: Whether it may be None.
        needed: Whether it has no default.
        default: Its default where it has one; a factory is called.
        label: What it is called.
        is_shown: Whether it is told where the record is: not what its ``repr`` leaves out.
        converter: What reads it leniently; None where nothing does.
    """

    name: str
    attribute: str
    kind: Any
    beside: tuple[object, ...]
    optional: bool
    needed: bool
    default: object
    label: Text
    is_shown: bool
    converter: Callable[[Any], Any] | None

    @property
    def in_yuan(self) -> bool:
        """Whether it is an amount in yuan, or several."""
        return self.kind is Yuan or Yuan in get_args(self.kind)

    @property
    def says_label(self) -> bool:
        """Whether its label stands on it; else the words of its package have one, or its name is spelled out."""
        return any(isinstance(one, Text) for one in self.beside)

    @property
    def sign(self) -> Sign | None:
        """The sign that an amount must have; None where it says nothing of it."""
        return next((one for one in self.beside if isinstance(one, Sign)), None)

    @property
    def not_before(self) -> tuple[NotBefore, ...]:
        """What it must not lie before."""
        return tuple(one for one in self.beside if isinstance(one, NotBefore))


_Checked: TypeAlias = tuple[FieldOf, _Check, tuple[NotBefore, ...], bool]


def several(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return a sequence as a tuple, so that it cannot change; what is none as it came: :func:`check_facts` refuses it.

    The lenient half of reading a sequence, as :func:`gxinjury.facts.amount` is of an amount.

    >>> several([1, 2]), several("12")
    ((1, 2), '12')
    """
    is_one = isinstance(values, Iterable) and not isinstance(values, str | Mapping)
    return tuple(values) if is_one else cast("tuple[Any, ...]", values)


def check_facts(record: object) -> None:
    """Refuse what a field's annotation does not let in: all that a record's ``__attrs_post_init__`` has to say.

    A day is a day, a flag a flag, a sequence one of its kind, ``X | None`` may be missing. Beside a type stand, in
    ``Annotated``: the sign of an amount, what a day must not lie before, a check of one's own. What several fields say
    together, a record yields from a method ``_together``.

    Raises:
        InvalidFactError: The first field, in their order, that breaks its rule.

    >>> @attrs.frozen
    ... class Stay:
    ...     first: date
    ...     last: Annotated[date, NotBefore("first")] | None = None
    ...     __attrs_post_init__ = check_facts
    >>> Stay(date(2016, 1, 2), date(2016, 1, 1))
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Stay.last must not be before first (2016-01-02), got 2016-01-01
    """
    kind: Any = record.__class__
    name = kind.__name__
    for field, check, orders, is_optional in _checks_of(kind):
        value = getattr(record, field.attribute)
        if value is None and is_optional:
            continue
        check(name, field.name, value)
        for order in orders:
            _check_order(name, field.name, value, order, getattr(record, order.other))
    for error in _told_together(record):
        raise error


def refusals(
    kind: type[Any], values: Mapping[str, object], *, at_fault: Collection[str] = ()
) -> tuple[InvalidFactError, ...]:
    """Return everything that a record of a kind would refuse in the values of its fields.

    Args:
        kind: A record whose facts are checked by :func:`check_facts`.
        values: The values by field, as its constructor takes them. A field left out is missing where it is needed.
        at_fault: Fields that are known to be at fault: nothing more is told of them, nor of what hangs on them.

    Returns:
        A refusal for each field at fault, in their order, then what is wrong with several together, as far as these
        could be read. Empty where the record lets them in.

    >>> @attrs.frozen
    ... class Stay:
    ...     first: date
    ...     nights: int = 0
    ...     __attrs_post_init__ = check_facts
    >>> [str(error) for error in refusals(Stay, {"nights": -1})]
    ['Stay.first is missing, got None', 'Stay.nights must be a whole number of at least zero, got -1']
    """
    return tuple(_refusals(kind, values, at_fault))


def refused(check: Callable[_P, object], /, *args: _P.args, **more: _P.kwargs) -> Iterator[InvalidFactError]:
    """Yield the refusal of a check that raises it, so that a record's ``_together`` can use what questions use.

    >>> [error.code for error in refused(check_flag, "Stay", "paid", "no")]
    ['no_flag']
    """
    try:
        check(*args, **more)
    except InvalidFactError as error:
        yield error


def fields_of(kind: Any) -> tuple[FieldOf, ...]:  # noqa: ANN401  # a class, which mypy holds to be unhashable
    """Return what a record says of the fields that its constructor takes, in their order.

    >>> @attrs.frozen
    ... class Stay:
    ...     nights: Annotated[int, Text(zh="夜数", en="nights")] | None = None
    >>> [(field.name, field.kind, field.optional, field.label.zh) for field in fields_of(Stay)]
    [('nights', <class 'int'>, True, '夜数')]
    """
    return _fields_of(kind)


@cache
def _fields_of(kind: Any) -> tuple[FieldOf, ...]:  # noqa: ANN401  # as above
    try:
        hints = get_type_hints(kind, include_extras=True)
    except (NameError, TypeError):  # a type that cannot be read at run time, as in a notebook's cell
        hints = {field.name: field.type for field in attrs.fields(kind)}
    return tuple(_field_of(kind, field, hints[field.name]) for field in attrs.fields(kind) if field.init)


def _field_of(record: type[Any], field: "attrs.Attribute[Any]", hint: object) -> FieldOf:
    default = field.default
    return attrs.evolve(
        field_of(record, field.alias or field.name, hint, default),
        attribute=field.name,
        is_shown=field.repr is not False,
        default=default.factory() if isinstance(default, _FACTORY) else default,
        converter=field.converter if callable(field.converter) else None,
    )


def field_named(kind: Any, name: str) -> FieldOf:  # noqa: ANN401  # as above
    """Return what a record says of a field.

    Raises:
        LookupError: Its constructor takes no such field.

    >>> field_named(NotBefore, "told").optional
    True
    """
    for field in fields_of(kind):
        if name in (field.name, field.attribute):
            return field
    raise LookupError(f"{kind.__name__} has no field {name}")


def field_of(owner: Any, name: str, hint: object, default: object) -> FieldOf:  # noqa: ANN401  # a record or a function
    """Return what an annotation says of a field of a record, or of what a function takes.

    Args:
        owner: The record or the function.
        name: The field's name.
        hint: Its annotation, with what stands beside it.
        default: Its default; ``attrs.NOTHING`` or ``inspect.Parameter.empty`` where it has none.

    >>> field_of(check_facts, "nights", int | None, None).optional
    True
    """
    kind, beside, is_optional = _parts_of(hint)
    own = next((one for one in beside if isinstance(one, Text)), None)
    return FieldOf(
        name=name,
        attribute=name,
        kind=kind,
        beside=beside,
        optional=is_optional,
        needed=default in (attrs.NOTHING, Parameter.empty),
        default=default,
        label=own or label(owner_of(owner.__module__), f"{owner.__name__}.{name}", name),
        is_shown=True,
        converter=None,
    )


def _parts_of(hint: object) -> tuple[Any, tuple[object, ...], bool]:
    """Return a hint's type, what stands beside it, and whether it may be None."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        kind, beside, is_optional = _parts_of(inner)
        return kind, (*beside, *more), is_optional
    if get_origin(hint) in (Union, UnionType):
        parts = [part for part in get_args(hint) if part is not NoneType]
        is_optional = len(parts) < len(get_args(hint))
        if len(parts) == 1:
            kind, beside, _ = _parts_of(parts[0])
            return kind, beside, is_optional
        return Union[tuple(parts)], (), is_optional  # noqa: UP007  # of parts known at run time only
    return hint, (), False


@cache
def _checks_of(kind: Any) -> tuple[_Checked, ...]:  # noqa: ANN401  # as above
    checked = ((field, _check_of(field)) for field in fields_of(kind))
    return tuple((field, check, field.not_before, field.optional) for field, check in checked if check)


def _check_of(field: FieldOf) -> _Check | None:
    own = [cast("_Check", one) for one in field.beside if callable(one)]
    if own:
        return own[0]
    if field.sign is not None:
        return partial(_check_signed_count if field.kind is int else _check_signed, field.sign)
    return check_of_kind(field.kind)


def check_of_kind(kind: Any) -> Callable[[str, str, Any], object] | None:  # noqa: ANN401  # any type
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


_BY_KIND: Final[dict[object, _Check]] = {
    date: check_day,
    datetime: check_moment,
    bool: check_flag,
    int: check_count,
    str: partial(_check_kind, str),
}


def _check_order(record: str, field: str, value: Any, order: NotBefore, other: Any) -> None:  # noqa: ANN401  # days or moments
    if other is not None:
        check_not_before(record, field, value, order.name, other)


def _told_together(record: object) -> Iterator[InvalidFactError]:
    together = getattr(record, "_together", None)
    return iter(()) if together is None else together()


def _refusals(kind: Any, values: Mapping[str, object], at_fault: Collection[str]) -> Iterator[InvalidFactError]:  # noqa: ANN401  # a class
    """Yield the refusals; what is at fault is left out of the record that is asked for the rest."""
    record = object.__new__(kind)
    checks = {field.name: (check, orders) for field, check, orders, _ in _checks_of(kind)}
    for field in fields_of(kind):
        if field.name in at_fault:
            continue
        if field.name not in values and field.needed:
            yield InvalidFactError(kind.__name__, field.name, _NEEDED, None)
            continue
        try:
            value = values.get(field.name, field.default)
            if field.converter is not None:
                value = field.converter(value)
            if not (value is None and field.optional) and field.name in checks:
                check, orders = checks[field.name]
                check(kind.__name__, field.name, value)
                for order in orders:
                    with suppress(AttributeError):  # the other one is at fault itself
                        _check_order(kind.__name__, field.name, value, order, getattr(record, order.other))
        except InvalidFactError as error:
            yield error
        else:
            object.__setattr__(record, field.attribute, value)
    with suppress(AttributeError):
        yield from _told_together(record)
