"""The data that the command prints: what stands there is text, numbers and records, never what Python shows."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from gxinjury.cli import main

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
CASES: Final = sorted(path for path in EXAMPLES.glob("*") if path.suffix in {".toml", ".json"})
COMMANDS: Final = (("assess",), ("assess", "--explain"), ("ask",), ("obligations", "--on", "2016-06-01"))
HAN: Final = re.compile("[\u4e00-\u9fff]")

SHOWN: Final = re.compile(
    r"""
    \b[A-Z][A-Za-z]*\((?:[a-z_]+=|'|\))  # Text(zh=..., Decimal('1'), Law()
    | <[A-Za-z_][\w.]*(?::|\ |>)         # <Standing.UNSETTLED: ...>, <gxinjury...
    | \ object\ at\ 0x
    | \bdatetime\.\w+\(
    """,
    re.VERBOSE,
)
"""What Python makes of an object that nobody made a text of."""

UNPUBLISHED: Final = """
[contract]
price = 100_000_000
commencement = 2015-10-09
completion = 2016-06-30
[[payments]]
amount = 130_000
paid_on = 2015-10-08
[[injuries]]
worker = "张三"
happened_at = 2016-03-01T09:00:00+08:00
work_cause = true
on_site = true
determined_on = 2016-05-01
[injuries.benefits]
average_series = "non_private"
monthly_wages = [3_000]
grade = 7
graded_on = 2016-11-20
[injuries.benefits.death]
died_on = 2016-12-01
anchor = "death"
"""
"""A settlement that needs an average that nobody has published."""


def texts_in(data: object) -> Iterator[str]:
    """Yield every text of some data, keys too."""
    match data:
        case str():
            yield data
        case dict():
            for key, value in data.items():
                yield from texts_in(key)
                yield from texts_in(value)
        case list():
            for one in data:
                yield from texts_in(one)
        case _:
            pass


def values_of(data: object, wanted: str) -> Iterator[Any]:
    """Yield what stands under a key, however deep."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == wanted:
                yield value
            yield from values_of(value, wanted)
    elif isinstance(data, list):
        for one in data:
            yield from values_of(one, wanted)


def answered(capsys: pytest.CaptureFixture[str], command: tuple[str, ...], path: Path, language: str) -> Any:  # noqa: ANN401  (JSON)
    """Return the data that a command prints of a case."""
    name, *options = command
    status = main([name, str(path), "--json", "--lang", language, *options])
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return json.loads(out)


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("Text(zh='未见公布', en='not published')", True),
        ("Decimal('1.30')", True),
        ("Law()", True),
        ("<Standing.UNSETTLED: 1>", True),
        ("<gxinjury.texts.Text object at 0x7f>", True),
        ("datetime.date(2016, 6, 30)", True),
        ("cover (the project's), 2016-06-30 < 2016-07-01", False),
        ('law.with_figure("nanning_non_private", ...)', False),
        ("基金支付（按月）", False),
    ],
)
def test_the_check(text: str, *, is_shown: bool) -> None:
    """It finds what Python shows, and lets sentences be."""
    assert bool(SHOWN.search(text)) is is_shown


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_the_examples(capsys: pytest.CaptureFixture[str], path: Path, command: tuple[str, ...], language: str) -> None:
    """Every text of every answer on every example."""
    texts = [*texts_in(answered(capsys, command, path, language))]
    assert len(texts) > 20
    assert [text for text in texts if SHOWN.search(text)] == []


@pytest.mark.clause("REG-64", "REG-37", "REG-39")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_figure_that_is_not_published(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    """The reason is a text in both languages wherever it stands, among the findings' values too."""
    path = tmp_path / "case.toml"
    path.write_text(UNPUBLISHED, encoding="utf-8")
    data = answered(capsys, command, path, "en")
    assert [text for text in texts_in(data) if SHOWN.search(text)] == []
    reasons = [*values_of(data, "reason")]
    if command[0] == "assess":
        assert reasons
    for reason in reasons:
        assert sorted(reason) == ["en", "zh"]
        assert HAN.search(reason["zh"])
        assert not HAN.search(reason["en"].replace("万元", ""))
    if command[0] == "assess":
        told = "南宁市城镇非私营单位就业人员年平均工资2015年的数值未见公布"
        assert any(reason["zh"].startswith(told) for reason in reasons)
        assert any("of 2015 is not published" in reason["en"] for reason in reasons)
