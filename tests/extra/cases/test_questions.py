"""What a case still needs: held against completing the file in every way and assessing it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from inspect import signature
from itertools import product
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gxinjury.catalogues import labels_of
from gxinjury.codec import FileError
from gxinjury.codec.names import readings_by_name
from gxinjury.construction import CoverState, Standing
from gxinjury.construction.billing import Billing
from gxinjury.construction.case_questions import standing_with_disease
from gxinjury.construction.cover import CoverPart
from gxinjury.errors import NotInForceError, OutOfScopeError
from gxinjury.extra.cases import questions
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.looked_up import LookedUp
from gxinjury.extra.cases.open import read_open_case, structure_open_case
from gxinjury.extra.cases.question_data import questions_data
from gxinjury.extra.cases.questions import CaseQuestions, HarmQuestions, ReadingReport, UnderReadings, questions_of
from gxinjury.extra.cases.reading import structure_case
from gxinjury.facts import CHINA
from gxinjury.inquiry import Need, Needs, Refusal
from gxinjury.law import Law
from gxinjury.law.readings import (
    CompletionForWarranty,
    CoverFrom,
    DelayNotFiled,
    ElapsedTime,
    OnSiteUnlisted,
    WhoIsInProgress,
)
from gxinjury.law.readings.sets import laws_by_set
from gxinjury.periods import Period
from gxinjury.texts import Text

CONTRACT: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
PAID: Final = [{"amount": 130000, "paid_on": "2015-10-08"}]
ROSTER: Final = [{"worker": "张三", "kind": "add", "reported_on": "2015-11-28"}]
PROJECT: Final[Mapping[str, Any]] = {
    "contract": CONTRACT,
    "payments": PAID,
    "progress": {"accepted_on": "2016-06-30"},
    "roster": ROSTER,
}
AT: Final = datetime(2016, 3, 1, 9, 0, tzinfo=CHINA)
LIMIT: Final = AT + timedelta(hours=48)
ACCIDENT: Final[Mapping[str, Any]] = {"worker": "李四", "happened_at": AT.isoformat()}
ID: Final = "450103198001011233"


def asked(data: Mapping[str, Any]) -> CaseQuestions:
    """Return the questions of a case."""
    return questions_of(structure_open_case(data))


def hurt(**facts: object) -> dict[str, Any]:
    """Return a project with one injury of a worker who is not on the roster, of which some facts are known."""
    return {**PROJECT, "injuries": [{**ACCIDENT, **facts}]}


def injury_of(data: Mapping[str, Any]) -> HarmQuestions:
    """Return what there is to ask about the only injury of a case."""
    (found,) = asked(data).injuries
    return found


def needs_of(found: Needs[Any] | Refusal) -> Needs[Any]:
    """Return needs that are no refusal."""
    assert isinstance(found, Needs), found
    return found


def fields(found: Needs[Any] | Refusal) -> list[str]:
    """Return the facts that are asked for, in order."""
    return [need.field for need in needs_of(found)]


def the_need(found: Needs[Any] | Refusal, field: str) -> Need[Any]:
    """Return the need of a fact."""
    return next(need for need in needs_of(found) if need.field == field)


def answers(found: Needs[Any] | Refusal, field: str) -> dict[object, set[object]]:
    """Return what can come out after each answer to a question."""
    return {one.value: set(one.outcomes) for one in the_need(found, field).answers}


def part(record: object, field: str) -> object:
    """Return a fact of an answer that is a record."""
    return getattr(record, field)


def standing_in(data: Mapping[str, Any]) -> Standing:
    """Return the standing of the only injury of a whole case, as it is assessed."""
    (accident,) = assess_case(structure_case(data)).outcome.accidents
    return accident.case.standing


def state_in(data: Mapping[str, Any], day: date) -> CoverState:
    """Return the cover of a day in a whole case, as it is assessed."""
    cover = assess_case(structure_case(data)).outcome.cover
    return CoverState.NOT_COVERED if cover is None else cover.state(day)


def completed(known: Mapping[str, Any], unknown: Mapping[str, tuple[object, ...]]) -> Iterator[dict[str, Any]]:
    """Yield a case's injury completed in every way; None leaves a fact out."""
    for values in product(*unknown.values()):
        told = {name: value for name, value in zip(unknown, values, strict=True) if value is not None}
        yield hurt(**{**known, **told})


EVERY: Final[Mapping[str, tuple[object, ...]]] = {
    "enrolled_by_employer": (True, None),
    "deemed": (True, None),
    "work_cause": (True, False),
    "on_site": (True, False),
    "verified": (True, False, None),
    "reported_at": (
        None,
        *((AT + timedelta(hours=hours)).isoformat() for hours in (0, 1, 48)),
        *((LIMIT + timedelta(minutes=minutes)).isoformat() for minutes in (1, 600)),
    ),
}


