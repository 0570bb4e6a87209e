"""How far an inquiry goes: neither a trial nor a step more than its answer takes."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final

import attrs
import pytest

from gxinjury.inquiry import (
    TooManyTrialsError,
    compare,
    days_when,
    edges,
    flips,
    needs,
    possible,
    readings_that_matter,
)
from gxinjury.inquiry._cases import case_of
from gxinjury.inquiry._completions import Completions, what_matters
from gxinjury.inquiry.needs import _need
from gxinjury.inquiry.outcomes import Budget
from gxinjury.periods import Period
from tests.inquiry.lunar import (
    COLUMN,
    MOON,
    Craft,
    Gravity,
    Haul,
    Heavy,
    Landing,
    Phase,
    Table,
    dust_tax,
    forbidding,
    is_weighed,
    rule_of,
)

_HAUL: Final = Haul(worth=50, taken_on=date(2009, 12, 31), landed_on=date(2000, 11, 1))
_TURN: Final = Period(date(2009, 12, 30), date(2010, 1, 2))
_CRAFT: Final = Craft(manned=True, heavy=True, phase=Phase.FULL)
_NINE: Final = MOON.reading(Gravity.COUNTED, Heavy.NINE)
_Many: Any = attrs.make_class(
    "_Many", {f"n{at}": attrs.field(type=int) for at in range(99)} | {"flag": attrs.field(type=bool)}
)


def _flag_of(many: _Many) -> bool:
    return bool(many.flag)


def _hauled(haul: Haul | None) -> bool:
    return haul is not None


INQUIRIES: Final[dict[str, tuple[Callable[..., Any], int]]] = {
    # the question at the root, and each of two answers
    "possible": (partial(possible, COLUMN), 3),
    "needs": (partial(needs, COLUMN), 3),
    # the other value of each flag, two of the phase, two of the beacon; then all pairs of them, and so on
    "flips, one fact": (partial(flips, rule_of(("manned", (Landing.ALLOWED, Landing.FORBIDDEN))), _CRAFT), 6),
    "flips, none": (partial(flips, rule_of(Landing.ALLOWED), _CRAFT), 2 * 2 * 3 * 3 - 1),
    "flips, there already": (partial(flips, COLUMN, _CRAFT, to=Landing.ALLOWED), 0),
    # without the haul, or with another worth: never both; of a hundred facts that one that can move
    "flips, a record and a fact of it": (partial(flips, _hauled, {"haul": _HAUL}, bounds={"haul.worth": 60}, to=1), 2),
    "flips, facts that stay": (partial(flips, _flag_of, _Many(*[1] * 99, flag=True), to=1), 1),
    # a day each, an amount each
    "days": (partial(days_when, dust_tax, _HAUL, "taken_on", _TURN), 4),
    "edges, days": (partial(edges, dust_tax, _HAUL, "taken_on", _TURN), 4),
    "edges, amounts": (partial(edges, dust_tax, _HAUL, "worth", ("49.90", "49.95")), 6),
    # both laws; where they differ, the first with each part of the other that is consulted
    "compare, alike": (partial(compare, is_weighed, {"tons": 1}, {"now": MOON, "then": MOON}), 2),
    "compare": (partial(compare, is_weighed, {"tons": 10}, {"a": MOON, "b": MOON.reading(Gravity.COUNTED)}), 3),
    # both; the first with the one part that it consults, then with the other that it consults after that
    "compare, one after the other": (partial(compare, is_weighed, {"tons": 9}, {"a": MOON, "b": _NINE}), 4),
    # the two of Idle, which is asked first: under each the two of Gravity, and under one of those the three of Heavy
    "readings": (partial(readings_that_matter, is_weighed, {"tons": 1}), 1 + 2 * (1 + 2 + 3)),
}
"""Inquiries, each with the trials that it takes."""


@pytest.mark.parametrize(("inquiry", "trials"), INQUIRIES.values(), ids=INQUIRIES)
def test_trials(inquiry: Callable[..., Any], trials: int) -> None:
    """So many trials are enough, each is told of, and with one less the inquiry does not answer."""
    made: list[int] = []
    inquiry(budget=trials, progress=made.append)
    assert made == [*range(1, trials + 1)]
    if trials:
        with pytest.raises(TooManyTrialsError, match=f"more than {trials - 1} trials"):
            inquiry(budget=trials - 1)


_A: Final = Landing.ALLOWED
_D: Final = Landing.DEFERRED
_TOGETHER: Final[Table] = ("manned", (("beacon", (False, True, True)), ("beacon", (True, False, True))))

SEARCHES: Final[dict[str, tuple[Table, Table, int]]] = {
    # a pair is a step, a check of two ways five
    "two answers": (("manned", (_A, _D)), False, 6),
    "one outcome, reached in two ways": (("manned", (("heavy", (_A, _A)), _A)), False, 0),
    "answers that are alike": (("phase", (_A, _A, _D)), False, 6),
    "the same pair below two answers": (("manned", (("heavy", (_A, _D)), ("heavy", (_A, _D)))), False, 6 + 1),
    # across: the two, one below the first against the second, both below, those that differ in two, the rest is known
    "either of two facts": (("manned", (("heavy", (_A, _D)), ("heavy", (_D, _A)))), False, 4 + 5 + 1 + 6 + 1),
    # one fact alone is forbidden, whether alike is looked at once or not; of two the beacon may move with it and the
    # phase, that the refusal tells of, may not; with all three that is known, and there are no more
    "two facts that move together": (("manned", (_A, _D)), _TOGETHER, 6 + 6 + 1 + 5 + 5 + 1),
}
"""Rules, what crafts forbid, and the steps in which it is found what matters."""


def test_an_outcome_that_an_answer_leaves_is_looked_for_once() -> None:
    """After either answer a check for the first of three ways to one outcome, which the rule takes without asking."""
    heavy = ("heavy", (_A, _D))
    found = Completions(case_of(rule_of(("manned", (("phase", (_A, _A, _A)), heavy))), {}, None), Budget(99))
    question = found.questions["heavy"]
    assert [answer.outcomes for answer in _need(found, question.place, question.candidates or ()).answers] == [
        (_A,),
        (_A, _D),
    ]
    assert found.steps.made == 2 * 5


@pytest.mark.parametrize(("table", "ban", "steps"), SEARCHES.values(), ids=SEARCHES)
def test_steps(table: Table, ban: Table, steps: int) -> None:
    """What matters is found in so many steps: what is known already, or all alike, is not compared."""
    with forbidding(ban):
        found = Completions(case_of(rule_of(table), {}, None), Budget(99))
        what_matters(found)
        assert found.steps.made == steps
