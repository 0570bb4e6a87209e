"""The duties of a case as a page (义务日历的排印): by their day, what is still to be done marked."""

from collections.abc import Iterator, Sequence
from typing import Final

from gxinjury.cli.page import Page, calendar_used, cautions
from gxinjury.cli.printing import cited, left, width
from gxinjury.construction import Duty, Obligation, ObligationState
from gxinjury.extra.cases.answers import CaseAnswer
from gxinjury.money import written_amount
from gxinjury.texts import Language

_MOST_CHANGES: Final = 20
_WITHOUT_DAY: Final = {ObligationState.NO_DAY_GIVEN, ObligationState.DONE_NO_DAY_GIVEN}
_MARKS: Final = {ObligationState.LATE: "!"}
_DONE: Final = {ObligationState.DONE: "done_in_time_on", ObligationState.DONE_LATE: "done_late_on"}


def duties_page(answer: CaseAnswer[tuple[Obligation, ...]], language: Language) -> str:
    """Return the duties of a case as a page."""
    return "\n".join(_lines(answer, Page(language)))


def _lines(answer: CaseAnswer[tuple[Obligation, ...]], page: Page) -> Iterator[str]:
    yield from page.title(answer.file.project.name)
    yield from calendar_used(answer.calendar, page)
    yield from ("", page.say("duties_on", day=answer.on), *_duties(answer.outcome, page))
    yield from cautions(answer, page)
    yield from page.closing()


def _duties(duties: Sequence[Obligation], page: Page) -> Iterator[str]:
    if not duties:
        yield f"  {page.say('none')}"
        return
    done = sum(1 for one in duties if not one.is_open)
    late = sum(1 for one in duties if one.state is ObligationState.LATE)
    yield f"  {page.say('duties_counted', open=len(duties) - done, late=late, done=done)}"
    yield f"  {page.say('legend')}"
    shown = _worth_showing(duties)
    heads = [(_due(one, page), _state(one, page)) for one in shown]
    widths = [max(width(text) for text in column) for column in zip(*heads, strict=True)]
    for one, head in zip(shown, heads, strict=True):
        mark = _MARKS.get(one.state, "*") if one.is_open else " "
        cells = "  ".join(left(text, columns) for text, columns in zip(head, widths, strict=True))
        yield from page.wrapped(_told(one, page), f"  {mark} {cells}  ")
    if len(shown) < len(duties):
        yield f"    {page.say('changes_in_time', count=len(duties) - len(shown))}"


def _worth_showing(duties: Sequence[Obligation]) -> Sequence[Obligation]:
    """Return the duties, of very many changes of the roster reported in time none."""
    in_time = (Duty.REPORT_ROSTER_CHANGE, ObligationState.DONE)
    others = [one for one in duties if (one.duty, one.state) != in_time]
    return others if others and len(duties) - len(others) > _MOST_CHANGES else duties


def _due(one: Obligation, page: Page) -> str:
    if one.due_at is not None:
        return f"{one.due_at:%Y-%m-%d %H:%M}"
    if one.due is not None:
        return str(one.due)
    return page.say("no_day_named" if one.state in _WITHOUT_DAY else "no_due_day")


def _state(one: Obligation, page: Page) -> str:
    if one.done_on is None:
        return page.written(one.state)
    return page.say(_DONE.get(one.state, "done_on"), day=one.done_on, state=one.state)


def _told(one: Obligation, page: Page) -> str:
    told = page.say("duty_told", holder=one.holder, duty=one.duty)
    if about := page.written(one.about):
        told = page.say("aside", told=told, aside=about)
    if one.amount is not None:
        told = page.say("duty_told_sum", told=told, amount=written_amount(one.amount))
    if one.since is not None and one.state is ObligationState.NO_DAY_GIVEN:
        told = page.say("duty_told_since", told=told, since=one.since)
    if one.note is not None:
        told = page.say("noted", told=told, note=page.written(one.note))
    return f"{told} {cited([one.clause])}"
