"""Duties as a calendar: read again by a parser of another make, the same duty under the same name every day."""

import re
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury import __version__
from gxinjury.cli import main
from gxinjury.construction import (
    Contract,
    Duty,
    NameChange,
    Obligation,
    Payment,
    ProjectCase,
    RosterChange,
    RosterChangeKind,
    Worker,
)
from gxinjury.construction.accidents import Accident
from gxinjury.construction.workers import number_of
from gxinjury.extra.cases.answers import CaseAnswer, obligations_of
from gxinjury.extra.cases.days_off import CalendarAsked
from gxinjury.extra.cases.file import CaseFile, LawAsked, Project
from gxinjury.extra.cases.reading import read_case
from gxinjury.extra.ics import duties_calendar
from gxinjury.extra.strategies import project_cases
from gxinjury.facts import CHINA
from gxinjury.law.readings import RegistrationPapers
from gxinjury.privacy import whole
from gxinjury.texts import Language
from tests.extra.looks import check_golden

ROOT: Final = Path(__file__).parents[2]
EXAMPLE: Final = ROOT / "examples" / "site_accident.toml"
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
PAID: Final = Payment(130_000, date(2015, 10, 8))
ID: Final = "450103198001011234"
IDS: Final = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


def unfolded(content: bytes) -> str:
    """The text with its folded lines joined, ends of lines as the format has them."""
    return content.decode("utf-8").replace("\r\n ", "").replace("\r\n", "\n")


def events(content: bytes) -> list[Any]:
    """The events as vobject reads them."""
    found = vobject.readOne(content.decode("utf-8"))
    return list(getattr(found, "vevent_list", []))


def example(on: date) -> CaseAnswer[tuple[Obligation, ...]]:
    """The duties of the example on a day."""
    return obligations_of(read_case(str(EXAMPLE)), on=on)


def duties(case: ProjectCase, on: date, **project: str) -> CaseAnswer[tuple[Obligation, ...]]:
    """The duties of a case on a day."""
    return obligations_of(CaseFile(case, Project(**project)), on=on)


def one_about(content: bytes, words: str) -> Any:  # noqa: ANN401  (vobject has no types)
    """The one event in whose title some words stand."""
    [event] = [one for one in events(content) if words in one.summary.value]
    return event


def uids(answer: CaseAnswer[tuple[Obligation, ...]]) -> list[str]:
    """The names of the events, in their order."""
    return [one.uid.value for one in events(duties_calendar(answer, "zh"))]


def rings(event: Any) -> list[timedelta]:  # noqa: ANN401  (vobject has no types)
    """When the alarms of an event ring, from its beginning."""
    return [alarm.trigger.value for alarm in getattr(event, "valarm_list", [])]


