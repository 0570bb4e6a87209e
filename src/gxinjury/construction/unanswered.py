"""Parts of an assessment that could not be answered (未能答复的部分): which, of what kind, by which clause, and why."""

from enum import Enum
from typing import Annotated, Self

import attrs

from gxinjury.citations import Clause
from gxinjury.construction.findings import Findings
from gxinjury.errors import GxInjuryError, NotInForceError
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["AssessedPart", "Unanswered", "UnansweredKind"]


class AssessedPart(Enum):
    """A part of the assessment of a project."""

    PREMIUM = Text(zh="保险费", en="premium")
    SUPPLEMENT = Text(zh="追加款的补缴", en="premium on changes of price")


class UnansweredKind(Enum):
    """Whose turn it is where a part could not be answered."""

    NOT_IN_FORCE = Text(zh="当日没有可适用的规定或数值", en="no rule or figure is in force on that day")
    OUT_OF_SCOPE = Text(zh="通知未规定，由经办机构决定", en="the notice leaves it open: the agency decides")


@attrs.frozen
class Unanswered(Record):
    """A part of an assessment that could not be answered.

    Args:
        part: The part.
        kind: Whose turn it is.
        code: What refused it, as ``paid_after_term``; it stays when the wording changes.
        clause: The clause that the answer hangs on; None where there is none.
        reason: Why, and what would help.
    """

    part: Annotated[AssessedPart, Text("未能答复的部分", "part not answered")]
    kind: Annotated[UnansweredKind, Text("类别", "kind")]
    code: Annotated[str, Text("代码", "code")]
    clause: Annotated[Clause | None, Text("依据", "clause")]
    reason: Annotated[Text, Text("原因", "why")]

    @classmethod
    def of(cls, part: AssessedPart, error: GxInjuryError) -> Self:
        """Return what a refusal leaves unanswered."""
        not_in_force = isinstance(error, NotInForceError)
        kind = UnansweredKind.NOT_IN_FORCE if not_in_force else UnansweredKind.OUT_OF_SCOPE
        return cls(part, kind, error.code, error.clause, error.message)

    @property
    def finding(self) -> Finding:
        """The finding that tells it."""
        return Findings.not_answered(self.clause or NN.clause("0"), part=self.part, reason=self.reason)
