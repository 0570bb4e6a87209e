"""Strategies of accidents and diseases on a project (工地事故、职业病), as a standing or a case takes them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gxinjury.construction import Accident, BenefitFacts, CoverState, OccupationalDisease, SiteInjury
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.determination import costs_on_employer
from gxinjury.extra.strategies.benefits import stays, wages
from gxinjury.extra.strategies.determination import dated_costs, filings
from gxinjury.extra.strategies.facts import moments
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import of
from gxinjury.extra.strategies.roster import workers as any_workers
from gxinjury.law import LAW
from gxinjury.periods import china_day

_WAGES: Final = st.none() | wages()
_WITHIN: Final = 500
_SELDOM: Final = 4
_UNLISTED: Final = {"work_cause": True, "enrolled": False, "cover": CoverState.COVERED}


def _report(draw: Hand, happened_at: datetime, *, every_reading: bool) -> dict[str, Any]:
    """Draw when the employer knew of an accident, and when it reported it, about the 48th hour of either."""
    hours = LAW.report_hours.on(china_day(happened_at))
    known_at = draw.moment_after(happened_at, hours)
    reported_at = draw.perhaps(draw.moment_after(draw.one_of((happened_at, known_at)), hours))
    return {"known_at": known_at if every_reading else draw.perhaps(known_at), "reported_at": reported_at}


@by_hand
def site_injuries(
    draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY, every_reading: bool = True
) -> SiteInjury:
    """Injuries on a project with cover and enrolment told, reported about the 48th hour; not reported the plainest.

    Half of them are of workers unlisted, by a work cause under cover: there place, report and authority decide.
    """
    happened_at = draw(moments(first, last))
    decided = _UNLISTED if draw.flag() else {}
    report = _report(draw, happened_at, every_reading=every_reading)
    return draw(of(SiteInjury, happened_at=happened_at, **report, **decided))


@by_hand
def accidents(
    draw: Hand,
    *,
    workers: Sequence[WorkerOrKey] = (),
    first: date = FIRST_DAY,
    last: date = LAST_DAY,
    every_reading: bool = True,
) -> Accident:
    """Accidents of such workers, with reports, applications and costs about their limits; nothing done the plainest.

    Where no workers are given, anybody may be hurt.
    """
    happened_at = draw(moments(first, last))
    day = china_day(happened_at)
    shown_on = draw.perhaps(draw.day_within(day, _WITHIN), one_in=_SELDOM)
    facts = _report(draw, happened_at, every_reading=every_reading)
    facts |= _claimed(draw, workers, day, counted_from=shown_on or day, costs_from=day)
    return draw(of(Accident, happened_at=happened_at, shown_on=shown_on, benefits=None, **facts))


@by_hand
def diseases(
    draw: Hand, *, workers: Sequence[WorkerOrKey] = (), first: date = FIRST_DAY, last: date = LAST_DAY
) -> OccupationalDisease:
    """Diseases by exposures from such days, with applications and costs about their limits; diagnosed at once first.

    One in four tells of stays in hospital, often before the diagnosis, as long as the exposure had begun. Where no
    workers are given, anybody may have one.
    """
    exposed_from = draw.day(first, last)
    diagnosed_on = draw.day_within(exposed_from, 3 * _WITHIN)
    several = draw(stays(first=exposed_from, last=later(diagnosed_on, _WITHIN)))
    exposed_to = draw.perhaps(draw.day(exposed_from, later(diagnosed_on, 1)))
    benefits = draw.perhaps(BenefitFacts(wage=draw(_WAGES), stays=several), one_in=_SELDOM)
    facts = _claimed(draw, workers, diagnosed_on, counted_from=diagnosed_on, costs_from=exposed_from)
    facts |= {"exposed_from": exposed_from, "exposed_to": exposed_to, "diagnosed_on": diagnosed_on}
    return draw(of(OccupationalDisease, benefits=benefits, **facts))


def _claimed(
    draw: Hand, workers: Sequence[WorkerOrKey], day: date, *, counted_from: date, costs_from: date
) -> dict[str, Any]:
    """Draw the worker, applications and costs, and since when his own employer insures him: about the day of harm."""
    filing = draw(filings(first=counted_from, last=counted_from))
    on_employer = costs_on_employer(**filing.cost_facts)
    insured: tuple[bool | date, ...] = (False, True, day, later(day, 1))
    return {
        "worker": draw.one_of(workers) if workers else draw(any_workers()),
        **attrs.asdict(filing, recurse=False, filter=lambda field, _: field.name != "injured_on"),
        "costs": draw(dated_costs(first=costs_from, last=later(day, 800), about=on_employer)),
        "enrolled_by_employer": draw.perhaps(draw.one_of(insured), one_in=_SELDOM) or False,
    }
