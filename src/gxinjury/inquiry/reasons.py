"""Why not (为何不是): what was looked at on the way to an outcome, what failed, and what would have to change."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Annotated, Any, Generic, TypeVar, cast

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError
from gxinjury.explanations import Explanation, Step, StepKind, explain, unobserved
from gxinjury.inquiry._cases import NOTHING, Case, case_of
from gxinjury.inquiry._templates import is_record, with_holes
from gxinjury.inquiry._trials import Trial
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, Told, cited, matches
from gxinjury.inquiry.results import Known, Result, Section, joined, known, say
from gxinjury.inquiry.turns import Flip, flips_of
from gxinjury.statutes import Statute
from gxinjury.telling import told
from gxinjury.texts import Language, Text

__all__ = ["Condition", "WhyNot", "why_not"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Condition(Told):
    """A step of an explanation that speaks against the outcome wanted.

    It answered no, nothing, a refusal, or another value of the kind wanted.
    """

    label: Annotated[Text, Text("条件", "condition")]
    clause: Annotated[Clause | None, Text("条款", "clause")]
    outcome: Annotated[object, Text("结果", "outcome")]

    def text(self, language: Language = "en") -> str:
        """Return the condition in a language, with its clause."""
        return say("condition", language, label=self.label, outcome=told(self.outcome, language)) + cited(self.clause)


@attrs.frozen
class WhyNot(Result[Flip[T_co]], Generic[T_co]):
    """Why a case has not the outcome wanted; a sequence of the smallest changes that would bring it, found by trial.

    These are what decides. The ``conditions`` are the steps below the rule asked, in order, that speak against the
    outcome wanted: what failed on the way. The ``facts`` are those that the rule looked at, in order.
    """

    wanted: Annotated[object, Text("所求的结果", "outcome wanted")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]
    conditions: Annotated[tuple[Condition, ...], Text("条件", "conditions")] = ()
    facts: Annotated[tuple[Known, ...], Text("事实", "facts")] = ()

    @property
    def holds(self) -> bool:
        """Whether the outcome is the one wanted after all."""
        return matches(self.outcome, self.wanted)

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield what failed, what was looked at, and what would bring the outcome wanted."""
        wanted = self.wanted.__name__ if isinstance(self.wanted, type) else self.wanted
        if self.holds:
            yield self._say("holds", language, outcome=self.outcome), ()
            return
        yield self._say("why_not_head", language, wanted=wanted, outcome=self.outcome), ()
        if self.conditions:
            yield say("conditions", language), [one.text(language) for one in self.conditions]
        if self.facts:
            yield say("looked_at", language), [one.text(language) for one in self.facts]
        changes = [joined(flip.changes, language) for flip in self]
        yield self._say("would_be" if changes else "would_not_be", language, wanted=wanted), changes


@unobserved()
def why_not(
    rule: Callable[..., T],
    case: object,
    outcome: object,
    *,
    bounds: Mapping[str, object] = NOTHING,
    law: Statute | None = None,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> WhyNot[T]:
    """Return why a case has not the outcome wanted, or the kind of error.

    The ``bounds`` are for the changes that would bring it, as for :func:`~gxinjury.inquiry.turns.flips`. The case is a
    whole one, and the rest as :mod:`gxinjury.inquiry` says.

    Raises:
        InvalidFactError: A fact is open, breaks a rule of input, or is bounded and not there.
        TooManyTrialsError: The budget is used up.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract, CoverState, project_cover
    >>> def state(contract: Contract, paid_on: date, accepted_on: date | None, day: date) -> CoverState:
    ...     return project_cover(contract, paid_on=paid_on, accepted_on=accepted_on).state(day)
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> facts = {"contract": contract, "paid_on": date(2015, 10, 8), "accepted_on": None, "day": date(2016, 7, 1)}
    >>> why = why_not(state, facts, CoverState.COVERED, bounds={"accepted_on": date(2016, 7, 31)})
    >>> why.outcome, len(why)
    (<CoverState.UNSETTLED: Text(zh='未定', en='unsettled')>, 0)
    """
    asked = case_of(rule, case, law, whole=True)
    turned = flips_of(asked, bounds, outcome, Budget(budget, progress))
    if matches(turned.outcome, outcome):
        return WhyNot(asked.label, (), outcome, turned.outcome, in_yuan=turned.in_yuan)
    try:
        explanation: Explanation[Any] = explain(asked.call(asked.facts))
    except GxInjuryError as error:
        explanation = cast("Explanation[Any]", error.explanation)
    conditions = (step for step in explanation.steps[1:] if step.kind is StepKind.RULE and _failed(step, outcome))
    return WhyNot(
        asked.label,
        turned.found,
        outcome,
        turned.outcome,
        tuple(dict.fromkeys(Condition(step.label, step.clause, step.outcome) for step in conditions)),
        _looked_at(asked),
        in_yuan=turned.in_yuan,
    )


def _failed(step: Step, wanted: object) -> bool:
    """Return whether a step answered no, nothing, a refusal, or another value of the kind wanted."""
    outcome = step.outcome
    if outcome is None or outcome is False or outcome == () or isinstance(outcome, GxInjuryError):
        return True
    return outcome.__class__ is wanted.__class__ and not matches(outcome, wanted)


def _looked_at(asked: Case[T]) -> tuple[Known, ...]:
    trial = Trial({})
    held = attrs.evolve(asked, facts={name: with_holes(fact) for name, fact in asked.facts.items()})
    with suppress(GxInjuryError):
        held.answer_in(trial)
    return tuple(known(place, value) for place, value in trial.looked_at.values() if not is_record(type(value)))
