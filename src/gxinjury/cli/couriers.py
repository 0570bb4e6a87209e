"""The cities' progress reports as a page (调度表汇总的排印): the region's table, the target, every finding."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gxinjury.citations import Clause
from gxinjury.cli.page import Page, as_page
from gxinjury.couriers import Coverage, Report
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms.progress_months import CityMonths, ReportMonths
from gxinjury.extra.forms.region import PeriodAnswer, RegionAnswer, line_coverage, place_name
from gxinjury.extra.forms.tables import FormFault
from gxinjury.extra.pages.parts import Cell, Grid, Heading, Item, Part, Title
from gxinjury.fields import field_named
from gxinjury.law.clauses import GX
from gxinjury.texts import Text

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
_MOST_ALIKE: Final = 3
_AND_MORE: Final = Text(
    zh="{told}；同类的另有{left}处（--json 输出全部）", en="{told}; more of the kind: {left} (--json prints all)"
)
_GAPS: Final = Text(
    zh="尚有差距的市（{period}，覆盖率由低到高）", en="Cities with units left ({period}), the lowest first"
)
_TO_TARGET: Final = Text(zh="距{rate}尚差", en="left to {rate}")
_TO_ALL: Final = Text(zh="距全覆盖尚差", en="left to all")
_SHORT: Final = Text(zh="未达到{rate}的市：{cities}", en="short of {rate}: {cities}")
_NONE_SHORT: Final = Text(zh="已报各市均已达到{rate}", en="no city that reported is short of {rate}")
_LAGGING: Final = Text(
    zh="低于各市合计覆盖率{coverage}的市：{cities}", en="below the coverage of all that reported, {coverage}: {cities}"
)
_MONTHS: Final = Text(zh="{now} 与 {before} 相比", en="{now} against {before}")
_BEFORE: Final = Text(zh="{column}上期", en="{column} before")
_NOW: Final = Text(zh="本期", en="now")
_CHANGE: Final = Text(zh="增减", en="change")
_NOT_REPORTED: Final = Text(zh="未报", en="none")
_FELL: Final = Text(zh="{city}比上期减少：{columns}", en="{city}, lower than before: {columns}")
_NOTE: Final = Text(zh="{city}备注：{note}", en="{city}, note: {note}")


@as_page
def courier_page(
    answer: RegionAnswer, page: Page, *, passed_over: Iterable[FormFault] = (), months: ReportMonths | None = None
) -> Iterator[Part]:
    """Yield what the reports come to."""
    yield Title(page.say(_TITLE))
    for period in answer.periods:
        yield from _period(period, page)
    for period in answer.periods[-1:]:
        yield from _gaps(period, page)
    if months is not None:
        yield from _months(months, page)
    yield from page.section("as_read", _passed_over(passed_over, page))
    told = [part for one in answer.findings for part in page.item(page.written(one.message), [one.clause])]
    yield from page.section("findings", told or [page.nothing()])
    yield from page.closing()


def _passed_over(passed_over: Iterable[FormFault], page: Page) -> Iterator[Part]:
    """Yield what was passed over; of what is alike on many sheets, the first ones and how many there are more."""
    alike: dict[tuple[str, str], list[FormFault]] = {}
    for fault in passed_over:
        alike.setdefault((fault.file, fault.code), []).append(fault)
    for several in alike.values():
        for at, fault in enumerate(several[:_MOST_ALIKE], 1):
            told, left = fault.text(page.language), len(several) - at
            is_last = at == _MOST_ALIKE and left
            yield Item(page.say(_AND_MORE, told=told, left=left) if is_last else told)


def _period(one: PeriodAnswer, page: Page) -> Iterator[Part]:
    period = one.table.period
    mark = page.say(_PROVISIONAL) if period.provisional else ""
    yield Heading(page.say(_PERIOD, period=str(period), first=period.first, last=period.last) + mark)
    total = _row(one.table.total, page)
    if one.missing:
        total[0] = page.say(_REPORTED)
    yield _table(_HEADERS, [*(_row(line, page) for line in one.lines), total], page)
    told, clause = _standing(one)
    yield from page.item(told.say(page.language), [clause])
    for line in one.lines:
        if line.note:
            yield from page.item(page.say(_NOTE, city=place_name(line.city), note=line.note))


def _table(head: Iterable[Text], rows: Sequence[Sequence[Cell]], page: Page) -> Grid:
    """Return a table of cities, their numbers flush right."""
    names = [page.say(name) for name in head]
    return Grid(rows, numbers=range(1, len(names)), indent=2, head=names)


def _rate(reached: Coverage | None) -> str:
    """Return a coverage as a cell, without its counts."""
    return "-" if reached is None else str(reached).partition(" ")[0]


def _gaps(one: PeriodAnswer, page: Page) -> Iterator[Part]:
    """Yield the cities that have units left to enrol, those short of the target apart from the others."""
    if not one.gaps:
        return
    yield Heading(page.say(_GAPS, period=str(one.table.period)))
    rate = None if one.standing is None else one.standing.target.rate
    short = tuple(place_name(gap.city) for gap in one.gaps if gap.left_to_target)
    lagging = tuple(place_name(gap.city) for gap in one.gaps if gap.is_lagging)
    head = [_HEADERS[0], _HEADERS[3], *([] if rate is None else [_TO_TARGET.filled({"rate": rate})]), _TO_ALL]
    rows: list[list[Cell]] = []
    for gap in one.gaps:
        to_target = [] if gap.left_to_target is None else [gap.left_to_target]
        rows.append([page.written(place_name(gap.city)), _rate(gap.coverage), *to_target, gap.left])
    yield _table(head, rows, page)
    if rate is not None:
        yield from page.item(page.say(_SHORT if short else _NONE_SHORT, rate=rate, cities=short), [GX.clause("3.3")])
    if lagging:
        yield from page.item(page.say(_LAGGING, coverage=one.table.coverage, cities=lagging))


def _months(found: ReportMonths, page: Page) -> Iterator[Part]:
    """Yield the cities in two periods; one that has not reported in either is told so, and counts for nothing."""
    yield Heading(page.say(_MONTHS, now=str(found.after), before=str(found.before)))
    head = [_HEADERS[0]]
    for column in (_HEADERS[2], _HEADERS[4]):
        head += [_BEFORE.filled({"column": column}), _NOW, _CHANGE]
    head += [_BEFORE.filled({"column": _HEADERS[3]}), _NOW]
    yield _table(head, [_city(one, page) for one in found.cities], page)
    for one in found.cities:
        if one.fell:
            columns = tuple(field_named(Report, name).label for name in one.fell)
            yield from page.item(page.say(_FELL, city=place_name(one.city), columns=columns))


def _city(one: CityMonths, page: Page) -> list[Cell]:
    cells: list[Cell] = [page.written(place_name(one.city))]
    for column in ("units_enrolled", "persons_enrolled"):
        change = one.change(column)
        before, now = (
            page.say(_NOT_REPORTED) if report is None else int(getattr(report, column))
            for report in (one.before, one.after)
        )
        cells += [before, now, "-" if change is None else f"{change:+d}"]
    return [*cells, *map(_rate, one.coverages)]


def _row(line: Report, page: Page) -> list[Cell]:
    counts: list[Cell] = [getattr(line, name) for name in COUNTED]
    rate = _rate(line_coverage(line))
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
