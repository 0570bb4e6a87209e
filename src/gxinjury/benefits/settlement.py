"""Settling an injury (工伤待遇核定): every benefit that the facts bring, line by line, each with its payer and clause.

A line whose amount cannot be named says what it needs; it is never left out. Benefits paid once and benefits paid
monthly stand apart.
"""

from datetime import date

import attrs

from gxinjury.benefits.death_lines import death_part
from gxinjury.benefits.disability_lines import disability_part
from gxinjury.benefits.findings import Findings, Refusals
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.leave import InjuryLeave, paid_injury_leave
from gxinjury.benefits.liability import DomesticRelation, domestic_relation
from gxinjury.benefits.lines import BenefitLine, Part, Rhythm
from gxinjury.benefits.missing_lines import missing_part
from gxinjury.benefits.settled import Settlement
from gxinjury.benefits.worker_lines import leave_part, treatment_part
from gxinjury.explanations import rule
from gxinjury.facts import check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.periods import earlier
from gxinjury.texts import Text

__all__ = ["all_on_employer", "leave_of", "settle_injury", "until", "worker_part"]


@rule(REG.clause("30"), Text("工伤待遇核定", "settlement"))
def settle_injury(injury: Injury, *, law: Law = LAW) -> Settlement:
    """Settlement of an injury: all its benefits (REG-30 to REG-45 and Guangxi's tables).

    Args:
        injury: The facts; what is left out shows as what a line needs.
        law: The law asked.

    Returns:
        The lines, in the order in which the benefits come about, and findings.

    Raises:
        InvalidFactError: The facts are no Injury, or there are more months of leave than the law allows.
        OutOfScopeError: The worker is posted abroad and insured there.

    >>> injury = Injury(injured_on=date(2016, 3, 1), wage=6905, grade=7, graded_on=date(2016, 11, 20), treatment=0)
    >>> [(line.benefit.name, line.amount) for line in settle_injury(injury).lines]
    [('PAID_LEAVE', None), ('DISABILITY_SUBSIDY', Decimal('89765.00'))]
    """
    check_instance("settle_injury", "injury", injury, Injury)
    if domestic_relation(insured_abroad=injury.insured_abroad) is DomesticRelation.PAUSED:
        raise Refusals.paused_abroad(REG.clause("44"))
    leave = leave_of(injury, law)
    worker = worker_part(injury, leave, law)
    family = (missing_part(injury, law), death_part(injury, leave, law))
    lines = (*worker.lines, *(each for part in family for each in part.lines))
    findings = (*worker.findings, *(each for part in family for each in part.findings))
    if injury.commuted:
        clause = REG.clause("35" if injury.death is None else "39")
        findings = (*findings, Findings.commutation_not_settled(clause))
    if injury.enrolled:
        return Settlement(lines, findings)
    return Settlement(all_on_employer(lines), (*findings, Findings.not_enrolled(REG.clause("62"))))


@rule(REG.clause("33"), Text("本案停工留薪期", "paid injury leave of the case"))
def leave_of(injury: Injury, law: Law) -> InjuryLeave | None:
    """Paid injury leave of a case (REG-33); None where its months are not known."""
    if injury.leave_months is None:
        return None
    return paid_injury_leave(
        injury.injured_on,
        months=injury.leave_months,
        extension_months=injury.leave_extension_months,
        graded_on=injury.graded_on,
        law=law,
    )


def worker_part(injury: Injury, leave: InjuryLeave | None, law: Law) -> Part:
    """Return what the worker draws: monthly lines to the death, or to the day benefits stopped (REG-42)."""
    if injury.disappearance is not None:
        return Part()
    parts = [treatment_part(injury, law), leave_part(injury, leave)]
    if injury.grade is not None and injury.graded_on is not None:
        parts.append(disability_part(injury, injury.grade, injury.graded_on, law))
    lines = tuple(each for part in parts for each in part.lines)
    findings = [each for part in parts for each in part.findings]
    died_on = None if injury.death is None else injury.death.died_on
    lines = until(lines, died_on)
    if injury.stopped_on is not None:
        lines = until(lines, injury.stopped_on)
        stopped = {"day": injury.stopped_on, "ground": injury.stop_ground}
        findings.append(Findings.stopped(REG.clause("42"), **stopped))
    return Part(lines, tuple(findings))


def until(lines: tuple[BenefitLine, ...], last: date | None) -> tuple[BenefitLine, ...]:
    """Return the lines with the monthly ones ended on a day at the latest; those that never begin are left out."""
    ended = (
        attrs.evolve(each, last=earlier(each.last, last)) if each.rhythm is Rhythm.MONTHLY else each for each in lines
    )
    return tuple(each for each in ended if each.last is None or each.last >= each.first)


@rule(REG.clause("62"), Text("全部由用人单位支付", "all paid by the employer"))
def all_on_employer(lines: tuple[BenefitLine, ...]) -> tuple[BenefitLine, ...]:
    """Benefits of a worker who was not enrolled (REG-62): the employer pays them all."""
    return tuple(attrs.evolve(each, payer=Payer.EMPLOYER) for each in lines)
