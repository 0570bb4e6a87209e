"""The chart of benefits (待遇图): what settlements come to by disability grade, benefit by benefit."""

from collections.abc import Iterator, Mapping
from typing import Final

import altair as alt

from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.benefits.settled import Settlement
from gxinjury.extra.charts import _canvas as canvas
from gxinjury.extra.charts._canvas import Chart, Row
from gxinjury.facts import check_instance
from gxinjury.law.regulation import Payer
from gxinjury.texts import Language, Text

__all__ = ["benefits_chart"]

_TITLE: Final = Text(zh="各伤残等级的工伤待遇", en="Benefits by disability grade")
_ALT: Final = Text(
    zh="柱形图：伤残等级 {grades} 的待遇，每项一格，一次性与按月分开。",
    en="Bars of the benefits of disability grades {grades}, a panel each; once and monthly apart.",
)
_GRADE: Final = Text(zh="伤残等级", en="disability grade")
_PANEL: Final = Text(zh="{benefit}（{rhythm}）", en="{benefit} ({rhythm})")
_PAID_BY: Final = Text(
    zh="实心：{fund}支付　空心：{employer}支付", en="full: paid by {fund}; empty: paid by {employer}"
)
_OPEN: Final = Text(
    zh="另有待补事实的待遇 {count} 项，未画出", en="lines that still need something, not drawn: {count}"
)


def benefits_chart(settlements: Mapping[int, Settlement], language: Language = "en") -> Chart:
    """Return what settlements come to by grade, a panel a benefit; what is paid once and monthly is never added up.

    A chart is not money: its data are floats, made of the exact amounts at the edge.

    Args:
        settlements: What ``settle_injury`` answered, by grade, ONE the worst.
        language: The language.

    Raises:
        InvalidFactError: There is none, or none has an amount.
        ValueError: There is no such grade.
    """
    by_grade = {DisabilityGrade(grade): one for grade, one in settlements.items()}
    for one in by_grade.values():
        check_instance("benefits_chart", "settlements", one, Settlement)
    rows = [*_rows(by_grade, language)]
    canvas.some("benefits_chart", "settlements", rows)
    grades = [int(grade) for grade in sorted(by_grade)]
    panels = list(dict.fromkeys(row["panel"] for row in rows))
    base = alt.Chart().encode(
        x=alt.X(
            "grade:O",
            title=_GRADE.say(language),
            sort=grades,
            scale=alt.Scale(domain=grades, paddingOuter=0.6),
            axis=alt.Axis(labelAngle=0),
        ),
        y=alt.Y(
            "amount:Q",
            title=canvas.YUAN.say(language),
            scale=alt.Scale(nice=4),
            axis=alt.Axis(format=",.0f", tickCount=4),
        ),
    )
    bars = base.mark_bar(stroke=canvas.INK, strokeWidth=1.2, width=20).encode(
        color=alt.condition(alt.datum.is_fund, alt.value(canvas.INK), alt.value(canvas.PAPER))
    )
    labels = base.mark_text(dy=-6, fontSize=9).encode(text="told:N")
    columns = 2 if len(panels) > 1 else 1
    chart: Chart = alt.layer(bars, labels, data=canvas.data_of(rows)).properties(
        width=canvas.WIDTH // columns, height=130
    )
    faceted: Chart = (
        chart.facet(
            facet=alt.Facet("panel:N", sort=panels, title=None, header=alt.Header(labelAnchor="start", labelLimit=0)),
            columns=columns,
        )
        .resolve_scale(y="independent")
        .resolve_axis(x="independent")
    )
    clauses = [line.clause for one in by_grade.values() for line in one.lines if line.amount is not None]
    more = [_PAID_BY.say(language, fund=Payer.FUND, employer=Payer.EMPLOYER)]
    left = sum(len(one.open) for one in by_grade.values())
    if left:
        more.append(_OPEN.say(language, count=left))
    return canvas.finished(faceted, _TITLE, clauses, _ALT.filled({"grades": tuple(grades)}), language, *more)


def _rows(settlements: Mapping[DisabilityGrade, Settlement], language: Language) -> Iterator[Row]:
    """Yield a row for each benefit of each grade that has an amount."""
    for grade in sorted(settlements):
        for line in settlements[grade].lines:
            if line.amount is not None and line.amount > 0:
                yield {
                    "grade": int(grade),
                    "panel": _PANEL.say(language, benefit=line.benefit, rhythm=line.rhythm),
                    "amount": float(line.amount),
                    "told": f"{line.amount:,.0f}",
                    "is_fund": line.payer is not Payer.EMPLOYER,
                }
