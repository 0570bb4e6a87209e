"""A page as text, as HTML and as sheets: made of the same parts, nothing lost, nothing obeyed, nothing asked for."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.cli import main
from gxinjury.cli.printed import printed
from gxinjury.extra.pages.html import BEGINS, html_page
from gxinjury.extra.pages.parts import (
    Blanks,
    Cell,
    Closing,
    Document,
    Gap,
    Grid,
    Heading,
    Item,
    Line,
    Part,
    Sum,
    Title,
    Verbatim,
)
from gxinjury.extra.pages.sheets import sheets_of

ROOT: Final = Path(__file__).parents[2]
_EMPTY: Final = {"meta", "br", "col"}
TEXTS: Final = st.text(st.sampled_from("应缴金额，（）“”<>&'\"\\;{}ab 1.,%‰"), min_size=1, max_size=20).map(str.strip)
WORDS: Final = TEXTS.filter(bool)
CELLS: Final = st.one_of(
    WORDS, st.just(""), st.decimals(-9, 10**9, places=2), st.integers(0, 99), st.dates(date(2015, 1, 1)),
    st.builds(Sum, st.decimals(0, 10**6, places=2), st.just("元")),
)  # fmt: skip


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Tables of a few rows, with heads, marks or neither."""
    columns, count = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    rows: list[list[Cell]] = [draw(st.lists(CELLS, min_size=columns, max_size=columns)) for _ in range(count)]
    rows[0][0] = draw(WORDS)
    head = draw(st.lists(WORDS, min_size=columns, max_size=columns)) if draw(st.booleans()) else []
    marks = [draw(st.sampled_from("*! ")) for _ in rows] if draw(st.booleans()) and not head else []
    below: dict[int, list[Part]] = {0: [Line(draw(WORDS), 6)]} if draw(st.booleans()) else {}
    return Grid(rows, numbers=[columns - 1], indent=2, head=head, marks=marks, below=below)


PARTS: Final = st.one_of(
    st.builds(Heading, WORDS),
    st.builds(Item, WORDS),
    st.builds(Line, WORDS, st.integers(0, 8), label=st.one_of(st.just(""), WORDS)),
    st.builds(Line, WORDS, level=st.sampled_from([3, 4])),
    st.builds(Verbatim, WORDS),
    st.builds(Blanks, st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=2)),
    st.just(Gap()),
    grids(),
)
DOCUMENTS: Final = st.builds(
    lambda title, parts, closing, language: Document((Title(title), *parts, Closing(closing)), language),
    WORDS, st.lists(PARTS, max_size=6), WORDS, st.sampled_from(["zh", "en"]),
)  # fmt: skip


