"""The progress report: its money, its hard checks, its findings, cities and quarters added up."""

from decimal import Decimal
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.couriers import (
    Report,
    ReportingPeriod,
    WanYuan,
    cities_without_report,
    quarter_report,
    region_table,
    report_findings,
    reporting_periods,
    series_findings,
)
from gxinjury.couriers.report import COUNTED
from gxinjury.law.campaign import CITIES as ALL_CITIES
from gxinjury.periods import Period

MONTHS = reporting_periods(2022)
SOUND = Report("南宁市", MONTHS[8], 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"))


@pytest.mark.clause("GX-A")
class TestWanYuan:
    """万元: units of 10,000 yuan, kept apart from yuan."""

    def test_worked_case_c6(self) -> None:
        """C6: 123,456.78 yuan are 12.345678 万元, shown as 12.35."""
        paid = WanYuan.of_yuan("123456.78")
        assert paid.number == Decimal("12.345678")
        assert str(paid) == "12.35"
        assert repr(paid) == "WanYuan('12.345678')"
        assert paid.yuan == Decimal("123456.78")

    @given(st.integers(0, 10**13))
    def test_there_and_back(self, fen: int) -> None:
        """Turned into 万元 and back, an amount is what it was."""
        yuan = Decimal(fen).scaleb(-2)
        assert WanYuan.of_yuan(yuan).yuan == yuan

    @pytest.mark.parametrize("bad", [1.5, -1, "Infinity", None, True])
    def test_bad_amounts(self, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """Floats, negative and infinite amounts are refused, in either unit."""
        with pytest.raises(InvalidFactError, match=r"WanYuan\.number must"):
            WanYuan(bad)
        with pytest.raises(InvalidFactError, match=r"WanYuan\.yuan must"):
            WanYuan.of_yuan(bad)


@pytest.mark.clause("GX-A")
class TestLine:
    """Hard checks are errors; what the form allows for a reason is a finding."""

    @pytest.mark.parametrize("column", COUNTED)
    @pytest.mark.parametrize("bad", [-1, 1.5, "7", True])
    def test_counts(self, column: str, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """What is counted is a whole number of at least zero."""
        with pytest.raises(InvalidFactError, match=rf"Report\.{column} must be a whole number of at least zero"):
            attrs.evolve(SOUND, **{column: bad})

    @pytest.mark.parametrize(
        ("column", "bad"), [("city", ""), ("period", "2022-09"), ("benefits_paid", Decimal(12)), ("note", None)]
    )
    def test_other_columns(self, column: str, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """The money has to come in 万元 by its type."""
        with pytest.raises(InvalidFactError, match=rf"Report\.{column} must be"):
            attrs.evolve(SOUND, **{column: bad})

    def test_note_is_discreet(self) -> None:
        """A resident id in a note is masked where the line is shown, and kept where it is read."""
        noted = attrs.evolve(SOUND, note="补缴 450103198001011233")
        assert "4501************33" in repr(noted)
        assert "450103198001011233" not in repr(noted)
        assert noted.note == "补缴 450103198001011233"

    def test_sound(self) -> None:
        """A line that adds up has no finding."""
        assert SOUND.findings == ()

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"units_should": 139}, "more_enrolled_than_should"),
            ({"persons_enrolled": 0, "persons_paying": 0}, "units_without_persons"),
            ({"units_enrolled": 0}, "persons_without_units"),
            ({"persons_enrolled": 139, "persons_paying": 0}, "fewer_persons_than_units"),
            ({"persons_paying": 1801}, "more_paying_than_enrolled"),
            ({"injuries_determined": 13}, "more_determined_than_filed"),
            ({"persons_receiving": 10}, "more_receiving_than_determined"),
            ({"persons_receiving": 0}, "money_without_persons"),
            ({"benefits_paid": WanYuan(0)}, "persons_without_money"),
            ({"benefits_paid": WanYuan("1400.01")}, "money_looks_like_yuan"),
        ],
    )
    def test_each_finding(self, change: dict[str, Any], code: str) -> None:
        """Each oddity is found by itself, with city and period."""
        (found,) = report_findings(attrs.evolve(SOUND, **change))
        assert (found.code, found["city"], found["period"], str(found.clause)) == (code, "南宁市", "2022-09", "GX-A")

    @pytest.mark.parametrize(
        "change",
        [
            {"units_should": 140},
            {"persons_enrolled": 140, "persons_paying": 140},
            {"persons_paying": 1800},
            {"injuries_determined": 12},
            {"persons_receiving": 9},
            {"benefits_paid": WanYuan("1400.00")},
            {"persons_receiving": 0, "benefits_paid": WanYuan(0)},
            {"units_enrolled": 0, "persons_enrolled": 0, "persons_paying": 0},
        ],
    )
    def test_other_side(self, change: dict[str, Any]) -> None:
        """On the other side of each boundary there is nothing to find."""
        assert report_findings(attrs.evolve(SOUND, **change)) == ()


