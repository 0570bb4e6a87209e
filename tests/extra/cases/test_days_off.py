"""Days off that a case supplies: the record, how a file says it, and the calendar that takes it."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, explain
from gxinjury.codec import FileError
from gxinjury.construction import Contract, ProjectCase
from gxinjury.determination import employer_deadline
from gxinjury.extra.calendars import GuangxiCalendar, calendar_named, guangxi, national
from gxinjury.extra.cases.days_off import CALENDARS, DaysOff, Where, supplied
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.reading import read_days_off, structure_case, unstructure_case
from gxinjury.extra.strategies import days_off
from gxinjury.law.holidays import NationalDays, OwnDays
from tests.bad_input import refused

CONTRACT: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
OFF: Final = (date(2026, 4, 20), date(2026, 4, 21))
WORKED: Final = (date(2026, 4, 25),)
OWN: Final = DaysOff(OFF, WORKED, source="No. 1")
COUNTRY: Final = DaysOff((date(2027, 4, 5),), where=Where.NATIONAL)


def faults(given_days: object) -> list[str]:
    """Return what is wrong with a section of a case file, a line each."""
    with pytest.raises(FileError) as caught:
        structure_case({"contract": CONTRACT, "days_off": given_days}, "case.toml")
    assert len(caught.value.text("zh").splitlines()) == len(caught.value.text("en").splitlines())
    return [line.removeprefix("case.toml: ") for line in caught.value.text("en").splitlines()]


class TestDaysOff:
    """A year's notice."""

    def test_year(self) -> None:
        """The year is that of its first day; a withdrawn notice names it."""
        assert (OWN.year, COUNTRY.year, DaysOff(year=2020).year) == (2026, 2027, 2020)
        assert DaysOff([*OFF]) == DaysOff(OFF, year=2026)
        december = (date(2028, 1, 1), date(2027, 12, 31))
        assert DaysOff(december, where=Where.NATIONAL).year == 2028

    def test_notice(self) -> None:
        """It is Guangxi's or the country's, as a calendar takes it."""
        assert isinstance(OWN.notice, OwnDays)
        assert isinstance(COUNTRY.notice, NationalDays)
        assert (OWN.notice.off, OWN.notice.worked) == (OFF, WORKED)

    def test_doubt(self) -> None:
        """That it is supplied is told, with its source where it has one."""
        told = [one.notice.doubt for one in (OWN, COUNTRY)]
        assert [one and one.en for one in told] == [
            "the days off of 2026 (Guangxi) are supplied (No. 1), not verified",
            "the days off of 2027 (national) are supplied, not verified",
        ]
        assert [one and one.zh for one in told] == [
            "2026年广西放假安排由使用者提供（No. 1），未经核对",
            "2027年全国放假安排由使用者提供，未经核对",
        ]

    @pytest.mark.parametrize(
        ("given", "field", "rule"),
        [
            ({}, "year", "must be given where no day off is named"),
            ({"off": [date(2026, 5, 4)]}, "off[0]", "must lie between 20 March and 30 April"),
            ({"off": [*OFF], "year": 2025}, "off[0]", "must lie in 2025, the year of the notice"),
            ({"off": [*OFF], "worked": [OFF[1]]}, "worked[0]", "must not be a day off and a working day at once"),
            ({"off": "2026-04-20"}, "off", "must be a sequence of date"),
            ({"off": [*OFF], "where": "guangxi"}, "where", "must be of type Where"),
            ({"off": [*OFF], "source": ""}, "source", "must be a text that is not empty"),
            ({"where": Where.NATIONAL}, "year", "must be a year, a whole number from 1900 to 2199"),
            ({"where": Where.NATIONAL, "year": 2027}, "off", "must name a day off at least"),
        ],
    )
    def test_slips(self, given: dict[str, Any], field: str, rule: str) -> None:
        """Each is refused by the name of the record, as a case file has it."""
        with refused("DaysOff", field, rule):
            DaysOff(**given)

    def test_supplied(self) -> None:
        """A file's notice comes in place of the case's of the same year and place, and beside all others."""
        other = DaysOff(year=2026)
        assert supplied([OWN, COUNTRY], [other]) == (other, COUNTRY)
        assert supplied([OWN], [COUNTRY]) == (OWN, COUNTRY)
        same_year = DaysOff((date(2026, 5, 1),), where=Where.NATIONAL)
        assert supplied([OWN], [same_year]) == (OWN, same_year)


