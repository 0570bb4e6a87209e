"""Every figure of the law against tables that were written from the sources, not from the code.

The tables of published figures are kept apart from this project; where they lie beside the checkout they are read as
they are, elsewhere from the copy in ``tests/cases/figures``. ``law.toml`` there tells all the rest by hand.
"""

import csv
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby
from pathlib import Path
from typing import Any, Final, get_args
from urllib.parse import unquote

import attrs
import pytest

from gxinjury import LAW
from gxinjury import law as law_package
from gxinjury.amounts import Yuan
from gxinjury.citations import Clause
from gxinjury.extra.calendars import GuangxiCalendar
from gxinjury.fields import fields_of
from gxinjury.law import Law
from gxinjury.law.figures import DEATH_SUBSIDIES
from gxinjury.law.regulation import ByGrade
from gxinjury.money import Rate
from gxinjury.series import YearSeries
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing

COPIES: Final = Path(__file__).parents[2] / "cases" / "figures"
KEPT: Final = Path(__file__).parents[3] / ".." / "shared" / "policy" / "figures"
TABLES: Final = sorted(path.name for path in COPIES.glob("*.csv"))
GOLDEN: Final[dict[str, dict[str, Any]]] = tomllib.loads((COPIES / "law.toml").read_text("utf-8"))

Row = dict[str, str]


def rows(table: str) -> list[Row]:
    """Return the rows of a table, as its keepers have it where that can be read."""
    path = (KEPT if KEPT.is_dir() else COPIES) / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    """Return a day of a table, None where the cell is empty."""
    return date.fromisoformat(text) if text else None


def number(text: str) -> Decimal | None:
    """Return a number of a table, None where the cell is empty."""
    return Decimal(text) if text else None


def plain(value: Any) -> Any:  # noqa: ANN401  (a value of any figure)
    """Return a value as the hand-written table has it."""
    match value:
        case Clause() | Rate() | Decimal() | ByGrade():
            return str(value)
        case Text():
            return value.en
        case Enum():
            return value.name
        case tuple():
            return [plain(one) for one in value]
        case _ if attrs.has(type(value)):
            fields = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
            return {name: plain(one) for name, one in fields.items() if one is not None}
        case _:
            return value


SERIES: Final = [name for name, figure in LAW.figures().items() if isinstance(figure, YearSeries)]
HAND_WRITTEN: Final = [name for name in GOLDEN if "entries" in GOLDEN[name]]


class TestCopies:
    """The copy in the repository is what its keepers have."""

    @pytest.mark.skipif(not KEPT.is_dir(), reason="the tables do not lie beside this checkout")
    @pytest.mark.parametrize("table", TABLES)
    def test_agree(self, table: str) -> None:
        """A copy differs in no byte."""
        assert (COPIES / table).read_bytes() == (KEPT / table).read_bytes()

    @pytest.mark.skipif(not KEPT.is_dir(), reason="the tables do not lie beside this checkout")
    def test_all_are_copied(self) -> None:
        """No table is left out."""
        assert sorted(path.name for path in KEPT.glob("*.csv")) == TABLES


