"""The check of a field, by its kind and by what stands beside it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final

import pytest

from gxinjury.checks import check_of, check_of_kind
from gxinjury.errors import InvalidFactError
from gxinjury.facts import Sign, Yuan
from gxinjury.fields import field_of
from tests.guesthouse import MOON_DAY, Bed, Guest, Stay

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


@pytest.mark.parametrize(("field", "value", "code"), FAULTS)
def test_a_field_is_refused_by_what_its_annotation_says(field: str, value: object, code: str) -> None:
    """The refusal names the record, the field and the value, and has a code."""
    with pytest.raises(InvalidFactError) as caught:
        Stay(**{**GOOD, field: value})
    error = caught.value
    assert (error.record, error.code) == ("Stay", code)
    assert error.path[0] == ("price" if code == "above_deposit" else field)
    assert error.kind == "invalid_fact"


def test_what_the_annotations_let_in_is_there() -> None:
    """Optional fields may be None, the same day may be the last, an unchecked union takes what it names."""
    stay = Stay(**GOOD, last=MOON_DAY, tip=0, change=-1, guests=[Guest("Ana")], shoes=2, seen=True, note="x", room="B")
    assert stay.price == Decimal("12.50")
    assert stay.guests == (Guest("Ana"),)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (Guest, Guest("Ada"), "Ada"),
        (Bed, Bed.TENT, "TENT"),
        (tuple[Guest, ...], (Guest("Ada"),), ("Ada",)),
        (tuple[Bed, ...], (Bed.TENT, Bed.BUNK), (Bed.TENT, "BUNK")),
        (bool, False, 0),
        (date, MOON_DAY, "2001-01-01"),
        (int, 3, "3"),
        (str, "Ada", 3),
    ],
)
def test_a_kind_is_asked_for(kind: Any, right: object, wrong: object) -> None:  # noqa: ANN401  (any type)
    """A record, a member, several of either, a truth, a day; nothing is asked of what is open or a number of items."""
    check = check_of_kind(kind)
    assert check is not None
    check("Stay", "part", right)
    with pytest.raises(InvalidFactError, match=r"Stay\.part"):
        check("Stay", "part", wrong)


@pytest.mark.parametrize("kind", [object, tuple[int, str], tuple[Guest | str, ...], str | int, tuple[Yuan, ...]])
def test_of_other_kinds_nothing_is_asked(kind: Any) -> None:  # noqa: ANN401  (any type)
    """What is open, of several kinds, or of so many items."""
    assert check_of_kind(kind) is None


@pytest.mark.parametrize(
    ("wrong", "code"), [(0, "not_above_zero"), (-1, "no_count"), (10**9, "too_many"), ("3", "no_count")]
)
def test_a_number_of_things_may_have_a_sign(wrong: object, code: str) -> None:
    """It is asked for as a number first."""
    check = check_of(field_of(Stay, "beds", Annotated[int, Sign.POSITIVE], None))
    assert check is not None
    check("Stay", "beds", 1)
    with pytest.raises(InvalidFactError) as caught:
        check("Stay", "beds", wrong)
    assert caught.value.code == code
