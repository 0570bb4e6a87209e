"""Mutation testing itself: what it breaks, how a break is made, when it is believed, and what the command says."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from types import FunctionType, SimpleNamespace
from typing import Any

import pytest
from mutants import __main__ as command
from mutants.baseline import Lines, surroundings
from mutants.mutations import KINDS, Mutation, mutations
from mutants.rooms import AIMS, GOLDEN, ROOMS, modules, rings
from mutants.runs import broken, code_by_name, in_a_fork, swapped
from mutants.scores import Equivalents, Outcome, score, short_of, table

from gxinjury.findings import FindingWords
from tests.moonland import MOON, Place
from tests.moonland.findings import Refusals

CHECKOUT = Path(__file__).parents[1]
PACKAGE = CHECKOUT / "src" / "gxinjury"


def breaks(source: str, file: str = "room/module.py", **names: object) -> dict[str, set[str]]:
    """Return the breaks of a source by kind, as what takes the place of what."""
    told: dict[str, set[str]] = {}
    for one in mutations(file, source, names):
        told.setdefault(one.kind, set()).add(one.change)
    return told


def one_break(**changed: object) -> Mutation:
    """Return a break of ``return 1 + 1``."""
    lines = {"line": 2, "last": 2, "start": 20, "end": 25, "text": "return 1 + 1", "in_function": True}
    fields: dict[str, Any] = {"file": "money.py", "kind": "arithmetic", "old": "1 + 1", "new": "1 - 1", **lines}
    return Mutation(**{**fields, **changed})


class TestMutations:
    """What is broken, and what is left alone."""

    @pytest.mark.parametrize(
        ("source", "kind", "changes"),
        [
            ("x = a < b", "comparisons", {"a < b -> a <= b", "a < b -> a >= b"}),
            ("x = a is b", "comparisons", {"a is b -> a is not b"}),
            ("x = a <= 7", "numbers", {"7 -> 6", "7 -> 8"}),
            ("x = '1.29'", "numbers", {"'1.29' -> '1.28'"}),
            ("x = '15'", "numbers", {"'15' -> '14'", "'15' -> '16'"}),
            ("x = a and b", "logic", {"a and b -> a or b", "a and b -> a", "a and b -> b"}),
            ("x = not a", "logic", {"not a -> a"}),
            ("x = a + b", "arithmetic", {"a + b -> a - b"}),
            ("x = True", "flags", {"True -> False"}),
            ("x = a if b else c", "conditions", {"a if b else c -> a", "a if b else c -> c"}),
            ("if a:\n    b()", "conditions", {"a -> True", "a -> False"}),
            ("x = [a for a in b if c]", "conditions", {"c -> True"}),
            ("check_day(a)", "checks", {"check_day(a) -> pass"}),
            ("a.append(b)", "calls", {"a.append(b) -> pass"}),
            ("caution(a)", "cautions", {"caution(a) -> pass"}),
            ("def f():\n    yield Findings.late(a)", "findings", {"yield Findings.late(a) -> yield from ()"}),
            ("def f():\n    yield a", "statements", {"yield a -> yield from ()"}),
            ("raise E(a)", "refusals", {"raise E(a) -> pass"}),
            ("x += a", "statements", {"x += a -> pass"}),
            ("x = {a: b, c: d}", "elements", {"{a: b, c: d} -> {a: b}", "{a: b, c: d} -> {c: d}"}),
            ("x = (*a, f())", "elements", {"(*a, f()) -> (f(),)", "(*a, f()) -> (*a,)"}),
            ("x = min(a, b)", "functions", {"min -> max"}),
            ("x = sorted(a)", "order", {"sorted(a) -> list(a)"}),
        ],
    )
    def test_each_kind(self, source: str, kind: str, changes: set[str]) -> None:
        """Each kind."""
        assert breaks(source)[kind] == changes

    def test_every_kind_is_told_of(self) -> None:
        """Every kind is told of."""
        found = {one.kind for file in ("benefits/lines.py", "benefits/doors.py") for one in self.of(file)}
        assert found <= set(KINDS)

    def of(self, file: str) -> list[Mutation]:
        """Return the breaks of a module, its names left unknown."""
        return mutations(file, (PACKAGE / file).read_text("utf-8"), {})

    def test_a_neighbouring_clause(self) -> None:
        """The clause before and the one after, so far as there are, and one far off."""
        numbers = [clause.number for clause in MOON.clauses]
        for at, number in enumerate(numbers):
            told = breaks(f"x = MOON.clause({number!r})", MOON=MOON)["citations"]
            others = {*numbers[max(0, at - 1) : at], *numbers[at + 1 : at + 2], numbers[at // 2]} - {number}
            assert told == {f"{number!r} -> {other!r}" for other in others}

    def test_another_member(self) -> None:
        """Each of its enum."""
        assert breaks("x = Place.PLAIN", Place=Place) == {
            "members": {"Place.PLAIN -> Place.CRATER", "Place.PLAIN -> Place.FAR_SIDE"}
        }

    def test_another_finding_of_the_room(self) -> None:
        """Another of its class, where there is one."""

        class Findings:
            late = FindingWords(zh="迟", en="late")
            early = FindingWords(zh="早", en="early")

        assert breaks("yield Findings.late(a)", Findings=Findings)["codes"] == {"Findings.late -> Findings.early"}
        assert "codes" not in breaks("raise Refusals.far_side()", Refusals=Refusals)

    def test_another_day_that_the_module_names(self) -> None:
        """Another day that the module names."""
        told = breaks("x = FIRST", FIRST=date(2016, 1, 1), SECOND=date(2016, 1, 2), THIRD=date(2016, 1, 2), N=1)
        assert told == {"numbers": {"FIRST -> SECOND", "FIRST -> THIRD"}}

    def test_a_keyword_that_has_a_default(self) -> None:
        """A keyword that has a default."""

        def asked(a: int, *, law: int = 0, on: int = 0) -> None:
            """Take a law, which another test looks after."""

        assert breaks("x = asked(a, law=law, on=on)", asked=asked) == {
            "keywords": {"asked(a, law=law, on=on) -> asked(a, law=law)"}
        }

    @pytest.mark.parametrize(
        "source",
        [
            "'''Prose of 3.'''",
            "x = 'text'",
            "x = f'{a < 1}'",
            "x: Final[3]",
            "if TYPE_CHECKING:\n    a()",
            "assert_never(1)",
            "x = zip(a, b, strict=True)",
        ],
    )
    def test_prose_and_types_are_left_alone(self, source: str) -> None:
        """Prose and types are left alone."""
        assert not breaks(source)

    def test_tables_of_the_law_hold_figures(self) -> None:
        """Tables of the law hold figures."""
        source = "x = 5\n\ndef f():\n    return 5"
        assert set(breaks(source, "law/figures/wages.py")) == {"figures", "numbers"}
        assert set(breaks(source, "law/wages.py")) == {"numbers"}

    def test_what_is_in_a_function(self) -> None:
        """What is in a function."""
        told = mutations("a.py", "x = 5\n\n@f(6)\ndef g(a=7):\n    return 8", {})
        assert {one.old: one.in_function for one in told} == {"5": False, "6": False, "7": False, "8": True}

    @pytest.mark.parametrize("file", ["money.py", "benefits/lines.py", "law/papers.py", "construction/assessment.py"])
    def test_a_broken_module_compiles_and_keeps_its_lines(self, file: str) -> None:
        """A broken module compiles and keeps its lines."""
        source = (PACKAGE / file).read_bytes()
        for one in self.of(file)[::5]:
            changed = one.applied(source)
            compile(changed, file, "exec", dont_inherit=True)
            assert changed.count(b"\n") == source.count(b"\n"), one


class TestRooms:
    """Every module has a room, and tests near it."""

    def test_every_module_is_in_one_room(self) -> None:
        """Every module is in one room."""
        told = [file for room in ROOMS for file in modules(room, PACKAGE)]
        assert len(told) == len(set(told))
        left = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")} - set(told)
        prose = ("labels.py", "words.py", "__main__.py")
        assert {file for file in left if not file.endswith(prose) and not file.startswith("cli/words/")} == {
            file.relative_to(PACKAGE).as_posix() for file in (PACKAGE / "extra" / "strategies").glob("*.py")
        }
        assert set(AIMS) == set(ROOMS)

    @pytest.mark.parametrize("file", ["money.py", "couriers/floats.py", "law/regulation.py", "law/figures/__init__.py"])
    def test_rings_name_tests_that_are_there(self, file: str) -> None:
        """Rings name tests that are there."""
        own, tables, room, all_others = rings(file, CHECKOUT)
        assert own[0] == f"src/gxinjury/{file}"
        assert all((CHECKOUT / path).exists() for path in (*own, *tables, *room, *all_others))
        assert {*GOLDEN} == {path for path in (*own, *tables) if path in GOLDEN}
        assert "tests" in all_others


class TestListing:
    """All breaks of a room, as another process finds them."""

    def test_the_order_is_the_same_in_every_process(self) -> None:
        """A seed draws the same sample wherever texts are hashed otherwise."""
        asked = [sys.executable, "-m", "mutants.listing", str(CHECKOUT), "readings"]
        hashed = ({**surroundings(CHECKOUT), "PYTHONHASHSEED": seed} for seed in "12")
        first, second = (subprocess.run(asked, env=env, check=True, capture_output=True).stdout for env in hashed)
        assert first == second
        assert b"citations" in first


class TestRuns:
    """Making a break, and asking tests in a fork."""

    def test_who_breaks_the_library_does_not_load_it(self) -> None:
        """It is imported anew for each break, so nothing may have loaded it before."""
        asked = [sys.executable, "-c", "import mutants.runs, sys; sys.exit('gxinjury' in sys.modules)"]
        assert subprocess.run(asked, env=surroundings(CHECKOUT), check=False).returncode == 0

    def test_a_file_is_mended_whatever_happens(self, tmp_path: Path) -> None:
        """A file is mended whatever happens."""
        path = tmp_path / "money.py"
        path.write_bytes(b"def two():\n    return 1 + 1\n")
        os.utime(path, ns=(5, 5))
        with broken(path, one_break(start=22, end=27)) as changed:
            assert path.read_bytes() == changed == b"def two():\n    return (1 - 1)\n"
        with pytest.raises(KeyError), broken(path, one_break(start=22, end=27)):
            raise KeyError
        assert path.read_bytes() == b"def two():\n    return 1 + 1\n"
        assert path.stat().st_mtime_ns == 5

    def test_functions_take_the_code_of_the_changed_source(self) -> None:
        """Functions take the code of the changed source."""
        source = "def two():\n    return 1 + 1\n\ndef other():\n    return 3\n"
        names: dict[str, Any] = {}
        exec(compile(source, "here.py", "exec"), names)  # noqa: S102  (a module of this test)
        functions: list[FunctionType] = [names["two"], names["other"]]
        assert swapped(functions, source.encode(), "here.py") == 0
        assert swapped(functions, source.replace("1 + 1", "1 - 1").encode(), "here.py") == 1
        assert (names["two"](), names["other"]()) == (0, 3)

    def test_inner_functions_have_full_names(self) -> None:
        """Inner functions have full names."""
        code = compile("class A:\n    def f(self):\n        return lambda: 1\n", "here.py", "exec")
        assert set(code_by_name(code)) == {"A", "A.f", "A.f.<locals>.<lambda>"}

    def test_a_fork_answers(self) -> None:
        """A fork answers."""
        assert in_a_fork(lambda: ("a test", 3, True)) == ("a test", 3, True)

    def test_a_fork_that_crashes_or_hangs_has_noticed(self) -> None:
        """A fork that crashes or hangs has noticed."""

        def crash() -> tuple[str, int, bool]:
            raise SystemExit("gone")

        def hang() -> tuple[str, int, bool]:
            time.sleep(60)
            return "", 0, True

        assert in_a_fork(crash)[0].startswith("crash: SystemExit")
        assert in_a_fork(lambda: os._exit(3))[0] == "no answer"
        assert in_a_fork(hang, seconds=0.2)[0] == "out of time"


class TestOrder:
    """Which tests a break meets first."""

    @pytest.fixture
    def lines(self) -> Lines:
        """Return a baseline of three tests."""
        lines = Lines.__new__(Lines)
        lines.seconds = {"tests/a/test_b.py::slow": 9.0, "tests/a/test_b.py::fast": 0.1, "tests/c/test_d.py::x": 0.0}
        return lines

    def test_the_modules_own_first_and_short_ones_before_long(self, lines: Lines) -> None:
        """The modules own first and short ones before long."""
        collected = ["tests/c/test_d.py::x", "tests/a/test_z.py::y", *list(lines.seconds)[:2]]
        told = lines.order(set(collected), "a/b.py", collected)
        assert told == [
            "tests/a/test_b.py::fast",
            "tests/a/test_b.py::slow",
            "tests/a/test_z.py::y",
            "tests/c/test_d.py::x",
        ]

    def test_a_page_is_met_whole_in_its_order_and_last(self, lines: Lines) -> None:
        """A page is met whole in its order and last."""
        page = [f"docs/p.md::line:{line},column:1" for line in (30, 9, 100)]
        collected = [*page, "docs/q.md::line:1,column:1", "tests/c/test_d.py::x"]
        assert lines.order({page[2], "tests/c/test_d.py::x"}, "a/b.py", collected) == ["tests/c/test_d.py::x", *page]

    def test_what_is_not_collected_is_not_met(self, lines: Lines) -> None:
        """What is not collected is not met."""
        assert lines.order({"tests/c/test_d.py::x", "tests/gone.py::x"}, "a/b.py", ["tests/c/test_d.py::x"]) == [
            "tests/c/test_d.py::x"
        ]


ROW = '[[break]]\nfile = "money.py"\nline = "return 1 + 1"\nchange = "1 + 1 -> 1 - 1"\nwhy = "{why}"\n'


class TestScores:
    """What counts, what does not, and what falls short."""

    def outcome(self, by: str = "", same: str = "", *, met: bool = True, **changed: object) -> Outcome:
        """Return what became of a break of the tools."""
        return Outcome("tools", one_break(**changed), by, 1, met, same)

    def test_equivalents_are_known_by_file_line_and_change(self) -> None:
        """Equivalents are known by file line and change."""
        same = Equivalents(ROW.format(why="never run"))
        assert same.why(one_break()) == "never run"
        assert same.why(one_break(line=99, start=7)) == "never run"
        for changed in ({"file": "facts.py"}, {"text": "return 1 + 1 + 1"}, {"new": "1 * 1"}):
            assert same.why(one_break(**changed)) == ""

    def test_a_row_that_nothing_fits_is_told(self) -> None:
        """A row that nothing fits is told."""
        same = Equivalents(ROW.format(why="never run"))
        assert same.stale([one_break()]) == []
        assert same.stale([one_break(text="return 2")]) == ["money.py: return 1 + 1: 1 + 1 -> 1 - 1"]

    @pytest.mark.parametrize("text", [ROW.format(why=" "), ROW.format(why="a") * 2])
    def test_a_row_needs_a_reason_and_stands_once(self, text: str) -> None:
        """A row needs a reason and stands once."""
        with pytest.raises(ValueError, match=r"money\.py"):
            Equivalents(text)

    def test_what_the_score_leaves_out(self) -> None:
        """What the score leaves out."""
        told = [*[self.outcome("a test")] * 3, self.outcome(), self.outcome(same="why"), self.outcome(met=False)]
        assert [one.became for one in told] == ["noticed"] * 3 + ["survived", "equivalent", "not met"]
        assert table(told, "room").splitlines()[2] == "| tools | 5 | 3 | 1 | 1 | 75.0% |"
        assert table(told, "kind").splitlines()[-1] == "| all | 5 | 3 | 1 | 1 | 75.0% |"

    def test_a_listed_break_that_a_test_notices_is_noticed(self) -> None:
        """A listed break that a test notices is noticed."""
        assert self.outcome("a test", "why").became == "noticed"

    @pytest.mark.parametrize(("noticed", "told"), [(97, []), (96, ["tools: 96.0%, aim 97%"])])
    def test_the_aim_of_a_room(self, noticed: int, told: list[str]) -> None:
        """The aim of a room."""
        outcomes = [self.outcome("a test")] * noticed + [self.outcome()] * (100 - noticed)
        assert short_of(outcomes) == told

    def test_the_aim_of_a_kind(self) -> None:
        """The aim of a kind."""
        outcomes = [self.outcome("a test", kind="citations")] * 97 + [self.outcome(kind="citations")] * 3
        assert short_of(outcomes) == ["citations: 97.0%, aim 98%"]

    def test_nothing_met_is_nothing_missed(self) -> None:
        """Nothing met is nothing missed."""
        assert score(Counter()) == 1


class TestCommand:
    """What the command draws, prints and ends with."""

    @pytest.fixture
    def at_hand(self, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
        """Give the command some breaks, no copy and no tests to run."""
        ones = [("tools", one_break(start=at, text=f"return {at}")) for at in range(30)]
        ones += [("couriers", one_break(file="couriers/a.py", start=at, kind="checks")) for at in range(30)]
        monkeypatch.setattr(command, "copied", lambda to: to)
        monkeypatch.setattr(command, "every", lambda _root, _rooms: ones)
        lines = SimpleNamespace(at_import=lambda one: one.start == 5, failing=["tests/test_untrue.py::test_it"])
        monkeypatch.setattr(command, "Lines", lambda _kept: lines)
        monkeypatch.setattr(command, "baseline", lambda _root, _jobs: Path("kept"))
        return ones

    @pytest.fixture
    def noticing(self, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
        """Let tests notice all breaks but some; return which, to be changed."""
        told = SimpleNamespace(lived=[], ways=[])

        def send(self: command.Meeting, way: str, orders: list[int]) -> None:
            told.ways.append((way, len(orders)))
            for at in orders:
                self._hear(way, at, "" if self.sample[at][1].text in told.lived else "a test", 7, True)

        monkeypatch.setattr(command.Meeting, "send", send)
        return told

    def test_a_sample_is_the_same_for_a_seed(self, at_hand: list[Any]) -> None:
        """A sample is the same for a seed."""
        first, again, other = (command.drawn(at_hand, ["tools", "couriers"], 10, seed) for seed in (1, 1, 2))
        assert first == again != other
        assert [room for room, _ in first].count("tools") == 10
        assert len({one.start for room, one in first if room == "tools"}) == 10

    def test_a_room_is_drawn_alike_whoever_else_is(self, at_hand: list[Any]) -> None:
        """A room is drawn alike whoever else is."""
        alone = command.drawn(at_hand, ["tools"], 10, 1)
        assert [one for one in command.drawn(at_hand, ["couriers", "tools"], 10, 1) if one[0] == "tools"] == alone

    @pytest.mark.usefixtures("at_hand")
    def test_list(self, capsys: pytest.CaptureFixture[str]) -> None:
        """List."""
        assert command.main(["--list", "--room", "couriers", "--sample", "3"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == 3
        assert all(line.startswith("couriers: couriers/a.py:2 checks: 1 + 1 -> 1 - 1") for line in lines)

    @pytest.mark.usefixtures("at_hand")
    def test_all_noticed(self, noticing: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
        """All noticed."""
        assert command.main(["--sample", "5"]) == 0
        told = capsys.readouterr()
        assert "Seed 1: 10 of 10 breaks met." in told.out
        assert "| all | 10 | 10 | 0 | 0 | 100.0% |" in told.out
        assert "10/10" in told.err
        assert "not believed: tests/test_untrue.py::test_it" in told.err
        assert noticing.ways == [("swap", 10), ("own", 0), ("fresh", 0), ("outer", 0)]

    @pytest.mark.usefixtures("at_hand")
    def test_without_a_baseline_all_are_met_fresh(self, noticing: SimpleNamespace) -> None:
        """Nothing is swapped."""
        assert command.main(["--sample", "5", "--no-baseline"]) == 0
        assert noticing.ways == [("swap", 0), ("own", 0), ("fresh", 10), ("outer", 0)]

    @pytest.mark.usefixtures("at_hand")
    def test_a_gap_and_meeting_it_again(
        self, noticing: SimpleNamespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A gap and meeting it again."""
        noticing.lived = ["return 4", "return 5"]
        file = tmp_path / "told.json"
        assert command.main(["--room", "tools", "--sample", "30", "--json", str(file)]) == 1
        told = capsys.readouterr().out
        assert "tools: 93.3%, aim 97%" in told
        assert told.count("- tools: money.py:2 arithmetic: 1 + 1 -> 1 - 1") == 2
        rows = json.loads(file.read_text("utf-8"))
        assert [row["text"] for row in rows if row["became"] == "survived"] in (
            ["return 4", "return 5"],
            ["return 5", "return 4"],
        )
        noticing.lived = []
        assert command.main(["--again", str(file)]) == 0
        assert f"Again from {file}: 2 of 2 breaks met." in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--room", "kitchen"], "invalid choice: 'kitchen'"),
            (["--kind", "all"], "invalid choice: 'all'"),
            (["--sample", "0"], "'0' is not a whole number above 0"),
            (["--jobs", "two"], "'two' is not a whole number above 0"),
            (["--budget", "-1"], "'-1' is not a number of minutes above 0"),
            (["--budget", "nan"], "'nan' is not a number of minutes above 0"),
        ],
    )
    def test_bad_use(self, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Bad use."""
        with pytest.raises(SystemExit) as stopped:
            command.main(arguments)
        assert stopped.value.code == 2
        assert said in capsys.readouterr().err

    @pytest.mark.usefixtures("at_hand")
    def test_nothing_to_break(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing to break."""
        assert command.main(["--room", "couriers", "--kind", "order"]) == 2
        assert "nothing to break" in capsys.readouterr().err

    @pytest.mark.usefixtures("at_hand")
    def test_a_file_that_is_not_there(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A file that is not there."""
        assert command.main(["--again", str(tmp_path / "none.json")]) == 2
        assert "none.json" in capsys.readouterr().err

    def test_help_tells_rooms_kinds_and_exit_codes(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Help tells rooms kinds and exit codes."""
        with pytest.raises(SystemExit) as stopped:
            command.main(["--help"])
        assert stopped.value.code == 0
        told = capsys.readouterr().out
        assert all(word in told for word in (*ROOMS, *KINDS, "exit code: 0 all aims met"))


@pytest.fixture(autouse=True)
def _no_list_but_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the list of equivalents out of what is counted here."""
    empty = tmp_path_factory.mktemp("mutants") / "equivalent.toml"
    empty.write_text("", "utf-8")
    monkeypatch.setattr(command, "EQUIVALENT", empty)
