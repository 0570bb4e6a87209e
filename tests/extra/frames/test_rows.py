"""Every row equals the scalar rule, on every engine, under every reading."""

import os
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from gxinjury import benefits, couriers, determination
from gxinjury.benefits import AverageSeries, AverageWage
from gxinjury.construction import Contract, CoverState, PriceChange, RosterChange, RosterChangeKind, SiteInjury
from gxinjury.construction import project_premium as scalar_premium
from gxinjury.construction import standing as scalar_standing
from gxinjury.construction.effective_days import effective_day as scalar_effective_day
from gxinjury.construction.effective_days import last_insured_day as scalar_last_day
from gxinjury.couriers.campaign import Counts, coverage_counted
from gxinjury.extra import frames
from gxinjury.facts import CHINA
from gxinjury.law import LAW, Law
from gxinjury.law.readings import (
    CoverageUnit,
    ElapsedTime,
    EmployerEnrolment,
    ExtensionLimit,
    InitialRoster,
    OnSiteUnlisted,
    PremiumBase,
    Reading,
    ReducedTerm,
    Reduction,
    RemovalEffect,
    ReportClock,
    SupplementInProgress,
    UnlistedDeemed,
    WhoIsInProgress,
)
from gxinjury.money import Rate, Share, to_fen
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import ENGINES, EXAMPLES, Row
from tests.extra.frames.second import day_numbers, fen, fens, or_null, told_twice, yuan

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

_HERE: Final = Text(zh="试", en="a trial")
every_engine = pytest.mark.parametrize("engine", ENGINES)


def rows_of(**facts: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Row]]:
    """Some dozens of rows at a time: an example of a frame is many examples of a rule."""
    return st.lists(st.fixed_dictionaries(facts), min_size=30, max_size=40)


def readings(*kinds: type[Reading]) -> st.SearchStrategy[tuple[Reading, ...]]:
    """Any combination of readings; told by their names, where a law would fill a page."""
    return st.tuples(*(st.sampled_from(list(kind)) for kind in kinds))


def reformed(law: Law, rate: Rate | None) -> Law:
    """The law with another rate from a day in 2017 on."""
    if rate is None:
        return law
    return law.with_figure("project_premium_rate", Entry(date(2017, 3, 1), rate, _HERE))


def try_hard(engine: str, test: Callable[..., None], *strategies: st.SearchStrategy[Any]) -> None:
    """Run a test on drawn frames, on fewer where an engine takes long to start."""
    tries = settings(
        max_examples=EXAMPLES.get(engine, 4),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        database=None,
        # The row that differs is named; to make the frame around it smaller says nothing more and takes long.
        phases=[Phase.generate],
    )
    trial = tries(given(*strategies)(test))
    if "CI" in os.environ:
        # The same in every run, and for each engine others.
        trial = seed(f"{engine}, {test.__qualname__}")(trial)
    trial()


RATES: Final = st.sampled_from(
    [None, None, Rate.per_mille("1.3").less(Rate.percent(50)), Rate.per_mille("1.209"), Rate.percent("12.34567")]
)
RELIEFS: Final = st.sampled_from([None, None, Rate.percent(50), Rate.percent(7), Rate.percent(100)])


@pytest.mark.parametrize("largest", [10**14, 10**12], ids=["every price", "prices below sixteen milliards"])
@every_engine
@pytest.mark.clause("NN-1.1.2", "NN-1.1.4")
def test_project_premium(engine: str, largest: int) -> None:
    """The initial premium, with bid prices, actual starts, relief and reformed rates."""
    kinds = {
        "price_fen": "whole",
        "bid_fen": "whole",
        "commencement": "day",
        "completion": "day",
        "paid_on": "day",
        "started_on": "day",
    }
    rows = rows_of(
        price_fen=or_null(fens(largest) | st.integers(-5, 0) | st.just(largest)),
        bid_fen=st.none() | fens(largest),
        commencement=or_null(day_numbers(date(2013, 6, 1), date(2019, 1, 1))),
        completion=or_null(day_numbers(date(2015, 6, 1), date(2021, 1, 1)) | st.just(date(2199, 12, 31))),
        paid_on=or_null(day_numbers(date(2014, 12, 1), date(2020, 7, 1))),
        started_on=st.none() | day_numbers(date(2014, 1, 1), date(2019, 1, 1)),
    )

    def test(rows: Sequence[Row], chosen: tuple[Reading, ...], rate: Rate | None, relief: Rate | None) -> None:
        asked = reformed(LAW.reading(*chosen), rate)

        def answer(row: Row) -> Row:
            bid = None if row["bid_fen"] is None else yuan(row["bid_fen"])
            contract = Contract(yuan(row["price_fen"]), row["commencement"], row["completion"], bid)
            started_on = row["started_on"]
            bill = scalar_premium(contract, paid_on=row["paid_on"], started_on=started_on, relief=relief, law=asked)
            return {"premium_fen": fen(bill.total)}

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.project_premium(
                frame, bid_price="bid_fen", started_on="started_on", relief=relief, on_invalid="flag", law=asked
            ),
            answer,
            needed=("price_fen", "commencement", "completion", "paid_on"),
        )

    try_hard(engine, test, rows, readings(ElapsedTime, ReducedTerm, WhoIsInProgress, PremiumBase), RATES, RELIEFS)


