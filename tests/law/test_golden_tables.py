"""Named sets of readings, papers and the couriers' campaign, against tables written by hand from the notices.

Each table is compared as a whole: what the code has and the table has not is told, and what the table has too many.
"""

import tomllib
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gxinjury import LAW
from gxinjury.construction import (
    PayeeAccount,
    ProjectParticulars,
    RegistrationForm,
    RosterEntry,
    RosterForm,
    SiteNotice,
    Worker,
    missing_claim_papers,
    missing_documents,
    permit_check,
)
from gxinjury.construction.papers import MissingDocument, Submitted, required_papers
from gxinjury.couriers.publicity import credit_duties
from gxinjury.couriers.report import Report
from gxinjury.couriers.report_form import ReportForm
from gxinjury.explanations import clause_of
from gxinjury.law import campaign, papers
from gxinjury.law.papers import Paper
from gxinjury.law.readings import RegistrationPapers
from gxinjury.law.readings.sets import SETS, ReadingSet

CASES: Final = Path(__file__).parents[1] / "cases"


def table(name: str) -> dict[str, Any]:
    """Return a table by its name."""
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


MEMBERS: Final = table("reading_sets")
PAPERS: Final = table("papers")
CAMPAIGN: Final = table("campaign")


class TestReadingSets:
    """Which readings a named set takes."""

    def test_all_are_told(self) -> None:
        """The table has the sets, and no other, in their order."""
        assert list(MEMBERS) == [one.name for one in SETS]

    @pytest.mark.parametrize("one", SETS, ids=lambda one: one.name)
    def test_members(self, one: ReadingSet) -> None:
        """The members of a set, each with the clause that its question is about."""
        told = [(member, why.partition(":")[0]) for member, why in MEMBERS[one.name].items()]
        assert [(str(reading), str(type(reading).clause)) for reading in one.readings] == told

    @pytest.mark.parametrize("one", SETS, ids=lambda one: one.name)
    def test_a_law_under_the_set_reads_so(self, one: ReadingSet) -> None:
        """A law under a set chooses each of its members."""
        law = one.law(LAW)
        assert {str(law.choice(type(reading))) for reading in one.readings} == set(MEMBERS[one.name])


def counted(required: tuple[papers.RequiredPaper, ...]) -> dict[str, dict[str, int]]:
    """Return papers with how many of each, as the table has them."""
    return {one.paper.name: {"originals": one.originals, "copies": one.copies} for one in required}


