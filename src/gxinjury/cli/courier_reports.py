"""The cities' progress reports as a page (调度表汇总的排印): the region's table, the target, every finding."""

from collections.abc import Iterator
from typing import Final

from gxinjury import __version__
from gxinjury.cli.courier_words import WORDS
from gxinjury.cli.printing import cited, page_width, table, width, wrapped
from gxinjury.cli.words import word
from gxinjury.couriers import Report
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms.region import PeriodAnswer, RegionAnswer, line_coverage, place_name
from gxinjury.law.clauses import GX
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, written

_COLUMNS: Final = ("city", *COUNTED[:2], "coverage", *COUNTED[2:], "benefits_paid")


def courier_page(answer: RegionAnswer, language: Language) -> str:
    """Return what the reports come to as a page."""
    return "\n".join(_Page(answer, language).lines())


class _Page:
    """The page of some reports in one language."""

    def __init__(self, answer: RegionAnswer, language: Language) -> None:
        self.answer = answer
        self.language = language
        self.columns = page_width()

    def say(self, name: str, **values: object) -> str:
        return WORDS.texts[name].say(self.language, **values)

    def lines(self) -> Iterator[str]:
        title = self.say("title")
        yield from (title, "=" * width(title))
        for one in self.answer.periods:
            yield ""
            yield from self.period(one)
        yield from ("", self.say("findings"))
        for found in self.answer.findings:
            yield from self.item(f"{found.message.say(self.language)} {cited([found.clause])}")
        if not self.answer.findings:
            yield f"  {self.say('none')}"
        yield from ("", *wrapped(word("closing").say(self.language, version=__version__), self.columns))

    def period(self, one: PeriodAnswer) -> Iterator[str]:
        period = one.table.period
        mark = self.say("provisional") if period.provisional else ""
        yield self.say("period", period=str(period), first=period.first, last=period.last) + mark
        rows = [[self.say(name) for name in _COLUMNS], *map(self.row, one.lines), self.total(one)]
        yield from (f"  {line}" for line in table(rows, numbers=range(1, len(_COLUMNS))))
        yield from self.item(self.standing(one))
        for line in one.lines:
            if line.note:
                note = printable(mask(line.note))
                yield from self.item(self.say("note", city=place_name(line.city), note=note))

    def row(self, line: Report) -> list[str]:
        reached = line_coverage(line)
        return [
            printable(mask(place_name(line.city).say(self.language))),
            *(written(getattr(line, name), self.language) for name in COUNTED[:2]),
            "-" if reached is None else str(reached).partition(" ")[0],
            *(written(getattr(line, name), self.language) for name in COUNTED[2:]),
            str(line.benefits_paid),
        ]

    def total(self, one: PeriodAnswer) -> list[str]:
        name, *numbers = self.row(one.table.total)
        return [self.say("reported") if one.missing else name, *numbers]

    def standing(self, one: PeriodAnswer) -> str:
        if one.table.coverage is None:
            return f"{self.say('undefined')} {cited([GX.clause('3.3')])}"
        reached = one.table.coverage
        standing = one.standing
        if standing is None:
            return self.say("no_standing", coverage=reached)
        rate = standing.target.rate
        target = self.say("of_all") if rate is None else self.say("of_rate", rate=rate)
        if standing.left_to_target:
            left = self.say("left_to_rate", rate=rate, short=standing.left_to_target, left=standing.left)
        else:
            left = self.say("left_to_all", left=standing.left)
        told = {"due": standing.target.due, "target": target, "coverage": reached, "left": left}
        clause = cited([GX.clause("2" if rate is None else "3.3")])
        if one.missing:
            cities = {"reported": len(one.reported), "missing": len(one.missing)}
            return f"{self.say('some_cities', **cities, **told)} {clause}"
        return f"{self.say('standing', answer=standing.answer, **told)} {clause}"

    def item(self, text: str) -> Iterator[str]:
        yield from wrapped(text, self.columns, first="  - ", then="    ")
