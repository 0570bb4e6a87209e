"""What can go wrong (错误), sorted by whose turn it is.

:class:`InvalidFactError`: the caller mends a fact. :class:`NotInForceError`: the caller supplies a figure that nobody
published, or asks about another day. :class:`OutOfScopeError`: the texts leave the question open; an authority decides.
"""

from typing import TYPE_CHECKING, Any

from gxinjury.texts import Language, Text, given_in_chinese, shown

if TYPE_CHECKING:
    from gxinjury.citations import Clause
    from gxinjury.explanations import Explanation


class GxInjuryError(Exception):
    """Base of the library's errors.

    Attributes:
        message: What is wrong and what would be right, in both languages.
        clause: The clause of the innermost rule that it was raised in; None outside rules.
        explanation: Under ``explain``, the steps taken so far; None otherwise.
    """

    def __init__(self, message: Text, clause: "Clause | None" = None) -> None:
        super().__init__(message, clause)
        self.message = message
        self.clause = clause
        self.explanation: Explanation[Any] | None = None

    def text(self, language: Language) -> str:
        """Return the message in a language, with the clause where there is one."""
        cited = "" if self.clause is None else f" [{self.clause}]"
        return f"{self.message.say(language)}{cited}"

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

    def __init__(self, record: str, field: str, rule: Text, value: object) -> None:
        super().__init__(
            Text(
                zh=f"{record}.{field} {rule.zh}，{given_in_chinese(value)}",
                en=f"{record}.{field} {rule.en}, got {shown(value)}",
            )
        )
        self.args = (record, field, rule, value)
        self.record = record
        self.field = field
        self.rule = rule
        self.value = value

    def call_it(self, label: Text) -> None:
        """Tell the fact in Chinese by what it is called, its name in code in brackets behind it."""
        told = f"{label.zh}（{self.record}.{self.field}）{self.rule.zh}，{given_in_chinese(self.value)}"
        self.message = Text(zh=told, en=self.message.en)

    def text(self, language: Language) -> str:
        """Return the message in a language; a slip of input is mended without the clause."""
        return self.message.say(language)

    def __repr__(self) -> str:
        return f"InvalidFactError({self.message.en!r})"


class NotInForceError(GxInjuryError, LookupError):
    """A figure or rule that nobody published for that day or year; the message says what to supply."""


class OutOfScopeError(GxInjuryError, LookupError):
    """A question that the texts leave open; the message says who answers it."""


class StaleFigureWarning(UserWarning):
    """A figure was used for a day after the last one through which it was verified."""
