"""Settling an injury: every benefit a line, with amount, rhythm, payer, first day and clause."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, OutOfScopeError, explain
from gxinjury.benefits import (
    AverageWage,
    Benefit,
    BenefitLine,
    CareDependency,
    Death,
    DeathAnchor,
    Dependant,
    DependantKind,
    Disappearance,
    Injury,
    Receipt,
    Rhythm,
    Settlement,
    StopGround,
    Termination,
    TerminationGround,
    settle_injury,
)
from gxinjury.law.readings import CompletionEndsRelation, TerminationTable
from gxinjury.law.regulation import Payer
from gxinjury.money import Rate, total
from gxinjury.periods import Period
from gxinjury.records import refusals
from gxinjury.timelines import Footing
from tests.benefits.drawn import injuries, told

FUND, EMPLOYER = Payer.FUND, Payer.EMPLOYER
HURT: Final = date(2021, 3, 1)
GRADED: Final = date(2022, 1, 10)
SPOUSE: Final = Dependant(name="spouse", kind=DependantKind.SPOUSE)
CHILDREN: Final = [Dependant(name=f"child {number}", kind=DependantKind.OTHER) for number in range(3)]


def settled(**facts: Any) -> Settlement:  # noqa: ANN401  (facts of all kinds)
    """Settle an injury of 2021 with a wage of 5,000 and no costs, but for what is said otherwise."""
    return settle_injury(Injury(**{"injured_on": HURT, "wage": 5000, "treatment": 0, "leave_months": 0, **facts}))


def one(settlement: Settlement, benefit: Benefit) -> BenefitLine:
    """The only line of a benefit."""
    [line] = settlement.of(benefit)
    return line


def graded(grade: int, **facts: Any) -> Settlement:  # noqa: ANN401  (facts of all kinds)
    """Settle an injury with a grade."""
    return settled(grade=grade, graded_on=GRADED, **facts)


class TestTreatment:
    """Treatment, aids, meals, travel and lodging come from the fund."""

    @pytest.mark.clause("REG-30", "REG-32")
    def test_costs(self) -> None:
        """What is known is a line; what is not says what it needs; nothing is no line."""
        line = one(settled(treatment="52000.505"), Benefit.TREATMENT)
        assert (line.amount, line.rhythm, line.payer, str(line.clause)) == (
            Decimal("52000.51"),
            Rhythm.ONCE,
            FUND,
            "REG-30",
        )
        unknown = one(settled(treatment=None), Benefit.TREATMENT)
        assert unknown.amount is None
        assert unknown.needs is not None
        assert settled().of(Benefit.TREATMENT) == ()
        assert str(one(settled(aids=800), Benefit.AIDS).clause) == "REG-32"
        assert settled(aids=0).of(Benefit.AIDS) == ()

    @pytest.mark.clause("ALLOWANCES-meals")
    def test_meals_by_level(self) -> None:
        """A stay over the turn of 2018 is two lines a day, and days in two stays count once."""
        stays = [Period(date(2018, 12, 30), date(2019, 1, 2)), Period(date(2019, 1, 1), date(2019, 1, 3))]
        settlement = settled(injured_on=date(2018, 12, 30), stays=stays)
        lines = settlement.of(Benefit.HOSPITAL_MEALS)
        assert [told(line.amount, line.rhythm, line.first, line.last) for line in lines] == [
            (15, Rhythm.PER_DAY, date(2018, 12, 30), date(2018, 12, 31)),
            (25, Rhythm.PER_DAY, date(2019, 1, 1), date(2019, 1, 3)),
        ]
        assert settlement.total(FUND, Rhythm.PER_DAY) == 2 * 15 + 3 * 25

    @pytest.mark.clause("ALLOWANCES-travel", "ALLOWANCES-lodging")
    def test_travel(self) -> None:
        """Receipts are paid up to the cap of their day."""
        receipts = [Receipt(day=date(2021, 4, 2), amount=400), Receipt(day=date(2021, 4, 1), amount=50)]
        settlement = settled(travel_meals=receipts, lodging=receipts)
        assert one(settlement, Benefit.TRAVEL_MEALS).amount == 150
        assert one(settlement, Benefit.LODGING).amount == 380
        for benefit in (Benefit.TRAVEL_MEALS, Benefit.LODGING):
            assert one(settlement, benefit).first == date(2021, 4, 1)


@pytest.mark.clause("REG-33")
class TestLeave:
    """The employer pays the original wage to the end of the leave."""

    def test_to_the_grading(self) -> None:
        """The line runs from the injury to the grading."""
        line = one(graded(7, original_wage="6000.005", leave_months=12), Benefit.PAID_LEAVE)
        assert (line.amount, line.rhythm, line.payer) == (Decimal("6000.01"), Rhythm.MONTHLY, EMPLOYER)
        assert (line.first, line.last) == (HURT, GRADED)

    def test_what_is_missing(self) -> None:
        """Without months or without a wage the line says what it needs."""
        no_months = one(settled(leave_months=None), Benefit.PAID_LEAVE)
        no_wage = one(settled(leave_months=3), Benefit.PAID_LEAVE)
        assert no_months.needs is not None
        assert "months" in no_months.needs.en
        assert no_wage.needs is not None
        assert "original wage" in no_wage.needs.en
        assert no_wage.last == date(2021, 6, 1)
        extended = one(settled(leave_months=12, leave_extension_months=6), Benefit.PAID_LEAVE)
        assert extended.last == date(2022, 9, 1)

    def test_to_the_death(self) -> None:
        """Who dies within the leave has it to that day; who dies at once has none."""
        death = Death(died_on=date(2021, 4, 1), anchor=DeathAnchor.DEATH)
        assert one(settled(leave_months=12, original_wage=1, death=death), Benefit.PAID_LEAVE).last == date(2021, 4, 1)
        at_once = Death(died_on=HURT, anchor=DeathAnchor.DEATH)
        for months in (None, 0, 12):
            settlement = settled(leave_months=months, original_wage=1, death=at_once)
            assert settlement.of(Benefit.PAID_LEAVE) == ()
            assert [finding.code for finding in settlement.findings] == ["no_dependants", "anchor_taken"]

    def test_too_long(self) -> None:
        """A thirteenth month is refused, as the rule refuses it."""
        with pytest.raises(InvalidFactError, match="months must be at most 12"):
            settled(leave_months=13)


class TestGrades:
    """What a grade brings, once and monthly."""

    @pytest.mark.clause("REG-35")
    def test_grade_2(self) -> None:
        """Subsidy once and allowance monthly from the fund, and a word on medical insurance."""
        settlement = graded(2, minimum_wage=1810)
        subsidy, allowance = (
            one(settlement, Benefit.DISABILITY_SUBSIDY),
            one(settlement, Benefit.DISABILITY_ALLOWANCE),
        )
        assert told(subsidy.amount, subsidy.rhythm, subsidy.payer, subsidy.first) == (
            125_000,
            Rhythm.ONCE,
            FUND,
            GRADED,
        )
        assert told(allowance.amount, allowance.rhythm, allowance.payer) == (4250, Rhythm.MONTHLY, FUND)
        assert (allowance.first, allowance.last) == (date(2022, 1, 11), None)
        assert settlement.of(Benefit.TOP_UP) == ()
        assert "medical_insurance_on_allowance" in {finding.code for finding in settlement.findings}

    @pytest.mark.clause("REG-36")
    def test_grade_6_topped_up(self) -> None:
        """Allowance and top-up from the employer, up to the published minimum wage, to the end of the relation."""
        termination = Termination(ended_on=date(2023, 1, 31), wage=8688, ground=TerminationGround.OWN_WISH)
        settlement = graded(6, wage="2342.298", wage_class=1, suitable_post=False, termination=termination)
        lines = [one(settlement, benefit) for benefit in (Benefit.DISABILITY_ALLOWANCE, Benefit.TOP_UP)]
        assert [line.amount for line in lines] == [Decimal("1405.38"), Decimal("404.62")]
        assert {line.payer for line in lines} == {EMPLOYER}
        assert {line.last for line in lines} == {date(2023, 1, 31)}
        assert {str(line.clause) for line in lines} == {"REG-36"}

    @pytest.mark.clause("REG-36")
    def test_a_suitable_post(self) -> None:
        """With a suitable post there is no allowance, and the finding says why."""
        settlement = graded(5, suitable_post=True, minimum_wage=1)
        assert settlement.of(Benefit.DISABILITY_ALLOWANCE) == ()
        assert "suitable_post_found" in {finding.code for finding in settlement.findings}

    @pytest.mark.clause("REG-37")
    def test_grade_10(self) -> None:
        """The subsidy alone."""
        assert [line.benefit for line in graded(10).lines] == [Benefit.PAID_LEAVE, Benefit.DISABILITY_SUBSIDY]
        assert str(one(graded(10), Benefit.DISABILITY_SUBSIDY).clause) == "REG-37"

    def test_without_a_wage(self) -> None:
        """Every line that rests on the wage says so, and none is left out."""
        with_wage, without = (
            graded(1, wage=wage, minimum_wage=1810, retires_on=date(2030, 1, 1), pension=1) for wage in (5000, None)
        )
        assert {line.benefit for line in with_wage.lines} == {line.benefit for line in without.lines}
        assert {line.benefit for line in without.open} - {Benefit.PAID_LEAVE} == {
            Benefit.DISABILITY_SUBSIDY,
            Benefit.DISABILITY_ALLOWANCE,
            Benefit.PENSION_SHORTFALL,
        }

    @pytest.mark.parametrize(
        ("facts", "word"),
        [({}, "minimum wage"), ({"wage_class": 4}, "no class 4"), ({"injured_on": date(2012, 1, 1)}, "minimum wage")],
    )
    def test_without_a_minimum_wage(self, facts: dict[str, Any], word: str) -> None:
        """The top-up is a line of its own that says what it needs."""
        line = one(graded(1, **facts), Benefit.TOP_UP)
        assert line.needs is not None
        assert word in line.needs.en

    def test_a_minimum_wage_that_nobody_published(self) -> None:
        """In 2014 no minimum wage is known: the line asks for one."""
        settlement = settled(injured_on=date(2013, 1, 1), grade=1, graded_on=date(2014, 1, 1), wage_class=1)
        assert one(settlement, Benefit.TOP_UP).amount is None

    def test_graded_before_the_revised_regulation(self) -> None:
        """A grading of 2010 is of another Regulation: the lines say that nothing is in force."""
        settlement = settled(
            injured_on=date(2010, 1, 1),
            leave_months=None,
            grade=1,
            graded_on=date(2010, 12, 31),
            care=CareDependency.FULL,
        )
        assert len(settlement.open) == len(settlement.lines) == 4


@pytest.mark.clause("REG-35")
class TestRetirement:
    """At retirement the allowance of grades 1 to 4 stops and the shortfall of the pension begins."""

    def test_the_day_before_and_the_day(self) -> None:
        """The allowance ends the day before, the shortfall begins on the day."""
        settlement = graded(1, minimum_wage=1810, retires_on=date(2030, 6, 1), pension=3000)
        allowance, shortfall = (
            one(settlement, Benefit.DISABILITY_ALLOWANCE),
            one(settlement, Benefit.PENSION_SHORTFALL),
        )
        assert (allowance.last, shortfall.first) == (date(2030, 5, 31), date(2030, 6, 1))
        assert told(shortfall.amount, shortfall.payer) == (1500, FUND)
        assert settlement.total(FUND, Rhythm.MONTHLY, on=date(2030, 5, 31)) == 4500
        assert settlement.total(FUND, Rhythm.MONTHLY, on=date(2030, 6, 1)) == 1500

    def test_the_top_up_counts_to_what_was_drawn(self) -> None:
        """The pension is measured by the allowance with its top-up."""
        settlement = graded(1, minimum_wage=4600, retires_on=date(2030, 6, 1), pension=4500)
        assert one(settlement, Benefit.PENSION_SHORTFALL).amount == 100

    def test_retired_before_the_grading(self) -> None:
        """Who is retired when graded has no allowance, only the shortfall, from the day after the grading."""
        settlement = graded(1, minimum_wage=1810, retires_on=HURT, pension=3000)
        assert settlement.of(Benefit.DISABILITY_ALLOWANCE) == ()
        assert one(settlement, Benefit.PENSION_SHORTFALL).first == date(2022, 1, 11)

    @pytest.mark.parametrize(("facts", "word"), [({"minimum_wage": 1810}, "pension"), ({"pension": 1}, "minimum wage")])
    def test_what_is_missing(self, facts: dict[str, Any], word: str) -> None:
        """Without the pension, or the minimum wage that the allowance is topped up to, the line says so."""
        line = one(graded(1, retires_on=date(2030, 6, 1), **facts), Benefit.PENSION_SHORTFALL)
        assert line.needs is not None
        assert word in line.needs.en

    def test_grade_5_has_no_such_rule(self) -> None:
        """The allowance of grade 5 does not end at retirement age by art. 36."""
        settlement = graded(5, minimum_wage=1810, suitable_post=False, retires_on=date(2030, 6, 1))
        assert one(settlement, Benefit.DISABILITY_ALLOWANCE).last is None


@pytest.mark.clause("REG-34")
class TestCare:
    """The care fee runs from the day after the grading, on the average of the year before."""

    def test_the_published_average_of_the_region(self) -> None:
        """Determined in 2021, the region's on-post average of 2021 counts for a fee of 2022."""
        line = one(graded(1, care=CareDependency.FULL, determined_on=date(2021, 5, 1)), Benefit.CARE_FEE)
        assert told(line.amount, line.first, line.payer, line.rhythm) == (3807, date(2022, 1, 11), FUND, Rhythm.MONTHLY)

    def test_an_average_supplied(self) -> None:
        """The caller's average goes first."""
        average = AverageWage(120_000, "on_post", 2021)
        assert one(graded(1, care=CareDependency.FULL, care_average=average), Benefit.CARE_FEE).amount == 5000

    @pytest.mark.parametrize(
        ("facts", "word"),
        [
            ({}, "determination"),
            ({"injured_on": date(2020, 1, 1), "determined_on": date(2020, 12, 31)}, "city"),
            ({"injured_on": date(2010, 1, 1), "determined_on": date(2010, 12, 31), "leave_months": None}, "2010-12-31"),
            ({"determined_on": HURT, "graded_on": date(2025, 1, 1)}, "2024"),
        ],
    )
    def test_what_is_missing(self, facts: dict[str, Any], word: str) -> None:
        """Without the day of the determination, the city's average or a published one the line says so."""
        settlement = settled(**{"grade": 1, "graded_on": GRADED, "care": CareDependency.FULL, **facts})
        line = one(settlement, Benefit.CARE_FEE)
        assert line.needs is not None
        assert word in line.needs.en


