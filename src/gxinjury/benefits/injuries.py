"""The facts of an injury (工伤个案事实) as far as its benefits ask for them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

import attrs

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.care import CareDependency
from gxinjury.benefits.death import DeathAnchor
from gxinjury.benefits.dependants import Dependant, dependants_in_order
from gxinjury.benefits.doors import check_optional_wage
from gxinjury.benefits.grades import DisabilityGrade, check_grade, optional_grade
from gxinjury.benefits.hospital import Receipt
from gxinjury.benefits.stopping import StopGround
from gxinjury.benefits.termination import check_scale
from gxinjury.benefits.termination_grounds import TerminationGround
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import (
    Sign,
    Yuan,
    check_amount,
    check_count,
    check_day,
    check_flag,
    check_instance,
    check_not_before,
    check_optional_day,
    check_optional_flag,
    optional_amount,
    records,
)
from gxinjury.money import Rate
from gxinjury.periods import Period

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


def _optional(record: str, field: str, value: object, kind: type[Any]) -> None:
    if value is not None:
        check_instance(record, field, value, kind)


def _as_given(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return a sequence as a tuple, so that it cannot change; what is none is refused where the field is known."""
    is_one = isinstance(values, Iterable) and not isinstance(values, str)
    return tuple(values) if is_one else cast("tuple[Any, ...]", values)


@attrs.frozen(kw_only=True)
class Termination:
    """How the labour relation ended (解除或者终止劳动关系).

    Args:
        ended_on: The day it ended.
        wage: The mean monthly wage of the 12 months before, in yuan; before 2017-01-05 the reference wage; None where
            unknown.
        ground: Why it ended.
        scale: What is left of the employment subsidy in the last five years before retirement age; None where unknown.
        average: The region's on-post average wage of the year before; None: the published one.
    """

    ended_on: date
    wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    ground: TerminationGround
    scale: Rate | None = None
    average: AverageWage | None = None

    def __attrs_post_init__(self) -> None:
        check_day("Termination", "ended_on", self.ended_on)
        check_optional_wage("Termination", "wage", self.wage)
        check_instance("Termination", "ground", self.ground, TerminationGround)
        if self.scale is not None:
            check_scale("Termination", self.scale)
        _optional("Termination", "average", self.average, AverageWage)


@attrs.frozen(kw_only=True)
class Death:
    """A death by work injury (因工死亡).

    Args:
        died_on: The day of death, or on which a missing worker was declared dead.
        anchor: Which day decides the year of the death subsidy; offices differ, so there is no default.
        within_leave: Whether it came at once or within paid injury leave; None: told from the months of leave.
        average: The average wage of the year before, for the funeral subsidy; None: the region's, as published.
    """

    died_on: date
    anchor: DeathAnchor
    within_leave: bool | None = None
    average: AverageWage | None = None

    def __attrs_post_init__(self) -> None:
        check_day("Death", "died_on", self.died_on)
        check_instance("Death", "anchor", self.anchor, DeathAnchor)
        check_optional_flag("Death", "within_leave", self.within_leave)
        _optional("Death", "average", self.average, AverageWage)


@attrs.frozen(kw_only=True)
class Disappearance:
    """A worker missing since the accident, away on work or in disaster relief (下落不明).

    Args:
        hardship: Whether the family is in hardship and draws half the death subsidy ahead.
    """

    hardship: bool = False

    def __attrs_post_init__(self) -> None:
        check_flag("Disappearance", "hardship", self.hardship)


