"""Lines of a death by work injury (工亡待遇明细): funeral, pension, death subsidy."""

from datetime import date
from typing import TYPE_CHECKING

from gxinjury.benefits.death import DeathBenefit, due_on_death, funeral_subsidy
from gxinjury.benefits.death_subsidy import DeathAnchor, DeathSubsidy, lump_sum_death_subsidy
from gxinjury.benefits.disability_lines import average_of_area
from gxinjury.benefits.events import Death
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.formulas import a_twelfth, product, shown
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.leave import InjuryLeave
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.missing_lines import advance_of
from gxinjury.benefits.pension_lines import pension_part
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.money import minus
from gxinjury.periods import day_after
from gxinjury.texts import Text

__all__ = ["death_part"]

if TYPE_CHECKING:
    from gxinjury.facts import Yuan


def death_part(injury: Injury, leave: InjuryLeave | None, law: Law) -> Part:
    """Return what a death brings (REG-39): all three within the leave, funeral and pension after it, grades 1 to 4."""
    death = injury.death
    if death is None:
        return Part()
    within = _within_leave(injury, death, leave)
    if within is None:
        due: tuple[DeathBenefit, ...] | Text = Needs.leave_months
    else:
        known = within
        due = priced(lambda: due_on_death(within_leave=known, grade=injury.grade))
    if isinstance(due, Text):
        return Part(tuple(_undecided(due, death.died_on)))
    parts = [_due(benefit, injury, death, law) for benefit in due]
    return Part(
        tuple(each for part in parts for each in part.lines), tuple(each for part in parts for each in part.findings)
    )


def _due(benefit: DeathBenefit, injury: Injury, death: Death, law: Law) -> Part:
    if benefit is DeathBenefit.FUNERAL_SUBSIDY:
        return _funeral(death, law)
    if benefit is DeathBenefit.DEPENDANTS_PENSION:
        return _pension_after(injury, death, law)
    return _death_subsidy(injury, death, law)


def _within_leave(injury: Injury, death: Death, leave: InjuryLeave | None) -> bool | None:
    """Return whether the death came at once or within the leave; None where the leave is not known."""
    if injury.disappearance is not None or death.died_on == injury.injured_on:
        return True
    if death.within_leave is not None or leave is None:
        return death.within_leave
    return death.died_on in leave.days


def _undecided(needs: Text, died_on: date) -> list[BenefitLine]:
    rhythms = {
        Benefit.FUNERAL_SUBSIDY: Rhythm.ONCE,
        Benefit.DEPENDANTS_PENSION: Rhythm.MONTHLY,
        Benefit.DEATH_SUBSIDY: Rhythm.ONCE,
    }
    clause, firsts = REG.clause("39"), {Benefit.DEPENDANTS_PENSION: day_after(died_on)}
    return [
        line(benefit, needs, rhythm, Payer.FUND, clause, first=firsts.get(benefit, died_on))
        for benefit, rhythm in rhythms.items()
    ]


def _funeral(death: Death, law: Law) -> Part:
    average = death.average or average_of_area(death.died_on, death.died_on, law)
    formula = None
    if isinstance(average, Text):
        amount: Yuan | Text = average
    else:
        used = average
        amount = priced(lambda: funeral_subsidy(used, on=death.died_on, law=law))
        if not isinstance(amount, Text):
            formula = product(law.funeral_months.entry_on(death.died_on).value, a_twelfth(used.yuan_per_year))
    kind, clause = Benefit.FUNERAL_SUBSIDY, REG.clause("39")
    return Part((line(kind, amount, Rhythm.ONCE, Payer.FUND, clause, first=death.died_on, formula=formula),))


def _pension_after(injury: Injury, death: Death, law: Law) -> Part:
    """Return the pension from the day after the death on; a missing worker's goes on as it was."""
    return Part() if injury.disappearance is not None else pension_part(injury, day_after(death.died_on), law)


def _death_subsidy(injury: Injury, death: Death, law: Law) -> Part:
    """Return the lump-sum death subsidy, less what was paid ahead."""
    anchored_on = injury.injured_on if death.anchor is DeathAnchor.ACCIDENT else death.died_on
    clause = REG.clause("39")
    subsidy = priced(lambda: lump_sum_death_subsidy(anchored_on, anchor=death.anchor, law=law))
    found = (Findings.anchor_taken(clause, anchor=death.anchor, year=str(anchored_on.year - 1)),)
    amount: Yuan | Text = subsidy if isinstance(subsidy, Text) else subsidy.amount
    formula = None if isinstance(subsidy, Text) else _subsidy_formula(subsidy, law)
    if injury.disappearance is not None and injury.disappearance.hardship and not isinstance(amount, Text):
        ahead, _ = advance_of(injury, law)
        if isinstance(ahead, Text):
            amount, formula = ahead, None
        else:
            amount, formula = minus(amount, ahead), f"{formula} − {shown(ahead)}"
    kind, once = Benefit.DEATH_SUBSIDY, Rhythm.ONCE
    return Part((line(kind, amount, once, Payer.FUND, clause, first=death.died_on, formula=formula),), found)


def _subsidy_formula(subsidy: DeathSubsidy, law: Law) -> str:
    return product(law.death_subsidy_multiple.entry_on(subsidy.anchored_on).value, subsidy.income)
