"""Completions (补全): every way in which an open case can turn out, as a tree of the questions that the rule asks.

A leaf holds what was asked on the way to it, and the outcome that all completions of it share. It stands in the tree
only if the records of the case let at least one of them be. That is decided by the records' own checks, on trial as
well. A fact that the rule never asks for and that nothing bounds is not compared by them: such a leaf stands as long as
the checks that can be made pass. So nothing that can come out is missing, and where every fact that the checks compare
is known or bounded, nothing is there that cannot come out.

What matters are the smallest sets of facts in which two completions differ that disagree.
"""

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import clause_of
from gxinjury.inquiry._cases import Case
from gxinjury.inquiry._checks import Assigned, Checks
from gxinjury.inquiry._templates import NO_DEFAULT
from gxinjury.inquiry._trials import Asked, Question, Trial
from gxinjury.inquiry.open import Unknown
from gxinjury.inquiry.outcomes import Budget, Key, Refusal, distinct, key_of, outcome_of, same, within
from gxinjury.inquiry.results import Row, known
from gxinjury.inquiry.words import WORDS

if TYPE_CHECKING:
    from gxinjury.citations import Clause

T = TypeVar("T")

_STEPS_A_TRIAL: Final = 50
_STEPS_A_CHECK: Final = 5


@attrs.frozen
class Node(Generic[T]):
    """A question, with what follows after each of the answers that there can be; with nothing below it an outcome.

    A leaf tells what was asked on the way to it; facts that are not assigned can be anything. Two nodes are of one
    shape that are the same but for the way there.
    """

    assigned: Assigned
    outcomes: frozenset[Key[T | Refusal]]
    shape: object
    path: str = ""
    below: "tuple[tuple[object, Node[T]], ...]" = ()

    @property
    def key(self) -> Key[T | Refusal]:
        """The one outcome of a leaf."""
        [key] = self.outcomes
        return key

    def leaves(self) -> "Iterator[Node[T]]":
        """Yield the leaves in the order in which they were found."""
        if not self.below:
            yield self
        for _, below in self.below:
            yield from below.leaves()


class Completions(Generic[T]):
    """All completions of an open case, or of a whole one ``by_reading``: a fact that is missing under one is a refusal.

    The questions are all that the rule or the records' checks asked, the clauses those that ask, by the name of the
    fact. Comparing completions takes steps, cheaper than trials. Facts that forbid a combination constrain the case.
    """

    def __init__(self, case: Case[T], budget: Budget, *, by_reading: bool = False) -> None:
        self.case = case
        self.by_reading = by_reading
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

    def outcomes(self) -> tuple[T | Refusal, ...]:
        """Return what can come out, in the order in which it was found."""
        return distinct(leaf.key for leaf in self.root.leaves())

    def rows(self) -> Iterator[Row[T]]:
        """Yield the leaves as rows of a decision table."""
        for leaf in self.root.leaves():
            asked = [(self.questions[path].place, value) for path, value in leaf.assigned.items()]
            yield Row(tuple(known(place, value) for place, value in asked), leaf.key[1])

    def lets_be(self, *ways: Assigned, apart: Collection[str] = ()) -> bool:
        """Return whether the records let the ways be, as :meth:`Checks.let_be`; counted."""
        self.steps.spend(_STEPS_A_CHECK)
        return self._checks.let_be(*ways, apart=apart)

    def _explore(self, assigned: Assigned) -> Node[T] | None:
        """Return what follows from what is assigned; None where the facts forbid it."""
        self.budget.spend()
        try:
            key = self._key(Trial(assigned, opens_readings=self.by_reading))
        except Asked as asked:
            return self._branch(asked, assigned)
        except InvalidFactError as error:
            self._checks.refusals.append(error)
        except Exception:
            if self._checks.let_be(assigned):
                raise
        else:
            if self._checks.let_be(assigned):
                return Node(assigned, frozenset((key,)), key)
        self.is_constrained = True
        return None

    def _key(self, trial: Trial) -> Key[T | Refusal]:
        outcome = outcome_of(lambda: self.case.answer_in(trial), lacking=self.by_reading)
        if type(outcome) is not outcome.__class__:  # a record with holes came out: all of it is asked for
            outcome = attrs.evolve(outcome)  # type: ignore[misc]  # it is a record
        return key_of(outcome)

    def _branch(self, asked: Asked, assigned: Assigned) -> Node[T] | None:
        question, clause = asked.question, asked.clause or clause_of(within(self.case.rule))
        if question.candidates is None:
            raise _not_bounded(question) from None
        path = question.place.path
        self.questions.setdefault(path, question)
        self.clauses.setdefault(path, {}).update({} if clause is None else {clause: None})
        found = ((answer, self._explore({**assigned, path: answer})) for answer in question.candidates)
        below = tuple((answer, node) for answer, node in found if node is not None)
        if not below:
            return None
        shape = (path, tuple((_comparable(answer), node.shape) for answer, node in below))
        outcomes = frozenset[Key[T | Refusal]]().union(*(node.outcomes for _, node in below))
        return Node(assigned, outcomes, self._shapes.setdefault(shape, len(self._shapes)), path, below)


def _comparable(answer: object) -> object:
    try:
        return key_of(answer)
    except TypeError:  # it may change: only itself is the same
        return id(answer)


def _not_bounded(question: Question) -> InvalidFactError:
    """Return the refusal to guess a fact that nothing bounds."""
    place = question.place
    own = "" if place.default is NO_DEFAULT else WORDS.texts["its_default"].filled({"default": place.default})
    rule = WORDS.texts["is_not_bounded"].filled({"own": own})
    return InvalidFactError(place.owner, place.name, rule, Unknown())


def what_matters(found: Completions[T]) -> frozenset[str]:
    """Return the names of the facts that can change the outcome: those in a smallest disagreement."""
    search = _Search(found)
    size = 1
    search.of_size(size, alike_once=True)
    if search.met_a_limit:
        search.of_size(size)
    # Where nothing is forbidden, two completions lead to each other by changing one fact at a time.
    while (found.is_constrained or search.met_a_limit) and size < len(found.questions):
        size += 1
        search.of_size(size)
    return frozenset[str]().union(*search.sets)


class _Search(Generic[T]):
    """The search, by the number of facts."""

    def __init__(self, found: Completions[T]) -> None:
        self.found = found
        self.sets: list[frozenset[str]] = []
        self.met_a_limit = False
        self.size: int
        self.alike_once: bool

    def of_size(self, size: int, *, alike_once: bool = False) -> None:
        """Find the sets of a size; of answers after which all is alike looking at one only, where that will do."""
        self.size = size
        self.alike_once = alike_once
        self._within(self.found.root)

    def _within(self, node: Node[T]) -> None:
        if len(node.outcomes) == 1:
            return
        for one, other in combinations(self._apart(node), 2):
            self._across(one, other, frozenset((node.path,)))
        for _, below in node.below:
            self._within(below)

    def _apart(self, node: Node[T]) -> Iterator[Node[T]]:
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
        if not one.below and not other.below:
            self._compare(one, other, differ)
            return
        branch, way = (one, other) if one.below else (other, one)
        path = branch.path
        for answer, below in branch.below:
            is_same = path not in way.assigned or same(answer, way.assigned[path])
            self._across(below, way, differ if is_same else differ | {path})

    def _compare(self, one: Node[T], other: Node[T], differ: frozenset[str]) -> None:
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
