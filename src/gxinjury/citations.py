"""What an answer rests on (依据): instruments and their clauses, cited as objects and never as free text."""

from enum import Enum
from typing import Annotated

import attrs

from gxinjury.texts import Text


class Status(Enum):
    """What a clause asks of the library."""

    RULE = Text(zh="规则", en="rule")
    RECORD = Text(zh="表单", en="record")
    DUTY = Text(zh="义务", en="duty")
    DEFINITION = Text(zh="定义", en="definition")
    EXHORTATION = Text(zh="倡导", en="exhortation")


class Grade(Enum):
    """How well the text behind a clause or a figure was established."""

    READ = Text(zh="已阅原文", en="V: read in a stored copy of the text")
    AGREED = Text(zh="两个以上独立来源一致", en="V2: two or more independent sources agree")
    EXCERPT = Text(zh="一处摘录、报道或裁判", en="V*: one excerpt, press report or judgment")
    KNOWN = Text(zh="公知的全国性规定，未见原文", en="K: well-known national law, text not at hand")
    INFERRED = Text(zh="推定", en="I: inferred, with the reason")
    OPEN = Text(zh="未查明", en="U: not established")


@attrs.frozen
class Clause:
    """A clause of an instrument; equal to another when instrument and number are.

    Args:
        instrument: The short name of its instrument, as ``NN``.
        number: Its number there, as ``1.1.4``.
        says: What it says, in our own words.
        status: What it asks of the library; a clause may ask two things.
        encoded: Whether the library carries it out yet.
        grade: How well its text was established.

    >>> str(Clause("NN", "1.1.4", Text(zh="在建项目减免", en="reduced while in progress"), (Status.RULE,)))
    'NN-1.1.4'
    """

    instrument: Annotated[str, Text("文件", "instrument")]
    number: Annotated[str, Text("条款号", "number")]
    says: Annotated[Text, Text("内容", "what it says")] = attrs.field(eq=False, repr=False)
    status: Annotated[tuple[Status, ...], Text("类别", "status")] = attrs.field(eq=False, repr=False)
    encoded: Annotated[bool, Text("已编入", "encoded")] = attrs.field(default=False, eq=False, repr=False)
    grade: Annotated[Grade, Text("文本核实程度", "how well established")] = attrs.field(
        default=Grade.READ, eq=False, repr=False
    )

    def __str__(self) -> str:
        return f"{self.instrument}-{self.number}"


@attrs.frozen
class Instrument:
    """A law, notice or plan, and its clauses.

    Args:
        id: Its short name, as ``NN``.
        title: Its title, in both languages.
        number: Its document number, empty where none is known.
        issued: When it was issued, as far as that is established.
        clauses: Its clauses in order.

    >>> first = Clause("MOON", "1", Text(zh="一", en="one"), (Status.RULE,))
    >>> moon = Instrument("MOON", Text(zh="月球法", en="Moon Act"), "", "", (first,))
    >>> moon.clause("1") is first
    True
    >>> moon.clause("2")
    Traceback (most recent call last):
    LookupError: MOON has no clause 2; it has 1
    """

    id: Annotated[str, Text("文件代号", "id")]
    title: Annotated[Text, Text("名称", "title")]
    number: Annotated[str, Text("文号", "number")]
    issued: Annotated[str, Text("发布日", "issued")]
    clauses: Annotated[tuple[Clause, ...], Text("条款", "clauses")] = attrs.field(repr=False)

    def clause(self, number: str) -> Clause:
        """Return the clause of that number.

        Raises:
            LookupError: The instrument has no such clause.
        """
        for clause in self.clauses:
            if clause.number == number:
                return clause
        numbers = ", ".join(clause.number for clause in self.clauses)
        raise LookupError(f"{self.id} has no clause {number}; it has {numbers}")
