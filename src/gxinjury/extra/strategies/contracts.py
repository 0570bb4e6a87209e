"""Strategies of construction records (建筑项目记录): contracts, changes, payments, delay papers, warranties."""

from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Final

from hypothesis import strategies as st

from gxinjury.construction import Contract, DelayFiling, Payment, PriceChange, TermChange, Warranty, WorkStoppage
from gxinjury.extra.strategies.facts import amounts, days, fen_of, yuan_of
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import of
from gxinjury.law import LAW
from gxinjury.periods import days_after, days_before

_RATE: Final = LAW.project_premium_rate.on(FIRST_DAY)
_LONGEST: Final = 1500
_MOST: Final = 3


@by_hand
def contracts(
    draw: Hand,
    *,
    first: date = date(2013, 1, 1),
    last: date = date(2019, 12, 31),
    completing_from: date = date(2013, 1, 1),
    highest: Decimal | int | str = 10**12,
) -> Contract:
    """Contracts that commence on such days, bid for or not, often such that the premium ends in half a fen.

    None completes before the day named.

    >>> from hypothesis import find
    >>> contract = find(contracts(), lambda contract: contract.bid_price)
    >>> contract.price, str(contract.commencement), str(contract.completion), contract.bid_price
    (Decimal('0.01'), '2013-01-01', '2013-01-01', Decimal('0.01'))
    """
    prices = amounts(highest=highest, rate=_RATE)
    commencement = draw.day(first, last)
    shortest = max((completing_from - commencement).days, 0)
    completion = later(commencement, shortest + draw.count(_LONGEST))
    return Contract(draw(prices), commencement, completion, bid_price=draw(st.none() | prices))


def price_changes(contract: Contract, *, reductions: bool = True) -> st.SearchStrategy[tuple[PriceChange, ...]]:
    """Changes of a contract's price that leave a price, in any order, or raises only; none the plainest.

    None is agreed after the contract's completion, so that its supplement can be prorated.
    """
    lowest = contract.price if contract.bid_price is None else min(contract.price, contract.bid_price)
    most_off = (fen_of(lowest) - 1) // _MOST if reductions else 0
    sizes = st.integers(1, fen_of(contract.price))
    if most_off > 0:
        sizes |= st.integers(1, most_off).map(lambda fen: -fen)
    agreed_on = days(later(contract.commencement, -60), contract.completion)
    return st.lists(of(PriceChange, amount=sizes.map(yuan_of), agreed_on=agreed_on), max_size=_MOST).map(tuple)


def term_changes(contract: Contract, *, not_before: date | None = None) -> st.SearchStrategy[tuple[TermChange, ...]]:
    """Changes of a contract's completion, each agreed on a day of its own, in any order; none the plainest.

    None is moved to before the commencement, or a later day where one is given.
    """
    earliest = max(not_before or contract.commencement, contract.commencement)
    change = of(
        TermChange,
        completion=days(earliest, later(max(earliest, contract.completion), 400)),
        agreed_on=days(later(contract.commencement, -60), later(contract.completion, 60)),
    )
    return st.lists(change, max_size=_MOST, unique_by=attrgetter("agreed_on")).map(tuple)


def work_stoppages(*, first: date, last: date) -> st.SearchStrategy[WorkStoppage]:
    """Times from such a day on in which the works stand still, ended or not; a day without a reason the plainest."""
    return of(WorkStoppage, first=days(first, last))


def payments(
    *, highest: Decimal | int | str = 10**9, first: date = FIRST_DAY, last: date = LAST_DAY
) -> st.SearchStrategy[tuple[Payment, ...]]:
    """Payments on such days in any order, up to the highest in yuan; none the plainest."""
    payment = of(Payment, amount=amounts(highest=highest), paid_on=days(first, last))
    return st.lists(payment, max_size=_MOST + 1).map(tuple)


@by_hand
def delay_filings(draw: Hand, *, expiry: date) -> DelayFiling:
    """Delay papers filed about 30 days before a contract's expiry, the end of the acceptance period named or not."""
    limit = days_before(expiry, LAW.delay_notice_days.on(FIRST_DAY))
    filed_on = draw.day_about(limit, later(expiry, -35), 40)
    return DelayFiling(filed_on, acceptance_period_ends=draw.perhaps(draw.day_about(expiry, filed_on, 90)))


@by_hand
def warranties(draw: Hand, *, completion: date) -> Warranty:
    """Warranties whose filing, roster and end lie about a completion; nothing filed the plainest."""
    limit = days_after(completion, LAW.warranty_filing_days.on(FIRST_DAY))
    filed_on, roster_on = (draw.perhaps(draw.day_about(limit, later(completion, -10), 30)) for _ in range(2))
    return Warranty(filed_on, roster_on, ends=draw.day(later(completion, -5), later(completion, 100)))
