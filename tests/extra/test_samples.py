"""Samples are the same everywhere, hold exactly the shares they tell, and mean what their kinds say to the rules."""

import warnings
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Final

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from gxinjury.benefits import AverageSeries
from gxinjury.errors import InvalidFactError, StaleFigureWarning
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON
from gxinjury.extra.samples import SHARES, sample_injuries, sample_projects, sample_reports, sample_workers

SAMPLES: Final[dict[str, Callable[..., Any]]] = {
    "projects": sample_projects,
    "workers": sample_workers,
    "injuries": sample_injuries,
    "reports": sample_reports,
}
DIGESTS: Final = {
    "projects": "4691af21293d1e0b",
    "workers": "db434dcde8e3ec84",
    "injuries": "4bb9d718713cb68e",
    "reports": "fb7ffa948ca59aec",
}
ACROSS: Final = {"bid", "extended", "started_late", "ended"}
every_sample = pytest.mark.parametrize("name", SAMPLES)


@every_sample
def test_the_same_rows_on_any_platform(name: str) -> None:
    """What was drawn once is drawn again, by any version of Python: the digest of 250 rows is written down."""
    drawn = SAMPLES[name](250, 7)
    told = "\n".join(f"{column} {[str(value) for value in values]}" for column, values in drawn.items())
    assert sha256(told.encode()).hexdigest()[:16] == DIGESTS[name]


@every_sample
def test_a_longer_sample_begins_with_the_shorter_one(name: str) -> None:
    """More rows change none; another seed changes them."""
    short, long = SAMPLES[name](130, 3), SAMPLES[name](430, 3)
    assert {column: values[:130] for column, values in long.items()} == short
    assert SAMPLES[name](130, 4) != short
    assert all(values == [] for values in SAMPLES[name](0).values())


@every_sample
def test_shares_are_exact(name: str) -> None:
    """Of each hundred rows as many are of a kind as is told."""
    drawn = SAMPLES[name](300, 1)
    shares = {kind: share for kind, share in SHARES[name].items() if kind not in ACROSS}
    assert sum(shares.values()) == 100
    for first in (0, 100, 200):
        assert Counter(drawn["kind"][first : first + 100]) == shares


@every_sample
@pytest.mark.parametrize(
    ("engine", "kind"), [("pandas", pd.DataFrame), ("polars", pl.DataFrame), ("pyarrow", pa.Table)]
)
def test_frames(name: str, engine: str, kind: type[Any]) -> None:
    """A frame holds what the columns hold, amounts exact and days as days."""
    frame = SAMPLES[name](100, 2, engine=engine)
    assert isinstance(frame, kind)
    columns = SAMPLES[name](100, 2)
    if engine == "pandas":
        plain = {column: [None if pd.isna(one) else one for one in frame[column]] for column in frame}
    else:
        plain = frame.to_pydict() if engine == "pyarrow" else frame.to_dict(as_series=False)
    for column, values in columns.items():
        assert plain[column] == [
            pd.Timestamp(one) if engine == "pandas" and type(one) is date else one for one in values
        ]


def test_no_such_sample() -> None:
    """Numbers of rows and seeds are whole numbers from zero; an engine is one of four."""
    with pytest.raises(InvalidFactError, match="n must be"):
        sample_projects(-1)
    with pytest.raises(InvalidFactError, match="seed must be"):
        sample_workers(1, 1.5)  # type: ignore[arg-type]
    with pytest.raises(InvalidFactError, match="engine must be one of"):
        sample_reports(1, engine="duckdb")  # type: ignore[arg-type]


