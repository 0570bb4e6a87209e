"""What can go wrong (错误), sorted by whose turn it is.

:class:`InvalidFactError`: the caller mends a fact. :class:`NotInForceError`: the caller supplies a figure that nobody
published, or asks about another day. :class:`OutOfScopeError`: the texts leave the question open; an authority decides.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, Final

import attrs

from gxinjury.texts import Language, Text, given_in_chinese, shown

if TYPE_CHECKING:
    from gxinjury.citations import Clause
    from gxinjury.explanations import Explanation


_STEP: Final = re.compile(r"[^.\[\]]+")
_UNNAMED: Final = "unnamed"


@attrs.frozen
class FactRule(Text):
    """What a fact must be, as "must be above zero", with a code that stays when the wording changes.

    Args:
        zh: The Chinese wording, which goes on after the field's name.
        en: The English wording.
        code: Its code, as ``not_above_zero``.

    >>> FactRule(zh="不得早于 {day}", en="must not be before {day}", code="too_early").filled({"day": "2016"})
    FactRule(zh='不得早于 2016', en='must not be before 2016', code='too_early')
    """

    code: str

    def filled(self, values: Mapping[str, object]) -> "FactRule":
        """Return the rule with the values in their places."""
        text = super().filled(values)
        return FactRule(text.zh, text.en, self.code)


class GxInjuryError(Exception):
    """Base of the library's errors.

    Attributes:
        kind: Whose turn it is: ``invalid_fact``, ``not_in_force`` or ``out_of_scope``.
        code: What is wrong, as ``paid_after_term``; it stays when the wording changes.
        path: Where in what was given, as ``("price_changes", 1, "amount")``; empty where no one fact is at fault.
        values: What the message tells, by name.
        message: What is wrong and what would be right, in both languages.
        clause: The clause of the innermost rule that it was raised in; None outside rules.
        explanation: Under ``explain``, the steps taken so far; None otherwise.
    """

    kind: ClassVar[str] = "error"
    path: tuple[str | int, ...] = ()

    def __init__(
        self,
        message: Text,
        clause: "Clause | None" = None,
        code: str = _UNNAMED,
        values: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(message, clause, code, values)
        self.message: Text = message
        self.clause: Clause | None = clause
        self.code: str = code
        self.values: dict[str, object] = dict(values or {})
        self.explanation: Explanation[Any] | None = None

    def text(self, language: Language) -> str:
        """Return the message in a language, with the clause where there is one."""
        cited = "" if self.clause is None else f" [{self.clause}]"
        return f"{self.message.say(language)}{cited}"

    def as_dict(self) -> dict[str, Any]:
        """Return the error as JSON can hold it: kind, code, path, clause, values as texts, and both messages.

        Ids of natural persons are masked.
        """
        return {
            "kind": self.kind,
            "code": self.code,
            "path": list(self.path),
            "clause": None if self.clause is None else str(self.clause),
            "values": {name: shown(value) for name, value in self.values.items()},
            "message": {"zh": self.message.zh, "en": self.message.en},
        }

    def __str__(self) -> str:
        return self.text("en")


class InvalidFactError(GxInjuryError, ValueError):
    """A fact that breaks a rule of input.

    Args:
        record: The record or question that the fact belongs to, as ``Contract``.
        field: Its field or argument, as ``price``.
        rule: What it must be, in both languages, as "must be above zero".
        value: What was given.

    >>> error = InvalidFactError("Contract", "price", Text(zh="必须大于零", en="must be above zero"), 0)
    >>> str(error)
    'Contract.price must be above zero, got 0'
    >>> error.text("zh")
    'Contract.price 必须大于零，现为 0'
    """

    kind = "invalid_fact"

    def __init__(self, record: str, field: str, rule: Text, value: object) -> None:
        super().__init__(
            Text(
                zh=f"{record}.{field} {rule.zh}，{given_in_chinese(value)}",
                en=f"{record}.{field} {rule.en}, got {shown(value)}",
            ),
            code=rule.code if isinstance(rule, FactRule) else _UNNAMED,
            values={"value": value},
        )
        self.path: tuple[str | int, ...] = path_of(field)
        self.args: tuple[Any, ...] = (record, field, rule, value)
        self.record: str = record
        self.field: str = field
        self.rule: Text = rule
        self.value: object = value

    def call_it(self, label: Text) -> None:
        """Tell the fact in Chinese by what it is called, its name in code in brackets behind it."""
        told = f"{label.zh}（{self.record}.{self.field}）{self.rule.zh}，{given_in_chinese(self.value)}"
        self.message: Text = Text(zh=told, en=self.message.en)

    def text(self, language: Language) -> str:
        """Return the message in a language; a slip of input is mended without the clause."""
        return self.message.say(language)

    def __repr__(self) -> str:
        return f"InvalidFactError({self.message.en!r})"


class NotInForceError(GxInjuryError, LookupError):
    """A figure or rule that nobody published for that day or year; the message says what to supply."""

    kind = "not_in_force"


class OutOfScopeError(GxInjuryError, LookupError):
    """A question that the texts leave open; the message says who answers it."""

    kind = "out_of_scope"


@contextmanager
def told_below(*path: str | int) -> Iterator[None]:
    """Tell what is refused within as of a part of what was given.

    >>> try:
    ...     with told_below("accidents", 2):
    ...         raise InvalidFactError("report_deadline", "known_at", Text(zh="缺失", en="is missing"), None)
    ... except InvalidFactError as error:
    ...     print(error.path)
    ('accidents', 2, 'known_at')
    """
    try:
        yield
    except InvalidFactError as error:
        error.path = (*path, *error.path)
        raise


def path_of(field: str) -> tuple[str | int, ...]:
    """Return where a field lies, step by step.

    >>> path_of("price_changes[1].amount")
    ('price_changes', 1, 'amount')
    """
    return tuple(int(step) if step.isdigit() else step for step in _STEP.findall(field))


class StaleFigureWarning(UserWarning):
    """A figure was used for a day after the last one through which it was verified."""
