"""The report of an accident off the site (事故报告): within 48 hours, which do not roll."""

from datetime import datetime
from typing import Final

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import (
    check_moment,
    check_not_before,
    moment,
    optional_moment,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ReportClock
from gxinjury.periods import china_day, hours_after
from gxinjury.texts import Text

__all__ = ["report_deadline"]

_MUST_BE_KNOWN: Final = FactRule(
    zh="须提供：按本次采用的口径（KNOWLEDGE），48小时自知悉之时起算",
    en="must be given: under ReportClock.KNOWLEDGE the 48 hours run from when the employer knew",
    code="moment_needed",
)


@rule(NN.clause("3.2.3"), Text("向人社部门报告事故的最后时刻", "last moment for reporting the accident"))
def report_deadline(happened_at: datetime, *, known_at: datetime | None = None, law: Law = LAW) -> datetime:
    """Limit for reporting an accident off the site to the authority (NN-3.2.3): 48 hours, which do not roll.

    Args:
        happened_at: The moment of the accident.
        known_at: The moment the employer knew of it; None where it does not matter.
        law: The law asked.

    Returns:
        The last moment in time, in China's time.

    Raises:
        InvalidFactError: A moment has no offset, ``known_at`` lies before the accident, or it is missing where the
            law's reading counts from it.
        NotInForceError: The notice was not yet issued.

    >>> report_deadline(datetime.fromisoformat("2015-10-01T14:30+08:00")).isoformat()
    '2015-10-03T14:30:00+08:00'
    """
    happened_at, known_at = moment(happened_at), optional_moment(known_at)
    check_moment("report_deadline", "happened_at", happened_at)
    if known_at is not None:
        check_moment("report_deadline", "known_at", known_at)
        check_not_before("report_deadline", "known_at", known_at, "happened_at", happened_at)
    hours = law.report_hours.on(china_day(happened_at))
    if law.choice(ReportClock) is ReportClock.ACCIDENT:
        return hours_after(happened_at, hours)
    if known_at is None:
        raise InvalidFactError("report_deadline", "known_at", _MUST_BE_KNOWN, known_at)
    return hours_after(known_at, hours)
