"""A frame in parts that lie elsewhere: each is asked, summed and settled by itself, and they come to one answer."""

import warnings
from datetime import date
from decimal import Decimal
from typing import Any, Final

import narwhals as nw
import polars as pl
import pytest

from gxinjury.errors import InvalidFactError, OutOfScopeError, StaleFigureWarning
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON, STALE, _population
from gxinjury.law import LAW
from gxinjury.law.readings import ElapsedTime, Reduction
from gxinjury.reforms import Reform
from tests.extra.frames.engines import Kinds, Row, as_rows, dask, polars_eager

PROJECT: Final[Kinds] = {"price_fen": "whole", "commencement": "day", "completion": "day", "paid_on": "day"}
GOOD: Final[Row] = {
    "price_fen": 10_000_000_000,
    "commencement": date(2014, 7, 1),
    "completion": date(2016, 6, 30),
    "paid_on": date(2016, 2, 1),
}
CUT: Final = Reform("降费").figure("project_premium_rate", "1.0‰", since=date(2016, 1, 1))


def parts(*rows: Row) -> Any:  # noqa: ANN401  (Dask ships no types)
    """Rows in two parts."""
    return dask(rows, PROJECT)


def test_rows_are_numbered_through() -> None:
    """In whichever part they are; only those of one part are named together."""
    bad = GOOD | {"price_fen": 0}
    for rows, told in (
        ((bad, GOOD, bad, GOOD, bad, GOOD), "0, 2"),
        ((GOOD, GOOD, GOOD, GOOD, bad, bad), "4, 5"),
    ):
        with pytest.raises(InvalidFactError, match=rf"price must be above zero \(row {told}\), got 0"):
            frames.project_premium(parts(*rows), collect=True)


def test_what_is_told_and_when() -> None:
    """Flagged unless it is looked at; nothing is looked at, warned of or worked out unasked."""
    late = GOOD | {"paid_on": date(2020, 6, 1), "completion": date(2021, 1, 1)}
    worked_out: list[int] = []

    def seen(part: Any) -> Any:  # noqa: ANN401  (a pandas frame)
        worked_out.append(len(part))
        return part

    plain = parts(GOOD, GOOD | {"price_fen": None}, late, late)
    frame = plain.map_partitions(seen, meta=plain._meta)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", StaleFigureWarning)
        unasked = frames.project_premium(frame)
        assert (caught, worked_out) == ([], [])
        looked_at = frames.project_premium(frame, collect=True)
    assert [str(one.message)[:41] for one in caught] == ["rate of the project premium was verified "]
    assert list(unasked.columns)[-2:] == ["premium_fen", REASON]
    assert list(looked_at.columns)[-1] == "premium_fen"
    assert str(unasked.dtypes["premium_fen"]) == str(looked_at.dtypes["premium_fen"]) == "Int64"
    assert [one["premium_fen"] for one in as_rows(looked_at)] == [2_685_363, None, 1_175_852, 1_175_852]
    flagged = as_rows(frames.project_premium(parts(GOOD, GOOD | {"price_fen": 0}), on_invalid="flag"))
    assert [one[REASON] for one in flagged] == [None, "not_positive"]
    marked = as_rows(frames.project_premium(frame, on_invalid="flag", stale=True))
    assert [one[STALE] is not None for one in marked] == [False, False, True, True]
    for asked, words in (({"on_invalid": "raise"}, "needs consent"), ({"suffix": 1}, "suffix must")):
        with pytest.raises(InvalidFactError, match=words):
            frames.project_premium(frame, **asked)
    both = frames.project_premium(frame, readings=[ElapsedTime.DAYS, ElapsedTime.MONTHS])
    assert [one["premium_fen_months"] for one in as_rows(both)][:2] == [2_708_333, None]


def test_in_yuan() -> None:
    """Decimals, of the columns that are named."""
    frame = parts(GOOD, GOOD)
    for asked in ((), ("price_fen",)):
        shown = frames.in_yuan(frame, *asked)
        assert list(shown.columns)[-1] == "price_yuan"
        assert [one["price_yuan"] for one in as_rows(shown)] == [Decimal("100000000.00")] * 2
    with pytest.raises(InvalidFactError, match="must name a column"):
        frames.in_yuan(frame, "due_fen")