class TestEvents:
    """What stands in the calendar."""

    @pytest.mark.clause("NN-4.1")
    def test_a_day_is_a_whole_day(self) -> None:
        """2016-03-31, up to the day after as the format counts; nothing of a time zone."""
        content = duties_calendar(example(date(2016, 3, 2)), "zh")
        [event] = [one for one in events(content) if one.summary.value == "申请工伤认定（莫阿贵）"]
        assert (event.dtstart.value, event.dtend.value) == (date(2016, 3, 31), date(2016, 4, 1))
        assert type(event.dtstart.value) is date

    @pytest.mark.clause("NN-3.2.3")
    def test_hours_are_a_moment_in_china(self) -> None:
        """48 hours after 16:40 on 5 May: 16:40 on 7 May by Shanghai's clock, 08:40 by Greenwich's."""
        content = duties_calendar(example(date(2016, 5, 6)), "en")
        event = one_about(content, "report the accident within 48 hours")
        assert event.dtstart.value.replace(tzinfo=None) == datetime(2016, 5, 7, 16, 40)
        assert event.dtstart.value.utcoffset() == timedelta(hours=8)
        assert "DTSTART;TZID=Asia/Shanghai:20160507T164000\n" in unfolded(content)
        assert "BEGIN:VTIMEZONE\nTZID:Asia/Shanghai\n" in unfolded(content)
        assert not hasattr(event, "dtend")

    def test_alarms_ring_ahead(self) -> None:
        """A week and a day ahead at nine in the morning; 24 and 6 hours ahead."""
        content = duties_calendar(example(date(2016, 3, 2)), "zh")
        midnight = datetime(2016, 5, 31)
        ringing = rings(one_about(content, "报送延期竣工验收材料"))
        assert [midnight + ahead for ahead in ringing] == [datetime(2016, 5, 24, 9), datetime(2016, 5, 30, 9)]
        hours = rings(one_about(content, "48小时内报告工地范围以内的事故"))
        assert hours == [timedelta(hours=-24), timedelta(hours=-6)]

    def test_the_last_day_still_rings(self) -> None:
        """On the last day it is open; a day later it is told as late, and rings no more."""
        for on, told, count in ((date(2016, 5, 31), "报送", 2), (date(2016, 6, 1), "【逾期未完成】报送", 0)):
            event = one_about(duties_calendar(example(on), "zh"), "报送延期竣工验收材料")
            assert event.summary.value.startswith(told)
            assert len(rings(event)) == count

    def test_what_is_done_stays_and_is_silent(self) -> None:
        """It takes the place of what was imported before it was done."""
        event = one_about(duties_calendar(example(date(2016, 6, 1)), "en"), "pay the premium")
        assert event.summary.value == "[done in time] pay the premium in one sum before the start"
        assert (event.status.value, event.categories.value, rings(event)) == ("CONFIRMED", ["done in time"], [])
        change = NameChange("B", date(2016, 3, 1), date(2016, 3, 1), date(2016, 3, 5))
        case = ProjectCase(CONTRACT, payments=[PAID], name_changes=[change])
        for on, count in ((date(2016, 3, 4), 2), (date(2016, 3, 5), 0)):
            assert len(rings(one_about(duties_calendar(duties(case, on), "en"), "report the changed name"))) == count

    def test_the_description_says_by_whom_why_and_with_what(self) -> None:
        """Holder, limit, note, the clause with its words, the papers, and as of which day."""
        answer = example(date(2016, 3, 2))
        told = one_about(duties_calendar(answer, "zh"), "48小时内报告").description.value.splitlines()
        assert told[:4] == ["江南污水处理厂二期（示例）", "义务人：用人单位", "涉及：莫阿贵", "期限：2016-03-03"]
        assert "说明：本通知未作要求，报告较为稳妥" in told
        assert any(line.startswith("依据：NN-3.2.2 参保项目的用人单位没有及时") for line in told)
        assert told[-1] == "截至 2016-03-02 的情况；并非法律意见，以经办机构的决定为准。"
        roster = one_about(duties_calendar(answer, "en"), "report what changed this month").description.value
        assert "\nbring: roster of changes (annex 2)\n" in roster
        assert "\nclause: NN-3.1.1 The general contractor keeps a real-name roster" in roster

    @pytest.mark.clause("NN-1.2")
    def test_the_papers_of_the_registration_are_as_the_law_asked_reads_them(self) -> None:
        """The body's list has the award notice, that of the annex's note has not."""
        for reading, is_listed in ((RegistrationPapers.BODY, True), (RegistrationPapers.ANNEX_NOTE, False)):
            case = CaseFile(ProjectCase(CONTRACT), law=LawAsked(readings=(reading,)))
            content = duties_calendar(obligations_of(case, on=date(2015, 9, 1)), "zh")
            bring = re.search("须带材料：.*", one_about(content, "缴清").description.value)
            assert bring is not None
            assert ("中标通知书" in bring[0]) is is_listed
            assert "营业执照" in bring[0]

    @pytest.mark.clause("NN-3.1.1")
    def test_a_change_reported_at_once_has_no_event(self) -> None:
        """Reported by the day it happened it never was open; a day later it was, and stays, told as done."""
        happened_on = date(2016, 3, 10)
        for days, told in ((-1, []), (0, []), (1, ["[done in time] report the change of the roster (张三)"])):
            change = RosterChange("张三", RosterChangeKind.ADD, happened_on + timedelta(days=days), happened_on)
            case = ProjectCase(CONTRACT, payments=[PAID], roster=[change])
            content = duties_calendar(duties(case, date(2016, 3, 20)), "en")
            assert [one.summary.value for one in events(content) if "change of" in one.summary.value] == told

    def test_a_limit_that_is_not_certain_lies_on_its_first_day(self) -> None:
        """Where the notice of days off is not known, the earliest day, and both are told."""

        class Unknown:
            longest_break = 3

            def is_day_off(self, day: date, /) -> bool | None:
                return None if day.year > 2000 else False

        change = NameChange("B", date(2016, 3, 1), date(2016, 3, 1), None)
        asked = CalendarAsked("guangxi", (), Unknown())
        case = CaseFile(ProjectCase(CONTRACT, payments=[PAID], name_changes=[change]))
        for on, count in ((date(2016, 3, 2), 2), (date(2016, 4, 2), 2), (date(2016, 4, 4), 0)):
            content = duties_calendar(obligations_of(case, on=on, calendar=asked), "zh")
            event = one_about(content, "办理名称变更手续")
            assert event.dtstart.value == date(2016, 3, 31)
            assert "期限：2016-03-31 至 2016-04-03" in event.description.value
            assert len(rings(event)) == count

    def test_nothing_dated(self) -> None:
        """A calendar without events, which a program still reads."""
        case = attrs.evolve(CONTRACT, commencement=date(2014, 7, 1))
        content = duties_calendar(duties(ProjectCase(case, accepted_on=date(2016, 6, 1)), date(2016, 6, 1)), "zh")
        assert events(content) == []
        assert "X-WR-CALNAME:建筑项目\n" in unfolded(content)


