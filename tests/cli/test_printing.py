"""Columns and lines of text in which a Chinese character is two columns wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.cli.printing import cited, left, page_width, right, table, width, wrapped
from gxinjury.law.clauses import NN

TEXTS = st.text(st.sampled_from("应缴，。（）“”： ab1.,%‰"), max_size=60)


class TestWidth:
    """East Asian wide and full-width characters take two columns."""

    @pytest.mark.parametrize(
        ("text", "columns"), [("", 0), ("due", 3), ("应缴", 4), ("１", 2), ("，", 2), ("1.3‰", 4), ("e\u0301", 1)]
    )
    def test_counts_columns(self, text: str, columns: int) -> None:
        """A combining accent takes none."""
        assert width(text) == columns

    @given(TEXTS, st.integers(0, 10))
    def test_padding_fills(self, text: str, more: int) -> None:
        """A padded text takes exactly the columns, the text kept."""
        columns = width(text) + more
        assert width(left(text, columns)) == width(right(text, columns)) == columns
        assert left(text, columns).startswith(text)
        assert right(text, columns).endswith(text)


class TestTable:
    """Rows in columns."""

    def test_lines_up_both_scripts(self) -> None:
        """Texts flush left, numbers flush right, whatever the script."""
        assert table([["应缴", "130,000.00", "元"], ["due", "1.00", "yuan"]], numbers=[1]) == [
            "应缴  130,000.00  元",
            "due         1.00  yuan",
        ]

    def test_leaves_out_what_is_empty(self) -> None:
        """A column of nothing takes no room, and no line ends in blanks."""
        assert table([["a", "", "b"], ["aa", "", ""]]) == ["a   b", "aa"]

    @given(st.lists(st.lists(st.text("ab应1", min_size=1, max_size=4), min_size=1, max_size=3), min_size=1, max_size=4))
    def test_loses_no_cell(self, rows: list[list[str]]) -> None:
        """Each cell stands in its row; rows that have not the same columns make no table."""
        if len({len(row) for row in rows}) > 1:
            with pytest.raises(ValueError, match="argument"):
                table(rows)
        else:
            assert [line.split() for line in table(rows)] == rows


class TestWrapping:
    """Sentences in lines."""

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("", [""]),
            ("paid late", ["paid late"]),
            ("paid in parts", ["paid in", "parts"]),
            ("应缴未缴，已缴", ["应缴未缴，", "已缴"]),
            ("应缴未缴的，已缴", ["应缴未缴", "的，已缴"]),
            ("应缴（未缴）", ["应缴（未", "缴）"]),
            ("应缴未缴（多缴）", ["应缴未缴", "（多缴）"]),
            ("unbreakable-as-it-is", ["unbreakable-as-it-is"]),
            ("  paid late", ["paid late"]),
            ("paid in   one", ["paid in", "one"]),
        ],
    )
    def test_breaks_where_it_may(self, text: str, lines: list[str]) -> None:
        """At blanks, and between Chinese characters but not before a comma or behind an opening bracket."""
        assert list(wrapped(text, 10 if "（" not in text else 9)) == lines

    @given(TEXTS, st.integers(20, 60))
    def test_loses_nothing(self, text: str, columns: int) -> None:
        """But for blanks every character is there, in order, and the first line has its mark."""
        lines = list(wrapped(text, columns, first="- ", then="  "))
        assert lines[0].startswith("-")
        assert "".join(lines)[1:].replace(" ", "") == text.replace(" ", "")

    @given(st.text(st.sampled_from("应缴未 ab"), max_size=80).filter(lambda text: "ababab" not in text))
    def test_keeps_within_the_page(self, text: str) -> None:
        """No line is wider than the page, as long as no word is."""
        words = text.split(" ")
        longest = max(width("".join(one for one in word if one in "ab")) for word in words)
        assert all(width(line) <= max(20, longest + 2) for line in wrapped(text, 20, first="- ", then="  "))


def test_clauses_are_cited_once() -> None:
    """Each once, in order, and nothing for none."""
    one, other = NN.clause("1.1.2"), NN.clause("1.1.4")
    assert cited([one, other, one, None]) == "[NN-1.1.2, NN-1.1.4]"
    assert cited([None]) == cited([]) == ""


@pytest.mark.parametrize(("columns", "width_of_page"), [("10", 40), ("72", 72), ("300", 100)])
def test_the_page_is_neither_too_narrow_nor_too_wide(
    monkeypatch: pytest.MonkeyPatch, columns: str, width_of_page: int
) -> None:
    """As the terminal, between 40 and 100 columns."""
    monkeypatch.setenv("COLUMNS", columns)
    assert page_width() == width_of_page
