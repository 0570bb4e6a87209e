"""Strategies of determination (工伤认定): who applied when, time left out, dated costs, injuries, sudden illness."""

from datetime import date, timedelta
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gxinjury.determination import (
    DatedCost,
    Exclusion,
    ExclusionReason,
    InjuryFacts,
    SuddenIllness,
    employer_deadline,
    worker_deadline,
)
from gxinjury.determination.filing import longest_extension
from gxinjury.extra.strategies.facts import (
    FIRST_DAY,
    LAST_DAY,
    YES_OR_NO,
    amounts,
    day_about,
    day_between,
    later,
    moment_after,
    moments,
    one_of_these,
    perhaps,
)
from gxinjury.fields import fields_of
from gxinjury.law import LAW, Law
from gxinjury.periods import Period, china_day, day_after, day_before, hours_after, months_after

_MOST: Final = 3
_MOST_COSTS: Final = 4
_MOST_FLAGS: Final = 4
_LONGEST_EXCLUSION: Final = 150
_LONGEST_SHIFT: Final = 12
_ONE_SECOND: Final = timedelta(seconds=1)
_FAULTS: Final = st.sampled_from([None, True, False])
_COSTS: Final = amounts(lowest=0, highest=10**7)
_AT_WORK: Final = ("in_working_time", "at_workplace", "work_cause")
_FLAGS: Final = tuple(field.name for field in fields_of(InjuryFacts) if field.kind is bool and not field.optional)
_HOLDING: Final = st.lists(st.sampled_from(_FLAGS), unique=True, max_size=_MOST_FLAGS)


