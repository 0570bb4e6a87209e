"""The cities' progress reports as a page (调度表汇总的排印): the region's table, the target, every finding."""

from collections.abc import Iterator
from typing import Final

from gxinjury import __version__
from gxinjury.cli.printing import cited, page_width, table, width, wrapped
from gxinjury.cli.words import word
from gxinjury.couriers import Report
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms.region import PeriodAnswer, RegionAnswer, line_coverage, place_name
from gxinjury.law.clauses import GX
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text, written

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
_FINDINGS: Final = Text(zh="提示", en="Findings")
_NONE: Final = Text(zh="无", en="none")


def courier_page(answer: RegionAnswer, language: Language) -> str:
    """Return what the reports come to as a page."""
    return "\n".join(_lines(answer, language))


def _lines(answer: RegionAnswer, language: Language) -> Iterator[str]:
    title = _TITLE.say(language)
    yield from (title, "=" * width(title))
    for period in answer.periods:
        yield from ("", *_period(period, language))
    yield from ("", _FINDINGS.say(language))
    for found in answer.findings:
        yield from _item(f"{found.message.say(language)} {cited([found.clause])}")
    if not answer.findings:
        yield f"  {_NONE.say(language)}"
    yield from ("", *wrapped(word("closing").say(language, version=__version__), page_width()))


def _period(one: PeriodAnswer, language: Language) -> Iterator[str]:
    period = one.table.period
    mark = _PROVISIONAL.say(language) if period.provisional else ""
    yield _PERIOD.say(language, period=str(period), first=period.first, last=period.last) + mark
    total = _row(one.table.total, language)
    if one.missing:
        total[0] = _REPORTED.say(language)
    rows = [[head.say(language) for head in _HEADERS], *(_row(line, language) for line in one.lines), total]
    yield from (f"  {line}" for line in table(rows, numbers=range(1, len(_HEADERS))))
    yield from _item(_standing(one, language))
    for line in one.lines:
        if line.note:
            yield from _item(_NOTE.say(language, city=place_name(line.city), note=printable(mask(line.note))))


def _row(line: Report, language: Language) -> list[str]:
    reached = line_coverage(line)
    counts = [written(getattr(line, name), language) for name in COUNTED]
    name = printable(mask(place_name(line.city).say(language)))
    rate = "-" if reached is None else str(reached).partition(" ")[0]
    return [name, *counts[:2], rate, *counts[2:], str(line.benefits_paid)]


def _standing(one: PeriodAnswer, language: Language) -> str:
    """Return how far the cities are that reported, and where all did, whether the region meets its aim."""
    reached, standing = one.table.coverage, one.standing
    if reached is None:
        return f"{_NO_COVERAGE.say(language)} {cited([GX.clause('3.3')])}"
    if standing is None:
        return _NO_STANDING.say(language, coverage=reached)
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
    clause = GX.clause("2" if rate is None else "3.3")
    return f"{(_SOME_CITIES if one.missing else _STANDING).say(language, **told)} {cited([clause])}"


def _item(text: str) -> Iterator[str]:
    yield from wrapped(text, page_width(), first="  - ", then="    ")