@every_engine
@pytest.mark.clause("NN-1.1.3")
def test_supplementary_premium(engine: str) -> None:
    """The line of each later change of price, refunds included."""
    needed = ("amount_fen", "agreed_on", "commencement", "completion", "paid_on")
    kinds = dict.fromkeys((*needed, "started_on"), "day") | {"amount_fen": "whole"}
    rows = rows_of(
        amount_fen=or_null(fens().flatmap(lambda one: st.sampled_from([one, -one])) | st.just(0)),
        agreed_on=or_null(day_numbers(date(2015, 1, 1), date(2019, 7, 1))),
        commencement=or_null(day_numbers(date(2015, 1, 1), date(2016, 6, 1))),
        completion=or_null(day_numbers(date(2016, 3, 1), date(2019, 1, 1))),
        paid_on=or_null(day_numbers(date(2015, 1, 1), date(2016, 2, 29))),
        started_on=st.none() | day_numbers(date(2014, 6, 1), date(2016, 9, 1)),
    )

    def test(rows: Sequence[Row], chosen: tuple[Reading, ...], relief: Rate | None) -> None:
        law = LAW.reading(*chosen)

        def answer(row: Row) -> Row:
            change = PriceChange(yuan(row["amount_fen"]), row["agreed_on"])
            contract = Contract(3 * 10**12, row["commencement"], row["completion"])
            bill = scalar_premium(
                contract,
                paid_on=row["paid_on"],
                started_on=row["started_on"],
                price_changes=[change],
                relief=relief,
                law=law,
            )
            return {"supplement_fen": sum(fen(line.amount) for line in bill.lines[1:])}

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.supplementary_premium(
                frame, started_on="started_on", relief=relief, on_invalid="flag", law=law
            ),
            answer,
            needed=needed,
        )

    kinds_read = readings(ElapsedTime, ReducedTerm, SupplementInProgress, Reduction)
    lawful = kinds_read.filter(lambda one: Reduction.NETTED not in one)
    try_hard(engine, test, rows, lawful, RELIEFS)


@every_engine
@pytest.mark.clause("NN-4.1", "NN-4.3")
def test_deadlines(engine: str) -> None:
    """The employer's limit with its extension, and the worker's year."""
    kinds = {"injured_on": "day", "extension": "whole"}
    rows = rows_of(
        injured_on=or_null(day_numbers(date(2010, 12, 1), date(2024, 12, 31))),
        extension=st.none() | st.integers(0, 65),
    )

    def test(rows: Sequence[Row], chosen: tuple[Reading, ...], months: int, strict: str) -> None:
        asked = LAW.reading(*chosen).with_figure("worker_filing_months", Entry(date(2019, 1, 1), months, _HERE))
        asked = asked.only_verified() if strict == "strict" else asked

        def answer(row: Row) -> Row:
            limit = determination.employer_deadline(row["injured_on"], extension_days=row["extension"] or 0, law=asked)
            return {"employer_deadline": limit.raw}

        def workers(row: Row) -> Row:
            return {"worker_deadline": determination.worker_deadline(row["injured_on"], law=asked).raw}

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.employer_deadline(frame, extension_days="extension", on_invalid="flag", law=asked),
            answer,
            needed=["injured_on"],
        )
        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.worker_deadline(frame, on_invalid="flag", law=asked),
            workers,
            needed=["injured_on"],
        )

    try_hard(
        engine,
        test,
        rows,
        readings(ExtensionLimit),
        st.sampled_from([1, 12, 13, 25]),
        st.sampled_from(["strict", "lenient"]),
    )


