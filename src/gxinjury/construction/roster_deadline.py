"""When a change of the roster is reported (人员增减申报期限): by the end of its month."""

from datetime import date

from gxinjury.explanations import rule
from gxinjury.facts import check_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import month_end, months_after
from gxinjury.texts import Text

__all__ = ["limit_of", "roster_deadline"]


@rule(NN.clause("3.1.1"), Text("人员增减申报的最后一日", "last day to report a change of the roster"))
def roster_deadline(happened_on: date, *, law: Law = LAW) -> date:
    """Last day to report a change of the roster: the end of its month (NN-3.1.1), a fixed day that does not roll.

    Args:
        happened_on: The day of the change.
        law: The law asked.

    Raises:
        InvalidFactError: It is no day.
        NotInForceError: The notice is not in force on that day.

    >>> roster_deadline(date(2015, 11, 28))
    datetime.date(2015, 11, 30)
    """
    check_day("roster_deadline", "happened_on", happened_on)
    return month_end(months_after(happened_on, law.roster_months.on(happened_on)))


def limit_of(happened_on: date | None, law: Law) -> date | None:
    """Return the last day to report a change of a day; None where that is not known or lies before the notice."""
    if happened_on is None or not any(first <= happened_on for first in law.roster_months.days()):
        return None
    return roster_deadline(happened_on, law=law)
