"""Where a worker hurt on a project stands (受伤职工的参保认定): under what he may claim.

The notice: an enrolled worker hurt by a work cause may claim under the project; one who was not enrolled in time and
is hurt by a work cause may be treated as insured when on the site, and off it once the authority has verified the
accident, which the employer reports within 48 hours. Enrolled is who is on the roster, and, unless it is read
otherwise, who is insured through his own employer.
"""

from enum import Enum

from gxinjury.construction.cover import CoverState
from gxinjury.construction.findings import Cautions
from gxinjury.construction.injuries import SiteInjury, is_enrolled, reported_in_time
from gxinjury.explanations import caution, rule
from gxinjury.facts import (
    check_instance,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import OnSiteUnlisted, UnlistedDeemed
from gxinjury.texts import Text

__all__ = ["Standing", "enrolled_standing", "standing", "unlisted_standing", "verified_standing"]


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
