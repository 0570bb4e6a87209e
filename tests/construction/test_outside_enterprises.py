"""Enterprises registered elsewhere."""

import pytest

from gxinjury import explain
from gxinjury.construction import EnrolmentPlace, enrolment_place


@pytest.mark.clause("NN-6.5")
def test_enrolment_place() -> None:
    """Who is insured at the place of registration stays there, said to be outside; others enrol in Nanning."""
    assert enrolment_place(insured_at_registration=False) is EnrolmentPlace.NANNING
    why = explain(enrolment_place, insured_at_registration=True)
    assert why.outcome is EnrolmentPlace.PLACE_OF_REGISTRATION
    assert "outside this notice" in why.cautions[0].en
