"""Papers for registration (登记的材料): which there are, what is short, and why."""

from collections.abc import Iterable
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.construction.findings import Cautions
from gxinjury.explanations import caution, rule
from gxinjury.facts import check_flag, records
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.papers import (
    REGISTRATION_ANNEX_NOTE,
    REGISTRATION_BODY,
    Paper,
    RequiredPaper,
)
from gxinjury.law.readings import RegistrationPapers
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["MissingDocument", "Shortfall", "Submitted", "missing_documents", "required_papers"]


@attrs.frozen
class Submitted(Record):
    """A paper as it was handed in.

    Args:
        paper: Which.
        originals: How many originals.
        copies: How many copies.
        sealed: Whether the copies bear the enterprise's seal.

    >>> Submitted(Paper.BUSINESS_LICENCE, originals=1, copies=1).sealed
    True
    """

    paper: Annotated[Paper, Text("材料", "paper")]
    originals: Annotated[int, Text("原件份数", "originals")] = 1
    copies: Annotated[int, Text("复印件份数", "copies")] = 0
    sealed: Annotated[bool, Text("已加盖公章", "sealed")] = True

    __attrs_post_init__ = check_facts


class Shortfall(Enum):
    """Why a paper is short."""

    MISSING = Text(zh="未提交", en="missing")
    TOO_FEW = Text(zh="份数不足", en="too few")
    UNSEALED = Text(zh="复印件未加盖公章", en="copies not sealed")


@attrs.frozen
class MissingDocument(Record):
    """A paper that is short.

    Args:
        paper: Which.
        why: Why.
        originals_short: How many originals are still to come.
        copies_short: How many copies.
    """

    paper: Annotated[Paper, Text("材料", "paper")]
    why: Annotated[Shortfall, Text("原因", "why")]
    originals_short: Annotated[int, Text("尚缺原件", "originals still to come")]
    copies_short: Annotated[int, Text("尚缺复印件", "copies still to come")]


@rule(NN.clause("1.2"), Text("应提交的登记材料", "papers that registration takes"))
def required_papers(*, has_unified_code: bool, tendered: bool, law: Law) -> tuple[RequiredPaper, ...]:
    """Papers that registration takes (NN-1.2): the body's list or the annex note's by reading.

    A unified-code licence, issued since October 2015, stands for licence and organisation code.
    """
    body = law.choice(RegistrationPapers) is RegistrationPapers.BODY
    required = REGISTRATION_BODY if body else REGISTRATION_ANNEX_NOTE
    if not tendered:
        required = tuple(one for one in required if one.paper is not Paper.AWARD_NOTICE)
    if not has_unified_code:
        return required
    caution(Cautions.unified_code_stands_for_both)
    others = tuple(one for one in required if one.paper not in _STOOD_FOR)
    return (RequiredPaper(Paper.UNIFIED_CODE_LICENCE, 1, 1), *others)


_STOOD_FOR = (Paper.BUSINESS_LICENCE, Paper.ORGANISATION_CODE)


@rule(NN.clause("1.2"), Text("尚缺的登记材料", "registration papers that are short"))
def missing_documents(
    submitted: Iterable[Submitted], *, tendered: bool = True, law: Law = LAW
) -> tuple[MissingDocument, ...]:
    """Registration papers that are short, and why (NN-1.2).

    Args:
        submitted: What was handed in; what comes in two parts is added up.
        tendered: Whether the works were put out to tender; without a tender there is no award notice.
        law: The law asked.

    Returns:
        What is short, in the order of the list; empty when all is there.

    Raises:
        InvalidFactError: Something handed in is no ``Submitted``.

    >>> for short in missing_documents([Submitted(Paper.BUSINESS_LICENCE, originals=1)])[:2]:
    ...     print(short.paper.name, short.why.name, short.originals_short, short.copies_short)
    BUSINESS_LICENCE TOO_FEW 0 1
    ORGANISATION_CODE MISSING 1 1
    """
    handed_in = records("missing_documents", "submitted", submitted, Submitted)
    check_flag("missing_documents", "tendered", tendered)
    has_unified_code = any(one.paper is Paper.UNIFIED_CODE_LICENCE for one in handed_in)
    short = (
        _short_of(one, handed_in)
        for one in required_papers(has_unified_code=has_unified_code, tendered=tendered, law=law)
    )
    return tuple(one for one in short if one is not None)


def _short_of(required: RequiredPaper, handed_in: tuple[Submitted, ...]) -> MissingDocument | None:
    same = [one for one in handed_in if one.paper is required.paper]
    originals = max(required.originals - sum(one.originals for one in same), 0)
    copies = max(required.copies - sum(one.copies for one in same), 0)
    sealed = max(required.copies - sum(one.copies for one in same if one.sealed), 0)
    if not any(one.originals or one.copies for one in same):
        return MissingDocument(required.paper, Shortfall.MISSING, originals, copies)
    if originals or copies:
        return MissingDocument(required.paper, Shortfall.TOO_FEW, originals, copies)
    return MissingDocument(required.paper, Shortfall.UNSEALED, 0, sealed) if sealed else None
