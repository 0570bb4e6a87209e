"""Checks the words of a package: everything that is printed has them, in both languages, and none is left over.

A room's test calls :func:`check_words` with the name of its package. Labels are those of the rules, facts and records
that its modules hold; findings, refusals, cautions and notes are the attributes of the classes of its module
``findings``, each named somewhere in the library.
"""

import importlib
import importlib.util
import inspect
import pkgutil
import re
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any, Final

import attrs

import gxinjury
from gxinjury.catalogues import labels_of
from gxinjury.explanations import clause_of
from gxinjury.fields import fields_of as fields_of_record
from gxinjury.findings import FindingWords, RefusalWords
from gxinjury.texts import Text

SOURCE: Final = Path(gxinjury.__file__).parent
HAN: Final = re.compile("[\u4e00-\u9fff]")
PORCH: Final = "gxinjury.extra."
NEVER_TOLD: Final = {"law"}
"""Facts that an explanation does not list: the law is told by what it departs in."""


def modules_of(package: str) -> Iterator[ModuleType]:
    """Yield a package and its modules, at any depth, but for what runs on import and for the porch.

    The porch needs what an extra installs, and owns no rule.
    """
    root = importlib.import_module(package)
    yield root
    for found in pkgutil.walk_packages(getattr(root, "__path__", ()), f"{package}."):
        if not found.name.endswith(".__main__") and not found.name.startswith(PORCH):
            yield importlib.import_module(found.name)


def _own(package: str, kind: Any) -> Iterator[Any]:  # noqa: ANN401  (a predicate of inspect's)
    for module in modules_of(package):
        for _, member in inspect.getmembers(module, kind):
            if member.__module__ == module.__name__:
                yield member


def rules_of(package: str) -> list[Any]:
    """Return the rules that a package defines."""
    return [function for function in _own(package, inspect.isfunction) if clause_of(function) is not None]


def questions_of(package: str) -> set[str]:
    """Return what inquiries call a package's functions that take a law and are no rules, and what these take."""
    asked = [one for one in _own(package, inspect.isfunction) if clause_of(one) is None]
    facts = {one.__name__: {*inspect.signature(one).parameters} for one in asked if not one.__name__.startswith("_")}
    found = {name: taken for name, taken in facts.items() if "law" in taken}
    return {*found} | {f"{name}.{fact}" for name, taken in found.items() for fact in taken}


def records_of(package: str) -> list[Any]:
    """Return the attrs records that a package defines, but for private ones."""
    return [kind for kind in _own(package, inspect.isclass) if attrs.has(kind) and not kind.__name__.startswith("_")]


def facts_of(package: str) -> set[str]:
    """Return the names of the facts that a package's rules take."""
    return {name for rule in rules_of(package) for name in inspect.signature(rule).parameters} - NEVER_TOLD


def told_records(package: str) -> set[Any]:
    """Return the records that explanations of a package's rules list: facts, outcomes, and records within them.

    A record that prints itself is told in one piece, so its fields need no words.
    """
    found: set[Any] = set()
    waiting = [hint for rule in rules_of(package) for hint in typing.get_type_hints(rule).values()]
    while waiting:
        hint = waiting.pop()
        waiting += typing.get_args(hint)
        if inspect.isclass(hint) and attrs.has(hint) and hint not in found and hint.__str__ is object.__str__:
            found.add(hint)
            waiting += [field.type for field in attrs.fields(hint)]
    return found


def fields_of(package: str) -> dict[Any, set[str]]:
    """Return the fields of a package's records that an explanation can list and that say no label themselves."""
    return {
        kind: {field.name for field in fields_of_record(kind) if field.is_shown and not field.says_label}
        for kind in records_of(package)
    }


