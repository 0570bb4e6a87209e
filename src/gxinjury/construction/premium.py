"""The project premium (按项目参保的工伤保险费): what a project owes when it enrols, and what changes of price add.

The notice: a project pays 1.3‰ of its total contract price, a supplement on a later raise, and less for the contract
time gone by where it is already in progress. Each line is rounded half up to the fen by itself.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, assert_never

import attrs

from gxinjury.construction.bills import PremiumBill, PremiumLine, PremiumLineKind
from gxinjury.construction.contracts import (
    Contract,
    PriceChange,
    TermChange,
    check_contract,
    completion_on,
    price_changes_in_order,
    price_on,
    term_changes_in_order,
)
from gxinjury.construction.findings import Cautions, Findings, Refusals
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, check_day, check_instance, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import (
    ElapsedTime,
    NewStarts,
    PremiumBase,
    ReducedTerm,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
)
from gxinjury.money import ZERO, Rate, Share, minus, to_fen
from gxinjury.periods import day_after, day_before, months_after, whole_months
from gxinjury.texts import Text

_WHOLE: Final = Share(1, 1)
_SMALLEST_PRICE: Final = Decimal(10_000)
_AT_MOST_ALL: Final = FactRule(zh="不得超过 100%", en="must not be above 100%", code="above_all")


@rule(NN.clause("1.1.2"), Text("该项应缴金额", "due on this line"))
def premium(base: Yuan, rate: Rate, share: Share) -> Yuan:
    """Premium on a price: price × rate × share, rounded half up to the fen (NN-1.1.2).

    >>> from decimal import Decimal
    >>> premium(Yuan(Decimal("50.00")), Rate.per_mille("1.3"), Share(1, 1))
    Decimal('0.07')
    """
    return to_fen(share.of(rate.of(base)))


@rule(NN.clause("1.1.2"), Text("计费造价", "price that bears the premium"))
def premium_price(contract: Contract, law: Law) -> Yuan:
    """Price that bears the premium (NN-1.1.2): the contract price, or the bid price under that reading."""
    bid, price = contract.bid_price, contract.price
    if bid is not None and bid != price and law.choice(PremiumBase) is PremiumBase.BID_PRICE:
        price = bid
    caution_of_ten_thousands(price)
    return price


def caution_of_ten_thousands(price: Yuan) -> None:
    """Ask whether a price is meant in units of 10,000 yuan (万元), as contracts name it, where it is very small."""
    if price < _SMALLEST_PRICE:
        caution(Cautions.price_in_ten_thousands, price=price)


@rule(NN.clause("1.1.2"), Text("适用费率", "rate applied"))
def premium_rate(paid_on: date, relief: Rate | None, law: Law) -> Rate:
    """Rate of the day of payment (NN-1.1.2), less the temporary relief that the caller names."""
    rate = law.project_premium_rate.on(paid_on)
    if relief is None:
        return rate
    caution(Cautions.relief_is_given, relief=relief)
    return rate.less(relief)


@attrs.frozen
class Term:
    """The term of a project: the contract's, as it stands on a day, and the day work started.

    Args:
        commencement: The first day of the contract term.
        completion: Its last day, as it stands then.
        start: The day work started.
    """

    commencement: Annotated[date, Text("合同开工日", "contractual commencement")]
    completion: Annotated[date, Text("合同竣工日", "contractual completion")]
    start: Annotated[date, Text("开工日", "start")]


@rule(NN.clause("1.1.4"), Text("减免所依工期的起算日", "first day of the term measured against"))
def term_from(term: Term, law: Law) -> date:
    """First day of the term that the time gone by is measured against (NN-1.1.4): the contract's, or the actual start.

    It is asked only where work did not start on the contract's day.
    """
    return term.commencement if law.choice(ReducedTerm) is ReducedTerm.CONTRACT_TERM else term.start


@rule(NN.clause("1.1.4"), Text("剩余工期所占比例", "share of the contract time still to come"))
def remaining_share(term: Term, day: date, law: Law) -> Share:
    """Share of the contract time that is still to come on a day after the start (NN-1.1.4), the day itself included.

    The time gone by counts from the actual start. At least a day, or a month, remains.

    >>> remaining_share(Term(date(2014, 7, 1), date(2016, 6, 30), date(2014, 7, 1)), date(2015, 9, 1), LAW)
    Share(part=304, whole=731)
    >>> remaining_share(Term(date(2014, 7, 1), date(2016, 6, 30), date(2014, 10, 1)), date(2015, 9, 1), LAW)
    Share(part=396, whole=731)
    """
    first = term.start if term.start == term.commencement else term_from(term, law)
    completion = term.completion
    match reading := law.choice(ElapsedTime):
        case ElapsedTime.DAYS:
            whole, gone = (completion - first).days + 1, (day - term.start).days
        case ElapsedTime.DIFFERENCE:
            whole, gone = max((completion - first).days, 1), (day - term.start).days
        case ElapsedTime.MONTHS:
            whole, gone = begun_months(first, completion), whole_months(term.start, day)
        case _:
            assert_never(reading)
    return Share(max(whole - gone, 1), whole)


def begun_months(first: date, last: date) -> int:
    """Return the months from a first day to a last one, a begun month counted.

    >>> begun_months(date(2014, 7, 1), date(2016, 6, 30)), begun_months(date(2014, 7, 1), date(2016, 7, 1))
    (24, 25)
    """
    after = day_after(last)
    whole = whole_months(first, after)
    return whole + 1 if months_after(first, whole) < after else whole


@rule(NN.clause("1.1.4"), Text("缴费时的计费比例", "share due when paid"))
def share_when_paid(term: Term, paid_on: date, first_new_start: date, law: Law) -> Share:
    """Share of the premium that a project pays (NN-1.1.4): all of it, unless it is already in progress.

    Raises:
        OutOfScopeError: The contract term is over on the payment day.
    """
    if paid_on > term.completion:
        raise Refusals.paid_after_term(paid_on=paid_on, completion=term.completion)
    if paid_on <= term.start:
        return _WHOLE
    if term.start >= first_new_start:
        if law.choice(WhoIsInProgress) is WhoIsInProgress.LEGACY_ONLY:
            return _WHOLE
        caution(Cautions.reduced_though_new, start=term.start)
    return remaining_share(term, paid_on, law)


@rule(NN.clause("1.1.3"), Text("造价变动的计费比例", "share due on the change of price"))
def share_when_agreed(term: Term, agreed_on: date, law: Law) -> Share:
    """Share of the premium on a change of price (NN-1.1.3): all of it, or what is left of the term by reading.

    Raises:
        OutOfScopeError: It is prorated, and was agreed after the term then in force.
    """
    if agreed_on <= term.start or law.choice(SupplementInProgress) is SupplementInProgress.FULL:
        return _WHOLE
    if agreed_on > term.completion:
        raise Refusals.agreed_after_term(agreed_on=agreed_on, completion=term.completion)
    return remaining_share(term, agreed_on, law)


@rule(NN.clause("1.1.3"), Text("缴费后计费的造价变动", "changes of price after payment that bear premium"))
def later_changes(changes: tuple[PriceChange, ...], law: Law) -> tuple[PriceChange, ...]:
    """Changes of price after the payment that bear premium (NN-1.1.3): raises, and reductions by reading."""
    if all(change.amount > 0 for change in changes):
        return changes
    match reading := law.choice(Reduction):
        case Reduction.NO_REFUND:
            return tuple(change for change in changes if change.amount > 0)
        case Reduction.REFUND:
            return changes
        case Reduction.NETTED:
            return tuple(_netted(changes))
        case _:
            assert_never(reading)


def _netted(changes: tuple[PriceChange, ...]) -> Iterator[PriceChange]:
    """Yield the raises, less the reductions before them as far as they go."""
    credit = ZERO
    for change in changes:
        if change.amount < 0:
            credit = minus(credit, change.amount)
        elif change.amount > credit:
            yield PriceChange(amount=minus(change.amount, credit), agreed_on=change.agreed_on)
            credit = ZERO
        else:
            credit = minus(credit, change.amount)


@rule(NN.clause("1.1.5"), Text("迟缴日数", "days paid late"))
def days_late(start: date, paid_on: date, first_new_start: date, law: Law) -> int:
    """Days that the payment of a new start comes after the last day in time, the day before it (NN-1.1.5).

    >>> days_late(date(2015, 10, 8), date(2015, 10, 7), date(2015, 1, 1), LAW)
    0
    >>> days_late(date(2015, 10, 8), date(2015, 10, 8), date(2015, 1, 1), LAW)
    1
    """
    last_in_time = day_before(start)
    if paid_on <= last_in_time or start < first_new_start:
        return 0
    if start.year > first_new_start.year and law.choice(NewStarts) is NewStarts.IN_2015_ONLY:
        return 0
    if start <= law.nanning_notice_issued_by.on(paid_on):
        caution(Cautions.could_not_have_known, start=start)
    return (paid_on - last_in_time).days


@rule(NN.clause("1.1.2"), Text("项目工伤保险费", "project premium"))
def project_premium(
    contract: Contract,
    *,
    paid_on: date,
    started_on: date | None = None,
    price_changes: Iterable[PriceChange] = (),
    term_changes: Iterable[TermChange] = (),
    relief: Rate | None = None,
    law: Law = LAW,
) -> PremiumBill:
    """Bill of a project's premium (NN-1.1.2 to NN-1.1.5).

    Args:
        contract: The contract as concluded.
        paid_on: The day the premium is paid.
        started_on: The day work started; None: the contractual commencement.
        price_changes: Changes of price, in any order; those agreed on or before ``paid_on`` belong to the price paid
            on, later ones are lines of their own.
        term_changes: Changes of the contractual completion, in any order.
        relief: The share of the rate that is temporarily remitted; None for none.
        law: The law asked.

    Returns:
        The bill, each line in yuan rounded half up to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: The notice is not in force on ``paid_on``.
        OutOfScopeError: ``paid_on`` lies after the contract term as extended by then.

    >>> contract = Contract(price=100_000_000, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
    >>> project_premium(contract, paid_on=date(2015, 9, 1)).total
    Decimal('54062.93')
    """
    check_contract("project_premium", contract)
    check_day("project_premium", "paid_on", paid_on)
    check_optional_day("project_premium", "started_on", started_on)
    check_relief("project_premium", relief)
    changes = price_changes_in_order("project_premium", contract, price_changes)
    terms = term_changes_in_order("project_premium", contract, term_changes)
    start = contract.commencement if started_on is None else started_on

    rate = premium_rate(paid_on, relief, law)
    first_new_start = law.new_starts_from.on(paid_on)
    base = premium_price(contract, law)
    if changes:
        base = price_on(base, changes, paid_on)
    term = Term(contract.commencement, completion_on(contract, terms, paid_on), start)
    share = share_when_paid(term, paid_on, first_new_start, law)
    initial = PremiumLine(PremiumLineKind.INITIAL, paid_on, base, rate, share, premium(base, rate, share))

    later = changes and tuple(change for change in changes if change.agreed_on > paid_on)
    lines = tuple(_change_lines(later, contract, terms, start, rate=rate, law=law)) if later else ()
    late = days_late(start, paid_on, first_new_start, law) if paid_on >= start >= first_new_start else 0
    return PremiumBill(
        initial,
        lines and tuple(line for line in lines if line.kind is PremiumLineKind.SUPPLEMENT),
        lines and tuple(line for line in lines if line.kind is PremiumLineKind.REFUND),
        (Findings.paid_late(NN.clause("1.1.5"), days=late, start=start),) if late else (),
    )


def _change_lines(
    later: tuple[PriceChange, ...],
    contract: Contract,
    terms: tuple[TermChange, ...],
    start: date,
    *,
    rate: Rate,
    law: Law,
) -> Iterator[PremiumLine]:
    for change in later_changes(later, law):
        term = Term(contract.commencement, completion_on(contract, terms, change.agreed_on), start)
        share = share_when_agreed(term, change.agreed_on, law)
        kind = PremiumLineKind.SUPPLEMENT if change.amount > 0 else PremiumLineKind.REFUND
        due = premium(change.amount, rate, share)
        yield PremiumLine(kind, change.agreed_on, change.amount, rate, share, due)


def check_relief(record: str, relief: Rate | None) -> None:
    """Refuse what is neither None nor a rate of at most all of the premium."""
    if relief is not None:
        check_share(record, "relief", relief)


def check_share(record: str, field: str, value: object) -> None:
    """Refuse what is no rate, or one of more than all."""
    check_instance(record, field, value, Rate)
    if isinstance(value, Rate) and value > Rate.percent(100):
        raise InvalidFactError(record, field, _AT_MOST_ALL, value)
