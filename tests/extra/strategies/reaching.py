"""Whether a strategy draws something soon, as what a tester relies on it for."""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

T = TypeVar("T")

SOON: Final = settings(
    max_examples=5000,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
"""The same examples in every run, and no shrinking."""

_AT_A_TIME: Final = 10
_DRAWN: Final[dict[str, list[Any]]] = {}


def population(strategy: st.SearchStrategy[Any], examples: int = 5000) -> Iterator[Any]:
    """Yield the first so many examples of a strategy; those drawn for one question serve the next.

    Strategies that print alike draw alike. No more are drawn than are looked at, ten at a time.
    """
    drawn = _DRAWN.setdefault(repr(strategy), [])
    for at in range(examples):
        if at == len(drawn):
            _draw(strategy, drawn)
        yield drawn[at]


def _draw(strategy: st.SearchStrategy[Any], drawn: list[Any]) -> None:
    """Draw some more, others than before."""
    at = len(drawn)

    @seed(at)
    @settings(SOON, derandomize=False, max_examples=_AT_A_TIME)
    @given(one=strategy)
    def draw(one: Any) -> None:  # noqa: ANN401  (whatever it draws)
        drawn.append(one)

    draw()


def first_of(strategy: st.SearchStrategy[T], wanted: Callable[[T], object]) -> T:
    """Return the first example that is wanted; there has to be one."""
    found: T = next(one for one in population(strategy) if wanted(one))
    return found


def reached(strategy: st.SearchStrategy[Any], wanted: Callable[[Any], object], examples: int = 5000) -> bool:
    """Return whether what is wanted is among the first so many examples."""
    return any(wanted(one) for one in population(strategy, examples))
