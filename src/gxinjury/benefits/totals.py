"""What a settlement comes to (待遇合计): by payer and rhythm, what is paid monthly by the days on which it is due.

Lump sums and monthly sums are never added together, nor monthly sums that are not due on the same days.
"""

from collections.abc import Iterator
from typing import Annotated

import attrs

from gxinjury.benefits.lines import BenefitLine, Rhythm
from gxinjury.benefits.settled import Settlement
from gxinjury.facts import Yuan
from gxinjury.law.regulation import Payer
from gxinjury.money import ZERO, plus
from gxinjury.periods import Period, day_after, day_before
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["DatedTotal", "SettledSums", "dated_totals", "settled_sums"]


@attrs.frozen
class DatedTotal(Record):
    """What one payer pays in one rhythm; of what is paid monthly, in days on which it is the same.

    Args:
        payer: Who pays.
        rhythm: How often; what is paid by the day is counted for all its days.
        days: The days on which it is due every month; None for what is not paid monthly.
        amount: The sum of the lines whose amount is known, in yuan.
        lines: How many lines are due.
        open: How many of them need something to name their amount, and are not counted.
    """

    payer: Annotated[Payer, Text("支付方", "payer")]
    rhythm: Annotated[Rhythm, Text("发放方式", "rhythm")]
    days: Annotated[Period | None, Text("期间", "days")]
    amount: Annotated[Yuan, Text("金额", "amount")]
    lines: Annotated[int, Text("项数", "lines")]
    open: Annotated[int, Text("待定项", "open lines")]


@attrs.frozen
class SettledSums(Record):
    """What a settlement comes to in sums, by which settlements are compared.

    Args:
        fund_once: What the fund pays once and by the day, in yuan.
        employer_once: What the employer pays so, in yuan.
        fund_monthly: The most that the fund pays in any month, in yuan.
        employer_monthly: The most that the employer pays in any month, in yuan.
        open_lines: How many lines need something and are not counted.
    """

    fund_once: Annotated[Yuan, Text("基金一次性及按日支付", "the fund, once")]
    employer_once: Annotated[Yuan, Text("用人单位一次性及按日支付", "the employer, once")]
    fund_monthly: Annotated[Yuan, Text("基金按月支付（最高月）", "the fund, in a month at the most")]
    employer_monthly: Annotated[Yuan, Text("用人单位按月支付（最高月）", "the employer, in a month at the most")]
    open_lines: Annotated[int, Text("待定项", "open lines")]


def dated_totals(settlement: Settlement) -> tuple[DatedTotal, ...]:
    """Return the totals of a settlement by payer and rhythm, of monthly lines by the days on which they are due.

    >>> dated_totals(Settlement(()))
    ()
    """
    return tuple(_totals(settlement))


def settled_sums(settlement: Settlement) -> SettledSums:
    """Return what a settlement comes to in sums: what each payer pays once, and in a month at the most.

    >>> settled_sums(Settlement(())).open_lines
    0
    """
    monthly = [one for one in dated_totals(settlement) if one.rhythm is Rhythm.MONTHLY]

    def once(payer: Payer) -> Yuan:
        return plus(settlement.total(payer, Rhythm.ONCE), settlement.total(payer, Rhythm.PER_DAY))

    def most(payer: Payer) -> Yuan:
        return max((one.amount for one in monthly if one.payer is payer), default=ZERO)

    return SettledSums(
        fund_once=once(Payer.FUND),
        employer_once=once(Payer.EMPLOYER),
        fund_monthly=most(Payer.FUND),
        employer_monthly=most(Payer.EMPLOYER),
        open_lines=len(settlement.open),
    )


def _totals(settlement: Settlement) -> Iterator[DatedTotal]:
    for payer in Payer:
        for rhythm in Rhythm:
            lines = [line for line in settlement.lines if line.payer is payer and line.rhythm is rhythm]
            if rhythm is Rhythm.MONTHLY:
                yield from _monthly(settlement, payer, lines)
            elif lines:
                yield _total_of(lines, None, settlement.total(payer, rhythm))


def _monthly(settlement: Settlement, payer: Payer, lines: list[BenefitLine]) -> Iterator[DatedTotal]:
    """Yield what a payer pays monthly, stretch by stretch; nothing for days on which no line is due."""
    changes = {line.first for line in lines} | {day_after(line.last) for line in lines if line.last is not None}
    starts = sorted(changes)
    for position, first in enumerate(starts):
        following = starts[position + 1] if position + 1 < len(starts) else None
        due = [line for line in lines if first in Period(line.first, line.last)]
        if due:
            days = Period(first, None if following is None else day_before(following))
            yield _total_of(due, days, settlement.total(payer, Rhythm.MONTHLY, on=first))


def _total_of(lines: list[BenefitLine], days: Period | None, amount: Yuan) -> DatedTotal:
    is_open = sum(line.needs is not None for line in lines)
    return DatedTotal(lines[0].payer, lines[0].rhythm, days, amount, len(lines), is_open)
