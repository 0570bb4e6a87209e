"""The cells of annex 2 (花名册的单元格): how each column is read; install ``gxinjury[ids]`` for the check of ids."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from stdnum.cn.ric import calc_check_digit, get_birth_date
from stdnum.exceptions import InvalidComponent

from gxinjury.construction.roster_changes import RosterChangeKind
from gxinjury.construction.workers import Sex, document_number, half_width, hidden, no_id, resident_id
from gxinjury.errors import InvalidFactError
from gxinjury.extra.tables import WrongCell, number_in, read_day, squeezed
from gxinjury.facts import Sign, check_amount
from gxinjury.texts import Text

_KINDS: Final = {
    "增": RosterChangeKind.ADD,
    "增加": RosterChangeKind.ADD,
    "新增": RosterChangeKind.ADD,
    "增员": RosterChangeKind.ADD,
    "减": RosterChangeKind.REMOVE,
    "减少": RosterChangeKind.REMOVE,
    "减员": RosterChangeKind.REMOVE,
}
_SEXES: Final = {"男": Sex.MALE, "女": Sex.FEMALE}
_ROUNDED: Final = "000"
_KIND_AND_REASON: Final = re.compile(
    rf"({'|'.join(sorted(_KINDS, key=len, reverse=True))})[\s:：,，、;；(（]*(.*?)[)）]?", re.DOTALL
)
_NUMBER: Final = re.compile(r"\d{1,9}", re.ASCII)
_BY_A_SPREADSHEET: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)

_MUST_BE_AN_AMOUNT: Final = Text(
    zh="必须是以元为单位的金额，如 3500.00", en="must be an amount in yuan such as 3500.00"
)
_MUST_BE_A_KIND: Final = Text(zh="必须是“增”或“减”", en="must be 增 (added) or 减 (removed)")
_MUST_BE_A_SEX: Final = Text(zh="必须是“男”或“女”", en="must be 男 (male) or 女 (female)")
_MUST_BE_A_NUMBER: Final = Text(zh="必须是整数", en="must be a whole number")
_ID_LOST: Final = Text(
    zh="不得是电子表格转成的数值（末几位已丢失）；请将该列设为文本后重填",
    en="must not be a number made by a spreadsheet, which lost its last digits: fill the column in again as text",
)
_CHECK_DIGIT: Final = Text(zh="校验码必须相符", en="must end in its check digit")
_BIRTH_DATE: Final = Text(zh="所含出生日期必须存在", en="must hold a birth date that exists")
_BORN_BEFORE: Final = Text(zh="所含出生日期不得晚于申报日", en="must not hold a birth date after the report")


def id_fault(number: str, reported_on: date | None) -> Text | None:
    """Return what is wrong with the id of a worker reported on a day; None where nothing is.

    Looked at are the check digit and the birth date, which passports and permits of other forms do not have. The place
    code is not: lists of codes lack the old ones.

    Args:
        number: The id.
        reported_on: The day of the report, after which nobody on it is born; None where unknown.

    >>> id_fault("450103198001011233", date(2015, 11, 28)) is None
    True
    >>> id_fault("450103198001011234", date(2015, 11, 28)).en
    'must end in its check digit'
    """
    known = resident_id(number)
    if known is None:
        return no_id(number) if document_number(number) is None else None
    plain = known.in_full
    if calc_check_digit(plain) != plain[-1]:
        return _ID_LOST if plain.endswith(_ROUNDED) else _CHECK_DIGIT
    born_on = _born_on(plain[6:14])
    if born_on is None:
        return _BIRTH_DATE
    return _BORN_BEFORE if reported_on is not None and born_on > reported_on else None


@lru_cache(maxsize=40_000)
def _born_on(digits: str) -> date | None:
    """Return the birth date that the eight digits of an id state; None where there is no such day."""
    try:
        return get_birth_date(f"000000{digits}0000")
    except InvalidComponent:
        return None


def read_number(text: str) -> int:
    """Return the number of a row."""
    plain = half_width(text)
    if not _NUMBER.fullmatch(plain):
        raise WrongCell(_MUST_BE_A_NUMBER, text)
    return int(plain)


def read_text(text: str) -> str:
    """Return the text as it stands."""
    return text


def read_sex(text: str) -> Sex:
    """Return the sex."""
    sex = _SEXES.get(text) or _SEXES.get(squeezed(text))
    if sex is None:
        raise WrongCell(_MUST_BE_A_SEX, text)
    return sex


def read_id(text: str) -> str:
    """Return the id, also one that an apostrophe or a formula kept from a spreadsheet's arithmetic."""
    plain = half_width(text).removeprefix("'").removeprefix("=").strip('"')
    if _BY_A_SPREADSHEET.fullmatch(plain):
        raise WrongCell(_ID_LOST, plain)
    number = document_number(plain)
    if number is None:
        raise WrongCell(no_id(plain), hidden(plain))
    return number


def is_kind(text: str) -> bool:
    """Return whether a cell says that a row adds or removes somebody, with a reason or without.

    >>> is_kind(" 增 "), is_kind("减（离职）"), is_kind("0771-1234567")
    (True, True, False)
    """
    return text in _KINDS or _KIND_AND_REASON.fullmatch(half_width(text)) is not None


def read_kind(text: str) -> RosterChangeKind:
    """Return whether a row adds or removes."""
    kind = _KINDS.get(text) or _KINDS.get(squeezed(text))
    if kind is None:
        raise WrongCell(_MUST_BE_A_KIND, text)
    return kind


def read_kind_and_reason(text: str) -> tuple[RosterChangeKind, str | None]:
    """Return whether a row adds or removes, and why, where one column holds both (增减原因).

    >>> read_kind_and_reason("减员（合同到期）")[1], read_kind_and_reason("增")[1]
    ('合同到期', None)
    """
    found = _KIND_AND_REASON.fullmatch(half_width(text))
    if found is None:
        raise WrongCell(_MUST_BE_A_KIND, text)
    return _KINDS[found[1]], found[2] or None


def read_amount(text: str) -> Decimal:
    """Return a wage in yuan."""
    wage = number_in(half_width(text).removesuffix("元").rstrip())
    if wage is None:
        raise WrongCell(_MUST_BE_AN_AMOUNT, text)
    try:
        check_amount("RosterEntry", "monthly_wage", wage, Sign.POSITIVE)
    except InvalidFactError as error:
        raise WrongCell(error.rule, text) from None
    return wage


CELLS: Final[Mapping[str, Callable[[str], object]]] = {
    "序号": read_number,
    "姓名": read_text,
    "性别": read_sex,
    "身份证号": read_id,
    "增减": read_kind,
    "原因": read_text,
    "月工资": read_amount,
    "参保时间": read_day,
}
"""By column, in the order of annex 2: how a cell that is not empty is read."""
