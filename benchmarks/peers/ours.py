"""Ours: the frames on the engines people have, and the rules one case at a time."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from tempfile import mkdtemp
from typing import Any, Final

import attrs
import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
from pyarrow import parquet
from pyspark.sql import SparkSession

from gxinjury.benefits import AverageWage, benefit_base
from gxinjury.construction import Contract, CoverState, SiteInjury, Standing, project_premium, standing
from gxinjury.determination import worker_deadline
from gxinjury.extra import frames
from gxinjury.law import LAW
from gxinjury.law.readings import WhoIsInProgress
from gxinjury.money import to_fen
from peers.cases import BASE, DEADLINE, PREMIUM, STANDING, Columns, written

AVERAGE: Final = AverageWage(107581, "on_post", 2022)
HAPPENED_AT: Final = datetime(2016, 5, 4, 1, 30, tzinfo=UTC)
CLAIMS: Final = (Standing.PROJECT_CLAIM.name, Standing.TREATED_AS_INSURED.name)
ANY_START: Final = LAW.reading(WhoIsInProgress.ANY)
"""Peers reduce every project in progress, and so are we asked to."""
ANSWERS: Final = {PREMIUM: "premium_fen", DEADLINE: "worker_deadline", STANDING: "standing", BASE: "base_fen"}


def as_arrow(columns: Columns) -> pa.Table:
    """Return the cases as a table of pyarrow."""
    happened = pa.array(np.full(len(columns["months"]), np.datetime64(HAPPENED_AT.replace(tzinfo=None), "us")))
    arrays = {name: pa.array(column) for name, column in columns.items()}
    return pa.table({**arrays, "happened_at": happened.cast(pa.timestamp("us", "UTC"))})


@attrs.frozen
class Frames:
    """The frames on an engine.

    Args:
        engine: Its name.
    """

    engine: str

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return f"gxinjury, {self.engine}"

    def prepared(self, columns: Columns) -> Any:  # noqa: ANN401  (a frame)
        """Return the cases as a frame of the engine."""
        table = as_arrow(columns)
        match self.engine:
            case "polars":
                return pl.from_arrow(table)
            case "pandas":
                frame = pd.DataFrame(dict(columns))
                return frame.assign(happened_at=pd.Timestamp(HAPPENED_AT))
            case "DuckDB":
                return _stored(table)
            case "Spark":
                return in_spark(table)
            case _:
                return table

    def ask(self, question: str, given: Any) -> Any:  # noqa: ANN401  (frames)
        """Answer a question; a relation of DuckDB or Spark is fetched."""
        match question:
            case "premium":
                found = frames.project_premium(given, law=ANY_START)
            case "deadline":
                found = frames.worker_deadline(given)
            case "standing":
                found = frames.standing(given, cover="covered")
            case _:
                found = frames.benefit_base(given, average=AVERAGE, injured_on="")
        if self.engine == "DuckDB":
            return found.select(ANSWERS[question]).to_arrow_table()
        return found.select(ANSWERS[question]).toArrow() if self.engine == "Spark" else found

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as whole numbers."""
        column = answer[ANSWERS[question]]
        if question == STANDING:
            values = column.to_pylist() if isinstance(column, pa.ChunkedArray) else column.to_list()
            return np.array([value in CLAIMS for value in values], np.int64)
        values = column.to_numpy()
        return written(values.astype("datetime64[D]")) if question == DEADLINE else values


def _stored(table: pa.Table) -> Any:  # noqa: ANN401  (a relation)
    connection = duckdb.connect()
    connection.from_arrow(table).create("cases")
    return connection.table("cases")


@cache
def _spark() -> SparkSession:
    return (
        SparkSession.builder.master("local[*]")
        .config("spark.driver.memory", "2g")
        .config("spark.driver.maxResultSize", "1g")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
        .getOrCreate()
    )


def in_spark(table: pa.Table) -> Any:  # noqa: ANN401  (a frame)
    """Return the cases as a frame of Spark that lies in its memory.

    By way of a file: Spark would compare the rows of what it was given row by row with each step of each plan.
    """
    path = f"{mkdtemp()}/cases.parquet"
    parquet.write_table(table, path)
    frame = _spark().read.parquet(path).cache()
    frame.count()
    return frame


@attrs.frozen
class Rules:
    """The rules, one case at a time."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return "gxinjury, row by row"

    def prepared(self, columns: Columns) -> Any:  # noqa: ANN401  (records)
        """Return the cases as rows of Python's values."""
        return as_arrow(columns).to_pylist()

    def ask(self, question: str, given: Any) -> list[int]:  # noqa: ANN401  (records)
        """Answer a question for each case, its record made and checked."""
        match question:
            case "premium":
                return [_premium(row) for row in given]
            case "deadline":
                return [_deadline(row) for row in given]
            case "standing":
                return [_claims(row) for row in given]
            case _:
                return [_base(row) for row in given]

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as they are."""
        del question
        return answer


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)


def _premium(row: dict[str, Any]) -> int:
    contract = Contract(_yuan(row["price_fen"]), row["commencement"], row["completion"])
    return int(project_premium(contract, paid_on=row["paid_on"], law=ANY_START).initial.amount.scaleb(2))


def _deadline(row: dict[str, Any]) -> int:
    last = worker_deadline(row["injured_on"]).raw
    return last.year * 10_000 + last.month * 100 + last.day


def _claims(row: dict[str, Any]) -> int:
    injury = SiteInjury(
        happened_at=row["happened_at"],
        work_cause=row["work_cause"],
        on_site=row["on_site"],
        enrolled=row["enrolled"],
        cover=CoverState.COVERED if row["covered"] else CoverState.NOT_COVERED,
    )
    return int(standing(injury).name in CLAIMS)


def _base(row: dict[str, Any]) -> int:
    wages: list[Decimal | int | str] = [_yuan(row["wages_fen"]), *[0] * 11]
    return int(to_fen(benefit_base(wages, average=AVERAGE).amount).scaleb(2))
