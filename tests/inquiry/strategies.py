"""What Hypothesis draws: rules of the Moon, what they forbid, and what is known of a craft."""

from typing import Final

from hypothesis import strategies as st

from gxinjury.errors import OutOfScopeError
from tests.inquiry.lunar import DOMAINS, Facts, Landing, Table


def _below(leaves: st.SearchStrategy[Table], names: tuple[str, ...]) -> st.SearchStrategy[Table]:
    if not names:
        return leaves

    def asking(name: str) -> st.SearchStrategy[Table]:
        rest = _below(leaves, tuple(other for other in names if other != name))
        return st.tuples(st.just(name), st.tuples(*(rest for _ in DOMAINS[name])))

    return st.one_of(leaves, st.sampled_from(names).flatmap(asking))


def _asking_all(leaves: st.SearchStrategy[Table], names: tuple[str, ...]) -> st.SearchStrategy[Table]:
    """Return tables that ask for these facts, one after the other."""
    if not names:
        return leaves
    return st.tuples(st.just(names[0]), st.tuples(*(_asking_all(leaves, names[1:]) for _ in DOMAINS[names[0]])))


def _about(leaves: st.SearchStrategy[Table], count: int) -> st.SearchStrategy[Table]:
    """Return tables about so many facts."""
    names = st.permutations(tuple(DOMAINS)).map(lambda one: tuple(one[:count]))
    return names.flatmap(lambda one: _asking_all(leaves, one))


_answers: Final = st.sampled_from((*Landing, OutOfScopeError))

tables: Final = st.one_of(_below(_answers, tuple(DOMAINS)), _about(_answers, 1), _about(_answers, 2))
"""Rules: an outcome or a refusal at every end."""

bans: Final = st.one_of(
    st.just(False),
    _below(st.booleans(), tuple(DOMAINS)),
    _about(st.booleans(), 2),  # two facts that move together
    _about(st.booleans(), 3),
)
"""What crafts forbid."""


@st.composite
def knowledge(draw: st.DrawFn) -> Facts:
    """Return the values that each fact can have: one, some or all of them."""
    return {
        name: tuple(draw(st.lists(st.sampled_from(values), min_size=1, unique=True))) if draw(st.booleans()) else values
        for name, values in DOMAINS.items()
    }
