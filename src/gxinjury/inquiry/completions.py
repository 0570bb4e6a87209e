"""Completions (补全): every way in which an open case can turn out, as a tree of the questions that the rule asks.

A leaf holds what was asked on the way to it, and the outcome that all completions of it share. It stands in the tree
only if the records of the case let at least one of them be. That is decided by the records' own checks, on trial as
well. A fact that the rule never asks for and that nothing bounds is not compared by them: such a leaf stands as long as
the checks that can be made pass. So nothing that can come out is missing, and where every fact that the checks compare
is known or bounded, nothing is there that cannot come out.
"""

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar, cast

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import clause_of
from gxinjury.inquiry.cases import Case
from gxinjury.inquiry.checks import Assigned, Checks
from gxinjury.inquiry.open import Unknown, same
from gxinjury.inquiry.outcomes import Budget, Key, Refusal, distinct, outcome_of, within
from gxinjury.inquiry.trials import NO_DEFAULT, Asked, Place, Question, Trial
from gxinjury.inquiry.words import WORDS

if TYPE_CHECKING:
    from gxinjury.citations import Clause

__all__ = ["Branch", "Completions", "Leaf", "Node", "disagreements"]

T = TypeVar("T")

_STEPS_A_TRIAL: Final = 50
_STEPS_A_CHECK: Final = 5


@attrs.frozen(eq=False)
class Leaf(Generic[T]):
    """A way in which a case can turn out: what was asked, with the answers, and what comes out then.

    Facts that are not named can be anything.
    """

    assigned: Assigned
    key: Key[T | Refusal]

    @property
    def outcomes(self) -> frozenset[Key[T | Refusal]]:
        """The one outcome."""
        return frozenset((self.key,))

    @property
    def shape(self) -> object:
        """What two leaves have in common that are the same but for the way there."""
        return self.key


@attrs.frozen(eq=False)
class Branch(Generic[T]):
    """A question, and what follows after each of the answers that there can be.

    Two branches are of one shape that are the same but for the way there.
    """

    assigned: Assigned
    question: Question
    below: tuple[tuple[object, "Node[T]"], ...]
    outcomes: frozenset[Key[T | Refusal]]
    shape: object


Node: TypeAlias = Leaf[T] | Branch[T]


class Completions(Generic[T]):
    """All completions of an open case.

    Args:
        lacking: Whether a fact that the rule finds missing is a refusal, not a combination to be skipped.

    Attributes:
        root: The first question, or the only outcome.
        steps: How many steps of comparing completions may be made; they are cheaper than trials.
        questions: Every question that the rule or the records' checks asked, by the name of the fact.
        clauses: The clauses that ask for a fact, by its name.
        is_constrained: Whether the facts were seen to forbid a combination.

    Raises:
        InvalidFactError: The rule asks for a fact that nothing bounds, or the facts forbid every combination.
        TooManyTrialsError: The budget is used up.
    """

    def __init__(self, case: Case[T], budget: Budget, *, lacking: bool = False) -> None:
        self.case = case
        self.lacking = lacking
        self.budget = budget
        self.steps = Budget(budget.limit * _STEPS_A_TRIAL)
        self.questions: dict[str, Question] = {}
        self.clauses: dict[str, dict[Clause, None]] = {}
        self.is_constrained = False
        self._shapes: dict[object, int] = {}
        self._checks = Checks(case, budget, self.questions)
        root = self._explore({})
        if root is None:
            raise self._checks.refusals[0]
        self.root: Node[T] = root

    def leaves(self) -> Iterator[Leaf[T]]:
        """Yield the leaves in the order in which they were found."""
        yield from _leaves(self.root)

    def outcomes(self) -> tuple[T | Refusal, ...]:
        """Return what can come out, in the order in which it was found."""
        return distinct(leaf.key for leaf in self.leaves())

    def lets_be(self, *ways: Assigned, apart: Collection[str] = ()) -> bool:
        """Return whether the records let the ways be, as :meth:`gxinjury.inquiry.checks.Checks.let_be`; counted."""
        self.steps.spend(_STEPS_A_CHECK)
        return self._checks.let_be(*ways, apart=apart)

    def _explore(self, assigned: Assigned) -> Node[T] | None:
        """Return what follows from what is assigned; None where the facts forbid it."""
        self.budget.spend()
        try:
            key = self._key(Trial(assigned))
        except Asked as asked:
            return self._branch(asked, assigned)
        except InvalidFactError as error:
            self._checks.refusals.append(error)
            self.is_constrained = True
            return None
        except Exception:
            if self._checks.let_be(assigned):
                raise
            self.is_constrained = True
            return None
        if self._checks.let_be(assigned):
            return Leaf(assigned, key)
        self.is_constrained = True
        return None

    def _key(self, trial: Trial) -> Key[T | Refusal]:
        outcome = outcome_of(lambda: self.case.run(trial), lacking=self.lacking)
        if type(outcome) is not outcome.__class__:  # a record with holes came out: all of it is asked for
            outcome = attrs.evolve(outcome)  # type: ignore[misc]  # it is a record
        return Key.of(outcome)

    def _branch(self, asked: Asked, assigned: Assigned) -> Branch[T] | None:
        question, clause = asked.question, asked.clause or clause_of(within(self.case.rule))
        if question.candidates is None:
            raise _not_bounded(question.place) from None
        path = question.path
        self.questions.setdefault(path, question)
        self.clauses.setdefault(path, {}).update({} if clause is None else {clause: None})
        found = ((answer, self._explore({**assigned, path: answer})) for answer in question.candidates)
        below = tuple((answer, node) for answer, node in found if node is not None)
        if not below:
            return None
        shape = (path, tuple((_comparable(answer), node.shape) for answer, node in below))
        return Branch(
            assigned,
            question,
            below,
            frozenset().union(*(node.outcomes for _, node in below)),
            self._shapes.setdefault(shape, len(self._shapes)),
        )


