"""The steps of an explanation (解释的步骤): rules, figures and readings with their facts, outcomes and cautions."""

from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any

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

    name: Annotated[str, Text("代码名", "name in code")]
    label: Annotated[Text, Text("名称", "label")]
    value: Annotated[object, Text("值", "value")] = attrs.field(repr=shown)
    in_yuan: Annotated[bool, Text("以元计", "in yuan")] = False


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

    kind: Annotated[StepKind, Text("类别", "kind")]
    name: Annotated[str, Text("代码名", "name in code")]
    label: Annotated[Text, Text("名称", "label")]
    clause: Annotated[Clause | None, Text("条款", "clause")]
    outcome: Annotated[object, Text("结果", "outcome")] = attrs.field(repr=shown)
    facts: Annotated[tuple[Fact, ...], Text("所依事实", "facts")] = ()
    in_yuan: Annotated[bool, Text("以元计", "in yuan")] = False
    when_none: Annotated[Text | None, Text("无结果时的说法", "said where there is none")] = None
    source: Annotated[Text | None, Text("出处", "source")] = None
    cautions: Annotated[tuple[Text, ...], Text("注意", "cautions")] = ()
    steps: Annotated[tuple["Step", ...], Text("步骤", "steps")] = ()
    room: Annotated[str, Text("所属部分", "room")] = attrs.field(default="", repr=False)
    entry: Annotated[Any, Text("登记的数值", "entry")] = attrs.field(default=None, repr=False)

    def walk(self) -> Iterator["Step"]:
        """Yield this step and all below it, in the order in which they were taken."""
        yield self
        for step in self.steps:
            yield from step.walk()
