"""Accidents: what they are told by, where the worker stands, by when who files, and who bears the costs meanwhile."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.construction import (
    Accident,
    AccidentAssessment,
    BenefitFacts,
    Contract,
    CoverState,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    Standing,
    Worker,
    assess_accident,
    project_cover,
)
from gxinjury.construction.accident_review import fund_pays
from gxinjury.construction.injuries import takes_report
from gxinjury.determination import DatedCost, Exclusion, ExclusionReason
from gxinjury.explanations import explain
from gxinjury.extra.strategies import days
from gxinjury.law import LAW, Law
from gxinjury.law.readings import EmployerCostPeriod, EnrolledMeans, OnSiteUnlisted, ReportClock
from gxinjury.periods import Period, WorkCalendar
from tests.bad_input import NOT_DAYS, refused
from tests.construction.oracles import Weekends

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
COVER: Final = project_cover(CONTRACT, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
NO_COVER: Final = ProjectCover(date(2016, 6, 30), ())
DOUBTFUL: Final = ProjectCover(date(2016, 6, 30), (), (Period(date(2015, 10, 8), None),))
ROSTER: Final = Roster([RosterChange("张三", RosterChangeKind.ADD, date(2015, 10, 8))])


def moment(text: str) -> datetime:
    """Return a moment in China."""
    return datetime.fromisoformat(f"{text}+08:00")


def hurt(at: str = "2016-03-01T09:00", worker: str = "李四", **facts: Any) -> Accident:  # noqa: ANN401  (any fact)
    """Return an accident by a work cause on the site, unless a fact says otherwise."""
    return Accident(worker, moment(at), **{"work_cause": True, "on_site": True, **facts})


def assessed(
    accident: Accident,
    *,
    cover: ProjectCover = COVER,
    completed_on: date | None = None,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> AccidentAssessment:
    """Return the assessment of an accident on the project of these tests."""
    return assess_accident(accident, cover=cover, roster=ROSTER, completed_on=completed_on, calendar=calendar, law=law)


def codes(found: AccidentAssessment) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in found.findings]


class TestAccident:
    """An accident fits together, or is refused when it is told."""

    @pytest.mark.parametrize(
        ("field", "value", "rule"),
        [
            ("worker", " ", "must be a Worker, or a text"),
            ("happened_at", datetime(2016, 3, 1, 9), "must be a moment with its offset"),
            ("happened_at", date(2016, 3, 1), "must be a moment with its offset"),
            ("work_cause", "no", "must be True or False"),
            ("on_site", 1, "must be True or False"),
            ("verified", "yes", "must be True or False"),
            ("needs_assessment", None, "must be True or False"),
            ("extension_days", -1, "must be a whole number"),
            ("reported_at", datetime(2016, 3, 1, 10), "must be a moment with its offset"),
            ("reported_at", moment("2016-03-01T08:59"), "must not be before happened_at"),
            ("known_at", moment("2016-03-01T08:59"), "must not be before happened_at"),
            ("employer_filed_on", date(2016, 2, 29), "must not be before happened_at (2016-03-01)"),
            ("others_filed_on", date(2016, 2, 29), "must not be before happened_at"),
            ("accepted_on", date(2016, 2, 29), "must not be before happened_at"),
            ("determined_on", date(2016, 2, 29), "must not be before happened_at"),
            ("assessed_on", date(2016, 2, 29), "must not be before happened_at"),
        ],
    )
    def test_refuses_what_cannot_be(self, field: str, value: object, rule: str) -> None:
        """Nothing comes before the accident, and each field is what it says."""
        facts: dict[str, Any] = {"worker": "李四", "happened_at": moment("2016-03-01T09:00"), "work_cause": True}
        with refused("Accident", field, rule):
            Accident(**{**facts, "on_site": True, field: value})

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_refuses_what_is_no_day(self, value: object, rule: str) -> None:
        """Days are days."""
        with refused("Accident", "determined_on", rule):
            hurt(determined_on=value)

    @pytest.mark.parametrize("field", ["excluded", "costs"])
    def test_refuses_lists_of_something_else(self, field: str) -> None:
        """Exclusions and costs are records of their own."""
        with refused("Accident", f"{field}[0]", "must be of type"):
            hurt(**dict[str, Any]({field: [1]}))

    def test_a_cost_does_not_come_before_the_accident(self) -> None:
        """The day of the accident itself is right."""
        on_the_day = DatedCost(amount=1, incurred_on=date(2016, 3, 1))
        assert hurt(costs=[on_the_day]).costs == (on_the_day,)
        before = DatedCost(amount=1, incurred_on=date(2016, 2, 29))
        with refused("Accident", "costs[1].incurred_on", "must not be before happened_at"):
            hurt(costs=[on_the_day, before])

    def test_an_application_is_accepted_when_somebody_has_applied(self) -> None:
        """On the same day at the earliest, the first of two applications deciding."""
        first, second = date(2016, 3, 10), date(2016, 3, 20)
        hurt(employer_filed_on=second, others_filed_on=first, accepted_on=first)
        with refused("Accident", "accepted_on", "must not be before others_filed_on (2016-03-10)"):
            hurt(employer_filed_on=second, others_filed_on=first, accepted_on=date(2016, 3, 9))
        with refused("Accident", "accepted_on", "must not be before employer_filed_on (2016-03-20)"):
            hurt(employer_filed_on=second, accepted_on=date(2016, 3, 19))

    def test_the_first_filing(self) -> None:
        """The earlier of two; where only the acceptance is known, its day; nothing while nobody applied."""
        first, second = date(2016, 3, 10), date(2016, 3, 20)
        assert hurt(employer_filed_on=second, others_filed_on=first, accepted_on=second).first_filing == first
        assert hurt(accepted_on=second).first_filing == second
        assert hurt().first_filing is None

    def test_belongs_to_its_day_in_china(self) -> None:
        """Half past five in the afternoon in London is the next day in China."""
        late = Accident("李四", datetime.fromisoformat("2016-02-29T17:30+00:00"), work_cause=True, on_site=True)
        assert late.day == date(2016, 3, 1)

    def test_masks_the_id(self) -> None:
        """An id that a worker is known by is never shown."""
        assert "450103198001011233" not in repr(hurt(worker="450103198001011233"))


class TestWorkedCases:
    """D3, D7, D8, D13 and D14 of the worked cases."""

    @pytest.mark.clause("NN-3.2.3")
    @pytest.mark.parametrize(("reported", "standing"), [("14:30", "PENDING_VERIFICATION"), ("14:31", "UNSETTLED")])
    def test_d3(self, reported: str, standing: str) -> None:
        """Unlisted, off the site: reported within 48 hours, which do not roll over the holiday."""
        cover = project_cover(CONTRACT, paid_on=date(2015, 9, 30), accepted_on=date(2016, 6, 30))
        accident = hurt("2015-10-01T14:30", on_site=False, reported_at=moment(f"2015-10-03T{reported}"))
        found = assessed(accident, cover=cover, calendar=Weekends(known_through=2016))
        assert found.report_by == moment("2015-10-03T14:30")
        assert found.takes_report
        assert found.case.standing.name == standing
        assert ("accident_reported_late" in codes(found)) is (standing == "UNSETTLED")

    @pytest.mark.clause("NN-3.2.1", "NN-3.2.2")
    def test_d7(self) -> None:
        """Paid and reported on the day he was hurt: treated as insured on the site, pending off it once reported."""
        on_site = hurt("2015-10-08T14:30", worker="张三")
        off_site = attrs.evolve(on_site, on_site=False, reported_at=moment("2015-10-08T18:00"))
        assert assessed(on_site).case.standing is Standing.TREATED_AS_INSURED
        assert assessed(off_site).case.standing is Standing.PENDING_VERIFICATION
        law = LAW.reading(EnrolledMeans.REPORTED)
        assert assessed(off_site, law=law).case.standing is Standing.PROJECT_CLAIM
        assert assessed(off_site, law=law).report_by is None

    @pytest.mark.clause("NN-5.3")
    def test_d8(self) -> None:
        """Hurt inside the cover, completed before the decision: covered, and the employer bridges the time."""
        accident = hurt("2016-05-02T09:00", worker="张三", determined_on=date(2016, 8, 1))
        found = assessed(accident, completed_on=date(2016, 6, 30))
        assert found.case.standing is Standing.PROJECT_CLAIM
        assert found.bridge == Period(date(2016, 6, 30), None)
        decided = attrs.evolve(accident, assessed_on=date(2016, 10, 1))
        assert assessed(decided, completed_on=date(2016, 6, 30)).bridge == Period(date(2016, 6, 30), date(2016, 10, 1))
        death = attrs.evolve(accident, needs_assessment=False)
        assert assessed(death, completed_on=date(2016, 6, 30)).bridge == Period(date(2016, 6, 30), date(2016, 8, 1))
        assert assessed(accident).bridge is None

    @pytest.mark.clause("NN-4.2")
    @pytest.mark.parametrize(
        ("reading", "days", "fund", "employer"),
        [
            (EmployerCostPeriod.ACCIDENT_TO_ACCEPTANCE, "2016-03-01..2016-06-10", "4", "3"),
            (EmployerCostPeriod.LIMIT_TO_ACCEPTANCE, "2016-04-01..2016-06-10", "5", "2"),
            (EmployerCostPeriod.ACCIDENT_TO_LIMIT, "2016-03-01..2016-03-31", "6", "1"),
        ],
    )
    def test_d13(self, reading: EmployerCostPeriod, days: str, fund: str, employer: str) -> None:
        """Nobody filed before the acceptance: the costs of the period are the employer's, the others the fund's."""
        costs = [
            DatedCost(amount=1, incurred_on=date(2016, 3, 31)),
            DatedCost(amount=2, incurred_on=date(2016, 4, 1)),
            DatedCost(amount=4, incurred_on=date(2016, 6, 11)),
        ]
        accident = hurt(worker="张三", accepted_on=date(2016, 6, 10), costs=costs)
        found = assessed(accident, law=LAW.reading(reading))
        assert str(found.employer_costs) == days
        assert found.costs is not None
        assert (found.costs.fund, found.costs.employer) == (Decimal(fund), Decimal(employer))
        assert codes(found) == []

    @pytest.mark.clause("NN-4.3")
    def test_d14(self) -> None:
        """The worker files on day 20: nothing falls on the employer, who never filed."""
        accident = hurt(worker="张三", others_filed_on=date(2016, 3, 21), accepted_on=date(2016, 3, 26))
        found = assessed(accident)
        assert found.employer_costs is None
        assert codes(found) == []


@pytest.mark.clause("NN-3.2.0")
class TestWithoutCover:
    """Outside every cover nobody is insured under the project, the roster notwithstanding."""

    @pytest.mark.parametrize(("cover", "standing"), [(NO_COVER, "NOT_INSURED"), (DOUBTFUL, "UNSETTLED")])
    def test_the_cover_comes_first(self, cover: ProjectCover, standing: str) -> None:
        """No cover, or one that nobody has settled."""
        found = assessed(hurt(worker="张三"), cover=cover)
        assert found.case.standing.name == standing
        assert found.fund_pays is (False if standing == "NOT_INSURED" else None)

    @pytest.mark.clause("NN-5.1")
    def test_the_fund_bears_nothing(self) -> None:
        """Costs named are told as none of the fund's; nothing is bridged, that being for insured projects."""
        costs = [DatedCost(amount="100.50", incurred_on=date(2016, 3, 1))]
        found = assessed(hurt(costs=costs), cover=NO_COVER, completed_on=date(2016, 6, 30))
        assert found.costs is None
        assert found.bridge is None
        assert codes(found) == ["injury_outside_cover", "nobody_applied", "fund_does_not_pay"]
        assert found.findings[-1]["amount"] == Decimal("100.50")
        assert codes(assessed(hurt(), cover=NO_COVER)) == ["injury_outside_cover", "nobody_applied"]

    def test_no_report_is_asked_for(self) -> None:
        """Outside every cover the notice asks for no report; where cover is unsettled it does."""
        off_site = hurt(on_site=False)
        assert not assessed(off_site, cover=NO_COVER).takes_report
        assert assessed(off_site, cover=DOUBTFUL).takes_report


