"""Rules (规则): functions that carry out a clause, which their answers and their refusals cite."""

import functools
import inspect
import typing
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

from gxinjury.catalogues import label, labels_of, owner_of
from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.facts import check_instance
from gxinjury.notes import NOTES, Note
from gxinjury.steps import Fact, Step, StepKind
from gxinjury.telling import is_yuan
from gxinjury.texts import Text

F = TypeVar("F", bound=Callable[..., Any])


class Interruption(BaseException):
    """What stops a rule and is no error, as the question that a trial asks; no rule that minds errors swallows it.

    Attributes:
        clause: The clause of the innermost rule that it came through; None outside rules.
    """

    clause: Clause | None = None

    def came_through(self, clause: Clause) -> None:
        """Keep the clause of a rule that it came through, unless one further in was met."""
        self.clause = self.clause or clause


def rule(clause: Clause, called: Text | None = None, *, none: Text | None = None) -> Callable[[F], F]:
    """Mark a function as the rule that carries out a clause.

    The function is called as before. Under
    :func:`~gxinjury.explanations.explain` its facts and its outcome are kept; an error of the library
    that passes through it gets a note with its name, and its clause where it has none yet. A question with a default
    for its keyword ``law`` refuses a law of another kind (:class:`~gxinjury.errors.InvalidFactError`).

    Args:
        clause: The clause, from its instrument.
        called: What the rule is called where its step is printed; None: as the words of its package say, or as it is
            spelled.
        none: What an outcome of None is called; None: as any other None.
    """

    def mark(function: F) -> F:
        own_law = (function.__kwdefaults__ or {}).get("law")
        law_kind = None if own_law is None else type(own_law)

        @functools.wraps(function)
        def asked(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (typed as the function it wraps)
            notes = NOTES.get()
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
            below: list[Note] = []
            token = NOTES.set(below)
            try:
                if law_kind is not None and "law" in kwargs:
                    check_instance(function.__name__, "law", kwargs["law"], law_kind)
                outcome = function(*args, **kwargs)
            except GxInjuryError as error:
                _stamp(error, function, clause)
                notes.append((rule_step, (asked, clause, (args, kwargs), error, below)))
                raise
            except Interruption as interruption:
                interruption.came_through(clause)
                raise
            finally:
                NOTES.reset(token)
            notes.append((rule_step, (asked, clause, (args, kwargs), outcome, below)))
            return outcome

        # A function's attributes: what `clause_of` and `label_of` read, and what a step says of a None.
        vars(asked).update(clause=clause, called=called, none=none)
        return cast("F", asked)

    return mark


def clause_of(function: Callable[..., Any]) -> Clause | None:
    """Return the clause that a rule carries out; None for a function that is no rule."""
    return getattr(function, "clause", None)


def label_of(function: Callable[..., Any]) -> Text:
    """Return what a rule is called; a plain function as the words of its package call it, or as it is spelled."""
    own: Text | None = getattr(function, "called", None)
    name = getattr(function, "__name__", type(function).__name__)
    return own or label(owner_of(getattr(function, "__module__", None)), name)


def _stamp(error: GxInjuryError, function: Callable[..., Any], clause: Clause) -> None:
    if error.clause is None:
        error.clause = clause
        if isinstance(error, InvalidFactError):
            field = error.field.partition("[")[0]
            labels = labels_of(owner_of(function.__module__))
            called = labels.get(f"{error.record}.{field}", labels.get(field))
            if called is not None:
                error.call_it(called)
    error.add_note(f"in {function.__name__} [{clause}]")


def rule_step(
    function: Callable[..., Any],
    clause: Clause | None,
    call: tuple[tuple[Any, ...], dict[str, Any]],
    outcome: object,
    below: list[Note],
) -> Step:
    """Return the step of a function that was asked: a rule, or one that has no clause of its own."""
    package = owner_of(function.__module__)
    hints = _hints(function)
    made = [make(*given) for make, given in below]
    return Step(
        kind=StepKind.RULE,
        name=function.__name__,
        label=label_of(function),
        clause=clause,
        outcome=outcome,
        in_yuan=is_yuan(hints.get("return")),
        when_none=getattr(function, "none", None),
        facts=tuple(
            Fact(name, label(package, name), value, in_yuan=is_yuan(hints.get(name)))
            for name, value in _given(function, call)
        ),
        cautions=tuple(one for one in made if isinstance(one, Text)),
        steps=tuple(one for one in made if isinstance(one, Step)),
        room=package,
    )


def _given(function: Callable[..., Any], call: tuple[tuple[Any, ...], dict[str, Any]]) -> Iterator[tuple[str, object]]:
    """Yield what a function was given, by name: not the law where it is the one that the function has by itself."""
    signature = _signature(function)
    for name, value in signature.bind(*call[0], **call[1]).arguments.items():
        if name != "law" or value != signature.parameters[name].default:
            yield name, value


@functools.lru_cache(maxsize=1024)
def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    """Return a function's type hints; none where they cannot be read at run time, as in a notebook's cell."""
    try:
        return typing.get_type_hints(function)
    except NameError:
        return {}


_signature = functools.lru_cache(maxsize=1024)(inspect.signature)