@attrs.frozen
class Filing:
    """An injury and the applications for its determination, facts that fit together.

    Args:
        injured_on: The day of the injury.
        employer_filed_on: The day the employer applied; None where it has not.
        others_filed_on: The day the worker's side applied; None where it has not.
        accepted_on: The day the authority accepted the application; None while it has not.
        extension_days: The days by which the employer's limit was extended.
        excluded: Time left out of the worker's year.
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
        return {"injured_on": self.injured_on, "extension_days": self.extension_days}

    @property
    def worker_facts(self) -> dict[str, Any]:
        """The facts that ``worker_deadline`` takes, by name."""
        return {"injured_on": self.injured_on, "excluded": self.excluded}

    @property
    def cost_facts(self) -> dict[str, Any]:
        """The facts that ``costs_on_employer`` takes, by name."""
        filed = ("employer_filed_on", "others_filed_on", "accepted_on")
        return {**self.employer_facts, **{name: getattr(self, name) for name in filed}}


@st.composite
def filings(draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY, law: Law = LAW) -> Filing:
    """Injuries with the applications for their determination, about the limits; nobody having applied the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day of an injury.
        last: The last day of an injury; what follows may come later.
        law: The law whose limits are drawn about. Extensions are as long as it allows; those of the law as it stands
            are allowed under every reading.

    >>> from hypothesis import find
    >>> from gxinjury.determination import costs_on_employer
    >>> filing = find(filings(), lambda filing: costs_on_employer(**filing.cost_facts) is None)
    >>> filing.injured_on, filing.employer_filed_on, filing.accepted_on
    (datetime.date(2015, 1, 1), None, datetime.date(2015, 1, 1))
    """
    injured_on = day_between(draw, first, last)
    longest = longest_extension(injured_on, law.employer_filing_days.on(injured_on), law)
    extension_days = one_of_these(draw, (0, draw(st.integers(0, longest)), longest))
    excluded = draw(exclusions(injured_on=injured_on))
    by_employer = employer_deadline(injured_on, extension_days=extension_days, law=law).raw
    by_others = worker_deadline(injured_on, excluded=excluded, law=law).raw

    employer_filed_on = perhaps(draw, day_about(draw, by_employer, injured_on))
    either = one_of_these(draw, (by_others, by_employer))
    others_filed_on = perhaps(draw, day_about(draw, either, injured_on))
    filed = [day for day in (employer_filed_on, others_filed_on) if day is not None]
    earliest = min(filed, default=injured_on)
    return Filing(
        injured_on=injured_on,
        employer_filed_on=employer_filed_on,
        others_filed_on=others_filed_on,
        accepted_on=perhaps(draw, day_about(draw, max(by_employer, earliest), earliest)),
        extension_days=extension_days,
        excluded=excluded,
    )


@st.composite
def exclusions(draw: st.DrawFn, *, injured_on: date) -> tuple[Exclusion, ...]:
    """Time left out of the worker's year, about its two ends, overlapping or not, in any order; none the plainest.

    Args:
        draw: Given by Hypothesis.
        injured_on: The day of the injury.

    >>> from hypothesis import find
    >>> find(exclusions(injured_on=date(2016, 2, 29)), lambda excluded: True)
    ()
    >>> str(find(exclusions(injured_on=date(2016, 2, 29)), lambda excluded: excluded)[0].period)
    '2016-03-01..2016-03-01'
    """
    year = months_after(injured_on, LAW.worker_filing_months.on(injured_on))
    edges = [day_after(injured_on), injured_on, day_before(injured_on), year, day_after(year), day_before(year)]
    excluded = []
    for _ in range(draw(st.integers(0, _MOST))):
        any_day = day_between(draw, later(injured_on, -60), later(year, 120))
        first = one_of_these(draw, (*edges, any_day))
        last = later(first, draw(st.integers(0, _LONGEST_EXCLUSION)))
        excluded.append(Exclusion(Period(first, last), draw(st.sampled_from(ExclusionReason))))
    return tuple(excluded)


@st.composite
def dated_costs(
    draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY, about: Period | None = None
) -> tuple[DatedCost, ...]:
    """Costs of an injury, each with its day, in any order; none the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day one arises on.
        last: The last day.
        about: A period on whose edges costs often arise, as far as they lie between the two days; None: no such.

    >>> from hypothesis import find
    >>> find(dated_costs(), lambda costs: True)
    ()
    """
    ends = [] if about is None else [about.first, day_before(about.first)]
    if about is not None and about.last is not None:
        ends += [about.last, day_after(about.last)]
    edges = [day for day in ends if first <= day <= last]
    costs = []
    for _ in range(draw(st.integers(0, _MOST_COSTS))):
        incurred_on = one_of_these(draw, (day_between(draw, first, last), *edges))
        costs.append(DatedCost(draw(_COSTS), incurred_on))
    return tuple(costs)


@st.composite
def sudden_illnesses(draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> SuddenIllness:
    """Sudden illnesses, with deaths about the 48th hour of the first diagnosis or the end of the shift; survived first.

    Args:
        draw: Given by Hypothesis.
        first: The first day of an illness.
        last: The last day of an illness.

    >>> from hypothesis import find
    >>> illness = find(sudden_illnesses(), lambda illness: illness.first_diagnosis and illness.death)
    >>> illness.death - illness.first_diagnosis
    datetime.timedelta(0)
    """
    at_post = draw(YES_OR_NO)
    broke_out = draw(moments(first, last))
    hours = LAW.sudden_illness_hours.on(china_day(broke_out))
    shift_ends = hours_after(broke_out, draw(st.integers(0, _LONGEST_SHIFT)))
    died = one_of_these(draw, (moment_after(draw, broke_out, hours), shift_ends, shift_ends + _ONE_SECOND))
    return SuddenIllness(
        at_post,
        first_diagnosis=perhaps(draw, broke_out),
        death=perhaps(draw, died),
        onset=perhaps(draw, broke_out),
        shift_ends=perhaps(draw, shift_ends),
    )


@st.composite
def injury_facts(draw: st.DrawFn) -> InjuryFacts:
    """What is known of an injury, by which its scope is decided: a few circumstances hold; none the plainest.

    Args:
        draw: Given by Hypothesis.

    >>> from hypothesis import find
    >>> from gxinjury.determination import Scope, injury_scope
    >>> facts = find(injury_facts(), lambda facts: injury_scope(facts).scope is Scope.DEEMED_WORK_INJURY)
    >>> injury_scope(facts).scope.name
    'DEEMED_WORK_INJURY'
    """
    hold = draw(_HOLDING)
    facts: dict[str, Any] = {name: name in hold for name in _FLAGS}
    if draw(YES_OR_NO):
        facts |= dict.fromkeys(_AT_WORK, True)
    return InjuryFacts(
        **facts,
        mainly_at_fault=draw(_FAULTS),
        illness=perhaps(draw, draw(sudden_illnesses())),
    )
