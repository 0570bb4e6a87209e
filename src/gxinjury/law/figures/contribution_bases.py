"""Contribution bases (社会保险缴费基数) of Guangxi, by month: the average wage that counts, and its limits.

Monthly bases stand as published: they are the annual average over 12, rounded by whoever published them.
"""

from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.facts import Yuan, amount, optional_amount
from gxinjury.law.clauses import COURIERS
from gxinjury.law.figures.findings import Refusals
from gxinjury.law.figures.rows import same
from gxinjury.records import AboveZero, Record, check_facts
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline


@attrs.frozen
class ContributionBase(Record):
    """A contribution base, in yuan.

    Args:
        wage_year: The year of the average wage that it rests on.
        yuan_per_year: That average, a year.
        yuan_per_month: The base, a month, as published.
        lower: The lower limit of a contribution wage, a month.
        upper: The upper limit, a month; None where it was not seen.

    Raises:
        InvalidFactError: One is no amount above zero.

    >>> base = ContributionBase(2023, 81070, 6756, lower="4053.60", upper=20268)
    >>> base.yuan_per_month, base.upper_limit()
    (Decimal('6756'), Decimal('20268'))
    """

    wage_year: Annotated[int, Text("工资年度", "wage year")]
    yuan_per_year: Annotated[AboveZero, Text("每年", "a year")] = attrs.field(converter=amount)
    yuan_per_month: Annotated[AboveZero, Text("每月", "a month")] = attrs.field(converter=amount)
    lower: Annotated[AboveZero, Text("下限", "lower limit")] = attrs.field(converter=amount)
    upper: Annotated[AboveZero | None, Text("上限", "upper limit")] = attrs.field(
        default=None, converter=optional_amount
    )

    __attrs_post_init__ = check_facts

    def upper_limit(self) -> Yuan:
        """Return the upper limit, a month, in yuan.

        Raises:
            NotInForceError: It was not seen published.
        """
        if self.upper is None:
            raise Refusals.no_upper_limit()
        return self.upper


def _entry(
    months: tuple[date, date],
    base: ContributionBase,
    source: Text,
    standing: Footing = Footing.PUBLISHED,
    *,
    note: Text | None = None,
    on: date | None = None,
    by: date | None = None,
) -> Entry[ContributionBase]:
    first, last = months
    return Entry(first, base, source, standing=standing, note=note, announced_on=on, announced_by=by, last=last)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


CONTRIBUTION_BASE: Final = Timeline(
    "contribution_base",
    Text(zh="社会保险缴费基数", en="contribution base"),
    COURIERS.clause("base"),
    (
        _entry(
            (date(2019, 1, 1), date(2019, 4, 30)),
            ContributionBase(2018, "66928", "5577.40", lower="3346.50", upper="16732.20"),
            same("桂人社发〔2018〕54号"),
            note=Text(
                zh="为2019年另行核定的数，通知未印所属工资年度",
                en="a number set for 2019; the notice does not print the year of its wage",
            ),
            on=date(2018, 12, 17),
        ),
        _entry(
            (date(2019, 5, 1), date(2019, 12, 31)),
            ContributionBase(2018, "59102", "4925.17", lower="2955.10"),
            Text(zh="广西降低社会保险费率实施方案", en="Guangxi plan to lower social-insurance rates"),
            Footing.DERIVED,
            note=Text(
                zh="由2020年通知为企业保留的下限2955.10元反推，上限未见",
                en="worked back from the floor of 2,955.10 that the notice of 2020 kept; the upper limit was not seen",
            ),
            on=date(2019, 4, 29),
        ),
        _entry(
            _year(2020),
            ContributionBase(2019, "63078", "5256.50", lower="3153.90", upper="15769.50"),
            same("桂人社发〔2020〕35号"),
            note=Text(zh="企业的下限仍为2955.10元", en="for enterprises the floor stayed 2,955.10"),
            by=date(2020, 12, 31),
        ),
        _entry(
            _year(2021),
            ContributionBase(2020, "69832", "5819", lower="3492", upper="17458"),
            Text(zh="2021年的通知，文号未见", en="notice of 2021, its number not seen"),
            note=Text(
                zh="通知自称暂定；企业的下限为3323元",
                en="provisional in the notice's own words; for enterprises the floor was 3,323",
            ),
            by=date(2021, 12, 31),
        ),
        _entry(
            _year(2022),
            ContributionBase(2021, "74362", "6197", lower="3718", upper="18590"),
            same("桂人社发〔2022〕31号"),
            by=date(2022, 12, 31),
        ),
        _entry(
            _year(2023),
            ContributionBase(2022, "77268", "6439", lower="3863", upper="19317"),
            same("桂人社发〔2023〕61号"),
            on=date(2023, 7, 17),
        ),
        _entry(
            _year(2024),
            ContributionBase(2023, "81070", "6756", lower="4053.60", upper="20268"),
            same("桂人社发〔2024〕41号"),
            Footing.SECONDARY,
            by=date(2024, 12, 31),
        ),
        _entry(
            _year(2025),
            ContributionBase(2024, "82860", "6905", lower="4143", upper="20715"),
            same("桂人社发〔2025〕42号"),
            on=date(2025, 9, 18),
        ),
        _entry(
            _year(2026),
            ContributionBase(2025, "84096", "7008", lower="4204.80", upper="21024"),
            same("桂人社发〔2026〕32号"),
            Footing.DERIVED,
            note=Text(
                zh="由公布的上下限推得，通知原文未见",
                en="worked back from the published limits; the text of the notice was not seen",
            ),
            by=date(2026, 9, 30),
        ),
    ),
)
