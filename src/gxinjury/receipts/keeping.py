"""Making a receipt (存证的生成): the parts of an explanation as plain data."""

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import FunctionType
from typing import Any, Final

from gxinjury import __version__
from gxinjury.citations import Clause
from gxinjury.codec import dump, dump_facts
from gxinjury.codec.names import name_of, reading_name
from gxinjury.errors import FactRule, GxInjuryError, InvalidFactError
from gxinjury.explanations import Explanation, Step, StepKind, clause_of
from gxinjury.statutes import Statute
from gxinjury.steps import Fact
from gxinjury.texts import shown

SCHEMA: Final = 1
"""The version of the receipts written here; those of an earlier one are read as well."""
_NO_DATA: Final = FactRule(
    zh="必须是一项解释（explain 的结果）", en="must be an explanation, as explain() returns it", code="no_explanation"
)
_ROOM: Final = re.compile(r"gxinjury(\.[a-z][a-z_]*)*")


def receipt(
    explanation: Explanation[Any], *, in_full: bool = False, rule: Callable[..., Any] | None = None
) -> dict[str, Any]:
    """Return a decision as plain data to keep: who was asked what, with which facts, what came out, and why.

    Args:
        explanation: What :func:`gxinjury.explanations.explain` returned; of a refusal, the error's ``explanation``.
        in_full: Whether ids of natural persons are kept in full. Else they are masked, and a question that turns on
            them cannot be asked again.
        rule: The question itself, where it is none of this library's: how its facts are read stands in its hints.

    Returns:
        A table that ``json.dumps`` takes: schema and library version, question, facts, outcome, steps with their
        clauses, each figure used with value, source, standing and days, readings, cautions, and the law with its
        digest and all that it departs in from the law as it stands.

    Raises:
        InvalidFactError: It is no explanation.

    >>> from gxinjury import explain
    >>> from gxinjury.benefits import lump_sum_disability_subsidy
    >>> kept = receipt(explain(lump_sum_disability_subsidy, 7, "5000"))
    >>> kept["question"]["name"], kept["outcome"], kept["figures"][0]["name"]
    ('gxinjury.benefits.lump_sum_disability_subsidy', '65000.00', 'light_subsidy_months')
    """
    if not isinstance(explanation, Explanation):
        raise InvalidFactError("receipt", "explanation", _NO_DATA, explanation)
    step = explanation.step
    function = rule or question_named(step.room, step.name)
    law = _law_of(step, function)
    keep = _Keeper(in_full=in_full)
    return {
        "receipt": SCHEMA,
        "library": "gxinjury",
        "version": __version__,
        "ids": "in_full" if in_full else "masked",
        "question": {"name": f"{step.room}.{step.name}", "label": dump(step.label), "clause": _id(step.clause)},
        **keep.facts(step, function),
        **keep.outcome(step.outcome),
        "figures": [keep.figure(one) for one in _used(explanation, StepKind.FIGURE)],
        "readings": [_reading(one) for one in _used(explanation, StepKind.READING)],
        "cautions": [dump(one) for one in explanation.cautions],
        "law": None if law is None else _kept_law(law),
        "steps": keep.step(step),
    }


class _Keeper:
    """Makes plain data of the parts of an explanation.

    Args:
        in_full: Whether ids are kept in full.
    """

    def __init__(self, *, in_full: bool) -> None:
        self.in_full = in_full

    def facts(self, step: Step, function: Callable[..., Any] | None) -> dict[str, Any]:
        """Return the facts of the question, and the names of those that it was handed and no data can hold."""
        given = {fact.name: fact.value for fact in step.facts if not isinstance(fact.value, Statute)}
        facts = {} if function is None else dump_facts(function, given, in_full=self.in_full)
        handed = [name for name, value in given.items() if name not in facts and value is not None]
        return {"facts": facts, "handed": handed}

    def value(self, value: Any) -> Any:  # noqa: ANN401  # JSON
        """Return any value as data; one that data cannot hold, as it is shown."""
        if isinstance(value, GxInjuryError):
            return {"refused": value.as_dict()}
        try:
            return dump((value,), in_full=self.in_full)[0]
        except TypeError:
            return shown(value)

    def outcome(self, outcome: object) -> dict[str, Any]:
        """Return the answer, or what the question was refused with."""
        if isinstance(outcome, GxInjuryError):
            return {"outcome": None, "refused": outcome.as_dict()}
        return {"outcome": self.value(outcome), "refused": None}

    def figure(self, step: Step) -> dict[str, Any]:
        """Return a figure used, with its days and how well it is established."""
        return {"name": step.name, "label": dump(step.label), **dump(step.entry), "clause": _id(step.clause)}

    def step(self, step: Step) -> dict[str, Any]:
        """Return a step with all below it."""
        return {
            "kind": step.kind.name,
            "name": step.name,
            "label": dump(step.label),
            "clause": _id(step.clause),
            "facts": {fact.name: self.value(fact.value) for fact in _shown_facts(step)},
            "outcome": self.value(step.outcome),
            "source": dump(step.source),
            "cautions": [dump(one) for one in step.cautions],
            "steps": [self.step(one) for one in step.steps],
        }


def _shown_facts(step: Step) -> Iterator[Fact]:
    return (fact for fact in step.facts if not isinstance(fact.value, Statute))


def _used(explanation: Explanation[Any], kind: StepKind) -> tuple[Step, ...]:
    """Return the figures or the readings that an answer rests on, each once, in the order of their names."""
    steps = {
        (one.name, "" if one.entry is None else str(one.entry.first)): one
        for one in explanation.steps
        if one.kind is kind
    }
    return tuple(steps[key] for key in sorted(steps))


def _reading(step: Step) -> dict[str, Any]:
    member = step.outcome
    return {
        "name": reading_name(type(member)),  # type: ignore[arg-type]  # what a step of this kind holds
        "member": member.name,  # type: ignore[attr-defined]  # likewise
        "question": dump(step.label),
        "clause": _id(step.clause),
    }


def _kept_law(law: Statute) -> dict[str, Any]:
    """Return what a law departs in from the law as it stands, with its digest."""
    departing = law.changed()
    return {
        "kind": name_of(type(law)),
        "digest": law.digest,
        "only_verified": law.is_strict,
        "readings": {reading_name(type(one)): one.name for one in law.readings},
        "figures": {name: dump(timeline) for name, timeline in departing.items()},
        "departures": [dump(one) for one in law.departures()],
    }


def _law_of(step: Step, function: Callable[..., Any] | None) -> Statute | None:
    """Return the law that a question was asked under; None where it asks for none."""
    given = next((fact.value for fact in step.facts if isinstance(fact.value, Statute)), None)
    if given is not None:
        return given
    return None if function is None else law_by_default(function)


def law_by_default(function: Callable[..., Any]) -> Statute | None:
    """Return the law that a question takes by itself; None where it takes none."""
    own = {name: one.default for name, one in inspect.signature(function).parameters.items()}.get("law")
    return own if isinstance(own, Statute) else None


def question_named(room: str, name: str) -> Callable[..., Any] | None:
    """Return the question of that name in a room of this library; None where there is none."""
    if not _ROOM.fullmatch(room):
        return None
    with suppress(ModuleNotFoundError):
        found = getattr(importlib.import_module(room), name, None)
        return found if isinstance(found, FunctionType) and clause_of(found) is not None else None
    return None


def _id(clause: Clause | None) -> str | None:
    return None if clause is None else str(clause)
