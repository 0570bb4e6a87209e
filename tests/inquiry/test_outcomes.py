"""When two outcomes are the same one."""

import pytest

from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.inquiry import Refusal
from gxinjury.inquiry.outcomes import matches
from tests.inquiry.lunar import Landing, both

_OUT_OF_SCOPE = Refusal(OutOfScopeError, None, both("3 tons are too many"))


@pytest.mark.parametrize(
    ("outcome", "wanted", "same"),
    [
        (1, 1, True),
        (1, 2, False),
        (1, True, False),
        (True, 1, False),
        (None, None, True),
        (Landing.ALLOWED, Landing.ALLOWED, True),
        (Landing.ALLOWED, Landing.DEFERRED, False),
        (int, int, True),
        (int, OutOfScopeError, False),
        (OutOfScopeError, OutOfScopeError, False),
        (_OUT_OF_SCOPE, OutOfScopeError, True),
        (_OUT_OF_SCOPE, OutOfScopeError.__base__, True),
        (_OUT_OF_SCOPE, InvalidFactError, False),
        (_OUT_OF_SCOPE, ValueError, False),
        (_OUT_OF_SCOPE, Refusal(OutOfScopeError, None, both("4,000.5 tons are too many")), True),
        (_OUT_OF_SCOPE, Refusal(OutOfScopeError, None, both("3 men are too many")), False),
        (_OUT_OF_SCOPE, Refusal(NotInForceError, None, both("3 tons are too many")), False),
    ],
)
def test_matches(outcome: object, wanted: object, *, same: bool) -> None:
    """Of one type and equal, or a refusal of the kind wanted; what a refusal says counts but for its numbers."""
    assert matches(outcome, wanted) is same
