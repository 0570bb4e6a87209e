"""A page (版面): its language, and the parts that pages have in common."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

import attrs

from gxinjury import __version__
from gxinjury.citations import Clause
from gxinjury.cli.printing import cited
from gxinjury.cli.words import word
from gxinjury.codec.names import reading_name
from gxinjury.extra.cases.answers import CaseAnswer
from gxinjury.extra.cases.days_off import CalendarAsked
from gxinjury.extra.pages.parts import Closing, Document, Heading, Item, Line, Part, Title
from gxinjury.findings import Finding
from gxinjury.periods import Period
from gxinjury.privacy import AnyText, mask, printable
from gxinjury.statutes import default_of
from gxinjury.texts import Language, Text, is_chinese, written

T = TypeVar("T")
_P = ParamSpec("_P")

_MOST_LISTED: Final = 50


@attrs.frozen
class Page:
    """In which language a page is written, and what its parts are in it."""

    language: Language

    def say(self, wording: str | Text, /, **values: object) -> str:
        """Return a wording, or one of the shell by its name, with values in it, as it may be printed."""
        told = word(wording) if isinstance(wording, str) else wording
        return printable(mask(told.say(self.language, **values)))

    def written(self, value: object) -> str:
        """Return a value as it may be printed: ids masked, no control characters; nothing for None."""
        return "" if value is None else printable(mask(written(value, self.language)))

    def title(self, name: AnyText | None) -> Iterator[Part]:
        """Yield what the page is about; a project without a name is one."""
        yield Title(self.written(name) or self.say("untitled"))

    def section(self, heading: str | Text, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield parts under a heading; nothing where there are none."""
        told = list(parts)
        if told:
            yield from (Heading(self.say(heading)), *told)

    def item(self, text: str, clauses: Iterable[Clause | None] = (), *, indent: int = 2) -> Iterator[Part]:
        """Yield an item of a list with its clauses."""
        yield Item(f"{printable(text)} {cited(clauses)}".rstrip(), indent)

    def findings(self, findings: Sequence[Finding], *, indent: int = 2) -> Iterator[Part]:
        """Yield findings, of very many the first ones and how many there are more."""
        for finding in findings[:_MOST_LISTED]:
            yield from self.item(finding.message.say(self.language), [finding.clause], indent=indent)
        if len(findings) > _MOST_LISTED:
            yield Item(self.say("more", more=len(findings) - _MOST_LISTED), indent)

    def nothing(self) -> Line:
        """Return that there is nothing."""
        return Line(self.say("none"), 2)

    def period(self, period: Period) -> str:
        """Return days as a text says them."""
        if period.last is None:
            return self.say("from_on", first=period.first)
        if period.last == period.first:
            return self.say("on_day", first=period.first)
        return self.say("from_to", first=period.first, last=period.last)

    def days(self, period: Period) -> str:
        """Return how many days a period has; nothing for one that is open."""
        return "" if period.days is None else self.say("days", days=period.days)

    def closing(self) -> Iterator[Part]:
        """Yield the last line."""
        yield Closing(self.say("closing", version=__version__))


def as_page(
    parts: Callable[Concatenate[T, Page, _P], Iterable[Part]],
) -> Callable[Concatenate[T, Language, _P], Document]:
    """Make a page, in a language, of what yields the parts of an answer."""

    @wraps(parts)
    def page(answer: T, language: Language, /, *args: _P.args, **more: _P.kwargs) -> Document:
        return Document(tuple(parts(answer, Page(language), *args, **more)), language)

    return page


def calendar_used(asked: CalendarAsked, page: Page) -> Iterator[Part]:
    """Yield the work calendar that a case was asked with, if any; without one a caution says so."""
    if asked.days is None:
        return
    told = page.say(f"called_{asked.name}")
    if asked.days_off:
        years = (page.say("notice_of", year=str(one.year), where=one.where) for one in asked.days_off)
        told = page.say("calendar_with", calendar=told, years=tuple(years))
    yield Line(told, then=4, label=page.say("calendar"))


def cautions(answer: CaseAnswer[object], page: Page) -> Iterator[Part]:
    """Yield what was passed over in reading, what to mind, what the law asked departs in, how the texts were read."""
    yield from page.section("passed_over", (Item(page.written(one)) for one in answer.file.passed_over))
    by_message: dict[str, list[Clause | None]] = {}
    for caution in answer.cautions:
        by_message.setdefault(caution.message.say(page.language), []).append(caution.clause)
    told = (line for message, clauses in by_message.items() for line in page.item(message, clauses))
    yield from page.section("cautions", told)
    departures = (line for text in answer.reasons.departures for line in page.item(text.say(page.language)))
    yield from page.section("law_asked", departures)
    yield from page.section("readings", _readings(answer, page))


def _readings(answer: CaseAnswer[object], page: Page) -> Iterator[Part]:
    """Yield how the texts were read where they can be read in more ways than one."""
    for taken in answer.readings:
        kind, member = type(taken.reading), taken.reading
        between = "：" if is_chinese(page.language) else ": "
        told = f"{kind.question.say(page.language)}{between}{member.says.say(page.language)}"
        yield from page.item(told, [kind.clause])
        how = page.say("departs", default=default_of(kind).named) if taken.departs else page.say("by_default")
        others = tuple(one.named for one in taken.others)
        told = page.say("taken", reading=reading_name(kind), member=member.name, how=how, others=others)
        yield Line(told, 6)
