"""Strategies of accidents and diseases on a project (工地事故、职业病), as a standing or a case takes them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from hypothesis import strategies as st

from gxinjury.construction import Accident, BenefitFacts, CoverState, OccupationalDisease, SiteInjury, Worker
from gxinjury.construction.employer_insurance import EmployerInsured
from gxinjury.determination import costs_on_employer
from gxinjury.extra.strategies.benefits import stays
from gxinjury.extra.strategies.determination import dated_costs, filings
from gxinjury.extra.strategies.facts import (
    FIRST_DAY,
    LAST_DAY,
    YES_OR_NO,
    day_between,
    later,
    moment_after,
    moments,
    one_of_these,
    perhaps,
)
from gxinjury.extra.strategies.roster import workers as any_workers
from gxinjury.extra.strategies.wages import wages
from gxinjury.law import LAW
from gxinjury.periods import china_day

_VERIFIED: Final = st.none() | YES_OR_NO
_WAGES: Final = wages()
_COVERS: Final = st.sampled_from(CoverState)
_SELDOM: Final = st.integers(1, 4).map(lambda count: count == 4)  # noqa: PLR2004  (one in so many)
_WITHIN: Final = 500


def _report(draw: st.DrawFn, happened_at: datetime, *, every_reading: bool) -> tuple[datetime | None, datetime | None]:
    """Draw when the employer knew of an accident, and when it reported it, about the 48th hour of either."""
    hours = LAW.report_hours.on(china_day(happened_at))
    known_at = moment_after(draw, happened_at, hours)
    reported_at = perhaps(draw, moment_after(draw, one_of_these(draw, (happened_at, known_at)), hours))
    return known_at if every_reading else perhaps(draw, known_at), reported_at


@st.composite
def site_injuries(
    draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY, every_reading: bool = True
) -> SiteInjury:
    """Injuries on a project with cover and enrolment told, reported about the 48th hour; not reported the plainest.

    Half of them are of workers unlisted, by a work cause under cover: there place, report and authority decide.

    Args:
        draw: Given by Hypothesis.
        first: The first day of an accident, in China.
        last: The last day.
        every_reading: Whether it is known when the employer knew, as a reading asks for it; else it may be missing.

    >>> from hypothesis import find
    >>> from gxinjury.construction import Standing, standing
    >>> injury = find(site_injuries(), lambda injury: standing(injury) is Standing.PENDING_VERIFICATION)
    >>> injury.on_site, injury.enrolled, injury.reported_at == injury.happened_at
    (False, False, True)
    """
    happened_at = draw(moments(first, last))
    known_at, reported_at = _report(draw, happened_at, every_reading=every_reading)
    work_cause, enrolled, cover = draw(YES_OR_NO), draw(YES_OR_NO), draw(_COVERS)
    if draw(YES_OR_NO):
        work_cause, enrolled, cover = True, False, CoverState.COVERED
    return SiteInjury(
        happened_at=happened_at,
        work_cause=work_cause,
        on_site=draw(YES_OR_NO),
        enrolled=enrolled,
        cover=cover,
        reported_at=reported_at,
        known_at=known_at,
        verified=draw(_VERIFIED),
        enrolled_by_employer=draw(_SELDOM),
        deemed=draw(_SELDOM),
    )


@st.composite
def accidents(
    draw: st.DrawFn,
    *,
    workers: Sequence[Worker | str] = (),
    first: date = FIRST_DAY,
    last: date = LAST_DAY,
    every_reading: bool = True,
) -> Accident:
    """Accidents with reports, applications and costs about their limits; nothing done about it the plainest.

    Args:
        draw: Given by Hypothesis.
        workers: Those who may be hurt, as on a roster; none: anybody.
        first: The first day of an accident, in China.
        last: The last day; what follows may come later.
        every_reading: Whether it is known when the employer knew, as a reading asks for it; else it may be missing.

    >>> from hypothesis import find
    >>> accident = find(accidents(workers=["张三"]), lambda accident: accident.costs)
    >>> accident.worker, accident.first_filing, accident.costs[0].amount
    ('张三', None, Decimal('0.00'))
    """
    happened_at = draw(moments(first, last))
    day = china_day(happened_at)
    known_at, reported_at = _report(draw, happened_at, every_reading=every_reading)
    shown_on = perhaps(draw, day_between(draw, day, later(day, _WITHIN)), one_in=4)
    counted_from = shown_on or day
    filing = draw(filings(first=counted_from, last=counted_from))
    on_employer = costs_on_employer(**filing.cost_facts)
    return Accident(
        worker=one_of_these(draw, workers) if workers else draw(any_workers()),
        happened_at=happened_at,
        work_cause=draw(YES_OR_NO),
        on_site=draw(YES_OR_NO),
        reported_at=reported_at,
        known_at=known_at,
        verified=draw(_VERIFIED),
        employer_filed_on=filing.employer_filed_on,
        others_filed_on=filing.others_filed_on,
        accepted_on=filing.accepted_on,
        extension_days=filing.extension_days,
        excluded=filing.excluded,
        determined_on=perhaps(draw, day_between(draw, day, later(day, _WITHIN))),
        assessed_on=perhaps(draw, day_between(draw, day, later(day, _WITHIN))),
        needs_assessment=draw(YES_OR_NO),
        costs=draw(dated_costs(first=day, last=later(day, 800), about=on_employer)),
        enrolled_by_employer=_insured_from(draw, day),
        deemed=draw(_SELDOM),
        shown_on=shown_on,
    )


def _insured_from(draw: st.DrawFn, day: date) -> EmployerInsured:
    """Draw whether the worker's own employer insures him, or from which day about that of the harm."""
    days: tuple[EmployerInsured, ...] = (False, True, day, later(day, 1))
    return one_of_these(draw, days) if draw(_SELDOM) else False


