"""Benefits in a case file: what is read, what is wrong with it and where, there and back, and the answer as data."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest

from gxinjury.benefits import (
    AverageArea,
    AverageSeries,
    AverageWage,
    Benefit,
    BenefitLine,
    CareDependency,
    Death,
    DeathAnchor,
    Dependant,
    DependantKind,
    DisabilityGrade,
    Disappearance,
    Payer,
    Receipt,
    Rhythm,
    Settlement,
    StopGround,
    Termination,
    TerminationGround,
)
from gxinjury.benefits.findings import Findings, Needs, Refusals
from gxinjury.benefits.totals import dated_totals
from gxinjury.codec import FileError
from gxinjury.construction import BenefitFacts
from gxinjury.extra.cases.answer_data import assessment_data
from gxinjury.extra.cases.answers import assess_case, supplied_by
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.reading import structure_case, unstructure_case
from gxinjury.facts import Yuan
from gxinjury.law.clauses import REG
from gxinjury.money import Rate
from gxinjury.periods import Period
from gxinjury.texts import Text

CONTRACT: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
HURT: Final = {"worker": "张三", "happened_at": "2016-03-01T09:00:00+08:00", "work_cause": True, "on_site": True}
AN_AMOUNT: Final = 'must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands'
A_GRADE: Final = "benefits.grade must be a whole number from 1, the worst, to 10"
WHICH_DAY: Final = (
    "choose the day before whose year the death subsidy is counted: accident or death; if in doubt ask the agency"
)
STOP_GROUNDS: Final = "conditions_lost, assessment_refused, treatment_refused"
ID: Final = "450103198001011233"


def data(*benefits: dict[str, Any], **accident: object) -> dict[str, Any]:
    """Return the data of a file with an accident for each of the benefits."""
    injuries = [{**HURT, **accident, "benefits": one} for one in benefits]
    return {"contract": CONTRACT, "payments": [{"amount": 130000, "paid_on": "2015-10-08"}], "injuries": injuries}


def read(benefits: dict[str, Any], **accident: object) -> BenefitFacts:
    """Return the facts that a file with these benefits holds."""
    facts = structure_case(data(benefits, **accident)).case.accidents[0].benefits
    assert facts is not None
    return facts


def told(*benefits: dict[str, Any], **accident: object) -> list[str]:
    """Return the faults of a file with these benefits, what is read and what is asked, without the common path."""
    with pytest.raises(FileError) as caught:
        assess_case(structure_case(data(*benefits, **accident)))
    return [line.removeprefix("case: ") for line in str(caught.value.text("en")).splitlines()]


def settled(benefits: dict[str, Any], **accident: object) -> dict[str, Any]:
    """Return the settlement of a file with these benefits as data."""
    case = structure_case(data(benefits, **accident))
    found: dict[str, Any] = assessment_data(assess_case(case))["accidents"][0]["benefits"]
    return found


FULL: Final = {
    "monthly_wages": ["3400", 3600],
    "average": {"series": "on_post", "yuan_per_year": "46845.96", "year": 2014, "area": "city"},
    "benefits_assessed_on": "2017-01-01",
    "benefits_paid_on": "2017-02-01",
    "original_wage": "4000.50",
    "leave_months": 6,
    "leave_extension_months": 1,
    "treatment": 0,
    "third_party_paid": "99.90",
    "aids": "10",
    "stays": [{"first": "2016-03-01", "last": "2016-03-10"}],
    "travel_meals": [{"day": "2016-03-02", "amount": 30}],
    "lodging": [{"day": "2016-03-02", "amount": "99.90"}],
    "grade": 5,
    "graded_on": "2016-11-20",
    "care": "partial",
    "care_average": {"series": "NON_PRIVATE", "yuan_per_year": 1, "year": 2015},
    "suitable_post": False,
    "minimum_wage": 1400,
    "wage_class": 1,
    "retires_on": "2030-01-01",
    "pension": 2000,
    "termination": {"ended_on": "2017-06-01", "ground": "own_wish", "wage": 5000, "scale": "50%"},
    "death": {"died_on": "2018-01-01", "anchor": "Accident", "within_leave": False},
    "dependants": [
        {"name": ID, "kind": "spouse", "last": "2020-01-31"},
        {"name": "母亲", "kind": "其他亲属", "alone": True, "first": "2018-02-01"},
        {"name": "女", "kind": "子女或者弟妹", "born_on": "2018-03-01", "unable_to_work": True},
    ],
    "wage_in_life": 6000,
    "divide_pension": True,
    "commuted": True,
    "old_wound": True,
    "project_worker": True,
    "enrolled": True,
    "insured_abroad": False,
    "stopped_on": "2018-01-01",
    "stop_ground": "conditions_lost",
}


class TestReading:
    """``[injuries.benefits]`` becomes facts of benefits."""

    def test_every_key(self) -> None:
        """Each key goes into its field; nested tables become their records."""
        assert read(FULL) == BenefitFacts(
            monthly_wages=[3400, 3600],
            average=AverageWage("46845.96", AverageSeries.ON_POST, 2014, AverageArea.CITY),
            benefits_assessed_on=date(2017, 1, 1),
            benefits_paid_on=date(2017, 2, 1),
            original_wage="4000.50",
            leave_months=6,
            leave_extension_months=1,
            treatment=0,
            third_party_paid="99.90",
            aids=10,
            stays=[Period(date(2016, 3, 1), date(2016, 3, 10))],
            travel_meals=[Receipt(day=date(2016, 3, 2), amount=30)],
            lodging=[Receipt(day=date(2016, 3, 2), amount="99.90")],
            grade=5,
            graded_on=date(2016, 11, 20),
            care=CareDependency.PARTIAL,
            care_average=AverageWage(1, AverageSeries.NON_PRIVATE, 2015),
            suitable_post=False,
            minimum_wage=1400,
            wage_class=1,
            retires_on=date(2030, 1, 1),
            pension=2000,
            termination=Termination(
                ended_on=date(2017, 6, 1), ground=TerminationGround.OWN_WISH, wage=5000, scale=Rate.percent(50)
            ),
            death=Death(died_on=date(2018, 1, 1), anchor=DeathAnchor.ACCIDENT, within_leave=False),
            dependants=[
                Dependant(ID, DependantKind.SPOUSE, last=date(2020, 1, 31)),
                Dependant("母亲", DependantKind.OTHER, alone=True, first=date(2018, 2, 1)),
                Dependant("女", DependantKind.CHILD, born_on=date(2018, 3, 1), unable_to_work=True),
            ],
            wage_in_life=6000,
            commuted=True,
            divide_pension=True,
            old_wound=True,
            project_worker=True,
            enrolled=True,
            stopped_on=date(2018, 1, 1),
            stop_ground=StopGround.CONDITIONS_LOST,
        )

    @pytest.mark.parametrize("given", [7, "七级", " 七级 "])
    def test_a_grade(self, given: object) -> None:
        """A grade is its number or its Chinese word."""
        assert read({"grade": given, "graded_on": "2016-11-20"}).grade is DisabilityGrade.SEVEN

    @pytest.mark.parametrize("given", ["on_post", "ON_POST", "城镇单位在岗职工"])
    def test_a_choice(self, given: str) -> None:
        """A member is written in small letters or large, or by its Chinese word."""
        assert read({"average_series": given}).average_series is AverageSeries.ON_POST

    def test_an_empty_table(self) -> None:
        """A table without keys asks for the settlement: each line says what it needs."""
        assert read({}) == BenefitFacts()
        assert {line["amount"] for line in settled({})["lines"]} == {None}

    def test_a_missing_worker(self) -> None:
        """A nested table without keys is a record of defaults."""
        assert read({"disappearance": {}}).disappearance == Disappearance()

    def test_there_and_back(self) -> None:
        """What a file holds is written as data that reads the same, ids in full."""
        for benefits in (FULL, {}, {"wage": "6905", "disappearance": {"hardship": True}}):
            case = structure_case(data(benefits))
            written = unstructure_case(case)
            assert structure_case(written) == case
        full: Any = unstructure_case(structure_case(data(FULL)))["injuries"][0]["benefits"]
        assert (full["grade"], full["care"], full["dependants"][0]["name"]) == (5, "partial", ID)
        assert list(full["monthly_wages"]) == ["3400", "3600"]


class TestFaults:
    """All faults are told at once, each at its place."""

    def test_all_at_once(self) -> None:
        """Faults of nested tables, of values and between facts stand together; what hangs on one is not told too."""
        wrong = {
            "monthly_wages": [1500, "x", True],
            "wage": 0,
            "wag": 1,
            "grade": 11,
            "care": "ful",
            "average": {"series": "onpost", "yuan_per_year": -1},
            "stays": [{"first": "2016-03-01"}],
            "travel_meals": 3,
            "termination": {"ended_on": "2017-06-01", "ground": "own_wis", "wage": -5000, "scale": 1},
            "death": {},
            "dependants": [{"name": ID, "kind": "spouse"}, {"name": ID, "kind": "spouse"}],
            "wage_class": 5,
            "stopped_on": "2018-01-01",
            "stop_ground": "lost",
        }
        found = [line.removeprefix("injuries[0].benefits.") for line in told(wrong)]
        assert sorted(found) == sorted(
            [
                f"monthly_wages[1] {AN_AMOUNT}, got 'x'",
                f"monthly_wages[2] {AN_AMOUNT}, got true",
                "wage must be above zero, got 0",
                "wag is no known key; did you mean wage?",
                "grade must be a whole number from 1, the worst, to 10, got 11",
                "care is none of the choices, got 'ful'; did you mean full?",
                "average.series is none of the choices, got 'onpost'; did you mean on_post?",
                "average.year is missing (year)",
                "average.yuan_per_year must be above zero, got -1",
                "stays[0] must have a last day, got 2016-03-01..",
                "travel_meals must be a list: in TOML each item is headed [[injuries.benefits.travel_meals]], got 3",
                "termination.ground is none of the choices, got 'own_wis'; did you mean own_wish?",
                "termination.wage must be above zero, got -5000",
                'termination.scale must be a rate with its unit, such as "50%" or "0.65‰", got 1',
                "death.died_on is missing (died on)",
                f"death.anchor is missing (day that decides the year); {WHICH_DAY}",
                "dependants must name each dependant once, got '4501************33'",
                "wage_class must be a whole number from 1 to 4, got 5",
                f"stop_ground is none of the choices, got 'lost'; there are {STOP_GROUNDS}",
            ]
        )

    @pytest.mark.parametrize(
        ("benefits", "fault"),
        [
            ({"grade": 0}, "benefits.grade must be a whole number from 1, the worst, to 10, got 0"),
            ({"grade": True}, "benefits.grade must be a whole number from 1, the worst, to 10, got true"),
            *(
                (
                    {"grade": written},
                    f"{A_GRADE}, got {written!r}; write {grade}, a number without quotes",
                )
                for written, grade in [("7", 7), ("9级", 9), ("伤残10级", 10), ("９级", 9), ("九", 9), ("1 级", 1)]
            ),
            *(({"grade": written}, f"{A_GRADE}, got {written!r}") for written in ("11级", "0级", "级", "")),
            (
                {"grade": 7},
                "benefits.graded_on must be given together with its other half: grade and graded_on, got nothing",
            ),
            (
                {"grade": 7, "graded_on": "2016-02-29"},
                "benefits.graded_on must not be before injured_on (2016-03-01), got 2016-02-29",
            ),
            (
                {"death": {"died_on": "2016-02-29", "anchor": "death"}},
                "benefits.death.died_on must not be before injured_on (2016-03-01), got 2016-02-29",
            ),
            (
                {"stays": [{"first": "2016-02-29", "last": "2016-03-01"}]},
                "benefits.stays[0].first must not be before injured_on (2016-03-01), got 2016-02-29",
            ),
            (
                {"monthly_wages": 3000},
                "benefits.monthly_wages must be a list of monthly amounts such as [4200, 4350.50], got 3000",
            ),
            (
                {"monthly_wages": [3000]},
                "benefits.average_series must say which average it is: on_post on-post (2015: 66,749 yuan), ",
            ),
            ({"care": "full"}, "benefits.care must come with a disability grade"),
            # what only the law asked tells
            ({"leave_months": 13}, "benefits.leave_months must be at most 12, got 13"),
            (
                {"leave_months": 1, "leave_extension_months": 13},
                "benefits.leave_extension_months must be at most 12, got 13",
            ),
            (
                {"monthly_wages": [1] * 13, "average_series": "on_post"},
                "benefits.monthly_wages must hold 12 months at the most, got 13",
            ),
            (
                {
                    "grade": 7,
                    "graded_on": "2016-03-02",
                    "project_worker": False,
                    "termination": {"ended_on": "2019-01-01", "ground": "completion", "wage": 1},
                },
                "benefits.termination.ground may be COMPLETION for project workers only (project_worker=True), got",
            ),
        ],
    )
    def test_one(self, benefits: dict[str, Any], fault: str) -> None:
        """Each fault stands at its path, as the facts, the accident or the law asked refuse it."""
        [line] = told(benefits)
        assert line.startswith(f"injuries[0].{fault}")

    def test_of_several_accidents(self) -> None:
        """What only the law tells stands at the accident that it is about."""
        assert told({"leave_months": 13}, {"leave_months": 12}, {})[0].startswith("injuries[0].benefits.leave_months")
        assert told({}, {"leave_months": 13})[0].startswith("injuries[1].benefits.leave_months")

    @pytest.mark.parametrize(
        ("reading", "path"),
        [
            ("BEFORE_BENEFIT_ASSESSMENT", "benefits.benefits_assessed_on"),
            ("BEFORE_PAYMENT", "benefits.benefits_paid_on"),
            ("BEFORE_DETERMINATION", "determined_on"),
        ],
    )
    def test_a_day_that_a_reading_asks_for(self, reading: str, path: str) -> None:
        """The day that is missing is named by its key, at the accident whose average is looked up."""
        given = data({"wage_hard_to_use": True, "average_series": "on_post"}, {"wage": 1})
        with pytest.raises(FileError) as caught:
            assess_case(structure_case(given | {"law": {"readings": {"average_wage_year": reading}}}))
        assert str(caught.value).startswith(f"case: injuries[0].{path} must be given under the reading")

    def test_keys_in_the_wrong_place(self) -> None:
        """A fact of benefits beside the accident's own, and one of the accident among them, are sent home."""
        assert told({}, grade=7) == ["injuries[0].grade does not belong here; it goes to [injuries.benefits]"]
        [line] = told({"determined_on": "2016-05-01"})
        assert line == "injuries[0].benefits.determined_on does not belong here; it goes to [[injuries]]"


