"""The clause register: complete, bilingual, and graded."""

import re
from itertools import chain
from typing import Final

import pytest

from gxinjury.citations import Clause, Grade, Instrument, Status
from gxinjury.law import clauses as register
from gxinjury.law.clauses import INSTRUMENTS, NN, clauses

NANNING: Final = (
    "0 D 1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6 1.2 1.3.1 1.3.2 1.3.3 1.3.4 2 3.1.1 3.1.2 3.2.0 3.2.1 3.2.2 3.2.3 "
    "4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 5.5 6.1 6.2 6.3 6.4 6.5 A1 A2"
)
COURIERS: Final = "1 2 3.1 3.2 3.2.1 3.2.2 3.3 3.4 4.1.1 4.1.2 4.2 4.3 4.4 A"
REGULATION: Final = (
    "10 14 14.1 14.2 14.3 14.4 14.5 14.6 14.7 15 15.1 15.2 15.3 16 16.1 16.2 16.3 17 17.1 17.2 17.4 18 19 20 "
    "21 22 23 24 25 26 27 28 29 30 32 33 34 35 36 37 38 39 40 41 42 43 44 45 60 62 64"
)
CJK: Final = re.compile(r"[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
HAN: Final = re.compile(r"[\u4e00-\u9fff]")

every_clause: Final = pytest.mark.parametrize("clause", [*clauses()], ids=str)
every_instrument: Final = pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)


@pytest.mark.parametrize(
    ("instrument_id", "numbers"),
    [("NN", NANNING), ("GX", COURIERS), ("REG", REGULATION), ("CIVIL", "200 201 202 203 204"), ("LSH256", "3 6")],
)
def test_has_every_clause_in_order(instrument_id: str, numbers: str) -> None:
    """An instrument has exactly the clauses its text has, in the order of the text."""
    [instrument] = [each for each in INSTRUMENTS if each.id == instrument_id]
    assert [clause.number for clause in instrument.clauses] == numbers.split()


def test_clauses_go_through_every_instrument_in_order() -> None:
    """Going through all clauses goes through the instruments one after the other."""
    assert list(clauses()) == list(chain.from_iterable(instrument.clauses for instrument in INSTRUMENTS))


def test_ids_are_unique() -> None:
    """No two instruments and no two clauses share an id."""
    instruments = [instrument.id for instrument in INSTRUMENTS]
    cited = [str(clause) for clause in clauses()]
    assert len(set(instruments)) == len(instruments)
    assert len(set(cited)) == len(cited)


def test_every_instrument_is_exported_under_its_id() -> None:
    """The package offers each instrument under its own id, and nothing beside them but the two ways to all."""
    assert set(register.__all__) == {instrument.id for instrument in INSTRUMENTS} | {"INSTRUMENTS", "clauses"}
    assert all(getattr(register, instrument.id) is instrument for instrument in INSTRUMENTS)


@every_instrument
def test_an_instrument_is_well_formed(instrument: Instrument) -> None:
    """An instrument has a plain upper-case id, clauses of its own, a title in both languages and an ISO day."""
    assert re.fullmatch(r"[A-Z][A-Z0-9]*", instrument.id)
    assert instrument.clauses
    assert {clause.instrument for clause in instrument.clauses} == {instrument.id}
    assert HAN.search(instrument.title.zh)
    assert instrument.title.en
    assert not CJK.search(instrument.title.en)
    assert re.fullmatch(r"(\d{4}(-\d{2}-\d{2})?)?", instrument.issued)


@every_clause
def test_a_clause_speaks_both_languages(clause: Clause) -> None:
    """What a clause says stands in Chinese and in English, a full sentence each, and the English is all English."""
    assert HAN.search(clause.says.zh)
    assert clause.says.zh.endswith("。")
    assert clause.says.en.endswith(".")
    assert not CJK.search(clause.says.en)


@every_clause
def test_chinese_is_punctuated_in_full_width(clause: Clause) -> None:
    """No half-width comma, semicolon, colon or bracket stands beside a Chinese character."""
    assert not re.search(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", clause.says.zh)


@every_clause
def test_text_holds_no_placeholder(clause: Clause) -> None:
    """A clause is a finished text: nothing in it waits for a value."""
    assert not set("{}") & set(clause.says.zh + clause.says.en)


@every_clause
def test_a_clause_asks_something_or_nothing(clause: Clause) -> None:
    """A clause has a status, none twice, and an exhortation has no other and is never encoded."""
    assert clause.status
    assert len(set(clause.status)) == len(clause.status)
    if Status.EXHORTATION in clause.status:
        assert clause.status == (Status.EXHORTATION,)
        assert not clause.encoded
        assert clause.says.zh.endswith("没有可计算的内容。")
        assert clause.says.en.endswith("nothing to compute.")


@pytest.mark.parametrize("clause", [*register.NN.clauses, *register.GX.clauses], ids=str)
def test_the_notices_were_read(clause: Clause) -> None:
    """Every clause of the two notices was read in a copy of the text."""
    assert clause.grade is Grade.READ


@every_clause
def test_what_is_not_established_is_not_encoded(clause: Clause) -> None:
    """A clause whose text was not established is never carried out."""
    assert not (clause.grade is Grade.OPEN and clause.encoded)


@every_instrument
def test_unknown_number_is_refused(instrument: Instrument) -> None:
    """Asking an instrument for a clause it does not have names the instrument and the number."""
    with pytest.raises(LookupError, match=rf"{instrument.id} has no clause 99\.9\.9"):
        instrument.clause("99.9.9")


def test_emendations_are_told() -> None:
    """Where we emend the notice, both languages say so."""
    assert "补正" in NN.clause("1.1.5").says.zh
    assert "emend" in NN.clause("1.1.5").says.en
    assert "1.3‰" in NN.clause("A1").says.zh
    assert "1.3‰" in NN.clause("A1").says.en
