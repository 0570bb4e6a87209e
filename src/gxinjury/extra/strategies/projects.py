"""Strategies of whole projects (完整项目): facts that fit together, their bills, and what became of a project."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gxinjury.construction import (
    Contract,
    DelayFiling,
    NameChange,
    Payment,
    PremiumBill,
    PriceChange,
    ProjectCase,
    TermChange,
    Warranty,
    project_cover,
    project_premium,
)
from gxinjury.extra.strategies.accidents import accidents, diseases
from gxinjury.extra.strategies.contracts import (
    contracts,
    delay_filings,
    payments,
    price_changes,
    term_changes,
    warranties,
    work_stoppages,
)
from gxinjury.extra.strategies.facts import A_FEN, rates
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import taken_by
from gxinjury.extra.strategies.roster import roster_changes
from gxinjury.law import LAW, Law
from gxinjury.money import Rate, minus, plus
from gxinjury.periods import day_before, days_after


@attrs.frozen
class ConstructionCase:
    """A construction project with facts that fit together: each question on it is answered, under every reading.

    The facts are those of :class:`gxinjury.construction.project.ProjectCase`; a warranty goes with a day of completion.

    Args:
        paid_on: The day the premium is paid, not after the term as it then stands.
    """

    contract: Contract
    paid_on: date
    started_on: date | None = None
    price_changes: tuple[PriceChange, ...] = ()
    term_changes: tuple[TermChange, ...] = ()
    relief: Rate | None = None
    payments: tuple[Payment, ...] = ()
    accepted_on: date | None = None
    completed_on: date | None = None
    delay: DelayFiling | None = None
    warranty: Warranty | None = None

    @property
    def premium_facts(self) -> dict[str, Any]:
        """The facts that ``project_premium`` takes, by name, the contract among them."""
        return taken_by(project_premium, self)

    @property
    def cover_facts(self) -> dict[str, Any]:
        """The facts that ``project_cover`` takes, by name, the contract among them."""
        return taken_by(project_cover, self)


@by_hand
def construction_cases(draw: Hand, *, highest: Decimal | int | str = 10**12) -> ConstructionCase:
    """Construction projects up to the highest price in yuan; no change, no delay and no warranty the plainest.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(construction_cases())
    ... def no_project_pays_after_its_term(case):
    ...     assert case.paid_on <= max([case.contract.completion, *(one.completion for one in case.term_changes)])
    >>> no_project_pays_after_its_term()
    """
    contract = draw(contracts(first=date(2013, 7, 1), completing_from=FIRST_DAY, highest=highest))
    earliest = max(FIRST_DAY, later(contract.commencement, -60))
    paid_on = draw.day(earliest, max(earliest, min(contract.completion, LAST_DAY)))
    changes = draw(price_changes(contract))
    # No term is moved to before a day on which a share of it is asked for.
    asked = max([paid_on, *(change.agreed_on for change in changes)])
    completed_on = draw.perhaps(draw.day(paid_on, later(max(paid_on, contract.completion), 120)))
    accepted_on = completed_on and later(completed_on, draw.count(40))
    return ConstructionCase(
        contract=contract,
        paid_on=paid_on,
        started_on=draw.perhaps(draw.day(later(contract.commencement, -30), contract.completion)),
        price_changes=changes,
        term_changes=draw(term_changes(contract, not_before=asked)),
        relief=draw(st.none() | rates()),
        payments=draw(payments()),
        accepted_on=accepted_on,
        completed_on=completed_on,
        delay=draw.perhaps(draw(delay_filings(expiry=contract.completion))),
        warranty=draw.perhaps(draw(warranties(completion=accepted_on))) if accepted_on else None,
    )


def bills(*, highest: Decimal | int | str = 10**12, law: Law = LAW) -> st.SearchStrategy[PremiumBill]:
    """Premium bills of random projects up to the highest price in yuan, under the law asked."""
    return construction_cases(highest=highest).map(lambda case: project_premium(**case.premium_facts, law=law))


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
