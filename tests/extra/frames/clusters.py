"""What is asked of a cluster by a process of its own, which is told ``dask``, or ``spark`` and the master's address."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any, Final

from gxinjury.extra import frames
from gxinjury.extra.samples import sample_projects
from gxinjury.law import LAW
from gxinjury.law.readings import ElapsedTime
from gxinjury.reforms import Reform
from tests.extra.frames.engines import Kinds, Row, pandas_nullable, polars_eager

KINDS: Final[Kinds] = {
    "project": "text",
    "district": "text",
    "price_yuan": "yuan",
    "commencement": "day",
    "completion": "day",
    "paid_on": "day",
}
INJURED: Final[Kinds] = {"case": "text", "injured_on": "day", "wage_yuan": "yuan", "grade": "whole", "graded_on": "day"}
CUT: Final = Reform("降费").figure("project_premium_rate", "1.0‰", since=date(2016, 1, 1))
MORE: Final = Reform("提高").figure("light_subsidy_months", {7: 14, 8: 12, 9: 10, 10: 8}, since=date(2016, 1, 1))
REFORMED: Final = LAW.under(CUT & MORE).reading(ElapsedTime.MONTHS)


def projects() -> list[Row]:
    """Projects with their hard cases."""
    drawn = sample_projects(100, 3)
    return [{name: drawn[name][place] for name in KINDS} for place in range(100)]


def injured() -> list[Row]:
    """Injuries, one of which is refused."""
    days = {"injured_on": date(2016, 3, 1), "graded_on": date(2016, 8, 20)}
    return [{"case": f"{grade:02}", "wage_yuan": None, "grade": grade, **days} for grade in range(5, 12)]


def answers(made: Callable[[Sequence[Row], Kinds], Any], fetched: Callable[[Any], list[Row]]) -> dict[str, Any]:
    """What an engine answers: premiums, lines and a study, under a law that departs from the law."""
    population = made(projects(), KINDS)
    paid = frames.project_premium(population, on_invalid="flag", stale=True, law=REFORMED)
    rows = [row | {"wage_yuan": Decimal(5000 + row["grade"])} for row in injured()]
    lines = frames.settle_injury(made(rows, INJURED), key="case", on_invalid="flag", law=REFORMED)
    studied = frames.study(frames.project_premium, population, {"now": LAW, "cut": CUT}, tenths=False, hits=0)
    told = (
        [str(row[name]) for name in ("project", "premium_fen", frames.REASON, frames.STALE)] for row in fetched(paid)
    )
    settled = (
        [str(row[name]) for name in ("case", "line", "benefit", "amount_fen", "payer")] for row in fetched(lines)
    )
    return {
        "premiums": sorted([_plain(cell) for cell in row] for row in told),
        "lines": sorted([_plain(cell) for cell in row] for row in settled),
        "study": [str(one) for one in (*studied.totals, *studied.changes)],
    }


def _plain(cell: str) -> str:
    return "None" if cell in {"nan", "<NA>", "NaN"} else cell.removesuffix(".0")


def on_polars() -> dict[str, Any]:
    """What polars answers, whose rows are compared with the rules elsewhere."""
    return answers(polars_eager, lambda frame: frame.to_dicts())


def on_dask() -> dict[str, Any]:
    """What Dask answers on a scheduler with two workers, each a process of its own."""
    dask, distributed = import_module("dask.dataframe"), import_module("distributed")

    def made(rows: Sequence[Row], kinds: Kinds) -> Any:  # noqa: ANN401  (a frame of Dask)
        import pandas as pd
        import pyarrow as pa

        exact = {name: pd.ArrowDtype(pa.decimal128(20, 2)) for name, kind in kinds.items() if kind == "yuan"}
        return dask.from_pandas(pandas_nullable(rows, kinds).astype(exact), npartitions=4)

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, protocol="tcp://"
        ) as cluster,
        distributed.Client(cluster),
    ):
        return answers(made, lambda frame: frame.compute().to_dict("records"))


def on_spark(master: str) -> dict[str, Any]:
    """What Spark answers on a standalone master, over two workers."""
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master(master)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.executor.memory", "512m")
        .config("spark.executor.cores", "1")
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.python.sql.dataFrameDebugging.enabled", "false")
        .getOrCreate()
    )
    types = {"text": "string", "yuan": "decimal(20,2)", "day": "date", "whole": "bigint"}

    def made(rows: Sequence[Row], kinds: Kinds) -> Any:  # noqa: ANN401  (a frame of Spark)
        schema = ", ".join(f"`{name}` {types[kind]}" for name, kind in kinds.items())
        from decimal import Decimal

        data = [
            tuple(
                Decimal(row[name]) if kinds[name] == "yuan" and row[name] is not None else row[name] for name in kinds
            )
            for row in rows
        ]
        return session.createDataFrame(data, schema).repartition(2)

    try:
        return answers(made, lambda frame: [row.asDict() for row in frame.collect()])
    finally:
        session.stop()


if __name__ == "__main__":
    found = on_dask() if sys.argv[1] == "dask" else on_spark(sys.argv[2])
    sys.stdout.write(f"\n{json.dumps(found)}\n")
