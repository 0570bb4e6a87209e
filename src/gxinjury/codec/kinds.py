"""Kinds of forms in data (数据的形式): a value by itself, a table, a list, one of several kinds."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import attrs

from gxinjury.fields import FieldOf
from gxinjury.texts import Language


@attrs.frozen
class Scalar:
    """How a kind of value stands in data.

    Args:
        read: Makes the value of what stands in data; raises RefusedError where it cannot.
        write: Makes what stands in data; told whether ids are written in full.
        shape: Its JSON Schema, for a field and in a language.
    """

    read: Callable[[object], Any]
    write: Callable[[Any, bool], Any]
    shape: Callable[[FieldOf | None, Language], dict[str, Any]]


@attrs.frozen
class Untold:
    """The hint leaves open what a value is, so that data has to say it."""


@attrs.frozen
class Record:
    """A table of the fields of a record.

    Args:
        kind: The record's class.
    """

    kind: type[Any]


@attrs.frozen
class Maybe:
    """None, or a value.

    Args:
        inner: The form of the value.
    """

    inner: "Form"


@attrs.frozen
class OneOf:
    """One of several kinds.

    Args:
        forms: Their forms.
        is_told: Whether data shows by itself which it is: at most one is a record, none is left open.
    """

    forms: tuple["Form", ...]
    is_told: bool

    @property
    def record(self) -> "Record | None":
        """The record that it may be; None where it may be none."""
        return next((form for form in self.forms if isinstance(form, Record)), None)

    @property
    def scalars(self) -> tuple[Scalar, ...]:
        """What it may be that stands by itself."""
        return tuple(form for form in self.forms if isinstance(form, Scalar))


@attrs.frozen
class Readings:
    """A table of readings, each by its name with its member."""


@attrs.frozen
class Table:
    """A table whose keys are texts.

    Args:
        inner: The form of its values.
        in_pairs: Whether the record holds it as pairs in a tuple.
    """

    inner: "Form"
    in_pairs: bool


@attrs.frozen
class SoMany:
    """A list of so many items.

    Args:
        forms: Their forms.
    """

    forms: tuple["Form", ...]


@attrs.frozen
class Listed:
    """A list of any length.

    Args:
        inner: The form of its items.
        as_set: Whether the record holds them in a set.
    """

    inner: "Form"
    as_set: bool = False


@attrs.frozen
class Named:
    """A class itself, by its name."""


Form: TypeAlias = Scalar | Untold | Record | Maybe | OneOf | Readings | Table | SoMany | Listed | Named

UNTOLD: Final = Untold()
