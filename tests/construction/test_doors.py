"""The doors of the construction room."""

from datetime import date, datetime
from typing import Any, Final

import pytest

import gxinjury.construction as room
from gxinjury.construction import (
    Accident,
    ApplicationForm,
    BenefitFacts,
    Contract,
    CoverState,
    DelayFiling,
    NameChange,
    OccupationalDisease,
    PayeeAccount,
    Payment,
    PriceChange,
    ProjectCase,
    ProjectCover,
    ProjectParticulars,
    RosterChange,
    RosterChangeKind,
    RosterEntry,
    RosterForm,
    SiteInjury,
    SiteNotice,
    Submitted,
    TermChange,
    Warranty,
    Worker,
    WorkStoppage,
)
from gxinjury.construction.roster import Roster
from gxinjury.facts import CHINA
from gxinjury.law.papers import Paper
from tests.doors import Door, check_none_left_out, check_slip, slips_at

DAY: Final = date(2015, 10, 9)
MOMENT: Final = datetime(2015, 11, 2, 9, tzinfo=CHINA)
CONTRACT: Final = Contract(price=100_000_000, commencement=DAY, completion=date(2016, 6, 30))
COVER: Final = ProjectCover(date(2016, 6, 30), ())
PARTICULARS: Final[dict[str, Any]] = dict.fromkeys(
    ("owner", "project", "filed_at", "bidder", "filler", "contact"), "甲"
)
INJURY: Final[dict[str, Any]] = {
    "happened_at": MOMENT,
    "work_cause": True,
    "on_site": True,
    "enrolled": True,
    "cover": CoverState.COVERED,
}
ACCIDENT: Final[dict[str, Any]] = {"worker": "张三", "happened_at": MOMENT, "work_cause": True, "on_site": True}

DISEASE: Final[dict[str, Any]] = {"worker": "张三", "exposed_from": DAY, "diagnosed_on": DAY}

# A question hands these on to a record or to another question, whose name the refusal tells.
TO_THE_ROSTER: Final = {"changes": "Roster"}
TO_THE_INJURY: Final = dict.fromkeys(
    ("work_cause", "on_site", "reported_at", "known_at", "verified", "deemed"), "SiteInjury"
)

RECORDS: Final = (
    Door(Accident, ACCIDENT),
    Door(ApplicationForm, {}),
    Door(BenefitFacts, {}),
    Door(Contract, {"price": 1, "commencement": DAY, "completion": DAY}),
    Door(DelayFiling, {"filed_on": DAY}),
    Door(OccupationalDisease, DISEASE),
    Door(NameChange, {"name": "新名", "document_on": DAY}),
    Door(PayeeAccount, {"name": "甲", "number": "1", "bank": "乙"}),
    Door(Payment, {"amount": 1, "paid_on": DAY}),
    Door(PriceChange, {"amount": 1, "agreed_on": DAY}),
    Door(ProjectCase, {"contract": CONTRACT}),
    Door(ProjectParticulars, PARTICULARS),
    Door(Roster, {"changes": []}),
    Door(RosterChange, {"worker": "张三", "kind": RosterChangeKind.ADD, "reported_on": DAY}),
    Door(RosterEntry, {"worker": Worker("张三"), "kind": RosterChangeKind.ADD}),
    Door(RosterForm, {"reported_on": DAY, "entries": []}),
    Door(SiteInjury, INJURY),
    Door(SiteNotice, {}),
    Door(Submitted, {"paper": Paper.ROSTER}),
    Door(TermChange, {"completion": DAY, "agreed_on": DAY}),
    Door(Warranty, {"filed_on": None, "roster_reported_on": None, "ends": DAY}),
    Door(Worker, {"name": "张三"}),
    Door(WorkStoppage, {"first": DAY}),
)
QUESTIONS: Final = (
    Door(
        room.assess_accident,
        {"accident": Accident(**ACCIDENT), "cover": COVER, "roster": Roster([])},
        told_by={"cover": "site_injury", "calendar": "employer_deadline"},
    ),
    Door(
        room.assess_disease,
        {"disease": OccupationalDisease(**DISEASE), "cover": COVER, "roster": Roster([])},
        told_by={"calendar": "employer_deadline"},
    ),
    Door(room.assess_project, {"case": ProjectCase(CONTRACT)}),
    Door(room.budget_line, {"estimate": 1}),
    Door(room.cover_proof, {"cover": COVER, "changes": [], "worker": "张三", "day": DAY}, told_by=TO_THE_ROSTER),
    Door(room.cover_start, {"account": room.premium_account(room.project_premium(CONTRACT, paid_on=DAY), [])}),
    Door(room.delay_papers_deadline, {"expiry": DAY}),
    Door(room.employer_bridge, {"injured_on": DAY, "completed_on": DAY}),
    Door(room.enrolment_place, {"insured_at_registration": True}),
    Door(room.failed_party, {"start": DAY, "on": DAY}),
    Door(room.insured_on, {"changes": [], "day": DAY}, told_by=TO_THE_ROSTER),
    Door(
        room.may_enrol_by_project,
        {"in_nanning": True, "fixed_employment": False, "enterprise_can_enrol_as_employer": False},
    ),
    Door(room.missing_claim_papers, {"submitted": []}),
    Door(room.missing_documents, {"submitted": []}),
    Door(room.missing_from_notice, {"notice": SiteNotice()}),
    Door(room.name_change_deadline, {"document_on": DAY}),
    Door(room.obligations, {"case": ProjectCase(CONTRACT), "on": DAY}),
    Door(room.permit_check, {"stamped_form": True, "fund_receipt": True}),
    Door(room.premium_account, {"bill": room.project_premium(CONTRACT, paid_on=DAY), "payments": []}),
    Door(room.project_cover, {"contract": CONTRACT, "paid_on": DAY}),
    Door(room.project_named, {"form": ApplicationForm(), "project": "甲"}),
    Door(room.project_premium, {"contract": CONTRACT, "paid_on": DAY}),
    Door(
        room.registration_form,
        {"contract": CONTRACT, "particulars": ProjectParticulars(**PARTICULARS), "dated": DAY},
        told_by={"started_on": "project_premium"},
    ),
    Door(room.relation_after_completion, {"grade": 5, "completed_on": DAY}),
    Door(room.roster_deadline, {"happened_on": DAY}),
    Door(room.roster_findings, {"changes": []}, told_by=TO_THE_ROSTER),
    Door(room.site_injury, {"cover": COVER, "changes": [], **ACCIDENT}, told_by=TO_THE_ROSTER | TO_THE_INJURY),
    Door(room.standing, {"injury": SiteInjury(**INJURY)}),
    Door(room.unfilled, {"form": RosterForm(DAY, [])}),
    Door(room.warranty_deadline, {"completion": DAY}),
    Door(room.worker_cover, {"changes": [], "worker": "张三"}, told_by=TO_THE_ROSTER | {"worker": "Roster"}),
)


@pytest.mark.parametrize(("door", "name", "slip"), slips_at((*RECORDS, *QUESTIONS)))
def test_every_fact_is_checked(door: Door, name: str, slip: Any) -> None:  # noqa: ANN401  (slips of any type)
    """A slip is refused by the name of its door and its fact."""
    check_slip(door, name, slip)


def test_no_door_is_left_out() -> None:
    """Every question and every record of facts on the face has its row."""
    check_none_left_out(room, (*RECORDS, *QUESTIONS))
