"""Which clause each rule, finding, refusal, caution, duty and reading cites, against tables written by hand.

A table a room, in ``tests/cases/citations``. What a room has and its table does not tell of is named by a failing test,
and so is what the table has too many. ``reached`` are questions that bring about a finding, a refusal or a caution on
purpose, so that its clause and its values are seen in an answer: ``rule`` is asked ``facts``, put into those of the
``settings`` that it is ``like``, under the figures of a ``reform`` if it names some. Each code is reached so.
"""

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from inspect import isfunction
from pathlib import Path
from typing import Any, Final

import pytest

from gxinjury import LAW, errors
from gxinjury.construction import obligations
from gxinjury.construction.duties import Duty
from gxinjury.errors import GxInjuryError
from gxinjury.explanations import Explanation, clause_of
from gxinjury.extra.cases.reading import read_case
from gxinjury.law import readings
from gxinjury.statutes import Reading
from gxinjury.texts import Text
from tests.cases.calls import answer, findings, merged
from tests.words_check import codes_of

FOLDER: Final = Path(__file__).parents[1] / "cases" / "citations"
TABLES: Final[dict[str, dict[str, Any]]] = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))
}
KINDS: Final[dict[str, type[Reading]]] = {
    name: getattr(readings, name) for name in readings.__all__ if getattr(readings, name) is not Reading
}
ROOMS: Final = ["benefits", "construction", "couriers", "determination", "law"]

KINDS_OF_WORDS: Final = {"finds": "findings", "refuses": "refusals", "warns": "cautions"}

every_room = pytest.mark.parametrize("room", ROOMS)


def modules(room: str) -> Iterator[Any]:
    """Yield the modules of a room."""
    package = importlib.import_module(f"gxinjury.{room}")
    yield package
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(one.name)


def rules(room: str) -> dict[str, Any]:
    """Return the rules of a room by module and name."""
    return {
        f"{module.__name__.removeprefix(f'gxinjury.{room}.')}.{name}": function
        for module in modules(room)
        for name, function in vars(module).items()
        if isfunction(function) and clause_of(function) is not None and function.__module__ == module.__name__
    }


def words(room: str, kind: str) -> dict[str, Text]:
    """Return the words of a room's findings, refusals or cautions by their code; the law's are those of its figures."""
    return codes_of("gxinjury.law.figures" if room == "law" else f"gxinjury.{room}", kind.capitalize())


def reached(room: str) -> list[dict[str, Any]]:
    """Return the questions of a room."""
    asked: list[dict[str, Any]] = TABLES[room].get("reached", [])
    return asked


def difference(told: Any, there: Any) -> dict[str, list[str]]:  # noqa: ANN401  (sets, tables, lists)
    """Return what a table lacks, and what it has too many."""
    return {"missing": sorted(set(there) - set(told)), "too many": sorted(set(told) - set(there))}


NOTHING: Final[dict[str, list[str]]] = {"missing": [], "too many": []}


class TestRules:
    """Each rule carries out its clause."""

    @every_room
    def test_all_are_told(self, room: str) -> None:
        """The table has the rules of the room."""
        assert difference(TABLES[room]["rules"], rules(room)) == NOTHING

    @pytest.mark.parametrize(
        ("room", "name", "clause"),
        [
            pytest.param(room, name, clause, id=f"{room}.{name}")
            for room in ROOMS
            for name, clause in TABLES[room]["rules"].items()
        ],
    )
    def test_clause(self, room: str, name: str, clause: str) -> None:
        """A rule cites what the table says."""
        assert str(clause_of(rules(room)[name])) == clause


class TestReadings:
    """Each question of reading is about its clause, and its members stand in their order."""

    def test_all_are_told(self) -> None:
        """The table has all readings."""
        assert difference(TABLES["readings"], KINDS) == NOTHING

    @pytest.mark.parametrize("name", TABLES["readings"])
    def test_clause_and_members(self, name: str) -> None:
        """A reading's clause, and its members, the default first."""
        told = TABLES["readings"][name]
        kind = KINDS[name]
        assert (str(kind.clause), [member.name for member in kind]) == (told["clause"], told["members"])


