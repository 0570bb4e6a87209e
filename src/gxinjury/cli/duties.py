"""The duties of a case as a page (义务日历的排印): by their day, what is still to be done marked."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Final

from gxinjury.cli.cases import calendar_of, need, opened
from gxinjury.cli.page import Page, as_page, calendar_used, cautions
from gxinjury.cli.printing import cited
from gxinjury.cli.running import Told, reply
from gxinjury.construction import Duty, Obligation, ObligationState
from gxinjury.extra.cases.answer_data import obligations_data
from gxinjury.extra.cases.answers import CaseAnswer, obligations_of
from gxinjury.extra.pages.parts import Grid, Heading, Line, Part
from gxinjury.extra.saving import save
from gxinjury.money import written_amount
from gxinjury.texts import Language

_MOST_CHANGES: Final = 20
_WITHOUT_DAY: Final = {ObligationState.NO_DAY_GIVEN, ObligationState.DONE_NO_DAY_GIVEN}
_MARKS: Final = {ObligationState.LATE: "!"}
_DONE: Final = {ObligationState.DONE: "done_in_time_on", ObligationState.DONE_LATE: "done_late_on"}


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury obligations``."""
    need(asked, "on")
    with opened(asked, language) as case:
        calendar = calendar_of(asked, case)
        answer = obligations_of(case, asked.case, on=asked.on, open_first=asked.open_first, calendar=calendar)
    if asked.ics is not None:
        from gxinjury.extra.ics import duties_calendar

        save(asked.ics, duties_calendar(answer, language), begins=b"BEGIN:VCALENDAR")
    return reply(asked, duties_page(answer, language), lambda: obligations_data(answer))


@as_page
def duties_page(answer: CaseAnswer[tuple[Obligation, ...]], page: Page) -> Iterator[Part]:
    """Yield the duties of a case."""
    yield from page.title(answer.file.project.name)
    yield from calendar_used(answer.calendar, page)
    yield from (Heading(page.say("duties_on", day=answer.on)), *_duties(answer.outcome, page))
    yield from cautions(answer, page)
    yield from page.closing()


def _duties(duties: Sequence[Obligation], page: Page) -> Iterator[Part]:
    if not duties:
        yield page.nothing()
        return
    done = sum(1 for one in duties if not one.is_open)
    late = sum(1 for one in duties if one.state is ObligationState.LATE)
    yield Line(page.say("duties_counted", open=len(duties) - done, late=late, done=done), 2)
    yield Line(page.say("legend"), 2)
    shown = _worth_showing(duties)
    rows = [[due_of(one, page), state_of(one, page), f"{told_of(one, page)} {cited([one.clause])}"] for one in shown]
    marks = [_MARKS.get(one.state, "*") if one.is_open else " " for one in shown]
    yield Grid(rows, indent=2, marks=marks, is_list=True)
    if len(shown) < len(duties):
        yield Line(page.say("changes_in_time", count=len(duties) - len(shown)), 4)


def _worth_showing(duties: Sequence[Obligation]) -> Sequence[Obligation]:
    """Return the duties, of very many changes of the roster reported in time none."""
    in_time = (Duty.REPORT_ROSTER_CHANGE, ObligationState.DONE)
    others = [one for one in duties if (one.duty, one.state) != in_time]
    return others if others and len(duties) - len(others) > _MOST_CHANGES else duties


def due_of(one: Obligation, page: Page) -> str:
    """Return the day or the moment of a duty."""
    if one.due_at is not None:
        return f"{one.due_at:%Y-%m-%d %H:%M}"
    if one.due is not None:
        return str(one.due)
    return page.say("no_day_named" if one.state in _WITHOUT_DAY else "no_due_day")


def state_of(one: Obligation, page: Page) -> str:
    """Return how a duty stands."""
    if one.done_on is None:
        return page.written(one.state)
    return page.say(_DONE.get(one.state, "done_on"), day=one.done_on, state=one.state)


def told_of(one: Obligation, page: Page, *, names: bool = True) -> str:
    """Return what is to be done by whom, with the name that it is about unless that is told already."""
    told = page.say("duty_told", holder=one.holder, duty=one.duty)
    if names and (about := page.written(one.about)):
        told = page.say("aside", told=told, aside=about)
    if one.amount is not None:
        told = page.say("duty_told_sum", told=told, amount=written_amount(one.amount))
    if one.since is not None and one.state is ObligationState.NO_DAY_GIVEN:
        told = page.say("duty_told_since", told=told, since=one.since)
    if one.note is not None:
        told = page.say("noted", told=told, note=page.written(one.note))
    return told
