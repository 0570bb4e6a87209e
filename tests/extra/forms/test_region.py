"""What the cities' progress reports come to: the region's table, the target, findings, as data."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gxinjury.codec import FileError
from gxinjury.couriers import Report, ReportForm, WanYuan, reporting_periods
from gxinjury.extra.forms.progress import write_reports
from gxinjury.extra.forms.region import read_offices, read_paths, region_answer, region_data
from gxinjury.law.campaign import CITIES
from tests.bad_input import refused

SEPTEMBER: Final = reporting_periods(2022)[8]
NANNING: Final = Report("南宁市", SEPTEMBER, 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"))
SHEET: Final = write_reports(ReportForm([NANNING]), encoding="utf-8").decode()


class TestAnswer:
    """What the reports come to."""

    @pytest.fixture
    def write(self, tmp_path: Path) -> Callable[[str, str], Path]:
        """Return how to write a file."""

        def written(name: str, text: str) -> Path:
            path = tmp_path / name
            path.write_text(text, encoding="utf-8")
            return path

        return written

    def test_paths(self, write: Callable[[str, str], Path], tmp_path: Path) -> None:
        """Files that are not there are told beside the faults of the others."""
        good = write("a.csv", SHEET)
        assert [form.lines for form in read_paths([good])] == [(NANNING,)]
        blank = write("d.csv", SHEET.splitlines()[0])
        assert [form.lines for form in read_paths([good, blank])] == [(NANNING,), ()]
        with pytest.raises(FileError) as caught:
            read_paths([tmp_path / "no.csv", good, write("b.csv", SHEET.replace(",12,", ",x,"))])
        first, second = str(caught.value).splitlines()
        assert first.endswith("no.csv: there is no such file")
        assert "b.csv: row 2, 工伤申报数 must be" in second
        with pytest.raises(FileError, match="there is no such file"):
            read_paths([tmp_path / "no.csv", good])
        with pytest.raises(FileError, match="the files hold no line of a report"):
            read_paths([write("c.csv", SHEET.splitlines()[0])])

    def test_a_folder(self, write: Callable[[str, str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """All that it holds of the kinds that are read; one that may not be looked into is told as what it is."""
        write("a.csv", SHEET)
        write("b.txt", SHEET)
        for unread in ("~$a.csv", ".a.csv"):
            write(unread, "x")
        assert [form.lines for form in read_offices([tmp_path]).forms] == [(NANNING,)]
        write("c.CSV", SHEET.replace("南宁", "柳州"))
        listed = sorted(tmp_path.iterdir(), reverse=True)
        monkeypatch.setattr(Path, "iterdir", lambda _: iter(listed))
        assert [form.lines[0].city for form in read_offices([tmp_path]).forms] == ["南宁市", "柳州市"]

        def forbidden(_: Path) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "iterdir", forbidden)
        with pytest.raises(FileError, match="it is a directory, not a file"):
            read_offices([tmp_path])

    @pytest.mark.clause("GX-3.3")
    def test_standing(self) -> None:
        """The target is looked at on the period's last day; before the plan there is none."""
        periods = reporting_periods(2022)
        lines = [attrs.evolve(NANNING, period=period, city=city.zh) for period in periods for city in CITIES]
        data = region_data(region_answer([ReportForm(lines)]))
        answers = [None if one["standing"] is None else one["standing"]["answer"] for one in data["periods"]]
        assert answers == [None, None, *["MET"] * 7, *["NO_NUMBER"] * 3]
        assert {key: data["periods"][8][key] for key in ("period", "first", "last", "provisional")} == {
            "period": "2022-09",
            "first": "2022-09-01",
            "last": "2022-09-30",
            "provisional": False,
        }
        assert data["periods"][8]["total"]["coverage"] == {
            "should_enrol": 2800,
            "enrolled": 1960,
            "left": 840,
            "shown": "70.00% (1960/2800)",
        }
        assert data["periods"][8]["standing"] == {
            "due": "2022-09-30",
            "rate": "70%",
            "answer": "MET",
            "left": 840,
            "left_to_target": 0,
        }
        assert data["periods"][8]["missing_cities"] == []
        assert data["law"] == {
            "readings": {"coverage_unit": "UNITS", "first_report": "WHOLE_YEAR"},
            "departures": [],
        }

    def test_standing_while_cities_are_missing(self) -> None:
        """Of the region nothing is said until every city reported; how far those are that did is told."""
        lines = [attrs.evolve(NANNING, period=reporting_periods(2022)[8], city=city.zh) for city in CITIES[:13]]
        [period] = region_data(region_answer([ReportForm(lines)]))["periods"]
        assert period["missing_cities"] == ["崇左市"]
        assert (period["standing"]["answer"], period["standing"]["left"]) == (None, 780)

    def test_order_and_findings(self) -> None:
        """Cities in the order of official tables, other places after; findings of lines, totals and sequence."""
        august = attrs.evolve(NANNING, period=reporting_periods(2022)[7])
        form = ReportForm(
            [
                attrs.evolve(NANNING, city="青秀区", note="450103198001011233"),
                attrs.evolve(
                    NANNING, city="柳州市", units_should=0, units_enrolled=0, persons_enrolled=0, persons_paying=0
                ),
                NANNING,
                august,
            ],
            [attrs.evolve(NANNING, city="合计", units_should=1)],
        )
        answer = region_answer([form])
        assert [line.city for line in answer.periods[1].lines] == ["南宁市", "柳州市", "青秀区"]
        codes = [found.code for found in answer.findings]
        assert codes[:1] == ["total_differs"]
        assert codes[-3:] == ["of_city", "of_city", "city_without_report"]
        data = region_data(answer)
        assert json.loads(json.dumps(data)) == data
        assert "450103198001011233" not in json.dumps(data)
        assert data["periods"][1]["cities"][1]["coverage"] is None
        missing = data["findings"][-1]["values"]["missing"]
        assert (len(missing), missing[0]) == (12, {"zh": "桂林市", "en": "Guilin"})
        assert Decimal(data["periods"][1]["total"]["benefits_paid_wan_yuan"]) == 3 * Decimal("12.345678")


