"""Settling an accident: the base of its benefits, what is taken for granted, and what it hangs on the standing."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import pytest

from gxinjury.benefits import (
    AverageArea,
    AverageSeries,
    AverageWage,
    Benefit,
    Dependant,
    DependantKind,
    DisabilityGrade,
    Payer,
    Receipt,
    Termination,
    TerminationGround,
)
from gxinjury.construction import (
    Accident,
    AccidentSettlement,
    BaseSource,
    BenefitFacts,
    Contract,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    assess_accident,
    project_cover,
)
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.law import LAW, Law
from gxinjury.law.readings import AverageWageYear, CompletionEndsRelation
from gxinjury.money import to_fen
from gxinjury.periods import Period

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
COVER: Final = project_cover(CONTRACT, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
NO_COVER: Final = ProjectCover(date(2016, 6, 30), ())
ROSTER: Final = Roster([RosterChange("张三", RosterChangeKind.ADD, date(2015, 10, 8))])
AVERAGE: Final = AverageWage.of_month("3903.83", AverageSeries.ON_POST, 2014)
GRADED: Final[dict[str, Any]] = {"grade": 7, "graded_on": date(2016, 11, 20), "treatment": 0}
IN_TIME: Final[dict[str, Any]] = {"employer_filed_on": date(2016, 3, 10), "determined_on": date(2016, 5, 1)}


def settled(
    facts: BenefitFacts,
    worker: str = "张三",
    *,
    cover: ProjectCover = COVER,
    law: Law = LAW,
    **accident: Any,  # noqa: ANN401  (any fact)
) -> AccidentSettlement:
    """Return the settlement of an accident on 2016-03-01, determined in time unless a fact says otherwise."""
    given = {"work_cause": True, "on_site": True, **IN_TIME, **accident}
    hurt = Accident(worker, datetime.fromisoformat("2016-03-01T09:00+08:00"), benefits=facts, **given)
    found = assess_accident(hurt, cover=cover, roster=ROSTER, law=law).settlement
    assert found is not None
    return found


def subsidy(found: AccidentSettlement) -> Decimal | None:
    """Return the lump-sum disability subsidy of a settlement."""
    assert found.settlement is not None
    [line] = found.settlement.of(Benefit.DISABILITY_SUBSIDY)
    return line.amount


def codes(found: AccidentSettlement) -> list[str]:
    """Return the codes of what is told beside a settlement."""
    return [finding.code for finding in found.findings]


class TestBase:
    """The base is given, computed from the own wages within their limits, or the average that stands in."""

    @pytest.mark.clause("REG-64")
    @pytest.mark.parametrize(
        ("wages", "base", "source"),
        [
            # W1, W3, W5 of the worked cases: 60 % of 3,903.83, in between, 300 % of it; then both limits themselves
            ([1500], "2342.298", BaseSource.RAISED),
            ([3400, 3600], "3500", BaseSource.OWN_WAGE),
            ([15000] * 12, "11711.49", BaseSource.CUT),
            (["2342.298"], "2342.298", BaseSource.OWN_WAGE),
            (["11711.49"], "11711.49", BaseSource.OWN_WAGE),
        ],
    )
    def test_own_wages_within_the_limits(self, wages: list[Any], base: str, source: BaseSource) -> None:
        """Below 60 % it is raised, above 300 % cut, on the limits neither; the subsidy of grade 7 is 13 of it."""
        found = settled(BenefitFacts(monthly_wages=wages, average=AVERAGE, **GRADED))
        assert found.base is not None
        assert (found.base.amount, found.base.source) == (Decimal(base), source)
        assert (found.base.months, found.base.average, str(found.base.clause)) == (len(wages), AVERAGE, "REG-64")
        assert subsidy(found) == to_fen(Decimal(base) * 13)

    @pytest.mark.clause("NN-5.2")
    def test_the_average_stands_in(self) -> None:
        """Where the own wage is hard to use the average of the city is the base: 66,749 a year in 2015."""
        found = settled(BenefitFacts(wage_hard_to_use=True, average_series=AverageSeries.ON_POST, **GRADED))
        assert found.base is not None
        assert (to_fen(found.base.amount), found.base.source) == (Decimal("5562.42"), BaseSource.AVERAGE_WAGE)
        assert (found.base.mean, found.base.months, str(found.base.clause)) == (None, 0, "NN-5.2")
        assert subsidy(found) == Decimal("72311.42")  # 66749 / 12 * 13 = 72311.41666...

    @pytest.mark.clause("NN-5.2")
    def test_the_year_is_a_reading(self) -> None:
        """Before the payment in 2018 the average is that of 2017, before the assessment of benefits that of 2016."""
        facts = BenefitFacts(
            wage_hard_to_use=True,
            average_series=AverageSeries.ON_POST,
            benefits_assessed_on=date(2017, 2, 1),
            benefits_paid_on=date(2018, 2, 1),
        )
        years = []
        for reading in AverageWageYear:
            base = settled(facts, law=LAW.reading(reading)).base
            assert base is not None
            assert base.average is not None
            years.append((reading.name, base.average.year))
        assert sorted(years) == [
            ("BEFORE_BENEFIT_ASSESSMENT", 2016),
            ("BEFORE_DETERMINATION", 2015),
            ("BEFORE_INJURY", 2015),
            ("BEFORE_PAYMENT", 2017),
        ]

    def test_as_given(self) -> None:
        """B1: a wage that is settled already is taken as it is; 6,905 a month make 89,765 for grade 7."""
        found = settled(BenefitFacts(wage=6905, **GRADED))
        assert found.base is not None
        assert (found.base.amount, found.base.source, found.base.average) == (Decimal(6905), BaseSource.GIVEN, None)
        assert subsidy(found) == Decimal("89765.00")

    def test_none_given(self) -> None:
        """Without any wage there is no base, and the line says that it needs one."""
        found = settled(BenefitFacts(**GRADED))
        assert (found.base, subsidy(found), codes(found)) == (None, None, [])

    def test_of_a_year_that_nobody_published(self) -> None:
        """A year's average that is not known is told with what supplies it; the rest is settled."""
        law = LAW.known_on(date(2014, 1, 1))
        found = settled(BenefitFacts(wage_hard_to_use=True, average_series=AverageSeries.FULL_SCOPE, **GRADED), law=law)
        assert (found.base, subsidy(found), codes(found)) == (None, None, ["base_not_known"])
        assert "average" in found.findings[0].text("en")
        assert str(found.findings[0].clause) == "NN-5.2"