@every_engine
@pytest.mark.clause("NN-3.1.2")
def test_roster(engine: str) -> None:
    """When a report on the roster takes effect, and when one off it."""
    kinds = {"reported_on": "day", "paid_on": "day", "left_on": "day"}
    rows = rows_of(
        reported_on=or_null(day_numbers(date(2015, 1, 1), date(2016, 12, 31))),
        paid_on=or_null(day_numbers(date(2015, 1, 1), date(2016, 12, 31))),
        left_on=or_null(day_numbers(date(2015, 1, 1), date(2016, 12, 31))),
    )

    def test(rows: Sequence[Row], chosen: tuple[Reading, ...]) -> None:
        law = LAW.reading(*chosen)

        def added(row: Row) -> Row:
            change = RosterChange("张三", RosterChangeKind.ADD, row["reported_on"])
            return {"effective_on": scalar_effective_day(change, row["paid_on"], law)}

        def removed(row: Row) -> Row:
            change = RosterChange("张三", RosterChangeKind.REMOVE, row["reported_on"], row["left_on"])
            return {"last_insured_on": scalar_last_day(change, law)}

        payment = law.choice(InitialRoster) is InitialRoster.WITH_PAYMENT
        leaving = law.choice(RemovalEffect) is RemovalEffect.LEAVING_DAY
        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.effective_day(frame, paid_on="paid_on", on_invalid="flag", law=law),
            added,
            needed=["reported_on", *(["paid_on"] if payment else [])],
        )
        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.last_insured_day(frame, happened_on="left_on", on_invalid="flag", law=law),
            removed,
            needed=["reported_on", *(["left_on"] if leaving else [])],
        )

    try_hard(engine, test, rows, readings(InitialRoster, RemovalEffect))


@every_engine
@pytest.mark.clause("NN-3.2.0", "NN-3.2.1", "NN-3.2.2", "NN-3.2.3")
def test_standing(engine: str) -> None:
    """The whole table of NN-3.2, about the 48th hour and the first day of the notice too."""
    kinds = {
        "happened_at": "moment",
        "work_cause": "flag",
        "on_site": "flag",
        "enrolled": "flag",
        "cover": "text",
        "verified": "flag",
        "reported_at": "moment",
        "known_at": "moment",
        "enrolled_by_employer": "flag",
        "deemed": "flag",
    }
    bounds = [timedelta(hours=48), timedelta(hours=48, microseconds=1), timedelta(), timedelta(microseconds=-1)]
    rows = rows_of(
        happened_at=or_null(
            st.sampled_from(
                [
                    datetime(2014, 12, 31, 23, 59, 59, 999_999, CHINA),
                    datetime(2015, 1, 1, tzinfo=CHINA),
                    datetime(2016, 2, 28, 8, 30, 0, 1, CHINA),
                ]
            )
        ),
        work_cause=or_null(st.just(value=True) | st.booleans()),
        on_site=or_null(st.booleans()),
        enrolled=or_null(st.just(value=False) | st.booleans()),
        cover=or_null(st.just("COVERED") | st.sampled_from([one.name for one in CoverState])),
        verified=st.none() | st.none() | st.booleans(),
        reported_at=st.none() | st.sampled_from(bounds),
        known_at=st.none() | st.sampled_from(bounds[1:]),
        enrolled_by_employer=st.none() | st.booleans(),
        deemed=st.none() | st.booleans(),
    )

    def moved(row: Row) -> Row:
        happened = row["happened_at"] or datetime(2016, 1, 1, tzinfo=CHINA)
        later = {name: row[name] and happened + row[name] for name in ("reported_at", "known_at")}
        late = {name: happened if row[name] == timedelta() else later[name] for name in later}
        return {**row, **late}

    def test(drawn: Sequence[Row], chosen: tuple[Reading, ...]) -> None:
        law = LAW.reading(*chosen)

        def answer(row: Row) -> Row:
            flags = {name: bool(row[name]) for name in ("enrolled_by_employer", "deemed")}
            injury = SiteInjury(**{**row, "cover": CoverState[row["cover"]], **flags})
            return {"standing": scalar_standing(injury, law=law).name}

        told_twice(
            engine,
            [moved(row) for row in drawn],
            kinds,
            lambda frame: frames.standing(
                frame,
                verified="verified",
                reported_at="reported_at",
                known_at="known_at",
                enrolled_by_employer="enrolled_by_employer",
                deemed="deemed",
                on_invalid="flag",
                law=law,
            ),
            answer,
            needed=("happened_at", "work_cause", "on_site", "enrolled", "cover"),
        )

    try_hard(engine, test, rows, readings(OnSiteUnlisted, ReportClock, EmployerEnrolment, UnlistedDeemed))


