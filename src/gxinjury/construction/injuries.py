"""Injuries on and off the site (工地内外的事故伤害): under what a worker of an insured project may claim.

The notice: an enrolled worker hurt by a work cause may claim under the project; one who was not enrolled in time and
is hurt by a work cause may be treated as insured when on the site, and off it once the authority has verified the
accident, which the employer reports within 48 hours. Enrolled is who is on the roster, and, unless it is read
otherwise, who is insured through his own employer.
"""

from datetime import datetime
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.construction.cover import CoverState
from gxinjury.construction.findings import Cautions
from gxinjury.determination import report_deadline
from gxinjury.explanations import caution, rule
from gxinjury.facts import (
    check_instance,
    moment,
    optional_moment,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import EmployerEnrolment, OnSiteUnlisted, ReportClock, UnlistedDeemed
from gxinjury.records import NotBefore, check_facts
from gxinjury.texts import Text


class Standing(Enum):
    """Where a worker stands who was hurt at work on a project."""

    PROJECT_CLAIM = Text(zh="可按该项目申请工伤认定", en="may claim under the project")
    SCOPE_DECIDES = Text(
        zh="属参保人员；是否工伤依《工伤保险条例》第十四条至第十六条认定",
        en="insured; whether it is a work injury is for arts. 14 to 16 of the Regulation",
    )
    TREATED_AS_INSURED = Text(zh="按参保人员处理", en="treated as insured")
    PENDING_VERIFICATION = Text(zh="待人力资源和社会保障行政部门调查核实", en="pending the authority's verification")
    UNSETTLED = Text(zh="未定，由人力资源和社会保障行政部门决定", en="unsettled: the authority decides")
    NOT_INSURED = Text(zh="不属该项目的参保人员", en="not insured under the project")


@attrs.frozen
class SiteInjury:
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


@rule(NN.clause("3.2.1"), Text("已办参保手续的职工受伤的处理", "standing of an enrolled worker"))
def enrolled_standing(injury: SiteInjury) -> Standing:
    """Standing of an enrolled worker (NN-3.2.1): by a work cause he may claim under the project.

    By another cause he is insured all the same; whether it is a work injury, as on the way to work or deemed one, is
    not for this clause.
    """
    if not injury.work_cause or injury.deemed:
        return Standing.SCOPE_DECIDES
    # Where it happened changes nothing, so it is not asked for: the caution is worded for both.
    caution(Cautions.on_site_all_the_more)
    return Standing.PROJECT_CLAIM


@rule(NN.clause("3.2.2"), Text("未及时参保职工受伤的处理", "standing of a worker not enrolled in time"))
def unlisted_standing(injury: SiteInjury, law: Law) -> Standing:
    """Standing of a worker not enrolled in time (NN-3.2.2): on the site, by a work cause, he may be treated as insured.

    One whose month-end limit for the report has not passed yet counts the same, all the more. The notice is silent on
    an injury that the Regulation only deems one.
    """
    if injury.deemed:
        as_read = law.choice(UnlistedDeemed)
        if as_read is not UnlistedDeemed.AS_WORK_CAUSE:
            return Standing.UNSETTLED if as_read is UnlistedDeemed.UNSETTLED else Standing.NOT_INSURED
    elif not injury.work_cause:
        return Standing.NOT_INSURED
    if injury.on_site and law.choice(OnSiteUnlisted) is OnSiteUnlisted.TREATED:
        caution(Cautions.may_be_treated)
        return Standing.TREATED_AS_INSURED
    return verified_standing(injury, law)


@rule(NN.clause("3.2.3"), Text("调查核实后的处理", "standing that turns on verification"))
def verified_standing(injury: SiteInjury, law: Law) -> Standing:
    """Standing that turns on the authority's verification (NN-3.2.3), and without one on the report.

    Verified is verified, whether or not a report was in time or is on file at all.
    """
    verified = injury.verified
    if verified is not None:
        return Standing.TREATED_AS_INSURED if verified else Standing.NOT_INSURED
    return Standing.PENDING_VERIFICATION if reported_in_time(injury, law) else Standing.UNSETTLED


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


@rule(NN.clause("3.2.0"), Text("受伤职工的参保认定", "standing of the worker hurt"))
def standing(injury: SiteInjury, *, law: Law = LAW) -> Standing:
    """Standing of a worker hurt on a project (NN-3.2.0 to NN-3.2.3).

    Asks for the cover of the project, then whether the worker was enrolled, then for the cause, the place, the
    verification and the report, each only where it matters.

    Args:
        injury: The injury.
        law: The law asked.

    Returns:
        The standing; PENDING_VERIFICATION and UNSETTLED say that an authority has still to decide.

    Raises:
        InvalidFactError: It is no SiteInjury, or the law's reading counts the 48 hours from a moment not known.

    >>> from datetime import datetime
    >>> injury = SiteInjury(
    ...     happened_at=datetime.fromisoformat("2015-10-08T14:30+08:00"),
    ...     work_cause=True,
    ...     on_site=True,
    ...     enrolled=False,
    ...     cover=CoverState.COVERED,
    ... )
    >>> standing(injury)
    <Standing.TREATED_AS_INSURED: Text(zh='按参保人员处理', en='treated as insured')>
    """
    check_instance("standing", "injury", injury, SiteInjury)
    cover = injury.cover
    if cover is CoverState.NOT_COVERED:
        return Standing.NOT_INSURED
    if cover is CoverState.UNSETTLED:
        return Standing.UNSETTLED
    return enrolled_standing(injury) if is_enrolled(injury, law) else unlisted_standing(injury, law)
