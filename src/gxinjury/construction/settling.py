"""Settling an accident (事故待遇核定): line by line what it is worth and who pays."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.benefits import Settlement, settle_injury
from gxinjury.construction.accidents import Accident
from gxinjury.construction.benefit_facts import BenefitFacts
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.findings import Findings
from gxinjury.construction.settled_base import SettledBase, settled_base
from gxinjury.errors import GxInjuryError, NotInForceError, OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.findings import Finding, FindingWords
from gxinjury.law import Law
from gxinjury.law.clauses import NN, REG
from gxinjury.periods import Period
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["AccidentSettlement", "settle_accident"]


@attrs.frozen
class AccidentSettlement(Record):
    """What an accident is worth.

    Args:
        base: The base; None where no wage is given, or where a finding says what it takes.
        settlement: The benefits, line by line; None where a finding says why there are none.
        findings: What is to be told beside them.
    """

    base: Annotated[SettledBase | None, Text("待遇基数", "base of the benefits")]
    settlement: Annotated[Settlement | None, Text("待遇核定", "settlement")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


@rule(NN.clause("5.1"), Text("事故待遇核定", "settlement of the accident"))
def settle_accident(
    accident: Accident | OccupationalDisease,
    facts: BenefitFacts,
    *,
    fund_pays: bool | None,
    employer_costs: Period | None,
    completed_on: date | None,
    law: Law,
) -> AccidentSettlement:
    """Settlement of an accident under a project (NN-5.1): its base and its benefits.

    Args:
        accident: The accident; or the disease, which counts from its diagnosis or appraisal.
        facts: What its benefits depend on beside.
        fund_pays: Whether the fund pays under the project; None while that is not decided.
        employer_costs: The days whose costs fall on the employer for applying late.
        completed_on: The day the project was completed; None while it is not.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of the law asked, as more months of leave than there are.
    """
    findings = list(_findings(accident, facts, employer_costs, fund_pays=fund_pays))
    base: SettledBase | None = None
    try:
        base = settled_base(facts, accident.day, accident.determined_on, law)
    except NotInForceError as error:
        findings.append(_told(Findings.base_not_known, error))
    injury = facts.injury(
        accident.day,
        exposed_from=accident.exposed_from if isinstance(accident, OccupationalDisease) else None,
        determined_on=accident.determined_on,
        assessed_on=accident.assessed_on,
        wage=None if base is None else base.amount,
        insured=fund_pays,
        completed_on=completed_on,
    )
    try:
        settlement = settle_injury(injury, law=law)
    except (NotInForceError, OutOfScopeError) as error:
        return AccidentSettlement(base, None, (*findings, _told(Findings.not_settled, error)))
    return AccidentSettlement(base, settlement, tuple(findings))


def _told(words: FindingWords, error: GxInjuryError) -> Finding:
    return words(error.clause or REG.clause("30"), reason=error.message)


def _findings(
    accident: Accident | OccupationalDisease,
    facts: BenefitFacts,
    employer_costs: Period | None,
    *,
    fund_pays: bool | None,
) -> Iterator[Finding]:
    """Tell what the settlement takes for granted: a determination, an insurance, an application in time."""
    if accident.determined_on is None:
        yield Findings.settled_before_determination(REG.clause("17"))
    if facts.enrolled is None:
        if fund_pays is None:
            yield Findings.settled_as_insured(NN.clause("5.1"))
        elif not fund_pays:
            yield Findings.settled_as_not_insured(NN.clause("5.1"))
    elif fund_pays is not None and facts.enrolled is not fund_pays:
        otherwise = Findings.enrolled_otherwise if facts.enrolled else Findings.not_enrolled_though
        yield otherwise(NN.clause("5.1"))
    if employer_costs is None or fund_pays is False:
        return
    first, last = employer_costs.first, employer_costs.last
    if last is None:
        yield Findings.late_costs_apart_open(NN.clause("4.2"), first=first)
    else:
        yield Findings.late_costs_apart(NN.clause("4.2"), first=first, last=last)