class TestNames:
    """A second import finds what the first brought."""

    @staticmethod
    def _hurt(*workers: Worker | str, hour: int = 9, day: int = 1) -> list[Accident]:
        moment = datetime(2016, 3, day, hour, tzinfo=CHINA)
        return [Accident(worker=worker, happened_at=moment, work_cause=True, on_site=True) for worker in workers]

    def test_a_later_day_supersedes(self) -> None:
        """A higher SEQUENCE and a later DTSTAMP, which is midnight in China of the day asked: no clock."""
        first, second = (duties_calendar(example(date(2016, 3, day)), "zh") for day in (2, 3))
        assert "DTSTAMP:20160301T160000Z\n" in unfolded(first)
        assert "DTSTAMP:20160302T160000Z\n" in unfolded(second)
        numbers = [{int(one.sequence.value) for one in events(content)} for content in (first, second)]
        [[one], [other]] = numbers
        assert other == one + 1
        assert duties_calendar(example(date(2016, 3, 2)), "zh") == first

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_a_calendar_is_as_it_was(self, language: Language) -> None:
        """Names that programs know the events by, alarms, texts: as they were looked at, but for the version."""
        content = unfolded(duties_calendar(example(date(2016, 3, 10)), language))
        check_golden(f"duties.{language}.ics", content.replace(__version__, "0.1.0").splitlines())

    def test_the_language_makes_no_difference(self) -> None:
        """Who asks in English today and in Chinese tomorrow has one calendar."""
        answer = example(date(2016, 3, 2))
        assert [one.uid.value for one in events(duties_calendar(answer, "en"))] == uids(answer)

    def test_a_limit_that_moves_keeps_its_name(self) -> None:
        """With a longer term the delay papers are due later, under the same name; another month is another event."""
        longer = attrs.evolve(CONTRACT, completion=date(2016, 12, 31))
        found = []
        for contract, on in ((CONTRACT, date(2016, 3, 2)), (longer, date(2016, 3, 2)), (longer, date(2016, 4, 2))):
            answer = duties(ProjectCase(contract, payments=[PAID]), on, name="甲")
            found.append({one.duty: uid for one, uid in zip(_dated(answer), uids(answer), strict=True)})
        before, moved, month_later = found
        assert before == moved
        assert moved[Duty.FILE_DELAY_PAPERS] == month_later[Duty.FILE_DELAY_PAPERS]
        assert moved[Duty.KEEP_ROSTER] != month_later[Duty.KEEP_ROSTER]

    def test_a_number_outlives_the_name_of_a_project(self) -> None:
        """A project with a number may be renamed; one without either is known by its terms."""
        named = partial(duties, ProjectCase(CONTRACT), date(2015, 9, 1))
        assert uids(named(name="甲", number="7")) == uids(named(name="乙", number="7"))
        assert not set(uids(named(name="甲"))) & set(uids(named(name="乙")))
        dearer = ProjectCase(attrs.evolve(CONTRACT, price=200_000_000))
        assert not set(uids(named())) & set(uids(duties(dearer, date(2015, 9, 1))))

    def test_two_of_one_name_and_two_accidents_of_one_worker(self) -> None:
        """Each has events of his own, and so has each accident."""
        twice = [*self._hurt("张三", "张三"), *self._hurt("张三", day=2)]
        case = ProjectCase(CONTRACT, payments=[PAID], accidents=twice)
        found = uids(duties(case, date(2016, 3, 5)))
        assert max(Counter(found).values()) == 1
        second = duties(attrs.evolve(case, accidents=twice[2:]), date(2016, 3, 5))
        both, alone = _by_identity(duties(case, date(2016, 3, 5)), found), _by_identity(second, uids(second))
        assert {identity: both[identity] for identity in alone} == alone

    def test_a_worker_put_on_the_roster_later_keeps_his_events(self) -> None:
        """With his id he is told more of, and is still the same."""
        known: list[list[str]] = []
        for worker in ("张三", Worker("张三", ID)):
            case = ProjectCase(CONTRACT, payments=[PAID], accidents=self._hurt(worker))
            known.append(uids(duties(case, date(2016, 3, 2))))
        assert known[0] == known[1]


