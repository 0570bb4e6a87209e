"""Costs by their days (按日列明的费用): split between fund and employer, which add up to the whole."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import (
    Sign,
    Yuan,
    amount,
    check_amount,
    check_instance,
    records,
)
from gxinjury.law.clauses import NN
from gxinjury.money import to_fen, total
from gxinjury.periods import Period
from gxinjury.records import NotNegative, Record, check_facts
from gxinjury.texts import Text

__all__ = ["CostSplit", "DatedCost", "split_costs"]

_WHOLE_FEN: Final = FactRule(zh="必须精确到分", en="must be in whole fen", code="not_whole_fen")


def _check_whole_fen(record: str, field: str, value: Yuan) -> None:
    check_amount(record, field, value, Sign.NOT_NEGATIVE)
    if to_fen(value) != value:
        raise InvalidFactError(record, field, _WHOLE_FEN, value)


@attrs.frozen
class DatedCost(Record):
    """A cost of the injury that the fund would bear (符合条例的工伤待遇等费用).

    Args:
        amount: What it cost, in yuan and whole fen, not negative.
        incurred_on: The day it arose.

    Raises:
        InvalidFactError: The amount is negative or finer than the fen, or the day is none.

    >>> DatedCost(amount="1280.50", incurred_on=date(2016, 3, 2)).amount
    Decimal('1280.50')
    """

    amount: Annotated[NotNegative, _check_whole_fen, Text("金额", "amount")] = attrs.field(converter=amount)
    incurred_on: Annotated[date, Text("发生日", "incurred on")]

    __attrs_post_init__ = check_facts


@attrs.frozen
class CostSplit(Record):
    """Dated costs, split.

    Args:
        fund: What the fund bears, in yuan.
        employer: What the employer bears, in yuan.
    """

    fund: Annotated[Yuan, Text("基金负担", "borne by the fund")]
    employer: Annotated[Yuan, Text("用人单位负担", "borne by the employer")]

    @property
    def whole(self) -> Yuan:
        """The sum of the two, in yuan."""
        return total((self.fund, self.employer))


@rule(NN.clause("4.2"), Text("基金与用人单位的分担", "costs of the fund and of the employer"))
def split_costs(costs: Iterable[DatedCost], period: Period | None) -> CostSplit:
    """Costs split between fund and employer (NN-4.2): the employer bears those of the period, the fund the others.

    Args:
        costs: The costs, in any order.
        period: What :func:`~gxinjury.determination.costs.costs_on_employer` answered; None: nothing falls
            on the employer.

    Returns:
        Both sums in yuan, exact; they add up to the whole.

    Raises:
        InvalidFactError: Something is no dated cost or no period.

    >>> costs = [DatedCost("1280.50", date(2016, 3, 2)), DatedCost("300", date(2016, 6, 11))]
    >>> split_costs(costs, Period(date(2016, 3, 1), date(2016, 6, 10)))
    CostSplit(fund=Decimal('300.00'), employer=Decimal('1280.50'))
    """
    dated = records("split_costs", "costs", costs, DatedCost)
    if period is None:
        return CostSplit(fund=_sum(dated), employer=_sum(()))
    check_instance("split_costs", "period", period, Period)
    inside = tuple(cost for cost in dated if cost.incurred_on in period)
    outside = tuple(cost for cost in dated if cost.incurred_on not in period)
    return CostSplit(fund=_sum(outside), employer=_sum(inside))


def _sum(costs: tuple[DatedCost, ...]) -> Yuan:
    """Return the sum of costs in whole fen, shown to the fen."""
    return to_fen(total(cost.amount for cost in costs))
