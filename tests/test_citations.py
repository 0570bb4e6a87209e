"""Clauses and instruments as objects."""

import copy
import pickle

import attrs
import pytest

from gxinjury.citations import Clause, Grade, Instrument, Status
from gxinjury.texts import Text
from tests.moonland import MOON

SAYS = Text(zh="一", en="one")


def test_a_clause_prints_as_it_is_cited() -> None:
    """Instrument and number, in the str and at the head of the repr."""
    assert str(MOON.clause("1.1")) == "MOON-1.1"
    assert repr(MOON.clause("1.1")) == "Clause(instrument='MOON', number='1.1')"


def test_equal_when_instrument_and_number_are() -> None:
    """Wording, status, grade and whether it is encoded do not make another clause; the number does."""
    clause = Clause("MOON", "1", SAYS, (Status.RULE,))
    same = Clause("MOON", "1", Text(zh="壹", en="1"), (Status.DUTY,), encoded=True, grade=Grade.OPEN)
    assert clause == same == MOON.clause("1")
    assert len({clause, same, MOON.clause("1")}) == 1
    assert clause != MOON.clause("1.1")
    assert clause != Clause("SUN", "1", SAYS, (Status.RULE,))


def test_what_is_not_said_of_a_clause() -> None:
    """A clause is not encoded and was read, unless it says otherwise."""
    clause = Clause("MOON", "1", SAYS, (Status.RULE,))
    assert clause.encoded is False
    assert clause.grade is Grade.READ


def test_an_instrument_gives_its_own_clause() -> None:
    """The clause of a number is the object in the instrument."""
    assert all(MOON.clause(clause.number) is clause for clause in MOON.clauses)


@pytest.mark.parametrize("number", ["", "9", "1.", "1.1.1", "01"])
def test_an_unknown_number_names_the_right_ones(number: str) -> None:
    """The error says which clauses there are."""
    with pytest.raises(LookupError) as caught:
        MOON.clause(number)
    assert str(caught.value) == f"MOON has no clause {number}; it has 1, 1.1, 2, 3, 4"


def test_an_instrument_keeps_its_clauses_out_of_its_repr() -> None:
    """A repr fits on a line."""
    assert "Clause" not in repr(MOON)
    assert "Moon Dust Act" in repr(MOON)


@pytest.mark.parametrize("record", [MOON, MOON.clause("2")], ids=str)
def test_is_a_value(record: Instrument | Clause) -> None:
    """Copies and pickles are equal, with the same hash and all fields; nothing can be changed."""
    for again in (
        copy.copy(record),
        copy.deepcopy(record),
        pickle.loads(pickle.dumps(record)),  # noqa: S301  (our own bytes)
    ):
        assert again == record
        assert hash(again) == hash(record)
        assert attrs.asdict(again) == attrs.asdict(record)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.number = "9"  # type: ignore[misc]  # what mypy forbids must fail at run time too


@pytest.mark.parametrize("member", [*Status, *Grade], ids=str)
def test_each_status_and_grade_has_words(member: Status | Grade) -> None:
    """Both languages, and no two members of a kind say the same."""
    assert isinstance(member.value, Text)
    assert member.value.zh != member.value.en
    assert len({each.value for each in type(member)}) == len(type(member))
