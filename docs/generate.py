"""Writes the pages that the code itself tells: readings, supported law, figures, reference. Sphinx calls it first."""

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from pkgutil import iter_modules
from types import FunctionType
from typing import Final, Literal

import held
import pictures

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.law.figures.listing import ListedValue, listed_figures
from gxinjury.law.readings.sets import SETS
from gxinjury.rules import label_of
from gxinjury.statutes import Reading
from gxinjury.texts import Text

HERE: Final = Path(__file__).parent
_NOTICES: Final = INSTRUMENTS[:2]
_REGULATION: Final = INSTRUMENTS[2:3]
_OTHERS: Final = INSTRUMENTS[3:]

_READINGS: Final = Text("逐项口径", "The readings, one by one")
_DEFAULT: Final = Text("（默认）", " (default)")
_WHY: Final = Text("默认的理由：", "Why the default: ")
_SETS: Final = Text("成套口径的各项取法", "The sets, choice by choice")
_CLAUSES: Final = Text("逐条条文", "The clauses, one by one")
_CLAUSE_HEAD: Final = Text(
    "| 条款 | 内容 | 口径（粗体为默认） | 规则 | 案例与测试 |\n|---|---|---|---|---|",
    "| clause | what it says | readings, the default in bold | rules | cases and tests |\n|---|---|---|---|---|",
)
_COUNTED: Final = Text("案例 {cases}，测试文件 {tests}", "cases: {cases}, files of tests: {tests}")
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


def readings_page(language: Language) -> Iterator[str]:
    """Yield the lines of the page of readings."""
    yield f"# {_READINGS.say(language)}\n"
    for kind in held.all_readings():
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


def law_page(language: Language, instruments: Iterable[Instrument] = _NOTICES) -> Iterator[str]:
    """Yield the lines of the page of supported law: the two notices."""
    yield f"# {_CLAUSES.say(language)}\n"
    for instrument in instruments:
        yield f"## {instrument.id}: {instrument.title.say(language)}\n"
        name = "" if language == "zh" else instrument.title.zh
        yield f"{name}{instrument.number and f' ({instrument.number})'}\n"
        yield ":::{div} clauses\n"
        yield _CLAUSE_HEAD.say(language)
        yield from (_clause_row(clause, language) for clause in instrument.clauses)
        yield "\n:::\n"


def regulation_page(language: Language) -> Iterator[str]:
    """Yield the lines of the page of the Regulation."""
    yield from law_page(language, _REGULATION)


def other_law_page(language: Language) -> Iterator[str]:
    """Yield the lines of the page of the rest of the law that the notices stand in."""
    yield from law_page(language, _OTHERS)


def _clause_row(clause: Clause, language: Language) -> str:
    says = clause.says.zh if language == "zh" else f"{clause.says.en}<br>{clause.says.zh}"
    status = ("、" if language == "zh" else ", ").join(one.value.say(language) for one in clause.status)
    unencoded = _NOTHING_TO_COMPUTE if clause.status == (Status.EXHORTATION,) else _NOT_YET
    head = [f'<span id="{clause}">{clause}</span>', status, *([] if clause.encoded else [unencoded.say(language)])]
    cells = (
        "<br>".join(head),
        says,
        _listed(_reading(kind, language) for kind in held.readings_of(clause)),
        _listed(_rule(one, language) for one in held.rules_of(clause)),
        _holding(clause, language),
    )
    return f"| {' | '.join(cells)} |"


def _listed(items: Iterable[str]) -> str:
    """Return items as a list that stands in a cell."""
    told = "".join(f"<li>{one}</li>" for one in items)
    return told and f"<ul>{told}</ul>"


def _reading(kind: type[Reading], language: Language) -> str:
    default, *others = (one.says.say(language) for one in kind)
    told = ("；" if language == "zh" else "; ").join([f"**{default}**", *others])
    between = "：" if language == "zh" else ": "
    return f"{kind.question.say(language)} [{kind.__name__}](readings.md#{kind.__name__.lower()}){between}{told}"


def _rule(one: FunctionType, language: Language) -> str:
    """Return a rule as it is called, leading to the reference where it is public."""
    label, module = label_of(one).say(language), sys.modules[one.__module__]
    is_public = one.__name__ in getattr(module, "__all__", ()) and one.__module__ in _documented()
    place = f"reference/{one.__module__}.html#{one.__module__}.{one.__name__}"
    return f'<a href="{place}">{label}</a>' if is_public else f"{label} (`{one.__name__}`)"


@cache
def _documented() -> frozenset[str]:
    return frozenset(name for room in _ROOMS for name in _public_in(room))


def _holding(clause: Clause, language: Language) -> str:
    """Return how many cases and files of tests are about a clause, folded out their ids and names."""
    cases, tests = held.cases_of(clause), held.tests_of(clause)
    if not cases and not tests:
        return ""
    counted = _COUNTED.say(language, cases=str(sum(map(len, cases.values()))), tests=str(len(tests)))
    between = "：" if language == "zh" else ": "
    told = [
        *(f"`cases/{table}.toml`{between}{' '.join(ids)}" for table, ids in cases.items()),
        *(f"`{name}`" + (f" × {count}" if count > 1 else "") for name, count in tests.items()),
    ]
    return f"<details><summary>{counted}</summary>{'<br>'.join(told)}</details>"


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
    "regulation.md": regulation_page,
    "other-law.md": other_law_page,
    "figures.md": figures_page,
    "cover.md": pictures.cover_page,
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
    _write(generated / "cover.svg", iter([pictures.cover_picture(language)]))
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
