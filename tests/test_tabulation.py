"""A record as a table, on a record of the Moon."""

from datetime import date
from typing import Annotated, Final

import attrs
import pytest

from gxinjury.citations import Status
from gxinjury.errors import InvalidFactError
from gxinjury.facts import Yuan, amount
from gxinjury.money import Share
from gxinjury.periods import Period
from gxinjury.records import FreeText, Record, free_text, prints_itself
from gxinjury.tabulation import Table, tabulated
from gxinjury.telling import told
from gxinjury.texts import Text
from tests.words_check import HAN


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


@attrs.frozen
class Land(Record):
    """A stretch of the Moon, with a crater of its own and craters in lines."""

    name: Annotated[str, Text("名称", "name")]
    best: Annotated[Crater | None, Text("最好的", "best")]
    others: Annotated[tuple[Crater, ...], Text("其余", "others")] = ()
    tax: Annotated[object, Text("税", "tax")] = None


@attrs.frozen
class Moon(Record):
    """A land and seas: lines below lines."""

    land: Annotated[Land, Text("陆", "land")]
    days: Annotated[Period, Text("日期", "days")]
    seas: Annotated[tuple[Land, ...], Text("海", "seas")] = ()


@attrs.frozen
class Claim(Record):
    """Somebody's claim to a land, which holds lines; None where there is none."""

    by: Annotated[str, Text("主张人", "by")]
    land: Annotated[Land | None, Text("陆", "land")] = None


CRATER: Final = Crater(1000, "<Ana> 450103198001011233")
ANA, BO = Crater(1000, "Ana"), Crater(20, "Bo", date(2001, 1, 1))


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


@pytest.mark.parametrize(
    ("of", "lines"),
    [
        (
            Land("A", ANA, (ANA, BO), Share(1, 2)),
            [
                "part     name  tax      rent  keeper  since",
                "summary  A     1/2",
                "best                1,000.00  Ana",
                "others              1,000.00  Ana",
                "others                 20.00  Bo      2001-01-01",
            ],
        ),
        (
            Land("A", None, (ANA,), (BO, ANA)),
            [
                "part     name  best · rent  best · keeper  best · since      rent  keeper  since",
                "summary  A",
                "others                                                   1,000.00  Ana",
                "tax                                                         20.00  Bo      2001-01-01",
                "tax                                                      1,000.00  Ana",
            ],
        ),
        (
            Land("A", None, (), ("x",)),
            [
                "part     name  best · rent  best · keeper  best · since  tax",
                "summary  A                                               x",
            ],
        ),
        (Land("A", None, (), ()), ["part     name  best · rent  best · keeper  best · since  tax", "summary  A"]),
        (Land("A", None), ["part     name  best · rent  best · keeper  best · since  tax", "summary  A"]),
        (
            [Land("A", None), Land("B", ANA, (BO,))],
            [
                "name  best · rent  best · keeper  best · since  others                                        tax",
                "A",
                "B        1,000.00  Ana                          rent 20.00 yuan; keeper Bo; since 2001-01-01",
            ],
        ),
        (
            Moon(Land("A", ANA), Period(date(2001, 1, 1), date(2001, 1, 31)), (Land("B", None), Land("C", BO))),
            [
                "部分  日期·首日   日期·末日   名称  最好的·月租  最好的·管理人  最好的·起租日  其余  税",
                "概要  2001-01-01  2001-01-31",
                "陆                            A        1,000.00  Ana",
                "海                            B",
                "海                            C           20.00  Bo             2001-01-01",
            ],
        ),
        (
            [BO, Land("B", ANA)],
            [
                " rent  name  keeper  best · rent  best · keeper  best · since  since       others  tax",
                "20.00        Bo                                                2001-01-01",
                "       B                1,000.00  Ana",
            ],
        ),
        ([Claim("Ana")], ["by   land", "Ana"]),
        (
            [Claim("Ana"), Claim("Bo", Land("A", None))],
            [
                "主张人  陆·名称  陆·最好的·月租  陆·最好的·管理人  陆·最好的·起租日  陆·其余  陆·税",
                "Ana",
                "Bo      A",
            ],
        ),
        ([BO, 3], ["value   rent  keeper  since", "       20.00  Bo      2001-01-01", "3"]),
        ({"a": BO, "b": ANA}, ["    rent  keeper  since", "   20.00  Bo      2001-01-01", "1,000.00  Ana"]),
        ([], [""]),
    ],
)
def test_how_a_record_is_laid_out(of: object, lines: list[str]) -> None:
    """What it holds beside its lines first, then its lines, part by part; of several, a column a field, in order."""
    language = "zh" if HAN.search(lines[0]) else "en"
    assert str(tabulated(of, language)).split("\n") == lines


