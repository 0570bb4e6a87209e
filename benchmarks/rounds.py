"""Ratios that hold on a shared machine: what is compared takes turns, and each round gives one ratio."""

import statistics
import sys
import timeit
from collections.abc import Callable, Mapping
from subprocess import run


def medians(work: Mapping[str, Callable[[], object]], *, rounds: int = 15, seconds: float = 0.04) -> dict[str, float]:
    """Return seconds a call for each piece of work: the median over rounds in which all of them take turns."""
    timers = {name: timeit.Timer(call) for name, call in work.items()}
    calls = {name: max(1, int(seconds / max(timer.timeit(200) / 200, 1e-9))) for name, timer in timers.items()}
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, timer in timers.items():
            taken[name].append(timer.timeit(calls[name]) / calls[name])
    return {name: statistics.median(times) for name, times in taken.items()}


def import_seconds(statements: Mapping[str, str], *, rounds: int = 15) -> dict[str, float]:
    """Return seconds that each import takes in a fresh interpreter, as :func:`medians` does."""
    code = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
    taken: dict[str, list[float]] = {name: [] for name in statements}
    for _ in range(rounds):
        for name, statement in statements.items():
            command = [sys.executable, "-c", code.format(statement)]
            taken[name].append(float(run(command, check=True, capture_output=True, text=True).stdout))
    return {name: statistics.median(times) for name, times in taken.items()}


def row(what: str, ratio: float, aim: float) -> str:
    """Return a line of a table: what was compared, the ratio, the aim, and whether it was met."""
    return f"| {what} | {ratio:.2f}× | ≤ {aim:g}× | {'met' if ratio <= aim else '**missed**'} |"
