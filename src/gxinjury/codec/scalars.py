"""Values that stand by themselves in data (单个值的写法): a day, a moment, an amount, a rate, a choice, a clause."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final

from gxinjury.citations import Clause
from gxinjury.codec.choices import choice
from gxinjury.codec.kinds import Scalar
from gxinjury.codec.readers import (
    CLAUSE,
    DAY,
    FRACTION,
    RATE,
    read_amount,
    read_clause,
    read_count,
    read_day,
    read_flag,
    read_fraction,
    read_moment,
    read_rate,
    read_text,
    read_words,
)
from gxinjury.facts import Sign
from gxinjury.fields import FieldOf
from gxinjury.money import Rate
from gxinjury.privacy import AnyText, Discreet, mask, whole
from gxinjury.texts import Language, Text

_DIGITS: Final = r"([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\s*$"
_NUMERIC: Final = {
    None: rf"^\s*[-+]?{_DIGITS}",
    Sign.POSITIVE: rf"^\s*(?=[^eE]*[1-9])\+?{_DIGITS}",
    Sign.NOT_NEGATIVE: rf"^\s*(\+?|-(?=[0.]+\s*$)){_DIGITS}",
    Sign.NOT_ZERO: rf"^\s*(?=[^eE]*[1-9])[-+]?{_DIGITS}",
}


def _of_shape(**shape: Any) -> Callable[[FieldOf | None, Language], dict[str, Any]]:  # noqa: ANN401  # JSON
    return lambda _field, _language: dict(shape)


def _shape_of_amount(field: FieldOf | None, language: Language) -> dict[str, Any]:
    sign = None if field is None else field.sign
    shape: dict[str, Any] = {"type": ["number", "string"], "pattern": _NUMERIC[sign]}
    match sign:
        case None:
            return shape
        case Sign.POSITIVE:
            shape["exclusiveMinimum"] = 0
        case Sign.NOT_NEGATIVE:
            shape["minimum"] = 0
        case _:
            shape["not"] = {"const": 0}
    return shape | {"description": sign.value.say(language)}


def _text_data(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _str_data(text: AnyText, in_full: bool) -> str:  # noqa: FBT001  # as Scalar.write has it
    if in_full:
        return whole(text)
    return mask(text) if isinstance(text, str) else str(text)


_TEXT: Final = Scalar(read_text, _str_data, _of_shape(type="string"))

SCALARS: Final[dict[object, Scalar]] = {
    date: Scalar(
        read_day, lambda day, _: day.isoformat(), _of_shape(type="string", format="date", pattern=f"^{DAY.pattern}$")
    ),
    datetime: Scalar(read_moment, lambda one, _: one.isoformat(), _of_shape(type="string", format="date-time")),
    Decimal: Scalar(read_amount, lambda number, _: f"{number:f}", _shape_of_amount),
    Rate: Scalar(read_rate, lambda rate, _: str(rate), _of_shape(type="string", pattern=f"^{RATE.pattern}$")),
    Fraction: Scalar(
        read_fraction, lambda number, _: str(number), _of_shape(type="string", pattern=f"^{FRACTION.pattern}$")
    ),
    bool: Scalar(read_flag, lambda flag, _: flag, _of_shape(type="boolean")),
    int: Scalar(read_count, lambda number, _: number, _of_shape(type="integer")),
    str: _TEXT,
    Discreet: _TEXT,
    Text: Scalar(
        read_words,
        lambda text, _: _text_data(text),
        _of_shape(
            type="object",
            properties={"zh": {"type": "string"}, "en": {"type": "string"}},
            required=["zh", "en"],
            additionalProperties=False,
        ),
    ),
    Clause: Scalar(read_clause, lambda clause, _: str(clause), _of_shape(type="string", pattern=f"^{CLAUSE.pattern}$")),
}


def scalar_of(kind: Any) -> Scalar | None:  # noqa: ANN401  # any type
    """Return how values of a kind stand in data by themselves; None where they do not."""
    kind = getattr(kind, "__supertype__", kind)
    if kind in SCALARS:
        return SCALARS[kind]
    return choice(kind) if isinstance(kind, type) and issubclass(kind, Enum) else None
