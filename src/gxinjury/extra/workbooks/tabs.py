"""The sheets of a case (案情工作簿的工作表), read off the sections of a case file: a field more is a column more.

What happens once stands down the page of the first sheet, line by line; of what happens several times each has a row of
a sheet. What belongs to an accident or a disease, as its costs, has a sheet of its own that says to which.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Final, TypeAlias

import attrs

from gxinjury.codec.forms import form_of, forms_in
from gxinjury.codec.kinds import Form, Listed, OneOf, Readings, Record
from gxinjury.codec.names import readings_by_name
from gxinjury.extra.cases.field_notes import note_on, plain_form
from gxinjury.extra.cases.layout import Sections
from gxinjury.fields import FieldOf, field_of
from gxinjury.interpretations import Reading
from gxinjury.texts import Language, Text

Keys: TypeAlias = tuple[str, ...]

_PROJECT: Final = Text(zh="项目", en="project")
_PART: Final = Text(zh="{whole}·{part}", en="{whole}: {part}")
_IN_YUAN: Final = Text(zh="{name}（元）", en="{name} (yuan)")
_NO_GROUP: Final = Text(zh="", en="")
NUMBER: Final = "#"
"""The key of the column that numbers rows, or says to which a row belongs."""
_NUMBERS: Final = Text(zh="编号", en="number")
_BELONGS: Final = Text(zh="属于哪一项", en="belongs to")
NAME: Final = "name"
"""The field of a record that a text stands for where it stands for the record, as of a worker."""


@attrs.frozen
class Column:
    """A field as a column, or a line down the page.

    Args:
        keys: Where its value lies in the data of a row.
        field: What the record says of it.
        form: The form of its value.
        owner: The record.
        group: The record within the row that it belongs to, where there need be none; empty for none.
        required: Whether every row must have it.
    """

    keys: Keys
    field: FieldOf
    form: Form
    owner: type[Any]
    group: Text
    required: bool

    @property
    def label(self) -> Text:
        """What it is called on its sheet."""
        return _PART.filled({"whole": self.group, "part": self.field.label}) if self.group.zh else self.field.label

    def title(self, language: Language) -> str:
        """Return what is written over it: a star where it is required, the unit of an amount."""
        told = self.label.say(language)
        if self.field.in_yuan:
            told = _IN_YUAN.say(language, name=told).replace("）（", "，")
        return "*" * self.required + capitalised(told)

    def note(self, language: Language) -> str:
        """Return what to fill in."""
        return note_on(self.field, self.owner, language, required=self.required)


@attrs.frozen
class Tab:
    """A sheet of a case.

    Args:
        title: What it is called.
        keys: Where its rows lie: below the whole, or below each of its parents.
        columns: Its columns.
        is_list: Whether there may be several rows; else the whole, or a parent, has one.
        parents: The sheets to whose rows its rows belong, by their keys.
        has_below: Whether rows of other sheets belong to its rows, which are numbered therefore.
    """

    title: Text
    keys: Keys
    columns: tuple[Column, ...]
    is_list: bool
    parents: tuple[Keys, ...] = ()
    has_below: bool = False

    @property
    def is_down(self) -> bool:
        """Whether it is filled in once, each field with a note beside it."""
        return not self.is_list and not self.parents

    def place(self, line: int, at: int) -> tuple[int, int]:
        """Return row and column of a field of a line: of a list lines are rows, else fields stand below each other.

        On the first line are the hidden names of the fields, on the second what they are called.
        """
        return (line, at) if self.is_list else (at, line)

    @property
    def is_numbered(self) -> bool:
        """Whether its first column numbers the rows, or says to which they belong."""
        return bool(self.parents) or self.has_below

    @property
    def number_label(self) -> Text:
        """What that column is called."""
        return _BELONGS if self.parents else _NUMBERS

    def key(self, column: Column | None) -> str:
        """Return the hidden name of a column, by which a workbook is read; None: of the numbers."""
        above = ".".join((*(["*"] if self.parents else []), *self.keys))
        return f"{above}:{NUMBER if column is None else '.'.join(column.keys)}"


def capitalised(text: str) -> str:
    """Return a text as it begins a cell."""
    return text[:1].upper() + text[1:]


@cache
def tabs() -> tuple[Tab, ...]:
    """Return the sheets of a case.

    >>> [tab.title.zh for tab in tabs()][:4]
    ['项目', '缴费记录', '造价变动', '工期变动']
    """
    found: dict[object, Tab] = {}
    whole, below = _split(Sections, (), _NO_GROUP, required=True)
    labels = Counter(one for column in whole for one in (column.field.label.zh, column.field.label.en))
    of_sections = sorted(whole, key=lambda column: len(column.keys) == 1)  # what is of no section comes last
    found[()] = Tab(_PROJECT, (), tuple(_if_twice(column, labels) for column in of_sections), is_list=False)
    for part in below:
        for tab in _tabs_of(part, ()):
            known = found.setdefault((bool(tab.parents), tab.keys), tab)
            if known is not tab:  # of accidents and of diseases alike
                found[True, tab.keys] = attrs.evolve(known, parents=(*known.parents, *tab.parents))
    return tuple(found.values())


@attrs.frozen
class _Below:
    """What is no column of its record's sheet but has one of its own."""

    keys: Keys
    label: Text
    form: Form
    group: Text


