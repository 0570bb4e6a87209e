"""The disability allowance (伤残津贴): monthly, from the fund for grades 1 to 4, from the employer for 5 and 6.

A share of the reference wage after the clamp of art. 64, exact; rounded half up to the fen once, in what is paid.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

import attrs

from gxinjury.benefits.doors import day_asked, wage_of
from gxinjury.benefits.findings import Findings
from gxinjury.benefits.grades import DisabilityGrade, grade_of
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_optional_flag
from gxinjury.findings import Finding, FindingWords
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.money import ZERO, Rate, minus, plus, to_fen
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = [
    "DisabilityAllowance",
    "allowance_of_grades_1_to_4",
    "allowance_of_grades_5_and_6",
    "disability_allowance",
    "pension_shortfall",
    "top_up_of_grades_1_to_4",
    "top_up_of_grades_5_and_6",
]

_MUST_BE_SEVERE = FactRule(
    zh="必须是一至四级：退休后补差的规定只及于此",
    en="must be one of 1 to 4: only they have the shortfall made up at retirement",
    code="not_severe",
)


@attrs.frozen
class DisabilityAllowance(Record):
    """What a disabled worker draws monthly (伤残津贴).

    Args:
        amount: The share of the reference wage, in yuan a month.
        top_up: What is added up to the minimum wage, in yuan a month.
        payer: Who pays both; None where there is no allowance.
        findings: What is to be told beside the figures.
    """

    amount: Annotated[Yuan, Text("金额", "amount")]
    top_up: Annotated[Yuan, Text("最低工资补足额", "top-up")] = ZERO
    payer: Annotated[Payer | None, Text("支付方", "payer")] = None
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()

    @property
    def total(self) -> Yuan:
        """The allowance with the top-up, in yuan a month."""
        return plus(self.amount, self.top_up)


@rule(REG.clause("35"), Text("一至四级伤残津贴", "disability allowance of grades 1 to 4"))
def allowance_of_grades_1_to_4(grade: DisabilityGrade, wage: Yuan, on: date, law: Law) -> Yuan:
    """Disability allowance of grades 1 to 4: 90, 85, 80, 75% of the reference wage (REG-35)."""
    return to_fen(Rate.percent(law.severe_allowance_percent.on(on).of(grade)).of(wage))


@rule(REG.clause("36"), Text("五、六级伤残津贴", "disability allowance of grades 5 and 6"))
def allowance_of_grades_5_and_6(grade: DisabilityGrade, wage: Yuan, on: date, law: Law) -> Yuan:
    """Disability allowance of grades 5 and 6: 70, 60% of the reference wage (REG-36)."""
    return to_fen(Rate.percent(law.medium_allowance_percent.on(on).of(grade)).of(wage))


@rule(REG.clause("35"), Text("一至四级最低工资补足额", "top-up to the minimum wage, grades 1 to 4"))
def top_up_of_grades_1_to_4(allowance: Yuan, minimum_wage: Yuan) -> Yuan:
    """Top-up of the allowance of grades 1 to 4 to the local minimum wage (REG-35), paid by the fund.

    >>> top_up_of_grades_1_to_4(Yuan(Decimal("1405.38")), Yuan(Decimal("1680")))
    Decimal('274.62')
    """
    return max(minus(minimum_wage, allowance), ZERO)


@rule(REG.clause("36"), Text("五、六级最低工资补足额", "top-up to the minimum wage, grades 5 and 6"))
def top_up_of_grades_5_and_6(allowance: Yuan, minimum_wage: Yuan) -> Yuan:
    """Top-up of the allowance of grades 5 and 6 to the local minimum wage (REG-36), paid by the employer.

    >>> top_up_of_grades_5_and_6(Yuan(Decimal("1680.00")), Yuan(Decimal("1680")))
    Decimal('0.00')
    """
    return max(minus(minimum_wage, allowance), ZERO)


@rule(REG.clause("35"), Text("伤残津贴", "disability allowance"))
def disability_allowance(
    grade: DisabilityGrade | int,
    wage: Decimal | int | str,
    *,
    minimum_wage: Decimal | int | str | None = None,
    suitable_post: bool | None = None,
    on: date | None = None,
    law: Law = LAW,
) -> DisabilityAllowance:
    """Monthly disability allowance (伤残津贴) and its top-up to the minimum wage (REG-35, REG-36).

    Args:
        grade: The disability grade; 1 to 4 are paid by the fund, 5 and 6 by the employer, 7 to 10 have none.
        wage: The reference wage in yuan a month, after the clamp.
        minimum_wage: The monthly minimum wage of the place on that day, in yuan; None: not compared, and a finding.
        suitable_post: Whether the employer has a suitable post, which takes the allowance from grades 5 and 6; None
            where it is not known yet, and a finding.
        on: The day whose percentages apply; None: those last in force.
        law: The law asked.

    Returns:
        The allowance and its top-up, each in yuan to the fen, with their payer.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> paid = disability_allowance(6, "2342.30", minimum_wage=1680, suitable_post=False)
    >>> paid.amount, paid.top_up, paid.payer.name
    (Decimal('1405.38'), Decimal('274.62'), 'EMPLOYER')
    """
    question = "disability_allowance"
    graded, monthly = grade_of(question, grade), wage_of(question, "wage", wage)
    least = None if minimum_wage is None else wage_of(question, "minimum_wage", minimum_wage)
    check_optional_flag(question, "suitable_post", suitable_post)
    if graded.is_severe:
        day = day_asked(question, on, law.severe_allowance_percent)
        return _topped_up(allowance_of_grades_1_to_4(graded, monthly, day, law), least, Payer.FUND, "35")
    day = day_asked(question, on, law.medium_allowance_percent)
    if not graded.is_medium:
        return _none(Findings.no_allowance, "37")
    if suitable_post:
        return _none(Findings.suitable_post_found, "36")
    due = _topped_up(allowance_of_grades_5_and_6(graded, monthly, day, law), least, Payer.EMPLOYER, "36")
    if suitable_post is None:
        unknown = Findings.suitable_post_unknown(REG.clause("36"))
        return attrs.evolve(due, findings=(*due.findings, unknown))
    return due


def _none(words: FindingWords, article: str) -> DisabilityAllowance:
    return DisabilityAllowance(ZERO, findings=(words(REG.clause(article)),))


def _topped_up(allowance: Yuan, minimum_wage: Yuan | None, payer: Payer, article: str) -> DisabilityAllowance:
    if minimum_wage is None:
        not_compared = Findings.minimum_wage_not_compared(REG.clause(article))
        return DisabilityAllowance(allowance, payer=payer, findings=(not_compared,))
    top_up = top_up_of_grades_1_to_4 if payer is Payer.FUND else top_up_of_grades_5_and_6
    return DisabilityAllowance(allowance, top_up(allowance, minimum_wage), payer)


@rule(REG.clause("35"), Text("养老金差额", "shortfall of the old-age pension"))
def pension_shortfall(
    grade: DisabilityGrade | int, *, allowance: Decimal | int | str, pension: Decimal | int | str
) -> Yuan:
    """What the fund pays a month after retirement, when the allowance has stopped (REG-35).

    Args:
        grade: The disability grade, 1 to 4.
        allowance: The disability allowance drawn until retirement, in yuan a month.
        pension: The old-age pension, in yuan a month; zero where there is none.

    Returns:
        What the pension falls short of the allowance, in yuan to the fen; zero where it does not.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the grade is none of 1 to 4.

    >>> pension_shortfall(1, allowance="6214.50", pension=4000)
    Decimal('2214.50')
    """
    graded = grade_of("pension_shortfall", grade)
    drawn = wage_of("pension_shortfall", "allowance", allowance)
    pensioned = amount(pension)
    check_amount("pension_shortfall", "pension", pensioned, Sign.NOT_NEGATIVE)
    if not graded.is_severe:
        raise InvalidFactError("pension_shortfall", "grade", _MUST_BE_SEVERE, grade)
    return to_fen(max(minus(drawn, pensioned), ZERO))
