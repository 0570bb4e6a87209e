"""Charts of cover (参保有效期图): the days on which a project is covered, and on which each worker of its roster is."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import altair as alt

from gxinjury.construction.cover import CoverState, ProjectCover
from gxinjury.construction.insured import WorkerCover
from gxinjury.extra.charts import _canvas as canvas
from gxinjury.extra.charts._canvas import Chart
from gxinjury.facts import check_instance, check_optional_day
from gxinjury.law.clauses import NN
from gxinjury.periods import Period, day_after
from gxinjury.texts import Language, Text

__all__ = ["cover_chart"]

_TITLE: Final = Text(zh="参保有效期", en="Days of cover")
_ALT: Final = Text(
    zh="时间轴：项目参保有效期 {periods}；待定 {unsettled}；职工 {count} 人。",
    en="Timeline of a project: covered {periods}; unsettled {unsettled}; workers: {count}.",
)
_PROJECT: Final = Text(zh="项目", en="the project")
_LISTED: Final = Text(zh="已列入花名册，项目不在参保有效期内", en="on the roster while the project is not covered")
_DAY: Final = Text(zh="日期", en="day")
_EXPIRY: Final = Text(zh="虚线：合同于 {day} 到期", en="dashed: the contract expires on {day}")
_OPEN: Final = Text(zh="▶ 表示止期未定", en="▶ where no end is set")
_NO_DAYS: Final = Text(zh="无", en="none")
_BEYOND: Final = 31
_BAR: Final = 15


def cover_chart(
    cover: ProjectCover, workers: Iterable[WorkerCover] = (), language: Language = "en", *, until: date | None = None
) -> Chart:
    """Return the days of a project's cover, and of each worker's, as bars over time; ids masked.

    Full bars are covered days, empty ones unsettled days, thin ones days on the roster without a cover of the project.

    Args:
        cover: The project's cover.
        workers: What each worker is insured for, as :func:`gxinjury.construction.insured.worker_covers` tells it.
        language: The language.
        until: The last day drawn; None: a month after the last day that is told.

    Raises:
        InvalidFactError: A fact is of another kind.

    >>> cover = ProjectCover(date(2016, 6, 30), (Period(date(2015, 10, 8), date(2016, 6, 30)),))
    >>> cover_chart(cover, language="zh").to_dict()["title"]["text"]
    '参保有效期'
    """
    check_instance("cover_chart", "cover", cover, ProjectCover)
    check_optional_day("cover_chart", "until", until)
    people = tuple(workers)
    for one in people:
        check_instance("cover_chart", "workers", one, WorkerCover)
    days = [(who, state, period) for who, state, period in _days(cover, people, language) if _begins(period, until)]
    end = _horizon(cover, [period for _, _, period in days]) if until is None else day_after(until)
    names = [_PROJECT.say(language), *dict.fromkeys(canvas.said(one.worker, language) for one in people)]
    states = [text.say(language) for text in (CoverState.COVERED.value, CoverState.UNSETTLED.value, _LISTED)]
    bars = [
        {
            "who": who,
            "state": state.say(language),
            "day": canvas.day(period.first),
            "end": canvas.day(_end(period, end)),
            "days": canvas.said(period, language),
        }
        for who, state, period in days
    ]
    rows = alt.Y("who:N", sort=names, scale=alt.Scale(domain=names), title=None, axis=alt.Axis(labelLimit=260))
    fills = alt.Color(
        "state:N",
        scale=alt.Scale(domain=states, range=[canvas.INK, canvas.PAPER, canvas.GREY]),
        legend=alt.Legend(
            orient="top",
            direction="vertical",
            title=None,
            labelLimit=0,
            symbolType="square",
            symbolStrokeColor="#333333",
        ),
    )
    x = canvas.days_axis(_DAY.say(language))
    drawn = alt.Chart(canvas.data_of(bars)).encode(x=x, x2="end:T", y=rows, color=fills)
    is_listed = alt.datum.state == states[2]
    layers = [
        drawn.transform_filter(is_listed).mark_bar(height=5, stroke="#333333", strokeWidth=0.5),
        drawn.transform_filter(~is_listed).mark_bar(height=_BAR, stroke="#333333", strokeWidth=1),
        alt.Chart(canvas.data_of([{"day": canvas.day(day_after(cover.expiry))}]))
        .mark_rule(strokeDash=[4, 3], color="#333333", strokeWidth=1.5)
        .encode(x="day:T"),
    ]
    open_rows = [row for row, (_, _, period) in zip(bars, days, strict=True) if period.last is None]
    if open_rows:
        layers.append(
            alt.Chart(canvas.data_of(open_rows))
            .mark_text(text="▶", align="left", dx=2, fontSize=12)
            .encode(x="end:T", y=rows)
        )
    more = [_EXPIRY.say(language, day=cover.expiry), *([_OPEN.say(language)] if open_rows else [])]
    told = {
        "periods": _told(cover.periods),
        "unsettled": _told(cover.unsettled),
        "count": len(people),
    }
    chart: Chart = alt.layer(*layers).properties(width=canvas.WIDTH, height=alt.Step(26))
    clauses = [NN.clause("1.3.1"), *(one.clause for one in cover.findings), *([NN.clause("3.1.2")] if people else [])]
    return canvas.finished(chart, _TITLE, clauses, _ALT.filled(told), language, *more)


def _days(
    cover: ProjectCover, workers: tuple[WorkerCover, ...], language: Language
) -> Iterator[tuple[str, Text, Period]]:
    """Yield whose days they are, what is said of them, and the days: those on the roster first, others over them."""
    project = _PROJECT.say(language)
    yield from ((project, CoverState.COVERED.value, period) for period in cover.periods)
    yield from ((project, CoverState.UNSETTLED.value, period) for period in cover.unsettled)
    for one in workers:
        name = canvas.said(one.worker, language)
        yield from ((name, _LISTED, period) for period in one.listed)
        yield from ((name, CoverState.COVERED.value, period) for period in one.covered)
        yield from ((name, CoverState.UNSETTLED.value, period) for period in one.unsettled)


def _begins(period: Period, until: date | None) -> bool:
    return until is None or period.first <= until


def _end(period: Period, end: date) -> date:
    """Return where a bar ends: the day after its last, and no further than the chart."""
    return end if period.last is None else min(day_after(period.last), end)


def _horizon(cover: ProjectCover, periods: list[Period]) -> date:
    """Return where a chart ends: a month after the last day that is told."""
    told = [cover.expiry, *(period.last or period.first for period in periods)]
    return date.fromordinal(max(told).toordinal() + _BEYOND)


def _told(periods: tuple[Period, ...]) -> tuple[Period, ...] | Text:
    return periods or _NO_DAYS
