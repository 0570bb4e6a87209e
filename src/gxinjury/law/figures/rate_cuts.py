"""Temporary cuts of premium rates (阶段性降低费率) in Guangxi: how much, for whom, in which months.

A cut is given as the share of the rate that is remitted. While cuts went by city, they went by how many months the
city's fund balance lasts.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, Final, cast

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.law.clauses import CUTS
from gxinjury.law.figures.rows import same
from gxinjury.money import Rate
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

_NOTHING: Final = type(None)
_MUST_BE_ONE_OR_TWO: Final = FactRule(
    zh="必须是全区统一的一个比例，或者按结余分档的两个比例",
    en="must be one rate for the region, or there must be two by fund balance",
    code="not_one_or_two",
)


class FundBalance(Enum):
    """How many months a city's fund balance lasts."""

    MONTHS_18_TO_23 = Text(zh="可支付18至23个月", en="18 to 23 months")
    MONTHS_24_OR_MORE = Text(zh="可支付24个月以上", en="24 months or more")


@attrs.frozen
class RateCut(Record):
    """A temporary cut, the share of the rate that is remitted: one for the region, or two by the city's fund balance.

    Args:
        flat: Throughout the region; None where it goes by city.
        balance_18: Where the fund balance lasts 18 to 23 months; None where it does not go by city.
        balance_24: Where it lasts 24 months or more; None likewise.
        better_of_float: Whether it stands beside a downward float, of which the better applies, and no rate floats up.

    Raises:
        InvalidFactError: It is neither one for the region nor two by fund balance.

    >>> cut = RateCut(balance_18=Rate.percent(20), balance_24=Rate.percent(50))
    >>> cut.relief(FundBalance.MONTHS_24_OR_MORE)
    Rate.percent('50')
    """

    flat: Annotated[Rate | None, Text("全区统一", "throughout the region")] = None
    balance_18: Annotated[Rate | None, Text("结余可支付18至23个月的", "with a balance of 18 to 23 months")] = None
    balance_24: Annotated[Rate | None, Text("结余可支付24个月以上的", "with a balance of 24 months or more")] = None
    better_of_float: Annotated[bool, Text("与费率下浮取较优者", "the better of it and a downward float")] = False

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        by_balance = (self.balance_18 is None, self.balance_24 is None)
        if by_balance != (self.flat is not None,) * 2:
            yield InvalidFactError("RateCut", "flat", _MUST_BE_ONE_OR_TWO, self.flat)

    def relief(self, balance: FundBalance) -> Rate:
        """Return the share of the rate that is remitted in a city with that balance."""
        by_balance = self.balance_24 if balance is FundBalance.MONTHS_24_OR_MORE else self.balance_18
        return cast("Rate", self.flat or by_balance)


_BY_CITY: Final = RateCut(balance_18=Rate.percent(20), balance_24=Rate.percent(50))
_BY_CITY_OR_FLOAT: Final = RateCut(balance_18=Rate.percent(20), balance_24=Rate.percent(50), better_of_float=True)
_FLAT: Final = RateCut(Rate.percent(50))

_NEW_STARTS_ONLY: Final = Text(
    zh="只适用于该期间新开工的项目", en="for projects that start within the period, and no others"
)
_NOWHERE: Final = Text(zh="未见规定", en="no rule seen")

_FIRST_CUT: Final = (date(2018, 5, 1), date(2019, 4, 30))
_SECOND_CUT: Final = (date(2019, 5, 1), date(2020, 4, 30))
_LIUZHOU: Final = (date(2019, 5, 1), date(2021, 4, 30))
_THIRD_CUT: Final = (date(2020, 5, 1), date(2021, 4, 30))
_FOURTH_CUT: Final = (date(2021, 5, 1), date(2022, 4, 30))
_FIFTH_CUT: Final = (date(2022, 5, 1), date(2023, 4, 30))
_BRIDGE: Final = (date(2023, 5, 1), date(2023, 6, 30))
_REGION: Final = (date(2023, 7, 1), date(2025, 12, 31))
_AFTER: Final = date(2026, 1, 1)

_NOTICE_2018: Final = same("桂人社发〔2018〕25号")
_PLAN_2019: Final = Text(zh="广西降低社会保险费率实施方案", en="Guangxi plan to lower social-insurance rates")
_NOTICE_2021: Final = Text(zh="2021年的通知，文号未见", en="notice of 2021, its number not seen")
_ANSWER_2023: Final = Text(zh="自治区人社厅2023年3月8日答复", en="answer of the region's HRSS department of 2023-03-08")
_NOTICE_2023: Final = same("桂人社发〔2023〕17号")
_NOTICES_UNTIL_2025: Final = same("桂人社发〔2023〕17号", "桂人社函〔2024〕120号")


