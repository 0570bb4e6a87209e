"""Reading a case file's text (案情文件的读取), TOML or JSON; nothing to install."""

import json
import re
import stat
import tomllib
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, NoReturn

from gxinjury.codec.faults import Fault, FileError
from gxinjury.codec.wording import written_path
from gxinjury.errors import FactRule
from gxinjury.extra.cases.slips import slips
from gxinjury.facts import amount
from gxinjury.privacy import printable
from gxinjury.texts import Text

_LARGEST_FILE: Final = 16 * 1024 * 1024
# The reader of TOML takes time by the square of a line.
_LONGEST_LINE: Final = 20_000
_MOST_SLIPS: Final = 50
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_TOML_PLACE: Final = re.compile(
    r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)

_NOT_FOUND: Final = FactRule(zh="文件不存在", en="there is no such file", code="no_file")
_A_DIRECTORY: Final = FactRule(zh="是目录，不是文件", en="it is a directory, not a file", code="no_file")
_NOT_ALLOWED: Final = FactRule(zh="无权读取该文件", en="the file may not be read", code="no_file")
_NO_NAME: Final = FactRule(zh="不是可用的文件名", en="it is no possible name of a file", code="no_file")
_NOT_READ: Final = FactRule(zh="无法读取该文件：{reason}", en="the file cannot be read: {reason}", code="no_file")
_NO_FILE: Final = FactRule(
    zh="是管道或者设备，不是文件，不予读取",
    en="it is a pipe or a device, not a file, and is not read",
    code="no_file",
)
_HUGE: Final = FactRule(
    zh="文件超过 16 MiB，不予读取", en="the file is larger than 16 MiB and is not read", code="too_large"
)
_EMPTY: Final = FactRule(zh="文件是空的", en="the file is empty", code="empty")
_NOT_UTF8: Final = FactRule(
    zh="文件不是 UTF-8 编码：第{line}行有字节 0x{byte}（文件第 {position} 字节）；请另存为 UTF-8",
    en="the file is not UTF-8: line {line} has the byte 0x{byte} (byte {position} of the file); save it as UTF-8",
    code="not_utf8",
)
_NOT_FORM: Final = FactRule(
    zh="不是合法的 {form}：第{line}行第{column}列（{what}）",
    en="the file is no {form}: line {line}, column {column} ({what})",
    code="no_form",
)
_NOT_FORM_AT_END: Final = FactRule(
    zh="不是合法的 {form}：文件末尾（{what}）", en="the file is no {form}: at its end ({what})", code="no_form"
)
_NUMBER_TOO_LONG: Final = FactRule(
    zh="含有位数过多的数字", en="the file holds a number of too many digits", code="too_long"
)
_LINE_TOO_LONG: Final = FactRule(
    zh="第{line}行过长，不予读取；请分成多行",
    en="line {line} is too long and is not read; break it up",
    code="too_long",
)
_TOO_DEEP: Final = FactRule(zh="嵌套层数过多", en="the file is nested too deeply", code="too_deep")
_NOT_A_TABLE: Final = FactRule(
    zh="最外层必须是一组键值（JSON 对象）", en="the file must hold a table (a JSON object) at its top", code="no_table"
)
_TWICE: Final = FactRule(zh="键 {key} 在同一处出现两次", en="the key {key} stands twice in one place", code="key_twice")
_COMPLAINTS: Final = {
    "Expected newline or end of document after a statement": "一个值之后还有多余的内容",
    "Invalid value": "值的写法不对，文本要加英文引号",
    "Invalid initial character for a key part": "键名的写法不对",
    "Expected '=' after a key in a key/value pair": "键名之后应有英文等号",
    "Expected ']' at the end of a table declaration": "节的名称之后应有 ]",
    "Expected ']]' at the end of an array declaration": "节的名称之后应有 ]]",
    "Cannot overwrite a value": "这个键写了两次",
    "Cannot mutate immutable namespace": "这一节已经写完，不能再添内容",
    "Cannot declare": "这一节写了两次；有多项的，每项以 [[…]] 开头",
    "Unclosed array": "方括号没有闭合",
    "Unclosed inline table": "花括号没有闭合",
    "Duplicate inline table key": "花括号内有键写了两次",
    "Unterminated string": "引号没有闭合",
    "Illegal character": "有不可用的字符，或者引号没有闭合",
    "Unescaped '\\' in a string": "引号内的反斜线要写两个",
    "Invalid date or datetime": "没有这一天或这一时刻",
    "Expecting property name enclosed in double quotes": "键名要加英文双引号，最后一项之后不加逗号",
    "Illegal trailing comma": "最后一项之后不加逗号",
    "Expecting ',' delimiter": "两项之间应有英文逗号",
    "Expecting ':' delimiter": "键名之后应有英文冒号",
    "Expecting value": "此处应有一个值，文本要加英文双引号",
    "Invalid control character": "引号内不能换行",
    "Invalid \\escape": "引号内的反斜线要写两个",
    "Extra data": "末尾还有多余的内容",
}
"""What the readers of TOML and JSON complain of, by how they begin, in Chinese."""


