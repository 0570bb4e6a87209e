"""Completions (补全): every way in which an open case can turn out, as a tree of the questions that the rule asks.

A leaf holds what was asked on the way to it, and the outcome that all completions of it share. It stands in the tree
only if the records of the case let at least one of them be. That is decided by the records' own checks, on trial as
well. A fact that the rule never asks for and that nothing bounds is not compared by them: such a leaf stands as long as
the checks that can be made pass. So nothing that can come out is missing, and where every fact that the checks compare
is known or bounded, nothing is there that cannot come out.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import clause_of
from gxinjury.inquiry.cases import Case
from gxinjury.inquiry.outcomes import Budget, Key, Refusal, outcome_of, within
from gxinjury.inquiry.stand_ins import STOP, NotKnownError, is_stand_in, stand_ins_for
from gxinjury.inquiry.trials import NO_DEFAULT, Asked, Place, Question, Trial, checked, copied
from gxinjury.inquiry.unknowns import Unknown
from gxinjury.inquiry.words import WORDS

if TYPE_CHECKING:
    from gxinjury.citations import Clause

T = TypeVar("T")

Assigned: TypeAlias = Mapping[str, object]

_STEPS_A_TRIAL: Final = 50
_STEPS_A_CHECK: Final = 5


@attrs.frozen(eq=False)
class Leaf(Generic[T]):
    """A way in which a case can turn out.

    Args:
        assigned: What was asked, with the answers; facts that are not named can be anything.
        key: What comes out then.
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
    """A question, and what follows after each answer.

    Args:
        assigned: What was asked before, with the answers.
        question: What is asked.
        below: The answers that there can be, with what follows.
        outcomes: What can come out below.
        shape: What two branches have in common that are the same but for the way there.
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
        case: The case.
        budget: How many trials may be made.
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
        self._forbidden: list[InvalidFactError] = []
        root = self._explore({})
        if root is None:
            raise self._forbidden[0]
        self.root: Node[T] = root

    def leaves(self) -> Iterator[Leaf[T]]:
        """Yield the leaves in the order in which they were found."""
        yield from _leaves(self.root)

    def outcomes(self) -> tuple[T | Refusal, ...]:
        """Return what can come out, in the order in which it was found."""
        return tuple(key.outcome for key in dict.fromkeys(leaf.key for leaf in self.leaves()))

    def lets_be(self, *ways: Assigned, apart: Collection[str] = ()) -> bool:
        """Return whether the records let the ways be, each completed with the same answers; counted as steps.

        Args:
            ways: What is assigned, way by way; a fact that one of them leaves open is as in the others.
            apart: Facts that may differ all the same.

        Raises:
            TooManyTrialsError: The budget is used up.
        """
        self.steps.spend(_STEPS_A_CHECK)
        return self._is_completable(*ways, apart=apart)

    def _is_completable(self, *ways: Assigned, apart: Collection[str] = ()) -> bool:
        full = [dict(way) for way in ways]
        for one in full:
            for other in ways:
                one |= {path: value for path, value in other.items() if path not in one and path not in apart}
        chooser = _Chooser(self.questions, apart)
        while True:
            try:
                self._check(full, chooser)
            except NotKnownError:
                return True
            except InvalidFactError as error:
                if is_stand_in(error.value):
                    return True
                self._forbidden.append(error)
                if not chooser.goes_on():
                    return False
                self.budget.spend()
            else:
                return True

    def _check(self, full: list[dict[str, object]], chooser: "_Chooser") -> None:
        chooser.start()
        for assigned in full:
            chooser.apart_answers.clear()
            trial = Trial(assigned, chooser.choose)
            for name, fact in self.case.facts.items():
                trial.value(fact, self.case.places[name])
            checked(trial)

    def _explore(self, assigned: Assigned) -> Node[T] | None:
        """Return what follows from what is assigned; None where the facts forbid it."""
        self.budget.spend()
        try:
            key = self._key(Trial(assigned))
        except Asked as asked:
            return self._branch(asked, assigned)
        except InvalidFactError as error:
            self._forbidden.append(error)
            self.is_constrained = True
            return None
        except Exception:
            if self._is_completable(assigned):
                raise
            self.is_constrained = True
            return None
        if self._is_completable(assigned):
            return Leaf(assigned, key)
        self.is_constrained = True
        return None

    def _key(self, trial: Trial) -> Key[T | Refusal]:
        outcome = outcome_of(lambda: self.case.run(trial), lacking=self.lacking)
        if type(outcome) is not outcome.__class__:  # a record with holes came out: all of it is asked for
            outcome = copied(outcome)
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


class _Chooser:
    """Answers the questions of the records' checks, one combination of answers after the other."""

    def __init__(self, questions: dict[str, Question], apart: Collection[str]) -> None:
        self.questions = questions
        self.apart = apart
        self.answers: dict[str, object] = {}
        self.apart_answers: dict[str, object] = {}
        self.prefix: list[int] = []
        self.taken: list[int] = []
        self.sizes: list[int] = []

    def start(self) -> None:
        """Begin a new combination."""
        self.answers, self.taken, self.sizes = {}, [], []

    def choose(self, question: Question) -> object:
        """Return the answer of this combination."""
        answers = self.apart_answers if question.path in self.apart else self.answers
        if question.path in answers:
            return answers[question.path]
        self.questions.setdefault(question.path, question)
        options = stand_ins_for(question.place) if question.candidates is None else question.candidates
        position = len(self.taken)
        index = self.prefix[position] if position < len(self.prefix) else 0
        self.taken.append(index)
        self.sizes.append(len(options))
        if options[index] is STOP:
            raise NotKnownError
        return answers.setdefault(question.path, options[index])

    def goes_on(self) -> bool:
        """Return whether there is a further combination, and go on to it."""
        while self.taken:
            index, size = self.taken.pop(), self.sizes[len(self.taken)]
            if index + 1 < size:
                self.prefix = [*self.taken, index + 1]
                return True
        return False
