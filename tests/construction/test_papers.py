"""Papers for registration: what is short and why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, explain
from gxinjury.construction import (
    MissingDocument,
    Shortfall,
    Submitted,
    missing_documents,
)
from gxinjury.law.papers import Paper
from gxinjury.law.readings import RegistrationPapers

COMPLETE = (
    Submitted(Paper.BUSINESS_LICENCE, originals=1, copies=1),
    Submitted(Paper.ORGANISATION_CODE, originals=1, copies=1),
    Submitted(Paper.AWARD_NOTICE, originals=1, copies=1),
    Submitted(Paper.CONSTRUCTION_CONTRACT, originals=1, copies=1),
    Submitted(Paper.REGISTRATION_FORM, originals=2),
    Submitted(Paper.ROSTER, originals=2),
)


def without(*papers: Paper) -> list[Submitted]:
    """Return the complete set without some papers."""
    return [one for one in COMPLETE if one.paper not in papers]


@pytest.mark.clause("NN-1.2")
class TestRegistrationPapers:
    """NN-1.2: licence, organisation code, award notice and contract, 1 + 1 each; form and roster, 2 each; sealed."""

    def test_complete(self) -> None:
        """The whole set leaves nothing short."""
        assert missing_documents(COMPLETE) == ()

    def test_nothing(self) -> None:
        """With nothing handed in, all six are missing, in the order of the list."""
        short = missing_documents([])
        assert [one.paper for one in short] == [one.paper for one in COMPLETE]
        assert {one.why for one in short} == {Shortfall.MISSING}
        assert [(one.originals_short, one.copies_short) for one in short] == [(1, 1)] * 4 + [(2, 0)] * 2

    @pytest.mark.parametrize("paper", [one.paper for one in COMPLETE])
    def test_each_is_asked_for(self, paper: Paper) -> None:
        """Each paper left out is the one that is missing."""
        (short,) = missing_documents(without(paper))
        assert (short.paper, short.why) == (paper, Shortfall.MISSING)

    def test_too_few(self) -> None:
        """One form where two are asked is one too few."""
        handed_in = [*without(Paper.REGISTRATION_FORM), Submitted(Paper.REGISTRATION_FORM, originals=1)]
        assert missing_documents(handed_in) == (MissingDocument(Paper.REGISTRATION_FORM, Shortfall.TOO_FEW, 1, 0),)

    def test_no_copy(self) -> None:
        """An original without its copy is too few."""
        handed_in = [*without(Paper.BUSINESS_LICENCE), Submitted(Paper.BUSINESS_LICENCE, originals=1)]
        assert missing_documents(handed_in) == (MissingDocument(Paper.BUSINESS_LICENCE, Shortfall.TOO_FEW, 0, 1),)

    def test_unsealed(self) -> None:
        """A copy without the seal is told apart from a missing one; a second, sealed copy mends it."""
        unsealed = Submitted(Paper.AWARD_NOTICE, originals=1, copies=1, sealed=False)
        rest = without(Paper.AWARD_NOTICE)
        assert missing_documents([*rest, unsealed]) == (MissingDocument(Paper.AWARD_NOTICE, Shortfall.UNSEALED, 0, 1),)
        assert missing_documents([*rest, unsealed, Submitted(Paper.AWARD_NOTICE, originals=0, copies=1)]) == ()

    def test_in_two_parts(self) -> None:
        """Two forms handed in one by one are two forms."""
        one = Submitted(Paper.REGISTRATION_FORM, originals=1)
        assert missing_documents([*without(Paper.REGISTRATION_FORM), one, one]) == ()

    def test_unified_code(self) -> None:
        """A unified-code licence stands for licence and organisation code, with a caution."""
        unified = Submitted(Paper.UNIFIED_CODE_LICENCE, originals=1, copies=1)
        handed_in = [unified, *without(Paper.BUSINESS_LICENCE, Paper.ORGANISATION_CODE)]
        why = explain(missing_documents, handed_in)
        assert why.outcome == ()
        assert any("unified-code" in caution.en for caution in why.cautions)
        (short,) = missing_documents([Submitted(Paper.UNIFIED_CODE_LICENCE), *handed_in[1:]])
        assert (short.paper, short.why, short.copies_short) == (Paper.UNIFIED_CODE_LICENCE, Shortfall.TOO_FEW, 1)

    def test_no_tender(self) -> None:
        """Without a tender there is no award notice to hand in."""
        assert missing_documents(without(Paper.AWARD_NOTICE), tendered=False) == ()

    def test_annex_note(self) -> None:
        """The note of annex 1 asks neither for the award notice nor for the roster."""
        law = LAW.reading(RegistrationPapers.ANNEX_NOTE)
        assert missing_documents(without(Paper.AWARD_NOTICE, Paper.ROSTER), law=law) == ()
        assert [one.paper for one in missing_documents([], law=law)] == [
            Paper.BUSINESS_LICENCE,
            Paper.ORGANISATION_CODE,
            Paper.CONSTRUCTION_CONTRACT,
            Paper.REGISTRATION_FORM,
        ]

    @given(st.lists(st.sampled_from(COMPLETE)), st.sampled_from(COMPLETE))
    def test_more_never_lacks_more(self, handed_in: list[Submitted], another: Submitted) -> None:
        """Handing in a paper more never adds to what is short, and the order does not matter."""
        before = {one.paper for one in missing_documents(handed_in)}
        assert {one.paper for one in missing_documents([another, *handed_in])} <= before
        assert missing_documents(handed_in) == missing_documents(handed_in[::-1])

    @pytest.mark.parametrize(
        ("field", "bad"),
        [
            ("paper", {"paper": "licence"}),
            ("originals", {"paper": Paper.ROSTER, "originals": -1}),
            ("copies", {"paper": Paper.ROSTER, "copies": 1.5}),
            ("sealed", {"paper": Paper.ROSTER, "sealed": "no"}),
        ],
    )
    def test_bad_input(self, field: str, bad: dict[str, Any]) -> None:
        """A slip names its field."""
        with pytest.raises(InvalidFactError, match=rf"Submitted\.{field} must be"):
            Submitted(**bad)

    def test_not_a_submitted(self) -> None:
        """What is no record is named with its place."""
        with pytest.raises(InvalidFactError, match=r"missing_documents\.submitted\[0\] must be of type Submitted"):
            missing_documents([Paper.ROSTER])  # type: ignore[list-item]  # the slip under test
