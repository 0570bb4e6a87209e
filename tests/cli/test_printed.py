"""A page as text: tables, lists and blanks within so many columns."""

from datetime import date
from decimal import Decimal

import pytest

from gxinjury.cli.accidents import _worker
from gxinjury.cli.page import Page
from gxinjury.cli.printed import printed
from gxinjury.cli.printing import table, width
from gxinjury.cli.rosters import _rows
from gxinjury.construction import RosterChangeKind, RosterEntry, Worker
from gxinjury.construction.insured import WorkerCover
from gxinjury.extra.pages.parts import Blanks, Cell, Document, Grid, Item, Line, Part, Sum
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.periods import Period
from gxinjury.texts import Text


def lines(*parts: Part, columns: int = 60) -> list[str]:
    """The lines of a page."""
    return printed(Document(parts, "zh"), columns).splitlines()


class TestGrid:
    """Tables and lists."""

    def test_sums_stand_under_each_other(self) -> None:
        """Flush right before their units, whatever else stands in the column."""
        rows: list[list[Cell]] = [
            ["应缴", Sum(Decimal(55380), "元")],
            ["未缴", Sum(Decimal(0), "元")],
            ["缴清", "尚未缴清"],
        ]
        assert lines(Grid(rows, indent=2)) == ["  应缴  55,380.00 元", "  未缴       0.00 元", "  缴清  尚未缴清"]

    def test_numbers_are_never_broken(self) -> None:
        """Texts give way to them; where there is no room left they stand below."""
        grid = Grid([["应缴应缴应缴", "130,000.00 yuan"]], numbers=[1])
        assert lines(grid, columns=25) == ["应缴应缴  130,000.00 yuan", "应缴"]
        assert lines(grid, columns=24) == ["应缴应缴应缴", "    130,000.00 yuan"]
        grid = Grid([["应缴的工伤保险费", "1.00"], ["未缴", "130,000.00"]], numbers=[1])
        assert lines(grid, columns=19) == ["应缴的工伤保险费", "          1.00", "未缴", "    130,000.00"]

    def test_what_stands_below_a_row(self) -> None:
        """Between it and the next, by the row's number, a head counting as none."""
        grid = Grid([["a", "1"], ["b", "2"]], head=["x", "y"], below={0: [Line("below", 4)]})
        assert lines(grid) == ["x  y", "a  1", "    below", "b  2"]

    def test_a_list_goes_on_under_its_text(self) -> None:
        """The last cell, also where it has lines of its own; marks stand before."""
        grid = Grid([["2016-03-31", "应缴未缴的应缴未缴的应\n已缴"]], marks=["!"], indent=2, is_list=True)
        assert lines(grid, columns=36) == [
            "  ! 2016-03-31  应缴未缴的应缴未缴的", "                应", "                已缴"
        ]  # fmt: skip
        narrow = ["  ! 2016-03-31", "        应缴未缴的应缴未缴的应", "        已缴"]
        assert lines(grid, columns=35) == narrow

    def test_a_form(self) -> None:
        """Each name with what is filled in, a line each; a blank where nothing is."""
        grid = Grid([["甲方", "某"], ["乙", "", "丙", "3"]], is_form=True)
        assert lines(grid) == ["甲方  某", "乙    ________________", "丙    3"]

    def test_nothing(self) -> None:
        """A row of nothing is an empty line."""
        assert printed(Document((Grid([["", ""]], indent=2),), "zh"), 60) == ""
        assert lines(Grid([["", ""], ["", ""]], marks=["!", "*"], indent=2)) == ["  !", "  *"]

    def test_the_widest_mark_leaves_the_least_room(self) -> None:
        """No row goes beyond the page."""
        grid = Grid([["应缴未缴", "1"], ["已缴", "2"]], marks=["甲", "!"])
        assert lines(grid, columns=14) == ["甲 应缴未缴  1", "! 已缴      2"]
        assert max(map(width, lines(grid, columns=13))) <= 13

    def test_values(self) -> None:
        """Days, numbers and amounts are written as everywhere."""
        assert lines(Grid([[date(2016, 3, 1), 3, Decimal(1000)]])) == ["2016-03-01  3  1,000.00"]


def test_the_days_of_a_worker_are_in_order() -> None:
    """Covered or unsettled, whichever came first; his name stands once."""
    march, may = (Period(date(2016, month, 1), date(2016, month, 31)) for month in (3, 5))
    for covered, unsettled in ((march, may), (may, march)):
        found = [*_worker(WorkerCover("张三", (march, may), (covered,), (unsettled,)), Page("en"))]
        assert [[name, days] for name, _, days, _ in found] == [
            ["张三", "2016-03-01 to 2016-03-31"],
            ["", "2016-05-01 to 2016-05-31"],
        ]
    assert [row[0] for row in _worker(WorkerCover("张三"), Page("en"))] == ["张三"]


def test_rows_of_a_table_have_its_columns() -> None:
    """A ragged table is refused, nothing of it is lost."""
    for ragged in ([["a", "b"], ["c"]], [["a"], ["b", "c"]]):
        with pytest.raises(ValueError, match="argument 2 is"):
            table(ragged)
        with pytest.raises(ValueError, match="argument 2 is"):
            lines(Grid(ragged))
        with pytest.raises(ValueError, match="argument 2 is"):
            _ = Grid(ragged).filled


def test_of_very_many_findings_the_first_are_listed() -> None:
    """Up to fifty all of them; of more fifty, and how many there are beside."""
    message = Text(zh="提示", en="finding")
    for count, more in ((50, []), (51, [Item("further ones: 1; --json prints all", 4)])):
        found = [*Page("en").findings([Finding("a", NN.clause("1.1.2"), message)] * count, indent=4)]
        assert found == [Item("finding [NN-1.1.2]", 4)] * 50 + more


def test_of_very_many_rows_of_a_roster_the_first_are_listed() -> None:
    """Up to fifty all of them; of more fifty, and how many there are beside."""
    row = RosterEntry(Worker("张三"), RosterChangeKind.ADD)
    for count, more in ((0, []), (50, []), (51, [Line("further rows: 1; --json prints all", 2)])):
        grids = [*_rows([row] * count, Page("en"))]
        rows = [len(grid.rows) for grid in grids if isinstance(grid, Grid)]
        assert (rows, [one for one in grids if not isinstance(one, Grid)]) == ([min(count, 50)] if count else [], more)


def test_blanks() -> None:
    """Side by side; a place without a name is one for paper only."""
    assert lines(Blanks([("", ""), ("编号", ""), ("日期", "3日")])) == ["编号：________________  日期：3日"]


def test_labels() -> None:
    """A label stands before a line, which goes on under its text unless it is told where."""
    assert lines(Line("应缴未缴", 2, label="甲"), columns=11) == ["  甲  应缴", "      未缴"]
    assert lines(Item("应缴未缴", 2), columns=10) == ["  - 应缴未", "    缴"]
