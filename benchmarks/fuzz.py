"""The border under fire: mangled cases, rosters, reports and receipts, and the sizes that once hung.

Each run mangles one of the examples, by its data or by its bytes, and hands it to the shell command or to the library.
What may come back is an answer, or an error of the library's own. A find is any other exception, an answer that takes
longer than so many seconds, an id told in full, or a character that a terminal would obey. Exit status 1 where there is
one; what was handed in is printed: its number and the seed make it again.
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
import tomllib
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import attrs

from gxinjury import explain
from gxinjury.benefits import settle_injury
from gxinjury.cli import main
from gxinjury.codec import dump, load_facts
from gxinjury.construction import (
    RosterChangeKind,
    RosterEntry,
    RosterForm,
    Worker,
    assess_project,
    project_cover,
    project_premium,
    standing,
)
from gxinjury.determination import employer_deadline
from gxinjury.errors import GxInjuryError, StaleFigureWarning
from gxinjury.extra.forms.annex2 import read_roster, write_roster
from gxinjury.receipts import receipt, replay

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
IDS: Final = (
    "450103198001011233",
    "450103 19800101 1233",
    "45010319800101123X",
    "４５０１０３１９８００１０１１２３３",
)
HARM: Final = (
    "\x1b[2J", "\u202e", "\n[fake] line", "\r", "\x00", "\u2028", "=1+1", "{0.__class__}", "%s%n", "<script>", "𝒳" * 50,
)  # fmt: skip
VALUES: Final[tuple[Any, ...]] = (
    None, True, 0, -1, 1, 10**30, -(10**30), "", " ", "0", "1e9", "1E+999999", "nan", "inf", "9" * 5000, "2016-02-30",
    "9999-12-31", "0001-01-01", "2016-05-03", "2016-05-03T10:20", "2016-05-03T25:61+99:00", [], {}, [[]], [{}],
    "COVERED", "covered", "昨天", 0.1, *IDS, *HARM,
)  # fmt: skip
KEYS: Final = ("", "price", "amount", "kind", "first", "law", "合同价", "__class__", "$money.Rate", *IDS, *HARM)
_CONTRACT: Final = {"price": "100000000", "commencement": "2015-03-01", "completion": "2017-03-01"}
_INJURY: Final = {
    "injured_on": "2016-05-03",
    "wage": "3500",
    "grade": 7,
    "graded_on": "2016-12-01",
    "treatment": "1200.50",
}
QUESTIONS: Final[Sequence[tuple[Callable[..., Any], dict[str, Any]]]] = (
    (project_premium, {"contract": _CONTRACT, "paid_on": "2016-05-01"}),
    (project_cover, {"contract": _CONTRACT, "paid_on": "2016-05-01", "accepted_on": "2017-04-01"}),
    (
        standing,
        {
            "injury": {
                "happened_at": "2016-05-03T10:20+08:00",
                "work_cause": True,
                "on_site": True,
                "enrolled": True,
                "cover": "COVERED",
            }
        },
    ),
    (employer_deadline, {"injured_on": "2016-05-03", "extension_days": 3}),
    (
        settle_injury,
        {
            "injury": {
                "injured_on": "2016-05-03",
                "wage": "3500",
                "grade": 7,
                "graded_on": "2016-12-01",
                "treatment": "1200.50",
            }
        },
    ),
    (assess_project, {"case": {"contract": _CONTRACT, "payments": [{"amount": "130000", "paid_on": "2016-05-01"}]}}),
)
CASE_COMMANDS: Final = (["assess"], ["assess"], ["ask"], ["obligations", "--on", "2016-06-01"])
LANGUAGES: Final = ("zh", "en")
EXPECTED: Final = (0, 2)
LONGEST: Final = 5.0
BAD_INPUT: Final = 2
MOST_SHOWN: Final = 20
SQUEEZED: Final = {one: one.replace(" ", "") for one in IDS}
_ROSTER: Final = RosterForm(
    date(2015, 11, 28),
    [
        RosterEntry(Worker("张三", "450103198001011233"), RosterChangeKind.ADD, monthly_wage="3500"),
        RosterEntry(Worker("李四"), RosterChangeKind.REMOVE),
    ],
    project="某项目",
)
OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class FindError(Exception):
    """Something came back that must not."""


@attrs.frozen
class Handed:
    """Something handed in.

    Args:
        where: To what.
        what: The data or the bytes.
        told: Hands it in and returns all that comes back, as text.
    """

    where: str
    what: object
    told: Callable[[], str]


def mangled(data: Any, dice: random.Random) -> Any:  # noqa: ANN401  # JSON
    """Return data with one to three things in it other than they were."""
    data = copy.deepcopy(data)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        places = list(_places(data))
        if not places:
            return copy.deepcopy(dice.choice(VALUES))
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
                holder[key] = copy.deepcopy(dice.choice(VALUES))
    return data


def _places(data: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # JSON
    for key in list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield data, key
        yield from _places(data[key])


def _text(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return (
        text[:at]
        + dice.choice((*HARM, *(f"号{one}号" for one in IDS), "", "0", "-", "年"))
        + text[at + dice.randrange(3) :]
    )


def torn(data: bytes, dice: random.Random) -> bytes:
    """Return bytes with a few of them other than they were."""
    content = bytearray(data)
    for _ in range(dice.choice((1, 2, 5))):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(4):
            case 0:
                del content[at : at + dice.choice((1, 3, 50))]
            case 1:
                content[at:at] = dice.choice(
                    (*HARM, *(f"号{one}号" for one in IDS), ",", "\t", '"', "\n", "[[", "]]", " = ")
                ).encode()
            case 2:
                content[at:at] = bytes(dice.randrange(256) for _ in range(3))
            case _:
                content[at:at] = content[at : at + dice.choice((10, 200))]
    return bytes(content)


def _cases() -> Iterator[tuple[Path, Any]]:
    for path in sorted((*EXAMPLES.glob("*.toml"), *EXAMPLES.glob("*.json"))):
        content = path.read_text(encoding="utf-8")
        read = json.loads if path.suffix == ".json" else partial(tomllib.loads, parse_float=str)
        yield path, json.loads(json.dumps(read(content), default=str))


class Border:
    """The places where strangers hand something in, each with examples of it.

    Args:
        folder: Where files are written for the shell command to read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases = list(_cases())
        self.reports = [path.read_bytes() for path in sorted((EXAMPLES / "couriers").glob("*.csv"))]
        self.roster = write_roster(_ROSTER)
        self.receipts = [receipt(explain(rule, **load_facts(rule, facts))) for rule, facts in QUESTIONS]
        self.ways: tuple[Callable[[random.Random], Handed], ...] = (
            self.case,
            self.case,
            self.torn_case,
            self.report,
            self.annex_2,
            self.receipt,
            self.facts,
        )

    def case(self, dice: random.Random) -> Handed:
        """A case file whose data is mangled."""
        _, data = dice.choice(self.cases)
        written = json.dumps(mangled(data, dice), ensure_ascii=False)
        return self.shell(dice.choice(CASE_COMMANDS), ".json", written.encode(errors="surrogatepass"), dice)

    def torn_case(self, dice: random.Random) -> Handed:
        """A case file whose bytes are mangled."""
        path, _ = dice.choice(self.cases)
        return self.shell(dice.choice(CASE_COMMANDS), path.suffix, torn(path.read_bytes(), dice), dice)

    def report(self, dice: random.Random) -> Handed:
        """A progress report whose bytes are mangled."""
        return self.shell(["courier-report"], ".csv", torn(dice.choice(self.reports), dice), dice)

    def annex_2(self, dice: random.Random) -> Handed:
        """A roster whose bytes are mangled."""
        content = torn(self.roster, dice)
        return Handed("annex 2", content, lambda: str(read_roster(content)))

    def receipt(self, dice: random.Random) -> Handed:
        """A receipt whose data is mangled, replayed."""
        kept = mangled(dice.choice(self.receipts), dice)
        return Handed("receipt", kept, lambda: "".join(replay(kept).text(language) for language in LANGUAGES))

    def facts(self, dice: random.Random) -> Handed:
        """Facts of a question that are mangled, asked and explained."""
        rule, whole = dice.choice(QUESTIONS)
        facts = mangled(whole, dice)

        def told() -> str:
            decision = explain(rule, **load_facts(rule, facts))
            return decision.text("zh") + decision.text("en") + str(dump(decision.outcome))

        return Handed(rule.__name__, facts, told)

    def shell(self, command: Sequence[str], suffix: str, content: bytes, dice: random.Random) -> Handed:
        """A file for the shell command."""
        path = self.folder / f"case{suffix}"
        more = [[], ["--json"], ["--explain"] if command[0] == "assess" else []]
        arguments = [*command, str(path), "--lang", dice.choice(LANGUAGES), *dice.choice(more)]

        def told() -> str:
            path.write_bytes(content)
            out, errors = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
                if main(arguments) not in EXPECTED:
                    raise FindError("another exit status")
            return out.getvalue() + errors.getvalue()

        return Handed(" ".join(arguments[:1] + arguments[2:]), content, told)


