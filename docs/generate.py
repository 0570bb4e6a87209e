"""Writes the pages that the code itself tells: readings, supported law, figures, reference. Sphinx calls it first."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from pkgutil import iter_modules
from typing import Final, Literal

from gxinjury.citations import Clause, Status
from gxinjury.law import readings
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.law.figures.listing import ListedValue, listed_figures
from gxinjury.law.readings.sets import SETS
from gxinjury.statutes import Reading
from gxinjury.texts import Text

HERE: Final = Path(__file__).parent

_READINGS: Final = Text("逐项口径", "The readings, one by one")
_DEFAULT: Final = Text("（默认）", " (default)")
_WHY: Final = Text("默认的理由：", "Why the default: ")
_SETS: Final = Text("成套口径的各项取法", "The sets, choice by choice")
_CLAUSES: Final = Text("逐条条文", "The clauses, one by one")
_CLAUSE_HEAD: Final = Text(
    "| 条款 | 内容 | 性质 | 是否实现 |\n|---|---|---|---|",
    "| clause | what it says | 内容 | status | encoded |\n|---|---|---|---|---|",
)
_ENCODED: Final = Text("已实现", "yes")
_NOTHING_TO_COMPUTE: Final = Text("无可计算的内容", "nothing to compute")
_NOT_YET: Final = Text("尚未实现", "not yet")
_FIGURES: Final = Text("逐项数值", "The figures, one by one")
_FIGURE_HEAD: Final = Text(
    "| 适用期间 | 数值 | 效力 | 出处与说明 |\n|---|---|---|---|",
    "| when | value | standing | source and remarks |\n|---|---|---|---|",
)

Language = Literal["zh", "en"]


def _both(text: Text, language: Language, between: str = " ({})") -> str:
    """Return a text in the language of the page; beside the English stands the Chinese, since the law is Chinese."""
    return text.zh if language == "zh" else text.en + between.format(text.zh)


def all_readings() -> list[type[Reading]]:
    """Return every reading, in the order of its clause."""
    found = (getattr(readings, name) for name in readings.__all__)
    kinds = [kind for kind in found if isinstance(kind, type) and kind is not Reading]
    order = {clause: place for place, clause in enumerate(clause for one in INSTRUMENTS for clause in one.clauses)}
    return sorted(kinds, key=lambda kind: (order[kind.clause], kind.__name__))


def readings_page(language: Language) -> Iterator[str]:
    """Yield the lines of the page of readings."""
    yield f"# {_READINGS.say(language)}\n"
    for kind in all_readings():
        default, *others = kind
        yield f"## {kind.__name__}\n"
        yield f"{kind.clause}: {_both(kind.question, language)}\n"
        yield f"- **{default.name}**{_DEFAULT.say(language)}: {_both(default.says, language)}"
        yield from (f"- **{other.name}**: {_both(other.says, language)}" for other in others)
        yield f"\n{_WHY.say(language)}{_both(kind.why, language, ' {}')}\n"


def sets_page(language: Language) -> Iterator[str]:
    """Yield the lines of the page of sets: what each takes in place of the default, with the argument for it."""
    yield f"# {_SETS.say(language)}\n"
    for one in SETS:
        yield f"## {one.name}\n"
        aim = _both(one.aim, language)
        yield f"{aim[0].upper()}{aim[1:]}{'。' if language == 'zh' else '.'}\n"
        for choice, why in one.choices:
            kind = type(choice)
            yield f"- **{kind.__name__}.{choice.name}** ({kind.clause}): {_both(choice.says, language)}."
            yield f"  {_both(why, language, ' {}')}"
        yield ""


def law_page(language: Language) -> Iterator[str]:
    """Yield the lines of the page of supported law."""
    yield f"# {_CLAUSES.say(language)}\n"
    for instrument in INSTRUMENTS:
        yield f"## {instrument.id}: {instrument.title.say(language)}\n"
        name = "" if language == "zh" else instrument.title.zh
        yield f"{name}{instrument.number and f' ({instrument.number})'}\n"
        yield _CLAUSE_HEAD.say(language)
        yield from (_clause_row(clause, language) for clause in instrument.clauses)
        yield ""


def _clause_row(clause: Clause, language: Language) -> str:
    says = clause.says.zh if language == "zh" else f"{clause.says.en} | {clause.says.zh}"
    status = ("、" if language == "zh" else ", ").join(one.value.say(language) for one in clause.status)
    unencoded = _NOTHING_TO_COMPUTE if clause.status == (Status.EXHORTATION,) else _NOT_YET
    return f"| {clause} | {says} | {status} | {(_ENCODED if clause.encoded else unencoded).say(language)} |"


def figures_page(language: Language) -> Iterator[str]:
    """Yield the lines of the page of figures."""
    yield f"# {_FIGURES.say(language)}\n"
    for figure in listed_figures():
        yield f"## `{figure.name}`\n"
        yield f"{_both(figure.label, language)}, {figure.clause}\n"
        yield _FIGURE_HEAD.say(language)
        yield from (_figure_row(one, language) for one in figure.values)
        yield ""


def _figure_row(one: ListedValue, language: Language) -> str:
    standing = one.entry.standing.value.say(language)
    remarks = "<br>".join(one.remarks(language))
    return f"| {one.when.say(language)} | {one.value.say(language)} | {standing} | {remarks} |"


PAGES: Final[dict[str, Callable[[Language], Iterator[str]]]] = {
    "readings.md": readings_page,
    "sets.md": sets_page,
    "law.md": law_page,
    "figures.md": figures_page,
}
"""Parts of pages, included by the page that introduces them."""


_ROOMS: Final = {
    "gxinjury": Text("门面与工具", "The face and the tools"),
    "gxinjury.law": Text("规定与数值", "The statute book"),
    "gxinjury.construction": Text("建设项目", "Construction projects"),
    "gxinjury.determination": Text("工伤认定", "Determination"),
    "gxinjury.benefits": Text("工伤待遇", "Benefits"),
    "gxinjury.couriers": Text("快递网点", "Courier outlets"),
    "gxinjury.inquiry": Text("提问", "Inquiry"),
    "gxinjury.codec": Text("记录与数据互转", "Records and data"),
    "gxinjury.receipts": Text("存证", "Receipts"),
    "gxinjury.extra": Text("可选部分", "Extras"),
}
_OF_THE_LAW: Final = ("gxinjury.law.clauses", "gxinjury.law.readings")
"""Told clause by clause and reading by reading on pages of their own."""


def reference_pages(language: Language) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the pages of the reference by name: one a room, and below it one a module."""
    for room, title in _ROOMS.items():
        modules = [name for name in _public_in(room) if not name.startswith(_OF_THE_LAW)]
        yield room, _room_page(title.say(language), room, modules)
        yield from ((name, _module_page(name)) for name in modules)


