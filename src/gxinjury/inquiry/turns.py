"""What would turn the answer (翻转结果的最小变动): the fewest facts to change, and to what."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import combinations, permutations, product
from operator import le
from typing import Annotated, Final, Generic, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import unobserved
from gxinjury.inquiry._cases import NOTHING, Case, built, case_of
from gxinjury.inquiry._templates import FactPlace, candidates_of, template_of
from gxinjury.inquiry.open import OneOf, Unknown
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, Told, key_of, matches, outcome_of, same
from gxinjury.inquiry.results import Result, Section, joined, say
from gxinjury.records import Record
from gxinjury.statutes import Statute
from gxinjury.telling import is_yuan, told
from gxinjury.texts import Language, Text

__all__ = ["ANY", "Change", "Flip", "Flips", "flips", "flips_of"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Outcomes:
    """Any outcome, or any other one: what an inquiry looks for unless it is told."""

    def __repr__(self) -> str:
        return "ANY"


ANY: Final = Outcomes()
"""Any outcome."""


@attrs.frozen
class Change(Told):
    """A change of one fact; its name has the records around it, as ``contract.price``."""

    field: Annotated[str, Text("事实", "fact")]
    label: Annotated[Text, Text("名称", "label")]
    before: Annotated[object, Text("原值", "before")]
    after: Annotated[object, Text("新值", "after")]
    in_yuan: Annotated[bool, Text("以元计", "in yuan")] = False

    def text(self, language: Language = "en") -> str:
        """Return the change in a language."""
        before, after = (told(one, language, in_yuan=self.in_yuan) for one in (self.before, self.after))
        return say("change", language, fact=self.label, before=before, after=after)


@attrs.frozen
class Flip(Record, Generic[T_co]):
    """Changes that together turn the outcome, and what comes out then."""

    changes: Annotated[tuple[Change, ...], Text("变动", "changes")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]

    @property
    def values(self) -> dict[str, object]:
        """The new values by the name of the fact."""
        return {change.field: change.after for change in self.changes}


@attrs.frozen
class Flips(Result[Flip[T_co]], Generic[T_co]):
    """The smallest changes of facts that turn an outcome; a sequence of them.

    The ``outcome`` is that of the case as it stands. Facts ``held`` have no bounds: they stay, or go where they may.
    """

    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]
    held: Annotated[tuple[str, ...], Text("未予变动的事实", "facts held")]

    @property
    def size(self) -> int | None:
        """How many facts have to change at the least; None where no change turns the outcome."""
        return next((len(flip.changes) for flip in self), None)

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the outcome as it stands, the changes that turn it, and what was held."""
        changes = [(joined(flip.changes, language), flip.outcome) for flip in self]
        yield (
            self._say("flips_head" if self.found else "flips_none", language, outcome=self.outcome, count=self.size),
            [self._say("answer", language, answer=changed, outcomes=outcome) for changed, outcome in changes],
        )
        if self.held:
            yield say("flips_held", language, facts=self.held), ()


