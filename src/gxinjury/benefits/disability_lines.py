"""Lines of a settlement that a grade brings (评残后的待遇明细): subsidy and care fee, then allowance, termination."""

from datetime import date
from typing import TYPE_CHECKING

from gxinjury.benefits.allowance_lines import allowance_part
from gxinjury.benefits.average_series import AverageSeries
from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.care import average_area, living_care_fee, rate_of
from gxinjury.benefits.disability_subsidy import lump_sum_disability_subsidy
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.formulas import a_twelfth, product
from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.benefits.guangxi_wages import region_average
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.lines import Benefit, Part, Rhythm, line, priced
from gxinjury.benefits.termination_lines import article_of, ended_by_completion, termination_part
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import AverageArea, ByGrade, Payer
from gxinjury.periods import day_after
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["average_of_area", "care_part", "disability_part", "subsidy_months", "subsidy_part"]

if TYPE_CHECKING:
    from gxinjury.facts import Yuan


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