class TestAnswer:
    """The settlement as data."""

    def test_none_asked_for(self) -> None:
        """Without the table nothing is settled, and the key says null."""
        case = structure_case(data({}) | {"injuries": [HURT]})
        assert assessment_data(assess_case(case))["accidents"][0]["benefits"] is None

    def test_base(self) -> None:
        """W3: two months of 3,400 and 3,600 make 3,500, within the limits."""
        wages = {
            "monthly_wages": [3400, 3600],
            "average": {"series": "on_post", "yuan_per_year": "46845.96", "year": 2014},
        }
        found = settled(wages)
        assert found["base"]["amount"] == found["base"]["mean"] == "3500.00"
        assert (found["base"]["source"]["name"], found["base"]["clause"]) == ("OWN_WAGE", "REG-64")
        assert found["base"]["months"] == 2
        assert found["base"]["formula"] is None
        raised = settled(wages | {"monthly_wages": [1]})["base"]
        assert (raised["amount"], raised["formula"]) == ("2342.30", "60% × 46,845.96 ÷ 12")
        assert found["base"]["average"] == {
            "yuan_per_year": "46845.96",
            "series": "ON_POST",
            "year": 2014,
            "area": None,
        }
        published = settled({"wage_hard_to_use": True, "average_series": "on_post"})["base"]["average"]
        assert published["area"] == {"name": "CITY", "zh": "南宁市", "en": "Nanning"}
        assert settled({"wage": 3500})["base"]["average"] is None
        assert settled({})["base"] is None

    def test_lines(self) -> None:
        """Each line has amount, rhythm, payer, days, clause; ids of dependants are masked."""
        found = settled(
            {
                "wage": 5000,
                "treatment": "100.5",
                "third_party_paid": 60,
                "leave_months": 0,
                "original_wage": 6000,
                "stays": [{"first": "2016-03-01", "last": "2016-03-10"}],
                "death": {"died_on": "2016-03-01", "anchor": "accident"},
                "dependants": [{"name": ID, "kind": "spouse"}],
            }
        )
        lines = {line["benefit"]["name"]: line for line in found["lines"]}
        assert found["settled"] is True
        meals, pension = lines["HOSPITAL_MEALS"], lines["DEPENDANTS_PENSION"]
        assert (meals["amount"], meals["rhythm"], meals["counted"]) == ("15.00", "PER_DAY", "150.00")
        assert (meals["first"], meals["last"], meals["payer"]) == ("2016-03-01", "2016-03-10", "FUND")
        assert (pension["amount"], pension["rhythm"], pension["clause"]) == ("2000.00", "MONTHLY", "REG-39")
        assert (pension["dependant"], pension["first"], pension["last"]) == ("4501************33", "2016-03-02", None)
        assert (pension["formula"], pension["third_party"]) == ("40% × 5,000.00", None)
        treatment = lines["TREATMENT"]
        assert (treatment["amount"], treatment["formula"], treatment["third_party"]) == (
            "40.50",
            "100.50 − 60.00",
            "60.00",
        )
        assert lines["FUNERAL_SUBSIDY"]["formula"] is None
        assert lines["FUNERAL_SUBSIDY"]["supplied_by"] == ["benefits.death.average"]
        assert lines["FUNERAL_SUBSIDY"]["needs"]["zh"].startswith("需要所在市")
        assert ID not in str(found)

    def test_nothing_settled(self) -> None:
        """Where a finding says why, there are no lines and no totals."""
        found = settled({"insured_abroad": True})
        assert (found["settled"], found["lines"], found["totals"]) == (False, [], [])
        assert [one["code"] for one in found["findings"]][-1] == "not_settled"
        # A reason is told in both languages, not as Python would print it.
        reason = found["findings"][-1]["values"]["reason"]
        assert sorted(reason) == ["en", "zh"]
        assert reason["zh"] in found["findings"][-1]["zh"]

    def test_a_case_written_out(self) -> None:
        """A case of records is answered as its file is."""
        case = structure_case(data({"wage": 6905, "grade": 7, "graded_on": "2016-11-20", "treatment": 0}))
        assert isinstance(case, CaseFile)
        totals = assessment_data(assess_case(case))["accidents"][0]["benefits"]["totals"]
        # 13 months of 6,905
        assert {
            "payer": "FUND",
            "rhythm": "ONCE",
            "first": None,
            "last": None,
            "amount": "89765.00",
            "lines": 1,
            "open": 0,
        } in totals


