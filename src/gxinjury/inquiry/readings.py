"""Which unclear clause matters (影响结果的口径): a case under all combinations of the readings consulted."""

from collections.abc import Callable, Iterator
from typing import Annotated, Generic, TypeVar

import attrs

from gxinjury.explanations import unobserved
from gxinjury.inquiry.cases import case_of
from gxinjury.inquiry.completions import Completions, Leaf, disagreements
from gxinjury.inquiry.outcomes import BUDGET, Budget, Key, Progress, Refusal, in_yuan, outcome_of, tell
from gxinjury.inquiry.reports import Section, Several, say
from gxinjury.inquiry.trials import with_open_readings
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Language, Text

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Choice(Generic[T_co]):
    """A member of a reading, and what can come out under it, however the other readings are chosen.

    Args:
        member: The member.
        outcomes: What can come out; nothing where the reading is not consulted at all.
    """

    member: Annotated[Reading, Text("口径", "reading")]
    outcomes: Annotated[tuple[T_co | Refusal, ...], Text("可能的结果", "possible outcomes")]


@attrs.frozen
class ReadingThatMatters(Generic[T_co]):
    """A reading on which an outcome depends.

    Args:
        reading: The reading.
        choices: Its members, each with what can come out under it where it is consulted.
    """

    reading: Annotated[type[Reading], Text("口径", "reading")]
    choices: Annotated[tuple[Choice[T_co], ...], Text("各种读法", "choices")]


@attrs.frozen
class ReadingRow(Generic[T_co]):
    """A combination of readings, as far as they are consulted, and its outcome.

    Args:
        readings: The members, in the order in which the rule consulted them.
        outcome: What comes out, whatever the other readings.
    """

    readings: Annotated[tuple[Reading, ...], Text("口径", "readings")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]


@attrs.frozen
class ReadingsThatMatter(Several[ReadingThatMatters[T_co]], Generic[T_co]):
    """On which readings an outcome depends; a sequence of them.

    Args:
        label: What the rule is called.
        outcome: What comes out under the law asked.
        readings: The readings that can change it, in the order in which they are consulted.
        idle: The readings that are consulted under some combination but change nothing.
        rows: Every combination of the readings consulted, with its outcome.
        in_yuan: Whether the outcomes are amounts in yuan.
    """

    label: Annotated[Text, Text("规则", "rule")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]
    readings: Annotated[tuple[ReadingThatMatters[T_co], ...], Text("影响结果的口径", "readings that matter")]
    idle: Annotated[tuple[type[Reading], ...], Text("不影响结果的口径", "readings that do not")]
    rows: Annotated[tuple[ReadingRow[T_co], ...], Text("各种情形", "cases")]
    in_yuan: Annotated[bool, Text("结果以元计", "outcomes in yuan")] = False

    @property
    def found(self) -> tuple[ReadingThatMatters[T_co], ...]:
        """The readings."""
        return self.readings

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the readings that matter, member by member with its outcomes and the argument for the default."""

        def told(outcomes: tuple[T_co | Refusal, ...]) -> str:
            return " | ".join(tell(one, language, yuan=self.in_yuan) for one in outcomes)

        head = "readings_head" if self.readings else "readings_none"
        yield say(head, language, rule=self.label, outcome=told((self.outcome,))), ()
        for one in self.readings:
            lines = [
                say(
                    "reading_member",
                    language,
                    member=choice.member.name,
                    says=choice.member.says,
                    outcomes=told(choice.outcomes),
                )
                for choice in one.choices
            ]
            reading = one.reading
            why = say("reading_default", language, why=reading.why)
            values = {"reading": reading.__name__, "clause": reading.clause, "question": reading.question}
            yield say("reading_asked", language, **values), [*lines, why]
        if self.idle:
            yield say("readings_idle", language, names=[_idle_name(reading) for reading in self.idle]), ()


def _idle_name(reading: type[Reading]) -> Text:
    return Text(zh=f"“{reading.question.zh}”", en=reading.__name__)


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
        in_yuan(rule),
    )


def _that_matters(kind: type[Reading], leaves: list[Leaf[T]]) -> ReadingThatMatters[T]:
    def under(member: Reading) -> tuple[T | Refusal, ...]:
        keys: dict[Key[T | Refusal], None] = dict.fromkeys(
            leaf.key for leaf in leaves if leaf.assigned.get(kind.__name__) is member
        )
        return tuple(key.outcome for key in keys)

    return ReadingThatMatters(kind, tuple(Choice(member, under(member)) for member in kind))
