"""Figures of the Regulation and of Guangxi's rules under it (工伤保险条例及广西配套规定的数值): months, rates, tables.

The revised Regulation is in force from 2011-01-01; what came before it is not here, but for Guangxi's termination
subsidies, whose tables reach back to 2007.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, Self, TypeVar

import attrs

from gxinjury.citations import Clause, Instrument
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import Yuan, check_count
from gxinjury.law.clauses import ALLOWANCES, CARE, GZF62, GZF73, ORDER18, ORDER117, REG, RSF49
from gxinjury.money import Rate
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

REVISED_FROM: Final = date(2011, 1, 1)
"""The first day of the Regulation as revised."""

_ORDER_18_FROM: Final = date(2007, 1, 1)
_ORDER_117_FROM: Final = date(2017, 1, 5)
_GZF_62_FROM: Final = date(2019, 1, 1)
_LEVELS_OF_2019: Final = date(2019, 1, 1)
_REGION_FROM: Final = date(2021, 1, 1)
_POOLED_FROM: Final = date(2023, 7, 1)

V = TypeVar("V")

_MUST_HAVE_THE_GRADE: Final = FactRule(
    zh="必须含有{grade}级的数值", en="must have a value for grade {grade}", code="no_such_grade"
)
_WITHOUT_A_GAP: Final = FactRule(
    zh="必须是相连的伤残等级", en="must be consecutive disability grades", code="no_consecutive_grades"
)


class Payer(Enum):
    """Who pays a benefit."""

    FUND = Text(zh="工伤保险基金", en="the fund")
    EMPLOYER = Text(zh="用人单位", en="the employer")


class TerminationWage(Enum):
    """Which wage the termination subsidies are months of."""

    OWN_WAGE = Text(zh="本人工资", en="the reference wage")
    BEFORE_TERMINATION = Text(
        zh="终止关系前12个月的平均缴费工资，有上下限", en="the mean of the 12 months before termination, with limits"
    )


class AverageArea(Enum):
    """Whose average wage it is."""

    CITY = Text(zh="南宁市", en="Nanning")
    REGION = Text(zh="广西全区", en="Guangxi as a whole")


@attrs.frozen
class ByGrade(Record):
    """Values for consecutive disability grades.

    Args:
        first: The worst grade that has a value.
        values: A value a grade, from the worst on.

    >>> table = ByGrade(5, (18, 16))
    >>> table.of(6), str(table)
    (16, '5: 18, 6: 16')
    """

    first: Annotated[int, Text("起始等级", "worst grade")]
    values: Annotated[tuple[int, ...], Text("各等级数值", "values by grade")]

    __attrs_post_init__ = check_facts

    @classmethod
    def of_mapping(cls, values: Mapping[Any, Any]) -> Self:
        """Return the table that a mapping by grade holds, its grades without a gap.

        Raises:
            InvalidFactError: A grade is none, or one between two others is missing.

        >>> str(ByGrade.of_mapping({6: 16, 5: 18}))
        '5: 18, 6: 16'
        """
        for grade in values:
            check_count("ByGrade", "grade", grade)
        grades = sorted(values)
        if not grades or grades != list(range(grades[0], grades[0] + len(grades))):
            raise InvalidFactError("ByGrade", "grades", _WITHOUT_A_GAP, tuple(grades))
        return cls(grades[0], tuple(values[grade] for grade in grades))

    def of(self, grade: int) -> int:
        """Return the value of a grade that the table has.

        Raises:
            InvalidFactError: The table has none for the grade.
        """
        if not 0 <= grade - self.first < len(self.values):
            raise InvalidFactError("ByGrade", "values", _MUST_HAVE_THE_GRADE.filled({"grade": grade}), self.values)
        return self.values[grade - self.first]

    def __str__(self) -> str:
        return ", ".join(f"{self.first + place}: {value}" for place, value in enumerate(self.values))


@attrs.frozen
class SubsidyTable(Record):
    """A table of a termination subsidy.

    Args:
        months: Months of the wage by grade, 5 to 10.
        payer: Who pays.
        clause: The clause that it stands in.
    """

    months: Annotated[ByGrade, Text("各等级月数", "months by grade")]
    payer: Annotated[Payer, Text("支付方", "payer")]
    clause: Annotated[Clause, Text("条款", "clause")]

    __attrs_post_init__ = check_facts


@attrs.frozen
class CareRates(Record):
    """Shares of the average wage by care dependency, worst first."""

    full: Annotated[Rate, Text("完全不能自理", "full")]
    most: Annotated[Rate, Text("大部分不能自理", "most")]
    partial: Annotated[Rate, Text("部分不能自理", "partial")]

    __attrs_post_init__ = check_facts


@attrs.frozen
class DependantRates(Record):
    """Shares of the reference wage by dependant.

    Args:
        spouse: The spouse's.
        other: Each other dependant's.
        alone: What a lone elderly person or an orphan has on top.
    """

    spouse: Annotated[Rate, Text("配偶", "spouse")]
    other: Annotated[Rate, Text("其他亲属", "other relative")]
    alone: Annotated[Rate, Text("孤寡老人或者孤儿另加", "lone elderly or orphan, on top")]

    __attrs_post_init__ = check_facts


@attrs.frozen
class Multiples(Record):
    """How many times an amount a fine is, from the least to the most.

    >>> str(Multiples(2, 5))
    '2–5'
    """

    least: Annotated[int, Text("最低倍数", "least")]
    most: Annotated[int, Text("最高倍数", "most")]

    __attrs_post_init__ = check_facts

    def __str__(self) -> str:
        return f"{self.least}–{self.most}"


def _entry(
    first: date,
    value: V,
    instrument: Instrument,
    number: str,
    *,
    standing: Footing = Footing.PUBLISHED,
    note: Text | None = None,
) -> Entry[V]:
    return Entry(first, value, instrument.title, standing, note, clause=instrument.clause(number))


def _revised(name: str, label: Text, article: str, value: V) -> Timeline[V]:
    """Return a figure that an article of the Regulation has had since it was revised."""
    return Timeline(name, label, REG.clause(article), (_entry(REVISED_FROM, value, REG, article),))


def _percent(*numbers: int) -> tuple[Rate, ...]:
    return tuple(Rate.percent(number) for number in numbers)


# Articles 33 and 34
LEAVE_MONTHS: Final = _revised(
    "leave_months", Text(zh="停工留薪期最长月数", en="most months of paid injury leave"), "33", 12
)
LEAVE_EXTENSION_MONTHS: Final = _revised(
    "leave_extension_months", Text(zh="停工留薪期最长延长月数", en="most months it is extended by"), "33", 12
)
CARE_FEE_RATES: Final = _revised(
    "care_fee_rates",
    Text(zh="生活护理费比例", en="rates of the living-care fee"),
    "34",
    CareRates(*_percent(50, 40, 30)),
)
CARE_FEE_IN_WHOLE_YUAN: Final = Timeline(
    "care_fee_in_whole_yuan",
    Text(zh="生活护理费按整元支付", en="care fees are paid in whole yuan"),
    CARE.clause("rounding"),
    (_entry(REVISED_FROM, instrument=CARE, number="rounding", standing=Footing.INFERRED, value=True),),
)
AVERAGE_AREA: Final = Timeline(
    "average_area",
    Text(zh="护理费和丧葬补助金所用平均工资的地域", en="area whose average wage counts for care and funeral"),
    CARE.clause("region"),
    (
        _entry(REVISED_FROM, AverageArea.CITY, CARE, "city"),
        _entry(_REGION_FROM, AverageArea.REGION, CARE, "region"),
    ),
)

POOLING_AREA: Final = Timeline(
    "pooling_area",
    Text(zh="统筹地区", en="pooling area"),
    RSF49.clause("pooling"),
    (
        _entry(REVISED_FROM, AverageArea.CITY, RSF49, "pooling"),
        _entry(_POOLED_FROM, AverageArea.REGION, RSF49, "pooling"),
    ),
)

# Articles 35 to 37
SEVERE_SUBSIDY_MONTHS: Final = _revised(
    "severe_subsidy_months",
    Text(zh="一至四级一次性伤残补助金月数", en="months of the lump-sum disability subsidy, grades 1 to 4"),
    "35",
    ByGrade(1, (27, 25, 23, 21)),
)
MEDIUM_SUBSIDY_MONTHS: Final = _revised(
    "medium_subsidy_months",
    Text(zh="五、六级一次性伤残补助金月数", en="months of the lump-sum disability subsidy, grades 5 and 6"),
    "36",
    ByGrade(5, (18, 16)),
)
LIGHT_SUBSIDY_MONTHS: Final = _revised(
    "light_subsidy_months",
    Text(zh="七至十级一次性伤残补助金月数", en="months of the lump-sum disability subsidy, grades 7 to 10"),
    "37",
    ByGrade(7, (13, 11, 9, 7)),
)
SEVERE_ALLOWANCE_PERCENT: Final = _revised(
    "severe_allowance_percent",
    Text(zh="一至四级伤残津贴百分比", en="percent of the disability allowance, grades 1 to 4"),
    "35",
    ByGrade(1, (90, 85, 80, 75)),
)
MEDIUM_ALLOWANCE_PERCENT: Final = _revised(
    "medium_allowance_percent",
    Text(zh="五、六级伤残津贴百分比", en="percent of the disability allowance, grades 5 and 6"),
    "36",
    ByGrade(5, (70, 60)),
)

# Articles 39 and 41
FUNERAL_MONTHS: Final = _revised(
    "funeral_months", Text(zh="丧葬补助金月数", en="months of the funeral subsidy"), "39", 6
)
DEPENDANT_RATES: Final = _revised(
    "dependant_rates",
    Text(zh="供养亲属抚恤金比例", en="rates of the dependants' pension"),
    "39",
    DependantRates(*_percent(40, 30, 10)),
)
DEPENDANT_CHILD_YEARS: Final = _revised(
    "dependant_child_years",
    Text(zh="子女、弟妹受供养至多少周岁", en="age to which a child or sibling counts as supported"),
    "39",
    18,
)
DEATH_SUBSIDY_MULTIPLE: Final = _revised(
    "death_subsidy_multiple",
    Text(zh="一次性工亡补助金倍数", en="times the national income that the death subsidy is"),
    "39",
    20,
)
MISSING_WAGE_MONTHS: Final = _revised(
    "missing_wage_months", Text(zh="失踪后照发工资的月数", en="months that a missing worker's wage goes on"), "41", 3
)
HARDSHIP_ADVANCE: Final = _revised(
    "hardship_advance",
    Text(zh="生活困难时预支的比例", en="share of the death subsidy paid ahead in hardship"),
    "41",
    Rate.percent(50),
)

# Termination subsidies by Guangxi's tables
_NO_SHRINKING_KNOWN: Final = Text(
    zh="2017年1月5日前，就业补助金是否在临近退休时递减，未能查明；此处按不递减",
    en="whether the employment subsidy shrank near retirement before 2017-01-05 is not established; taken in full here",
)
_MONTHS_UNTIL_2017: Final = (ByGrade(5, (18, 16, 14, 12, 10, 8)), ByGrade(5, (16, 14, 12, 10, 8, 6)))
_MONTHS_FROM_2017: Final = (ByGrade(5, (20, 18, 15, 13, 11, 9)), ByGrade(5, (18, 16, 13, 11, 9, 7)))


def _table(first: date, months: ByGrade, payer: Payer, instrument: Instrument, number: str) -> Entry[SubsidyTable]:
    return _entry(first, SubsidyTable(months, payer, instrument.clause(number)), instrument, number)


MEDICAL_SUBSIDY: Final = Timeline(
    "medical_subsidy",
    Text(zh="一次性工伤医疗补助金标准", en="table of the lump-sum medical subsidy"),
    ORDER117.clause("medical"),
    (
        _table(_ORDER_18_FROM, _MONTHS_UNTIL_2017[0], Payer.EMPLOYER, ORDER18, "medical"),
        _table(REVISED_FROM, _MONTHS_UNTIL_2017[0], Payer.FUND, GZF73, "medical"),
        _table(_ORDER_117_FROM, _MONTHS_FROM_2017[0], Payer.FUND, ORDER117, "medical"),
    ),
)
EMPLOYMENT_SUBSIDY: Final = Timeline(
    "employment_subsidy",
    Text(zh="一次性伤残就业补助金标准", en="table of the employment subsidy"),
    ORDER117.clause("employment"),
    (
        _table(_ORDER_18_FROM, _MONTHS_UNTIL_2017[1], Payer.EMPLOYER, ORDER18, "employment"),
        _table(REVISED_FROM, _MONTHS_UNTIL_2017[1], Payer.EMPLOYER, GZF73, "employment"),
        _table(_ORDER_117_FROM, _MONTHS_FROM_2017[1], Payer.EMPLOYER, ORDER117, "employment"),
    ),
)
TERMINATION_WAGE: Final = Timeline(
    "termination_wage",
    Text(zh="两项补助金所用的工资", en="wage that the termination subsidies are months of"),
    ORDER117.clause("wage"),
    (
        _entry(_ORDER_18_FROM, TerminationWage.OWN_WAGE, ORDER18, "medical"),
        _entry(REVISED_FROM, TerminationWage.OWN_WAGE, GZF73, "medical"),
        _entry(_ORDER_117_FROM, TerminationWage.BEFORE_TERMINATION, ORDER117, "wage"),
    ),
)
TERMINATION_WAGE_CEILING: Final = Timeline(
    "termination_wage_ceiling",
    Text(zh="终止时工资的上限", en="ceiling of the wage at termination"),
    ORDER117.clause("cap"),
    (_entry(_ORDER_117_FROM, Rate.percent(300), ORDER117, "cap"),),
)
TERMINATION_WAGE_FLOOR: Final = Timeline(
    "termination_wage_floor",
    Text(zh="终止时工资的下限", en="floor of the wage at termination"),
    ORDER117.clause("floor"),
    (_entry(_ORDER_117_FROM, Rate.percent(60), ORDER117, "floor", standing=Footing.INFERRED),),
)
YEARS_BEFORE_RETIREMENT: Final = Timeline(
    "years_before_retirement",
    Text(zh="就业补助金递减的退休前年数", en="years before retirement age in which the employment subsidy shrinks"),
    ORDER117.clause("retirement"),
    (
        _entry(_ORDER_18_FROM, 0, ORDER18, "employment", note=_NO_SHRINKING_KNOWN),
        _entry(_ORDER_117_FROM, 5, ORDER117, "retirement"),
    ),
)
RETIRED_MEDICAL_ONLY: Final = Timeline(
    "retired_medical_only",
    Text(zh="达到退休年龄的项目职工只享受医疗补助金", en="project workers of retirement age: medical subsidy only"),
    GZF62.clause("retired"),
    (
        _entry(_ORDER_18_FROM, instrument=GZF62, number="retired", value=False),
        _entry(_GZF_62_FROM, instrument=GZF62, number="retired", value=True),
    ),
)

# Hospital and travel
HOSPITAL_MEALS: Final = Timeline(
    "hospital_meals",
    Text(zh="住院伙食补助每日标准（元）", en="hospital meals a day, in yuan"),
    ALLOWANCES.clause("meals"),
    (
        _entry(REVISED_FROM, Yuan(Decimal(15)), ALLOWANCES, "meals"),
        _entry(_LEVELS_OF_2019, Yuan(Decimal(25)), ALLOWANCES, "meals"),
    ),
    in_yuan=True,
)
TRAVEL_MEALS: Final = Timeline(
    "travel_meals",
    Text(zh="异地就医伙食费每日上限（元）", en="most for meals while travelling a day, in yuan"),
    ALLOWANCES.clause("travel"),
    (
        _entry(REVISED_FROM, Yuan(Decimal(40)), ALLOWANCES, "travel"),
        _entry(_LEVELS_OF_2019, Yuan(Decimal(100)), ALLOWANCES, "travel"),
    ),
    in_yuan=True,
)
LODGING: Final = Timeline(
    "lodging",
    Text(zh="异地就医住宿费每日上限（元）", en="most for lodging while travelling a day, in yuan"),
    ALLOWANCES.clause("lodging"),
    (
        _entry(REVISED_FROM, Yuan(Decimal(110)), ALLOWANCES, "lodging"),
        _entry(_LEVELS_OF_2019, Yuan(Decimal(330)), ALLOWANCES, "lodging"),
    ),
    in_yuan=True,
)

# Articles 60 and 62
FRAUD_FINE: Final = _revised(
    "fraud_fine", Text(zh="骗取待遇的罚款倍数", en="fine on fraud, times"), "60", Multiples(2, 5)
)
ARREARS_SURCHARGE: Final = _revised(
    "arrears_surcharge", Text(zh="滞纳金日率", en="surcharge on arrears, a day"), "62", Rate.percent("0.05")
)
ARREARS_FINE: Final = _revised(
    "arrears_fine", Text(zh="逾期不缴的罚款倍数", en="fine on arrears, times"), "62", Multiples(1, 3)
)
