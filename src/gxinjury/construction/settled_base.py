"""The base of the benefits (待遇基数): the own wage, or the average that stands in for it."""

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.benefits import AverageWage, benefit_base, city_average, region_average
from gxinjury.benefits.nanning_wages import average_wage_year
from gxinjury.citations import Clause
from gxinjury.construction.benefit_facts import BenefitFacts
from gxinjury.explanations import rule
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import NN, REG
from gxinjury.law.regulation import AverageArea
from gxinjury.money import mean
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["BaseSource", "SettledBase", "settled_base"]


class BaseSource(Enum):
    """Where the base of a settlement comes from."""

    GIVEN = Text(zh="按所提供的本人工资（已在上下限之内）", en="the reference wage as given, within its limits already")
    OWN_WAGE = Text(zh="本人各月缴费工资的平均数", en="the mean of the own monthly wages")
    RAISED = Text(
        zh="本人各月缴费工资的平均数，提高到下限", en="the mean of the own monthly wages, raised to the lower limit"
    )
    CUT = Text(
        zh="本人各月缴费工资的平均数，降低到上限", en="the mean of the own monthly wages, cut to the upper limit"
    )
    AVERAGE_WAGE = Text(
        zh="本人工资难以使用，以上一年度职工平均工资为基数",
        en="the average wage of the year before, the own wage being hard to use",
    )


@attrs.frozen
class SettledBase(Record):
    """The base of a settlement.

    Args:
        amount: The base, in yuan a month, not rounded.
        source: Where it comes from.
        mean: The mean of the own monthly wages, in yuan a month; None where there are none.
        months: The number of those wages.
        average: The average wage that limits them or stands in for them; None where none was asked.
        formula: How the base was computed from that average; None where it is the own wage.
    """

    amount: Annotated[Yuan, Text("金额", "amount")]
    source: Annotated[BaseSource, Text("来源", "source")]
    mean: Annotated[Yuan | None, Text("各月工资的平均数", "mean of the monthly wages")] = None
    months: Annotated[int, Text("月数", "months")] = 0
    average: Annotated[AverageWage | None, Text("职工平均工资", "average wage")] = None
    formula: Annotated[str | None, Text("计算式", "formula")] = None

    @property
    def clause(self) -> Clause:
        """The clause that it rests on."""
        return NN.clause("5.2") if self.source is BaseSource.AVERAGE_WAGE else REG.clause("64")


@rule(NN.clause("5.2"), Text("本案待遇基数", "base of the benefits"))
def settled_base(facts: BenefitFacts, injured_on: date, determined_on: date | None, law: Law) -> SettledBase | None:
    """Base of the benefits of an accident (NN-5.2, REG-64); None where no wage is given.

    Raises:
        InvalidFactError: There are more monthly wages than the law takes, or a reading asks for a day not given.
        NotInForceError: Nobody published the average, as far as is known here.
    """
    if facts.wage is not None:
        return SettledBase(facts.wage, BaseSource.GIVEN)
    average = facts.average
    if not facts.is_computed:
        return None
    if average is None:
        # The facts name a series where the base is computed; without one the door of the room below refuses.
        average = _published_average(facts, injured_on, determined_on, law)
    base = benefit_base(facts.monthly_wages, average=average, injured_on=injured_on, law=law)
    source = BaseSource[base.origin.name]
    if facts.monthly_wages is None:
        return SettledBase(base.amount, source, average=base.average, formula=base.formula)
    own = mean(facts.monthly_wages)
    return SettledBase(base.amount, source, own, len(facts.monthly_wages), base.average, base.formula)


def _published_average(facts: BenefitFacts, injured_on: date, determined_on: date | None, law: Law) -> AverageWage:
    """Return the published average that an own wage is measured by, or that stands in for it.

    Nanning's, which stands in; where an own wage is measured and the region is the pooling area, the region's, so that
    nobody has to know Nanning's of that year.
    """
    series = facts.average_series or ""
    days = {
        "assessed_on": facts.benefits_assessed_on,
        "determined_on": determined_on,
        "paid_on": facts.benefits_paid_on,
    }
    if facts.monthly_wages is not None and law.pooling_area.on(injured_on) is AverageArea.REGION:
        return region_average(series, year=average_wage_year(injured_on, **days, law=law), law=law)
    return city_average(series, injured_on=injured_on, **days, law=law)