@pytest.mark.clause("REG-36", "REG-37")
class TestTermination:
    """Both subsidies of a termination, each with its payer."""

    def test_lines(self) -> None:
        """The medical subsidy from the fund, the employment subsidy from the employer, by the table of the day."""
        termination = Termination(ended_on=date(2023, 1, 31), wage=8688, ground=TerminationGround.OWN_WISH)
        settlement = graded(9, termination=termination)
        medical, employment = one(settlement, Benefit.MEDICAL_SUBSIDY), one(settlement, Benefit.EMPLOYMENT_SUBSIDY)
        assert told(medical.amount, medical.payer, str(medical.clause)) == (95_568, FUND, "ORDER117-medical")
        assert told(employment.amount, employment.payer, str(employment.clause)) == (
            78_192,
            EMPLOYER,
            "ORDER117-employment",
        )

    def test_an_average_that_is_told(self) -> None:
        """Nobody published that of 2024; the wage counts up to three times the one told."""
        average = AverageWage(120_000, "on_post", 2024)
        facts: dict[str, Any] = {"ended_on": date(2025, 6, 1), "ground": TerminationGround.OWN_WISH}
        settlement = graded(9, termination=Termination(**facts, wage=50_000, average=average))
        assert one(settlement, Benefit.MEDICAL_SUBSIDY).amount == 11 * 30_000

    def test_near_retirement(self) -> None:
        """Without the scale the employment subsidy is a line that needs it; with it, it is paid."""
        facts: dict[str, Any] = {"ended_on": date(2023, 1, 31), "wage": 8688, "ground": TerminationGround.EXPIRY}
        open_line = one(
            graded(9, termination=Termination(**facts), retires_on=date(2026, 1, 1)), Benefit.EMPLOYMENT_SUBSIDY
        )
        assert open_line.needs is not None
        assert "scale" in open_line.needs.en
        scaled = Termination(**facts, scale=Rate.percent(50), average=AverageWage(94_766, "on_post", 2022))
        line = one(graded(9, termination=scaled, retires_on=date(2026, 1, 1)), Benefit.EMPLOYMENT_SUBSIDY)
        assert line.amount == 39_096

    @pytest.mark.parametrize(("ended_on", "payer"), [(date(2010, 12, 31), EMPLOYER), (date(2011, 1, 1), FUND)])
    def test_who_pays_under_a_law_without_a_table(self, ended_on: date, payer: Payer) -> None:
        """The medical subsidy the fund from the revised regulation on, the other always the employer."""
        ended = Termination(ended_on=ended_on, wage=5000, ground=TerminationGround.OWN_WISH)
        injury = Injury(
            injured_on=date(2009, 3, 1), grade=9, graded_on=date(2010, 3, 1), treatment=0, termination=ended
        )
        unknowing = settle_injury(injury, law=LAW.known_on(date(2000, 1, 1)))
        assert [one(unknowing, kind).payer for kind in (Benefit.MEDICAL_SUBSIDY, Benefit.EMPLOYMENT_SUBSIDY)] == [
            payer,
            EMPLOYER,
        ]

    def test_a_table_that_is_only_a_draft_still_says_who_pays(self) -> None:
        """No amount is told by it; before it, the fund paid."""
        table = LAW.medical_subsidy.entries[-1]
        draft = attrs.evolve(
            table, first=date(2020, 1, 1), value=attrs.evolve(table.value, payer=EMPLOYER), standing=Footing.DRAFT
        )
        ended = Termination(ended_on=date(2023, 1, 31), wage=5000, ground=TerminationGround.OWN_WISH)
        injury = Injury(injured_on=HURT, grade=9, graded_on=GRADED, treatment=0, termination=ended)
        line = one(settle_injury(injury, law=LAW.with_figure("medical_subsidy", draft)), Benefit.MEDICAL_SUBSIDY)
        assert (line.amount, line.payer) == (None, EMPLOYER)

    @pytest.mark.parametrize(
        ("facts", "word"),
        [
            ({"wage": None}, "12 months"),
            ({"ended_on": date(2025, 6, 1)}, "2024"),
            ({"ground": TerminationGround.EMPLOYER}, "employer ends"),
        ],
    )
    def test_what_is_missing(self, facts: dict[str, Any], word: str) -> None:
        """Without the wage or a published average, or where an authority decides, both lines say so."""
        right: dict[str, Any] = {"ended_on": date(2023, 1, 31), "wage": 5000, "ground": TerminationGround.OWN_WISH}
        settlement = graded(9, termination=Termination(**{**right, **facts}))
        for benefit in (Benefit.MEDICAL_SUBSIDY, Benefit.EMPLOYMENT_SUBSIDY):
            line = one(settlement, benefit)
            assert line.needs is not None
            assert word in line.needs.en

    @pytest.mark.parametrize("wage", [None, 5000])
    def test_grade_1_keeps_the_relation(self, wage: int | None) -> None:
        """Neither line comes up for grades 1 to 4."""
        termination = Termination(ended_on=date(2023, 1, 31), wage=wage, ground=TerminationGround.OWN_WISH)
        settlement = graded(1, termination=termination)
        assert settlement.of(Benefit.MEDICAL_SUBSIDY) == settlement.of(Benefit.EMPLOYMENT_SUBSIDY) == ()

    @pytest.mark.clause("NN-5.4")
    def test_ended_by_the_completion(self) -> None:
        """By reading the completion ends a project worker's relation, as its ground says, unless an end is told."""
        law = LAW.reading(CompletionEndsRelation.AT_COMPLETION)
        injury = Injury(
            injured_on=date(2016, 1, 10),
            wage=4000,
            grade=7,
            graded_on=date(2016, 5, 10),
            completed_on=date(2016, 6, 30),
        )
        assert settle_injury(injury, law=law).of(Benefit.MEDICAL_SUBSIDY) == ()
        injury = attrs.evolve(injury, project_worker=True)
        why = explain(settle_injury, injury, law=law)
        assert one(why.outcome, Benefit.MEDICAL_SUBSIDY).first == date(2016, 6, 30)
        assert "· ground: the project is completed" in why.text("en")
        ended = Termination(ended_on=date(2016, 6, 1), ground=TerminationGround.OWN_WISH)
        told_first = settle_injury(attrs.evolve(injury, termination=ended), law=law)
        assert one(told_first, Benefit.MEDICAL_SUBSIDY).first == date(2016, 6, 1)

    def test_the_reading_of_the_table(self) -> None:
        """The law asked reaches the table: by the injury, that of 2016."""
        termination = Termination(ended_on=date(2021, 1, 31), wage=8688, ground=TerminationGround.OWN_WISH)
        injury = Injury(
            injured_on=date(2016, 3, 1), grade=10, graded_on=date(2016, 9, 1), termination=termination, treatment=0
        )
        law = LAW.reading(TerminationTable.BY_INJURY)
        assert one(settle_injury(injury, law=law), Benefit.MEDICAL_SUBSIDY).amount == 8 * 8688
        assert one(settle_injury(injury), Benefit.MEDICAL_SUBSIDY).amount == 9 * 8688