@pytest.mark.clause("NN-3.2.3")
class TestReport:
    """NN-3.2.3: who was not enrolled and was hurt by a work cause off the site is reported within 48 hours."""

    @pytest.mark.parametrize("worker", ["张三", "李四"])
    @pytest.mark.parametrize("on_site", [True, False])
    @pytest.mark.parametrize("work_cause", [True, False])
    @pytest.mark.parametrize("cover", list(CoverState))
    @pytest.mark.parametrize("reading", list(OnSiteUnlisted))
    def test_which_injuries_take_one(
        self, worker: str, on_site: bool, work_cause: bool, cover: CoverState, reading: OnSiteUnlisted
    ) -> None:
        """All facts against one sentence: unlisted, work cause, off the site or by reading on it, not without cover."""
        accident = hurt(worker=worker, on_site=on_site, work_cause=work_cause)
        covers = {CoverState.COVERED: COVER, CoverState.NOT_COVERED: NO_COVER, CoverState.UNSETTLED: DOUBTFUL}
        law = LAW.reading(reading)
        found = assessed(accident, cover=covers[cover], law=law)
        is_listed = worker == "张三" and cover is CoverState.COVERED
        expected = (
            cover is not CoverState.NOT_COVERED
            and not is_listed
            and work_cause
            and (not on_site or reading is OnSiteUnlisted.REPORT_FIRST)
        )
        assert found.takes_report is takes_report(found.case.injury, law) is expected
        assert (found.report_by is not None) is expected

    def test_counts_from_knowledge_by_reading(self) -> None:
        """Where the employer's knowledge is not known, there is no last moment, and a finding asks for it."""
        law = LAW.reading(ReportClock.KNOWLEDGE)
        known = hurt(on_site=False, known_at=moment("2016-03-02T10:00"))
        assert assessed(known, law=law).report_by == moment("2016-03-04T10:00")
        found = assessed(hurt(on_site=False), law=law)
        assert (found.takes_report, found.report_by) == (True, None)
        assert "knowledge_not_known" in codes(found)


