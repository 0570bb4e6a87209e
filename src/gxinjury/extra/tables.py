"""Any answer as a table (表格): a bill, a settlement, a roster, figures, clauses, steps; a row as a record.

Nothing to install but the engine that is asked for: pandas, polars or pyarrow.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import reduce
from html import escape
from typing import Annotated, Any, Final, TypeVar

import attrs

from gxinjury.codec import load
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra._table_cells import Cell, Column, cells_of, from_frame, rows_of, said
from gxinjury.extra._table_engines import ENGINES, typed
from gxinjury.fields import fields_of
from gxinjury.texts import Language, Text

__all__ = ["Column", "Table", "record", "table"]

T = TypeVar("T")

_NONE_OF: Final = FactRule(zh="必须是 {names} 之一", en="must be one of {names}", code="no_choice")
_DECIMALS: Final = ("exact", "float")


@attrs.frozen
class Table:
    """Rows under columns, ids masked; prints, and shows itself in a notebook.

    Args:
        columns: Its columns.
        rows: Its rows: amounts, days, choices, clauses as they are, texts in both languages, None for nothing.
        language: The language that it is shown in.
    """

    columns: Annotated[tuple[Column, ...], Text("列", "columns")]
    rows: Annotated[tuple[tuple[Any, ...], ...], Text("行", "rows")]
    language: Annotated[Language, Text("语言", "language")] = "en"

    def titles(self, language: Language) -> list[str]:
        """Return what the columns are called; one whose title was there already bears its name in code too."""
        titles: list[str] = []
        for column in self.columns:
            title = column.title.say(language)
            titles.append(f"{title} ({column.name})" if title in titles else title)
        return titles

    def text(self, language: Language) -> str:
        """Return it in lines, numbers flush right."""
        lines = [self.titles(language), *self._said(language)]
        widths = [max(map(_width, cells)) for cells in zip(*lines, strict=True)]
        rights = [column.kind in (int, Decimal) for column in self.columns]

        def padded(cell: str, width: int, *, is_right: bool) -> str:
            blank = " " * (width - _width(cell))
            return blank + cell if is_right else cell + blank

        return "\n".join(
            "  ".join(
                padded(cell, width, is_right=right) for cell, width, right in zip(line, widths, rights, strict=True)
            ).rstrip()
            for line in lines
        )

    def __str__(self) -> str:
        return self.text(self.language)

    def _repr_html_(self) -> str:
        def row(tag: str, cells: Iterable[str]) -> str:
            return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"

        head = row("th", self.titles(self.language))
        body = "".join(row("td", cells) for cells in self._said(self.language))
        return f'<table lang="{escape(self.language)}"><thead>{head}</thead><tbody>{body}</tbody></table>'

    def _said(self, language: Language) -> Iterator[list[str]]:
        for row in self.rows:
            yield [said(cell, language, column) for cell, column in zip(row, self.columns, strict=True)]


def table(x: object, engine: str = "rows", language: Language = "en", decimals: str = "exact") -> Any:  # noqa: ANN401  # a frame of the engine
    """Return a record, or several, as a table, ids masked.

    Several records are a row each. A record that holds sequences of records is a row for each of these, with a column
    that says which part it is of, and a row for what else it holds. Any other record is a row for each of its fields.
    An explanation is a row for each step.

    Args:
        x: A record, an explanation, or a sequence of records; of a mapping its values.
        engine: ``rows`` for a :class:`Table`; ``pandas``, ``polars`` or ``pyarrow`` for a frame of it.
        language: The language of titles and texts.
        decimals: ``exact`` for amounts and rates as decimal numbers, ``float`` for floats.

    Returns:
        Amounts in yuan, rates as fractions of one. In a frame a column has one type: choices and clauses are texts,
        moments Beijing's; what is of several types, or of more than 38 digits, is text.

    Raises:
        InvalidFactError: It is no record, or there is no such engine.

    >>> from gxinjury.periods import Period
    >>> from datetime import date
    >>> print(table([Period(date(2016, 1, 1), date(2016, 6, 30)), Period(date(2016, 9, 1), None)], language="zh"))
    首日        末日
    2016-01-01  2016-06-30
    2016-09-01
    """
    for name, given, known in (("engine", engine, ("rows", *ENGINES)), ("decimals", decimals, _DECIMALS)):
        if given not in known:
            raise InvalidFactError("table", name, _NONE_OF.filled({"names": known}), given)
    made = _laid_out(rows_of(x), language)
    if engine == "rows":
        return made
    heads = enumerate(zip(made.columns, made.titles(language), strict=True))
    return ENGINES[engine](
        [typed(title, column, [row[at] for row in made.rows], language, decimals) for at, (column, title) in heads]
    )


def record(kind: type[T], row: Any) -> T:  # noqa: ANN401  # a row of any frame
    """Return the record that a row of a frame holds.

    Args:
        kind: The kind of the record.
        row: A mapping, a pandas Series or a named tuple: values by field, or by what :func:`table` calls the column in
            either language; a field within a field is ``worker.name``. NaN, NaT and NA are None; a day may be a moment
            at midnight without an offset, a whole number a float, as pandas keeps it beside missing ones.

    Raises:
        CodecError: Something in it is wrong; all of it is told at once.

    >>> from datetime import datetime
    >>> from gxinjury.periods import Period
    >>> record(Period, {"first day": datetime(2016, 1, 1), "last": float("nan")})
    Period(first=datetime.date(2016, 1, 1), last=None)
    """
    given = dict(row._asdict() if hasattr(row, "_asdict") else row)
    if hasattr(row, "_asdict"):
        given.pop("Index", None)
    columns = [cell.column for field in fields_of(kind) for cell in cells_of(field, None)]
    names = {title: one.name for one in reversed(columns) for title in (one.title.zh, one.title.en)}
    has_default = {field.name for field in fields_of(kind) if not field.needed and not field.optional}
    data: dict[str, Any] = {}
    for title, value in given.items():
        plain = from_frame(value)
        *above, name = names.get(title, str(title)).split(".")
        if plain is not None or not (above or name in has_default):
            reduce(lambda inner, one: inner.setdefault(one, {}), above, data)[name] = plain
    return load(kind, data)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _laid_out(rows: list[list[Cell]], language: Language) -> Table:
    """Return rows under the columns that their cells stand in, each column once."""
    first: dict[tuple[str, Text], Cell] = {}
    for cell in (cell for row in rows for cell in row):
        first.setdefault(cell.key, cell)
    filled = {cell.key for row in rows for cell in row if cell.value is not None}
    wholes = {name.rpartition(".")[0] for name, _ in first}  # a record that has columns of its own has none as a whole
    keys = sorted((key for key in first if key in filled or key[0] not in wholes), key=lambda key: first[key].order)
    told = [{cell.key: cell.value for cell in row} for row in rows]
    columns = tuple(first[key].column for key in keys)
    return Table(columns, tuple(tuple(row.get(key) for key in keys) for row in told), language)