class TestText:
    """What is written is text, and nothing else."""

    def test_lines_are_folded_between_characters(self) -> None:
        """At most 75 octets a line, ended as the format asks, each line whole characters."""
        content = duties_calendar(example(date(2016, 6, 1)), "zh")
        lines = content.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert "".join(line.decode("utf-8") for line in lines).startswith("BEGIN:VCALENDAR")

    def test_a_name_begins_no_line_of_its_own(self) -> None:
        """Ends of lines, commas and what a terminal obeys stay text; an id in a name is masked."""
        name = f"甲\r\nBEGIN:VALARM;\x1b[31m,{ID}"
        content = duties_calendar(duties(ProjectCase(CONTRACT), date(2015, 9, 1), name=name), "zh")
        assert ID not in unfolded(content)
        assert "\x1b" not in unfolded(content)
        assert content.count(b"\r\nBEGIN:VALARM\r\n") == sum(len(rings(one)) for one in events(content))
        told = events(content)[0].description.value.splitlines()[0]
        assert told == "甲  BEGIN:VALARM;�[31m,4501************34"


def _dated(answer: CaseAnswer[tuple[Obligation, ...]]) -> list[Obligation]:
    """The duties with a day, but for changes of the roster that on no day were still to be reported."""
    dated = (one for one in answer.outcome if one.due is not None)
    return [one for one in dated if one.duty is not Duty.REPORT_ROSTER_CHANGE or one.done_on != one.since]


