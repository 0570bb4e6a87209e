"""Data that is nearly right: one thing about it is changed, as a slip of the pen or of a program would."""

import copy
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

Place: TypeAlias = tuple[Any, Any]
"""What holds a value, and the key or number under which it does."""

_SWAPPED: Final = st.sampled_from([None, True, 0, -1, 3, "", " ", "x", "7", [], ["x"], {}, {"x": 1}])
_NO_DAYS: Final = st.sampled_from(["2016-02-30", "2016-13-01", "2016-1-1", "1899-12-31", "2200-01-01"])


def _places(data: Any) -> Iterator[Place]:  # noqa: ANN401  # JSON
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield data, key
        yield from _places(value)


def _drop(_: st.DrawFn, within: Any, key: Any) -> None:  # noqa: ANN401  # JSON
    del within[key]


def _add(_: st.DrawFn, within: Any, key: Any) -> None:  # noqa: ANN401  # JSON
    if isinstance(within, dict):
        within[f"{key}s"] = within[key]
    else:
        within.append(within[key])


def _swap(draw: st.DrawFn, within: Any, key: Any) -> None:  # noqa: ANN401  # JSON
    within[key] = draw(_SWAPPED)


def _flip(_: st.DrawFn, within: Any, key: Any) -> None:  # noqa: ANN401  # JSON
    value = within[key]
    within[key] = f"-{value}" if isinstance(value, str) else -value if type(value) is int else -1


def _leave_the_calendar(draw: st.DrawFn, within: Any, key: Any) -> None:  # noqa: ANN401  # JSON
    within[key] = draw(_NO_DAYS)


_SLIPS: Final[list[Callable[[st.DrawFn, Any, Any], None]]] = [_drop, _add, _swap, _flip, _leave_the_calendar]


@st.composite
def mangled(draw: st.DrawFn, data: Any) -> Any:  # noqa: ANN401  # JSON
    """Draw data with one slip: a key dropped or added, a type swapped, a sign flipped, a day out of the calendar."""
    changed = copy.deepcopy(data)
    places = [*_places(changed)]
    if not places:
        return draw(_SWAPPED)
    within, key = places[draw(st.integers(0, len(places) - 1))]
    draw(st.sampled_from(_SLIPS))(draw, within, key)
    return changed
