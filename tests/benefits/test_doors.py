"""The doors of the room: what each question and record refuses, by the name of the fact."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from inspect import Parameter, signature
from typing import Any, Final

import attrs
import pytest

from gxinjury import LAW, InvalidFactError
from gxinjury.benefits import (
    AverageArea,
    AverageWage,
    Benefit,
    BenefitLine,
    CareDependency,
    Conclusion,
    Death,
    Dependant,
    DependantKind,
    Disappearance,
    Injury,
    InjuryCourse,
    Payer,
    Receipt,
    Rhythm,
    StopGround,
    Termination,
    TerminationGround,
    bearer_when_not_enrolled,
    benefit_base,
    benefits_on_recurrence,
    city_average,
    dependants_pension,
    disability_allowance,
    domestic_relation,
    grade_on,
    over_age_covered,
    paid_injury_leave,
    pension_spans,
    reference_wage,
    region_average,
    settle_injury,
    surcharge,
    termination_subsidies,
)
from gxinjury.facts import Yuan
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import CareRates
from gxinjury.money import Rate
from gxinjury.periods import Period
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.bad_input import NOT_DAYS, refused
from tests.benefits.drawn import told

HURT: Final = date(2016, 3, 1)
AVERAGE: Final = AverageWage(120_000, "on_post", 2019)
MOTHER: Final = Dependant("mother", DependantKind.OTHER)


def _injury(field: str, value: Any) -> Injury:  # noqa: ANN401  (bad input)
    facts: dict[str, Any] = {"injured_on": HURT, field: value}
    return Injury(**facts)


def _city_average(field: str, value: Any) -> AverageWage:  # noqa: ANN401  (bad input)
    facts: dict[str, Any] = {"injured_on": HURT, field: value}
    return city_average("on_post", **facts)


def _child(field: str, value: Any) -> Dependant:  # noqa: ANN401  (bad input)
    facts: dict[str, Any] = {"name": "a", "kind": DependantKind.CHILD, field: value}
    return Dependant(**facts)


DAYS: Final[dict[tuple[str, str], Callable[[Any], object]]] = {
    ("city_average", "injured_on"): lambda day: city_average("on_post", injured_on=day),
    **{("city_average", field): partial(_city_average, field) for field in ("assessed_on", "determined_on", "paid_on")},
    ("reference_wage", "injured_on"): lambda day: reference_wage([1], average=AVERAGE, injured_on=day),
    ("benefit_base", "injured_on"): lambda day: benefit_base(None, average=AVERAGE, injured_on=day),
    ("grade_on", "day"): lambda day: grade_on([Conclusion(grade=7, made_on=HURT)], day),
    ("Conclusion", "made_on"): lambda day: Conclusion(grade=7, made_on=day),
    **{
        ("Injury", field): partial(_injury, field)
        for field in ("injured_on", "determined_on", "graded_on", "retires_on", "completed_on", "stopped_on")
    },
    **{("Dependant", field): partial(_child, field) for field in ("first", "last", "born_on")},
    ("dependants_pension", "pension_from"): lambda day: pension_spans([MOTHER], 5000, pension_from=day),
    ("paid_injury_leave", "injured_on"): lambda day: paid_injury_leave(day, months=1),
    ("paid_injury_leave", "graded_on"): lambda day: paid_injury_leave(HURT, months=1, graded_on=day),
    ("surcharge", "defaulted_on"): lambda day: surcharge(1, defaulted_on=day, paid_on=HURT),
    ("surcharge", "paid_on"): lambda day: surcharge(1, defaulted_on=HURT, paid_on=day),
    ("bearer_when_not_enrolled", "arising_on"): bearer_when_not_enrolled,
    ("bearer_when_not_enrolled", "paid_up_on"): lambda day: bearer_when_not_enrolled(HURT, paid_up_on=day),
}
FLAGS: Final[dict[tuple[str, str], Callable[[Any], object]]] = {
    ("benefits_on_recurrence", "treatment_confirmed"): lambda flag: benefits_on_recurrence(treatment_confirmed=flag),
    ("domestic_relation", "insured_abroad"): lambda flag: domestic_relation(insured_abroad=flag),
    ("over_age_covered", "project_enrolled"): lambda flag: over_age_covered(project_enrolled=flag),
    ("Dependant", "unable_to_work"): lambda flag: Dependant("a", DependantKind.CHILD, unable_to_work=flag),
    **{
        ("Injury", field): partial(_injury, field)
        for field in ("divide_pension", "commuted", "old_wound", "project_worker", "enrolled", "insured_abroad")
    },
}


@pytest.mark.parametrize(("record", "field"), DAYS)
@pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
def test_days(record: str, field: str, value: object, rule: str) -> None:
    """What is no day is refused by its name."""
    with refused(record, field, rule):
        DAYS[record, field](value)


@pytest.mark.parametrize(("record", "field"), FLAGS)
@pytest.mark.parametrize("value", ["no", 1, 0, None])
def test_flags(record: str, field: str, value: object) -> None:
    """What is not True or False by type is refused by its name."""
    with refused(record, field, "must be True or False"):
        FLAGS[record, field](value)


@pytest.mark.parametrize("months", ["3", 3.0, True, -1])
@pytest.mark.parametrize("field", ["months", "extension_months"])
def test_months_of_leave(field: str, months: object) -> None:
    """Months are a whole number of at least zero."""
    facts: dict[str, Any] = {"months": 1, field: months}
    with refused("paid_injury_leave", field, "must be a whole number of at least zero"):
        paid_injury_leave(HURT, **facts)


WRONG_FACTS: Final[list[tuple[dict[str, Any], str, str]]] = [
    ({"travel_meals": ["1"]}, "travel_meals[0]", "must be of type Receipt"),
    ({"travel_meals": "1"}, "travel_meals", "must be a sequence of Receipt"),
    ({"lodging": [1]}, "lodging[0]", "must be of type Receipt"),
    ({"stays": [1]}, "stays[0]", "must be of type Period"),
    ({"dependants": [1]}, "dependants[0]", "must be of type Dependant"),
    ({"termination": 1}, "termination", "must be of type Termination"),
    ({"death": 1}, "death", "must be of type Death"),
    ({"disappearance": True}, "disappearance", "must be of type Disappearance"),
    ({"care": "full"}, "care", "must be of type CareDependency"),
    ({"care_average": 1}, "care_average", "must be of type AverageWage"),
    ({"stop_ground": "lost"}, "stop_ground", "must be of type StopGround"),
    ({"third_party_paid": -1}, "third_party_paid", "must not be negative"),
    ({"third_party_paid": 0.5}, "third_party_paid", "must be an amount in yuan"),
    ({"wage_in_life": 0}, "wage_in_life", "must be above zero"),
    ({"wage_in_life": "-5000"}, "wage_in_life", "must be above zero"),
    (
        {"stopped_on": date(2016, 2, 29), "stop_ground": StopGround.CONDITIONS_LOST},
        "stopped_on",
        "must not be before injured_on (2016-03-01)",
    ),
    (
        {"disappearance": Disappearance(), "third_party_paid": 1},
        "third_party_paid",
        "must not be given for a missing worker",
    ),
]


@pytest.mark.parametrize(("facts", "field", "rule"), WRONG_FACTS)
def test_an_injury_with_a_wrong_fact(facts: dict[str, Any], field: str, rule: str) -> None:
    """A fact of the wrong type, size or day is refused by its name."""
    with refused("Injury", field, rule):
        Injury(injured_on=HURT, **facts)


@pytest.mark.parametrize("kind", [Injury, InjuryCourse, Termination, Death, Disappearance])
def test_facts_are_taken_by_name(kind: type) -> None:
    """Facts in a row would be read as one wishes; those that an injury has from its course are no others."""
    assert {one.kind for one in signature(kind).parameters.values()} == {Parameter.KEYWORD_ONLY}


def test_sequences_are_copied() -> None:
    """Lists become tuples, so that a list changed afterwards changes nothing."""
    stays, receipts, family = [Period(HURT, HURT)], [Receipt(HURT, 1)], [MOTHER]
    injury = Injury(injured_on=HURT, stays=stays, travel_meals=receipts, lodging=receipts, dependants=family)
    for given in (stays, receipts, family):
        given.clear()
    assert (injury.stays, injury.travel_meals, injury.lodging, injury.dependants) == (
        (Period(HURT, HURT),),
        (Receipt(HURT, 1),),
        (Receipt(HURT, 1),),
        (MOTHER,),
    )
    assert hash(injury)


@pytest.mark.clause("REG-64")
class TestWages:
    """Wages are amounts, and none is negative."""

    @pytest.mark.parametrize("wage", [-5000, "-0.01", Decimal(-1)])
    def test_negative_months(self, wage: Any) -> None:  # noqa: ANN401  (bad input)
        """A negative month is refused by its place, in a reference wage and in a base."""
        for ask in (reference_wage, benefit_base):
            with refused("reference_wage", "monthly_wages[1]", "must not be negative"):
                ask([3000, wage], average=AVERAGE)

    def test_no_sequence_of_wages(self) -> None:
        """One amount in place of a sequence is refused, in a reference wage and in a base."""
        given: list[Any] = ["3000", b"3000", 3000]
        for ask in (reference_wage, benefit_base):
            for wages in given:
                with refused("reference_wage", "monthly_wages", "must be a sequence of monthly amounts"):
                    ask(wages, average=AVERAGE)

    def test_a_sequence_that_can_be_read_once(self) -> None:
        """An iterator of wages is as good as a list."""
        assert benefit_base(iter([3000, 9000]), average=AVERAGE) == benefit_base([3000, 9000], average=AVERAGE)

    @pytest.mark.parametrize(
        "wage",
        [
            Decimal(10) / 3,
            Decimal(1) / 3 + 1,
            Decimal("1.000000000000"),
            Decimal("9.999999999999"),
            Decimal("999999999999998.333333333333"),
        ],
    )
    def test_a_wage_of_many_digits(self, wage: Decimal) -> None:
        """A wage below ten yuan may be exact to many digits too, as one above it may."""
        assert dependants_pension([MOTHER], wage).total == (wage * Decimal("0.3")).quantize(Decimal("0.01"))

    @pytest.mark.parametrize("wage", [Decimal(1) / 3, Decimal(0), Decimal(-10) / 3])
    def test_a_wage_below_a_yuan(self, wage: Decimal) -> None:
        """Below one yuan the usual digits are the limit, and at zero it is no wage."""
        with pytest.raises(InvalidFactError, match=r"dependants_pension\.wage must be"):
            dependants_pension([MOTHER], wage)

    def test_a_wage_that_is_too_large(self) -> None:
        """From ten to the fifteenth on it is refused as it was given, its digits masked as those of an id."""
        with pytest.raises(
            InvalidFactError, match=r"dependants_pension\.wage must be below 10\^15 yuan.*, got [0-9*]+\n"
        ):
            dependants_pension([MOTHER], Decimal(10**15))


class TestAverages:
    """An average wage and whose it is."""

    @pytest.mark.parametrize("area", ["city", "南宁市", 1, True])
    def test_no_area(self, area: Any) -> None:  # noqa: ANN401  (bad input)
        """What is no area is refused."""
        with refused("AverageWage", "area", "must be of type AverageArea"):
            AverageWage(1, "on_post", 2022, area)

    def test_an_area_told_goes_first(self) -> None:
        """The area that is told, else the one of the figure's name, else none."""
        assert AverageWage(1, "on_post", 2022).area is None
        assert AverageWage(1, "NANNING_ON_POST", 2022).area is AverageArea.CITY
        assert AverageWage(1, "guangxi_full_scope", 2022).area is AverageArea.REGION
        assert AverageWage(1, "guangxi_on_post", 2022, AverageArea.CITY).area is AverageArea.CITY
        assert AverageWage.of_month(1, "on_post", 2022, AverageArea.REGION).area is AverageArea.REGION
        assert AverageWage.of_month(1, "nanning_on_post", 2022).area is AverageArea.CITY

    @pytest.mark.parametrize("series", ["nanning_on_post", "private", "", None])
    def test_of_the_region(self, series: Any) -> None:  # noqa: ANN401  (bad input)
        """The city's series is none of the region's."""
        with refused("region_average", "series", "must be an AverageSeries"):
            region_average(series, year=2022)


