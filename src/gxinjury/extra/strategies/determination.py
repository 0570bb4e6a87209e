"""Strategies of determination (工伤认定): who applied when, time left out, dated costs, injuries, sudden illness."""

from datetime import date, timedelta
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gxinjury.determination import (
    DatedCost,
    Exclusion,
    InjuryFacts,
    SuddenIllness,
    costs_on_employer,
    employer_deadline,
    worker_deadline,
)
from gxinjury.determination.exclusions import ExclusionReason
from gxinjury.determination.limits import longest_extension
from gxinjury.extra.strategies.facts import amounts, moments
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import taken_by
from gxinjury.fields import fields_of
from gxinjury.law import LAW, Law
from gxinjury.periods import Period, china_day, day_after, day_before, hours_after, months_after

_MOST: Final = 3
_ONE_SECOND: Final = timedelta(seconds=1)
_FAULTS: Final = st.sampled_from([None, True, False])
_COSTS: Final = amounts(lowest=0, highest=10**7)
_AT_WORK: Final = ("in_working_time", "at_workplace", "work_cause")
_FLAGS: Final = tuple(field.name for field in fields_of(InjuryFacts) if field.kind is bool and not field.optional)
_HOLDING: Final = st.lists(st.sampled_from(_FLAGS), unique=True, max_size=_MOST + 1)


@attrs.frozen
class Filing:
    """An injury and the applications for its determination, facts that fit together.

    Beside the day of the injury they are those of :class:`gxinjury.construction.accidents.Accident`.
    """

    injured_on: date
    employer_filed_on: date | None = None
    others_filed_on: date | None = None
    accepted_on: date | None = None
    extension_days: int = 0
    excluded: tuple[Exclusion, ...] = ()

    @property
    def employer_facts(self) -> dict[str, Any]:
        """The facts that ``employer_deadline`` takes, by name."""
        return taken_by(employer_deadline, self)

    @property
    def worker_facts(self) -> dict[str, Any]:
        """The facts that ``worker_deadline`` takes, by name."""
        return taken_by(worker_deadline, self)

    @property
    def cost_facts(self) -> dict[str, Any]:
        """The facts that ``costs_on_employer`` takes, by name."""
        return taken_by(costs_on_employer, self)


@by_hand
def filings(draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY, law: Law = LAW) -> Filing:
    """Injuries with the applications for their determination, about the limits; nobody having applied the plainest.

    They are drawn about the limits of the law asked. Extensions are as long as it allows; those of the law as it stands
    are allowed under every reading.
    """
    injured_on = draw.day(first, last)
    longest = longest_extension(injured_on, law.employer_filing_days.on(injured_on), law)
    extension_days = draw.one_of((0, draw.count(longest), longest))
    excluded = draw(exclusions(injured_on=injured_on))
    by_employer = employer_deadline(injured_on, extension_days=extension_days, law=law).raw
    by_others = worker_deadline(injured_on, excluded=excluded, law=law).raw

    employer_filed_on = draw.perhaps(draw.day_about(by_employer, injured_on))
    others_filed_on = draw.perhaps(draw.day_about(draw.one_of((by_others, by_employer)), injured_on))
    filed = [day for day in (employer_filed_on, others_filed_on) if day is not None]
    earliest = min(filed, default=injured_on)
    accepted_on = draw.perhaps(draw.day_about(max(by_employer, earliest), earliest))
    return Filing(injured_on, employer_filed_on, others_filed_on, accepted_on, extension_days, excluded)


@by_hand
def exclusions(draw: Hand, *, injured_on: date) -> tuple[Exclusion, ...]:
    """Time left out of the worker's year, about its two ends, overlapping or not, in any order; none the plainest."""
    year = months_after(injured_on, LAW.worker_filing_months.on(injured_on))
    edges = [day_after(injured_on), injured_on, day_before(injured_on), year, day_after(year), day_before(year)]
    excluded = []
    for _ in range(draw.count(_MOST)):
        first = draw.one_of((*edges, draw.day(later(injured_on, -60), later(year, 120))))
        last = later(first, draw.count(150))
        excluded.append(Exclusion(Period(first, last), draw.one_of(list(ExclusionReason))))
    return tuple(excluded)


@by_hand
def dated_costs(
    draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY, about: Period | None = None
) -> tuple[DatedCost, ...]:
    """Costs of an injury, each with its day, in any order; none the plainest.

    Where a period is given, they often arise on its edges and beside them, as far as these lie between the two days.
    """
    ends = [] if about is None else [about.first, day_before(about.first)]
    if about is not None and about.last is not None:
        ends += [about.last, day_after(about.last)]
    edges = [day for day in ends if first <= day <= last]
    incurred = [draw.one_of((draw.day(first, last), *edges)) for _ in range(draw.count(_MOST + 1))]
    return tuple(DatedCost(draw(_COSTS), day) for day in incurred)


@by_hand
def sudden_illnesses(draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> SuddenIllness:
    """Sudden illnesses, with deaths about the 48th hour of the first diagnosis or the shift's end; survived first."""
    at_post = draw.flag()
    broke_out = draw(moments(first, last))
    shift_ends = hours_after(broke_out, draw.count(12))
    by_hours = draw.moment_after(broke_out, LAW.sudden_illness_hours.on(china_day(broke_out)))
    return SuddenIllness(
        at_post,
        first_diagnosis=draw.perhaps(broke_out),
        death=draw.perhaps(draw.one_of((by_hours, shift_ends, shift_ends + _ONE_SECOND))),
        onset=draw.perhaps(broke_out),
        shift_ends=draw.perhaps(shift_ends),
    )


@by_hand
def injury_facts(draw: Hand) -> InjuryFacts:
    """What is known of an injury, by which its scope is decided: a few circumstances hold; none the plainest."""
    hold = {*draw(_HOLDING), *(_AT_WORK if draw.flag() else ())}
    illness = draw.perhaps(draw(sudden_illnesses()))
    flags: dict[str, Any] = {name: name in hold for name in _FLAGS}
    return InjuryFacts(**flags, mainly_at_fault=draw(_FAULTS), illness=illness)
