"""Injuries of workers of a project (事故伤害): whether the worker counts as enrolled, whether one takes a report."""

from datetime import datetime
from typing import Annotated

import attrs

from gxinjury.construction.cover import CoverState
from gxinjury.construction.findings import Cautions
from gxinjury.determination import report_deadline
from gxinjury.explanations import caution, rule
from gxinjury.facts import (
    moment,
    optional_moment,
)
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import EmployerEnrolment, OnSiteUnlisted, ReportClock, UnlistedDeemed
from gxinjury.records import NotBefore, Record, check_facts
from gxinjury.texts import Text

__all__ = ["SiteInjury", "employers_insurance_counts", "is_enrolled", "reported_in_time", "takes_report"]


@attrs.frozen
class SiteInjury(Record):
    """An injury of a worker of the project (事故伤害).

    Args:
        happened_at: The moment of the accident, with its offset from UTC; it belongs to its day in China.
        work_cause: Whether it came by a work cause (因工作原因).
        on_site: Whether it happened on the site (工地范围以内).
        enrolled: Whether the worker was enrolled at that moment, as ``site_injury`` derives it from the roster.
        cover: Whether the project was covered on that day.
        reported_at: The moment the employer reported it to the authority; None where it did not.
        known_at: The moment the employer knew of it; None where unknown.
        verified: Whether the authority found it to be so; None while it has not decided.
        enrolled_by_employer: Whether the worker was insured through his own employer at that moment (由用人单位参保).
        deemed: Whether it is an injury that the Regulation only deems one (视同工伤, art. 15), as a sudden illness or a
            rescue: whatever its cause, it is none that art. 14 calls a work cause.

    Raises:
        InvalidFactError: A fact breaks one of these, or report or knowledge come before the accident.

    >>> from datetime import datetime
    >>> SiteInjury(
    ...     happened_at=datetime.fromisoformat("2015-10-01T14:30+08:00"),
    ...     work_cause=True,
    ...     on_site=False,
    ...     enrolled=False,
    ...     cover=CoverState.COVERED,
    ...     reported_at=datetime.fromisoformat("2015-10-01T14:29+08:00"),
    ... )
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: SiteInjury.reported_at must not be before happened_at (2015-10-01 \
14:30:00+08:00), got 2015-10-01T14:29:00+08:00
    """

    happened_at: Annotated[datetime, Text("事故发生之时", "happened at")] = attrs.field(converter=moment)
    work_cause: Annotated[bool, Text("因工作原因", "by a work cause")]
    on_site: Annotated[bool, Text("在工地范围以内", "on the site")]
    enrolled: Annotated[bool, Text("已参保", "enrolled")]
    cover: Annotated[CoverState, Text("项目当日参保", "project on that day")]
    reported_at: Annotated[datetime | None, NotBefore("happened_at"), Text("报告之时", "reported at")] = attrs.field(
        default=None, converter=optional_moment
    )
    known_at: Annotated[
        datetime | None, NotBefore("happened_at"), Text("用人单位知悉之时", "known to the employer at")
    ] = attrs.field(default=None, converter=optional_moment)
    verified: Annotated[bool | None, Text("经人社部门调查核实", "verified by the authority")] = None
    enrolled_by_employer: Annotated[bool, Text("由用人单位参保", "insured through his own employer")] = False
    deemed: Annotated[bool, Text("视同工伤的情形", "only deemed a work injury")] = False

    __attrs_post_init__ = check_facts


@rule(NN.clause("3.2.1"), Text("由用人单位参保的算已参保", "insured through his own employer: counts as enrolled"))
def employers_insurance_counts(law: Law) -> bool:
    """Whether a worker counts as enrolled whom his own employer insures (NN-3.2.1): yes, unless it is read otherwise.

    That insurance then answers as well.
    """
    if law.choice(EmployerEnrolment) is EmployerEnrolment.ROSTER_ONLY:
        return False
    caution(Cautions.employer_answers_too)
    return True


def is_enrolled(injury: SiteInjury, law: Law) -> bool:
    """Return whether the worker's employer has done his enrolment: on the roster, or by his own insurance."""
    return injury.enrolled or (injury.enrolled_by_employer and employers_insurance_counts(law))


@rule(NN.clause("3.2.3"), Text("已于48小时内报告", "reported within the 48 hours"))
def reported_in_time(injury: SiteInjury, law: Law) -> bool:
    """Whether the accident was reported within the 48 hours (NN-3.2.3), the last moment included."""
    reported_at = injury.reported_at
    if reported_at is None:
        return False
    known_at = None if law.choice(ReportClock) is ReportClock.ACCIDENT else injury.known_at
    return reported_at <= report_deadline(injury.happened_at, known_at=known_at, law=law)


@rule(NN.clause("3.2.3"), Text("须于48小时内报告", "to be reported within 48 hours"))
def takes_report(injury: SiteInjury, law: Law) -> bool:
    """Whether an injury is reported to the authority within the 48 hours (NN-3.2.3).

    It is where the worker was not enrolled and was hurt by a work cause off the site, by another reading on it too.
    Outside every cover the notice asks for no report; nor does it for what is only deemed an injury, unless that is
    read as one by a work cause.
    """
    if injury.cover is CoverState.NOT_COVERED or is_enrolled(injury, law):
        return False
    if injury.deemed:
        if law.choice(UnlistedDeemed) is not UnlistedDeemed.AS_WORK_CAUSE:
            return False
    elif not injury.work_cause:
        return False
    return not injury.on_site or law.choice(OnSiteUnlisted) is OnSiteUnlisted.REPORT_FIRST