class TestLines:
    """Lines and what they count."""

    def test_a_line_by_the_day_without_an_amount_counts_nothing(self) -> None:
        """Its days cannot be counted while the amount is open."""
        line = BenefitLine(
            Benefit.HOSPITAL_MEALS, None, Rhythm.PER_DAY, Payer.FUND, REG.clause("30"), HURT, date(2016, 3, 10)
        )
        assert line.counted is None
        assert attrs.evolve(line, amount=Yuan(Decimal(15))).counted == 150

    @pytest.mark.clause("REG-34")
    def test_the_care_rate_is_that_of_the_grading(self) -> None:
        """A rate of a later day moves neither the fee of an earlier grading nor its formula."""
        rates = CareRates(Rate.percent(60), Rate.percent(45), Rate.percent(35))
        law = LAW.with_figure("care_fee_rates", Entry(date(2022, 1, 11), rates, Text(zh="试", en="a trial")))
        for graded_on, rate, fee in ((date(2022, 1, 10), "50%", 2500), (date(2022, 1, 11), "60%", 3000)):
            injury = Injury(
                injured_on=date(2021, 3, 1),
                grade=1,
                graded_on=graded_on,
                care=CareDependency.FULL,
                care_average=AverageWage(60_000, "on_post", 2021),
            )
            [line] = settle_injury(injury, law=law).of(Benefit.CARE_FEE)
            assert told(line.amount, line.formula) == (fee, f"{rate} × 60,000.00 ÷ 12")


