"""The construction permit: the premium before a project may start."""

from typing import Any

import pytest

from gxinjury import InvalidFactError
from gxinjury.construction import permit_check
from gxinjury.law.papers import Paper


@pytest.mark.clause("NN-6.1", "NN-1.1.6")
@pytest.mark.parametrize(
    ("stamped_form", "fund_receipt", "missing"),
    [
        (True, True, ()),
        (False, True, (Paper.REGISTRATION_FORM,)),
        (True, False, (Paper.FUND_RECEIPT,)),
        (False, False, (Paper.REGISTRATION_FORM, Paper.FUND_RECEIPT)),
    ],
)
def test_permit(stamped_form: bool, fund_receipt: bool, missing: tuple[Paper, ...]) -> None:
    """A permit takes the stamped form and the receipt, both."""
    check = permit_check(stamped_form=stamped_form, fund_receipt=fund_receipt)
    assert (check.missing, check.in_order, check.permit_needed, check.findings) == (missing, not missing, True, ())


@pytest.mark.clause("NN-6.2")
def test_small_works() -> None:
    """Small works hand in nothing for a permit, and still pay before the start."""
    unpaid = permit_check(stamped_form=False, fund_receipt=False, permit_needed=False)
    assert (unpaid.missing, unpaid.in_order) == ((), False)
    assert [(found.code, str(found.clause)) for found in unpaid.findings] == [("small_works_unpaid", "NN-6.2")]
    paid = permit_check(stamped_form=False, fund_receipt=True, permit_needed=False)
    assert (paid.in_order, paid.findings) == (True, ())


@pytest.mark.parametrize("field", ["stamped_form", "fund_receipt", "permit_needed"])
def test_permit_facts_are_flags(field: str) -> None:
    """The text "no" is not true."""
    facts: dict[str, Any] = {"stamped_form": True, "fund_receipt": True, field: "no"}
    with pytest.raises(InvalidFactError, match=rf"permit_check\.{field} must be True or False, got 'no'"):
        permit_check(**facts)