def _cut(
    months: tuple[date, date],
    clause: str,
    cut: RateCut,
    source: Text,
    *,
    standing: Footing = Footing.PUBLISHED,
    note: Text | None = None,
) -> Entry[RateCut]:
    first, last = months
    return Entry(first, cut, source, standing=standing, note=note, last=last, clause=CUTS.clause(clause))


def _unknown(first: date, last: date | None, clause: Clause, note: Text | None = None) -> Entry[Any]:
    return Entry(first, None, _NOWHERE, standing=Footing.MISSING, note=note, last=last, clause=clause)


BENCHMARK_RATE_CUT: Final[Timeline[RateCut]] = Timeline(
    "benchmark_rate_cut",
    Text(zh="基准费率的阶段性降幅", en="temporary cut of the benchmark rates"),
    CUTS.clause("2018-05"),
    (
        _cut(_FIRST_CUT, "2018-05", _BY_CITY, _NOTICE_2018),
        _cut(_SECOND_CUT, "2019-05", _BY_CITY, _PLAN_2019),
        _unknown(
            *_THIRD_CUT,
            CUTS.clause("2020-05"),
            Text(
                zh="从终止它的通知可知有过降费，幅度未见",
                en="that there was a cut follows from the notice that ends it; its size was not seen",
            ),
        ),
        _cut(_FOURTH_CUT, "2021-05", _BY_CITY_OR_FLOAT, _NOTICE_2021),
        _cut(_FIFTH_CUT, "2022-05", _BY_CITY, _ANSWER_2023),
        _cut(_BRIDGE, "2023-05", _BY_CITY, _NOTICE_2023),
        _cut(_REGION, "2023-07", _FLAT, _NOTICES_UNTIL_2025),
        _unknown(_AFTER, None, CUTS.clause("2026-01")),
    ),
)

PROJECT_RATE_CUT: Final[Timeline[RateCut]] = Timeline(
    "project_rate_cut",
    Text(zh="项目费率的阶段性降幅（全区）", en="temporary cut of the project rate, throughout the region"),
    CUTS.clause("2021-05"),
    (
        _unknown(*_FIRST_CUT, CUTS.clause("2018-05")),
        _unknown(*_LIUZHOU, CUTS.clause("2019-05")),
        _cut(_FOURTH_CUT, "2021-05", _BY_CITY, _NOTICE_2021, note=_NEW_STARTS_ONLY),
        _cut(_FIFTH_CUT, "2022-05", _BY_CITY, _ANSWER_2023, note=_NEW_STARTS_ONLY),
        _unknown(*_BRIDGE, CUTS.clause("2023-05")),
        _cut(
            _REGION,
            "2023-07.PROJECTS",
            _FLAT,
            _NOTICES_UNTIL_2025,
            standing=Footing.INFERRED,
            note=Text(
                zh="规定只说基准费率，没有提到项目",
                en="the rules speak of benchmark rates and do not name projects",
            ),
        ),
        _unknown(_AFTER, None, CUTS.clause("2026-01")),
    ),
)

LIUZHOU_PROJECT_RATE_CUT: Final[Timeline[RateCut]] = Timeline(
    "liuzhou_project_rate_cut",
    Text(zh="柳州市项目费率的阶段性降幅", en="temporary cut of the project rate in Liuzhou"),
    CUTS.clause("2019-05.LIUZHOU"),
    (
        _cut(
            _LIUZHOU,
            "2019-05.LIUZHOU",
            _FLAT,
            Text(zh="2020年5月的报道", en="press of May 2020"),
            note=_NEW_STARTS_ONLY,
        ),
    ),
)

NANNING_FUND_BALANCE: Final = Timeline(
    "nanning_fund_balance",
    Text(zh="南宁市基金结余的档次", en="months that Nanning's fund balance lasts"),
    CUTS.clause("NANNING"),
    (
        Entry(
            _FIRST_CUT[0],
            FundBalance.MONTHS_24_OR_MORE,
            Text(zh="公布的平均费率", en="published average rates"),
            standing=Footing.INFERRED,
            note=Text(
                zh="由公布的平均费率推定南宁市降50%，降20%可以排除",
                en="inferred from published average rates: they exclude a cut of 20%",
            ),
            last=_BRIDGE[1],
        ),
    ),
)
