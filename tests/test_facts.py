"""What records and questions let in at the door, and what they refuse: both sides of every check."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError
from gxinjury.facts import (
    CHINA,
    check_count,
    check_day,
    check_flag,
    check_instance,
    check_moment,
    check_not_before,
    check_optional_day,
    check_optional_flag,
    check_text,
    check_year,
    moment,
    optional_moment,
    records,
)
from gxinjury.privacy import Discreet
from tests.moonland import Haul, Place

DAY = date(2016, 5, 31)
HAUL = Haul(1, DAY)


class Holiday(date):
    """A day of a kind of its own."""


def refused(check: Callable[..., object], value: object, *more: object) -> str:
    """The rule that a check refuses a value by; the error names record, field and value as well."""
    with pytest.raises(InvalidFactError) as caught:
        check("Haul", "field", value, *more)
    error = caught.value
    assert (error.record, error.field) == ("Haul", "field")
    assert error.value is value
    assert str(error).startswith("Haul.field must ")
    assert error.rule.zh
    return error.rule.en


class TestDay:
    """Days."""

    @pytest.mark.parametrize("check", [check_day, check_optional_day])
    @pytest.mark.parametrize(
        "day", [date(1900, 1, 1), date(2199, 12, 31), date(2016, 2, 29), Holiday(2016, 1, 1)], ids=str
    )
    def test_lets_in_a_day_of_the_years_1900_to_2199(self, check: Callable[..., None], day: date) -> None:
        """The first and the last day of the span come in, and a subclass of date too."""
        check("Haul", "field", day)

    @pytest.mark.parametrize("check", [check_day, check_optional_day])
    @pytest.mark.parametrize("day", [date(1899, 12, 31), date(2200, 1, 1), date.min, date.max], ids=str)
    def test_refuses_other_years(self, check: Callable[..., None], day: date) -> None:
        """A day outside the span is a slip of the keyboard."""
        assert refused(check, day) == "must lie in the years 1900 to 2199"

    @pytest.mark.parametrize("check", [check_day, check_optional_day])
    @pytest.mark.parametrize(
        "value", [datetime(2016, 1, 1), datetime(2016, 1, 1, tzinfo=UTC), "2016-01-01", 20160101, 0, ""]
    )
    def test_refuses_what_is_no_day(self, check: Callable[..., None], value: object) -> None:
        """A moment is no day, and a text is none."""
        assert refused(check, value).startswith("must be a day (datetime.date)")

    def test_none_is_no_day_unless_optional(self) -> None:
        """None is let in only where a day is optional."""
        assert refused(check_day, None).startswith("must be a day")
        check_optional_day("Haul", "field", None)

    def test_order_of_two_days(self) -> None:
        """The same day is in order, the day before is not, and the message names the other day."""
        check_not_before("Haul", "field", DAY, "start", DAY)
        with pytest.raises(
            InvalidFactError, match=r"Haul\.end must not be before start \(2016-05-31\), got 2016-05-30"
        ):
            check_not_before("Haul", "end", date(2016, 5, 30), "start", DAY)


class TestMoment:
    """Moments."""

    def test_is_moved_to_chinas_time(self) -> None:
        """The same moment, told in China's time."""
        given_in = datetime(2015, 9, 30, 23, 30, tzinfo=timezone(-timedelta(hours=5)))
        assert moment(given_in) == given_in
        assert moment(given_in).isoformat() == "2015-10-01T12:30:00+08:00"
        assert optional_moment(given_in) == given_in
        assert optional_moment(None) is None

    @pytest.mark.parametrize("value", [datetime(2015, 9, 30), DAY, "2015-09-30T00:00+08:00", None, 0])
    def test_leaves_the_rest_as_it_came(self, value: object) -> None:
        """The lenient half passes on what is no aware moment, for the check to refuse."""
        assert moment(cast("Any", value)) is value
        assert refused(check_moment, value).startswith("must be a moment with its offset")

    @pytest.mark.parametrize(
        "value", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)], ids=["first", "last"]
    )
    def test_the_ends_of_time_are_refused_and_do_not_overflow(self, value: datetime) -> None:
        """A moment that cannot be moved is handed on and refused for its year."""
        assert refused(check_moment, moment(value)) == "must lie in the years 1900 to 2199"

    @pytest.mark.parametrize(
        ("value", "is_inside"),
        [
            (datetime(1900, 1, 1, tzinfo=CHINA), True),
            (datetime(1899, 12, 31, 23, 59, tzinfo=CHINA), False),
            (datetime(2199, 12, 31, 23, 59, tzinfo=CHINA), True),
            (datetime(2200, 1, 1, tzinfo=CHINA), False),
        ],
    )
    def test_minds_the_year(self, value: datetime, is_inside: bool) -> None:
        """The same years as for days."""
        if is_inside:
            check_moment("Haul", "field", value)
        else:
            assert refused(check_moment, value) == "must lie in the years 1900 to 2199"