class Read(HTMLParser):
    """What a page holds: its tags, closed in turn, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not {"style", "title"} & {*self.open}:
            self.text.append(data)


def read(page: str) -> Read:
    """Read a page to its end."""
    found = Read()
    found.feed(page)
    found.close()
    assert found.open == []
    return found


def letters(text: str) -> str:
    """A text without blanks, bullets and what underlines it."""
    return re.sub(r"[\s_=　]", "", text)


def pieces(page: str) -> Iterator[str]:
    """What a page of text says, piece by piece, in whatever place the paper has it."""
    for line in page.splitlines():
        yield from filter(None, (letters(piece.lstrip("-*! ")) for piece in line.split("  ")))


class TestHtml:
    """Paper."""

    @given(DOCUMENTS)
    def test_all_that_is_told_is_there(self, document: Document) -> None:
        """Every cell and line, escaped: what looks like a tag or a style is a text; tags close in turn."""
        found = read(html_page(document))
        on_paper = letters("".join(found.text))
        for piece in pieces(printed(document, 10_000)):
            assert piece in on_paper
        assert {tag for tag, _ in found.tags} <= {
            *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "ul", "li", "br", "pre"),
            *("table", "thead", "tbody", "tr", "th", "td", "span", "div", "b", "footer"),
        }

    @given(WORDS)
    def test_a_title_does_not_end_the_style(self, title: str) -> None:
        """It stands above each sheet, all but its letters and digits escaped."""
        page = html_page(Document((Title(title),), "zh"))
        quoted = re.search(r'@top-center { content: "([^"]*)";', page)
        assert quoted
        assert not set(quoted[1]) & set("<>'{};&")
        unescaped = re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), quoted[1])
        assert unescaped == title

    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize(
        "asked",
        [
            ("assess", "examples/settlement.toml"),
            ("assess", "examples/site_accident.toml", "--explain"),
            ("obligations", "examples/site_accident.toml", "--on", "2016-06-01"),
            ("courier-report", "examples/couriers/2022-08.csv", "examples/couriers/2022-09.csv"),
            ("annex1", "examples/ordinary.toml"),
            ("papers", "examples/settlement.toml"),
            ("proof", "examples/site_accident.toml", "--worker", "韦小花", "--on", "2016-03-10"),
            ("todo", "examples/site_accident.toml", "--injury", "2", "--on", "2016-05-06"),
        ],
        ids=lambda asked: asked[0],
    )
    def test_every_page(
        self, asked: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str], tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        """All of the text is on paper, ids masked; for A4, in its language, nothing fetched and nothing run."""
        monkeypatch.chdir(ROOT)
        monkeypatch.setenv("COLUMNS", "200")
        path = tmp_path / "page.html"
        assert main([*asked, "--lang", language, "--html", str(path)]) == 0
        told, page = capsys.readouterr().out, path.read_text(encoding="utf-8")
        found = read(page)
        if asked[0] == "annex1":
            told = told.partition("\n\n")[0]
        assert letters(told).translate(_NO_MARKS) == letters("".join(found.text)).translate(_NO_MARKS)
        assert page.startswith(BEGINS.decode())
        assert "@page { size: A4;" in page
        assert not re.search(r"https?:|//|url\(|@import|<script|<img|<link|\bon\w+=|src=|href=", page)
        assert not re.search(r"(?<!\d)\d{17}[\dX]", page)
        form = asked[0] == "annex1"
        assert found.tags[0] == ("html", {"lang": "zh-CN" if form or language == "zh" else "en"})

    def test_heads_and_rows(self) -> None:
        """A long table has a head that comes again; a short one stays on one sheet."""
        long = html_page(Document((Grid([["a", "b"]] * 21, head=["x", "y"]),), "en"))
        assert '<table>\n<thead><tr><th class="k">x</th><th class="k">y</th></tr></thead>' in long
        assert "thead { display: table-header-group; }" in long
        assert '<table class="whole">' in html_page(Document((Grid([["a", "b"]] * 20),), "en"))
        listed = Grid([["a", "b"]] * 7, is_list=True)
        assert '<table class="whole">' not in html_page(Document((listed,), "en"))

    def test_wide_tables_and_forms(self) -> None:
        """More columns than eight are set smaller; a form has as much room for what is filled in on either side."""
        tables = [Grid([["x"] * columns] * rows) for columns, rows in ((8, 2), (9, 2), (9, 30), (8, 30))]
        told = html_page(Document((*tables, Grid([["a", "b"]], is_form=True)), "zh"))
        kinds = ["whole", "whole many", "many", "", "form"]
        assert re.findall(r"<table(?: class=\"([a-z ]*)\")?>", told) == kinds
        assert '<col class="w"><col><col class="w"><col></colgroup><tr><th>a</th><td class="last" colspan="3">b' in told

    def test_what_is_told_below_an_item(self) -> None:
        """In the item where it is set in by more than four columns and is no heading of its own; else beside it."""
        lines: list[Part] = [
            Line("in", 5, label="a"),
            Line("beside", 4),
            Item("b"),
            Line("head", 6, level=3),
            Line("alone", 6),
        ]
        told = html_page(Document((Item("a"), *lines), "en")).partition("<body>\n")[2].partition("\n</body>")[0]
        assert told.splitlines() == [
            "<ul><li>a<br>a　in</li></ul>",
            "<p>beside</p>",
            "<ul><li>b</li></ul>",
            "<h3>head</h3>",
            "<p>alone</p>",
        ]

    def test_faces(self) -> None:
        """A form is set in Song, as official forms are, wherever it stands; all else in Hei."""
        grid = Grid([["甲", "", "乙"]])
        plain = html_page(Document((grid,), "zh"))
        form = html_page(Document((grid, attrs.evolve(grid, is_form=True)), "zh"))
        assert [[name in page for name in ("SimSun", "SimHei", "Microsoft YaHei")] for page in (plain, form)] == [
            [False, False, True],
            [True, False, False],
        ]
        assert '<tr><td class="k">甲</td><td class="k">乙</td></tr>' in plain

    def test_what_stays_on_one_line(self) -> None:
        """Eight letters, a formula of 24, a sum however long; a number is flush right besides."""
        cells: list[Cell] = [
            "一二三四五六七八",
            "一二三四五六七八九",
            f"= {'1' * 22}",
            f"= {'1' * 23}",
            Sum(Decimal(10**9), "元"),
        ]
        row = html_page(Document((Grid([[*cells, Decimal(1)]], numbers=[5]),), "zh")).partition("<tbody>")[2]
        assert re.findall('<td(?: class="([a-z])")?>', row) == ["k", "", "k", "", "k", "n"]

    def test_numbers_and_marks(self) -> None:
        """Numbers are flush right, what marks a row is a sign and no colour."""
        grid = Grid([["x", Decimal("1.5")]], numbers=[1], marks=["!"])
        page = html_page(Document((grid,), "en"))
        assert '<tr><td class="m">!</td><td class="k">x</td><td class="n">1.50</td></tr>' in page
        assert set(re.findall(r"color: ([^;]+);|background: ([^;]+);", page)) <= {
            ("#333", ""), ("#000", ""), ("", "#fff"), ("", "#eee")
        }  # fmt: skip


_NO_MARKS: Final = str.maketrans("", "", "-•*!")


class TestSaving:
    """Files are written whole, over nothing of another kind."""

    def test_over_a_page_and_nothing_else(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A second time over the first; never over a case."""
        page, case = tmp_path / "page.html", tmp_path / "case.toml"
        case.write_text((ROOT / "examples/ordinary.toml").read_text(encoding="utf-8"), encoding="utf-8")
        for _ in range(2):
            assert main(["assess", str(case), "--html", str(page), "--json"]) == 0
        assert main(["assess", str(case), "--html", str(case), "--lang", "en"]) == 2
        assert "file of another kind" in capsys.readouterr().err


