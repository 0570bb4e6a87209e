"""The progress report as a form (调度表的填报): lines, totals, both seals, the day, who filled it in."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.couriers.findings import Findings
from gxinjury.couriers.report import COUNTED, Report
from gxinjury.couriers.wan_yuan import WanYuan
from gxinjury.explanations import rule
from gxinjury.facts import check_instance
from gxinjury.fields import field_named
from gxinjury.findings import Finding
from gxinjury.law.clauses import GX
from gxinjury.money import total
from gxinjury.records import FreeText, Record, check_facts, optional_free_text, several
from gxinjury.texts import Text

__all__ = ["ReportForm", "total_findings"]


@attrs.frozen
class ReportForm(Record):
    """The progress report as it was filed.

    Args:
        lines: Its lines, a city and period each.
        totals: The lines of totals that it states itself (合计), under the name that it gives them.
        hrss: The authority that seals (人力资源社会保障部门); None where the form does not say.
        post: The postal administration that seals (邮政管理部门); None likewise.
        filed_on: The day it was filled in (填报时间); None likewise.
        filler: Who filled it in (填报人); None likewise.
        phone: Whom to ring (联系电话); None likewise.

    Raises:
        InvalidFactError: A line is no report, or a part of the head is blank.

    >>> ReportForm(lines=[]).filed_on is None
    True
    """

    lines: Annotated[tuple[Report, ...], Text("各市", "cities")] = attrs.field(converter=several)
    totals: Annotated[tuple[Report, ...], Text("表内合计", "totals stated")] = attrs.field(
        default=(), converter=several
    )
    hrss: Annotated[FreeText | None, Text("人力资源社会保障部门", "human resources authority")] = attrs.field(
        default=None, converter=optional_free_text
    )
    post: Annotated[FreeText | None, Text("邮政管理部门", "postal administration")] = attrs.field(
        default=None, converter=optional_free_text
    )
    filed_on: Annotated[date | None, Text("填报时间", "filled in on")] = None
    filler: Annotated[FreeText | None, Text("填报人", "filled in by")] = attrs.field(
        default=None, converter=optional_free_text
    )
    phone: Annotated[FreeText | None, Text("联系电话", "phone")] = attrs.field(
        default=None, converter=optional_free_text
    )

    __attrs_post_init__ = check_facts


@rule(GX.clause("A"), Text("合计的核对", "check of the totals"))
def total_findings(form: ReportForm) -> tuple[Finding, ...]:
    """Totals that a form states and its lines do not add up to (GX-A), column by column.

    Money is compared as the form shows it, to two decimals of 万元.

    Args:
        form: The form.

    Raises:
        InvalidFactError: It is no ReportForm.

    >>> from gxinjury.couriers import reporting_periods
    >>> month = reporting_periods(2022)[8]
    >>> lines = [Report(city, month, 10, 8, 90, 90, 1, 1, 1, WanYuan("1.5")) for city in ("南宁市", "柳州市")]
    >>> stated = Report("合计", month, 20, 16, 180, 108, 2, 2, 2, WanYuan(3))
    >>> [(found["stated"], found["added"]) for found in total_findings(ReportForm(lines, [stated]))]
    [(108, 180)]
    """
    check_instance("total_findings", "form", form, ReportForm)
    return tuple(found for stated in form.totals for found in _differences(stated, form.lines))


def _differences(stated: Report, lines: tuple[Report, ...]) -> Iterator[Finding]:
    of_period = [one for one in lines if one.period == stated.period]
    columns: list[tuple[str, object, object]] = [
        (column, getattr(stated, column), sum(getattr(one, column) for one in of_period)) for column in COUNTED
    ]
    money = WanYuan(total(one.benefits_paid.number for one in of_period))
    columns.append(("benefits_paid", str(stated.benefits_paid), str(money)))
    for column, told, added in columns:
        if told != added:
            values = {"column": field_named(Report, column).label, "stated": told, "added": added}
            period = str(stated.period)
            yield Findings.total_differs(GX.clause("A"), city=stated.city, period=period, **values)
