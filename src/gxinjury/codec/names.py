"""Names of kinds and readings in data (类型与口径在数据中的名称), as users import them."""

import importlib
from contextlib import suppress
from enum import Enum
from functools import cache
from typing import Any, Final

from gxinjury.catalogues import owner_of
from gxinjury.codec.forms import is_record
from gxinjury.codec.scalars import SCALARS
from gxinjury.errors import GxInjuryError
from gxinjury.statutes import Reading

MARK: Final = "$"
"""What the name of a kind is headed with, where data has to name it."""

_TOOLS: Final = __name__.partition(".")[0]


def reading_name(kind: type[Reading]) -> str:
    """Return the name of a reading in data: that of its enum in small letters, its words joined by ``_``."""
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in kind.__name__).removeprefix("_")


def readings_by_name(root: str) -> dict[str, type[Reading]]:
    """Return the readings of a country by their name in data: all of its package, those in ``law.readings`` too."""
    with suppress(ModuleNotFoundError):
        importlib.import_module(f"{root}.law.readings")
    kinds = [kind for kind in Reading.__subclasses__() if kind.__module__.partition(".")[0] == root]
    return {reading_name(kind): kind for kind in sorted(kinds, key=lambda one: one.__name__)}


def root_of(kind: Any) -> str:  # noqa: ANN401  # any type
    """Return the package that a kind belongs to with all its rooms."""
    return str(getattr(kind, "__module__", _TOOLS)).partition(".")[0]


def name_of(kind: type[Any]) -> str:
    """Return the name by which data names a kind: its room and its own, as users import it.

    >>> from gxinjury.money import Share
    >>> name_of(Share)
    'money.Share'
    """
    room = owner_of(kind.__module__)
    if getattr(importlib.import_module(room), kind.__name__, None) is not kind:
        room = kind.__module__
    return f"{room.partition('.')[2] or room}.{kind.__name__}"


@cache
def kind_named(name: str, root: str) -> type[Any] | None:
    """Return the record, enum or error of that name in a package's rooms, or the tools'; None where there is none."""
    room, _, own = name.rpartition(".")
    if any(not part.isidentifier() or part.startswith("_") for part in (*room.split("."), own)):
        return None
    for package in (f"{root}.{room}", room if room == root else f"{_TOOLS}.{room}"):
        try:
            kind = getattr(importlib.import_module(package), own, None)
        except ModuleNotFoundError:
            continue
        if isinstance(kind, type) and _may_be_named(kind):
            return kind
    return None


def _may_be_named(kind: type[Any]) -> bool:
    return is_record(kind) or kind in SCALARS or issubclass(kind, Enum | GxInjuryError)