def _comparable(answer: object) -> object:
    try:
        return Key.of(answer)
    except TypeError:  # it may change: only itself is the same
        return id(answer)


def _leaves(node: Node[T]) -> Iterator[Leaf[T]]:
    if isinstance(node, Leaf):
        yield node
    else:
        for _, below in node.below:
            yield from _leaves(below)


def _not_bounded(place: Place) -> InvalidFactError:
    """Return the refusal to guess a fact that nothing bounds."""
    text = "is_not_bounded" if place.default is NO_DEFAULT else "is_not_bounded_default"
    return InvalidFactError(place.record, place.name, WORDS.texts[text].filled({"default": place.default}), Unknown())


def disagreements(found: Completions[T]) -> tuple[frozenset[str], ...]:
    """Return the smallest sets of facts in which two completions differ that disagree.

    Raises:
        TooManyTrialsError: The budget is used up.
    """
    search = _Search(found)
    size = 1
    search.of_size(size, alike_once=True)
    if search.met_a_limit:
        search.of_size(size)
    # Where nothing is forbidden, two completions lead to each other by changing one fact at a time.
    while (found.is_constrained or search.met_a_limit) and size < len(found.questions):
        size += 1
        search.of_size(size)
    return tuple(search.sets)


class _Search(Generic[T]):
    """The search for disagreements, by the number of facts."""

    def __init__(self, found: Completions[T]) -> None:
        self.found = found
        self.sets: list[frozenset[str]] = []
        self.met_a_limit = False
        self.size = 0
        self.alike_once = False

    def of_size(self, size: int, *, alike_once: bool = False) -> None:
        """Find the sets of a size; of answers after which all is alike looking at one only, where that will do."""
        self.size = size
        self.alike_once = alike_once
        self._within(self.found.root)

    def _within(self, node: Node[T]) -> None:
        """Compare the ways below a node with each other."""
        if isinstance(node, Leaf) or len(node.outcomes) == 1:
            return
        path = frozenset((node.question.path,))
        for one, other in combinations(self._apart(node), 2):
            self._across(one, other, path)
        for _, below in node.below:
            self._within(below)

    def _apart(self, node: Branch[T]) -> Iterator[Node[T]]:
        """Yield what follows after the answers."""
        seen = set()
        for _, below in node.below:
            if not self.alike_once or below.shape not in seen:
                seen.add(below.shape)
                yield below

    def _across(self, one: Node[T], other: Node[T], differ: frozenset[str]) -> None:
        """Compare the ways below two nodes that differ in some facts already."""
        self.found.steps.spend()
        if len(differ) > self.size or len(one.outcomes | other.outcomes) == 1 or self._is_known(differ):
            return
        if isinstance(one, Leaf) and isinstance(other, Leaf):
            self._compare(one, other, differ)
            return
        branch, way = (one, other) if isinstance(one, Branch) else (cast("Branch[T]", other), one)
        path = branch.question.path
        for answer, below in branch.below:
            is_same = path not in way.assigned or same(answer, way.assigned[path])
            self._across(below, way, differ if is_same else differ | {path})

    def _compare(self, one: Leaf[T], other: Leaf[T], differ: frozenset[str]) -> None:
        """Keep the facts in which two ways differ, with as many more as have to differ where the records ask it."""
        settled = one.assigned.keys() & other.assigned.keys()
        free = [path for path in self.found.questions if path not in settled]
        for more in combinations(free, self.size - len(differ)):
            apart = differ | set(more)
            if self._is_known(apart):
                continue
            if self.found.lets_be(one.assigned, other.assigned, apart=apart):
                self.sets.append(apart)
            else:
                self.met_a_limit = True

    def _is_known(self, differ: frozenset[str]) -> bool:
        return any(known <= differ for known in self.sets)