@pytest.mark.clause("NN-5.1")
def test_the_fund_pays_who_is_insured_or_treated_so() -> None:
    """NN-5.1: two standings are paid, one is not, and three wait for somebody to decide."""
    undecided = explain(fund_pays, Standing.UNSETTLED)
    assert undecided.text("zh").startswith("待遇由基金支付 [NN-5.1]：待定\n")
    assert undecided.text("en").startswith("the fund pays [NN-5.1]: not decided yet\n")
    answers = {standing.name: fund_pays(standing) for standing in Standing}
    assert answers == {
        "PROJECT_CLAIM": True,
        "SCOPE_DECIDES": None,
        "TREATED_AS_INSURED": True,
        "PENDING_VERIFICATION": None,
        "UNSETTLED": None,
        "NOT_INSURED": False,
    }


class TestLimits:
    """NN-4.1 and NN-4.3: who files by when, and what is told of those who did not."""

    @pytest.mark.clause("NN-4.1")
    @pytest.mark.parametrize(("filed_on", "is_late"), [(date(2016, 3, 31), False), (date(2016, 4, 1), True)])
    def test_the_employer(self, filed_on: date, *, is_late: bool) -> None:
        """Thirty days after the accident; a day later is late, and costs the employer."""
        found = assessed(hurt(worker="张三", employer_filed_on=filed_on))
        assert found.employer_files_by.day == date(2016, 3, 31)
        assert ("employer_filed_late" in codes(found)) is is_late
        assert (found.employer_costs is not None) is is_late

    @pytest.mark.clause("NN-4.3")
    @pytest.mark.parametrize(("filed_on", "is_late"), [(date(2017, 3, 1), False), (date(2017, 3, 2), True)])
    def test_the_others(self, filed_on: date, *, is_late: bool) -> None:
        """A year after the accident; it does not matter where the employer applied."""
        found = assessed(hurt(worker="张三", others_filed_on=filed_on))
        assert found.others_file_by.day == date(2017, 3, 1)
        assert ("others_filed_late" in codes(found)) is is_late
        both = hurt(worker="张三", others_filed_on=filed_on, employer_filed_on=date(2016, 3, 2))
        assert codes(assessed(both)) == []

    def test_extension_and_exclusions_reach_the_limits(self) -> None:
        """What the authority consented to, and what is left out of the year."""
        suit = Exclusion(Period(date(2016, 9, 1), date(2016, 9, 30)), ExclusionReason.LABOUR_DISPUTE)
        found = assessed(hurt(extension_days=30, excluded=[suit]))
        assert found.employer_files_by.day == date(2016, 4, 30)
        assert found.others_file_by.day == date(2017, 3, 31)

    @pytest.mark.clause("NN-4.2")
    def test_nobody_applied(self) -> None:
        """It looks at no clock: the costs are told as those of the case that nobody applies in time."""
        found = assessed(hurt(worker="张三"))
        assert found.employer_costs == Period(date(2016, 3, 1), None)
        assert codes(found) == ["nobody_applied"]
        assert (found.findings[0]["limit"], found.findings[0]["first"]) == ("2016-03-31", date(2016, 3, 1))

    @pytest.mark.clause("NN-4.2")
    @pytest.mark.parametrize(
        ("who", "expected"),
        [
            ("employer_filed_on", ["filed_between", "costs_undetermined"]),
            ("others_filed_on", ["costs_undetermined"]),
        ],
    )
    def test_days_off_that_nobody_announced(self, who: str, expected: list[str]) -> None:
        """An application between the two days that the limit can end on: who bears the costs is a finding, no error."""
        calendar = Weekends(known_through=2015)
        facts: dict[str, Any] = {who: date(2016, 4, 2)}
        filed = hurt(worker="张三", costs=[DatedCost(amount=1, incurred_on=date(2016, 3, 1))], **facts)
        found = assessed(filed, calendar=calendar)
        assert found.employer_files_by.day is None
        assert (found.employer_costs, found.costs) == (None, None)
        assert codes(found) == expected
        assert "2016-03-31/2016-04-04" in found.findings[-1].text("zh")

    @pytest.mark.clause("NN-4.3")
    def test_the_year_may_end_on_days_that_nobody_announced(self) -> None:
        """An application of the others between two days is told; that the employer was late is certain all the same."""
        found = assessed(hurt(worker="张三", others_filed_on=date(2017, 3, 3)), calendar=Weekends(known_through=2016))
        assert "filed_between" in codes(found)
        assert found.employer_costs == Period(date(2016, 3, 1), None)

    @given(days(date(2016, 3, 1), date(2016, 12, 31)), days(date(2016, 3, 1), date(2016, 12, 31)))
    @pytest.mark.clause("NN-4.2")
    def test_filing_earlier_never_costs_the_employer_more(self, one: date, other: date) -> None:
        """Of two days of applying, accepted a week later, the earlier one never costs more; the whole is conserved."""
        costs = [DatedCost(amount=1, incurred_on=date(2016, 3, 1) + timedelta(days=day)) for day in range(0, 340, 5)]
        borne = []
        for filed_on in sorted([one, other]):
            accepted_on = filed_on + timedelta(days=7)
            accident = hurt(worker="张三", employer_filed_on=filed_on, accepted_on=accepted_on, costs=costs)
            split = assessed(accident).costs
            assert split is not None
            assert split.whole == len(costs)
            borne.append(split.employer)
        assert borne[0] <= borne[1]


