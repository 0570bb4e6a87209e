"""Supervision (监督管理): who failed when a premium was not paid in time."""

from datetime import date
from typing import Annotated

import attrs

from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_optional_day
from gxinjury.law.clauses import NN
from gxinjury.law.parties import Party
from gxinjury.periods import day_after, day_before
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Failure", "failed_party"]


@attrs.frozen
class Failure(Record):
    """The failure of a party to see to the premium in time.

    Args:
        party: Who failed.
        since: The first day on which the party was late.
        days: How many days late it was when it did its part, or is on the day looked at.
    """

    party: Annotated[Party, Text("责任单位", "party")]
    since: Annotated[date, Text("自何日起", "since")]
    days: Annotated[int, Text("日数", "days")]


@rule(NN.clause("6.4"), Text("未履行义务的单位", "parties that failed"))
def failed_party(
    *, start: date, on: date, funded_on: date | None = None, paid_on: date | None = None
) -> tuple[Failure, ...]:
    """Parties that failed their duty when the premium was not paid before the start (NN-6.4), one after the other.

    The owner hands the money over; the general contractor, having it, pays. Whoever failed is ordered by the HRSS and
    construction authorities to see to the enrolment by a deadline, and is recorded and published.

    Args:
        start: The day the project starts.
        on: The day on which it is looked at; what comes later has not happened yet.
        funded_on: The day the owner handed the money over; None while he has not.
        paid_on: The day the premium was paid; None while it is not.

    Returns:
        The owner, late until the money was handed over or the premium paid without it; then the contractor, late from
        the day after he had the money, and not before the start. None of them where the premium was paid in time, or
        the last day in time has not passed yet.

    Raises:
        InvalidFactError: A fact is no day.

    >>> for failure in failed_party(start=date(2015, 10, 9), on=date(2016, 1, 31), funded_on=date(2015, 10, 20)):
    ...     print(failure.party.name, failure.since, failure.days)
    OWNER 2015-10-09 12
    GENERAL_CONTRACTOR 2015-10-21 103
    """
    check_day("failed_party", "start", start)
    check_day("failed_party", "on", on)
    check_optional_day("failed_party", "funded_on", funded_on)
    check_optional_day("failed_party", "paid_on", paid_on)
    last_in_time = day_before(start)
    until = on if paid_on is None else min(paid_on, on)
    if until <= last_in_time:
        return ()
    handed_over = until if funded_on is None else min(funded_on, until)
    last_days = {Party.OWNER: (last_in_time, handed_over), Party.GENERAL_CONTRACTOR: (handed_over, until)}
    found = []
    for party, (due, done) in last_days.items():
        last = max(due, last_in_time)
        if done > last:
            found.append(Failure(party, day_after(last), (done - last).days))
    return tuple(found)