def reports(city: str) -> st.SearchStrategy[Report]:
    """Return sound and odd lines of a city for September 2022."""
    counts = st.integers(0, 10_000)
    money = st.integers(0, 10**9).map(lambda fen: WanYuan.of_yuan(Decimal(fen).scaleb(-2)))
    return st.builds(
        Report,
        city=st.just(city),
        period=st.just(MONTHS[8]),
        benefits_paid=money,
        note=st.just(""),
        **dict.fromkeys(COUNTED, counts),
    )


CITIES = ("南宁市", "柳州市", "桂林市", "梧州市")


@pytest.mark.clause("GX-A")
class TestRegion:
    """Cities add up to the region."""

    @given(st.tuples(*(reports(city) for city in CITIES)), st.randoms(use_true_random=False))
    def test_sums(self, lines: tuple[Report, ...], shuffle: Random) -> None:
        """Each column is the sum of the cities', in whatever order they came."""
        in_disorder = list(lines)
        shuffle.shuffle(in_disorder)
        table = region_table(in_disorder)
        assert table == region_table(lines)
        for column in COUNTED:
            assert getattr(table.total, column) == sum(getattr(line, column) for line in lines)
        assert table.total.benefits_paid.yuan == sum(line.benefits_paid.yuan for line in lines)
        assert len(table.findings) == sum(len(line.findings) for line in lines)

    @given(st.tuples(*(reports(city) for city in CITIES)))
    def test_grouping(self, lines: tuple[Report, ...]) -> None:
        """Added up in two groups first, the cities come to the same total."""
        halves = [region_table(lines[:2], region="东").total, region_table(lines[2:], region="西").total]
        assert region_table(halves).total == region_table(lines).total

    def test_coverage(self) -> None:
        """The region's coverage is of its totals; nothing to enrol leaves it undefined."""
        assert str(region_table([SOUND]).coverage) == "70.00% (140/200)"
        nothing = attrs.evolve(SOUND, units_should=0)
        assert region_table([nothing]).coverage is None

    @pytest.mark.parametrize(
        ("lines", "rule"),
        [
            ([], "must hold at least one report"),
            ([SOUND, SOUND], "must be the only report of its city and period, got '南宁市 2022-09'"),
            ([SOUND, attrs.evolve(SOUND, city="柳州市", period=MONTHS[7])], "must be of one and the same period"),
            (["x"], "must be of type Report"),
        ],
    )
    def test_bad_lines(self, lines: list[Any], rule: str) -> None:
        """None at all, a city twice and two periods are refused by name."""
        with pytest.raises(InvalidFactError, match=rf"region_table\.reports(\[0\])? {rule}"):
            region_table(lines)


def quarter() -> list[Report]:
    """Return July, August and September of a city."""
    return [
        attrs.evolve(SOUND, period=MONTHS[6 + step], units_enrolled=100 + 20 * step, injuries_filed=10 + step)
        for step in range(3)
    ]


@pytest.mark.clause("GX-A")
class TestQuarter:
    """Months add up to a quarter in columns of the period; columns that run on take the last month."""

    def test_columns(self) -> None:
        """What is cumulative is the caller's to say."""
        added = quarter_report(quarter()[::-1], cumulative=["units_enrolled"])
        assert (str(added.period), added.units_enrolled, added.injuries_filed) == ("2022Q3", 140, 33)
        assert added.benefits_paid == WanYuan("37.037034")
        kept = quarter_report(quarter(), cumulative=["benefits_paid"])
        assert (kept.benefits_paid, kept.units_enrolled) == (SOUND.benefits_paid, 360)

    @pytest.mark.parametrize(
        "months",
        [
            [],
            quarter()[:2],
            [*quarter(), quarter()[0]],
            [attrs.evolve(SOUND, period=MONTHS[step]) for step in (7, 8, 9)],
            [*quarter()[:2], attrs.evolve(quarter()[2], city="柳州市")],
            *([attrs.evolve(SOUND, period=month)] for month in MONTHS),
            [attrs.evolve(SOUND, period=ReportingPeriod(2022, 7, 3))],
        ],
    )
    def test_no_quarter(self, months: list[Report]) -> None:
        """Anything but the three months of one quarter of one city is refused."""
        with pytest.raises(InvalidFactError, match="must be the three months of one quarter of one city"):
            quarter_report(months, cumulative=[])

    @pytest.mark.parametrize("first", [1, 4, 7, 10])
    def test_the_quarter_of_a_month(self, first: int) -> None:
        """Its three months make each quarter; those from its second or third month on make none."""
        added = quarter_report(
            [attrs.evolve(SOUND, period=month) for month in MONTHS[first - 1 : first + 2]], cumulative=[]
        )
        assert added.period == ReportingPeriod(2022, first, 3)
        for later in range(first + 1, min(first + 3, 11)):
            months = [attrs.evolve(SOUND, period=month) for month in MONTHS[later - 1 : later + 2]]
            with pytest.raises(InvalidFactError, match=r"quarter_report\.months must be the three months"):
                quarter_report(months, cumulative=[])

    def test_a_quarter_runs_over_no_year(self) -> None:
        """November, December and January make no quarter, and the refusal tells which reports were given."""
        over = [attrs.evolve(SOUND, period=ReportingPeriod(*month, 1)) for month in ((2022, 11), (2022, 12), (2023, 1))]
        given_ = r"got '南宁市 2022-11, 南宁市 2022-12, 南宁市 2023-01'"
        with pytest.raises(InvalidFactError, match=rf"quarter_report\.months must be the three months.*{given_}"):
            quarter_report(over, cumulative=[])

    def test_unknown_column(self) -> None:
        """A name that is no column is refused."""
        with pytest.raises(InvalidFactError, match=r"must be columns of the table.*got 'note'"):
            quarter_report(quarter(), cumulative=["note"])


