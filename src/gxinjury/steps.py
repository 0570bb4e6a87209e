"""The steps of an explanation (解释的步骤): rules, figures and readings with their facts, outcomes and cautions."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs

from gxinjury.citations import Clause
from gxinjury.texts import Text, shown


class StepKind(Enum):
    """What a step is."""

    RULE = Text(zh="规则", en="rule")
    FIGURE = Text(zh="数值", en="figure")
    READING = Text(zh="口径", en="reading")


@attrs.frozen
class Fact:
    """A fact that a step rested on.

    Args:
        name: Its name in the rule.
        label: What it is called.
        value: Its value.
        in_yuan: Whether it is an amount in yuan.
    """

    name: str
    label: Text
    value: object = attrs.field(repr=shown)
    in_yuan: bool = False


@attrs.frozen
class Step:
    """One step of an explanation.

    Args:
        kind: A rule, a figure or a reading.
        name: The rule's, figure's or reading's name in code.
        label: What it is called.
        clause: The clause that it rests on; None where it has none of its own.
        facts: The facts that it was given.
        outcome: What came out; the error where it refused.
        in_yuan: Whether that is an amount in yuan.
        when_none: What no outcome stands for, as "not decided yet"; None: that there is none.
        source: Where a figure was published, or why a reading is the default; None for rules.
        cautions: What to mind before relying on it.
        steps: The steps that it took itself.
        room: The package that a rule belongs to; empty for the others.
        entry: What a figure's timeline has of it, with its days; None for the others.
    """

    kind: StepKind
    name: str
    label: Text
    clause: Clause | None
    outcome: object = attrs.field(repr=shown)
    facts: tuple[Fact, ...] = ()
    in_yuan: bool = False
    when_none: Text | None = None
    source: Text | None = None
    cautions: tuple[Text, ...] = ()
    steps: tuple["Step", ...] = ()
    room: str = attrs.field(default="", repr=False)
    entry: Any = attrs.field(default=None, repr=False)

    def walk(self) -> Iterator["Step"]:
        """Yield this step and all below it, in the order in which they were taken."""
        yield self
        for step in self.steps:
            yield from step.walk()
