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
from gxinjury.inquiry.cases import Case
from gxinjury.inquiry.outcomes import Budget
from gxinjury.inquiry.trials import Place, Question, Trial

__all__ = ["Assigned", "Checks"]

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

        Args:
            ways: What is assigned, way by way; a fact that one of them leaves open is as in the others.
            apart: Facts that may differ all the same.

        Raises:
            TooManyTrialsError: The budget is used up.
        """
        full = [dict(way) for way in ways]
        for one in full:
            for other in ways:
                one |= {path: value for path, value in other.items() if path not in one and path not in apart}
        chooser = _Chooser(self.questions, apart)
        while True:
            try:
                self._run(full, chooser)
            except _NotKnownError:
                return True
            except InvalidFactError as error:
                if any(error.value is one for one in _STAND_INS):
                    return True
                self.refusals.append(error)
                if not chooser.goes_on():
                    return False
                self.budget.spend()
            else:
                return True

    def _run(self, full: list[dict[str, object]], chooser: "_Chooser") -> None:
        chooser.start()
        for assigned in full:
            chooser.apart_answers.clear()
            trial = Trial(assigned, chooser.choose)
            for name, fact in self.case.facts.items():
                trial.value(fact, self.case.places[name])
            _run_checks(trial)


def _run_checks(trial: Trial) -> None:
    """Run the checks of every record of a trial, as making it would.

    Raises:
        InvalidFactError: A record forbids its facts.
    """
    for record in trial.records:  # grows while records within records are looked at
        kind = record.__class__
        for name in record._source.template.records_within:  # noqa: SLF001  (the slot of a record with holes)
            getattr(record, name)
        for field in attrs.fields(kind):
            if field.init and field.validator is not None:
                field.validator(record, field, getattr(record, field.name))
        if hasattr(kind, "__attrs_post_init__"):
            kind.__attrs_post_init__(record)


class _Chooser:
    """Answers the questions of the records' checks, one combination of answers after the other."""

    def __init__(self, questions: dict[str, Question], apart: Collection[str]) -> None:
        self.questions = questions
        self.apart = apart
        self.answers: dict[str, object] = {}
        self.apart_answers: dict[str, object] = {}
        self.prefix: list[int] = []
        self.taken: list[int] = []
        self.sizes: list[int] = []

    def start(self) -> None:
        """Begin a new combination."""
        self.answers, self.taken, self.sizes = {}, [], []

    def choose(self, question: Question) -> object:
        """Return the answer of this combination."""
        answers = self.apart_answers if question.path in self.apart else self.answers
        if question.path in answers:
            return answers[question.path]
        self.questions.setdefault(question.path, question)
        options = _stand_ins_for(question.place) if question.candidates is None else question.candidates
        position = len(self.taken)
        index = self.prefix[position] if position < len(self.prefix) else 0
        self.taken.append(index)
        self.sizes.append(len(options))
        if options[index] is _STOP:
            raise _NotKnownError
        return answers.setdefault(question.path, options[index])

    def goes_on(self) -> bool:
        """Return whether there is a further combination, and go on to it."""
        while self.taken:
            index, size = self.taken.pop(), self.sizes[len(self.taken)]
            if index + 1 < size:
                self.prefix = [*self.taken, index + 1]
                return True
        return False


class _NotKnownError(BaseException):
    """A check compared a fact of which nothing is known; like a question, no error that a rule may mind."""


def _stop(*_: object) -> Any:  # noqa: ANN401  (it never returns)
    raise _NotKnownError


def _unknown_one(kind: type[Any]) -> Any:  # noqa: ANN401  (whatever the kind is)
    """Return a subclass of a kind for values of which nothing is known."""
    compared = (
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__add__",
        "__sub__",
        "__radd__",
        "__rsub__",
    )
    return type(f"_Unknown{kind.__name__}", (kind,), {**dict.fromkeys(compared, _stop), "__hash__": None})


_STOP: Final = object()
"""Stands for a fact whose type has no stand-in, and stops the check where it is looked at."""

_DAY: Final = _unknown_one(date)(2000, 1, 1)
_MOMENT: Final = _unknown_one(datetime)(2000, 1, 1, tzinfo=CHINA)
_AMOUNT: Final = _unknown_one(Decimal)(1)
_STAND_INS: Final = (_DAY, _MOMENT, _AMOUNT)


def _stand_ins_for(place: Place) -> Sequence[object]:
    """Return what may take the place of a fact that nothing bounds: None where it may be missing, a stand-in last."""
    hint = place.hint
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    found: list[object] = [None] if NoneType in parts else []
    for kind, stand_in in ((date, _DAY), (datetime, _MOMENT), (Decimal, _AMOUNT), (Yuan, _AMOUNT)):
        if kind in parts:
            return [*found, stand_in]
    return [*found, _STOP]