DAY: Final = date(2020, 1, 1)


def line(
    rhythm: Rhythm, amount: int | None, first: date = DAY, last: date | None = None, payer: Payer = Payer.FUND
) -> BenefitLine:
    """Return a line; without an amount one that needs something."""
    worth = None if amount is None else Yuan(Decimal(amount))
    needs = Text(zh="需", en="needs") if amount is None else None
    return BenefitLine(Benefit.CARE_FEE, worth, rhythm, payer, REG.clause("34"), first, last, needs=needs)


class TestTotals:
    """Totals stand by payer and rhythm; monthly ones by the days on which they are due."""

    def test_monthly_lines_that_follow_each_other(self) -> None:
        """Lines that are not due on the same days are not added; a gap has no total; what is open is counted apart."""
        settlement = Settlement(
            (
                line(Rhythm.MONTHLY, 100, date(2020, 1, 1), date(2020, 3, 31)),
                line(Rhythm.MONTHLY, 10, date(2020, 3, 1), date(2020, 4, 30)),
                line(Rhythm.MONTHLY, None, date(2020, 6, 1), None),
                line(Rhythm.MONTHLY, 1, date(2020, 7, 1), None),
            )
        )
        assert [(str(one.days), int(one.amount), one.lines, one.open) for one in dated_totals(settlement)] == [
            ("2020-01-01..2020-02-29", 100, 1, 0),
            ("2020-03-01..2020-03-31", 110, 2, 0),
            ("2020-04-01..2020-04-30", 10, 1, 0),
            ("2020-06-01..2020-06-30", 0, 1, 1),
            ("2020-07-01..", 1, 2, 1),
        ]

    def test_rhythms_and_payers_stay_apart(self) -> None:
        """What is paid once, monthly and by the day, by fund and employer, is never added together."""
        settlement = Settlement(
            (
                line(Rhythm.ONCE, 1),
                line(Rhythm.ONCE, 2),
                line(Rhythm.MONTHLY, 4),
                line(Rhythm.PER_DAY, 8, last=date(2020, 1, 10)),
                line(Rhythm.ONCE, 16, payer=Payer.EMPLOYER),
                line(Rhythm.ONCE, None, payer=Payer.EMPLOYER),
            )
        )
        assert [
            (one.payer.name, one.rhythm.name, int(one.amount), one.lines, one.open) for one in dated_totals(settlement)
        ] == [
            ("FUND", "ONCE", 3, 2, 0),
            ("FUND", "MONTHLY", 4, 1, 0),
            ("FUND", "PER_DAY", 80, 1, 0),
            ("EMPLOYER", "ONCE", 16, 2, 1),
        ]

    def test_of_nothing(self) -> None:
        """A settlement without lines has no totals."""
        assert dated_totals(Settlement(())) == ()


