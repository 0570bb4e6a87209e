"""Bad input as data: each slip told in both languages where it can be made, in a file and to Python."""

import importlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, get_type_hints

import attrs
import pytest

from gxinjury.cli import main
from gxinjury.construction import (
    Contract,
    ProjectCase,
    assess_project,
    budget_line,
    obligations,
    project_cover,
    project_premium,
)
from gxinjury.determination import employer_deadline
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.law import LAW
from gxinjury.texts import Language, Text
from gxinjury.timelines import Entry
from tests.cases import rows
from tests.cases.calls import made

ROWS: Final = rows("bad_input")
IN_FILES: Final = [row for row in ROWS if "file" in row]
IN_PYTHON: Final = [row for row in ROWS if "file" not in row]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")

SOUND: Final = {
    "case": (
        "case.toml",
        ["assess"],
        """[contract]
price = 100_000_000
commencement = 2015-10-09
completion = 2016-06-30
[[payments]]
amount = 130_000
paid_on = 2015-10-08
[[injuries]]
worker = "张三"
happened_at = 2016-03-01T09:00:00+08:00
work_cause = true
on_site = true
determined_on = 2016-05-01
[injuries.benefits]
wage = 6_905
grade = 9
graded_on = 2016-11-20
""",
    ),
    "report": (
        "report.csv",
        ["courier-report"],
        (
            "市,填报期,应参保单位数(户),已参保单位数(户),参保人数(人),缴费人数(人),工伤申报数,工伤认定数,"
            "享受工伤保险待遇人数(人),发放工伤保险待遇金额(万元),备注\n"
            "南宁市,2022-09,200,140,1800,1790,12,9,7,12.345678,\n"
        ),
    ),
}
"""Sound files, each with its name and the command that reads it."""

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
OF_A_LAW: Final[dict[str, Callable[[Any], object]]] = {
    "project_premium": lambda law: project_premium(CONTRACT, paid_on=date(2015, 10, 8), law=law),
    "project_cover": lambda law: project_cover(CONTRACT, paid_on=date(2015, 10, 8), law=law),
    "assess_project": lambda law: assess_project(ProjectCase(CONTRACT), law=law),
    "obligations": lambda law: obligations(ProjectCase(CONTRACT), on=date(2016, 6, 1), law=law),
    "budget_line": lambda law: budget_line(95_000_000, law=law),
    "employer_deadline": lambda law: employer_deadline(date(2016, 3, 1), law=law),
}
"""Questions of several rooms, to be asked under something that is no law."""


def in_one_line(text: str) -> str:
    """Return a page without its line breaks and blanks, which depend on its width."""
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", IN_FILES, ids=lambda row: row["id"])
def test_in_a_file(row: dict[str, Any], language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and the message of the row; a caution is in the answer instead. No sound file says it."""
    name, command, sound = SOUND[row["file"]]
    before, after = row["replaces"]
    assert before in sound
    path = tmp_path / name
    found = []
    for text in (sound, sound.replace(before, after, 1)):
        path.write_text(text, encoding="utf-8")
        status = main([*command, str(path), "--lang", language])
        out, err = capsys.readouterr()
        found.append((status, in_one_line(out), in_one_line(err)))
    (sound_status, sound_out, sound_err), (status, out, err) = found
    told = in_one_line(row[language])
    assert (sound_status, sound_err) == (0, "")
    assert told not in sound_out
    if "cautions" in row:
        assert (status, err) == (0, "")
        assert f"{told}[{row['cautions']}]" in out
    else:
        assert (status, out) == (2, "")
        assert told in err
        assert "Traceback" not in err


def asked(row: dict[str, Any]) -> Callable[[], object]:
    """Return the question or record of a row, ready to be asked."""
    room, _, name = row["call"].partition(".")
    question = getattr(importlib.import_module(f"gxinjury.{room}"), name)
    hints = get_type_hints(question)
    facts = {fact: made(hints[fact], value) for fact, value in row["facts"].items()}
    return lambda: question(**facts)


def changed_law(row: dict[str, Any]) -> object:
    """Return the law changed as a row has it, if it lets itself be."""
    if row["by"] == "evolve":
        value = getattr(LAW, row["of"]) if "of" in row else row["value"]
        changes: Any = {row["figure"]: value}
        return attrs.evolve(LAW, **changes)
    entry: Any = row["value"] if "value" in row else Entry(date(2016, 1, 1), row["entry"], Text(zh="试", en="a trial"))
    return LAW.with_figure(row["figure"], entry)


def slips(row: dict[str, Any]) -> dict[str, Callable[[], object]]:
    """Return what is done in a row, by the record that refuses it."""
    if "call" in row:
        return {row["told"][0]: asked(row)} if "told" in row else {"": asked(row)}
    if "figure" in row:
        return {"Law": lambda: changed_law(row)}
    law: Any = {"nothing": None, "a table": {}}[row["instead"]]
    return {name: lambda question=question: question(law) for name, question in OF_A_LAW.items()}  # type: ignore[misc]


@pytest.mark.parametrize("row", IN_PYTHON, ids=lambda row: row["id"])
def test_to_python(row: dict[str, Any]) -> None:
    """A plain refusal at the door: record, field, stable code and both languages; a caution is on the answer."""
    for record, slip in slips(row).items():
        if "cautions" in row:
            steps = explain(slip).steps
            told = {(one.zh, one.en, str(step.clause)) for step in steps for one in step.cautions}
            assert (row["zh"], row["en"], row["cautions"]) in told
            continue
        with pytest.raises(InvalidFactError) as caught:
            slip()
        error = caught.value
        assert [error.record, error.field, error.code] == [record, *row["told"][1:]]
        assert row["zh"] in error.text("zh")
        assert row["en"] in error.text("en")
        assert "\n" not in str(error)
