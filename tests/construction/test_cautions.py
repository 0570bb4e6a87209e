"""Cautions: what to mind before relying on an answer."""

from datetime import date

import pytest

from gxinjury.construction import Contract, Payment, ProjectCase, assess_project, cautions_of
from gxinjury.errors import StaleFigureWarning
from gxinjury.explanations import StepKind, explain


class TestCautions:
    """Every caution comes with its clause."""

    def test_each_once_with_its_clause(self) -> None:
        """The rate of 2015 and the notice carry the same caution under clauses of their own, each once."""
        contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
        payment = Payment(amount=130_000, paid_on=date(2015, 10, 8))
        case = ProjectCase(contract, [payment], accepted_on=date(2016, 6, 30))
        cautions = cautions_of(explain(assess_project, case))
        assert [str(caution.clause) for caution in cautions] == ["NN-1.1.2", "NN-0"]
        assert {caution.kind for caution in cautions} == {StepKind.FIGURE}

    def test_a_stale_figure_is_one(self) -> None:
        """A figure past its verified day is a caution, beside the warning."""
        contract = Contract(price=1_000_000, commencement=date(2021, 1, 1), completion=date(2021, 12, 31))
        with pytest.warns(StaleFigureWarning):
            cautions = cautions_of(explain(assess_project, ProjectCase(contract)))
        assert any("verified through 2020-05-31" in caution.message.en for caution in cautions)
