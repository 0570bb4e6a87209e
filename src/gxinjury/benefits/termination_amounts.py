"""What the termination subsidies come to (终止关系的两项补助金的金额): of which months, who pays, by which clauses."""

from typing import Annotated

import attrs

from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.citations import Clause
from gxinjury.explanations import rule
from gxinjury.facts import Yuan
from gxinjury.findings import Finding
from gxinjury.law.clauses import ORDER117
from gxinjury.law.regulation import Payer, SubsidyTable
from gxinjury.money import Rate, times, to_fen
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["TerminationSubsidies", "employment_subsidy", "medical_subsidy"]


@attrs.frozen
class TerminationSubsidies(Record):
    """What is due once when the relation ends.

    Args:
        wage: The monthly wage that the subsidies are months of, in yuan; None where nothing is due, or it is open.
        medical: The lump-sum medical subsidy, in yuan; None where it is open how and when the relation ended.
        medical_payer: Who pays it; None where nothing is due.
        employment: The employment subsidy, in yuan; None where that is open, or it needs the scale that shrinks it.
        employment_payer: Who pays it; None where nothing is due.
        clauses: The clauses of the tables of both; empty where nothing is due.
        findings: What is to be told beside the figures.
        medical_formula: How the medical subsidy was computed; None where it has no amount.
        employment_formula: How the employment subsidy was; None where it has no amount.
    """

    wage: Annotated[Yuan | None, Text("工资（每月）", "wage a month")]
    medical: Annotated[Yuan | None, Text("医疗补助金", "medical subsidy")]
    medical_payer: Annotated[Payer | None, Text("医疗补助金支付方", "payer of the medical subsidy")]
    employment: Annotated[Yuan | None, Text("就业补助金", "employment subsidy")]
    employment_payer: Annotated[Payer | None, Text("就业补助金支付方", "payer of the employment subsidy")]
    clauses: Annotated[tuple[Clause, ...], Text("条款", "clauses")] = ()
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()
    medical_formula: Annotated[str | None, Text("医疗补助金计算式", "formula of the medical subsidy")] = None
    employment_formula: Annotated[str | None, Text("就业补助金计算式", "formula of the employment subsidy")] = None


@rule(ORDER117.clause("medical"), Text("一次性工伤医疗补助金", "lump-sum medical subsidy"))
def medical_subsidy(grade: DisabilityGrade, wage: Yuan, table: SubsidyTable) -> Yuan:
    """Lump-sum medical subsidy: so many months of the wage by grade (ORDER18, GZF73, ORDER117)."""
    return to_fen(times(wage, table.months.of(grade)))


@rule(ORDER117.clause("employment"), Text("一次性伤残就业补助金", "employment subsidy"))
def employment_subsidy(grade: DisabilityGrade, wage: Yuan, table: SubsidyTable, scale: Rate) -> Yuan:
    """Employment subsidy: so many months of the wage by grade (ORDER18, GZF73, ORDER117), and what the scale leaves."""
    return to_fen(scale.of(times(wage, table.months.of(grade))))
