"""The worked cases of wages, benefits, supervision and couriers, as the table has them."""

from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import Any, Final

import pytest

from gxinjury.errors import GxInjuryError
from gxinjury.explanations import Explanation
from gxinjury.findings import Finding
from gxinjury.money import to_fen
from tests.cases import rows
from tests.cases.calls import answer, findings

CASES: Final = rows("worked")
NAMED: Final = {
    *(f"W{number}" for number in range(1, 8)),
    *(f"B{number}" for number in range(1, 17)),
    *(f"C{number}" for number in (1, 2, 3, 4, 5, 7, 8)),
    *("X8", "X9"),
}


def told(outcome: Any, expected: Any) -> Any:  # noqa: ANN401  (any outcome, as TOML writes it)
    """Return of an outcome what the table expects of it, as the table writes it."""
    match expected:
        case dict() if isinstance(outcome, Finding):
            values = {"code": outcome.code, **dict(outcome.values)}
            return {name: told(values[name], one) for name, one in expected.items()}
        case dict():
            return {name: told(getattr(outcome, name), one) for name, one in expected.items()}
        case list():
            return [told(one, other) for one, other in zip(outcome, expected, strict=True)]
        case str() if isinstance(outcome, Decimal):
            return expected if outcome == Decimal(expected) else str(outcome)
        case str() if isinstance(outcome, Enum):
            return outcome.name
        case str():
            return "none" if outcome is None else str(outcome)
        case _:
            return outcome


@pytest.mark.clause(
    "ALLOWANCES-meals",
    "GX-3.2.2",
    "GX-3.3",
    "GX-4.1.2",
    "GZF62-retired",
    "GZF73-medical",
    "NN-5.2",
    "NN-6.4",
    "ORDER117-medical",
    "ORDER117-retirement",
    "REG-15.3",
    "REG-34",
    "REG-35",
    "REG-36",
    "REG-37",
    "REG-39",
    "REG-41",
    "REG-64",
    "RSF49-pooling",
    "RST101-licence",
    "RST101-papers",
    "RST101-premium",
    "RST101-receipt",
)
@pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
def test_answers_as_the_table(row: dict[str, Any]) -> None:
    """Each row gives its answer, and rests on its clause; or it is refused under it."""
    module, _, name = row["rule"].rpartition(".")
    rule = getattr(import_module(f"gxinjury.{module}"), name)
    given = answer(rule, row["facts"], row.get("readings", []))
    if "refused" in row:
        assert isinstance(given, GxInjuryError)
        assert (type(given).__name__, str(given.clause)) == (row["refused"], row["clause"])
        return
    assert isinstance(given, Explanation), f"refused: {given}"
    assert told(given.outcome, row["answer"]) == row["answer"]
    rests_on = [
        *given.clauses,
        getattr(given.outcome, "clause", None),
        *(one.clause for one in findings(given.outcome)),
    ]
    assert row["clause"] in map(str, rests_on)
    if "paid" in row:
        assert str(to_fen(given.outcome.amount)) == row["paid"]


def test_has_every_case() -> None:
    """None is left out; C6 is of a unit of money and no rule."""
    assert {row["id"].partition("-")[0] for row in CASES} == NAMED
