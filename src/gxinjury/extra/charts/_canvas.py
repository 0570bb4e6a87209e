"""What charts have in common (图表的共同样式): fonts, titles with clauses, days, marks told apart without colour."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

import altair as alt

from gxinjury.citations import Clause
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text, written

Chart: TypeAlias = alt.Chart | alt.LayerChart | alt.FacetChart | alt.VConcatChart
"""A chart of altair: of one mark, of several in layers, of panels."""
Row: TypeAlias = dict[str, Any]

FONTS: Final = (
    "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, Hiragino Sans GB, WenQuanYi Micro Hei, "
    "SimHei, sans-serif"
)
"""The fonts by name, the first that is there: all of them have Chinese and Latin letters."""

INK: Final = "#1f3b57"
PAPER: Final = "#ffffff"
GREY: Final = "#b8bec6"
LINES: Final = ("#1f3b57", "#c2571a", "#3d8f6e", "#8a5a9e", "#6b6b6b", "#b08900")
"""Hues of lines, of which each has a dash of its own too."""
DASHES: Final = ([1, 0], [8, 4], [2, 3], [10, 3, 2, 3], [14, 5], [5, 2])
WIDTH: Final = 640
DAY: Final = "%Y-%m-%d"

SIGNED: Final = "datum.value === 0 ? '0' : format(datum.value, '+,.0f')"
"""How an axis of differences tells them: with their signs."""

YUAN: Final = Text(zh="金额（元）", en="amount (yuan)")
_CITED: Final = Text(zh="依据：{clauses}", en="by {clauses}")
_SOME: Final = FactRule(zh="至少要有一项才能作图", en="must hold at least one to be drawn", code="nothing_to_draw")
_TOO_MANY: Final = FactRule(
    zh="一张图最多画 {most} 条线，再多就分不清了",
    en="must be {most} at the most, or the lines cannot be told apart",
    code="too_many_lines",
)


def some(chart: str, field: str, given: Sequence[Any]) -> None:
    """Refuse an answer that holds nothing to be drawn."""
    if not given:
        raise InvalidFactError(chart, field, _SOME, tuple(given))


def few(chart: str, field: str, given: Sequence[Any]) -> None:
    """Refuse more lines than can be told apart, or none."""
    some(chart, field, given)
    if len(given) > len(DASHES):
        raise InvalidFactError(chart, field, _TOO_MANY.filled({"most": len(DASHES)}), len(given))


def data_of(rows: Iterable[Row]) -> alt.Data:
    """Return rows as a chart holds them."""
    return alt.Data(values=list(rows))  # type: ignore[no-untyped-call]  # of altair


def said(value: object, language: Language) -> str:
    """Return a value as a label of a chart: in one line, ids masked."""
    return mask(printable(written(value, language)))


def day(one: date) -> str:
    """Return a day as charts read it: midnight of coordinated time, whatever clock the machine has."""
    return one.isoformat()


def days_axis(title: str, *, ends: tuple[str, str] | None = None) -> alt.X:
    """Return the axis of days."""
    scale = alt.Scale(type="utc") if ends is None else alt.Scale(type="utc", domain=list(ends), nice=False)
    axis = alt.Axis(format=DAY, labelOverlap="greedy", labelSeparation=10, tickCount=7, labelFlush=False)
    return alt.X("day:T", title=title, scale=scale, axis=axis)


def lines_legend() -> alt.Legend:
    """Return the legend of lines: a stroke with its dash, what it stands for in full."""
    return alt.Legend(
        orient="top", direction="vertical", columns=1, title=None, labelLimit=0, symbolSize=420, symbolStrokeWidth=2.2
    )


def finished(
    chart: Chart, title: Text, clauses: Iterable[Clause], alt_text: Text, language: Language, *more: str
) -> Chart:
    """Return a chart with its title, its clauses under it, its description, and the style of all.

    Args:
        chart: The chart.
        title: What it shows.
        clauses: What it rests on.
        alt_text: What it shows, for whoever does not see it.
        language: The language.
        more: What else the lines under the title say.
    """
    cited = tuple(dict.fromkeys(map(str, clauses)))
    told = [_CITED.say(language, clauses=cited)] if cited else []
    heading = alt.Title(
        text=title.say(language),
        subtitle=[*told, *more],
        anchor="start",
        fontSize=16,
        subtitleFontSize=12,
        subtitleColor="#444444",
        subtitlePadding=6,
        offset=12,
    )
    dressed: Any = chart.properties(title=heading, description=alt_text.say(language), background=PAPER, padding=12)
    styled: Chart = (
        dressed.configure(font=FONTS)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", gridColor="#e3e6ea", domainColor="#8a9099"
        )
        .configure_legend(labelFontSize=12, titleFontSize=12, titleFontWeight="normal")
        .configure_header(labelFontSize=12, labelFontWeight="bold", titleFontSize=12)
    )
    return styled