class TestDoor:
    """What the question refuses."""

    def test_what_is_no_accident(self) -> None:
        """Accident, roster and day are what they say."""
        facts: dict[str, Any] = {"cover": COVER, "roster": ROSTER}
        with refused("assess_accident", "accident", "must be of type Accident"):
            assess_accident("张三", **facts)  # type: ignore[arg-type]  # to see it refused
        with refused("assess_accident", "roster", "must be of type Roster"):
            assess_accident(hurt(), **{**facts, "roster": ()})
        with refused("assess_accident", "completed_on", "must be a day"):
            assess_accident(hurt(), **facts, completed_on="x")  # type: ignore[arg-type]  # likewise

    def test_an_extension_that_guangxi_does_not_allow(self) -> None:
        """At most 60 days in all."""
        assert assessed(hurt(extension_days=30)).employer_files_by.day == date(2016, 4, 30)
        with refused("employer_deadline", "extension_days", "must not be above 30 days"):
            assessed(hurt(extension_days=31))

    @given(st.booleans(), st.booleans(), days(date(2015, 9, 1), date(2016, 12, 31)))
    def test_explaining_changes_nothing(self, on_site: bool, work_cause: bool, day: date) -> None:
        """The answer is the same with its reasons, on any day."""
        accident = hurt(f"{day}T09:00", on_site=on_site, work_cause=work_cause)
        facts: dict[str, Any] = {"cover": COVER, "roster": ROSTER}
        assert explain(assess_accident, accident, **facts).outcome == assess_accident(accident, **facts)


