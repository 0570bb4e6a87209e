"""What a case still needs as a page (案情追问的排印): the questions first, then the clauses that matter."""

from collections.abc import Iterable, Iterator
from typing import Any

from gxinjury import __version__
from gxinjury.cli.printing import page_width, width, wrapped
from gxinjury.cli.question_words import WORDS
from gxinjury.cli.words import word
from gxinjury.codec.names import reading_name
from gxinjury.extra.case_questions import CaseQuestions, ReadingReport, UnderReadings
from gxinjury.inquiry import Comparison, Needs, ReadingThatMatters, Refusal
from gxinjury.inquiry.outcomes import matches
from gxinjury.law.readings.sets import SETS
from gxinjury.periods import day_after
from gxinjury.privacy import mask, printable
from gxinjury.telling import told
from gxinjury.texts import Language


def questions_page(found: CaseQuestions, language: Language) -> str:
    """Return what a case still needs as a page."""
    return "\n".join(_Page(found, language).lines())


class _Page:
    """The page of one case in one language."""

    def __init__(self, found: CaseQuestions, language: Language) -> None:
        self.found = found
        self.language = language
        self.columns = page_width()

    def say(self, name: str, **values: object) -> str:
        return WORDS.texts[name].say(self.language, **values)

    def lines(self) -> Iterator[str]:
        case = self.found.case.case
        name = case.project.name
        title = word("untitled").say(self.language) if name is None else printable(mask(name))
        yield from (title, "=" * width(title), "", self.say("questions"))
        yield from self.line(self.say("sides"), 2)
        yield from self.premium()
        after_expiry = day_after(self.found.expiry)
        for one in self.found.cover:
            about = self.say("cover_on", day=one.day)
            yield from self.needs(
                about if one.day != after_expiry else self.say("after_expiry", about=about), one.needs
            )
        for injury in self.found.injuries:
            worker = self.say("worker_unknown") if injury.worker is None else printable(injury.worker)
            about = self.say("injury", number=injury.number, worker=worker, moment=injury.happened_at)
            yield from self.needs(about, injury.needs)
        for disease in self.found.diseases:
            worker = self.say("worker_unknown") if disease.worker is None else printable(disease.worker)
            yield from self.needs(self.say("disease", number=disease.number, worker=worker), disease.needs)
        yield from ("", self.say("readings"))
        yield from self.line(self.say("as_not_so"), 2)
        for report in self.found.readings:
            yield from self.report(report)
        yield from ("", *wrapped(word("closing").say(self.language, version=__version__), self.columns))

    def line(self, text: str, indent: int, *, mark: str = "") -> Iterator[str]:
        first = " " * indent + mark
        yield from wrapped(printable(text), self.columns, first=first, then=" " * (len(first) or 2))

    def told(self, outcomes: Iterable[object], *, yuan: bool = False) -> str:
        return " | ".join(told(one, self.language, in_yuan=yuan) for one in outcomes)

    def premium(self) -> Iterator[str]:
        """Yield the premium on the whole price, and the questions whether that is due."""
        found = self.found.premium
        yield from self.needs(self.say("in_full", amount=self.told([found.in_full], yuan=True)), found.needs)

    def needs(self, about: str, found: Needs[Any] | Refusal) -> Iterator[str]:
        """Yield the questions about one thing, in the order in which asking helps most."""
        yield ""
        yield from self.line(about, 2)
        if isinstance(found, Refusal):
            yield from self.line(found.text(self.language), 4)
            return
        outcomes = self.told(found.outcomes)
        settled = self.say("outcome", outcome=outcomes) if found.is_decided else self.say("outcomes", outcomes=outcomes)
        yield from self.line(settled, 4)
        _, *questions = found.sections(self.language)
        for question, answers in questions:
            yield from self.line(question, 4)
            for answer in answers:
                yield from self.line(answer, 6, mark="- ")

    def report(self, report: ReadingReport) -> Iterator[str]:
        """Yield the readings that matter to one outcome, then what it is under the named sets."""
        about, found = report.about.say(self.language), report.found
        if report.number is not None:
            about = self.say("about_injury", about=about, number=report.number)
        yield ""
        if isinstance(found, Refusal):
            yield from self.line(self.say("now", about=about, outcome=found.text(self.language)), 2)
            return
        if report.example is not None:
            start, completion, paid_on = report.example
            about = self.say("for_example", about=about, start=start, completion=completion, paid_on=paid_on)
        outcome = self.told([found.readings.outcome], yuan=found.readings.in_yuan)
        yield from self.line(self.say("now", about=about, outcome=outcome), 2)
        if not found.readings:
            yield from self.line(self.say("none_matters"), 4)
        for one in found.readings:
            yield from self.reading(one, found)
        yield from self.line(self.say("sets"), 4)
        yield from self.sets(found.sets)

    def reading(self, one: ReadingThatMatters[Any], found: UnderReadings) -> Iterator[str]:
        """Yield a reading that matters, with the outcome under each member."""
        kind = one.reading
        told = self.say("reading", reading=reading_name(kind), clause=kind.clause, question=kind.question)
        yield from self.line(told, 4)
        if all(matches(found.alone[choice.value], found.readings.outcome) for choice in one.choices):
            yield from self.line(self.say("only_together"), 6)
            return
        for choice in one.choices:
            told = self.told([found.alone[choice.value]], yuan=found.readings.in_yuan)
            member, says = choice.value.name, choice.value.says
            yield from self.line(self.say("under_member", member=member, says=says, outcome=told), 6, mark="- ")
        yield from self.line(word("why").say(self.language, why=kind.why), 6)

    def sets(self, found: Comparison[Any]) -> Iterator[str]:
        """Yield the outcome under each named set of readings."""
        aims = {one.name: one.aim for one in SETS}
        for one in found:
            aim = aims.get(one.name, WORDS.texts["set_default"])
            is_same = one is not found[0] and matches(one.outcome, found[0].outcome)
            told = self.say("same") if is_same else self.told([one.outcome], yuan=found.in_yuan)
            yield from self.line(self.say("under_set", set=one.name, aim=aim, outcome=told), 6, mark="- ")
            for cause in one.causes:
                yield from self.line(cause.text(self.language), 8)