def _public_in(package: str) -> list[str]:
    """Return the public modules of a package by name, with those of the packages in it but for the rooms."""
    found = []
    for info in iter_modules(importlib.import_module(package).__path__, f"{package}."):
        if info.name.rpartition(".")[2].startswith("_") or info.name.endswith(".labels") or info.name in _ROOMS:
            continue
        if not info.ispkg:
            found.append(info.name)
        elif package != "gxinjury":
            found += [info.name, *_public_in(info.name)]
    return found


def _room_page(title: str, room: str, modules: list[str]) -> Iterator[str]:
    yield f"# {title}\n\n```{{eval-rst}}\n.. automodule:: {room}\n   :no-members:\n"
    if room == "gxinjury.law":
        yield ".. autoclass:: gxinjury.law.Law()\n   :no-members:\n"
    yield "```\n"
    yield "```{toctree}\n:maxdepth: 1\n"
    yield from (f"{name} <{name}>" for name in modules)
    yield "```\n"


def _module_page(name: str) -> Iterator[str]:
    yield f"# {name.removeprefix('gxinjury.')}\n\n```{{eval-rst}}"
    # What a package makes public is told where it is defined.
    is_package = hasattr(importlib.import_module(name), "__path__")
    yield f".. automodule:: {name}" + ("\n   :no-members:" if is_package else "")
    yield "```\n"


def write(language: Language) -> None:
    """Write every generated page in a language."""
    generated, reference = HERE / "generated", HERE / "reference"
    for folder in (generated, reference):
        folder.mkdir(exist_ok=True)
    for name, lines in PAGES.items():
        _write(generated / name, lines(language))
    for name, lines_of in reference_pages(language):
        _write(reference / f"{name}.md", lines_of)


def clear() -> None:
    """Leave the generated parts of pages empty, where only what is written by hand counts."""
    (HERE / "generated").mkdir(exist_ok=True)
    for name in PAGES:
        _write(HERE / "generated" / name, iter(()))


def _write(path: Path, lines: Iterator[str]) -> None:
    """Write a page where it differs, so that Sphinx reads again only what has changed."""
    text = "\n".join(lines) + "\n"
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
