"""What reconciling a month's lists costs over comparing dicts: run ``python benchmarks/couriers.py``.

Both sides take turns in one run; absolute times of a shared machine mean little.
"""

import statistics
import timeit

from rounds import row

from gxinjury.couriers import Outlet, reconcile

OUTLETS = 50_000
ROUNDS = 9
PREVIOUS = [Outlet(f"网点{number}", branch_listing=True) for number in range(OUTLETS)]
# Of each hundred outlets two are new, one was closed, one changed and one vanished.
QUALIFYING = [
    Outlet(one.name, licence=number % 100 == 2, branch_listing=True, is_employer=True if number % 100 == 2 else None)
    for number, one in enumerate(PREVIOUS)
    if number % 100 > 1
] + [Outlet(f"新网点{number}", branch_listing=True) for number in range(OUTLETS // 50)]
CLOSED = [one for number, one in enumerate(PREVIOUS) if number % 100 == 1]


def bare() -> tuple[int, ...]:
    """Return how many there are of each kind, by dicts alone."""
    before = {one.name: one for one in PREVIOUS}
    now = {one.name: one for one in QUALIFYING}
    gone = {one.name for one in CLOSED}
    new = [one for name, one in now.items() if name not in before and name not in gone]
    ended = [one for name, one in before.items() if name in gone and name not in now]
    same = [one for name, one in now.items() if before.get(name) == one]
    other = [one for name, one in now.items() if name in before and before[name] != one]
    lost = [name for name in before if name not in now and name not in gone]
    return len(new), len(ended), len(same), len(other), len(lost)


def ours() -> tuple[int, ...]:
    """Return the same by the rule."""
    month = reconcile(PREVIOUS, QUALIFYING, CLOSED)
    kinds = (month.to_enrol, month.to_close, month.unchanged, month.changed, month.vanished)
    return tuple(len(kind) for kind in kinds)


def main() -> None:
    """Measure and print."""
    if bare() != ours():
        raise SystemExit("the two sides do not find the same")
    rounds = [(timeit.timeit(bare, number=1), timeit.timeit(ours, number=1)) for _ in range(ROUNDS)]
    taken = {
        name: statistics.median(times) for name, times in zip(("bare", "rule"), zip(*rounds, strict=True), strict=True)
    }
    print("| compared | ratio | aim | |\n|---|---|---|---|")
    print(row(f"`reconcile` of {OUTLETS:,} outlets / comparing dicts", taken["rule"] / taken["bare"], 2))
    print("\nWithout an aim, for orientation (ms, this machine, this run):\n")
    for name, seconds in taken.items():
        print(f"- {name}: {seconds * 1e3:.0f}")


if __name__ == "__main__":
    main()
