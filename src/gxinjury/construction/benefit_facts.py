"""What the benefits of an accident depend on (待遇核定所需事实), as far as the accident itself does not tell it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

import attrs

from gxinjury.benefits import (
    AverageSeries,
    AverageWage,
    CareDependency,
    Death,
    Dependant,
    DisabilityGrade,
    Disappearance,
    Injury,
    Receipt,
    StopGround,
    Termination,
)
from gxinjury.benefits.average_wage import nanning_average
from gxinjury.benefits.grades import optional_grade
from gxinjury.errors import InvalidFactError, NotInForceError, told_below
from gxinjury.facts import (
    Sign,
    Yuan,
    amount,
    check_amount,
    check_flag,
    check_instance,
    check_not_before,
    check_optional_day,
    check_optional_flag,
    optional_amount,
)
from gxinjury.law import LAW
from gxinjury.periods import Period
from gxinjury.texts import Text

_SOME_DAY: Final = date(1900, 1, 1)
_MUST_BE_AMOUNTS: Final = Text(zh="必须是由各月金额组成的序列", en="must be a sequence of monthly amounts")
_MUST_NOT_BE_EMPTY: Final = Text(
    zh="至少要有一个月的工资；难以按本人工资计发的，请写明（wage_hard_to_use）",
    en="must hold a month at least; where the own wage is hard to use, there is wage_hard_to_use",
)
_ONE_WAY: Final = Text(
    zh="本人工资只能以一种方式提供：本人工资（wage）、各月工资（monthly_wages），或者难以按本人工资计发（wage_hard_to_use）",
    en="must be the only way in which the wage is told: wage, monthly_wages or wage_hard_to_use",
)
_WHICH_AVERAGE: Final = Text(
    zh="须选择平均工资：{choices}；也可在 average 中自行提供；通知未规定用哪一种，请向经办机构核实",
    en="must say which average it is: {choices}; or average gives another; the notice does not say, so ask the agency",
)
_CHOICE: Final = Text(zh="{name} {series}（{year}年 {yuan}）", en="{name} {series} ({year}: {yuan})")
_YUAN: Final = Text(zh="{yuan} 元", en="{yuan} yuan")
_UNPUBLISHED: Final = Text(zh="未见公布", en="not published as far as is known")
_GIVEN_ALREADY: Final = Text(zh="不得与职工平均工资（average）同时提供", en="must not be given together with average")


def which_average(year: int) -> Text:
    """Return that a series must be chosen, with each one's figure for a year, or that it was not published.

    >>> which_average(2015).zh.split("、")[0]
    '须选择平均工资：on_post 城镇单位在岗职工（2015年 66,749 元）'
    """
    return _WHICH_AVERAGE.filled({"choices": tuple(_choice(series, year) for series in AverageSeries)})


def _choice(series: AverageSeries, year: int) -> Text:
    try:
        told = _YUAN.filled({"yuan": nanning_average(series, year, LAW).yuan_per_year})
    except NotInForceError:
        told = _UNPUBLISHED
    return _CHOICE.filled({"name": series.name.lower(), "series": series, "year": str(year), "yuan": told})


def _as_given(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return a sequence as a tuple, so that it cannot change; what is none is refused where the field is known."""
    is_one = isinstance(values, Iterable) and not isinstance(values, str)
    return tuple(values) if is_one else cast("tuple[Any, ...]", values)


def _amounts(values: Iterable[Decimal | int | str] | None) -> tuple[Yuan, ...] | None:
    """Return a sequence of amounts as a tuple; what is none as it came."""
    given = None if values is None else _as_given(values)
    return tuple(amount(value) for value in given) if isinstance(given, tuple) else given


