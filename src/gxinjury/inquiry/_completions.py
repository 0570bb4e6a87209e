"""Completions (补全): every way in which an open case can turn out, as a tree of the questions that the rule asks.

A leaf holds what was asked on the way to it, and the outcome that all completions of it share. It stands in the tree
only if the records of the case let at least one of them be. That is decided by the records' own checks, on trial as
well. A fact that the rule never asks for and that nothing bounds is not compared by them: such a leaf stands as long as
the checks that can be made pass. So nothing that can come out is missing, and where every fact that the checks compare
is known or bounded, nothing is there that cannot come out.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import clause_of
from gxinjury.inquiry._cases import Case
from gxinjury.inquiry._checks import Assigned, Checks
from gxinjury.inquiry._templates import NO_DEFAULT
from gxinjury.inquiry._trials import Asked, Question, Trial
from gxinjury.inquiry.open import Unknown
from gxinjury.inquiry.outcomes import Budget, Key, Refusal, distinct, key_of, outcome_of, within
from gxinjury.inquiry.results import Row, known
from gxinjury.inquiry.words import WORDS

if TYPE_CHECKING:
    from gxinjury.citations import Clause

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
    path: str
    below: tuple[tuple[object, "Node[T]"], ...]
    outcomes: frozenset[Key[T | Refusal]]
    shape: object


Node: TypeAlias = Leaf[T] | Branch[T]


class Completions(Generic[T]):
    """All completions of an open case; a fact that the rule finds ``lacking`` can be a refusal among the outcomes.

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

    def rows(self) -> Iterator[Row[T]]:
        """Yield the leaves as rows of a decision table."""
        for leaf in self.leaves():
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
            key = self._key(Trial(assigned))
        except Asked as asked:
            return self._branch(asked, assigned)
        except InvalidFactError as error:
            self._checks.refusals.append(error)
        except Exception:
            if self._checks.let_be(assigned):
                raise
        else:
            if self._checks.let_be(assigned):
                return Leaf(assigned, key)
        self.is_constrained = True
        return None

    def _key(self, trial: Trial) -> Key[T | Refusal]:
        outcome = outcome_of(lambda: self.case.answer_in(trial), lacking=self.lacking)
        if type(outcome) is not outcome.__class__:  # a record with holes came out: all of it is asked for
            outcome = attrs.evolve(outcome)  # type: ignore[misc]  # it is a record
        return key_of(outcome)

    def _branch(self, asked: Asked, assigned: Assigned) -> Branch[T] | None:
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
        return Branch(assigned, path, below, outcomes, self._shapes.setdefault(shape, len(self._shapes)))


def _comparable(answer: object) -> object:
    try:
        return key_of(answer)
    except TypeError:  # it may change: only itself is the same
        return id(answer)


def _leaves(node: Node[T]) -> Iterator[Leaf[T]]:
    if isinstance(node, Leaf):
        yield node
    else:
        for _, below in node.below:
            yield from _leaves(below)


def _not_bounded(question: Question) -> InvalidFactError:
    """Return the refusal to guess a fact that nothing bounds."""
    place = question.place
    own = "" if place.default is NO_DEFAULT else WORDS.texts["its_default"].filled({"default": place.default})
    rule = WORDS.texts["is_not_bounded"].filled({"own": own})
    return InvalidFactError(place.owner, place.name, rule, Unknown())
