"""Why (解释): the steps of a rule, kept while it runs and told when asked.

:func:`rule` marks a function as carrying out a clause. :func:`explain` runs one and returns what it rested on: the
rules it called, the figures it looked up, the readings it chose, each with its clause.
"""

import functools
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any, Generic, ParamSpec, TypeVar, cast

import attrs

from gxinjury import outlines
from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError
from gxinjury.notes import NOTES, Note, caution, note, unobserved
from gxinjury.rules import Interruption, clause_of, rule, rule_step
from gxinjury.steps import Fact, Step, StepKind
from gxinjury.texts import Language, Text

__all__ = [
    "Explanation",
    "Fact",
    "Interruption",
    "Step",
    "StepKind",
    "caution",
    "clause_of",
    "explain",
    "note",
    "rule",
    "unobserved",
]

P = ParamSpec("P")
T = TypeVar("T")


@attrs.frozen
class Explanation(Generic[T]):
    """An answer with its reasons; equal to another when answer and steps are.

    Attributes:
        outcome: What the rule answered.

    Prints in English; :meth:`text` and :meth:`html` take the language. Pickles.
    """

    outcome: T
    _note: Note | Step = attrs.field(repr=False)

    @functools.cached_property
    def step(self) -> Step:
        """The step of the rule asked, with all below it."""
        if isinstance(self._note, Step):
            return self._note
        make, given = self._note
        return cast("Step", make(*given))

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in the order in which they were taken, the rule asked first."""
        return tuple(self.step.walk())

    @property
    def cautions(self) -> tuple[Text, ...]:
        """What to mind before relying on the answer, each told once."""
        return tuple(dict.fromkeys(caution for step in self.steps for caution in step.cautions))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that the answer rests on, each once."""
        return tuple(dict.fromkeys(step.clause for step in self.steps if step.clause is not None))

    @property
    def departures(self) -> tuple[Text, ...]:
        """What the law asked departs in from the law as it stands."""
        for fact in self.step.facts:
            if callable(departures := getattr(fact.value, "departures", None)):
                return tuple(departures())
        return ()

    def text(self, language: Language = "en") -> str:
        """Return the explanation as indented text."""
        return outlines.as_text(self.step, self.departures, language)

    def html(self, language: Language = "en") -> str:
        """Return the explanation as HTML that folds."""
        return outlines.as_html(self.step, self.departures, language)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Explanation) and (self.outcome, self.step) == (other.outcome, other.step)

    def __hash__(self) -> int:
        return hash(self.step.name)

    def __reduce__(self) -> tuple[Any, ...]:
        return Explanation, (self.outcome, self.step)


def explain(rule: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Explanation[T]:
    """Run a rule and return its answer with its reasons.

    Args:
        rule: A rule, the library's or one's own; of a ``functools.partial`` the rule within, with its facts.
        args: Its facts, as the rule takes them.
        kwargs: Its facts by name.

    Raises:
        GxInjuryError: As the rule raises it, with the steps taken so far as its ``explanation``.
    """
    if isinstance(rule, functools.partial):
        within: Callable[..., T] = rule.func
        return explain(within, *rule.args, *args, **{**rule.keywords, **kwargs})
    notes: list[Note] = []
    token = NOTES.set(notes)
    args_given: Any = tuple(_copied(value) for value in args)
    kwargs_given: Any = {name: _copied(value) for name, value in kwargs.items()}
    try:
        outcome = rule(*args_given, **kwargs_given)
    except GxInjuryError as error:
        error.explanation = Explanation(error, _note_of(rule, (args_given, kwargs_given), error, notes))
        raise
    finally:
        NOTES.reset(token)
    return Explanation(outcome, _note_of(rule, (args_given, kwargs_given), outcome, notes))


def _note_of(
    function: Callable[..., Any], call: tuple[tuple[Any, ...], dict[str, Any]], outcome: object, notes: list[Note]
) -> Note:
    """Return the note of the function asked: a rule left its own, any other has what it called below it."""
    if clause_of(function) is not None and notes:
        return notes[-1]
    return rule_step, (function, None, call, outcome, notes)


def _copied(value: object) -> object:
    """Return what a caller may still change, or use up, as a copy, so that an explanation cannot change afterwards."""
    if isinstance(value, list | Iterator):
        return tuple(value)
    return copy(value) if isinstance(value, dict | set) else value
