"""Injuries on and off the site: the whole table of NN-3.2, and the injury derived from roster and cover."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury.construction import (
    Contract,
    CoverState,
    InjuryCase,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    SiteInjury,
    Standing,
    Worker,
    project_cover,
    site_injury,
    standing,
)
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import Explanation, explain
from gxinjury.facts import CHINA
from gxinjury.law import LAW, Law
from gxinjury.law.readings import (
    EmployerEnrolment,
    EnrolledMeans,
    InitialRoster,
    OnSiteUnlisted,
    RemovalEffect,
    ReportClock,
    UnlistedDeemed,
)
from gxinjury.statutes import Reading
from tests.bad_input import refused
from tests.cases import law_with, rows
from tests.construction.people import resident_ids

ADD, REMOVE = RosterChangeKind.ADD, RosterChangeKind.REMOVE
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
ACCIDENT: Final = datetime(2015, 11, 10, 8, 30, tzinfo=CHINA)
END_OF_OCTOBER: Final = datetime(2015, 10, 31, 23, 59, tzinfo=CHINA)
KNOWN: Final = ACCIDENT + timedelta(hours=10)
HOURS_48: Final = timedelta(hours=48)
SECOND: Final = timedelta(seconds=1)
ID: Final = "450103198001011233"

REPORTS: Final[dict[str, datetime | None]] = {
    "never": None,
    "at once": ACCIDENT,
    "last moment from the accident": ACCIDENT + HOURS_48,
    "a second later": ACCIDENT + HOURS_48 + SECOND,
    "last moment from knowledge": KNOWN + HOURS_48,
    "a second later still": KNOWN + HOURS_48 + SECOND,
}
IN_TIME: Final = {
    ReportClock.ACCIDENT: {"at once", "last moment from the accident"},
    ReportClock.KNOWLEDGE: {
        "at once",
        "last moment from the accident",
        "a second later",
        "last moment from knowledge",
    },
}

SAFER: Final = "report_is_safer"

ANY: Final = None
COLUMNS: Final = (
    *("cover", "enrolled", "by_employer", "EmployerEnrolment", "deemed", "UnlistedDeemed", "work_cause", "on_site"),
    *("OnSiteUnlisted", "verified", "in_time", "standing"),
)
# The words of the clause, a group of columns each; ANY where they do not ask.
# NN-3.2.1: whose employer has done the enrolment, by the roster or, unless it is read otherwise, by his own insurance
ENROLLED: Final = ((True, ANY, ANY), (False, True, "ROSTER_OR_EMPLOYER"))
UNLISTED: Final = ((False, False, ANY), (False, True, "ROSTER_ONLY"))
# NN-3.2.2: by a work cause, or only deemed a work injury and read as one by a work cause
BY_WORK: Final = ((False, ANY, True), (True, "AS_WORK_CAUSE", ANY))
# NN-3.2.3: off the site; by the press on the site too
VERIFICATION: Final = ((False, ANY), (True, "REPORT_FIRST"))
TABLE: Final = (
    # cover         enrolment          cause                    place  unlisted on site  verified  in time  standing
    ("NOT_COVERED", ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, "NOT_INSURED"),
    ("UNSETTLED", ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY, "UNSETTLED"),
    *(("COVERED", *one, False, ANY, True, ANY, ANY, ANY, ANY, "PROJECT_CLAIM") for one in ENROLLED),
    *(("COVERED", *one, False, ANY, False, ANY, ANY, ANY, ANY, "SCOPE_DECIDES") for one in ENROLLED),
    *(("COVERED", *one, True, ANY, ANY, ANY, ANY, ANY, ANY, "SCOPE_DECIDES") for one in ENROLLED),
    *(("COVERED", *one, False, ANY, False, ANY, ANY, ANY, ANY, "NOT_INSURED") for one in UNLISTED),
    *(("COVERED", *one, True, "UNSETTLED", ANY, ANY, ANY, ANY, ANY, "UNSETTLED") for one in UNLISTED),
    *(("COVERED", *one, True, "NOT_INSURED", ANY, ANY, ANY, ANY, ANY, "NOT_INSURED") for one in UNLISTED),
    *(
        ("COVERED", *one, *cause, True, "TREATED", ANY, ANY, "TREATED_AS_INSURED")
        for one, cause in product(UNLISTED, BY_WORK)
    ),
    *(
        ("COVERED", *one, *cause, *place, *answer)
        for one, cause, place in product(UNLISTED, BY_WORK, VERIFICATION)
        for answer in (
            ("yes", ANY, "TREATED_AS_INSURED"),
            ("no", ANY, "NOT_INSURED"),
            ("not yet", True, "PENDING_VERIFICATION"),
            ("not yet", False, "UNSETTLED"),
        )
    ),
)
READINGS: Final[dict[str, type[Reading]]] = {
    kind.__name__: kind for kind in (EmployerEnrolment, UnlistedDeemed, OnSiteUnlisted)
}
VERIFIED: Final = {"yes": True, "no": False, "not yet": None}


def injury(**facts: Any) -> SiteInjury:  # noqa: ANN401  (any facts)
    """Return an injury off the site, by a work cause, of a worker not enrolled, with these facts changed."""
    plain: dict[str, Any] = {
        "happened_at": ACCIDENT,
        "work_cause": True,
        "on_site": False,
        "enrolled": False,
        "cover": CoverState.COVERED,
    }
    return SiteInjury(**(plain | facts))


@pytest.mark.clause("NN-3.2.0", "NN-3.2.1", "NN-3.2.2", "NN-3.2.3")
class TestTable:
    """The table over all facts and the readings it consults."""

    @pytest.mark.parametrize("unlisted", OnSiteUnlisted, ids=str)
    @pytest.mark.parametrize("as_deemed", UnlistedDeemed, ids=str)
    @pytest.mark.parametrize("by", EmployerEnrolment, ids=str)
    @pytest.mark.parametrize("clock", ReportClock, ids=str)
    def test_answers_every_case(
        self, clock: ReportClock, by: EmployerEnrolment, as_deemed: UnlistedDeemed, unlisted: OnSiteUnlisted
    ) -> None:
        """Each combination of facts falls under exactly one row, and the answer is that row's."""
        law = LAW.reading(clock, by, as_deemed, unlisted)
        asked = 0
        flags = (False, True)
        for cover, told, verified, report in product(CoverState, product(flags, repeat=5), VERIFIED, REPORTS):
            enrolled, by_employer, deemed, work, on_site = told
            facts = (
                *(cover.name, enrolled, by_employer, by.name, deemed, as_deemed.name, work, on_site, unlisted.name),
                *(verified, report in IN_TIME[clock]),
            )
            [row] = [row for row in TABLE if all(one in (ANY, other) for one, other in zip(row, facts, strict=False))]
            given_facts = injury(
                work_cause=work,
                on_site=on_site,
                enrolled=enrolled,
                cover=cover,
                reported_at=REPORTS[report],
                known_at=KNOWN,
                verified=VERIFIED[verified],
                enrolled_by_employer=by_employer,
                deemed=deemed,
            )
            assert standing(given_facts, law=law) is Standing[row[-1]], (facts, report)
            asked += 1
        assert asked == 1728

    def test_every_standing_and_every_row_is_reached(self) -> None:
        """The table itself leaves no standing out and says nothing twice."""
        assert {row[-1] for row in TABLE} == {one.name for one in Standing}
        assert len({row[:-1] for row in TABLE}) == len(TABLE)
        assert {len(row) for row in TABLE} == {len(COLUMNS)}

    @pytest.mark.parametrize("row", TABLE, ids=str)
    def test_asks_only_for_what_the_row_names(self, row: tuple[Any, ...]) -> None:
        """A record with holes answers where the row does not ask; touching a hole would fail."""
        told = {name: value for name, value in zip(COLUMNS, row, strict=True) if value is not ANY}
        facts: dict[str, Any] = {"cover": CoverState[told["cover"]]}
        facts |= {name: told[name] for name in ("enrolled", "deemed", "work_cause", "on_site") if name in told}
        if "by_employer" in told:
            facts["enrolled_by_employer"] = told["by_employer"]
        if "verified" in told:
            facts["verified"] = VERIFIED[told["verified"]]
        if "in_time" in told:
            facts |= {"reported_at": ACCIDENT, "happened_at": ACCIDENT} if told["in_time"] else {"reported_at": None}
        if row[-1] == "SCOPE_DECIDES" and "work_cause" not in told:
            facts["work_cause"] = True  # asked for first: by no work cause, the answer would be the same
        if row[-1] == "SCOPE_DECIDES" and told["deemed"] is False:
            del facts["deemed"]  # by no work cause, it is not asked for
        holed = object.__new__(SiteInjury)
        for name, value in facts.items():
            object.__setattr__(holed, name, value)
        law = LAW.reading(*(kind[told[name]] for name, kind in READINGS.items() if name in told))
        assert standing(holed, law=law) is Standing[told["standing"]]