@pytest.mark.clause("GX-4.1.2")
def test_series_of_cities() -> None:
    """A gap is told with its city, in the order of the cities, in both languages."""
    lines = [
        *(attrs.evolve(SOUND, period=MONTHS[month]) for month in (0, 2)),
        *(attrs.evolve(SOUND, city="柳州市", period=MONTHS[month]) for month in (3, 4)),
    ]
    (found,) = series_findings(lines)
    assert (found.code, str(found.clause)) == ("of_city", "GX-4.1.2")
    assert found.message.en == "南宁市: a period is missing: 2022-02-01..2022-02-28"
    assert found.message.zh == "南宁市：填报期缺失：2022-02-01..2022-02-28"


@pytest.mark.clause("GX-4.1.2")
def test_series_within() -> None:
    """Held against the days of all reports, a city that stopped reporting is found as well."""
    lines = [
        *(attrs.evolve(SOUND, period=MONTHS[month]) for month in (0, 1, 2)),
        *(attrs.evolve(SOUND, city="柳州市", period=MONTHS[month]) for month in (0, 1)),
    ]
    assert series_findings(lines) == ()
    found = series_findings(lines, within=Period(MONTHS[0].first, MONTHS[2].last))
    assert [one.message.en for one in found] == ["柳州市: a period is missing: 2022-03-01..2022-03-31"]


@pytest.mark.clause("GX-4.1.2")
@given(st.permutations([(city, month) for city in ("柳州市", "南宁市", "桂林市") for month in (0, 2)]))
def test_series_in_any_order(filed: list[tuple[str, int]]) -> None:
    """In whatever order the reports came, the cities stand in the order of their names, each with its gap."""
    found = series_findings([attrs.evolve(SOUND, city=city, period=MONTHS[month]) for city, month in filed])
    assert [(one.code, str(one.clause), one["city"]) for one in found] == [
        ("of_city", "GX-4.1.2", city) for city in ("南宁市", "柳州市", "桂林市")
    ]
    assert {one.message.en.partition(": ")[2] for one in found} == {"a period is missing: 2022-02-01..2022-02-28"}


@pytest.mark.clause("GX-4.1.2")
class TestCities:
    """Each of the fourteen cities files."""

    def test_fourteen(self) -> None:
        """There are fourteen, each once."""
        assert len({city.zh for city in ALL_CITIES}) == len({city.en for city in ALL_CITIES}) == 14

    @given(st.sets(st.sampled_from([city.zh for city in ALL_CITIES])))
    def test_the_others_are_named(self, heard: set[str]) -> None:
        """Those that did not report are named; a table of other places is not held against the fourteen."""
        found = cities_without_report([*heard, "青秀区"])
        if not heard or len(heard) == 14:
            assert found == ()
        else:
            assert [(one.code, str(one.clause)) for one in found] == [("city_without_report", "GX-4.1.2")]
            assert found[0]["missing"] == tuple(city for city in ALL_CITIES if city.zh not in heard)
            assert "青秀区" not in found[0].message.zh

    def test_bad_cities(self) -> None:
        """What is no text is named with its place."""
        with pytest.raises(InvalidFactError, match=r"cities_without_report\.cities\[0\] must be of type str"):
            cities_without_report([1])  # type: ignore[list-item]  # the slip under test