@attrs.frozen(kw_only=True)
class Injury:
    """A work injury with what its benefits depend on. What is not known is left out.

    Args:
        injured_on: The day of the accident.
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
        determined_on: The day of the determination.
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
        project_worker: Whether the worker was enrolled by project.
        completed_on: The day that project was completed; None while it is not.
        enrolled: Whether the worker was enrolled; if not, the employer bears everything.
        insured_abroad: Whether the worker is posted abroad and insured there.
        stopped_on: The last day before benefits stopped.
        stop_ground: Why they stopped.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or contradicts another.

    >>> injury = Injury(injured_on=date(2016, 3, 1), wage=6905, grade=7, graded_on=date(2016, 11, 20))
    >>> injury.grade
    <DisabilityGrade.SEVEN: 7>
    """

    injured_on: date
    wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    original_wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    leave_months: int | None = None
    leave_extension_months: int = 0
    treatment: Yuan | None = attrs.field(default=None, converter=optional_amount)
    third_party_paid: Yuan | None = attrs.field(default=None, converter=optional_amount)
    aids: Yuan | None = attrs.field(default=None, converter=optional_amount)
    stays: tuple[Period, ...] = attrs.field(default=(), converter=_as_given)
    travel_meals: tuple[Receipt, ...] = attrs.field(default=(), converter=_as_given)
    lodging: tuple[Receipt, ...] = attrs.field(default=(), converter=_as_given)
    determined_on: date | None = None
    grade: DisabilityGrade | None = attrs.field(default=None, converter=optional_grade)
    graded_on: date | None = None
    care: CareDependency | None = None
    care_average: AverageWage | None = None
    suitable_post: bool | None = None
    minimum_wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    wage_class: int | None = None
    retires_on: date | None = None
    pension: Yuan | None = attrs.field(default=None, converter=optional_amount)
    termination: Termination | None = None
    death: Death | None = None
    disappearance: Disappearance | None = None
    dependants: tuple[Dependant, ...] = attrs.field(default=(), converter=_as_given)
    wage_in_life: Yuan | None = attrs.field(default=None, converter=optional_amount)
    divide_pension: bool = False
    commuted: bool = False
    old_wound: bool = False
    project_worker: bool = False
    completed_on: date | None = None
    enrolled: bool = True
    insured_abroad: bool = False
    stopped_on: date | None = None
    stop_ground: StopGround | None = None

    def __attrs_post_init__(self) -> None:
        self._check_amounts()
        self._check_types()
        self._check_days()
        self._check_together()

    def _check_amounts(self) -> None:
        for field in ("wage", "original_wage", "minimum_wage", "wage_in_life"):
            check_optional_wage("Injury", field, getattr(self, field))
        for field in ("treatment", "third_party_paid", "aids", "pension"):
            if getattr(self, field) is not None:
                check_amount("Injury", field, getattr(self, field), Sign.NOT_NEGATIVE)
        for field in ("leave_months", "wage_class"):
            if getattr(self, field) is not None:
                check_count("Injury", field, getattr(self, field))
        check_count("Injury", "leave_extension_months", self.leave_extension_months)
        if self.wage_class is not None and self.wage_class not in _WAGE_CLASSES:
            raise InvalidFactError("Injury", "wage_class", _MUST_BE_A_CLASS, self.wage_class)

    def _check_types(self) -> None:
        for position, stay in enumerate(records("Injury", "stays", self.stays, Period)):
            if stay.last is None:
                raise InvalidFactError("Injury", f"stays[{position}]", _MUST_BE_OVER, stay)
        records("Injury", "travel_meals", self.travel_meals, Receipt)
        records("Injury", "lodging", self.lodging, Receipt)
        dependants_in_order("Injury", self.dependants)
        if self.grade is not None:
            check_grade("Injury", "grade", self.grade)
        _optional("Injury", "care", self.care, CareDependency)
        _optional("Injury", "care_average", self.care_average, AverageWage)
        _optional("Injury", "termination", self.termination, Termination)
        _optional("Injury", "death", self.death, Death)
        _optional("Injury", "disappearance", self.disappearance, Disappearance)
        _optional("Injury", "stop_ground", self.stop_ground, StopGround)
        check_optional_flag("Injury", "suitable_post", self.suitable_post)
        for field in ("divide_pension", "commuted", "old_wound", "project_worker", "enrolled", "insured_abroad"):
            check_flag("Injury", field, getattr(self, field))

    def _check_days(self) -> None:
        check_day("Injury", "injured_on", self.injured_on)
        for field in ("determined_on", "graded_on", "retires_on", "completed_on", "stopped_on"):
            check_optional_day("Injury", field, getattr(self, field))
        later = {
            "determined_on": self.determined_on,
            "graded_on": self.graded_on,
            "stopped_on": self.stopped_on,
            "termination.ended_on": None if self.termination is None else self.termination.ended_on,
            "death.died_on": None if self.death is None else self.death.died_on,
        }
        for field, day in later.items():
            if day is not None:
                check_not_before("Injury", field, day, "injured_on", self.injured_on)
        for position, stay in enumerate(self.stays):
            check_not_before("Injury", f"stays[{position}].first", stay.first, "injured_on", self.injured_on)

    def _check_together(self) -> None:
        if (self.grade is None) is not (self.graded_on is None):
            raise InvalidFactError("Injury", "graded_on" if self.graded_on is None else "grade", _TOGETHER, None)
        for field in ("care", "termination"):
            if getattr(self, field) is not None and self.grade is None:
                raise InvalidFactError("Injury", field, _NEEDS_A_GRADE, getattr(self, field))
        if (self.stopped_on is None) is not (self.stop_ground is None):
            raise InvalidFactError("Injury", "stop_ground" if self.stop_ground is None else "stopped_on", _BOTH, None)
        if self.disappearance is not None:
            for field in _OF_A_WORKER_AT_HAND:
                if getattr(self, field) not in (None, ()):
                    raise InvalidFactError("Injury", field, _NOT_WHILE_MISSING, getattr(self, field))
        if self.graded_on is not None and self.death is not None:
            check_not_before("Injury", "death.died_on", self.death.died_on, "graded_on", self.graded_on)
        if self.graded_on is not None and self.termination is not None:
            check_not_before("Injury", "termination.ended_on", self.termination.ended_on, "graded_on", self.graded_on)
