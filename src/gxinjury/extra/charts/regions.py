"""The chart of coverage (覆盖率图): what the cities' reports of a period come to, held against the target."""

from collections.abc import Iterator
from typing import Final

import altair as alt

from gxinjury.couriers.campaign import TargetAnswer
from gxinjury.couriers.coverage import Coverage
from gxinjury.extra.charts import _canvas as canvas
from gxinjury.extra.charts._canvas import Chart, Row
from gxinjury.extra.forms.region import PeriodAnswer, line_coverage, place_name
from gxinjury.facts import check_instance
from gxinjury.law.clauses import GX
from gxinjury.money import Rate
from gxinjury.texts import Language, Text, written

__all__ = ["coverage_chart"]

_TITLE: Final = Text(zh="各市快递网点覆盖率（{period}）", en="Coverage of courier outlets by city, {period}")
_ALT: Final = Text(
    zh="条形图：{count} 个市的覆盖率；{target}；未报送：{missing}。",
    en="Bars: coverage of cities, {count} in number; {target}; without a report: {missing}.",
)
_TARGET: Final = Text(zh="虚线：目标 {rate}（{due} 前）", en="dashed: target {rate} by {due}")
_NO_TARGET: Final = Text(zh="当期目标没有给出数字", en="the target of the day gives no number")
_PERCENT: Final = Text(zh="覆盖率（%）", en="coverage (%)")
_NOT_REPORTED: Final = Text(zh="未报送", en="no report")
_BAR: Final = Text(zh="{mark} {coverage}", en="{mark} {coverage}")
_MISSING: Final = Text(zh="未报送：{cities}", en="without a report: {cities}")
_NONE: Final = Text(zh="无", en="none")
_SIGNS: Final = {TargetAnswer.MET: "●", TargetAnswer.NOT_MET: "○"}
_MARKED: Final = Text(zh="● 实心为已达到，○ 空心为未达到", en="● full: met, ○ empty: not met")


def coverage_chart(answer: PeriodAnswer, language: Language = "en") -> Chart:
    """Return the coverage of each city in a period as bars, the target as a line.

    A chart is not an account: its data are floats, made of the exact ratios at the edge. Whether a target is met is
    asked of the exact ratio.

    Args:
        answer: A period of what :func:`gxinjury.extra.forms.region.region_answer` answered.
        language: The language.

    Raises:
        InvalidFactError: It is no such answer, or no city reported.
    """
    check_instance("coverage_chart", "answer", answer, PeriodAnswer)
    canvas.some("coverage_chart", "answer", answer.lines)
    standing = answer.standing
    rate, due = (None, None) if standing is None else (standing.target.rate, standing.target.due)
    rows = [*_rows(answer, rate, language)]
    names = [row["city"] for row in rows]
    base = alt.Chart(canvas.data_of(rows)).encode(
        y=alt.Y("city:N", sort=names, title=None, axis=alt.Axis(labelLimit=200)),
        x=alt.X(
            "percent:Q", title=_PERCENT.say(language), scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(tickCount=10)
        ),
    )
    layers: list[alt.Chart] = [
        base.mark_bar(height=14, stroke=canvas.INK, strokeWidth=1.2).encode(
            color=alt.condition(alt.datum.is_met, alt.value(canvas.INK), alt.value(canvas.PAPER))
        ),
        base.mark_text(align="left", dx=8, fontSize=11).encode(x=alt.X("label_at:Q"), text="told:N"),
    ]
    more: list[str] = []
    if rate is not None:
        told_target = _TARGET.filled({"rate": rate, "due": due})
        more += [f"{told_target.say(language)}　{_MARKED.say(language)}"]
        layers.append(
            alt.Chart(canvas.data_of([{"percent": float(rate.fraction * 100)}]))
            .mark_rule(strokeDash=[5, 4], strokeWidth=1.8, color="#c2571a")
            .encode(x="percent:Q")
        )
    else:
        told_target = _NO_TARGET
        more.append(told_target.say(language))
    missing = tuple(place_name(city) for city in answer.missing)
    if missing:
        more.append(_MISSING.say(language, cities=missing))
    chart: Chart = alt.layer(*layers).properties(width=canvas.WIDTH, height=alt.Step(24))
    title = _TITLE.filled({"period": answer.table.period})
    alt_text = _ALT.filled({"count": len(answer.lines), "target": told_target, "missing": missing or _NONE})
    return canvas.finished(chart, title, [GX.clause("3.3")], alt_text, language, *more)


def _rows(answer: PeriodAnswer, rate: Rate | None, language: Language) -> Iterator[Row]:
    """Yield a row for each city that reported, then for each that did not."""
    for line in answer.lines:
        reached = line_coverage(line)
        percent = 0.0 if reached is None else float(reached.rate * 100)
        is_met = reached is not None and (rate is None or reached.meets(rate))
        told = canvas.said(TargetAnswer.UNDEFINED, language) if reached is None else _told(reached, rate, language)
        yield {
            "city": canvas.said(place_name(line.city), language),
            "percent": percent,
            "label_at": percent if rate is None else max(percent, float(rate.fraction * 100)),
            "is_met": is_met,
            "told": told,
        }
    for city in answer.missing:
        named = canvas.said(place_name(city), language)
        yield {"city": named, "percent": None, "label_at": 0.0, "is_met": False, "told": _NOT_REPORTED.say(language)}


def _told(reached: Coverage, rate: Rate | None, language: Language) -> str:
    said = written(reached, language)
    if rate is None:
        return said
    met = TargetAnswer.MET if reached.meets(rate) else TargetAnswer.NOT_MET
    return _BAR.say(language, mark=_SIGNS[met], coverage=said)
