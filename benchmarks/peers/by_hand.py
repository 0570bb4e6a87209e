"""By hand: the four questions written out in numpy and in SQL, in whole fen, as a careful analyst would."""

from typing import Any, Final

import attrs
import duckdb
import numpy as np

from peers.cases import BASE, DEADLINE, HIGHEST, LOWEST, PREMIUM, STANDING, Columns, truth, written
from peers.ours import as_arrow, in_spark


@attrs.frozen
class Numpy:
    """numpy, by hand."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return "numpy by hand"

    def prepared(self, columns: Columns) -> Columns:
        """Return the cases as they are."""
        return columns

    def ask(self, question: str, given: Columns) -> Any:  # noqa: ANN401  (an array)
        """Answer a question."""
        match question:
            case "premium":
                start, end, paid = (given[one].astype(np.int64) for one in ("commencement", "completion", "paid_on"))
                whole = end - start + 1
                part = np.where(paid > start, end - paid + 1, whole)
                return (given["price_fen"] * 26 * part + 10_000 * whole) // (20_000 * whole)
            case "deadline":
                injured = given["injured_on"]
                month = injured.astype("datetime64[M]")
                next_year = month + 12
                last = (next_year + 1).astype("datetime64[D]") - 1
                return np.minimum(next_year.astype("datetime64[D]") + (injured - month.astype("datetime64[D]")), last)
            case "standing":
                return given["covered"] & given["work_cause"] & (given["enrolled"] | given["on_site"])
            case _:
                mean = np.clip(given["wages_fen"] * 120 // given["months"], LOWEST * 120, HIGHEST * 120)
                return (mean * 2 + 120) // 240

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as whole numbers."""
        return written(answer) if question == DEADLINE else answer.astype(np.int64)


_SQL: Final = {
    PREMIUM: """
        select (price_fen::hugeint * 26 * part + 10000 * whole) // (20000 * whole) as answer
        from (
            select price_fen, completion - commencement + 1 as whole,
                case when paid_on > commencement then completion - paid_on + 1
                else completion - commencement + 1 end as part
            from cases
        )""",
    DEADLINE: "select cast(injured_on + interval 1 year as date) as answer from cases",
    STANDING: "select covered and work_cause and (enrolled or on_site) as answer from cases",
    BASE: f"""
        select (2 * greatest(least(wages_fen * 120 // months, {HIGHEST * 120}), {LOWEST * 120}) + 120) // 240 as answer
        from cases""",  # noqa: S608  (numbers of our own)
}


@attrs.frozen
class Sql:
    """SQL on DuckDB, by hand."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return "SQL by hand, DuckDB"

    def prepared(self, columns: Columns) -> duckdb.DuckDBPyConnection:
        """Return a connection that holds the cases."""
        connection = duckdb.connect()
        connection.from_arrow(as_arrow(columns)).create("cases")
        return connection

    def ask(self, question: str, given: duckdb.DuckDBPyConnection) -> Any:  # noqa: ANN401  (a table)
        """Answer a question."""
        return given.sql(_SQL[question]).to_arrow_table()

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as whole numbers."""
        values = answer["answer"].to_numpy()
        return written(values.astype("datetime64[D]")) if question == DEADLINE else values.astype(np.int64)


_SPARK_SQL: Final = {
    PREMIUM: """
        select (price_fen * 26 * part + 10000 * whole) div (20000 * whole) as answer
        from (
            select price_fen, datediff(completion, commencement) + 1 as whole,
                case when paid_on > commencement then datediff(completion, paid_on) + 1
                else datediff(completion, commencement) + 1 end as part
            from {cases}
        )""",
    DEADLINE: "select add_months(injured_on, 12) as answer from {cases}",
    STANDING: "select covered and work_cause and (enrolled or on_site) as answer from {cases}",
    BASE: f"""
        select (2 * greatest(least(wages_fen * 120 div months, {HIGHEST * 120}), {LOWEST * 120}) + 120) div 240
            as answer
        from {{cases}}""",  # noqa: S608  (numbers of our own)
}


@attrs.frozen
class SparkSql:
    """SQL on Spark, by hand."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return "SQL by hand, Spark"

    def prepared(self, columns: Columns) -> Any:  # noqa: ANN401  (a frame)
        """Return the cases as a frame of Spark."""
        return in_spark(as_arrow(columns))

    def ask(self, question: str, given: Any) -> Any:  # noqa: ANN401  (a table)
        """Answer a question."""
        return given.sparkSession.sql(_SPARK_SQL[question], cases=given).toArrow()

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as whole numbers."""
        values = answer["answer"].to_numpy()
        return written(values.astype("datetime64[D]")) if question == DEADLINE else values.astype(np.int64)


def check(columns: Columns, rules: Any) -> None:  # noqa: ANN401  (the rules)
    """Stop where the right answers are not those of the rules."""
    right = truth(columns)
    for question in (PREMIUM, DEADLINE, STANDING, BASE):
        if list(right[question]) != rules.ask(question, rules.prepared(columns)):
            raise SystemExit(f"the right answers on {question} are not those of the rules")
