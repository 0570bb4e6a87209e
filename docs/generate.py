"""Writes the pages that the code itself tells: readings, supported law, figures, reference. Sphinx calls it first."""

from collections.abc import Callable, Iterator
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

import gxinjury
from gxinjury.citations import Clause, Status
from gxinjury.law import readings
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.law.figures.listing import ListedValue, listed_figures
from gxinjury.law.readings.sets import SETS
from gxinjury.statutes import Reading

FOLDER: Final = Path(__file__).parent / "generated"


def all_readings() -> list[type[Reading]]:
    """Return every reading, in the order of its clause."""
    found = (getattr(readings, name) for name in readings.__all__)
    kinds = [kind for kind in found if isinstance(kind, type) and kind is not Reading]
    order = {clause: place for place, clause in enumerate(clause for one in INSTRUMENTS for clause in one.clauses)}
    return sorted(kinds, key=lambda kind: (order[kind.clause], kind.__name__))


def readings_page() -> Iterator[str]:
    """Yield the lines of the page of readings."""
    yield "# The readings, one by one\n"
    for kind in all_readings():
        default, *others = kind
        yield f"## {kind.__name__}\n"
        yield f"{kind.clause}: {kind.question.en} ({kind.question.zh})\n"
        yield f"- **{default.name}** (default): {default.says.en} ({default.says.zh})"
        yield from (f"- **{other.name}**: {other.says.en} ({other.says.zh})" for other in others)
        yield f"\nWhy the default: {kind.why.en} {kind.why.zh}\n"


def sets_page() -> Iterator[str]:
    """Yield the lines of the page of sets: what each takes in place of the default, with the argument for it."""
    yield "# The sets, choice by choice\n"
    for one in SETS:
        yield f"## {one.name}\n"
        yield f"{one.aim.en.capitalize()} ({one.aim.zh}).\n"
        for choice, why in one.choices:
            kind = type(choice)
            yield f"- **{kind.__name__}.{choice.name}** ({kind.clause}): {choice.says.en} ({choice.says.zh})."
            yield f"  {why.en} {why.zh}"
        yield ""


def law_page() -> Iterator[str]:
    """Yield the lines of the page of supported law."""
    yield "# The clauses, one by one\n"
    for instrument in INSTRUMENTS:
        yield f"## {instrument.id}: {instrument.title.en}\n"
        yield f"{instrument.title.zh}{instrument.number and f' ({instrument.number})'}\n"
        yield "| clause | what it says | 内容 | status | encoded |\n|---|---|---|---|---|"
        yield from (_clause_row(clause) for clause in instrument.clauses)
        yield ""


def _clause_row(clause: Clause) -> str:
    status = ", ".join(one.value.en for one in clause.status)
    unencoded = "nothing to compute" if clause.status == (Status.EXHORTATION,) else "not yet"
    encoded = "yes" if clause.encoded else unencoded
    return f"| {clause} | {clause.says.en} | {clause.says.zh} | {status} | {encoded} |"


def figures_page() -> Iterator[str]:
    """Yield the lines of the page of figures."""
    yield "# The figures, one by one\n"
    for figure in listed_figures():
        yield f"## `{figure.name}`\n"
        yield f"{figure.label.en} ({figure.label.zh}), {figure.clause}\n"
        yield "| when | value | standing | source and remarks |\n|---|---|---|---|"
        yield from (_figure_row(one) for one in figure.values)
        yield ""


def _figure_row(one: ListedValue) -> str:
    standing = one.entry.standing.value.en
    return f"| {one.when.en} | {one.value.en} | {standing} | {'<br>'.join(one.remarks('en'))} |"


ROOMS: Final = ("determination", "benefits", "construction", "couriers", "inquiry", "codec", "receipts")


def reference_page() -> Iterator[str]:
    """Yield the lines of the reference: the tools, the law, then each room module by module."""
    tools = (info.name for info in iter_modules(gxinjury.__path__) if not info.ispkg and info.name[0] != "_")
    yield from _modules("Tools", [f"gxinjury.{name}" for name in tools])
    yield "## The statute book\n\n```{eval-rst}\n.. autoclass:: gxinjury.law.Law()\n   :no-members:\n```\n"
    law = iter_modules([f"{path}/law" for path in gxinjury.__path__], "gxinjury.law.")
    figures = iter_modules([f"{path}/law/figures" for path in gxinjury.__path__], "gxinjury.law.figures.")
    yield from _modules("Its parts", [info.name for info in (*law, *figures) if not info.ispkg])
    for room in ROOMS:
        modules = iter_modules([f"{path}/{room}" for path in gxinjury.__path__], f"gxinjury.{room}.")
        public = (info.name for info in modules if not info.name.rpartition(".")[2].startswith("_"))
        yield from _modules(room.capitalize(), [*public], f"gxinjury.{room}")


def _modules(title: str, names: list[str], package: str | None = None) -> Iterator[str]:
    yield f"## {title}\n\n```{{eval-rst}}"
    yield from () if package is None else (f".. automodule:: {package}", "   :no-members:", "")
    yield from (f".. automodule:: {name}" for name in names if not name.endswith(".labels"))
    yield "```\n"


PAGES: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "readings.md": readings_page,
    "sets.md": sets_page,
    "law.md": law_page,
    "figures.md": figures_page,
    "reference.md": reference_page,
}


def write() -> None:
    """Write every generated page."""
    FOLDER.mkdir(exist_ok=True)
    for name, lines in PAGES.items():
        (FOLDER / name).write_text("\n".join(lines()) + "\n", encoding="utf-8")
