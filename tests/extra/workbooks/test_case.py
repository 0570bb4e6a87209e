"""What a case looks like as a workbook, as it was looked at and found right.

After a change that is meant: ``GOLDEN=write pytest tests/extra/workbooks/test_case.py``.
"""

from pathlib import Path

import pytest

from gxinjury.extra.cases.reading import read_case
from gxinjury.extra.workbooks.case import case_workbook
from gxinjury.texts import Language
from tests.extra.looks import check_golden, looks

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize(
    ("name", "file", "language"),
    [
        ("site_accident", "site_accident.toml", "zh"),
        ("template.zh", None, "zh"),
        ("template.en", None, "en"),
    ],
)
def test_a_workbook_looks_as_it_did(name: str, file: str | None, language: Language) -> None:
    """What stands in each cell, its format, fill, font and lines; widths, heights, choices, notes, paper."""
    case = None if file is None else read_case(EXAMPLES / file)
    check_golden(f"{name}.xlsx", looks(case_workbook(case, language)))
