"""The duties of a case as data (义务日历的答复); nothing to install.

What ``gxinjury obligations --json`` prints.
"""

from datetime import date
from typing import Any, Final

from gxinjury.construction import Duty, Obligation
from gxinjury.explanations import Explanation
from gxinjury.extra.answer_values import deadline_data, plain_data, text_data
from gxinjury.extra.case_answers import days_off_data, foot_data, head_data
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.cases.file import CaseFile

_MAY_ROLL: Final = {Duty.FILE_WARRANTY, Duty.REPORT_NAME_CHANGE, Duty.APPLY_AS_EMPLOYER, Duty.APPLY_DIRECTLY}


def obligations_answer(
    case: CaseFile,
    asked: Explanation[tuple[Obligation, ...]],
    *,
    on: date,
    calendar: str = "none",
    days_off: tuple[DaysOff, ...] = (),
) -> dict[str, Any]:
    """Return the duties of a case as data that JSON can hold.

    Args:
        case: The case.
        asked: What :func:`gxinjury.extra.case_answers.obligations_of` gave for it.
        on: The day that it was asked for.
        calendar: The name of the calendar that it was asked with.
        days_off: The notices that the calendar was given beside its own.

    >>> from gxinjury.construction import Contract, ProjectCase
    >>> from gxinjury.extra.case_answers import obligations_of
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> case, day = CaseFile(ProjectCase(contract)), date(2015, 10, 9)
    >>> obligations_answer(case, obligations_of(case, on=day), on=day)["obligations"][0]["state"]
    'LATE'
    """
    return {
        **head_data(case, asked),
        "on": plain_data(on),
        "calendar": calendar,
        "days_off": days_off_data(days_off),
        "obligations": [_obligation(one) for one in asked.outcome],
        **foot_data(asked, explained=False),
    }


def _obligation(one: Obligation) -> dict[str, Any]:
    return {
        "duty": {"name": one.duty.name, **text_data(one.duty.value)},
        "holder": {"name": one.holder.name, **text_data(one.holder.value)},
        "about": plain_data(one.about),
        "due": None if one.due is None else deadline_data(one.due, may_roll=one.duty in _MAY_ROLL),
        "due_at": plain_data(one.due_at),
        "state": one.state.name,
        "open": one.is_open,
        "done_on": plain_data(one.done_on),
        "since": plain_data(one.since),
        "amount": plain_data(one.amount),
        "note": None if one.note is None else text_data(one.note),
        "clause": str(one.clause),
    }
