"""What is still missing (尚缺的事实): the unknown facts that can change the outcome, the most telling one first."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Annotated, Any, Generic, TypeVar

import attrs

from gxinjury.citations import Clause
from gxinjury.explanations import unobserved
from gxinjury.fields import fields_of
from gxinjury.inquiry._cases import NOTHING, Case, case_of
from gxinjury.inquiry._completions import Completions, what_matters
from gxinjury.inquiry._templates import FactPlace, is_record
from gxinjury.inquiry.open import OPEN
from gxinjury.inquiry.outcomes import BUDGET, Budget, Key, Progress, Refusal, Told, cited, distinct, key_of, same
from gxinjury.inquiry.results import Choice, Known, Result, Section, say
from gxinjury.periods import Period
from gxinjury.statutes import Statute
from gxinjury.telling import is_yuan, told
from gxinjury.texts import Language, Text

__all__ = ["Need", "Needs", "needs"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Need(Told, Generic[T_co]):
    """An unknown fact that can change the outcome.

    Its ``clauses`` are those of the rules that look at it first, none where only the records' checks do;
    ``outcomes_left`` counts over the answers that there can be.
    """

    field: Annotated[str, Text("事实", "fact")]
    label: Annotated[Text, Text("名称", "label")]
    type: Annotated[object, Text("类型", "type")] = attrs.field(eq=False)
    clauses: Annotated[tuple[Clause, ...], Text("条款", "clauses")]
    answers: Annotated[tuple[Choice[object, T_co], ...], Text("可能的答案", "possible answers")]
    outcomes_left: Annotated[Fraction, Text("答后平均余下的结果数", "outcomes left on average")]

    def text(self, language: Language = "en") -> str:
        """Return the question in a language, with the clauses that ask."""
        return self.label.say(language) + cited(*self.clauses)


@attrs.frozen
class Needs(Result[Need[T_co]], Generic[T_co]):
    """What a case still needs; a sequence of its needs, the most telling first.

    They are in the order of the outcomes that their answers leave, then in that in which the rule asks. ``decided`` is
    what holds whatever the answers: the outcome, or the parts of it that are always the same.
    """

    outcomes: Annotated[tuple[T_co | Refusal, ...], Text("可能的结果", "possible outcomes")]
    indifferent: Annotated[tuple[str, ...], Text("不影响结果的事实", "facts that do not matter")]
    decided: Annotated[tuple[Known, ...], Text("已定的部分", "decided already")]

    @property
    def is_decided(self) -> bool:
        """Whether the outcome is the same whatever is still unknown."""
        return len(self.outcomes) == 1

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield what is decided, and each question with what follows from its answers."""
        outcomes = self._told(language, *self.outcomes)
        if self.is_decided:
            yield self._say("needs_nothing", language, outcome=outcomes), ()
            return
        yield (
            self._say("needs_head", language, outcomes=outcomes),
            [say("decided_already", language, what=one.text(language)) for one in self.decided],
        )
        for position, need in enumerate(self, 1):
            yield f"{position}. {need.text(language)}", [*self._answers(need, language)]

    def _answers(self, need: Need[T_co], language: Language) -> Iterator[str]:
        for one in need.answers:
            value = told(one.value, language, in_yuan=is_yuan(need.type))
            answer = say("none_there", language) if one.value is None else value
            yield say("answer", language, answer=answer, outcomes=self._left(one, language))

    def _left(self, answer: Choice[object, T_co], language: Language) -> str:
        gone = [one for one in self.outcomes if not any(same(one, other) for other in answer.outcomes)]
        if not gone:
            return say("all_left", language)
        if len(answer.outcomes) <= len(gone):
            return self._told(language, *answer.outcomes)
        return say("gone", language, outcomes=self._told(language, *gone))


