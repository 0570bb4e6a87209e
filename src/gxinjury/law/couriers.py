"""Figures of the courier plan and of the rate rules (快递网点参保方案与费率的数值)."""

from datetime import date
from enum import Enum
from typing import Annotated, Final

import attrs

from gxinjury.law.clauses import COURIERS, GX, RSF71, RSF76
from gxinjury.money import Rate
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

_PLAN_ISSUED: Final = date(2022, 3, 24)
_PLAN: Final = Text(zh="广西快递网点优先参保方案", en="Guangxi plan to enrol courier outlets first")


@attrs.frozen
class CampaignTarget(Record):
    """What the campaign works to.

    Args:
        due: The day by which it is to be reached.
        rate: The coverage to be reached; None where the plan gives no number.
    """

    due: Annotated[date, Text("期限", "due")]
    rate: Annotated[Rate | None, Text("参保率", "coverage")]

    __attrs_post_init__ = check_facts


COURIER_TARGET: Final = Timeline(
    "courier_target",
    Text(zh="当期的参保目标", en="target that the campaign works to"),
    GX.clause("3.3"),
    (
        Entry(_PLAN_ISSUED, CampaignTarget(date(2022, 9, 30), Rate.percent(70)), _PLAN),
        Entry(date(2022, 10, 1), CampaignTarget(date(2022, 12, 31), None), _PLAN, clause=GX.clause("2")),
    ),
)


class ReportRhythm(Enum):
    """How often the cities file the progress report."""

    MONTHLY = Text(zh="按月", en="monthly")
    QUARTERLY = Text(zh="按季（暂定）", en="quarterly, provisionally")


REPORT_RHYTHM: Final = Timeline(
    "report_rhythm",
    Text(zh="调度表的填报周期", en="how often the progress report is filed"),
    GX.clause("4.1.2"),
    (
        Entry(date(2022, 1, 1), ReportRhythm.MONTHLY, _PLAN, last=date(2022, 12, 31)),
        Entry(date(2023, 1, 1), ReportRhythm.QUARTERLY, _PLAN, last=date(2023, 12, 31)),
    ),
)
FIRST_MONTH_OF_THE_PLAN: Final = 3
"""The month of 2022 in which the plan was issued."""

_RATES_FROM: Final = date(2015, 10, 1)

BENCHMARK_RATES: Final = Timeline(
    "benchmark_rates",
    Text(zh="八类行业的基准费率", en="benchmark rates of the eight classes"),
    RSF71.clause("classes"),
    (
        Entry(
            _RATES_FROM,
            tuple(Rate.percent(number) for number in ("0.2", "0.4", "0.7", "0.9", "1.1", "1.3", "1.6", "1.9")),
            Text(zh="人社部发〔2015〕71号", en="ministries' notice of 2015, no. 71"),
        ),
    ),
)
COURIER_RATE_CLASS: Final = Timeline(
    "courier_rate_class",
    Text(zh="快递网点的费率类别", en="rate class of courier outlets"),
    COURIERS.clause("rate"),
    (Entry(_RATES_FROM, 2, Text(zh="南宁市快递网点参保办法的报道", en="report on how Nanning enrols outlets")),),
)


@attrs.frozen
class FloatTable(Record):
    """When a rate floats, by payment ratio and injury rate; each bound belongs to the better step.

    Args:
        halved_up_to: The payment ratio up to which it is 50 %, where injuries are few.
        lowered_up_to: The payment ratio up to which it is 80 %, where injuries are few.
        few_injuries: The injury rate up to which injuries are few.
        unchanged_up_to: The payment ratio up to which it does not change.
        raised_up_to: The payment ratio up to which it is 120 %; above, it is 150 %.
        years_for_less: The years that a unit must have been insured before its rate floats down.
    """

    halved_up_to: Annotated[Rate, Text("降为50%的支缴率上限", "payment ratio up to which the rate is halved")]
    lowered_up_to: Annotated[Rate, Text("降为80%的支缴率上限", "payment ratio up to which it is 80%")]
    few_injuries: Annotated[Rate, Text("工伤发生率上限", "injury rate up to which injuries are few")]
    unchanged_up_to: Annotated[Rate, Text("不浮动的支缴率上限", "payment ratio up to which it stays")]
    raised_up_to: Annotated[Rate, Text("升为120%的支缴率上限", "payment ratio up to which it is 120%")]
    years_for_less: Annotated[int, Text("下浮所需参保年数", "years insured before it floats down")]

    __attrs_post_init__ = check_facts


RATE_FLOAT: Final = Timeline(
    "rate_float",
    Text(zh="费率浮动的档次", en="steps of the rate float"),
    RSF76.clause("float"),
    (
        Entry(
            date(2018, 1, 1),
            FloatTable(
                halved_up_to=Rate.percent(20),
                lowered_up_to=Rate.percent(40),
                few_injuries=Rate.per_mille(3),
                unchanged_up_to=Rate.percent(90),
                raised_up_to=Rate.percent(110),
                years_for_less=2,
            ),
            Text(zh="桂人社发〔2017〕76号", en="Guangxi rules of 2017, no. 76"),
        ),
    ),
)