class TestStanding:
    """Who pays follows from the worker's standing on the project, unless the facts tell another insurance."""

    FACTS: Final = BenefitFacts(wage=6905, **GRADED)

    @staticmethod
    def payers(found: AccidentSettlement) -> set[Payer]:
        """Return who pays the disability subsidy, which is the fund's of an insured worker."""
        assert found.settlement is not None
        return {line.payer for line in found.settlement.of(Benefit.DISABILITY_SUBSIDY)}

    @pytest.mark.clause("NN-5.1")
    def test_insured(self) -> None:
        """Of a worker on the roster the fund pays, and nothing is told."""
        found = settled(self.FACTS)
        assert (self.payers(found), codes(found)) == ({Payer.FUND}, [])

    @pytest.mark.clause("REG-62")
    def test_not_insured(self) -> None:
        """Outside every cover the worker counts as not enrolled: the employer pays it all."""
        found = settled(self.FACTS, cover=NO_COVER)
        assert (self.payers(found), codes(found)) == ({Payer.EMPLOYER}, ["settled_as_not_insured"])
        assert found.settlement is not None
        assert "not_enrolled" in [finding.code for finding in found.settlement.findings]

    def test_not_insured_but_enrolled_otherwise(self) -> None:
        """The employer's own enrolment makes the fund pay; that it is not the project's is told."""
        facts = BenefitFacts(wage=6905, enrolled=True, **GRADED)
        found = settled(facts, cover=NO_COVER)
        assert (self.payers(found), codes(found)) == ({Payer.FUND}, ["enrolled_otherwise"])

    def test_insured_but_said_not_to_be(self) -> None:
        """Facts that contradict the standing are followed and told."""
        found = settled(BenefitFacts(wage=6905, enrolled=False, **GRADED))
        assert (self.payers(found), codes(found)) == ({Payer.EMPLOYER}, ["not_enrolled_though"])

    def test_said_again(self) -> None:
        """Facts that agree with the standing are not told."""
        assert codes(settled(BenefitFacts(wage=6905, enrolled=True, **GRADED))) == []
        assert codes(settled(BenefitFacts(wage=6905, enrolled=False, **GRADED), cover=NO_COVER)) == []

    def test_not_decided(self) -> None:
        """While an authority has still to decide, the payers are those of an insured worker, as a finding says."""
        reported_at = datetime.fromisoformat("2016-03-02T09:00+08:00")
        found = settled(self.FACTS, "李四", on_site=False, reported_at=reported_at, determined_on=None)
        assert (self.payers(found), codes(found)) == (
            {Payer.FUND},
            ["settled_before_determination", "settled_as_insured"],
        )
        said = settled(BenefitFacts(wage=6905, enrolled=True, **GRADED), "李四", on_site=False)
        assert codes(said) == []

    def test_a_project_worker_by_standing(self) -> None:
        """Insured under the project one is a project worker, who may end the relation at its completion."""
        ended = Termination(ended_on=date(2019, 6, 1), wage=5000, ground=TerminationGround.COMPLETION)
        found = settled(BenefitFacts(wage=6905, termination=ended, **GRADED))
        assert found.settlement is not None
        assert found.settlement.of(Benefit.MEDICAL_SUBSIDY)
        with pytest.raises(InvalidFactError, match="project_worker=True"):
            settled(BenefitFacts(wage=6905, termination=ended, project_worker=False, **GRADED))
        with pytest.raises(InvalidFactError, match="project_worker=True"):
            settled(BenefitFacts(wage=6905, termination=ended, **GRADED), cover=NO_COVER)