@attrs.frozen(kw_only=True)
class BenefitFacts:
    """What an accident's benefits depend on beside what the accident tells, each by its name in ``benefits.Injury``.

    Args:
        wage: The reference wage after the clamp of art. 64, in yuan a month, where it is settled already.
        monthly_wages: The own wages of up to 12 months before the injury, in yuan; None where ``wage`` gives it.
        wage_hard_to_use: Whether the own wage is hard to use, so that the average stands in for it.
        average: The average wage that limits the own wage and stands in for it; None: the published one.
        average_series: Which published average that is; needed where the base is computed and ``average`` is None, as
            the accident checks.
        benefits_assessed_on: The day the benefits are assessed; only a reading of the average's year asks for it.
        benefits_paid_on: The day they are paid; likewise.
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
        graded_on: The day it was found; None: the accident's ``assessed_on``.
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
        project_worker: Whether the worker was enrolled by project; None: as his standing on the project has it.
        enrolled: Whether the worker was enrolled; None: as his standing on the project has it.
        insured_abroad: Whether the worker is posted abroad and insured there.
        stopped_on: The last day before benefits stopped.
        stop_ground: Why they stopped.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or contradicts another.

    >>> BenefitFacts(monthly_wages=[3400, 3600], average_series=AverageSeries.ON_POST).monthly_wages
    (Decimal('3400'), Decimal('3600'))
    """

    wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    monthly_wages: tuple[Yuan, ...] | None = attrs.field(default=None, converter=_amounts)
    wage_hard_to_use: bool = False
    average: AverageWage | None = None
    average_series: AverageSeries | None = None
    benefits_assessed_on: date | None = None
    benefits_paid_on: date | None = None
    original_wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    leave_months: int | None = None
    leave_extension_months: int = 0
    treatment: Yuan | None = attrs.field(default=None, converter=optional_amount)
    third_party_paid: Yuan | None = attrs.field(default=None, converter=optional_amount)
    aids: Yuan | None = attrs.field(default=None, converter=optional_amount)
    stays: tuple[Period, ...] = attrs.field(default=(), converter=_as_given)
    travel_meals: tuple[Receipt, ...] = attrs.field(default=(), converter=_as_given)
    lodging: tuple[Receipt, ...] = attrs.field(default=(), converter=_as_given)
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
    project_worker: bool | None = None
    enrolled: bool | None = None
    insured_abroad: bool = False
    stopped_on: date | None = None
    stop_ground: StopGround | None = None

    def __attrs_post_init__(self) -> None:
        self._check_wages()
        self._check_average()
        for field in ("project_worker", "enrolled"):
            check_optional_flag("BenefitFacts", field, getattr(self, field))
        check_optional_day("BenefitFacts", "graded_on", self.graded_on)
        # What does not hang on the accident is refused here, whatever the day of the accident turns out to be.
        self.injury(_SOME_DAY, assessed_on=_SOME_DAY)

    def _check_wages(self) -> None:
        check_flag("BenefitFacts", "wage_hard_to_use", self.wage_hard_to_use)
        if self.monthly_wages is not None:
            if not isinstance(self.monthly_wages, tuple):
                raise InvalidFactError("BenefitFacts", "monthly_wages", _MUST_BE_AMOUNTS, self.monthly_wages)
            if not self.monthly_wages:
                raise InvalidFactError("BenefitFacts", "monthly_wages", _MUST_NOT_BE_EMPTY, self.monthly_wages)
            for position, wage in enumerate(self.monthly_wages):
                check_amount("BenefitFacts", f"monthly_wages[{position}]", wage, Sign.NOT_NEGATIVE)
        ways = {
            "wage": self.wage is not None,
            "monthly_wages": self.monthly_wages is not None,
            "wage_hard_to_use": self.wage_hard_to_use,
        }
        given = [way for way, is_given in ways.items() if is_given]
        if len(given) > 1:
            raise InvalidFactError("BenefitFacts", given[-1], _ONE_WAY, getattr(self, given[-1]))

    def _check_average(self) -> None:
        for field, kind in (("average", AverageWage), ("average_series", AverageSeries)):
            if getattr(self, field) is not None:
                check_instance("BenefitFacts", field, getattr(self, field), kind)
        if self.average is not None and self.average_series is not None:
            raise InvalidFactError("BenefitFacts", "average_series", _GIVEN_ALREADY, self.average_series)
        for field in ("benefits_assessed_on", "benefits_paid_on"):
            check_optional_day("BenefitFacts", field, getattr(self, field))

    @property
    def is_computed(self) -> bool:
        """Whether the base is to be computed from monthly wages, or from the average that stands in."""
        return self.monthly_wages is not None or self.wage_hard_to_use

    def injury(
        self,
        injured_on: date,
        *,
        exposed_from: date | None = None,
        determined_on: date | None = None,
        assessed_on: date | None = None,
        wage: Yuan | None = None,
        insured: bool | None = True,
        completed_on: date | None = None,
    ) -> Injury:
        """Return the facts as the benefits room takes them, with what the accident tells.

        Args:
            injured_on: The day of the accident, or of the diagnosis or appraisal of a disease.
            exposed_from: The first day of the exposure; None for an accident.
            determined_on: The day of the determination.
            assessed_on: The day of the assessment, on which the grade was found unless the facts tell another.
            wage: The base where it was computed; None: as the facts have it.
            insured: Whether the worker is insured under the project; None while that is not decided, and then the
                benefits are those of one who is.
            completed_on: The day the project was completed; None while it is not. An injury after it is none of its.

        Raises:
            InvalidFactError: The facts do not fit the accident, as a grade found before it.
        """
        names = {field.name for field in attrs.fields(Injury)}
        given = attrs.asdict(self, filter=lambda field, _: field.name in names, recurse=False)
        by_standing = insured is not False
        return Injury(
            **given
            | {
                "injured_on": injured_on,
                "exposed_from": exposed_from,
                "determined_on": determined_on,
                "graded_on": assessed_on if self.graded_on is None and self.grade is not None else self.graded_on,
                "wage": self.wage if wage is None else wage,
                "completed_on": None if completed_on is None or completed_on < injured_on else completed_on,
                "project_worker": by_standing if self.project_worker is None else self.project_worker,
                "enrolled": by_standing if self.enrolled is None else self.enrolled,
            }
        )

    def check_beside(
        self,
        injured_on: date,
        determined_on: date | None,
        assessed_on: date | None,
        *,
        exposed_from: date | None = None,
    ) -> None:
        """Refuse facts that do not fit the accident.

        Raises:
            InvalidFactError: Something comes before the accident, a grade has no day, or the base is to be computed and
                nobody says from which average.
        """
        with told_below("benefits"):
            if self.is_computed and self.average is None and self.average_series is None:
                raise InvalidFactError("BenefitFacts", "average_series", which_average(injured_on.year - 1), None)
            self.injury(injured_on, exposed_from=exposed_from, determined_on=determined_on, assessed_on=assessed_on)
            for field in ("benefits_assessed_on", "benefits_paid_on"):
                day = getattr(self, field)
                if day is not None:
                    check_not_before("BenefitFacts", field, day, "happened_at", injured_on)
