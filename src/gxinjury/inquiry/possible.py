"""What can come out (可能的结果): the outcomes of a rule over all completions of what is open."""

from collections.abc import Callable, Iterator
from typing import Annotated, Final, Generic, TypeVar

import attrs

from gxinjury.explanations import unobserved
from gxinjury.inquiry._cases import NOTHING, case_of
from gxinjury.inquiry._completions import Completions
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, matches
from gxinjury.inquiry.results import Result, Row, Section, joined, say
from gxinjury.statutes import Statute
from gxinjury.texts import Language, Text

__all__ = ["Possible", "possible"]

_FEW: Final = 12

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Possible(Result[T_co | Refusal], Generic[T_co]):
    """What can come out of a rule; a sequence of its outcomes in the order in which they were found, refusals too.

    The ``rows`` are the decision table of what is open: in the order of asking, every way in which it can turn out.
    """

    rows: Annotated[tuple[Row[T_co], ...], Text("各种情形", "cases")]

    def __contains__(self, outcome: object) -> bool:
        return any(matches(one, outcome) for one in self)

    def rows_with(self, outcome: object) -> tuple[Row[T_co], ...]:
        """Return the rows with an outcome, or with a refusal of a kind of error."""
        return tuple(row for row in self.rows if matches(row.outcome, outcome))

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the outcomes, with the ways that lead to each."""
        yield self._say("possible_head", language, count=len(self)), ()
        for outcome in self:
            rows = [joined(row.facts, language) or say("nothing_asked", language) for row in self.rows_with(outcome)]
            shown = rows if len(rows) <= _FEW else [*rows[:_FEW], say("and_more", language, count=len(rows) - _FEW)]
            yield self._told(language, outcome), shown


@unobserved()
def possible(
    rule: Callable[..., T],
    case: object = NOTHING,
    *,
    law: Statute | None = None,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> Possible[T]:
    """Return what can come out of a rule over all completions of an open case.

    A combination that the facts themselves forbid is skipped. What can come out is never missing; what is there can
    come out, as long as the facts that the records' checks compare are known or bounded. What is asked is taken as
    :mod:`gxinjury.inquiry` says.

    Raises:
        InvalidFactError: The rule asks for a fact that nothing bounds, or the facts forbid every combination.
        TooManyTrialsError: The budget is used up.

    >>> from datetime import date
    >>> from gxinjury.construction.delay import delay_papers_deadline
    >>> from gxinjury import LAW
    >>> from gxinjury.inquiry import one_of, possible
    >>> ends = {"expiry": one_of(date(2016, 6, 30), date(2016, 7, 31))}
    >>> [str(day) for day in possible(delay_papers_deadline, ends, law=LAW)]
    ['2016-05-31', '2016-07-01']
    """
    asked = case_of(rule, case, law)
    found = Completions(asked, Budget(budget, progress))
    return Possible(asked.label, found.outcomes(), tuple(found.rows()), in_yuan=asked.in_yuan)
