"""Lines that a termination brings (终止关系后的待遇明细): the two subsidies, priced, open or without their amounts."""

from collections.abc import Iterator
from datetime import date

import attrs

from gxinjury.benefits.events import Termination
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.termination import open_at_completion, termination_subsidies
from gxinjury.benefits.termination_amounts import TerminationSubsidies
from gxinjury.benefits.termination_grounds import TerminationGround, worker_may_end
from gxinjury.benefits.termination_wage import table_day
from gxinjury.citations import Clause
from gxinjury.explanations import unobserved
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.readings import CompletionEndsRelation
from gxinjury.law.regulation import REVISED_FROM, Payer, TerminationWage
from gxinjury.texts import Text

__all__ = ["article_of", "completion_to_settle", "ended_by_completion", "open_part", "termination_part", "wage_at_end"]


def article_of(grade: DisabilityGrade) -> Clause:
    """Return the article on the benefits of a grade: 35, 36 or 37."""
    if grade.is_severe:
        return REG.clause("35")
    return REG.clause("36" if grade.is_medium else "37")


def termination_part(injury: Injury, grade: DisabilityGrade, law: Law) -> Part:
    """Return both subsidies of a termination, each to its payer (REG-36, REG-37), or of a completion (NN-5.4)."""
    termination = injury.termination
    if termination is None:
        return open_part(injury, grade, law)
    wage = priced(lambda: wage_at_end(injury, termination, law))
    if isinstance(wage, Text):
        due: TerminationSubsidies | Text = wage
    else:
        known = wage
        due = priced(
            lambda: termination_subsidies(
                grade,
                known,
                ended_on=termination.ended_on,
                ground=termination.ground,
                injured_on=injury.injured_on,
                project_worker=injury.project_worker,
                retires_on=injury.retires_on,
                scale=termination.scale,
                average=termination.average,
                law=law,
            )
        )
    if isinstance(due, Text):
        return Part(tuple(_unpriced(due, injury, grade, termination.ended_on, law)))
    return Part(tuple(_termination_lines(due, termination.ended_on)), due.findings)


def wage_at_end(injury: Injury, termination: Termination, law: Law) -> Yuan | Text:
    """Return the wage that the subsidies are months of: where none is told, before 2017-01-05 the reference wage."""
    if termination.wage is not None:
        return termination.wage
    table_of = table_day(termination.ended_on, injury.injured_on, law)
    if injury.wage is not None and law.termination_wage.on(table_of) is TerminationWage.OWN_WAGE:
        return injury.wage
    return Needs.wage_at_termination


def ended_by_completion(injury: Injury, grade: DisabilityGrade, law: Law) -> Injury:
    """Return a case with its end where the completion of the project ended the relation (NN-5.4), by one reading.

    It ended on the day of completion, or of the grading where that comes later; a termination that is told stays.
    """
    day = completion_to_settle(injury, grade)
    if day is None or law.choice(CompletionEndsRelation) is CompletionEndsRelation.WORKER_MAY:
        return injury
    ended = Termination(ended_on=day, ground=TerminationGround.COMPLETION)
    return attrs.evolve(injury, termination=ended)


def open_part(injury: Injury, grade: DisabilityGrade, law: Law) -> Part:
    """Return both subsidies left open where a project was completed before 2019; from then on the worker ends it."""
    day = completion_to_settle(injury, grade)
    if day is None or worker_may_end(day, law):
        return Part()
    due = open_at_completion(day, law)
    return Part(tuple(_termination_lines(due, day)), due.findings)


def completion_to_settle(injury: Injury, grade: DisabilityGrade) -> date | None:
    """Return the day on which a completed project and a grade are both there, while no termination is told."""
    if injury.termination is not None or injury.completed_on is None or injury.graded_on is None:
        return None
    return max(injury.completed_on, injury.graded_on) if injury.project_worker and not grade.is_severe else None


def _unpriced(needs: Text, injury: Injury, grade: DisabilityGrade, ended_on: date, law: Law) -> Iterator[BenefitLine]:
    """Yield both subsidies without their amounts, each to its payer; grades 1 to 4 have none."""
    if not grade.is_severe:
        clause, payer = article_of(grade), _medical_payer(ended_on, injury.injured_on, law)
        yield line(Benefit.MEDICAL_SUBSIDY, needs, Rhythm.ONCE, payer, clause, first=ended_on)
        yield line(Benefit.EMPLOYMENT_SUBSIDY, needs, Rhythm.ONCE, Payer.EMPLOYER, clause, first=ended_on)


@unobserved()
def _medical_payer(ended_on: date, injured_on: date, law: Law) -> Payer:
    """Return who pays the medical subsidy: as the table that applies says, without one as the regulation of its day."""
    day = table_day(ended_on, injured_on, law)
    table = priced(lambda: law.medical_subsidy.entry_on(day).value)
    if isinstance(table, Text):
        return Payer.EMPLOYER if day < REVISED_FROM else Payer.FUND
    return table.payer


def _termination_lines(due: TerminationSubsidies, ended_on: date) -> Iterator[BenefitLine]:
    if due.medical_payer is None or due.employment_payer is None:
        return
    medical, employment = due.clauses
    once, needed = Rhythm.ONCE, Findings.needs_how_ended.words
    yield line(
        Benefit.MEDICAL_SUBSIDY,
        needed if due.medical is None else due.medical,
        once,
        due.medical_payer,
        medical,
        first=ended_on,
        formula=due.medical_formula,
    )
    if due.medical is not None:
        needed = Findings.needs_scale.words
    yield line(
        Benefit.EMPLOYMENT_SUBSIDY,
        needed if due.employment is None else due.employment,
        once,
        due.employment_payer,
        employment,
        first=ended_on,
        formula=due.employment_formula,
    )