def test_projects_mean_what_they_say() -> None:
    """Every kind is answered or refused as its name has it."""
    drawn = sample_projects(1000, 5, engine="polars")
    asked = frames.project_premium(drawn, started_on="", bid_price="", on_invalid="flag").rows(named=True)
    for row in asked:
        kind, fen, price = row["kind"], row["premium_fen"], row["price_yuan"]
        reasons = {"after_term": "paid_after_term", "no_figure": "not_in_force"}
        assert row[REASON] == reasons.get(kind), row
        assert (fen is None) == (kind in {*reasons, "no_price", "no_completion", "not_paid"}), row
        if kind == "half_fen":
            assert price * 13 % 100 == 50, row
        if fen is not None:
            whole = price * 13 / 100
            assert (fen < whole - 1) == (kind == "in_progress"), row
        if kind == "paid_late":
            assert date(2015, 1, 1) <= row["commencement"] < row["paid_on"], row
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", StaleFigureWarning)
        frames.project_premium(drawn.filter(pl.col("kind") == "in_time"))
        assert told == []
        frames.project_premium(drawn.filter(pl.col("kind") == "stale"))
        assert len(told) == 1
    assert sum(one is not None for one in drawn["bid_price_yuan"]) == 150
    started = drawn.filter(pl.col("started_on").is_not_null())
    assert len(started) == 100
    assert (started["started_on"] > started["commencement"]).all()
    extended = drawn.filter(pl.col("completion") > pl.col("contracted_completion"))
    assert 70 <= len(extended) <= 80
    assert (drawn["contracted_completion"] > drawn["commencement"]).drop_nulls().all()


def test_workers_mean_what_they_say() -> None:
    """Wages lie below, between or above the limits; grades and what hangs on them go together."""
    drawn = sample_workers(1000, 5, engine="polars")
    based = frames.benefit_base(drawn, average=AverageSeries.ON_POST, on_invalid="flag").rows(named=True)
    origins = {"low": "RAISED", "high": "CUT", "no_wage": "AVERAGE_WAGE", "no_average": None, "before_2011": None}
    for row in based:
        assert row["base_origin"] == origins.get(row["kind"], "OWN_WAGE"), row
        assert (row[REASON] is not None) == (row["kind"] in {"no_average", "before_2011"}), row
        assert (row["grade"] is None) == (row["kind"] == "no_grade"), row
        assert (row["dependency"] is not None) == ((row["grade"] or 10) <= 4), row
        together = {row["ended_on"] is None, row["ground"] is None, row["wage_at_termination_yuan"] is None}
        assert len(together) == 1, row
        if row["ended_on"] is not None:
            assert row["grade"] >= 5, row
            assert row["ended_on"] > row["injured_on"], row


def test_injuries_mean_what_they_say() -> None:
    """Each kind has its standing, on both sides of the 48th hour."""
    stood = {
        "enrolled": "PROJECT_CLAIM",
        "unlisted_on_site": "TREATED_AS_INSURED",
        "off_site_reported": "PENDING_VERIFICATION",
        "off_site_at_limit": "PENDING_VERIFICATION",
        "off_site_late": "UNSETTLED",
        "not_reported": "UNSETTLED",
        "not_covered": "NOT_INSURED",
        "cover_unsettled": "UNSETTLED",
        "no_work_cause": "NOT_INSURED",
        "cause_unknown": None,
    }
    drawn = sample_injuries(1000, 5, engine="polars")
    for row in frames.standing(drawn).rows(named=True):
        assert row["standing"] == stood[row["kind"]], row
    assert sum(one is not None for one in drawn["extension_days"]) == 60
    assert frames.employer_deadline(drawn)["employer_deadline"].null_count() == 0


def test_reports_mean_what_they_say() -> None:
    """A worker is added, then taken off; the report comes when its kind says."""
    drawn = sample_reports(1001, 5)
    rows = [dict(zip(drawn, one, strict=True)) for one in zip(*drawn.values(), strict=True)]
    for added, removed in zip(rows[::2], rows[1::2], strict=False):
        assert added["worker"] == removed["worker"]
        assert (added["change"], removed["change"]) == ("ADD", "REMOVE")
        assert added["paid_on"] == removed["paid_on"] <= added["reported_on"] + timedelta(days=15)
        assert added["reported_on"] < removed["reported_on"]
        assert removed["monthly_wage_yuan"] is None
        assert (added["monthly_wage_yuan"] is None) == (added["kind"] == "no_wage")
    for row in rows:
        if row["happened_on"] is None:
            assert row["kind"] == "no_day"
            continue
        lag = (row["reported_on"] - row["happened_on"]).days
        least, most = {"ahead": (-15, -2), "late": (2, 30)}.get(row["kind"], (-1, 0))
        assert least <= lag <= most, row
