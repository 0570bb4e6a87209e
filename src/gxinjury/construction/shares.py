"""How much of the premium a project pays (计费比例): all of it, or what is left of the contract time."""

from datetime import date
from typing import Annotated, Final, assert_never

import attrs

from gxinjury.construction.findings import Cautions, Refusals
from gxinjury.explanations import caution, rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import (
    ElapsedTime,
    ReducedTerm,
    SupplementInProgress,
    WhoIsInProgress,
)
from gxinjury.money import Share
from gxinjury.periods import day_after, months_after, whole_months
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Term", "begun_months", "remaining_share", "share_when_agreed", "share_when_paid", "term_from"]

_WHOLE: Final = Share(1, 1)


@attrs.frozen
class Term(Record):
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

    >>> from gxinjury import LAW
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
