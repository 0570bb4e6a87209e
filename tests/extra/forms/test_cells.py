"""How cells are read that several forms have."""

from datetime import date

import pytest

from gxinjury.codec.readers import RefusedError
from gxinjury.extra.forms.cells import SheetCell, header_of, read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [("2022/10/8", date(2022, 10, 8)), ("20221008", date(2022, 10, 8)), ("2022-10-08 0:00", date(2022, 10, 8))],
)
def test_days(written: str, day: date) -> None:
    """A day as people and spreadsheets write it."""
    assert read_day(written) == day


@pytest.mark.parametrize("written", ["2022-02-30", "2022", "0999-01-01", "8.10.2022"])
def test_no_days(written: str) -> None:
    """What is no day is refused."""
    with pytest.raises(RefusedError):
        read_day(written)


@pytest.mark.parametrize("header", ["*市", "市（必填）", "＊ 市 *", "市(必填项)"])
def test_headers_marked_as_needed(header: str) -> None:
    """What says that a column has to be filled in is no part of its name."""
    assert header_of(header) == "市"


def test_a_cell_of_a_workbook_is_a_text() -> None:
    """Stripped of blanks it is still the cell; of anything else, a text."""
    cell = SheetCell(" -a- ", day=date(2022, 10, 8))
    assert cell.strip() is cell
    assert cell.strip("-") == "a"
