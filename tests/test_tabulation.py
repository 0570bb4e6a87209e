"""A record as a table, on a record of the Moon."""

from datetime import date
from typing import Annotated, Final

import attrs
import pytest

from gxinjury.errors import InvalidFactError
from gxinjury.facts import Yuan, amount
from gxinjury.records import Record, prints_itself
from gxinjury.tabulation import tabulated
from gxinjury.telling import told
from gxinjury.texts import Text


@attrs.frozen
class Crater(Record):
    """A crater to let."""

    rent: Annotated[Yuan, Text("月租", "rent")] = attrs.field(converter=amount)
    keeper: Annotated[str, Text("管理人", "keeper")]
    since: Annotated[date | None, Text("起租日", "since")] = None


@attrs.frozen
class Named(Record):
    """A crater that has a better line of its own."""

    name: str

    def __str__(self) -> str:
        return self.name


CRATER: Final = Crater(1000, "<Ana> 450103198001011233")


def test_a_record_prints_as_a_table() -> None:
    """A row a field, in English, ids masked; the table itself takes the language."""
    assert str(CRATER) == "field   value\nrent    1,000\nkeeper  <Ana> 4501************33\nsince"
    assert str(CRATER) == tabulated(CRATER).text("en")
    assert tabulated(CRATER, "zh-CN").text("zh").splitlines()[0] == "项目    内容"


def test_a_record_shows_itself_in_a_notebook() -> None:
    """As HTML, escaped."""
    html = CRATER._repr_html_()
    assert html.partition("<thead>")[2].startswith("<tr><th>field</th><th>value</th></tr></thead>")
    assert "<td>&lt;Ana&gt; 4501************33</td>" in html


def test_several_are_a_row_each() -> None:
    """Their fields are the columns, amounts flush right."""
    assert tabulated([CRATER, Crater(20, "Bo")]).text("zh").splitlines()[2] == "   20.00  Bo"


def test_what_holds_nothing_is_left_out() -> None:
    """Of columns that no row fills, where records print."""
    made = tabulated([CRATER, Crater(20, "Bo")])
    assert made.titles("en") == ["rent", "keeper", "since"]
    assert made.without_blanks().titles("en") == ["rent", "keeper"]
    assert [len(row) for row in made.without_blanks().rows] == [2, 2]
    assert made.without_blanks().language == made.language


def test_a_better_line_stays() -> None:
    """It is printed, and told within a sentence; any other record is told there field by field."""
    assert str(Named("Tycho")) == "Tycho"
    assert prints_itself(Named)
    assert not prints_itself(Crater)
    assert told(Named("Tycho"), "zh") == "Tycho"
    assert told(Crater(20, "Bo"), "zh") == "月租：20.00 元；管理人：Bo"


def test_what_is_no_record_is_refused() -> None:
    """A number, say."""
    with pytest.raises(InvalidFactError, match="must be a record"):
        tabulated(3)
