"""The picture of the layers is the one that the imports draw, and it leaves nothing out."""

import xml.etree.ElementTree as ET
from functools import cache
from typing import Final

import pytest
from layers import BOXES, PICTURE, TOOLS, arrows, box_of, imports, picture, reach

FOUND: Final = imports()
drawn_now: Final = cache(picture)


def test_the_picture_is_up_to_date() -> None:
    """Where this fails, `python docs/layers.py` draws it anew; look at it before committing it."""
    assert PICTURE.read_text("utf-8") == drawn_now()


def test_it_is_well_formed_and_names_every_box() -> None:
    """Every box with its name in both languages, in a file that any reader takes for SVG."""
    texts = {one.text for one in ET.fromstring(drawn_now()).iter() if one.text}  # noqa: S314  (our own)
    for name in {box for pair in FOUND for box in pair}:
        assert {name, BOXES[name].zh, BOXES[name].en} <= texts


def test_every_import_between_rows_is_drawn_or_follows() -> None:
    """What is drawn implies all that is imported downwards, and no more."""
    drawn = {*arrows(FOUND)}
    down = {(start, end) for start, end in FOUND if BOXES[start].top < BOXES[end].top}
    assert drawn <= down
    assert reach(drawn) == reach(down)


def test_nothing_imports_upwards() -> None:
    """Only what is optional imports beside itself; nobody imports from a row above."""
    level = {(start, end) for start, end in FOUND if BOXES[start].top >= BOXES[end].top}
    assert all(start.startswith("extra") and BOXES[start].top == BOXES[end].top for start, end in level)


def test_no_box_covers_another() -> None:
    """Boxes of a row stand side by side."""
    for name, box in BOXES.items():
        others = [other for other in BOXES.values() if other is not box and other.top == box.top]
        assert all(other.left >= box.left + box.width or other.left + other.width <= box.left for other in others), name


@pytest.mark.parametrize(
    ("module", "box"),
    [
        ("periods", TOOLS),
        ("reforms", "reforms"),
        ("law.figures.rows", "law"),
        ("extra.calendars", "extra.*"),
        ("extra", "extra.*"),
        ("extra.frames.roster", "extra.frames"),
    ],
)
def test_each_module_has_its_box(module: str, box: str) -> None:
    """A file is a tool, a folder a layer; what is optional and no folder of its own is one of the rest."""
    assert box_of(module) == box
