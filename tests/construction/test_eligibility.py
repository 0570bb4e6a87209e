"""Who may enrol by project."""

import inspect
from itertools import product
from typing import Any, Final

import pytest

from gxinjury.construction import may_enrol_by_project, project_cover, project_premium
from gxinjury.errors import OutOfScopeError
from gxinjury.explanations import explain
from gxinjury.law import LAW
from gxinjury.law.readings import EnrolmentUnit
from tests.bad_input import refused

FACTS: Final = ("in_nanning", "fixed_employment", "enterprise_can_enrol_as_employer")


@pytest.mark.clause("NN-1.1.1")
class TestMayEnrolByProject:
    """NN-1.1.1: who cannot be enrolled by an employer may be enrolled by project."""

    @pytest.mark.parametrize(
        ("fixed", "employer", "of_the_worker", "of_the_enterprise"),
        [
            (True, True, False, False),
            (True, False, False, True),
            (False, True, True, False),
            (False, False, True, True),
        ],
    )
    def test_whole_table(self, fixed: bool, employer: bool, of_the_worker: bool, of_the_enterprise: bool) -> None:
        """By default the worker's employment decides, to the letter the enterprise's standing."""
        answers = [
            may_enrol_by_project(
                in_nanning=True,
                fixed_employment=fixed,
                enterprise_can_enrol_as_employer=employer,
                law=LAW.reading(reading),
            )
            for reading in (EnrolmentUnit.WORKER, EnrolmentUnit.ENTERPRISE)
        ]
        assert answers == [of_the_worker, of_the_enterprise]

    @pytest.mark.parametrize(("fixed", "employer"), list(product([True, False], repeat=2)))
    @pytest.mark.parametrize("reading", EnrolmentUnit)
    def test_elsewhere_is_out_of_scope(self, reading: EnrolmentUnit, fixed: bool, employer: bool) -> None:
        """The notice governs Nanning; of a project elsewhere it says nothing, and the agency there is to be asked."""
        with pytest.raises(OutOfScopeError, match="does not stand in Nanning") as caught:
            may_enrol_by_project(
                in_nanning=False,
                fixed_employment=fixed,
                enterprise_can_enrol_as_employer=employer,
                law=LAW.reading(reading),
            )
        assert str(caught.value.clause) == "NN-1.1.1"
        assert "不在南宁市" in caught.value.text("zh")

    @pytest.mark.parametrize("field", FACTS)
    @pytest.mark.parametrize("value", ["no", 0, 1, None])
    def test_takes_truth_values_only(self, field: str, value: Any) -> None:  # noqa: ANN401  (what a caller may hand in)
        """The text "no" is not true, and an unknown fact is not false."""
        facts: dict[str, Any] = dict.fromkeys(FACTS, True) | {field: value}
        with refused("may_enrol_by_project", field, "must be True or False", got=repr(value)):
            may_enrol_by_project(**facts)

    def test_says_which_reading_it_took(self) -> None:
        """The explanation names the clause and the reading, in both languages."""
        explanation = explain(
            may_enrol_by_project, in_nanning=True, fixed_employment=False, enterprise_can_enrol_as_employer=True
        )
        assert "may enrol by project [NN-1.1.1]: yes" in explanation.text("en")
        assert "能否按项目参保 [NN-1.1.1]：是" in explanation.text("zh")
        assert any(step.name == "EnrolmentUnit" for step in explanation.steps)


@pytest.mark.clause("NN-D")
@pytest.mark.parametrize("question", [may_enrol_by_project, project_premium, project_cover])
def test_asks_not_whose_worker_he_is(question: Any) -> None:  # noqa: ANN401  (any question)
    """NN-D: everybody on the project is meant, whoever employs him, so nothing asks for employer or headcount."""
    asked = set(inspect.signature(question).parameters)
    assert not asked & {"employer", "worker", "workers", "headcount", "subcontractor", "migrant"}
