"""Meets breaks with tests: ``python -m mutants.runs swap|own|fresh|outer ROOT ORDERS BASELINE SECONDS``, in a copy.

Each in a fork of its own. A break in the body of a function is *swapped* into a process that has collected all tests,
and meets those that run its lines. One of a module's table, decorator or default is met *fresh*: the module is written,
the library imported anew, and its rings of tests run one after another. Each answer is a line of JSON.
"""

import functools
import gc
import importlib
import json
import os
import select
import signal
import sys
import time
import types
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import Phase, settings

from .baseline import Lines, is_slow
from .mutations import Mutation
from .rooms import rings

LONGEST: Final = 90.0
"""Seconds that the tests of one break may take together; those left then are not met."""

HANGING: Final = 150.0
"""Seconds after which a break counts as noticed: it made something go on for ever."""


class Met(NamedTuple):
    """What the tests said to a break.

    Attributes:
        number: The break, by its place in the orders.
        by: The first test that failed; empty where none did.
        tests: How many tests it met.
        whole: Whether it met all that it was to meet.
    """

    number: int
    by: str
    tests: int
    whole: bool


@contextmanager
def broken(path: Path, one: Mutation) -> Iterator[bytes]:
    """Write a break into its module, and mend it."""
    source, was = path.read_bytes(), path.stat()
    changed = one.applied(source)
    path.write_bytes(changed)
    try:
        yield changed
    finally:
        path.write_bytes(source)
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def in_a_fork(work: Callable[[], tuple[str, int, bool]], seconds: float = HANGING) -> tuple[str, int, bool]:
    """Return what a piece of work answers in a process of its own, which is ended with all that it started."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        answer: tuple[str, int, bool] = "crash", 0, True
        try:
            os.setpgid(0, 0)
            os.close(reading)
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nothing, stream)
            answer = work()
        except BaseException as error:  # noqa: BLE001  (whatever it was, it was the break)
            answer = f"crash: {error!r}"[:200], 0, True
        finally:
            os.write(writing, json.dumps(answer).encode() + b"\n")
            os._exit(0)
    os.close(writing)
    heard = _heard(reading, seconds)
    os.close(reading)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return heard


def _heard(reading: int, seconds: float) -> tuple[str, int, bool]:
    until, heard = time.monotonic() + seconds, b""
    while not heard.endswith(b"\n"):
        ready, _, _ = select.select([reading], [], [], max(0.0, until - time.monotonic()))
        part = os.read(reading, 65536) if ready else b""
        if not part:
            return "no answer" if ready else "out of time", 0, True
        heard += part
    by, tests, whole = json.loads(heard)
    return by, tests, whole


def code_by_name(code: types.CodeType) -> dict[str, list[types.CodeType]]:
    """Return the code objects of a module's functions by their full names."""
    found: defaultdict[str, list[types.CodeType]] = defaultdict(list)
    waiting = [code]
    while waiting:
        inner = [one for one in waiting.pop().co_consts if isinstance(one, types.CodeType)]
        waiting += inner
        for one in inner:
            found[one.co_qualname].append(one)
    return found


def swapped(functions: list[types.FunctionType], source: bytes, path: str) -> int:
    """Give functions of a module the code that its changed source has for them; return how many changed."""
    named, count = code_by_name(compile(source, path, "exec", dont_inherit=True)), 0
    for function in functions:
        code = function.__code__
        alike = named.get(code.co_qualname, [])
        if len(alike) > 1:
            alike = [one for one in alike if one.co_firstlineno == code.co_firstlineno]
        if len(alike) == 1 and alike[0] != code and alike[0].co_freevars == code.co_freevars:
            function.__code__ = alike[0]
            count += 1
    return count


_REMEMBERING: Final = type(functools.cache(int))