class TestPapers:
    """Which papers are handed in, how many originals and how many copies."""

    @pytest.mark.clause("NN-1.2")
    def test_registration(self) -> None:
        """Both lists that registration may go by, and no third."""
        lists = {
            reading.name: counted(required_papers(has_unified_code=False, tendered=True, law=LAW.reading(reading)))
            for reading in RegistrationPapers
        }
        assert lists == PAPERS["registration"]
        assert [list(one) for one in lists.values()] == [list(one) for one in PAPERS["registration"].values()]

    @pytest.mark.parametrize("reading", RegistrationPapers)
    @pytest.mark.clause("NN-1.2")
    def test_what_a_unified_code_stands_for(self, reading: RegistrationPapers) -> None:
        """A licence with a unified code stands for two of the papers."""
        told = dict(PAPERS["unified_code"])
        left = set(PAPERS["registration"][reading.name]) - set(told.pop("stands_for"))
        asked = counted(required_papers(has_unified_code=True, tendered=True, law=LAW.reading(reading)))
        assert asked == told | {name: PAPERS["registration"][reading.name][name] for name in left}

    @pytest.mark.parametrize("reading", RegistrationPapers)
    @pytest.mark.clause("NN-1.2")
    def test_without_a_tender(self, reading: RegistrationPapers) -> None:
        """Without a tender there is no award notice to hand in."""
        asked = counted(required_papers(has_unified_code=False, tendered=False, law=LAW.reading(reading)))
        assert set(asked) == set(PAPERS["registration"][reading.name]) - set(PAPERS["without_tender"]["not_asked"])

    @pytest.mark.parametrize(
        ("name", "kind"),
        [(name, kind) for name, number in PAPERS["registration"]["BODY"].items() for kind in number if number[kind]],
    )
    @pytest.mark.clause("NN-1.2")
    def test_one_too_few(self, name: str, kind: str) -> None:
        """With one original or one copy less than the table says, that paper alone is short, and by that one."""
        needed: dict[str, dict[str, int]] = PAPERS["registration"]["BODY"]
        handed = {paper: dict(number) for paper, number in needed.items()}
        handed[name][kind] -= 1
        submitted = [Submitted(Paper[paper], number["originals"], number["copies"]) for paper, number in handed.items()]
        short = [(one.paper.name, one.originals_short, one.copies_short) for one in missing_documents(submitted)]
        assert short == [(name, int(kind == "originals"), int(kind == "copies"))]

    @pytest.mark.clause("NN-1.2")
    def test_each_copy_is_sealed(self) -> None:
        """Every copy that is asked for bears the seal; a form of which only originals are asked for needs none."""
        needed: dict[str, dict[str, int]] = PAPERS["registration"]["BODY"]
        submitted = [
            Submitted(Paper[paper], number["originals"], number["copies"], sealed=False)
            for paper, number in needed.items()
        ]
        with_copies = [paper for paper, number in needed.items() if number["copies"]]
        assert [one.paper.name for one in missing_documents(submitted)] == with_copies

    @pytest.mark.clause("NN-5.5")
    def test_claim(self) -> None:
        """What a claim takes, of an injury and of a death."""
        told = PAPERS["claim"]
        assert [paper.name for paper in missing_claim_papers(())] == told["papers"]
        of_death = [paper.name for paper in missing_claim_papers((), death=True)]
        assert of_death == [name for name in told["papers"] if name not in told["not_of_a_death"]]
        assert str(clause_of(missing_claim_papers)) == told["clause"]

    @pytest.mark.clause("NN-6.1")
    def test_permit(self) -> None:
        """What a construction permit takes from the agency."""
        check = permit_check(stamped_form=False, fund_receipt=False)
        assert [paper.name for paper in check.missing] == PAPERS["permit"]["papers"]
        assert str(clause_of(permit_check)) == PAPERS["permit"]["clause"]

    def test_every_paper_is_asked_for_somewhere(self) -> None:
        """No paper is known to the code that none of the tables has, and the other way round."""
        told = {name for one in PAPERS["registration"].values() for name in one} | {"UNIFIED_CODE_LICENCE"}
        told |= {*PAPERS["claim"]["papers"], *PAPERS["permit"]["papers"]}
        assert told == set(Paper.__members__)

    def test_what_is_short_says_so(self) -> None:
        """With nothing handed in, all of the table is short."""
        short: tuple[MissingDocument, ...] = missing_documents(())
        told = {one.paper.name: {"originals": one.originals_short, "copies": one.copies_short} for one in short}
        assert told == PAPERS["registration"]["BODY"]


def fields(kind: type[attrs.AttrsInstance]) -> list[str]:
    """Return the names of a record's fields, in their order."""
    return list(attrs.fields_dict(kind))


