"""Missing workers (下落不明): the wage goes on for three months, then the dependants' pension follows."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import attrs

from gxinjury.benefits.doors import wage_of
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.money import to_fen
from gxinjury.periods import Period, day_after, month_end, months_after
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["MissingSpan", "hardship_advance", "missing_span"]


@attrs.frozen
class MissingSpan(Record):
    """What is paid when to a missing worker's family.

    Args:
        wage: The months in which the wage goes on, from the first day of the first to the last of the last.
        pension_from: The first day of the month from which the dependants' pension is paid.
    """

    wage: Annotated[Period, Text("照发工资的期间", "months of wage")]
    pension_from: Annotated[date, Text("抚恤金起发日", "pension from")]


@rule(REG.clause("41"), Text("下落不明职工的发放期间", "months of wage and pension of a missing worker"))
def missing_span(missing_since: date, *, law: Law = LAW) -> MissingSpan:
    """Months of wage and of pension of a worker missing away on work or in disaster relief (REG-41).

    Args:
        missing_since: The day of the accident; its month counts as the first.
        law: The law asked.

    Returns:
        Three months of wage, and the pension from the fourth.

    Raises:
        InvalidFactError: It is no day.
        NotInForceError: The day lies before 2011-01-01.

    >>> span = missing_span(date(2015, 8, 20))
    >>> str(span.wage), span.pension_from
    ('2015-08-01..2015-10-31', datetime.date(2015, 11, 1))
    """
    check_day("missing_span", "missing_since", missing_since)
    first = missing_since.replace(day=1)
    last = month_end(months_after(first, law.missing_wage_months.on(missing_since) - 1))
    return MissingSpan(Period(first, last), day_after(last))


@rule(REG.clause("41"), Text("生活困难预支额", "paid ahead in hardship"))
def hardship_advance(death_subsidy: Decimal | int | str, *, on: date, law: Law = LAW) -> Yuan:
    """Half of the lump-sum death subsidy, paid ahead to a missing worker's family in hardship (REG-41).

    Args:
        death_subsidy: The lump-sum death subsidy, in yuan.
        on: The day whose share applies.
        law: The law asked.

    Returns:
        What is paid ahead, in yuan to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> hardship_advance("576880", on=date(2015, 8, 20))
    Decimal('288440.00')
    """
    whole = wage_of("hardship_advance", "death_subsidy", death_subsidy)
    check_day("hardship_advance", "on", on)
    return to_fen(law.hardship_advance.on(on).of(whole))
