"""What the benefits of an accident depend on (待遇核定所需事实), as far as the accident itself does not tell it."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Final

import attrs

from gxinjury.benefits import AverageSeries, AverageWage, Injury
from gxinjury.benefits.injuries import InjuryCourse
from gxinjury.benefits.nanning_wages import nanning_average
from gxinjury.errors import FactRule, InvalidFactError, NotInForceError, told_below
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_not_before
from gxinjury.law import LAW
from gxinjury.records import check_facts, several
from gxinjury.texts import Text

__all__ = ["BenefitFacts", "which_average"]

_MUST_BE_AMOUNTS: Final = FactRule(
    zh="必须是由各月金额组成的序列", en="must be a sequence of monthly amounts", code="no_amounts"
)
_MUST_NOT_BE_EMPTY: Final = FactRule(
    zh="至少要有一个月的工资；难以按本人工资计发的，请写明（wage_hard_to_use）",
    en="must hold a month at least; where the own wage is hard to use, there is wage_hard_to_use",
    code="no_month",
)
_ONE_WAY: Final = FactRule(
    zh="本人工资只能以一种方式提供：本人工资（wage）、各月工资（monthly_wages），或者难以按本人工资计发（wage_hard_to_use）",
    en="must be the only way in which the wage is told: wage, monthly_wages or wage_hard_to_use",
    code="wage_told_twice",
)
_WHICH_AVERAGE: Final = FactRule(
    zh="须选择平均工资：{choices}；也可在 average 中自行提供；通知未规定用哪一种，请向经办机构核实",
    en="must say which average it is: {choices}; or average gives another; the notice does not say, so ask the agency",
    code="which_average",
)
_CHOICE: Final = Text(zh="{name} {series}（{year}年 {yuan}）", en="{name} {series} ({year}: {yuan})")
_YUAN: Final = Text(zh="{yuan} 元", en="{yuan} yuan")
_UNPUBLISHED: Final = Text(zh="未见公布", en="not published as far as is known")
_GIVEN_ALREADY: Final = FactRule(
    zh="不得与职工平均工资（average）同时提供", en="must not be given together with average", code="average_given"
)


def which_average(year: int) -> FactRule:
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


def _amounts(values: Iterable[Decimal | int | str] | None) -> tuple[Yuan, ...] | None:
    """Return a sequence of amounts as a tuple; what is none as it came."""
    given = None if values is None else several(values)
    return tuple(amount(value) for value in given) if isinstance(given, tuple) else given


def _check_months(record: str, field: str, value: object) -> None:
    if not isinstance(value, tuple):
        raise InvalidFactError(record, field, _MUST_BE_AMOUNTS, value)
    if not value:
        raise InvalidFactError(record, field, _MUST_NOT_BE_EMPTY, value)
    for position, wage in enumerate(value):
        check_amount(record, f"{field}[{position}]", wage, Sign.NOT_NEGATIVE)


@attrs.frozen(kw_only=True)
class BenefitFacts(InjuryCourse):
    """What an accident's benefits depend on beside what the accident tells: the course of the injury, and the wage.

    The rest stands in :class:`gxinjury.benefits.injuries.InjuryCourse`; ``wage`` is given here where it is settled
    already, and without ``graded_on`` the grade was found on the accident's ``assessed_on``.

    Args:
        monthly_wages: The own wages of up to 12 months before the injury, in yuan; None where ``wage`` gives it.
        wage_hard_to_use: Whether the own wage is hard to use, so that the average stands in for it.
        average: The average wage that limits the own wage and stands in for it; None: the published one.
        average_series: Which published average that is; needed where the base is computed and ``average`` is None, as
            the accident checks.
        benefits_assessed_on: The day the benefits are assessed; only a reading of the average's year asks for it.
        benefits_paid_on: The day they are paid; likewise.
        project_worker: Whether the worker was enrolled by project; None: as his standing on the project has it.
        enrolled: Whether the worker was enrolled; None: as his standing on the project has it.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or contradicts another.

    >>> BenefitFacts(monthly_wages=[3400, 3600], average_series=AverageSeries.ON_POST).monthly_wages
    (Decimal('3400'), Decimal('3600'))
    """

    monthly_wages: Annotated[tuple[Yuan, ...] | None, _check_months, Text("各月工资", "monthly wages")] = attrs.field(
        default=None, converter=_amounts
    )
    wage_hard_to_use: Annotated[bool, Text("难以按本人工资计发", "own wage hard to use")] = False
    average: Annotated[AverageWage | None, Text("职工平均工资", "average wage")] = None
    average_series: Annotated[AverageSeries | None, Text("平均工资口径", "series of the average wage")] = None
    benefits_assessed_on: Annotated[date | None, Text("核定待遇日", "benefits assessed on")] = None
    benefits_paid_on: Annotated[date | None, Text("待遇支付日", "benefits paid on")] = None
    project_worker: Annotated[bool | None, Text("按项目参保", "project worker")] = None
    enrolled: Annotated[bool | None, Text("已参保", "enrolled")] = None

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        ways = {
            "wage": self.wage is not None,
            "monthly_wages": self.monthly_wages is not None,
            "wage_hard_to_use": self.wage_hard_to_use,
        }
        given = [way for way, is_given in ways.items() if is_given]
        if len(given) > 1:
            yield InvalidFactError("BenefitFacts", given[-1], _ONE_WAY, getattr(self, given[-1]))
        if self.average is not None and self.average_series is not None:
            yield InvalidFactError("BenefitFacts", "average_series", _GIVEN_ALREADY, self.average_series)
        yield from super()._together()

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
        given = {field.name: getattr(self, field.name) for field in attrs.fields(InjuryCourse)}
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
