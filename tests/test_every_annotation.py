"""The annotations of every public record can be read, name fields that are there, and say labels in both languages."""

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from gxinjury.citations import Clause, Instrument
from gxinjury.fields import fields_of
from gxinjury.findings import Finding
from gxinjury.periods import Deadline, Period
from gxinjury.steps import Fact, Step
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline
from tests.words_check import HAN

ROOMS = ("benefits", "couriers", "determination", "inquiry", "law")
TOOLS = (Clause, Deadline, Entry, Fact, Finding, Instrument, Period, Step, Timeline)
ITSELF = {"Law"}
"""Its fields are figures, each of which holds what it is called."""


def public_records() -> Iterator[type[Any]]:
    """Yield every record on the face of a room, and those of the tools."""
    for room in ROOMS:
        face = importlib.import_module(f"gxinjury.{room}")
        for name in face.__all__:
            kind = getattr(face, name)
            if inspect.isclass(kind) and attrs.has(kind) and name not in ITSELF:
                yield kind
    yield from TOOLS


EVERY = [pytest.param(kind, id=kind.__name__) for kind in public_records()]


@pytest.mark.parametrize("kind", EVERY)
def test_a_shown_field_says_what_it_is_called(kind: type[Any]) -> None:
    """In Chinese and in English, on the field itself."""
    labels = {field.name: field.label for field in fields_of(kind) if field.is_shown and field.says_label}
    assert [field.name for field in fields_of(kind) if field.is_shown and not field.says_label] == []
    assert [name for name, label in labels.items() if not HAN.search(label.zh) or HAN.search(label.en)] == []
    assert all(type(label) is Text and label.en.strip() for label in labels.values())


@pytest.mark.parametrize("kind", EVERY)
def test_a_day_is_held_against_a_fact_told_before_it(kind: type[Any]) -> None:
    """What a day must not lie before is a field read before it, so that all refusals tell it, or a property."""
    names = [field.name for field in fields_of(kind)]
    for field in fields_of(kind):
        for order in field.not_before:
            is_property = isinstance(inspect.getattr_static(kind, order.other, None), property)
            assert is_property or order.other in names[: names.index(field.name)], f"{field.name}: {order.other}"
