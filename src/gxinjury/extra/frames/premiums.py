"""The project premium of many projects (多个项目的工伤保险费), and the supplements that later raises owe."""

from fractions import Fraction
from math import lcm
from typing import Final, assert_never

from narwhals.typing import IntoFrameT

from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.extra.frames.answers import OnInvalid, answered
from gxinjury.extra.frames.arithmetic import fraction_of, share_of_rate
from gxinjury.extra.frames.columns import Column, choose
from gxinjury.extra.frames.figures import Dated, dated, warn_where_stale
from gxinjury.extra.frames.months import begun_months, civil, whole_months
from gxinjury.extra.frames.numbering import number_of
from gxinjury.extra.frames.sheets import Fact, Output, Sheet, Unit
from gxinjury.extra.frames.words import NEEDS_ORDER
from gxinjury.facts import Sign, check_instance
from gxinjury.law import LAW, Law
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


def project_premium(
    frame: IntoFrameT,
    *,
    price: str = "price_fen",
    commencement: str = "commencement",
    completion: str = "completion",
    paid_on: str = "paid_on",
    started_on: str | None = None,
    bid_price: str | None = None,
    unit: Unit | None = None,
    relief: Rate | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Initial premium of each project (NN-1.1.2, NN-1.1.4).

    As :func:`~gxinjury.construction.premium.project_premium` has it.

    Args:
        frame: A row a project.
        price: Column of the price with the changes agreed by the day of payment, at most 10^12 yuan.
        commencement: Column of the first day of the contract term.
        completion: Column of its last day, as extended by the day of payment.
        paid_on: Column of the day the premium is paid.
        started_on: Column of the day work started; a null there is the commencement.
        bid_price: Column of the price of the award, asked for by the reading BID_PRICE; a null there is the price.
        unit: What the price columns count; None: their names end in ``_fen`` or ``_yuan``.
        relief: The share of the rate that is temporarily remitted; None for none.
        on_invalid: ``"raise"`` names the first rows that break a rule, ``"flag"`` keeps them with the column
            ``refused_because``; None raises where rows are at hand and flags on a lazy frame.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``premium_fen``, whole fen; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
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
    >>> project_premium(projects, price="price_yuan")["premium_fen"].to_pylist()
    [2685363, 7]
    """
    check_instance("project_premium", "law", law, Law)
    check_relief("project_premium", relief)

    def work(sheet: Sheet) -> dict[str, Output]:
        contracted = sheet.money("price", price, unit, Sign.POSITIVE)
        first, last = sheet.day("commencement", commencement), sheet.day("completion", completion)
        paid = sheet.day("paid_on", paid_on)
        _refuse_a_term_reversed(sheet, first, last)
        sheet.refuse("paid_after_term", paid, last.known & (paid.value > last.value), OutOfScopeError)
        rate, new = dated(sheet, law.project_premium_rate, paid), dated(sheet, law.new_starts_from, paid)
        bid = None if bid_price is None else sheet.money("bid_price", bid_price, unit, Sign.POSITIVE)
        begun = first if started_on is None else _or_else(sheet.day("started_on", started_on), first)
        amount = contracted
        if bid is not None and law.choice(PremiumBase) is PremiumBase.BID_PRICE:
            amount = _or_else(bid, contracted)
        sheet.need(contracted, first)
        base, commenced, start, end, day = sheet.settle(amount, first, begun, last, paid)
        in_progress = day > start
        if law.choice(WhoIsInProgress) is WhoIsInProgress.LEGACY_ONLY:
            in_progress &= start < new.column(day, number_of)
        term = _term_from(commenced, start, law), end
        share = _remaining(sheet, in_progress, term=term, start=start, day=day, law=law)
        warn_where_stale(sheet, rate, law.project_premium_rate, day)
        return {"premium_fen": Output(_due(sheet, base, rate, relief=relief, day=day, share=share))}

    return answered(frame, "project_premium", work, on_invalid=on_invalid, collect=collect)


def supplementary_premium(
    frame: IntoFrameT,
    *,
    amount: str = "amount_fen",
    agreed_on: str = "agreed_on",
    commencement: str = "commencement",
    completion: str = "completion",
    paid_on: str = "paid_on",
    started_on: str | None = None,
    unit: Unit | None = None,
    relief: Rate | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Premium on each change of price (NN-1.1.3), a line rounded by itself.

    A change agreed on or before the day of payment belongs to the price that is paid on, so it owes nothing here; a
    reduction is zero, or paid back, by the law's reading.

    Args:
        frame: A row a change of price.
        amount: Column of the change; negative for a reduction, never zero.
        agreed_on: Column of the day it was agreed.
        commencement: Column of the first day of the contract term.
        completion: Column of its last day, as it stood on the day the change was agreed.
        paid_on: Column of the day the premium was paid.
        started_on: Column of the day work started; a null there is the commencement.
        unit: As in :func:`project_premium`, and so are the others.
        relief: The share of the rate that was remitted on payment.
        on_invalid: What becomes of rows that break a rule.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``supplement_fen``, whole fen, negative where premium is paid back; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
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
    >>> supplementary_premium(changes, amount="amount_yuan")["supplement_fen"].to_pylist()
    [1105000, 0]
    """
    check_instance("supplementary_premium", "law", law, Law)
    check_relief("supplementary_premium", relief)
    reduction = law.choice(Reduction)
    if reduction is Reduction.NETTED:
        raise OutOfScopeError(NEEDS_ORDER)

    def work(sheet: Sheet) -> dict[str, Output]:
        change = sheet.money("amount", amount, unit, Sign.NOT_ZERO)
        agreed = sheet.day("agreed_on", agreed_on)
        first, last = sheet.day("commencement", commencement), sheet.day("completion", completion)
        paid = sheet.day("paid_on", paid_on)
        _refuse_a_term_reversed(sheet, first, last)
        rate = dated(sheet, law.project_premium_rate, paid)
        dated(sheet, law.new_starts_from, paid)
        begun = first if started_on is None else _or_else(sheet.day("started_on", started_on), first)
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
            term = _term_from(commenced, start, law), end
            share = _remaining(sheet, (day > start) & due, term=term, start=start, day=day, law=law)
        warn_where_stale(sheet, rate, law.project_premium_rate, paid_day)
        fen = sheet.let("fen", _due(sheet, base, rate, relief=relief, day=paid_day, share=share))
        return {"supplement_fen": Output(choose(change_fen < 0, fen * -1, fen))}

    return answered(frame, "supplementary_premium", work, on_invalid=on_invalid, collect=collect)


def _refuse_a_term_reversed(sheet: Sheet, first: Fact, last: Fact) -> None:
    sheet.refuse("before_commencement", last, first.known & (last.value < first.value))


def _or_else(optional: Fact, other: Fact) -> Fact:
    """Return a fact that is another one where it is not known."""
    value = choose(optional.known, optional.value, other.value)
    return Fact(optional.field, optional.column, value, optional.known | other.known, optional.instead)


def _term_from(commenced: Column, start: Column, law: Law) -> Column:
    """Return the first day of the term that the time gone by is measured against (NN-1.1.4)."""
    return commenced if law.choice(ReducedTerm) is ReducedTerm.CONTRACT_TERM else start


def _remaining(
    sheet: Sheet, in_progress: Column, *, term: tuple[Column, Column], start: Column, day: Column, law: Law
) -> tuple[Column, Column]:
    """Return the share of the contract time still to come, as two numbers; all of it unless in progress (NN-1.1.4).

    At least a day, or a month, remains.
    """
    reduced = sheet.let("reduced", in_progress)
    first, last = term
    match law.choice(ElapsedTime):
        case ElapsedTime.DAYS:
            whole, gone = last - first + 1, day - start
        case ElapsedTime.DIFFERENCE:
            whole, gone = choose(last > first, last - first, 1), day - start
        case ElapsedTime.MONTHS:
            begun, after, started, today = civil(sheet, first, last + 1, start, day)
            whole = sheet.let("term", begun_months(begun, after))
            gone = sheet.let("gone", whole_months(started, today))
        case never:
            assert_never(never)
    left = choose(whole > gone, whole - gone, 1)
    part, whole = sheet.let_all({"part": choose(reduced, left, 1), "whole": choose(reduced, whole, 1)})
    return part, whole


def _due(
    sheet: Sheet,
    base: Column,
    rate: Dated[Rate],
    *,
    relief: Rate | None,
    day: Column,
    share: tuple[Column, Column],
) -> Column:
    """Return price × rate × share in fen, rounded half up once."""

    def worth(one: Rate) -> Fraction:
        return fraction_of("project_premium_rate", one if relief is None else one.less(relief))

    denominator = lcm(*(worth(one).denominator for one in rate.values()))
    numerator = rate.column(day, lambda one: int(worth(one) * denominator))
    part, whole = share
    return share_of_rate(sheet, base, numerator=numerator, denominator=denominator, part=part, whole=whole)
