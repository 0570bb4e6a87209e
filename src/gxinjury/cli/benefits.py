"""Benefits as part of a page (待遇核定的排印): the base, then line by line what is paid, by whom and from when."""

from collections.abc import Iterator, Sequence
from typing import Final

from gxinjury.benefits import BenefitLine, Payer, Rhythm, Settlement
from gxinjury.benefits.totals import DatedTotal, dated_totals
from gxinjury.cli.page import Page
from gxinjury.cli.printing import cited
from gxinjury.construction import AccidentSettlement, SettledBase
from gxinjury.extra.cases.answers import supplied_by
from gxinjury.extra.cases.hints import label_in_injury
from gxinjury.extra.pages.parts import Cell, Grid, Line, Part
from gxinjury.money import to_fen, written_amount
from gxinjury.periods import Period

_INDENT: Final = 8


def settled(one: AccidentSettlement, page: Page) -> Iterator[Part]:
    """Yield what an accident is worth: its base, what is taken for granted, what each payer pays, what is open."""
    yield Line(page.say("benefits"), 6, level=3)
    yield Grid(list(_base(one.base, page)), indent=_INDENT)
    yield from page.findings(one.findings, indent=_INDENT)
    settlement = one.settlement or Settlement(())
    totals = dated_totals(settlement)
    for payer in dict.fromkeys(line.payer for line in settlement.lines):
        yield Line(page.say("pays", payer=payer), _INDENT, level=4)
        yield _paid_by(payer, settlement, totals, page)
    yield from _needed(settlement.open, page)
    yield from page.findings(settlement.findings, indent=_INDENT)


def _base(base: SettledBase | None, page: Page) -> Iterator[list[str]]:
    """Yield the base and where it comes from, a row each."""
    if base is None:
        yield [page.say("benefit_base"), page.say("no_base")]
        return
    told = page.say("a_month", amount=written_amount(to_fen(base.amount)))
    formula = "" if base.formula is None else f"  = {base.formula}"
    yield [page.say("benefit_base"), f"{told}{formula}  {cited([base.clause])}"]
    yield ["", page.written(base.source)]
    if base.mean is not None:
        yield ["", page.say("own_wages_told", mean=written_amount(to_fen(base.mean)), months=base.months)]
    if base.average is not None:
        average = base.average
        told = page.say(
            "average_told",
            area=page.say("area_not_told") if average.area is None else average.area,
            year=str(average.year),
            series=average.series,
            yearly=written_amount(average.yuan_per_year),
            monthly=written_amount(to_fen(average.monthly())),
        )
        yield ["", told]


def _paid_by(payer: Payer, settlement: Settlement, totals: Sequence[DatedTotal], page: Page) -> Grid:
    """Return what one payer pays, line by line, then in all; a sum of one line is that line."""
    rows = [_benefit(line, page) for line in settlement.lines if line.payer is payer]
    his = [one for one in totals if one.payer is payer]
    told = [_total(one, page) for one in his if one.lines > 1 or one.rhythm is Rhythm.PER_DAY]
    return Grid([*rows, *told], numbers=[1], indent=_INDENT + 2)


def _benefit(line: BenefitLine, page: Page) -> list[Cell]:
    """Return a benefit as a row: what, how much, computed how, how often, when, by which clause."""
    told = page.written(line.benefit)
    if line.dependant is not None:
        told = page.say("aside", told=told, aside=page.written(line.dependant.name))
    if line.third_party is not None:
        told = page.say("third_party_told", benefit=told)
    days, rhythm = Period(line.first, line.last), page.written(line.rhythm)
    return [
        told,
        page.say("open_amount") if line.amount is None else line.amount,
        "" if line.formula is None else f"= {line.formula}",
        f"{rhythm} × {days.days}" if line.rhythm is Rhythm.PER_DAY else rhythm,
        line.first if line.rhythm is Rhythm.ONCE else page.period(days),
        cited([line.clause]),
    ]


def _total(one: DatedTotal, page: Page) -> list[Cell]:
    """Return a total as a row; lines that are open are told, not counted."""
    is_open = one.open and not one.amount
    return [
        page.say(f"total_{one.rhythm.name.lower()}"),
        page.say("open_amount") if is_open else one.amount,
        "",
        "",
        "" if one.days is None else page.period(one.days),
        page.say("without_open", count=one.open) if one.open else "",
    ]


def _needed(lines: Sequence[BenefitLine], page: Page) -> Iterator[Part]:
    """Yield what lines need to name their amounts, those that need the same together."""
    by_need: dict[tuple[object, tuple[str, ...]], list[BenefitLine]] = {}
    for line in lines:
        by_need.setdefault((line.needs, supplied_by(line)), []).append(line)
    for (needs, keys), several in by_need.items():
        told = page.say("needed_told", benefits=tuple(dict.fromkeys(line.benefit for line in several)), needs=needs)
        if keys:
            told = page.say("needed_from", told=told, called=tuple(map(label_in_injury, keys)), keys=keys)
        yield from page.item(told, [line.clause for line in several], indent=_INDENT)
