"""Termination subsidies (一次性工伤医疗补助金、一次性伤残就业补助金): what grades 5 to 10 draw when the relation ends.

Arts. 36 and 37 say when they are due, Guangxi's dated tables how many months of the wage they are and who pays.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final, TypeAlias

import attrs

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.doors import wage_of
from gxinjury.benefits.findings import Cautions, Findings, Refusals
from gxinjury.benefits.formulas import product
from gxinjury.benefits.grades import DisabilityGrade, grade_of
from gxinjury.benefits.termination_amounts import TerminationSubsidies, employment_subsidy, medical_subsidy
from gxinjury.benefits.termination_grounds import (
    BeforeRetirement,
    TerminationGround,
    before_retirement,
    draws_medical_only,
    due_to_grades_5_and_6,
    due_to_grades_7_to_10,
)
from gxinjury.benefits.termination_wage import counted_wage, table_day
from gxinjury.citations import Clause
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import check_day, check_flag, check_instance, check_not_before, check_optional_day
from gxinjury.findings import FindingWords
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import GZF62, NN, ORDER117, REG
from gxinjury.money import ZERO, Rate
from gxinjury.texts import Text

__all__ = ["Scale", "check_scale", "open_at_completion", "scale_given", "termination_subsidies"]

_ALL: Final = Rate.percent(100)
_AT_MOST_ALL: Final = FactRule(zh="不得超过 100%", en="must not be above 100%", code="above_all")
_PROJECT_WORKERS_ONLY: Final = FactRule(
    zh="为项目竣工的，只适用于按项目参保的职工",
    en="may be COMPLETION for project workers only (project_worker=True)",
    code="project_workers_only",
)


@rule(REG.clause("36"), Text("终止关系的两项补助金", "termination subsidies"))
def termination_subsidies(
    grade: DisabilityGrade | int,
    wage_at_termination: Decimal | int | str,
    *,
    ended_on: date,
    ground: TerminationGround = TerminationGround.OWN_WISH,
    injured_on: date | None = None,
    project_worker: bool = False,
    retires_on: date | None = None,
    scale: Rate | None = None,
    average: AverageWage | None = None,
    law: Law = LAW,
) -> TerminationSubsidies:
    """Termination subsidies (一次性工伤医疗补助金、一次性伤残就业补助金) by Guangxi's tables (REG-36, REG-37).

    Args:
        grade: The disability grade; grades 1 to 4 keep the relation and draw none.
        wage_at_termination: The monthly wage in yuan: the mean of the 12 months before termination; before 2017-01-05
            the reference wage.
        ended_on: The day the relation ended.
        ground: Why it ended.
        injured_on: The day of the injury; None where no reading asks for it.
        project_worker: Whether the worker was enrolled by project.
        retires_on: The day the worker reaches the statutory retirement age; None: not near it.
        scale: What is left of the employment subsidy in the last five years before that day; nobody published it.
        average: The region's on-post average wage of the year before the termination; None: the published one.
        law: The law asked.

    Returns:
        Both subsidies in yuan to the fen, with their payers; zero and a finding where none is due; neither an amount,
        and a finding, where a project was completed before 2019 and it is open how and when the relation ended.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the relation ended before the injury.
        NotInForceError: The day lies before 2007-01-01, or nobody published the average.
        OutOfScopeError: The employer ends the relation, or the worker is of retirement age and no text seen says what
            follows.

    >>> due = termination_subsidies(10, 5000, ended_on=date(2017, 1, 4))
    >>> due.medical, due.employment, due.medical_payer.name, due.employment_payer.name
    (Decimal('40000.00'), Decimal('30000.00'), 'FUND', 'EMPLOYER')
    """
    question = "termination_subsidies"
    graded, wage = grade_of(question, grade), wage_of(question, "wage_at_termination", wage_at_termination)
    _check_days(question, ended_on, injured_on, retires_on)
    _check_circumstances(question, ground, project_worker, scale, average)
    if graded.is_severe:
        return _none(Findings.relation_kept, REG.clause("35"))
    is_due = due_to_grades_5_and_6 if graded.is_medium else due_to_grades_7_to_10
    if not is_due(ground, ended_on, law):
        if ground is TerminationGround.COMPLETION:
            return open_at_completion(ended_on, law)
        # What is not due to grades 7 to 10 is a completion, so this is an expiry, which brings grades 5 and 6 nothing.
        return _none(Findings.not_due_on_ground, REG.clause("36"), ground=ground)

    table_of = table_day(ended_on, injured_on, law)
    distance = before_retirement(ended_on, retires_on, table_of, law)
    medical_only = distance is BeforeRetirement.REACHED and draws_medical_only(project_worker, ended_on, law)
    if distance is BeforeRetirement.REACHED and not medical_only:
        raise Refusals.ended_past_retirement(REG.clause("36" if graded.is_medium else "37"))
    medical, employment = law.medical_subsidy.on(table_of), law.employment_subsidy.on(table_of)
    counted = counted_wage(wage, average, ended_on, table_of, law)
    months = medical.months.of(graded), employment.months.of(graded)
    due = TerminationSubsidies(
        wage=counted,
        medical=medical_subsidy(graded, counted, medical),
        medical_payer=medical.payer,
        employment=ZERO,
        employment_payer=employment.payer,
        clauses=(medical.clause, employment.clause),
        medical_formula=product(months[0], counted),
    )
    if medical_only:
        return attrs.evolve(due, findings=(Findings.medical_only(GZF62.clause("retired")),))
    if distance is BeforeRetirement.FAR:
        return attrs.evolve(
            due,
            employment=employment_subsidy(graded, counted, employment, _ALL),
            employment_formula=product(months[1], counted),
        )
    if scale is None:
        return attrs.evolve(due, employment=None, findings=(Findings.needs_scale(ORDER117.clause("retirement")),))
    left = scale_given(scale)
    return attrs.evolve(
        due,
        employment=employment_subsidy(graded, counted, employment, left),
        employment_formula=product(months[1], counted, left),
    )


@rule(ORDER117.clause("retirement"), Text("就业补助金递减后的比例", "what is left of the employment subsidy"))
def scale_given(scale: Rate) -> Rate:
    """What is left of the employment subsidy near retirement (ORDER117-retirement): as given, as none is published."""
    caution(Cautions.scale_is_given, scale=scale)
    return scale


def open_at_completion(completed_on: date, law: Law) -> TerminationSubsidies:
    """Return both subsidies left open: the project is completed, and how and when the relation ended nobody told."""
    medical, employment = law.medical_subsidy.on(completed_on), law.employment_subsidy.on(completed_on)
    return TerminationSubsidies(
        wage=None,
        medical=None,
        medical_payer=medical.payer,
        employment=None,
        employment_payer=employment.payer,
        clauses=(medical.clause, employment.clause),
        findings=(Findings.needs_how_ended(NN.clause("5.4")),),
    )


def _none(words: FindingWords, clause: Clause, **values: object) -> TerminationSubsidies:
    found = (words(clause, **values),)
    return TerminationSubsidies(None, ZERO, None, ZERO, None, findings=found)


def _check_days(question: str, ended_on: date, injured_on: date | None, retires_on: date | None) -> None:
    check_day(question, "ended_on", ended_on)
    check_optional_day(question, "retires_on", retires_on)
    if injured_on is not None:
        check_day(question, "injured_on", injured_on)
        check_not_before(question, "ended_on", ended_on, "injured_on", injured_on)


def _check_circumstances(
    question: str, ground: object, project_worker: object, scale: Rate | None, average: AverageWage | None
) -> None:
    check_instance(question, "ground", ground, TerminationGround)
    check_flag(question, "project_worker", project_worker)
    if ground is TerminationGround.COMPLETION and not project_worker:
        raise InvalidFactError(question, "ground", _PROJECT_WORKERS_ONLY, ground)
    if scale is not None:
        check_scale(question, "scale", scale)
    if average is not None:
        check_instance(question, "average", average, AverageWage)


def check_scale(record: str, field: str, scale: object) -> None:
    """Refuse what is no share of at most all."""
    check_instance(record, field, scale, Rate)
    if isinstance(scale, Rate) and scale > _ALL:
        raise InvalidFactError(record, field, _AT_MOST_ALL, scale)


Scale: TypeAlias = Annotated[Rate, check_scale]
"""A field that holds what is left of a subsidy."""