@pytest.mark.clause("REG-39")
class TestDeath:
    """What the family draws."""

    @staticmethod
    def _dead(died_on: date, **facts: Any) -> Settlement:  # noqa: ANN401  (facts of all kinds)
        death = Death(died_on=died_on, anchor=facts.pop("anchor", DeathAnchor.DEATH), **facts.pop("death", {}))
        return settled(**{"dependants": [SPOUSE], "leave_months": 12, "original_wage": 1, "death": death, **facts})

    def test_within_the_leave(self) -> None:
        """All three, from the fund; the pension from the day after."""
        settlement = self._dead(date(2022, 3, 1))
        funeral, pension, subsidy = (
            one(settlement, benefit)
            for benefit in (Benefit.FUNERAL_SUBSIDY, Benefit.DEPENDANTS_PENSION, Benefit.DEATH_SUBSIDY)
        )
        assert (funeral.amount, funeral.rhythm, funeral.payer) == (Decimal("45684.50"), Rhythm.ONCE, FUND)
        assert told(pension.amount, pension.rhythm, pension.first) == (2000, Rhythm.MONTHLY, date(2022, 3, 2))
        assert pension.dependant == SPOUSE
        assert told(subsidy.amount, subsidy.rhythm) == (948_240, Rhythm.ONCE)

    def test_the_anchor_decides_the_year(self) -> None:
        """Hurt in 2021 and dead in 2022: by the accident the income of 2020, by the death that of 2021."""
        by_accident = self._dead(date(2022, 3, 1), anchor=DeathAnchor.ACCIDENT)
        assert one(by_accident, Benefit.DEATH_SUBSIDY).amount == 876_680
        assert [one_["year"] for one_ in by_accident.findings if one_.code == "anchor_taken"] == ["2020"]

    def test_the_day_after_the_leave(self) -> None:
        """A day later grade 2 leaves two of the three, and nobody knows for who was not graded."""
        graded_two = self._dead(date(2022, 3, 2), grade=2, graded_on=GRADED)
        assert graded_two.of(Benefit.DEATH_SUBSIDY) == ()
        assert one(graded_two, Benefit.FUNERAL_SUBSIDY).amount is not None
        ungraded = self._dead(date(2022, 3, 2))
        assert {line.benefit for line in ungraded.open} == {
            Benefit.FUNERAL_SUBSIDY,
            Benefit.DEPENDANTS_PENSION,
            Benefit.DEATH_SUBSIDY,
        }

    def test_the_grading_ends_the_leave(self) -> None:
        """Grade 2 dying within the months but after the grading has no lump sum."""
        settlement = self._dead(date(2022, 1, 11), grade=2, graded_on=GRADED)
        assert settlement.of(Benefit.DEATH_SUBSIDY) == ()
        assert self._dead(GRADED, grade=2, graded_on=GRADED).of(Benefit.DEATH_SUBSIDY) != ()

    def test_the_leave_may_be_told(self) -> None:
        """Told to lie within the leave, the months are not needed; told nothing, all lines need them."""
        told = self._dead(date(2022, 3, 1), leave_months=None, death={"within_leave": True})
        assert one(told, Benefit.DEATH_SUBSIDY).amount == 948_240
        unknown = self._dead(date(2022, 3, 1), leave_months=None)
        assert one(unknown, Benefit.DEATH_SUBSIDY).amount is None

    def test_what_is_told_of_the_leave_goes_before_its_months(self) -> None:
        """Six months of leave are over in 2022; whoever says that he died within it knows of more."""
        death = Death(died_on=date(2022, 3, 1), anchor=DeathAnchor.DEATH, within_leave=True)
        assert one(settled(leave_months=6, death=death), Benefit.DEATH_SUBSIDY).amount == 948_240

    def test_the_worker_s_own_benefits_end(self) -> None:
        """Allowance and care fee end with the death, and none begins after it."""
        settlement = self._dead(
            date(2023, 5, 1), grade=1, graded_on=GRADED, care=CareDependency.FULL, determined_on=HURT, minimum_wage=1
        )
        assert one(settlement, Benefit.DISABILITY_ALLOWANCE).last == date(2023, 5, 1)
        assert one(settlement, Benefit.CARE_FEE).last == date(2023, 5, 1)
        same_day = self._dead(GRADED, grade=1, graded_on=GRADED, minimum_wage=1)
        assert same_day.of(Benefit.DISABILITY_ALLOWANCE) == ()

    def test_a_capped_pension(self) -> None:
        """Four dependants are one line at the wage, or a line each if divided."""
        capped = self._dead(date(2022, 3, 1), dependants=[SPOUSE, *CHILDREN])
        line = one(capped, Benefit.DEPENDANTS_PENSION)
        assert told(line.amount, line.dependant) == (5000, None)
        divided = self._dead(date(2022, 3, 1), dependants=[SPOUSE, *CHILDREN], divide_pension=True)
        assert len(divided.of(Benefit.DEPENDANTS_PENSION)) == 4

    @pytest.mark.parametrize(
        ("facts", "benefit", "word"),
        [
            ({"wage": None}, Benefit.DEPENDANTS_PENSION, "reference wage"),
            ({"died_on": date(2026, 1, 1), "injured_on": date(2026, 1, 1)}, Benefit.FUNERAL_SUBSIDY, "2025"),
            ({"died_on": date(2027, 1, 2), "injured_on": date(2027, 1, 1)}, Benefit.DEATH_SUBSIDY, "2026"),
            ({"died_on": date(2020, 1, 2), "injured_on": date(2020, 1, 1)}, Benefit.FUNERAL_SUBSIDY, "city"),
        ],
    )
    def test_what_is_missing(self, facts: dict[str, Any], benefit: Benefit, word: str) -> None:
        """A line whose figure is missing says what it needs."""
        line = one(self._dead(facts.pop("died_on", date(2022, 3, 1)), **facts), benefit)
        assert line.needs is not None
        assert word in line.needs.en

    def test_no_dependants(self) -> None:
        """Nobody named, nobody draws a pension, and a finding says so."""
        settlement = self._dead(date(2022, 3, 1), dependants=[])
        assert settlement.of(Benefit.DEPENDANTS_PENSION) == ()
        assert "no_dependants" in {finding.code for finding in settlement.findings}

    def test_before_the_revised_regulation(self) -> None:
        """A death of 2010 is of another Regulation: the lines say that nothing is in force."""
        day = date(2010, 12, 30)
        average = AverageWage(30_000, "on_post", 2009)
        settlement = self._dead(day, injured_on=day, leave_months=None, death={"average": average})
        assert len(settlement.open) == 3


