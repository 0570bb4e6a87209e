"""Entries of a timeline (时间线上的一期数值): a value, its days, its source, and how well it is established."""

from datetime import date
from enum import Enum
from typing import Annotated, Final, Generic, TypeVar

import attrs

from gxinjury.citations import Clause
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

V = TypeVar("V")


class Footing(Enum):
    """How well a figure is established."""

    PUBLISHED = Text(zh="已公布", en="published")
    SECONDARY = Text(zh="来自汇编资料", en="from a compiled table")
    DERIVED = Text(zh="由公布数值推算", en="derived from published values")
    INFERRED = Text(zh="推定", en="inferred")
    DRAFT = Text(zh="仅有草案", en="a draft")
    MISSING = Text(zh="未见公布", en="not published")
    PROPOSED = Text(zh="属于改革方案，并非现行", en="proposed by a reform, not in force")
    UNDATED = Text(zh="在所问之时是否已公布未能查明", en="not established to have been announced by then")


PUBLISHED: Final = Footing.PUBLISHED
USABLE: Final = (PUBLISHED, Footing.SECONDARY, Footing.DERIVED, Footing.INFERRED, Footing.PROPOSED)
"""How well a figure has to be established to be answered with; one that is not published answers with a caution."""


@attrs.frozen
class Entry(Record, Generic[V]):
    """A value and when it came into force.

    Args:
        first: The first day it is in force on.
        value: The value: a number, a rate, a table or a formula; None where it is missing or a draft.
        source: Where it stands, in both languages.
        standing: How well it is established.
        note: What to mind before relying on it; a look-up carries it as a caution.
        verified_through: The last day through which it was seen to hold; None where it needs no verifying.
        announced_on: The day it was announced, where known.
        announced_by: The day by which it was announced, where no more than that is known.
        last: The last day it is in force on; None where the next value ends it.
        clause: The clause that it rests on, where that is not the figure's.

    Raises:
        InvalidFactError: A day is none, or lies beyond the years of cases; the source is no text in both languages.
    """

    first: Annotated[date, Text("施行首日", "in force from")]
    value: Annotated[V, Text("数值", "value")]
    source: Annotated[Text, Text("出处", "source")]
    standing: Annotated[Footing, Text("确定程度", "standing")] = Footing.PUBLISHED
    note: Annotated[Text | None, Text("注意", "note")] = None
    verified_through: Annotated[date | None, Text("核实至", "verified through")] = None
    announced_on: Annotated[date | None, Text("公布日", "announced on")] = None
    announced_by: Annotated[date | None, Text("最迟公布日", "announced by")] = None
    last: Annotated[date | None, Text("施行末日", "in force to")] = None
    clause: Annotated[Clause | None, Text("条款", "clause")] = None

    __attrs_post_init__ = check_facts

    @property
    def when(self) -> Text:
        """The days it is in force on, as a text says them (from a day, from one day to another, of a year)."""
        if self.last is None:
            return Text(zh=f"自 {self.first} 起", en=f"from {self.first}")
        year = self.first.year
        if (self.first, self.last) == (date(year, 1, 1), date(year, 12, 31)):
            return Text(zh=f"{year}年", en=f"of {year}")
        return Text(zh=f"自 {self.first} 至 {self.last}", en=f"from {self.first} to {self.last}")

    def holds_on(self, day: date) -> bool:
        """Return whether it is in force on a day, as far as it says itself."""
        return self.first <= day and (self.last is None or day <= self.last)
