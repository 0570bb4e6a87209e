"""A long polars frame (polars 长表): polars is best when it sees all steps of a question at once.

To make the plan takes some ten milliseconds, which only a long frame is worth.
"""

from collections.abc import Sequence
from typing import Any, Final

import attrs
import narwhals as nw

from gxinjury.extra.frames.at_hand import ANSWERED, everywhere
from gxinjury.extra.frames.planned import PREFIX, Plan
from gxinjury.extra.frames.sheets import Output, Refusal, Sheet, Work, why

_BAD: Final = f"{PREFIX}bad"


@attrs.frozen
class Worked:
    """What a question found in a polars frame.

    Args:
        columns: The columns of the answer, by name.
        why: For each row, the place of the refusal that holds in it, or -1.
        refusals: For what rows are refused.
        stale: The figures past the day they were verified through that an answered row rests on.
    """

    columns: dict[str, nw.Series[Any]]
    why: Any
    refusals: Sequence[Refusal]
    stale: Sequence[str]


def work_out_at_once(table: nw.DataFrame[Any], question: str, work: Work, *, floats: bool, warns: bool) -> Worked:
    """Put a question to all rows of a polars frame."""
    plan = Plan(table.lazy())
    sheet = Sheet(question, plan, floats=floats, warns=warns)
    outputs = work(sheet)
    written = {name: plan.written(sheet, _numbered(output)) for name, output in outputs.items()}
    stale = {f"{PREFIX}{place}": when.held for place, (_, when) in enumerate(sheet.stale)}
    worked = plan.table.select(**written, **stale, **{_BAD: sheet.bad.held}).collect()
    refused: Any = everywhere(ANSWERED, len(worked))
    if worked[_BAD].any():
        refused = plan.table.select(why=why(sheet).held).collect()["why"].to_numpy()
    return Worked(
        {name: _told(worked[name], output) for name, output in outputs.items()},
        refused,
        sheet.refusals,
        [text for place, (text, _) in enumerate(sheet.stale) if worked[f"{PREFIX}{place}"].any()],
    )


def _numbered(output: Output) -> Output:
    """Return a text as the number of its place: looked up at the end, texts are copied once."""
    return attrs.evolve(output, kind="number") if output.kind == "text" else output


def _told(series: nw.Series[Any], output: Output) -> nw.Series[Any]:
    if output.kind != "text":
        return series
    places = series.fill_null(len(output.names)).to_numpy()
    return nw.new_series(series.name, [*output.names, None], nw.String, backend="polars")[places]
