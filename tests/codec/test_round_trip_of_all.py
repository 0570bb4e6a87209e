"""Every public record there is becomes data and comes back, and its schema takes what ``load`` takes."""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gxinjury
from gxinjury.codec import CodecError, Fault, dump, load, schema
from gxinjury.extra.strategies import of
from gxinjury.law import Law
from tests.codec.mangling import mangled

NO_DATA: Final = {
    "gxinjury.codec": "say how a type stands in data and hold functions, or what is wrong with data of any kind",
    "gxinjury.extra.forms.tables": "says what is wrong with a form of any kind",
    "gxinjury.extra.cases.people": "gathers what the files of a case hold while they are read",
    "gxinjury.extra.cases.papers": "names what the law lists or what it only describes, for a page",
    "gxinjury.extra.forms.outlets": "holds what was passed over in a form of any kind",
    "gxinjury.extra.pages": "say how an answer is laid out on a page",
    "gxinjury.extra.workbooks": "say where in a workbook something stands",
    "gxinjury.extra.frames": "hold columns while a question is asked of a frame; columns are equal row by row",
    "gxinjury.cells": "stand in a table, whose cells are of any kind",
    "gxinjury.tabulation": "show a record in rows, whose cells are of any kind",
    "gxinjury.inquiry.open": "stand for a fact that is not known, and equal nothing but themselves",
    "gxinjury.statutes": "is the law without its figures, of which a country's law is made",
}
"""Rooms whose records data does not hold, beside the records with a function in them."""

BEYOND_SCHEMA: Final = {
    "what a checker may leave out: formats, and days that the calendar does not have": {"no_day", "no_moment"},
    "what a value is whose kind the data names": {"unknown_kind"},
    "digits beyond what an amount has": {"beyond_size", "not_whole_fen"},
    "the years of days in a list, or of a record with checks of its own": {"beyond_years"},
    "a field's own check": {
        "below_one",
        "first_generation_id",
        "named_twice",
        "no_consecutive_grades",
        "no_count",
        "no_day_off",
        "no_first_month",
        "no_id",
        "no_month",
        "no_month_or_quarter",
        "no_text",
        "no_wage_class",
        "no_worker",
        "no_year",
        "not_over",
        "second_notice",
        "two_spouses",
    },
    "what several fields say together": {
        "agreed_twice_a_day",
        "average_given",
        "day_needed",
        "first_day_missing",
        "fund_balance_needed",
        "grade_or_day_missing",
        "needs_grade",
        "no_price_left",
        "not_beside",
        "not_of_a_year",
        "not_of_one_period",
        "not_one_or_two",
        "not_while_missing",
        "of_a_child_only",
        "off_and_worked",
        "outside_season",
        "outside_year",
        "no_year_told",
        "several_of_the_name",
        "stop_day_or_ground_missing",
        "too_early",
        "two_of_one_day",
        "two_of_one_period",
        "wage_told_twice",
    },
}
"""What ``load`` refuses and no schema can say, the codes of the faults by why that is so."""
_BEYOND: Final = frozenset().union(*BEYOND_SCHEMA.values())


def public_records() -> Iterator[type[Any]]:
    """Yield every record of the library, found by a walk over its modules."""
    for module in pkgutil.walk_packages(gxinjury.__path__, "gxinjury."):
        if "._" not in module.name:
            for name, kind in vars(importlib.import_module(module.name)).items():
                is_its_own = isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.name
                if is_its_own and not name.startswith("_") and not module.name.startswith(tuple(NO_DATA)):
                    yield kind


def is_data(kind: Any) -> bool:  # noqa: ANN401  # a class
    """Return whether data can hold a record: it has no function in it."""
    try:
        schema(kind)
    except TypeError:
        return False
    return True


RECORDS: Final = [
    pytest.param(kind, id=f"{kind.__module__}.{kind.__name__}") for kind in public_records() if is_data(kind)
]


@cache
def checker(kind: Any) -> jsonschema.Draft202012Validator:  # noqa: ANN401  # a class
    """Return the checker of a record's data."""
    return jsonschema.Draft202012Validator(schema(kind), format_checker=jsonschema.FormatChecker())


def through_json(value: object) -> Any:  # noqa: ANN401  # JSON
    """Return what is left of data after a JSON file."""
    return json.loads(json.dumps(value, allow_nan=False), parse_float=Decimal)


def faults_of(kind: type[Any], data: object) -> tuple[Fault, ...]:
    """Return what is refused in data; nothing where it is taken."""
    try:
        load(kind, data)
    except CodecError as error:
        return error.faults
    return ()


def is_open(kind: type[Any], fault: Fault) -> bool:
    """Return whether a schema leaves a place open: a value whose kind the data names, a figure that its law checks."""
    return any(str(part).startswith("$") for part in fault.path) or (kind is Law and len(fault.path) == 1)


@pytest.mark.parametrize("kind", RECORDS)
@given(data=st.data())
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_record_comes_back(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401  # a class
    """Dumped and loaded it is the same; its schema takes it, and of data with a slip what load takes."""
    record = data.draw(of(kind))
    own: Any = type(record)  # of a timeline it may be a series
    plain = through_json(dump(record, in_full=True))
    assert load(own, plain) == record
    checker(own).validate(plain)
    slip = data.draw(mangled(plain))
    faults = faults_of(own, slip)
    if checker(own).is_valid(slip):
        assert {fault.code for fault in faults if not is_open(own, fault)} <= _BEYOND
    else:
        assert faults


def test_what_is_listed_as_beyond_a_schema_is_refused_somewhere() -> None:
    """A code that is gone from the library is gone from the list."""
    source = "".join(path.read_text("utf-8") for path in Path(gxinjury.__file__).parent.rglob("*.py"))
    assert {code for code in _BEYOND if f'code="{code}"' not in source} == set()