@pytest.mark.clause("NN-3.2.0", "NN-3.2.1", "NN-3.2.2", "NN-3.2.3")
class TestStanding:
    """What an injury still needs."""

    @pytest.mark.parametrize(
        "known",
        [
            {},
            {"work_cause": True},
            {"work_cause": False},
            {"work_cause": True, "on_site": False},
            {"work_cause": True, "on_site": True},
            {"work_cause": True, "on_site": False, "reported_at": (LIMIT + timedelta(minutes=1)).isoformat()},
            {"on_site": False, "verified": False},
            {"worker": "张三"},
            {"worker": "张三", "on_site": False, "work_cause": True},
        ],
        ids=str,
    )
    def test_outcomes_are_those_of_every_completion(self, known: dict[str, object]) -> None:
        """No completion has another standing, and each that is told has a completion."""
        # A work cause that is told leaves no room for an injury that is only deemed one.
        told = {*known, *(("deemed",) if known.get("work_cause") else ())}
        unknown = {name: values for name, values in EVERY.items() if name not in told}
        forward = {standing_in(data) for data in completed(known, unknown)}
        assert set(needs_of(injury_of(hurt(**known)).needs).outcomes) == forward

    def test_asks_for_his_employers_insurance(self) -> None:
        """An unlisted worker may be insured through his own employer; one who is listed is not asked about it."""
        found = injury_of(hurt(work_cause=True, on_site=True)).needs
        assert fields(found) == ["enrolled_by_employer"]
        assert answers(found, "enrolled_by_employer") == {
            True: {Standing.PROJECT_CLAIM},
            False: {Standing.TREATED_AS_INSURED},
        }
        assert [str(clause) for clause in the_need(found, "enrolled_by_employer").clauses] == ["NN-3.2.0"]
        insured = injury_of(hurt(work_cause=True, on_site=True, enrolled_by_employer="2016-03-01")).needs
        assert needs_of(insured).outcomes == (Standing.PROJECT_CLAIM,)
        later = injury_of(hurt(work_cause=True, on_site=True, enrolled_by_employer="2016-03-02")).needs
        assert needs_of(later).outcomes == (Standing.TREATED_AS_INSURED,)

    def test_asks_whether_it_is_only_deemed(self) -> None:
        """By no work cause it may still be an injury that the Regulation deems one."""
        found = injury_of(hurt(work_cause=False, on_site=True, enrolled_by_employer=False)).needs
        assert answers(found, "deemed") == {True: {Standing.UNSETTLED}, False: {Standing.NOT_INSURED}}

    def test_a_determination_needs_no_verification(self) -> None:
        """It answers for it, and nothing is asked."""
        found = injury_of(
            hurt(work_cause=True, on_site=False, enrolled_by_employer=False, determined_on="2016-06-01")
        ).needs
        assert needs_of(found).outcomes == (Standing.TREATED_AS_INSURED,)

    def test_asks_for_what_decides(self) -> None:
        """Of an unlisted worker hurt by a work cause off the site: the verification, then the report."""
        found = injury_of(hurt(work_cause=True, on_site=False, enrolled_by_employer=False)).needs
        assert fields(found) == ["verified", "reported_at"]
        assert answers(found, "verified")[True] == {Standing.TREATED_AS_INSURED}
        assert answers(found, "reported_at") == {
            None: {Standing.TREATED_AS_INSURED, Standing.NOT_INSURED, Standing.UNSETTLED},
            LIMIT: {Standing.TREATED_AS_INSURED, Standing.NOT_INSURED, Standing.PENDING_VERIFICATION},
            LIMIT + timedelta(minutes=1): {Standing.TREATED_AS_INSURED, Standing.NOT_INSURED, Standing.UNSETTLED},
        }
        assert [str(clause) for clause in the_need(found, "verified").clauses] == ["NN-3.2.3"]

    def test_on_site_nothing_is_asked(self) -> None:
        """On the site, by a work cause, neither report nor verification changes anything."""
        found = injury_of(hurt(work_cause=True, on_site=True, enrolled_by_employer=False)).needs
        assert needs_of(found).is_decided

    def test_what_json_has_as_null_is_known(self) -> None:
        """A report that is known not to have been made is not asked about."""
        found = injury_of(hurt(work_cause=True, on_site=False, reported_at=None, enrolled_by_employer=False)).needs
        assert fields(found) == ["verified"]
        assert Standing.PENDING_VERIFICATION not in needs_of(found).outcomes

    def test_the_roster_tells_who_is_enrolled(self) -> None:
        """A listed worker is asked for the cause only; without a roster it is asked whether he was enrolled."""
        assert fields(injury_of(hurt(worker="张三", deemed=False)).needs) == ["work_cause"]
        assert fields(injury_of(hurt(worker="张三")).needs) == ["work_cause", "deemed"]
        bare = {name: section for name, section in hurt(worker="张三").items() if name != "roster"}
        assert "enrolled" in fields(injury_of(bare).needs)

    def test_a_worker_left_out(self) -> None:
        """Who it was is not known, so neither is whether he was enrolled."""
        found = injury_of({**PROJECT, "injuries": [{"happened_at": AT.isoformat(), "work_cause": True}]})
        assert found.worker is None
        assert "enrolled" in fields(found.needs)

    def test_a_reading_that_lacks_the_leaving_day(self) -> None:
        """Where the roster cannot tell, enrolment is asked for."""
        removed = {"worker": "张三", "kind": "remove", "reported_on": "2016-02-01"}
        law = {"readings": {"removal_effect": "LEAVING_DAY"}}
        found = injury_of({**hurt(worker="张三"), "roster": [*ROSTER, removed], "law": law})
        assert "enrolled" in fields(found.needs)

    def test_not_paid_in_full(self) -> None:
        """While the sum is not complete there is no cover, and nothing is asked."""
        found = injury_of({**hurt(), "payments": [{"amount": 1, "paid_on": "2015-10-08"}]}).needs
        assert needs_of(found).outcomes == (Standing.NOT_INSURED,)

    def test_the_cover_is_asked_by_itself(self) -> None:
        """Where the cover of the day is open, the injury is asked about it as a whole."""
        data = {**hurt(worker="张三", work_cause=True), "progress": {}}
        assert answers(injury_of(data).needs, "cover") == {
            CoverState.COVERED: {Standing.PROJECT_CLAIM},
            CoverState.NOT_COVERED: {Standing.NOT_INSURED},
        }

    def test_cannot_be_asked_while_the_cover_cannot(self) -> None:
        """A premium paid after the term has no answer, and so has no standing."""
        found = asked({**hurt(), "payments": [{"amount": 130000, "paid_on": "2016-07-01"}]})
        refused: list[object] = [*(one.needs for one in found.cover), *(one.needs for one in found.injuries)]
        assert [one.kind for one in refused if isinstance(one, Refusal)] == [OutOfScopeError] * 3

    def test_what_refuses_the_cover_refuses_the_standing(self) -> None:
        """A project of 2009 has no cover to be asked about; the hour to report an accident by is not looked for."""
        contract = {"price": 1_000_000, "commencement": "2009-05-01", "completion": "2010-05-01"}
        injury = {"worker": "张三", "happened_at": "2009-12-01T08:00:00+08:00"}
        payment = {"amount": 1000, "paid_on": "2009-06-01"}
        found = asked({"contract": contract, "payments": [payment], "injuries": [injury]})
        asked_for: list[object] = [*(one.needs for one in found.cover), *(one.needs for one in found.injuries)]
        told = [one.text("en") for one in asked_for if isinstance(one, Refusal)]
        assert len(told) == 3
        assert set(told) == {told[0]}
        assert told[0].startswith("refused: days that delay papers come before the expiry")

    def test_is_asked_of_the_covers_that_can_be(self) -> None:
        """Where after one payment the cover has no answer and after others it has: the standing says why not."""
        early = {**CONTRACT, "commencement": "2014-06-01", "completion": "2015-06-30"}
        found = asked({"contract": early, "injuries": [{**ACCIDENT, "happened_at": "2014-12-15T09:00+08:00"}]})
        assert [isinstance(one, Refusal) for one in needs_of(found.cover[0].needs).outcomes] == [False, True]
        [injury] = found.injuries
        assert isinstance(injury.needs, Refusal)
        assert injury.needs.kind is NotInForceError

    def test_cannot_be_asked_before_the_notice(self) -> None:
        """A contract that expired before it has no answer, and says from when there is one."""
        early = {**CONTRACT, "commencement": "2014-01-01", "completion": "2014-06-30"}
        found = injury_of({"contract": early, "injuries": [{**ACCIDENT, "happened_at": "2014-03-01T09:00+08:00"}]})
        assert isinstance(found.needs, Refusal)
        assert found.needs.kind is NotInForceError