class _TwiceError(ValueError):
    """A key of a JSON object that stands there twice."""


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a case file.

    Raises:
        FileError: There is none, it may not be read, it is huge, or a pipe or a device, which might never end.
    """
    content = b""
    try:
        found = Path(path).stat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST_FILE:
            with Path(path).open("rb") as file:
                content = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        _refuse(str(path), _NOT_FOUND)
    except PermissionError:
        _refuse(str(path), _NOT_ALLOWED)
    except ValueError:
        _refuse(str(path), _NO_NAME)
    except OSError as error:
        _refuse(str(path), _NOT_READ.filled({"reason": error.strerror}))
    if not stat.S_ISREG(found.st_mode):
        _refuse(str(path), _A_DIRECTORY if stat.S_ISDIR(found.st_mode) else _NO_FILE)
    if max(found.st_size, len(content)) > _LARGEST_FILE:
        _refuse(str(path), _HUGE)
    return content


def parse(content: bytes, file: str) -> dict[str, Any]:
    """Return the data in a case file: by the suffix of its name TOML or JSON, else as its content looks.

    It is UTF-8, with or without a byte-order mark. Numbers are exact: what is written with a point is a Decimal.

    Raises:
        FileError: It is empty, not UTF-8, or neither TOML nor JSON.

    >>> parse(b"contract.price = 1.10", "case.toml")
    {'contract': {'price': Decimal('1.10')}}
    """
    try:
        text = content.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        before = len(content) - len(error.object) + error.start
        line = content[:before].count(b"\n") + 1
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
        _refuse_toml(text, file, error)
    except RecursionError:
        _refuse(file, _TOO_DEEP)
    except ValueError:
        _refuse(file, _NUMBER_TOO_LONG)


def _refuse_toml(text: str, file: str, error: tomllib.TOMLDecodeError) -> NoReturn:
    """Tell the slips in a file that is no TOML, and what the reader of TOML stumbled on where that is none of them."""
    told = dict(enumerate(islice(slips(text), _MOST_SLIPS)))
    found = _TOML_PLACE.fullmatch(str(error))
    what = _in_words(found["what"] if found else str(error))
    faults = [fault for _, fault in told.values()]
    if found is None or not found["line"]:
        faults = faults or [Fault((), _NOT_FORM_AT_END.filled({"form": "TOML", "what": what}))]
    elif int(found["line"]) not in {line for line, _ in told.values()}:
        rule = _NOT_FORM.filled({"form": "TOML", "line": found["line"], "column": found["column"], "what": what})
        faults.append(Fault((), rule))
    raise FileError(file, faults) from None


def _in_words(message: str) -> Text:
    """Return what a reader of TOML or JSON complains of, in both languages where it is known."""
    plain = printable(message)
    known = next((zh for start, zh in _COMPLAINTS.items() if plain.startswith(start)), plain)
    return Text(zh=known, en=plain)


def _json(text: str, file: str) -> dict[str, Any]:
    try:
        data = json.loads(text, parse_float=amount, parse_constant=amount, object_pairs_hook=_once_each)
    except json.JSONDecodeError as error:
        at = {"line": str(error.lineno), "column": str(error.colno)}
        _refuse(file, _NOT_FORM.filled({"form": "JSON", **at, "what": _in_words(error.msg)}))
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


def _refuse(file: str, rule: FactRule) -> NoReturn:
    raise FileError(file, [Fault((), rule)]) from None
