"""Lines of a settlement for treatment and paid leave (医疗康复和停工留薪的待遇明细)."""

from collections.abc import Iterator

from gxinjury.benefits.hospital import hospital_meals, lodging, travel_meals
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.leave import InjuryLeave
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line
from gxinjury.benefits.words import WORDS
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import ALLOWANCES, REG
from gxinjury.law.regulation import Payer
from gxinjury.money import to_fen
from gxinjury.periods import merged
from gxinjury.texts import Text


def treatment_lines(injury: Injury, law: Law) -> Iterator[BenefitLine]:
    """Yield treatment, aids, meals, travel and lodging, from the fund (REG-30, REG-32)."""
    fund, once = Payer.FUND, Rhythm.ONCE
    if injury.treatment is None:
        yield line(Benefit.TREATMENT, WORDS.texts["needs_costs"], once, fund, REG.clause("30"), first=injury.injured_on)
    elif injury.treatment > 0:
        yield line(Benefit.TREATMENT, to_fen(injury.treatment), once, fund, REG.clause("30"), first=injury.injured_on)
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
    if leave is None and injury.death is not None and injury.death.died_on == first:
        return Part()
    last = injury.graded_on if leave is None else leave.days.last
    paid = line(Benefit.PAID_LEAVE, _leave_wage(injury), Rhythm.MONTHLY, Payer.EMPLOYER, clause, first=first, last=last)
    return Part((paid,), (WORDS.finding("nursing_by_employer", clause),))


def _leave_wage(injury: Injury) -> Yuan | Text:
    if injury.leave_months is None:
        return WORDS.texts["needs_leave_months"]
    return WORDS.texts["needs_original_wage"] if injury.original_wage is None else to_fen(injury.original_wage)
