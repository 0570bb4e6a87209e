"""The facts of an injury (工伤个案事实) as far as its benefits ask for them."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.care import CareDependency
from gxinjury.benefits.dependants import Dependant, check_dependants
from gxinjury.benefits.doors import Wage
from gxinjury.benefits.events import Death, Disappearance, Termination
from gxinjury.benefits.grades import Grade, optional_grade
from gxinjury.benefits.stopping import StopGround
from gxinjury.benefits.travel import Receipt
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import check_count, optional_amount, records, too_early
from gxinjury.periods import Period
from gxinjury.records import NotBefore, NotNegative, Record, check_facts, several
from gxinjury.texts import Text

__all__ = ["Injury", "InjuryCourse"]

_TOGETHER = FactRule(
    zh="必须同时提供：伤残等级和评定之日",
    en="must be given together with its other half: grade and graded_on",
    code="grade_or_day_missing",
)
_NEEDS_A_GRADE = FactRule(zh="必须以伤残等级为前提", en="must come with a disability grade", code="needs_grade")
_MUST_BE_OVER = FactRule(zh="必须有出院日", en="must have a last day", code="not_over")
_BOTH = FactRule(
    zh="必须同时提供：停止享受待遇的日期和情形",
    en="must be given together with its other half: stopped_on and stop_ground",
    code="stop_day_or_ground_missing",
)
_NOT_WHILE_MISSING = FactRule(
    zh="不得与下落不明同时提供：失踪职工无从治疗、休养、评残",
    en="must not be given for a missing worker, who is not treated, on leave or graded",
    code="not_while_missing",
)
_WAGE_CLASSES = range(1, 5)
_MUST_BE_A_CLASS = FactRule(zh="必须是1至4的整数", en="must be a whole number from 1 to 4", code="no_wage_class")
_OF_A_WORKER_AT_HAND = (
    "leave_months",
    "treatment",
    "third_party_paid",
    "aids",
    "stays",
    "travel_meals",
    "lodging",
    "grade",
)


def _check_stays(record: str, field: str, value: tuple[Period, ...]) -> None:
    for position, stay in enumerate(records(record, field, value, Period)):
        if stay.last is None:
            raise InvalidFactError(record, f"{field}[{position}]", _MUST_BE_OVER, stay)


def _check_wage_class(record: str, field: str, value: int) -> None:
    check_count(record, field, value)
    if value not in _WAGE_CLASSES:
        raise InvalidFactError(record, field, _MUST_BE_A_CLASS, value)


@attrs.frozen(kw_only=True)
class InjuryCourse(Record):
    """What came of a work injury, and what its benefits hang on, whoever tells it. What is not known is left out.

    An :class:`Injury` is that with its days; the construction room's ``BenefitFacts`` have it of a project's accident.

    Args:
        wage: The reference wage after the clamp of art. 64, in yuan a month.
        original_wage: What the worker earned, in yuan a month: it goes on in paid leave.
        leave_months: The months of paid injury leave.
        leave_extension_months: The months more that were confirmed.
        treatment: Costs of treatment within the catalogues, in yuan; zero where there were none.
        third_party_paid: What a third party has paid of those costs, in yuan, which the fund does not pay again.
        aids: Costs of the aids that were confirmed, in yuan.
        stays: The stays in hospital.
        travel_meals: Receipts for meals while travelling to treatment.
        lodging: Receipts for lodging while travelling to treatment.
        grade: The disability grade.
        graded_on: The day it was found.
        care: How far the worker depends on care, as confirmed.
        care_average: The average wage of the year before, for the care fee; None: the region's, as published.
        suitable_post: Whether the employer has a suitable post; asked of grades 5 and 6.
        minimum_wage: The monthly minimum wage, in yuan; None: that of ``wage_class``, as published.
        wage_class: The class of the place for minimum wages, 1 to 4.
        retires_on: The day the worker reaches retirement age.
        pension: The old-age pension from then on, in yuan a month.
        termination: How the relation ended.
        death: The death.
        disappearance: That the worker is missing.
        dependants: The relatives whom the worker supported.
        wage_in_life: What the dead worker earned, in yuan a month; only a reading of the pension's cap asks for it.
        divide_pension: Whether a capped pension is divided in proportion.
        commuted: Whether allowance or pension are asked for in one sum (一次性领取), which is not settled here.
        old_wound: Whether it is the old wound of a disabled ex-soldier.
        insured_abroad: Whether the worker is posted abroad and insured there.
        stopped_on: The last day before benefits stopped.
        stop_ground: Why they stopped.
    """

    wage: Annotated[Wage | None, Text("本人工资（每月）", "reference wage a month")] = attrs.field(
        default=None, converter=optional_amount
    )
    original_wage: Annotated[Wage | None, Text("原工资（每月）", "original wage a month")] = attrs.field(
        default=None, converter=optional_amount
    )
    leave_months: Annotated[int | None, Text("停工留薪期月数", "months of leave")] = None
    leave_extension_months: Annotated[int, Text("停工留薪期延长月数", "months of extension of the leave")] = 0
    treatment: Annotated[NotNegative | None, Text("目录内医疗费", "costs of treatment")] = attrs.field(
        default=None, converter=optional_amount
    )
    third_party_paid: Annotated[NotNegative | None, Text("第三人已支付的医疗费", "paid by a third party")] = (
        attrs.field(default=None, converter=optional_amount)
    )
    aids: Annotated[NotNegative | None, Text("辅助器具费", "costs of aids")] = attrs.field(
        default=None, converter=optional_amount
    )
    stays: Annotated[tuple[Period, ...], _check_stays, Text("住院期间", "stays in hospital")] = attrs.field(
        default=(), converter=several
    )
    travel_meals: Annotated[tuple[Receipt, ...], Text("异地就医伙食费", "meals while travelling")] = attrs.field(
        default=(), converter=several
    )
    lodging: Annotated[tuple[Receipt, ...], Text("异地就医住宿费", "lodging while travelling")] = attrs.field(
        default=(), converter=several
    )
    grade: Annotated[Grade | None, Text("伤残等级", "disability grade")] = attrs.field(
        default=None, converter=optional_grade
    )
    graded_on: Annotated[date | None, Text("评定伤残等级之日", "graded on")] = None
    care: Annotated[CareDependency | None, Text("生活自理障碍", "care dependency")] = None
    care_average: Annotated[AverageWage | None, Text("护理费所用平均工资", "average wage for the care fee")] = None
    suitable_post: Annotated[bool | None, Text("有适当工作可安排", "a suitable post exists")] = None
    minimum_wage: Annotated[Wage | None, Text("最低工资（每月）", "minimum wage a month")] = attrs.field(
        default=None, converter=optional_amount
    )
    wage_class: Annotated[int | None, _check_wage_class, Text("最低工资类别", "class of minimum wages")] = None
    retires_on: Annotated[date | None, Text("达到退休年龄日", "reaches retirement age on")] = None
    pension: Annotated[NotNegative | None, Text("养老金（每月）", "old-age pension a month")] = attrs.field(
        default=None, converter=optional_amount
    )
    termination: Annotated[Termination | None, Text("终止关系", "termination")] = None
    death: Annotated[Death | None, Text("死亡", "death")] = None
    disappearance: Annotated[Disappearance | None, Text("下落不明", "missing")] = None
    dependants: Annotated[tuple[Dependant, ...], check_dependants, Text("供养亲属", "dependants")] = attrs.field(
        default=(), converter=several
    )
    wage_in_life: Annotated[Wage | None, Text("生前月工资", "wage in life a month")] = attrs.field(
        default=None, converter=optional_amount
    )
    divide_pension: Annotated[bool, Text("超过上限时按比例分配", "divide a capped pension")] = False
    commuted: Annotated[bool, Text("申请一次性领取", "asked for in one sum")] = False
    old_wound: Annotated[bool, Text("退役军人旧伤复发", "old wound of an ex-soldier")] = False
    insured_abroad: Annotated[bool, Text("已参加境外工伤保险", "insured abroad")] = False
    stopped_on: Annotated[date | None, Text("停止享受待遇前的最后一日", "last day before benefits stopped")] = None
    stop_ground: Annotated[StopGround | None, Text("停止享受待遇的情形", "why benefits stopped")] = None

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        record = self.__class__.__name__
        if self.grade is None and self.graded_on is not None:
            yield InvalidFactError(record, "grade", _TOGETHER, None)
        for field in ("care", "termination"):
            if getattr(self, field) is not None and self.grade is None:
                yield InvalidFactError(record, field, _NEEDS_A_GRADE, getattr(self, field))
        if (self.stopped_on is None) is not (self.stop_ground is None):
            yield InvalidFactError(record, "stop_ground" if self.stop_ground is None else "stopped_on", _BOTH, None)
        if self.disappearance is not None:
            for field in _OF_A_WORKER_AT_HAND:
                if getattr(self, field) not in (None, ()):
                    yield InvalidFactError(record, field, _NOT_WHILE_MISSING, getattr(self, field))
        if self.graded_on is not None and self.death is not None:
            yield from too_early(record, "death.died_on", self.death.died_on, "graded_on", self.graded_on)
        if self.graded_on is not None and self.termination is not None:
            yield from too_early(record, "termination.ended_on", self.termination.ended_on, "graded_on", self.graded_on)


@attrs.frozen(kw_only=True)
class Injury(InjuryCourse):
    """A work injury with what its benefits depend on: its days, and its course as :class:`InjuryCourse` has it.

    Args:
        exposed_from: The first day of the exposure, from which a disease may have been treated; None for an accident.
        injured_on: The day of the accident, or of the diagnosis or appraisal of an occupational disease.
        determined_on: The day of the determination.
        completed_on: The day that project was completed; None while it is not.
        project_worker: Whether the worker was enrolled by project.
        enrolled: Whether the worker was enrolled; if not, the employer bears everything.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or contradicts another.

    >>> injury = Injury(injured_on=date(2016, 3, 1), wage=6905, grade=7, graded_on=date(2016, 11, 20))
    >>> injury.grade
    <DisabilityGrade.SEVEN: 7>
    """

    exposed_from: Annotated[date | None, Text("接触起始日", "exposed from")] = None
    injured_on: Annotated[date, NotBefore("exposed_from"), Text("受伤（或者诊断）日", "injured on")]
    determined_on: Annotated[date | None, NotBefore("injured_on"), Text("工伤认定日", "determined on")] = None
    completed_on: Annotated[date | None, Text("项目竣工日", "project completed on")] = None
    project_worker: Annotated[bool, Text("按项目参保", "project worker")] = False
    enrolled: Annotated[bool, Text("已参保", "enrolled")] = True

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        later = (
            ("graded_on", self.graded_on),
            ("stopped_on", self.stopped_on),
            ("termination.ended_on", None if self.termination is None else self.termination.ended_on),
            ("death.died_on", None if self.death is None else self.death.died_on),
        )
        for field, day in later:
            if day is not None:
                yield from too_early("Injury", field, day, "injured_on", self.injured_on)
        since = "injured_on" if self.exposed_from is None else "exposed_from"
        for position, stay in enumerate(self.stays):
            yield from too_early("Injury", f"stays[{position}].first", stay.first, since, getattr(self, since))
        if self.grade is not None and self.graded_on is None:
            yield InvalidFactError("Injury", "graded_on", _TOGETHER, None)
        yield from super()._together()
