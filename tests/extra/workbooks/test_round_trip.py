"""Cases in workbooks: what is written is read again, also after another program had it."""

import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gxinjury.construction import Accident, Contract, ProjectCase, RosterChange, RosterChangeKind, Worker
from gxinjury.extra.cases.answer_data import assessment_data
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.cases.file import CaseFile, LawAsked, Project, SuppliedFigure
from gxinjury.extra.cases.open import read_open_case
from gxinjury.extra.cases.reading import read_case, structure_case, unstructure_case
from gxinjury.extra.strategies import project_cases
from gxinjury.extra.workbooks.case import case_workbook
from gxinjury.extra.workbooks.sheets import save_book
from gxinjury.facts import CHINA
from gxinjury.law.readings import ElapsedTime, ReportClock
from gxinjury.money import Rate
from gxinjury.privacy import whole
from gxinjury.texts import Language

EXAMPLES: Final = sorted((Path(__file__).parents[3] / "examples").glob("*.toml"))
SOFFICE: Final = shutil.which("libreoffice")
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
ID: Final = "450103198001011233"


def as_workbook(case: CaseFile, path: Path, language: Language = "zh") -> Path:
    """The case in a workbook."""
    save_book(case_workbook(case, language), str(path))
    return path


def names_as_texts(data: Any) -> Any:  # noqa: ANN401  # data
    """The data of a case in which a worker of whom only the name is known is told by the name."""
    if isinstance(data, dict):
        told = {key: names_as_texts(value) for key, value in data.items()}
        worker = told.get("worker")
        return told | {"worker": worker["name"]} if isinstance(worker, dict) and set(worker) == {"name"} else told
    return [names_as_texts(one) for one in data] if isinstance(data, list) else data


class TestRoundTrip:
    """Case, workbook, case."""

    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
    def test_the_examples(self, tmp_path: Path, example: Path, language: Language) -> None:
        """Whatever the language that it was written in."""
        case = read_case(example)
        assert read_case(as_workbook(case, tmp_path / "case.xlsx", language)) == case

    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(case=project_cases(), language=st.sampled_from(["zh", "en"]))
    def test_any_case(self, tmp_path: Path, case: ProjectCase, language: Language) -> None:
        """A worker of whom only the name is known is read as the name, which the roster knows as well."""
        told = structure_case(names_as_texts(unstructure_case(CaseFile(case))))
        assert read_case(as_workbook(CaseFile(case), tmp_path / "case.xlsx", language)) == told

    @pytest.mark.parametrize("value", ["1.0‰", Rate.per_mille("1.0")])
    def test_what_is_beside_the_project(self, tmp_path: Path, value: object) -> None:
        """Its names, the law asked with readings and figures, notices of days off; a rate is told with its unit."""
        figure = SuppliedFigure("project_premium_rate", value, date(2016, 1, 2), "=某市2016年通知")
        readings = (ElapsedTime.MONTHS, ReportClock.KNOWLEDGE)
        case = CaseFile(
            ProjectCase(CONTRACT),
            Project("=示例", number="2016-01", owner="示例（南宁）"),
            LawAsked(readings, date(2016, 1, 1), only_verified=True, figures=(figure,)),
            (DaysOff(off=[date(2026, 4, 20), date(2026, 4, 21)], worked=[date(2026, 4, 18)], source="通知"),),
        )
        read = read_case(as_workbook(case, tmp_path / "case.xlsx"))
        told = attrs.evolve(figure, value=read.law.figures[0].value)
        assert read == attrs.evolve(case, law=attrs.evolve(case.law, figures=(told,)))
        assert read.law.law() == case.law.law()

    @pytest.mark.parametrize("clock", [(0, 0), (9, 10), (23, 59)])
    def test_a_moment(self, tmp_path: Path, clock: tuple[int, int]) -> None:
        """Midnight too, which a cell would show as a day whose time nobody wrote."""
        moment = datetime(2016, 3, 1, *clock, tzinfo=CHINA)
        case = CaseFile(ProjectCase(CONTRACT, accidents=[Accident("张三", moment, work_cause=True, on_site=True)]))
        assert read_case(as_workbook(case, tmp_path / "case.xlsx")) == case

    def test_a_moment_of_another_clock(self, tmp_path: Path) -> None:
        """The same moment, as China's clock showed it."""
        moment = datetime(2016, 3, 1, 3, 0, tzinfo=CHINA) - timedelta(days=1)
        case = CaseFile(ProjectCase(CONTRACT, accidents=[Accident("张三", moment, work_cause=True, on_site=True)]))
        book = load_workbook(as_workbook(case, tmp_path / "case.xlsx"))
        assert book["事故"]["E3"].value == datetime(2016, 2, 29, 3, 0)

    def test_the_answer_stays(self, tmp_path: Path) -> None:
        """A workbook is assessed as its case file is."""
        case = read_case(next(path for path in EXAMPLES if path.stem == "in_progress_with_raise"))
        read = read_case(as_workbook(case, tmp_path / "case.xlsx"))
        assert assessment_data(assess_case(read)) == assessment_data(assess_case(case))

    def test_a_thin_case(self, tmp_path: Path) -> None:
        """What is left blank is unknown, as what a case file leaves out."""
        path = as_workbook(CaseFile(ProjectCase(CONTRACT)), tmp_path / "case.xlsx")
        book = load_workbook(path)
        book["项目"]["C4"] = None
        book.save(path)
        case = read_open_case(path)
        assert (case.known, case.left_out) == (frozenset({"contract"}), frozenset({"commencement"}))

    def test_ids_are_texts_in_full(self, tmp_path: Path) -> None:
        """A form needs them; a workbook keeps fifteen digits of a number."""
        added = RosterChange(Worker("张三", ID), RosterChangeKind.ADD, date(2015, 10, 9))
        book = load_workbook(as_workbook(CaseFile(ProjectCase(CONTRACT, roster=[added])), tmp_path / "case.xlsx"))
        cell = book["花名册"]["B3"]
        assert (cell.value, cell.data_type, cell.number_format) == (ID, "s", "@")


@pytest.mark.programs
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
class TestLibreOffice:
    """A workbook that another program opened and saved."""

    def test_a_case_survives(self, tmp_path: Path) -> None:
        """Every amount, day and id."""
        case = read_case(next(path for path in EXAMPLES if path.stem == "site_accident"))
        saved = self.saved(as_workbook(case, tmp_path / "case.xlsx"), tmp_path)
        assert read_case(saved) == case
        workers = [one.worker for one in read_case(saved).case.roster if isinstance(one.worker, Worker)]
        assert next(whole(one.resident_id) for one in workers if one.resident_id) == ID

    def test_formulas_are_computed(self, tmp_path: Path) -> None:
        """What it computed is read; one whose result nobody saved is told."""
        path = as_workbook(CaseFile(ProjectCase(CONTRACT)), tmp_path / "case.xlsx")
        book = load_workbook(path)
        book["项目"]["C3"] = "=2385.6*10000"
        book["项目"]["C4"] = "=DATE(2015,11,1)"
        book.save(path)
        contract = read_case(self.saved(path, tmp_path)).case.contract
        assert contract == attrs.evolve(CONTRACT, price=23_856_000, commencement=date(2015, 11, 1))

    def saved(self, path: Path, folder: Path) -> Path:
        """The workbook as LibreOffice saves it."""
        out, profile = folder / "saved", folder / "profile"
        command = [str(SOFFICE), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx"]
        subprocess.run([*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=120)
        return out / path.name
