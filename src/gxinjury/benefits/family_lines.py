"""Lines of a settlement that the family draws (工亡和下落不明的待遇明细): funeral, pension, death subsidy, wage."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from gxinjury.benefits.death import (
    DeathAnchor,
    DeathBenefit,
    DeathSubsidy,
    due_on_death,
    funeral_subsidy,
    lump_sum_death_subsidy,
)
from gxinjury.benefits.dependants import PensionSpan, never_drawing, pension_spans
from gxinjury.benefits.disability_lines import average_of_area
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.formulas import a_twelfth, product, shown
from gxinjury.benefits.injuries import Death, Injury
from gxinjury.benefits.leave import InjuryLeave
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.missing import hardship_advance, missing_span
from gxinjury.citations import Clause
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.readings import PensionCap
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
    wage = Needs.original_wage if injury.original_wage is None else to_fen(injury.original_wage)
    paid = line(
        Benefit.MISSING_WAGE, wage, Rhythm.MONTHLY, Payer.EMPLOYER, clause, first=span.wage.first, last=span.wage.last
    )
    pension = pension_part(injury, span.pension_from, law)
    advance: tuple[BenefitLine, ...] = ()
    if injury.disappearance.hardship:
        amount, formula = _advance(injury, law)
        once = Rhythm.ONCE
        advance = (line(Benefit.ADVANCE, amount, once, Payer.FUND, clause, first=injury.injured_on, formula=formula),)
    return Part((paid, *pension.lines, *advance), pension.findings)


def _advance(injury: Injury, law: Law) -> tuple[Yuan | Text, str | None]:
    """Return half of the death subsidy by the year of the accident, the only day there is yet, and its formula."""
    day = injury.injured_on
    whole = priced(lambda: lump_sum_death_subsidy(day, anchor=DeathAnchor.ACCIDENT, law=law).amount)
    if isinstance(whole, Text):
        return whole, None
    known = whole
    ahead = priced(lambda: hardship_advance(known, on=day, law=law))
    return ahead, None if isinstance(ahead, Text) else product(law.hardship_advance.entry_on(day).value, known)


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


def pension_part(injury: Injury, first: date, law: Law) -> Part:
    """Return the dependants' pension: a line for each, or one in all where the cap leaves the division open."""
    clause = REG.clause("39" if injury.disappearance is None else "41")
    if not injury.dependants:
        return Part((), (Findings.no_dependants(clause),))
    spans = _spans(injury, first, law)
    if isinstance(spans, Text):
        kind, monthly, fund = Benefit.DEPENDANTS_PENSION, Rhythm.MONTHLY, Payer.FUND
        return Part((line(kind, spans, monthly, fund, clause, first=first),))
    lines = [each for span in spans for each in _span_lines(span, clause)]
    over = never_drawing(injury.dependants, first, law)
    found = tuple(Findings.share_over_before(clause, name=name) for name in over)
    told = dict.fromkeys(finding for span in spans for finding in span.pension.findings)
    return Part(tuple(_joined(lines)), (*told, *found))


def _spans(injury: Injury, first: date, law: Law) -> tuple[PensionSpan, ...] | Text:
    """Return the spans of the pension, or what they need."""
    wage, in_life = injury.wage, injury.wage_in_life
    if wage is None:
        return Needs.wage
    if in_life is None and law.choice(PensionCap) is PensionCap.WAGE_IN_LIFE:
        return Needs.wage_in_life
    family, divide = injury.dependants, injury.divide_pension
    return priced(lambda: pension_spans(family, wage, pension_from=first, divide=divide, wage_in_life=in_life, law=law))


def _span_lines(span: PensionSpan, clause: Clause) -> Iterator[BenefitLine]:
    """Yield what is drawn on the days of a span: a line for each, or one in all where the division is open."""
    kind, monthly, fund = Benefit.DEPENDANTS_PENSION, Rhythm.MONTHLY, Payer.FUND
    first, last, pension = span.days.first, span.days.last, span.pension
    if pension.formula is not None:
        formula = pension.formula
        yield line(kind, pension.total, monthly, fund, clause, first=first, last=last, formula=formula)
        return
    for share, amount in [(share, share.amount) for share in pension.shares if share.amount is not None]:
        paid = line(kind, amount, monthly, fund, clause, first=first, last=last, formula=share.formula)
        yield attrs.evolve(paid, dependant=share.dependant)


def _joined(lines: Iterable[BenefitLine]) -> list[BenefitLine]:
    """Return lines with those joined that follow each other and are alike but for their days."""
    joined: list[BenefitLine] = []
    for one in lines:
        for place, other in enumerate(joined):
            if other.last is not None and day_after(other.last) == one.first:
                longer = attrs.evolve(other, last=one.last)
                if longer == attrs.evolve(one, first=other.first):
                    joined[place] = longer
                    break
        else:
            joined.append(one)
    return joined


def _death_subsidy(injury: Injury, death: Death, law: Law) -> Part:
    """Return the lump-sum death subsidy, less what was paid ahead."""
    anchored_on = injury.injured_on if death.anchor is DeathAnchor.ACCIDENT else death.died_on
    clause = REG.clause("39")
    subsidy = priced(lambda: lump_sum_death_subsidy(anchored_on, anchor=death.anchor, law=law))
    found = (Findings.anchor_taken(clause, anchor=death.anchor, year=str(anchored_on.year - 1)),)
    amount: Yuan | Text = subsidy if isinstance(subsidy, Text) else subsidy.amount
    formula = None if isinstance(subsidy, Text) else _subsidy_formula(subsidy, law)
    if injury.disappearance is not None and injury.disappearance.hardship and not isinstance(amount, Text):
        ahead, _ = _advance(injury, law)
        if isinstance(ahead, Text):
            amount, formula = ahead, None
        else:
            amount, formula = minus(amount, ahead), f"{formula} − {shown(ahead)}"
    kind, once = Benefit.DEATH_SUBSIDY, Rhythm.ONCE
    return Part((line(kind, amount, once, Payer.FUND, clause, first=death.died_on, formula=formula),), found)


def _subsidy_formula(subsidy: DeathSubsidy, law: Law) -> str:
    return product(law.death_subsidy_multiple.entry_on(subsidy.anchored_on).value, subsidy.income)
