"""Every public record of the rooms, results included, becomes data and comes back."""

import importlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import attrs
import jsonschema
import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from gxinjury.benefits import Injury, settle_injury
from gxinjury.codec import dump, load, schema
from gxinjury.construction import assess_project, obligations
from gxinjury.determination import InjuryFacts, injury_scope
from gxinjury.errors import GxInjuryError
from gxinjury.extra import strategies
from gxinjury.extra.cases.reading import read_case
from gxinjury.law import LAW, Law
from gxinjury.texts import Language

ROOMS: Final = ("law", "determination", "benefits", "construction", "couriers")
EXAMPLES: Final = sorted(path for path in Path("examples").glob("*.*ml"))
NOT_DATA: Final = {"Roster"}
"""Made of other records each time it is asked: what it is made of is data."""


def public_records() -> Iterator[type[Any]]:
    """Yield every record on the face of a room."""
    for room in ROOMS:
        face = importlib.import_module(f"gxinjury.{room}")
        for name in face.__all__:
            kind = getattr(face, name)
            if isinstance(kind, type) and attrs.has(kind) and name not in NOT_DATA:
                yield kind


def drawn() -> Iterator[ParameterSet]:
    """Yield every strategy that needs nothing to draw records."""
    for name in strategies.__all__:
        strategy = getattr(strategies, name)
        try:
            made = strategy()
        except TypeError:
            continue
        if isinstance(made, st.SearchStrategy):
            yield pytest.param(made, id=name)


def comes_back(record: object) -> bool:
    """Return whether a record is the same after a JSON file."""
    data = json.loads(json.dumps(dump(record, in_full=True), allow_nan=False))
    return bool(load(type(record), data) == record)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.__name__) for kind in public_records()])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_public_record_is_described(kind: type[Any], language: Language) -> None:
    """Its schema is valid, and tells each field with a title."""
    shape = schema(kind, language)
    jsonschema.Draft202012Validator.check_schema(shape)
    assert all("title" in one for one in shape["$defs"][kind.__name__]["properties"].values())


@pytest.mark.parametrize("strategy", [*drawn()])
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_drawn_record_comes_back(strategy: st.SearchStrategy[Any], data: st.DataObject) -> None:
    """What the strategies draw is the same after a JSON file, and its schema takes it."""
    drawn = data.draw(strategy)
    for record in drawn if isinstance(drawn, tuple | list) else (drawn,):
        if attrs.has(type(record)):
            assert comes_back(record)


@pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_and_its_whole_assessment_come_back(path: Path) -> None:
    """A case, its assessment and its duties; the schema takes each."""
    case = read_case(path).case
    for record in (case, assess_project(case), *obligations(case, on=date(2016, 7, 1))):
        assert comes_back(record)
        data = json.loads(json.dumps(dump(record, in_full=True)), parse_float=Decimal)
        jsonschema.Draft202012Validator(schema(type(record))).validate(data)


def test_the_law_itself_comes_back() -> None:
    """All figures with their days and sources, and the readings."""
    assert load(Law, json.loads(json.dumps(dump(LAW)))) == LAW


@pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")
@given(strategies.injuries())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_settlement_comes_back(injury: Injury) -> None:
    """Its lines with their payers, its findings: as they were."""
    try:
        settled = settle_injury(injury)
    except GxInjuryError:
        reject()
    assert comes_back(settled)


@given(strategies.injury_facts())
def test_every_scope_comes_back(facts: InjuryFacts) -> None:
    """Grounds and exclusions are the clauses that they were."""
    assert comes_back(injury_scope(facts))