@pytest.mark.clause("NN-3.2.3")
class TestReportClock:
    """NN-3.2.3: 48 hours from the accident, or from knowledge by reading."""

    @given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=5)))
    def test_a_report_is_in_time_for_48_hours(self, after: timedelta) -> None:
        """To the very moment, and earlier is never worse."""
        answer = standing(injury(reported_at=ACCIDENT + after))
        assert answer is (Standing.PENDING_VERIFICATION if after <= HOURS_48 else Standing.UNSETTLED)

    def test_knowledge_must_be_known_by_that_reading(self) -> None:
        """The refusal says what to supply; where there is no report nothing has to be counted."""
        law = LAW.reading(ReportClock.KNOWLEDGE)
        with refused("report_deadline", "known_at", "must", got="None"):
            standing(injury(reported_at=ACCIDENT), law=law)
        assert standing(injury(), law=law) is Standing.UNSETTLED

    def test_knowledge_does_not_matter_by_default(self) -> None:
        """Known late, the 48 hours from the accident are over all the same."""
        late = injury(known_at=KNOWN, reported_at=KNOWN + HOURS_48)
        assert standing(late) is Standing.UNSETTLED


class TestCautions:
    """What is to be minded before relying on an answer."""

    def test_may_is_a_caution(self) -> None:
        """NN-3.2.2 says "may", and no other clause of the table does."""
        explanation = explain(standing, injury(on_site=True))
        assert "at the authority's discretion" in explanation.text("en")
        assert "由人力资源和社会保障行政部门裁量" in explanation.text("zh")
        verified = explain(standing, injury(verified=True))
        assert verified.outcome is Standing.TREATED_AS_INSURED
        assert "discretion" not in verified.text("en")
        assert "discretion" not in explain(standing, injury(enrolled=True)).text("en")

    def test_on_the_site_it_holds_all_the_more(self) -> None:
        """NN-3.2.1 speaks of injuries off the site only, and the explanation says so."""
        explanation = explain(standing, injury(enrolled=True, on_site=True))
        assert "on the site it holds all the more" in explanation.text("en")
        assert [str(clause) for clause in explanation.clauses] == ["NN-3.2.0", "NN-3.2.1"]

    def test_asks_for_a_reading_only_where_it_matters(self) -> None:
        """Enrolled, verified, or by no work cause: no reading turns the answer."""
        for facts in ({"enrolled": True}, {"verified": True}, {"work_cause": False, "on_site": True}, {}):
            explanation: Explanation[Standing] = explain(standing, injury(**facts))
            assert not [step for step in explanation.steps if step.kind.name == "READING"]
        on_site = explain(standing, injury(on_site=True))
        assert [step.name for step in on_site.steps if step.kind.name == "READING"] == ["OnSiteUnlisted"]


