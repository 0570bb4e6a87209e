"""What workbooks and pages on paper look like, as they were looked at and found right.

After a change that is meant: ``GOLDEN=write pytest tests/extra/test_looks.py``.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from openpyxl import Workbook, load_workbook

from gxinjury.construction import RosterForm
from gxinjury.couriers import ReportForm
from gxinjury.extra.forms._xlsx_paper import Paper, PaperColumn, paper_bytes
from gxinjury.extra.forms.annex2 import write_roster_workbook
from gxinjury.extra.forms.progress import write_reports_workbook
from gxinjury.extra.pages.html import html_page
from gxinjury.extra.pages.parts import (
    Blanks,
    Closing,
    Document,
    Gap,
    Grid,
    Heading,
    Item,
    Line,
    Sum,
    Title,
    Verbatim,
)
from gxinjury.extra.pages.sheets import sheets_of
from gxinjury.extra.workbooks import write
from tests.extra.forms.test_annex2_sheets import SHEET
from tests.extra.forms.test_progress_sheets import NANNING
from tests.extra.looks import check_golden, looks

PAGE: Final = Document(
    (
        Title("<某项目>"),
        Line("说明 2016-06-30 [NN-1.1.4]", 2),
        Line("南宁市", label="属地"),
        Gap(),
        Heading("应缴"),
        Line("三级", level=3),
        Grid([["首期", Sum(Decimal(130000), "元"), "= 100 × 1.3‰ + 一二三四五六七"], ["", "", ""]], numbers=[1]),
        Grid([["甲", 1, date(2016, 1, 2), Decimal("1.5")]], head=["市", "户", "日", "元"], numbers=[1, 3]),
        Grid(
            [["一", "长" * 30], ["二", "短"]], marks=["!", " "], is_list=True, below={0: [Line("其下", 6), Item("项")]}
        ),
        Item("提示一"),
        Line("接着说", 6),
        Item("提示二"),
        Line("不接着说", 4),
        Heading("填写"),
        Grid([["名称", "甲"], ["电话", "乙", "地址", "丙"]], is_form=True),
        Blanks([("填表人", "甲"), ("", ""), ("电话", "")]),
        Verbatim("一行\n  二行"),
        Heading("空的"),
        Closing("gxinjury"),
    ),
    "zh",
)
"""A page that has one of each part."""


def _of_page(path: Path) -> Workbook:
    write(str(path / "page.xlsx"), sheets_of(PAGE), language="zh")
    return load_workbook(path / "page.xlsx")


NARROW: Final = Paper(
    "窄表",
    "一张窄表",
    ((("很长的一个标签：", 1), ("短：", None)), (("占满两栏的标签", "值"),)),
    (PaperColumn("序号", 6), PaperColumn("证件号码", 8, group="人员"), PaperColumn("性别", 4, ("男", "女"), "人员"),
     PaperColumn("备注说明备注说明", 7)),
    ((1, "x", "男", "说明"), (2, None), (3,), (4,)),
    ((("经办", date(2016, 1, 2)), ("电话", "1")),),
)  # fmt: skip
"""A form with labels wider than their columns, two rows of headers, blank lines."""

BOOKS: Final[dict[str, Callable[[Path], Workbook]]] = {
    "annex2": lambda _: load_workbook(BytesIO(write_roster_workbook(SHEET))),
    "annex2-blank": lambda _: load_workbook(BytesIO(write_roster_workbook(RosterForm(date(2015, 11, 28), [])))),
    "progress": lambda _: load_workbook(BytesIO(write_reports_workbook(ReportForm([NANNING], hrss="某局", phone="1")))),
    "narrow": lambda _: load_workbook(BytesIO(paper_bytes([NARROW]))),
    "page": _of_page,
}
"""Workbooks that are written."""


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_looks_as_it_did(name: str, tmp_path: Path) -> None:
    """What stands in each cell, its format, fill, font and lines; widths, heights, choices, notes, paper."""
    check_golden(f"{name}.xlsx", looks(BOOKS[name](tmp_path)))


def test_a_page_on_paper_looks_as_it_did() -> None:
    """Every tag and style of a page that has one of each part."""
    check_golden("page.html", html_page(PAGE).splitlines())