@pytest.mark.clause("REG-41")
class TestMissing:
    """A missing worker's wage, pension and advance; on the declaration of death the rest."""

    MISSING: Final[dict[str, Any]] = {
        "injured_on": date(2015, 8, 20),
        "wage": 5000,
        "original_wage": 6000,
        "dependants": (SPOUSE,),
    }

    def test_wage_then_pension(self) -> None:
        """Three months of the original wage from the employer, the pension from the fourth from the fund."""
        settlement = settle_injury(Injury(**self.MISSING, disappearance=Disappearance()))
        wage, pension = settlement.lines
        assert told(wage.amount, wage.payer, wage.first, wage.last) == (
            6000,
            EMPLOYER,
            date(2015, 8, 1),
            date(2015, 10, 31),
        )
        assert told(pension.amount, pension.payer, pension.first) == (2000, FUND, date(2015, 11, 1))
        assert {str(line.clause) for line in settlement.lines} == {"REG-41"}

    def test_an_advance_hangs_on_the_day_of_the_accident(self) -> None:
        """There is no day of death yet: a caution names the accident, and only where there is an advance."""
        for hardship in (True, False):
            injury = Injury(**self.MISSING, disappearance=Disappearance(hardship=hardship))
            cautions = " ".join(one.en for one in explain(settle_injury, injury).cautions)
            assert (DeathAnchor.ACCIDENT.value.en in cautions) is hardship
            assert DeathAnchor.DEATH.value.en not in cautions

    def test_declared_dead(self) -> None:
        """The advance and the rest are the whole subsidy, and the pension goes on as it was."""
        death = Death(died_on=date(2019, 9, 1), anchor=DeathAnchor.DEATH)
        settlement = settle_injury(Injury(**self.MISSING, disappearance=Disappearance(hardship=True), death=death))
        advance, rest = one(settlement, Benefit.ADVANCE), one(settlement, Benefit.DEATH_SUBSIDY)
        assert told(advance.amount, rest.amount) == (288_440, 785_020 - 288_440)
        assert one(settlement, Benefit.DEPENDANTS_PENSION).first == date(2015, 11, 1)
        without = settle_injury(Injury(**self.MISSING, disappearance=Disappearance(), death=death))
        assert one(without, Benefit.DEATH_SUBSIDY).amount == 785_020

    def test_what_is_missing(self) -> None:
        """Without the original wage, or with an income that nobody published, the lines say so."""
        facts = {**self.MISSING, "original_wage": None, "injured_on": date(2027, 1, 1)}
        death = Death(died_on=date(2027, 9, 1), anchor=DeathAnchor.DEATH)
        settlement = settle_injury(Injury(**facts, disappearance=Disappearance(hardship=True), death=death))
        assert {Benefit.MISSING_WAGE, Benefit.ADVANCE, Benefit.DEATH_SUBSIDY} <= {
            line.benefit for line in settlement.open
        }

    def test_an_advance_of_unknown_size(self) -> None:
        """Missing in 2010, declared dead in 2022: the advance of 2010 is not known, so neither is the rest."""
        death = Death(died_on=date(2022, 9, 1), anchor=DeathAnchor.DEATH)
        facts = {**self.MISSING, "injured_on": date(2010, 5, 1)}
        settlement = settle_injury(Injury(**facts, disappearance=Disappearance(hardship=True), death=death))
        assert {line.benefit for line in settlement.open} == {Benefit.MISSING_WAGE, Benefit.DEATH_SUBSIDY}

    @pytest.mark.parametrize("field", ["grade", "treatment", "leave_months", "stays"])
    def test_nobody_treats_or_grades_the_missing(self, field: str) -> None:
        """Facts that take a worker at hand are refused."""
        value = {"grade": 1, "treatment": 1, "leave_months": 1, "stays": [Period(date(2015, 9, 1), date(2015, 9, 2))]}
        facts = {**self.MISSING, field: value[field]} | ({"graded_on": date(2016, 1, 1)} if field == "grade" else {})
        with pytest.raises(InvalidFactError, match=rf"Injury\.{field} must not be given for a missing worker"):
            Injury(**facts, disappearance=Disappearance())