@pytest.mark.clause("NN-3.2.3")
class TestKnowledge:
    """The 48 hours, counted from when the employer knew."""

    law: Final = {"readings": {"report_clock": "KNOWLEDGE"}}

    def data(self, **facts: object) -> dict[str, Any]:
        """Return an accident off the site, not verified yet, under that reading."""
        told = {"work_cause": True, "on_site": False, "verified": None, "enrolled_by_employer": False}
        return {**hurt(**told, **facts), "law": self.law}

    def test_known_at_is_asked_for(self) -> None:
        """A report within 48 hours is in time whenever he knew; a later one, if he knew only then."""
        found = injury_of(self.data()).needs
        assert set(fields(found)) == {"reported_at", "known_at"}
        late = LIMIT + timedelta(minutes=1)
        assert answers(found, "reported_at")[LIMIT] == {Standing.PENDING_VERIFICATION}
        assert answers(found, "reported_at")[late] == {Standing.PENDING_VERIFICATION, Standing.UNSETTLED}

    def test_a_late_report_whose_knowledge_is_open(self) -> None:
        """He may have known at once, or only when he reported."""
        found = injury_of(self.data(reported_at=(AT + timedelta(days=9)).isoformat())).needs
        assert fields(found) == ["known_at"]
        assert set(needs_of(found).outcomes) == {Standing.PENDING_VERIFICATION, Standing.UNSETTLED}

    def test_known_at_told(self) -> None:
        """The limit is 48 hours after it."""
        known_at = AT + timedelta(days=1)
        found = injury_of(self.data(known_at=known_at.isoformat())).needs
        limit = known_at + timedelta(hours=48)
        assert answers(found, "reported_at")[limit] == {Standing.PENDING_VERIFICATION}
        assert answers(found, "reported_at")[limit + timedelta(minutes=1)] == {Standing.UNSETTLED}


@pytest.mark.clause("NN-1.3.1", "NN-1.3.2", "NN-1.3.3")
class TestCover:
    """What the cover of a day still needs."""

    def test_outcomes_are_those_of_every_completion(self) -> None:
        """Of the day after the expiry: acceptance on each day around it, papers filed and ending on each."""
        day = date(2016, 7, 1)
        around = [date(2016, 6, 28) + timedelta(days=count) for count in range(7)]
        filings = [date(2016, 5, 30) + timedelta(days=count) for count in range(4)]
        found = asked({"contract": CONTRACT, "payments": PAID}).cover
        assert [one.day for one in found] == [day]
        forward: dict[object, set[object]] = {}
        for accepted_on in (None, *around):
            papers: list[dict[str, str]] = [{"filed_on": str(one)} for one in filings]
            papers += [{**one, "acceptance_period_ends": str(end)} for one in papers for end in around]
            for delay in (None, *papers):
                progress = {} if accepted_on is None else {"progress": {"accepted_on": str(accepted_on)}}
                data = {"contract": CONTRACT, "payments": PAID, **progress, **({"delay": delay} if delay else {})}
                forward.setdefault(accepted_on, set()).add(state_in(data, day))
        needed = found[0].needs
        assert set(needs_of(needed).outcomes) == set().union(*forward.values())
        told = answers(needed, "case.accepted_on")
        assert told[None] == forward[None]
        for one in around:
            assert forward[one] == told[day if one >= day else date(2016, 6, 30)]
        assert [str(clause) for clause in the_need(needed, "case.delay").clauses] == ["NN-1.3.2"]
        assert [str(clause) for clause in the_need(needed, "case.accepted_on").clauses] == ["NN-1.3.1"]

    def test_the_day_of_an_injury_may_lie_in_the_warranty(self) -> None:
        """After acceptance it is asked whether a warranty was filed; for the works themselves it is not."""
        data = {**hurt(happened_at="2016-08-01T09:00+08:00")}
        works, injured = asked(data).cover
        assert (works.day, needs_of(works.needs).is_decided) == (date(2016, 7, 1), True)
        assert fields(injured.needs) == ["case.warranty"]
        assert set(needs_of(injured.needs).outcomes) == {CoverState.COVERED, CoverState.NOT_COVERED}
        assert [str(clause) for clause in needs_of(injured.needs)[0].clauses] == ["NN-1.3.3"]

    def test_a_warranty_told_in_part(self) -> None:
        """What is left out of it is open: filed in July, covered on the day only with a roster by then."""
        warranty = {"filed_on": "2016-07-10", "ends": "2018-06-30"}
        _, injured = asked({**hurt(happened_at="2016-08-01T09:00+08:00"), "warranty": warranty}).cover
        outcomes = {
            part(one.value, "roster_reported_on"): set(one.outcomes) for one in needs_of(injured.needs)[0].answers
        }
        assert outcomes == {None: {CoverState.NOT_COVERED}, date(2016, 8, 1): {CoverState.COVERED}}

    def test_papers_without_an_end(self) -> None:
        """Papers in time whose end of the acceptance period is left out: open; known not to be named: unsettled."""
        papers = {"filed_on": "2016-05-31"}
        data = {"contract": CONTRACT, "payments": PAID, "progress": {"accepted_on": None}}
        (found,) = asked({**data, "delay": papers}).cover
        ends = {
            part(one.value, "acceptance_period_ends"): set(one.outcomes) for one in needs_of(found.needs)[0].answers
        }
        assert ends == {
            None: {CoverState.UNSETTLED},
            date(2016, 6, 30): {CoverState.NOT_COVERED},
            date(2016, 7, 1): {CoverState.COVERED},
        }
        (found,) = asked({**data, "delay": {**papers, "acceptance_period_ends": None}}).cover
        assert needs_of(found.needs).outcomes == (CoverState.UNSETTLED,)

    def test_papers_filed_after_the_day(self) -> None:
        """An end of the acceptance period before they were filed is tried too: past it nothing is covered."""
        data = {"contract": CONTRACT, "payments": PAID, "progress": {"accepted_on": None}}
        (found,) = asked({**data, "delay": {"filed_on": "2016-07-05"}}).cover
        assert set(needs_of(found.needs).outcomes) == {CoverState.UNSETTLED, CoverState.NOT_COVERED}

    def test_no_papers_known(self) -> None:
        """Papers known not to be filed are not asked about."""
        data = {"contract": CONTRACT, "payments": PAID, "progress": {"accepted_on": None}, "delay": None}
        (found,) = asked(data).cover
        assert needs_of(found.needs).outcomes == (CoverState.UNSETTLED,)

    def test_payments_left_out(self) -> None:
        """Whether and when it was paid is asked; paid by the day it is covered, after it or never it is not."""
        found = asked({**hurt(), "payments": PAID}).cover[0]
        assert needs_of(found.needs).is_decided
        data = {name: section for name, section in hurt().items() if name != "payments"}
        found = asked(data).cover[0]
        assert answers(found.needs, "paid_on") == {
            None: {CoverState.NOT_COVERED},
            date(2016, 3, 1): {CoverState.COVERED},
            date(2016, 3, 2): {CoverState.NOT_COVERED},
        }

    def test_contractual_completion_left_out(self) -> None:
        """Tried are the term that ended the day before and the one that ends on the day: papers cannot be too late."""
        contract = {name: value for name, value in CONTRACT.items() if name != "completion"}
        found = asked({"contract": contract, "payments": PAID, "injuries": hurt()["injuries"]}).cover[0]
        tried = answers(found.needs, "case.contract.completion")
        assert {day: CoverState.UNSETTLED in states for day, states in tried.items()} == {
            found.day - timedelta(days=1): True,
            found.day: False,
        }

    def test_completion_that_is_known(self) -> None:
        """Acceptance is not tried before the works were completed."""
        data = {"contract": CONTRACT, "payments": PAID, "progress": {"completed_on": "2016-07-20"}, "delay": None}
        (found,) = asked(data).cover
        assert needs_of(found.needs).outcomes == (CoverState.UNSETTLED,)


