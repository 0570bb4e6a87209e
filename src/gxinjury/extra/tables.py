"""Any answer as a table (表格): a bill, a settlement, a roster, figures, clauses, steps; a row as a record.

Nothing to install but the engine that is asked for: pandas, polars or pyarrow.
"""

from functools import reduce
from typing import Any, Final, TypeVar

from gxinjury.cells import Column, cells_of
from gxinjury.codec import load
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra._table_engines import ENGINES, from_frame, typed
from gxinjury.fields import fields_of
from gxinjury.tabulation import Table, tabulated
from gxinjury.texts import Language

__all__ = ["Column", "Table", "record", "table"]

T = TypeVar("T")

_NONE_OF: Final = FactRule(zh="必须是 {names} 之一", en="must be one of {names}", code="no_choice")
_DECIMALS: Final = ("exact", "float")


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
        Amounts in yuan, rates as fractions of one. In a frame a column has one type, so that choices and clauses are
        texts, moments Beijing's; what is of several types, or of more than 38 digits, is text.

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
    made = tabulated(x, language)
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
