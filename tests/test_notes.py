"""What a running rule keeps: nothing outside explain, each context its own."""

import asyncio
import threading
import typing
import weakref
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import explain, rule
from gxinjury.errors import GxInjuryError, OutOfScopeError
from gxinjury.explanations import Explanation, Step, caution, clause_of
from gxinjury.facts import Yuan
from gxinjury.money import total
from gxinjury.notes import NOTES
from gxinjury.texts import Text
from tests.moonland import (
    MOON,
    MOON_LAW,
    Bill,
    Haul,
    MoonLaw,
    Nights,
    Place,
    crater_fee,
    dust_bill,
    dust_tax,
)

DAY: Final = date(2005, 1, 1)
LATER: Final = date(2005, 1, 31)
LOAD: Final = Yuan(Decimal(1000))
MIND: Final = Text(zh="注意", en="mind this")
moon_days = st.dates(date(1999, 1, 1), date(2024, 12, 31))
hauls = st.builds(
    Haul, st.integers(1, 10**12).map(lambda fen: Decimal(fen).scaleb(-2)), moon_days, st.sampled_from(Place)
)
laws = st.sampled_from(
    [MOON_LAW, MOON_LAW.reading(Nights.NOT_COUNTED), MOON_LAW.only_verified(), MOON_LAW.known_on(DAY)]
)


def names(explanation: Explanation[Any]) -> list[str]:
    """The names of the steps, in the order taken."""
    return [step.name for step in explanation.steps]


def answer(ask: Callable[[], object]) -> object:
    """What a question answers, or the words in which it is refused."""
    try:
        return ask()
    except GxInjuryError as error:
        return type(error), str(error), error.text("zh"), error.clause, getattr(error, "__notes__", None)


def explained(ask: Callable[[], Explanation[Any]]) -> Explanation[Any]:
    """The explanation of an answer, or the steps until it was refused."""
    try:
        return ask()
    except GxInjuryError as error:
        return error.explanation or pytest.fail("a refusal without its steps")


class TestPure:
    """Asking why changes nothing and leaves nothing behind."""

    @given(hauls, moon_days, st.lists(hauls, max_size=2), laws)
    def test_explaining_changes_nothing(self, haul: Haul, paid_on: date, others: list[Haul], law: MoonLaw) -> None:
        """The answer, or the refusal with its clause and notes, is the same with and without."""

        def plain() -> Bill:
            return dust_bill(haul, paid_on=paid_on, others=others, law=law)

        def explained() -> Bill:
            return explain(dust_bill, haul, paid_on=paid_on, others=others, law=law).outcome

        assert answer(plain) == answer(explained) == answer(plain)

    def test_nothing_is_kept_outside(self) -> None:
        """Without explain there is nowhere to keep a step, before, during and after."""
        seen = []

        @rule(MOON.clause("1"))
        def look() -> None:
            caution(MIND)
            seen.append(NOTES.get())

        look()
        explain(look)
        look()
        assert seen[0] is None
        assert seen[1] is not None
        assert seen[2] is None
        assert NOTES.get() is None

    def test_nothing_is_kept_after_a_refusal(self) -> None:
        """A refusal, a broken rule, an inner explain: the place is as it was before."""

        @rule(MOON.clause("1"))
        def broken() -> None:
            raise ZeroDivisionError

        with pytest.raises(OutOfScopeError):
            explain(crater_fee, Place.FAR_SIDE, DAY, MOON_LAW)
        with pytest.raises(ZeroDivisionError):
            explain(broken)
        assert NOTES.get() is None

    def test_a_plain_call_holds_no_fact(self) -> None:
        """The facts of a plain call are let go."""
        haul = Haul(1, DAY)
        kept = weakref.ref(haul)
        dust_bill(haul, paid_on=DAY)
        del haul
        assert kept() is None

    def test_steps_are_made_when_they_are_read(self) -> None:
        """Nobody pays for steps that nobody reads; once made they are kept."""
        explanation = explain(dust_tax, LOAD, DAY, MOON_LAW)
        assert not isinstance(explanation._note, Step)
        assert explanation.step is explanation.step

    def test_a_rule_stays_the_function_it_was(self) -> None:
        """Name, docstring and signature are those of the function; the clause can be asked for."""
        assert (dust_tax.__name__, dust_tax.__doc__) == (
            "dust_tax",
            "Tax on a load, rounded half up to the fen.",
        )
        assert typing.get_type_hints(dust_tax)["return"] is Yuan
        assert clause_of(dust_tax) is MOON.clause("1.1")
        assert clause_of(total) is None


def trace(number: int) -> bool:
    """Ask for a number and see that the trace holds it and nothing else."""
    others = [Haul(number, DAY)] * (number % 3)
    explanation = explain(dust_bill, Haul(number, DAY), paid_on=LATER, others=others)
    loads = [fact.value for step in explanation.steps for fact in step.facts if fact.name == "load"]
    return loads == [number] * (1 + number % 3)


class TestManyAtOnce:
    """Threads and tasks do not mix their traces."""

    def test_threads(self) -> None:
        """Sixteen threads, each asking for its own number."""
        start = threading.Barrier(16)

        def run(number: int) -> bool:
            start.wait()
            return all(trace(number) for _ in range(30))

        with ThreadPoolExecutor(16) as pool:
            assert all(pool.map(run, range(1, 17)))

    def test_a_thread_started_within_a_rule(self) -> None:
        """A thread of its own keeps nothing for the rule that started it."""

        @rule(MOON.clause("4"))
        def starts_one() -> None:
            thread = threading.Thread(target=dust_tax, args=(LOAD, DAY, MOON_LAW))
            thread.start()
            thread.join()

        assert names(explain(starts_one)) == ["starts_one"]

    def test_tasks(self) -> None:
        """Tasks that take turns between and within their questions."""

        async def run(number: int) -> bool:
            good = True
            for _ in range(20):
                await asyncio.sleep(0)
                good = good and trace(number)
            return good

        async def main() -> Iterable[bool]:
            return await asyncio.gather(*(run(number) for number in range(1, 17)))

        assert all(asyncio.run(main()))
