"""What a case still needs as a page (案情追问的排印): the questions first, then the clauses that matter."""

from collections.abc import Iterable, Iterator
from typing import Any

from gxinjury.cli.page import Page
from gxinjury.cli.words import word
from gxinjury.codec.names import reading_name
from gxinjury.extra.cases.questions import CaseQuestions, ReadingReport, UnderReadings
from gxinjury.inquiry import Comparison, Needs, ReadingThatMatters, Refusal
from gxinjury.inquiry.outcomes import matches
from gxinjury.law.readings.sets import SETS
from gxinjury.periods import day_after
from gxinjury.privacy import printable
from gxinjury.telling import told
from gxinjury.texts import Language


def questions_page(found: CaseQuestions, language: Language) -> str:
    """Return what a case still needs as a page."""
    return "\n".join(_lines(found, Page(language)))


def _lines(found: CaseQuestions, page: Page) -> Iterator[str]:
    yield from page.title(found.case.file.project.name)
    yield from ("", page.say("questions"), *_line(page.say("sides"), 2, page))
    in_full = _told([found.premium.in_full], page, yuan=True)
    yield from _needs(page.say("in_full", amount=in_full), found.premium.needs, page)
    for one in found.cover:
        about = page.say("cover_on", day=one.day)
        if one.day == day_after(found.expiry):
            about = page.say("after_expiry", about=about)
        yield from _needs(about, one.needs, page)
    for harm in (*found.injuries, *found.diseases):
        worker = page.say("worker_unknown") if harm.worker is None else printable(harm.worker)
        facts = {"number": harm.number, "worker": worker, "moment": harm.happened_at}
        about = page.say("disease" if harm.happened_at is None else "injury", **facts)
        yield from _needs(about, harm.needs, page)
    yield from ("", page.say("readings_that_matter"), *_line(page.say("as_not_so"), 2, page))
    for report in found.readings:
        yield from _report(report, page)
    yield from page.closing()


def _line(text: str, indent: int, page: Page, *, mark: str = "") -> Iterator[str]:
    yield from page.wrapped(printable(text), " " * indent + mark)


def _told(outcomes: Iterable[object], page: Page, *, yuan: bool = False) -> str:
    return " | ".join(told(one, page.language, in_yuan=yuan) for one in outcomes)


def _needs(about: str, found: Needs[Any] | Refusal, page: Page) -> Iterator[str]:
    """Yield the questions about one thing, in the order in which asking helps most."""
    yield from ("", *_line(about, 2, page))
    if isinstance(found, Refusal):
        yield from _line(found.text(page.language), 4, page)
        return
    outcomes = _told(found.outcomes, page)
    settled = page.say("outcome", outcome=outcomes) if found.is_decided else page.say("outcomes", outcomes=outcomes)
    yield from _line(settled, 4, page)
    _, *questions = found.sections(page.language)
    for question, answers in questions:
        yield from _line(question, 4, page)
        for answer in answers:
            yield from _line(answer, 6, page, mark="- ")


def _report(report: ReadingReport, page: Page) -> Iterator[str]:
    """Yield the readings that matter to one outcome, then what it is under the named sets."""
    about, found = report.about.say(page.language), report.found
    if report.number is not None:
        about = page.say("about_injury", about=about, number=report.number)
    yield ""
    if isinstance(found, Refusal):
        yield from _line(page.say("now", about=about, outcome=found.text(page.language)), 2, page)
        return
    if report.example is not None:
        case = report.example
        days = {"start": case.start, "completion": case.contract.completion, "paid_on": case.first_paid_on}
        about = page.say("for_example", about=about, **days)
    outcome = _told([found.readings.outcome], page, yuan=found.readings.in_yuan)
    yield from _line(page.say("now", about=about, outcome=outcome), 2, page)
    if not found.readings:
        yield from _line(page.say("none_matters"), 4, page)
    for one in found.readings:
        yield from _reading(one, found, page)
    yield from _line(page.say("sets"), 4, page)
    yield from _sets(found.sets, page)


def _reading(one: ReadingThatMatters[Any], found: UnderReadings, page: Page) -> Iterator[str]:
    """Yield a reading that matters, with the outcome under each member."""
    kind = one.reading
    yield from _line(
        page.say("reading", reading=reading_name(kind), clause=kind.clause, question=kind.question), 4, page
    )
    if all(matches(found.alone[choice.value], found.readings.outcome) for choice in one.choices):
        yield from _line(page.say("only_together"), 6, page)
        return
    for choice in one.choices:
        outcome = _told([found.alone[choice.value]], page, yuan=found.readings.in_yuan)
        says = page.say("under_member", member=choice.value.name, says=choice.value.says, outcome=outcome)
        yield from _line(says, 6, page, mark="- ")
    yield from _line(page.say("why", why=kind.why), 6, page)


def _sets(found: Comparison[Any], page: Page) -> Iterator[str]:
    """Yield the outcome under each named set of readings."""
    aims = {one.name: one.aim for one in SETS}
    for one in found:
        is_same = one is not found[0] and matches(one.outcome, found[0].outcome)
        outcome = page.say("same") if is_same else _told([one.outcome], page, yuan=found.in_yuan)
        aim = aims.get(one.name, word("set_default"))
        yield from _line(page.say("under_set", set=one.name, aim=aim, outcome=outcome), 6, page, mark="- ")
        for cause in one.causes:
            yield from _line(cause.text(page.language), 8, page)
