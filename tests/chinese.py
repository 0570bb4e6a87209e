"""What no Chinese sentence may hold: names that only code knows, Python's own words, paths of fields.

Where a reader has to type a name, it stands apart from the sentence: in brackets, in quotation marks, or as the line of
a case file that it is (``cover_from = "FULL_PAYMENT"``).
"""

import re
from typing import Final

HAN: Final = re.compile("[\u4e00-\u9fff]")

_APART: Final = re.compile(
    r"""
    [A-Za-z_][\w.\[\]-]*（[^（）]*[\u4e00-\u9fff][^（）]*）  # a name to type, with what it is called
    | （[^（）]*）          # in brackets
    | “[^“”]*” | ‘[^‘’]*’  # in quotation marks
    | "[^"]*" | '[^']*'
    | `[^`]*`
    | (?<![A-Za-z0-9_])\[[^\[\]\u4e00-\u9fff]*\]  # clauses that are cited, headings of a case file
    | \[\[[^\[\]]*\]\]
    | \{[^{}]*\}           # the place of a value
    | \b[a-z_]+\ =\ \S+    # a line of a case file
    | \bone_of\(\.\.\.\) | \bbetween\(first,\ last\)
    | --[a-z-]+            # options of the command
    | →\w+                # the key that a Chinese one stands for
    | \bpip\ install\b.*
    """,
    re.VERBOSE,
)
_FILES: Final = re.compile(
    r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)\b[^\s；，。）]*|[\w/.-]+\.(?:toml|json|csv|xlsx|xls)\b|\bv?\d+(?:\.\d+)+\b",
    re.ASCII,
)
_WORDS: Final = {"TOML", "JSON", "CSV", "WPS", "UTF", "MiB", "PySpark", "DuckDB", "GB18030", "TAI", "NULL"}
_CODE: Final = re.compile(
    r"""
    \b[A-Za-z]\w*(?:\[\d+\]|\.[A-Za-z_]\w*)+   # a path: injuries[1].worker
    | \b\w+\[\d+\]
    | \b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+ # snake_case, SCREAMING_CASE
    | \b[A-Z]{3,}[A-Z0-9]*\b                   # SCREAMING
    | \b[A-Z][a-z]+(?:[A-Z][a-z0-9]+)+\b       # CamelCase
    | \b(?:None|True|False|none|true|false|null)\b
    """,
    re.VERBOSE | re.ASCII,
)
_CITED: Final = re.compile(r"\b[A-Z][A-Z0-9]*-[0-9A-Za-z.-]+", re.ASCII)
_BLANK: Final = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def code_in(sentence: str) -> list[str]:
    """Return what a Chinese sentence holds that is code; nothing where it is no Chinese.

    >>> code_in("解读 CoverFrom 取 FIRST_PAYMENT，而非默认，现为 None")
    ['CoverFrom', 'FIRST_PAYMENT', 'None']
    >>> code_in("取“首次缴费之日”（FIRST_PAYMENT）"), code_in("Contract.price must be above zero")
    ([], [])
    """
    if not HAN.search(sentence):
        return []
    before = ""
    while before != sentence:
        before, sentence = sentence, _APART.sub("，", sentence)
    sentence = _FILES.sub("", _CITED.sub("", sentence))
    return [found for found in _CODE.findall(sentence) if found not in _WORDS]


def stray_blanks_in(sentence: str) -> list[str]:
    """Return where a single blank stands between two Chinese characters, each with its surroundings.

    >>> stray_blanks_in("按项目参保的费率 的核实"), stray_blanks_in("工期  至今")
    (['参保的费率 的核实'], [])
    """
    return [sentence[max(0, found.start() - 5) : found.end() + 5] for found in _BLANK.finditer(sentence)]
