"""A law's digest (法的摘要): one text for all that decides about it, its figures and readings without their wording."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Any

import attrs

from gxinjury.citations import Clause
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline


def digest(readings: Sequence[Enum], figures: Mapping[str, Timeline[Any]]) -> str:
    """Return the SHA-256 of readings and figures, in 64 digits: the same in every process and translation."""
    told = (str(tuple(readings)), tuple((name, _bare(line)) for name, line in sorted(figures.items())))
    return sha256(repr(told).encode()).hexdigest()


def _bare(value: Any) -> object:  # noqa: ANN401  # any value of a figure
    """Return what decides about a value."""
    match value:
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case Text():
            return value.zh
        case Clause():
            return str(value)
        case Entry():
            days = (value.first, value.last, value.verified_through, value.announced_on, value.announced_by)
            return (value.value is not None and _bare(value.value), value.standing.name, *map(str, days))
        case Timeline():
            return (value.strict, *map(_bare, value.entries))
        case tuple():
            return tuple(map(_bare, value))
        case Decimal():
            return str(Fraction(value))
        case _ if attrs.has(type(value)):
            return tuple((field.name, _bare(getattr(value, field.name))) for field in attrs.fields(type(value)))
        case _:
            return str(value)
