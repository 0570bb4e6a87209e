"""The rooms of the library: which modules each has, and which tests are nearest to a module."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOMS: Final[dict[str, tuple[str, ...]]] = {
    "tools": ("*.py",),
    "clauses": ("law/clauses/*.py",),
    "figures": ("law/figures/*.py",),
    "readings": ("law/readings/*.py",),
    "law": ("law/*.py",),
    "determination": ("determination/*.py",),
    "benefits": ("benefits/*.py",),
    "construction": ("construction/*.py",),
    "couriers": ("couriers/*.py",),
    "inquiry": ("inquiry/*.py",),
    "frames": ("extra/frames/*.py",),
    "porch": ("extra/*.py",),
    "cli": ("cli/*.py",),
}
"""The modules of each room, as patterns under the package."""

_PROSE: Final = {"__main__.py", "words.py"}
"""Modules that hold words, or nothing to break."""

_TABLES: Final = ("tests/test_golden_citations.py", "tests/law", "tests/test_architecture.py")
"""Tests that hold what every room cites and looks up."""

_LAW_IN_USE: Final = ("tests/construction", "tests/determination", "tests/benefits", "tests/couriers")


def modules(room: str, package: Path) -> Iterator[str]:
    """Yield the modules of a room by their paths under the package."""
    for pattern in ROOMS[room]:
        for path in sorted(package.glob(pattern)):
            if path.name not in _PROSE:
                yield path.relative_to(package).as_posix()


def near(file: str, room: str, root: Path) -> list[str]:
    """Return the tests nearest to a module: its doctests, the file that mirrors it, its room's, the tables."""
    folder = "extra" if room == "porch" else file.rpartition("/")[0]
    mirrored = f"tests/{folder}/test_{file.rpartition('/')[2]}"
    of_room = [f"tests/{folder}"] if folder else [path.as_posix() for path in sorted(Path("tests").glob("test_*.py"))]
    if folder.startswith("law"):
        of_room += _LAW_IN_USE
    named = [f"src/gxinjury/{file}", mirrored, *_TABLES, *of_room]
    return [path for path in dict.fromkeys(named) if (root / path).exists()]


FAR: Final = ("tests", "docs", "README.md", "README.zh-CN.md", "src")
"""What a break meets that the nearest tests let live."""

SLOW: Final = ("pyspark", "dask", "tests/extra/strategies/")
"""Tests that no break meets: engines that take long to start, and strategies, which draw and do not decide."""
