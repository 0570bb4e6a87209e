"""How records print: as a table, or in a way of their own; the whole of it in either language, ids masked."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gxinjury
from gxinjury.codec import dump
from gxinjury.construction import Contract, RosterChange, RosterChangeKind, Worker
from gxinjury.extra.strategies import of
from gxinjury.fields import fields_of
from gxinjury.law import LAW
from gxinjury.privacy import mask
from gxinjury.records import Record, prints_itself
from gxinjury.tabulation import Table, tabulated
from gxinjury.telling import told
from tests.codec.test_round_trip_of_all import RECORDS
from tests.words_check import HAN

TOOLS: Final = {
    "gxinjury.catalogues": "words",
    "gxinjury.cells": "a table's own cells",
    "gxinjury.citations": "an instrument, which its clauses tell",
    "gxinjury.cli": "pages",
    "gxinjury.codec": "how a type stands in data",
    "gxinjury.errors": "words",
    "gxinjury.extra.calendars": "days off, a year full of them",
    "gxinjury.extra.cases.days_off": "the same",
    "gxinjury.extra.cases.layout": "sections of a file before they are a case",
    "gxinjury.extra.cases.people": "what files of a case hold while they are read",
    "gxinjury.extra.forms.tables": "a fault of a form",
    "gxinjury.extra.frames": "columns",
    "gxinjury.extra.pages": "parts of a page",
    "gxinjury.extra.pydantic": "annotations",
    "gxinjury.extra.strategies": "what is drawn, before it is a record",
    "gxinjury.extra.workbooks": "parts of a workbook",
    "gxinjury.fields": "what a field says",
    "gxinjury.inquiry.open": "what is not known",
    "gxinjury.inquiry.outcomes": "how many trials are left",
    "gxinjury.law": "days off; the law itself tells what it departs in",
    "gxinjury.statutes": "the law of any country, which tells what it departs in",
    "gxinjury.steps": "steps, which an explanation tells",
    "gxinjury.texts": "words",
}
"""Where there are records that print as Python prints them, and what they are: no answers."""


def public_records() -> Iterator[type[Any]]:
    """Yield every record of the library under a public name."""
    for module in pkgutil.walk_packages(gxinjury.__path__, "gxinjury."):
        if "._" not in module.name:
            for name, kind in vars(importlib.import_module(module.name)).items():
                if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.name and name[0] != "_":
                    yield kind


def texts_in(data: object) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from texts_in(one)


@pytest.mark.parametrize("kind", sorted(public_records(), key=str))
def test_every_public_record_prints_for_a_reader(kind: Any) -> None:  # noqa: ANN401  # a class
    """As a table or in a way of its own; what is no answer stands in a list."""
    if kind.__module__.startswith(tuple(TOOLS)) and not issubclass(kind, Record):
        return
    assert prints_itself(kind) or issubclass(kind, Record)


@pytest.mark.parametrize("kind", sorted((one for one in public_records() if issubclass(one, Record)), key=str))
def test_every_column_has_a_title_in_both_languages(kind: type[Any]) -> None:
    """No table prints the name of a field in code to a Chinese reader."""
    spelled = [field.name for field in fields_of(kind) if field.is_shown and not HAN.search(field.label.zh)]
    assert spelled == []


@pytest.mark.parametrize("kind", [one for one in RECORDS if issubclass(one.values[0], Record)])  # type: ignore[arg-type]
@given(data=st.data())
@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
def test_a_record_prints_what_its_table_holds(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401  # a class
    """Rows, columns and titles are those of the table; no id is shown, in text or in HTML."""
    one = data.draw(of(kind))
    made = tabulated(one).without_blanks()
    printed = () if prints_itself(type(one)) else (str(one),)
    assert printed in ((), (made.text("en"),))
    assert one._repr_html_() == made._repr_html_()
    assert set(tabulated(one).columns) >= set(made.columns)
    assert made._repr_html_().count("<tr>") == len(made.rows) + 1
    ids = {text for text in texts_in(dump(one, in_full=True)) if mask(text) != text}
    shown = (*printed, one._repr_html_(), *(tabulated(one, tag)._repr_html_() for tag in ("zh", "en")))
    assert [found for found in ids for text in shown if found in text] == []


def test_a_record_prints_as_a_table() -> None:
    """In English; the table itself takes the language."""
    contract = Contract("100000000", date(2015, 10, 9), date(2016, 6, 30))
    assert str(contract).splitlines() == [
        "field                     value",
        "contract price            100,000,000",
        "contractual commencement  2015-10-09",
        "contractual completion    2016-06-30",
        "bid price",
    ]
    assert "<th>项目</th><th>内容</th>" in tabulated(contract, "zh-CN")._repr_html_()
    assert contract._repr_html_().startswith('<table lang="en" ')


def test_a_record_within_a_sentence_stands_in_one_line() -> None:
    """An explanation tells it field by field, as before."""
    change = RosterChange(Worker("张三", "450103198001011233"), RosterChangeKind.ADD, date(2016, 1, 4))
    assert "\n" not in told(change, "zh")
    assert "4501************33" in str(change)


def test_a_figure_is_a_table_of_its_values() -> None:
    """With what stands beside each."""
    assert isinstance(tabulated(LAW.project_premium_rate), Table)
    assert "1.3‰" in str(LAW.project_premium_rate)
