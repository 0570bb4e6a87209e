"""The data of a case as TOML (案情数据写成 TOML), as its file has it: tables in order, a section an item of a list."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

__all__ = ["toml_text"]


def toml_text(data: Mapping[str, Any]) -> str:
    """Return data as TOML: texts, numbers, flags, days, moments, lists and tables of them; what is None is left out.

    >>> print(
    ...     toml_text(
    ...         {"contract": {"price": Decimal(100), "completion": date(2016, 6, 30)}, "payments": [{"amount": 1}]}
    ...     )
    ... )
    [contract]
    price = 100
    completion = 2016-06-30
    <BLANKLINE>
    [[payments]]
    amount = 1
    <BLANKLINE>
    """
    return "\n".join(_table(data, ())).removeprefix("\n") + "\n"


def _table(data: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    below = {}
    for key, value in data.items():
        if isinstance(value, Mapping) or _is_list_of_tables(value):
            below[key] = value
        elif value is not None:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in below.items():
        here = (*path, key)
        name = ".".join(map(_key, here))
        if isinstance(value, Mapping):
            yield from ("", f"[{name}]", *_table(value, here))
        else:
            for item in value:
                yield from ("", f"[[{name}]]", *_table(item, here))


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else json.dumps(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
        case Mapping():
            return f"{{ {', '.join(f'{_key(key)} = {_value(one)}' for key, one in value.items())} }}"
        case _:
            return str(value)
