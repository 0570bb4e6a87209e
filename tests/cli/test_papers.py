"""The papers of a case: which, how many, for what, and what a death or a project without a tender does not take."""

from datetime import date
from pathlib import Path
from typing import Final

import attrs
import pytest

from gxinjury.cli.page import Page, cautions
from gxinjury.construction import Contract, NameChange, ProjectCase, Warranty
from gxinjury.extra.cases.answers import obligations_of
from gxinjury.extra.cases.file import CaseFile, LawAsked, Registration
from gxinjury.extra.cases.papers import papers_of
from gxinjury.extra.cases.reading import read_case
from gxinjury.extra.pages.parts import Heading, Item
from gxinjury.law.papers import RequiredPaper
from gxinjury.law.readings import RegistrationPapers
from gxinjury.texts import Text
from tests.cli.calls import data_of, run

ROOT: Final = Path(__file__).parents[2]
EXAMPLE: Final = str(ROOT / "examples" / "site_accident.toml")
SETTLED: Final = str(ROOT / "examples" / "settlement.toml")


def bare(law: LawAsked | None = None, **contract: int) -> CaseFile:
    """A project without anything but its contract."""
    terms = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30), **contract)
    return CaseFile(ProjectCase(terms), law=law or LawAsked())


@pytest.mark.clause("NN-1.2")
def test_registration() -> None:
    """As the body of the notice lists them; what a tender leaves is asked for, and said where none is told."""
    first, permit, _ = papers_of(bare()).outcome
    assert [(one.paper.name, one.originals, one.copies) for one in first.papers if isinstance(one, RequiredPaper)] == [
        ("BUSINESS_LICENCE", 1, 1),
        ("ORGANISATION_CODE", 1, 1),
        ("AWARD_NOTICE", 1, 1),
        ("CONSTRUCTION_CONTRACT", 1, 1),
        ("REGISTRATION_FORM", 2, 0),
        ("ROSTER", 2, 0),
    ]
    assert [str(clause) for _, clause in first.notes] == ["NN-1.2"] * 3
    assert len(papers_of(bare(bid_price=99_000_000)).outcome[0].notes) == 2
    awarded = attrs.evolve(bare(), registration=Registration(bid_award_number="1"))
    assert len(papers_of(awarded).outcome[0].notes) == 2
    assert (str(permit.clause), len(permit.papers)) == ("NN-6.1", 2)


def test_another_reading() -> None:
    """The note of annex 1 asks for four, neither award notice nor roster."""
    asked = LawAsked(readings=(RegistrationPapers.ANNEX_NOTE,))
    first = papers_of(bare(asked)).outcome[0]
    assert (len(first.papers), len(first.notes)) == (4, 2)


@pytest.mark.clause("NN-1.3.2")
@pytest.mark.clause("NN-1.3.3")
@pytest.mark.clause("NN-1.3.4")
def test_after_the_registration() -> None:
    """What the notice names for a delay, a warranty and a new name, and only where the case has one."""
    facts = ProjectCase(
        bare().case.contract,
        accepted_on=date(2016, 7, 1),
        warranty=Warranty(date(2016, 7, 5), date(2016, 7, 5), date(2018, 7, 1)),
        name_changes=[NameChange("新名", document_on=date(2016, 3, 1))],
    )
    told = [
        (str(one.clause), [paper.zh for paper in one.papers if isinstance(paper, Text)], [str(c) for _, c in one.notes])
        for one in papers_of(CaseFile(facts)).outcome[2:]
    ]
    assert told == [
        ("NN-1.3.2", ["延期竣工验收的有关材料"], ["NN-1.3.2"]),
        ("NN-1.3.3", ["保修合同", "参保人员花名册"], ["NN-1.3.3"]),
        ("NN-1.3.4", ["批准文件或者有效证明"], ["NN-1.3.4"]),
    ]
    in_time = ProjectCase(bare().case.contract, accepted_on=date(2016, 6, 30))
    assert [str(one.clause) for one in papers_of(CaseFile(in_time)).outcome] == ["NN-1.2", "NN-6.1"]
    assert [str(one.clause) for one in papers_of(bare()).outcome] == ["NN-1.2", "NN-6.1", "NN-1.3.2"]


@pytest.mark.clause("NN-5.5")
@pytest.mark.clause("REG-18")
def test_accidents() -> None:
    """Two lists for each, the worker as the roster has him; a death goes without the conclusion."""
    lists = papers_of(read_case(SETTLED)).outcome[2:]
    assert [(str(one.clause), str(one.worker), len(one.papers)) for one in lists] == [
        ("REG-18", "韦小花 4501************21", 3),
        ("NN-5.5", "韦小花 4501************21", 4),
        ("REG-18", "覃大山 4501************33", 3),
        ("NN-5.5", "覃大山 4501************33", 3),
    ]


def test_page_and_data(capsys: pytest.CaptureFixture[str]) -> None:
    """A box to tick before each, how many, the clause in the heading."""
    told = run(capsys, "papers", EXAMPLE, "--lang", "zh")
    assert "办理参保登记和缴费 [NN-1.2]\n  □ 企业法人营业执照                     原件1份      复印件1份\n" in told
    assert "  □ 职工增减变动情况花名册（附件2）      原件一式2份\n" in told
    assert "申请工伤认定（陆水生 4501************14） [REG-18]" in told
    data = data_of(capsys, "papers", EXAMPLE)["papers"]
    assert [one["clause"] for one in data] == ["NN-1.2", "NN-6.1", "NN-1.3.4", *["REG-18", "NN-5.5"] * 2]
    assert data[0]["papers"][0] == {"originals": 1, "copies": 1, "zh": "企业法人营业执照", "en": "business licence"}
    assert data[3]["papers"][0]["originals"] is None


def test_what_was_passed_over_in_reading_is_told() -> None:
    """First among what to mind, as it was told."""
    told = Text(zh="“说明”一页未读", en="the sheet 说明 is not read")
    case = attrs.evolve(read_case(EXAMPLE), passed_over=(told,))
    heading, item, *_ = cautions(obligations_of(case, on=date(2016, 6, 1)), Page("en"))
    assert (heading, item) == (Heading("Mind how the roster was read"), Item(told.en))