class TestTakenForGranted:
    """What a settlement takes for granted is told."""

    FACTS: Final = BenefitFacts(wage=6905, **GRADED)

    def test_a_determination(self) -> None:
        """Before the determination it is not known to be a work injury."""
        assert codes(settled(self.FACTS, determined_on=None)) == ["settled_before_determination"]

    @pytest.mark.clause("NN-4.2")
    def test_an_application_in_time(self) -> None:
        """Day 30 is 2016-03-31; applied a day later, costs from the accident to the acceptance are the employer's."""
        in_time: dict[str, Any] = {"employer_filed_on": date(2016, 3, 31), "accepted_on": date(2016, 4, 5)}
        late: dict[str, Any] = {"employer_filed_on": date(2016, 4, 1), "accepted_on": date(2016, 4, 5)}
        assert codes(settled(self.FACTS, **in_time)) == []
        found = settled(self.FACTS, **late)
        assert codes(found) == ["late_costs_apart"]
        assert found.findings[0]["last"] == date(2016, 4, 5)
        assert codes(settled(self.FACTS, employer_filed_on=None)) == ["late_costs_apart_open"]
        assert codes(settled(self.FACTS, cover=NO_COVER, **late)) == ["settled_as_not_insured"]

    def test_an_insurance_at_home(self) -> None:
        """Posted abroad and insured there, nothing is settled: a finding says why, and the rest is answered."""
        found = settled(BenefitFacts(wage=6905, insured_abroad=True, **GRADED))
        assert (found.settlement, codes(found)) == (None, ["not_settled"])


def settled_on(
    day: str, facts: BenefitFacts, *, completed_on: date | None = None, law: Law = LAW
) -> AccidentSettlement:
    """Return the settlement of an accident of another day, on a project that may be completed."""
    hurt = Accident("张三", datetime.fromisoformat(f"{day}T09:00+08:00"), work_cause=True, on_site=True, benefits=facts)
    found = assess_accident(hurt, cover=COVER, roster=ROSTER, completed_on=completed_on, law=law).settlement
    assert found is not None
    return found


