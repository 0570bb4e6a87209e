"""Figures of the Nanning notice (南宁建筑业通知的数值) and of its rosters: rate, limits, days, ages."""

from datetime import date
from typing import Final, TypeVar

from gxinjury.citations import Clause
from gxinjury.law.clauses import GZF62, LABOUR, NN
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

_LABOUR_LAW_FROM: Final = date(1995, 1, 1)
_IN_FORCE_FROM: Final = date(2015, 1, 1)
_AFTER_THE_YEAR_OF_ISSUE: Final = date(2016, 1, 1)
_VERIFIED_THROUGH: Final = date(2020, 5, 31)
_DAY_OF_ISSUE: Final = Text(
    zh="通知于2015年印发，具体日期未能查明；2015年的缴费是否已适用，须向经办机构核实",
    en="the notice was issued in 2015 on a day that is not established; whether it governs a payment of that year "
    "is to be asked of the agency",
)

V = TypeVar("V")


def _entry(first: date, value: V, clause: Clause, note: Text | None = None, through: date | None = None) -> Entry[V]:
    source = Text(zh=f"南宁市建筑业工伤保险通知（{clause}）", en=f"Nanning notice on construction ({clause})")
    return Entry(first, value, source, note=note, verified_through=through)


def _verified(name: str, label: Text, clause: Clause, value: V) -> Timeline[V]:
    """Return a figure that was verified through 2020-05; payments of 2015 carry the caution of NN-0."""
    entries = (
        _entry(_IN_FORCE_FROM, value, clause, _DAY_OF_ISSUE, _VERIFIED_THROUGH),
        _entry(_AFTER_THE_YEAR_OF_ISSUE, value, clause, None, _VERIFIED_THROUGH),
    )
    return Timeline(name, label, clause, entries)


def _plain(name: str, label: Text, clause: Clause, value: V) -> Timeline[V]:
    return Timeline(name, label, clause, (_entry(_IN_FORCE_FROM, value, clause),))


def _of_age(name: str, label: Text, clause: Clause, years: int) -> Timeline[int]:
    source = Text(zh=f"《劳动法》（{clause}）", en=f"Labour Law ({clause})")
    return Timeline(name, label, clause, (Entry(_LABOUR_LAW_FROM, years, source),))


NANNING_NOTICE: Final = _verified(
    "nanning_notice",
    Text(zh="适用的通知", en="notice in force"),
    NN.clause("0"),
    NN.title,
)
NANNING_NOTICE_ISSUED_BY: Final = Timeline(
    "nanning_notice_issued_by",
    Text(zh="通知最迟的印发日", en="latest day on which the notice may have been issued"),
    NN.clause("0"),
    (
        Entry(
            _IN_FORCE_FROM,
            date(2015, 12, 31),
            Text(zh="新闻报道：2015-06-26之后，2015年底之前", en="press: after 2015-06-26, by the end of 2015"),
        ),
    ),
)
PROJECT_PREMIUM_RATE: Final = _verified(
    "project_premium_rate",
    Text(zh="按项目参保的费率", en="rate of the project premium"),
    NN.clause("1.1.2"),
    Rate.per_mille("1.3"),
)
NEW_STARTS_FROM: Final = _plain(
    "new_starts_from",
    Text(zh="新开工项目的起始日", en="first day of the new starts"),
    NN.clause("1.1.5"),
    _IN_FORCE_FROM,
)
DELAY_NOTICE_DAYS: Final = _plain(
    "delay_notice_days",
    Text(zh="延期材料须提前的日数", en="days that delay papers come before the expiry"),
    NN.clause("1.3.2"),
    30,
)
WARRANTY_FILING_DAYS: Final = _plain(
    "warranty_filing_days",
    Text(zh="保修合同备案的日数", en="days to file the warranty contract"),
    NN.clause("1.3.3"),
    30,
)
NAME_CHANGE_DAYS: Final = _plain(
    "name_change_days",
    Text(zh="更名手续的日数", en="days to report a changed name"),
    NN.clause("1.3.4"),
    30,
)
CHILD_LABOUR_YEARS: Final = _of_age(
    "child_labour_years",
    Text(zh="未满多少周岁属童工", en="age below which it is child labour"),
    LABOUR.clause("15"),
    16,
)
MINOR_WORKER_YEARS: Final = _of_age(
    "minor_worker_years",
    Text(zh="未满多少周岁属未成年工", en="age below which a worker is a minor"),
    LABOUR.clause("58"),
    18,
)
WORKER_MAY_END_AT_COMPLETION: Final = Timeline(
    "worker_may_end_at_completion",
    Text(zh="五至十级项目职工可在竣工时自行终止关系", en="grades 5 to 10 may end the relation at completion"),
    GZF62.clause("completion"),
    (
        Entry(date(2011, 1, 1), value=False, source=Text(zh="《工伤保险条例》第三十七条", en="Regulation, art. 37")),
        Entry(date(2019, 1, 1), value=True, source=Text(zh="桂政发〔2018〕62号", en="Guangxi rules of 2018, no. 62")),
    ),
)
ROSTER_MONTHS: Final = _plain(
    "roster_months",
    Text(
        zh="人员增减可迟至变动当月之后第几个月的月底申报（0即当月底）",
        en="months after the month of a change to whose end it may be reported (0: its own month)",
    ),
    NN.clause("3.1.1"),
    0,
)
