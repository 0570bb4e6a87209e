"""How a project is billed (项目的计费方式): in full or reduced, asked day by day, so that it can be questioned."""

from datetime import date
from enum import Enum

from gxinjury.construction.premium import Term, share_when_paid
from gxinjury.errors import OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.texts import Text


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
