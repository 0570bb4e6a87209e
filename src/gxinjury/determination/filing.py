"""Who files by when (工伤认定申请时限): the employer's 30 days, the worker's year, the report within 48 hours.

The limits count from the day of the accident, or from the day on which an occupational disease was diagnosed or
appraised. Where the harm of an accident showed only later, nobody could have applied before, and a case in the gazette
of the Supreme Court counted the worker's year from the day on which it showed. ``injured_on`` is whichever of the three
it is; the accident's own day decides cover and standing, not these limits.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Final

import attrs

from gxinjury.determination.counting import check_calendar, check_ended, days_left_out, deadline
from gxinjury.determination.findings import Cautions
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import (
    check_count,
    check_day,
    check_instance,
    check_moment,
    check_not_before,
    moment,
    optional_moment,
    records,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import FS9, NN, ORDER117, REG
from gxinjury.law.readings import ExtensionLimit, ReportClock
from gxinjury.periods import Deadline, Period, WorkCalendar, china_day, days_after, hours_after, months_after
from gxinjury.records import check_facts
from gxinjury.texts import Text

_MUST_BE_KNOWN: Final = FactRule(
    zh="须提供：按本次采用的口径（KNOWLEDGE），48小时自知悉之时起算",
    en="must be given: under ReportClock.KNOWLEDGE the 48 hours run from when the employer knew",
    code="moment_needed",
)


class ExclusionReason(Enum):
    """Why time is left out of the one year: the five grounds that are not the applicant's own."""

    FORCE_MAJEURE = Text(zh="不可抗力", en="force majeure")
    LIBERTY_RESTRICTED = Text(zh="人身自由受到限制", en="liberty restricted")
    EMPLOYERS_DOING = Text(zh="用人单位的原因", en="the employer's doing")
    REGISTRATION_AT_FAULT = Text(zh="社会保险行政部门登记制度不完善", en="the authority's registration at fault")
    LABOUR_DISPUTE = Text(zh="就劳动关系申请仲裁或者起诉", en="arbitration or suit over the labour relation")


def _check_over(record: str, field: str, value: Period) -> None:
    check_instance(record, field, value, Period)
    check_ended(record, field, value)


@attrs.frozen
class Exclusion:
    """Time that is left out of the one year (不计入申请期限的时间).

    Args:
        period: The days, both ends counted. It has an end: while the reason lasts, the limit has none.
        reason: Which of the five grounds it is. Another, such as a stay in hospital, is none of them.

    Raises:
        InvalidFactError: The period is open, or something is of another type.

    >>> suit = Exclusion(Period(date(2016, 5, 1), date(2016, 7, 31)), ExclusionReason.LABOUR_DISPUTE)
    >>> suit.period.days
    92
    """

    period: Annotated[Period, _check_over, Text("期间", "period")]
    reason: Annotated[ExclusionReason, Text("事由", "reason")]

    __attrs_post_init__ = check_facts


class Applicant(Enum):
    """Who may apply for a determination."""

    EMPLOYER = Text(zh="用人单位", en="employer")
    WORKER = Text(zh="工伤职工", en="worker")
    CLOSE_RELATIVE = Text(zh="近亲属", en="close relative")
    TRADE_UNION = Text(zh="工会组织", en="trade union")


@attrs.frozen
class FilingLimit:
    """By when one who may apply has to.

    Args:
        applicant: Who.
        limit: By when.
    """

    applicant: Annotated[Applicant, Text("申请人", "applicant")]
    limit: Annotated[Deadline, Text("期限", "limit")]


@rule(ORDER117.clause("14"), Text("最多可延长的日数", "longest extension, in days"))
def longest_extension(injured_on: date, days: int, law: Law) -> int:
    """Days by which the employer's limit may be extended at most: the cap, or what the limit leaves of it by reading.

    >>> longest_extension(date(2018, 5, 2), 30, LAW)
    30
    """
    cap = law.extension_cap_days.on(injured_on)
    return cap if law.choice(ExtensionLimit) is ExtensionLimit.PLUS_60 else cap - days


@rule(REG.clause("17.1"), Text("用人单位的申请期限", "the employer's limit"))
def employer_limit(injured_on: date, extension_days: int, calendar: WorkCalendar | None, law: Law) -> Deadline:
    """Limit for the employer's application: 30 days, and the extension that the authority consented to.

    Counted as one number of days from the accident on, the extension not chained to the end of the thirty.

    Raises:
        InvalidFactError: The extension is longer than Guangxi allows.
    """
    days = law.employer_filing_days.on(injured_on)
    if extension_days:
        longest = longest_extension(injured_on, days, law)
        if extension_days > longest:
            at_most = FactRule(
                zh=f"不得超过 {longest} 日", en=f"must not be above {longest} days", code="too_many_days"
            )
            raise InvalidFactError("employer_deadline", "extension_days", at_most, extension_days)
    return deadline(days_after(injured_on, days + extension_days), calendar)