@pytest.mark.clause("NN-4.2", "NN-4.1")
@pytest.mark.parametrize(
    ("filed_on", "expected"),
    [(date(2016, 5, 31), None), (date(2016, 6, 1), Period(date(2016, 3, 1), date(2016, 6, 7)))],
)
def test_where_the_harm_showed_later_the_costs_run_from_the_accident(filed_on: date, expected: Period | None) -> None:
    """The thirty days count from 2016-05-01, when the harm showed; the costs of a late employer from the accident."""
    late = hurt(shown_on=date(2016, 5, 1), employer_filed_on=filed_on, accepted_on=date(2016, 6, 7))
    assert assessed(late).employer_costs == expected


@pytest.mark.clause("NN-3.1.1")
def test_a_name_stands_for_the_only_worker_of_it() -> None:
    """He is told as taken for the one with the id, in a file and in Python alike; by his id nothing is told."""
    zhang = Worker("张三", "450103198001011233")
    roster = Roster([RosterChange(zhang, RosterChangeKind.ADD, date(2015, 10, 8))])
    by_name, by_id = (
        assess_accident(hurt(worker=one), cover=COVER, roster=roster) for one in ("张三", "450103198001011233")
    )
    assert by_name.case.standing is by_id.case.standing is Standing.PROJECT_CLAIM
    assert by_name.accident.worker == by_id.accident.worker == zhang
    [told] = [one for one in by_name.findings if one.code == "told_by_name"]
    assert (str(told.clause), dict(told.values)) == ("NN-3.1.1", {"told": "张三", "worker": zhang})
    assert "told_by_name" not in codes(by_id)
    another = RosterChange(Worker("张三", "450103198001011241"), RosterChangeKind.ADD, date(2015, 10, 8))
    with refused("Accident", "worker", "must be told by the resident id"):
        assess_accident(hurt(worker="张三"), cover=COVER, roster=Roster([*roster, another]))


@pytest.mark.clause("NN-4.1", "NN-5.1")
def test_where_the_harm_showed_later_the_benefits_are_those_of_the_accident() -> None:
    """Shown and determined long after: standing, wage and the fund's lines are as if it had shown at once."""
    benefits = BenefitFacts(wage=4_000, grade=7, graded_on=date(2016, 11, 20), treatment=0)
    at_once, later = (
        assessed(
            hurt(shown_on=shown_on, employer_filed_on=filed_on, determined_on=date(2016, 10, 1), benefits=benefits)
        )
        for shown_on, filed_on in ((None, date(2016, 3, 10)), (date(2016, 9, 1), date(2016, 9, 10)))
    )
    assert later.case.standing is at_once.case.standing
    assert later.settlement is not None
    assert at_once.settlement is not None
    assert later.settlement.settlement == at_once.settlement.settlement
    assert later.settlement.settlement is not None
    assert Decimal("52000.00") in [line.amount for line in later.settlement.settlement.lines]
    assert "limits_from_harm" in [one.code for one in later.findings]
