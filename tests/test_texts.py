"""Texts in two languages, and how values are written and shown in them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.catalogues import labels_of
from gxinjury.periods import Period
from gxinjury.texts import Language, Text, shown, written
from tests.moonland import Crater, Place
from tests.words_check import wordings_of

ID_18 = "450103198001011234"
ID_15 = "450103800101123"
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


class Rank(IntEnum):
    """Members that are numbers."""

    WORST = 1


class Holiday(date):
    """A day of a kind of its own."""

    def __str__(self) -> str:
        return "a holiday"


class Plain(Enum):
    """An enum whose values are no texts."""

    ONE = 1


class Loud:
    """A thing that prints an id."""

    def __str__(self) -> str:
        return f"loud {ID_18}"


class TestText:
    """A text says one thing in both languages."""

    def test_says_each_language_in_its_own_words(self) -> None:
        """The values take their places in the wording of the language asked for."""
        text = Text(zh="迟 {days} 夜，{done}", en="nights late: {days}, {done}")
        assert text.say("zh", days=3, done=True) == "迟 3 夜，是"
        assert text.say("en", days=3, done=True) == "nights late: 3, yes"

    def test_without_values_the_wording_stands(self) -> None:
        """A text without values is said as it is written, braces and all."""
        assert Text(zh="{甲}", en="{a}").say("en") == "{a}"

    def test_filling_fills_both_languages(self) -> None:
        """A filled text holds its values in both languages and needs none any more."""
        filled = Text(zh="地点 {place}", en="place {place}").filled({"place": Place.CRATER})
        assert filled == Text(zh="地点 环形山", en="place crater")
        assert filled.say("zh") == "地点 环形山"

    def test_filling_is_saying_in_both_languages(self) -> None:
        """What is written alike in both, what is not, and no value at all."""
        text = Text(zh="{day} {number} {name} {flag} {{", en="{name} {flag} {day} {number} {{")
        values = {"day": date(2016, 5, 31), "number": 7, "name": "月", "flag": True}
        assert text.filled(values) == Text(zh="2016-05-31 7 月 是 {", en="月 yes 2016-05-31 7 {")
        assert text.filled(values) == Text(zh=text.say("zh", **values), en=text.say("en", **values))
        assert text.filled({}) == text

    def test_a_value_with_braces_is_not_filled_again(self) -> None:
        """What stands in a value is text, never a place for another value."""
        filled = Text(zh="{a}", en="{a}").filled({"a": "{b}", "b": 1})
        assert (filled.zh, filled.en, filled.say("en")) == ("{b}", "{b}", "{b}")

    @pytest.mark.parametrize("name", ["language", "self", "text", "zh", "code", "clause", "kind"])
    def test_a_value_may_have_any_name(self, name: str) -> None:
        """No name of a value clashes with a name of ours."""
        wording = f"<{{{name}}}>"
        assert Text(zh=wording, en=wording).filled({name: 7}).en == "<7>"

    def test_a_value_that_is_missing_is_an_error(self) -> None:
        """A wording that names a value it is not given is not printed with a hole."""
        with pytest.raises(KeyError):
            Text(zh="{a}{b}", en="{a}{b}").say("en", a=1)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "无", "none"),
        (True, "是", "yes"),
        (False, "否", "no"),
        (Text(zh="月", en="moon"), "月", "moon"),
        (Place.FAR_SIDE, "月背", "far side"),
        (Crater.RIM, "边", "a rim"),
        (Plain.ONE, "ONE", "ONE"),
        (Rank.WORST, "1", "1"),
        (datetime(2016, 5, 31, 14, 30, 59, tzinfo=UTC), "2016-05-31 14:30+00:00", "2016-05-31 14:30+00:00"),
        (
            datetime(2016, 5, 31, 14, 30, tzinfo=timezone(timedelta(hours=8))),
            "2016-05-31 14:30（北京时间）",
            "2016-05-31 14:30+08:00",
        ),
        (date(2016, 5, 31), "2016-05-31", "2016-05-31"),
        (Holiday(2016, 5, 31), "2016-05-31", "2016-05-31"),
        (Decimal("1E+6"), "1,000,000", "1,000,000"),
        (Decimal("-1234.50"), "-1,234.50", "-1,234.50"),
        (Decimal("1E+80"), f"{10**80:,}", f"{10**80:,}"),
        (Decimal("1E+81"), "1E+81", "1E+81"),
        (Decimal("1E-81"), "1E-81", "1E-81"),
        (Decimal("Infinity"), "Infinity", "Infinity"),
        (Decimal("NaN"), "NaN", "NaN"),
        (7, "7", "7"),
        (10**80 - 1, "9" * 80, "9" * 80),
        (10**80, "|x| ≥ 1E+80", "|x| ≥ 1E+80"),
        (-(10**5000), "|x| ≥ 1E+80", "|x| ≥ 1E+80"),
        ((1, None, Place.PLAIN), "1、无、月海", "1, none, plain"),
        ([True], "是", "yes"),
        ((), "", ""),
        (ID_18, "4501************34", "4501************34"),
        ((ID_18, [ID_15]), "4501************34、4501*********23", "4501************34, 4501*********23"),
        (int(ID_18), "4501************34", "4501************34"),
        (Loud(), "loud 4501************34", "loud 4501************34"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_written_as_the_language_writes(value: object, zh: str, en: str) -> None:
    """Each kind of value is written in each language, ids masked."""
    assert (written(value, "zh"), written(value, "en")) == (zh, en)


@pytest.mark.parametrize("language", ["zh", "en"])
@given(number=st.integers(-(10**15), 10**15), places=st.integers(-10, 10))
def test_a_number_is_written_in_full(language: Language, number: int, places: int) -> None:
    """What is written reads back as the number it was, digit for digit."""
    value = Decimal(number).scaleb(places)
    assert Decimal(written(value, language).replace(",", "")) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.50"), "0.50"),
        (Decimal("1e80"), "1E+80"),
        (Decimal("1e81"), "≈1E+81"),
        (Decimal("-1e999999"), "≈-1E+999999"),
        (Decimal("1e-999999"), "≈1E-999999"),
        (Decimal("NaN"), "NaN"),
        (Decimal("sNaN"), "sNaN"),
        (Decimal("-Infinity"), "-Infinity"),
        (Crater.RIM, "Crater.RIM"),
        (Place.PLAIN, "Place.PLAIN"),
        (datetime(2016, 5, 31, 14, 30), "2016-05-31T14:30:00"),
        (datetime(2016, 5, 31, 14, 30, tzinfo=UTC), "2016-05-31T14:30:00+00:00"),
        (date(2016, 5, 31), "2016-05-31"),
        (True, "True"),
        (None, "None"),
        (1.5, "1.5"),
        ("1,5", "'1,5'"),
        (10**80 - 1, "9" * 80),
        (10**80, "|x| ≥ 1E+80"),
        (-(10**5000), "|x| ≥ 1E+80"),
        (ID_18, "'4501************34'"),
        ([ID_18], "['4501************34']"),
        ("x" * 78, f"'{'x' * 78}'"),
        ("x" * 79, f"'{'x' * 78}…"),
        ("x" * 10**6, f"'{'x' * 78}…"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_shown_in_an_error(value: object, text: str) -> None:
    """A value in an error is told apart by its type, masked, and never longer than eighty characters."""
    assert shown(value) == text


@pytest.mark.parametrize("cut", range(55, 85))
@pytest.mark.parametrize("show", [shown, lambda value: shown([value])])
def test_a_cut_never_lays_an_id_bare(cut: int, show: Callable[[object], str]) -> None:
    """An id that lies across the cut is masked before the text is cut."""
    assert "010319800101" not in show("x" * cut + " " + ID_18)
    assert "19800101" not in show("x" * cut + " " + ID_18)


class TestSpan:
    """The days from a first to a last one, in their place in a sentence."""

    STOOD_STILL = Text(zh="停工（{span}）", en="the works stood still {span}")

    @pytest.mark.parametrize(
        ("last", "zh", "en"),
        [
            (date(2016, 7, 1), "停工（2016-07-01 当日）", "the works stood still on 2016-07-01"),
            (
                date(2016, 7, 2),
                "停工（2016-07-01 至 2016-07-02）",
                "the works stood still from 2016-07-01 to 2016-07-02",
            ),
        ],
    )
    def test_a_single_day_is_told_as_one(self, last: date, zh: str, en: str) -> None:
        """One day is no span from itself to itself, filled in or said."""
        days = {"first": date(2016, 7, 1), "last": last}
        assert self.STOOD_STILL.filled(days) == Text(zh=zh, en=en)
        assert [self.STOOD_STILL.say(language, **days) for language in LANGUAGES] == [zh, en]

    def test_it_stands_among_other_values(self) -> None:
        """And only where there are both its ends."""
        told, days = Text(zh="{who}：{span}", en="{who} {span}"), {"first": date(2016, 7, 1), "last": date(2016, 7, 1)}
        assert told.filled({"who": "Ana", **days}).en == "Ana on 2016-07-01"
        for missing in days:
            with pytest.raises(KeyError, match="span"):
                told.say("zh", who="Ana", **{name: day for name, day in days.items() if name != missing})

    def test_what_says_itself_is_written_so(self) -> None:
        """As a period of days does."""
        assert written(Period(date(2016, 7, 1), None), "zh") == "2016-07-01 起"

    @pytest.mark.parametrize("package", ["benefits", "construction", "couriers", "determination"])
    def test_no_room_spells_one_out(self, package: str) -> None:
        """A wording that spelled out both ends would tell a single day as a span."""
        texts = {**labels_of(f"gxinjury.{package}"), **wordings_of(f"gxinjury.{package}")}
        assert texts
        assert not [name for name, text in texts.items() if "{first} 至 {last}" in text.zh]
