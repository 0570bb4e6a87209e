"""Cautions (注意事项) of an answer: what to mind before relying on it, each with its clause."""

from typing import Annotated, Any

import attrs

from gxinjury.citations import Clause
from gxinjury.explanations import Explanation, StepKind
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Caution", "cautions_of"]


@attrs.frozen
class Caution(Record):
    """What to mind before relying on an answer, with the clause that it is about.

    Args:
        about: The step that carries it: a rule, a figure or the question of a reading.
        message: What to mind.
        clause: The clause; None where the step has none of its own.
        kind: What the step is.
    """

    about: Annotated[Text, Text("涉及", "about")]
    message: Annotated[Text, Text("注意事项", "message")]
    clause: Annotated[Clause | None, Text("依据", "clause")]
    kind: Annotated[StepKind, Text("类别", "kind")]


def cautions_of(explanation: Explanation[Any]) -> tuple[Caution, ...]:
    """Return what to mind before relying on an answer, each caution once, in the order in which it came up.

    >>> from datetime import date
    >>> from gxinjury import explain
    >>> from gxinjury.construction import Contract, Payment, ProjectCase, assess_project
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> case = ProjectCase(contract, [Payment(amount=130_000, paid_on=date(2015, 10, 8))])
    >>> print(cautions_of(explain(assess_project, case))[0].clause)
    NN-1.1.2
    """
    return tuple(
        dict.fromkeys(
            Caution(step.label, message, step.clause, step.kind)
            for step in explanation.steps
            for message in step.cautions
        )
    )