class Swapper:
    """A plugin of pytest that runs no test itself: it swaps each break into a fork and runs the tests of its lines."""

    def __init__(self, root: Path, orders: list[tuple[int, Mutation]], lines: Lines, until: float) -> None:
        self.root, self.orders, self.lines, self.until = root, orders, lines, until
        self.failed = ""
        self.trusted: set[str] = set()
        self.untrue = {*lines.failing}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what takes long."""
        items[:] = [item for item in items if not is_slow(item.nodeid)]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember the first test that failed."""
        self.failed = self.failed or (report.nodeid if report.failed else "")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Meet every break there is time for."""
        self.items = {item.nodeid: item for item in session.items}
        collected = [*self.items]
        self._look_around()
        for number, one in self.orders:
            if time.monotonic() > self.until:
                break
            tests = self.lines.order(self.lines.tests(one), one.file, collected)
            tell(number, *self.meet(one, tests))
        return True

    def _look_around(self) -> None:
        """Find the library's functions and everything that remembers answers."""
        gc.unfreeze()
        source = str(self.root / "src")
        self.functions: defaultdict[str, list[types.FunctionType]] = defaultdict(list)
        self.remembering: list[Any] = []
        for one in gc.get_objects():
            if isinstance(one, types.FunctionType) and one.__code__.co_filename.startswith(source):
                self.functions[one.__code__.co_filename].append(one)
            elif isinstance(one, _REMEMBERING) and str(one.__module__).startswith(("gxinjury", "tests")):
                self.remembering.append(one)
        gc.freeze()

    def meet(self, one: Mutation, tests: list[str]) -> tuple[str, int, bool]:
        """Return what tests say to a break; a test that fails without it too is not believed."""
        path = self.root / "src" / "gxinjury" / one.file
        while True:
            left = [test for test in tests if test not in self.untrue]
            with broken(path, one) as changed:
                by, met, whole = in_a_fork(partial(self._run, path, changed, left))
            function = by.partition("[")[0]
            if by not in self.items or function in self.trusted:
                return by, met, whole
            # Out of its order a test may fail by itself; so the same tests run once more on the library as it is.
            unbroken, _, _ = in_a_fork(partial(self._run, path, None, left[:met]))
            if not unbroken:
                self.trusted.add(function)
                return by, met, whole
            self.untrue.add(unbroken if unbroken in self.items else by)

    def _run(self, path: Path, changed: bytes | None, tests: list[str]) -> tuple[str, int, bool]:
        if changed is not None and not swapped(self.functions[str(path)], changed, str(path)):
            return "", 0, False
        for one in self.remembering:
            one.cache_clear()
        began = time.monotonic()
        for at, (test, following) in enumerate(zip(tests, [*tests[1:], None], strict=True)):
            item = self.items[test]
            after = None if following is None else self.items[following]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if self.failed:
                return self.failed, at + 1, True
            if time.monotonic() - began > LONGEST:
                return "", at + 1, after is None
        return "", len(tests), True