class TestHandWritten:
    """The table that tells of every figure."""

    def test_names_every_figure(self) -> None:
        """A figure of the law that the table does not tell of is named here, and so is one that the law has no more."""
        assert {
            "missing": sorted(set(LAW.figures()) - set(GOLDEN)),
            "too many": sorted(set(GOLDEN) - set(LAW.figures())),
        } == {
            "missing": ["guangxi_days_off"],  # held against its own table, year by year
            "too many": [],
        }

    def test_tells_of_every_law(self) -> None:
        """A place whose law is one of its own has a table of its own; until one has, there is no law but this."""
        names = [module.name for module in pkgutil.walk_packages(law_package.__path__, "gxinjury.law.")]
        values = [one for name in names for one in vars(importlib.import_module(name)).values()]
        own = {one for one in values if isinstance(one, type) and issubclass(one, Law) and one is not Law}
        assert own == set(), "hold its figures against a table, as those of Law are: docs/law-changes.md"

    @pytest.mark.parametrize("name", GOLDEN)
    def test_clause(self, name: str) -> None:
        """A figure rests on its clause."""
        assert str(LAW.figures()[name].clause) == GOLDEN[name]["clause"]

    def test_what_is_an_amount_says_so(self) -> None:
        """A figure is in yuan where the law's annotation has it as an amount, and nowhere else; and none is strict."""
        amounts = {field.name for field in fields_of(Law) if get_args(field.kind) == (Yuan,)}
        assert {name for name, figure in LAW.figures().items() if figure.in_yuan} == amounts
        assert not any(figure.strict for figure in LAW.figures().values())

    @pytest.mark.parametrize("name", HAND_WRITTEN)
    def test_days(self, name: str) -> None:
        """A figure changes on these days and on no other."""
        told = [(one["first"], one.get("last")) for one in GOLDEN[name]["entries"]]
        assert [(entry.first, entry.last) for entry in LAW.figures()[name].entries] == told

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            pytest.param(name, one, id=f"{name}-{one['first']}")
            for name in HAND_WRITTEN
            for one in GOLDEN[name]["entries"]
        ],
    )
    def test_entry(self, name: str, told: dict[str, Any]) -> None:
        """Value, standing, clause, days of announcement and verification, source and caution of each entry."""
        [entry] = [entry for entry in LAW.figures()[name].entries if entry.first == told["first"]]
        if "standing" in told:
            assert entry.standing.name.lower() == told["standing"]
        if "value" in told:
            assert plain(entry.value) == told["value"]
        elif told.get("standing") == "missing":
            assert entry.value is None
        else:
            assert "table" in GOLDEN[name]
        assert (str(entry.clause) if entry.clause else None) == told.get("clause")
        assert entry.announced_on == told.get("on")
        assert entry.announced_by == told.get("by")
        assert entry.verified_through == told.get("verified_through")
        assert entry.source.en == told["source"]
        assert (entry.note is not None) == ("note" in told)
        assert told.get("note", "") in (entry.note.en if entry.note else "")


