"""The cells of a table (表格的单元): one walk over what records say of their fields, ids masked."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Annotated, Any, Final, TypeAlias, get_args, get_origin

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import Explanation
from gxinjury.fields import FieldOf, fields_of
from gxinjury.interpretations import Reading
from gxinjury.money import Rate, written_amount
from gxinjury.privacy import Discreet, mask, masked, printable
from gxinjury.statutes import Statute
from gxinjury.steps import Fact, Step
from gxinjury.telling import told
from gxinjury.texts import Language, Text, is_chinese, written

_SUMMARY: Final = Text(zh="概要", en="summary")
_PART: Final = Text(zh="部分", en="part")
_FIELD: Final = Text(zh="项目", en="field")
_VALUE: Final = Text(zh="内容", en="value")
_WITHIN: Final = Text(zh="{whole}·{part}", en="{whole} · {part}")
_NAMED: Final = Text(zh="{name}：{value}", en="{name}: {value}")
_AS_IT_STANDS: Final = Text(zh="现行规定", en="the law as it stands")
_NO_RECORD: Final = FactRule(
    zh="必须是记录或记录的序列", en="must be a record or a sequence of records", code="no_record"
)
_ATOMS: Final = (Text, Clause, Rate, Explanation, Statute)
_SEVERAL: Final = (tuple, list, frozenset)
_DEEPEST: Final = 4
PLAIN: Final = (bool, int, Decimal, float, datetime, date)


@attrs.frozen
class Column:
    """A column of a table.

    Args:
        name: The path of its fields in code, as ``share.part``.
        title: What it is called.
        kind: The type of its values where none is there: bool, int, Decimal, date, datetime, else str.
        in_yuan: Whether it holds amounts in yuan.
    """

    name: Annotated[str, Text("代码名", "name in code")]
    title: Annotated[Text, Text("名称", "title")]
    kind: Annotated[type[Any], Text("类型", "kind")] = str
    in_yuan: Annotated[bool, Text("以元计", "in yuan")] = False


_OF_PART: Final = Column("part", _PART)
_OF_FIELD: Final = Column("field", _FIELD)
_OF_VALUE: Final = Column("value", _VALUE)
_NOWHERE: Final = Column("", _SUMMARY)


@attrs.frozen
class _Taken:
    """A reading, field by field."""

    question: Annotated[Text, Text("口径", "reading")]
    says: Annotated[Text, Text("采用", "taken")]
    name: Annotated[str, Text("代码名", "name in code")]
    clause: Annotated[Clause, Text("条款", "clause")]
    why: Annotated[Text, Text("默认口径的理由", "why the default")]


@attrs.frozen
class Cell:
    """A value, the column that it stands in, and where the column stands among the others."""

    value: Any
    column: Column
    order: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, Text]:
        """What tells its column from others."""
        return self.column.name, self.column.title


Row: TypeAlias = list[Cell]
_TOP: Final = Cell(None, _NOWHERE)


def rows_of(x: object) -> list[Row]:
    """Return the rows of a record, or of a sequence of them."""
    if isinstance(x, Explanation | Step):
        x = tuple((x.step if isinstance(x, Explanation) else x).walk())
    elif isinstance(x, Mapping):
        x = tuple(x.values())
    if isinstance(x, Reading) or attrs.has(type(x)):
        if _holds_lines(type(x), x):
            return [*_parts(x, None, ())]
        return [[Cell(one.column.title, _OF_FIELD), attrs.evolve(one, column=_OF_VALUE)] for one in _cells(x)]
    if isinstance(x, Iterable) and not isinstance(x, str | bytes | type):
        return [
            _cells(one) if _is_line(one) or isinstance(one, _ATOMS) else [Cell(_shown(one), _OF_VALUE)] for one in x
        ]
    raise InvalidFactError("table", "x", _NO_RECORD, x)


def _parts(whole: Any, part: Text | None, order: tuple[int, ...]) -> Iterator[Row]:  # noqa: ANN401  # any record
    """Yield what a record holds beside its lines, then each line, part by part."""
    own: Row = []
    below: list[Row] = []
    fields = [(field, getattr(whole, field.attribute)) for field in _fields_of(type(whole))]
    kinds = {_item_of(field.kind) for field, _ in fields}
    for at, (field, value) in enumerate(fields, 1):
        own_label = getattr(value, "label", None)  # as a figure has one, by whatever name a law has it
        label = own_label if isinstance(own_label, Text) else field.label
        within = label if part is None else _WITHIN.filled({"whole": part, "part": label})
        lines = (value,) if _is_record(value) and type(value) in kinds else _lines(field.kind, value)
        if lines is not None:
            below += [[Cell(within, _OF_PART), *_cells(line, (*order, at))] for line in lines]
        elif _is_record(value) and _holds_lines(type(value), value):
            below += _parts(value, within, (*order, at))
        else:
            own += cells_of(field, value, Cell(None, _NOWHERE, (*order, 0, at)))
    if own:
        yield [Cell(part or _SUMMARY, _OF_PART), *own]
    yield from below


def _cells(one: Any, order: tuple[int, ...] = ()) -> Row:  # noqa: ANN401  # any record
    """Return the cells of a record; what it holds of its own kind are rows already."""
    if isinstance(one, Reading):
        one = _Taken(one.question, one.says, one.name, one.clause, one.why)
    return [
        cell
        for at, field in enumerate(_fields_of(type(one)))
        if _item_of(field.kind) is not type(one)
        for cell in cells_of(field, getattr(one, field.attribute), Cell(None, _NOWHERE, (*order, at)))
    ]


def cells_of(field: FieldOf, value: Any, above: Cell = _TOP) -> Iterator[Cell]:  # noqa: ANN401  # any value
    """Yield the cell of a field; of a record within the record, or where one may be, the cells of its fields."""
    whole = above.column
    is_top = whole is _NOWHERE
    name = field.name if is_top else f"{whole.name}.{field.name}"
    title = field.label if is_top else _WITHIN.filled({"whole": whole.title, "part": field.label})
    kind = getattr(field.kind, "__supertype__", Decimal if field.kind is Rate else field.kind)
    column = Column(name, title, kind if kind in PLAIN else str, field.in_yuan)
    is_any = field.kind in (object, Any)
    within = _record_in(field.kind if value is None else object if is_any else type(value))
    if within is None or name.count(".") >= _DEEPEST or (value is None and _holds_lines(within)):
        yield Cell(_shown(value, field), column, above.order)
        return
    for at, inner in enumerate(_fields_of(within)):
        below = None if value is None else getattr(value, inner.attribute)
        yield from cells_of(inner, below, Cell(None, column, (*above.order, at)))


def _fields_of(kind: type[Any]) -> list[FieldOf]:
    """Return the fields of a record that are told; all of those of one that else stands in one cell."""
    return [field for field in fields_of(kind) if field.is_shown or issubclass(kind, _ATOMS)]


def _record_in(kind: Any) -> type[Any] | None:  # noqa: ANN401  # any type
    """Return the record that a type is; None where it is none, or stands in one cell."""
    kind = get_origin(kind) or kind
    return kind if attrs.has(kind) and not issubclass(kind, _ATOMS) else None


def _is_record(value: object) -> bool:
    return _record_in(type(value)) is not None


def _is_line(value: object) -> bool:
    return isinstance(value, Reading) or _is_record(value)


def _item_of(kind: Any) -> type[Any] | None:  # noqa: ANN401  # any type
    """Return the record, or reading, that a type of sequence holds."""
    item = get_args(kind)[0] if get_origin(kind) in _SEVERAL else None
    return item if item is Reading else _record_in(item)


def _lines(kind: Any, value: Any) -> tuple[Any, ...] | None:  # noqa: ANN401  # any type, any value
    """Return the records of a sequence of them; None where it is none."""
    is_one = isinstance(value, _SEVERAL) and len(value) > 0 and all(map(_is_line, value))
    return tuple(value or ()) if is_one or _item_of(kind) is not None else None


def _holds_lines(kind: type[Any], value: object = None) -> bool:
    fields = _fields_of(kind) if attrs.has(kind) else ()
    return any(_lines(one.kind, getattr(value, one.attribute, None)) is not None for one in fields)


def _shown(value: Any, field: FieldOf | None = None) -> Any:  # noqa: ANN401  # any value
    """Return a value as a cell has it: ids masked; what is no single value, in words."""
    match value:
        case str() | Discreet():
            is_of_a_person = field is not None and Discreet in get_args(field.kind)
            return (masked if is_of_a_person else mask)(printable(str(value)))
        case Text():
            return Text(mask(value.zh), mask(value.en))
        case None | bool() | int() | Decimal() | Fraction() | date() | Enum() | Clause() | Rate():
            return value
        case _:
            return Text(*(mask(printable(_words(value, language))) for language in ("zh", "en")))


def _words(value: Any, language: Language) -> str:  # noqa: ANN401  # any value
    match value:
        case Statute():
            return _words(value.departures() or _AS_IT_STANDS, language)
        case Fact(label=label, value=within, in_yuan=in_yuan):
            said = told(within, language, in_yuan=True) if in_yuan else _words(within, language)
            return _NAMED.say(language, name=label, value=said)
        case type():
            return value.question.say(language) if issubclass(value, Reading) else value.__name__
        case Mapping():
            return _words(tuple(value.items()), language)
        case tuple() | list() | frozenset():
            several = sorted(value, key=str) if isinstance(value, frozenset) else value
            told_of = [one for one in several if not (isinstance(one, Fact) and isinstance(one.value, Statute))]
            between = "；" if is_chinese(language) else "; "
            return between.join(_item(one, language) for one in told_of)
        case _:
            return told(value, language)


def _item(value: Any, language: Language) -> str:  # noqa: ANN401  # any value
    """Return one of several values in words: a pair under its name."""
    match value:
        case (str() | Reading() as name, within):
            return _NAMED.say(language, name=name, value=_words(within, language))
        case _:
            return _words(value, language)


def said(cell: Any, language: Language, column: Column) -> str:  # noqa: ANN401  # any value
    """Return a cell in words; nothing for None."""
    match cell:
        case None:
            return ""
        case Decimal() if column.in_yuan:
            return written_amount(cell)
        case Reading():
            return cell.says.say(language)
        case _:
            return written(cell, language)
