"""Supervision: who failed, what is posted, where staff of enterprises from elsewhere enrol."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError, explain
from gxinjury.construction import EnrolmentPlace, Party, SiteNotice, enrolment_place, failed_party

START = date(2015, 10, 9)
LAST = date(2015, 10, 8)


@pytest.mark.clause("NN-6.4")
class TestFailedParty:
    """NN-6.4: the owner who does not hand the money over, or the contractor who has it and does not pay in time."""

    @pytest.mark.parametrize(
        ("funded_on", "paid_on", "failed"),
        [
            (None, None, Party.OWNER),
            (START, None, Party.OWNER),
            (LAST, None, Party.GENERAL_CONTRACTOR),
            (LAST, START, Party.GENERAL_CONTRACTOR),
            (LAST, LAST, None),
            (None, LAST, None),
            (START, START, Party.OWNER),
        ],
    )
    def test_when_the_start_has_come(self, funded_on: date | None, paid_on: date | None, failed: Party | None) -> None:
        """The day the money was handed over decides between the two."""
        assert failed_party(start=START, on=START, funded_on=funded_on, paid_on=paid_on) is failed

    def test_not_before(self) -> None:
        """While the last day in time has not passed, nobody failed."""
        assert failed_party(start=START, on=LAST) is None

    @given(st.integers(0, 400), st.none() | st.integers(-40, 40), st.none() | st.integers(-40, 40))
    def test_time_only_adds_failure(self, later: int, funded: int | None, paid: int | None) -> None:
        """Looked at later, the same facts name the same party."""
        funded_on = None if funded is None else START + timedelta(days=funded)
        paid_on = None if paid is None else START + timedelta(days=paid)
        then = failed_party(start=START, on=START + timedelta(days=later), funded_on=funded_on, paid_on=paid_on)
        assert then is failed_party(start=START, on=START, funded_on=funded_on, paid_on=paid_on)


@pytest.mark.clause("NN-6.3")
def test_site_notice() -> None:
    """Posting and telling are two duties; what is missing is named."""
    assert SiteNotice().missing == ("enrolment_posted", "entitlements_told", "benefit_levels_told", "complaints_told")
    done = SiteNotice(enrolment_posted=True, entitlements_told=True, benefit_levels_told=True, complaints_told=True)
    assert done.missing == ()
    with pytest.raises(InvalidFactError, match=r"SiteNotice\.complaints_told must be True or False"):
        SiteNotice(complaints_told="yes")  # type: ignore[arg-type]  # the slip under test


@pytest.mark.clause("NN-6.5")
def test_enrolment_place() -> None:
    """Who is insured at the place of registration stays there, said to be outside; others enrol in Nanning."""
    assert enrolment_place(insured_at_registration=False) is EnrolmentPlace.NANNING
    why = explain(enrolment_place, insured_at_registration=True)
    assert why.outcome is EnrolmentPlace.PLACE_OF_REGISTRATION
    assert "outside this notice" in why.cautions[0].en
