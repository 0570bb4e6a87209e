"""Clauses, readings and figures as lists (条款、口径与数值的列示), as text or as data."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.cli.page import Page, as_page
from gxinjury.cli.running import Told, reply
from gxinjury.codec import dump
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.extra.cases.data import VERSIONS, fields_data, text_data
from gxinjury.extra.pages.parts import Gap, Line, Part
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.law.figures.listing import ListedFigure, ListedValue, figure_lines, listed_figures
from gxinjury.statutes import Reading, default_of
from gxinjury.texts import Language, is_chinese

_Clauses = tuple[Instrument, list[Clause]]


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury clauses``, ``readings`` or ``figures``: every one, or those that are asked for."""
    chosen, tell, data = _LISTS[asked.command]
    listed = [*chosen(asked)]
    page = _page(listed, language, tell)
    return reply(asked, page, lambda: {**VERSIONS, asked.command: [one for each in listed for one in data(each)]})


@as_page
def _page(listed: Iterable[Any], page: Page, tell: Callable[[Any, Page], Iterable[Part]]) -> Iterator[Part]:
    """Yield the parts of several things, an empty line between one and the next."""
    for position, one in enumerate(listed):
        yield from ([Gap()] if position else [])
        yield from tell(one, page)


def _chosen(asked: Namespace) -> Iterator[_Clauses]:
    status = None if asked.status is None else Status[asked.status.upper()]
    for each in INSTRUMENTS:
        clauses = [clause for clause in each.clauses if status is None or status in clause.status]
        if clauses and asked.instrument in {None, each.id}:
            yield each, clauses


def _clauses(several: _Clauses, page: Page) -> Iterator[Part]:
    instrument, clauses = several
    issued = page.say("issued", issued=instrument.issued) if instrument.issued else ""
    heading = [instrument.id, instrument.title.say(page.language), instrument.number, issued]
    yield Line("  ".join(part for part in heading if part), then=4)
    for clause in clauses:
        encoded = page.say("encoded" if clause.encoded else "not_encoded")
        yield Line(f"{clause}  {page.written(clause.status)}  {encoded}", 2)
        yield Line(clause.says.say(page.language), 6)


def _clauses_data(several: _Clauses) -> Iterator[dict[str, Any]]:
    instrument, clauses = several
    for clause in clauses:
        told = fields_data(clause, "id instrument number status encoded grade", id=clause, instrument=instrument.id)
        yield {**told, **text_data(clause.says)}


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


def _reading_data(kind: type[Reading]) -> Iterator[dict[str, Any]]:
    yield fields_data(
        kind,
        "name clause default question why members",
        name=reading_name(kind),
        default=default_of(kind),
        members=[{"name": member.name, **text_data(member.says)} for member in kind],
    )


def _figure(figure: ListedFigure, page: Page) -> Iterator[Part]:
    for line in figure_lines(figure, page.language):
        text = line.lstrip()
        indent = len(line) - len(text)
        yield Line(text, indent, indent + 4)


def _figure_data(figure: ListedFigure) -> Iterator[dict[str, Any]]:
    yield {**fields_data(figure, "name clause label"), "values": [_value(one) for one in figure.values]}


def _value(one: ListedValue) -> dict[str, Any]:
    entry = one.entry
    return {
        **fields_data(entry, "first last"),
        "value": dump(entry.value),
        "told": text_data(one.value),
        "clause": str(one.clause),
        "standing": entry.standing.name,
        # A source may have a number in it that looks like an id.
        "source": text_data(entry.source),
        "note": entry.note and text_data(entry.note),
        **fields_data(entry, "announced_on announced_by verified_through"),
    }


_LISTS: Final[Mapping[str, tuple[Callable[[Namespace], Iterable[Any]], Callable[..., Any], Callable[..., Any]]]] = {
    "clauses": (_chosen, _clauses, _clauses_data),
    "readings": (lambda _: readings_by_name("gxinjury").values(), _reading, _reading_data),
    "figures": (lambda asked: listed_figures(asked.series), _figure, _figure_data),
}
"""By command: what is listed, how it is told, and how as data."""
