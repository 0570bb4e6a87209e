"""The rooms of the library as mutation testing has them: their modules, the tests nearest to each, and the aims."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOMS: Final[dict[str, tuple[str, ...]]] = {
    "tools": ("*.py",),
    "codec": ("codec/*.py",),
    "law": ("law/*.py",),
    "clauses": ("law/clauses/*.py",),
    "figures": ("law/figures/*.py",),
    "readings": ("law/readings/*.py",),
    "determination": ("determination/*.py",),
    "benefits": ("benefits/*.py",),
    "construction": ("construction/*.py",),
    "couriers": ("couriers/*.py",),
    "inquiry": ("inquiry/*.py",),
    "receipts": ("receipts/*.py",),
    "frames": ("extra/frames/*.py",),
    "porch": (
        "extra/*.py",
        "extra/cases/*.py",
        "extra/charts/*.py",
        "extra/forms/*.py",
        "extra/pages/*.py",
        "extra/samples/*.py",
        "extra/workbooks/*.py",
    ),
    "cli": ("cli/*.py",),
}
"""The modules of each room, as patterns under the package."""

_PROSE: Final = {"__main__.py", "labels.py", "words.py"}
"""Modules that hold words, which other tests read, or nothing to break."""

_HIGH: Final = 0.97
AIMS: Final[dict[str, float]] = {
    **dict.fromkeys(ROOMS, _HIGH),
    **dict.fromkeys(("inquiry", "receipts", "frames", "porch", "cli"), 0.95),
}
"""The share of breaks to be noticed in each room."""

KIND_AIMS: Final[dict[str, float]] = {"citations": 0.98, "figures": 0.98}
"""The share to be noticed of a kind, wherever it stands."""

_CITATIONS: Final = "tests/law/test_golden_citations.py"
_FIGURES: Final = "tests/law/figures/test_golden_figures.py"
_CLAUSES: Final = "tests/law/test_clauses.py"
GOLDEN: Final = (
    _CITATIONS,
    "tests/law/test_golden_tables.py",
    _CLAUSES,
    "tests/law/test_register.py",
    _FIGURES,
    "tests/test_worked_cases.py",
    "tests/test_face.py",
    "tests/extra/test_shapes.py",
)
"""Tests that hold by tables what every room cites, looks up and takes."""

_LAW_IN_USE: Final = ("tests/construction", "tests/determination", "tests/benefits", "tests/couriers")
_FAR: Final = ("tests", "docs", "README.md", "README.zh-CN.md", "src")

SLOW: Final = ("pyspark", "dask", "tests/extra/strategies/", "tests/extra/test_strategies.py", "tests/test_mutants.py")
"""Tests that no break meets: engines that take long to start, and strategies, which draw and do not decide."""


def modules(room: str, package: Path) -> Iterator[str]:
    """Yield the modules of a room by their paths under the package."""
    for pattern in ROOMS[room]:
        for path in sorted(package.glob(pattern)):
            if path.name not in _PROSE:
                yield path.relative_to(package).as_posix()


def rings(file: str, root: Path) -> list[list[str]]:
    """Return the tests of a module in rings: its own and a table, the other tables, its room's, all others."""
    folder, _, name = file.rpartition("/")
    nearest = _CLAUSES if folder == "law/clauses" else _FIGURES if folder in {"law", "law/figures"} else _CITATIONS
    first = [f"src/gxinjury/{file}", f"tests/{folder}/test_{name}".replace("//", "/"), nearest]
    if not folder:
        room = [path.relative_to(root).as_posix() for path in sorted((root / "tests").glob("test_*.py"))]
        room.append("tests/law")
    else:
        room = [f"tests/{folder}", "tests/law", "tests/test_architecture.py"]
    if folder.startswith("law"):
        room += [*_LAW_IN_USE, "tests/cli"]
    elif folder.startswith("extra"):
        room.append("tests/cli")
    others = [path for path in GOLDEN if path != nearest]
    return [[path for path in dict.fromkeys(ring) if (root / path).exists()] for ring in (first, others, room, _FAR)]
