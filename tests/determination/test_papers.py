"""The papers of an application, and who has to prove."""

from itertools import combinations
from typing import Any

import pytest

from gxinjury.determination import ApplicationPaper, BurdenOfProof, burden_of_proof, missing_application_papers
from tests.bad_input import refused


@pytest.mark.clause("REG-18")
class TestMissingApplicationPapers:
    """Art. 18: what is missing is named all at once."""

    @pytest.mark.parametrize("count", range(4))
    def test_what_is_short(self, count: int) -> None:
        """Whatever is handed in, twice or in whatever order, the rest is missing."""
        for submitted in combinations(ApplicationPaper, count):
            missing = missing_application_papers([*reversed(submitted), *submitted])
            assert set(missing) == set(ApplicationPaper) - set(submitted)
            assert list(missing) == [paper for paper in ApplicationPaper if paper in missing]

    def test_slips(self) -> None:
        """What is no paper is refused by name."""
        slip: Any = ["form"]
        with refused("missing_application_papers", "submitted[0]", "must be of type ApplicationPaper"):
            missing_application_papers(slip)


@pytest.mark.clause("REG-19")
class TestBurdenOfProof:
    """Art. 19: claimed by the worker's side and denied by the employer, the employer proves."""

    @pytest.mark.parametrize(("claimed", "denied"), [(True, True), (True, False), (False, True), (False, False)])
    def test_all_cases(self, claimed: bool, denied: bool) -> None:
        """It takes both a claim and a denial."""
        expected = BurdenOfProof.EMPLOYER if (claimed, denied) == (True, True) else BurdenOfProof.NOT_SHIFTED
        assert burden_of_proof(claimed_by_workers_side=claimed, denied_by_employer=denied) is expected

    def test_slips(self) -> None:
        """Each flag is refused by name."""
        no: Any = "no"
        with refused("burden_of_proof", "claimed_by_workers_side", "must be True or False"):
            burden_of_proof(claimed_by_workers_side=no, denied_by_employer=True)
        with refused("burden_of_proof", "denied_by_employer", "must be True or False"):
            burden_of_proof(claimed_by_workers_side=True, denied_by_employer=no)