@pytest.mark.clause("REG-35", "REG-36", "REG-37")
class TestFindings:
    """What the allowance and the subsidies find, each under the clause of its grade."""

    @pytest.mark.parametrize(
        ("grade", "facts", "found"),
        [
            (2, {}, ["minimum_wage_not_compared REG-35"]),
            (2, {"minimum_wage": 1}, []),
            (5, {}, ["minimum_wage_not_compared REG-36", "suitable_post_unknown REG-36"]),
            (5, {"suitable_post": False}, ["minimum_wage_not_compared REG-36"]),
            (6, {"minimum_wage": 1}, ["suitable_post_unknown REG-36"]),
            (6, {"suitable_post": True}, ["suitable_post_found REG-36"]),
            (7, {}, ["no_allowance REG-37"]),
        ],
    )
    def test_allowance(self, grade: int, facts: dict[str, Any], found: list[str]) -> None:
        """Nothing that is found gets lost."""
        findings = disability_allowance(grade, 5000, **facts).findings
        assert [f"{one.code} {one.clause}" for one in findings] == found

    @pytest.mark.parametrize(
        ("grade", "facts", "found"),
        [
            (4, {}, ["relation_kept REG-35"]),
            (5, {"ground": TerminationGround.EXPIRY}, ["not_due_on_ground REG-36"]),
            (9, {"ground": TerminationGround.EXPIRY}, []),
            (9, {"retires_on": date(2021, 1, 1)}, ["needs_scale ORDER117-retirement"]),
            (9, {"retires_on": date(2020, 6, 1), "project_worker": True}, ["medical_only GZF62-retired"]),
        ],
    )
    def test_termination(self, grade: int, facts: dict[str, Any], found: list[str]) -> None:
        """Each finding cites its own clause."""
        findings = termination_subsidies(grade, 5000, ended_on=date(2020, 6, 1), average=AVERAGE, **facts).findings
        assert [f"{one.code} {one.clause}" for one in findings] == found


def test_a_scale_of_all_is_taken() -> None:
    """A hundred percent of the employment subsidy is all of it; a thousandth more is refused."""
    ended: dict[str, Any] = {"ended_on": date(2023, 1, 31), "ground": TerminationGround.OWN_WISH}
    assert Termination(**ended, scale=Rate.percent(100)).scale == Rate.percent(100)
    with refused("Termination", "scale", "must not be above 100%"):
        Termination(**ended, scale=Rate.percent("100.001"))
