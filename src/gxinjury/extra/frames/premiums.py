"""The project premium of many projects (多个项目的工伤保险费), and the supplements that later raises owe."""

from fractions import Fraction
from math import lcm
from typing import Annotated, Any, Final, Unpack, assert_never

from gxinjury.construction import Contract
from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.extra.frames._arithmetic import fraction_of, share_of_rate
from gxinjury.extra.frames._columns import Column, choose
from gxinjury.extra.frames._days import number_of
from gxinjury.extra.frames._figures import Dated, dated
from gxinjury.extra.frames._months import begun_months, civil_of, whole_months
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import NEEDS_ORDER
from gxinjury.facts import Sign, check_instance
from gxinjury.law import Law
from gxinjury.law.readings import (
    ElapsedTime,
    PremiumBase,
    ReducedTerm,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
)
from gxinjury.money import Rate
from gxinjury.texts import Text

_AT_MOST_ALL: Final = Text(zh="不得超过 100%", en="must not be above 100%")


def check_relief(question: str, relief: Rate | None) -> None:
    """Refuse what is neither None nor a rate of up to 100 %."""
    if relief is not None:
        check_instance(question, "relief", relief, Rate)
        if relief > Rate.percent(100):
            raise InvalidFactError(question, "relief", _AT_MOST_ALL, relief)


@question
def project_premium(
    sheet: Sheet,
    /,
    *,
    paid_on: Name = None,
    started_on: Name = None,
    relief: Rate | None = None,
    **columns: Annotated[Any, Contract],  # noqa: ANN401  (and how it is asked)
) -> Outputs:
    """Initial premium of each project (NN-1.1.2, NN-1.1.4).

    As :func:`~gxinjury.construction.premium.project_premium` has it, of a row a project: the fields of a
    :class:`~gxinjury.construction.contracts.Contract`, its price with the changes agreed by the day of payment and at
    most 10^12 yuan, its completion as extended by then, and

    Args:
        paid_on: The day the premium is paid.
        started_on: The day work started; a null there is the commencement.
        relief: The share of the rate that is temporarily remitted; None for none.

    Returns:
        The frame with ``premium_fen``.

    Raises:
        NotInForceError: A row is paid on a day on which the notice is not in force.
        OutOfScopeError: A row is paid after the contract term.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> projects = pa.table(
    ...     {
    ...         "price_yuan": [100_000_000, 50],
    ...         "commencement": [date(2014, 7, 1), date(2016, 1, 1)],
    ...         "completion": [date(2016, 6, 30), date(2016, 12, 31)],
    ...         "paid_on": [date(2016, 2, 1), date(2015, 12, 31)],
    ...     }
    ... )
    >>> project_premium(projects)["premium_fen"].to_pylist()
    [2685363, 7]
    """
    check_relief(sheet.question, relief)
    law = sheet.law
    contract = sheet.facts(Contract, columns)
    price, bid, first, last = contract.price, contract.bid_price, contract.commencement, contract.completion
    paid = sheet.day("paid_on", paid_on)
    sheet.refuse("paid_after_term", paid, last.known & (paid.value > last.value), OutOfScopeError)
    rate, new = dated(sheet, law.project_premium_rate, paid), dated(sheet, law.new_starts_from, paid)
    begun = _begun(sheet, started_on, first)
    amount = price
    if bid is not None and law.choice(PremiumBase) is PremiumBase.BID_PRICE:
        amount = bid.or_else(price)
    sheet.need(price, first)
    base, commenced, start, end, day = sheet.settle(amount, first, begun, last, paid)
    in_progress = day > start
    if law.choice(WhoIsInProgress) is WhoIsInProgress.LEGACY_ONLY:
        in_progress &= start < new.column(number_of, day)
    term = _term_from(commenced, start, law), end
    share = _remaining(sheet, in_progress, term=term, start=start, day=day)
    rate.warn(sheet, day)
    return {"premium_fen": Output(_due(sheet, base, rate, relief=relief, day=day, share=share))}


