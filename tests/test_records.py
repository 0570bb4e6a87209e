"""What a record says about its fields: checks at the door, all refusals of an input, labels."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any, Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError
from gxinjury.privacy import Discreet
from gxinjury.records import NotBefore, check_facts, free_text, optional_free_text, refusals
from tests.guesthouse import MOON_DAY, TOO_DEAR, Stay

GOOD: Final[dict[str, Any]] = {"first": MOON_DAY, "price": "12.50"}
FAULTS: Final = [
    ("first", datetime(2001, 1, 1), "no_day"),
    ("first", date(1899, 12, 31), "beyond_years"),
    ("first", None, "no_day"),
    ("last", date(2000, 12, 31), "too_early"),
    ("price", 0, "not_above_zero"),
    ("price", 1.5, "no_amount"),
    ("price", None, "no_amount"),
    ("tip", "-0.01", "negative"),
    ("change", 0, "zero"),
    ("deposit", "12.49", "above_deposit"),
    ("came_at", datetime(2001, 1, 1), "no_moment"),
    ("bed", "BUNK", "other_kind"),
    ("guests", ["Ana"], "other_kind"),
    ("guests", "Ana", "no_sequence"),
    ("guests", 3, "no_sequence"),
    ("nights", -1, "no_count"),
    ("nights", True, "no_count"),
    ("shoes", 3, "odd"),
    ("paid", "no", "no_flag"),
    ("seen", 0, "no_flag"),
]


def test_of_what_is_known_to_be_at_fault_no_more_is_told() -> None:
    """Nor of what hangs on it; of the rest it is."""
    values = GOOD | {"first": "soon", "last": "later", "nights": -1}
    assert [error.path for error in refusals(Stay, values)] == [("first",), ("last",), ("nights",)]
    assert [error.path for error in refusals(Stay, values, at_fault={"first", "nights"})] == [("last",)]
    hanging = GOOD | {"last": date(2000, 12, 31)}
    assert [error.code for error in refusals(Stay, hanging)] == ["too_early"]
    assert refusals(Stay, hanging, at_fault={"first"}) == ()


def test_what_is_no_text_comes_as_it_came() -> None:
    """The check refuses it, in words of its own."""
    for read in (free_text, optional_free_text):
        assert [read(given) for given in (cast("Any", 5), cast("Any", None), "Ana")] == [5, None, "Ana"]
        assert type(read("450103198001011233")) is Discreet


def test_all_refusals_of_an_input_are_told_in_the_order_of_the_fields() -> None:
    """Each field at fault has its own; what several say together comes last, as far as it can be read."""
    values = {"price": "2000", "last": MOON_DAY, "tip": "-1", "shoes": 1}
    told = [(error.path, error.code) for error in refusals(Stay, values)]
    assert told == [
        (("first",), "missing"),
        (("tip",), "negative"),
        (("shoes",), "odd"),
        (("price",), "above_deposit"),
    ]


def test_what_hangs_on_a_fact_at_fault_is_not_told() -> None:
    """No order is told against a day that is none, and nothing together of a price that is none."""
    told = [error.code for error in refusals(Stay, {"first": "soon", "last": MOON_DAY, "price": "cheap"})]
    assert told == ["no_day", "no_amount"]


@given(
    st.fixed_dictionaries(
        {},
        optional={
            **{field: st.sampled_from([value for one, value, _ in FAULTS if one == field]) for field, _, _ in FAULTS},
            "room": st.text(),
        },
    )
)
def test_a_record_is_made_where_and_only_where_nothing_is_refused(values: dict[str, Any]) -> None:
    """The first refusal is the one that the record raises."""
    found = refusals(Stay, GOOD | values)
    if not found:
        assert Stay(**(GOOD | values)).price > 0
        return
    with pytest.raises(InvalidFactError) as caught:
        Stay(**(GOOD | values))
    assert str(found[0]) == str(caught.value)


def test_a_converter_that_refuses_is_told_like_a_check() -> None:
    """A record whose converter refuses tells it among its refusals."""

    def refuse(value: int) -> int:
        raise InvalidFactError("Odd", "count", TOO_DEAR, value)

    @attrs.frozen
    class Odd:
        count: int = attrs.field(converter=refuse)
        __attrs_post_init__ = check_facts

    assert [error.code for error in refusals(Odd, {"count": 1})] == ["above_deposit"]


def test_moments_stand_in_order_too() -> None:
    """An order holds for moments, against a property as well, under the name that messages call it by."""

    @attrs.frozen
    class Visit:
        came_at: datetime
        left_at: Annotated[datetime, NotBefore("came_at")] | None = None
        filed_on: Annotated[date, NotBefore("day", told="came_at")] | None = None
        __attrs_post_init__ = check_facts

        @property
        def day(self) -> date:
            return self.came_at.date()

    came = datetime.fromisoformat("2001-01-01T12:00+08:00")
    assert Visit(came, came, MOON_DAY).day == MOON_DAY
    with pytest.raises(InvalidFactError, match="left_at must not be before came_at"):
        Visit(came, came - timedelta(minutes=1))
    with pytest.raises(InvalidFactError, match=r"filed_on must not be before came_at \(2001-01-01\)"):
        Visit(came, filed_on=date(2000, 12, 31))


def test_an_order_against_what_is_not_known_says_nothing() -> None:
    """A day that must not lie before another may stand alone."""

    @attrs.frozen
    class Span:
        first: date | None = None
        last: Annotated[date, NotBefore("first")] | None = None
        __attrs_post_init__ = check_facts

    assert Span(last=MOON_DAY).first is None
