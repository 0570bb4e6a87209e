"""Benefits as parts of a page (待遇核定的排印): the base, then line by line what is paid, by whom and from when."""

from collections.abc import Iterator

from gxinjury.benefits import BenefitLine, Payer, Rhythm, Settlement
from gxinjury.cli.case_pages import CasePage
from gxinjury.cli.printing import cited, table
from gxinjury.construction import AccidentSettlement, SettledBase
from gxinjury.extra.benefit_answers import DatedTotal, dated_totals, supplied_by
from gxinjury.money import to_fen, written_amount
from gxinjury.periods import Period

_INDENT = " " * 6


class BenefitPage(CasePage):
    """The parts of a page that are about benefits."""

    def settled(self, one: AccidentSettlement) -> Iterator[str]:
        """Yield what an accident is worth: its base, what is taken for granted, what each payer pays, what is open."""
        yield f"{_INDENT}{self.say('benefits')}"
        yield from (f"{_INDENT}  {line}" for line in table(list(self.base(one.base))))
        yield from self.items(one.findings, indent=f"{_INDENT}  ")
        settlement = one.settlement or Settlement(())
        for payer in dict.fromkeys(line.payer for line in settlement.lines):
            yield f"{_INDENT}  {self.say('pays', payer=payer)}"
            yield from (f"{_INDENT}    {line}" for line in self.paid_by(payer, settlement))
        yield from self.needed(settlement.open)
        yield from self.items(settlement.findings, indent=f"{_INDENT}  ")

    def paid_by(self, payer: Payer, settlement: Settlement) -> Iterator[str]:
        """Yield what one payer pays, line by line, then in all; a sum of one line is that line."""
        rows = [self.benefit(line) for line in settlement.lines if line.payer is payer]
        totals = [one for one in dated_totals(settlement) if one.payer is payer]
        told = [self.total(one) for one in totals if one.lines > 1 or one.rhythm is Rhythm.PER_DAY]
        yield from table([*rows, *told], numbers=[1])

    def base(self, base: SettledBase | None) -> Iterator[list[str]]:
        """Yield the base and where it comes from, a row each."""
        if base is None:
            yield [self.say("benefit_base"), self.say("no_base")]
            return
        amount = written_amount(to_fen(base.amount))
        told = self.say("a_month", amount=amount)
        formula = "" if base.formula is None else f"  = {base.formula}"
        yield [self.say("benefit_base"), f"{told}{formula}  {cited([base.clause])}"]
        yield ["", base.source.value.say(self.language)]
        if base.mean is not None:
            mean = written_amount(to_fen(base.mean))
            yield ["", self.say("own_wages_told", mean=mean, months=base.months)]
        if base.average is not None:
            average = base.average
            amounts = {
                "yearly": written_amount(average.yuan_per_year),
                "monthly": written_amount(to_fen(average.monthly())),
            }
            area = self.say("area_not_told") if average.area is None else average.area
            yield ["", self.say("average_told", year=str(average.year), area=area, series=average.series, **amounts)]

    def benefit(self, line: BenefitLine) -> list[str]:
        """Return a benefit as a row: what, how much, computed how, how often, when, by which clause."""
        told = line.benefit.value.say(self.language)
        if line.dependant is not None:
            told = self.say("of_dependant", benefit=told, dependant=self.shown(line.dependant.name))
        if line.third_party is not None:
            told = self.say("third_party_told", benefit=told)
        days, rhythm = Period(line.first, line.last), line.rhythm.value.say(self.language)
        return [
            told,
            self.say("open_amount") if line.amount is None else written_amount(line.amount),
            "" if line.formula is None else f"= {line.formula}",
            f"{rhythm} × {days.days}" if line.rhythm is Rhythm.PER_DAY else rhythm,
            str(line.first) if line.rhythm is Rhythm.ONCE else self.period(days),
            cited([line.clause]),
        ]

    def total(self, one: DatedTotal) -> list[str]:
        """Return a total as a row; lines that are open are told, not counted."""
        is_open = one.open and not one.amount
        return [
            self.say(f"total_{one.rhythm.name.lower()}"),
            self.say("open_amount") if is_open else written_amount(one.amount),
            "",
            "",
            "" if one.days is None else self.period(one.days),
            self.say("without_open", count=one.open) if one.open else "",
        ]

    def needed(self, lines: tuple[BenefitLine, ...]) -> Iterator[str]:
        """Yield what lines need to name their amounts, those that need the same together."""
        by_need: dict[tuple[object, tuple[str, ...]], list[BenefitLine]] = {}
        for line in lines:
            by_need.setdefault((line.needs, supplied_by(line)), []).append(line)
        for (needs, keys), several in by_need.items():
            benefits = tuple(dict.fromkeys(line.benefit for line in several))
            told = self.say("needed_told", benefits=benefits, needs=needs)
            if keys:
                told = self.say("needed_from", told=told, keys=keys)
            yield from self.item(told, [line.clause for line in several], indent=f"{_INDENT}  ")

    def period(self, period: Period) -> str:
        """Return days as a text says them."""
        if period.last is None:
            return self.say("from_on", first=period.first)
        if period.last == period.first:
            return self.say("on_day", first=period.first)
        return self.say("from_to", first=period.first, last=period.last)
