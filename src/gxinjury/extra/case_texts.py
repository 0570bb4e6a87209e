"""Reading a case file's text (案情文件的读取), TOML or JSON; nothing to install."""

import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from gxinjury.extra.case_faults import CaseFileError, Fault, printable, written_path
from gxinjury.facts import amount
from gxinjury.texts import Text

_LARGEST_FILE: Final = 16 * 1024 * 1024
# The reader of TOML takes time by the square of a line.
_LONGEST_LINE: Final = 20_000
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_TOML_PLACE: Final = re.compile(
    r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)

_NOT_FOUND: Final = Text(zh="文件不存在", en="there is no such file")
_A_DIRECTORY: Final = Text(zh="是目录，不是文件", en="it is a directory, not a file")
_NOT_ALLOWED: Final = Text(zh="无权读取该文件", en="the file may not be read")
_NO_NAME: Final = Text(zh="不是可用的文件名", en="it is no possible name of a file")
_NOT_READ: Final = Text(zh="无法读取该文件：{reason}", en="the file cannot be read: {reason}")
_HUGE: Final = Text(zh="文件超过 16 MiB，不予读取", en="the file is larger than 16 MiB and is not read")
_EMPTY: Final = Text(zh="文件是空的", en="the file is empty")
_NOT_UTF8: Final = Text(
    zh="文件不是 UTF-8 编码：第 {line} 行有字节 0x{byte}（文件第 {position} 字节）；请另存为 UTF-8",
    en="the file is not UTF-8: line {line} has the byte 0x{byte} (byte {position} of the file); save it as UTF-8",
)
_NOT_FORM: Final = Text(
    zh="不是合法的 {form}：第 {line} 行第 {column} 列（{what}）",
    en="the file is no {form}: line {line}, column {column} ({what})",
)
_NOT_FORM_AT_END: Final = Text(
    zh="不是合法的 {form}：文件末尾（{what}）", en="the file is no {form}: at its end ({what})"
)
_NUMBER_TOO_LONG: Final = Text(zh="含有位数过多的数字", en="the file holds a number of too many digits")
_LINE_TOO_LONG: Final = Text(
    zh="第 {line} 行过长，不予读取；请分成多行", en="line {line} is too long and is not read; break it up"
)
_TOO_DEEP: Final = Text(zh="嵌套层数过多", en="the file is nested too deeply")
_NOT_A_TABLE: Final = Text(
    zh="最外层必须是一组键值（JSON 对象）", en="the file must hold a table (a JSON object) at its top"
)
_TWICE: Final = Text(zh="键 {key} 在同一处出现两次", en="the key {key} stands twice in one place")


class _TwiceError(ValueError):
    """A key of a JSON object that stands there twice."""


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a case file.

    Raises:
        CaseFileError: There is none, it may not be read, or it is huge.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        _refuse(str(path), _NOT_FOUND)
    except IsADirectoryError:
        _refuse(str(path), _A_DIRECTORY)
    except PermissionError:
        _refuse(str(path), _A_DIRECTORY if Path(path).is_dir() else _NOT_ALLOWED)
    except ValueError:
        _refuse(str(path), _NO_NAME)
    except OSError as error:
        _refuse(str(path), _NOT_READ.filled({"reason": error.strerror}))
    if len(content) > _LARGEST_FILE:
        _refuse(str(path), _HUGE)
    return content


def parse(content: bytes, file: str) -> dict[str, Any]:
    """Return the data in a case file: by the file's suffix TOML or JSON, else as its content looks.

    Numbers are exact: what is written with a point is a Decimal.

    Args:
        content: The file's bytes, UTF-8 with or without a byte-order mark.
        file: Its name.

    Raises:
        CaseFileError: It is empty, not UTF-8, or neither TOML nor JSON.

    >>> parse(b"contract.price = 1.10", "case.toml")
    {'contract': {'price': Decimal('1.10')}}
    """
    try:
        text = content.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        before = len(content) - len(error.object) + error.start
        line = content.count(b"\n", 0, before) + 1
        byte = f"{content[before]:02X}"
        _refuse(file, _NOT_UTF8.filled({"line": line, "byte": byte, "position": str(before + 1)}))
    if not text.strip():
        _refuse(file, _EMPTY)
    is_json = Path(file).suffix.lower() == ".json" or (
        Path(file).suffix.lower() != ".toml" and text.lstrip().startswith(("{", "[{"))
    )
    return _json(text, file) if is_json else _toml(text, file)


def _toml(text: str, file: str) -> dict[str, Any]:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            _refuse(file, _LINE_TOO_LONG.filled({"line": str(number)}))
    try:
        return tomllib.loads(text, parse_float=amount)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.fullmatch(str(error))
        if found and found["line"]:
            _refuse(file, _NOT_FORM.filled(_place("TOML", found["line"], found["column"], found["what"])))
        _refuse(file, _NOT_FORM_AT_END.filled({"form": "TOML", "what": found["what"] if found else str(error)}))
    except RecursionError:
        _refuse(file, _TOO_DEEP)
    except ValueError:
        _refuse(file, _NUMBER_TOO_LONG)


def _json(text: str, file: str) -> dict[str, Any]:
    try:
        data = json.loads(text, parse_float=amount, parse_constant=amount, object_pairs_hook=_once_each)
    except json.JSONDecodeError as error:
        _refuse(file, _NOT_FORM.filled(_place("JSON", str(error.lineno), str(error.colno), error.msg)))
    except _TwiceError as error:
        _refuse(file, _TWICE.filled({"key": written_path((str(error),))}))
    except RecursionError:
        _refuse(file, _TOO_DEEP)
    except ValueError:
        _refuse(file, _NUMBER_TOO_LONG)
    if not isinstance(data, dict):
        _refuse(file, _NOT_A_TABLE)
    return data


def _once_each(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for name, value in pairs:
        if name in table:
            raise _TwiceError(name)
        table[name] = value
    return table


def _place(form: str, line: str, column: str, what: str) -> dict[str, object]:
    return {"form": form, "line": line, "column": column, "what": printable(what)}


def _refuse(file: str, rule: Text) -> NoReturn:
    raise CaseFileError(file, [Fault((), rule)]) from None
