"""What a roster tells of a person that cannot be right (实名核对)."""

from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from gxinjury.construction import RosterChange, RosterChangeKind, Sex, Worker, roster_findings

ADD: Final = RosterChangeKind.ADD
ID: Final = "450103200003011239"
REPORTED: Final = date(2015, 11, 2)


def told(change: RosterChange, *more: RosterChange) -> list[tuple[str, str]]:
    """Return what is told of a roster, by code and clause."""
    return [(found.code, str(found.clause)) for found in roster_findings([change, *more])]


@pytest.mark.clause("REG-66")
@pytest.mark.clause("NN-3.1.1")
@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (date(2016, 2, 29), [("under_sixteen", "REG-66")]),
        (date(2016, 3, 1), [("under_eighteen", "NN-3.1.1")]),
        (date(2018, 2, 28), [("under_eighteen", "NN-3.1.1")]),
        (date(2018, 3, 1), []),
    ],
)
def test_ages(reported: date, expected: list[tuple[str, str]]) -> None:
    """Born on 2000-03-01: child labour to the eve of sixteen, a minor to the eve of eighteen."""
    assert told(RosterChange(ID, ADD, reported)) == expected


@pytest.mark.clause("NN-A2")
@pytest.mark.parametrize(("wage", "found"), [("99.99", True), ("100", False)])
def test_a_wage_in_thousands(wage: str, found: bool) -> None:
    """Below a hundred yuan a month nobody works."""
    change = RosterChange("张三", ADD, REPORTED, monthly_wage=Decimal(wage))
    assert told(change) == [("wage_in_thousands", "NN-A2")] * found


@pytest.mark.clause("NN-3.1.2")
@pytest.mark.parametrize(
    ("enrolled", "expected"),
    [
        (date(2015, 11, 1), [("enrolled_before_report", "NN-3.1.2")]),
        (date(2015, 11, 2), []),
        (date(2015, 11, 3), []),
        (date(2015, 11, 4), [("enrolled_after_report", "NN-3.1.2")]),
    ],
)
def test_enrolment_days(enrolled: date, expected: list[tuple[str, str]]) -> None:
    """The day of the report and the day after it are right."""
    assert told(RosterChange("张三", ADD, REPORTED, enrolled_on=enrolled)) == expected


@pytest.mark.clause("NN-3.1.1")
@pytest.mark.parametrize(("sex", "found"), [(Sex.MALE, False), (Sex.FEMALE, True), (None, False)])
def test_sex(sex: Sex | None, found: bool) -> None:
    """The 17th digit is odd for men."""
    worker = Worker("张三", ID, sex=sex)
    assert told(RosterChange(worker, ADD, date(2018, 3, 1))) == [("sex_against_id", "NN-3.1.1")] * found


@pytest.mark.clause("NN-3.1.1")
def test_identical_rows() -> None:
    """A row written twice is told beside the addition that changes nothing; a removal has nothing to check."""
    change = RosterChange("张三", ADD, REPORTED)
    assert ("identical_rows", "NN-3.1.1") in told(change, change)
    assert told(RosterChange("张三", RosterChangeKind.REMOVE, REPORTED)) == [("not_listed", "NN-3.1.1")]
