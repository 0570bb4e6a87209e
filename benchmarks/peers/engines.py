"""Rule engines that take one case at a time: zen-engine's expressions, and JSON logic."""

from typing import Any, Final

import attrs
import zen
from json_logic import jsonLogic

from peers.cases import BASE, DEADLINE, HIGHEST, LOWEST, PREMIUM, STANDING, Columns, part_and_whole, written

_EXPRESSIONS: Final = {
    # Whole fen, as by hand.
    PREMIUM: "floor((price_fen * 26 * part + 10000 * whole) / (20000 * whole))",
    DEADLINE: "injured % 10000 == 229 ? injured + 9999 : injured + 10000",
    STANDING: "covered and work_cause and (enrolled or on_site)",
    BASE: f"floor((2 * min([max([wages_fen * 10, {LOWEST * 120}]), {HIGHEST * 120}]) + 120) / 240)",
}
_COMPILED: Final = {question: zen.compile_expression(text) for question, text in _EXPRESSIONS.items()}


def _var(name: str) -> dict[str, str]:
    return {"var": name}


def _floored(numerator: Any, denominator: Any) -> dict[str, Any]:  # noqa: ANN401  (rules of JSON logic)
    """Return a quotient without its rest, for JSON logic has no floor."""
    return {"/": [{"-": [numerator, {"%": [numerator, denominator]}]}, denominator]}


_RULES: Final[dict[str, Any]] = {
    PREMIUM: _floored(
        {"+": [{"*": [_var("price_fen"), 26, _var("part")]}, {"*": [10000, _var("whole")]}]},
        {"*": [20000, _var("whole")]},
    ),
    DEADLINE: {
        "if": [
            {"==": [{"%": [_var("injured"), 10000]}, 229]},
            {"+": [_var("injured"), 9999]},
            {"+": [_var("injured"), 10000]},
        ]
    },
    STANDING: {"and": [_var("covered"), _var("work_cause"), {"or": [_var("enrolled"), _var("on_site")]}]},
    BASE: _floored(
        {"+": [{"*": [2, {"min": [{"max": [{"*": [_var("wages_fen"), 10]}, LOWEST * 120]}, HIGHEST * 120]}]}, 120]}, 240
    ),
}


def _rows(columns: Columns) -> list[dict[str, Any]]:
    part, whole = part_and_whole(columns)
    kept = {name: columns[name] for name in ("price_fen", "wages_fen", "covered", "enrolled", "work_cause", "on_site")}
    told = {**kept, "part": part, "whole": whole, "injured": written(columns["injured_on"])}
    lists = {name: column.tolist() for name, column in told.items()}
    return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]


@attrs.frozen
class Zen:
    """zen-engine: expressions compiled once."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return "zen-engine"

    def prepared(self, columns: Columns) -> Any:  # noqa: ANN401  (rows)
        """Return the cases as dictionaries."""
        return _rows(columns)

    def ask(self, question: str, given: Any) -> list[Any]:  # noqa: ANN401  (rows)
        """Answer a question case by case."""
        evaluate = _COMPILED[question].evaluate
        return [evaluate(row) for row in given]

    def told(self, question: str, answer: Any) -> list[int]:  # noqa: ANN401  (a list)
        """Return the answers as whole numbers."""
        del question
        return [int(one) for one in answer]


@attrs.frozen
class JsonLogic:
    """JSON logic, as maykin-json-logic-py has it."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return "JSON logic"

    def prepared(self, columns: Columns) -> Any:  # noqa: ANN401  (rows)
        """Return the cases as dictionaries."""
        return _rows(columns)

    def ask(self, question: str, given: Any) -> list[Any]:  # noqa: ANN401  (rows)
        """Answer a question case by case."""
        logic = _RULES[question]
        return [jsonLogic(logic, row) for row in given]

    def told(self, question: str, answer: Any) -> list[int]:  # noqa: ANN401  (a list)
        """Return the answers as whole numbers."""
        del question
        return [int(one) for one in answer]
