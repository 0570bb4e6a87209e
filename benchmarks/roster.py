"""A roster of 100,000 changes, read and answered: run ``python benchmarks/roster.py``; prints a table in Markdown.

Each ratio is against ``csv.DictReader`` on the same bytes, all taking turns; absolute times of a shared machine mean
little.
"""

import csv
import statistics
import timeit
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from io import StringIO

from rounds import row
from stdnum.cn.ric import calc_check_digit

from gxinjury.construction import (
    Roster,
    RosterChangeKind,
    RosterEntry,
    RosterForm,
    Worker,
    insured_on,
    roster_findings,
    worker_cover,
)
from gxinjury.extra.forms.annex2 import read_roster, write_roster

CHANGES = 100_000
REPORTED = date(2015, 11, 28)


def resident_id(number: int) -> str:
    """Return an id that could be, one of its own for each number."""
    born_on = date(1960, 1, 1) + timedelta(days=number // 900)
    digits = f"450103{born_on:%Y%m%d}{number % 900:03}"
    return digits + calc_check_digit(f"{digits}0")


def form(count: int) -> RosterForm:
    """Return a form that adds three workers for each that it removes."""
    kinds = (RosterChangeKind.ADD, RosterChangeKind.ADD, RosterChangeKind.ADD, RosterChangeKind.REMOVE)
    entries = [
        RosterEntry(Worker("张三", resident_id(number)), kinds[number % 4], "进场", number=number + 1)
        for number in range(count)
    ]
    return RosterForm(REPORTED, entries, "邕江花园", "某建筑公司", "王五", "0771-1234567")


def in_turns(work: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Return the seconds of a call of each piece of work: the median of three rounds in which all take turns."""
    taken = [{name: timeit.timeit(call, number=1) for name, call in work.items()} for _ in range(3)]
    return {name: statistics.median(one[name] for one in taken) for name in work}


def main() -> None:
    """Measure and print."""
    data = write_roster(form(CHANGES))
    changes = read_roster(data).changes
    roster = Roster(changes)
    someone, day = changes[CHANGES // 2].worker, REPORTED + timedelta(days=1)
    if len(insured_on(roster, day)) != CHANGES * 3 // 4:
        raise SystemExit("the roster insures others than it should")
    taken = in_turns(
        {
            "DictReader": lambda: list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""))),
            "read": lambda: read_roster(data),
            "answered": lambda: insured_on(Roster(changes), day),
            "found": lambda: roster_findings(Roster(changes)),
            "asked": lambda: insured_on(roster, day),
        }
    )
    worker = timeit.timeit(lambda: worker_cover(roster, someone), number=1000) / 1000
    bare = taken["DictReader"]
    print("| compared, 100,000 changes | ratio | aim | |\n|---|---|---|---|")
    print(row("annex 2 read and checked / `csv.DictReader` alone", taken["read"] / bare, 14))
    print(row("`insured_on` of changes never indexed / `csv.DictReader` alone", taken["answered"] / bare, 7))
    print(row("`roster_findings` of changes never indexed / `csv.DictReader` alone", taken["found"] / bare, 12))
    print(row("`insured_on` of a roster asked before / `csv.DictReader` alone", taken["asked"] / bare, 1))
    print("\nWithout an aim, for orientation (this machine, this run):\n")
    for name, seconds in taken.items():
        print(f"- {name}: {seconds:.2f} s")
    print(f"- `worker_cover` of a roster asked before: {worker * 1e6:.1f} µs")


if __name__ == "__main__":
    main()
