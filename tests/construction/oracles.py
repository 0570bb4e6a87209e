"""The notice told a second time, naively: the premium in whole fen, the cover one day at a time.

Nothing here uses the library's money, periods or rules. Days are ordinals, months are walked, a half fen goes up by
integers; a day's cover is a function of that one day.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

import attrs

from gxinjury.construction import Contract, CoverState, PriceChange, TermChange
from gxinjury.extra.strategies import ConstructionCase
from gxinjury.law import Law
from gxinjury.law.readings import (
    CompletionForWarranty,
    DelayFilingDay,
    DelayNotFiled,
    ElapsedTime,
    ExtendedTerm,
    LateWarrantyFiling,
    PremiumBase,
    Reading,
    ReducedTerm,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
)

R = TypeVar("R", bound=Reading)


class OutOfScopeHereError(Exception):
    """The notice gives no premium for that day."""


def taken(law: Law, kind: type[R]) -> R:
    """Return the member that a law names, or else the first."""
    return next((member for member in law.readings if isinstance(member, kind)), next(iter(kind)))


def fen(amount: Decimal) -> int:
    """Return an amount that has no more than its fen as a whole number of them."""
    numerator, denominator = amount.as_integer_ratio()
    assert numerator * 100 % denominator == 0
    return numerator * 100 // denominator


def half_up(numerator: int, denominator: int) -> int:
    """Return the nearest whole number, a half away from zero."""
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def corresponding(start: date, months: int) -> int:
    """Return the ordinal of the corresponding day so many months on, clamped to the month's end."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    after_the_month = date(year + 1, 1, 1) if month == 11 else date(year, month + 2, 1)
    return min(date(year, month + 1, 1).toordinal() + start.day - 1, after_the_month.toordinal() - 1)


def part_and_whole(case: ConstructionCase, completion: date, day: date, law: Law) -> tuple[int, int]:
    """Return what is left of a term on a day, and the term: all days or months of it, counted one by one."""
    start = start_of(case)
    from_start = taken(law, ReducedTerm) is ReducedTerm.FROM_START
    first = start if from_start else case.contract.commencement
    gone = day.toordinal() - start.toordinal()
    term = completion.toordinal() - first.toordinal()
    whole = term + 1
    match taken(law, ElapsedTime):
        case ElapsedTime.DAYS:
            pass
        case ElapsedTime.DIFFERENCE:
            whole = term if term > 0 else 1
        case ElapsedTime.MONTHS:
            gone = whole = 0
            while corresponding(start, gone + 1) <= day.toordinal():
                gone += 1
            while corresponding(first, whole) <= completion.toordinal():
                whole += 1
    return (whole - gone if whole > gone else 1), whole


def start_of(case: ConstructionCase) -> date:
    """Return the day work started, as far as it is known."""
    return case.contract.commencement if case.started_on is None else case.started_on


def premium_lines(case: ConstructionCase, law: Law) -> list[tuple[date, int]]:
    """Return the day and the fen of each line, the initial one first, refunds among the changes."""
    contract = case.contract
    start = start_of(case)
    wants_bid = contract.bid_price is not None and taken(law, PremiumBase) is PremiumBase.BID_PRICE
    base = fen(contract.bid_price if wants_bid and contract.bid_price is not None else contract.price)
    kept, of = (1, 1) if case.relief is None else _what_is_left(case.relief.fraction)

    def due(amount: int, share: tuple[int, int]) -> int:
        return half_up(amount * 13 * kept * share[0], 10_000 * of * share[1])

    completion = completion_agreed_by(contract, case.term_changes, case.paid_on)
    if case.paid_on > completion:
        raise OutOfScopeHereError
    share = (1, 1)
    is_legacy = start < date(2015, 1, 1)
    if case.paid_on > start and (is_legacy or taken(law, WhoIsInProgress) is WhoIsInProgress.ANY):
        share = part_and_whole(case, completion, case.paid_on, law)
    base += sum(fen(change.amount) for change in case.price_changes if change.agreed_on <= case.paid_on)
    lines = [(case.paid_on, due(base, share))]

    for agreed_on, amount in later_changes(case.price_changes, case.paid_on, taken(law, Reduction)):
        share = (1, 1)
        if taken(law, SupplementInProgress) is SupplementInProgress.PRORATED and agreed_on > start:
            completion = completion_agreed_by(contract, case.term_changes, agreed_on)
            if agreed_on > completion:
                raise OutOfScopeHereError
            share = part_and_whole(case, completion, agreed_on, law)
        lines.append((agreed_on, due(amount, share)))
    return lines


def _what_is_left(relief: Decimal) -> tuple[int, int]:
    numerator, denominator = relief.as_integer_ratio()
    return denominator - numerator, denominator


def completion_agreed_by(contract: Contract, changes: tuple[TermChange, ...], day: date) -> date:
    """Return the completion of the latest change agreed by a day, or the contract's."""
    agreed = [change for change in changes if change.agreed_on <= day]
    return max(agreed, key=lambda change: change.agreed_on).completion if agreed else contract.completion


def later_changes(changes: tuple[PriceChange, ...], paid_on: date, reduction: Reduction) -> Iterator[tuple[date, int]]:
    """Yield the changes after the payment that bear premium, in fen, reductions first within a day."""
    credit = 0
    for agreed_on, amount in sorted((change.agreed_on, fen(change.amount)) for change in changes):
        if agreed_on <= paid_on:
            continue
        if amount > 0:
            set_off = min(credit, amount)
            credit -= set_off
            if amount > set_off:
                yield agreed_on, amount - set_off
        elif reduction is Reduction.REFUND:
            yield agreed_on, amount
        elif reduction is Reduction.NETTED:
            credit -= amount