class _First:
    """A plugin of pytest that remembers the first test that failed."""

    def __init__(self, untrue: set[str], last: str | None) -> None:
        self.failed, self.tests, self.untrue, self.last = "", 0, untrue, last

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what takes long, and what fails while nothing is broken."""
        items[:] = [item for item in items if not is_slow(item.nodeid) and item.nodeid not in self.untrue]
        if self.last is not None:
            at = next((at for at, item in enumerate(items, 1) if item.nodeid == self.last), 0)
            del items[at:]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember it."""
        self.tests += report.when == "call"
        self.failed = self.failed or (report.nodeid if report.failed else "")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember what could not be imported too."""
        self.failed = self.failed or (f"import of {report.nodeid}" if report.failed else "")


_QUIETLY: Final = ("-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:cov")


def fresh(root: Path, orders: list[tuple[int, Mutation]], until: float, way: str, lines: Lines | None) -> None:
    """Meet breaks with the library imported anew: their own tests and the tables, their room's too, or all others."""
    import _pytest.doctest  # noqa: F401, PLC0415  (loaded once, so that no fork has to)
    import attrs  # noqa: F401, PLC0415
    import dateutil.relativedelta  # noqa: F401, PLC0415
    import hypothesis.stateful  # noqa: F401, PLC0415
    import narwhals  # noqa: F401, PLC0415
    import pandas  # noqa: F401, ICN001, PLC0415
    import polars  # noqa: F401, ICN001, PLC0415
    import sybil  # noqa: F401, PLC0415

    if "gxinjury" in sys.modules:
        raise SystemExit("the library is loaded before it is broken")
    fresher = Fresher(root, lines.failing if lines else ())
    for number, one in orders:
        if time.monotonic() > until:
            break
        own, tables, room, all_others = rings(one.file, root)
        own = [*dict.fromkeys([*own, *(lines.nearest(one.file) if lines else ())])]
        met, by = 0, ""
        for ring in {"own": [own, tables], "fresh": [own, tables, room], "outer": [all_others]}[way]:
            by, more = fresher.meet(one, ring)
            met += more
            if by:
                break
        tell(number, by, met, whole=True)


class Fresher:
    """Imports the library anew for each break and runs a ring of tests."""

    def __init__(self, root: Path, untrue: Iterable[str]) -> None:
        self.root = root
        self.trusted: set[str] = set()
        self.untrue = {*untrue}

    def meet(self, one: Mutation, ring: list[str]) -> tuple[str, int]:
        """Return what a ring says to a break, and how many tests it ran; what fails without it too is not believed."""
        path = self.root / "src" / "gxinjury" / one.file
        while True:
            with broken(path, one):
                by, met, _ = in_a_fork(partial(self._run, one.file, ring), 10 * HANGING)
            known = by.partition("::")[0]
            if not by or known in self.trusted or by.startswith("import: "):
                return by, met
            unbroken, _, _ = in_a_fork(partial(self._run, one.file, ring, by), 10 * HANGING)
            if not unbroken:
                self.trusted.add(known)
                return by, met
            self.untrue.add(unbroken)
            ring = [path for path in ring if unbroken != f"import of {path}"]

    def _run(self, file: str, ring: list[str], last: str | None = None) -> tuple[str, int, bool]:
        """Run a ring to its end, or to a test that failed before; its doctests find the module imported."""
        try:
            importlib.import_module(f"gxinjury.{file.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__"))
        except Exception as error:  # noqa: BLE001  (whatever it was, it was the break)
            return f"import: {error!r}"[:200], 0, True
        first = _First(self.untrue, last)
        status = pytest.main(["-x", *_QUIETLY, *ring], plugins=[first])
        return first.failed or ("" if status in {0, 5} else f"status {status}"), first.tests, True


def tell(number: int, by: str, tests: int, whole: bool) -> None:  # noqa: FBT001
    """Write an answer where this process was told to; what pytest prints is nobody's."""
    os.write(_ANSWERS, json.dumps(Met(number, by, tests, whole)).encode() + b"\n")


_ANSWERS: Final = os.dup(1)


def main(way: str, root: str, orders: str, kept: str, seconds: str) -> None:
    """Do what the command asked of this process."""
    until = time.monotonic() + float(seconds)
    asked = [(number, Mutation(*fields)) for number, fields in json.loads(Path(orders).read_text("utf-8"))]
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    if way == "swap":
        # A break is noticed however large its example. A page that prints the smallest fails then, and is not believed.
        settings.register_profile("mutants", settings.default, phases=(Phase.explicit, Phase.reuse, Phase.generate))
        settings.load_profile("mutants")
        pytest.main([*_QUIETLY, "-s"], plugins=[Swapper(Path(root), asked, Lines(Path(kept)), until)])
    else:
        fresh(Path(root), asked, until, way, Lines(Path(kept)) if kept else None)


if __name__ == "__main__":
    main(*sys.argv[1:])
