"""What an accident is worth as data (待遇核定的答复): its base, its lines, its totals; nothing to install.

Lump sums and monthly sums are never added together, nor monthly sums that are not due on the same days.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from gxinjury.benefits import Benefit, BenefitLine, Payer, Rhythm, Settlement
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.construction import AccidentSettlement, SettledBase
from gxinjury.extra.answer_values import amount_data, finding_data, plain_data, text_data
from gxinjury.facts import Yuan
from gxinjury.money import to_fen
from gxinjury.periods import Period, day_after, day_before
from gxinjury.texts import Text

_SUPPLIED_BY: Final[Mapping[Text, tuple[str, ...]]] = {
    Needs.wage: ("benefits.monthly_wages", "benefits.wage"),
    Needs.original_wage: ("benefits.original_wage",),
    Needs.wage_at_termination: ("benefits.termination.wage",),
    Needs.leave_months: ("benefits.leave_months",),
    Needs.costs: ("benefits.treatment",),
    Needs.minimum_wage: ("benefits.minimum_wage", "benefits.wage_class"),
    Needs.pension: ("benefits.pension",),
    Needs.determination: ("determined_on",),
    Findings.needs_scale.words: ("benefits.termination.scale",),
    Findings.needs_how_ended.words: ("benefits.termination.ended_on", "benefits.termination.ground"),
    Needs.wage_in_life: ("benefits.wage_in_life",),
}
_AVERAGES: Final = {
    Benefit.CARE_FEE: "benefits.care_average",
    Benefit.FUNERAL_SUBSIDY: "benefits.death.average",
    Benefit.MEDICAL_SUBSIDY: "benefits.termination.average",
    Benefit.EMPLOYMENT_SUBSIDY: "benefits.termination.average",
}
_OF_THE_CITY: Final = Needs.city_average
# A figure that nobody published is told with what supplies it from Python; a case file gives the average itself.
_UNPUBLISHED: Final = "law.with_figure("


@attrs.frozen
class DatedTotal:
    """What one payer pays in one rhythm; of what is paid monthly, in days on which it is the same.

    Args:
        payer: Who pays.
        rhythm: How often; what is paid by the day is counted for all its days.
        days: The days on which it is due every month; None for what is not paid monthly.
        amount: The sum of the lines whose amount is known, in yuan.
        lines: How many lines are due.
        open: How many of them need something to name their amount, and are not counted.
    """

    payer: Payer
    rhythm: Rhythm
    days: Period | None
    amount: Yuan
    lines: int
    open: int


def dated_totals(settlement: Settlement) -> tuple[DatedTotal, ...]:
    """Return the totals of a settlement by payer and rhythm, of monthly lines by the days on which they are due."""
    return tuple(_totals(settlement))


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


def supplied_by(line: BenefitLine) -> tuple[str, ...]:
    """Return the keys of a case file that would name a line's amount; none where nothing is needed, or no key helps."""
    found = () if line.needs is None else _SUPPLIED_BY.get(line.needs, ())
    takes_average = line.needs is not None and (line.needs == _OF_THE_CITY or _UNPUBLISHED in line.needs.en)
    return (*found, _AVERAGES[line.benefit]) if takes_average and line.benefit in _AVERAGES else found


def settlement_data(settled: AccidentSettlement | None) -> dict[str, Any] | None:
    """Return what an accident is worth as data; None where its benefits are not asked for."""
    if settled is None:
        return None
    settlement = settled.settlement or Settlement(())
    return {
        "base": None if settled.base is None else _base(settled.base),
        "settled": settled.settlement is not None,
        "lines": [_line(line) for line in settlement.lines],
        "totals": [_total(one) for one in dated_totals(settlement)],
        "findings": [finding_data(finding) for finding in (*settled.findings, *settlement.findings)],
    }


def _base(base: SettledBase) -> dict[str, Any]:
    average = base.average
    return {
        "amount": amount_data(to_fen(base.amount)),
        "formula": base.formula,
        "source": {"name": base.source.name, **text_data(base.source.value)},
        "clause": str(base.clause),
        "mean": None if base.mean is None else amount_data(to_fen(base.mean)),
        "months": base.months,
        "average": None
        if average is None
        else {
            "yuan_per_year": amount_data(average.yuan_per_year),
            "series": average.series.name,
            "year": average.year,
            "area": None if average.area is None else {"name": average.area.name, **text_data(average.area.value)},
        },
    }


def _line(line: BenefitLine) -> dict[str, Any]:
    return {
        "benefit": {"name": line.benefit.name, **text_data(line.benefit.value)},
        "amount": plain_data(line.amount),
        "formula": line.formula,
        "third_party": plain_data(line.third_party),
        "rhythm": line.rhythm.name,
        "counted": plain_data(line.counted),
        "payer": line.payer.name,
        "first": plain_data(line.first),
        "last": plain_data(line.last),
        "clause": str(line.clause),
        "dependant": None if line.dependant is None else plain_data(line.dependant.name),
        "needs": None if line.needs is None else text_data(line.needs),
        "supplied_by": list(supplied_by(line)),
    }


def _total(one: DatedTotal) -> dict[str, Any]:
    return {
        "payer": one.payer.name,
        "rhythm": one.rhythm.name,
        "first": None if one.days is None else plain_data(one.days.first),
        "last": None if one.days is None else plain_data(one.days.last),
        "amount": amount_data(one.amount),
        "lines": one.lines,
        "open": one.open,
    }
