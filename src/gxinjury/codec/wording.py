"""How a fault is worded (差错的措辞): its place, the value that stands there, the right name nearest to a wrong one."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from gxinjury.privacy import mask, printable
from gxinjury.texts import Text, shown

_LONGEST_KEY: Final = 60
_DID_YOU_MEAN: Final = Text(zh="是否应为 {nearest}？", en="did you mean {nearest}?")
_CHOOSE: Final = Text(zh="可用的有：{names}", en="there are {names}")
_A_TABLE: Final = Text(zh="一组键值", en="a table")
_A_LIST: Final = Text(zh="列表", en="a list")
_GIVEN: Final = Text(zh="现为 {value}", en="got {value}")
_GIVEN_FLAG: Final = {
    True: Text(zh="现为“是”", en="got true"),
    False: Text(zh="现为“否”", en="got false"),
}
_NOTHING: Final = Text(zh="现未填写", en="got nothing")


def nearest(word: str, names: Sequence[str], called: Mapping[str, str] | None = None) -> Text:
    """Return the hint at the right name nearest to a wrong one; where none is near, at all of them.

    Args:
        word: The wrong name.
        names: The right ones.
        called: What a Chinese reader calls them, as far as he calls them anything; None where they are Chinese.

    >>> nearest("prise", ["price", "completion"]).en, nearest("x", ["price", "completion"]).en
    ('did you mean price?', 'there are price, completion')
    """
    by_form = {name.lower(): name for name in names}
    found = difflib.get_close_matches(word[:_LONGEST_KEY].lower(), by_form, n=1)
    if found:
        return _DID_YOU_MEAN.filled({"nearest": _both_ways(by_form[found[0]], called)})
    return _CHOOSE.filled({"names": tuple(_both_ways(name, called) for name in names)})


def _both_ways(name: str, called: Mapping[str, str] | None) -> Text:
    if called is None:
        return Text(zh=name, en=name)
    return Text(zh=f"{name}（{called[name]}）" if name in called else f"“{name}”", en=name)


def written_path(path: Iterable[str | int]) -> str:
    """Return a path as it is written in messages.

    >>> written_path(("law", "readings", "elapsed_time")), written_path(("payments", 0))
    ('law.readings.elapsed_time', 'payments[0]')
    """
    parts = (f"[{part}]" if isinstance(part, int) else f".{_key(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def _key(key: str) -> str:
    text = mask(printable(key))
    if len(text) > _LONGEST_KEY:
        text = f"{text[: _LONGEST_KEY - 1]}…"
    return text if text.replace("_", "").replace("-", "").isalnum() else f'"{text}"'


def told_value(value: object) -> Text:
    """Return what a message says of the value at fault: as it stands in the data, and no tree of it."""
    match value:
        case None:
            return _NOTHING
        case bool():
            return _GIVEN_FLAG[value]
        case dict():
            return _GIVEN.filled({"value": _A_TABLE})
        case list() | tuple():
            return _GIVEN.filled({"value": _A_LIST})
        case _:
            return _GIVEN.filled({"value": _written(value)})


def plain_value(value: object) -> str | bool | dict[str, str] | None:
    """Return the value at fault as JSON can hold it: a tree of values by its kind only."""
    match value:
        case None | bool():
            return value
        case dict():
            return {"zh": _A_TABLE.zh, "en": _A_TABLE.en}
        case list() | tuple():
            return {"zh": _A_LIST.zh, "en": _A_LIST.en}
        case _:
            return _written(value)


def _written(value: object) -> str:
    match value:
        case str() | Decimal() | int() | date():
            return shown(value)
        case _:
            return mask(printable(str(value)))
