"""What a workbook looks like, as lines of text: sheets, cells with what they hold, everything that shapes them."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from gxinjury.privacy import mask

GOLDEN = Path(__file__).parent / "golden"


def looks(book: Workbook) -> Iterator[str]:
    """Say sheet by sheet what stands where and how it is set, ids masked."""
    yield from map(mask, _looks(book))


def _looks(book: Workbook) -> Iterator[str]:
    yield f"creator: {book.properties.creator}"
    for page in book.worksheets:
        yield f"=== {page.title}"
        yield from _page(page)
        styles: defaultdict[str, list[str]] = defaultdict(list)
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield f"{cell.coordinate} {cell.data_type} {cell.value!r}"
                if cell.comment is not None:
                    one = cell.comment
                    yield f"{cell.coordinate} note {one.width} x {one.height} by {one.author}: {one.text!r}"
                styles[_style(cell)].append(cell.coordinate)
        yield from (f"{style}: {' '.join(cells)}" for style, cells in styles.items())


def _page(page: Any) -> Iterator[str]:  # noqa: ANN401  # a sheet
    setup, tab = page.page_setup, page.sheet_properties.tabColor
    yield f"state {page.sheet_state}, tab {tab.rgb if tab else None}, frozen {page.freeze_panes}"
    yield f"again on each page: rows {page.print_title_rows}, columns {page.print_title_cols}"
    fit = page.sheet_properties.pageSetUpPr
    told = f"{setup.orientation} {setup.paperSize}, pages {setup.fitToWidth} x {setup.fitToHeight}"
    yield f"{told}, fit {fit.fitToPage if fit else None}, foot {page.oddFooter.center.text}"
    for letter, one in sorted(page.column_dimensions.items(), key=lambda item: (len(item[0]), item[0])):
        yield f"column {letter}: {one.width} {one.number_format} {'hidden' if one.hidden else ''}".rstrip()
    for number, one in page.row_dimensions.items():
        if one.height is not None or one.hidden:
            yield f"row {number}: {one.height} {'hidden' if one.hidden else ''}".rstrip()
    yield f"merged: {' '.join(sorted(map(str, page.merged_cells.ranges)))}".rstrip()
    for one in page.data_validations.dataValidation:
        yield f"{one.sqref}: {one.type} {one.formula1}, blank {one.allow_blank}, else {one.errorStyle}"


def _style(cell: Any) -> str:  # noqa: ANN401  # a cell
    font, sides, set_to = cell.font, cell.border, cell.alignment
    fill = cell.fill.fgColor.rgb if cell.fill.fill_type else None
    lines = "/".join(f"{side.style}" for side in (sides.left, sides.right, sides.top, sides.bottom) if side is not None)
    colour = sides.left.color.rgb if sides.left is not None and sides.left.color is not None else None
    held = f"{set_to.horizontal} {set_to.vertical} wrapped {bool(set_to.wrap_text)}"
    return f"[{cell.number_format} | {font.name} {font.size} bold {font.bold} | {fill} | {lines} {colour} | {held}]"


def check_golden(name: str, told: Iterable[str]) -> None:
    """Compare lines with those that were looked at; with ``GOLDEN=write`` in the environment write them anew."""
    lines = [line.replace("\n", "\\n") for line in told]
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text("\n".join([*lines, ""]), encoding="utf-8")
    kept = golden.read_text(encoding="utf-8").split("\n")[:-1]
    assert lines == kept, "\n".join(unified_diff(kept, lines, "as looked at", "as it is now", lineterm="", n=1))
