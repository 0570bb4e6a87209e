"""Slips of people who write a case file for the first time: each told with its line and with what to write."""

from pathlib import Path
from typing import Final

import pytest

from gxinjury.codec import FileError
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.reading import structure_case
from gxinjury.extra.cases.slips import english_key, key_hint
from gxinjury.extra.cases.text import parse
from tests.chinese import code_in

NAME: Final = "case.toml"


def told(text: str) -> tuple[list[str], list[str]]:
    """Return what is told of a file that is no TOML, line by line, in Chinese and in English, without its name."""
    with pytest.raises(FileError) as caught:
        parse(text.encode(), NAME)
    zh, en = caught.value.text("zh").splitlines(), caught.value.text("en").splitlines()
    assert all(line.startswith(f"{NAME}：") for line in zh)
    assert all(line.startswith(f"{NAME}: ") for line in en)
    assert [code_in(line.removeprefix(f"{NAME}：").partition("：")[2]) for line in zh] == [[]] * len(zh)
    return [line.removeprefix(f"{NAME}：") for line in zh], [line.removeprefix(f"{NAME}: ") for line in en]


@pytest.mark.parametrize(
    ("line", "zh"),
    [
        ("price = 23,856,000", "第2行 price：金额不要写千分位逗号，请写 23856000"),
        ("price = 23,856,000.50元", "第2行 price：金额不要写千分位逗号，请写 23856000.50"),
        ("price = ￥23，856，000", "第2行 price：金额不要写千分位逗号，请写 23856000"),
        ("price = 1,200万元", "第2行 price：金额不要写千分位逗号，请写 12000000"),
        ("price = 2385.6万元", "第2行 price：金额只写数字，以元计，不写单位，请写 23856000"),
        ("price = 2385.6 元", "第2行 price：金额只写数字，以元计，不写单位，请写 2385.6"),
        ("price = ￥23856", "第2行 price：金额只写数字，以元计，不写单位，请写 23856"),
        ("d = 2015.11.1", "第2行 d：日期请写 2015-11-01，不要用点、斜线或“年月日”"),
        ("d = 2015年11月1日", "第2行 d：日期请写 2015-11-01，不要用点、斜线或“年月日”"),
        ("d = 2015/11/1", "第2行 d：日期请写 2015-11-01，不要用点、斜线或“年月日”"),
        ("d = 2015-1-2", "第2行 d：日期请写 2015-01-02，不要用点、斜线或“年月日”"),
        ("d = 2015年2月30日", "第2行 d：没有 2015年2月30日 这一天"),
        ("d = 2015-11", "第2行 d：只有年月（2015-11），请补上日，如 2015-11-01"),
        ("d = 2015年11月", "第2行 d：只有年月（2015年11月），请补上日，如 2015-11-01"),
        ("name = “滨江小学”", '第2行 name：用了中文引号“”，请改用英文引号 "'),
        ("name ＝ 1", "第2行 name：用了全角符号“＝”，请改用英文符号"),
        ("name: 1", "第2行 name：键名与值之间用英文等号 =，不用冒号"),
        ("name = 滨江小学", '第2行 name：文本请加英文引号，写 name = "滨江小学"'),
        ("relief = 50%", '第2行 relief：比率请加英文引号，写 "50%"'),
        ("on_site = True", "第2行 on_site：请写“true”（“是”写 true，“否”写 false，小写，不加引号）"),
        ("on_site = 否", "第2行 on_site：请写“false”（“是”写 true，“否”写 false，小写，不加引号）"),
        ("【contract】", "第2行：用了全角符号“【”，请改用英文符号"),
        ("[contract] “项目”", '第2行：用了中文引号“”，请改用英文引号 "'),
        ("“项目”", '第2行：用了中文引号“”，请改用英文引号 "'),
        ("合同总造价 = 1", "键名须用英文：合同总造价→price"),
        ("[合同]\n合同总造价 = 1", "键名须用英文：合同→contract，合同总造价→price"),
        ("[合同]\n合同总造价 = 1\n[合同]\n合同总造价 = 2", "键名须用英文：合同→contract，合同总造价→price"),
        ("x = { amount = 1, 缴费日 = 2015-01-02 }", "键名须用英文：缴费日→paid_on"),
        ("天气 = 1", "键名须用英文，“天气”没有对应的键"),
        ("price = 1\nprice = 2", "不是合法的 TOML：第3行第10列（这个键写了两次）"),
        ("price 1", "不是合法的 TOML：第2行第7列（键名之后应有英文等号）"),
        ("price = 1 # 1,000\nx y", "不是合法的 TOML：第3行第3列（键名之后应有英文等号）"),
    ],
)
def test_tells_what_to_write(line: str, zh: str) -> None:
    """A line that people write, and what they are told of it."""
    [said], _ = told(f"# 案情\n{line}\n")
    assert said == zh