AVERAGES: Final = st.sampled_from(
    [
        AverageWage.of_month("3903.83", "on_post", 2014),
        AverageWage(107581, "on_post", 2022),
        AverageWage("94766.01", "full_scope", 2023),
        AverageWage(112501, "nanning_on_post", 2023),
    ]
)


def exactly(row: Row, name: str) -> Fraction:
    """The exact amount of three columns, in yuan."""
    return Fraction(row[f"{name}_num"], row[f"{name}_den"] * 100)


@every_engine
@pytest.mark.clause("REG-35", "REG-36", "REG-37", "REG-64", "NN-5.2")
def test_base_and_benefits(engine: str) -> None:
    """The base, exact, and what is paid from it, rounded once."""
    kinds = {
        "wages_fen": "whole",
        "months": "whole",
        "grade": "whole",
        "minimum_fen": "whole",
        "suitable_post": "flag",
    }
    rows = rows_of(
        wages_fen=or_null(st.integers(-1, 12_000_000) | st.integers(0, 12 * 10**9)),
        months=or_null(st.integers(1, 12) | st.integers(0, 13)),
        grade=or_null(st.integers(1, 10) | st.integers(0, 11)),
        minimum_fen=st.none() | st.integers(140_000, 400_000),
        suitable_post=st.none() | st.booleans(),
    )

    def test(rows: Sequence[Row], average: AverageWage, floor: Rate | None) -> None:
        law = LAW
        if floor is not None:
            law = LAW.with_figure("reference_wage_floor", Entry(date(2012, 1, 1), floor, _HERE))

        def wages(row: Row) -> list[Decimal]:
            # Two wages that add up to the sum, of which there is no other limit than the months.
            months = row["months"]
            first = row["wages_fen"] // 2 if months > 1 else row["wages_fen"]
            rest = [row["wages_fen"] - first] if months > 1 else []
            return [yuan(one) for one in [first, *rest, *[0] * (months - 2)]][: max(months, 0)]

        def base(row: Row) -> Row:
            own = None if row["wages_fen"] is None and row["months"] is None else wages(row)
            found = benefits.benefit_base(own, average=average, law=law)
            return {"base_fen": fen(to_fen(found.amount)), "base_origin": found.origin.name}

        def reference(row: Row) -> Row:
            found = benefits.reference_wage(wages(row), average=average, law=law)
            return {"reference_wage_fen": fen(to_fen(found))}

        def both(row: Row) -> bool:
            return (row["wages_fen"] is None) == (row["months"] is None)

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.reference_wage(frame, average=average, on_invalid="flag", law=law),
            reference,
            needed=("wages_fen", "months"),
        )
        told_twice(
            engine,
            [row for row in rows if both(row)] or rows[:0],
            kinds,
            lambda frame: frames.benefit_base(frame, average=average, on_invalid="flag", law=law),
            base,
            needed=(),
        )

        def paid(row: Row) -> Row:
            wage = benefits.reference_wage(wages(row), average=average, law=law)
            lump_sum = benefits.lump_sum_disability_subsidy(row["grade"], wage, law=law)
            drawn = benefits.disability_allowance(
                row["grade"],
                wage,
                minimum_wage=None if row["minimum_fen"] is None else yuan(row["minimum_fen"]),
                suitable_post=row["suitable_post"],
                law=law,
            )
            return {
                "disability_subsidy_fen": fen(lump_sum),
                "allowance_fen": fen(drawn.amount),
                "top_up_fen": fen(drawn.top_up),
                "allowance_payer": drawn.payer and drawn.payer.name,
            }

        def question(frame: Any) -> Any:  # noqa: ANN401  (a frame of any engine)
            exact = ("reference_wage_num", "reference_wage_den")
            based = frames.reference_wage(frame, average=average, on_invalid="flag", law=law)
            summed = frames.lump_sum_disability_subsidy(based, wage=exact, on_invalid="flag", law=law)
            return frames.disability_allowance(
                summed,
                wage=exact,
                minimum_wage="minimum_fen",
                suitable_post="suitable_post",
                on_invalid="flag",
                law=law,
            )

        gradable = [row for row in rows if None not in (row["wages_fen"], row["months"], row["grade"])]
        answerable = [row for row in gradable if row["wages_fen"] >= 0 and 1 <= row["months"] <= 12]
        graded = [row for row in answerable if 1 <= row["grade"] <= 10]
        told_twice(engine, graded, kinds, question, paid, needed=())

    reforms = st.sampled_from([None, Rate.percent("55.5")])
    try_hard(engine, test, rows, AVERAGES, reforms)


