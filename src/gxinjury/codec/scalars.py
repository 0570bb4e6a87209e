"""Values that stand by themselves in data (单个值的写法): a day, a moment, an amount, a rate, a choice, a clause."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from functools import cache
from typing import Any, Final

import attrs

from gxinjury.citations import Clause
from gxinjury.codec.faults import Fault, nearest
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import Sign, amount
from gxinjury.money import Rate
from gxinjury.privacy import mask
from gxinjury.records import FieldOf
from gxinjury.texts import Language, Text

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RATE: Final = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([%％‰])\s*")
_FRACTION: Final = re.compile(r"-?[0-9]+(/[1-9][0-9]*)?")
_CLAUSE: Final = re.compile(r"([^-\s]+)-(\S+)")
_DIGITS: Final = r"([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\s*$"
_NUMERIC: Final = {
    None: rf"^\s*[-+]?{_DIGITS}",
    Sign.POSITIVE: rf"^\s*(?=[^eE]*[1-9])\+?{_DIGITS}",
    Sign.NOT_NEGATIVE: rf"^\s*(\+?|-(?=[0.]+\s*$)){_DIGITS}",
    Sign.NOT_ZERO: rf"^\s*(?=[^eE]*[1-9])[-+]?{_DIGITS}",
}

_NO_DAY: Final = FactRule(
    zh="必须是日期，如 2016-06-30，不带时刻",
    en="must be a day such as 2016-06-30, without a time of day",
    code="no_day",
)
_NO_MOMENT: Final = FactRule(
    zh="必须是带时区的时刻，如 2015-10-01T14:30:00+08:00",
    en="must be a moment with its offset from UTC, such as 2015-10-01T14:30:00+08:00",
    code="no_moment",
)
_NO_AMOUNT: Final = FactRule(
    zh='必须是以元为单位的金额，如 1234.50 或 "1234.50"，不用千分位',
    en='must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands',
    code="no_amount",
)
_NO_RATE: Final = FactRule(
    zh='必须是带单位的比率，如 "50%" 或 "0.65‰"',
    en='must be a rate with its unit, such as "50%" or "0.65‰"',
    code="no_rate",
)
_NO_COUNT: Final = FactRule(zh="必须是整数", en="must be a whole number", code="no_count")
_NO_TEXT: Final = FactRule(zh="必须是带引号的文本", en="must be a text in quotes", code="no_text")
_NO_FLAG: Final = FactRule(zh="必须写“true”（是）或“false”（否），不加引号", en="must be true or false", code="no_flag")
_NO_CHOICE: Final = FactRule(zh="不是可选的值", en="is none of the choices", code="no_choice")
_NO_CLAUSE: Final = FactRule(
    zh="必须是条款编号，如 NN-1.1.2", en="must be the id of a clause, such as NN-1.1.2", code="no_clause"
)
_NO_FRACTION: Final = FactRule(zh="必须是分数，如 1/3", en="must be a fraction such as 1/3", code="no_fraction")
_NO_WORDS: Final = FactRule(
    zh="必须是中英文两种写法", en="must be a text in both languages, under zh and en", code="no_text_in_both"
)


class RefusedError(Exception):
    """A value that is none of its kind, on its way up to where its place is known."""

    def __init__(self, rule: FactRule, value: object, hint: Text | None = None) -> None:
        super().__init__(rule, value, hint)
        self.fault = Fault((), rule, value, hint)


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


def read_day(value: object) -> date:
    """Return a day: one of TOML's, or a text such as 2016-06-30."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise RefusedError(_NO_DAY, value)


def read_moment(value: object) -> datetime:
    """Return a moment with its offset: one of TOML's, or a text such as 2015-10-01T14:30+08:00."""
    moment = value
    if isinstance(value, str) and not _DAY.fullmatch(value):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise RefusedError(_NO_MOMENT, value) from None
    if isinstance(moment, datetime) and moment.utcoffset() is not None:
        return moment
    raise RefusedError(_NO_MOMENT, value)


def read_amount(value: Any) -> Decimal:  # noqa: ANN401  # whatever stands in the data
    """Return an amount, exactly as it stands."""
    read: object = amount(value)
    if isinstance(read, Decimal):
        return read
    raise RefusedError(_NO_AMOUNT, value)


def read_rate(value: object) -> Rate:
    """Return a rate with its unit."""
    found = _RATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise RefusedError(_NO_RATE, value)
    try:
        return Rate.per_mille(found[1]) if found[2] == "‰" else Rate.percent(found[1])
    except InvalidFactError as error:
        raise RefusedError(Fault.of(error).rule, value) from None


