"""Lines of a settlement that a grade brings (评残后的待遇明细): subsidy, allowance, care fee, termination subsidies."""

from collections.abc import Iterator
from datetime import date

from gxinjury.benefits.average_wage import AverageSeries, AverageWage, region_average
from gxinjury.benefits.care import average_area, living_care_fee
from gxinjury.benefits.disability import (
    DisabilityAllowance,
    disability_allowance,
    lump_sum_disability_subsidy,
    pension_shortfall,
)
from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.termination import TerminationSubsidies, termination_subsidies
from gxinjury.benefits.words import WORDS
from gxinjury.citations import Clause
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import AverageArea, Payer
from gxinjury.periods import day_after, day_before
from gxinjury.texts import Text


def article_of(grade: DisabilityGrade) -> Clause:
    """Return the article on the benefits of a grade: 35, 36 or 37."""
    if grade.is_severe:
        return REG.clause("35")
    return REG.clause("36" if grade.is_medium else "37")


def disability_part(injury: Injury, grade: DisabilityGrade, graded_on: date, law: Law) -> Part:
    """Return what a grade brings: the subsidy once, allowance and care fee monthly, and what a termination adds."""
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
        return Part((), (WORDS.finding("no_subsidy_for_old_wound", REG.clause("15.3")),))
    wage = injury.wage
    if wage is None:
        amount: Yuan | Text = WORDS.texts["needs_wage"]
    else:
        amount = priced(lambda: lump_sum_disability_subsidy(grade, wage, on=graded_on, law=law))
    return Part(
        (line(Benefit.DISABILITY_SUBSIDY, amount, Rhythm.ONCE, Payer.FUND, article_of(grade), first=graded_on),)
    )


def allowance_part(injury: Injury, grade: DisabilityGrade, graded_on: date, law: Law) -> Part:
    """Return the disability allowance and its top-up, from the day after the grading on (REG-35, REG-36)."""
    if not grade.is_severe and not grade.is_medium:
        return Part()
    first, wage = day_after(graded_on), injury.wage
    minimum = minimum_wage_on(injury, first, law)
    if wage is None:
        due: DisabilityAllowance | Text = WORDS.texts["needs_wage"]
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
    lines = tuple(_allowance_lines(injury, grade, first, due, minimum))
    found = (WORDS.finding("medical_insurance_on_allowance", REG.clause("35")),) if grade.is_severe else ()
    return Part(lines, found if isinstance(due, Text) else (*due.findings, *found))


def _allowance_lines(
    injury: Injury, grade: DisabilityGrade, first: date, due: DisabilityAllowance | Text, minimum: Yuan | Text
) -> Iterator[BenefitLine]:
    """Yield allowance and top-up to retirement, grades 1 to 4, or to the end of the relation, grades 5 and 6."""
    clause, monthly = article_of(grade), Rhythm.MONTHLY
    payer = Payer.FUND if grade.is_severe else Payer.EMPLOYER
    retires_on = injury.retires_on if grade.is_severe else None
    last = day_before(retires_on) if retires_on else None
    if grade.is_medium and injury.termination is not None:
        last = injury.termination.ended_on
    amount = due if isinstance(due, Text) else due.amount
    top_up = minimum if isinstance(due, Text) or isinstance(minimum, Text) else due.top_up
    yield line(Benefit.DISABILITY_ALLOWANCE, amount, monthly, payer, clause, first=first, last=last)
    if isinstance(due, DisabilityAllowance) and top_up != 0:
        yield line(Benefit.TOP_UP, top_up, monthly, payer, clause, first=first, last=last)
    if retires_on is not None:
        shortfall = _shortfall(injury, grade, due, minimum)
        yield line(Benefit.PENSION_SHORTFALL, shortfall, monthly, payer, clause, first=max(first, retires_on))


