"""Days off that the shell is given: a notice in a file of its own, or in the case, and the calendar that it implies."""

from datetime import date
from pathlib import Path

import pytest

from gxinjury.cli import main
from gxinjury.extra.calendars import NationalCalendar, calendar_named
from gxinjury.extra.cases.days_off import DaysOff, Where

CASE = """
[contract]
price = 100_000_000
commencement = 2026-01-09
completion = 2026-12-31

[[injuries]]
worker = "甲"
happened_at = 2026-03-21T09:00:00+08:00
work_cause = true
on_site = true
"""
NOTICE = """
[[days_off]]
off = [2026-04-20, 2026-04-21]
source = "No. 1"
"""


@pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")
@pytest.mark.parametrize(("language", "said"), [("en", "2026"), ("zh", "2026年")])
def test_a_notice_in_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    """The limit of 2026-04-20 moves over both days off, and the page says by which notice."""
    case, notice = tmp_path / "case.toml", tmp_path / "days.toml"
    case.write_text(CASE, encoding="utf-8")
    notice.write_text(NOTICE, encoding="utf-8")
    main(["assess", str(case), "--days-off", str(notice), "--lang", language])
    with_notice = capsys.readouterr().out
    assert "2026-04-22" in with_notice
    assert said in with_notice
    main(["assess", str(case), "--lang", language])
    assert "2026-04-22" not in capsys.readouterr().out
    case.write_text(CASE + NOTICE, encoding="utf-8")
    main(["assess", str(case), "--lang", language])
    assert "2026-04-22" in capsys.readouterr().out


@pytest.mark.clause("CIVIL-203")
def test_festivals_of_the_country() -> None:
    """A supplied notice tells them for its year; a year that nobody knows has none."""
    told = calendar_named("national", (DaysOff((date(2027, 4, 5),), where=Where.NATIONAL),))
    assert isinstance(told, NationalCalendar)
    assert told.is_festival(date(2027, 4, 5))
    assert not told.is_festival(date(2027, 4, 6))
    assert not told.is_festival(date(2050, 10, 1))
    assert told.is_festival(date(2016, 10, 1))
    assert not told.is_festival(date(2016, 10, 15))


def test_what_is_missing_for_another_reason_is_not_taken_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is missing in the extra itself is a fault of the install, and passes."""

    def lacks(*_: object) -> None:
        raise ModuleNotFoundError("lunar", name="lunar")

    monkeypatch.setattr("gxinjury.cli.listings.run", lacks)
    with pytest.raises(ModuleNotFoundError, match="lunar"):
        main(["readings"])
