"""The worked cases as data: each row has an id, the source it was taken from, its facts and the answer.

A table is a TOML file beside this module. ``readings`` names the readings that depart from the default; ``clause`` the
clause that the row is about.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gxinjury.law import LAW, Law, readings


def rows(table: str) -> list[dict[str, Any]]:
    """Return the rows of a table, each with its id, none twice."""
    with (Path(__file__).parent / f"{table}.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["case"]
    ids = [row["id"] for row in found]
    assert len(set(ids)) == len(ids), f"{table}: an id stands twice"
    assert all(row["source"] for row in found), f"{table}: a row has no source"
    return found


def law_with(names: Iterable[str]) -> Law:
    """Return the law under readings named as in ``ElapsedTime.MONTHS``."""
    pairs = (name.split(".") for name in names)
    return LAW.reading(*(getattr(readings, kind)[member] for kind, member in pairs))
