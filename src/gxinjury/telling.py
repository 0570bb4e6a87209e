"""Values as a reader is told them (对值的述说): amounts with their unit, records field by field, findings in words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, get_args

import attrs

from gxinjury.amounts import Yuan
from gxinjury.fields import fields_of
from gxinjury.money import written_amount
from gxinjury.records import prints_itself
from gxinjury.texts import Language, Text, written

_YUAN: Final = Text(zh="{amount} 元", en="{amount} yuan")
_SEMICOLON: Final = Text(zh="；", en="; ")
_FIELD: Final = Text(zh="{name}：{value}", en="{name} {value}")
_COMMA: Final = Text(zh="、", en=", ")
_NONE: Final = Text(zh="无", en="none")


def is_yuan(hint: object) -> bool:
    """Return whether a type hint says an amount in yuan, optional or not."""
    return hint is Yuan or Yuan in get_args(hint)


def told(value: object, language: Language, *, in_yuan: bool = False) -> str:
    """Return a value in one line as the language writes it: amounts with their unit, records field by field.

    >>> from decimal import Decimal
    >>> told(Decimal("130000"), "en", in_yuan=True), told(Decimal("130000"), "zh", in_yuan=True)
    ('130,000.00 yuan', '130,000.00 元')
    """
    if in_yuan and isinstance(value, Decimal):
        return _YUAN.say(language, amount=written_amount(value))
    if is_told_by_field(value):
        fields = _SEMICOLON.say(language).join(
            _FIELD.say(language, name=name, value=text) for name, text in told_fields(value, language)
        )
        return fields or _NONE.say(language)
    if isinstance(value, tuple):
        between = " | " if any(attrs.has(type(one)) for one in value) else _COMMA.say(language)
        return between.join(told(one, language, in_yuan=in_yuan) for one in value) or _NONE.say(language)
    return written(value, language)


def is_told_by_field(value: object) -> bool:
    """Return whether a value is a record that is told field by field: an attrs class that does not print itself."""
    return attrs.has(type(value)) and not prints_itself(type(value)) and not isinstance(value, Text)


def told_fields(record: object, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record that are worth telling: what each is called, and its value told."""
    for field in fields_of(type(record)):
        value = getattr(record, field.attribute)
        if field.is_shown and value is not None and value != ():
            yield field.label.say(language), told(value, language, in_yuan=field.in_yuan)