def test_settled() -> None:
    """The lines of each part; what a frame of lines is like is told before."""
    kinds: Kinds = {"case": "text", "injured_on": "day", "wage_fen": "whole", "grade": "whole", "graded_on": "day"}
    injured = {"injured_on": date(2016, 3, 1), "wage_fen": 690_500, "graded_on": date(2016, 11, 20)}
    found = frames.settle_injury(
        dask([{**injured, "case": case, "grade": 7} for case in "ab"], kinds), key="case", on_invalid="flag"
    )
    whole = frames.settle_injury(
        polars_eager([{**injured, "case": case, "grade": 7} for case in "ab"], kinds), key="case", on_invalid="flag"
    )
    assert list(found.columns) == whole.columns
    lines = found.compute()
    assert [*zip(lines["case"], lines["line"], lines["benefit"], strict=True)] == [
        *whole.select("case", "line", "benefit").iter_rows()
    ]
    with pytest.raises(InvalidFactError, match="key must name a column"):
        frames.settle_injury(parts(GOOD, GOOD), key="case")


def test_studied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sums, groups by year, tenths and rows hit hardest are those of one frame."""
    rows = [GOOD | {"price_fen": 10**7 * one, "paid_on": date(2014 + one % 4, 3, 1)} for one in range(1, 13)]
    asked: dict[str, Any] = {"laws": {"now": LAW, "cut": CUT}, "by": "paid_on", "parts": [CUT]}
    found, whole = (frames.study(frames.project_premium, made(rows, PROJECT), **asked) for made in (dask, polars_eager))
    for table in (
        "question",
        "amount",
        "laws",
        "totals",
        "groups",
        "changes",
        "group_changes",
        "tenths",
        "attribution",
    ):
        assert getattr(found, table) == getattr(whole, table)
    assert len(whole.tenths) == 10
    assert [(one.change, one.row["price_fen"]) for one in found.hits] == [
        (one.change, one.row["price_fen"]) for one in whole.hits
    ]
    # What no part could be asked is told before one of them is worked out.
    monkeypatch.setattr(_population.Parts, "each", None)
    with pytest.raises(OutOfScopeError, match="NETTED"):
        frames.study(frames.supplementary_premium, parts(GOOD), {"now": LAW.reading(Reduction.NETTED)})


def test_a_long_frame_is_studied_some_rows_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes to the same, whichever rows are asked together; of rows that change alike the first come first."""
    rows = [GOOD | {"price_fen": 10**9 * (one % 5 + 1), "paid_on": date(2014 + one % 4, 3, 1)} for one in range(24)]
    asked: dict[str, Any] = {"laws": {"now": LAW, "cut": CUT}, "by": "paid_on", "parts": [CUT], "hits": 6}
    frame = polars_eager([row | {"commencement": None} if at % 7 == 5 else row for at, row in enumerate(rows)], PROJECT)
    whole = frames.study(frames.project_premium, frame.reverse(), **asked)
    monkeypatch.setattr(_population, "_ROWS_AT_A_TIME", 2)
    assert frames.study(frames.project_premium, frame.reverse(), **asked) == whole


@pytest.mark.parametrize(("rows", "pieces"), [(5, [2, 2, 1]), (4, [2, 2]), (1, [1]), (0, [0])])
def test_no_more_rows_at_a_time_than_memory_holds(
    monkeypatch: pytest.MonkeyPatch, rows: int, pieces: list[int]
) -> None:
    """They are asked, and summed, piece by piece; a plan is one."""
    monkeypatch.setattr(_population, "_ROWS_AT_A_TIME", 2)
    asked: list[int | None] = []

    def question(frame: Any, **how: Any) -> Any:  # noqa: ANN401  (a frame, and how it is asked)
        asked.append(len(frame) if isinstance(frame, pl.DataFrame) else None)
        return frames.project_premium(frame, **how)

    frame = polars_eager([GOOD] * rows, PROJECT)
    frames.study(question, frame, {"now": LAW}, hits=0)
    assert asked == pieces
    assert [*_population.each(nw.from_native(frame), len)] == pieces
    asked.clear()
    frames.study(question, frame.lazy(), {"now": LAW}, hits=0)
    assert asked == [None]
