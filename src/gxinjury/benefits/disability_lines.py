"""Lines of a settlement that a grade brings (评残后的待遇明细): subsidy, allowance, care fee, termination subsidies."""

from collections.abc import Iterator
from datetime import date

import attrs

from gxinjury.benefits.average_wage import AverageSeries, AverageWage, region_average
from gxinjury.benefits.care import average_area, living_care_fee, rate_of
from gxinjury.benefits.disability import (
    DisabilityAllowance,
    disability_allowance,
    lump_sum_disability_subsidy,
    pension_shortfall,
)
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.formulas import a_twelfth, difference, product
from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.benefits.injuries import Injury, Termination
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.termination import (
    TerminationSubsidies,
    open_at_completion,
    table_day,
    termination_subsidies,
)
from gxinjury.benefits.termination_grounds import TerminationGround, worker_may_end
from gxinjury.citations import Clause
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.readings import CompletionEndsRelation
from gxinjury.law.regulation import AverageArea, ByGrade, Payer, TerminationWage
from gxinjury.money import Rate
from gxinjury.periods import day_after, day_before
from gxinjury.texts import Text
from gxinjury.timelines import Timeline


def article_of(grade: DisabilityGrade) -> Clause:
    """Return the article on the benefits of a grade: 35, 36 or 37."""
    if grade.is_severe:
        return REG.clause("35")
    return REG.clause("36" if grade.is_medium else "37")


def disability_part(injury: Injury, grade: DisabilityGrade, graded_on: date, law: Law) -> Part:
    """Return what a grade brings: the subsidy once, allowance and care fee monthly, and what a termination adds."""
    injury = ended_by_completion(injury, grade, law)
    parts = (
        subsidy_part(injury, grade, graded_on, law),
        allowance_part(injury, grade, graded_on, law),
        care_part(injury, graded_on, law),
        termination_part(injury, grade, law),
    )
    return Part(
        tuple(each for part in parts for each in part.lines), tuple(each for part in parts for each in part.findings)
    )


def subsidy_part(injury: Injury, grade: DisabilityGrade, graded_on: date, law: Law) -> Part:
    """Return the lump-sum disability subsidy, from the fund; none for an ex-soldier's old wound (REG-15.3)."""
    if injury.old_wound:
        return Part((), (Findings.no_subsidy_for_old_wound(REG.clause("15.3")),))
    wage, formula = injury.wage, None
    if wage is None:
        amount: Yuan | Text = Needs.wage
    else:
        amount = priced(lambda: lump_sum_disability_subsidy(grade, wage, on=graded_on, law=law))
        if not isinstance(amount, Text):
            formula = product(subsidy_months(grade, law).entry_on(graded_on).value.of(grade), wage)
    kind, clause = Benefit.DISABILITY_SUBSIDY, article_of(grade)
    return Part((line(kind, amount, Rhythm.ONCE, Payer.FUND, clause, first=graded_on, formula=formula),))


def subsidy_months(grade: DisabilityGrade, law: Law) -> Timeline[ByGrade]:
    """Return the figure of the months of the lump-sum disability subsidy that has a grade."""
    if grade.is_severe:
        return law.severe_subsidy_months
    return law.medium_subsidy_months if grade.is_medium else law.light_subsidy_months


def allowance_part(injury: Injury, grade: DisabilityGrade, graded_on: date, law: Law) -> Part:
    """Return the disability allowance and its top-up, from the day after the grading on (REG-35, REG-36)."""
    if not grade.is_severe and not grade.is_medium:
        return Part()
    first, wage = day_after(graded_on), injury.wage
    minimum = minimum_wage_on(injury, first, law)
    if wage is None:
        due: DisabilityAllowance | Text = Needs.wage
    else:
        due = priced(
            lambda: disability_allowance(
                grade,
                wage,
                minimum_wage=None if isinstance(minimum, Text) else minimum,
                suitable_post=injury.suitable_post,
                on=graded_on,
                law=law,
            )
        )
    if isinstance(due, DisabilityAllowance) and due.payer is None:
        return Part((), due.findings)
    formula = None
    if wage is not None and not isinstance(due, Text):
        percent = law.severe_allowance_percent if grade.is_severe else law.medium_allowance_percent
        formula = product(Rate.percent(percent.entry_on(graded_on).value.of(grade)), wage)
    lines = tuple(_allowance_lines(injury, grade, first, (due, formula), minimum))
    found = (Findings.medical_insurance_on_allowance(REG.clause("35")),) if grade.is_severe else ()
    return Part(lines, found if isinstance(due, Text) else (*due.findings, *found))