class TestCodes:
    """Findings, refusals and cautions."""

    @every_room
    @pytest.mark.parametrize("kind", ["findings", "refusals", "cautions"])
    def test_all_are_told(self, room: str, kind: str) -> None:
        """The table has those of the room."""
        assert difference(TABLES[room].get(kind, {}), words(room, kind)) == NOTHING

    @every_room
    def test_each_is_reached(self, room: str) -> None:
        """Each code is brought about by a question, and each clause that a finding can stand under by one of them."""
        table = TABLES[room]
        codes = {code for kind in ("findings", "refusals", "cautions") for code in table.get(kind, {})}
        asked = {row[kind] for row in reached(room) for kind in ("finds", "refuses", "warns") if kind in row}
        assert difference(asked, codes) == NOTHING
        several = {code: clauses for code, clauses in table.get("findings", {}).items() if isinstance(clauses, list)}
        shown = {code: [row["clause"] for row in reached(room) if row.get("finds") == code] for code in several}
        assert shown == several


EXAMPLES: Final = Path(__file__).parents[2] / "examples"
OPEN_DAYS: Final = {
    "site_accident": date(2016, 6, 1),
    "delayed_with_warranty": date(2016, 9, 1),
    "in_progress_with_raise": date(2016, 6, 1),
    "settlement": date(2024, 1, 1),
}
"""Days of the examples on which, together, every kind of duty is listed."""


@pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")
def test_duties() -> None:
    """Each kind of duty is listed by an example, under the clause that the table has."""
    listed: dict[str, set[str]] = {}
    for name, day in OPEN_DAYS.items():
        case = read_case(EXAMPLES / f"{name}.toml").case
        for one in obligations(case, on=day):
            listed.setdefault(one.duty.name, set()).add(str(one.clause))
    assert listed == {duty: {clause} for duty, clause in TABLES["construction"]["duties"].items()}
    assert set(listed) == set(Duty.__members__)


def _rows() -> list[Any]:
    return [
        pytest.param(room, row, id=f"{room}-{_code(row)}-{number}")
        for room in ROOMS
        for number, row in enumerate(reached(room), start=1)
    ]


def _code(row: dict[str, Any]) -> str:
    return str(row.get("finds") or row.get("refuses") or row.get("warns"))


@pytest.mark.parametrize(("room", "row"), _rows())
def test_reached(room: str, row: dict[str, Any]) -> None:
    """The question brings about the finding, refusal or caution, under its clause and with its values."""
    table, code = TABLES[room], _code(row)
    given = _given(row, rules(room), table.get("settings", {}))
    kind = next(kind for verb, kind in KINDS_OF_WORDS.items() if verb in row)
    if "refuses" in row:
        told = table["refusals"][code]
        assert isinstance(given, GxInjuryError), f"answered: {given}"
        assert type(given) is getattr(errors, told["kind"])
        assert str(given.clause) == row.get("clause", told["clause"])
        assert words(room, kind)[code].filled(row.get("values", {})).en == given.message.en
        return
    assert isinstance(given, Explanation), f"refused: {given}"
    if "warns" in row:
        said = words(room, kind)[code].filled(row.get("values", {})).en
        where = {str(step.clause) for step in given.steps if said in [one.en for one in step.cautions]}
        assert where == {row.get("clause", table["cautions"][code])}
        return
    found = [one for step in given.steps for one in findings(step.outcome) if one.code == code]
    clauses = {str(one.clause) for one in found}
    assert clauses == {row.get("clause", table["findings"][code])}
    told_values = row.get("values", {})
    assert told_values in [{name: _plain(value) for name, value in one.values} for one in found], found


def _given(row: dict[str, Any], there: dict[str, Any], settings: dict[str, Any]) -> Explanation[Any] | GxInjuryError:
    """Return what the rule of a row, or the figure of the law that it names, answers or refuses."""
    facts = merged(settings.get(row.get("like", ""), {}), row.get("facts", {})) | dict.fromkeys(row.get("nothing", []))
    if "figure" not in row:
        return answer(there[row["rule"]], facts, row.get("readings", []), row.get("reform"))
    with pytest.raises(GxInjuryError) as refused:
        getattr(getattr(LAW, row["figure"]).on(row["on"]), row["asks"])(**facts)
    return refused.value


def _plain(value: object) -> object:
    """Return a value as a table of TOML has it: numbers, days and truths as they are, texts in English."""
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Text):
        return value.en
    if isinstance(value, tuple):
        return ", ".join(str(_plain(one)) for one in value)
    return value if isinstance(value, bool | int | date | datetime) or type(value) is str else str(value)