def read_count(value: object) -> int:
    """Return a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise RefusedError(_NO_COUNT, value)


def read_text(value: object) -> str:
    """Return a text."""
    if isinstance(value, str):
        return value
    raise RefusedError(_NO_TEXT, value)


def read_flag(value: object) -> bool:
    """Return true or false, by type."""
    if isinstance(value, bool):
        return value
    raise RefusedError(_NO_FLAG, value)


def read_fraction(value: object) -> Fraction:
    """Return a fraction."""
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return Fraction(value)
    raise RefusedError(_NO_FRACTION, value)


def read_words(value: object) -> Text:
    """Return a text in both languages."""
    match value:
        case {"zh": str() as zh, "en": str() as en, **rest} if not rest:
            return Text(zh=zh, en=en)
        case _:
            raise RefusedError(_NO_WORDS, value)


def read_clause(value: object) -> Clause:
    """Return the clause of an id, equal to the one of the register, whose words it does not have."""
    found = _CLAUSE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise RefusedError(_NO_CLAUSE, value)
    return Clause(found[1], found[2], Text(zh=found[0], en=found[0]), ())


def written(member: Enum) -> str:
    """Return a member as messages name it.

    >>> written(Sign.NOT_ZERO)
    'not_zero'
    """
    return str(member.value) if isinstance(member, IntEnum) else member.name.lower()


def _forms(member: Enum) -> tuple[object, ...]:
    """Return every way in which data may name a member: its name in either case, its Chinese words, its number."""
    words = [one.zh for one in (member.value, getattr(member, "says", None)) if isinstance(one, Text)]
    number = (int(member),) if isinstance(member, IntEnum) else ()
    return (member.name, member.name.lower(), *words, *number)


@cache
def choice(kind: type[Enum]) -> Scalar:
    """Return how the members of an enum stand in data: by name, a number where they are numbers."""
    is_number = issubclass(kind, IntEnum)
    by_form = {form: member for member in kind for form in _forms(member)}

    def read(value: object) -> Enum:
        given = value.strip() if isinstance(value, str) else value
        if isinstance(given, str | int) and not isinstance(given, bool):
            member = by_form.get(given, by_form.get(str(given).lower()))
            if member is not None:
                return member
        raise RefusedError(_NO_CHOICE, value, nearest(str(given), [written(member) for member in kind]))

    def shape(_: FieldOf | None, language: Language) -> dict[str, Any]:
        words = [f"{member.name}: {member.value.say(language)}" for member in kind if isinstance(member.value, Text)]
        return {"enum": [*by_form], **({"description": "; ".join(words)} if words else {})}

    return Scalar(read=read, write=lambda member, _: int(member) if is_number else member.name, shape=shape)


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


def _str_data(text: str, in_full: bool) -> str:  # noqa: FBT001  # as Scalar.write has it
    whole = getattr(text, "in_full", text)
    return str.__str__(whole) if in_full else mask(str.__str__(whole))


SCALARS: Final[dict[object, Scalar]] = {
    date: Scalar(
        read_day, lambda day, _: day.isoformat(), _of_shape(type="string", format="date", pattern=f"^{_DAY.pattern}$")
    ),
    datetime: Scalar(read_moment, lambda one, _: one.isoformat(), _of_shape(type="string", format="date-time")),
    Decimal: Scalar(read_amount, lambda number, _: f"{number:f}", _shape_of_amount),
    Rate: Scalar(read_rate, lambda rate, _: str(rate), _of_shape(type="string", pattern=f"^{_RATE.pattern}$")),
    Fraction: Scalar(
        read_fraction, lambda number, _: str(number), _of_shape(type="string", pattern=f"^{_FRACTION.pattern}$")
    ),
    bool: Scalar(read_flag, lambda flag, _: flag, _of_shape(type="boolean")),
    int: Scalar(read_count, lambda number, _: number, _of_shape(type="integer")),
    str: Scalar(read_text, _str_data, _of_shape(type="string")),
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
    Clause: Scalar(
        read_clause, lambda clause, _: str(clause), _of_shape(type="string", pattern=f"^{_CLAUSE.pattern}$")
    ),
}


def scalar_of(kind: Any) -> Scalar | None:  # noqa: ANN401  # any type
    """Return how values of a kind stand in data by themselves; None where they do not."""
    kind = getattr(kind, "__supertype__", kind)
    if kind in SCALARS:
        return SCALARS[kind]
    return choice(kind) if isinstance(kind, type) and issubclass(kind, Enum) else None


def first_that_reads(scalars: Iterable[Scalar], value: object) -> Any:  # noqa: ANN401  # a value of one of the kinds
    """Return a value read as the first of several kinds that it can be read as.

    Raises:
        RefusedError: It is none of them; what the last one asks for is told.
    """
    refused = RefusedError(_NO_TEXT, value)
    for scalar in scalars:
        try:
            return scalar.read(value)
        except RefusedError as error:
            refused = error
    raise refused
