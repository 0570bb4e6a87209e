"""How many random breaks of the code the tests notice: ``python benchmarks/mutants --help``.

A sample of breaks is drawn from a seed, one at a place. Each is written into a copy of the checkout and meets the nearest
tests first, each in a process of its own; what lives through them meets the others. A break that no test notices is a gap,
or changes nothing: ``equivalent.toml`` has those, each with its reason.
"""

import argparse
import importlib
import json
import multiprocessing
import queue
import random
import sys
import tempfile
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, Final

from mutations import Mutation, mutations
from rooms import FAR, ROOMS, modules, near
from runs import copied, load_packages, run

CHECKOUT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = CHECKOUT / "src" / "gxinjury"

Drawn = tuple[str, Mutation]
Told = tuple[Drawn, str, float]


def drawn(rooms: list[str], sample: int, seed: int, kinds: list[str]) -> list[Drawn]:
    """Return so many breaks a room, at most one at a place, in an order that ends well wherever it is cut off."""
    sys.path.insert(0, str(PACKAGE.parent))
    dice, found = random.Random(seed), []  # noqa: S311  (to draw with, not to hide)
    for room in rooms:
        places: dict[tuple[str, int, int], list[Mutation]] = {}
        for file in modules(room, PACKAGE):
            name = f"gxinjury.{file.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")
            text = (PACKAGE / file).read_text("utf-8")
            for one in mutations(file, text, vars(importlib.import_module(name))):
                if not kinds or one.kind in kinds:
                    places.setdefault((file, one.start, one.end), []).append(one)
        taken = dice.sample(sorted(places), min(sample, len(places)))
        found += [(at / len(taken), room, dice.choice(places[place])) for at, place in enumerate(taken)]
    return [(room, one) for _, room, one in sorted(found)]


def meet(work: "multiprocessing.Queue[Drawn]", answers: "multiprocessing.Queue[Told]", folder: str, far: bool) -> None:  # noqa: FBT001
    """Break a copy, run its tests, mend it, until there is no work left."""
    load_packages()
    root = copied(CHECKOUT, Path(folder))
    while True:
        try:
            room, one = work.get(timeout=1)
        except queue.Empty:
            return
        path = root / "src" / "gxinjury" / one.file
        source = path.read_bytes()
        path.write_bytes(one.applied(source))
        noticed = run(root, near(one.file, room, root))
        if far and not noticed.by:
            noticed = run(root, FAR)
        path.write_bytes(source)
        answers.put(((room, one), noticed.by, noticed.seconds))


def equivalents() -> dict[tuple[str, str, str], str]:
    """Return the breaks that change nothing, each with its reason."""
    table = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text("utf-8"))
    return {(row["file"], row["old"], row["new"]): row["why"] for row in table.get("mutation", [])}


def table(told: list[Told], of: str) -> str:
    """Return the score by room or by kind, as a table of Markdown."""
    all_of: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for (room, one), by, _ in told:
        name = room if of == "room" else one.kind
        all_of[name] += 1
        noticed[name] += bool(by)
    rows = [f"| {of} | breaks | noticed | |", "|---|---|---|---|"]
    rows += [f"| {name} | {all_of[name]} | {noticed[name]} | {noticed[name] / all_of[name]:.1%} |" for name in sorted(all_of)]
    return "\n".join([*rows, f"| all | {all_of.total()} | {noticed.total()} | {noticed.total() / all_of.total():.1%} |"])


def arguments() -> argparse.Namespace:
    """Return what the command was asked."""
    parser = argparse.ArgumentParser(prog="python benchmarks/mutants", description=__doc__.split("\n\n")[1])
    parser.add_argument("--room", action="append", choices=[*ROOMS], help="a room to break; again for more; all by default")
    parser.add_argument("--kind", action="append", default=[], help="what to break, as citation; all kinds by default")
    parser.add_argument("--sample", type=int, default=60, help="breaks a room (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the sample (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=25, help="stop drawing after so long (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (default: %(default)s)")
    parser.add_argument("--near", action="store_true", help="ask the nearest tests only")
    parser.add_argument("--list", action="store_true", help="print the sample and run nothing")
    parser.add_argument("--log", type=Path, help="a file for what became of each, a line of JSON a break")
    return parser.parse_args()


def sampled(asked: argparse.Namespace) -> list[Drawn]:
    """Return the sample, drawn in a process of its own: here the library must not be loaded."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(drawn, (asked.room or [*ROOMS], asked.sample, asked.seed, asked.kind))


def answered(sample: list[Drawn], asked: argparse.Namespace, folder: Path) -> list[Told]:
    """Return what the tests said to each break of the sample that there was time for."""
    context = multiprocessing.get_context("fork")
    work: Any = context.Queue()
    answers: Any = context.Queue()
    until = time.monotonic() + asked.minutes * 60
    jobs = []
    for number in range(asked.jobs):
        own = folder / str(number)
        own.mkdir()
        jobs.append(context.Process(target=meet, args=(work, answers, str(own), not asked.near)))
    waiting, told = list(reversed(sample)), []
    for _ in range(2 * asked.jobs):
        if waiting:
            work.put(waiting.pop())
    for job in jobs:
        job.start()
    while any(job.is_alive() for job in jobs) or not answers.empty():
        try:
            told.append(answers.get(timeout=1))
        except queue.Empty:
            continue
        if waiting and time.monotonic() < until:
            work.put(waiting.pop())
        (_, one), by, seconds = told[-1]
        print(f"{len(told):4} {seconds:6.1f} s  {'noticed' if by else 'NOT NOTICED'}  {one}", file=sys.stderr, flush=True)
    return told


def main() -> None:
    """Draw, break, run, and print the score."""
    asked = arguments()
    sample = sampled(asked)
    if asked.list:
        print("\n".join(f"{room}: {one}" for room, one in sample))
        return
    with tempfile.TemporaryDirectory() as folder:
        told = answered(sample, asked, Path(folder))
    if asked.log:
        lines = [json.dumps({"room": room, **one._asdict(), "by": by}) for (room, one), by, _ in told]
        asked.log.write_text("\n".join(lines) + "\n", "utf-8")
    same = equivalents()
    changing = [one for one in told if one[1] or (one[0][1].file, one[0][1].old, one[0][1].new) not in same]
    print(f"Seed {asked.seed}: {len(told)} breaks of {len(sample)} drawn, {len(told) - len(changing)} change nothing.\n")
    print(table(changing, "room"), table(changing, "kind"), sep="\n\n")
    if gaps := [str(one) for (_, one), by, _ in changing if not by]:
        print("\nNoticed by no test:\n", *(f"- {gap}" for gap in sorted(gaps)), sep="\n")


if __name__ == "__main__":
    main()