@rule(FS9.clause("7"), Text("不计入申请期限的日数", "days left out of the year"))
def excluded_days(injured_on: date, limit: date, excluded: tuple[Exclusion, ...]) -> int:
    """Days left out of the one year: delay for a reason not the applicant's own.

    Overlaps are merged. Days up to the accident, and those of an exclusion that begins when the limit is over, leave
    nothing out. That is no error, since liberty may well be restricted from before the accident on; the explanation
    tells of it.
    """
    left_out = days_left_out(injured_on, limit, tuple(one.period for one in excluded))
    end = days_after(limit, left_out)
    for one in excluded:
        if one.period.first <= injured_on or one.period.first > end:
            caution(Cautions.exclusion_outside, period=str(one.period), injured_on=injured_on, end=end)
    return left_out


@rule(REG.clause("17.2"), Text("职工方的申请期限", "the limit of the worker's side"))
def worker_limit(
    injured_on: date, excluded: tuple[Exclusion, ...], calendar: WorkCalendar | None, law: Law
) -> Deadline:
    """Limit for the application of the worker, a close relative or a union: one year, and the days left out of it.

    The year ends on its corresponding day first; the days left out are added to that day, and days off are looked at
    last.
    """
    year = months_after(injured_on, law.worker_filing_months.on(injured_on))
    limit = days_after(year, excluded_days(injured_on, year, excluded)) if excluded else year
    return deadline(limit, calendar)


@rule(NN.clause("4.1"), Text("用人单位申请工伤认定的期限", "limit for the employer's application"))
def employer_deadline(
    injured_on: date, *, extension_days: int = 0, calendar: WorkCalendar | None = None, law: Law = LAW
) -> Deadline:
    """Limit for the employer's written application (NN-4.1): 30 days, to the authority where the project stands.

    Args:
        injured_on: The day of the accident, of the diagnosis or appraisal of the disease, or on which the harm showed;
            not counted itself.
        extension_days: Days by which the authority consented to extend the limit.
        calendar: Days off, on which the last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the extension is longer than Guangxi allows.

    >>> employer_deadline(date(2016, 1, 31)).day
    datetime.date(2016, 3, 1)
    >>> employer_deadline(date(2018, 1, 31), extension_days=30).day
    datetime.date(2018, 4, 1)
    """
    check_day("employer_deadline", "injured_on", injured_on)
    check_count("employer_deadline", "extension_days", extension_days)
    check_calendar("employer_deadline", calendar)
    return employer_limit(injured_on, extension_days, calendar, law)


@rule(
    NN.clause("4.3"),
    Text(
        "职工、近亲属、工会申请工伤认定的期限", "limit for the application of the worker, a close relative or a union"
    ),
)
def worker_deadline(
    injured_on: date,
    *,
    excluded: Iterable[Exclusion] = (),
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> Deadline:
    """Limit for the application of the worker, a close relative or a trade union (NN-4.3): one year.

    Args:
        injured_on: The day of the accident, of the diagnosis or appraisal of the disease, or on which the harm showed;
            not counted itself.
        excluded: Delay for a reason not the applicant's own, in any order; overlaps are merged, and only days after
            ``injured_on`` and up to the limit as extended so far leave anything out.
        calendar: Days off, on which the last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> worker_deadline(date(2016, 2, 29)).day
    datetime.date(2017, 2, 28)
    >>> suit = Exclusion(Period(date(2016, 5, 1), date(2016, 5, 10)), ExclusionReason.LABOUR_DISPUTE)
    >>> worker_deadline(date(2016, 2, 29), excluded=[suit]).day
    datetime.date(2017, 3, 10)
    """
    check_day("worker_deadline", "injured_on", injured_on)
    periods = records("worker_deadline", "excluded", excluded, Exclusion)
    check_calendar("worker_deadline", calendar)
    return worker_limit(injured_on, periods, calendar, law)


@rule(REG.clause("17"), Text("申请人及其期限", "who may apply, and by when"))
def filing_limits(
    injured_on: date,
    *,
    extension_days: int = 0,
    excluded: Iterable[Exclusion] = (),
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> tuple[FilingLimit, ...]:
    """Who may apply for a determination, and by when (art. 17), the employer first.

    Args:
        injured_on: As in :func:`employer_deadline`, and so are the others; ``excluded`` as in :func:`worker_deadline`.
        extension_days: Days by which the employer's limit was extended.
        excluded: Delay that is left out of the year of the others.
        calendar: Days off; None: raw days.
        law: The law asked.

    >>> for one in filing_limits(date(2016, 3, 1)):
    ...     print(one.applicant.name, one.limit)
    EMPLOYER 2016-03-31
    WORKER 2017-03-01
    CLOSE_RELATIVE 2017-03-01
    TRADE_UNION 2017-03-01
    """
    check_day("filing_limits", "injured_on", injured_on)
    check_count("filing_limits", "extension_days", extension_days)
    periods = records("filing_limits", "excluded", excluded, Exclusion)
    check_calendar("filing_limits", calendar)
    employers = employer_limit(injured_on, extension_days, calendar, law)
    others = worker_limit(injured_on, periods, calendar, law)
    return tuple(
        FilingLimit(applicant, employers if applicant is Applicant.EMPLOYER else others) for applicant in Applicant
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
