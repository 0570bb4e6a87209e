"""The chart of tenths (十等分组图): what laws change for a population, from the smallest amounts to the largest."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import altair as alt

from gxinjury.citations import Clause
from gxinjury.extra.charts import _canvas as canvas
from gxinjury.extra.charts._canvas import Chart, Row
from gxinjury.texts import Language, Text

if TYPE_CHECKING:  # a study needs what the extra frames installs, which a chart does not
    from gxinjury.extra.frames.studies import Study

__all__ = ["decile_chart"]

_TITLE: Final = Text(zh="各十等分组的增减幅度（与“{base}”相比）", en="Change by tenth, against: {base}")
_ALT: Final = Text(
    zh="柱形图：按“{base}”下的金额由小到大分为十组，各组在 {laws} 下的增减幅度（%）。",
    en="Bars: rows in ten groups by the amount under {base}, smallest first; change in per cent under {laws}.",
)
_TENTH: Final = Text(zh="十等分组（1 为金额最小的一组）", en="tenth of the rows (1: the smallest amounts)")
_SHARE: Final = Text(zh="增减幅度（%）", en="change (%)")
_LABELS: Final = Text(zh="柱上数字：每行平均增减（元）", en="at the bars: mean change a row, in yuan")


def decile_chart(study: "Study", language: Language = "en", *, clauses: Iterable[Clause] = ()) -> Chart:
    """Return by how much laws change the amounts of each tenth of a population, a panel a law.

    A chart is not money: its data are floats, made of the exact shares at the edge.

    Args:
        study: What ``study`` found, with its tenths.
        language: The language.
        clauses: What the question rests on.

    Raises:
        InvalidFactError: It has no tenths, or more than six laws.
    """
    rows = [*_rows(study, language)]
    canvas.some("decile_chart", "study", rows)
    panels = list(dict.fromkeys(row["law"] for row in rows))
    canvas.few("decile_chart", "study", panels)
    widest = [0.0, *(row["percent"] for row in rows)]
    room = (max(widest) - min(widest)) / 6 or 1.0  # for the numbers at the bars
    scale = alt.Scale(domain=[min(widest) - room, max(widest) + room], nice=False)
    base = alt.Chart().encode(
        x=alt.X("tenth:O", title=_TENTH.say(language), axis=alt.Axis(labelAngle=0)),
        y=alt.Y(
            "percent:Q", title=_SHARE.say(language), scale=scale, axis=alt.Axis(labelExpr=canvas.SIGNED, tickCount=5)
        ),
    )
    layers = [
        base.mark_bar(color=canvas.INK, width=26),
        base.transform_filter(alt.datum.percent >= 0).mark_text(dy=-7, fontSize=9).encode(text="told:N"),
        base.transform_filter(alt.datum.percent < 0).mark_text(dy=8, fontSize=9).encode(text="told:N"),
    ]
    header = alt.Header(labelAnchor="start", labelLimit=0)
    chart: Chart = (
        alt.layer(*layers, data=canvas.data_of(rows))
        .properties(width=canvas.WIDTH, height=150)
        .facet(facet=alt.Facet("law:N", sort=panels, title=None, header=header), columns=1)
        .resolve_axis(x="independent")
    )
    named = {"base": canvas.said(study.laws[0], language), "laws": tuple(panels)}
    more = _LABELS.say(language)
    return canvas.finished(chart, _TITLE.filled(named), clauses, _ALT.filled(named), language, more)


def _rows(study: "Study", language: Language) -> Iterator[Row]:
    """Yield a row for each tenth under each law; one in which no row is compared has no bar."""
    for one in study.tenths:
        told = "" if one.mean is None else f"{one.mean:+,.0f}" if abs(one.mean) >= 1 else f"{one.mean:+,.2f}"
        yield {
            "law": canvas.said(one.law, language),
            "tenth": one.tenth,
            "percent": 0.0 if one.share is None else float(one.share.fraction * 100),
            "told": told,
        }