@pytest.mark.parametrize(
    ("several", "zh", "en"),
    [
        (("x", "y"), "x；y", "x; y"),
        (("y", "x", "z"), "y；x；z", "y; x; z"),
        ((("x", 1), ("y", True)), "x：1；y：是", "x: 1; y: yes"),
        ({"x": ("a", "b"), "y": None}, "x：a；b；y：无", "x: a; b; y: none"),
        (frozenset({"b", "a"}), "a；b", "a; b"),
        ((), "", ""),
    ],
)
def test_several_values_stand_in_one_cell(several: object, zh: str, en: str) -> None:
    """One after the other, pairs under their names: two texts are no pair."""
    [[*_, cell]] = tabulated([Land("A", None, tax=several)]).rows
    assert cell == Text(zh=zh, en=en)


def test_a_row_that_does_not_fit_its_columns_is_not_printed() -> None:
    """A cell more or less would move what stands behind it under another title."""
    made = tabulated([ANA])
    for row in ((1,), (1, 2, 3, 4)):
        table = Table(made.columns, (row,))
        for shown in (str, Table._repr_html_):
            with pytest.raises(ValueError, match="zip"):
                shown(table)


def test_how_html_stands() -> None:
    """Columns as wide as their widest cell, at most so many letters, and two more; numbers flush right."""
    html = tabulated([Crater(20, "x" * 33), Crater(1000, "月" * 15)], "zh")._repr_html_()
    assert html.startswith('<table lang="zh" style="display:block;overflow-x:auto"><colgroup>')
    assert [part.partition("ch")[0] for part in html.split("width:")[1:]] == ["10", "34", "8"]
    assert '<th style="text-align:right">月租</th><th>管理人</th>' in html
    assert '<td style="text-align:right">1,000.00</td>' in html


@pytest.mark.parametrize("given", [3, "Ana", b"Ana", Status])
def test_what_is_no_record_is_refused(given: object) -> None:
    """A number, say, or a text, which is a sequence of letters, or an enum, which is one of its members."""
    with pytest.raises(InvalidFactError, match="must be a record"):
        tabulated(given)


@attrs.frozen
class Lease(Record):
    """A lease: what is said of a person in it may be an id of any kind."""

    tenant: Annotated[FreeText, Text("承租人", "tenant")] = attrs.field(converter=free_text)
    number: Annotated[str, Text("编号", "number")]
    notes: Annotated[tuple[str, ...], Text("备注", "notes")] = ()


def test_what_is_typed_in_of_a_person_is_masked_whatever_its_form() -> None:
    """A number that looks like a passport's is hidden there, and told elsewhere; an id known by its form is nowhere."""
    lease = Lease("Ana E12345678", "E12345678", ("E12345678", "450103198001011233"))
    assert str(lease).splitlines()[1:] == [
        "tenant  Ana E******78",
        "number  E12345678",
        "notes   E12345678; 4501************33",
    ]
    assert str(tabulated([("E12345678", "x")])) == "value\nE12345678; x"


@attrs.frozen
class Nest(Record):
    """A nest within a nest."""

    name: Annotated[str, Text("名称", "name")]
    within: Annotated["Nest | None", Text("之内", "within")] = None


def test_what_lies_deeper_stands_in_one_cell() -> None:
    """Four records below, what is left is told in words."""
    nest = Nest("0")
    for size in range(1, 7):
        nest = Nest(str(size), nest)
    made = tabulated([nest])
    assert [column.name for column in made.columns] == [
        *(f"{depth * 'within.'}name" for depth in range(5)),
        ".".join(5 * ["within"]),
    ]
    assert made.rows[0][-1] == Text(zh="名称：1；之内：名称：0", en="name 1; within name 0")


@attrs.frozen
class Twin(Record):
    """Two names that are called alike."""

    one: Annotated[str, Text("名称", "name")]
    other: Annotated[str, Text("名称", "name")]


def test_columns_that_are_called_alike_bear_their_names_in_code() -> None:
    """All but the first."""
    assert str(tabulated([Twin("a", "b")])) == "name  name (other)\na     b"


@attrs.frozen
class Find(Record):
    """Something found: a crater, or so many stones."""

    what: Annotated[Crater | int, Text("所得", "what")]


def test_what_is_a_record_in_one_row_and_none_in_another_has_both_columns() -> None:
    """One for what it is as a whole, and those of its fields."""
    made = tabulated([Find(3), Find(BO)])
    assert [column.name for column in made.columns] == ["what", "what.rent", "what.keeper", "what.since"]
    assert made.rows == ((3, None, None, None), (None, 20, "Bo", date(2001, 1, 1)))