class TestWholeCase:
    """What holds for the settlement as a whole."""

    @pytest.mark.clause("REG-42")
    def test_benefits_stop(self) -> None:
        """Stopped, the monthly lines end that day; what would begin later is gone, what was due once stays."""
        settlement = graded(
            1,
            minimum_wage=1,
            retires_on=date(2030, 1, 1),
            pension=0,
            stopped_on=date(2024, 1, 1),
            stop_ground=StopGround.TREATMENT_REFUSED,
        )
        assert one(settlement, Benefit.DISABILITY_ALLOWANCE).last == date(2024, 1, 1)
        assert settlement.of(Benefit.PENSION_SHORTFALL) == ()
        assert one(settlement, Benefit.DISABILITY_SUBSIDY).amount == 135_000
        assert one(settlement, Benefit.DISABILITY_SUBSIDY).last is None
        [stopped] = [finding for finding in settlement.findings if finding.code == "stopped"]
        assert (str(stopped.clause), stopped["day"], stopped["ground"]) == (
            "REG-42",
            date(2024, 1, 1),
            StopGround.TREATMENT_REFUSED,
        )

    @pytest.mark.clause("REG-62")
    def test_not_enrolled(self) -> None:
        """Not enrolled, the employer pays every line, of the same amount."""
        enrolled, not_enrolled = (graded(1, minimum_wage=1, enrolled=enrolled) for enrolled in (True, False))
        assert {line.payer for line in not_enrolled.lines} == {EMPLOYER}
        assert [line.amount for line in enrolled.lines] == [line.amount for line in not_enrolled.lines]
        assert "not_enrolled" in {finding.code for finding in not_enrolled.findings}

    @pytest.mark.clause("REG-44")
    def test_insured_abroad(self) -> None:
        """Posted abroad and insured there, nothing is settled here."""
        with pytest.raises(OutOfScopeError, match="paused") as caught:
            settled(insured_abroad=True)
        assert str(caught.value.clause) == "REG-44"

    def test_only_an_injury_is_settled(self) -> None:
        """What is no Injury is refused."""
        with pytest.raises(InvalidFactError, match=r"settle_injury\.injury must be of type Injury"):
            settle_injury({"injured_on": HURT})  # type: ignore[arg-type]  # wrong on purpose


