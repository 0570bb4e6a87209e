"""A page as HTML (版面的网页与打印): one file for A4 paper, without network, script or colour that says anything.

Chinese fonts are asked for by the names that Windows, macOS and Linux know them by; heads of tables come again on the
next sheet, rows stay whole, and each sheet carries the title above and its number below.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

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
    written_cell,
)
from gxinjury.texts import Text, is_chinese

__all__ = ["BEGINS", "html_page"]

BEGINS: Final = b"<!DOCTYPE html>"
"""What every page begins with."""

_UNBROKEN: Final = re.compile(r"\d{4}-\d\d-\d\d|\b[A-Z]+\d*-[\w.-]*\w")
_SHORT: Final = 8
_FORMULA: Final = 24
_BELOW: Final = 4
_ON_ONE_SHEET: Final = 20
_LISTED_ON_ONE_SHEET: Final = 6
_FORM_COLUMNS: Final = 4
_MANY_COLUMNS: Final = 8
_SHEET: Final = Text(zh='"第 " counter(page) " 页，共 " counter(pages) " 页"', en='counter(page) " / " counter(pages)')
_COLON: Final = "："
_STYLE: Final = """
@page { size: A4; margin: 20mm 18mm 18mm;
  @top-center { content: "%(title)s"; font: 9pt %(fonts)s; color: #333; }
  @bottom-center { content: %(sheet)s; font: 9pt %(fonts)s; color: #333; } }
* { box-sizing: border-box; }
body { font: 10.5pt/1.5 %(fonts)s; color: #000; background: #fff; max-width: 174mm; margin: 8mm auto; }
h1 { font-size: 16pt; text-align: center; margin: 0 0 5mm; }
h2 { font-size: 12pt; border-bottom: 0.5pt solid #000; margin: 6mm 0 2mm; }
h3 { font-size: 10.5pt; margin: 4mm 0 1mm; } h4 { font-size: 10.5pt; margin: 2mm 0 1mm; }
h1, h2, h3, h4 { break-after: avoid; line-height: 1.35; }
p, ul { margin: 1mm 0; } ul { padding-left: 6mm; } li { break-inside: avoid; }
table { border-collapse: collapse; width: 100%%; margin: 1.5mm 0; break-inside: auto; }
.whole { break-inside: avoid; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 0.5pt solid #777; padding: 0.6mm 1.6mm; text-align: left; vertical-align: top;
  font-weight: normal; overflow-wrap: break-word; }
.many { font-size: 9pt; } .many th, .many td { padding: 0.6mm 1mm; }
thead th { border-bottom: 1pt solid #000; font-weight: bold; background: #eee; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.k { white-space: nowrap; } .m { width: 1%%; text-align: center; font-weight: bold; }
td.in { padding: 0 1.6mm 1mm 6mm; } td.in table { margin: 0.5mm 0; }
pre { font: 8.5pt/1.4 %(fonts)s; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; }
.form td, .form th { border: 0.8pt solid #000; height: 13mm; vertical-align: middle; padding: 1.5mm 2.5mm; }
.form { table-layout: fixed; } .form .w { width: 18%%; } .form th { text-align: center; }
.form .last { white-space: pre-line; }
.blanks { display: flex; gap: 8mm; margin: 3mm 0; } .blanks span { flex: 1; }
.blanks b { font-weight: normal; display: inline-block; min-width: 34mm; border-bottom: 0.5pt solid #000; }
.blanks b:empty::after { content: "\\00a0"; }
footer { margin-top: 8mm; border-top: 0.5pt solid #000; padding-top: 1mm; font-size: 9pt; }
@media screen { body { padding: 0 6mm; } }
"""
_SONG: Final = '"Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", "宋体", serif'
_HEI: Final = (
    '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Heiti SC", "黑体", sans-serif'
)


def html_page(document: Document) -> str:
    """Return a page as HTML that prints on A4.

    Args:
        document: The page.

    Returns:
        One file that needs nothing else; all text in it escaped.

    >>> html_page(Document((Title("<b>"), Heading("应缴")), "zh")).count("&lt;b&gt;")
    2
    """
    language = document.language
    fonts = _SONG if any(isinstance(part, Grid) and part.is_form for part in document.parts) else _HEI
    style = _STYLE % {"title": _in_css(document.title), "sheet": _SHEET.say(language), "fonts": fonts}
    body = "\n".join(_blocks(document.parts))
    tag = "zh-CN" if is_chinese(language) else "en"
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(document.title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _in_css(text: str) -> str:
    """Return a text as it may stand within quotes in a style: all that is no letter of any script escaped."""
    return "".join(one if one.isalnum() else f"\\{ord(one):06x}" for one in text)


def _blocks(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the tags of parts, items that follow each other in one list, what is told below an item in it."""
    items: list[str] = []
    for part in parts:
        if isinstance(part, Item):
            items.append(_told(part.text))
            continue
        if items and isinstance(part, Line) and part.indent > _BELOW and not part.level:
            items[-1] += f"<br>{_line(part)}"
            continue
        yield from _listed(items)
        items = []
        yield from _table(part) if isinstance(part, Grid) else _tags(part)
    yield from _listed(items)


def _listed(items: list[str]) -> Iterator[str]:
    if items:
        yield f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _tags(part: Title | Heading | Gap | Line | Blanks | Verbatim | Closing) -> Iterator[str]:
    match part:
        case Title():
            yield f"<h1>{escape(part.text)}</h1>"
        case Heading():
            yield f"<h2>{escape(part.text)}</h2>"
        case Line():
            tag = f"h{part.level}" if part.level else "p"
            yield f"<{tag}>{_line(part)}</{tag}>"
        case Blanks():
            yield f'<div class="blanks">{"".join(_blank(name, value) for name, value in part.pairs)}</div>'
        case Verbatim():
            yield f"<pre>{escape(part.text)}</pre>"
        case Closing():
            yield f"<footer>{escape(part.text)}</footer>"
        case _:  # an empty line is for text
            return


def _line(part: Line) -> str:
    """Return a line behind its label, if it has one."""
    return f"{escape(part.label)}　{_told(part.text)}" if part.label else _told(part.text)


def _blank(name: str, value: str) -> str:
    """Return what is filled in behind its name; without one an empty place."""
    return f"<span>{escape(name)}{_COLON}<b>{escape(value)}</b></span>" if name else "<span></span>"


def _told(text: str) -> str:
    """Return a text escaped, days and clauses in it kept on one line."""
    return _UNBROKEN.sub(r'<span class="k">\g<0></span>', escape(text))


def _table(part: Grid) -> Iterator[str]:
    if part.is_form:
        names = '<col class="w"><col>' * (_FORM_COLUMNS // 2)
        yield f'<table class="form"><colgroup>{names}</colgroup>{"".join(map(_form_row, part.rows))}</table>'
        return
    columns = part.filled
    fits = len(part.rows) <= (_LISTED_ON_ONE_SHEET if part.is_list else _ON_ONE_SHEET)
    kinds = " ".join(kind for kind, holds in (("whole", fits), ("many", len(columns) > _MANY_COLUMNS)) if holds)
    yield f'<table class="{kinds}">' if kinds else "<table>"
    if part.head:
        heads = "".join(f"<th{_kind(part, at, part.head[at])}>{escape(part.head[at])}</th>" for at in columns)
        yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for at, row in enumerate(part.rows):
        mark = f'<td class="m">{escape(part.marks[at])}</td>' if part.marks else ""
        cells = "".join(f"<td{_kind(part, column, row[column])}>{_cell(row[column])}</td>" for column in columns)
        yield f"<tr>{mark}{cells}</tr>"
        if at in part.below:
            yield f'<tr><td class="in" colspan="{len(columns) + bool(part.marks)}">'
            yield from (*_blocks(part.below[at]), "</td></tr>")
    yield "</tbody>\n</table>"


def _cell(cell: Cell) -> str:
    return _told(written_cell(cell))


def _kind(part: Grid, column: int, cell: Cell) -> str:
    """Return the class of a cell: a number flush right, what is short, a sum or a formula on one line."""
    if column in part.numbers:
        return ' class="n"'
    told = written_cell(cell)
    is_whole = isinstance(cell, Sum) or len(told) <= (_FORMULA if told.startswith("= ") else _SHORT)
    return ' class="k"' if is_whole else ""


def _form_row(row: Sequence[Cell]) -> str:
    """Return a row of a form, names and what is filled in by turns; the last goes to the edge."""
    cells = [f"<th>{_cell(one)}</th>" if at % 2 == 0 else f"<td>{_cell(one)}</td>" for at, one in enumerate(row)]
    cells[-1] = cells[-1].replace("<td>", f'<td class="last" colspan="{_FORM_COLUMNS - len(row) + 1}">')
    return f"<tr>{''.join(cells)}</tr>"