@unobserved()
def needs(
    rule: Callable[..., T],
    case: object = NOTHING,
    *,
    law: Statute | None = None,
    budget: int = BUDGET,
    progress: Progress | None = None,
) -> Needs[T]:
    """Return the unknown facts that can still change what a rule answers, the most telling one first.

    A fact is among them when two completions disagree that differ in it alone; where the facts forbid to change it
    alone, in it and as few others as can be. One that the rule mentions but that changes nothing is not. The case is an
    open one, and the rest as :mod:`gxinjury.inquiry` says.

    Raises:
        InvalidFactError: The rule asks for a fact that nothing bounds, or the facts forbid every combination.
        TooManyTrialsError: The budget is used up.

    >>> from gxinjury import LAW
    >>> from gxinjury.construction.delay import delay_papers_deadline
    >>> from gxinjury.inquiry import one_of
    >>> ends = {"expiry": one_of(date(2016, 6, 30), date(2016, 7, 31))}
    >>> print(needs(delay_papers_deadline, ends, law=LAW).text("zh"))
    延期材料报送的最后一日：尚未确定，可能为 2016-05-31 | 2016-07-01
    1. 合同到期日 [NN-1.3.2]
      · 2016-06-30 → 2016-05-31
      · 2016-07-31 → 2016-07-01
    """
    asked = case_of(rule, case, law)
    found = Completions(asked, Budget(budget, progress))
    outcomes = found.outcomes()
    matter = what_matters(found)
    wanted = [
        _need(found, question.place, question.candidates)
        for path, question in found.questions.items()
        if path in matter and question.candidates  # only the records' checks may look at what nothing bounds
    ]
    return Needs(
        asked.label,
        tuple(sorted(wanted, key=lambda need: need.outcomes_left)),
        outcomes,
        tuple(place.path for place, fact in asked.singles() if isinstance(fact, OPEN) and place.path not in matter),
        _decided(asked, outcomes),
        in_yuan=asked.in_yuan,
    )


def _decided(case: Case[T], outcomes: Sequence[object]) -> tuple[Known, ...]:
    """Return the outcome where there is one only, else the fields that are the same in all of them."""
    first = outcomes[0]
    if len(outcomes) == 1:
        return (Known("", case.label, first, case.in_yuan),)
    kind: Any = type(first)
    if not is_record(kind) or any(type(one) is not kind for one in outcomes):
        return ()
    compared = {field.name for field in attrs.fields(kind) if field.eq}
    return tuple(
        Known(field.name, field.label, getattr(first, field.attribute), field.in_yuan)
        for field in fields_of(kind)
        if field.attribute in compared
        and all(getattr(one, field.attribute) == getattr(first, field.attribute) for one in outcomes)
    )


def _need(found: Completions[T], place: FactPlace, candidates: tuple[object, ...]) -> Need[T]:
    left: list[tuple[object, dict[Key[T | Refusal], None]]] = [(one, {}) for one in candidates]
    for leaf in found.root.leaves():
        for one, keys in left:
            if place.path in leaf.assigned:
                is_left = same(one, leaf.assigned[place.path])
            else:
                is_left = leaf.key not in keys and found.lets_be({**leaf.assigned, place.path: one})
            if is_left:
                keys[leaf.key] = None
    answers = [Choice(one, distinct(keys)) for one, keys in left if keys]
    mean = Fraction(sum(len(answer.outcomes) for answer in answers), len(answers))
    clauses = tuple(found.clauses.get(place.path, ()))
    return Need(place.path, place.label, place.hint, clauses, tuple(_in_periods(answers)), mean)


def _in_periods(answers: list[Choice[object, T]]) -> Iterator[Choice[object, T]]:
    """Yield the answers, days in a row after which the same can come out as one period."""

    def row(numbered: tuple[int, Choice[object, T]]) -> object:
        position, answer = numbered
        if type(answer.value) is not date:
            return position
        return answer.value.toordinal() - position, frozenset(map(key_of, answer.outcomes))

    for _, numbered in groupby(enumerate(answers), row):
        first, *others = (answer for _, answer in numbered)
        days: Any = [first.value, *(answer.value for answer in others)]
        yield Choice(Period(days[0], days[-1]), first.outcomes) if others else first
