"""The list of figures: every value, its standing, its source, in both languages."""

from datetime import date

import attrs
import pytest

from gxinjury import LAW
from gxinjury.errors import InvalidFactError
from gxinjury.law.figures.listing import figure_lines, listed_figures
from gxinjury.texts import Language


def test_lists_every_figure_of_the_law() -> None:
    """All figures are listed with all their values, in the law's order."""
    listed = listed_figures()
    assert [one.name for one in listed] == [*LAW.figures()]
    for one in listed:
        assert [value.entry for value in one.values] == [*LAW.figures()[one.name].entries]


def test_lists_one_by_name() -> None:
    """A name picks one figure."""
    [one] = listed_figures("minimum_wages")
    assert one.label.en == "minimum wages, in yuan"


def test_an_unknown_name_is_refused() -> None:
    """A name that the law does not have is an error that lists those it has."""
    with pytest.raises(InvalidFactError, match=r"must be one of .*nanning_on_post"):
        listed_figures("nanning")


def test_lists_the_law_given() -> None:
    """Another law is listed as it is: here, what was known on a day."""
    [one] = listed_figures("urban_disposable_income", law=LAW.known_on(date(2012, 1, 17)))
    assert one.values[-1].entry.first == date(2011, 1, 1)


def test_lines_in_english() -> None:
    """A value is told with its standing, source, days and note."""
    [one] = listed_figures("urban_disposable_income")
    lines = [*figure_lines(one, "en")]
    assert lines[0] == "urban_disposable_income  national urban disposable income per head  [REG-39]"
    assert lines[-4:] == [
        "  of 2025  56,502.00 yuan  (derived from published values)",
        "      source: https://www.etnet.com.hk/www/tc/stocks/ah_news_detail.php?newsid=ETN360119754",
        "      announced on: 2026-01-19",
        "      note: the income is from one press report; 20 times it, 1,130,040, is arithmetic, not seen published",
    ]


def test_lines_in_chinese() -> None:
    """In Chinese likewise, records field by field."""
    [one] = listed_figures("minimum_wages")
    lines = [*figure_lines(one, "zh")]
    assert lines[0] == "最低工资标准（元）（minimum_wages）  [MINWAGE-classes]"
    assert "三类每月：1,870.00 元" in lines[-4]
    assert lines[-2] == "      核实至：2026-01-01"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_values(language: Language) -> None:
    """A figure without values says so."""
    law = attrs.evolve(LAW, guangxi_private=attrs.evolve(LAW.guangxi_private, entries=()))
    [one] = listed_figures("guangxi_private", law=law)
    assert [*figure_lines(one, language)][1:] == ["  没有任何数值" if language == "zh" else "  no values at all"]


def test_an_amount_is_told_in_yuan_in_both_languages() -> None:
    """A figure in yuan is listed as an amount, in Chinese as in English."""
    (figure,) = listed_figures("nanning_on_post")
    (of_2023,) = (one.value for one in figure.values if one.when.en == "of 2023")
    assert (of_2023.zh, of_2023.en) == ("112,501.00 元", "112,501.00 yuan")