def wordings_of(package: str, kind: str | None = None) -> dict[str, Text]:
    """Return the words of a package's module ``findings``, as ``Findings.paid_late``; of one of its classes."""
    if importlib.util.find_spec(f"{package}.findings") is None:
        return {}
    holders = _own(f"{package}.findings", inspect.isclass)
    return {
        f"{holder.__name__}.{name}": words if isinstance(words, Text) else words.words
        for holder in holders
        if kind in {None, holder.__name__}
        for name, words in vars(holder).items()
        if isinstance(words, FindingWords | RefusalWords | Text)
    }


def codes_of(package: str, kind: str) -> dict[str, Text]:
    """Return the words of one class of a package's module ``findings``, such as ``Refusals``, by their code."""
    return {name.partition(".")[2]: words for name, words in wordings_of(package, kind).items()}


@cache
def _named_in_source() -> set[str]:
    """Return what the library's source names as an attribute of a class, as ``Findings.paid_late``."""
    sources = (path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    return {name for source in sources for name in re.findall(r"\b[A-Z]\w+\.\w+", source)}


def told_nowhere(package: str) -> set[str]:
    """Return the words of a package's module ``findings`` that nothing in the library names."""
    return set(wordings_of(package)) - _named_in_source()


def placeholders(wording: str) -> set[str]:
    """Return the names of the values that a wording waits for; a span of days waits for both its ends."""
    names = {name for _, name, _, _ in Formatter().parse(wording) if name is not None}
    return names - {"span"} | {"first", "last"} if "span" in names else names


def missing_words(package: str) -> set[str]:
    """Return what a package prints and has no words for."""
    texts = labels_of(package)
    names = {rule.__name__ for rule in rules_of(package) if rule.called is None} | facts_of(package)
    told = told_records(package)
    fields = {
        f"{kind.__name__}.{field}"
        for kind, fields in fields_of(package).items()
        for field in fields
        if kind in told and field not in texts and f"{kind.__name__}.{field}" not in texts
    }
    return (names - set(texts)) | fields


def dead_words(package: str) -> set[str]:
    """Return the labels of a package that nothing prints."""
    alive = facts_of(package) | {rule.__name__ for rule in rules_of(package) if rule.called is None}
    alive |= questions_of(package)
    for kind in records_of(package):
        fields = {field.name for field in fields_of_record(kind)}
        alive |= fields | {f"{kind.__name__}.{field}" for field in fields}
    return set(labels_of(package)) - alive


def broken_words(package: str) -> list[str]:
    """Return what is wrong with a package's wordings, one line each."""
    called = {rule.__name__: rule.called for rule in rules_of(package) if rule.called is not None}
    nothing = {f"{rule.__name__}, none": rule.none for rule in rules_of(package) if rule.none is not None}
    texts = {**labels_of(package), **called, **nothing, **wordings_of(package)}
    return [line for name, text in texts.items() for line in _broken(name, text)]


def _broken(name: str, text: Text) -> Iterator[str]:
    if placeholders(text.zh) != placeholders(text.en):
        yield f"{name}: the two languages wait for different values"
    zh, en = (re.sub(r"\{\w+\}", "", wording) for wording in (text.zh, text.en))
    is_of_values_alone = bool(placeholders(text.zh)) and not re.search(r"[A-Za-z]", zh)
    if not HAN.search(zh) and not is_of_values_alone:
        yield f"{name}: the Chinese has no Chinese character"
    if HAN.search(en) or not text.en.strip():
        yield f"{name}: the English is not English"
    if re.search(r"[a-z]{2,} [a-z]{2,}", zh):
        yield f"{name}: the Chinese has English words"


def check_words(package: str) -> None:
    """Fail unless everything that a package prints has words, in both languages, and no word is left over."""
    assert labels_of(package), f"{package} has no labels"
    assert sorted(missing_words(package)) == [], "printed, but without words"
    assert sorted(dead_words(package)) == [], "in the words, but never printed"
    assert sorted(told_nowhere(package)) == [], "in the findings, but never told"
    assert broken_words(package) == []