@st.composite
def diseases(
    draw: st.DrawFn, *, workers: Sequence[Worker | str] = (), first: date = FIRST_DAY, last: date = LAST_DAY
) -> OccupationalDisease:
    """Occupational diseases with applications and costs about their limits; diagnosed on the first day the plainest.

    One in four tells of stays in hospital, often before the diagnosis, as long as the exposure had begun.

    Args:
        draw: Given by Hypothesis.
        workers: Those who may have one, as on a roster; none: anybody.
        first: The first day of an exposure.
        last: The last one; the diagnosis may come later.

    >>> from hypothesis import find
    >>> disease = find(diseases(workers=["张三"]), lambda disease: disease.determined_on)
    >>> disease.worker, str(disease.exposure), str(disease.determined_on)
    ('张三', '2015-01-01..2015-01-01', '2015-01-01')
    """
    exposed_from = day_between(draw, first, last)
    diagnosed_on = day_between(draw, exposed_from, later(exposed_from, 3 * _WITHIN))
    filing = draw(filings(first=diagnosed_on, last=diagnosed_on))
    on_employer = costs_on_employer(**filing.cost_facts)
    return OccupationalDisease(
        worker=one_of_these(draw, workers) if workers else draw(any_workers()),
        exposed_from=exposed_from,
        diagnosed_on=diagnosed_on,
        exposed_to=perhaps(draw, day_between(draw, exposed_from, later(diagnosed_on, 1))),
        employer_filed_on=filing.employer_filed_on,
        others_filed_on=filing.others_filed_on,
        accepted_on=filing.accepted_on,
        extension_days=filing.extension_days,
        excluded=filing.excluded,
        determined_on=perhaps(draw, day_between(draw, diagnosed_on, later(diagnosed_on, _WITHIN))),
        assessed_on=perhaps(draw, day_between(draw, diagnosed_on, later(diagnosed_on, _WITHIN))),
        needs_assessment=draw(YES_OR_NO),
        costs=draw(dated_costs(first=exposed_from, last=later(diagnosed_on, 800), about=on_employer)),
        enrolled_by_employer=_insured_from(draw, diagnosed_on),
        benefits=perhaps(draw, _in_hospital(draw, exposed_from, diagnosed_on), one_in=4),
    )


def _in_hospital(draw: st.DrawFn, exposed_from: date, diagnosed_on: date) -> BenefitFacts:
    """Draw stays in hospital, before the diagnosis too, with what else the benefits of a disease hang on most."""
    several = draw(stays(first=exposed_from, last=later(diagnosed_on, _WITHIN)))
    return BenefitFacts(wage=perhaps(draw, draw(_WAGES)), stays=several)
