"""Changed names (更名): of the project or the general contractor, to be reported in time."""

from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.determination.counting import check_calendar, deadline
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import NameChangeFrom
from gxinjury.periods import Deadline, WorkCalendar, days_after
from gxinjury.records import FreeText, Record, check_facts, free_text
from gxinjury.texts import Text

__all__ = ["NameChange", "name_change_deadline"]


@attrs.frozen
class NameChange(Record):
    """A changed name of the project or of the general contractor (名称变更).

    Args:
        name: The new name.
        document_on: The day of the approval or other proof; None where it is not there yet.
        changed_on: The day the name changed; None where unknown.
        reported_on: The day the change was reported to the agency; None while it is not.

    >>> NameChange("某集团建筑公司", document_on=date(2016, 3, 1)).reported_on is None
    True
    """

    name: Annotated[FreeText, Text("新名称", "new name")] = attrs.field(converter=free_text)
    document_on: Annotated[date | None, Text("批准文件或有效证明之日", "day of the approval or other proof")] = None
    changed_on: Annotated[date | None, Text("更名之日", "day the name changed")] = None
    reported_on: Annotated[date | None, Text("申报日", "reported on")] = None

    __attrs_post_init__ = check_facts


@rule(NN.clause("1.3.4"), Text("更名手续的期限", "limit for reporting a changed name"))
def name_change_deadline(
    *,
    document_on: date | None = None,
    changed_on: date | None = None,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> Deadline:
    """Limit for reporting that the project or the general contractor changed its name (NN-1.3.4): 30 days.

    Args:
        document_on: The day of the approval or other proof; the default reading counts from it.
        changed_on: The day the name changed; the other reading counts from it.
        calendar: Days off, on which a last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: The day that the reading asks for is missing.

    >>> name_change_deadline(document_on=date(2016, 3, 1)).day
    datetime.date(2016, 3, 31)
    """
    check_optional_day("name_change_deadline", "document_on", document_on)
    check_optional_day("name_change_deadline", "changed_on", changed_on)
    from_document = law.choice(NameChangeFrom) is NameChangeFrom.DOCUMENT
    day = document_on if from_document else changed_on
    if day is None:
        field = "document_on" if from_document else "changed_on"
        raise InvalidFactError("name_change_deadline", field, _MUST_BE_GIVEN, day)
    check_calendar("name_change_deadline", calendar)
    return deadline(days_after(day, law.name_change_days.on(day)), calendar)


_MUST_BE_GIVEN: Final = FactRule(
    zh="须提供，期限自该日起算", en="must be given: the limit runs from that day", code="first_day_missing"
)
