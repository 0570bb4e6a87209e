"""Who pays when a project is not enrolled at all."""

from typing import Any

import pytest

from gxinjury.determination import Liability, Party, payers_when_not_enrolled
from tests.bad_input import refused


@pytest.mark.clause("RSF103-8", "RSF103-9")
class TestPayersWhenNotEnrolled:
    """The employer, then general contractor and owner jointly and severally, then the fund's advance."""

    def test_in_order(self) -> None:
        """The order, how each is liable, and by which clause."""
        told = [(one.party, one.liability, str(one.clause)) for one in payers_when_not_enrolled()]
        assert told == [
            (Party.EMPLOYER, Liability.OWN, "RSF103-8"),
            (Party.GENERAL_CONTRACTOR, Liability.JOINT, "RSF103-8"),
            (Party.OWNER, Liability.JOINT, "RSF103-8"),
            (Party.FUND, Liability.ADVANCE, "RSF103-8"),
        ]

    def test_hired_by_a_party_that_cannot_employ(self) -> None:
        """That party and the unit that contracted to it stand in the employer's place; the others stay."""
        payers = payers_when_not_enrolled(hired_by_incapable_party=True)
        assert [(one.party, one.liability, str(one.clause)) for one in payers[:2]] == [
            (Party.HIRING_PARTY, Liability.OWN, "RSF103-9"),
            (Party.CONTRACTING_UNIT, Liability.JOINT, "RSF103-9"),
        ]
        assert payers[2:] == payers_when_not_enrolled()[1:]

    @pytest.mark.parametrize("value", ["no", 0, None])
    def test_no_flag(self, value: Any) -> None:  # noqa: ANN401  (slips of any type)
        """The fact is True or False by type."""
        with refused("payers_when_not_enrolled", "hired_by_incapable_party", "must be True or False"):
            payers_when_not_enrolled(hired_by_incapable_party=value)