def met(handed: Handed) -> str | None:
    """Return what is wrong with what came back; None where nothing is."""
    began = time.process_time()
    try:
        told = handed.told()
    except GxInjuryError as error:
        told = error.text("zh") + error.text("en") + json.dumps(error.as_dict(), ensure_ascii=False)
    except Exception:  # noqa: BLE001  # any other is what is looked for
        return traceback.format_exc()
    took = time.process_time() - began
    if took > LONGEST:
        return f"took {took:.1f} s"
    if found := OBEYED.search(told):
        return f"{found[0]!r} in {told[max(0, found.start() - 80) : found.end() + 80]!r}"
    digits = told.replace(" ", "").replace("-", "")
    return next((f"an id in full: {one}" for one in IDS if one in told or SQUEEZED[one] in digits), None)


SIZES: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "16 MiB of {}": (".json", lambda: b'{"payments": [' + b",".join([b"{}"] * (5 << 20)) + b"]}"),
    "a million short keys": (".json", lambda: b"{" + b",".join(b'"k%d":1' % at for at in range(1_000_000)) + b"}"),
    "100,000 bad payments": (".json", lambda: json.dumps({"payments": [{"amount": -1}] * 100_000}).encode()),
    "32,000 dependants": (
        ".json",
        lambda: json.dumps({"accidents": [{"benefits": {"dependants": [{"name": "x"}] * 32_000}}]}).encode(),
    ),
    "a million lines of TOML": (".toml", lambda: b"[[payments]]\n" * 1_000_000),
    "brackets, 100,000 deep": (".json", lambda: b"[" * 100_000),
    "a number of a million digits": (".json", lambda: b'{"contract": {"price": ' + b"9" * 1_000_000 + b"}}"),
    "a report of 300,000 blank rows": (".csv", lambda: b",,,,,,,\n" * 300_000),
    "a report of 100,000 columns": (".csv", lambda: b"x," * 100_000),
}


