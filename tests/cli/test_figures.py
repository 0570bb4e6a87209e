"""``gxinjury figures``: the list on the shell, in both languages and as JSON."""

import json
from decimal import Decimal

import pytest

from gxinjury import LAW
from gxinjury.cli import main


def test_one_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """One figure is printed with values, standings and sources; hyphens and capitals do."""
    assert main(["figures", "Urban-Disposable-Income", "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("urban_disposable_income  national urban disposable income per head  [REG-39]\n")
    assert "  of 2013  26,955.00 yuan  (published)\n" in printed
    assert "source: http" in printed


def test_all_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name all figures are printed, in Chinese where asked."""
    assert main(["figures", "--lang", "zh"]) == 0
    printed = capsys.readouterr().out
    unbroken = printed.replace("\n    ", "")
    assert all(f"{figure.label.zh}（{name}）" in unbroken for name, figure in LAW.figures().items())
    assert "出处：" in printed


def test_lines_are_wrapped(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines break to the width of the page."""
    monkeypatch.setenv("COLUMNS", "60")
    assert main(["figures", "contribution_base", "--lang", "en"]) == 0
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 60


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON an amount is a text that loses no digit, and a missing value is null."""
    assert main(["figures", "nanning_on_post", "--json"]) == 0
    [figure] = json.loads(capsys.readouterr().out)["figures"]
    assert figure["name"] == "nanning_on_post"
    by_year = {one["first"]: one for one in figure["values"]}
    assert Decimal(by_year["2010-01-01"]["value"]) == 37042
    assert by_year["2010-01-01"]["announced_by"] == "2011-12-31"
    assert by_year["2023-01-01"]["announced_on"] == "2024-06-24"
    assert by_year["2025-01-01"]["value"] is None
    assert by_year["2025-01-01"]["standing"] == "MISSING"


def test_json_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Every kind of value has a form in JSON: records field by field, rates and clauses as texts, enums by name."""
    assert main(["figures", "--json"]) == 0
    figures = {one["name"]: one for one in json.loads(capsys.readouterr().out)["figures"]}
    assert [*figures] == [*LAW.figures()]
    assert figures["minimum_wages"]["values"][1]["value"]["class_4"] is None
    assert figures["minimum_wages"]["values"][1]["value"]["class_1"] == "1680"
    assert figures["nanning_fund_balance"]["values"][0]["value"] == "MONTHS_24_OR_MORE"
    assert figures["reference_wage_floor"]["values"][0]["value"] == "60%"
    assert figures["reference_wage_months"]["values"][0]["value"] == 12
    assert figures["new_starts_from"]["values"][0]["value"] == "2015-01-01"
    assert figures["nanning_notice"]["values"][0]["value"]["zh"].startswith("南宁市")
    assert figures["medical_subsidy"]["values"][0]["value"]["months"]["values"] == [18, 16, 14, 12, 10, 8]
    assert figures["medical_subsidy"]["values"][0]["value"]["clause"] == "ORDER18-medical"


@pytest.mark.parametrize(("given", "nearest"), [("nanning_onpost", "nanning_on_post"), ("xyz", "nanning_on_post")])
def test_unknown_name(capsys: pytest.CaptureFixture[str], given: str, nearest: str) -> None:
    """An unknown name ends with status 2 and names the nearest one."""
    assert main(["figures", given, "--lang", "en"]) == 2
    assert f"there is no figure {given}; did you mean {nearest}?" in capsys.readouterr().err