@pytest.mark.clause("RSF49-pooling", "REG-64")
class TestPoolingArea:
    """Whose average limits an own wage, on both sides of 2023-07-01."""

    @pytest.mark.parametrize(
        ("day", "base", "area", "year"),
        [
            ("2023-06-30", "5379.05", AverageArea.CITY, 2022),  # 60 % of 107,581 / 12
            ("2023-07-01", "4738.30", AverageArea.REGION, 2022),  # 60 % of 94,766 / 12
            ("2024-03-05", "4940.35", AverageArea.REGION, 2023),  # X8: 60 % of 98,807 / 12
        ],
    )
    def test_own_wages(self, day: str, base: str, area: AverageArea, year: int) -> None:
        """X8: twelve wages of 3,000 on the on-post series, lifted to 60 % of the area's average."""
        found = settled_on(day, BenefitFacts(monthly_wages=[3000] * 12, average_series=AverageSeries.ON_POST)).base
        assert found is not None
        assert found.average is not None
        assert (to_fen(found.amount), found.source) == (Decimal(base), BaseSource.RAISED)
        assert (found.average.area, found.average.year) == (area, year)

    def test_the_fall_back_stays_nannings(self) -> None:
        """An own wage that is hard to use is replaced by Nanning's average in 2024 too: 112,501 / 12."""
        found = settled_on("2024-03-05", BenefitFacts(wage_hard_to_use=True, average_series=AverageSeries.ON_POST)).base
        assert found is not None
        assert found.average is not None
        assert (to_fen(found.amount), found.average.area) == (Decimal("9375.08"), AverageArea.CITY)

    def test_a_city_average_that_is_given(self) -> None:
        """Nanning's own, given as such, makes way for the region's; one of no area stands."""
        for area, base in ((AverageArea.CITY, "4940.35"), (AverageArea.REGION, "5000.00"), (None, "5000.00")):
            average = AverageWage(100_000, AverageSeries.ON_POST, 2023, area)
            found = settled_on("2024-03-05", BenefitFacts(monthly_wages=[3000], average=average)).base
            assert found is not None
            assert to_fen(found.amount) == Decimal(base)


@pytest.mark.clause("NN-5.4")
class TestCompletion:
    """What the completion of the project brings where no termination is told."""

    FACTS: Final = BenefitFacts(wage=4000, grade=7, graded_on=date(2016, 5, 10), treatment=0)

    def subsidies(self, *, completed_on: date | None, law: Law = LAW) -> list[tuple[str, Decimal | None]]:
        """Return the termination subsidies of a worker of grade 7."""
        settlement = settled_on("2016-03-01", self.FACTS, completed_on=completed_on, law=law).settlement
        assert settlement is not None
        kinds = (Benefit.MEDICAL_SUBSIDY, Benefit.EMPLOYMENT_SUBSIDY)
        return [(f"{line.payer.name} {line.first}", line.amount) for kind in kinds for line in settlement.of(kind)]

    def test_x7(self) -> None:
        """X7: to the letter 56,000 from the fund and 48,000 from the employer; by default both are open."""
        literal = LAW.reading(CompletionEndsRelation.AT_COMPLETION)
        assert self.subsidies(completed_on=date(2016, 6, 30), law=literal) == [
            ("FUND 2016-06-30", Decimal(56_000)),
            ("EMPLOYER 2016-06-30", Decimal(48_000)),
        ]
        assert self.subsidies(completed_on=date(2016, 6, 30)) == [
            ("FUND 2016-06-30", None),
            ("EMPLOYER 2016-06-30", None),
        ]

    def test_a_project_in_progress(self) -> None:
        """Before the completion there is nothing to ask, by either reading."""
        for law in (LAW, LAW.reading(CompletionEndsRelation.AT_COMPLETION)):
            assert self.subsidies(completed_on=None, law=law) == []

    def test_hurt_after_it(self) -> None:
        """A completion before the accident ended no relation of this worker: only the day of the accident counts."""
        literal = LAW.reading(CompletionEndsRelation.AT_COMPLETION)
        assert self.subsidies(completed_on=date(2016, 2, 29), law=literal) == []
        assert len(self.subsidies(completed_on=date(2016, 3, 1), law=literal)) == 2


