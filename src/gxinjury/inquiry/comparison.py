"""Laws side by side (法的比较): a case under several laws, and which figure or reading makes the difference.

The cause is found by exchange: figures and readings of the other law are put into the first one, until the outcome is
the other's. Only what the rule consults can make a difference, so nothing else is exchanged.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import unobserved
from gxinjury.inquiry._cases import Case, case_of
from gxinjury.inquiry._trials import watched
from gxinjury.inquiry.outcomes import BUDGET, Budget, Progress, Refusal, Told, matches, outcome_of
from gxinjury.inquiry.results import Result, Section, say
from gxinjury.inquiry.words import WORDS
from gxinjury.records import Record
from gxinjury.statutes import Reading, Statute
from gxinjury.telling import told
from gxinjury.texts import Language, Text, is_chinese
from gxinjury.timelines import Timeline

__all__ = ["Cause", "Compared", "Comparison", "Exchanged", "compare"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Exchanged: TypeAlias = "str | type[Reading]"
"""A part of a law that can be exchanged, a figure by its name or a reading by its kind."""


@attrs.frozen
class Cause(Told):
    """What of a law made its outcome another one than the first law's: figures by name, readings by kind.

    All of it together, no part of it alone; ``told`` says it part by part.
    """

    parts: Annotated[tuple[Exchanged, ...], Text("原因", "causes")]
    told: tuple[Text, ...] = attrs.field(repr=False)

    def text(self, language: Language = "en") -> str:
        """Return the cause in a language."""
        between = "；" if is_chinese(language) else "; "
        return say("cause", language, parts=between.join(one.say(language) for one in self.told))


@attrs.frozen
class Compared(Record, Generic[T_co]):
    """What comes out under one of the laws, by the name that it was given.

    Each of the ``causes`` makes it another outcome than the first law's, none of them with fewer parts; there are none
    where the outcome is the same.
    """

    name: Annotated[str, Text("法的名称", "law")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]
    causes: Annotated[tuple[Cause, ...], Text("原因", "causes")] = ()


@attrs.frozen
class Comparison(Result[Compared[T_co]], Generic[T_co]):
    """A case under several laws; a sequence of what comes out, the others held against the first one."""

    @property
    def agree(self) -> bool:
        """Whether the outcome is the same under all of the laws."""
        return all(matches(one.outcome, other.outcome) for one, other in pairwise(self))

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield what comes out under each law, with what made the difference."""
        first = self[0]
        yield self._say("compare_head", language), ()
        for one in self:
            is_other = one is first or not matches(one.outcome, first.outcome)
            word, names = "compared" if is_other else "compared_same", {"name": one.name, "base": first.name}
            yield (
                self._say(word, language, outcome=one.outcome, **names),
                [cause.text(language) for cause in one.causes],
            )


