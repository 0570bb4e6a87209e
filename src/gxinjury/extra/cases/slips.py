"""Slips of people who write TOML for the first time (案情文件的常见笔误): each told with its line and what to write.

Nothing to install. Looked for only in a file that is no TOML as it stands.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final, get_args

import attrs

from gxinjury.codec.faults import Fault
from gxinjury.construction import ProjectCase
from gxinjury.errors import FactRule
from gxinjury.fields import fields_of
from gxinjury.privacy import printable
from gxinjury.texts import Text

# A line that somebody types is shorter.
_LONGEST_LOOKED_AT: Final = 500
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_STRINGS: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_KEY: Final = re.compile(
    r"\s*(?:\[{1,2}\s*(?P<heading>[^\[\]\"']+?)\s*\]{1,2}|(?P<key>[^\s=＝:：\[\]{}\"',#]+)\s*[=＝:：])"
)
_KEYS_WITHIN: Final = re.compile(r"[{,]\s*(?P<key>[^\s=＝{},\"'#]+)\s*[=＝]")
# A key is looked for where a word begins, and is not taken shorter: else a long line takes time by its square.
_VALUE: Final = r"(?<![^\s=＝{}\[\],\"'#])(?P<key>[^\s=＝{}\[\],\"'#]++)\s*+[=＝]\s*"
_QUOTES: Final = re.compile("[“”‘’「」＂＇]")
_FULL_WIDTH: Final = re.compile("[＝：【】［］｛｝]")
_COLON: Final = re.compile(r"\s*[\w.-]+\s*:")
_MARKED: Final = re.compile(
    _VALUE + r"[¥￥]?\s*(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?)(?![\d,，])\s*(?P<unit>万?元|万)?"
)
_WITH_UNIT: Final = re.compile(_VALUE + r"(?P<sign>[¥￥]?)\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>万?元|万)?")
_WRITTEN_DAY: Final = re.compile(
    _VALUE + r"(?P<day>(?P<y>\d{4})\s*[-./年]\s*(?P<m>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})\s*日?)(?!\d)"
)
_MONTH_ONLY: Final = re.compile(_VALUE + r"(?P<month>\d{4}\s*(?:年\s*\d{1,2}\s*月|[-/]\s*\d{1,2}))\s*$")
_BARE_RATE: Final = re.compile(_VALUE + r"(?P<rate>\d+(?:\.\d+)?\s*[%％‰])")
_FLAG: Final = re.compile(_VALUE + r"(?P<flag>True|TRUE|False|FALSE|yes|no|是|否)\s*[,}]?\s*$")
_BARE_TEXT: Final = re.compile(_VALUE + r"(?P<text>[^\s\"'\[{0-9][^\"]*?)\s*$")
_TRUE: Final = ("true", "yes", "是")
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

_AT: Final = FactRule(zh="第{line}行{key}：{what}", en="line {line}{key}: {what}", code="slip")
_NO_MARKS: Final = Text(
    zh="金额不要写千分位逗号，请写 {number}", en="write the amount without marks between thousands: {number}"
)
_NO_UNIT: Final = Text(
    zh="金额只写数字，以元计，不写单位，请写 {number}", en="write the amount as a bare number of yuan: {number}"
)
_ISO_DAY: Final = Text(
    zh="日期请写 {day}，不要用点、斜线或“年月日”", en="write the day as {day}, without points, slashes or 年月日"
)
_NO_SUCH_DAY: Final = Text(zh="没有 {day} 这一天", en="there is no such day as {day}")
_ADD_THE_DAY: Final = Text(
    zh="只有年月（{month}），请补上日，如 2015-11-01", en="{month} is a month only: write the day too, as 2015-11-01"
)
_PLAIN_QUOTES: Final = Text(
    zh='用了中文引号“”，请改用英文引号 "', en='the quotation marks are full-width ones: write plain ones, "'
)
_PLAIN_MARKS: Final = Text(
    zh="用了全角符号“{mark}”，请改用英文符号", en="{mark} is a full-width mark: write it in half width"
)
_EQUALS: Final = Text(
    zh="键名与值之间用英文等号 =，不用冒号", en="between key and value stands an equals sign, no colon"
)
_QUOTED_RATE: Final = Text(zh='比率请加英文引号，写 "{rate}"', en='write the rate in quotation marks: "{rate}"')
_PLAIN_FLAG: Final = Text(
    zh="请写“{flag}”（“是”写 true，“否”写 false，小写，不加引号）",
    en="write {flag}, in small letters and without quotation marks",
)
_QUOTED_TEXT: Final = Text(
    zh="文本请加英文引号，写 {key} = {text}", en="write the text in quotation marks: {key} = {text}"
)
_ENGLISH_KEYS: Final = FactRule(
    zh="键名须用英文：{keys}", en="keys are written in English: {keys}", code="no_english_key"
)
_ENGLISH_KEY: Final = FactRule(
    zh="键名须用英文，“{key}”没有对应的键",
    en="keys are written in English, and none is called {key}",
    code="no_english_key",
)

_ALSO_CALLED: Final = {
    "项目": "project",
    "项目名称": "name",
    "建设单位": "owner",
    "工程": "project",
    "名称": "name",
    "地点": "place",
    "总承包单位": "general_contractor",
    "施工总承包单位": "general_contractor",
    "工程进度": "progress",
    "进度": "progress",
    "缴费": "payments",
    "缴费情况": "payments",
    "事故": "injuries",
    "工伤": "injuries",
    "工伤事故": "injuries",
    "待遇": "benefits",
    "更名": "name_changes",
    "口径": "law",
    "开工日期": "commencement",
    "竣工日期": "completion",
    "缴费日期": "paid_on",
    "缴费金额": "amount",
    "身份证号码": "resident_id",
}


@cache
def _keys_by_label() -> Mapping[str, str]:
    """Return the keys of a case file by what their labels call them in Chinese."""
    found: dict[str, str] = {}
    waiting: list[Any] = [ProjectCase]
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        if isinstance(kind, type) and attrs.has(kind):
            for field in fields_of(kind):
                waiting.append(field.kind)
                found.setdefault(field.label.zh, field.name)
    return found | _ALSO_CALLED


def english_key(label: str) -> str | None:
    """Return the key that a Chinese label stands for; None where no key is called so, or nearly so.

    >>> english_key("合同"), english_key("合同总造价"), english_key("天气")
    ('contract', 'price', None)
    """
    keys = _keys_by_label()
    near = difflib.get_close_matches(label, keys)
    return keys[near[0]] if near else None


def key_hint(label: str) -> Text | None:
    """Return the hint at the English key that a Chinese one stands for; None for a key without Chinese."""
    if not _HAN.search(label):
        return None
    key = english_key(label)
    shown = printable(label)
    if key is None:
        return _ENGLISH_KEY.filled({"key": shown})
    return _ENGLISH_KEYS.filled({"keys": f"{shown}→{key}"})


def slips(text: str) -> Iterator[tuple[int, Fault]]:
    """Yield the slips in a text that is no TOML, each with its line, counted from one.

    >>> [fault.rule.en for _, fault in slips("[contract]" + chr(10) + "price = 23,856,000")]
    ['line 2, price: write the amount without marks between thousands: 23856000']
    """
    chinese: list[str] = []
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LOOKED_AT:
            continue
        plain = _STRINGS.sub('""', line)
        plain = plain.partition("#")[0]
        keys = [key for key in _keys_of(plain) if _HAN.search(key)]
        at = at or (number if keys else 0)
        chinese += [key for key in keys if key not in chinese]
        for look in _LOOKS:
            found = look(plain)
            if found is not None:
                key, what = found
                told = {"line": number, "key": Text(zh=f" {key}", en=f", {key}") if key else "", "what": what}
                yield number, Fault((), _AT.filled(told))
                break
    known = [f"{printable(label)}→{known_as}" for label in chinese if (known_as := english_key(label)) is not None]
    if known:
        yield at, Fault((), _ENGLISH_KEYS.filled({"keys": Text(zh="，".join(known), en=", ".join(known))}))
    for label in chinese:
        if english_key(label) is None:
            yield at, Fault((), _ENGLISH_KEY.filled({"key": printable(label)}))


def _keys_of(line: str) -> Iterator[str]:
    """Yield the keys and the headings that a line writes, each part of a dotted one by itself."""
    found = _KEY.match(line)
    if found:
        yield from (part.strip() for part in (found["heading"] or found["key"]).split("."))
    yield from (within["key"] for within in _KEYS_WITHIN.finditer(line))


_Found = tuple[str, Text] | None


def _marks(line: str) -> _Found:
    if _QUOTES.search(line):
        return _key(line), _PLAIN_QUOTES
    mark = _FULL_WIDTH.search(line)
    if mark:
        return _key(line), _PLAIN_MARKS.filled({"mark": mark[0]})
    return (_key(line), _EQUALS) if _COLON.match(line) else None


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found["key"] if found and found["key"] and not _HAN.search(found["key"]) else ""


def _amounts(line: str) -> _Found:
    marked = _MARKED.search(line)
    if marked:
        return marked["key"], _NO_MARKS.filled({"number": _yuan(marked["number"], marked["unit"])})
    found = _WITH_UNIT.search(line)
    if found and (found["sign"] or found["unit"]):
        return found["key"], _NO_UNIT.filled({"number": _yuan(found["number"], found["unit"])})
    return None


def _yuan(number: str, unit: str | None) -> str:
    value = Decimal(re.sub("[,，]", "", number))
    return f"{value.scaleb(4) if unit and unit.startswith('万') else value:f}"


def _days(line: str) -> _Found:
    found = _WRITTEN_DAY.search(line)
    if found and not _ISO.fullmatch(found["day"].strip()):
        try:
            day = date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
        except ValueError:
            return found["key"], _NO_SUCH_DAY.filled({"day": found["day"].strip()})
        return found["key"], _ISO_DAY.filled({"day": day})
    month = _MONTH_ONLY.search(line)
    return (month["key"], _ADD_THE_DAY.filled({"month": month["month"]})) if month else None


def _rates(line: str) -> _Found:
    found = _BARE_RATE.search(line)
    return (found["key"], _QUOTED_RATE.filled({"rate": found["rate"]})) if found else None


def _flags(line: str) -> _Found:
    found = _FLAG.search(line)
    if found is None:
        return None
    return found["key"], _PLAIN_FLAG.filled({"flag": "true" if found["flag"].lower() in _TRUE else "false"})


def _texts(line: str) -> _Found:
    found = _BARE_TEXT.search(line)
    if found is None or not _HAN.search(found["text"]):
        return None
    return found["key"], _QUOTED_TEXT.filled({"key": found["key"], "text": f'"{printable(found["text"])}"'})


_LOOKS: Final[tuple[Callable[[str], _Found], ...]] = (_marks, _days, _amounts, _rates, _flags, _texts)
"""What is looked for in a line, the first found being told."""
