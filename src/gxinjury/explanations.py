"""Why (解释): the steps of a rule, kept while it runs and told when asked.

:func:`rule` marks a function as carrying out a clause. :func:`explain` runs one and returns what it rested on: the
rules it called, the figures it looked up, the readings it chose, each with its clause. Outside ``explain`` nothing is
kept.
"""

import functools
import inspect
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from typing import Any, Final, Generic, ParamSpec, TypeAlias, TypeVar, cast

import attrs

from gxinjury import words
from gxinjury.catalogues import label, owner_of, words_of
from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.facts import check_instance
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
F = TypeVar("F", bound=Callable[..., Any])

_Note: TypeAlias = tuple[Callable[..., "Step | Text"], tuple[Any, ...]]
_NOTES: Final[ContextVar[list[_Note] | None]] = ContextVar("gxinjury_notes", default=None)


@attrs.frozen(eq=False)
class Explanation(Generic[T]):
    """An answer with its reasons; equal to another when answer and steps are.

    Attributes:
        outcome: What the rule answered.

    Prints in English; :meth:`text` and :meth:`html` take the language. Pickles.
    """

    outcome: T
    _note: "_Note | Step" = attrs.field(repr=False)

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
        return words.as_text(self, language)

    def html(self, language: Language = "en") -> str:
        """Return the explanation as HTML that folds."""
        return words.as_html(self, language)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Explanation) and (self.outcome, self.step) == (other.outcome, other.step)

    def __hash__(self) -> int:
        return hash((self.step.name, self.step.clause))

    def __reduce__(self) -> tuple[Any, ...]:
        return Explanation, (self.outcome, self.step)


class Interruption(BaseException):
    """What stops a rule and is no error, as the question that a trial asks; no rule that minds errors swallows it.

    Attributes:
        clause: The clause of the innermost rule that it came through; None outside rules.
    """

    clause: Clause | None = None

    def came_through(self, clause: Clause) -> None:
        """Keep the clause of a rule that it came through, unless one further in was met."""
        self.clause = self.clause or clause


def rule(clause: Clause) -> Callable[[F], F]:
    """Mark a function as the rule that carries out a clause.

    The function is called as before. Under :func:`explain` its facts and its outcome are kept; an error of the library
    that passes through it gets a note with its name, and its clause where it has none yet. A question with a default
    for its keyword ``law`` refuses a law of another kind (:class:`~gxinjury.errors.InvalidFactError`).

    Args:
        clause: The clause, from its instrument.
    """

    def mark(function: F) -> F:
        own_law = (function.__kwdefaults__ or {}).get("law")
        law_kind = None if own_law is None else type(own_law)

        @functools.wraps(function)
        def asked(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (typed as the function it wraps)
            notes = _NOTES.get()
            if notes is None:
                try:
                    if law_kind is not None and "law" in kwargs:
                        check_instance(function.__name__, "law", kwargs["law"], law_kind)
                    return function(*args, **kwargs)
                except GxInjuryError as error:
                    _stamp(error, function, clause)
                    raise
                except Interruption as interruption:
                    interruption.came_through(clause)
                    raise
            below: list[_Note] = []
            token = _NOTES.set(below)
            try:
                if law_kind is not None and "law" in kwargs:
                    check_instance(function.__name__, "law", kwargs["law"], law_kind)
                outcome = function(*args, **kwargs)
            except GxInjuryError as error:
                _stamp(error, function, clause)
                notes.append((_rule_step, (function, clause, (args, kwargs), error, below)))
                raise
            except Interruption as interruption:
                interruption.came_through(clause)
                raise
            finally:
                _NOTES.reset(token)
            notes.append((_rule_step, (function, clause, (args, kwargs), outcome, below)))
            return outcome

        asked.clause = clause  # type: ignore[attr-defined]  # a function's attribute: what `clause_of` reads
        return cast("F", asked)

    return mark


def clause_of(function: Callable[..., Any]) -> Clause | None:
    """Return the clause that a rule carries out; None for a function that is no rule."""
    return getattr(function, "clause", None)


def _stamp(error: GxInjuryError, function: Callable[..., Any], clause: Clause) -> None:
    if error.clause is None:
        error.clause = clause
        if isinstance(error, InvalidFactError):
            field = error.field.partition("[")[0]
            texts = words_of(owner_of(function.__module__ or "")).texts
            called = texts.get(f"{error.record}.{field}", texts.get(field))
            if called is not None:
                error.call_it(called)
    error.add_note(f"in {function.__name__} [{clause}]")


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
    notes: list[_Note] = []
    token = _NOTES.set(notes)
    args_given: Any = tuple(_copied(value) for value in args)
    kwargs_given: Any = {name: _copied(value) for name, value in kwargs.items()}
    try:
        outcome = rule(*args_given, **kwargs_given)
    except GxInjuryError as error:
        error.explanation = Explanation(error, _note_of(rule, (args_given, kwargs_given), error, notes))
        raise
    finally:
        _NOTES.reset(token)
    return Explanation(outcome, _note_of(rule, (args_given, kwargs_given), outcome, notes))


def _note_of(
    function: Callable[..., Any], call: tuple[tuple[Any, ...], dict[str, Any]], outcome: object, notes: list[_Note]
) -> _Note:
    """Return the note of the function asked: a rule left its own, any other has what it called below it."""
    if clause_of(function) is not None and notes:
        return notes[-1]
    return _rule_step, (function, None, call, outcome, notes)


@contextmanager
def unobserved() -> Iterator[None]:
    """Keep no steps of what is called within, as of trials made while somebody else's explanation is running."""
    token = _NOTES.set(None)
    try:
        yield
    finally:
        _NOTES.reset(token)


def _copied(value: object) -> object:
    """Return what a caller may still change, or use up, as a copy, so that an explanation cannot change afterwards."""
    if isinstance(value, list | Iterator):
        return tuple(value)
    return copy(value) if isinstance(value, dict | set) else value


def note(make: Callable[..., "Step | Text"], *given: object) -> None:
    """Keep a step or a caution of the rule that is running; it is made only when the explanation is read."""
    notes = _NOTES.get()
    if notes is not None:
        notes.append((make, given))


def caution(text: Text, /, **values: object) -> None:
    """Tell, on the step of the rule that is running, what to mind before relying on it."""
    notes = _NOTES.get()
    if notes is not None:
        notes.append((text.filled, (values,)))


def _rule_step(
    function: Callable[..., Any],
    clause: Clause | None,
    call: tuple[tuple[Any, ...], dict[str, Any]],
    outcome: object,
    below: list[_Note],
) -> Step:
    package = owner_of(function.__module__ or "")
    hints = _hints(function)
    made = [make(*given) for make, given in below]
    return Step(
        kind=StepKind.RULE,
        name=function.__name__,
        label=label(package, function.__name__),
        clause=clause,
        outcome=outcome,
        in_yuan=words.is_yuan(hints.get("return")),
        when_none=words_of(package).texts.get(f"{function.__name__}.none"),
        facts=tuple(
            Fact(name, label(package, name), value, in_yuan=words.is_yuan(hints.get(name)))
            for name, value in _signature(function).bind(*call[0], **call[1]).arguments.items()
        ),
        cautions=tuple(one for one in made if isinstance(one, Text)),
        steps=tuple(one for one in made if isinstance(one, Step)),
        room=package,
    )


@functools.lru_cache(maxsize=1024)
def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    """Return a function's type hints; none where they cannot be read at run time, as in a notebook's cell."""
    try:
        return typing.get_type_hints(function)
    except NameError:
        return {}


_signature = functools.lru_cache(maxsize=1024)(inspect.signature)
