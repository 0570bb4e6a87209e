"""Interpretations (对条文的理解): the ways to read an unclear clause, of which a law takes one."""

from enum import Enum
from functools import cache
from typing import ClassVar, Final, TypeVar, cast

from gxinjury.citations import Clause
from gxinjury.steps import Step, StepKind
from gxinjury.texts import Text

R = TypeVar("R", bound="Reading")

_ALSO: Final = Text(
    zh="{clause}，{question}：采用{chosen}，另可理解为{others}",
    en="{clause}, {question}: read as {chosen}, could also be read as {others}",
)


class Reading(Enum):
    """A way to read an unclear clause; each member's value says it, the first is the default.

    Attributes:
        clause: The clause that is unclear.
        question: What is in question.
        why: The argument for the default.
    """

    clause: ClassVar[Clause]
    question: ClassVar[Text]
    why: ClassVar[Text]

    def __init_subclass__(cls, *, clause: Clause, question: Text, why: Text) -> None:
        """Take the clause of a reading, what is in question, and why the default is the default."""
        super().__init_subclass__()
        cls.clause = clause
        cls.question = question
        cls.why = why

    @property
    def says(self) -> Text:
        """How this member reads the clause."""
        return cast("Text", self.value)

    @property
    def named(self) -> Text:
        """How this member reads the clause, with the name that a case file or a program writes."""
        return Text(zh=f"“{self.says.zh}”（{self.name}）", en=f"{self.name} ({self.says.en})")

    @property
    def cited(self) -> Text:
        """The member where it is only referred to, in Chinese as :attr:`named`, in English by its name."""
        return Text(zh=self.named.zh, en=self.name)

    def __str__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __repr__(self) -> str:
        return str(self)


@cache
def default_of(kind: type[R]) -> R:
    """Return the default member of a reading: the first."""
    return next(iter(kind))


def reading_step(kind: type[Reading], chosen: Reading) -> Step:
    """Return the step of a reading that a law takes, which cautions that there are others."""
    others = tuple(member.cited for member in kind if member is not chosen)
    told = {"clause": kind.clause, "question": kind.question, "chosen": chosen.cited, "others": others}
    return Step(
        kind=StepKind.READING,
        name=kind.__name__,
        label=kind.question,
        clause=kind.clause,
        outcome=chosen,
        cautions=(_ALSO.filled(told),),
    )
