"""Roster, accidents and duties on the shell: what is printed, compactly where it is long, and with which calendar."""

import importlib
import json
import pkgutil
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from gxinjury.cli import main, words
from gxinjury.cli.printing import width
from gxinjury.cli.words import WORDS
from gxinjury.extra.cases.layout import PROGRESS

ROOT: Final = Path(__file__).parents[2]
GOLDEN: Final = Path(__file__).parent / "golden"
EXAMPLE: Final = str(ROOT / "examples" / "site_accident.toml")
PROJECT: Final = """
[contract]
price = 100_000_000
commencement = 2015-10-09
completion = 2016-06-30
[[payments]]
amount = 130_000
paid_on = 2015-10-08
"""


@pytest.fixture(autouse=True)
def _english_and_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in English on a page of 100 columns unless a test says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run the command in this process; return what it printed."""
    status = main(argv)
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return out


def data_of(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:  # noqa: ANN401  (JSON)
    """Return the data that the command printed."""
    return json.loads(run(capsys, *argv, "--json"))


def case(tmp_path: Path, text: str) -> str:
    """Write a case file of a project paid in time; return its path."""
    path = tmp_path / "case.toml"
    path.write_text(PROJECT + text, encoding="utf-8")
    return str(path)


def change(worker: str, *, kind: str = "add", reported_on: str = "2015-11-03", happened_on: str = "") -> str:
    """Return a change of the roster as TOML."""
    day = f"happened_on = {happened_on}\n" if happened_on else ""
    return f'[[roster]]\nworker = "{worker}"\nkind = "{kind}"\nreported_on = {reported_on}\n{day}'


def injury(worker: str, *, at: str = "2016-03-01T09:00:00+08:00", on_site: bool = True, more: str = "") -> str:
    """Return an accident by a work cause as TOML."""
    place = str(on_site).lower()
    return f'[[injuries]]\nworker = "{worker}"\nhappened_at = {at}\nwork_cause = true\non_site = {place}\n{more}'


class TestRoster:
    """The roster on the page of an assessment."""

    def test_a_long_roster_without_anything_of_note(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Of 21 workers nobody is listed, and there is no table of nothing."""
        text = "".join(change(f"W{number:02}", reported_on="2015-10-08") for number in range(21))
        paper = tmp_path / "page.html"
        told = run(capsys, "assess", case(tmp_path, text), "--html", str(paper))
        assert "<table" not in paper.read_text(encoding="utf-8").partition("<h2>Roster")[2].partition("<h2>")[0]
        assert told.partition("Roster\n")[2].partition("\n\n")[0].splitlines() == [
            "  workers: 21; insured on some day: 21  [NN-3.1.2]",
            "  listed are those with a finding, an accident or a disease: 0; --json prints all",
        ]

    def test_one_day_is_told_as_one(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Insured for one day, of a project whose warranty was covered a day after acceptance: no span anywhere."""
        text = change("甲", reported_on="2015-11-03") + change("甲", kind="remove", reported_on="2015-11-04")
        text += "[progress]\naccepted_on = 2016-06-30\n"
        text += "[warranty]\nfiled_on = 2016-07-02\nroster_reported_on = 2016-07-02\nends = 2018-06-30\n"
        out = run(capsys, "assess", case(tmp_path, text), "--lang", "zh")
        assert re.search(r"甲 +参保 +2015-11-04 当日 +1日", out)
        assert "参保前（2016-07-01 当日）不在参保有效期内，共1日" in out
        assert not re.search(r"(\d{4}-\d\d-\d\d) 至 \1", out)
        english = run(capsys, "assess", case(tmp_path, text), "--lang", "en")
        assert "covered on 2016-07-01; days: 1" in re.sub(r"\s+", " ", english)
        assert "on 2015-11-04" in english

    def test_a_short_one_is_listed(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Each worker with his days, windows under each other, those without cover and those unsettled too."""
        text = change("甲") + change("乙", reported_on="2019-01-01") + change("丙", kind="remove")
        text += change("丙", reported_on="2015-10-08") + change("丙", reported_on="2015-12-01")
        out = run(capsys, "assess", case(tmp_path, text))
        part = out.partition("\nRoster\n")[2].partition("\n\n")[0].splitlines()
        assert part == [
            "  workers: 3; insured on some day: 2  [NN-3.1.2]",
            "    甲  insured    2015-11-04 to 2016-06-30  days: 240",
            "        unsettled  from 2016-07-01 on",
            "    乙  unsettled  from 2019-01-02 on",
            "    丙  insured    2015-10-09 to 2015-11-03   days: 26",
            "        insured    2015-12-02 to 2016-06-30  days: 212",
            "        unsettled  from 2016-07-01 on",
        ]

    def test_without_cover(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """While nothing completes the sum nobody is insured, and a finding says why."""
        path = tmp_path / "case.toml"
        path.write_text(PROJECT.replace("130_000", "1") + change("甲") + injury("甲"), encoding="utf-8")
        out = run(capsys, "assess", str(path))
        assert (
            "    甲  not insured\n  - the project has no cover, so the roster insures nobody; workers on it: 1" in out
        )
        assert "standing                  not insured under the project  [NN-3.2.0]" in out
        assert "costs named" not in out

    def test_a_long_one_is_counted(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Of more than twenty, those with findings or accidents; all of them as data."""
        text = "".join(change(f"w{number:02}") for number in range(20))
        late = change("late", reported_on="2015-12-01", happened_on="2015-11-30")
        out = run(capsys, "assess", case(tmp_path, text))
        assert "    w19  insured" in out
        assert "listed are those" not in out
        assert "further ones" not in out
        ill = '[[diseases]]\nworker = "w11"\nexposed_from = 2015-11-05\ndiagnosed_on = 2016-05-05\n'
        path = case(tmp_path, text + late + injury("w07") + injury("nobody") + ill)
        out = run(capsys, "assess", path)
        assert "  workers: 21; insured on some day: 21  [NN-3.1.2]\n" in out
        assert "  listed are those with a finding, an accident or a disease: 3; --json prints all\n" in out
        assert re.findall(r"^    (\w+) +insured", out, re.MULTILINE) == ["w07", "w11", "late"]
        assert len(data_of(capsys, "assess", path)["roster"]["workers"]) == 21
        names = "".join(
            f'[[roster]]\nworker = {{ name = "{name}", resident_id = "450103198001011233" }}\nkind = "add"\n'
            "reported_on = 2015-11-03\n"
            for name in ("一", "二")
        )
        out = run(capsys, "assess", case(tmp_path, text + names))
        assert "    二 4501************33  insured" in out

    def test_very_many_of_note_are_cut(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Twenty workers and fifty findings, then how many more there are."""
        late = "".join(
            change(f"w{number:02}", reported_on="2015-12-01", happened_on="2015-11-30") for number in range(30)
        )
        out = run(capsys, "assess", case(tmp_path, late))
        assert "    w19  insured" in out
        assert "    w20  insured" not in out
        assert "\n    further ones: 10; --json prints all\n" in out
        assert "\n  - further ones: 10; --json prints all\n" in out


class TestAccidents:
    """The accidents on the page of an assessment."""

    def test_what_hangs_on_what(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Costs of one who is insured, of one who waits for the authority, and where nobody has applied."""
        costs = "[[injuries.costs]]\namount = 10\nincurred_on = 2016-03-01\n"
        text = change("甲") + injury("甲", more=f"employer_filed_on = 2016-03-02\n{costs}")
        text += injury("乙", on_site=False, more=f"others_filed_on = 2016-03-02\n{costs}")
        text += injury("甲", at="2016-03-01T10:00:00+08:00", more=costs)
        out = run(capsys, "assess", case(tmp_path, text))
        costs_told = [line.partition("costs named")[2].strip() for line in out.splitlines() if "costs named" in line]
        assert costs_told == [
            "10.00 yuan, of which the fund 10.00, the employer 0.00  [NN-4.2]",
            "10.00 yuan; where the fund pays: the fund 10.00, the employer 0.00",
            "10.00 yuan; where nobody applies by 2016-03-31: the fund 0.00, the",
        ]
        assert "employer applies by       2016-03-31; applied on 2016-03-02  [NN-4.1]" in out
        assert "worker's side applies by    2017-03-01; applied on 2016-03-02  [NN-4.3]" in out
        assert "report to the authority by  2016-03-03 09:00+08:00  [NN-3.2.3]" in out
        assert "employer applies by       2016-03-31; no application on file  [NN-4.1]" in out

    def test_an_accident_by_another_cause(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """It says so, and that the Regulation decides."""
        text = change("甲") + injury("甲").replace("work_cause = true", "work_cause = false")
        out = run(capsys, "assess", case(tmp_path, text))
        assert "  甲, 2016-03-01 09:00+08:00, on the site, not by a work cause\n" in out
        assert "arts. 14 to 16" in out


class TestObligations:
    """The calendar of duties."""

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_prints_as_it_did(self, capsys: pytest.CaptureFixture[str], language: str) -> None:
        """What was looked at and found right, but for the last line, which names the version."""
        out = run(capsys, "obligations", EXAMPLE, "--on", "2016-06-01", "--lang", language)
        expected = (GOLDEN / f"obligations.{language}.txt").read_text(encoding="utf-8")
        assert out.splitlines()[:-1] == expected.splitlines()[:-1]
        assert out.splitlines()[-1].startswith("gxinjury 0.1.0")

    def test_both_languages_say_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Days and clauses stand in the same order in both."""
        found = []
        for language in ("zh", "en"):
            out = run(capsys, "obligations", EXAMPLE, "--on", "2016-06-01", "--lang", language)
            duties = re.sub(r"\s+", " ", out.partition("\n\n")[2].partition("\n\n")[0])
            found.append(re.findall(r"\d{4}-\d\d-\d\d|NN-[\d.]+\d", duties))
        assert found[0] == found[1]

    def test_open_ones_are_marked_and_come_first_when_asked(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A star is to be done, an exclamation mark is late."""
        out = run(capsys, "obligations", EXAMPLE, "--on", "2016-06-05")
        first = run(capsys, "obligations", EXAMPLE, "--on", "2016-06-05", "--open-first")
        marks = [line[2] for line in out.splitlines() if re.match(r"  [ *!] \d{4}", line)]
        assert "".join(marks) == "    * !  !!***"
        marks = [line[2] for line in first.splitlines() if re.match(r"  [ *!] (\d{4}|none named)", line)]
        assert "".join(marks) == "*!!!*******       "
        assert "  open: 11, of them late: 3; done: 7\n" in out

    def test_as_data(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same, with versions, law and clauses; ids masked."""
        data = data_of(capsys, "obligations", EXAMPLE, "--on", "2016-06-05", "--open-first", "--calendar", "guangxi")
        assert list(data) == [
            "schema_version", "version", "law", "project", "on", "calendar", "days_off", "obligations",
            "cautions", "readings", "clauses",
        ]  # fmt: skip
        assert (data["schema_version"], data["on"], data["calendar"]) == (1, "2016-06-05", "guangxi")
        assert [one["open"] for one in data["obligations"]] == [True] * 11 + [False] * 7
        keys = {
            "duty", "holder", "about", "due", "due_at", "state", "open", "done_on", "since", "amount", "note", "clause"
        }  # fmt: skip
        assert all(set(one) == keys for one in data["obligations"])
        [report] = [one for one in data["obligations"] if one["duty"]["name"] == "REPORT_ACCIDENT"]
        assert (report["due_at"], report["state"]) == ("2016-05-07T16:40:00+08:00", "DONE_LATE")
        assert report["about"] == "陆水生 4501************14"
        directly = [one for one in data["obligations"] if one["duty"]["name"] == "APPLY_DIRECTLY"]
        assert {one["note"]["en"] for one in directly} == {"only where the employer does not apply"}

    def test_nothing_to_do(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A project from before the notice, accepted in time, has nothing left to do."""
        path = tmp_path / "case.toml"
        text = PROJECT.replace("2015-10-09", "2014-07-01") + "[progress]\naccepted_on = 2016-06-01\n"
        path.write_text(text, encoding="utf-8")
        out = run(capsys, "obligations", str(path), "--on", "2016-06-01")
        assert out.startswith(
            "construction project\n====================\n\nDuties as they stand on 2016-06-01\n  none\n"
        )

    def test_a_day_that_is_not_known(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """It says so, and what is missing."""
        path = case(tmp_path, '[[name_changes]]\nname = "B"\n')
        out = run(capsys, "obligations", path, "--on", "2016-06-01")
        assert re.search(r"\* not known +day not known +general contractor: report the changed name \(B\); day of", out)
        data = data_of(capsys, "obligations", path, "--on", "2016-06-01")
        [one] = [one for one in data["obligations"] if one["duty"]["name"] == "REPORT_NAME_CHANGE"]
        assert (one["due"], one["state"]) == (None, "NO_DAY")

    def test_a_supplement_with_its_amount(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What the notice names no day for says so, with its amount and since when; once done, the day it was."""
        raised = "[[price_changes]]\namount = 8_500_000\nagreed_on = 2016-01-15\n"
        path = case(tmp_path, raised + "[progress]\nposted_on = 2015-10-20\n")
        out = re.sub(r"\s+", " ", run(capsys, "obligations", path, "--on", "2016-06-01"))
        told = "pay the supplementary premium on a raise, 11,050.00 yuan; since 2016-01-15; the notice names no day"
        assert f"* none named no day given general contractor: {told}: without delay [NN-1.1.3]" in out
        assert "none named done 2015-10-20 general contractor: post the enrolment in a prominent place" in out
        data = data_of(capsys, "obligations", path, "--on", "2016-06-01")["obligations"]
        [one] = [one for one in data if one["duty"]["name"] == "PAY_SUPPLEMENT"]
        assert (one["amount"], one["since"], one["due"]) == ("11050.00", "2016-01-15", None)
        assert one["state"] == "NO_DAY_GIVEN"

    def test_only_a_limit_that_rolls_tells_its_weekend(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """2016-07-30 and 2016-04-30 are Saturdays: the warranty's limit may roll, the end of a month does not."""
        path = case(tmp_path, "[progress]\naccepted_on = 2016-06-30\n[warranty]\nends = 2018-06-30\n")
        for on, duty, day, may_roll in (
            ("2016-07-01", "FILE_WARRANTY", "2016-07-30", True),
            ("2016-04-01", "KEEP_ROSTER", "2016-04-30", False),
        ):
            data = data_of(capsys, "obligations", path, "--on", on)["obligations"]
            [one] = [one for one in data if one["duty"]["name"] == duty]
            assert one["due"]["day"] == day
            assert (one["due"]["weekend"] is not None) is may_roll
            assert (f"{day} is a Saturday" in one["note"]["en"]) is may_roll

    def test_many_changes_in_time_are_counted(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Twenty are listed, one more and only their number is told; those late or open are listed always."""
        first = date(2015, 11, 1)
        in_time = [
            change("甲", reported_on=str(first + timedelta(days=day)), happened_on=str(first + timedelta(days=day)))
            for day in range(21)
        ]
        late = change("乙", reported_on="2015-12-01", happened_on="2015-11-30")
        for count, is_listed in ((20, True), (21, False)):
            path = case(tmp_path, "".join(in_time[:count]) + late)
            out = run(capsys, "obligations", path, "--on", "2016-01-01")
            assert "done late 2015-12-01" in out
            assert out.count("report the change of the roster") == (count + 1 if is_listed else 1)
            told = f"further changes of the roster, reported in time: {count}; --json prints all"
            assert (told in out) is not is_listed

    def test_only_changes_in_time(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Where there is nothing else to list, they are listed."""
        text = PROJECT.replace("2015-10-09", "2014-07-01") + "[progress]\naccepted_on = 2016-06-30\n"
        changes = "".join(change(f"w{day}", happened_on="2015-11-01") for day in range(21))
        path = tmp_path / "case.toml"
        path.write_text(text + changes, encoding="utf-8")
        out = run(capsys, "obligations", str(path), "--on", "2016-06-30")
        assert out.count("report the change of the roster") == 21

    def test_no_line_is_wider_than_the_page(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Duties and accidents are wrapped in either language."""
        monkeypatch.setenv("COLUMNS", "80")
        for language in ("zh", "en"):
            out = run(capsys, "obligations", EXAMPLE, "--on", "2016-06-01", "--lang", language)
            assert max(width(line) for line in out.splitlines()) <= 80
            out = run(capsys, "assess", EXAMPLE, "--lang", language)
            part = out.partition("[NN-3.2.2]")[2]
            assert max(width(line) for line in part.splitlines()) <= 80

    def test_an_accident_that_goes_on_is_indented(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By two, and what goes on of it by four."""
        monkeypatch.setenv("COLUMNS", "30")
        accidents = run(capsys, "assess", EXAMPLE, "--lang", "en").partition("\nAccidents\n")[2]
        first, second, third = accidents.splitlines()[:3]
        assert (first[:3], second[:5]) == ("  莫", "    s")
        assert third.startswith("      standing")


class TestBadCalls:
    """What ends with 2 and a plain message."""

    @pytest.mark.parametrize(
        ("argv", "en", "zh"),
        [
            ((EXAMPLE,), "say which day with --on, as in --on 2016-03-31: no clock is read\n", "请用 --on 指定日期"),
            ((EXAMPLE, "--on", "2016-02-30"), "'2016-02-30' is no day; write it as 2016-03-31", "不是日期，应如"),
            ((EXAMPLE, "--on", "today"), "'today' is no day", "'today' 不是日期"),
            ((EXAMPLE, "--on", "2016-01-01", "--calendar", "moon"), "--calendar does not take moon", "之后不能写 moon"),
            (("no-such.toml", "--on", "2016-01-01"), "there is no such file", "文件不存在"),
        ],
    )
    def test_ends_with_two(self, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], en: str, zh: str) -> None:
        """In either language, on the error stream."""
        for language, message in (("en", en), ("zh", zh)):
            status = main(["obligations", *argv, "--lang", language])
            out, err = capsys.readouterr()
            assert (status, out) == (2, "")
            assert message in err

    def test_a_day_out_of_all_years(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A day in a year that no case can lie in is refused as any fact is."""
        assert main(["obligations", EXAMPLE, "--on", "1800-01-01"]) == 2
        assert "must lie in the years 1900 to 2199" in capsys.readouterr().err


class TestCalendar:
    """--calendar says whose days off are looked at."""

    @pytest.mark.parametrize(
        ("calendar", "limit", "told"),
        [("none", "2017-04-01", ""), ("national", "2017-04-01", "national"), ("guangxi", "2017-04-05", "Guangxi")],
    )
    def test_rolls(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, calendar: str, limit: str, told: str
    ) -> None:
        """D12: thirty days end on 2017-04-01, a working day nationally and a day off in Guangxi."""
        path = case(
            tmp_path,
            "[[term_changes]]\ncompletion = 2017-12-31\nagreed_on = 2016-01-01\n"
            + change("甲")
            + injury("甲", at="2017-03-02T09:00:00+08:00"),
        )
        for command in (("assess", path), ("obligations", path, "--on", "2017-03-05")):
            out = run(capsys, *command, "--calendar", calendar)
            assert f"{limit}" in out
            assert ("no work calendar was given" in out) is (calendar == "none")
            assert (f"work calendar  {told}" in out) is (calendar != "none")
        data = data_of(capsys, "assess", path, "--calendar", calendar)
        assert data["calendar"] == calendar
        assert data["accidents"][0]["employer_files_by"] == {
            "day": limit,
            "earliest": limit,
            "latest": limit,
            "raw": "2017-04-01",
            "weekend": None
            if calendar != "none"
            else {
                "zh": "期限末日 2017-04-01 是星期六，机关通常不办公；提供工作日历后，期限可能顺延",
                "en": "2017-04-01 is a Saturday, when offices are as a rule closed: with a work calendar the limit may "
                "move",
            },
        }

    @pytest.mark.parametrize("calendar", ["national", "guangxi"])
    def test_says_what_to_install(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, calendar: str
    ) -> None:
        """Without chinesecalendar, one plain line; without a calendar nothing is needed."""
        monkeypatch.delitem(sys.modules, "gxinjury.extra.calendars", raising=False)
        monkeypatch.setitem(sys.modules, "chinese_calendar", None)
        assert main(["assess", EXAMPLE, "--calendar", calendar]) == 2
        told = "a work calendar needs chinesecalendar; install it with: pip install 'gxinjury[calendars]'\n"
        assert capsys.readouterr() == ("", told)
        assert main(["assess", EXAMPLE]) == 0


class TestWords:
    """Everything that the shell says is there in both languages, and nothing is left over."""

    SOURCES: Final = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src" / "gxinjury" / "cli").glob("*.py")
        if "words" not in path.name
    ]
    MADE_UP: Final = ("total_", "help_", "metavar_", "called_")
    """How names begin that a page puts together."""

    def test_no_name_stands_in_two_tables(self) -> None:
        """Each table has names of its own, so that none hides another's."""
        tables = [
            importlib.import_module(f"gxinjury.cli.words.{one.name}") for one in pkgutil.iter_modules(words.__path__)
        ]
        assert sorted(name for table in tables for name in table.TEXTS) == sorted(WORDS.texts)

    def test_every_word_is_used(self) -> None:
        """Each name stands in the source of a page, or is put together there: a calendar's, a fact's, a total's."""
        named = set(re.findall(r"""["'](\w+)["']""", "".join(self.SOURCES)))
        left = {name for name in set(WORDS.texts) - named if not name.startswith(self.MADE_UP)}
        assert left <= {"national", "guangxi", *PROGRESS}

    def test_every_name_that_is_said_has_a_word(self) -> None:
        """What a page says by name is in the catalogue, the couriers' in their own."""
        said = set(re.findall(r"""(?:page|parser)\.say\(\s*["'](\w+)["']""", "".join(self.SOURCES)))
        assert said <= set(WORDS.texts)

    def test_the_languages_wait_for_the_same_values(self) -> None:
        """Placeholders are the same in both, Chinese is Chinese and English English."""
        for name, text in WORDS.texts.items():
            assert set(re.findall(r"{(\w+)}", text.zh)) == set(re.findall(r"{(\w+)}", text.en)), name
            assert not re.search("[\u4e00-\u9fff]", text.en), name