def test_all_are_told_at_once() -> None:
    """Every line with a slip, then the keys in Chinese, in English too."""
    zh, en = told("[合同]\nprice = 1,000\ncommencement = 2015.1.2\nname = “a”\nx = 1 2\n")
    assert [line.partition("：")[0] for line in zh] == [
        "第2行 price",
        "第3行 commencement",
        "第4行 name",
        "键名须用英文",
    ]
    assert en == [
        "line 2, price: write the amount without marks between thousands: 1000",
        "line 3, commencement: write the day as 2015-01-02, without points, slashes or 年月日",
        'line 4, name: the quotation marks are full-width ones: write plain ones, "',
        "keys are written in English: 合同→contract",
    ]


def test_the_longest_line_that_is_looked_at() -> None:
    """Of 500 letters."""
    line = "price = 1,000 #"
    [slip], [other] = (told(f"{line.ljust(length, 'a')}\n")[0] for length in (500, 501))
    assert slip == "第1行 price：金额不要写千分位逗号，请写 1000"
    assert other.startswith("不是合法的 TOML：第1行")


def test_what_the_reader_stumbles_on_above_a_chinese_key() -> None:
    """It is told too; a bare word without Chinese is left to it."""
    zh, _ = told("x = y\n合同总造价 = 1\n")
    assert zh == ["键名须用英文：合同总造价→price", "不是合法的 TOML：第1行第5列（值的写法不对，文本要加英文引号）"]


def test_a_chinese_key_beside_a_mark() -> None:
    """The mark is told by its line, the key with the others in Chinese."""
    zh, _ = told("合同总造价 ＝ 1\n[项目]\n名称 = “a”\n")
    assert zh == [
        "第1行：用了全角符号“＝”，请改用英文符号",
        '第3行：用了中文引号“”，请改用英文引号 "',
        "键名须用英文：合同总造价→price，项目→project，名称→name",
    ]


def test_what_the_reader_stumbles_on_is_told_beside_the_slips() -> None:
    """Where its line has none of them."""
    zh, _ = told("x = 1 2\nprice = 1,000\n")
    assert zh == [
        "第2行 price：金额不要写千分位逗号，请写 1000",
        "不是合法的 TOML：第1行第7列（一个值之后还有多余的内容）",
    ]


def test_a_file_in_order_is_not_looked_at() -> None:
    """What stands in texts and remarks is nobody's slip."""
    text = 'name = "“2015.1.2”，1,000元" # 价款 = 1,000\n'
    assert parse(text.encode(), NAME) == {"name": "“2015.1.2”，1,000元"}


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("合同", "contract"),
        ("施工合同", "contract"),
        ("合同总造价", "price"),
        ("缴费", "payments"),
        ("缴费日", "paid_on"),
        ("花名册", "roster"),
        ("身份证号", "resident_id"),
        ("伤残等级", "grade"),
        ("竣工验收合格日", "accepted_on"),
        ("天气", None),
    ],
)
def test_keys_by_their_labels(label: str, key: str | None) -> None:
    """Which key a label stands for is read from the labels of explanations."""
    assert english_key(label) == key


def test_a_key_without_chinese_has_no_such_hint() -> None:
    """The nearest key is told of it instead."""
    assert key_hint("prise") is None
    hint = key_hint("天气")
    assert hint is not None
    assert hint.zh == "键名须用英文，“天气”没有对应的键"


def test_a_payment_years_before_the_notice() -> None:
    """Its year is asked about, not a figure."""
    payments = [{"amount": 1, "paid_on": "2005-10-30"}, {"amount": 1, "paid_on": "2015-10-08"}]
    contract = {"price": 100_000_000, "commencement": "2015-10-09", "completion": "2016-06-30"}
    case = structure_case({"contract": contract, "payments": payments})
    found = assess_case(case, NAME).outcome.findings
    told = next(one for one in found if one.code == "paid_before_the_notice")
    assert told.text("zh") == "第1笔缴费的缴费日为2005-10-30，早于通知施行（2015年），年份是否有误？ [NN-0]"


def test_the_examples_have_no_slips() -> None:
    """They are TOML, so they are not looked at; nor would they have any."""
    for path in (Path(__file__).parents[3] / "examples").glob("*.toml"):
        assert parse(path.read_bytes(), path.name)


@pytest.mark.parametrize("line", ["a" * 19_999, f"x = {'滨' * 19_000}", "a = " * 4_999, '"' * 19_999, "滨" * 499])
def test_a_long_line_is_not_looked_at(line: str) -> None:
    """Nobody types it, and looking would take time: what the reader of TOML stumbles on is told."""
    zh, _ = told("\n".join([line] * 3))
    assert len(zh) <= 3
    assert "不是合法的 TOML" in zh[-1] or "键名须用英文" in zh[-1]
