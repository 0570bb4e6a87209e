"""The papers of a claim."""

import pytest

from gxinjury.construction import (
    missing_claim_papers,
)
from gxinjury.law.papers import CLAIM_PAPERS, Paper


@pytest.mark.clause("NN-5.5")
class TestClaimPapers:
    """NN-5.5: claim form, determination decision, assessment conclusion but for deaths, whatever else is needed."""

    def test_all(self) -> None:
        """With all of them nothing is short; with none all four are."""
        assert missing_claim_papers(CLAIM_PAPERS) == ()
        assert missing_claim_papers([]) == CLAIM_PAPERS

    def test_death(self) -> None:
        """A death has no assessment."""
        rest = [paper for paper in CLAIM_PAPERS if paper is not Paper.ASSESSMENT_CONCLUSION]
        assert missing_claim_papers(rest, death=True) == ()
        assert missing_claim_papers(rest) == (Paper.ASSESSMENT_CONCLUSION,)
