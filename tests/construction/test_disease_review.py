"""An occupational disease on a project: which exposure it answers for, and when the desk must decide."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from gxinjury.benefits import Benefit
from gxinjury.codec import FileError
from gxinjury.construction import (
    BenefitFacts,
    Contract,
    DelayFiling,
    OccupationalDisease,
    ProjectCover,
    RosterChange,
    RosterChangeKind,
    Standing,
    Warranty,
    assess_disease,
    project_cover,
)
from gxinjury.construction.roster import Roster
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.extra.cases.reading import structure_case, unstructure_case
from gxinjury.law import LAW
from gxinjury.law.readings import EmployerEnrolment, InitialRoster
from gxinjury.periods import Period

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
COVER: Final = project_cover(CONTRACT, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
LISTED: Final = Roster([RosterChange("张三", RosterChangeKind.ADD, date(2015, 10, 8))])
NOBODY: Final = Roster([])
DATA: Final[dict[str, Any]] = {
    "contract": {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"},
    "payments": [{"amount": "130000", "paid_on": "2015-10-08"}],
}


def disease(**facts: Any) -> OccupationalDisease:  # noqa: ANN401  (any fact)
    """A disease diagnosed while the project is covered."""
    return OccupationalDisease(
        **{"worker": "张三", "exposed_from": date(2015, 10, 9), "diagnosed_on": date(2016, 3, 1), **facts}
    )


@pytest.mark.clause("NN-4.1", "NN-3.1.2")
@pytest.mark.parametrize("initial", InitialRoster)
def test_no_day_of_the_exposure_was_covered(initial: InitialRoster) -> None:
    """The roster is not asked then, be the premium paid or not: which reading holds of it does not matter."""
    for cover in (COVER, ProjectCover(date(2016, 6, 30), ())):
        before = disease(exposed_from=date(2015, 9, 1), exposed_to=date(2015, 10, 7))
        found = explain(assess_disease, before, cover=cover, roster=LISTED, law=LAW.reading(initial))
        assert found.outcome.standing is Standing.NOT_INSURED
        assert "enrolled on a covered day of the exposure" not in found.text("en")


@pytest.mark.clause("NN-4.1", "NN-3.2.1", "NN-3.2.2")
@pytest.mark.parametrize(
    ("facts", "roster", "completed_on", "expected", "told"),
    [
        ({}, LISTED, None, Standing.PROJECT_CLAIM, []),
        ({}, NOBODY, None, Standing.UNSETTLED, [("not_enrolled_when_exposed", "NN-3.2.2")]),
        ({"enrolled_by_employer": True}, NOBODY, None, Standing.PROJECT_CLAIM, [("insured_by_employer", "NN-3.2.1")]),
        ({"diagnosed_on": date(2016, 6, 30)}, LISTED, date(2016, 6, 30), Standing.PROJECT_CLAIM, []),
        (
            {"diagnosed_on": date(2016, 7, 1), "exposed_to": date(2016, 6, 30)},
            LISTED,
            date(2016, 6, 30),
            Standing.UNSETTLED,
            [("diagnosed_after_completion", "NN-4.1")],
        ),
        (
            {"diagnosed_on": date(2016, 7, 1), "exposed_to": date(2016, 6, 30)},
            LISTED,
            None,
            Standing.UNSETTLED,
            [("diagnosed_without_cover", "NN-4.1")],
        ),
        (
            {"exposed_from": date(2014, 1, 1), "exposed_to": date(2015, 10, 7)},
            LISTED,
            None,
            Standing.NOT_INSURED,
            [("exposed_outside_cover", "NN-4.1")],
        ),
        (
            {"exposed_from": date(2014, 1, 1), "exposed_to": date(2015, 10, 7), "diagnosed_on": date(2016, 6, 30)},
            LISTED,
            date(2016, 6, 30),
            Standing.NOT_INSURED,
            [("exposed_outside_cover", "NN-4.1")],
        ),
        (
            {"exposed_from": date(2014, 1, 1), "exposed_to": date(2015, 10, 7), "diagnosed_on": date(2016, 7, 1)},
            LISTED,
            date(2016, 6, 30),
            Standing.UNSETTLED,
            [("diagnosed_after_completion", "NN-4.1"), ("exposed_outside_cover", "NN-4.1")],
        ),
        (
            {"exposed_from": date(2015, 10, 1), "exposed_to": date(2015, 10, 9)},
            LISTED,
            None,
            Standing.PROJECT_CLAIM,
            [("exposed_elsewhere", "NN-4.1")],
        ),
    ],
)
def test_the_exposure_decides(
    facts: dict[str, Any], roster: Roster, completed_on: date | None, expected: Standing, told: list[tuple[str, str]]
) -> None:
    """Never a firm refusal after completion, and none of the unlisted, of whom the notice says nothing here."""
    found = assess_disease(disease(**facts), cover=COVER, roster=roster, completed_on=completed_on)
    assert found.standing is expected
    assert str(found.standing_clause) == "NN-4.1"
    assert [(one.code, str(one.clause)) for one in found.findings if one.code != "nobody_applied"] == told


@pytest.mark.clause("NN-5.3", "NN-5.1")
@pytest.mark.parametrize(
    ("facts", "roster", "completed_on", "bridge"),
    [
        ({}, LISTED, date(2016, 6, 30), Period(date(2016, 6, 30), None)),  # the fund pays
        ({}, NOBODY, date(2016, 6, 30), Period(date(2016, 6, 30), None)),  # not decided
        (
            {"exposed_from": date(2014, 1, 1), "exposed_to": date(2015, 10, 7)},  # not insured
            LISTED,
            date(2016, 6, 30),
            None,
        ),
        ({}, LISTED, None, None),  # not completed
        ({"diagnosed_on": date(2016, 7, 1), "exposed_to": date(2016, 6, 30)}, LISTED, date(2016, 6, 30), None),
    ],
)
def test_the_employer_goes_on_paying_what_the_fund_may_have_to(
    facts: dict[str, Any], roster: Roster, completed_on: date | None, bridge: Period | None
) -> None:
    """From the completion on, of a disease diagnosed by then, unless the project answers for none of it."""
    found = assess_disease(disease(**facts), cover=COVER, roster=roster, completed_on=completed_on)
    assert found.bridge == bridge


@pytest.mark.clause("NN-3.2.1")
def test_by_the_other_reading_the_employers_own_insurance_does_not_count() -> None:
    """On the roster only: the worker insured through his employer alone is for the agency to decide."""
    law = LAW.reading(EmployerEnrolment.ROSTER_ONLY)
    found = assess_disease(disease(enrolled_by_employer=True), cover=COVER, roster=NOBODY, law=law)
    assert found.standing is Standing.UNSETTLED


@pytest.mark.clause("NN-4.1")
def test_an_exposure_of_unsettled_days_alone_is_unsettled() -> None:
    """Exposed and diagnosed after the expiry, the end of the acceptance period not named."""
    delayed = project_cover(CONTRACT, paid_on=date(2015, 10, 8), delay=DelayFiling(filed_on=date(2016, 5, 31)))
    late = disease(exposed_from=date(2016, 7, 1), diagnosed_on=date(2016, 7, 5))
    found = assess_disease(late, cover=delayed, roster=LISTED)
    assert found.standing is Standing.UNSETTLED
    assert found.findings[0].code == "diagnosed_without_cover"
    later = project_cover(
        CONTRACT,
        paid_on=date(2015, 10, 8),
        accepted_on=date(2016, 7, 20),
        warranty=Warranty(filed_on=date(2016, 7, 25), roster_reported_on=date(2016, 8, 1), ends=date(2018, 6, 30)),
    )
    between = disease(exposed_from=date(2016, 7, 1), exposed_to=date(2016, 7, 20), diagnosed_on=date(2016, 8, 1))
    found = assess_disease(between, cover=later, roster=LISTED)
    assert found.standing is Standing.UNSETTLED
    assert [found.findings[0].code, str(found.findings[0].clause)] == ["exposed_while_unsettled", "NN-4.1"]


@pytest.mark.clause("NN-5.1")
def test_its_benefits_are_settled() -> None:
    """Grade 7 on 4,000 a month: 13 months of it, once, from the fund."""
    benefits = BenefitFacts(wage=4_000, grade=7, graded_on=date(2016, 5, 1))
    hurt = disease(benefits=benefits, determined_on=date(2016, 4, 1))
    found = assess_disease(hurt, cover=COVER, roster=LISTED)
    assert found.settlement is not None
    assert found.settlement.settlement is not None
    assert Decimal("52000.00") in [line.amount for line in found.settlement.settlement.lines]


@pytest.mark.clause("NN-4.1")
def test_a_cost_before_the_exposure_is_refused() -> None:
    """Costs belong to the disease; what comes before the exposure does not."""
    data = {**DATA, "diseases": [{"worker": "张三", "exposed_from": "2015-10-09", "diagnosed_on": "2016-03-01"}]}
    assert structure_case(data).case.diseases[0].costs == ()
    early = {"amount": 1, "incurred_on": "2015-10-08"}
    with pytest.raises(FileError, match="must not be before"):
        structure_case({**data, "diseases": [{**data["diseases"][0], "costs": [early]}]})
    with pytest.raises(InvalidFactError, match="benefits must be of type BenefitFacts"):
        disease(benefits="none")


@pytest.mark.clause("NN-3.2.1")
@pytest.mark.parametrize("told", [True, "2015-12-01"])
def test_insured_through_the_employer_in_a_file(told: object) -> None:
    """Yes, or the day from which he is; anything else is told."""
    hurt = {"worker": "张三", "happened_at": "2016-03-01T09:00:00+08:00", "work_cause": True, "on_site": True}
    data = {**DATA, "injuries": [{**hurt, "enrolled_by_employer": told}]}
    assert unstructure_case(structure_case(data))["injuries"][0]["enrolled_by_employer"] == told
    with pytest.raises(FileError, match=r"injuries\[0\].enrolled_by_employer"):
        structure_case({**DATA, "injuries": [{**hurt, "enrolled_by_employer": "perhaps"}]})


@pytest.mark.clause("NN-4.1")
def test_treated_first_and_diagnosed_later() -> None:
    """A stay in hospital from the first day of the exposure on; one before it belongs to something else."""
    benefits = BenefitFacts(stays=(Period(date(2016, 2, 1), date(2016, 2, 10)),))
    found = assess_disease(disease(exposed_from=date(2016, 2, 1), benefits=benefits), cover=COVER, roster=LISTED)
    assert found.settlement is not None
    assert found.settlement.settlement is not None
    [meals] = [line for line in found.settlement.settlement.lines if line.benefit is Benefit.HOSPITAL_MEALS]
    assert (meals.first, meals.last, meals.amount) == (date(2016, 2, 1), date(2016, 2, 10), Decimal(15))
    with pytest.raises(InvalidFactError, match=r"stays\[0\].first must not be before exposed_from \(2016-02-02\)"):
        disease(exposed_from=date(2016, 2, 2), benefits=benefits)
