"""Choices in data: a member by its name in either case, by its Chinese words, by its number; so are readings."""

import json
import subprocess
import sys
from enum import Enum, IntEnum
from typing import Final

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, Law
from gxinjury.codec import CodecError, dump, load, schema
from gxinjury.codec.choices import member_name, member_of
from gxinjury.codec.names import readings_by_name
from gxinjury.statutes import Reading
from gxinjury.texts import Language, Text

READINGS: Final = readings_by_name("gxinjury")


class Dust(Enum):
    """What kind of dust."""

    FINE_GREY = Text(zh="细灰", en="fine grey")
    COARSE = "coarse"


class Depth(IntEnum):
    """How deep."""

    SHALLOW = 1
    DEEP = 2


@pytest.mark.parametrize("told", ["FINE_GREY", "fine_grey", "Fine_Grey", " fine_grey ", "细灰"])
def test_a_member_has_its_name_in_any_case_and_its_chinese_words(told: str) -> None:
    """All of them name the same member."""
    assert member_of(Dust, told) is Dust.FINE_GREY


def test_a_member_may_say_its_words_beside_its_value() -> None:
    """As a reading does, whose value is its name."""

    class Told(Enum):
        HIGH = "high"

        @property
        def says(self) -> Text:
            return Text(zh="高", en="tall")

    assert [member_of(Told, told) for told in ("高", "HIGH", "tall")] == [Told.HIGH, Told.HIGH, None]


def test_blanks_around_a_choice_hide_no_hint() -> None:
    """Nor would they hide the choice."""
    with pytest.raises(CodecError, match="did you mean coarse"):
        load(Dust, f"corse{' ' * 40}")
    assert load(Dust, f"coarse{' ' * 40}") is Dust.COARSE


@pytest.mark.parametrize("told", ["fine grey", "", "grey", None, True, 1, ["COARSE"], Dust.COARSE])
def test_anything_else_names_none(told: object) -> None:
    """English words are wording, and no name."""
    assert member_of(Dust, told) is None


@pytest.mark.parametrize("told", [2, "deep", "DEEP"])
def test_a_number_is_named_by_itself_or_by_name(told: object) -> None:
    """True is no number, though it equals one."""
    assert member_of(Depth, told) is Depth.DEEP
    assert member_of(Depth, told is not None) is None


def test_messages_name_a_member_as_it_is_written_by_hand() -> None:
    """In small letters; a number as the number."""
    assert (member_name(Dust.FINE_GREY), member_name(Depth.DEEP)) == ("fine_grey", "2")


@given(st.sampled_from([(name, member) for name, kind in READINGS.items() for member in kind]))
def test_every_reading_is_read_in_either_case(named: tuple[str, Reading]) -> None:
    """As an answer tells it, as a person writes it, in the words of its register; the schema takes them all."""
    name, member = named
    shape = jsonschema.Draft202012Validator(schema(Law))
    for told in (member.name, member.name.lower(), member.says.zh):
        data = {"readings": {name: told}}
        assert load(Law, data) == LAW.reading(member)
        assert shape.is_valid(data)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_schema_of_the_law_asks_each_question_and_has_every_answer(language: Language) -> None:
    """By the names of the readings in their order, in the words of the register; no other way to name a member."""
    told = schema(Law, language)["$defs"]["Law"]["properties"]["readings"]
    assert list(told["properties"]) == sorted(READINGS)
    assert told["additionalProperties"] is False
    for name, kind in READINGS.items():
        ways = [(one.name, one.name.lower(), one.says.zh) for one in kind]
        assert told["properties"][name] == {
            "title": kind.question.say(language),
            "enum": [*dict.fromkeys(way for of_one in ways for way in of_one)],
        }


@pytest.mark.parametrize(
    ("told", "hint"),
    [
        ("month", "did you mean MONTHS?"),
        ("dayz", "did you mean DAYS?"),
        ("", "there are DAYS, DIFFERENCE, MONTHS"),
        (None, "there are DAYS, DIFFERENCE, MONTHS"),
        (7, "there are DAYS, DIFFERENCE, MONTHS"),
        (["MONTHS"], "there are DAYS, DIFFERENCE, MONTHS"),
    ],
)
def test_a_wrong_member_of_a_reading_is_told_the_nearest(told: object, hint: str) -> None:
    """Or all of them, where none is near or it is no text."""
    with pytest.raises(CodecError) as caught:
        load(Law, {"readings": {"elapsed_time": told}})
    [fault] = caught.value.faults
    assert (fault.path, fault.code) == (("readings", "elapsed_time"), "no_choice")
    assert fault.hint is not None
    assert fault.hint.en == hint


def test_a_law_with_readings_is_read_where_nothing_else_was_imported() -> None:
    """The readings are there when a law is read, not only after a room has been used."""
    code = (
        "from gxinjury import Law; from gxinjury.codec import load;"
        "print(load(Law, {'readings': {'elapsed_time': 'months'}}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Law(ElapsedTime.MONTHS)"


def test_what_an_answer_tells_is_taken_as_a_fact_again() -> None:
    """Dumped readings are read back through JSON."""
    members = [list(kind)[-1] for kind in READINGS.values()]
    law = LAW.reading(*members)
    told = json.loads(json.dumps(dump(law.readings)))
    assert load(Law, {"readings": dict(zip(READINGS, told, strict=True))}) == law


def test_a_wrong_member_is_told_the_right_ones() -> None:
    """By the names that an answer tells."""
    with pytest.raises(CodecError) as caught:
        load(Law, {"readings": {"elapsed_time": "month"}})
    (fault,) = caught.value.faults
    assert fault.code == "no_choice"
    assert fault.hint is not None
    assert "MONTHS" in fault.hint.en
