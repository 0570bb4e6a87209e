"""Strategies of whole projects as a case has them (项目案情): payments, roster, accidents, changed names."""

from datetime import date
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from gxinjury.construction import NameChange, Payment, ProjectCase, project_premium
from gxinjury.extra.strategies.accidents import accidents, diseases
from gxinjury.extra.strategies.cases import ConstructionCase, construction_cases
from gxinjury.extra.strategies.contracts import work_stoppages
from gxinjury.extra.strategies.facts import (
    FIRST_DAY,
    LAST_DAY,
    YES_OR_NO,
    day_about,
    day_between,
    later,
    one_of_these,
    perhaps,
    yuan_of,
)
from gxinjury.extra.strategies.roster import roster_changes
from gxinjury.law import LAW
from gxinjury.money import minus, plus
from gxinjury.periods import day_before, days_after

_A_FEN: Final = yuan_of(1)
_MOST: Final = 2
_DONE_ON: Final = ("budgeted_on", "permit_papers_on", "posted_on", "told_on")
_WITHIN: Final = 60


@st.composite
def name_changes(
    draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY, every_reading: bool = True
) -> NameChange:
    """Changed names of a project or of its general contractor, reported about the limit; not reported the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day a name changes on.
        last: The last day; papers and report may come later.
        every_reading: Whether both days are known that a limit may count from; else they may be missing.

    >>> from hypothesis import find
    >>> change = find(name_changes(), lambda change: change.reported_on)
    >>> str(change.changed_on), str(change.document_on), str(change.reported_on)
    ('2015-01-01', '2015-01-01', '2015-01-01')
    """
    changed_on = day_between(draw, first, last)
    document_on = day_between(draw, changed_on, later(changed_on, _WITHIN))
    limits = [days_after(day, LAW.name_change_days.on(day)) for day in (document_on, changed_on)]
    reported_on = perhaps(draw, day_about(draw, one_of_these(draw, limits), changed_on, _WITHIN))
    return NameChange(
        "某集团建筑公司",
        document_on=document_on if every_reading else perhaps(draw, document_on),
        changed_on=changed_on if every_reading else perhaps(draw, changed_on),
        reported_on=reported_on,
    )


def _payments(draw: st.DrawFn, case: ConstructionCase) -> tuple[Payment, ...]:
    """Draw what was paid: the sum due in one or in two parts, a fen too little or too much; nothing where it can be."""
    due = project_premium(**case.premium_facts).initial.amount
    start = case.started_on or case.contract.commencement
    # Without a payment the bill is for the day before the start, which has to lie where there is a bill.
    may_be_nothing = FIRST_DAY < start <= case.paid_on
    if due <= _A_FEN or (may_be_nothing and not draw(YES_OR_NO)):
        return () if may_be_nothing else (Payment(_A_FEN, case.paid_on),)
    whole = one_of_these(draw, (due, minus(due, _A_FEN), plus(due, _A_FEN)))
    first_part = one_of_these(draw, (_A_FEN, Decimal(0)))
    if not first_part or first_part >= whole:
        return (Payment(whole, case.paid_on),)
    earliest = max(FIRST_DAY, later(case.paid_on, -_WITHIN))
    return (
        Payment(minus(whole, first_part), case.paid_on),
        Payment(first_part, day_between(draw, earliest, case.paid_on)),
    )


@st.composite
def project_cases(draw: st.DrawFn, *, highest: Decimal | int | str = 10**12) -> ProjectCase:
    """Projects with roster and accidents that every reading assesses; nothing changed, nobody hurt the plainest.

    Args:
        draw: Given by Hypothesis.
        highest: The highest price, in yuan.

    >>> from hypothesis import given, settings
    >>> from gxinjury.construction import assess_project
    >>> @settings(max_examples=5, deadline=None)
    ... @given(project_cases())
    ... def every_accident_is_assessed(case):
    ...     assert len(assess_project(case).accidents) == len(case.accidents)
    >>> every_accident_is_assessed()
    """
    case = draw(construction_cases(highest=highest))
    about = (max(FIRST_DAY, later(case.paid_on, -_WITHIN)), later(max(case.paid_on, case.contract.completion), _WITHIN))
    roster = draw(roster_changes(first=about[0], last=about[1]))
    hurt = [change.worker for change in roster]
    return ProjectCase(
        contract=case.contract,
        payments=_payments(draw, case),
        started_on=case.started_on,
        completed_on=case.completed_on,
        accepted_on=case.accepted_on,
        price_changes=case.price_changes,
        term_changes=case.term_changes,
        relief=case.relief,
        delay=case.delay,
        warranty=case.warranty,
        roster=roster,
        accidents=draw(st.lists(accidents(workers=hurt, first=about[0], last=about[1]), max_size=_MOST)),
        name_changes=draw(st.lists(name_changes(), max_size=_MOST)),
        stoppages=draw(st.lists(work_stoppages(first=about[0], last=about[1]), max_size=_MOST)),
        **{name: perhaps(draw, day_between(draw, *about)) for name in _DONE_ON},
        diseases=draw(st.lists(diseases(workers=hurt, first=about[0], last=about[1]), max_size=1)),
        funded_on=perhaps(draw, day_about(draw, day_before(case.contract.commencement), about[0], _WITHIN)),
    )
