"""By when the authority decides (工伤认定决定的时限): 60 days from the acceptance, 15 where the facts are clear."""

from collections.abc import Iterable
from datetime import date

from gxinjury.determination.counting import check_calendar, check_ended, days_left_out, deadline
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_flag, records
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.periods import Deadline, Period, WorkCalendar, days_after
from gxinjury.texts import Text

__all__ = ["decision_deadline", "suspended_days"]


@rule(REG.clause("20"), Text("中止的日数", "days on which the clock stood still"))
def suspended_days(accepted_on: date, limit: date, suspensions: tuple[Period, ...]) -> int:
    """Days on which the clock stood still, a needed judicial or administrative conclusion being out.

    >>> suspended_days(date(2019, 3, 1), date(2019, 4, 30), (Period(date(2019, 4, 1), date(2019, 4, 10)),))
    10
    """
    return days_left_out(accepted_on, limit, suspensions)


@rule(REG.clause("20"), Text("作出认定决定的期限", "limit for the decision"))
def decision_deadline(
    accepted_on: date,
    *,
    facts_clear: bool = False,
    suspensions: Iterable[Period] = (),
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> Deadline:
    """Limit for the authority's decision (art. 20): 60 days from the acceptance, 15 where the facts are clear.

    Args:
        accepted_on: The day the application was accepted; not counted itself.
        facts_clear: Whether facts, rights and duties are clear.
        suspensions: When the clock stood still because a needed judicial or administrative conclusion was out, both
            ends counted, in any order; overlaps are merged, and only days after ``accepted_on`` and up to the limit as
            extended so far count.
        calendar: Days off, on which the last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the clock still stands: a suspension that began within the
            limit has no end yet, so that no last day can be named.

    >>> decision_deadline(date(2019, 3, 1)).day, decision_deadline(date(2019, 3, 1), facts_clear=True).day
    (datetime.date(2019, 4, 30), datetime.date(2019, 3, 16))
    """
    check_day("decision_deadline", "accepted_on", accepted_on)
    check_flag("decision_deadline", "facts_clear", facts_clear)
    stops = records("decision_deadline", "suspensions", suspensions, Period)
    check_calendar("decision_deadline", calendar)
    days = law.clear_decision_days if facts_clear else law.decision_days
    limit = days_after(accepted_on, days.on(accepted_on))
    ended = tuple(stop for stop in stops if stop.last is not None)
    if ended:
        limit = days_after(limit, suspended_days(accepted_on, limit, ended))
    for position, stop in enumerate(stops):
        if stop.first <= limit:
            check_ended("decision_deadline", f"suspensions[{position}]", stop)
    return deadline(limit, calendar)