def _allowance_lines(
    injury: Injury,
    grade: DisabilityGrade,
    first: date,
    told: tuple[DisabilityAllowance | Text, str | None],
    minimum: Yuan | Text,
) -> Iterator[BenefitLine]:
    """Yield allowance and top-up to retirement, grades 1 to 4, or to the end of the relation, grades 5 and 6."""
    clause, monthly = article_of(grade), Rhythm.MONTHLY
    payer = Payer.FUND if grade.is_severe else Payer.EMPLOYER
    retires_on = injury.retires_on if grade.is_severe else None
    last = day_before(retires_on) if retires_on else None
    if grade.is_medium and injury.termination is not None:
        last = injury.termination.ended_on
    kind, (due, formula) = Benefit.DISABILITY_ALLOWANCE, told
    if isinstance(due, Text):
        yield line(kind, due, monthly, payer, clause, first=first, last=last)
    else:
        yield line(kind, due.amount, monthly, payer, clause, first=first, last=last, formula=formula)
        if isinstance(minimum, Text):
            yield line(Benefit.TOP_UP, minimum, monthly, payer, clause, first=first, last=last)
        elif due.top_up != 0:
            formula = difference(minimum, due.amount)
            yield line(Benefit.TOP_UP, due.top_up, monthly, payer, clause, first=first, last=last, formula=formula)
    if retires_on is not None:
        shortfall, formula = _shortfall(injury, grade, due, minimum)
        begins = max(first, retires_on)
        yield line(Benefit.PENSION_SHORTFALL, shortfall, monthly, payer, clause, first=begins, formula=formula)


def _shortfall(
    injury: Injury, grade: DisabilityGrade, due: DisabilityAllowance | Text, minimum: Yuan | Text
) -> tuple[Yuan | Text, str | None]:
    """Return what the old-age pension falls short of the allowance with its top-up, and how that was computed."""
    if isinstance(due, Text):
        return due, None
    if isinstance(minimum, Text):
        return minimum, None
    if injury.pension is None:
        return Needs.pension, None
    shortfall = pension_shortfall(grade, allowance=due.total, pension=injury.pension)
    return shortfall, difference(due.total, injury.pension)


def minimum_wage_on(injury: Injury, day: date, law: Law) -> Yuan | Text:
    """Return the monthly minimum wage of the place on a day: as given, else as published for its class."""
    if injury.minimum_wage is not None:
        return injury.minimum_wage
    wage_class = injury.wage_class
    if wage_class is None:
        return Needs.minimum_wage
    return priced(lambda: law.minimum_wages.on(day).month(wage_class))


def care_part(injury: Injury, graded_on: date, law: Law) -> Part:
    """Return the living-care fee, from the day after the grading on (REG-34)."""
    if injury.care is None:
        return Part()
    care, first = injury.care, day_after(graded_on)
    average = injury.care_average or average_of_area(injury.determined_on, first, law)
    formula = None
    if isinstance(average, Text):
        amount: Yuan | Text = average
    else:
        used = average
        amount = priced(lambda: living_care_fee(care, used, on=graded_on, law=law))
        if not isinstance(amount, Text):
            rate = rate_of(law.care_fee_rates.entry_on(graded_on).value, care)
            formula = product(rate, a_twelfth(used.yuan_per_year))
    kind, clause = Benefit.CARE_FEE, REG.clause("34")
    return Part((line(kind, amount, Rhythm.MONTHLY, Payer.FUND, clause, first=first, formula=formula),))


def average_of_area(decided_on: date | None, day: date, law: Law) -> AverageWage | Text:
    """Return the average wage of the year before a day for care or funeral: the region's, if that is the area.

    Args:
        decided_on: The day of the determination, or of the death, which decides the area; None where unknown.
        day: The day whose year counts.
        law: The law asked.
    """
    if decided_on is None:
        return Needs.determination
    area = priced(lambda: average_area(decided_on, law=law))
    if isinstance(area, Text):
        return area
    if area is AverageArea.CITY:
        return Needs.city_average
    return priced(lambda: region_average(AverageSeries.ON_POST, year=day.year - 1, law=law))


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
        return Part(tuple(_unpriced(due, grade, termination.ended_on, law)))
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


def _unpriced(needs: Text, grade: DisabilityGrade, ended_on: date, law: Law) -> Iterator[BenefitLine]:
    """Yield both subsidies without their amounts, the medical one to the payer of the day; grades 1 to 4 have none."""
    if not grade.is_severe:
        clause = article_of(grade)
        table = priced(lambda: law.medical_subsidy.entry_on(ended_on).value)
        payer = Payer.FUND if isinstance(table, Text) else table.payer
        yield line(Benefit.MEDICAL_SUBSIDY, needs, Rhythm.ONCE, payer, clause, first=ended_on)
        yield line(Benefit.EMPLOYMENT_SUBSIDY, needs, Rhythm.ONCE, Payer.EMPLOYER, clause, first=ended_on)


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
