"""What to write instead (案情文件的更正提示): a fault of data with the hint that helps whoever writes a case file."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any, Final, cast, get_args, get_origin

import attrs

from gxinjury.benefits import DisabilityGrade
from gxinjury.codec import Fault
from gxinjury.codec.choices import member_name
from gxinjury.codec.forms import form_of, forms_in
from gxinjury.codec.kinds import Form, Listed, OneOf, Record
from gxinjury.codec.readers import RefusedError
from gxinjury.codec.scalars import scalar_of
from gxinjury.codec.wording import nearest
from gxinjury.construction import Accident, BenefitFacts, OccupationalDisease, Worker
from gxinjury.construction.employer_insurance import EmployerInsured
from gxinjury.construction.ids import half_width
from gxinjury.errors import FactRule
from gxinjury.extra.cases.layout import Place, Sections
from gxinjury.extra.cases.slips import key_hint
from gxinjury.extra.forms.cells import MUST_BE_A_DAY, number_in, serial_day
from gxinjury.extra.forms.cells import read_day as written_day
from gxinjury.facts import Yuan
from gxinjury.fields import field_named, fields_of
from gxinjury.texts import Text

ROSTER_FILE: Final = "roster_file"
"""The key that names files of annex 2, which are read into the roster."""

_MUST_BE_A_LIST: Final = FactRule(
    zh="必须是列表：TOML 中每项以 [[{name}]] 开头",
    en="must be a list: in TOML each item is headed [[{name}]]",
    code="no_list",
)
_MUST_BE_DAYS: Final = FactRule(
    zh="必须是由日期组成的列表，如 [2026-04-20, 2026-04-21]",
    en="must be a list of days such as [2026-04-20, 2026-04-21]",
    code="no_list",
)
_MUST_BE_AMOUNTS: Final = FactRule(
    zh="必须是由各月金额组成的列表，如 [4200, 4350.50]",
    en="must be a list of monthly amounts such as [4200, 4350.50]",
    code="no_list",
)
_MUST_NAME_A_WORKER: Final = FactRule(
    zh='必须指明职工：姓名或身份证号的文本，或 { name = "…", resident_id = "…" }',
    en='must name a worker: a text with the name or the resident id, or { name = "...", resident_id = "..." }',
    code="no_worker",
)
_MUST_BE_A_FLAG_OR_A_DAY: Final = FactRule(
    zh="必须写“true”（是）、“false”（否），或者起始日期，如 2016-03-01",
    en="must be true or false, or the day from which, as 2016-03-01",
    code="no_flag_or_day",
)
_MUST_BE_A_GRADE: Final = FactRule(
    zh="必须是1（最重）至10的整数", en="must be a whole number from 1, the worst, to 10", code="no_grade"
)
_NOT_HERE: Final = FactRule(zh="不属于此处", en="does not belong here", code="misplaced_key")
_GOES_TO: Final = Text(zh="应移到{home}", en="it goes to {home}")
_TOP: Final = Text(zh="文件开头、各节之前", en="the top of the file, above the first [section]")
_WRITE_THE_DAY: Final = Text(zh="请写 {day}", en="write {day}")
_A_SERIAL: Final = Text(
    zh="像是 Excel 日期序号，请写 {day}", en="it looks like a spreadsheet's serial number: write {day}"
)
_WRITE_THE_AMOUNT: Final = Text(zh="请写 {amount}", en="write {amount}")
_WRITE_THE_GRADE: Final = Text(zh="请写 {grade}，不带“级”和引号", en="write {grade}, a number without quotes")
_WHICH_YEAR: Final = Text(
    zh="请选择工亡补助金按哪一天的上一年度计：accident（事故发生之日）或 death（死亡之日）；不确定请问经办机构",
    en="choose the day before whose year the death subsidy is counted: accident or death; if in doubt ask the agency",
)
_MISSING_HINTS: Final = {"death.anchor": _WHICH_YEAR}
"""By the end of a path: what would be right where a key is left out that has no default."""

_WRITTEN_GRADE: Final = re.compile(r"(?:伤残)?\s*(十|[一二三四五六七八九]|10|[1-9])\s*级?")
# What an item of a list is called, counted from one as people do.
_ITEMS: Final = {
    "payments": "第{}笔缴费",
    "price_changes": "第{}次造价变动",
    "term_changes": "第{}次工期变动",
    "roster": "花名册第{}项",
    "injuries": "第{}起事故",
    "name_changes": "第{}次更名",
    "costs": "第{}项费用",
    "dependants": "第{}名供养亲属",
}
# Keys that mean one thing here and another there.
_OF_SEVERAL: Final = {"kind", "name", "number", "day"}


def told_as_case(fault: Fault, file: type[Any] = Sections) -> Fault:
    """Return a fault of data as one of a case file: with what to write instead, and what a Chinese reader calls it."""
    told = _mended(fault, file)
    called = "，".join(one for one in _called(fault.path, file) if one not in told.text("zh"))
    return attrs.evolve(told, called=called or None)


def _mended(fault: Fault, file: type[Any]) -> Fault:
    """Return a fault with the rule and the hint that help whoever writes a case file."""
    owner, form = _found_at(fault.path, file)
    match fault.code:
        case "unknown_key":
            return _key_at_fault(fault, file)
        case "missing":
            return attrs.evolve(fault, hint=_MISSING_HINTS.get(".".join(map(str, fault.path[-2:]))))
        case "no_list":
            return attrs.evolve(fault, rule=_list_asked(form, fault.path))
        case "no_day" if form != form_of(EmployerInsured):
            return attrs.evolve(fault, hint=_day_meant(fault.value))
        case "no_amount":
            return attrs.evolve(fault, hint=_amount_meant(fault.value))
        case "no_choice" if form == scalar_of(DisabilityGrade):
            return attrs.evolve(fault, rule=_MUST_BE_A_GRADE, hint=_grade_meant(fault.value))
        case "no_choice" if owner is not None:
            return attrs.evolve(fault, hint=_choice_meant(field_named(owner, str(fault.path[-1])).kind, fault.value))
        case "no_text" | "no_table" | "no_day" | "no_flag" if isinstance(form, OneOf):
            return attrs.evolve(
                fault, rule=_MUST_BE_A_FLAG_OR_A_DAY if form == form_of(EmployerInsured) else _MUST_NAME_A_WORKER
            )
        case _:
            return fault


def _found_at(path: Place, file: type[Any]) -> tuple[type[Any] | None, Form | None]:
    """Return the record whose field a path ends on, or whose table it is, and the form of what stands there."""
    owner: type[Any] | None = None
    form: Form | None = form_of(file)
    for step in path:
        form = form.record if isinstance(form, OneOf) else form
        owner = None
        match form:
            case Record(kind):
                owner = kind
                form = next((inner for field, inner in forms_in(kind) if field.name == step), None)
            case Listed(inner):
                form = inner
            case _:
                return None, None
    return owner, form


def _key_at_fault(fault: Fault, file: type[Any]) -> Fault:
    *above, key = fault.path
    _, form = _found_at((*above,), file)
    kind = cast("Record", form.record if isinstance(form, OneOf) else form).kind
    fields = fields_of(kind)
    names = [field.name for field in fields] + ([ROSTER_FILE] if kind is Sections else [])
    called = {field.name: field.label.zh for field in fields}
    key = str(key)
    home = home_of(key)
    if home is None:
        return attrs.evolve(fault, hint=key_hint(key) or nearest(key, names, called))
    return attrs.evolve(fault, rule=_NOT_HERE, hint=_GOES_TO.filled({"home": home}))


def _list_asked(form: Form | None, path: Place) -> FactRule:
    if form == form_of(tuple[date, ...]):
        return _MUST_BE_DAYS
    if form == form_of(tuple[Yuan, ...]):
        return _MUST_BE_AMOUNTS
    return _MUST_BE_A_LIST.filled({"name": ".".join(step for step in path if isinstance(step, str))})


def _day_meant(value: object) -> Text | None:
    """Return the hint at the day that somebody meant who wrote it as people and spreadsheets do; None for none."""
    serial = serial_day(str(value))
    if serial is not None:
        return _A_SERIAL.filled({"day": serial})
    try:
        return _WRITE_THE_DAY.filled({"day": written_day(str(value))})
    except RefusedError as refused:
        return None if refused.fault.rule == MUST_BE_A_DAY else refused.fault.rule


def _amount_meant(value: object) -> Text | None:
    meant = number_in(half_width(value).removesuffix("元").rstrip()) if isinstance(value, str) else None
    return None if meant is None else _WRITE_THE_AMOUNT.filled({"amount": f"{meant:f}"})


def _grade_meant(value: object) -> Text | None:
    """Return how a grade is written that stands in a text, as ``9级``; None where none stands there."""
    found = _WRITTEN_GRADE.fullmatch(half_width(value.strip())) if isinstance(value, str) else None
    if found is None:
        return None
    grade = "一二三四五六七八九十".find(found[1]) + 1 or int(found[1])
    return _WRITE_THE_GRADE.filled({"grade": str(grade)})


def _choice_meant(kind: type[Enum], value: object) -> Text:
    called = {member_name(member): member.value.zh for member in kind}
    return nearest(value.strip().lower() if isinstance(value, str) else "", [*called], called)


def _called(path: Place, file: type[Any]) -> Iterator[str]:
    """Yield what a Chinese reader calls a place: which item of a list, counted from one, and the name of its key.

    >>> list(_called(("payments", 0, "paid_on"), Sections))
    ['第1笔缴费', '缴费日']
    """
    for key, item in pairwise(path):
        if isinstance(item, int) and key in _ITEMS:
            yield _ITEMS[key].format(item + 1)
    owner, _ = _found_at(path, file)
    if owner is not None and path[-1] not in _OF_SEVERAL:
        label = next((field.label for field in fields_of(owner) if field.name == path[-1]), None)
        if label is not None:
            yield label.zh


def label_in_injury(key: str) -> Text:
    """Return what a key below an accident is called, as a workbook has it.

    >>> label_in_injury("benefits.termination.ended_on").zh
    '终止关系日'
    """
    path = key.split(".")
    owner, _ = _found_at((*path,), Accident)
    return field_named(owner, path[-1]).label


@cache
def _homes() -> dict[str, set[Text]]:
    homes: dict[str, set[Text]] = {}
    injuries = {field.name for field in fields_of(Accident)}
    for section in fields_of(Sections):
        homes.setdefault(section.name, set()).add(_TOP)
        heading = f"[[{section.name}]]" if get_origin(section.kind) is tuple else f"[{section.name}]"
        for kind in (section.kind, *get_args(section.kind)):
            # What injuries and diseases have in common is at home with the injuries.
            _make_home(homes, kind, heading, injuries if kind is OccupationalDisease else ())
    _make_home(homes, BenefitFacts, "[injuries.benefits]")
    for field in fields_of(BenefitFacts):
        _make_home(homes, field.kind, f"[injuries.benefits.{field.name}]")
    return homes


def _make_home(homes: dict[str, set[Text]], kind: Any, heading: str, shared: Any = ()) -> None:  # noqa: ANN401  # any type
    if isinstance(kind, type) and attrs.has(kind) and kind is not Worker:
        for field in fields_of(kind):
            if field.name not in shared:
                homes.setdefault(field.name, set()).add(Text(zh=f" {heading}", en=heading))


def home_of(key: str) -> Text | None:
    """Return where a key belongs that stands in the wrong place; None where no section has it, or more than one.

    >>> home_of("relief").en, home_of("paid_on").en, home_of("agreed_on")
    ('the top of the file, above the first [section]', '[[payments]]', None)
    """
    homes = _homes().get(key, set())
    return next(iter(homes)) if len(homes) == 1 else None
