"""How many random breaks of the library its tests notice.

A sample of breaks is drawn from a seed, at most one at a place, the same number in each room. Each is made in a copy of
the checkout, never in the checkout itself, and meets the tests that run its lines. A break that no test notices is a
gap, unless it changes nothing: equivalent.toml lists those with their reasons.

First the tests run once with nothing broken, to see which runs which line; that is kept until a file changes.
"""

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .baseline import Lines, baseline, copied, surroundings
from .mutations import KINDS, Mutation
from .rooms import ROOMS
from .scores import EQUIVALENT, NOT_MET, SURVIVED, Equivalents, Outcome, short_of, table

Drawn = tuple[str, Mutation]
FINE, BELOW, BAD_USE = 0, 1, 2


def every(root: Path, rooms: Sequence[str]) -> list[Drawn]:
    """Return all breaks of some rooms, found by a process that loads the library of a copy."""
    command = [sys.executable, "-m", "mutants.listing", str(root), *rooms]
    done = subprocess.run(command, cwd=root, env=surroundings(root), check=True, stdout=subprocess.PIPE, text=True)
    return [(room, Mutation(*fields)) for room, fields in json.loads(done.stdout)]


def drawn(found: list[Drawn], rooms: Sequence[str], sample: int, seed: int) -> list[Drawn]:
    """Return so many breaks a room, at most one at a place, in an order that ends well wherever it is cut off."""
    told = []
    for room in rooms:
        dice = random.Random(f"{seed} {room}")  # noqa: S311  (to draw with, not to hide)
        places: dict[tuple[str, int, int], list[Mutation]] = {}
        for one in (one for its_room, one in found if its_room == room):
            places.setdefault((one.file, one.start, one.end), []).append(one)
        taken = dice.sample(sorted(places), min(sample, len(places)))
        told += [(at / len(taken), room, dice.choice(places[place])) for at, place in enumerate(taken)]
    return [(room, one) for _, room, one in sorted(told)]


