"""The enrolment progress report (基层快递网点优先参加工伤保险情况调度表): a city's line of a period, and its checks."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Final

import attrs

from gxinjury.couriers.findings import Findings
from gxinjury.couriers.reporting import ReportingPeriod
from gxinjury.couriers.wan_yuan import WanYuan
from gxinjury.explanations import rule
from gxinjury.facts import check_instance
from gxinjury.fields import fields_of
from gxinjury.findings import Finding, FindingWords
from gxinjury.law.clauses import GX
from gxinjury.money import times
from gxinjury.privacy import mask
from gxinjury.records import Record, SomeText, check_facts
from gxinjury.texts import Text

__all__ = ["COUNTED", "Report", "masked_repr", "report_findings"]


def masked_repr(value: object) -> str:
    """Return the repr of a free text with resident ids masked."""
    return mask(repr(value))


@attrs.frozen
class Report(Record):
    """A city's line of the table for a period.

    Args:
        city: The city.
        period: The period.
        units_should: Units that should enrol (应参保单位数).
        units_enrolled: Units enrolled (已参保单位数).
        persons_enrolled: Persons enrolled (参保人数).
        persons_paying: Persons paying (缴费人数).
        injuries_filed: Injuries filed (工伤申报数).
        injuries_determined: Injuries determined (工伤认定数).
        persons_receiving: Persons receiving benefits (享受工伤保险待遇人数).
        benefits_paid: Benefits paid, in units of 10,000 yuan (万元).
        note: A note; empty without one.

    Raises:
        InvalidFactError: A count is negative or no whole number, or the money is not in 万元.

    >>> from gxinjury.couriers import reporting_periods
    >>> september = reporting_periods(2022)[8]
    >>> report = Report("南宁市", september, 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"))
    >>> report.findings
    ()
    """

    city: Annotated[SomeText, Text("市", "city")] = attrs.field(repr=masked_repr)
    period: Annotated[ReportingPeriod, Text("填报期", "period")]
    units_should: Annotated[int, Text("应参保单位数（户）", "units that should enrol")]
    units_enrolled: Annotated[int, Text("已参保单位数（户）", "units enrolled")]
    persons_enrolled: Annotated[int, Text("参保人数（人）", "persons enrolled")]
    persons_paying: Annotated[int, Text("缴费人数（人）", "persons paying")]
    injuries_filed: Annotated[int, Text("工伤申报数", "injuries filed")]
    injuries_determined: Annotated[int, Text("工伤认定数", "injuries determined")]
    persons_receiving: Annotated[int, Text("享受工伤保险待遇人数（人）", "persons receiving benefits")]
    benefits_paid: Annotated[WanYuan, Text("发放工伤保险待遇金额（万元）", "benefits paid (10,000 yuan)")]
    note: Annotated[str, Text("备注", "note")] = attrs.field(default="", repr=masked_repr)

    __attrs_post_init__ = check_facts

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What looks wrong in it."""
        return report_findings(self)


COUNTED: Final = tuple(field.name for field in fields_of(Report) if field.kind is int)
"""The columns that are counted, in the order of the table."""


_LARGEST_MONEY_A_PERSON: Final = Decimal(200)


@rule(GX.clause("A"), Text("调度表的审核", "checks of the progress report"))
def report_findings(report: Report) -> tuple[Finding, ...]:
    """What looks wrong in a line of the table (GX-A); the form allows each, for a reason that the note may tell.

    >>> from gxinjury.couriers import reporting_periods
    >>> month = reporting_periods(2022)[0]
    >>> [found.code for found in report_findings(Report("南宁市", month, 1, 2, 1, 1, 0, 0, 0, WanYuan(0)))]
    ['more_enrolled_than_should', 'fewer_persons_than_units']
    """
    check_instance("report_findings", "report", report, Report)
    return tuple(odd(GX.clause("A"), city=report.city, period=str(report.period)) for odd in _oddities(report))


def _oddities(report: Report) -> Iterator[FindingWords]:
    yield from _odd_counts(report)
    yield from _odd_money(report)


def _odd_counts(report: Report) -> Iterator[FindingWords]:
    if report.units_enrolled > report.units_should:
        yield Findings.more_enrolled_than_should
    if report.persons_enrolled == 0 < report.units_enrolled:
        yield Findings.units_without_persons
    elif report.units_enrolled == 0 < report.persons_enrolled:
        yield Findings.persons_without_units
    elif report.persons_enrolled < report.units_enrolled:
        yield Findings.fewer_persons_than_units
    if report.persons_paying > report.persons_enrolled:
        yield Findings.more_paying_than_enrolled
    if report.injuries_determined > report.injuries_filed:
        yield Findings.more_determined_than_filed
    if report.persons_receiving > report.injuries_determined:
        yield Findings.more_receiving_than_determined


def _odd_money(report: Report) -> Iterator[FindingWords]:
    if report.persons_receiving == 0 < report.benefits_paid.number:
        yield Findings.money_without_persons
    elif report.benefits_paid.number == 0 < report.persons_receiving:
        yield Findings.persons_without_money
    elif report.benefits_paid.number > times(_LARGEST_MONEY_A_PERSON, report.persons_receiving):
        yield Findings.money_looks_like_yuan
