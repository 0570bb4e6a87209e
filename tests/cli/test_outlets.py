"""``gxinjury outlets``: this month's list of outlets, held against last month's."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gxinjury.cli import main

LAST = "网点名称,分支机构名录,备案回执\n甲店,,有\n乙店,有,\n丁店,有,\n戊店,有,\n"
THIS = "网点名称,分支机构名录,备案回执,状态,片区\n甲店,有,,,东\n丙店,有,有,正常,\n乙店,,有,注销,\n戊店,有,,,\n"


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[str, str]:
    """Return this month's list and last month's; asked is on a page of 100 columns."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    for name, text in (("this.csv", THIS), ("last.csv", LAST)):
        (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / "this.csv"), str(tmp_path / "last.csv")


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Return what the command printed; it must have ended well."""
    assert main(["outlets", *argv]) == 0
    return capsys.readouterr().out


@pytest.mark.clause("GX-4.1.1")
def test_against_last_month(capsys: pytest.CaptureFixture[str], lists: tuple[str, str], tmp_path: Path) -> None:
    """Counts first, then which: to enrol, to close, changed, vanished; written as a workbook, a sheet a group."""
    this, last = lists
    path = tmp_path / "核对.xlsx"
    out = printed(capsys, this, "--against", last, "--lang", "zh", "--xlsx", str(path))
    assert (
        "符合参保条件的3户，注销、撤销的1户\n应参保：1户\n应停保：1户\n无变化：1户\n有变化：1户\n去向不明：1户\n" in out
    )
    assert "片区”不是网点名单的栏目，原样保留" in out.replace("\n    ", "")
    assert "\n提示\n" in out
    assert set(load_workbook(path).sheetnames) >= {"应参保", "应停保", "有变化", "去向不明", "提示"}


def test_one_list(capsys: pytest.CaptureFixture[str], lists: tuple[str, str]) -> None:
    """By itself it is only counted."""
    out = printed(capsys, lists[1])
    assert "qualifying: 4; closed or revoked: 0" in out
    assert "to enrol" not in out


def test_as_data(capsys: pytest.CaptureFixture[str], lists: tuple[str, str]) -> None:
    """By group; what changed with both months."""
    data = json.loads(printed(capsys, lists[0], "--against", lists[1], "--json"))
    assert [one["name"] for one in data["to_enrol"]] == ["丙店"]
    assert [(one["before"]["branch_listing"], one["now"]["branch_listing"]) for one in data["changed"]] == [
        (False, True)
    ]
    assert [one["code"] for one in data["findings"]] == ["vanished"]
    assert [one["name"] for one in data["closed"]] == ["乙店"]


def test_bad_calls(capsys: pytest.CaptureFixture[str], lists: tuple[str, str]) -> None:
    """No list named, and last month's with a fault."""
    assert main(["outlets", "--lang", "zh"]) == 2
    assert "请写出网点名单，如 gxinjury outlets 网点名单.xlsx" in capsys.readouterr().err
    Path(lists[1]).write_text("x\n", "utf-8")
    assert main(["outlets", lists[0], "--against", lists[1]]) == 2
    assert capsys.readouterr().err.startswith(f"{lists[1]}: there is no row of headers")


def test_marks_faults_in_a_copy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A CSV becomes a workbook, the cell coloured and noted."""
    (tmp_path / "网点.csv").write_text("网点名称,分支机构名录,备案回执\n青秀一店,是吗,\n", encoding="utf-8")
    copy = tmp_path / "标.xlsx"
    assert main(["outlets", str(tmp_path / "网点.csv"), "--mark", str(copy), "--lang", "zh"]) == 2
    assert "第2行“分支机构名录”请答“是”或“否”，现为 '是吗'" in capsys.readouterr().err
    assert load_workbook(copy).worksheets[0]["B2"].comment.text == "请答“是”或“否”，现为 '是吗'"
