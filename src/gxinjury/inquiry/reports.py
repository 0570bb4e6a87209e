"""Reports (报告): what the results of an inquiry have in common: text in two languages, and HTML for a notebook."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from html import escape
from typing import Annotated, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.inquiry.outcomes import tell
from gxinjury.inquiry.trials import Place
from gxinjury.inquiry.words import WORDS
from gxinjury.texts import Language, Text, is_chinese
from gxinjury.words import is_yuan

T_co = TypeVar("T_co", covariant=True)

Section: TypeAlias = tuple[str, Sequence[str]]


class Report:
    """A result of an inquiry; prints in English, :meth:`text` and :meth:`html` take the language."""

    __slots__ = ()

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the headings with the lines under them."""
        raise NotImplementedError

    def text(self, language: Language = "en") -> str:
        """Return the report as text."""
        lines = []
        for heading, under in self.sections(language):
            lines += [heading, *(f"  · {line}" for line in under)]
        return "\n".join(lines)

    def html(self, language: Language = "en") -> str:
        """Return the report as HTML."""
        parts = []
        for heading, under in self.sections(language):
            items = "".join(f"<li>{escape(line)}</li>" for line in under)
            parts.append(f"<p>{escape(heading)}</p>" + (f"<ul>{items}</ul>" if items else ""))
        return f'<div lang="{language}">{"".join(parts)}</div>'

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()


class Several(Report, Generic[T_co]):
    """A report that is a sequence of what it found."""

    __slots__ = ()

    @property
    @abstractmethod
    def found(self) -> tuple[T_co, ...]:
        """What it found, in order."""

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, position: int) -> T_co:
        return self.found[position]


@attrs.frozen
class Known:
    """A fact with its value.

    Args:
        field: The name of the fact, with the records around it, as ``contract.price``.
        label: What it is called.
        value: Its value.
        in_yuan: Whether it is an amount in yuan.
    """

    field: Annotated[str, Text("事实", "fact")]
    label: Annotated[Text, Text("名称", "label")]
    value: Annotated[object, Text("值", "value")]
    in_yuan: Annotated[bool, Text("以元计", "in yuan")] = False

    def text(self, language: Language = "en") -> str:
        """Return the fact in a language."""
        return f"{self.label.say(language)}{_colon(language)}{tell(self.value, language, yuan=self.in_yuan)}"

    def __str__(self) -> str:
        return self.text()


def _colon(language: Language) -> str:
    return "：" if is_chinese(language) else ": "


def known(place: Place, value: object) -> Known:
    """Return a fact at its place with its value."""
    return Known(place.path, place.label, value, is_yuan(place.hint))


def listed(facts: Sequence[Known], language: Language) -> str:
    """Return facts in one line; a word for none of them."""
    between = "；" if is_chinese(language) else "; "
    return between.join(fact.text(language) for fact in facts) or say("nothing_asked", language)


def say(word: str, language: Language, **values: object) -> str:
    """Return one of the inquiry's own wordings."""
    return WORDS.texts[word].say(language, **values)
