"""What can come out (可能的结果): the outcomes of a rule over all completions of an open case."""

from collections.abc import Callable, Iterator
from typing import Annotated, Generic, TypeVar

import attrs

from gxinjury.explanations import unobserved
from gxinjury.inquiry.cases import NOTHING, case_of
from gxinjury.inquiry.completions import Completions
from gxinjury.inquiry.outcomes import BUDGET, Budget, Key, Progress, Refusal, in_yuan, matches, tell
from gxinjury.inquiry.reports import Known, Report, Section, known, listed, say
from gxinjury.statutes import Statute
from gxinjury.texts import Language, Text

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Row(Generic[T_co]):
    """A row of a rule's decision table.

    Args:
        facts: What the rule asked, in its order, with the answers; whatever else is unknown makes no difference here.
        outcome: What comes out.
    """

    facts: Annotated[tuple[Known, ...], Text("事实", "facts")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]


@attrs.frozen
class Possible(Report, Generic[T_co]):
    """What can come out of a rule; a collection of its outcomes.

    Args:
        label: What the rule is called.
        rows: The decision table of what is open: in the order of asking, every way in which the case can turn out.
        in_yuan: Whether the outcomes are amounts in yuan.
    """

    label: Annotated[Text, Text("规则", "rule")]
    rows: Annotated[tuple[Row[T_co], ...], Text("各种情形", "cases")]
    in_yuan: Annotated[bool, Text("结果以元计", "outcomes in yuan")] = False

    @property
    def outcomes(self) -> tuple[T_co | Refusal, ...]:
        """The outcomes, each once, in the order in which they were found; refusals among them."""
        return tuple(key.outcome for key in dict.fromkeys(Key.of(row.outcome) for row in self.rows))

    def __iter__(self) -> Iterator[T_co | Refusal]:
        return iter(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    def __contains__(self, outcome: object) -> bool:
        return any(matches(one, outcome) for one in self.outcomes)

    def rows_with(self, outcome: object) -> tuple[Row[T_co], ...]:
        """Return the rows with an outcome, or with a refusal of a kind of error."""
        return tuple(row for row in self.rows if matches(row.outcome, outcome))

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the outcomes, with the ways that lead to each."""
        yield say("possible_head", language, rule=self.label, count=len(self)), ()
        for outcome in self.outcomes:
            rows = [listed(row.facts, language) for row in self.rows_with(outcome)]
            shown = rows if len(rows) <= _FEW else [*rows[:_FEW], say("and_more", language, count=len(rows) - _FEW)]
            yield tell(outcome, language, yuan=self.in_yuan), shown


_FEW = 12


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
    come out, as long as the facts that the records' checks compare are known or bounded.

    Args:
        rule: A rule, the library's or one's own.
        case: A record or a ``functools.partial`` of its class for the rule's first fact, or its facts by name; what is
            left out is unknown, a value may be ``one_of(...)`` or ``between(first, last)``.
        law: The law asked; None: the rule's own default.
        budget: How many trials are made at the most.
        progress: Called with the number of trials made so far.

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
    rows = tuple(
        Row(tuple(known(found.questions[path].place, value) for path, value in leaf.assigned.items()), leaf.key.outcome)
        for leaf in found.leaves()
    )
    return Possible(asked.label, rows, in_yuan(rule))
