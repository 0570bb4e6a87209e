"""What a record says about its fields (记录的字段): kind, sign, order of days and label, read off their annotations."""

from collections.abc import Callable
from functools import cache
from inspect import Parameter
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from gxinjury.amounts import Sign, Yuan
from gxinjury.catalogues import label, owner_of
from gxinjury.facts import check_text
from gxinjury.privacy import AnyText
from gxinjury.texts import Text

AboveZero: TypeAlias = Annotated[Yuan, Sign.POSITIVE]
NotNegative: TypeAlias = Annotated[Yuan, Sign.NOT_NEGATIVE]
NotZero: TypeAlias = Annotated[Yuan, Sign.NOT_ZERO]
SomeText: TypeAlias = Annotated[str, check_text]
FreeText: TypeAlias = Annotated[AnyText, check_text]
"""A text in which somebody may have put an id; :func:`gxinjury.records.free_text` hides it there."""
_FACTORY: Final[Any] = attrs.Factory


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
        field_of(record, str(field.alias), hint, default),
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


def labels_in(*kinds: Any) -> dict[str, Text]:  # noqa: ANN401  # as above
    """Return what the fields of records are called, by name; of two fields of one name, as the first is.

    >>> from gxinjury.couriers import Coverage
    >>> labels_in(Coverage)["should_enrol"].en
    'should enrol'
    """
    return {field.name: field.label for kind in reversed(kinds) for field in fields_of(kind)}


def field_of(owner: Any, name: str, hint: object, default: object) -> FieldOf:  # noqa: ANN401  # a record or a function
    """Return what an annotation says of a field of a record, or of what a function takes.

    Args:
        owner: The record or the function.
        name: The field's name.
        hint: Its annotation, with what stands beside it.
        default: Its default; ``attrs.NOTHING`` or ``inspect.Parameter.empty`` where it has none.

    >>> field_of(NotBefore, "nights", int | None, None).optional
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
            (part,) = parts
            kind, beside, _ = _parts_of(part)
            return kind, beside, is_optional
        return Union[tuple(parts)], (), is_optional  # noqa: UP007  # of parts known at run time only
    return hint, (), False
