"""The notice at the site."""

import pytest

from gxinjury import InvalidFactError
from gxinjury.construction import SiteNotice


@pytest.mark.clause("NN-6.3")
def test_site_notice() -> None:
    """Posting and telling are two duties; what is missing is named."""
    assert SiteNotice().missing == ("enrolment_posted", "entitlements_told", "benefit_levels_told", "complaints_told")
    done = SiteNotice(enrolment_posted=True, entitlements_told=True, benefit_levels_told=True, complaints_told=True)
    assert done.missing == ()
    with pytest.raises(InvalidFactError, match=r"SiteNotice\.complaints_told must be True or False"):
        SiteNotice(complaints_told="yes")  # type: ignore[arg-type]  # the slip under test
