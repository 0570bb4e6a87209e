"""The readings that matter (影响结果的口径): on which of the readings that a rule consults its outcome depends."""

from collections.abc import Callable, Iterator
from typing import Annotated, Generic, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import unobserved
from gxinjury.inquiry._cases import case_of
from gxinjury.inquiry._completions import Completions, what_matters
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, distinct, name_of, outcome_of
from gxinjury.inquiry.results import Choice, Result, Row, Section, say
from gxinjury.inquiry.words import WORDS
from gxinjury.records import Record
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Language, Text

__all__ = ["ReadingThatMatters", "ReadingsThatMatter", "readings_that_matter"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class ReadingThatMatters(Record, Generic[T_co]):
    """A reading on which an outcome depends, with its members.

    Under each of them can come out what its ``outcomes`` say, however the other readings are chosen; nothing where the
    reading is then not consulted at all.
    """

    reading: Annotated[type[Reading], Text("口径", "reading")]
    choices: Annotated[tuple[Choice[Reading, T_co], ...], Text("各种读法", "choices")]


@attrs.frozen
class ReadingsThatMatter(Result[ReadingThatMatters[T_co]], Generic[T_co]):
    """On which readings an outcome depends; a sequence of them.

    The ``outcome`` is that under the law asked; the ``rows`` are all combinations of readings that the rule consulted.
    """

    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]
    idle: Annotated[tuple[type[Reading], ...], Text("不影响结果的口径", "readings that do not")]
    rows: Annotated[tuple[Row[T_co], ...], Text("各种情形", "cases")]

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the readings that matter, member by member with its outcomes and the argument for the default."""
        head = "readings_head" if self.found else "readings_none"
        yield self._say(head, language, outcome=self.outcome), ()
        for one in self:
            kind = one.reading
            yield (
                say("reading_asked", language, reading=kind.__name__, clause=kind.clause, question=kind.question),
                [
                    *(self._member(choice, language) for choice in one.choices),
                    say("reading_default", language, why=kind.why),
                ],
            )
        if self.idle:
            names = [Text(zh=f"“{reading.question.zh}”", en=reading.__name__) for reading in self.idle]
            yield say("readings_idle", language, names=names), ()

    def _member(self, choice: Choice[Reading, T_co], language: Language) -> str:
        outcomes = self._told(language, *choice.outcomes)
        member = choice.value
        return say("reading_member", language, member=member.name, says=member.says, outcomes=outcomes)


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
    under one of them is a refusal under that one. What is asked is taken as :mod:`gxinjury.inquiry` says; the case is a
    whole one, and of the law the figures are taken, and the readings for the outcome as it stands.

    Raises:
        InvalidFactError: A fact is open or breaks a rule of input, or the rule takes no law.
        TooManyTrialsError: The budget is used up.

    >>> from datetime import date
    >>> from gxinjury import LAW
    >>> from gxinjury.construction.delay import delay_papers_deadline
    >>> found = readings_that_matter(delay_papers_deadline, {"expiry": date(2016, 6, 30)}, law=LAW)
    >>> [(choice.value, str(choice.outcomes[0])) for choice in found[0].choices]
    [(DelayFilingDay.THIRTIETH_DAY, '2016-05-31'), (DelayFilingDay.THIRTY_CLEAR_DAYS, '2016-05-30')]
    """
    asked = case_of(rule, case, law, whole=True)
    if asked.law_name is None:
        raise InvalidFactError(name_of(rule), "law", WORDS.texts["must_take_a_law"], None)
    now = outcome_of(asked.answer)
    found = Completions(asked, Budget(budget, progress), by_reading=True)
    matter = what_matters(found)
    kinds: dict[str, type[Reading]] = {
        path: question.place.hint  # type: ignore[misc]  # all that is open is readings
        for path, question in found.questions.items()
    }
    return ReadingsThatMatter(
        asked.label,
        tuple(_that_matters(kind, found) for path, kind in kinds.items() if path in matter),
        now,
        tuple(kind for path, kind in kinds.items() if path not in matter),
        tuple(found.rows()),
        in_yuan=asked.in_yuan,
    )


def _that_matters(kind: type[Reading], found: Completions[T]) -> ReadingThatMatters[T]:
    def under(member: Reading) -> tuple[T | Refusal, ...]:
        return distinct(leaf.key for leaf in found.root.leaves() if leaf.assigned.get(kind.__name__) is member)

    return ReadingThatMatters(kind, tuple(Choice(member, under(member)) for member in kind))
