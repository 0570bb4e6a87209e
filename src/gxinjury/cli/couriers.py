"""The cities' progress reports as a page (调度表汇总的排印): the region's table, the target, every finding."""

from collections.abc import Iterator
from typing import Final

from gxinjury.citations import Clause
from gxinjury.cli.page import Page
from gxinjury.couriers import Report
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms.region import PeriodAnswer, RegionAnswer, line_coverage, place_name
from gxinjury.extra.pages.parts import Cell, Document, Grid, Heading, Part, Title
from gxinjury.law.clauses import GX
from gxinjury.texts import Language, Text

_TITLE: Final = Text(zh="基层快递网点优先参加工伤保险情况汇总", en="Courier outlets in work-injury insurance")
_PERIOD: Final = Text(zh="{period}（{first} 至 {last}）", en="{period} ({first} to {last})")
_PROVISIONAL: Final = Text(zh="，暂定", en=", provisional")
_HEADERS: Final = (
    Text(zh="市", en="city"),
    Text(zh="应参保", en="should"),
    Text(zh="已参保", en="enrolled"),
    Text(zh="覆盖率", en="coverage"),
    Text(zh="参保人数", en="persons"),
    Text(zh="缴费人数", en="paying"),
    Text(zh="申报", en="filed"),
    Text(zh="认定", en="decided"),
    Text(zh="享受待遇", en="receiving"),
    Text(zh="金额（万元）", en="10k yuan"),
)
_REPORTED: Final = Text(zh="已报合计", en="reported")
_STANDING: Final = Text(
    zh="{due} 前{target}：覆盖率{coverage}，{answer}；{left}",
    en="{target} by {due}: coverage {coverage}, {answer}; {left}",
)
_SOME_CITIES: Final = Text(
    zh="{due} 前{target}：已报{reported}个市，覆盖率{coverage}，{left}；未报{missing}个市，全区尚不能判断",
    en="{target} by {due}: cities reported: {reported}, their coverage {coverage}, {left}; cities that did not report: "
    "{missing}, so nothing can be said of the region yet",
)
_AIM: Final = Text(zh="争取达到{rate}", en="aim of {rate}")
_AIM_OF_ALL: Final = Text(zh="力争基本全部参保", en="aim of practically all")
_LEFT: Final = Text(
    zh="距{rate}尚差{short}户，距全覆盖尚差{left}户", en="units left to {rate}: {short}; to all: {left}"
)
_LEFT_TO_ALL: Final = Text(zh="距全覆盖尚差{left}户", en="units left to all: {left}")
_NO_STANDING: Final = Text(
    zh="覆盖率{coverage}；该期结束时方案尚未印发，没有目标", en="coverage {coverage}; the plan was not issued yet"
)
_NO_COVERAGE: Final = Text(zh="没有应参保单位，覆盖率无从计算", en="nothing should enrol: coverage is undefined")
_NOTE: Final = Text(zh="{city}备注：{note}", en="{city}, note: {note}")


def courier_page(answer: RegionAnswer, language: Language) -> Document:
    """Return what the reports come to as a page."""
    page = Page(language)
    return page.of(_parts(answer, page))


def _parts(answer: RegionAnswer, page: Page) -> Iterator[Part]:
    yield Title(page.written(_TITLE))
    for period in answer.periods:
        yield from _period(period, page)
    told = [part for one in answer.findings for part in page.item(one.message.say(page.language), [one.clause])]
    yield from page.section("findings", told or [page.nothing()])
    yield from page.closing()


def _period(one: PeriodAnswer, page: Page) -> Iterator[Part]:
    period = one.table.period
    mark = page.written(_PROVISIONAL) if period.provisional else ""
    yield Heading(_PERIOD.say(page.language, period=str(period), first=period.first, last=period.last) + mark)
    total = _row(one.table.total, page)
    if one.missing:
        total[0] = page.written(_REPORTED)
    rows = [*(_row(line, page) for line in one.lines), total]
    yield Grid(rows, numbers=range(1, len(_HEADERS)), indent=2, head=[page.written(head) for head in _HEADERS])
    told, clause = _standing(one)
    yield from page.item(told.say(page.language), [clause])
    for line in one.lines:
        if line.note:
            yield from page.item(_NOTE.say(page.language, city=place_name(line.city), note=line.note))


def _row(line: Report, page: Page) -> list[Cell]:
    reached = line_coverage(line)
    counts: list[Cell] = [getattr(line, name) for name in COUNTED]
    rate = "-" if reached is None else str(reached).partition(" ")[0]
    return [page.written(place_name(line.city)), *counts[:2], rate, *counts[2:], str(line.benefits_paid)]


def _standing(one: PeriodAnswer) -> tuple[Text, Clause | None]:
    """Return how far the cities are that reported, and where all did, whether the region meets its aim."""
    reached, standing = one.table.coverage, one.standing
    if reached is None:
        return _NO_COVERAGE, GX.clause("3.3")
    if standing is None:
        return _NO_STANDING.filled({"coverage": reached}), None
    rate = standing.target.rate
    left = {"rate": rate, "short": standing.left_to_target, "left": standing.left}
    told = {
        "due": standing.target.due,
        "target": _AIM_OF_ALL if rate is None else _AIM.filled({"rate": rate}),
        "coverage": reached,
        "left": (_LEFT if standing.left_to_target else _LEFT_TO_ALL).filled(left),
        "answer": standing.answer,
        "reported": len(one.reported),
        "missing": len(one.missing),
    }
    return (_SOME_CITIES if one.missing else _STANDING).filled(told), GX.clause("2" if rate is None else "3.3")
