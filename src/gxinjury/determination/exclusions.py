"""Time left out of the one year (不计入申请期限的时间): on five grounds that are not the applicant's own."""

from enum import Enum
from typing import Annotated

import attrs

from gxinjury.determination.counting import check_ended
from gxinjury.facts import (
    check_instance,
)
from gxinjury.periods import Period
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["Exclusion", "ExclusionReason"]


class ExclusionReason(Enum):
    """Why time is left out of the one year: the five grounds that are not the applicant's own."""

    FORCE_MAJEURE = Text(zh="不可抗力", en="force majeure")
    LIBERTY_RESTRICTED = Text(zh="人身自由受到限制", en="liberty restricted")
    EMPLOYERS_DOING = Text(zh="用人单位的原因", en="the employer's doing")
    REGISTRATION_AT_FAULT = Text(zh="社会保险行政部门登记制度不完善", en="the authority's registration at fault")
    LABOUR_DISPUTE = Text(zh="就劳动关系申请仲裁或者起诉", en="arbitration or suit over the labour relation")


def _check_over(record: str, field: str, value: Period) -> None:
    check_instance(record, field, value, Period)
    check_ended(record, field, value)


@attrs.frozen
class Exclusion(Record):
    """Time that is left out of the one year (不计入申请期限的时间).

    Args:
        period: The days, both ends counted. It has an end: while the reason lasts, the limit has none.
        reason: Which of the five grounds it is. Another, such as a stay in hospital, is none of them.

    Raises:
        InvalidFactError: The period is open, or something is of another type.

    >>> from datetime import date
    >>> suit = Exclusion(Period(date(2016, 5, 1), date(2016, 7, 31)), ExclusionReason.LABOUR_DISPUTE)
    >>> suit.period.days
    92
    """

    period: Annotated[Period, _check_over, Text("期间", "period")]
    reason: Annotated[ExclusionReason, Text("事由", "reason")]

    __attrs_post_init__ = check_facts
