"""Ids (证件号码): which kind one is, by its form, and what that of a resident (居民身份证号) tells.

An id is that of a resident, or the number of a passport or of a permit, each known by its form (:class:`IdKind`).
"""

import re
import unicodedata
from datetime import date
from enum import Enum
from typing import Final

from gxinjury.errors import FactRule
from gxinjury.privacy import AnyText, Discreet, whole
from gxinjury.texts import Text

__all__ = [
    "MUST_BE_AN_ID",
    "IdKind",
    "born_on",
    "document_number",
    "half_width",
    "hidden",
    "id_kind",
    "no_id",
    "resident_id",
]

_RESIDENT_ID: Final = re.compile(r"[0-9]{17}[0-9X]")
_FIRST_GENERATION: Final = re.compile(r"[0-9]{15}")
_BETWEEN: Final = re.compile(r"[\s\-]+")
_LONG: Final = 15
MUST_BE_AN_ID: Final = FactRule(
    zh="必须是18位居民身份证号，末位可为X，或者护照、通行证、居住证、永久居留证的号码",
    en="must be a resident id of 18 digits, of which the last may be X, or the number of a passport or permit",
    code="no_id",
)
_MUST_BE_OF_THE_SECOND_GENERATION: Final = FactRule(
    zh="必须是18位居民身份证号：15位的是第一代居民身份证号，已停用，请改填18位号码",
    en="must be a resident id of 18 digits: one of 15 is of the first generation and out of use, look up the new one",
    code="first_generation_id",
)


class IdKind(Enum):
    """What an id is (证件类型), by its form.

    >>> id_kind("830000198001011230").name, id_kind("H12345678").name, id_kind("12345678").name
    ('RESIDENCE_PERMIT', 'HONG_KONG_MACAO_PERMIT', 'TAIWAN_PERMIT')
    """

    RESIDENT_ID = Text(zh="居民身份证", en="resident id")
    RESIDENCE_PERMIT = Text(zh="港澳台居民居住证", en="residence permit of a resident of Hong Kong, Macao or Taiwan")
    PERMANENT_RESIDENCE = Text(zh="外国人永久居留身份证", en="foreigner's permanent residence permit")
    HONG_KONG_MACAO_PERMIT = Text(zh="港澳居民来往内地通行证", en="permit of a resident of Hong Kong or Macao")
    TAIWAN_PERMIT = Text(zh="台湾居民来往大陆通行证", en="permit of a resident of Taiwan")
    PASSPORT = Text(zh="护照", en="passport")


_FORMS: Final = (
    (IdKind.RESIDENCE_PERMIT, re.compile(r"8[123][0-9]{15}[0-9X]")),
    (IdKind.PERMANENT_RESIDENCE, re.compile(r"9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12}")),
    (IdKind.RESIDENT_ID, _RESIDENT_ID),
    (IdKind.HONG_KONG_MACAO_PERMIT, re.compile(r"[HM](?:[0-9]{8}|[0-9]{10})")),
    (IdKind.TAIWAN_PERMIT, re.compile(r"[0-9]{8}")),
    (IdKind.PASSPORT, re.compile(r"(?=(?:[A-Z]*[0-9]){5})[A-Z0-9]{7,9}")),
)


def id_kind(number: AnyText) -> IdKind | None:
    """Return what an id is, in plain digits and capitals; None for what is none.

    >>> id_kind("450103198001011233").name, id_kind("E12345678").name, id_kind("450103800101123")
    ('RESIDENT_ID', 'PASSPORT', None)
    """
    return next((kind for kind, form in _FORMS if form.fullmatch(whole(number))), None)


def half_width(text: str) -> str:
    """Return the text with full-width digits and letters (全角) as plain ones, blanks at its ends dropped.

    >>> half_width(" １２３Ｘ ")
    '123X'
    """
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def hidden(text: str) -> str:
    """Return what is meant for an id and is none with all of it hidden but the last two characters and the first ones.

    >>> hidden("45010319800101123"), hidden("1234567"), hidden("123")
    ('4501***********23', '1****67', '***')
    """
    first = 4 if len(text) >= _LONG else 1
    middle = len(text) - first - 2
    return f"{text[:first]}{'*' * middle}{text[-2:]}" if middle > 1 else "*" * len(text)


def resident_id(text: str) -> Discreet | None:
    """Return the id of 18 digits that a text is, in plain digits and with a capital X; None where it is none.

    Permits of the form of a resident id are among them. Only the form is looked at; check digit and birth date are the
    extra ``gxinjury.extra.forms.annex2``'s.

    >>> resident_id("４５０１０３ 19800101 123x"), resident_id("张三")
    ('4501************3X', None)
    """
    plain = _plain(text)
    return Discreet(plain) if _RESIDENT_ID.fullmatch(plain) else None


def _plain(text: str) -> str:
    return _BETWEEN.sub("", half_width(text)).upper()


def document_number(text: str) -> Discreet | None:
    """Return the id that a text is, of whatever kind, in plain digits and capitals; None where it is none.

    >>> document_number("e 1234 5678"), document_number("张三"), document_number("12")
    ('E******78', None, None)
    """
    number = resident_id(text)
    if number is not None or not any(one.isdigit() for one in text):
        return number
    plain = _plain(text)
    return None if id_kind(plain) is None else Discreet(plain)


def no_id(text: str) -> FactRule:
    """Return what is wrong with a text that is no id: one of 15 digits is told for what it is.

    >>> no_id("450103800101123").en[:53]
    'must be a resident id of 18 digits: one of 15 is of t'
    """
    return _MUST_BE_OF_THE_SECOND_GENERATION if _FIRST_GENERATION.fullmatch(_plain(text)) else MUST_BE_AN_ID


def born_on(number: AnyText) -> date | None:
    """Return the birth date that an id of 18 digits holds; None for another, or where there is no such day.

    >>> born_on("450103198001011233"), born_on("E12345678")
    (datetime.date(1980, 1, 1), None)
    """
    digits = whole(number)
    if not _RESIDENT_ID.fullmatch(digits):
        return None
    try:
        return date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return None
