"""Clauses, readings and figures as lists (条款、口径与数值的列示), as text or as data."""

from collections.abc import Iterable, Iterator
from typing import Any

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.cli.page import Page
from gxinjury.codec import dump
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.extra.cases.data import fields_data, text_data
from gxinjury.extra.pages.parts import Document, Gap, Line, Part
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.law.figures.listing import ListedFigure, ListedValue, figure_lines, listed_figures
from gxinjury.statutes import Reading, default_of
from gxinjury.texts import Language, is_chinese


def clauses_page(instrument: str | None, status: Status | None, language: Language) -> Document:
    """Return the clause register as text, of one instrument or of all, of one status or of all."""
    page = Page(language)
    return page.of(_apart(_instrument(each, clauses, page) for each, clauses in _chosen(instrument, status)))


def _apart(several: Iterable[Iterable[Part]]) -> Iterator[Part]:
    """Yield the parts of several things, an empty line between one and the next."""
    for position, parts in enumerate(several):
        yield from ([Gap()] if position else [])
        yield from parts


def clauses_data(instrument: str | None, status: Status | None) -> list[dict[str, Any]]:
    """Return the clause register as data."""
    return [
        {
            **fields_data(clause, "id instrument number status encoded grade", id=clause, instrument=each.id),
            **text_data(clause.says),
        }
        for each, clauses in _chosen(instrument, status)
        for clause in clauses
    ]


def _chosen(instrument: str | None, status: Status | None) -> Iterator[tuple[Instrument, list[Clause]]]:
    for each in INSTRUMENTS:
        clauses = [clause for clause in each.clauses if status is None or status in clause.status]
        if clauses and instrument in {None, each.id}:
            yield each, clauses


def _instrument(instrument: Instrument, clauses: list[Clause], page: Page) -> Iterator[Part]:
    issued = page.say("issued", issued=instrument.issued) if instrument.issued else ""
    heading = [instrument.id, instrument.title.say(page.language), instrument.number, issued]
    yield Line("  ".join(part for part in heading if part), then=4)
    for clause in clauses:
        status = ("、" if is_chinese(page.language) else ", ").join(page.written(one) for one in clause.status)
        yield Line(f"{clause}  {status}  {page.say('encoded' if clause.encoded else 'not_encoded')}", 2)
        yield Line(clause.says.say(page.language), 6)


def readings_page(language: Language) -> Document:
    """Return every reading as text: its question, its members, the default first, and why that is the default."""
    page = Page(language)
    return page.of(_apart(_reading(kind, page) for kind in readings_by_name("gxinjury").values()))


def _reading(kind: type[Reading], page: Page) -> Iterator[Part]:
    if is_chinese(page.language):
        yield Line(f"{kind.question.zh}（{reading_name(kind)}） [{kind.clause}]", then=4)
    else:
        yield Line(f"{reading_name(kind)}  [{kind.clause}]")
        yield Line(kind.question.en, 2)
    for member in kind:
        default = page.say("default") if member is default_of(kind) else ""
        yield Line(page.say("member", name=member.name, says=member.says, default=default), 4, 8)
    yield Line(page.say("why", why=kind.why), 2)


def readings_data() -> list[dict[str, Any]]:
    """Return every reading as data."""
    return [
        fields_data(
            kind,
            "name clause default question why members",
            name=name,
            default=default_of(kind),
            members=[{"name": member.name, **text_data(member.says)} for member in kind],
        )
        for name, kind in readings_by_name("gxinjury").items()
    ]


def figures_page(name: str | None, language: Language) -> Document:
    """Return the figures as text, all or the one of a name."""
    page = Page(language)
    return page.of(_apart(_figure(figure, page) for figure in listed_figures(name)))


def _figure(figure: ListedFigure, page: Page) -> Iterator[Part]:
    for line in figure_lines(figure, page.language):
        text = line.lstrip()
        indent = len(line) - len(text)
        yield Line(text, indent, indent + 4)


def figures_data(name: str | None) -> list[dict[str, Any]]:
    """Return the figures as data, all or the one of a name."""
    return [
        {**fields_data(figure, "name clause label"), "values": [_value(one) for one in figure.values]}
        for figure in listed_figures(name)
    ]


def _value(one: ListedValue) -> dict[str, Any]:
    entry = one.entry
    return {
        **fields_data(entry, "first last"),
        "value": None if entry.value is None else dump(entry.value),
        "told": text_data(one.value),
        "clause": str(one.clause),
        "standing": entry.standing.name,
        # A source may have a number in it that looks like an id.
        "source": text_data(entry.source),
        "note": entry.note and text_data(entry.note),
        **fields_data(entry, "announced_on announced_by verified_through"),
    }