DayOff = Callable[[date], bool | None]


@attrs.frozen
class Weekends:
    """A calendar on which weekends are off, announced through the end of a year and unknown after it."""

    known_through: int
    longest_break: int = 4

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is a Saturday or a Sunday; None after the last year announced."""
        return day.weekday() >= 5 if day.year <= self.known_through else None


def state_on(day: date, case: ConstructionCase, law: Law, calendar: Weekends | None = None) -> CoverState:
    """Return the cover of a project on one day."""
    states = {works_on(day, case, law), warranty_on(day, case, law, calendar)}
    if CoverState.COVERED in states:
        return CoverState.COVERED
    return CoverState.UNSETTLED if CoverState.UNSETTLED in states else CoverState.NOT_COVERED


def agreed_by(case: ConstructionCase, day: date) -> date:
    """Return the contract's completion as changed by what was agreed by a day, while the contract ran."""
    expiry = case.contract.completion
    for change in sorted(case.term_changes, key=lambda change: change.agreed_on):
        if change.agreed_on <= day and change.agreed_on.toordinal() <= expiry.toordinal() - 1:
            expiry = change.completion
    return expiry


def expiry_of(case: ConstructionCase, law: Law) -> date:
    """Return the day the contract expires: as agreed, beyond what the agency was told in time by one reading only."""
    agreed = agreed_by(case, date.max)
    if taken(law, ExtendedTerm) is ExtendedTerm.AS_AGREED:
        return agreed
    registered = told_to_agency = agreed_by(case, case.paid_on)
    if case.delay and registered.toordinal() - case.delay.filed_on.toordinal() >= days_ahead(law):
        told_to_agency = agreed_by(case, max(case.paid_on, case.delay.filed_on))
    return sorted([registered, told_to_agency])[1] if agreed > max(registered, told_to_agency) else agreed


def days_ahead(law: Law) -> int:
    """Return by how many days the delay papers come ahead of the expiry."""
    return 30 if taken(law, DelayFilingDay) is DelayFilingDay.THIRTIETH_DAY else 31


def paid_in_vain(case: ConstructionCase, law: Law) -> bool:
    """Return whether the premium came after acceptance or after the contract's expiry."""
    return case.paid_on > expiry_of(case, law) or (case.accepted_on is not None and case.paid_on > case.accepted_on)


def works_on(day: date, case: ConstructionCase, law: Law) -> CoverState:
    """Return the cover of the works on one day (NN-1.3.1 and NN-1.3.2)."""
    expiry = expiry_of(case, law)
    is_accepted = case.accepted_on is not None and day > case.accepted_on
    if paid_in_vain(case, law) or day < case.paid_on or is_accepted:
        return CoverState.NOT_COVERED
    if day <= expiry:
        return CoverState.COVERED
    ends = case.delay.acceptance_period_ends if case.delay else None
    if ends is not None and day > ends:
        return CoverState.NOT_COVERED
    if case.delay and expiry.toordinal() - case.delay.filed_on.toordinal() >= days_ahead(law):
        return CoverState.UNSETTLED if ends is None else CoverState.COVERED
    return {
        DelayNotFiled.UNSETTLED: CoverState.UNSETTLED,
        DelayNotFiled.LAPSES: CoverState.NOT_COVERED,
        DelayNotFiled.CONTINUES: CoverState.COVERED,
    }[taken(law, DelayNotFiled)]


def warranty_on(day: date, case: ConstructionCase, law: Law, calendar: Weekends | None) -> CoverState:
    """Return the cover of the warranty period on one day (NN-1.3.3)."""
    warranty = case.warranty
    if warranty is None or warranty.filed_on is None or warranty.roster_reported_on is None or paid_in_vain(case, law):
        return CoverState.NOT_COVERED
    completion = {
        CompletionForWarranty.ACCEPTED: case.accepted_on,
        CompletionForWarranty.COMPLETED: case.completed_on,
        CompletionForWarranty.CONTRACTUAL: expiry_of(case, law),
    }[taken(law, CompletionForWarranty)]
    if completion is None:
        return CoverState.NOT_COVERED
    has_begun = day >= warranty.filed_on and day >= warranty.roster_reported_on and day >= completion
    if not has_begun or day > warranty.ends:
        return CoverState.NOT_COVERED
    if taken(law, LateWarrantyFiling) is LateWarrantyFiling.STILL_EFFECTIVE:
        return CoverState.COVERED
    return {True: CoverState.COVERED, False: CoverState.NOT_COVERED, None: CoverState.UNSETTLED}[
        filed_in_time(warranty.filed_on, completion, calendar)
    ]


def filed_in_time(filed_on: date, completion: date, calendar: Weekends | None) -> bool | None:
    """Return whether a filing came within thirty days, rolled over days off; None while the calendar is unknown."""
    limit = completion.toordinal() + 30
    if calendar is None:
        return filed_on.toordinal() <= limit
    while calendar.is_day_off(date.fromordinal(limit)):
        limit += 1
    if filed_on.toordinal() <= limit:
        return True
    # What is not announced may be off, for as long as a break can be.
    furthest = limit + calendar.longest_break
    while limit < furthest and calendar.is_day_off(date.fromordinal(limit)) is not False:
        limit += 1
    return None if filed_on.toordinal() <= limit else False