@unobserved()
def flips(
    rule: Callable[..., T],
    case: object,
    *,
    bounds: Mapping[str, object] = NOTHING,
    to: object = ANY,
    law: Statute | None = None,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> Flips[T]:
    """Return the smallest changes of facts that turn what a rule answers, to one outcome or kind of error or to any.

    By the number of facts changed: all changes of that many, none of fewer turns it. Where days change, of those that
    differ in nothing but how far the days move, only the nearest on either side.

    The ``bounds`` say what facts could be, by name: ``one_of(...)``, ``between(...)``; truth values, enums and what may
    be missing need none. A fact with one value only is held. The case is a whole one, and the rest as
    :mod:`gxinjury.inquiry` says.

    Raises:
        InvalidFactError: A fact is open, breaks a rule of input, or is bounded and not there.
        TooManyTrialsError: The budget is used up.

    >>> from gxinjury import LAW
    >>> from gxinjury.construction.delay import delay_papers_deadline
    >>> from gxinjury.inquiry import between
    >>> ends = {"expiry": date(2016, 6, 30), "law": LAW}
    >>> print(flips(delay_papers_deadline, ends, bounds={"expiry": between(date(2016, 6, 1), date(2016, 7, 31))}))
    last day for the delay papers is 2016-05-31; facts to change at the least, to turn it: 1
      · contract expires on 2016-06-30 becomes 2016-06-29 → 2016-05-30
      · contract expires on 2016-06-30 becomes 2016-07-01 → 2016-06-01
    """
    return flips_of(case_of(rule, case, law, whole=True), bounds, to, Budget(budget, progress))


def flips_of(asked: Case[T], bounds: Mapping[str, object], to: object, budget: Budget) -> Flips[T]:
    """Return the smallest changes that turn the outcome of a whole case; none where it is the one wanted already."""
    now = outcome_of(asked.answer)
    for path in bounds:
        asked.place(path)
    facts = [_Movable(place, value, bounds) for place, value in asked.singles()]
    movable = [fact for fact in facts if fact.changes]
    found: list[Flip[T]] = []
    for size, _ in enumerate(() if matches(now, to) else movable, 1):
        for several in combinations(movable, size):
            found += _nearest(_turning(asked, several, now, to, budget))
        if found:
            break
    held = tuple(fact.place.path for fact in facts if not fact.is_bounded)
    return Flips(asked.label, tuple(found), now, held, in_yuan=asked.in_yuan)


class _Movable:
    """A fact with the changes to what it could be instead."""

    def __init__(self, place: FactPlace, value: object, bounds: Mapping[str, object]) -> None:
        template = template_of(bounds.get(place.path, Unknown()))
        candidates = candidates_of(OneOf((template,)), place.hint)
        self.is_bounded = candidates is not None
        if candidates is None:
            candidates = (None,) if place.may_be_missing else ()
        self.place = place
        others = (one for one in _whole(candidates, place) if not same(one, value))
        in_yuan = is_yuan(place.hint)
        self.changes = [Change(place.path, place.label, value, one, in_yuan) for one in others]


def _whole(candidates: tuple[object, ...], place: FactPlace) -> Iterator[object]:
    """Yield what needs no further fact; a record that could be there is not made up."""
    for one in candidates:
        with suppress(InvalidFactError):
            yield built(one, place)


def _turning(
    asked: Case[T], several: tuple[_Movable, ...], now: T | Refusal, to: object, budget: Budget
) -> Iterator[Flip[T]]:
    """Yield what turns the outcome, among all other values of several facts, none of them part of another."""
    if any(one.place.surrounds(other.place.path) for one, other in permutations(several, 2)):
        return
    for changes in product(*(fact.changes for fact in several)):
        budget.spend()
        try:
            outcome = outcome_of(partial(asked.answer_with, {change.field: change.after for change in changes}))
        except InvalidFactError:
            continue
        if matches(outcome, to) if to is not ANY else not matches(outcome, now):
            yield Flip(changes, outcome)


def _nearest(found: Iterator[Flip[T]]) -> Iterator[Flip[T]]:
    """Yield the flips that no other one does with the same values and days moved the same way, but less far."""
    groups: dict[object, list[tuple[tuple[int, ...], Flip[T]]]] = {}
    for flip in found:
        moved = tuple(_days_moved(change) for change in flip.changes)
        way = tuple(
            days > 0 if days else key_of(change.after) for days, change in zip(moved, flip.changes, strict=True)
        )
        groups.setdefault(way, []).append((tuple(abs(days) for days in moved), flip))
    for group in groups.values():
        kept: list[tuple[int, ...]] = []
        for far, flip in sorted(group, key=lambda one: sum(one[0])):
            if not any(all(map(le, one, far)) for one in kept):
                kept.append(far)
                yield flip


def _days_moved(change: Change) -> int:
    """Return by how many days a fact moves; zero for what is no day."""
    if type(change.before) is date and type(change.after) is date:
        return (change.after - change.before).days
    return 0
