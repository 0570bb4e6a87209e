"""Lines of a settlement for treatment and paid leave (医疗康复和停工留薪的待遇明细)."""

from collections.abc import Iterator

import attrs

from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.formulas import difference
from gxinjury.benefits.hospital import hospital_meals
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.leave import InjuryLeave
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line
from gxinjury.benefits.travel import lodging, travel_meals
from gxinjury.explanations import rule
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import ALLOWANCES, FS9, REG
from gxinjury.law.regulation import Payer
from gxinjury.money import ZERO, minus, to_fen
from gxinjury.periods import merged
from gxinjury.texts import Text

__all__ = ["leave_part", "treatment_left", "treatment_lines", "treatment_part"]


def treatment_part(injury: Injury, law: Law) -> Part:
    """Return treatment and what goes with it, and what a third party has paid of it (REG-30, FS9-8)."""
    paid = injury.third_party_paid
    found = (Findings.paid_by_third_party(FS9.clause("8"), amount=to_fen(paid)),) if paid else ()
    return Part(tuple(treatment_lines(injury, law)), found)


@rule(FS9.clause("8"), Text("第三人支付后的医疗费", "costs of treatment that are left"))
def treatment_left(treatment: Yuan, third_party_paid: Yuan) -> Yuan:
    """Costs of treatment that a third party has not paid (FS9-8), and which the fund pays.

    >>> from decimal import Decimal
    >>> treatment_left(Yuan(Decimal(48000)), Yuan(Decimal(50000)))
    Decimal('0.00')
    """
    return to_fen(max(minus(treatment, third_party_paid), ZERO))


def treatment_lines(injury: Injury, law: Law) -> Iterator[BenefitLine]:
    """Yield treatment, aids, meals, travel and lodging, from the fund (REG-30, REG-32)."""
    fund, once = Payer.FUND, Rhythm.ONCE
    if injury.treatment is None:
        yield line(Benefit.TREATMENT, Needs.costs, once, fund, REG.clause("30"), first=injury.injured_on)
    elif injury.treatment > 0:
        paid, whole = injury.third_party_paid, injury.treatment
        amount = treatment_left(whole, paid) if paid else to_fen(whole)
        treated = line(Benefit.TREATMENT, amount, once, fund, REG.clause("30"), first=injury.injured_on)
        yield attrs.evolve(treated, formula=difference(whole, paid), third_party=paid) if paid else treated
    if injury.aids:
        yield line(Benefit.AIDS, to_fen(injury.aids), once, fund, REG.clause("32"), first=injury.injured_on)
    for stay in merged(injury.stays):
        for part in hospital_meals(stay, law=law).parts:
            days, clause = part.days, ALLOWANCES.clause("meals")
            yield line(
                Benefit.HOSPITAL_MEALS, part.per_day, Rhythm.PER_DAY, fund, clause, first=days.first, last=days.last
            )
    if injury.travel_meals:
        paid = travel_meals(injury.travel_meals, law=law).paid
        first = min(receipt.day for receipt in injury.travel_meals)
        yield line(Benefit.TRAVEL_MEALS, paid, once, fund, ALLOWANCES.clause("travel"), first=first)
    if injury.lodging:
        paid = lodging(injury.lodging, law=law).paid
        first = min(receipt.day for receipt in injury.lodging)
        yield line(Benefit.LODGING, paid, once, fund, ALLOWANCES.clause("lodging"), first=first)


def leave_part(injury: Injury, leave: InjuryLeave | None) -> Part:
    """Return the wage in paid injury leave, from the employer (REG-33); none after a death at once."""
    clause, first = REG.clause("33"), injury.injured_on
    if injury.death is not None and injury.death.died_on == first:
        return Part()
    last = injury.graded_on if leave is None else leave.days.last
    paid = line(Benefit.PAID_LEAVE, _leave_wage(injury), Rhythm.MONTHLY, Payer.EMPLOYER, clause, first=first, last=last)
    return Part((paid,), (Findings.nursing_by_employer(clause),))


def _leave_wage(injury: Injury) -> Yuan | Text:
    if injury.leave_months is None:
        return Needs.leave_months
    return Needs.original_wage if injury.original_wage is None else to_fen(injury.original_wage)