class Meeting:
    """Meets a sample with tests, in as many copies of the checkout as there are jobs."""

    def __init__(self, sample: list[Drawn], roots: list[Path], kept: Path | None, same: Equivalents) -> None:
        self.sample, self.roots, self.kept, self.equivalents = sample, roots, kept, same
        self.until = math.inf
        self.by: dict[int, str] = {}
        self.tests = [0] * len(sample)
        self.whole: dict[int, bool] = {}
        self.done = 0
        self.log: Callable[[], None] | None = None

    def hold(self, until: float) -> None:
        """Swap what can be swapped; what lived through that meets the golden tables; all else, more and more tests."""
        self.until = until
        every = [at for at, (_, one) in enumerate(self.sample) if not self.equivalents.why(one)]
        lines = Lines(self.kept) if self.kept else None
        in_functions = {at for at in every if lines and self.sample[at][1].in_function}
        self.send("swap", sorted(in_functions))
        lived = {at for at in self.by if not self.by[at]}
        settled = {at for at in lived if self.whole[at] and self.tests[at]}
        imported = {at for at in settled if lines and lines.at_import(self.sample[at][1])}
        self.send("own", sorted(settled - imported))
        self.send("fresh", sorted({*every} - in_functions | (lived - settled) | imported))
        self.send("outer", [at for at in self.by if not self.by[at] and at not in settled])

    def send(self, way: str, orders: list[int]) -> None:
        """Have breaks met in one way, by all jobs at a time."""
        parts = [orders[at :: len(self.roots)] for at in range(len(self.roots))]
        with ThreadPoolExecutor(len(self.roots)) as pool:
            list(pool.map(lambda job: self._one_job(way, *job), zip(self.roots, parts, strict=True)))

    def _one_job(self, way: str, root: Path, orders: list[int]) -> None:
        left = self.until - time.monotonic()
        if not orders or left <= 0:
            return
        file = root / "orders.json"
        file.write_text(json.dumps([(at, self.sample[at][1]) for at in orders]), "utf-8")
        command = [sys.executable, "-m", "mutants.runs", way, str(root), str(file), str(self.kept or ""), str(left)]
        with subprocess.Popen(
            command, cwd=root, env=surroundings(root), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            for line in process.stdout or ():
                if line.startswith("["):
                    self._hear(way, *json.loads(line))

    def _hear(self, way: str, at: int, by: str, tests: int, whole: bool) -> None:  # noqa: FBT001
        self.done += at not in self.by
        self.by[at], self.whole[at] = by, whole or way != "swap"
        self.tests[at] += tests
        said = f"noticed by {by}" if by else f"lived through {tests} tests ({way})"
        room, one = self.sample[at]
        if self.log is not None:
            self.log()
        print(f"{self.done}/{len(self.sample)} {room}: {one}: {said}", file=sys.stderr, flush=True)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what became of each break."""
        for at, (room, one) in enumerate(self.sample):
            yield Outcome(room, one, self.by.get(at, ""), self.tests[at], at in self.by, self.equivalents.why(one))


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    about, _, _ = (__doc__ or "").rpartition("\n")
    kinds = "\n".join(f"  {name:12} {what}" for name, what in KINDS.items())
    ends = "exit code: 0 all aims met, 1 a room or a kind below its aim (or no time for any break), 2 bad use"
    told = argparse.ArgumentParser(
        prog="python -m benchmarks.mutants",
        description=about,
        epilog=f"rooms: {', '.join(ROOMS)}\n\nkinds:\n{kinds}\n\n{ends}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    again = "instead of a sample, what a file of --json has as survived or not met; needs no baseline"
    default = "(default: %(default)s)"
    add = told.add_argument
    add("--room", action="append", choices=[*ROOMS], metavar="ROOM", help="a room; again for more; all by default")
    add("--kind", action="append", choices=[*KINDS], metavar="KIND", help="a kind; again for more; all by default")
    add("--sample", type=_count, default=40, metavar="N", help=f"breaks a room {default}")
    add("--seed", type=int, default=1, metavar="N", help=f"the seed of the sample {default}")
    add("--budget", type=_minutes, default=25, metavar="MINUTES", help=f"stop then; without the baseline {default}")
    add("--jobs", type=_count, default=2, metavar="N", help=f"how many processes {default}")
    add("--json", type=Path, metavar="FILE", help="write what became of each break")
    add("--again", type=Path, metavar="FILE", help=again)
    add("--no-baseline", action="store_true", help="import the library anew for each: for few breaks, as it is slower")
    add("--list", action="store_true", help="print the sample and run nothing")
    return told


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes < 24 * 60:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of minutes above 0")
    return minutes


def survivors(file: Path, found: list[Drawn]) -> list[Drawn]:
    """Return the breaks that survived an earlier run or were not met, where the library has them still."""
    rows = json.loads(file.read_text("utf-8"))
    lived = {(row["file"], row["text"], row["change"]) for row in rows if row["became"] in {SURVIVED, NOT_MET}}
    again = {(one.file, one.text, one.change): (room, one) for room, one in found}
    for gone in sorted(lived - set(again)):
        print(f"not in the library any more: {gone[0]}: {gone[2]}", file=sys.stderr)
    return [again[key] for key in sorted(lived & set(again))]


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def written(outcomes: Iterable[Outcome]) -> str:
    """Return what became of each break, as JSON."""
    rows: list[dict[str, Any]] = []
    for outcome in outcomes:
        one = outcome.one
        told = {"room": outcome.room, "file": one.file, "line": one.line, "kind": one.kind, "text": one.text}
        became = {"became": outcome.became, "by": outcome.by, "tests": outcome.tests, "why": outcome.same}
        rows.append({**told, "change": one.change, **became})
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def report(outcomes: list[Outcome], head: str) -> int:
    """Print the scores, the gaps and what fell short; return the exit code."""
    met = [outcome for outcome in outcomes if outcome.became != NOT_MET]
    print(f"{head}: {len(met)} of {len(outcomes)} breaks met.\n")
    print(table(outcomes, "room"), table(outcomes, "kind"), sep="\n\n")
    gaps = [f"- {one.room}: {one.one} (met {one.tests} tests)" for one in outcomes if one.became == SURVIVED]
    if gaps:
        print("\nNoticed by no test:\n", *sorted(gaps), sep="\n")
    short = short_of(outcomes)
    if short:
        print("\nBelow the aim:", *short, sep="\n- ")
    return FINE if met and not short else BELOW


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, break, run, and tell the score."""
    asked = parser().parse_args(arguments)
    try:
        equivalents = Equivalents(EQUIVALENT.read_text("utf-8"))
    except (KeyError, ValueError) as error:
        print(f"{EQUIVALENT}: {error}", file=sys.stderr)
        return BAD_USE
    rooms = [room for room in ROOMS if not asked.room or room in asked.room]
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        roots = [copied(Path(folder) / str(number)) for number in range(asked.jobs)]
        found = every(roots[0], [*ROOMS])
        for row in equivalents.stale(one for _, one in found):
            print(f"no break any more, to be taken from {EQUIVALENT.name}: {row}", file=sys.stderr)
        if asked.again:
            try:
                sample = survivors(asked.again, found)
            except (OSError, ValueError, KeyError, TypeError) as error:
                print(f"{asked.again}: {error}", file=sys.stderr)
                return BAD_USE
        else:
            of_kind = [(room, one) for room, one in found if not asked.kind or one.kind in asked.kind]
            sample = drawn(of_kind, rooms, asked.sample, asked.seed)
        if not sample:
            print("nothing to break: no break of this kind in this room", file=sys.stderr)
            return BAD_USE
        if asked.list:
            print(*(f"{room}: {one}" for room, one in sample), sep="\n")
            return FINE
        kept = None if asked.again or asked.no_baseline else baseline(roots[0], asked.jobs)
        for test in Lines(kept).failing if kept else ():
            print(f"fails while nothing is broken, so it is not believed: {test}", file=sys.stderr)
        meeting = Meeting(sample, roots, kept, equivalents)
        if asked.json:
            # After each answer, so that nothing is lost when the run is ended.
            meeting.log = lambda: _write(asked.json, written(meeting.outcomes()))
        meeting.hold(time.monotonic() + asked.budget * 60)
    outcomes = list(meeting.outcomes())
    return report(outcomes, f"Again from {asked.again}" if asked.again else f"Seed {asked.seed}")


if __name__ == "__main__":
    sys.exit(main())
