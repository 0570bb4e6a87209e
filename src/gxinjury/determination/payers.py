"""Who pays when a project is not enrolled at all (项目未参保的待遇支付), one after the other."""

from enum import Enum
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.explanations import rule
from gxinjury.facts import check_flag
from gxinjury.law.clauses import RSF103
from gxinjury.law.parties import Party
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Liability", "Liable", "hirers", "payers_when_not_enrolled"]


class Liability(Enum):
    """How one pays."""

    OWN = Text(zh="支付", en="pays")
    JOINT = Text(zh="承担连带责任", en="jointly and severally liable")
    ADVANCE = Text(zh="先行支付，向前列各方追偿", en="advances, and recovers from those before it")


@attrs.frozen
class Liable(Record):
    """One who is liable, in his turn.

    Args:
        party: Who.
        liability: How.
        clause: By which clause.
    """

    party: Annotated[Party, Text("支付方", "party")]
    liability: Annotated[Liability, Text("责任", "liability")]
    clause: Annotated[Clause, Text("依据", "clause")]


@rule(RSF103.clause("9"), Text("首先支付者", "who pays first"))
def hirers(*, hired_by_incapable_party: bool) -> tuple[Liable, ...]:
    """Who pays first: the employer; for a party that cannot be one, that party and the unit that contracted to it."""
    if not hired_by_incapable_party:
        return (Liable(Party.EMPLOYER, Liability.OWN, RSF103.clause("8")),)
    return (
        Liable(Party.HIRING_PARTY, Liability.OWN, RSF103.clause("9")),
        Liable(Party.CONTRACTING_UNIT, Liability.JOINT, RSF103.clause("9")),
    )


@rule(RSF103.clause("8"), Text("项目未参保时的支付次序", "who pays where the project is not enrolled, in order"))
def payers_when_not_enrolled(*, hired_by_incapable_party: bool = False) -> tuple[Liable, ...]:
    """Who pays an injury on a project that is not enrolled at all, in order.

    The employer; with it, jointly and severally, the general contractor and the project owner; where none of them
    pays, the fund advances and recovers. Where the worker was hired by a party that cannot be an employer, that party
    stands in the employer's place and the unit that contracted the work out to it is jointly liable.

    Args:
        hired_by_incapable_party: Whether the work was contracted out to a party that cannot be an employer, which
            hired the worker.

    Raises:
        InvalidFactError: It is neither True nor False.

    >>> for payer in payers_when_not_enrolled():
    ...     print(payer.party.name, payer.liability.name, payer.clause)
    EMPLOYER OWN RSF103-8
    GENERAL_CONTRACTOR JOINT RSF103-8
    OWNER JOINT RSF103-8
    FUND ADVANCE RSF103-8
    """
    check_flag("payers_when_not_enrolled", "hired_by_incapable_party", hired_by_incapable_party)
    clause = RSF103.clause("8")
    return (
        *hirers(hired_by_incapable_party=hired_by_incapable_party),
        Liable(Party.GENERAL_CONTRACTOR, Liability.JOINT, clause),
        Liable(Party.OWNER, Liability.JOINT, clause),
        Liable(Party.FUND, Liability.ADVANCE, clause),
    )
