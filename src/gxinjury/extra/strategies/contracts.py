"""Strategies of construction records (建筑项目记录): contracts, changes, payments, delay papers, warranties."""

from datetime import date
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from gxinjury.construction import Contract, DelayFiling, Payment, PriceChange, TermChange, Warranty, WorkStoppage
from gxinjury.extra.strategies.facts import (
    FIRST_DAY,
    LAST_DAY,
    amounts,
    day_about,
    day_between,
    days,
    fen_of,
    later,
    perhaps,
    yuan_of,
)
from gxinjury.law import LAW
from gxinjury.periods import days_after, days_before

_RATE: Final = LAW.project_premium_rate.on(FIRST_DAY)
_LONGEST: Final = 1500
_MOST: Final = 3


@st.composite
def contracts(
    draw: st.DrawFn,
    *,
    first: date = date(2013, 1, 1),
    last: date = date(2019, 12, 31),
    completing_from: date = date(2013, 1, 1),
    highest: Decimal | int | str = 10**12,
) -> Contract:
    """Contracts, with or without a bid price, often such that the premium ends in half a fen.

    Args:
        draw: Given by Hypothesis.
        first: The earliest commencement.
        last: The latest commencement.
        completing_from: The earliest completion.
        highest: The highest price, in yuan.

    >>> from hypothesis import find
    >>> contract = find(contracts(), lambda contract: True)
    >>> contract.price, str(contract.commencement), str(contract.completion), contract.bid_price
    (Decimal('0.01'), '2013-01-01', '2013-01-01', None)
    """
    commencement = draw(days(first, last))
    shortest = max((completing_from - commencement).days, 0)
    return Contract(
        price=draw(amounts(highest=highest, rate=_RATE)),
        commencement=commencement,
        completion=later(commencement, shortest + draw(st.integers(0, _LONGEST))),
        bid_price=draw(st.none() | amounts(highest=highest, rate=_RATE)),
    )


def _price_change_days(contract: Contract) -> st.SearchStrategy[date]:
    """Days on which a price may change so that its supplement can be prorated: none after the term."""
    return days(later(contract.commencement, -60), contract.completion)


@st.composite
def price_changes(draw: st.DrawFn, contract: Contract, *, reductions: bool = True) -> tuple[PriceChange, ...]:
    """Changes of a contract's price that leave a price, in any order; none the plainest.

    Args:
        draw: Given by Hypothesis.
        contract: The contract whose price changes; no change is agreed after its completion.
        reductions: Whether a price may fall too.

    >>> from hypothesis import find
    >>> contract = Contract(price=1000, commencement=date(2016, 1, 1), completion=date(2016, 12, 31))
    >>> find(price_changes(contract), lambda changes: True)
    ()
    """
    lowest = contract.price if contract.bid_price is None else min(contract.price, contract.bid_price)
    most_off = (fen_of(lowest) - 1) // _MOST if reductions else 0
    sizes = st.integers(1, fen_of(contract.price))
    if most_off > 0:
        sizes |= st.integers(1, most_off).map(lambda fen: -fen)
    changes = st.builds(
        PriceChange,
        amount=sizes.map(yuan_of),
        agreed_on=_price_change_days(contract),
    )
    return tuple(draw(st.lists(changes, max_size=_MOST)))


@st.composite
def term_changes(draw: st.DrawFn, contract: Contract, *, not_before: date | None = None) -> tuple[TermChange, ...]:
    """Changes of a contract's completion, each agreed on a day of its own, in any order; none the plainest.

    Args:
        draw: Given by Hypothesis.
        contract: The contract whose term changes.
        not_before: The earliest completion that a change may name; None: the commencement.

    >>> from hypothesis import find
    >>> contract = Contract(price=1000, commencement=date(2016, 1, 1), completion=date(2016, 12, 31))
    >>> find(term_changes(contract), lambda changes: True)
    ()
    """
    earliest = contract.commencement if not_before is None else max(not_before, contract.commencement)
    changes = st.builds(
        TermChange,
        completion=days(earliest, later(max(earliest, contract.completion), 400)),
        agreed_on=days(later(contract.commencement, -60), later(contract.completion, 60)),
    )
    return tuple(draw(st.lists(changes, max_size=_MOST, unique_by=_agreed_on)))


@st.composite
def work_stoppages(draw: st.DrawFn, *, first: date, last: date) -> WorkStoppage:
    """Times in which the works stand still, ended or not; a day without a reason the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day on which the works may stop.
        last: The last one.

    >>> from hypothesis import find
    >>> str(find(work_stoppages(first=date(2016, 1, 1), last=date(2016, 6, 30)), lambda one: one.last).period)
    '2016-01-01..2016-01-01'
    """
    stopped_on = draw(days(first, last))
    until = perhaps(draw, later(stopped_on, draw(st.integers(0, 90))))
    return WorkStoppage(first=stopped_on, last=until, reason=perhaps(draw, "资金未到位"))


def _agreed_on(change: TermChange) -> date:
    return change.agreed_on


def payments(
    *, highest: Decimal | int | str = 10**9, first: date = FIRST_DAY, last: date = LAST_DAY
) -> st.SearchStrategy[tuple[Payment, ...]]:
    """Payments in any order; none the plainest.

    Args:
        highest: The highest payment, in yuan.
        first: The first day one is paid on.
        last: The last.

    >>> from hypothesis import find
    >>> find(payments(), lambda payments: True)
    ()
    """
    each = st.builds(Payment, amount=amounts(highest=highest), paid_on=days(first, last))
    return st.lists(each, max_size=_MOST + 1).map(tuple)


@st.composite
def delay_filings(draw: st.DrawFn, *, expiry: date) -> DelayFiling:
    """Delay papers filed about 30 days before a contract's expiry, the end of the acceptance period named or not.

    Args:
        draw: Given by Hypothesis.
        expiry: The day the contract expires.

    >>> from hypothesis import find
    >>> filing = find(delay_filings(expiry=date(2016, 6, 30)), lambda filing: True)
    >>> str(filing.filed_on), filing.acceptance_period_ends
    ('2016-05-26', None)
    """
    limit = days_before(expiry, LAW.delay_notice_days.on(FIRST_DAY))
    filed_on = day_about(draw, limit, later(expiry, -35), 40)
    ends = perhaps(draw, day_about(draw, expiry, filed_on, 90))
    return DelayFiling(filed_on=filed_on, acceptance_period_ends=ends)


@st.composite
def warranties(draw: st.DrawFn, *, completion: date) -> Warranty:
    """Warranties whose filing, roster and end lie about a completion; nothing filed the plainest.

    Args:
        draw: Given by Hypothesis.
        completion: The completion that the filing counts from.

    >>> from hypothesis import find
    >>> warranty = find(warranties(completion=date(2016, 6, 30)), lambda warranty: True)
    >>> warranty.filed_on, warranty.roster_reported_on, str(warranty.ends)
    (None, None, '2016-06-25')
    """
    limit = days_after(completion, LAW.warranty_filing_days.on(FIRST_DAY))
    first = later(completion, -10)
    return Warranty(
        filed_on=perhaps(draw, day_about(draw, limit, first, 30)),
        roster_reported_on=perhaps(draw, day_about(draw, limit, first, 30)),
        ends=day_between(draw, later(completion, -5), later(completion, 100)),
    )