@question
def supplementary_premium(
    sheet: Sheet,
    /,
    *,
    amount: Name = None,
    agreed_on: Name = None,
    commencement: Name = None,
    completion: Name = None,
    paid_on: Name = None,
    started_on: Name = None,
    relief: Rate | None = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Premium on each change of price (NN-1.1.3), a line rounded by itself.

    A change agreed on or before the day of payment belongs to the price that is paid on, so it owes nothing here; a
    reduction is zero, or paid back, by the law's reading.

    Args:
        amount: The change; negative for a reduction, never zero.
        agreed_on: The day it was agreed.
        commencement: The first day of the contract term.
        completion: Its last day, as it stood on the day the change was agreed.
        paid_on: The day the premium was paid.
        started_on: The day work started; a null there is the commencement.
        relief: The share of the rate that was remitted on payment.

    Returns:
        The frame with ``supplement_fen``, negative where premium is paid back.

    Raises:
        NotInForceError: A row is paid on a day on which the notice is not in force.
        OutOfScopeError: The law prorates, and a row was agreed after the term; or it sets reductions off against later
            raises, which is no question of one row.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> changes = pa.table(
    ...     {
    ...         "amount_yuan": [8_500_000, -1_000_000],
    ...         "agreed_on": [date(2016, 1, 15), date(2016, 2, 1)],
    ...         "commencement": [date(2015, 10, 9)] * 2,
    ...         "completion": [date(2016, 6, 30)] * 2,
    ...         "paid_on": [date(2015, 10, 8)] * 2,
    ...     }
    ... )
    >>> supplementary_premium(changes)["supplement_fen"].to_pylist()
    [1105000, 0]
    """
    check_relief(sheet.question, relief)
    law = sheet.law
    reduction = law.choice(Reduction)
    if reduction is Reduction.NETTED:
        raise OutOfScopeError(NEEDS_ORDER, code="needs_order")
    change, agreed = sheet.money("amount", amount, Sign.NOT_ZERO), sheet.day("agreed_on", agreed_on)
    named = {"commencement": commencement, "completion": completion}
    term = sheet.facts(Contract, named, only=named)
    first, last = term.commencement, term.completion
    paid = sheet.day("paid_on", paid_on)
    rate = dated(sheet, law.project_premium_rate, paid)
    dated(sheet, law.new_starts_from, paid)
    begun = _begun(sheet, started_on, first)
    prorated = law.choice(SupplementInProgress) is SupplementInProgress.PRORATED
    bears = change.value > 0 if reduction is Reduction.NO_REFUND else change.value != 0
    bears = bears & (agreed.value > paid.value)
    if prorated:
        over = change.known & paid.known & last.known & begun.known & bears
        over = over & (agreed.value > begun.value) & (agreed.value > last.value)
        sheet.refuse("agreed_after_term", agreed, over, OutOfScopeError)
    sheet.need(first)
    change_fen, commenced, start, end, paid_day, day = sheet.settle(change, first, begun, last, paid, agreed)
    due = day > paid_day
    if reduction is Reduction.NO_REFUND:
        due &= change_fen > 0
    base = sheet.let("base", choose(due, choose(change_fen < 0, change_fen * -1, change_fen), 0))
    share = sheet.same(1), sheet.same(1)
    if prorated:
        share = _remaining(
            sheet, (day > start) & due, term=(_term_from(commenced, start, law), end), start=start, day=day
        )
    rate.warn(sheet, paid_day)
    fen = sheet.let("fen", _due(sheet, base, rate, relief=relief, day=paid_day, share=share))
    return {"supplement_fen": Output(choose(change_fen < 0, fen * -1, fen))}


def _begun(sheet: Sheet, started_on: Name, first: Input) -> Input:
    """Read the day work started, which is the commencement where it is not known."""
    started = sheet.maybe(sheet.day, "started_on", started_on)
    return first if started is None else started.or_else(first)


def _term_from(commenced: Column, start: Column, law: Law) -> Column:
    """Return the first day of the term that the time gone by is measured against (NN-1.1.4)."""
    return commenced if law.choice(ReducedTerm) is ReducedTerm.CONTRACT_TERM else start


def _remaining(
    sheet: Sheet, in_progress: Column, *, term: tuple[Column, Column], start: Column, day: Column
) -> tuple[Column, Column]:
    """Return the share of the contract time still to come, as two numbers; all of it unless in progress (NN-1.1.4).

    At least a day, or a month, remains.
    """
    reduced = sheet.let("reduced", in_progress)
    first, last = term
    match sheet.law.choice(ElapsedTime):
        case ElapsedTime.DAYS:
            whole, gone = last - first + 1, day - start
        case ElapsedTime.DIFFERENCE:
            whole, gone = choose(last > first, last - first, 1), day - start
        case ElapsedTime.MONTHS:
            begun, after, started, today = (civil_of(sheet, one) for one in (first, last + 1, start, day))
            whole = sheet.let("term", begun_months(begun, after))
            gone = sheet.let("gone", whole_months(started, today))
        case never:
            assert_never(never)
    left = choose(whole > gone, whole - gone, 1)
    part, whole = sheet.let_all({"part": choose(reduced, left, 1), "whole": choose(reduced, whole, 1)})
    return part, whole


def _due(
    sheet: Sheet, base: Column, rate: Dated[Rate], *, relief: Rate | None, day: Column, share: tuple[Column, Column]
) -> Column:
    """Return price × rate × share in fen, rounded half up once."""

    def worth(one: Rate) -> Fraction:
        return fraction_of("project_premium_rate", one if relief is None else one.less(relief))

    denominator = lcm(*(worth(one).denominator for one in rate.values))
    numerator = rate.column(lambda one: int(worth(one) * denominator), day)
    part, whole = share
    return share_of_rate(sheet, base, numerator=numerator, denominator=denominator, part=part, whole=whole)
