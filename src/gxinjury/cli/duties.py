"""The duties of a case as a page (义务日历的排印): by their day, what is still to be done marked."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gxinjury.cli.case_pages import CasePage
from gxinjury.cli.printing import cited, left, width, wrapped
from gxinjury.construction import Duty, Obligation, ObligationState
from gxinjury.explanations import Explanation
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.cases.file import CaseFile
from gxinjury.money import written_amount
from gxinjury.texts import Language

_MOST_CHANGES: Final = 20
_WITHOUT_DAY: Final = {ObligationState.NO_DAY_GIVEN, ObligationState.DONE_NO_DAY_GIVEN}
_MARKS: Final = {ObligationState.LATE: "!"}
_DONE: Final = {ObligationState.DONE: "done_in_time_on", ObligationState.DONE_LATE: "done_late_on"}


def duties_page(
    case: CaseFile,
    asked: Explanation[tuple[Obligation, ...]],
    language: Language,
    *,
    on: date,
    calendar: str,
    days_off: tuple[DaysOff, ...] = (),
) -> str:
    """Return the duties of a case as a page.

    Args:
        case: The case.
        asked: What ``explain(obligations, ...)`` gave for it.
        language: The language.
        on: The day that it was asked for.
        calendar: The name of the calendar that it was asked with.
        days_off: The notices that the calendar was given beside its own.
    """
    return "\n".join(_Page(case, asked, language).lines(on, calendar, days_off))


class _Page(CasePage):
    """The duties of one case in one language."""

    def lines(self, on: date, calendar: str, days_off: tuple[DaysOff, ...]) -> Iterator[str]:
        duties: tuple[Obligation, ...] = self.asked.outcome
        yield from self.title()
        yield from self.calendar_used(calendar, days_off)
        yield from ("", self.say("duties_on", day=on), *self.duties(duties))
        yield from self.cautions()
        yield from self.readings()
        yield from self.closing()

    def duties(self, duties: tuple[Obligation, ...]) -> Iterator[str]:
        if not duties:
            yield f"  {self.say('no_duties')}"
            return
        done = sum(1 for one in duties if not one.is_open)
        late = sum(1 for one in duties if one.state is ObligationState.LATE)
        yield f"  {self.say('duties_counted', open=len(duties) - done, late=late, done=done)}"
        yield f"  {self.say('legend')}"
        shown = self.worth_showing(duties)
        heads = [(self.due(one), self.state(one)) for one in shown]
        widths = [max(width(text) for text in column) for column in zip(*heads, strict=True)]
        for one, head in zip(shown, heads, strict=True):
            mark = _MARKS.get(one.state, "*") if one.is_open else " "
            cells = "  ".join(left(text, columns) for text, columns in zip(head, widths, strict=True))
            first = f"  {mark} {cells}  "
            yield from wrapped(self.told(one), self.columns, first=first, then=" " * width(first))
        if len(shown) < len(duties):
            yield f"    {self.say('changes_in_time', count=len(duties) - len(shown))}"

    def worth_showing(self, duties: tuple[Obligation, ...]) -> list[Obligation]:
        """Return the duties, of very many changes of the roster reported in time none."""
        in_time = [one for one in duties if _is_change_in_time(one)]
        if len(in_time) <= _MOST_CHANGES or len(in_time) == len(duties):
            return list(duties)
        return [one for one in duties if not _is_change_in_time(one)]

    def due(self, one: Obligation) -> str:
        if one.due_at is not None:
            return f"{one.due_at:%Y-%m-%d %H:%M}"
        if one.due is not None:
            return str(one.due)
        return self.say("no_day_named" if one.state in _WITHOUT_DAY else "no_due_day")

    def state(self, one: Obligation) -> str:
        if one.done_on is None:
            return one.state.value.say(self.language)
        return self.say(_DONE.get(one.state, "done_on"), day=one.done_on, state=one.state)

    def told(self, one: Obligation) -> str:
        values = {"holder": one.holder, "duty": one.duty}
        if one.about is None:
            told = self.say("duty_told", **values)
        else:
            told = self.say("duty_told_about", **values, about=self.written(one.about))
        if one.amount is not None:
            told = self.say("duty_told_sum", told=told, amount=written_amount(one.amount))
        if one.since is not None and one.state is ObligationState.NO_DAY_GIVEN:
            told = self.say("duty_told_since", told=told, since=one.since)
        if one.note is not None:
            told = self.say("noted", told=told, note=self.written(one.note))
        return f"{told} {cited([one.clause])}"


def _is_change_in_time(one: Obligation) -> bool:
    return one.duty is Duty.REPORT_ROSTER_CHANGE and one.state is ObligationState.DONE
