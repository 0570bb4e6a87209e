"""The unit's rate (用人单位费率): the benchmark of its class, the float, and the temporary cut of the period."""

from datetime import date
from typing import Final

from gxinjury.couriers.findings import Refusals
from gxinjury.couriers.floats import FloatStep, check_class
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import CUTS, RSF71
from gxinjury.law.figures import FundBalance, RateCut
from gxinjury.law.readings import CutAndFloat
from gxinjury.money import Rate
from gxinjury.texts import Text

__all__ = ["better_of_float_or_cut", "floated_rate", "unit_rate"]

_MUST_HAVE_THE_CLASS: Final = FactRule(
    zh="必须含有第{rate_class}类的费率", en="must have a rate for class {rate_class}", code="no_such_class"
)
_MUST_BE_GIVEN: Final = FactRule(
    zh="须提供该市基金结余的档次：该期间各市降幅不同",
    en="must be given: in that period the cut went by how long the city's fund balance lasts",
    code="fund_balance_needed",
)


@rule(CUTS.clause("2021-05"), Text("下浮与降费取优", "better of downward float and cut"))
def better_of_float_or_cut(rate_class: int, step: FloatStep, day: date, relief: Rate, law: Law) -> Rate:
    """Rate of May 2021 to April 2022 (CUTS-2021-05): the better of a downward float and the cut; none floats up."""
    cut = floated_rate(rate_class, FloatStep.NONE, day, law).less(relief)
    return min(cut, floated_rate(rate_class, step, day, law)) if step.is_down else cut


def _relief(cut: RateCut, fund_balance: FundBalance | None) -> Rate:
    if cut.flat is not None:
        return cut.flat
    if fund_balance is None:
        raise InvalidFactError("unit_rate", "fund_balance", _MUST_BE_GIVEN, None)
    return cut.relief(fund_balance)


@rule(RSF71.clause("floor"), Text("浮动后的费率", "rate after the float"))
def floated_rate(rate_class: int, step: FloatStep, day: date, law: Law) -> Rate:
    """Benchmark of a class after the float (RSF71), never below the benchmark of class 1."""
    benchmarks = law.benchmark_rates.on(day)
    if rate_class > len(benchmarks):
        needed = _MUST_HAVE_THE_CLASS.filled({"rate_class": rate_class})
        raise InvalidFactError("Law", "benchmark_rates", needed, benchmarks)
    floated = benchmarks[rate_class - 1].scaled(step.value)
    return max(floated, benchmarks[0])


@rule(RSF71.clause("classes"), Text("用人单位费率", "the unit's rate"))
def unit_rate(
    *,
    rate_class: int,
    day: date,
    step: FloatStep = FloatStep.NONE,
    fund_balance: FundBalance | None = None,
    law: Law = LAW,
) -> Rate:
    """Rate that a unit pays on a day (RSF71-classes): benchmark, float and the temporary cut of the period.

    Args:
        rate_class: Its rate class, 1 to 8.
        day: A day of the month asked for.
        step: How far its rate floats.
        fund_balance: How long the city's fund balance lasts; None where the cut is the same for all cities.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the fund balance decides and is missing.
        NotInForceError: The rates or the cut of that day are not known; the message says what to supply.
        OutOfScopeError: How cut and float go together is not known, and the law takes that reading.

    >>> str(unit_rate(rate_class=2, day=date(2024, 6, 1)))
    '0.2%'
    """
    check_day("unit_rate", "day", day)
    check_class("unit_rate", rate_class)
    check_instance("unit_rate", "step", step, FloatStep)
    if fund_balance is not None:
        check_instance("unit_rate", "fund_balance", fund_balance, FundBalance)
    cut = law.benchmark_rate_cut.on(day)
    relief = _relief(cut, fund_balance)
    if cut.better_of_float:
        return better_of_float_or_cut(rate_class, step, day, relief, law)
    if step is not FloatStep.NONE and law.choice(CutAndFloat) is CutAndFloat.UNSETTLED:
        raise Refusals.cut_and_float(CutAndFloat.clause)
    return floated_rate(rate_class, step, day, law).less(relief)