class TestLaws:
    """What holds of every project."""

    @settings(max_examples=100)
    @given(
        case=project_cases(), on=st.dates(date(2015, 1, 1), date(2018, 12, 31)), language=st.sampled_from(["zh", "en"])
    )
    def test_every_project(self, case: ProjectCase, on: date, language: str) -> None:
        """One event for each dated duty, each of its own name, the same a day later; no id in full."""
        answer, later = duties(case, on), duties(case, on + timedelta(days=1))
        content = duties_calendar(answer, language)
        found = events(content)
        starts = [one.due_at or one.due.earliest for one in _dated(answer) if one.due is not None]
        assert [one.dtstart.value for one in found] == starts
        names = [one.uid.value for one in found]
        assert len(set(names)) == len(names)
        text = unfolded(content)
        assert not IDS.search(text)
        assert not any(number in text for number in _ids(case))
        before, after = _by_identity(answer, names), _by_identity(later, uids(later))
        assert all(before[one] == after[one] for one in before.keys() & after.keys())


def _ids(case: ProjectCase) -> set[str]:
    hurt = [*(one.worker for one in case.accidents), *(one.worker for one in case.diseases)]
    workers = [*(one.worker for one in case.roster), *hurt]
    return {whole(number) for number in map(number_of, workers) if number is not None}


def _by_identity(answer: CaseAnswer[tuple[Obligation, ...]], names: list[str]) -> dict[tuple[object, ...], list[str]]:
    """The names by what tells a duty, which its limit does not; alike ones together, in their order."""
    found: dict[tuple[object, ...], list[str]] = {}
    for one, name in zip(_dated(answer), names, strict=True):
        month = one.due if one.duty is Duty.KEEP_ROSTER else None
        found.setdefault((one.duty, one.clause, one.about, one.about and one.since, month), []).append(name)
    return found


class TestCommand:
    """``gxinjury obligations --ics``."""

    ASKED: Final = ("obligations", str(EXAMPLE), "--on", "2016-03-02", "--lang", "zh")

    def test_writes_beside_what_it_prints(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """The page stays as it is, as JSON does; the file is what the function gives, twice the same."""
        path = tmp_path / "义务.ics"
        for more in ((), ("--json",), ()):
            assert main([*self.ASKED, *more]) == 0
            plain = capsys.readouterr()
            assert main([*self.ASKED, *more, "--ics", str(path)]) == 0
            assert capsys.readouterr() == plain
            assert path.read_bytes() == duties_calendar(example(date(2016, 3, 2)), "zh")
        assert [one.name for one in tmp_path.iterdir()] == ["义务.ics"]

    def test_says_what_to_install(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """Without icalendar, one plain line and nothing written; without --ics nothing is needed."""
        monkeypatch.delitem(sys.modules, "gxinjury.extra.ics", raising=False)
        monkeypatch.setitem(sys.modules, "icalendar", None)
        for language, told in (
            ("zh", "写日历文件需要 icalendar，请先安装：pip install 'gxinjury[office]'\n"),
            ("en", "a calendar file needs icalendar; install it with: pip install 'gxinjury[office]'\n"),
        ):
            assert main([*self.ASKED[:-1], language, "--ics", str(tmp_path / "o.ics")]) == 2
            assert capsys.readouterr() == ("", told)
        assert list(tmp_path.iterdir()) == []
        assert main(self.ASKED) == 0

    def test_a_folder_is_refused(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Nothing is printed, and the folder is as it was."""
        assert main([*self.ASKED, "--ics", str(tmp_path)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"未能写入 {tmp_path}：请确认它不是文件夹")

    def test_the_case_is_never_overwritten(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Who names the case file itself keeps it."""
        case = tmp_path / "case.toml"
        case.write_bytes(EXAMPLE.read_bytes())
        asked = ("obligations", str(case), "--on", "2016-03-02", "--lang", "en", "--ics", str(case))
        assert main(asked) == 2
        assert "is a file of another kind, so it was left alone" in capsys.readouterr().err
        assert case.read_bytes() == EXAMPLE.read_bytes()
