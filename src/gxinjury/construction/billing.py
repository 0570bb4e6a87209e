"""How a project is billed (项目的计费方式): for which day, in full or reduced, and when that counts as paid."""

from datetime import date
from enum import Enum

import attrs

from gxinjury.construction.accounts import cover_start, premium_account
from gxinjury.construction.bills import PremiumBill
from gxinjury.construction.late_payment import last_day_in_time
from gxinjury.construction.premium import project_premium
from gxinjury.construction.price_changes import PriceChange
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.shares import Term, share_when_paid
from gxinjury.construction.unanswered import AssessedPart, Unanswered
from gxinjury.errors import GxInjuryError, NotInForceError, OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.texts import Text

__all__ = ["Billing", "answered_bill", "bill_day", "billed", "billing", "premium_bill", "premium_day"]


class Billing(Enum):
    """How much of the premium on its price a project owes when it enrols."""

    IN_FULL = Text(zh="全额", en="in full")
    REDUCED = Text(zh="按剩余工期减免", en="reduced for the contract time gone by")
    NOT_SAID = Text(zh="通知未规定，由经办机构决定", en="not laid down: the agency decides")


@rule(NN.clause("1.1.4"), Text("保险费的计费方式", "how the premium is billed"))
def billing(commencement: date, completion: date, paid_on: date, started_on: date | None, law: Law) -> Billing:
    """How a project that enrols on a day is billed (NN-1.1.4), by when it starts, ends and pays."""
    term = Term(commencement, completion, commencement if started_on is None else started_on)
    try:
        share = share_when_paid(term, paid_on, law.new_starts_from.on(paid_on), law)
    except OutOfScopeError:
        return Billing.NOT_SAID
    return Billing.IN_FULL if share.part == share.whole else Billing.REDUCED


@rule(NN.clause("1.1.5"), Text("按哪一日计费", "day that the bill is computed for"))
def bill_day(case: ProjectCase, law: Law) -> date:
    """Day that the bill is computed for (NN-1.1.5): of the first payment, on which the project enrolled.

    Without any it is the last day in time. What is paid later moves nothing: a debt never shrinks for being paid late.

    Raises:
        NotInForceError: As :func:`~gxinjury.construction.late_payment.last_day_in_time`.
    """
    first_paid_on = case.first_paid_on
    return last_day_in_time(case.start, law) if first_paid_on is None else first_paid_on


def premium_bill(case: ProjectCase, law: Law) -> PremiumBill:
    """Return the bill of a project; raises as ``project_premium`` and :func:`bill_day` do."""
    return project_premium(
        case.contract,
        paid_on=bill_day(case, law),
        started_on=case.started_on,
        price_changes=case.price_changes,
        term_changes=case.term_changes,
        relief=case.relief,
        law=law,
    )


def answered_bill(case: ProjectCase, law: Law) -> tuple[PremiumBill, tuple[PriceChange, ...], GxInjuryError | None]:
    """Return the bill as far as it can be answered, the changes of price that it cannot be answered for, and why.

    It goes up to the first change that cannot be: what was due before stays due. A change up to the day of the bill is
    part of the initial premium, and is never what that is refused for.

    Raises:
        NotInForceError, OutOfScopeError: The initial premium cannot be answered, as ``project_premium`` raises it.
    """
    try:
        return premium_bill(case, law), (), None
    except (NotInForceError, OutOfScopeError) as error:
        first = error
    for agreed_on in sorted({change.agreed_on for change in case.price_changes}, reverse=True):
        by_then = tuple(change for change in case.price_changes if change.agreed_on < agreed_on)
        try:
            bill = premium_bill(attrs.evolve(case, price_changes=by_then), law)
        except (NotInForceError, OutOfScopeError):
            continue
        return bill, tuple(one for one in case.price_changes if one.agreed_on >= agreed_on), first
    raise first


@rule(NN.clause("1.1.5"), Text("缴清日期", "day on which the premium counts as paid"), none=Text("尚未缴清", "not yet"))
def premium_day(case: ProjectCase, law: Law) -> date | None:
    """Day on which the initial premium counts as paid (NN-1.1.5); None while it does not.

    Of several payments it is the one that completes the sum, or the first one by reading. Where all of the premium is
    remitted, nothing has to be paid: it is the day of the bill. A later change of price that cannot be answered moves
    nothing.
    """
    return cover_start(premium_account(answered_bill(case, law)[0], case.payments), law=law)


def billed(case: ProjectCase, law: Law) -> tuple[PremiumBill | None, tuple[Unanswered, ...]]:
    """Return the bill as far as it can be answered, and what it cannot be answered for."""
    try:
        bill, _, error_of = answered_bill(case, law)
    except (NotInForceError, OutOfScopeError) as error:
        return None, (Unanswered.of(AssessedPart.PREMIUM, error),)
    return bill, () if error_of is None else (Unanswered.of(AssessedPart.SUPPLEMENT, error_of),)
