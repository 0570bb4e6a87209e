"""Stretches of days on which a figure says one thing: as few as can be, each with the day that it was verified to."""

from collections.abc import Sequence
from datetime import date

from gxinjury.extra.frames._figures import Stretch, _stretches, stretches, turns_after
from gxinjury.law import LAW
from gxinjury.series import YearSeries, year_figure
from gxinjury.texts import Text


def merged(said: Sequence[tuple[int | None, date | None]]) -> list[int]:
    """The years from which a figure says another thing, of what is said from each year on."""
    by_year = {date(2010 + place, 1, 1): one for place, one in enumerate(said)}
    turns = reversed(by_year)
    return [one.first.year for one in _stretches([], turns, lambda day: Stretch(day, by_year[day][0], by_year[day][1]))]


def test_days_that_say_the_same_are_one_stretch() -> None:
    """Value, refusal and the day of verification are what counts."""
    then, later = date(2009, 1, 1), date(2009, 7, 1)
    assert merged([(1, None), (1, None), (2, None), (2, None), (1, None)]) == [2010, 2012, 2014]
    assert merged([(None, None), (None, None), (1, None), (None, None)]) == [2010, 2012, 2013]
    assert merged([(1, then), (1, then), (1, later), (1, None)]) == [2010, 2012, 2013]


def test_a_figure_has_nothing_before_its_first_day() -> None:
    """And is doubted after the day it was verified through."""
    found = [(one.first, one.value is None, one.through) for one in stretches(LAW.project_premium_rate)]
    assert found == [
        (date(1900, 1, 1), True, None),
        (date(2015, 1, 1), False, None),
        (date(2020, 6, 1), False, date(2020, 5, 31)),
    ]


def test_the_value_of_the_year_before_turns_with_each_year() -> None:
    """Where a year begins whose year before has a value, and where the next one begins, whether or not it has one."""
    told = Text(zh="试", en="a trial")
    entries = tuple(year_figure(year, 1, told) for year in (2020, 2022))
    series = YearSeries("craters", told, LAW.guangxi_on_post.clause, entries)
    assert sorted(one.year for one in turns_after(series)) == [2021, 2022, 2023, 2024]
    assert {(one.month, one.day) for one in turns_after(series)} == {(1, 1)}
