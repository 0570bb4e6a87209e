"""The clause register: complete, bilingual, and graded."""

import re
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pytest

from gxinjury.citations import Clause, Grade, Instrument, Status
from gxinjury.law import clauses as register
from gxinjury.law.clauses import INSTRUMENTS, NN, clauses

NANNING: Final = (
    "0 D 1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6 1.2 1.3.1 1.3.2 1.3.3 1.3.4 2 3.1.1 3.1.2 3.2.0 3.2.1 3.2.2 3.2.3 "
    "4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 5.5 6.1 6.2 6.3 6.4 6.5 A1 A2"
)
COURIERS: Final = "1 2 3.1 3.2 3.2.1 3.2.2 3.3 3.4 4.1 4.1.1 4.1.2 4.2 4.3 4.4 A"
REGULATION: Final = (
    "10 14 14.1 14.2 14.3 14.4 14.5 14.6 14.7 15 15.1 15.2 15.3 16 16.1 16.2 16.3 17 17.1 17.2 17.4 18 19 20 "
    "21 22 23 24 25 26 27 28 29 30 32 33 34 35 36 37 38 39 40 41 42 43 44 45 60 62 64 66"
)
CJK: Final = re.compile(r"[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
HAN: Final = re.compile(r"[\u4e00-\u9fff]")

every_clause: Final = pytest.mark.parametrize("clause", [*clauses()], ids=str)
every_instrument: Final = pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)


@pytest.mark.parametrize(
    ("instrument_id", "numbers"),
    [
        ("NN", NANNING),
        ("GX", COURIERS),
        ("REG", REGULATION),
        ("LABOUR", "15 58"),
        ("CIVIL", "200 201 202 203 204"),
        ("LSH256", "3 6"),
    ],
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


GRADES: Final = {
    "V": Grade.READ,
    "V2": Grade.AGREED,
    "V*": Grade.EXCERPT,
    "K": Grade.KNOWN,
    "I": Grade.INFERRED,
    "U": Grade.OPEN,
}
GOLDEN: Final[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/register.toml").read_text("utf-8"))


def test_the_register_is_the_one_written_by_hand() -> None:
    """No instrument and no clause is more or less than the table has, and they stand in its order."""
    written = [(name, number) for name, instrument in GOLDEN.items() for number in instrument["clauses"]]
    assert [(clause.instrument, clause.number) for clause in clauses()] == written


@every_instrument
def test_an_instrument_is_the_one_written_by_hand(instrument: Instrument) -> None:
    """An instrument bears the number and the day of issue of the table; an unknown one stays empty."""
    written = GOLDEN[instrument.id]
    assert (instrument.number, instrument.issued) == (written["number"], written["issued"])


@every_clause
def test_a_clause_is_the_one_written_by_hand(clause: Clause) -> None:
    """Status, grade and whether it is encoded are those of the table, which was written from the sources."""
    status, grade, encoded = GOLDEN[clause.instrument]["clauses"][clause.number]
    assert [one.name.lower() for one in clause.status] == status.split()
    assert clause.grade is GRADES[grade], f"{clause}: the table has grade {grade}"
    assert clause.encoded is (encoded == "encoded"), f"{clause}: the table has it as {encoded}"


@pytest.mark.parametrize(
    ("cited", "actors"),
    [
        ("NN-1.1.2", ["社会保险经办机构"]),
        ("NN-1.1.6", ["经办机构", "及时"]),
        ("NN-3.1.1", ["总承包单位", "工伤保险参保人员"]),
        ("NN-3.2.1", ["参保项目的用人单位", "工地以外"]),
        ("NN-3.2.3", ["人力资源和社会保障行政部门", "住房城乡建设", "安全生产监管"]),
        ("NN-4.1", ["人力资源和社会保障行政部门"]),
        ("NN-4.3", ["人力资源和社会保障行政部门", "未按规定"]),
        ("NN-5.2", ["难以按本人工资"]),
        ("NN-5.3", ["停工期间的法定待遇"]),
        ("NN-5.5", ["审核", "社会保险经办机构支付"]),
        ("NN-6.1", ["市城乡建设行政主管部门"]),
        ("NN-6.3", ["人力资源和社会保障行政部门统一的格式"]),
        ("NN-6.4", ["人力资源和社会保障行政部门", "建设主管部门", "向社会公布"]),
        ("GX-3.2.1", ["同级人力资源社会保障部门", "列入分支机构名录的网点"]),
        ("GX-4.1", ["调度机制", "人社快办", "适时通报"]),
        ("GX-4.1.1", ["邮政管理部门", "同级人力资源社会保障部门"]),
        ("GX-4.1.2", ["会同本级邮政管理部门"]),
        ("GX-4.2", ["考核机制", "满意度"]),
        ("GX-4.3", ["桂人社发〔2021〕19号", "人力资源社会保障部门"]),
        ("REG-39", ["生前的工资"]),
    ],
)
def test_a_clause_names_who_does_what(cited: str, actors: list[str]) -> None:
    """The one who has to act, and what narrows or widens it, stand in the clause as in the notice."""
    [clause] = [one for one in clauses() if str(one) == cited]
    assert [actor for actor in actors if actor not in clause.says.zh] == []


@pytest.mark.parametrize("clause", [*register.NN.clauses, *register.GX.clauses], ids=str)
def test_the_notices_speak_of_human_resources(clause: Clause) -> None:
    """The authority of both notices is the one of human resources, and nobody in them is an insured of commerce."""
    assert not re.search("社会保险行政部门|被保险人|保障期", clause.says.zh)
