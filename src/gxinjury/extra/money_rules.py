"""What an accident costs whom, as one outcome (事故的金额): what readings that move money are weighed by.

Nothing to install. A settlement has many lines; what is compared is what each payer pays once and in a month.
"""

from datetime import date

import attrs

from gxinjury.benefits import Payer, Rhythm, Settlement
from gxinjury.construction import Accident, BenefitFacts
from gxinjury.construction.settling import settle_accident
from gxinjury.determination import costs_on_employer
from gxinjury.extra.benefit_answers import DatedTotal, dated_totals
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.money import ZERO, plus
from gxinjury.periods import Period


@attrs.frozen
class SettledSums:
    """What a settlement comes to.

    Args:
        fund_once: What the fund pays once and by the day, in yuan.
        employer_once: What the employer pays so, in yuan.
        fund_monthly: The most that the fund pays in any month, in yuan.
        employer_monthly: The most that the employer pays in any month, in yuan.
        open_lines: How many lines need something and are not counted.
    """

    fund_once: Yuan
    employer_once: Yuan
    fund_monthly: Yuan
    employer_monthly: Yuan
    open_lines: int


def costs_found(accident: Accident, law: Law) -> Period | None:
    """Days whose costs fall on the employer for applying late; None for none."""
    return costs_on_employer(
        accident.day,
        counted_from=accident.counted_from,
        employer_filed_on=accident.employer_filed_on,
        others_filed_on=accident.others_filed_on,
        accepted_on=accident.accepted_on,
        extension_days=accident.extension_days,
        law=law,
    )


def settlement_found(accident: Accident, facts: BenefitFacts, completed_on: date | None, law: Law) -> SettledSums:
    """Benefits of an accident in sums, of a worker who is insured unless the facts say otherwise."""
    settled = settle_accident(
        accident, facts, fund_pays=None, employer_costs=None, completed_on=completed_on, law=law
    ).settlement or Settlement(())
    totals = dated_totals(settled)
    return SettledSums(
        fund_once=_once(settled, Payer.FUND),
        employer_once=_once(settled, Payer.EMPLOYER),
        fund_monthly=_most(totals, Payer.FUND),
        employer_monthly=_most(totals, Payer.EMPLOYER),
        open_lines=len(settled.open),
    )


def _once(settled: Settlement, payer: Payer) -> Yuan:
    return plus(settled.total(payer, Rhythm.ONCE), settled.total(payer, Rhythm.PER_DAY))


def _most(totals: tuple[DatedTotal, ...], payer: Payer) -> Yuan:
    monthly = (one.amount for one in totals if one.payer is payer and one.rhythm is Rhythm.MONTHLY)
    return max(monthly, default=ZERO)
