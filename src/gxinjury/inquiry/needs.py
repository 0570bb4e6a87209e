"""What is still missing (尚缺的事实): the unknown facts that can change the outcome, the most telling one first."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Generic, TypeVar

import attrs

from gxinjury.citations import Clause
from gxinjury.explanations import unobserved
from gxinjury.inquiry.cases import NOTHING, Case, case_of
from gxinjury.inquiry.completions import Completions, disagreements
from gxinjury.inquiry.open import is_record, same
from gxinjury.inquiry.outcomes import BUDGET, Budget, Key, Progress, Refusal, Told, cited, matches, tell
from gxinjury.inquiry.reports import Known, Section, Several, say
from gxinjury.inquiry.trials import Question
from gxinjury.periods import Period, day_after
from gxinjury.records import fields_of
from gxinjury.statutes import Statute
from gxinjury.telling import is_yuan
from gxinjury.texts import Language, Text

__all__ = ["Answer", "Need", "Needs", "needs"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen
class Answer(Generic[T_co]):
    """An answer to a question, and what can come out then; the question settles the case where it is one outcome.

    The answer is a period for days in a row after which the same can come out.
    """

    value: Annotated[object, Text("答案", "answer")]
    outcomes: Annotated[tuple[T_co | Refusal, ...], Text("可能的结果", "possible outcomes")]


@attrs.frozen
class Need(Told, Generic[T_co]):
    """An unknown fact that can change the outcome.

    Args:
        field: Its name, with the records around it, as ``contract.price``.
        type: Its type, as the rule or record has it.
        clauses: The clauses of the rules that look at it first; none where only the records' checks do.
        outcomes_left: How many outcomes are left after its answer, on average over the answers that there can be.
    """

    field: Annotated[str, Text("事实", "fact")]
    label: Annotated[Text, Text("名称", "label")]
    type: Annotated[object, Text("类型", "type")] = attrs.field(eq=False)
    clauses: Annotated[tuple[Clause, ...], Text("条款", "clauses")]
    answers: Annotated[tuple[Answer[T_co], ...], Text("可能的答案", "possible answers")]
    outcomes_left: Annotated[Fraction, Text("答后平均余下的结果数", "outcomes left on average")]

    def text(self, language: Language = "en") -> str:
        """Return the question in a language, with the clauses that ask."""
        return self.label.say(language) + cited(*self.clauses)


@attrs.frozen
class Needs(Several[Need[T_co]], Generic[T_co]):
    """What a case still needs; a sequence of its needs, the most telling first.

    Args:
        needs: By the number of outcomes that their answer leaves on average, then in the order in which the rule asks.
        outcomes: What can come out as things stand.
        indifferent: The unknown facts that cannot change the outcome, by name.
        decided: What holds whatever the answers: the outcome, or the parts of it that are always the same.
    """

    needs: Annotated[tuple[Need[T_co], ...], Text("尚需的事实", "facts needed")]
    outcomes: Annotated[tuple[T_co | Refusal, ...], Text("可能的结果", "possible outcomes")]
    indifferent: Annotated[tuple[str, ...], Text("不影响结果的事实", "facts that do not matter")]
    decided: Annotated[tuple[Known, ...], Text("已定的部分", "decided already")]

    @property
    def is_decided(self) -> bool:
        """Whether the outcome is the same whatever is still unknown."""
        return len(self.outcomes) == 1

    @property
    def found(self) -> tuple[Need[T_co], ...]:
        """The needs."""
        return self.needs

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield what is decided, and each question with what follows from its answers."""

        def left(outcomes: tuple[T_co | Refusal, ...]) -> str:
            gone = tuple(one for one in self.outcomes if not any(matches(one, other) for other in outcomes))
            if not gone:
                return say("all_left", language)
            if len(outcomes) <= len(gone):
                return self._told(language, *outcomes)
            return say("gone", language, outcomes=self._told(language, *gone))

        if self.is_decided:
            yield say("needs_nothing", language, rule=self.label, outcome=self._told(language, *self.outcomes)), ()
            return
        yield (
            say("needs_head", language, rule=self.label, outcomes=self._told(language, *self.outcomes)),
            [say("decided_already", language, what=one.text(language)) for one in self.decided],
        )
        for position, need in enumerate(self.needs, 1):
            yuan = is_yuan(need.type)
            answers = [(_answer(one.value, language, yuan=yuan), left(one.outcomes)) for one in need.answers]
            yield (
                f"{position}. {need.text(language)}",
                [say("answer", language, answer=answer, outcomes=outcomes) for answer, outcomes in answers],
            )


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
    alone, in it and as few others as can be. One that the rule mentions but that changes nothing is not.

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
    matter = set[str]().union(*disagreements(found))
    questions = [question for path, question in found.questions.items() if path in matter]
    wanted = sorted((_need(found, question) for question in questions), key=lambda need: need.outcomes_left)
    return Needs(
        asked.label,
        tuple(wanted),
        outcomes,
        tuple(path for path in asked.open_facts() if path not in matter),
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


def _need(found: Completions[T], question: Question) -> Need[T]:
    path, place = question.path, question.place
    candidates = question.candidates or ()
    left: list[dict[Key[T | Refusal], None]] = [{} for _ in candidates]
    for leaf in found.leaves():
        if path in leaf.assigned:
            answer = leaf.assigned[path]
            index = next(position for position, one in enumerate(candidates) if same(one, answer))
            left[index][leaf.key] = None
        else:
            for one, keys in zip(candidates, left, strict=True):
                if leaf.key not in keys and found.lets_be({**leaf.assigned, path: one}):
                    keys[leaf.key] = None
    answers = [
        Answer(one, tuple(key.outcome for key in keys)) for one, keys in zip(candidates, left, strict=True) if keys
    ]
    mean = Fraction(sum(len(answer.outcomes) for answer in answers), len(answers))
    clauses = tuple(found.clauses.get(path, ()))
    return Need(path, place.label, place.hint, clauses, tuple(_in_periods(answers)), mean)


def _answer(value: object, language: Language, *, yuan: bool) -> str:
    return say("none_there", language) if value is None else tell(value, language, yuan=yuan)


def _in_periods(answers: list[Answer[T]]) -> Iterator[Answer[T]]:
    """Yield the answers, days in a row after which the same can come out as one period."""
    before = answers[0]
    for answer in answers[1:]:
        if _continues(before, answer):
            before = Answer(Period(_first(before.value), _last(answer.value)), before.outcomes)
        else:
            yield before
            before = answer
    yield before


def _continues(before: Answer[T], answer: Answer[T]) -> bool:
    return (
        type(answer.value) is date
        and (type(before.value) is date or isinstance(before.value, Period))
        and day_after(_last(before.value)) == answer.value
        and {*map(Key.of, before.outcomes)} == {*map(Key.of, answer.outcomes)}
    )


def _first(value: object) -> date:
    return value.first if isinstance(value, Period) else value  # type: ignore[return-value]  # a day


def _last(value: object) -> date:
    return value.last if isinstance(value, Period) else value  # type: ignore[return-value]  # a day