class TestForms:
    """What the notices' forms have room for: nothing is left out, and nothing is asked for that they do not have."""

    @pytest.mark.clause("NN-A1")
    def test_registration_form(self) -> None:
        """Annex 1, with the account that its note names."""
        told = PAPERS["registration_form"]
        assert set(fields(RegistrationForm)) == set(told["form"])
        assert set(fields(ProjectParticulars)) == set(told["particulars"])
        assert fields(PayeeAccount) == told["payee"]

    @pytest.mark.clause("NN-A2")
    def test_roster_form(self) -> None:
        """Annex 2, its rows, head and foot."""
        told = PAPERS["roster_form"]
        assert set(fields(RosterEntry)) == set(told["entry"])
        assert set(fields(Worker)) == set(told["worker"])
        assert fields(RosterForm) == told["form"]

    @pytest.mark.clause("GX-A")
    def test_progress_report(self) -> None:
        """The annex of the courier plan: its columns in their order, head and foot."""
        told = PAPERS["progress_report"]
        assert fields(Report) == told["line"]
        assert fields(ReportForm) == told["form"]

    @pytest.mark.clause("NN-6.3")
    def test_site_notice(self) -> None:
        """What is posted and told at the site."""
        assert list(SiteNotice().missing) == PAPERS["site_notice"]["parts"]


def bodies(one: campaign.Stage | campaign.Milestone | campaign.UndatedDuty) -> list[str]:
    """Return who is responsible, in the words of the plan."""
    return [body.value.zh for body in one.bodies]


class TestCampaign:
    """The couriers' campaign."""

    @pytest.mark.clause("GX-3.1", "GX-3.2", "GX-3.3", "GX-3.4")
    def test_stages(self) -> None:
        """The stages: their days, who is responsible, and the clause."""
        assert [
            {
                "name": one.name.zh,
                "clause": str(one.clause),
                "first": one.period.first,
                "last": one.period.last,
                "bodies": bodies(one),
            }
            for one in campaign.STAGES
        ] == CAMPAIGN["stage"]

    @pytest.mark.clause("GX-2", "GX-3.2.1", "GX-3.3", "GX-3.4")
    def test_milestones(self) -> None:
        """What is due by a day, who sees to it, and the clause."""
        told = [(one["due"], one["clause"], one["bodies"]) for one in CAMPAIGN["milestone"]]
        assert [(one.due, str(one.clause), bodies(one)) for one in campaign.MILESTONES] == told
        for one, row in zip(campaign.MILESTONES, CAMPAIGN["milestone"], strict=True):
            assert row["what"] in one.what.en

    @pytest.mark.clause("GX-4.2")
    def test_duties_without_a_day(self) -> None:
        """What is to be done without a day, in the words of the plan."""
        told = [(one["clause"], one["bodies"]) for one in CAMPAIGN["duty"]]
        assert [(str(one.clause), bodies(one)) for one in credit_duties()] == told
        for one, row in zip(credit_duties(), CAMPAIGN["duty"], strict=True):
            assert row["what"] in one.what.zh

    @pytest.mark.clause("GX-2", "GX-3.3")
    def test_targets(self) -> None:
        """What the campaign works to, from which day, under which clause."""
        target = LAW.courier_target
        there = [
            {"from": entry.first, "due": entry.value.due, "clause": str(entry.clause or target.clause)}
            | ({} if entry.value.rate is None else {"rate": str(entry.value.rate)})
            for entry in target.entries
        ]
        assert there == CAMPAIGN["target"]

    @pytest.mark.clause("GX-4.1.2")
    def test_rhythm(self) -> None:
        """How often the cities report, and until when the plan says so."""
        rhythm = LAW.report_rhythm
        there = [
            {"first": one.first, "last": one.last, "files": one.value.name, "clause": str(one.clause or rhythm.clause)}
            for one in rhythm.entries
        ]
        assert there == CAMPAIGN["rhythm"]

    @pytest.mark.clause("GX-A")
    def test_cities(self) -> None:
        """The cities that report."""
        assert {city.zh: city.en for city in campaign.CITIES} == CAMPAIGN["cities"]

    def test_every_body_is_responsible_for_something(self) -> None:
        """Nobody is named in the code who is not in the tables."""
        rows = (*CAMPAIGN["stage"], *CAMPAIGN["milestone"], *CAMPAIGN["duty"])
        assert {body.value.zh for body in campaign.Body} == {name for row in rows for name in row["bodies"]}