@every_engine
@pytest.mark.clause("NN-5.2", "REG-64", "RSF49-pooling")
def test_base_of_the_year_before(engine: str) -> None:
    """The average of the year before each row's injury: a series, a column, or one whose area turns with the day."""
    kinds = {"wages_fen": "whole", "months": "whole", "injured_on": "day", "average_fen": "whole"}
    rows = rows_of(
        wages_fen=or_null(st.integers(0, 12 * 10**6)),
        months=or_null(st.integers(1, 12)),
        injured_on=or_null(day_numbers(date(2009, 12, 1), date(2027, 1, 31)) | st.just(date(2023, 7, 1))),
        average_fen=or_null(st.integers(1, 20_000_000)),
    )

    def test(rows: Sequence[Row], average: AverageWage | AverageSeries | None) -> None:
        def of_row(row: Row) -> AverageWage:
            if average is None:
                return AverageWage(yuan(row["average_fen"]), "on_post", row["injured_on"].year - 1)
            if isinstance(average, AverageWage):
                return average
            return benefits.city_average(average, injured_on=row["injured_on"])

        def answer(row: Row) -> Row:
            zeros = [yuan(0)] * ((row["months"] or 1) - 1)
            own = None if row["wages_fen"] is None else [yuan(row["wages_fen"]), *zeros]
            found = benefits.benefit_base(own, average=of_row(row), injured_on=row["injured_on"])
            return {"base_fen": fen(to_fen(found.amount)), "base_origin": found.origin.name}

        told_twice(
            engine,
            [row for row in rows if (row["wages_fen"] is None) == (row["months"] is None)] or rows[:0],
            kinds,
            lambda frame: frames.benefit_base(frame, average=average or "average_fen", on_invalid="flag"),
            answer,
            needed=["injured_on", *(["average_fen"] if average is None else [])],
        )

    try_hard(engine, test, rows, st.sampled_from([None, *AverageSeries]) | AVERAGES)


@every_engine
@pytest.mark.clause("RST101-premium", "GX-3.3")
def test_couriers(engine: str) -> None:
    """The premium by headcount, rounded once, and coverage by multiplication crosswise."""
    kinds = {
        "persons": "whole",
        "base_yuan": "yuan",
        "units_should": "whole",
        "units": "whole",
        "persons_should": "whole",
    }
    rows = rows_of(
        persons=or_null(st.integers(-1, 300) | st.integers(0, 10**7)),
        base_yuan=or_null((st.integers(0, 10**6) | st.integers(1, 10**10)).map(yuan)),
        units_should=or_null(st.integers(-1, 1000) | st.just(0)),
        units=or_null(st.integers(0, 1000)),
        persons_should=or_null(st.integers(0, 10**7)),
    )
    rates = st.sampled_from([Rate.percent("0.4"), Rate.percent("0.2"), Rate.percent("1.3577"), Rate.percent(100)])

    def test(rows: Sequence[Row], rate: Rate, relief: Rate | None, chosen: tuple[Reading, ...]) -> None:
        law = LAW.reading(*chosen)

        def premium(row: Row) -> Row:
            due = couriers.headcount_premium(
                persons=row["persons"], monthly_base=row["base_yuan"], rate=rate, relief=relief, law=law
            )
            return {"premium_fen": fen(due)}

        def covered(row: Row) -> Row:
            found = coverage_counted(
                Counts(row["units_should"], row["units"], row["persons_should"], row["persons"]), law
            )
            if found is None:
                return {"coverage_met": None, "coverage_left": 0, "coverage_hundredths": None}
            percent = to_fen(Share(found.enrolled, found.should_enrol).of(Decimal(100)))
            return {
                "coverage_met": found.meets(rate),
                "coverage_left": found.left,
                "coverage_hundredths": fen(percent),
            }

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.headcount_premium(
                frame, monthly_base="base_yuan", rate=rate, relief=relief, on_invalid="flag", law=law
            ),
            premium,
            needed=("persons", "base_yuan"),
        )
        by_persons = law.choice(CoverageUnit) is CoverageUnit.PERSONS
        told_twice(
            engine,
            [row for row in rows if None not in row.values() and row["persons"] >= 0 and row["units_should"] >= 0],
            kinds,
            lambda frame: frames.coverage(
                frame,
                should_enrol="units_should",
                enrolled="units",
                persons_should_enrol="persons_should",
                persons_enrolled="persons",
                target=rate,
                on_invalid="flag",
                law=law,
            ),
            covered,
            needed=("persons", "persons_should") if by_persons else ("units", "units_should"),
        )

    try_hard(engine, test, rows, rates, RELIEFS, readings(CoverageUnit))
