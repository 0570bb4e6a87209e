"""What can come out (可能的结果): the outcomes of a rule over all completions of what is open.

For :func:`possible` that is the facts of a case, for :func:`readings_that_matter` the readings that the rule consults.
"""

from collections.abc import Callable, Iterator
from typing import Annotated, Generic, TypeVar

import attrs

from gxinjury.explanations import unobserved
from gxinjury.inquiry.cases import NOTHING, case_of
from gxinjury.inquiry.completions import Completions, Leaf, disagreements
from gxinjury.inquiry.outcomes import BUDGET, Budget, Key, Progress, Refusal, distinct, matches, outcome_of
from gxinjury.inquiry.reports import Known, Report, Section, Several, joined, known, say
from gxinjury.inquiry.trials import with_open_readings
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Language, Text

__all__ = [
    "Choice",
    "Possible",
    "ReadingRow",
    "ReadingThatMatters",
    "ReadingsThatMatter",
    "Row",
    "possible",
    "readings_that_matter",
]

_FEW = 12

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Row(Generic[T_co]):
    """A row of a rule's decision table: what the rule asked, in its order, with the answers, and what comes out.

    Whatever else is unknown makes no difference here.
    """

    facts: Annotated[tuple[Known, ...], Text("事实", "facts")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]


@attrs.frozen
class Possible(Report, Generic[T_co]):
    """What can come out of a rule; a collection of its outcomes.

    Args:
        rows: The decision table of what is open: in the order of asking, every way in which the case can turn out.
    """

    rows: Annotated[tuple[Row[T_co], ...], Text("各种情形", "cases")]

    @property
    def outcomes(self) -> tuple[T_co | Refusal, ...]:
        """The outcomes, each once, in the order in which they were found; refusals among them."""
        return distinct(Key.of(row.outcome) for row in self.rows)

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
    return Possible(asked.label, rows, in_yuan=asked.in_yuan)


@attrs.frozen
class Choice(Generic[T_co]):
    """A member of a reading, and what can come out under it, however the other readings are chosen.

    Nothing can where the reading is not consulted at all.
    """

    member: Annotated[Reading, Text("口径", "reading")]
    outcomes: Annotated[tuple[T_co | Refusal, ...], Text("可能的结果", "possible outcomes")]


@attrs.frozen
class ReadingThatMatters(Generic[T_co]):
    """A reading on which an outcome depends, with its members."""

    reading: Annotated[type[Reading], Text("口径", "reading")]
    choices: Annotated[tuple[Choice[T_co], ...], Text("各种读法", "choices")]


@attrs.frozen
class ReadingRow(Generic[T_co]):
    """A combination of readings, in the order in which the rule consulted them; what comes out whatever the others."""

    readings: Annotated[tuple[Reading, ...], Text("口径", "readings")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]


@attrs.frozen
class ReadingsThatMatter(Several[ReadingThatMatters[T_co]], Generic[T_co]):
    """On which readings an outcome depends; a sequence of them.

    Args:
        outcome: What comes out under the law asked.
        readings: The readings that can change it, in the order in which they are consulted.
        idle: The readings that are consulted under some combination but change nothing.
        rows: Every combination of the readings consulted, with its outcome.
    """

    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]
    readings: Annotated[tuple[ReadingThatMatters[T_co], ...], Text("影响结果的口径", "readings that matter")]
    idle: Annotated[tuple[type[Reading], ...], Text("不影响结果的口径", "readings that do not")]
    rows: Annotated[tuple[ReadingRow[T_co], ...], Text("各种情形", "cases")]

    @property
    def found(self) -> tuple[ReadingThatMatters[T_co], ...]:
        """The readings."""
        return self.readings

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the readings that matter, member by member with its outcomes and the argument for the default."""
        head = "readings_head" if self.readings else "readings_none"
        yield say(head, language, rule=self.label, outcome=self._told(language, self.outcome)), ()
        for one in self.readings:
            members = [(choice.member, self._told(language, *choice.outcomes)) for choice in one.choices]
            kind = one.reading
            yield (
                say("reading_asked", language, reading=kind.__name__, clause=kind.clause, question=kind.question),
                [
                    *(
                        say("reading_member", language, member=member.name, says=member.says, outcomes=outcomes)
                        for member, outcomes in members
                    ),
                    say("reading_default", language, why=kind.why),
                ],
            )
        if self.idle:
            names = [Text(zh=f"“{reading.question.zh}”", en=reading.__name__) for reading in self.idle]
            yield say("readings_idle", language, names=names), ()


@unobserved()
def readings_that_matter(
    rule: Callable[..., T],
    case: object,
    *,
    law: Statute | None = None,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> ReadingsThatMatter[T]:
    """Return on which readings of the law the outcome of a case depends.

    Every reading that the rule consults is followed, in all combinations, so that none is missed that is consulted only
    under another. A reading matters when two combinations disagree that differ in it alone. A fact that is missing only
    under one of them is a refusal under that one.

    Args:
        rule: A rule that takes a law.
        case: A record for the rule's first fact, or its facts by name, all known; defaults hold as in a call.
        law: The law asked, for its figures and for the outcome as it stands; None: the rule's own default.
        budget: How many trials are made at the most.
        progress: Called with the number of trials made so far.

    Raises:
        InvalidFactError: A fact is open or breaks a rule of input, or the rule takes no law.
        TooManyTrialsError: The budget is used up.

    >>> from datetime import date
    >>> from gxinjury import LAW
    >>> from gxinjury.construction.delay import delay_papers_deadline
    >>> found = readings_that_matter(delay_papers_deadline, {"expiry": date(2016, 6, 30)}, law=LAW)
    >>> [(choice.member, str(choice.outcomes[0])) for choice in found[0].choices]
    [(DelayFilingDay.THIRTIETH_DAY, '2016-05-31'), (DelayFilingDay.THIRTY_CLEAR_DAYS, '2016-05-30')]
    """
    asked = case_of(rule, case, law, whole=True)
    now = outcome_of(asked.answer)
    found = Completions(asked.under(with_open_readings(asked.law)), Budget(budget, progress), lacking=True)
    matter = set[str]().union(*disagreements(found))
    kinds: dict[str, type[Reading]] = {
        path: question.place.hint  # type: ignore[misc]  # all that is open is readings
        for path, question in found.questions.items()
    }
    leaves = list(found.leaves())
    return ReadingsThatMatter(
        asked.label,
        now,
        tuple(_that_matters(kind, leaves) for path, kind in kinds.items() if path in matter),
        tuple(kind for path, kind in kinds.items() if path not in matter),
        tuple(ReadingRow(tuple(leaf.assigned.values()), leaf.key.outcome) for leaf in leaves),  # type: ignore[arg-type]  # as above
        in_yuan=asked.in_yuan,
    )


def _that_matters(kind: type[Reading], leaves: list[Leaf[T]]) -> ReadingThatMatters[T]:
    def under(member: Reading) -> tuple[T | Refusal, ...]:
        return distinct(leaf.key for leaf in leaves if leaf.assigned.get(kind.__name__) is member)

    return ReadingThatMatters(kind, tuple(Choice(member, under(member)) for member in kind))