@pytest.mark.clause("NN-5.2", "REG-64", "COURIERS-base", "REG-39")
class TestYears:
    """Average wages and the national income, year by year."""

    @staticmethod
    def told() -> Iterator[tuple[str, int, Row]]:
        """Yield the rows, each with its series and its year."""
        for row in rows("average_wages"):
            yield row["series"], int(row["year"]), {**row, "value": row["yuan_per_year"]}
        for row in rows("urban_disposable_income"):
            income = {**row, "value": row["yuan_per_head"], "announced_on": ""}
            yield "urban_disposable_income", int(row["income_year"]), income

    def test_years(self) -> None:
        """A series has the years of its table and no other."""
        told = {name: [year for _, year, _ in group] for name, group in groupby(self.told(), key=lambda one: one[0])}
        assert {name: list(_years(name)) for name in SERIES} == told

    @pytest.mark.parametrize("name", SERIES)
    def test_values(self, name: str) -> None:
        """Value and standing of each year."""
        told = {year: (number(row["value"]), row["standing"]) for one, year, row in self.told() if one == name}
        assert {year: (entry.value, entry.standing.name.lower()) for year, entry in _years(name).items()} == told

    @pytest.mark.parametrize("name", SERIES)
    def test_announced(self, name: str) -> None:
        """The day on which, or by which, a year's value was told, where it is known, and no other."""
        days = {year: (entry.announced_on, entry.announced_by) for year, entry in _years(name).items()}
        told = {one["year"]: (one.get("on"), one.get("by")) for one in GOLDEN[name]["announced"]}
        assert {year: pair for year, pair in days.items() if pair != (None, None)} == told
        columns = {
            year: day(row["announced_on"]) for one, year, row in self.told() if one == name and row["announced_on"]
        }
        assert columns.items() <= {year: on for year, (on, _) in told.items()}.items()

    @pytest.mark.parametrize("name", SERIES)
    def test_noted(self, name: str) -> None:
        """The years that carry a caution."""
        assert [year for year, entry in _years(name).items() if entry.note] == GOLDEN[name]["noted"]

    @pytest.mark.parametrize(
        ("name", "year", "row"),
        [pytest.param(*one, id=f"{one[0]}-{one[1]}") for one in told() if one[2]["standing"] != "missing"],
    )
    def test_source(self, name: str, year: int, row: Row) -> None:
        """Addresses, numbers of notices and amounts in source and caution stand in the table's row for the year."""
        entry = _years(name)[year]
        row_says = unquote(" ".join((row["source"], row["note"]))).replace("[", "〔").replace("]", "〕")
        places = re.findall(r"https?://[^\s;；）)]+|[\w/]+号|@\w+|〔\d{4}〕\d+号", entry.source.zh)
        assert [place for place in places if place not in row_says] == []
        first = re.search(r"https?://\S+|github:\S+|published care-fee", row["source"])
        assert first is None or _is_named(unquote(first[0]), entry.source)
        amounts = {Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", row_says)}
        amounts |= {number(row["value"]) or Decimal(0), Decimal(row.get("death_subsidy") or 0)}
        for text in (entry.note.zh, entry.note.en.replace(",", "")) if entry.note else ():
            stated = {
                Decimal(one) for one in re.findall(r"\d{4,}(?:\.\d+)?", text) if not re.fullmatch(r"20[0-3]\d", one)
            }
            assert stated <= amounts

    @pytest.mark.parametrize("row", rows("urban_disposable_income"), ids=lambda row: row["income_year"])
    def test_death_subsidies(self, row: Row) -> None:
        """The death subsidy published beside the income of each year."""
        assert DEATH_SUBSIDIES[int(row["income_year"])] == Decimal(row["death_subsidy"])


def _years(name: str) -> dict[int, Entry[Any]]:
    return {entry.first.year: entry for entry in LAW.figures()[name].entries}


def _is_named(place: str, source: Text) -> bool:
    """Return whether a source names a place; a repository's address stands in it without its scheme."""
    if place.startswith("published care-fee"):
        return "published increases of the living-care fees" in source.en
    return place.removeprefix("github:") in source.en


class TestTables:
    """Figures of a period: minimum wages, contribution bases, temporary cuts."""

    @pytest.mark.clause("MINWAGE-classes")
    def test_minimum_wages(self) -> None:
        """Every class and the hour, with day, standing, notice and announcement."""
        told = [
            (
                day(row["from"]),
                [number(row[f"class{one}_month"]) for one in (1, 2, 3, 4)],
                number(row["class1_hour"]),
                row["standing"],
                day(row["announced_on"]),
            )
            for row in rows("minimum_wages")
        ]
        ours = [
            (
                entry.first,
                [entry.value.class_1, entry.value.class_2, entry.value.class_3, entry.value.class_4],
                entry.value.hour,
                entry.standing.name.lower(),
                entry.announced_on,
            )
            for entry in LAW.minimum_wages.entries
        ]
        assert ours == told
        for entry, row in zip(LAW.minimum_wages.entries, rows("minimum_wages"), strict=True):
            assert entry.source.zh == "；".join(part for part in (row["notice"], *row["source"].split("; ")) if part)

    @pytest.mark.clause("COURIERS-base")
    def test_contribution_bases(self) -> None:
        """Base, limits and year of the wage, with days, standing, notice and announcement."""
        told = [
            (
                (day(row["from"]), day(row["to"]), int(row["wage_year"])),
                [number(row[column]) for column in ("yuan_per_year", "yuan_per_month", "upper", "lower")],
                row["standing"],
                day(row["announced_on"]),
            )
            for row in rows("contribution_bases")
        ]
        ours = [
            (
                (entry.first, entry.last, entry.value.wage_year),
                [entry.value.yuan_per_year, entry.value.yuan_per_month, entry.value.upper, entry.value.lower],
                entry.standing.name.lower(),
                entry.announced_on,
            )
            for entry in LAW.contribution_base.entries
        ]
        assert ours == told
        for entry, row in zip(LAW.contribution_base.entries, rows("contribution_bases"), strict=True):
            assert row["notice"].removesuffix(" notice") in f"{entry.source.zh} {entry.source.en}"

    @pytest.mark.parametrize(
        ("name", "scope"),
        [
            ("benchmark_rate_cut", "benchmark"),
            ("project_rate_cut", "benchmark and project"),
            ("liuzhou_project_rate_cut", "project, Liuzhou"),
        ],
    )
    def test_rate_cuts(self, name: str, scope: str) -> None:
        """What a cut remits, by the balance of a city's fund, with days, standing and notice.

        The project rate shares the cuts that name projects; for the rest of the time its cut is not established, but
        for the years whose rules do not name it, where it is inferred.
        """
        entries = {(entry.first, entry.last): entry for entry in LAW.figures()[name].entries}
        found = []
        for row in rows("rate_cuts"):
            if not row["scope"].startswith(scope):
                continue
            entry = entries[day(row["from"]) or date.min, day(row["to"])]
            found.append(entry)
            assert entry.standing.name.lower() == row["standing"]
            remitted = [
                None if entry.value is None or share is None else share
                for share in (
                    [None] * 3
                    if entry.value is None
                    else [entry.value.balance_18, entry.value.balance_24, entry.value.flat]
                )
            ]
            columns = ("factor_balance_18_to_23_months", "factor_balance_24_months_or_more", "flat_factor")
            assert remitted == [Rate.percent((1 - Decimal(row[one])) * 100) if row[one] else None for one in columns]
            # Where projects share a cut, no float is theirs to be compared with.
            assert (entry.value is not None and entry.value.better_of_float) is (
                "better of down-float or cut" in row["note"] and name == "benchmark_rate_cut"
            )
            for notice in re.findall(r"桂人社\w*〔\d{4}〕\d+号", row["notice"]):
                assert notice in entry.source.zh
        rest = [entry for entry in entries.values() if entry not in found]
        if name == "project_rate_cut":
            assert [entry.standing for entry in rest] == [Footing.MISSING] * 3 + [Footing.INFERRED]
            [inferred] = [entry for entry in rest if entry.value is not None]
            assert (inferred.first, inferred.last, inferred.value.flat) == (
                date(2023, 7, 1),
                date(2025, 12, 31),
                Rate.percent(50),
            )
        else:
            assert rest == []


@pytest.mark.clause("HOLIDAYS-sanyuesan")
class TestDaysOff:
    """Guangxi's own days off by year."""

    DATED: Final = {"2017": date(2017, 2, 10), "2020": date(2020, 3, 5)}
    """The days of the notices whose text was seen."""
    SOURCES: Final = {
        "published": "that year's notice of the office of Guangxi's government",
        "secondary": "reprints of the notice, or reports on it",
        "missing": "that year's notice was not found",
    }

    def test_years(self) -> None:
        """The years of the table and no other."""
        years = [int(row["year"]) for row in rows("guangxi_days_off")]
        assert [entry.first.year for entry in LAW.guangxi_days_off.entries] == years

    @pytest.mark.parametrize("row", rows("guangxi_days_off"), ids=lambda row: row["year"])
    def test_announced(self, row: Row) -> None:
        """On the day of the notice, where that is known; else no later than the first day that it names."""
        [entry] = [one for one in LAW.guangxi_days_off.entries if one.first.year == int(row["year"])]
        on = self.DATED.get(row["year"])
        named = f"{row['days_off']};{row['days_worked']}".split(";")
        first = min(filter(None, named), default=None)
        by = None if on is not None or first is None else date.fromisoformat(first)
        assert (entry.announced_on, entry.announced_by) == (on, by)
        assert entry.standing.name.lower() == row["standing"]
        assert entry.source.en == self.SOURCES[row["standing"]]

    @pytest.mark.parametrize("row", rows("guangxi_days_off"), ids=lambda row: row["year"])
    def test_days(self, row: Row) -> None:
        """The days that a year's notice names are off, those worked for them are not; without a notice nobody knows."""
        calendar = GuangxiCalendar()
        year = int(row["year"])
        april = [calendar.is_day_off(date(year, 4, one)) for one in range(1, 31)]
        if row["standing"] == "missing":
            assert None in april
            return
        for text in filter(None, row["days_off"].split(";")):
            assert calendar.is_day_off(date.fromisoformat(text)) is True
        for text in filter(None, row["days_worked"].split(";")):
            assert calendar.is_day_off(date.fromisoformat(text)) is False
        if not row["days_off"]:
            assert [calendar.is_day_off(date(year, 3, one)) for one in (26, 27)] == [False, False]
