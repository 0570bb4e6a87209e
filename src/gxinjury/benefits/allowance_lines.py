"""Lines of the disability allowance (伤残津贴明细): who pays it from when, and what the old-age pension leaves."""

from collections.abc import Iterator
from datetime import date

from gxinjury.benefits.allowance import DisabilityAllowance, disability_allowance, pension_shortfall
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.formulas import difference, product
from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.termination_lines import article_of
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.money import Rate
from gxinjury.periods import day_after, day_before
from gxinjury.texts import Text

__all__ = ["allowance_part", "minimum_wage_on"]


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
