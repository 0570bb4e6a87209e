"""Text in Chinese and English (双语文本): what everything that is printed is made of."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Final, Protocol, TypeAlias, runtime_checkable

import attrs

from gxinjury.privacy import mask, printable

Language: TypeAlias = str
"""A language by its BCP 47 tag, of which the first part counts: ``zh``, ``zh-CN``, ``zh-Hans``, ``en``, ``en-GB``."""

_LONGEST_VALUE: Final = 80
_LONG_NUMBER: Final = 10**_LONGEST_VALUE
_ALIKE: Final = (str, date, int)
_BEIJING: Final = timedelta(hours=8)
_IS_CHINESE: Final = {"zh": True, "en": False}
_AFTER_IT: Final = {"", "-", "_", "."}


@attrs.frozen
class Text:
    """One thing said in both languages.

    Args:
        zh: The Chinese wording, with ``{name}`` where a value goes. ``{span}`` is the days from the value ``first`` to
            the value ``last``, a single day being told as one.
        en: The English wording, with the same names.

    >>> late = Text(zh="迟缴 {days} 日", en="days late: {days}")
    >>> late.say("en", days=3), late.say("zh", days=3)
    ('days late: 3', '迟缴 3 日')
    """

    zh: str
    en: str

    def say(self, language: Language, /, **values: object) -> str:
        """Return the wording in ``language`` with the values in their places."""
        wording = self.zh if is_chinese(language) else self.en
        if not values:
            return wording
        return wording.format_map(
            _with_span({name: written(value, language) for name, value in values.items()}, language)
        )

    def filled(self, values: Mapping[str, object]) -> "Text":
        """Return the text with the values in their places, in both languages.

        >>> Text(zh="截至 {day}", en="by {day}").filled({"day": date(2016, 5, 31)}).en
        'by 2016-05-31'
        """
        if not values:
            return self
        zh: dict[str, str] = {}
        en: dict[str, str] = {}
        for name, value in values.items():
            zh[name] = written(value, "zh")
            en[name] = zh[name] if type(value) in _ALIKE else written(value, "en")
        return Text(self.zh.format_map(_with_span(zh, "zh")), self.en.format_map(_with_span(en, "en")))


_SPAN: Final = Text(zh="{first} 至 {last}", en="from {first} to {last}")
_ONE_DAY: Final = Text(zh="{first} 当日", en="on {first}")


def _with_span(said: dict[str, str], language: Language) -> dict[str, str]:
    """Return what is said of the values, with the span of days where there are both its ends."""
    first, last = said.get("first"), said.get("last")
    if first is None or last is None:
        return said
    wording = (_ONE_DAY if first == last else _SPAN).say(language)
    return {**said, "span": wording.format(first=first, last=last)}


_WORDS: Final = {None: Text(zh="无", en="none"), True: Text(zh="是", en="yes"), False: Text(zh="否", en="no")}


@runtime_checkable
class SaysItself(Protocol):
    """What has its own wording in each language, as a span of days."""

    def text(self, language: Language) -> str:
        """Return it as the language writes it."""


def is_chinese(language: Language) -> bool:
    """Return whether a tag asks for Chinese; it asks for English otherwise.

    Raises:
        InvalidFactError: It asks for another language, which is never answered in English in silence.

    >>> is_chinese("zh-Hans"), is_chinese("en_GB")
    (True, False)
    """
    tag: object = language
    found = _IS_CHINESE.get(tag[:2].lower()) if isinstance(tag, str) and tag[2:3] in _AFTER_IT else None
    if found is None:
        raise _no_language(tag)
    return found


def _no_language(given: object) -> Exception:
    from gxinjury.errors import FactRule, InvalidFactError  # noqa: PLC0415  # an error is told in texts

    rule = FactRule(
        zh="须为中文或英文的语言标记，如 zh、zh-CN、en",
        en="must be a tag of Chinese or English, such as zh, zh-CN or en",
        code="no_language",
    )
    return InvalidFactError("say", "language", rule, given)


def written(value: object, language: Language) -> str:
    """Return a value as the language writes it, ids masked.

    A day is written as 2016-05-31, a number in full with thousands apart, a moment with its offset.

    >>> written(Decimal("1E+6"), "en"), written(date(2016, 5, 31), "zh"), written(None, "zh")
    ('1,000,000', '2016-05-31', '无')
    """
    if type(value) in _ALIKE:
        return _as_it_is(value)
    match value:
        case None | bool():
            return _WORDS[value].say(language)
        case Text():
            return value.say(language)
        case Enum():
            return _member(value, language)
        case datetime():
            return _moment(value, language)
        case date():
            return value.isoformat()
        case Decimal() if abs(value.adjusted()) <= _LONGEST_VALUE:
            return f"{value:,f}"
        case tuple() | list():
            return ("、" if is_chinese(language) else ", ").join(written(item, language) for item in value)
        case _ if isinstance(value, SaysItself):
            return mask(printable(value.text(language)))
        case _:
            return _as_it_is(value)


def _moment(value: datetime, language: Language) -> str:
    """Return a moment to the minute: in Chinese as Beijing's clock shows it, where it says so itself."""
    if is_chinese(language) and value.utcoffset() == _BEIJING:
        return f"{value:%Y-%m-%d %H:%M}（北京时间）"
    return value.isoformat(" ", "minutes")


def _as_it_is(value: object) -> str:
    """Return what every language writes alike, ids masked."""
    if isinstance(value, int) and abs(value) >= _LONG_NUMBER:
        return shown(value)
    return mask(printable(str(value)))


def _member(member: Enum, language: Language) -> str:
    """Return an enum member as the language writes it: its text, else the number it is, else its name."""
    match member.value:
        case Text() as text:
            return text.say(language)
        case number if isinstance(member, IntEnum):
            return str(number)
        case _:
            return member.name


def given_in_chinese(value: object) -> str:
    """Return what was given as a Chinese message ends on it.

    >>> given_in_chinese(0), given_in_chinese(None), given_in_chinese(True)
    ('现为 0', '现未填写', '现为“是”')
    """
    match value:
        case None:
            return "现未填写"
        case bool():
            return f"现为“{written(value, 'zh')}”"
        case _:
            return f"现为 {shown(value)}"


def shown(value: object) -> str:
    """Return a value as an error message shows it: its repr, ids masked, cut where it is long.

    >>> shown("450103198001011234"), shown(Decimal("0.50")), len(shown("x" * 1000))
    ("'4501************34'", '0.50', 80)
    """
    match value:
        case Decimal() if abs(value.adjusted()) > _LONGEST_VALUE:
            text = f"≈{'-' * value.is_signed()}1E{value.adjusted():+d}"
        case Decimal():
            text = str(value)
        case Enum():
            text = str(value)
        case datetime():
            text = value.isoformat()
        case date():
            text = value.isoformat()
        case int() if abs(value) >= _LONG_NUMBER:
            text = f"|x| ≥ 1E+{_LONGEST_VALUE}"
        case _:
            text = _repr_of(value)
    text = mask(printable(text))
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def _repr_of(value: object) -> str:
    """Return a value's repr; where that fails, its type, so that a refusal of it is told all the same."""
    try:
        return repr(value)
    except Exception:  # noqa: BLE001  (what was given may do anything)
        return f"<{type(value).__name__}>"
