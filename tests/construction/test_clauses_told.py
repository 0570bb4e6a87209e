"""Which clauses a line of a bill and a worker's standing rest on."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from gxinjury.construction.accident_review import AccidentAssessment
from gxinjury.construction.bills import PremiumLine, PremiumLineKind
from gxinjury.construction.cover import CoverState
from gxinjury.construction.standings import Standing
from gxinjury.facts import Yuan
from gxinjury.money import Rate, Share

CLAUSES = {"INITIAL": "NN-1.1.2", "SUPPLEMENT": "NN-1.1.3", "REFUND": "NN-1.1.3"}


@pytest.mark.clause("NN-1.1.2", "NN-1.1.3", "NN-1.1.4")
@pytest.mark.parametrize("kind", PremiumLineKind)
def test_clauses_of_a_line(kind: PremiumLineKind) -> None:
    """The clause of its kind, and that of projects in progress where it is due for a part of the time."""
    for share, more in ((Share(100, 100), []), (Share(99, 100), ["NN-1.1.4"])):
        line = PremiumLine(
            kind, date(2016, 3, 1), Yuan(Decimal(100)), Rate.per_mille("1.3"), share, Yuan(Decimal("0.13"))
        )
        assert [str(clause) for clause in line.clauses] == [CLAUSES[kind.name], *more]


@pytest.mark.clause("NN-3.2.0", "NN-3.2.1", "NN-3.2.2", "NN-3.2.3")
@pytest.mark.parametrize(
    ("cover", "standing", "reported", "codes", "clause"),
    [
        ("NOT_COVERED", "PROJECT_CLAIM", True, (), "NN-3.2.0"),
        ("COVERED", "PROJECT_CLAIM", True, (), "NN-3.2.1"),
        ("COVERED", "SCOPE_DECIDES", False, ("determination_answers",), "NN-3.2.1"),
        ("COVERED", "TREATED_AS_INSURED", True, (), "NN-3.2.3"),
        ("COVERED", "TREATED_AS_INSURED", False, (), "NN-3.2.2"),
        ("COVERED", "TREATED_AS_INSURED", False, ("found_by_review",), "NN-3.2.2"),
        ("COVERED", "TREATED_AS_INSURED", False, ("determination_answers", "found_by_review"), "NN-3.2.3"),
    ],
)
def test_clause_of_a_standing(cover: str, standing: str, reported: bool, codes: tuple[str, ...], clause: str) -> None:
    """Without cover the clause on cover; then that on work causes on the site; the report's where it matters."""
    findings = [SimpleNamespace(code=code) for code in codes]
    case = SimpleNamespace(
        injury=SimpleNamespace(cover=CoverState[cover]), standing=Standing[standing], findings=findings
    )
    assessed: Any = SimpleNamespace(case=case, standing=case.standing, takes_report=reported)
    told = vars(AccidentAssessment)["standing_clause"].fget(assessed)
    assert str(told) == clause
