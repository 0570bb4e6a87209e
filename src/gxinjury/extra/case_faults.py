"""What is wrong with a case file (案情文件的差错); nothing to install.

All faults of a file are told at once, each with the file, the path inside it, the rule and the value.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeAlias, get_args

import attrs

from gxinjury.catalogues import words_of
from gxinjury.construction import ProjectCase
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.records import fields_of
from gxinjury.texts import Language, Text, is_chinese, mask, shown

Path: TypeAlias = tuple[str | int, ...]

_MOST_TOLD: Final = 50
_LONGEST_KEY: Final = 40
_GOT: Final = Text(zh="{rule}，{got}", en="{rule}, got {got}")
_NOW: Final = Text(zh="现为 {got}", en="{got}")
_AND_MORE: Final = Text(zh="{file}：另有{more}处差错", en="{file}: further faults: {more}")
_A_TABLE: Final = Text(zh="一组键值", en="a table")
_A_LIST: Final = Text(zh="一个列表", en="a list")
_NOTHING_THERE: Final = Text(zh="现未填写", en="nothing")
_HINT: Final = Text(zh="{told}；{hint}", en="{told}; {hint}")
_DID_YOU_MEAN: Final = Text(zh="是否应为 {nearest}？", en="did you mean {nearest}?")
_CHOOSE: Final = Text(zh="可用的有：{names}", en="there are {names}")


# What an item of a list is called, counted from one as people do.
_ITEMS: Final = {
    "payments": "第{}笔缴费",
    "price_changes": "第{}次造价变动",
    "term_changes": "第{}次工期变动",
    "roster": "花名册第{}项",
    "injuries": "第{}起事故",
    "name_changes": "第{}次更名",
    "costs": "第{}项费用",
    "dependants": "第{}名供养亲属",
}
# Keys that mean one thing here and another there.
_OF_SEVERAL: Final = {"kind", "name", "number", "day"}


class _Value(Enum):
    """Stands for no value; None is one."""

    NONE_TOLD = "none told"


@attrs.frozen
class Fault:
    """One thing wrong with a case file.

    Args:
        path: Where in the file, as ``("payments", 2, "paid_on")``; empty for the file as a whole.
        rule: What it must be, or what is the matter with the file.
        value: What stands there, where that helps.
        hint: What would be right, where it can be guessed.

    >>> Fault(("payments", 2, "paid_on"), Text(zh="缺失", en="is missing")).text("en", "case.toml")
    'case.toml: payments[2].paid_on is missing'
    """

    path: Path
    rule: Text
    value: object = attrs.field(default=_Value.NONE_TOLD, repr=False)
    hint: Text | None = None

    def text(self, language: Language, file: str) -> str:
        """Return the fault in a language, with the file and the path."""
        told = self.rule
        if self.value is not _Value.NONE_TOLD:
            told = _GOT.filled({"rule": told, "got": _got(self.value)})
        if self.hint is not None:
            told = _HINT.filled({"told": told, "hint": self.hint})
        between = "：" if is_chinese(language) else ": "
        place = f"{written_path(self.path)} " if self.path else ""
        if is_chinese(language) and (called := [one for one in _called(self.path) if one not in told.zh]):
            place = f"{place.rstrip()}（{'，'.join(called)}）"
        return f"{mask(printable(file))}{between}{place}{told.say(language)}"

    def below(self, *path: str | int) -> "Fault":
        """Return the fault as it stands under a path."""
        return attrs.evolve(self, path=(*path, *self.path))


class CaseFileError(GxInjuryError, ValueError):
    """A case file that cannot be answered, with all its faults.

    Args:
        file: The file's name, as it was given.
        faults: What is wrong with it.
    """

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__(Text(zh=self._told("zh"), en=self._told("en")))
        self.args = (file, self.faults)

    def _told(self, language: Language) -> str:
        lines = [fault.text(language, self.file) for fault in self.faults[:_MOST_TOLD]]
        more = len(self.faults) - len(lines)
        if more:
            lines.append(_AND_MORE.say(language, file=printable(self.file), more=more))
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"CaseFileError({self.message.en!r})"


class FaultsError(Exception):
    """Faults of a part of the file, on their way up; their paths start at the part."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__()
        self.faults = tuple(faults)