class TestCalendarNamed:
    """The calendar of a name, with what is supplied."""

    def test_names(self) -> None:
        """None, the country's, Guangxi's."""
        assert [calendar_named(name) for name in CALENDARS] == [None, national(), guangxi()]
        with refused("calendar_named", "name", "must be one of none, national, guangxi", got="'moon'"):
            calendar_named("moon")
        slip: Any = [OFF[0]]
        with refused("calendar_named", "days_off[0]", "must be of type DaysOff"):
            calendar_named("none", slip)

    def test_takes_what_is_supplied(self) -> None:
        """Guangxi's takes both kinds, the country's its own only."""
        found = calendar_named("guangxi", [OWN, COUNTRY])
        assert isinstance(found, GuangxiCalendar)
        assert [found.is_day_off(day) for day in (*OFF, *WORKED, date(2026, 4, 22))] == [True, True, False, False]
        assert [found.is_day_off(date(2027, 4, day)) for day in (5, 6)] == [True, None]
        assert [found.is_day_off(date(2027, 6, day)) for day in (4, 5)] == [False, True]
        country = calendar_named("national", [OWN, COUNTRY])
        assert country is not None
        assert country.is_day_off(OFF[0]) is False
        assert [country.is_day_off(date(2027, 4, day)) for day in (5, 6)] == [True, False]

    def test_law(self) -> None:
        """The law asked says which notices of Guangxi's are known beside them."""
        strict = calendar_named("guangxi", law=LAW.only_verified())
        assert strict is not None
        assert strict.is_day_off(date(2016, 4, 8)) is None

    def test_caution(self) -> None:
        """A limit that rests on what is supplied says so, another does not."""
        calendar = calendar_named("guangxi", [OWN])
        for injured_on, count in ((date(2026, 3, 21), 1), (date(2026, 6, 1), 0)):
            limit = explain(employer_deadline, injured_on, calendar=calendar)
            told = [one.en for one in limit.cautions]
            assert told == ["the days off of 2026 (Guangxi) are supplied (No. 1), not verified"][:count]
        assert employer_deadline(date(2026, 3, 21), calendar=calendar).day == date(2026, 4, 22)


class TestCaseFiles:
    """``[[days_off]]`` in a case file, or in a file of its own."""

    @given(st.lists(days_off(), max_size=3, unique_by=lambda one: (one.where, one.year)))
    def test_round_trip(self, notices: list[DaysOff]) -> None:
        """What is read is what was written."""
        contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
        case = CaseFile(ProjectCase(contract), days_off=tuple(notices))
        assert structure_case(unstructure_case(case)) == case

    @pytest.mark.parametrize(
        ("given_days", "told"),
        [
            ([{"off": ["2026-13-20"]}], ["days_off[0].off[0] must be a day such as 2016-06-30"]),
            ([{"off": "2026-04-20"}], ["days_off[0].off must be a list of days such as [2026-04-20, 2026-04-21]"]),
            ([{}], ["days_off[0].year must be given where no day off is named"]),
            ([{"year": "2020"}], ["days_off[0].year must be a whole number, got '2020'"]),
            ([{"year": 20200}], ["days_off[0].year must be a year, a whole number from 1900 to 2199, got 20200"]),
            (
                [{"year": 2020}, {"year": 2020}],
                ["days_off[1] must not be a second notice of a year for a place, got 2020"],
            ),
            ([{"year": 2020, "where": "moon"}], ["days_off[0].where is none of the choices, got 'moon'"]),
            ([{"year": 2025, "off": ["2026-04-20"]}], ["days_off[0].off[0] must lie in 2025, the year of the notice"]),
            ([{"where": "national", "year": 2027}], ["days_off[0].off must name a day off at least"]),
            ([{"year": 2020, "on": 1}], ["days_off[0].on is no known key"]),
            ({"year": 2020}, ["days_off must be a list: in TOML each item is headed [[days_off]]"]),
            (
                [{"off": ["2026-04-31"], "worked": ["x"]}],
                ["days_off[0].off[0] must be a day", "days_off[0].worked[0] must be a day"],
            ),
        ],
    )
    def test_faults(self, given_days: object, told: list[str]) -> None:
        """Each is told once, by its place, and nothing that follows from it."""
        found = faults(given_days)
        assert len(found) == len(told)
        assert all(line.startswith(start) for line, start in zip(found, told, strict=True))

    def test_in_chinese(self) -> None:
        """Whose it is can be said by its Chinese word."""
        case = structure_case({"contract": CONTRACT, "days_off": [{"off": ["2027-01-01"], "where": "全国"}]})
        assert case.days_off == (DaysOff((date(2027, 1, 1),), where=Where.NATIONAL),)

    def test_a_file_of_its_own(self, tmp_path: Path) -> None:
        """The same section, alone."""
        path = tmp_path / "days.toml"
        path.write_text('[[days_off]]\noff = [2026-04-20, 2026-04-21]\nworked = [2026-04-25]\nsource = "No. 1"\n')
        assert read_days_off(path) == (OWN,)
        path.write_text("days_off = [{ year = 2026 }, { year = 2026 }]\nprice = 1\n")
        with pytest.raises(FileError) as caught:
            read_days_off(path)
        [key, twice] = str(caught.value).splitlines()
        assert key.endswith("price does not belong here; it goes to [contract]")
        assert twice.endswith("days_off[1] must not be a second notice of a year for a place, got 2026")
        path.write_text("")
        with pytest.raises(FileError, match="the file is empty"):
            read_days_off(path)
        path.write_text("other = 1\n")
        with pytest.raises(FileError, match="days_off is missing"):
            read_days_off(path)

    def test_the_record_itself(self) -> None:
        """A case with two notices of one year is refused, and so is what is no notice."""
        contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
        with pytest.raises(InvalidFactError, match=r"CaseFile\.days_off\[1\] must not be a second notice"):
            CaseFile(ProjectCase(contract), days_off=(OWN, DaysOff(year=2026)))
        assert CaseFile(
            ProjectCase(contract), days_off=(OWN, DaysOff((date(2026, 1, 1),), where=Where.NATIONAL))
        ).days_off
        slip: Any = (OFF,)
        with pytest.raises(InvalidFactError, match=r"CaseFile\.days_off\[0\] must be of type DaysOff"):
            CaseFile(ProjectCase(contract), days_off=slip)