def _shortfall(
    injury: Injury, grade: DisabilityGrade, due: DisabilityAllowance | Text, minimum: Yuan | Text
) -> Yuan | Text:
    """Return what the old-age pension falls short of the allowance with its top-up."""
    if isinstance(due, Text):
        return due
    if isinstance(minimum, Text):
        return minimum
    if injury.pension is None:
        return WORDS.texts["needs_pension"]
    return pension_shortfall(grade, allowance=due.total, pension=injury.pension)


def minimum_wage_on(injury: Injury, day: date, law: Law) -> Yuan | Text:
    """Return the monthly minimum wage of the place on a day: as given, else as published for its class."""
    if injury.minimum_wage is not None:
        return injury.minimum_wage
    wage_class = injury.wage_class
    if wage_class is None:
        return WORDS.texts["needs_minimum_wage"]
    return priced(lambda: law.minimum_wages.on(day).month(wage_class))


def care_part(injury: Injury, graded_on: date, law: Law) -> Part:
    """Return the living-care fee, from the day after the grading on (REG-34)."""
    if injury.care is None:
        return Part()
    care, first = injury.care, day_after(graded_on)
    average = injury.care_average or average_of_area(injury.determined_on, first, law)
    if isinstance(average, Text):
        amount: Yuan | Text = average
    else:
        used = average
        amount = priced(lambda: living_care_fee(care, used, on=graded_on, law=law))
    return Part((line(Benefit.CARE_FEE, amount, Rhythm.MONTHLY, Payer.FUND, REG.clause("34"), first=first),))


def average_of_area(decided_on: date | None, day: date, law: Law) -> AverageWage | Text:
    """Return the average wage of the year before a day for care or funeral: the region's, if that is the area.

    Args:
        decided_on: The day of the determination, or of the death, which decides the area; None where unknown.
        day: The day whose year counts.
        law: The law asked.
    """
    if decided_on is None:
        return WORDS.texts["needs_determination"]
    area = priced(lambda: average_area(decided_on, law=law))
    if isinstance(area, Text):
        return area
    if area is AverageArea.CITY:
        return WORDS.texts["needs_city_average"]
    return priced(lambda: region_average(AverageSeries.ON_POST, year=day.year - 1, law=law))


def termination_part(injury: Injury, grade: DisabilityGrade, law: Law) -> Part:
    """Return both subsidies of a termination, each to its payer (REG-36, REG-37)."""
    termination = injury.termination
    if termination is None:
        return Part()
    wage = termination.wage
    if wage is None:
        due: TerminationSubsidies | Text = WORDS.texts["needs_wage_at_termination"]
    else:
        due = priced(
            lambda: termination_subsidies(
                grade,
                wage,
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
        return Part(tuple(_unpriced(due, grade, termination.ended_on)))
    return Part(tuple(_termination_lines(due, termination.ended_on)), due.findings)


def _unpriced(needs: Text, grade: DisabilityGrade, ended_on: date) -> Iterator[BenefitLine]:
    """Yield both subsidies without their amounts; grades 1 to 4 have none."""
    if not grade.is_severe:
        clause = article_of(grade)
        yield line(Benefit.MEDICAL_SUBSIDY, needs, Rhythm.ONCE, Payer.FUND, clause, first=ended_on)
        yield line(Benefit.EMPLOYMENT_SUBSIDY, needs, Rhythm.ONCE, Payer.EMPLOYER, clause, first=ended_on)


def _termination_lines(due: TerminationSubsidies, ended_on: date) -> Iterator[BenefitLine]:
    if due.medical_payer is None or due.employment_payer is None:
        return
    medical, employment = due.clauses
    amount = due.employment if due.employment is not None else WORDS.texts["needs_scale"]
    yield line(Benefit.MEDICAL_SUBSIDY, due.medical, Rhythm.ONCE, due.medical_payer, medical, first=ended_on)
    yield line(Benefit.EMPLOYMENT_SUBSIDY, amount, Rhythm.ONCE, due.employment_payer, employment, first=ended_on)