class TestSiteInjury:
    """What the record lets in."""

    def test_moves_moments_to_china(self) -> None:
        """A moment told in another zone is the same moment."""
        told = injury(happened_at=ACCIDENT.astimezone(UTC), reported_at=ACCIDENT.astimezone(UTC), known_at=ACCIDENT)
        assert told == injury(reported_at=ACCIDENT, known_at=ACCIDENT)
        assert told.happened_at.utcoffset() == timedelta(hours=8)

    @pytest.mark.parametrize("field", ["reported_at", "known_at"])
    def test_refuses_what_comes_before_the_accident(self, field: str) -> None:
        """At the moment itself is not before it."""
        assert getattr(injury(**{field: ACCIDENT}), field) == ACCIDENT
        with refused("SiteInjury", field, "must not be before happened_at"):
            injury(**{field: ACCIDENT - SECOND})

    @pytest.mark.parametrize("field", ["happened_at", "reported_at", "known_at"])
    @pytest.mark.parametrize("value", [datetime(2015, 11, 11), date(2015, 11, 11), "2015-11-11T08:00+08:00", 7])
    def test_refuses_what_is_no_moment(self, field: str, value: Any) -> None:  # noqa: ANN401  (bad input)
        """A moment knows its offset."""
        with refused("SiteInjury", field, "must be a moment with its offset"):
            injury(**{field: value})

    @pytest.mark.parametrize(
        "field", ["work_cause", "on_site", "enrolled", "verified", "enrolled_by_employer", "deemed"]
    )
    @pytest.mark.parametrize("value", ["no", 1])
    def test_refuses_what_is_no_flag(self, field: str, value: Any) -> None:  # noqa: ANN401  (bad input)
        """The text "no" is not true."""
        with refused("SiteInjury", field, "must be True or False"):
            injury(**{field: value})

    def test_refuses_what_is_no_cover_state_and_no_injury(self) -> None:
        """A cover is one of three; a standing is an injury's."""
        with refused("SiteInjury", "cover", "must be of type CoverState", got="True"):
            injury(cover=True)
        with refused("standing", "injury", "must be of type SiteInjury", got="None"):
            standing(None)  # type: ignore[arg-type]  # bad input


