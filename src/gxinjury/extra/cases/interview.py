"""A case asked for question by question (逐项询问案情), in a clerk's words.

Who asks is handed in: this knows no terminal. Every question may be skipped, and what is skipped is left out.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

import attrs

from gxinjury.construction import Accident, Contract, DelayFiling, Payment
from gxinjury.extra.cases.file import Project
from gxinjury.extra.cases.layout import Place, Sections
from gxinjury.fields import field_named
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Ended", "Question", "interview"]


class Ended(Exception):  # noqa: N818  # no error: somebody had enough
    """Nobody answers any more."""


@attrs.frozen
class Question(Record):
    """A question of the interview.

    Args:
        path: Where its answer stands in the data of the case.
        asks: The question, in a clerk's words.
        kind: The type of the answer.
        is_needed: Whether what stands around it means nothing without it.
    """

    path: Annotated[Place, Text("填写处", "path")]
    asks: Annotated[Text, Text("问题", "asks")]
    kind: Annotated[Any, Text("类型", "kind")]
    is_needed: Annotated[bool, Text("必答", "is needed")] = False


@attrs.frozen
class _Part:
    """Questions on one section: what opens it, and what else is asked where that is answered."""

    section: str
    kind: type[Any]
    asks: Mapping[str, Text]
    is_list: bool = False
    hangs_on_first: bool = False
    needed: frozenset[str] = frozenset()


_PARTS: Final = (
    _Part("project", Project, {"name": Text(zh="项目叫什么名称？", en="What is the project called?")}),
    _Part(
        "contract",
        Contract,
        {
            "price": Text(
                zh="合同总造价是多少？（按元，或如 2385.6万元）",
                en="What is the contract price, in yuan (or as 2385.6万元)?",
            ),
            "commencement": Text(zh="合同约定哪天开工？", en="On which day do the works begin by the contract?"),
            "completion": Text(zh="合同约定哪天竣工？", en="By which day are they to be completed?"),
        },
    ),
    _Part(
        "progress",
        field_named(Sections, "progress").kind,
        {
            "started_on": Text(
                zh="实际哪天开工？（与合同相同的可跳过）", en="When did they really begin (skip if as agreed)?"
            )
        },
    ),
    _Part(
        "payments",
        Payment,
        {
            "paid_on": Text(zh="第{number}笔工伤保险费哪天缴的？", en="Payment {number}: on which day was it made?"),
            "amount": Text(zh="第{number}笔缴了多少？", en="Payment {number}: how much was paid?"),
        },
        is_list=True,
        needed=frozenset({"amount"}),
    ),
    _Part(
        "progress",
        field_named(Sections, "progress").kind,
        {
            "accepted_on": Text(
                zh="竣工验收哪天合格？（尚未验收的可跳过）", en="When was completion accepted (skip if not yet)?"
            )
        },
    ),
    _Part(
        "delay",
        DelayFiling,
        {
            "filed_on": Text(
                zh="延期竣工验收的材料哪天报送经办机构？（未延期或未报送的可跳过）",
                en="When were the delay papers filed with the agency (skip if there are none)?",
            ),
            "acceptance_period_ends": Text(
                zh="竣工验收期哪天届满？", en="On which day does the acceptance period end?"
            ),
        },
        hangs_on_first=True,
    ),
    _Part(
        "injuries",
        Accident,
        {
            "happened_at": Text(
                zh="第{number}起事故何时发生？（没有的可跳过；如 2016年3月1日9时10分）",
                en="Accident {number}: when did it happen (skip if there is none; as 2016-03-01 09:10)?",
            ),
            "worker": Text(
                zh="第{number}起事故：受伤职工是谁？（姓名或身份证号）",
                en="Accident {number}: who was hurt (name or id)?",
            ),
            "work_cause": Text(
                zh="第{number}起事故：是因工作原因受伤的吗？", en="Accident {number}: was it by a work cause?"
            ),
            "on_site": Text(
                zh="第{number}起事故：是在工地范围以内受伤的吗？", en="Accident {number}: was it on the site?"
            ),
            "reported_at": Text(
                zh="第{number}起事故：何时报告人力资源和社会保障部门？（未报告的可跳过）",
                en="Accident {number}: when was it reported to the authority (skip if it was not)?",
            ),
            "employer_filed_on": Text(
                zh="第{number}起事故：用人单位哪天提出工伤认定申请？（未申请的可跳过）",
                en="Accident {number}: when did the employer apply for the determination (skip if not)?",
            ),
        },
        is_list=True,
    ),
)


_ROSTER: Final = Text(
    zh="花名册（附件2）存在哪个文件？（工作簿或 CSV，与案情文件放在一起；没有的可跳过）",
    en="In which file is the roster, annex 2 (a workbook or a CSV beside the case file; skip if there is none)?",
)


def interview(data: Mapping[str, Any], ask: Callable[[Question, Mapping[str, Any]], Any]) -> dict[str, Any]:
    """Return the data of a case with the answers in it; what it holds already is not asked again.

    Args:
        data: The data so far, as a case file has it; empty for a new case.
        ask: Takes a question and the data so far, and returns the answer, or None where it is skipped. Ended, raised
            by it, ends the interview with what is known.

    >>> answers = iter(["邕江花园", 100, *[None] * 8])
    >>> interview({}, lambda question, known: next(answers))
    {'project': {'name': '邕江花园'}, 'contract': {'price': 100}}
    """
    known = _copied(data)
    try:
        for part in _PARTS:
            if part.section == "injuries" and not {"roster", "roster_file"}.intersection(known):
                _ask_roster(known, ask)
            (_ask_list if part.is_list else _ask_table)(part, known, ask)
    except Ended:
        pass
    return {name: section for name, section in known.items() if section not in ({}, [])}


def _copied(value: Any) -> Any:  # noqa: ANN401  # data
    match value:
        case Mapping():
            return {key: _copied(one) for key, one in value.items()}
        case list() | tuple():
            return [_copied(one) for one in value]
        case _:
            return value


def _ask_table(part: _Part, known: dict[str, Any], ask: Callable[..., Any]) -> None:
    table = known.setdefault(part.section, {})
    first = next(iter(part.asks))
    for key in part.asks:
        if key not in table and not (part.hangs_on_first and key != first and first not in table):
            _answer(part, (part.section, key), known, table, ask)


def _ask_roster(known: dict[str, Any], ask: Callable[..., Any]) -> None:
    answer = ask(Question(("roster_file",), _ROSTER, str), known)
    if answer is not None:
        known["roster_file"] = answer


def _ask_list(part: _Part, known: dict[str, Any], ask: Callable[..., Any]) -> None:
    items = known.setdefault(part.section, [])
    first = next(iter(part.asks))
    number = 0
    while True:
        is_new = number == len(items)
        if is_new:
            items.append({})
        item = items[number]
        try:
            for key in part.asks:
                if key not in item and (key == first or first in item):
                    _answer(part, (part.section, number, key), known, item, ask)
        finally:
            is_kept = bool(item) and part.needed <= set(item)
            if not is_kept:
                del items[number]
        if is_kept:
            number += 1
        elif is_new:
            return


def _answer(part: _Part, path: Place, known: Mapping[str, Any], into: dict[str, Any], ask: Callable[..., Any]) -> None:
    key = str(path[-1])
    number = str(path[1] + 1) if isinstance(path[1], int) else ""
    asks = part.asks[key].filled({"number": number})
    answer = ask(Question(path, asks, field_named(part.kind, key).kind, key in part.needed), known)
    if answer is not None:
        into[key] = answer
