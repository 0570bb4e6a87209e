"""Limits of the applications (申请期限的计算): days of the employer, months of the worker's side, what is left out."""

from datetime import date

from gxinjury.determination.counting import days_left_out, deadline
from gxinjury.determination.exclusions import Exclusion
from gxinjury.determination.findings import Cautions
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.law import Law
from gxinjury.law.clauses import FS9, ORDER117, REG
from gxinjury.law.readings import ExtensionLimit
from gxinjury.periods import Deadline, WorkCalendar, days_after, months_after
from gxinjury.texts import Text

__all__ = ["employer_limit", "excluded_days", "longest_extension", "worker_limit"]


@rule(ORDER117.clause("14"), Text("最多可延长的日数", "longest extension, in days"))
def longest_extension(injured_on: date, days: int, law: Law) -> int:
    """Days by which the employer's limit may be extended at most: the cap, or what the limit leaves of it by reading.

    >>> from gxinjury import LAW
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