def test_gaps() -> None:
    """The lowest coverage first; below that of all is below it, not at it; who is whole or owes nothing has none."""
    counts = {"南宁市": (100, 90), "柳州市": (100, 60), "桂林市": (100, 75), "梧州市": (0, 0), "北海市": (100, 75)}
    lines = [
        attrs.evolve(NANNING, city=city, units_should=should, units_enrolled=enrolled)
        for city, (should, enrolled) in counts.items()
    ]
    whole = attrs.evolve(NANNING, city="某区", units_should=4, units_enrolled=4)
    [period] = region_answer([ReportForm(lines)]).periods
    told = [(one.city, one.left_to_target, one.left, one.is_lagging) for one in period.gaps]
    assert told == [
        ("柳州市", 10, 40, True),
        ("桂林市", 0, 25, False),
        ("北海市", 0, 25, False),
        ("南宁市", 0, 10, False),
    ]
    [period] = region_answer([ReportForm([whole])]).periods
    assert period.gaps == ()


def test_a_city_that_misses_the_last_period() -> None:
    """All periods that anybody reported are asked for."""
    periods = reporting_periods(2022)[6:9]
    lines = [attrs.evolve(NANNING, period=period) for period in periods]
    lines += [attrs.evolve(NANNING, city="柳州市", period=period) for period in periods[:2]]
    findings = region_answer([ReportForm(lines)]).findings
    [found] = [dict[str, Any](one.values) for one in findings if one.code == "of_city"]
    assert (found["city"], found["finding"].en) == ("柳州市", "a period is missing: 2022-09-01..2022-09-30")


def test_refuses_what_is_no_law() -> None:
    """Both questions are asked of one."""
    law: Any = None
    with refused("region_answer", "law", "must be of type Law"):
        region_answer([], law=law)
    with refused("region_data", "law", "must be of type Law"):
        region_data(region_answer([]), law=law)


def test_no_id_in_the_data_whichever_cell_it_was_typed_into() -> None:
    """A city's name may be followed by the id of who reports for it."""
    report = attrs.evolve(NANNING, city="钦州市450103198001011233", note="450103198001011233")
    told = json.dumps(region_data(region_answer([ReportForm([report])])), ensure_ascii=False)
    assert "450103198001011233" not in told
    assert "钦州市4501************33" in told
