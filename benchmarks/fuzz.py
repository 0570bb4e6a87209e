"""The border under fire: mangled cases, rosters, reports and receipts, and the sizes that once hung.

Each run mangles one of the examples, by its data or by its bytes, and hands it to the shell command or to the library.
What may come back is an answer, or an error of the library's own. A find is any other exception, an answer that takes
longer than so many seconds, an id told in full, or a character that a terminal would obey. Exit status 1 where there is
one; what was handed in is then written to a file, to be run again.
"""

import argparse
import contextlib
import copy
import io
import json
import random
import re
import resource
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import tomllib

from gxinjury import explain
from gxinjury.benefits import settle_injury
from gxinjury.cli import main as command
from gxinjury.codec import dump, load_facts
from gxinjury.construction import assess_project, project_cover, project_premium, standing
from gxinjury.determination import employer_deadline
from gxinjury.errors import GxInjuryError
from gxinjury.receipts import receipt, replay

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
IDS: Final = ("450103198001011233", "450103 19800101 1233", "45010319800101123X", "４５０１０３１９８００１０１１２３３")
HARM: Final = (
    "\x1b[2J", "\u202e", "\n[fake] line", "\r", "\x00", "\u2028", "=1+1", "{0.__class__}", "%s%n", "<script>", "𝒳" * 50,
)  # fmt: skip
VALUES: Final = (
    None, True, 0, -1, 1, 10**30, -(10**30), "", " ", "0", "-0", "1e9", "1E+999999", "nan", "inf", "9" * 5000, "2016-02-30",
    "9999-12-31", "0001-01-01", "2016-05-03", "2016-05-03T10:20", "2016-05-03T25:61+99:00", [], {}, [[]], [{}], {"": None},
    "COVERED", "covered", "昨天", 0.1, *IDS, *HARM,
)  # fmt: skip
KEYS: Final = ("", "price", "amount", "kind", "first", "law", "合同价", "__class__", "$money.Rate", *IDS, *HARM)
QUESTIONS: Final[dict[str, tuple[Callable[..., Any], Any]]] = {
    "premium": (project_premium, {"contract": {"price": "100", "commencement": "2015-03-01", "completion": "2017-03-01"}}),
    "cover": (project_cover, {"contract": {"price": "100", "commencement": "2015-03-01", "completion": "2017-03-01"}}),
    "standing": (standing, {"injury": {"happened_at": "2016-05-03T10:20+08:00", "work_cause": True, "on_site": True}}),
    "deadline": (employer_deadline, {"injured_on": "2016-05-03", "extension_days": 3}),
    "settlement": (settle_injury, {"injury": {"injured_on": "2016-05-03", "wage": "3500", "grade": 7}}),
    "project": (assess_project, {"case": {"contract": {"price": "1", "commencement": "2015-03-01", "completion": "2017-03-01"}}}),
}
OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class FindError(Exception):
    """Something came back that must not."""


def mangled(data: Any, dice: random.Random) -> Any:  # noqa: ANN401  # JSON
    """Return data with one to three things in it other than they were."""
    data = copy.deepcopy(data)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        places = list(_places(data))
        if not places:
            return dice.choice(VALUES)
        holder, key = dice.choice(places)
        match dice.randrange(6):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[dice.choice(KEYS)] = holder[key]
            case 1 | 2 if isinstance(holder, list):
                holder[key:key] = [holder[key]] * dice.choice((1, 2, 100))
            case 3 if isinstance(holder[key], str):
                holder[key] = _text(holder[key], dice)
            case _:
                holder[key] = dice.choice(VALUES)
    return data


def _places(data: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # JSON
    for key in list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield data, key
        yield from _places(data[key])


def _text(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice((*HARM, *IDS, "", "0", "-", "年")) + text[at + dice.randrange(3) :]


def torn(data: bytes, dice: random.Random) -> bytes:
    """Return bytes with a few of them other than they were."""
    content = bytearray(data)
    for _ in range(dice.choice((1, 2, 5))):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(4):
            case 0:
                del content[at : at + dice.choice((1, 3, 50))]
            case 1:
                content[at:at] = dice.choice((*HARM, *IDS, ",", "\t", '"', "\n", "[[", "]]", " = ")).encode()
            case 2:
                content[at:at] = bytes(dice.randrange(256) for _ in range(3))
            case _:
                content[at:at] = content[at : at + dice.choice((10, 200))]
    return bytes(content)


def _case() -> Iterator[tuple[str, bytes, Any]]:
    for path in (*EXAMPLES.glob("*.toml"), *EXAMPLES.glob("*.json")):
        content = path.read_bytes()
        data = json.loads(content) if path.suffix == ".json" else tomllib.loads(content.decode(), parse_float=str)
        yield path.suffix, content, json.loads(json.dumps(data, default=_written))


def _written(value: object) -> str:
    assert isinstance(value, date | datetime)
    return value.isoformat()


class Border:
    """The places where strangers hand something in, each with examples of it.

    Args:
        folder: Where files are written for the shell command to read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases = list(_case())
        self.reports = [path.read_bytes() for path in sorted((EXAMPLES / "couriers").glob("*.csv"))]
        self.receipts = [json.loads(json.dumps(receipt(explain(*_asked(name))))) for name in QUESTIONS if name != "project"]

    def run(self, dice: random.Random) -> tuple[str, Any]:
        """Hand something in; return where, and what."""
        way: Callable[[random.Random], tuple[str, Any]] = dice.choice(
            [self.case, self.case, self.case, self.report, self.roster, self.receipt, self.facts]
        )
        return way(dice)
