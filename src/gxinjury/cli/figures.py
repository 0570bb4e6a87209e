"""The figures as a list (数值的列示), as text or as data: every value with its standing and its source."""

import difflib
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

import attrs

from gxinjury.citations import Clause
from gxinjury.cli.printing import page_width, wrapped
from gxinjury.cli.words import word
from gxinjury.extra.answer_values import text_data
from gxinjury.law import LAW
from gxinjury.law.figures.listing import ListedFigure, ListedValue, figure_lines, listed_figures
from gxinjury.money import Rate
from gxinjury.texts import Language, Text


def figure_name(language: Language) -> Callable[[str], str]:
    """Return how the command reads the name of a figure: as it is, or refused with the nearest one."""

    def read(given: str) -> str:
        names = [*LAW.figures()]
        name = given.lower().replace("-", "_")
        if name in names:
            return name
        rule = word("no_figure").filled({"given": given})
        nearest = (*difflib.get_close_matches(name, names, n=1), "nanning_on_post")[0]
        raise ArgumentTypeError(word("did_you_mean").say(language, rule=rule, nearest=nearest))

    return read


def figures_page(name: str | None, language: Language) -> str:
    """Return the figures as text, all or the one of a name."""
    return "\n\n".join("\n".join(_lines(figure, language)) for figure in listed_figures(name))


def _lines(figure: ListedFigure, language: Language) -> Iterator[str]:
    columns = page_width()
    for line in figure_lines(figure, language):
        text = line.lstrip()
        indent = " " * (len(line) - len(text))
        yield from wrapped(text, columns, first=indent, then=f"{indent}    ")


def figures_data(name: str | None) -> list[dict[str, Any]]:
    """Return the figures as data, all or the one of a name."""
    return [
        {
            "name": figure.name,
            "clause": str(figure.clause),
            "label": text_data(figure.label),
            "values": [_value(one) for one in figure.values],
        }
        for figure in listed_figures(name)
    ]


def _value(one: ListedValue) -> dict[str, Any]:
    entry = one.entry
    return {
        "first": entry.first.isoformat(),
        "last": None if entry.last is None else entry.last.isoformat(),
        "value": _plain(entry.value),
        "told": text_data(one.value),
        "clause": str(one.clause),
        "standing": entry.standing.name,
        "source": text_data(entry.source),
        "note": None if entry.note is None else text_data(entry.note),
        "announced_on": None if entry.announced_on is None else entry.announced_on.isoformat(),
        "announced_by": None if entry.announced_by is None else entry.announced_by.isoformat(),
        "verified_through": None if entry.verified_through is None else entry.verified_through.isoformat(),
    }


def _plain(value: object) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """Return a value as JSON holds it: amounts and rates as text, so that no digit is lost; records field by field."""
    match value:
        case None | bool() | int() | str():
            return value
        case Enum():
            return value.name
        case Text():
            return text_data(value)
        case tuple():
            return [_plain(one) for one in value]
        case Rate() | Clause():
            return str(value)
        case _ if attrs.has(kind := type(value)):
            return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(kind)}
        case _:
            return str(value)
