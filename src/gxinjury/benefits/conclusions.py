"""Conclusions of assessments (劳动能力鉴定结论): which grade benefits follow on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import attrs

from gxinjury.benefits.findings import Refusals
from gxinjury.benefits.grades import DisabilityGrade, Grade, read_grade
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_day, records
from gxinjury.law.clauses import REG
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["Conclusion", "grade_on"]

_ONE_A_DAY = FactRule(zh="同一日只能有一份鉴定结论", en="must be the only conclusion of its day", code="two_of_one_day")


@attrs.frozen
class Conclusion(Record):
    """A conclusion of the assessment committee (劳动能力鉴定结论).

    Args:
        grade: The grade it found.
        made_on: The day it was made.

    >>> Conclusion(grade=7, made_on=date(2016, 5, 4)).grade
    <DisabilityGrade.SEVEN: 7>
    """

    grade: Annotated[Grade, Text("伤残等级", "disability grade")] = attrs.field(converter=read_grade)
    made_on: Annotated[date, Text("结论作出日", "made on")]

    __attrs_post_init__ = check_facts


@rule(REG.clause("45"), Text("计发待遇的伤残等级", "grade that benefits follow"))
def grade_on(conclusions: Iterable[Conclusion], day: date) -> DisabilityGrade:
    """Grade that benefits follow on a day: that of the newest conclusion, also after a second injury (REG-45).

    Args:
        conclusions: The conclusions, in any order.
        day: The day asked for.

    Returns:
        The grade.

    Raises:
        InvalidFactError: Something is no conclusion, or two are of one day.
        OutOfScopeError: None was made by that day.

    >>> first, second = Conclusion(grade=7, made_on=date(2016, 5, 4)), Conclusion(grade=5, made_on=date(2018, 3, 1))
    >>> int(grade_on([first, second], date(2018, 2, 28))), int(grade_on([first, second], date(2018, 3, 1)))
    (7, 5)
    """
    check_day("grade_on", "day", day)
    made = records("grade_on", "conclusions", conclusions, Conclusion)
    by_day = {one.made_on: one.grade for one in made}
    if len(by_day) < len(made):
        raise InvalidFactError("grade_on", "conclusions", _ONE_A_DAY, made)
    until_then = [made_on for made_on in by_day if made_on <= day]
    if not until_then:
        raise Refusals.not_graded_yet(REG.clause("21"), day=day)
    return by_day[max(until_then)]
