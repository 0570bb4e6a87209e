"""A page about a case (案情答复的版面): what the pages on one case share, from its title to how the texts were read."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from gxinjury import __version__
from gxinjury.citations import Clause
from gxinjury.cli.case_words import WORDS
from gxinjury.cli.printing import cited, page_width, width, wrapped
from gxinjury.cli.words import word
from gxinjury.codec.names import reading_name
from gxinjury.construction import cautions_of
from gxinjury.explanations import Explanation, StepKind
from gxinjury.extra.case_answers import readings_taken
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.cases.file import CaseFile
from gxinjury.findings import Finding
from gxinjury.privacy import mask, printable
from gxinjury.statutes import default_of
from gxinjury.texts import Language, is_chinese, written

_MOST_LISTED: Final = 50


class CasePage:
    """A page about one case in one language.

    Args:
        case: The case.
        asked: What ``explain`` gave for it.
        language: The language.
    """

    def __init__(self, case: CaseFile, asked: Explanation[Any], language: Language) -> None:
        self.case = case
        self.asked = asked
        self.language = language
        self.columns = page_width()

    def say(self, name: str, **values: object) -> str:
        """Return a wording of the shell."""
        wording = WORDS.texts.get(name) or word(name)
        return wording.say(self.language, **values)

    def shown(self, text: str | None) -> str:
        """Return a text of the file as it may be printed: ids masked, no control characters."""
        return "" if text is None else printable(mask(text))

    def written(self, value: object) -> str:
        """Return a value as it may be printed."""
        return printable(written(value, self.language))

    def title(self) -> Iterator[str]:
        """Yield the project's name, underlined."""
        title = self.shown(self.case.project.name) or self.say("untitled")
        yield from (title, "=" * width(title))

    def calendar_used(self, calendar: str, days_off: tuple[DaysOff, ...]) -> Iterator[str]:
        """Yield the work calendar that was asked with, if any; without one a caution says so."""
        if calendar == "none":
            return
        told = self.say(calendar)
        if days_off:
            years = ("、" if is_chinese(self.language) else ", ").join(
                self.say("notice_of", year=str(one.year), where=one.where) for one in days_off
            )
            told = self.say("calendar_with", calendar=told, years=years)
        yield from wrapped(told, self.columns, first=f"{self.say('calendar')}  ", then="    ")

    def item(self, text: str, clauses: Iterable[Clause | None], *, indent: str = "  ") -> Iterator[str]:
        """Yield an item of a list with its clauses."""
        told = f"{printable(text)} {cited(clauses)}".rstrip()
        yield from wrapped(told, self.columns, first=f"{indent}- ", then=f"{indent}  ")

    def items(self, findings: tuple[Finding, ...], *, indent: str = "  ") -> Iterator[str]:
        """Yield findings, of very many the first ones and how many there are more."""
        for finding in findings[:_MOST_LISTED]:
            yield from self.item(finding.message.say(self.language), [finding.clause], indent=indent)
        if len(findings) > _MOST_LISTED:
            yield f"{indent}- {self.say('more', more=len(findings) - _MOST_LISTED)}"

    def cautions(self) -> Iterator[str]:
        """Yield what to mind, and what the law asked departs in."""
        by_message: dict[str, list[Clause | None]] = {}
        for caution in cautions_of(self.asked):
            if caution.kind is not StepKind.READING:
                by_message.setdefault(caution.message.say(self.language), []).append(caution.clause)
        if by_message:
            yield from ("", self.say("cautions"))
        for message, clauses in by_message.items():
            yield from self.item(message, clauses)
        if self.asked.departures:
            yield from ("", self.say("law_asked"))
        for text in self.asked.departures:
            yield from self.item(text.say(self.language), [])

    def readings(self) -> Iterator[str]:
        """Yield how the texts were read where they can be read in more ways than one."""
        taken = readings_taken(self.asked)
        if taken:
            yield from ("", self.say("readings"))
        for each in taken:
            kind = type(each.reading)
            between = "：" if is_chinese(self.language) else ": "
            answer = f"{kind.question.say(self.language)}{between}{each.reading.says.say(self.language)}"
            yield from self.item(answer, [kind.clause])
            how = self.say("departs", default=default_of(kind).named) if each.departs else self.say("by_default")
            others = tuple(member.named for member in kind if member is not each.reading)
            told = self.say("taken", reading=reading_name(kind), member=each.reading.name, how=how, others=others)
            yield from wrapped(told, self.columns, first="      ", then="      ")

    def closing(self) -> Iterator[str]:
        """Yield the last line."""
        yield from ("", *wrapped(self.say("closing", version=__version__), self.columns))
