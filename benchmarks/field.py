"""Ours against the field: run ``python benchmarks/field.py``; prints tables, draws ``docs/_static/field.svg``.

Needs ``pip install -e '.[bench]'``. The same four questions are put to every contestant, on one case, on 10^5 and on
10^6 rows: the premium of a project, the last day of the worker's year, whether a worker may claim under the project,
the benefit base. Contestants take turns in rounds, so that a machine whose speed drifts is slow for all of them, and of
each the least time counts. What
is timed starts from the cases as each contestant likes them. The right answers are in whole numbers, and were held
against the rules.
"""

import sys
import timeit
import warnings
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from subprocess import run
from typing import Any, Final

from packaging.requirements import Requirement
from peers import by_hand, engines, openfisca, ours, ttsim_backend
from peers.cases import QUESTIONS, STANDING, Contestant, draw, truth, wrong
from peers.picture import draw_picture
from rounds import import_seconds

import gxinjury

POLARS, ARROW, PANDAS, DUCK, SPARK = (
    ours.Frames(engine) for engine in ("polars", "pyarrow", "pandas", "DuckDB", "Spark")
)
NUMPY, SQL, SPARK_SQL, RULES = by_hand.Numpy(), by_hand.Sql(), by_hand.SparkSql(), ours.Rules()
FISCA, FISCA64 = openfisca.OpenFisca("float32"), openfisca.OpenFisca("float64")
FISCA_CASE = openfisca.OpenFiscaCase("float32")
TTSIM, ZEN, JSON = ttsim_backend.Ttsim(), engines.Zen(), engines.JsonLogic()

FRAMES: Final[Sequence[Contestant]] = (POLARS, ARROW, PANDAS, DUCK, NUMPY, SQL, FISCA, FISCA64, TTSIM)
ON_SPARK: Final[Sequence[Contestant]] = (SPARK, SPARK_SQL)
BY_ROW: Final[Sequence[Contestant]] = (RULES, ZEN, JSON)
ONE_CASE: Final[Sequence[Contestant]] = (RULES, FISCA_CASE, TTSIM, ZEN, JSON)

_MEMORY: Final = "--memory"

IMPORTS: Final = {
    "gxinjury, the rules": "from gxinjury.construction import project_premium",
    "gxinjury, the frames": "from gxinjury.extra import frames",
    "OpenFisca-core": "from openfisca_core.simulations import SimulationBuilder",
    "ttsim": "import ttsim",
    "zen-engine": "import zen",
    "JSON logic": "import json_logic",
}
DISTRIBUTIONS: Final = {
    "gxinjury, the rules": ("gxinjury", ""),
    "gxinjury, the frames": ("gxinjury", "frames"),
    "OpenFisca-core": ("openfisca-core", ""),
    "ttsim": ("ttsim-backend", ""),
    "zen-engine": ("zen-engine", ""),
    "JSON logic": ("maykin-json-logic-py", ""),
}

Times = dict[str, dict[str, float]]
"""Seconds by contestant and question."""
Wrong = dict[str, dict[str, int]]


def measured(contestants: Iterable[Contestant], count: int, rounds: int, at_least: float = 0) -> tuple[Times, Wrong]:
    """Return the least seconds of an answer, over rounds in which all take turns, and how many answers are wrong.

    The least, as others on the machine only ever make an answer slower.

    Args:
        contestants: Who answers.
        count: How many cases.
        rounds: How often each has its turn.
        at_least: Seconds that a turn takes: an answer that takes less is given over and over.
    """
    columns = draw(count)
    right = truth(columns)
    given: list[tuple[Contestant, Any]] = [(one, one.prepared(columns)) for one in contestants]
    errors: Wrong = {one.name: {} for one, _ in given}
    taken: dict[str, dict[str, list[float]]] = {one.name: {question: [] for question in QUESTIONS} for one, _ in given}
    times: dict[tuple[str, str], int] = {}
    for question in QUESTIONS:
        for one, cases in given:
            errors[one.name][question] = wrong(one, question, one.ask(question, cases), right)
            times[one.name, question] = 1
            if at_least:
                seconds = timeit.timeit(partial(one.ask, question, cases), number=1)
                times[one.name, question] = max(1, round(at_least / seconds))
    for _ in range(rounds):
        for question in QUESTIONS:
            for one, cases in given:
                number = times[one.name, question]
                seconds = timeit.timeit(partial(one.ask, question, cases), number=number)
                taken[one.name][question].append(seconds / number)
    return {name: {one: min(times) for one, times in kinds.items()} for name, kinds in taken.items()}, errors


