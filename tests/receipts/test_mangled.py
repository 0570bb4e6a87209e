"""Receipts that were spoilt on their way: they are read all the same, or refused as data are, and never break."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.codec import CodecError
from gxinjury.errors import GxInjuryError
from gxinjury.receipts import Replay, replay

pytestmark = pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")

Place: TypeAlias = tuple[str | int, ...]

FROZEN: Final = Path(__file__).parents[1] / "cases" / "receipts"
KEPT: Final = [path.read_text("utf-8") for path in sorted(FROZEN.glob("*.json"))]
JUNK: Final = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["2016-13-45", "\x1b[31m", "9" * 5000, "gxinjury.construction.standing", "gxinjury.inquiry.needs"]
    )
    | st.sampled_from([[], {}, [1], {"a": 1}, {"$money.Rate": 5}, {"$x": 1}, ["x"] * 50])
    .map(json.dumps)
    .map(json.loads)
)


def places(data: Any, around: Place = ()) -> Iterator[Place]:  # noqa: ANN401  (JSON)
    """Yield where something stands in data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in inner:
        yield (*around, name)
        yield from places(value, (*around, name))


def at(data: Any, place: Place) -> Any:  # noqa: ANN401  (JSON)
    """Return what stands at a place."""
    for step in place:
        data = data[step]
    return data


@st.composite
def mangled(draw: st.DrawFn) -> dict[str, Any]:
    """Return a receipt of which up to four parts were lost, changed, renamed, or stand in the place of another."""
    kept: dict[str, Any] = json.loads(draw(st.sampled_from(KEPT)))
    for _ in range(draw(st.integers(1, 4))):
        some = [*places(kept)]
        *around, name = draw(st.sampled_from(some))
        holder = at(kept, tuple(around))
        match draw(st.sampled_from(["lost", "changed", "renamed", "elsewhere"])):
            case "lost":
                del holder[name]
            case "renamed" if isinstance(holder, dict):
                holder[f"{name}x"] = holder.pop(name)
            case "elsewhere":
                holder[name] = json.loads(json.dumps(at(kept, draw(st.sampled_from(some)))))
            case _:
                holder[name] = draw(JUNK)
    return kept


@given(mangled())
def test_a_spoilt_receipt_is_read_or_refused(kept: dict[str, Any]) -> None:
    """With the library's own errors, which tell themselves in both languages; what is read tells its differences."""
    told: Replay | GxInjuryError
    try:
        told = replay(kept)
    except GxInjuryError as error:
        told = error
    assert told.text("zh")
    assert told.text("en")


@pytest.mark.parametrize(
    ("part", "name"), [("figures", "label"), ("figures", "value"), ("readings", "question"), ("readings", "member")]
)
def test_what_a_difference_tells_must_be_there(part: str, name: str) -> None:
    """A figure or reading without its label, value or member is refused at its place, also if it is no longer used."""
    kept = json.loads((FROZEN / "premium.json").read_text("utf-8"))
    kept[part][0]["name"] = "no_longer_used"
    del kept[part][0][name]
    with pytest.raises(CodecError) as caught:
        replay(kept)
    assert [fault.path for fault in caught.value.faults] == [(part, 0, name)]


def test_what_was_handed_is_named() -> None:
    """By texts, each of them."""
    kept = json.loads((FROZEN / "premium.json").read_text("utf-8"))
    kept["handed"] = ["calendar", {}]
    with pytest.raises(CodecError) as caught:
        replay(kept)
    assert [fault.path for fault in caught.value.faults] == [("handed", 1)]