class TestLaws:
    """What holds for every settlement."""

    @given(injuries())
    def test_totals_conserve_the_lines(self, injury: Injury) -> None:
        """Within each rhythm the totals of the payers add up to the lines; once and monthly are never mixed."""
        settlement = settle_injury(injury)
        for rhythm in Rhythm:
            lines = [line.counted for line in settlement.lines if line.rhythm is rhythm and line.counted is not None]
            totals = [each.amount for each in settlement.totals if each.rhythm is rhythm]
            assert total(totals) == total(lines)
        assert len({(each.payer, each.rhythm) for each in settlement.totals}) == len(settlement.totals)

    @given(injuries())
    def test_a_line_has_an_amount_or_needs_something(self, injury: Injury) -> None:
        """No line is silent, none begins after it ends, and every clause cited is carried out."""
        for line in settle_injury(injury).lines:
            assert (line.amount is None) is (line.needs is not None)
            assert line.amount is None or line.amount >= 0
            assert line.last is None or line.first <= line.last
            assert line.clause.encoded

    @given(injuries())
    def test_explaining_changes_nothing(self, injury: Injury) -> None:
        """Asked why, the rule answers the same."""
        assert explain(settle_injury, injury).outcome == settle_injury(injury)

    @given(injuries(), st.randoms())
    def test_the_order_of_dependants_is_irrelevant(self, injury: Injury, luck: Any) -> None:  # noqa: ANN401  (a Random)
        """The dependants in another order, the settlement is the same."""
        shuffled = list(injury.dependants)
        luck.shuffle(shuffled)
        assert settle_injury(attrs.evolve(injury, dependants=shuffled)) == settle_injury(injury)


