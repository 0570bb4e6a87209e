"""What happens in life is not refused: it is answered as far as it goes, each row with its findings."""

from datetime import date
from typing import Any, Final

import pytest

from gxinjury.construction import (
    Contract,
    DelayFiling,
    Payment,
    ProjectCase,
    TermChange,
    Warranty,
    assess_project,
)
from gxinjury.periods import Period

CONTRACT: Final = Contract("100000000", date(2016, 1, 1), date(2016, 6, 30))
PAID: Final = (Payment("130000", date(2015, 12, 20)),)
ACCEPTED: Final = date(2016, 6, 20)
WARRANTY: Final = Warranty(filed_on=date(2016, 6, 1), roster_reported_on=date(2016, 6, 2), ends=date(2017, 6, 1))
LATE: Final = TermChange(date(2016, 9, 30), date(2016, 6, 10))

LIFE: Final[dict[str, tuple[dict[str, Any], list[tuple[str, str, dict[str, Any]]], list[Period]]]] = {
    "paid after the term": (
        {"payments": (Payment("130000", date(2016, 8, 1)),)},
        [
            ("not_answered", "NN-1.1.4", {}),
            ("paid_after_completion", "NN-1.3.1", {"paid_on": date(2016, 8, 1), "ended_on": date(2016, 6, 30)}),
        ],
        [],
    ),
    "paid on the last day of the term": (
        {"payments": (Payment("130000", date(2016, 6, 30)),)},
        [("paid_late", "NN-1.1.5", {"days": 182}), ("delay_papers_due", "NN-1.3.2", {"deadline": date(2016, 5, 31)})],
        [Period(date(2016, 6, 30), date(2016, 6, 30))],
    ),
    "a warranty and no acceptance yet": (
        {"payments": PAID, "warranty": WARRANTY},
        [("delay_papers_due", "NN-1.3.2", {}), ("warranty_to_come", "NN-1.3.3", {"ends": date(2017, 6, 1)})],
        [Period(date(2015, 12, 20), date(2016, 6, 30))],
    ),
    "a warranty filed before the acceptance": (
        {"payments": PAID, "accepted_on": ACCEPTED, "warranty": WARRANTY},
        [],
        [Period(date(2015, 12, 20), date(2017, 6, 1))],
    ),
    "papers after the acceptance period": (
        {
            "payments": PAID,
            "term_changes": (LATE,),
            "delay": DelayFiling(filed_on=date(2016, 7, 20), acceptance_period_ends=date(2016, 7, 10)),
        },
        [
            ("delay_papers_late", "NN-1.3.2", {"days": 50, "deadline": date(2016, 5, 31)}),
            (
                "delay_papers_after_acceptance_period",
                "NN-1.3.2",
                {"filed_on": date(2016, 7, 20), "ends": date(2016, 7, 10)},
            ),
            ("extension_agreed_late", "NN-1.3.2", {"agreed_on": date(2016, 6, 10), "deadline": date(2016, 5, 31)}),
        ],
        [Period(date(2015, 12, 20), date(2016, 6, 30))],
    ),
    "no completion day yet": (
        {"payments": PAID, "accepted_on": ACCEPTED},
        [],
        [Period(date(2015, 12, 20), ACCEPTED)],
    ),
    "not paid": (
        {},
        [
            ("billed_without_payment", "NN-1.1.5", {"day": date(2015, 12, 31), "start": date(2016, 1, 1)}),
            ("sum_not_complete", "NN-1.1.5", {}),
        ],
        [],
    ),
}


@pytest.mark.clause("NN-1.1.4", "NN-1.1.5", "NN-1.3.1", "NN-1.3.2", "NN-1.3.3")
@pytest.mark.parametrize("name", LIFE)
def test_is_answered_as_far_as_it_goes(name: str) -> None:
    """Findings by code, clause and values, in order; and the days that are covered."""
    facts, findings, covered = LIFE[name]
    assessed = assess_project(ProjectCase(CONTRACT, **facts))
    found = [(one.code, str(one.clause)) for one in assessed.findings]
    assert found == [(code, clause) for code, clause, _ in findings]
    for one, (_, _, values) in zip(assessed.findings, findings, strict=True):
        assert {key: one[key] for key in values} == values
    assert list(assessed.cover.periods if assessed.cover else ()) == covered