class TestSheets:
    """A workbook."""

    def test_the_same_parts(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A sheet for each heading, amounts as numbers, days as days, ids masked."""
        openpyxl = pytest.importorskip("openpyxl")
        path = tmp_path / "settled.xlsx"
        assert main(["assess", str(ROOT / "examples/settlement.toml"), "--lang", "zh", "--xlsx", str(path)]) == 0
        capsys.readouterr()
        book = openpyxl.load_workbook(path)
        assert [sheet.title for sheet in book][1:5] == ["保险费", "参保有效期", "提示", "花名册"]
        rows = [[cell for cell in row if cell is not None] for row in book["保险费"].iter_rows(values_only=True)]
        assert rows[0] == ["应缴", 57200, "元"]
        assert [type(cell).__name__ for cell in rows[1]] == ["str", "datetime", "int", "str", "str", "int", "str"]
        cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        assert not [cell for cell in cells if re.search(r"(?<!\d)\d{17}[\dX]", cell)]
        assert any("gxinjury" in cell for cell in cells)

    @given(DOCUMENTS)
    def test_loses_nothing(self, document: Document) -> None:
        """Each piece of the text stands in a title, a note, a header or a cell."""
        sheets = pytest.importorskip("gxinjury.extra.pages.sheets")
        written: list[str] = []
        for sheet in sheets.sheets_of(document):
            cells = [cell for row in sheet.rows for cell in row if cell is not None]
            written += [sheet.title, *sheet.notes, *sheet.header]
            written += [f"{cell:,.2f}" if isinstance(cell, Decimal) else str(cell) for cell in cells]
        text = letters("".join(written))
        for piece in pieces(printed(document, 10_000)):
            assert all(part in text for part in piece.split("："))

    def test_what_stands_above_the_first_heading(self) -> None:
        """Title, lines and what it was made by are notes; what is no line, and a line after it, are rows."""
        told = (Line("附件"), Title("表"), Line("一"), Gap(), Line("二", label="注"), Item("三"), Line("四"))
        page = Document((*told, Heading("甲"), Line("五"), Item("六"), Line("七"), Closing("完")), "zh")
        first, second = sheets_of(page)
        assert (first.title, first.notes, first.rows) == (
            "表",
            ("附件", "表", "一", "注　二", "完"),
            (("三",), ("四",)),
        )
        assert (second.title, second.notes, second.rows) == ("甲", ("五",), (("六",), ("七",)))
        assert [one.title for one in sheets_of(Document((Heading("甲"), Heading("乙")), "zh"))] == ["甲", "乙"]
        [plain] = sheets_of(Document((Grid([["甲", "", "乙"]]), Grid([["丙", "", "丁"]], is_form=True)), "zh"))
        assert plain.rows == (("甲", "乙"), ("丙", None, "丁"))
        headed = Grid([["甲", "", "乙"]], head=["子", "", "丑"])
        for above, header in (((), ("子", "", "丑")), ((Item("一"),), ())):
            [sheet] = sheets_of(Document((*above, headed), "zh"))
            assert (sheet.header, sheet.rows[-1]) == (header, ("甲", None, "乙"))

    def test_heads_of_two_tables(self) -> None:
        """The first is the header of the sheet, the second stands above its rows."""
        tables = (Grid([["1"]], head=["a"]), Grid([["2"]], head=["b"]))
        [sheet] = sheets_of(Document((Heading("x"), *tables), "zh"))
        assert (sheet.header, sheet.rows) == (("a",), (("1",), ("b",), ("2",)))

    def test_head_of_a_table(self) -> None:
        """The head of the first table is the sheet's, lines above it are its notes."""
        sheets = pytest.importorskip("gxinjury.extra.pages.sheets")
        grid = Grid([["南宁市", 3]], head=["市", "户"])
        one, *others = sheets.sheets_of(Document((Title("表"), Line("说明"), grid), "zh"))
        assert (one.title, one.notes, one.header, one.rows, others) == (
            "表",
            ("表", "说明"),
            ("市", "户"),
            (("南宁市", 3),),
            [],
        )
