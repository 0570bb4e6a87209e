"""The reference wage and the base: the worked cases, the limits to the last digit, and what is refused."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW
from gxinjury.benefits import AverageArea, AverageWage, BaseOrigin, benefit_base, city_average, reference_wage
from gxinjury.benefits.reference_wage import day_of
from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.explanations import explain
from gxinjury.money import Rate, times, to_fen
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.benefits.drawn import told
from tests.cases import rows

AVERAGE: Final = AverageWage.of_month("3903.83", "on_post", 2014)
LOWEST: Final = Decimal("2342.298")
HIGHEST: Final = Decimal("11711.49")
FEN: Final = Decimal("0.01")
TENTH_OF_A_FEN: Final = Decimal("0.001")

W1_TO_W5: Final = [row for row in rows("worked") if row["id"] in {"W1", "W2", "W3", "W4", "W5"}]

amounts: Final = st.decimals(min_value=0, max_value=50_000, places=2)
wages: Final = st.lists(amounts, min_size=1, max_size=12)
averages: Final = st.decimals(min_value=1, max_value=200_000, places=2).map(
    lambda yuan: AverageWage(yuan, "on_post", 2020)
)


def oracle(monthly: Sequence[Decimal], average: AverageWage) -> Fraction:
    """Return the reference wage as a fraction, by the words of art. 64."""
    usual = Fraction(average.yuan_per_year) / 12
    mean = sum((Fraction(one) for one in monthly), Fraction()) / len(monthly)
    if mean > 3 * usual:
        return 3 * usual
    return max(mean, Fraction(3, 5) * usual)


def fen_of(value: Fraction) -> Decimal:
    """Return a fraction rounded half up to the fen."""
    return Decimal((200 * value.numerator + value.denominator) // (2 * value.denominator)).scaleb(-2)


@pytest.mark.clause("REG-64")
@pytest.mark.parametrize("row", W1_TO_W5, ids=lambda row: row["id"])
def test_twelve_months(row: dict[str, Any]) -> None:
    """Twelve months with the mean of a worked case give the same wage, whatever their spread."""
    [mean] = row["facts"]["monthly_wages"]
    months = [Decimal(mean) + Decimal(step) / 10 for step in (-60, 60, -50, 50, -40, 40, -30, 30, -20, 20, -10, 10)]
    base = benefit_base(months, average=AVERAGE)
    assert (base.amount, base.origin.name) == (Decimal(row["answer"]["amount"]), row["answer"]["origin"])
    assert reference_wage(months, average=AVERAGE) == reference_wage([mean], average=AVERAGE) == base.amount
    assert base.average == AVERAGE


@pytest.mark.clause("NN-5.2")
class TestBase:
    """NN-5.2: the own wage where it can be used, else the average itself."""

    def test_fall_back_is_not_rounded_first(self) -> None:
        """27 months of 107,581 / 12 are 242,057.25; of the rounded 8,965.08 they would be 242,057.16."""
        base = benefit_base(None, average=AverageWage(107581, "on_post", 2022))
        assert to_fen(times(base.amount, 27)) == Decimal("242057.25")

    @pytest.mark.parametrize(
        ("wages", "zh", "en"),
        [
            (["3500"], "本人工资", "the own wage"),
            (["2342.29"], "本人工资，提高到下限", "the own wage, raised to the lower limit"),
            (["11711.50"], "本人工资，降低到上限", "the own wage, cut to the upper limit"),
            (None, "上一年度职工平均工资", "the average wage of the year before"),
        ],
    )
    def test_the_explanation_says_where_it_comes_from(self, wages: list[str] | None, zh: str, en: str) -> None:
        """Each of the four origins is told in both languages, and none of the others beside it."""
        why = explain(benefit_base, wages, average=AVERAGE)
        assert f"  · 来源 = {zh}" in why.text("zh").splitlines()
        assert f"  · origin = {en}" in why.text("en").splitlines()

    @pytest.mark.parametrize(
        ("wages", "formula"),
        [
            (["3500"], None),
            (["2342.29"], "60% × 46,845.96 ÷ 12"),
            (["11711.51"], "300% × 46,845.96 ÷ 12"),
            (None, "46,845.96 ÷ 12"),
        ],
    )
    def test_the_formula(self, wages: list[str] | None, formula: str | None) -> None:
        """The average by the limit that was met; the average itself; nothing where the own wage stands."""
        assert benefit_base(wages, average=AVERAGE).formula == formula

    def test_fall_back_carries_a_caution(self) -> None:
        """Whether the own wage is hard to use the agency judges, and the answer says so; a known wage does not."""
        fallen_back = explain(benefit_base, None, average=AVERAGE)
        assert any("the agency judges" in one.en for one in fallen_back.cautions)
        assert explain(benefit_base, [3500] * 12, average=AVERAGE).cautions == ()

    def test_no_wages_is_not_the_same_as_unknown(self) -> None:
        """An empty list of wages is an error that names the way to the average, not the average."""
        with pytest.raises(InvalidFactError, match=r"benefit_base\(None"):
            benefit_base([], average=AVERAGE)

    def test_average_is_asked_for(self) -> None:
        """An average must be one, not a number."""
        with pytest.raises(InvalidFactError, match=r"benefit_base\.average must be of type AverageWage"):
            benefit_base(None, average=cast("AverageWage", 107581))


@pytest.mark.clause("REG-64")
class TestLimits:
    """60 % and 300 % of the average, to the last digit on either side."""

    @pytest.mark.parametrize("step", [FEN, TENTH_OF_A_FEN, Decimal("0.0000000001")])
    @pytest.mark.parametrize("months", [1, 7, 11, 12])
    def test_either_side_of_the_lower_limit(self, step: Decimal, months: int) -> None:
        """A step below the limit is lifted to it; the limit itself and a step above stay."""
        assert reference_wage([LOWEST - step] * months, average=AVERAGE) == LOWEST
        assert reference_wage([LOWEST] * months, average=AVERAGE) == LOWEST
        assert reference_wage([LOWEST + step] * months, average=AVERAGE) == LOWEST + step

    @pytest.mark.parametrize("step", [FEN, TENTH_OF_A_FEN, Decimal("0.0000000001")])
    @pytest.mark.parametrize("months", [1, 7, 11, 12])
    def test_either_side_of_the_upper_limit(self, step: Decimal, months: int) -> None:
        """A step above the limit is cut to it; the limit itself and a step below stay."""
        assert reference_wage([HIGHEST + step] * months, average=AVERAGE) == HIGHEST
        assert reference_wage([HIGHEST] * months, average=AVERAGE) == HIGHEST
        assert reference_wage([HIGHEST - step] * months, average=AVERAGE) == HIGHEST - step

    def test_a_limit_that_never_ends(self) -> None:
        """60 % of 107,581 / 12 is 5,379.05 exactly; 60 % of 100,001 / 12 does not end and is kept at 60 digits."""
        assert reference_wage([0], average=AverageWage(107581, "on_post", 2022)) == Decimal("5379.05")
        wage = reference_wage([0], average=AverageWage("100001.01", "on_post", 2022))
        assert abs(Fraction(wage) - Fraction(10000101, 2000)) == 0
        wage = reference_wage([0, 0, "29999.99"], average=AverageWage("100000", "on_post", 2022))
        assert 0 < abs(Fraction(wage) - Fraction(2999999, 300)) < Fraction(1, 10**55)

    def test_one_fen_in_one_of_twelve_months(self) -> None:
        """One fen less in one month of twelve brings the mean below the limit, and is lifted to it."""
        average = AverageWage(120_000, "on_post", 2020)
        at_limit = [Decimal(6000)] * 12
        assert reference_wage(at_limit, average=average) == 6000
        assert reference_wage([*at_limit[1:], Decimal("5999.99")], average=average) == 6000
        above = reference_wage([*at_limit[1:], Decimal("6000.01")], average=average)
        assert 0 < above - 6000 < FEN

    @given(monthly=wages, average=averages)
    def test_as_the_fraction_says(self, monthly: list[Decimal], average: AverageWage) -> None:
        """The wage, and 27 months of it, round to the fen as exact fractions do."""
        wage = reference_wage(monthly, average=average)
        exact = oracle(monthly, average)
        assert to_fen(wage) == fen_of(exact)
        assert to_fen(times(wage, 27)) == fen_of(27 * exact)

    @given(monthly=wages, average=averages)
    def test_idempotent(self, monthly: list[Decimal], average: AverageWage) -> None:
        """A wage within its limits, of whole tenths of a fen, is its own reference wage."""
        wage = reference_wage(monthly, average=average).quantize(Decimal("0.0000000001"))
        again = reference_wage([wage], average=average)
        assert to_fen(again) == to_fen(wage)
        assert abs(again - wage) < Decimal("0.000000001")

    @given(monthly=wages, average=averages, place=st.integers(0, 11), more=amounts)
    def test_monotone(self, monthly: list[Decimal], average: AverageWage, place: int, more: Decimal) -> None:
        """A higher wage in any month, or a higher average, never makes the reference wage smaller."""
        place %= len(monthly)
        raised = [wage + more if position == place else wage for position, wage in enumerate(monthly)]
        wage = reference_wage(monthly, average=average)
        assert reference_wage(raised, average=average) >= wage
        higher = attrs.evolve(average, yuan_per_year=average.yuan_per_year + more)
        low = Fraction(average.yuan_per_year) / 20 <= Fraction(sum(monthly)) / len(monthly)
        assert not low or reference_wage(monthly, average=higher) >= wage

    @given(monthly=wages, average=averages, data=st.data())
    def test_order_does_not_matter(self, monthly: list[Decimal], average: AverageWage, data: st.DataObject) -> None:
        """The months may come in any order."""
        shuffled = data.draw(st.permutations(monthly))
        assert reference_wage(shuffled, average=average) == reference_wage(monthly, average=average)

    def test_limits_are_figures_of_the_law(self) -> None:
        """A reform that moves a limit moves the wage, from its first day on."""
        source = Text(zh="改革", en="reform")
        law = LAW.with_figure("reference_wage_floor", Entry(date(2020, 1, 1), Rate.percent(70), source))
        law = law.with_figure("reference_wage_ceiling", Entry(date(2020, 1, 1), Rate.percent(200), source))
        law = law.with_figure("reference_wage_months", Entry(date(2020, 1, 1), 6, source))
        before, after = (AverageWage(120_000, "on_post", year) for year in (2018, 2019))
        assert [reference_wage([1], average=one, law=law) for one in (before, after)] == [6000, 7000]
        assert [reference_wage([99999], average=one, law=law) for one in (before, after)] == [30000, 20000]
        assert reference_wage([8000] * 12, average=before, law=law) == 8000
        with pytest.raises(InvalidFactError, match="6 months at the most"):
            reference_wage([8000] * 12, average=after, law=law)


@pytest.mark.clause("REG-64")
class TestMonths:
    """Up to 12 months before the injury."""

    def test_fewer_months_take_their_mean_with_a_caution(self) -> None:
        """The mean of fewer than 12 months is taken, which is practice and said so; 12 carry no caution."""
        few = explain(reference_wage, [3000, 3001], average=AVERAGE)
        assert few.outcome == Decimal("3000.5")
        [caution] = few.cautions
        assert caution.en.startswith("wages of 2 months only")
        assert caution.zh.startswith("只有2个月的工资")
        eleven = explain(reference_wage, [3000] * 11, average=AVERAGE)
        assert len(eleven.cautions) == 1
        assert explain(reference_wage, [3000] * 12, average=AVERAGE).cautions == ()

    def test_a_month_without_wages_counts(self) -> None:
        """A month of zero is a month."""
        assert reference_wage([0, 7000], average=AVERAGE) == 3500

    @pytest.mark.parametrize("months", [0, 13, 24])
    def test_none_or_too_many(self, months: int) -> None:
        """No month and more than 12 are refused."""
        with pytest.raises(InvalidFactError, match=r"reference_wage\.monthly_wages must hold"):
            reference_wage([3000] * months, average=AVERAGE)

    @pytest.mark.parametrize("wage", [-1, Decimal("-0.01"), 3000.0, "many", None, True, Decimal("NaN")])
    def test_no_amount(self, wage: object) -> None:
        """A negative wage, a float and what is no amount are refused, by their place."""
        with pytest.raises(InvalidFactError, match=r"reference_wage\.monthly_wages\[1\] must"):
            reference_wage([3000, cast("int", wage)], average=AVERAGE)

    @pytest.mark.parametrize("given_wages", ["3000", 3000, b"3000", None])
    def test_no_sequence(self, given_wages: object) -> None:
        """A single number or text is no sequence of wages."""
        with pytest.raises(InvalidFactError, match="must be a sequence of monthly amounts"):
            reference_wage(cast("list[int]", given_wages), average=AVERAGE)

    def test_an_average_must_be_one(self) -> None:
        """An average is a record, not a number."""
        with pytest.raises(InvalidFactError, match=r"reference_wage\.average must be of type AverageWage"):
            reference_wage([3000], average=cast("AverageWage", 3903))

    def test_a_generator_is_read_once(self) -> None:
        """Wages may come from anything that can be gone through."""
        assert reference_wage((wage for wage in (3000, 4000)), average=AVERAGE) == 3500


class TestInForce:
    """The limits stand in the revised Regulation."""

    def test_average_of_2010_and_before(self) -> None:
        """An average of 2010 is used in 2011, under the revised Regulation; one of 2009 before it, and is refused."""
        assert reference_wage([3000], average=AverageWage(36000, "on_post", 2010)) == 3000
        with pytest.raises(NotInForceError, match="2011-01-01"):
            reference_wage([3000], average=AverageWage(36000, "on_post", 2009))


def test_explaining_changes_nothing() -> None:
    """The explained wage is the wage, and both limits are told."""
    explained = explain(reference_wage, [1500], average=AVERAGE)
    assert explained.outcome == reference_wage([1500], average=AVERAGE)
    assert {"mean_wage", "lowest_wage", "highest_wage"} <= {step.name for step in explained.steps}
    assert "monthly wages" in explained.text("en")
    assert "本人工资" in explained.text("zh")


@pytest.mark.clause("RSF49-pooling", "REG-64")
class TestPoolingArea:
    """What limits an own wage: Nanning's average until 2023-06-30, the region's of the same series after it."""

    @pytest.mark.parametrize(
        ("series", "injured_on", "year", "floor", "area"),
        [
            ("on_post", date(2023, 6, 30), 2022, "5379.05", AverageArea.CITY),  # 107,581 / 12
            ("on_post", date(2023, 7, 1), 2022, "4738.30", AverageArea.REGION),  # 94,766 / 12
            ("non_private", date(2023, 6, 30), 2022, "5187.75", AverageArea.CITY),  # 103,755 / 12
            ("full_scope", date(2024, 3, 5), 2023, "4053.50", AverageArea.REGION),  # 81,070 / 12
        ],
    )
    def test_the_day_of_the_injury_decides(
        self, series: str, injured_on: date, year: int, floor: str, area: AverageArea
    ) -> None:
        """Twelve wages of 3,000 are lifted to 60 % of the area's average; the base says whose it was."""
        average = city_average(series, injured_on=injured_on)
        assert average.year == year
        base = benefit_base([3000] * 12, average=average, injured_on=injured_on)
        assert (to_fen(base.amount), base.origin) == (Decimal(floor), BaseOrigin.RAISED)
        assert (base.average.area, base.average.year, base.average.series) == (area, year, average.series)
        assert reference_wage([3000] * 12, average=average, injured_on=injured_on) == base.amount

    def test_without_a_day_the_year_decides(self) -> None:
        """Nanning's average of 2022 is used from 2023-01-01 on, that of 2023 by the region's pool."""
        floors = [
            to_fen(reference_wage([0], average=AverageWage(120_000, "nanning_on_post", year))) for year in (2022, 2023)
        ]
        assert floors == [Decimal("6000.00"), Decimal("4940.35")]

    def test_the_fall_back_is_nannings_in_every_year(self) -> None:
        """Where the own wage is hard to use Nanning's average stands in, also for an injury of 2024."""
        average = city_average("on_post", injured_on=date(2024, 3, 5))
        base = benefit_base(None, average=average, injured_on=date(2024, 3, 5))
        assert (base.average, base.average.area) == (average, AverageArea.CITY)
        assert to_fen(base.amount) == Decimal("9375.08")  # 112,501 / 12

    def test_an_average_of_no_area_stands(self) -> None:
        """What the caller gave without an area is taken, with a caution from 2023-07-01 on."""
        given = AverageWage(120_000, "on_post", 2022)
        for day, cautions in ((date(2023, 6, 30), 0), (date(2023, 7, 1), 1)):
            asked = explain(benefit_base, [3000] * 12, average=given, injured_on=day)
            assert asked.outcome.average == given
            assert sum("whose the average is" in one.en for one in set(asked.cautions)) == cautions

    def test_an_average_of_the_region_stands(self) -> None:
        """The region's average that the caller gave is taken before and after, without a caution."""
        given = AverageWage(120_000, "guangxi_on_post", 2022)
        for day in (date(2023, 6, 30), date(2023, 7, 1)):
            asked = explain(benefit_base, [3000] * 12, average=given, injured_on=day)
            assert told(asked.outcome.average, asked.outcome.amount, asked.cautions) == (given, 6000, ())

    def test_the_change_is_a_caution(self) -> None:
        """The answer says that the region's average took the place of Nanning's, and only where it did."""
        for day, is_told in ((date(2023, 6, 30), False), (date(2023, 7, 1), True)):
            average = city_average("on_post", injured_on=day)
            asked = explain(reference_wage, [3000] * 12, average=average, injured_on=day)
            assert any("not from Nanning's" in one.en for one in asked.cautions) is is_told

    def test_a_year_of_the_region_that_nobody_published(self) -> None:
        """The region's figure is never made up from Nanning's: the refusal says what to supply."""
        with pytest.raises(NotInForceError, match="guangxi_on_post"):
            reference_wage([3000], average=AverageWage(120_000, "nanning_on_post", 2024))

    @given(st.sampled_from(["on_post", "non_private"]), st.dates(date(2016, 1, 1), date(2024, 12, 31)), wages)
    def test_an_origin_is_what_the_limits_say(self, series: str, day: date, monthly: list[Decimal]) -> None:
        """Raised is below the mean's floor, cut above its ceiling, and else the own wage itself."""
        average = AverageWage(100_000, f"guangxi_{series}", day.year - 1)
        base = benefit_base(monthly, average=average, injured_on=day)
        own, usual = sum((Fraction(one) for one in monthly), Fraction()) / len(monthly), Fraction(100_000, 12)
        expected = BaseOrigin.RAISED if own < usual * 3 / 5 else BaseOrigin.CUT if own > usual * 3 else None
        assert base.origin is (expected or BaseOrigin.OWN_WAGE)


def test_an_average_is_used_from_new_year_on() -> None:
    """Of the year after its own, whose floor and ceiling of that day hold."""
    assert day_of(AverageWage(94_766, "on_post", 2022)) == date(2023, 1, 1)
