"""Whether a strategy draws something soon, as what a tester relies on it for."""

from collections.abc import Callable
from typing import Any, Final

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

SOON: Final = settings(
    max_examples=5000,
    phases=[Phase.generate],
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
"""The same examples in every run, and no shrinking."""


def reached(strategy: st.SearchStrategy[Any], wanted: Callable[[Any], object], examples: int = 5000) -> bool:
    """Return whether what is wanted is among the first so many examples."""
    try:
        find(strategy, lambda drawn: bool(wanted(drawn)), settings=settings(SOON, max_examples=examples))
    except NoSuchExample:
        return False
    return True