class TestFacts:
    """What is let in as facts of benefits."""

    @pytest.mark.clause("NN-5.2")
    @pytest.mark.parametrize("facts", [{"monthly_wages": [3000]}, {"wage_hard_to_use": True}])
    def test_which_average(self, facts: dict[str, Any]) -> None:
        """The accident, which knows the year, asks for a series and tells each one's figure, or that there is none."""
        for day, told in (
            (
                "2016-03-01",
                "on_post 城镇单位在岗职工（2015年 66,749 元）、non_private 城镇非私营单位就业人员（2015年 未见公布）",
            ),
            ("2024-03-05", "full_scope 全口径城镇单位就业人员（2023年 81,070 元）"),
        ):
            moment = datetime.fromisoformat(f"{day}T09:00+08:00")
            with pytest.raises(InvalidFactError) as caught:
                Accident("张三", moment, work_cause=True, on_site=True, benefits=BenefitFacts(**facts))
            assert (caught.value.record, caught.value.field) == ("BenefitFacts", "average_series")
            assert told in caught.value.text("zh")
            assert "通知未规定用哪一种，请向经办机构核实" in caught.value.text("zh")

    @pytest.mark.parametrize(
        ("facts", "field", "rule"),
        [
            ({"monthly_wages": []}, "monthly_wages", "wage_hard_to_use"),
            ({"monthly_wages": 3000}, "monthly_wages", "sequence"),
            ({"monthly_wages": "3000"}, "monthly_wages", "sequence"),
            ({"monthly_wages": [3000, -1], "average": AVERAGE}, "monthly_wages[1]", "must not be negative"),
            ({"wage_hard_to_use": 1}, "wage_hard_to_use", "True or False"),
            ({"wage": 1, "monthly_wages": [1], "average": AVERAGE}, "monthly_wages", "only way"),
            ({"wage": 1, "wage_hard_to_use": True, "average": AVERAGE}, "wage_hard_to_use", "only way"),
            ({"average": 1}, "average", "AverageWage"),
            ({"average_series": "on_post"}, "average_series", "AverageSeries"),
            ({"average": AVERAGE, "average_series": AverageSeries.ON_POST}, "average_series", "together"),
            ({"benefits_paid_on": 1}, "benefits_paid_on", "must be a day"),
            ({"benefits_assessed_on": "2016"}, "benefits_assessed_on", "must be a day"),
            ({"enrolled": "no"}, "enrolled", "True or False"),
            ({"project_worker": 1}, "project_worker", "True or False"),
            ({"graded_on": "2016"}, "graded_on", "must be a day"),
            ({"graded_on": date(2016, 3, 1)}, "grade", "together"),
            ({"grade": 11}, "grade", "from 1"),
            ({"wage": 0}, "wage", "above zero"),
            ({"stays": 1}, "stays", "sequence"),
            ({"stays": [Period(date(2016, 3, 1), None)]}, "stays[0]", "last day"),
            ({"dependants": [Dependant("a", DependantKind.OTHER)] * 2}, "dependants", "once"),
        ],
    )
    def test_refused(self, facts: dict[str, Any], field: str, rule: str) -> None:
        """Each fact that breaks a rule is named with its rule, whatever the accident."""
        with pytest.raises(InvalidFactError) as caught:
            BenefitFacts(**facts)
        assert caught.value.field == field
        assert rule in str(caught.value)

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"grade": 7, "graded_on": date(2016, 2, 29)}, "graded_on"),
            ({"grade": 7}, "graded_on"),
            ({"benefits_paid_on": date(2016, 2, 29)}, "benefits_paid_on"),
            ({"benefits_assessed_on": date(2016, 2, 29)}, "benefits_assessed_on"),
            ({"stays": [Period(date(2016, 2, 29), date(2016, 3, 2))]}, "stays[0].first"),
        ],
    )
    def test_does_not_fit_the_accident(self, facts: dict[str, Any], field: str) -> None:
        """What comes before the accident, and a grade without a day, are refused with the accident, not before."""
        with pytest.raises(InvalidFactError) as caught:
            settled(BenefitFacts(**facts))
        assert caught.value.field == field

    def test_on_the_day_of_the_accident(self) -> None:
        """The day of the accident itself is late enough for everything."""
        day = date(2016, 3, 1)
        facts = BenefitFacts(grade=7, graded_on=day, benefits_paid_on=day, stays=[Period(day, day)])
        assert settled(facts).settlement is not None

    def test_the_grade_was_found_on_the_day_of_the_assessment(self) -> None:
        """The accident's own day of assessment counts, unless the facts name another; without a grade there is none."""
        for graded_on, first in ((None, date(2016, 11, 20)), (date(2016, 12, 1), date(2016, 12, 1))):
            facts = BenefitFacts(wage=6905, grade=DisabilityGrade.SEVEN, graded_on=graded_on)
            found = settled(facts, assessed_on=date(2016, 11, 20)).settlement
            assert found is not None
            assert [line.first for line in found.of(Benefit.DISABILITY_SUBSIDY)] == [first]
        found = settled(BenefitFacts(wage=6905), assessed_on=date(2016, 11, 20)).settlement
        assert found is not None
        assert found.of(Benefit.DISABILITY_SUBSIDY) == ()

    def test_sequences_cannot_change(self) -> None:
        """What is handed in as a list is kept as a tuple."""
        receipts = [Receipt(day=date(2016, 3, 1), amount=30)]
        facts = BenefitFacts(travel_meals=receipts, lodging=receipts, monthly_wages=["1"], average=AVERAGE)
        receipts.clear()
        assert len(facts.travel_meals) == len(facts.lodging) == 1
        assert isinstance(facts.monthly_wages, tuple)

    def test_what_is_no_facts(self) -> None:
        """An accident takes facts of benefits and nothing else."""
        with pytest.raises(InvalidFactError, match=r"Accident\.benefits must be of type BenefitFacts"):
            settled({"wage": 1})  # type: ignore[arg-type]  # what is refused

    @pytest.mark.clause("REG-33")
    def test_what_only_the_law_can_tell(self) -> None:
        """More months of leave, or of wages, than the law knows are refused when it is asked."""
        with pytest.raises(InvalidFactError, match="must be at most 12, got 13"):
            settled(BenefitFacts(leave_months=13))
        with pytest.raises(InvalidFactError, match="12 months at the most, got 13"):
            settled(BenefitFacts(monthly_wages=[1] * 13, average=AVERAGE))