def _tabs_of(part: _Below, parents: tuple[Keys, ...]) -> Iterator[Tab]:
    """Yield the sheet of a part, then those of what belongs to its rows."""
    if isinstance(part.form, Readings):
        yield Tab(part.label, part.keys, _readings(), is_list=False)
        return
    is_list = isinstance(part.form, Listed)
    item: Any = part.form.inner if isinstance(part.form, Listed) else part.form
    columns, below = _split(item.kind, (), _NO_GROUP, required=True)
    numbered = bool(below) and not parents
    yield Tab(part.label, part.keys, tuple(columns), is_list=is_list, parents=parents, has_below=numbered)
    for one in below:
        within = attrs.evolve(one, keys=(*part.keys, *one.keys) if parents else one.keys)
        yield from _tabs_of(within, parents or (part.keys,))


def _split(kind: type[Any], keys: Keys, group: Text, *, required: bool) -> tuple[list[Column], list[_Below]]:
    """Return the columns of a record, those of records within it among them, and what has sheets of its own."""
    columns: list[Column] = []
    below: list[_Below] = []
    for field, whole_form in forms_in(kind):
        form, at = plain_form(whole_form), (*keys, field.name)
        record = form.record if isinstance(form, OneOf) else form
        is_needed = required and field.needed and not field.optional
        match record if isinstance(record, Record) else form:
            case Record(inner) if kind is Sections or not any(_has_rows(one) for _, one in forms_in(inner)):
                named = _PART.filled({"whole": group, "part": field.label}) if group.zh else field.label
                more, apart = _split(inner, at, _NO_GROUP if is_needed else named, required=is_needed)
                columns += more
                below += apart
            case Record() | Readings() as one:
                below.append(_Below(at, field.label, one, group))
            case Listed() as one if _has_rows(one):
                below.append(_Below(at, field.label, one, group))
            case _:
                columns.append(Column(at, field, form, kind, group, is_needed))
    return columns, below


def _has_rows(form: Form) -> bool:
    return isinstance(form, Listed) and isinstance(form.inner, Record)


def _if_twice(column: Column, labels: Counter[str]) -> Column:
    """Return a line of the first sheet, which has headings, with its group only where its label comes twice."""
    is_twice = max(labels[column.field.label.zh], labels[column.field.label.en]) > 1
    return column if is_twice else attrs.evolve(column, group=_NO_GROUP)


def _readings() -> tuple[Column, ...]:
    """Return the readings, each as a field of which one member is chosen."""
    return tuple(
        Column((name,), _asked(name, kind), form_of(kind), kind, _NO_GROUP, required=False)
        for name, kind in readings_by_name("gxinjury").items()
    )


def _asked(name: str, kind: type[Reading]) -> FieldOf:
    hint: Any = Annotated[kind, kind.question]
    return field_of(kind, name, hint, None)