def cover_of(paid_on: date = date(2015, 10, 8), accepted_on: date | None = date(2016, 6, 30)) -> ProjectCover:
    """Return the cover of the project of D7."""
    return project_cover(CONTRACT, paid_on=paid_on, accepted_on=accepted_on)


def case(changes: Any, happened_at: datetime = ACCIDENT, law: Law = LAW, **facts: Any) -> InjuryCase:  # noqa: ANN401
    """Return an injury of 张三 off the site, by a work cause, with these facts changed."""
    plain: dict[str, Any] = {"cover": cover_of(), "worker": "张三", "work_cause": True, "on_site": False}
    return site_injury(changes=changes, happened_at=happened_at, law=law, **(plain | facts))


def nov(day: int) -> date:
    """Return a day of November 2015; the accident is on the 10th."""
    return date(2015, 11, day)


def found(answer: InjuryCase) -> list[str]:
    """Return the codes of what was found."""
    return [finding.code for finding in answer.findings]


@pytest.mark.clause("NN-3.2.0", "NN-3.1.2")
class TestDerived:
    """The injury as roster and cover show it."""

    @pytest.mark.parametrize(
        "row", [row for row in rows("roster") if row["question"] == "site_injury"], ids=lambda row: row["id"]
    )
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """D3, D7 and D8, the moments around them, and the readings they name."""
        changes = [RosterChange("张三", ADD, row["reported_on"])] if "reported_on" in row else []
        answer = case(
            changes,
            row["happened_at"],
            law_with(row.get("readings", ())),
            cover=cover_of(row.get("paid_on", date(2015, 10, 8))),
            on_site=row["on_site"],
            reported_at=row.get("reported_at"),
        )
        assert answer.standing is Standing[row["standing"]]
        assert answer.injury.enrolled is row["enrolled"]
        assert answer.standing is standing(answer.injury, law=law_with(row.get("readings", ())))

    def test_outside_every_cover(self) -> None:
        """Not insured, with a finding; a project that was never covered enrols nobody, by any reading."""
        changes = [RosterChange("张三", ADD, nov(1))]
        after = case(changes, datetime(2016, 7, 1, tzinfo=CHINA))
        assert (after.standing, found(after)) == (Standing.NOT_INSURED, ["injury_outside_cover"])
        never = case(changes, cover=cover_of(date(2016, 7, 1)), law=LAW.reading(InitialRoster.WITH_PAYMENT))
        assert (never.standing, found(never)) == (Standing.NOT_INSURED, ["injury_outside_cover"])
        assert not never.injury.enrolled

    def test_under_an_unsettled_cover(self) -> None:
        """Unsettled, with a finding."""
        answer = case(
            [RosterChange("张三", ADD, nov(1))], datetime(2016, 7, 1, tzinfo=CHINA), cover=cover_of(accepted_on=None)
        )
        assert (answer.standing, found(answer)) == (Standing.UNSETTLED, ["injury_cover_unsettled"])

    def test_not_on_the_roster(self) -> None:
        """Told as such, with the report that is missing."""
        answer = case([RosterChange("李四", ADD, nov(1))])
        assert (answer.standing, found(answer)) == (Standing.UNSETTLED, ["not_on_roster", "accident_not_reported"])
        assert answer.findings[1]["limit"] == ACCIDENT + HOURS_48

    def test_removed_without_ever_being_on(self) -> None:
        """A removal alone puts nobody on the roster."""
        assert found(case([RosterChange("张三", REMOVE, nov(1))], on_site=True)) == ["not_on_roster", SAFER]

    def test_listed_only_after_the_accident(self) -> None:
        """A report on the day after is too late for it; the month-end limit tells whether it was late at all."""
        answer = case([RosterChange("张三", ADD, nov(11), happened_on=nov(5))], on_site=True)
        assert answer.standing is Standing.TREATED_AS_INSURED
        assert found(answer) == ["listed_after_accident", "report_not_yet_due", SAFER]
        assert answer.findings[1]["limit"] == nov(30)
        last_day = case(
            [RosterChange("张三", ADD, nov(11), happened_on=date(2015, 10, 5))], END_OF_OCTOBER, on_site=True
        )
        assert found(last_day) == ["listed_after_accident", "report_not_yet_due", SAFER]
        overdue = case([RosterChange("张三", ADD, nov(11), happened_on=date(2015, 10, 31))], on_site=True)
        assert found(overdue) == ["listed_after_accident", SAFER]

    @pytest.mark.parametrize("happened_on", [None, date(2014, 12, 31)])
    def test_a_limit_that_is_not_known_is_not_told(self, happened_on: date | None) -> None:
        """The day of the change is unknown, or lies before the notice."""
        answer = case([RosterChange("张三", ADD, nov(11), happened_on)], on_site=True)
        assert found(answer) == ["listed_after_accident", SAFER]

    def test_reported_on_the_day_of_the_accident(self) -> None:
        """Not yet in effect; told so under either reading of "enrolled"."""
        changes = [RosterChange("张三", ADD, nov(10))]
        answer = case(changes, on_site=True)
        assert (answer.standing, found(answer)) == (Standing.TREATED_AS_INSURED, ["not_effective_yet", SAFER])
        assert str(answer.findings[0]) == (
            "张三: reported on 2015-11-10, in effect from 2015-11-11: not yet on the day of the accident [NN-3.1.2]"
        )
        counted = case(changes, law=LAW.reading(EnrolledMeans.REPORTED))
        assert (counted.standing, found(counted)) == (Standing.PROJECT_CLAIM, ["not_effective_yet"])

    @pytest.mark.parametrize(
        ("changes", "enrolled"),
        [
            ([(ADD, 10)], True),
            ([(ADD, 11)], False),
            ([(ADD, 10), (REMOVE, 10)], False),
            ([(ADD, 10), (REMOVE, 11)], True),
            ([(ADD, 5), (REMOVE, 9), (ADD, 10)], True),
            ([(ADD, 5), (REMOVE, 9)], False),
            ([(ADD, 5), (REMOVE, 10)], True),
            ([(ADD, 9)], True),
        ],
    )
    def test_reported_counts_by_reading(self, changes: list[tuple[RosterChangeKind, int]], enrolled: bool) -> None:
        """The procedure is done and not taken back by the day of the accident, the 10th."""
        reports = [RosterChange("张三", kind, nov(day)) for kind, day in changes]
        assert case(reports, law=LAW.reading(EnrolledMeans.REPORTED)).injury.enrolled is enrolled

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ([(ADD, 10), (REMOVE, 10)], "removed_before_accident"),
            ([(ADD, 10), (REMOVE, 11)], "not_effective_yet"),
            ([(ADD, 10), (REMOVE, 20)], "not_effective_yet"),
            ([(ADD, 5), (REMOVE, 9)], "removed_before_accident"),
            ([(ADD, 5), (REMOVE, 9), (ADD, 10), (REMOVE, 20)], "not_effective_yet"),
            ([(ADD, 11), (REMOVE, 20)], "listed_after_accident"),
        ],
    )
    def test_why_one_who_was_removed_is_not_in_effect(
        self, changes: list[tuple[RosterChangeKind, int]], told: str
    ) -> None:
        """A removal after the 10th, the day of the accident, does not make an addition of that day one that is over."""
        reports = [RosterChange("张三", kind, nov(day)) for kind, day in changes]
        assert found(case(reports, on_site=True))[0] == told

    def test_that_reading_is_asked_for_only_where_it_matters(self) -> None:
        """A worker in effect, or not reported, is the same under both."""
        for day, asked in ((9, False), (10, True), (11, False)):
            facts: dict[str, Any] = {"cover": cover_of(), "worker": "张三", "work_cause": True, "on_site": True}
            changes = [RosterChange("张三", ADD, nov(day))]
            explanation = explain(site_injury, changes=changes, happened_at=ACCIDENT, **facts)
            assert ("EnrolledMeans" in {step.name for step in explanation.steps}) is asked

    @pytest.mark.parametrize(("law", "last"), [(LAW, 9), (LAW.reading(RemovalEffect.LEAVING_DAY), 8)])
    def test_removed_before_the_accident(self, law: Law, last: int) -> None:
        """Insured through the last day that the reading gives."""
        changes = [RosterChange("张三", ADD, nov(1)), RosterChange("张三", REMOVE, nov(9), nov(8))]
        answer = case(changes, law=law, on_site=True)
        assert found(answer) == ["removed_before_accident", SAFER]
        assert answer.findings[0]["last"] == nov(last)

    def test_a_removal_reported_later_for_a_day_before(self) -> None:
        """By the leaving day, a later report takes the cover away from the day after it."""
        changes = [RosterChange("张三", ADD, nov(1)), RosterChange("张三", REMOVE, nov(20), nov(8))]
        assert case(changes).standing is Standing.PROJECT_CLAIM
        left = case(changes, law=LAW.reading(RemovalEffect.LEAVING_DAY))
        assert (left.injury.enrolled, found(left)[0]) == (False, "removed_before_accident")

    @pytest.mark.parametrize(
        ("facts", "law", "codes"),
        [
            ({"reported_at": ACCIDENT + HOURS_48}, LAW, []),
            ({"reported_at": ACCIDENT + HOURS_48 + SECOND}, LAW, ["accident_reported_late"]),
            ({"reported_at": ACCIDENT + HOURS_48 + SECOND, "verified": True}, LAW, ["accident_reported_late"]),
            ({"verified": True}, LAW, ["accident_not_reported"]),
            ({"work_cause": False}, LAW, []),
            ({"on_site": True}, LAW, [SAFER]),
            ({"on_site": True, "reported_at": ACCIDENT}, LAW, []),
            ({"on_site": True, "verified": False}, LAW, []),
            ({"on_site": True, "determined_on": nov(20)}, LAW, []),
            ({"determined_on": nov(20)}, LAW, ["determination_answers"]),
            (
                {"determined_on": nov(20), "reported_at": ACCIDENT + HOURS_48 + SECOND},
                LAW,
                ["determination_answers", "accident_reported_late"],
            ),
            ({"on_site": True, "deemed": True}, LAW, ["deemed_and_unlisted"]),
            ({"work_cause": False, "deemed": True}, LAW.reading(UnlistedDeemed.NOT_INSURED), ["deemed_and_unlisted"]),
            ({"on_site": True, "deemed": True}, LAW.reading(UnlistedDeemed.AS_WORK_CAUSE), [SAFER]),
            (
                {"deemed": True, "work_cause": False},
                LAW.reading(UnlistedDeemed.AS_WORK_CAUSE),
                ["accident_not_reported"],
            ),
            ({"enrolled_by_employer": True}, LAW, ["insured_by_employer"]),
            ({"enrolled_by_employer": nov(10)}, LAW, ["insured_by_employer"]),
            ({"enrolled_by_employer": nov(11)}, LAW, ["accident_not_reported"]),
            (
                {"enrolled_by_employer": True},
                LAW.reading(EmployerEnrolment.ROSTER_ONLY),
                ["insured_by_employer", "accident_not_reported"],
            ),
            ({"on_site": True}, LAW.reading(OnSiteUnlisted.REPORT_FIRST), ["accident_not_reported"]),
            ({"known_at": KNOWN, "reported_at": KNOWN + HOURS_48}, LAW, ["accident_reported_late"]),
            ({"known_at": KNOWN, "reported_at": KNOWN + HOURS_48}, LAW.reading(ReportClock.KNOWLEDGE), []),
            ({"verified": True}, LAW.reading(ReportClock.KNOWLEDGE), []),
        ],
    )
    def test_the_report_to_the_authority(self, facts: dict[str, Any], law: Law, codes: list[str]) -> None:
        """Asked for off the site, or on it by the press; missing and late are told, though verified."""
        assert found(case([], law=law, **facts)) == ["not_on_roster", *codes]

    def test_a_determination_answers_for_the_verification(self) -> None:
        """The standing goes on as verified, unless the authority said otherwise; a finding says so."""
        changes: list[RosterChange] = []
        answer = case(changes, determined_on=nov(20))
        assert answer.standing is Standing.TREATED_AS_INSURED
        told = [(one.code, str(one.clause), dict(one.values)) for one in answer.findings[1:]]
        assert told == [("determination_answers", "NN-3.2.3", {"determined_on": nov(20)})]
        denied = case(changes, determined_on=nov(20), verified=False)
        assert (denied.standing, found(denied)) == (Standing.NOT_INSURED, ["not_on_roster"])
        listed = case([RosterChange("张三", ADD, nov(1))], determined_on=nov(20))
        assert (listed.standing, found(listed)) == (Standing.PROJECT_CLAIM, [])

    def test_his_own_employer_insures_him(self) -> None:
        """From a day on, he may claim under the project though no roster lists him, and both insurances are named."""
        answers = {first: case([], enrolled_by_employer=first) for first in (True, nov(10), nov(11), False)}
        assert [one.standing.name for one in answers.values()] == [
            *("PROJECT_CLAIM", "PROJECT_CLAIM", "UNSETTLED", "UNSETTLED")
        ]
        told = answers[nov(10)].findings[-1]
        assert (told.code, str(told.clause), told["worker"]) == ("insured_by_employer", "NN-3.2.1", "张三")
        facts: dict[str, Any] = {"cover": cover_of(), "worker": "张三", "work_cause": True, "on_site": False}
        explanation = explain(site_injury, changes=[], happened_at=ACCIDENT, enrolled_by_employer=True, **facts)
        assert "whose insurance answers as well" in explanation.text("en")
        with refused("site_injury", "enrolled_by_employer", "must be True or False"):
            case([], enrolled_by_employer="yes")
        with refused("site_injury", "enrolled_by_employer", "without a time of day"):
            case([], enrolled_by_employer=ACCIDENT)

    def test_a_deemed_injury_of_an_unlisted_worker(self) -> None:
        """Unsettled on the site and off it, with the reason; an enrolled worker's is for the Regulation."""
        for on_site in (True, False):
            answer = case([], deemed=True, work_cause=False, on_site=on_site)
            assert answer.standing is Standing.UNSETTLED
            assert [(one.code, str(one.clause)) for one in answer.findings] == [
                ("not_on_roster", "NN-3.1.1"),
                ("deemed_and_unlisted", "NN-3.2.2"),
            ]
        listed = case([RosterChange("张三", ADD, nov(1))], deemed=True, work_cause=False)
        assert (listed.standing, found(listed)) == (Standing.SCOPE_DECIDES, [])

    def test_tells_the_minutes_late(self) -> None:
        """A begun minute counts, so that a second late does not look in time."""
        late = {0: 1, 59: 1, 60: 2}
        for seconds, minutes in late.items():
            answer = case([], reported_at=ACCIDENT + HOURS_48 + SECOND + timedelta(seconds=seconds))
            assert answer.findings[1]["minutes"] == minutes

    def test_takes_a_roster_for_the_changes(self) -> None:
        """The index answers as the changes do."""
        changes = [RosterChange("张三", ADD, nov(9))]
        assert case(Roster(changes)) == case(changes)

    @settings(max_examples=30)
    @given(resident_ids(), st.sampled_from([9, 10, 11]), st.booleans())
    def test_never_shows_an_id(self, number: str, day: int, removed: bool) -> None:
        """Not in the record, the findings or the explanation, whether known by record or by id."""
        worker = Worker("张三", number)
        changes = [RosterChange(worker, ADD, nov(day), nov(5))]
        if removed:
            changes.append(RosterChange(number, REMOVE, nov(day)))
        facts: dict[str, Any] = {"cover": cover_of(), "work_cause": True, "on_site": False}
        for asked in (worker, number):
            explanation = explain(site_injury, worker=asked, changes=changes, happened_at=ACCIDENT, **facts)
            answer = explanation.outcome
            shown = [repr(answer), str(answer), explanation.text("zh"), explanation.text("en"), explanation.html()]
            shown += [f"{one!r} {one} {one.text('zh')}" for one in answer.findings]
            assert not [text for text in shown if number in text]
            assert any("4501" in text or number[:4] in text for text in shown)

    def test_refuses_bad_input(self) -> None:
        """A cover, somebody, changes and a moment are asked for; the record refuses the rest."""
        with refused("site_injury", "cover", "must be of type ProjectCover"):
            case([], cover=None)
        with refused("site_injury", "worker", "must be a Worker"):
            case([], worker=" ")
        with refused("Roster", "changes[0]", "must be of type RosterChange"):
            case(["张三"])
        with refused("site_injury", "happened_at", "must be a moment"):
            case([], datetime(2015, 11, 10))
        with refused("SiteInjury", "on_site", "must be True or False"):
            case([], on_site="no")
        with refused("SiteInjury", "reported_at", "must not be before happened_at"):
            case([], reported_at=ACCIDENT - SECOND)


def test_a_step_of_the_table_cites_its_clause() -> None:
    """Whatever is answered rests on NN-3.2.0 and at the most on one clause of each of the steps below it."""
    for facts, clauses in (
        ({"cover": CoverState.NOT_COVERED}, ["NN-3.2.0"]),
        ({"on_site": True}, ["NN-3.2.0", "NN-3.2.2"]),
        ({"verified": True}, ["NN-3.2.0", "NN-3.2.2", "NN-3.2.3"]),
    ):
        assert [str(clause) for clause in explain(standing, injury(**facts)).clauses] == clauses


def test_the_table_knows_every_fact() -> None:
    """A fact added to the record has to find its place in the table above."""
    assert {field.name for field in attrs.fields(SiteInjury)} == {
        *("happened_at", "work_cause", "on_site", "enrolled", "cover", "reported_at", "known_at", "verified"),
        *("enrolled_by_employer", "deemed"),
    }
    with pytest.raises(InvalidFactError):
        injury(work_cause=None)