class TestExplained:
    """A settlement is a step of the accident's assessment."""

    def test_no_facts_no_step(self) -> None:
        """Nothing is settled, and nothing said of it, where no facts are told."""
        hurt = Accident("张三", datetime.fromisoformat("2016-03-01T09:00+08:00"), work_cause=True, on_site=True)
        asked = explain(assess_accident, hurt, cover=COVER, roster=ROSTER)
        assert asked.outcome.settlement is None
        assert "settle_accident" not in {step.name for step in asked.steps}

    def test_clauses_and_readings_come_up(self) -> None:
        """The clauses of benefits stand among those that the answer rests on; both languages can be told."""
        facts = BenefitFacts(wage_hard_to_use=True, average_series=AverageSeries.ON_POST, **GRADED)
        given: dict[str, Any] = {"work_cause": True, "on_site": True, "benefits": facts}
        hurt = Accident("张三", datetime.fromisoformat("2016-03-01T09:00+08:00"), **given)
        asked = explain(assess_accident, hurt, cover=COVER, roster=ROSTER)
        assert {"NN-5.2", "REG-37", "REG-33"} <= {str(clause) for clause in asked.clauses}
        assert AverageWageYear.BEFORE_INJURY in {step.outcome for step in asked.steps}
        assert "事故待遇核定" in asked.text("zh")
        assert "settlement of the accident" in asked.text("en")
