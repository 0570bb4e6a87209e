"""What is wrong with data (数据的错误): every fault at its place, all of them told at once."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

import attrs

from gxinjury.citations import Clause
from gxinjury.codec.wording import plain_value, told_value, written_path
from gxinjury.errors import FactRule, GxInjuryError, InvalidFactError
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text, is_chinese

_MOST_TOLD: Final = 50

_GOT: Final = Text(zh="{rule}，{got}", en="{rule}, {got}")
_HINT: Final = Text(zh="{told}；{hint}", en="{told}; {hint}")
_AND_MORE: Final = Text(zh="另有{more}处差错", en="further faults: {more}")


class _Value(Enum):
    """Stands for no value; None is one."""

    NONE_TOLD = "none told"


@attrs.frozen
class Fault:
    """One thing wrong with data.

    Args:
        path: Where, as ``("payments", 2, "paid_on")``; empty for the whole.
        rule: What it must be, or what is the matter with it.
        value: What stands there, where that helps.
        hint: What would be right, where it can be guessed.
        clause: The clause under which it was refused; None where it is a slip of input.
        kind: Whose turn it is, as :class:`gxinjury.errors.GxInjuryError` has it.
        called: What a Chinese reader calls the place, told in brackets behind it; None for nothing.

    >>> fault = Fault(("payments", 2, "paid_on"), FactRule(zh="缺失", en="is missing", code="missing"))
    >>> fault.text("en"), fault.code
    ('payments[2].paid_on is missing', 'missing')
    """

    path: tuple[str | int, ...]
    rule: FactRule
    value: object = attrs.field(default=_Value.NONE_TOLD, repr=False)
    hint: Text | None = None
    clause: Clause | None = None
    kind: str = InvalidFactError.kind
    called: str | None = None

    @classmethod
    def of_law(cls, error: GxInjuryError) -> "Fault":
        """Return the fault of data that the law has no answer for; kind, code and clause stay with it."""
        rule = FactRule(error.text("zh"), error.text("en"), error.code)
        return cls((), rule, clause=error.clause, kind=error.kind)

    @classmethod
    def of(cls, error: InvalidFactError, path: tuple[str | int, ...] = ()) -> "Fault":
        """Return the fault that a record or a question found, below a path."""
        return cls((*path, *error.path), FactRule(error.rule.zh, error.rule.en, error.code), error.value)

    @property
    def code(self) -> str:
        """What is wrong, as ``not_above_zero``; it stays when the wording changes."""
        return self.rule.code

    @property
    def values(self) -> dict[str, object]:
        """What the message tells by name, the value that stands there, ids masked, where that helps."""
        return {} if self.value is _Value.NONE_TOLD else {"value": plain_value(self.value)}

    @property
    def place(self) -> str:
        """Where it is, as it is written in messages; empty for the whole.

        >>> Fault(("law", "readings", 0), FactRule(zh="缺失", en="is missing", code="missing")).place
        'law.readings[0]'
        """
        return written_path(self.path)

    def below(self, path: tuple[str | int, ...]) -> "Fault":
        """Return the fault as it stands under a path."""
        return attrs.evolve(self, path=(*path, *self.path))

    def text(self, language: Language) -> str:
        """Return the fault in a language, with its place."""
        told: Text = self.rule
        if self.value is not _Value.NONE_TOLD:
            told = _GOT.filled({"rule": told, "got": told_value(self.value)})
        if self.hint is not None:
            told = _HINT.filled({"told": told, "hint": self.hint})
        if not self.path:
            return told.say(language)
        if is_chinese(language) and self.called is not None:
            return f"{self.place}（{self.called}）{told.zh}"
        return f"{self.place} {told.say(language)}"

    def as_dict(self) -> dict[str, Any]:
        """Return the fault as JSON can hold it, ids masked, as :meth:`gxinjury.errors.GxInjuryError.as_dict` does."""
        return {
            "kind": self.kind,
            "code": self.code,
            "path": [part if isinstance(part, int) else mask(printable(part)) for part in self.path],
            "clause": None if self.clause is None else str(self.clause),
            "values": self.values,
            "message": {"zh": self.text("zh"), "en": self.text("en")},
        }


class CodecError(GxInjuryError, ValueError):
    """Data that is no record, with all its faults.

    Args:
        faults: What is wrong, at least one thing.
    """

    kind = "invalid_fact"

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(Text(zh=self._told("zh"), en=self._told("en")), code="faults")
        self.args: tuple[Any, ...] = (self.faults,)

    def _told(self, language: Language) -> str:
        lines = [fault.text(language) for fault in self.faults[:_MOST_TOLD]]
        more = len(self.faults) - len(lines)
        return "\n".join(
            self._line(line, language) for line in [*lines, *([_AND_MORE.say(language, more=more)] if more else [])]
        )

    def _line(self, told: str, _: Language) -> str:
        return told

    def as_dict(self) -> dict[str, Any]:
        """Return the error as JSON can hold it, its faults with it."""
        return {**super().as_dict(), "faults": [fault.as_dict() for fault in self.faults]}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message.en!r})"


class FileError(CodecError):
    """A file that is no record, with all its faults.

    Args:
        file: The file's name, as it was given; empty where it has none, or where each fault tells its own.
        faults: What is wrong with it, at least one thing.
    """

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        self.file: str = file
        super().__init__(faults)
        self.args: tuple[Any, ...] = (file, self.faults)

    def _line(self, told: str, language: Language) -> str:
        return f"{mask(printable(self.file))}{'：' if is_chinese(language) else ': '}{told}" if self.file else told
