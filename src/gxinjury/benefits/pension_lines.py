"""Lines of the dependants' pension (供养亲属抚恤金明细): a line a dependant and span of days."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from gxinjury.benefits.findings import Findings, Needs
from gxinjury.benefits.injuries import Injury
from gxinjury.benefits.lines import Benefit, BenefitLine, Part, Rhythm, line, priced
from gxinjury.benefits.spans import PensionSpan, never_drawing, pension_spans
from gxinjury.citations import Clause
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.readings import PensionCap
from gxinjury.law.regulation import Payer
from gxinjury.periods import day_after
from gxinjury.texts import Text

__all__ = ["pension_part"]


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
