"""What to write instead: a fault of data with the hint that helps whoever writes a case file."""

from datetime import datetime
from typing import Any, Final

import pytest

from gxinjury.codec import FileError
from gxinjury.extra.cases import hints
from gxinjury.extra.cases.hints import home_of
from gxinjury.extra.cases.reading import structure_case
from tests.extra.looks import check_golden

NAME: Final = "case.toml"
CONTRACT: Final = {"price": 100_000_000, "commencement": "2015-10-09", "completion": "2016-06-30"}


INJURY: Final = {"worker": "张三", "happened_at": "2015-10-20T09:00+08:00", "work_cause": True, "on_site": True}
BENEFITS: Final[dict[str, Any]] = {
    "grade": "十级",
    "monthly_wages": 4000,
    "wage": "4,200元",
    "stays": {"first": "2015-10-20"},
    "treatment": "",
    "wge": 1,
    "ended_on": "2016-01-01",
    "death": {"died_on": "2015-12-01", "dependants": [{"relation": "配遇"}]},
    "termination": {"scal": "50%", "ground": "expired"},
}
WRONG: Final[dict[str, dict[str, Any]]] = {
    "keys": {
        "payment": [],
        "price": 1,
        "relif": "50%",
        "roster_fil": "a.csv",
        "payee": {"nme": "甲"},
        "progress": {"started": "2015-11-01"},
        "project": {"kind": "x", "paid_on": "2016-01-01"},
        "roster": [
            {"worker": {"name": "张三", "resident": "x"}, "kind": "add", "reported_on": "2015-11-01", "天气": 1}
        ],
        "law": {"readings": {"elapsed": "MONTHS"}, "readinsg": {}},
        "days_off": [{"on": "2020-04-01", "year": 2020}],
    },
    "lists": {
        "payments": {"amount": 1},
        "days_off": [{"off": "2026-04-20"}],
        "injuries": [{**INJURY, "benefits": {"monthly_wages": 4000, "stays": {"first": "2015-10-20"}}}],
    },
    "injuries": {"injuries": [INJURY, {**INJURY, "benefits": BENEFITS, "enrolled_by_employer": "也许"}]},
    "employers": {
        "injuries": [{**INJURY, "enrolled_by_employer": one} for one in ("2016.3.1", {"from": "2016-03-01"}, 3, "是")]
    },
    "choices": {
        "injuries": [
            {**INJURY, "worker": 3, "benefits": {"grade": one}} for one in (11, "伤残九级", "10", "九", "级", True)
        ],
        "roster": [
            {"worker": "张三", "kind": one, "reported_on": "2015-11-01"} for one in ("增", " ADDED ", "remove", 3, None)
        ],
    },
    "amounts": {
        "payments": [
            {"amount": one, "paid_on": "2015-10-08"} for one in ("１，０００元", "1千", "1,000.5", True, "1e3", None)
        ]
    },
    "items": {
        name: [{"name": 3}] * 2 for name in ("price_changes", "term_changes", "name_changes", "diseases", "stoppages")
    },
}
"""What is wrong with cases, by what it is about."""


@pytest.mark.parametrize("about", WRONG)
def test_what_is_told(about: str) -> None:
    """Every complaint to the letter, in both languages, as it was looked at."""
    with pytest.raises(FileError) as caught:
        structure_case({"contract": CONTRACT, **WRONG[about]})
    check_golden(f"hints-{about}", (line for one in caught.value.faults for line in (one.text("zh"), one.text("en"))))


def faults(data: dict[str, object]) -> list[str]:
    """Return what is told in Chinese of data, line by line."""
    with pytest.raises(FileError) as caught:
        structure_case({"contract": CONTRACT, **data}, NAME)
    return [line.removeprefix(f"{NAME}：") for line in caught.value.text("zh").splitlines()]


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2015.10.9", "；请写 2015-10-09"),
        ("2015年10月9日", "；请写 2015-10-09"),
        ("2015/10/9", "；请写 2015-10-09"),
        ("2015-11", "；只有年月，请补上日，如 2022-10-08"),
        (42286, "；像是 Excel 日期序号，请写 2015-10-09"),
        ("soon", ""),
        (True, ""),
        (1, ""),
        ([], ""),
        (datetime(2015, 10, 9), "；请写 2015-10-09"),
    ],
)
def test_days_as_people_write_them(value: object, hint: str) -> None:
    """A text that is a day to a person is refused with the day as it has to stand there."""
    [line] = faults({"payments": [{"amount": 1, "paid_on": value}]})
    start = "payments[0].paid_on（第1笔缴费，缴费日）必须是日期，如 2016-06-30，不带时刻，现为"
    assert line.startswith(start)
    assert (line.partition("；")[2] if hint else line.partition("；")[1]) == hint.removeprefix("；")


@pytest.mark.parametrize(("value", "hint"), [("130,000", "请写 130000"), ("130,000.50 元", "请写 130000.50")])
def test_amounts_with_marks(value: str, hint: str) -> None:
    """So is an amount in a text."""
    [line] = faults({"payments": [{"amount": value, "paid_on": "2015-10-08"}]})
    assert line.endswith(f"；{hint}")


def test_a_chinese_key_that_toml_takes() -> None:
    """In quotation marks, or in JSON, it is read, and told with the English one."""
    assert faults({"缴费": []}) == ["缴费 不是已知的键；键名须用英文：缴费→payments"]


def test_a_key_one_level_too_high() -> None:
    """The section within the benefits that it belongs to is named."""
    [line] = faults({"injuries": [{**INJURY, "benefits": {"scale": "50%"}}]})
    assert line.endswith("不属于此处；应移到 [injuries.benefits.termination]")


def test_where_each_key_is_at_home() -> None:
    """Every key of a case file with the one section that has it; none for a key that several have."""
    homes = {key: home_of(key) for key in hints._homes()}
    check_golden("homes", (f"{key}: {home.en if home else None}" for key, home in homes.items()))