def total(times: Times, contestant: Contestant) -> float:
    """Return the seconds of all four questions."""
    return sum(times[contestant.name].values())


def table(title: str, times: Times, errors: Wrong, count: int, base: Contestant) -> None:
    """Print times as ratios to one contestant's, with the wrong answers of each question that has any."""
    ratios = " | ".join(QUESTIONS)
    print(f"\n{title}\n\n| | {ratios} | all four | wrong answers |\n|---|{'---|' * (len(QUESTIONS) + 2)}")
    for name, of in times.items():
        cells = " | ".join(f"{of[one] / times[base.name][one]:.2f}×" for one in QUESTIONS)
        whole = sum(of.values()) / total(times, base)
        found = [f"{one} {errors[name][one]:,}" for one in QUESTIONS if errors[name][one]]
        print(f"| {name} | {cells} | {whole:.2f}× | {', '.join(found) or 'none'} |")
    print(f"\n1.00× of all four is {total(times, base) * 1e3:,.2f} ms for {count:,} on this machine, in this run.")


def aim(what: str, ratio: float, least: float) -> None:
    """Print a line of the table of aims: how many times faster, how many were aimed at."""
    print(f"| {what} | {ratio:.2f}× | ≥ {least:.3g}× | {'met' if ratio >= least else '**missed**'} |")


def aim_within(what: str, ratio: float, most: float) -> None:
    """Print a line of the table of aims: how many times the time of another, how many times it may take."""
    print(f"| {what} | {ratio:.2f}× | ≤ {most:.3g}× | {'met' if ratio <= most else '**missed**'} |")


def print_aims(rows: str, times: Times, faster: Mapping[Contestant, float], by_hand: float) -> None:
    """Print what is aimed at for so many rows: against OpenFisca, by hand on the same engine, by hand in numpy."""
    for one, least in faster.items():
        aim(f"{rows} rows: {one.name} / OpenFisca-core", total(times, FISCA) / total(times, one), least)
    for one, other in ((DUCK, SQL), (SPARK, SPARK_SQL)):
        aim_within(f"{rows} rows: {one.name} against {other.name}", total(times, one) / total(times, other), 2)
    for question in QUESTIONS:
        ratio = times[POLARS.name][question] / times[NUMPY.name][question]
        most = 20 if question == STANDING else by_hand
        aim_within(f"{rows} rows, {question}: {POLARS.name} against {NUMPY.name}", ratio, most)


def added_memory(contestant: Contestant) -> int:
    """Return by how many bytes a fresh interpreter grows at the most, over the cases it holds, to answer 10^6 rows."""
    command = [sys.executable, __file__, _MEMORY, contestant.name]
    return int(run(command, check=True, capture_output=True, text=True).stdout)


def print_added_memory(name: str) -> None:
    """Answer all four questions once, as one contestant does, and print the bytes that it took. Linux tells them."""
    one = next(each for each in FRAMES if each.name == name)
    given = one.prepared(draw(10**6))
    Path("/proc/self/clear_refs").write_text("5")  # the high-water mark starts anew
    before = _resident("VmRSS")
    for question in QUESTIONS:
        one.ask(question, given)
    print(_resident("VmHWM") - before)


def _resident(kind: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(kind))


def installed(names: tuple[str, str]) -> int:
    """Return the bytes that a distribution takes with all that it needs."""
    sizes: dict[str, int] = {}
    _add(names[0], names[1], sizes)
    return sum(sizes.values())


