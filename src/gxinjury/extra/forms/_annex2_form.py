"""Annex 2 as a form (花名册的栏目): its columns, what stands outside the table, its cells; ids by their check digit."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from stdnum.cn.ric import calc_check_digit

from gxinjury.codec.readers import RefusedError
from gxinjury.construction.ids import born_on, document_number, half_width, hidden, no_id, resident_id
from gxinjury.construction.roster_changes import RosterChangeKind
from gxinjury.construction.workers import Sex
from gxinjury.errors import FactRule
from gxinjury.extra.forms._form import NUMBER, Column, Form
from gxinjury.extra.forms.cells import number_in, read_day, read_number, read_text, squeezed
from gxinjury.facts import Sign, check_amount
from gxinjury.privacy import AnyText, Discreet, whole
from gxinjury.texts import Text

T = TypeVar("T")

TITLE: Final = "建筑施工项目参加工伤保险职工增减变动情况花名册"
REPORT_DAY: Final = "填报时间"
REPORT_DAYS: Final = (REPORT_DAY, "填报日期", "填表时间", "填表日期")
"""What offices call the day of the report, the official one first."""
_BY_A_SPREADSHEET: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_KINDS: Final = {
    **dict.fromkeys(("增", "增加", "新增", "增员"), RosterChangeKind.ADD),
    **dict.fromkeys(("减", "减少", "减员"), RosterChangeKind.REMOVE),
}
_KIND_AND_REASON: Final = re.compile(
    rf"({'|'.join(sorted(_KINDS, key=len, reverse=True))})[\s:：,，、;；(（]*(.*?)[)）]?", re.DOTALL
)
_MUST_BE_AN_AMOUNT: Final = FactRule(
    zh="必须是以元为单位的金额，如 3500.00", en="must be an amount in yuan such as 3500.00", code="no_amount"
)
_MUST_BE_A_SEX: Final = FactRule(zh="必须是“男”或“女”", en="must be 男 (male) or 女 (female)", code="no_sex")
_MUST_BE_A_KIND: Final = FactRule(zh="必须是“增”或“减”", en="must be 增 (added) or 减 (removed)", code="no_kind")
_ID_LOST: Final = FactRule(
    zh="不得是电子表格转成的数值（末几位已丢失）；请将该列设为文本后重填",
    en="must not be a number made by a spreadsheet, which lost its last digits: fill the column in again as text",
    code="id_lost",
)
_ROUNDED: Final = "000"
_MUST_BE_FILLED: Final = FactRule(zh="必须填写", en="must be filled in", code="blank")
_CHECK_DIGIT: Final = FactRule(zh="校验码必须相符", en="must end in its check digit", code="wrong_check_digit")
_BIRTH_DATE: Final = FactRule(zh="所含出生日期必须存在", en="must hold a birth date that exists", code="no_birth_date")
_BORN_BEFORE: Final = FactRule(
    zh="所含出生日期不得晚于申报日", en="must not hold a birth date after the report", code="born_after_report"
)


def id_fault(number: AnyText, reported_on: date | None) -> FactRule | None:
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
    text = whole(number)
    known = resident_id(text)
    if known is None:
        return no_id(text) if document_number(text) is None else None
    plain = known.in_full
    if calc_check_digit(plain) != plain[-1]:
        return _ID_LOST if plain.endswith(_ROUNDED) else _CHECK_DIGIT
    born = born_on(plain)
    if born is None:
        return _BIRTH_DATE
    return _BORN_BEFORE if reported_on is not None and born > reported_on else None


def _read_wage(text: str) -> Decimal:
    wage = number_in(half_width(text).removesuffix("元").rstrip())
    if wage is None:
        raise RefusedError(_MUST_BE_AN_AMOUNT, text)
    check_amount("RosterEntry", "monthly_wage", wage, Sign.POSITIVE)
    return wage


def _one_of(choices: Mapping[str, T], rule: FactRule) -> Callable[[str], T]:
    def read(text: str) -> T:
        found = choices.get(squeezed(text))
        if found is None:
            raise RefusedError(rule, text)
        return found

    return read


def _read_kind_and_reason(text: str) -> tuple[RosterChangeKind, str | None]:
    found = _KIND_AND_REASON.fullmatch(half_width(text))
    if found is None:
        raise RefusedError(_MUST_BE_A_KIND, text)
    return _KINDS[found[1]], found[2] or None


def _read_id(text: str) -> Discreet:
    """Return the id, also one that an apostrophe or a formula kept from a spreadsheet's arithmetic."""
    plain = half_width(text).removeprefix("'").removeprefix("=").strip('"')
    if _BY_A_SPREADSHEET.fullmatch(plain):
        raise RefusedError(_ID_LOST, plain)
    number = document_number(plain)
    if number is None:
        raise RefusedError(no_id(plain), hidden(plain))
    return number


COLUMNS: Final = (
    Column(NUMBER, "序号", read_number),
    Column("name", "姓名", read_text, blank=_MUST_BE_FILLED),
    Column("sex", "性别", _one_of({sex.value.zh: sex for sex in Sex}, _MUST_BE_A_SEX)),
    Column(
        "resident_id",
        "身份证号",
        _read_id,
        ("证件号码", "身份证件号码", "身份证号码", "公民身份号码", "居民身份证号"),
    ),
    Column("kind", "增减", _one_of(_KINDS, _MUST_BE_A_KIND), ("增/减",), blank=_MUST_BE_FILLED),
    Column("reason", "原因", read_text),
    Column("monthly_wage", "月工资", _read_wage, ("月工资(元)",)),
    Column("enrolled_on", "参保时间", read_day),
)
ANNEX_2: Final = Form(
    name=Text(zh="附件2", en="annex 2"),
    columns=(
        *COLUMNS,
        # The copy of the notice breaks 增减 and 原因 over two lines, so they may stand in one column.
        Column(
            "kind_and_reason",
            "增减原因",
            _read_kind_and_reason,
            ("增减、原因", "增减及原因"),
            blank=_MUST_BE_FILLED,
            holds=("kind", "reason"),
        ),
    ),
    labels={
        "项目名称": ("project", read_text),
        "施工企业名称": ("enterprise", read_text),
        "工程名称": ("project", read_text),
        "施工单位名称": ("enterprise", read_text),
        **dict.fromkeys(REPORT_DAYS, ("reported_on", read_day)),
        "经办人": ("handler", read_text),
        "联系电话": ("phone", read_text),
    },
    enough=2,
    titles=re.compile(r"附件2?:?|.*花名册"),
    totals=re.compile("(?:合计|总计|共计|小计|本页合计|本月合计).*"),
    total_in=frozenset({NUMBER, "name"}),
)