def sizes(folder: Path) -> Iterator[str]:
    """Yield what is wrong with answers to the sizes that once hung; tell how long each takes."""
    for name, (suffix, content) in SIZES.items():
        path = folder / f"large{suffix}"
        path.write_bytes(content())
        began = time.process_time()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            status = main(["courier-report" if suffix == ".csv" else "assess", str(path), "--lang", "en"])
        took = time.process_time() - began
        print(f"  {took:6.2f} s  {name}")
        if status != BAD_INPUT or took > LONGEST:
            yield f"{name}: exit status {status}, {took:.1f} s"


def run(arguments: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Yield every find."""
    if arguments.sizes:
        yield from sizes(folder)
    border = Border(folder)
    began = time.process_time()
    before = peak()
    for number in range(arguments.runs):
        dice = random.Random(f"{arguments.seed} {number}")  # noqa: S311  # to draw with, not to hide
        handed = dice.choice(border.ways)(dice)
        if wrong := met(handed):
            yield f"run {number} ({handed.where}) of {handed.what!r:.2000}\n{wrong}"
        if number % 1000 == 0 and sys.stderr.isatty():
            print(f"\r{number:,} of {arguments.runs:,}", end="", file=sys.stderr)
    grown = peak() - before
    print(f"{arguments.runs:,} runs in {time.process_time() - began:.0f} s, memory grown by {grown:.0f} MiB")
    if grown > arguments.memory:
        yield f"memory grown by {grown:.0f} MiB"


def peak() -> float:
    """Return the most memory that the process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def command() -> int:
    """Run it as the arguments say; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=2_000, help="how many things are handed in (default: 2000)")
    parser.add_argument("--seed", default="1", help="what they are drawn from (default: 1)")
    parser.add_argument("--sizes", action="store_true", help="the sizes that once hung, too")
    parser.add_argument("--memory", type=float, default=300, help="most MiB that memory may grow by (default: 300)")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore", StaleFigureWarning)
    finds = 0
    with tempfile.TemporaryDirectory() as folder:
        for find in run(arguments, Path(folder)):
            finds += 1
            if finds <= MOST_SHOWN:
                print(find, end="\n\n")
    print(f"finds: {finds}")
    return int(finds > 0)


if __name__ == "__main__":
    sys.exit(command())