class TestReadings:
    """How the answers of a case depend on how the texts are read."""

    in_progress: Final = {
        "contract": {"price": "100000000", "commencement": "2014-07-01", "completion": "2016-06-30"},
        "payments": [{"amount": 60000, "paid_on": "2015-09-01"}],
    }

    LEAVING: Final = {
        **hurt(worker="张三", work_cause=True, on_site=True),
        "roster": [
            {"worker": "张三", "kind": "add", "reported_on": "2015-11-01"},
            {"worker": "张三", "kind": "remove", "reported_on": "2016-02-01"},
        ],
        "law": {"readings": {"removal_effect": "LEAVING_DAY"}},
    }

    @staticmethod
    def reports(data: Mapping[str, Any]) -> list[ReadingReport]:
        """Return the reports of a case."""
        return list(asked(data).readings)

    @staticmethod
    def under(report: ReadingReport) -> UnderReadings:
        """Return what comes out under other readings, where it could be asked."""
        assert isinstance(report.found, UnderReadings), report.found
        return report.found

    @pytest.mark.clause("NN-1.1.4")
    def test_premium_under_each_member(self) -> None:
        """The worked cases P3, P4 and P5."""
        report = self.reports(self.in_progress)[0]
        told = {member: str(outcome) for member, outcome in self.under(report).alone.items()}
        assert told == {
            ElapsedTime.DAYS: "54062.93",
            ElapsedTime.DIFFERENCE: "53958.90",
            ElapsedTime.MONTHS: "54166.67",
        }

    @pytest.mark.clause("NN-1.3.2")
    def test_cover_under_each_set(self) -> None:
        """The worked case V3: papers a day late."""
        data = {"contract": CONTRACT, "payments": PAID, "progress": {"accepted_on": "2016-08-15"}}
        delay = {"filed_on": "2016-06-01", "acceptance_period_ends": "2016-09-30"}
        report = self.under(self.reports({**data, "delay": delay})[1])
        term, after = Period(date(2015, 10, 8), date(2016, 6, 30)), Period(date(2016, 7, 1), date(2016, 8, 15))
        assert report.alone == {
            DelayNotFiled.UNSETTLED: CoverPart((term,), (after,)),
            DelayNotFiled.LAPSES: CoverPart((term,)),
            DelayNotFiled.CONTINUES: CoverPart((Period(date(2015, 10, 8), date(2016, 8, 15)),)),
        }
        assert {one.name: one.outcome for one in report.sets} == {
            "DEFAULT": CoverPart((term,), (after,)),
            "LITERAL": CoverPart((term,), (after,)),
            "PROTECTIVE": CoverPart((Period(date(2015, 10, 8), date(2016, 8, 15)),)),
            "STRICT": CoverPart((term,)),
        }

    @pytest.mark.clause("NN-3.2.2")
    def test_standing_is_that_of_the_assessment(self) -> None:
        """Under each member and each set the standing is the one that the case is assessed with."""
        data = hurt(work_cause=True, on_site=True)
        report = self.reports(data)[2]
        assert report.number == 1
        found = self.under(report)
        assert found.alone == {
            OnSiteUnlisted.TREATED: Standing.TREATED_AS_INSURED,
            OnSiteUnlisted.REPORT_FIRST: Standing.UNSETTLED,
        }
        case = structure_case(data)
        for one, law in zip(found.sets, laws_by_set(case.law.law()).values(), strict=True):
            readings = {type(reading).__name__: reading.name for reading in law.readings}
            assert one.outcome == standing_in({**data, "law": {"readings": readings}})

    def test_a_reading_that_matters_only_together(self) -> None:
        """The first payment is not the sum under months only, so which payment counts matters then only."""
        data = {**self.in_progress, "payments": [{"amount": amount, "paid_on": day} for amount, day in PARTS]}
        found = self.under(self.reports(data)[1])
        assert CoverFrom in {one.reading for one in found.readings}
        assert len({found.alone[member] for member in CoverFrom}) == 1

    def test_without_payments_no_cover_is_reported(self) -> None:
        """Of what rests on facts that are left out nothing is told as if they were not so."""
        assert [one.about.en for one in self.reports({"contract": CONTRACT})] == ["premium due"]
        [premium] = self.reports({"contract": {"price": "100"}, "payments": PAID})
        assert (premium.about.en, premium.example is None) == ("premium due", False)

    @pytest.mark.parametrize("lacking", ["roster", "worker", "work_cause", "on_site"])
    def test_without_its_facts_no_standing_is_reported(self, lacking: str) -> None:
        """Roster, worker, cause and place must be told."""
        data = hurt(work_cause=True, on_site=True)
        data["injuries"] = [{name: fact for name, fact in data["injuries"][0].items() if name != lacking}]
        whole = {name: section for name, section in data.items() if name != lacking}
        assert [one.number for one in self.reports(whole)] == [None, None]

    def test_a_warranty_whose_completion_is_left_out(self) -> None:
        """It is kept for later: the cover is that of the works, by one reading that of the warranty too."""
        warranty = {"filed_on": "2016-07-10", "roster_reported_on": "2016-07-20", "ends": "2018-06-30"}
        _, cover = self.reports({"contract": CONTRACT, "payments": PAID, "warranty": warranty})
        assert isinstance(cover.found, UnderReadings)
        assert CompletionForWarranty in {one.reading for one in cover.found.readings}

    def test_a_premium_that_was_paid_before_there_was_a_rate(self) -> None:
        """It has no answer, and no days for example help: the day is told."""
        early = {"price": "100", "commencement": "2014-01-01", "completion": "2016-06-30"}
        premium, *_ = self.reports({"contract": early, "payments": [{"amount": 1, "paid_on": "2014-06-01"}]})
        assert (premium.example, questions._is_refused(premium)) == (None, True)
        untold = attrs.evolve(premium, found=Refusal.of(NotInForceError(Text("无", "none"))))
        assert questions._is_refused(untold)

    def test_an_example_that_cannot_be_made(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The premium is told as it stands."""

        def refused(_: object) -> None:
            raise NotInForceError(Text("无", "none"))

        monkeypatch.setattr(questions, "example_of", refused)
        [premium] = self.reports({"contract": {"price": "100"}})
        assert (premium.example, isinstance(premium.found, UnderReadings)) == (None, True)

    def test_a_cover_that_cannot_be_looked_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What refuses it is told of the standing that rests on it."""

        def looked_up(rule: Any, facts: Mapping[str, object], law: Law) -> Any:  # noqa: ANN401  # as the class has it
            if "day" in facts:
                raise NotInForceError(Text("无", "no cover"))
            return LookedUp(rule, facts, law)

        monkeypatch.setattr(questions, "LookedUp", looked_up)
        *_, standing = self.reports(hurt(work_cause=True, on_site=True))
        assert isinstance(standing.found, Refusal)
        assert standing.found.text("en") == "refused: no cover"

    def test_a_standing_that_cannot_be_told(self) -> None:
        """Read by the day he left, which the roster does not tell, it says what is missing; the cover can be told."""
        *_, cover, standing = self.reports(self.LEAVING)
        assert isinstance(cover.found, UnderReadings)
        assert isinstance(standing.found, Refusal)
        assert "the day he left" in standing.found.text("en")

    @pytest.mark.parametrize("day", [8, 9, 10, 11, 12])
    def test_shared_steps_change_nothing(self, day: int) -> None:
        """Payment day and cover are looked up; every reading alone gives the standing that the case is assessed with.

        The injury comes about the day on which the second payment completes the sum, and the roster is that of the
        registration, so that readings of premium, cover and roster all matter.
        """
        payments = [{"amount": 1000, "paid_on": "2015-10-08"}, {"amount": 129000, "paid_on": "2015-10-10"}]
        roster = [{"worker": "李四", "kind": "add", "reported_on": "2015-10-10"}]
        happened_at = datetime(2015, 10, day, 9, 0, tzinfo=CHINA).isoformat()
        data = hurt(happened_at=happened_at, work_cause=True, on_site=True, known_at=happened_at)
        data |= {"payments": payments, "roster": roster}
        found = self.under(self.reports(data)[2])
        for kind in readings_by_name("gxinjury").values():
            for member in kind:
                forward = standing_in({**data, "law": {"readings": {kind.__name__: member.name}}})
                assert found.alone.get(member, found.readings.outcome) == forward

    def test_a_payment_day_that_no_reading_brings(self) -> None:
        """What is paid after the term completes a sum that brings no cover; from the first payment on it does."""
        late = {"price": "100000000", "commencement": "2014-07-01", "completion": "2016-06-30"}
        payments = [{"amount": 40000, "paid_on": "2015-09-01"}, {"amount": 20000, "paid_on": "2016-07-02"}]
        found = self.under(self.reports({"contract": late, "payments": payments})[1])
        assert found.readings.outcome is None
        assert found.alone[CoverFrom.FIRST_PAYMENT] == CoverPart(
            (Period(date(2015, 9, 1), date(2016, 6, 30)),), (Period(date(2016, 7, 1), None),)
        )

    def test_never_covered(self) -> None:
        """While nothing counts as paid the cover is none, and whoever is hurt is not insured."""
        data = {**hurt(work_cause=True, on_site=True), "payments": [{"amount": 1, "paid_on": "2015-10-08"}]}
        _, cover, standing = (self.under(report).readings.outcome for report in self.reports(data))
        assert (cover, standing) == (None, Standing.NOT_INSURED)

    def test_every_label_has_words(self) -> None:
        """What the reports are about is told in both languages, and no word is left over."""
        found = {one.about for one in self.reports(hurt(**WORTH))}
        assert {text.en for text in found} == {
            "premium due",
            "project's cover",
            "standing of the worker hurt",
            "days whose costs fall on the employer",
            "what the benefits come to",
        }
        data = asked({"contract": CONTRACT})
        labels = {needs_of(data.cover[0].needs).label, the_need(data.cover[0].needs, "paid_on").label}
        assert {text.en for text in labels} == {"project's cover on that day", "paid on"}
        words = labels_of("gxinjury.construction")
        facts = {f"standing_with_disease.{name}" for name in signature(standing_with_disease).parameters} - LAW_ASKED
        assert {name for name in words if name.startswith("standing_with_disease.")} == facts


LAW_ASKED: Final = {"standing_with_disease.law"}
PARTS: Final = [("54062.93", "2015-09-01"), (10_000, "2016-02-01")]


class TestFiles:
    """What a file may leave out, and what is wrong with one."""

    def test_all_faults_are_told(self) -> None:
        """At their places, as if nothing had been left out."""
        injuries = [{"worker": "张三"}, {**ACCIDENT, "on_site": "yes"}, 3]
        with pytest.raises(FileError) as caught:
            structure_open_case({"contract": {**CONTRACT, "price": 0}, "injuries": injuries}, "case.json")
        assert caught.value.message.en.splitlines() == [
            "case.json: contract.price must be above zero, got 0",
            "case.json: injuries[0].happened_at is missing (happened at)",
            "case.json: injuries[1].on_site must be true or false, got 'yes'",
            "case.json: injuries[2] must be a table of keys and values, got 3",
        ]

    def test_no_list_of_injuries(self) -> None:
        """A table in its place is a fault."""
        with pytest.raises(FileError, match="injuries must be a list"):
            structure_open_case({"contract": CONTRACT, "injuries": {"worker": "张三"}})

    def test_reads_a_file(self, tmp_path: Path) -> None:
        """As it does data; a file of annex 2 beside it is a roster."""
        (tmp_path / "roster.csv").write_text("填报时间,2015-11-28\n姓名,增减\n张三,增\n", encoding="utf-8")
        path = tmp_path / "case.json"
        path.write_text(json.dumps({**hurt(), "roster_file": "roster.csv"}), encoding="utf-8")
        assert "roster" in read_open_case(path).known

    def test_ids_are_masked(self) -> None:
        """The worker is told by his id, masked, in records and in data."""
        found = asked(hurt(worker=ID, work_cause=True, on_site=True))
        assert found.injuries[0].worker == "4501************33"
        assert ID not in json.dumps(questions_data(found), ensure_ascii=False)
        named = injury_of(hurt(worker={"name": "王五", "resident_id": ID}))
        assert named.worker == "王五"


class TestData:
    """The questions as data."""

    def test_questions(self) -> None:
        """Facts by name, answers and outcomes as data and as they are told."""
        case = asked(hurt(work_cause=True, on_site=False, enrolled_by_employer=False))
        told = questions_data(case)["injuries"][0]
        assert (told["number"], told["worker"], told["happened_at"]) == (1, "李四", "2016-03-01T09:00:00+08:00")
        verified, reported = told["questions"]
        assert verified["clauses"] == ["NN-3.2.3"]
        assert verified["answers"][0] == {
            "answer": {"value": True, "zh": "是", "en": "yes"},
            "outcomes": [{"value": "TREATED_AS_INSURED", "zh": "按参保人员处理", "en": "treated as insured"}],
        }
        assert [one["answer"]["value"] for one in reported["answers"]] == [
            None,
            "2016-03-03T09:00:00+08:00",
            "2016-03-03T09:01:00+08:00",
        ]

    def test_records(self) -> None:
        """A record is told field by field, a cover by its periods, an amount to the fen."""
        data = questions_data(asked({"contract": CONTRACT, "payments": PAID}))
        answers = data["cover"][0]["questions"][0]["answers"]
        assert answers[1]["answer"]["value"] == {"filed_on": "2016-05-31", "acceptance_period_ends": None}
        premium, cover = data["readings"]
        assert premium["outcome"] == {"value": "130000.00", "zh": "130,000.00 元", "en": "130,000.00 yuan"}
        assert cover["outcome"]["value"] == {
            "covered": [{"first": "2015-10-08", "last": "2016-06-30"}],
            "unsettled": [{"first": "2016-07-01", "last": None}],
        }
        lapses = cover["matter"][0]["members"][1]
        assert (lapses["member"], lapses["outcome"]["value"]["unsettled"]) == ("LAPSES", [])
        assert [one["name"] for one in cover["sets"]] == ["DEFAULT", "LITERAL", "PROTECTIVE", "STRICT"]
        assert cover["sets"][3]["causes"] != []

    def test_refusals(self) -> None:
        """What cannot be asked yet says why."""
        data = questions_data(asked({**hurt(), "payments": [{"amount": 130000, "paid_on": "2016-07-01"}]}))
        assert data["cover"][0]["refused"]["en"].startswith("refused: the payment day 2016-07-01")
        premium = data["readings"][0]
        assert premium["outcome"]["value"] is None
        data = questions_data(asked(TestReadings.LEAVING))
        assert set(data["readings"][2]) == {"injury", "about", "refused", "example"}


WORTH: Final[Mapping[str, Any]] = {
    "worker": "张三",
    "work_cause": True,
    "on_site": True,
    "others_filed_on": "2016-05-20",
    "accepted_on": "2016-06-10",
    "determined_on": "2017-03-01",
    "benefits": {
        "monthly_wages": [1000],
        "average_series": "on_post",
        "benefits_assessed_on": "2017-04-01",
        "benefits_paid_on": "2018-05-01",
        "original_wage": 6000,
        "leave_months": 1,
        "treatment": 0,
        "grade": 7,
        "graded_on": "2016-06-20",
    },
}


class TestMoney:
    """Which readings move the money of an accident."""

    def reports(self, **benefits: object) -> dict[str, UnderReadings]:
        """Return what is told of the first injury's money, by what it is about."""
        found = asked(hurt(**{**WORTH, "benefits": {**WORTH["benefits"], **benefits}})).readings
        told = {one.about.en: one.found for one in found if one.number == 1}
        return {about: one for about, one in told.items() if isinstance(one, UnderReadings)}

    @staticmethod
    def matter(found: UnderReadings) -> dict[str, list[object]]:
        """Return each reading that matters with what comes out under its members."""
        return {one.reading.__name__: [found.alone[member] for member in one.reading] for one in found.readings}

    @pytest.mark.clause("NN-4.2", "NN-4.3")
    def test_cost_period(self) -> None:
        """D13 with a worker who filed: from the accident, from the day after the limit, or to the filing."""
        found = self.reports()["days whose costs fall on the employer"]
        periods = self.matter(found)["EmployerCostPeriod"]
        assert [str(one) for one in periods[:2]] == ["2016-03-01..2016-06-10", "2016-04-01..2016-06-10"]
        assert periods[2] not in periods[:2]

    @pytest.mark.clause("NN-5.2")
    def test_average_year(self) -> None:
        """The lower limit of art. 64 moves with the year: 13 months of 60 % of each average."""
        sums = self.matter(self.reports()["what the benefits come to"])["AverageWageYear"]
        assert [part(one, "fund_once") for one in sums] == [
            Decimal("43386.85"),  # 66,749 of 2015
            Decimal("44564.00"),  # 68,560 of 2016
            Decimal("44564.00"),
            Decimal("49062.65"),  # 75,481 of 2017
        ]

    @pytest.mark.clause("NN-5.4")
    def test_end_of_the_relation(self) -> None:
        """X7: the project completed, both subsidies are due or open."""
        data = hurt(**{**WORTH, "benefits": {**WORTH["benefits"], "monthly_wages": [4000]}})
        data["progress"] = {"completed_on": "2016-06-30", "accepted_on": "2016-06-30"}
        [found] = [one.found for one in asked(data).readings if one.about.en == "what the benefits come to"]
        assert isinstance(found, UnderReadings)
        may, at_completion = self.matter(found)["CompletionEndsRelation"]
        assert [part(may, field) for field in ("fund_once", "employer_once", "open_lines")] == [52_000, 0, 2]
        assert [part(at_completion, field) for field in ("fund_once", "employer_once", "open_lines")] == [
            52_000 + 56_000,
            48_000,
            0,
        ]

    @pytest.mark.clause("ORDER117-transition")
    def test_termination_table(self) -> None:
        """Hurt in 2016, ended in 2020: 15 and 13 months by the table of 2017, 14 and 12 by the older one."""
        termination = {"ended_on": "2020-06-01", "ground": "own_wish", "wage": 8000}
        found = self.reports(monthly_wages=[4000], termination=termination)["what the benefits come to"]
        by_end, by_injury = self.matter(found)["TerminationTable"]
        assert [part(by_end, field) for field in ("fund_once", "employer_once")] == [52_000 + 120_000, 104_000]
        assert [part(by_injury, field) for field in ("fund_once", "employer_once")] == [52_000 + 112_000, 96_000]

    @pytest.mark.clause("REG-39")
    def test_cap_of_the_pension(self) -> None:
        """130 % of the wage are capped at it, or at what the worker earned in life."""
        family = [{"name": f"{place}", "kind": "spouse" if place == 0 else "other"} for place in range(4)]
        death = {"died_on": "2016-07-01", "anchor": "death", "within_leave": True}
        facts = {"monthly_wages": [4000], "wage_in_life": 5000, "death": death, "dependants": family}
        by_wage, in_life = self.matter(self.reports(**facts)["what the benefits come to"])["PensionCap"]
        assert [part(one, "fund_monthly") for one in (by_wage, in_life)] == [4000, 5000]

    def test_by_the_month_at_the_most(self) -> None:
        """What follows one upon the other is not added: the wage in leave, then nothing monthly."""
        sums = self.reports()["what the benefits come to"].readings.outcome
        assert [part(sums, field) for field in ("fund_monthly", "employer_monthly")] == [0, 6000]

    def test_nothing_is_asked_of_nothing(self) -> None:
        """Without applications there are no costs to weigh, without a table of benefits no money."""
        told = {one.about.en for one in asked(hurt(worker="张三", work_cause=True, on_site=True)).readings}
        assert not told & {"days whose costs fall on the employer", "what the benefits come to"}

    def test_as_data(self) -> None:
        """The sums are data and are told in both languages."""
        data = questions_data(asked(hurt(**WORTH)))
        found = [one for one in data["readings"] if one["about"]["en"] == "what the benefits come to"]
        assert found[0]["outcome"]["value"]["fund_once"] == "43386.85"
        assert "基金一次性及按日支付：43,386.85 元" in found[0]["outcome"]["zh"]


@pytest.mark.clause("NN-1.1.4")
class TestPremium:
    """What there is to ask about the premium, from nothing but a price on."""

    PRICE: Final = {"contract": {"price": "42600000"}}

    def test_nothing_but_a_price(self) -> None:
        """In full or reduced hangs on start, completion and payment; readings are weighed with days for example."""
        found = asked(self.PRICE)
        assert found.premium.in_full == Decimal("55380.00")
        needed = needs_of(found.premium.needs)
        assert {need.field for need in needed} == {"commencement", "completion", "paid_on"}
        assert set(needed.outcomes) == set(Billing)
        assert (len(found.cover), len(found.injuries)) == (0, 0)
        [report] = found.readings
        case = report.example
        assert case is not None
        told_days = (case.start, case.contract.completion, case.first_paid_on)
        assert told_days == (date(2015, 7, 2), date(2016, 9, 30), date(2015, 10, 2))
        assert isinstance(report.found, UnderReadings)
        assert [one.reading for one in report.found.readings] == [WhoIsInProgress, ElapsedTime]
        assert report.found.alone[WhoIsInProgress.ANY] == Decimal("44231.29")
        told = questions_data(found)
        assert told["premium"]["in_full"]["value"] == "55380.00"
        days = {"start": "2015-07-02", "completion": "2016-09-30", "paid_on": "2015-10-02"}
        assert told["readings"][0]["example"] == days

    @pytest.mark.parametrize(
        ("more", "outcomes"),
        [
            ({"progress": {"started_on": "2015-03-01"}}, {Billing.IN_FULL, Billing.NOT_SAID}),
            ({"payments": PAID}, set(Billing)),
        ],
    )
    def test_what_is_told_narrows_it(self, more: dict[str, Any], outcomes: set[Billing]) -> None:
        """A new start is never reduced; a payment day alone leaves all open."""
        assert set(needs_of(asked({**self.PRICE, **more}).premium.needs).outcomes) == outcomes

    def test_an_old_start_without_payment(self) -> None:
        """It is reduced or not laid down; the readings are weighed with a payment for example."""
        contract = {"price": "42600000", "commencement": "2014-10-09", "completion": "2016-06-30"}
        found = asked({"contract": contract})
        assert set(needs_of(found.premium.needs).outcomes) == {Billing.REDUCED, Billing.NOT_SAID}
        assert found.readings[0].example is not None

    def test_a_contract_that_is_no_table_is_refused(self) -> None:
        """Nothing stands in for days of what is no contract."""
        with pytest.raises(FileError, match="contract must be a table"):
            asked({"contract": "price"})

    def test_known_facts_leave_nothing_to_ask(self) -> None:
        """With all days told the way it is billed is settled, and nothing stands for example."""
        found = asked({"contract": CONTRACT, "payments": PAID})
        assert needs_of(found.premium.needs).outcomes == (Billing.IN_FULL,)
        assert found.readings[0].example is None

    def test_a_completion_left_out_is_asked_of_the_cover(self) -> None:
        """The cover of the day of an injury hangs on the completion, the payment and the acceptance."""
        found = asked({**self.PRICE, "injuries": [{"happened_at": "2016-03-01T09:00+08:00"}]})
        [cover] = found.cover
        assert "case.contract.completion" in {need.field for need in needs_of(cover.needs)}
        paid = asked({**self.PRICE, "payments": PAID, "injuries": [{"happened_at": "2016-03-01T09:00+08:00"}]})
        [need] = [one for one in needs_of(paid.cover[0].needs) if one.field == "paid_on"]
        assert [answer.value for answer in need.answers] == [None, date(2015, 10, 8)]

    def test_no_days_that_pay_in_the_term(self) -> None:
        """Where no days make a case that pays in its term, there is no example."""
        found = asked({"contract": {"price": "1000000", "commencement": "2013-01-01", "completion": "2014-01-01"}})
        assert found.readings[0].example is None


class TestDiseases:
    """Exposure, diagnosis, completion, roster and the employer's own insurance are asked for where they decide."""

    @staticmethod
    def asked(project: Mapping[str, Any] = PROJECT, **told: Any) -> Needs[Standing]:  # noqa: ANN401  (any fact)
        """Return what there is to ask about the only disease of a case."""
        (found,) = asked({**project, "diseases": [told]}).diseases
        assert (found.number, found.worker) == (1, told.get("worker"))
        return needs_of(found.needs)

    @pytest.mark.clause("NN-4.1")
    def test_the_day_of_the_diagnosis_decides(self) -> None:
        """By the day of completion the project answers; the day after it the desk must decide."""
        told: dict[str, Any] = {
            "worker": "张三",
            "exposed_from": "2015-11-29",
            "exposed_to": None,
            "enrolled_by_employer": False,
        }
        found = self.asked(**told)
        assert fields(found) == ["diagnosed_on"]
        assert answers(found, "diagnosed_on") == {
            date(2016, 6, 30): {Standing.PROJECT_CLAIM},
            date(2016, 7, 1): {Standing.UNSETTLED},
        }

    @pytest.mark.clause("NN-4.1")
    @pytest.mark.parametrize("fact", ["completed_on", "accepted_on"])
    def test_the_diagnosis_is_held_against_completion_where_it_is_told(self, fact: str) -> None:
        """A project that was done a month before its contract expires is tried on the day itself and the day after."""
        told = {"worker": "张三", "exposed_from": "2015-11-29", "exposed_to": None, "enrolled_by_employer": False}
        found = self.asked({**PROJECT, "progress": {fact: "2016-05-31"}}, **told)
        assert found.outcomes
        assert {*answers(found, "diagnosed_on")} == {date(2016, 5, 31), date(2016, 6, 1)}

    @pytest.mark.clause("NN-4.1")
    def test_the_exposure_decides(self) -> None:
        """Diagnosed while covered: from when to when he was exposed, and who insured him."""
        found = self.asked(worker="张三", diagnosed_on="2016-03-01")
        assert set(fields(found)) == {"exposure", "by_employer"}
        assert set(found.outcomes) == {Standing.PROJECT_CLAIM, Standing.UNSETTLED, Standing.NOT_INSURED}
        told: dict[str, Any] = {
            "worker": "张三",
            "exposed_from": "2015-10-09",
            "exposed_to": None,
            "enrolled_by_employer": True,
        }
        assert self.asked(**told, diagnosed_on="2016-03-01").outcomes == (Standing.PROJECT_CLAIM,)
        ended = self.asked(worker="张三", exposed_to="2015-10-07", diagnosed_on="2016-03-01")
        assert ended.outcomes == (Standing.NOT_INSURED,)
        long_ago = self.asked(worker="张三", exposed_to="2014-01-01", diagnosed_on="2016-03-01")
        assert long_ago.outcomes == (Standing.NOT_INSURED,)

    @pytest.mark.clause("NN-4.1")
    def test_what_the_case_leaves_out_is_asked_for(self) -> None:
        """Without a payment the cover, without a roster or a worker the roster, without completion that day."""
        bare = {"contract": CONTRACT}
        found = self.asked(bare, exposed_from="2015-10-09", exposed_to="2015-12-01", diagnosed_on="2016-03-01")
        assert set(fields(found)) == {"cover", "roster", "completed_on", "by_employer"}
        assert set(found.outcomes) == {Standing.PROJECT_CLAIM, Standing.UNSETTLED, Standing.NOT_INSURED}
        named = self.asked(
            bare, worker="张三", exposed_from="2015-10-09", exposed_to="2015-12-01", diagnosed_on="2016-03-01"
        )
        assert "roster" in fields(named)
        unpaid = {"contract": CONTRACT, "payments": [], "progress": {"completed_on": "2016-06-30"}}
        assert self.asked(unpaid, diagnosed_on="2016-06-30").outcomes == (Standing.NOT_INSURED,)
        assert self.asked(unpaid, diagnosed_on="2016-07-01").outcomes == (Standing.UNSETTLED,)

    def test_as_data_and_with_nothing_told(self) -> None:
        """Numbered from 1, without a worker where the file names none; what is no disease is told."""
        data = questions_data(asked({**PROJECT, "diseases": [{}]}))["diseases"]
        assert [(one["number"], one["worker"]) for one in data] == [(1, None)]
        assert {"fact", "zh", "en", "clauses", "answers"} == set(data[0]["questions"][0])
        with pytest.raises(FileError, match=r"diseases\[0\]"):
            asked({**PROJECT, "diseases": ["dust"]})