def refused(rule: Text, value: object) -> FaultsError:
    """Return the error of a value that breaks a rule, to be raised where its place is not known yet."""
    return FaultsError([Fault((), rule, value)])


def fault_of(error: InvalidFactError, path: Path) -> Fault:
    """Return the fault that a record or a question found, at its place in the file."""
    return Fault(path, error.rule, error.value)


def missing(path: Path, label: Text) -> Fault:
    """Return the fault of a key that is not there."""
    return Fault(path, Text(zh=f"缺失（{label.zh}）", en=f"is missing ({label.en})"))


def nearest(word: str, names: Sequence[str], called: Mapping[str, str] | None = None) -> Text:
    """Return the hint at the right name nearest to a wrong one; where none is near, at all of them.

    Args:
        word: The wrong name.
        names: The right ones.
        called: What a Chinese reader calls them, as far as he calls them anything; None where they are Chinese.

    >>> nearest("prise", ["price", "completion"]).en, nearest("x", ["price", "completion"]).en
    ('did you mean price?', 'there are price, completion')
    """
    by_form = {name.lower(): name for name in names}
    found = difflib.get_close_matches(word[:_LONGEST_KEY].lower(), by_form, n=1)
    if found:
        return _DID_YOU_MEAN.filled({"nearest": _both_ways(by_form[found[0]], called)})
    return _CHOOSE.filled({"names": tuple(_both_ways(name, called) for name in names)})


def _both_ways(name: str, called: Mapping[str, str] | None) -> Text:
    if called is None:
        return Text(zh=name, en=name)
    return Text(zh=f"{name}（{called[name]}）" if name in called else f"“{name}”", en=name)


def written_path(path: Path) -> str:
    """Return a path as it is written in messages.

    >>> written_path(("law", "readings", "elapsed_time")), written_path(("payments", 0))
    ('law.readings.elapsed_time', 'payments[0]')
    """
    parts = (f"[{part}]" if isinstance(part, int) else f".{_key(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def _called(path: Path) -> Iterator[str]:
    """Yield what a Chinese reader calls a place: which item of a list, counted from one, and the name of its key.

    >>> list(_called(("payments", 0, "paid_on")))
    ['第1笔缴费', '缴费日']
    """
    for key, item in pairwise(path):
        if isinstance(item, int) and key in _ITEMS:
            yield _ITEMS[key].format(item + 1)
    key = str(path[-1]) if path else ""
    if key not in _OF_SEVERAL:
        called = words_of("gxinjury.construction").texts.get(key, dict(labels_in(ProjectCase)).get(key))
        if called is not None:
            yield called.zh


@cache
def labels_in(kind: type[Any]) -> tuple[tuple[str, Text], ...]:
    """Return the keys of a record and of what it holds, each with its label, those that come first last."""
    found: list[tuple[str, Text]] = []
    waiting: list[Any] = [kind]
    seen: set[Any] = set()
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        if isinstance(one, type) and attrs.has(one) and one not in seen:
            seen.add(one)
            for field in fields_of(one):
                waiting.append(field.kind)
                if field.label.zh != field.label.en:
                    found.append((field.name, field.label))
    return tuple(reversed(found))


def _key(key: str) -> str:
    text = mask(printable(key))
    if len(text) > _LONGEST_KEY:
        text = f"{text[: _LONGEST_KEY - 1]}…"
    return text if text.replace("_", "").replace("-", "").isalnum() else f'"{text}"'


def printable(text: str) -> str:
    """Return a text in one line that a terminal takes for text only.

    >>> printable("Block A" + chr(27) + "[31m")
    'Block A�[31m'
    """
    return "".join(one if one.isprintable() else " " if one.isspace() else "�" for one in text)


def _got(value: object) -> Text:
    """Return what stands there as a message ends on it."""
    return _NOTHING_THERE if value is None else _NOW.filled({"got": _standing_there(value)})


def _standing_there(value: object) -> object:
    """Return a value as a message shows it: as it stands in the file, and no tree of it."""
    match value:
        case dict():
            return _A_TABLE
        case list() | tuple():
            return _A_LIST
        case bool():
            return str(value).lower()
        case str():
            return printable(shown(value))
        case Decimal() | int() | date():
            return shown(value)
        case _:
            return mask(printable(str(value)))