def _add(name: str, extra: str, sizes: dict[str, int]) -> None:
    if name in sizes:
        return
    try:
        found = distribution(name)
    except PackageNotFoundError:  # needed on another system only
        return
    sizes[name] = _bytes(name, found)
    for line in found.requires or ():
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": extra}):
            _add(needed.name.lower(), "", sizes)


def _bytes(name: str, found: Distribution) -> int:
    if name == "gxinjury":  # it may be installed in place, and then lists no files
        source = Path(gxinjury.__file__).parent
        return sum(path.stat().st_size for path in source.rglob("*.py"))
    paths = (Path(str(found.locate_file(file))) for file in found.files or ())
    return sum(path.stat().st_size for path in paths if path.suffix != ".pyc" and path.exists())


def main() -> None:
    """Measure, print and draw."""
    warnings.simplefilter("ignore")
    by_hand.check(draw(2_000, seed=3), RULES)

    one, one_wrong = measured(ONE_CASE, 1, rounds=15, at_least=0.04)
    table("One case", one, one_wrong, 1, RULES)
    some, some_wrong = measured(FRAMES, 10**5, rounds=9)
    table("10^5 rows", some, some_wrong, 10**5, POLARS)
    spark, spark_wrong = measured(ON_SPARK, 10**5, rounds=3)
    table("10^5 rows on Spark", spark, spark_wrong, 10**5, SPARK_SQL)
    rows, rows_wrong = measured([POLARS, *BY_ROW], 10**5, rounds=1)
    table("10^5 rows, one after the other", rows, rows_wrong, 10**5, POLARS)
    many, many_wrong = measured(FRAMES, 10**6, rounds=5)
    table("10^6 rows", many, many_wrong, 10**6, POLARS)
    more_spark, more_wrong = measured(ON_SPARK, 10**6, rounds=2)
    table("10^6 rows on Spark", more_spark, more_wrong, 10**6, SPARK_SQL)
    most, most_wrong = measured([POLARS, ARROW], 10**7, rounds=2)
    table("10^7 rows", most, most_wrong, 10**7, POLARS)

    print("\n| aim, all four questions | ratio | aim | |\n|---|---|---|---|")
    aim("one case: the rules / OpenFisca-core", total(one, FISCA_CASE) / total(one, RULES), 20)
    aim("one case: the rules / JSON logic", total(one, JSON) / total(one, RULES), 1)
    print_aims("10^5", some | spark, {POLARS: 2}, by_hand=3)
    print_aims("10^6", many | more_spark, {POLARS: 4, ARROW: 2.5, PANDAS: 2}, by_hand=1.5)
    aim("10^5 rows: the frames on polars / row by row", total(rows, RULES) / total(rows, POLARS), 100)
    ours_wrong = [
        errors
        for each in (one_wrong, some_wrong, spark_wrong, rows_wrong, many_wrong, more_wrong, most_wrong)
        for errors in each.items()
    ]
    count = sum(sum(errors.values()) for name, errors in ours_wrong if name.startswith("gxinjury"))
    print(f"| wrong answers of ours, anywhere | {count} | 0 | {'met' if count == 0 else '**missed**'} |")

    imports = import_seconds(IMPORTS, rounds=5)
    base = imports["gxinjury, the rules"]
    print("\n| | import | installed, with what it needs |\n|---|---|---|")
    for name, seconds in imports.items():
        print(f"| {name} | {seconds / base:.2f}× | {installed(DISTRIBUTIONS[name]) / 1e6:.1f} MB |")
    print(f"\n1.00× of an import is {base * 1e3:.0f} ms on this machine, in this run.")

    memory = {one.name: added_memory(one) for one in FRAMES}
    print("\n| 10^6 rows | memory, besides the cases |\n|---|---|")
    for name, taken in memory.items():
        print(f"| {name} | {taken / memory[POLARS.name]:.2f}× |")
    print(f"\n1.00× of memory is {memory[POLARS.name] / 1e6:.0f} MB on this machine, in this run.")
    draw_picture(one, RULES.name, many, POLARS.name, {**some_wrong, **rows_wrong})


if __name__ == "__main__":
    if sys.argv[1:2] == [_MEMORY]:
        print_added_memory(sys.argv[2])
    else:
        main()
