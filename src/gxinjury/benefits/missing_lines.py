"""Lines of a worker who is missing (下落不明的待遇明细): three months of wages, then the pension, and an advance."""

from datetime import date

from gxinjury.benefits.death_subsidy import DeathAnchor, lump_sum_death_subsidy
from gxinjury.benefits.findings import Needs
from gxinjury.benefits.formulas import product
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.missing import hardship_advance, missing_span
from gxinjury.benefits.pension_lines import pension_part
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.money import to_fen
from gxinjury.texts import Text

__all__ = ["advance_of", "missing_part"]


def missing_part(injury: Injury, law: Law) -> Part:
    """Return the wage of a missing worker, then the dependants' pension, and in hardship the advance (REG-41)."""
    if injury.disappearance is None:
        return Part()
    span = priced(lambda: missing_span(injury.injured_on, law=law))
    clause = REG.clause("41")
    if isinstance(span, Text):
        return Part(
            (line(Benefit.MISSING_WAGE, span, Rhythm.MONTHLY, Payer.EMPLOYER, clause, first=injury.injured_on),)
        )
    wage = Needs.original_wage if injury.original_wage is None else to_fen(injury.original_wage)
    paid = line(
        Benefit.MISSING_WAGE, wage, Rhythm.MONTHLY, Payer.EMPLOYER, clause, first=span.wage.first, last=span.wage.last
    )
    pension = pension_part(injury, span.pension_from, law)
    advance: tuple[BenefitLine, ...] = ()
    if injury.disappearance.hardship:
        amount, formula = advance_of(injury, law)
        once = Rhythm.ONCE
        advance = (line(Benefit.ADVANCE, amount, once, Payer.FUND, clause, first=injury.injured_on, formula=formula),)
    return Part((paid, *pension.lines, *advance), pension.findings)


def advance_of(injury: Injury, law: Law) -> tuple[Yuan | Text, str | None]:
    """Return half of the death subsidy by the year of the accident, the only day there is yet, and its formula."""
    told = priced(lambda: _advance(injury.injured_on, law))
    return (told, None) if isinstance(told, Text) else told


def _advance(day: date, law: Law) -> tuple[Yuan, str]:
    whole = lump_sum_death_subsidy(day, anchor=DeathAnchor.ACCIDENT, law=law).amount
    return hardship_advance(whole, on=day, law=law), product(law.hardship_advance.entry_on(day).value, whole)
