"""Duties of a later raise (补缴): a supplement each, paid in their order."""

from collections.abc import Iterator
from datetime import date

from gxinjury.construction.billing import answered_bill, bill_day
from gxinjury.construction.bills import PremiumBill, PremiumLine
from gxinjury.construction.duties import Duty, Holder, Obligation
from gxinjury.construction.duty_states import found, noted, without_day
from gxinjury.construction.findings import Notes
from gxinjury.construction.project import ProjectCase
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.money import total
from gxinjury.texts import Text

__all__ = ["supplements"]


def supplements(case: ProjectCase, law: Law) -> Iterator[Obligation]:
    """Yield the supplements on later raises (NN-1.1.3), paid in their order once the initial premium is."""
    if not case.payments:
        return
    billed_on = bill_day(case, law)
    raises = [one for one in case.price_changes if one.agreed_on > billed_on and one.amount > 0]
    if not raises:
        return
    answered, missing = found(lambda: answered_bill(case, law))
    if answered is not None:
        bill, unanswered, error = answered
        yield from _of_lines(case, bill)
        raises = [one for one in unanswered if one.amount > 0]
        missing = None if error is None else error.message
    yield from (_supplement(day, None, None, missing) for day in sorted(one.agreed_on for one in raises))


def _of_lines(case: ProjectCase, bill: PremiumBill) -> Iterator[Obligation]:
    needed = bill.initial.amount
    for line in sorted((*bill.supplements, *bill.refunds), key=lambda one: (one.dated, one.amount)):
        needed = total([needed, line.amount])
        if line.amount > 0:
            yield _supplement(line.dated, line.amount, _reached(case, needed, line), None)


def _reached(case: ProjectCase, needed: Yuan, line: PremiumLine) -> date | None:
    """Return the day on which all payments up to then reach a sum, not before the raise; None while they do not."""
    paid_on = sorted({payment.paid_on for payment in case.payments})
    enough = (day for day in paid_on if total(one.amount for one in case.payments if one.paid_on <= day) >= needed)
    reached = next(enough, None)
    return None if reached is None else max(reached, line.dated)


def _supplement(since: date, amount: Yuan | None, done_on: date | None, missing: Text | None) -> Obligation:
    return Obligation(
        Duty.PAY_SUPPLEMENT,
        Holder.GENERAL_CONTRACTOR,
        None,
        NN.clause("1.1.3"),
        without_day(done_on),
        done_on,
        note=noted(Notes.without_delay, missing) if done_on is None else None,
        since=since,
        amount=amount,
    )
