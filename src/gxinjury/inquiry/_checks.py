"""Checks on trial (试行检查): whether the records of a case let its facts be together, by the records' own checks.

They look at all facts of a record, also at those that no rule asked for. What is bounded is tried value by value. For a
day, moment or amount that nothing bounds there is a stand-in: it passes what is asked of it alone, that it is a day or
an amount at all; compared with another fact it stops the check, because nothing is known of it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import CHINA, Yuan
from gxinjury.inquiry._cases import Case
from gxinjury.inquiry._trials import Question, Trial
from gxinjury.inquiry.outcomes import Budget

Assigned: TypeAlias = Mapping[str, object]


class Checks:
    """The checks of the records of a case; the questions that they ask are put with those that the rule asked."""

    def __init__(self, case: Case[Any], budget: Budget, questions: dict[str, Question]) -> None:
        self.case = case
        self.budget = budget
        self.questions = questions
        self.refusals: list[InvalidFactError] = []

    def let_be(self, *ways: Assigned, apart: Collection[str] = ()) -> bool:
        """Return whether the records let the ways be, each completed with the same answers.

        A fact that one of the ways leaves open is as in the others, unless it may stand ``apart``.
        """
        full = [dict(way) for way in ways]
        for one in full:
            for other in ways:
                one |= {path: value for path, value in other.items() if path not in one and path not in apart}
        answers = _Answers(self.questions, apart)
        while True:
            try:
                self._run(full, answers)
            except _NotKnownError:
                return True
            except InvalidFactError as error:
                if any(error.value is one for one in _STAND_INS):
                    return True
                self.refusals.append(error)
                if not answers.go_on():
                    return False
                self.budget.spend()
            else:
                return True

    def _run(self, full: list[dict[str, object]], answers: "_Answers") -> None:
        answers.common, answers.asked = {}, 0
        for assigned in full:
            answers.apart.clear()
            trial = Trial(assigned, answers.to)
            for name, fact in self.case.facts.items():
                trial.value(fact, self.case.places[name])
            _run_checks(trial)


def _run_checks(trial: Trial) -> None:
    """Run the checks of every record of a trial, as making it would."""
    for record, template in trial.records:  # grows while records within records are looked at
        for name in template.records_within:
            getattr(record, name)
        for field in attrs.fields(template.kind):
            if field.validator is not None:
                field.validator(record, field, getattr(record, field.name))
        if hasattr(template.kind, "__attrs_post_init__"):
            template.kind.__attrs_post_init__(record)


class _Answers:
    """Answers to the questions of the records' checks, one combination after the other."""

    def __init__(self, questions: dict[str, Question], may_differ: Collection[str]) -> None:
        self.questions = questions
        self.may_differ = may_differ
        self.common: dict[str, object] = {}
        self.apart: dict[str, object] = {}
        self.tried: list[tuple[int, int]] = []
        self.asked: int

    def to(self, question: Question) -> object:
        path = question.place.path
        answers = self.apart if path in self.may_differ else self.common
        if path not in answers:
            self.questions.setdefault(path, question)
            options = _stand_ins_for(question.place.hint) if question.candidates is None else question.candidates
            if self.asked == len(self.tried):
                self.tried.append((0, len(options)))
            answer = options[self.tried[self.asked][0]]
            self.asked += 1
            if answer is _STOP:
                raise _NotKnownError
            answers[path] = answer
        return answers[path]

    def go_on(self) -> bool:
        """Return whether there is a further combination, and go on to it."""
        while self.tried:
            index, size = self.tried.pop()
            if index + 1 < size:
                self.tried.append((index + 1, size))
                return True
        return False


class _NotKnownError(BaseException):
    """A check compared a fact of which nothing is known; like a question, no error that a rule may mind."""


def _unknown_one(kind: type[Any]) -> Any:  # noqa: ANN401  (whatever the kind is)
    """Return a subclass of a kind for values of which nothing is known."""

    def stop(*_: object) -> Any:  # noqa: ANN401  (it never returns)
        raise _NotKnownError

    compared = (f"__{name}__" for name in ("eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "radd", "rsub", "hash"))
    return type(f"_Unknown{kind.__name__}", (kind,), dict.fromkeys(compared, stop))


_STOP: Final = object()
"""Stands for a fact whose type has no stand-in, and stops the check where it is looked at."""

_DAY: Final = _unknown_one(date)(2000, 1, 1)
_MOMENT: Final = _unknown_one(datetime)(2000, 1, 1, tzinfo=CHINA)
_AMOUNT: Final = _unknown_one(Decimal)(1)
_STAND_INS: Final = (_DAY, _MOMENT, _AMOUNT)


def _stand_ins_for(hint: object) -> Sequence[object]:
    """Return what may take the place of a fact that nothing bounds: None where it may be missing, a stand-in last."""
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    found: list[object] = [None] if NoneType in parts else []
    for kind, stand_in in ((date, _DAY), (datetime, _MOMENT), (Decimal, _AMOUNT), (Yuan, _AMOUNT)):
        if kind in parts:
            return [*found, stand_in]
    return [*found, _STOP]