@unobserved()
def compare(
    rule: Callable[..., T],
    case: object,
    laws: Mapping[str, Statute],
    *,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> Comparison[T]:
    """Return what comes out of a rule under several laws, and which figure or reading makes the difference.

    The laws go by a name of one's own; the others are held against the first. A fact that is missing under one of them
    only is a refusal under that one. The case is a whole one, and the rest as :mod:`gxinjury.inquiry` says.

    Raises:
        InvalidFactError: A fact is open or breaks a rule of input, the rule takes no law, or the laws are not at least
            two of a kind.
        TooManyTrialsError: The budget is used up.

    >>> from datetime import date
    >>> from gxinjury import LAW
    >>> from gxinjury.construction.delay import delay_papers_deadline
    >>> from gxinjury.law.readings import DelayFilingDay, ElapsedTime
    >>> strict = LAW.reading(DelayFilingDay.THIRTY_CLEAR_DAYS, ElapsedTime.MONTHS)
    >>> print(compare(delay_papers_deadline, {"expiry": date(2016, 6, 30)}, {"default": LAW, "strict": strict}))
    last day for the delay papers under several laws
    default: 2016-05-31
    strict: 2016-05-30
      · the difference comes from DelayFilingDay: THIRTY_CLEAR_DAYS, not THIRTIETH_DAY
    """
    if len(laws) < 2:  # noqa: PLR2004  (a comparison)
        raise InvalidFactError("compare", "laws", WORDS.texts["must_name_two"], list(laws))
    (now, first), *others = laws.items()
    for name, law in laws.items():
        if type(law) is not type(first) or not isinstance(law, Statute):
            raise InvalidFactError("compare", f"laws[{name!r}]", WORDS.texts["must_be_of_one_kind"], type(law).__name__)
    exchange = _Exchange(case_of(rule, case, first, whole=True), first, Budget(budget, progress))
    compared = (Compared(name, *exchange.with_law(law)) for name, law in others)
    return Comparison(exchange.case.label, (Compared(now, exchange.outcome), *compared), in_yuan=exchange.case.in_yuan)


class _Exchange(Generic[T]):
    """The exchange of parts between the first law and others."""

    def __init__(self, case: Case[T], law: Statute, budget: Budget) -> None:
        self.case = case
        self.law = law
        self.budget = budget
        self.outcome, self.seen = self._run(law)

    def with_law(self, other: Statute) -> tuple[T | Refusal, tuple[Cause, ...]]:
        """Return what comes out under another law, and what made it so.

        Step by step one more part is put in, of those that the rule consulted as things stood: whatever is short of the
        whole cause, the rule consults a further part of it.
        """
        outcome, _ = self._run(other)
        if matches(outcome, self.outcome):
            return outcome, ()
        reached: dict[frozenset[Exchanged], tuple[Exchanged, ...]] = {frozenset(): self.seen}
        causes: list[frozenset[Exchanged]] = []
        while reached and not causes:
            further: dict[frozenset[Exchanged], tuple[Exchanged, ...]] = {}
            for parts, seen in reached.items():
                differing = (part for part in seen if _of(self.law, part) != _of(other, part))
                for more in (parts | {part} for part in differing if part not in parts):
                    if more not in further:
                        result, further[more] = self._run(self._with_parts(other, more))
                        causes += [more] if matches(result, outcome) else []
            reached = further
        return outcome, tuple(self._cause(other, parts) for parts in causes)

    def _run(self, law: Statute) -> tuple[T | Refusal, tuple[Exchanged, ...]]:
        self.budget.spend()
        seen: dict[Exchanged, None] = {}
        under = self.case.under(watched(law, law.choice, seen))
        return outcome_of(under.answer, lacking=law is not self.law), tuple(seen)

    def _with_parts(self, other: Statute, parts: frozenset[Exchanged]) -> Statute:
        changed: dict[str, Any] = {part: _of(other, part) for part in parts if isinstance(part, str)}
        law = attrs.evolve(self.law, **changed)
        return law.reading(*[other.choice(part) for part in parts if not isinstance(part, str)])

    def _cause(self, other: Statute, parts: frozenset[Exchanged]) -> Cause:
        in_order = tuple(sorted(parts, key=lambda part: part if isinstance(part, str) else part.__name__))
        return Cause(in_order, tuple(self._told(other, part) for part in in_order))

    def _told(self, other: Statute, part: Exchanged) -> Text:
        if isinstance(part, str):
            here, there = self.law.figures()[part], other.figures()[part]
            values = {"label": here.label, "other": _entries_told(there, here), "base": _entries_told(here, there)}
            return WORDS.texts["cause_figure"].filled(values)
        asked = Text(zh=part.question.zh, en=part.__name__)
        chosen = {"other": other.choice(part).cited, "base": self.law.choice(part).cited}
        return WORDS.texts["cause_reading"].filled({"question": asked, **chosen})


def _of(law: Statute, part: Exchanged) -> object:
    return getattr(law, part) if isinstance(part, str) else law.choice(part)


def _entries_told(timeline: Timeline[Any], against: Timeline[Any]) -> Text:
    """Return the values of a figure that it has not in another law."""
    entries = [one for one in timeline.entries if one not in against.entries]
    if not entries:
        return WORDS.texts["only_verified" if timeline.strict else "no_such_value"]

    def say_in(language: Language) -> str:
        values = (f"{told(one.value, language, in_yuan=timeline.in_yuan)} {one.when.say(language)}" for one in entries)
        return ("、" if is_chinese(language) else ", ").join(values)

    return Text(zh=say_in("zh"), en=say_in("en"))