def test_an_end_without_a_grade_is_told_once() -> None:
    """It needs a grade; the day of the grading, which is not there, is held against nothing."""
    ended = Termination(ended_on=GRADED, ground=TerminationGround.EXPIRY)
    errors = refusals(Injury, {"injured_on": HURT, "termination": ended})
    assert [(error.field, error.code) for error in errors] == [("termination", "needs_grade")]


def test_a_day_is_held_against_the_accident_first() -> None:
    """An end before the accident is told so, not only that it lies before the grading."""
    ended = Termination(ended_on=date(2021, 2, 28), ground=TerminationGround.EXPIRY)
    with pytest.raises(InvalidFactError, match=r"termination\.ended_on must not be before injured_on"):
        Injury(injured_on=HURT, grade=7, graded_on=GRADED, termination=ended)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"injured_on": None}, "injured_on"),
        ({"wage": 0}, "wage"),
        ({"wage": -1}, "wage"),
        ({"wage": 1.5}, "wage"),
        ({"original_wage": 0}, "original_wage"),
        ({"treatment": -1}, "treatment"),
        ({"leave_months": -1}, "leave_months"),
        ({"leave_extension_months": None}, "leave_extension_months"),
        ({"wage_class": 0}, "wage_class"),
        ({"wage_class": 5}, "wage_class"),
        ({"grade": 0, "graded_on": GRADED}, "grade"),
        ({"grade": "7", "graded_on": GRADED}, "grade"),
        ({"grade": 7}, "graded_on"),
        ({"graded_on": GRADED}, "grade"),
        ({"grade": 7, "graded_on": date(2021, 2, 28)}, "graded_on"),
        ({"care": CareDependency.FULL}, "care"),
        ({"care": "full", "grade": 1, "graded_on": GRADED}, "care"),
        ({"determined_on": date(2021, 2, 28)}, "determined_on"),
        ({"death": Death(died_on=date(2021, 2, 28), anchor=DeathAnchor.DEATH)}, "death.died_on"),
        (
            {"grade": 1, "graded_on": GRADED, "death": Death(died_on=HURT, anchor=DeathAnchor.DEATH)},
            "death.died_on",
        ),
        ({"termination": Termination(ended_on=GRADED, ground=TerminationGround.EXPIRY)}, "termination"),
        (
            {
                "grade": 7,
                "graded_on": GRADED,
                "termination": Termination(ended_on=HURT, ground=TerminationGround.EXPIRY),
            },
            "termination.ended_on",
        ),
        ({"stays": [Period(HURT, None)]}, r"stays\[0\]"),
        ({"stays": [Period(date(2021, 2, 28), HURT)]}, r"stays\[0\].first"),
        ({"stays": "ten days"}, "stays"),
        ({"lodging": [7]}, r"lodging\[0\]"),
        ({"dependants": [SPOUSE, SPOUSE]}, "dependants"),
        ({"dependants": 7}, "dependants"),
        ({"stopped_on": GRADED}, "stop_ground"),
        ({"stop_ground": StopGround.CONDITIONS_LOST}, "stopped_on"),
        ({"enrolled": "no"}, "enrolled"),
        ({"suitable_post": "no"}, "suitable_post"),
        ({"care_average": 7000}, "care_average"),
    ],
)
def test_bad_facts_of_an_injury(facts: dict[str, Any], field: str) -> None:
    """Each fact that breaks a rule, or contradicts another, is refused by name."""
    with pytest.raises(InvalidFactError, match=rf"Injury\.{field} must"):
        Injury(**{"injured_on": HURT, **facts})


@pytest.mark.parametrize(
    ("kind", "facts", "field"),
    [
        (Death, {"died_on": None}, "died_on"),
        (Death, {"anchor": "death"}, "anchor"),
        (Death, {"within_leave": "no"}, "within_leave"),
        (Death, {"average": 7000}, "average"),
        (Termination, {"ended_on": None}, "ended_on"),
        (Termination, {"wage": 0}, "wage"),
        (Termination, {"ground": None}, "ground"),
        (Termination, {"scale": Rate.percent(101)}, "scale"),
        (Termination, {"average": 7000}, "average"),
        (Disappearance, {"hardship": "no"}, "hardship"),
    ],
)
def test_bad_facts_of_its_parts(kind: Any, facts: dict[str, Any], field: str) -> None:  # noqa: ANN401  (a record)
    """A death, a termination and a disappearance check their own facts."""
    right: dict[Any, dict[str, Any]] = {
        Death: {"died_on": HURT, "anchor": DeathAnchor.DEATH},
        Termination: {"ended_on": HURT, "ground": TerminationGround.EXPIRY},
        Disappearance: {},
    }
    with pytest.raises(InvalidFactError, match=rf"{kind.__name__}\.{field} must"):
        kind(**{**right[kind], **facts})
