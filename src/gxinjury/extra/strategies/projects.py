"""Strategies of whole projects as a case has them (项目案情): payments, roster, accidents, changed names."""

from datetime import date
from decimal import Decimal
from typing import Final

import attrs
from hypothesis import strategies as st

from gxinjury.construction import NameChange, Payment, ProjectCase, project_premium
from gxinjury.extra.strategies.accidents import accidents, diseases
from gxinjury.extra.strategies.cases import ConstructionCase, construction_cases
from gxinjury.extra.strategies.contracts import work_stoppages
from gxinjury.extra.strategies.facts import A_FEN
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.roster import roster_changes
from gxinjury.law import LAW
from gxinjury.money import minus, plus
from gxinjury.periods import day_before, days_after

_MOST: Final = 2
_DONE_ON: Final = ("budgeted_on", "permit_papers_on", "posted_on", "told_on")
_WITHIN: Final = 60


@by_hand
def name_changes(
    draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY, every_reading: bool = True
) -> NameChange:
    """Changed names of a project or of its general contractor, reported about the limit; not reported the plainest.

    They change on such days; papers and report may come later. The limit may count from either day.
    """
    changed_on = draw.day(first, last)
    document_on = draw.day_within(changed_on, _WITHIN)
    limits = [days_after(day, LAW.name_change_days.on(day)) for day in (document_on, changed_on)]
    reported_on = draw.perhaps(draw.day_about(draw.one_of(limits), changed_on, _WITHIN))
    known = (document_on, changed_on) if every_reading else (draw.perhaps(document_on), draw.perhaps(changed_on))
    return NameChange("某集团建筑公司", *known, reported_on)


def _payments(draw: Hand, case: ConstructionCase) -> tuple[Payment, ...]:
    """Draw what was paid: the sum due in one or in two parts, a fen too little or too much; nothing where it can be."""
    due = project_premium(**case.premium_facts).initial.amount
    start = case.started_on or case.contract.commencement
    # Without a payment the bill is for the day before the start, which has to lie where there is a bill.
    may_be_nothing = FIRST_DAY < start <= case.paid_on
    if due <= A_FEN or (may_be_nothing and not draw.flag()):
        return () if may_be_nothing else (Payment(A_FEN, case.paid_on),)
    whole = draw.one_of((due, minus(due, A_FEN), plus(due, A_FEN)))
    in_parts = not draw.flag() and whole > A_FEN
    if not in_parts:
        return (Payment(whole, case.paid_on),)
    earliest = max(FIRST_DAY, later(case.paid_on, -_WITHIN))
    return (Payment(minus(whole, A_FEN), case.paid_on), Payment(A_FEN, draw.day(earliest, case.paid_on)))


@by_hand
def project_cases(draw: Hand, *, highest: Decimal | int | str = 10**12) -> ProjectCase:
    """Projects up to the highest price in yuan, with roster and accidents, that every reading assesses.

    Nothing changed and nobody hurt is the plainest.

    >>> from hypothesis import given, settings
    >>> from gxinjury.construction import assess_project
    >>> @settings(max_examples=5, deadline=None)
    ... @given(project_cases())
    ... def every_accident_is_assessed(case):
    ...     assert len(assess_project(case).accidents) == len(case.accidents)
    >>> every_accident_is_assessed()
    """
    case = draw(construction_cases(highest=highest))
    first = max(FIRST_DAY, later(case.paid_on, -_WITHIN))
    last = later(max(case.paid_on, case.contract.completion), _WITHIN)
    roster = draw(roster_changes(first=first, last=last))
    hurt = [change.worker for change in roster]
    facts = attrs.asdict(case, recurse=False, filter=lambda field, _: field.name != "paid_on")
    facts |= {name: draw.perhaps(draw.day(first, last)) for name in _DONE_ON}
    return ProjectCase(
        **{**facts, "payments": _payments(draw, case)},
        roster=roster,
        accidents=draw(st.lists(accidents(workers=hurt, first=first, last=last), max_size=_MOST)),
        name_changes=draw(st.lists(name_changes(), max_size=_MOST)),
        stoppages=draw(st.lists(work_stoppages(first=first, last=last), max_size=_MOST)),
        diseases=draw(st.lists(diseases(workers=hurt, first=first, last=last), max_size=1)),
        funded_on=draw.perhaps(draw.day_about(day_before(case.contract.commencement), first, _WITHIN)),
    )