class TestOtherFacts:
    """Flags, counts, texts, types."""

    @pytest.mark.parametrize("check", [check_flag, check_optional_flag])
    def test_a_flag_is_true_or_false_by_type(self, check: Callable[..., None]) -> None:
        """Nothing but the two is a flag, not 1 and not "no"."""
        for value in (True, False):
            check("Haul", "field", value)
        for wrong in (1, 0, "no", "", "True", (True,)):
            assert refused(check, wrong) == "must be True or False"

    def test_none_is_no_flag_unless_optional(self) -> None:
        """None is let in only where a flag is optional."""
        assert refused(check_flag, None) == "must be True or False"
        check_optional_flag("Haul", "field", None)

    def test_a_count_is_a_whole_number_of_at_least_zero(self) -> None:
        """Zero counts; minus one, a bool, a float and a Decimal do not."""
        for value in (0, 1, 10**6):
            check_count("Haul", "field", value)
        for wrong in (-1, True, False, 1.0, Decimal(1), "1", None):
            assert refused(check_count, wrong) == "must be a whole number of at least zero"

    def test_a_count_is_of_a_sensible_size(self) -> None:
        """A thousand million is refused, one less is not; a number of thousands of digits neither hangs nor fails."""
        check_count("Haul", "field", 10**9 - 1)
        for wrong in (10**9, 10**400, 10**5000):
            assert refused(check_count, wrong) == "must be below 10^9"

    def test_a_text_is_not_empty(self) -> None:
        """Blanks alone are no text."""
        check_text("Haul", "field", " a ")
        check_text("Haul", "field", Discreet("450103198001011234"))
        for wrong in ("", " ", "\t\n", "　", None, 1, b"a"):
            assert refused(check_text, wrong) == "must be a text that is not empty"

    def test_an_instance_is_of_its_type(self) -> None:
        """What is of another type is refused with the name of the right one."""
        check_instance("Haul", "field", Place.PLAIN, Place)
        for wrong in ("PLAIN", None, Place):
            assert refused(check_instance, wrong, Place) == "must be of type Place"


class TestRecords:
    """Sequences of records."""

    def test_a_list_is_copied(self) -> None:
        """What is handed in may change afterwards."""
        hauls = [HAUL]
        copied = records("dust_bill", "others", hauls, Haul)
        hauls.clear()
        assert copied == (HAUL,)
        assert records("dust_bill", "others", (HAUL,), Haul) == (HAUL,)

    @pytest.mark.parametrize("values", [(), [], iter(()), {}])
    def test_none_at_all_is_fine(self, values: Any) -> None:  # noqa: ANN401  (any empty sequence)
        """An empty sequence of any kind is an empty tuple."""
        assert records("dust_bill", "others", values, Haul) == ()

    def test_a_generator_is_read_once(self) -> None:
        """Any iterable will do."""
        assert records("dust_bill", "others", (HAUL for _ in range(3)), Haul) == (HAUL,) * 3

    @pytest.mark.parametrize("values", [HAUL, "haul", "", None, 1, 1.5], ids=repr)
    def test_what_is_no_sequence_is_refused(self, values: object) -> None:
        """A lone record and a text are no sequences of records."""
        assert refused(cast("Any", records), values, Haul) == "must be a sequence of Haul"

    @given(st.integers(0, 5), st.sampled_from(["haul", None, DAY, Haul]))
    def test_the_wrong_member_is_named_by_its_place(self, place: int, wrong: object) -> None:
        """The message says which one."""
        values: list[Any] = [HAUL] * 6
        values[place] = wrong
        with pytest.raises(InvalidFactError) as caught:
            records("dust_bill", "others", values, Haul)
        assert (caught.value.record, caught.value.field) == ("dust_bill", f"others[{place}]")
        assert caught.value.value is wrong


class TestAMoonlandRecord:
    """The checks at the door of a record."""

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"load": 1.5}, "load"),
            ({"load": 0}, "load"),
            ({"load": "1,000"}, "load"),
            ({"dug_on": datetime(2016, 1, 1)}, "dug_on"),
            ({"place": "PLAIN"}, "place"),
            ({"digger": " "}, "digger"),
        ],
    )
    def test_names_its_field(self, facts: dict[str, Any], field: str) -> None:
        """Each slip names the record and the field."""
        with pytest.raises(InvalidFactError) as caught:
            Haul(**{"load": 1, "dug_on": DAY, **facts})
        assert (caught.value.record, caught.value.field, caught.value.value) == ("Haul", field, facts[field])


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_first_and_the_last_year_are_years(year: int) -> None:
    """The bounds of the years that a case can lie in are years themselves; those beyond are none."""
    check_year("Record", "year", year)
    check_day("Record", "day", date(year, 12, 31))


@pytest.mark.parametrize("year", [1899, 2200])
def test_years_beyond_are_none(year: int) -> None:
    """One year before the first, and one after the last."""
    with pytest.raises(InvalidFactError, match="must be a year"):
        check_year("Record", "year", year)