class TestSuppliedBy:
    """An open line names the key that supplies what it needs."""

    @pytest.mark.parametrize(
        ("benefit", "needs", "keys"),
        [
            (Benefit.TREATMENT, Needs.costs, ("benefits.treatment",)),
            (Benefit.CARE_FEE, Needs.determination, ("determined_on",)),
            (Benefit.MEDICAL_SUBSIDY, Findings.needs_scale.words, ("benefits.termination.scale",)),
            (
                Benefit.MEDICAL_SUBSIDY,
                Findings.needs_how_ended.words,
                ("benefits.termination.ended_on", "benefits.termination.ground"),
            ),
            (Benefit.CARE_FEE, Needs.city_average, ("benefits.care_average",)),
            (Benefit.FUNERAL_SUBSIDY, Needs.city_average, ("benefits.death.average",)),
            (
                Benefit.MEDICAL_SUBSIDY,
                Text(zh="未见公布", en='not published; supply it with law.with_figure("x", ...)'),
                ("benefits.termination.average",),
            ),
            (Benefit.DEATH_SUBSIDY, Text(zh="未见公布", en='supply it with law.with_figure("x", ...)'), ()),
            (Benefit.MEDICAL_SUBSIDY, Refusals.employer_ends_relation.words, ()),
            (Benefit.MEDICAL_SUBSIDY, None, ()),
        ],
    )
    def test_by_what_is_needed(self, benefit: Benefit, needs: Text | None, keys: tuple[str, ...]) -> None:
        """A fact has one key; an average that nobody published that of its benefit; what an office decides has none."""
        assert supplied_by(attrs.evolve(line(Rhythm.ONCE, None), benefit=benefit, needs=needs)) == keys

    def test_the_key_does_supply_it(self) -> None:
        """With the keys that an empty table's lines ask for, the lines name their amounts."""
        facts: dict[str, Any] = {"grade": 5, "graded_on": "2016-11-20", "suitable_post": False, "care": "full"}
        facts["termination"] = {"ended_on": "2017-06-01", "ground": "own_wish"}
        asked = {key for one in settled(facts)["lines"] for key in one["supplied_by"]}
        assert asked == {
            "benefits.monthly_wages",
            "benefits.wage",
            "benefits.leave_months",
            "benefits.treatment",
            "benefits.termination.wage",
            "determined_on",
        }
        facts |= {"wage": 5000, "leave_months": 6, "original_wage": 6000, "treatment": 0, "wage_class": 1}
        facts["termination"]["wage"] = 5000
        facts["care_average"] = {"series": "on_post", "yuan_per_year": 66749, "year": 2015}
        assert [
            one["benefit"]["name"] for one in settled(facts, determined_on="2016-10-01")["lines"] if one["needs"]
        ] == []
