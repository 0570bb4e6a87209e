"""What a case still needs as a page (案情追问的排印): the questions first, then the clauses that matter."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from gxinjury.cli.cases import asked_about
from gxinjury.cli.page import Page, as_page
from gxinjury.cli.running import Told, reply
from gxinjury.cli.words import word
from gxinjury.codec.names import reading_name
from gxinjury.extra.cases.open import read_open_case
from gxinjury.extra.cases.question_data import questions_data
from gxinjury.extra.cases.questions import CaseQuestions, ReadingReport, UnderReadings, questions_of
from gxinjury.extra.pages.parts import Gap, Heading, Item, Line, Part
from gxinjury.inquiry import Comparison, Needs, ReadingThatMatters, Refusal
from gxinjury.inquiry.outcomes import matches
from gxinjury.law.readings.sets import SETS
from gxinjury.periods import day_after
from gxinjury.privacy import printable
from gxinjury.telling import told
from gxinjury.texts import Language


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury ask``."""
    if asked.fill:
        from gxinjury.cli.asking import fill_in

        return fill_in(asked.case, language)
    with asked_about(asked, language, read_open_case) as case:
        found = questions_of(case)
    return reply(asked, questions_page(found, language), lambda: questions_data(found))


@as_page
def questions_page(found: CaseQuestions, page: Page) -> Iterator[Part]:
    """Yield what a case still needs."""
    yield from page.title(found.case.file.project.name)
    yield from (Heading(page.say("questions")), _line(page.say("sides"), 2))
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
    yield from (Heading(page.say("readings_that_matter")), _line(page.say("as_not_so"), 2))
    for report in found.readings:
        yield from _report(report, page)
    yield from page.closing()


def _line(text: str, indent: int) -> Line:
    return Line(printable(text), indent)


def _item(text: str, indent: int) -> Item:
    return Item(printable(text), indent)


def _told(outcomes: Iterable[object], page: Page, *, yuan: bool = False) -> str:
    return " | ".join(told(one, page.language, in_yuan=yuan) for one in outcomes)


def _needs(about: str, found: Needs[Any] | Refusal, page: Page) -> Iterator[Part]:
    """Yield the questions about one thing, in the order in which asking helps most."""
    yield from (Gap(), _line(about, 2))
    if isinstance(found, Refusal):
        yield _line(found.text(page.language), 4)
        return
    outcomes = _told(found.outcomes, page)
    settled = page.say("outcome", outcome=outcomes) if found.is_decided else page.say("outcomes", outcomes=outcomes)
    yield _line(settled, 4)
    _, *questions = found.sections(page.language)
    for question, answers in questions:
        yield _line(question, 4)
        for answer in answers:
            yield _item(answer, 6)


def _report(report: ReadingReport, page: Page) -> Iterator[Part]:
    """Yield the readings that matter to one outcome, then what it is under the named sets."""
    about, found = report.about.say(page.language), report.found
    if report.number is not None:
        about = page.say("about_injury", about=about, number=report.number)
    yield Gap()
    if isinstance(found, Refusal):
        yield _line(page.say("now", about=about, outcome=found.text(page.language)), 2)
        return
    if report.example is not None:
        case = report.example
        days = {"start": case.start, "completion": case.contract.completion, "paid_on": case.first_paid_on}
        about = page.say("for_example", about=about, **days)
    outcome = _told([found.readings.outcome], page, yuan=found.readings.in_yuan)
    yield _line(page.say("now", about=about, outcome=outcome), 2)
    if not found.readings:
        yield _line(page.say("none_matters"), 4)
    for one in found.readings:
        yield from _reading(one, found, page)
    yield _line(page.say("sets"), 4)
    yield from _sets(found.sets, page)


def _reading(one: ReadingThatMatters[Any], found: UnderReadings, page: Page) -> Iterator[Part]:
    """Yield a reading that matters, with the outcome under each member."""
    kind = one.reading
    yield _line(page.say("reading", reading=reading_name(kind), clause=kind.clause, question=kind.question), 4)
    if all(matches(found.alone[choice.value], found.readings.outcome) for choice in one.choices):
        yield _line(page.say("only_together"), 6)
        return
    for choice in one.choices:
        outcome = _told([found.alone[choice.value]], page, yuan=found.readings.in_yuan)
        says = page.say("under_member", member=choice.value.name, says=choice.value.says, outcome=outcome)
        yield _item(says, 6)
    yield _line(page.say("why", why=kind.why), 6)


def _sets(found: Comparison[Any], page: Page) -> Iterator[Part]:
    """Yield the outcome under each named set of readings."""
    aims = {one.name: one.aim for one in SETS}
    for one in found:
        is_same = one is not found[0] and matches(one.outcome, found[0].outcome)
        outcome = page.say("same") if is_same else _told([one.outcome], page, yuan=found.in_yuan)
        aim = aims.get(one.name, word("set_default"))
        yield _item(page.say("under_set", set=one.name, aim=aim, outcome=outcome), 6)
        for cause in one.causes:
            yield _line(cause.text(page.language), 8)
