"""Lines of a settlement that the family draws (工亡和下落不明的待遇明细): funeral, pension, death subsidy, wage."""

from datetime import date

import attrs

from gxinjury.benefits.death import (
    DeathAnchor,
    DeathBenefit,
    due_on_death,
    funeral_subsidy,
    lump_sum_death_subsidy,
)
from gxinjury.benefits.dependants import dependants_pension
from gxinjury.benefits.disability_lines import average_of_area
from gxinjury.benefits.injuries import Death, Injury
from gxinjury.benefits.leave import InjuryLeave
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.missing import hardship_advance, missing_span
from gxinjury.benefits.words import WORDS
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.money import minus, to_fen
from gxinjury.periods import day_after
from gxinjury.texts import Text


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
    wage = WORDS.texts["needs_original_wage"] if injury.original_wage is None else to_fen(injury.original_wage)
    paid = line(
        Benefit.MISSING_WAGE, wage, Rhythm.MONTHLY, Payer.EMPLOYER, clause, first=span.wage.first, last=span.wage.last
    )
    pension = pension_part(injury, span.pension_from, law)
    advance: tuple[BenefitLine, ...] = ()
    if injury.disappearance.hardship:
        amount = _advance(injury, law)
        advance = (line(Benefit.ADVANCE, amount, Rhythm.ONCE, Payer.FUND, clause, first=injury.injured_on),)
    return Part((paid, *pension.lines, *advance), pension.findings)


def _advance(injury: Injury, law: Law) -> Yuan | Text:
    """Return half of the death subsidy by the year of the accident, the only day there is yet."""
    whole = priced(lambda: lump_sum_death_subsidy(injury.injured_on, anchor=DeathAnchor.ACCIDENT, law=law).amount)
    if isinstance(whole, Text):
        return whole
    known = whole
    return priced(lambda: hardship_advance(known, on=injury.injured_on, law=law))


def death_part(injury: Injury, leave: InjuryLeave | None, law: Law) -> Part:
    """Return what a death brings (REG-39): all three within the leave, funeral and pension after it, grades 1 to 4."""
    death = injury.death
    if death is None:
        return Part()
    within = _within_leave(injury, death, leave)
    if within is None:
        due: tuple[DeathBenefit, ...] | Text = WORDS.texts["needs_leave_months"]
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
    clause = REG.clause("39")
    return [line(benefit, needs, rhythm, Payer.FUND, clause, first=died_on) for benefit, rhythm in rhythms.items()]


def _funeral(death: Death, law: Law) -> Part:
    average = death.average or average_of_area(death.died_on, death.died_on, law)
    if isinstance(average, Text):
        amount: Yuan | Text = average
    else:
        used = average
        amount = priced(lambda: funeral_subsidy(used, on=death.died_on, law=law))
    return Part(
        (line(Benefit.FUNERAL_SUBSIDY, amount, Rhythm.ONCE, Payer.FUND, REG.clause("39"), first=death.died_on),)
    )


def _pension_after(injury: Injury, death: Death, law: Law) -> Part:
    """Return the pension from the day after the death on; a missing worker's goes on as it was."""
    return Part() if injury.disappearance is not None else pension_part(injury, day_after(death.died_on), law)


def pension_part(injury: Injury, first: date, law: Law) -> Part:
    """Return the dependants' pension: a line for each, or one in all where the cap leaves the division open."""
    clause, wage = REG.clause("39" if injury.disappearance is None else "41"), injury.wage
    if not injury.dependants:
        return Part((), (WORDS.finding("no_dependants", clause),))
    kind, monthly, fund = Benefit.DEPENDANTS_PENSION, Rhythm.MONTHLY, Payer.FUND
    if wage is None:
        return Part((line(kind, WORDS.texts["needs_wage"], monthly, fund, clause, first=first),))
    pension = priced(
        lambda: dependants_pension(injury.dependants, wage, divide=injury.divide_pension, on=first, law=law)
    )
    if isinstance(pension, Text):
        return Part((line(kind, pension, monthly, fund, clause, first=first),))
    each = tuple(
        attrs.evolve(line(kind, share.amount, monthly, fund, clause, first=first), dependant=share.dependant)
        for share in pension.shares
        if share.amount is not None
    )
    return Part(each or (line(kind, pension.total, monthly, fund, clause, first=first),), pension.findings)


def _death_subsidy(injury: Injury, death: Death, law: Law) -> Part:
    """Return the lump-sum death subsidy, less what was paid ahead."""
    anchored_on = injury.injured_on if death.anchor is DeathAnchor.ACCIDENT else death.died_on
    clause = REG.clause("39")
    subsidy = priced(lambda: lump_sum_death_subsidy(anchored_on, anchor=death.anchor, law=law))
    found = (WORDS.finding("anchor_taken", clause, anchor=death.anchor, year=str(anchored_on.year - 1)),)
    amount: Yuan | Text = subsidy if isinstance(subsidy, Text) else subsidy.amount
    if injury.disappearance is not None and injury.disappearance.hardship and not isinstance(amount, Text):
        ahead = _advance(injury, law)
        amount = ahead if isinstance(ahead, Text) else minus(amount, ahead)
    return Part((line(Benefit.DEATH_SUBSIDY, amount, Rhythm.ONCE, Payer.FUND, clause, first=death.died_on),), found)
