"""Reports (报告): what the results of an inquiry have in common: text in two languages, and HTML for a notebook."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Annotated, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.inquiry.outcomes import Told, tell
from gxinjury.inquiry.trials import Place
from gxinjury.inquiry.words import WORDS
from gxinjury.telling import is_yuan
from gxinjury.texts import Language, Text, is_chinese

__all__ = ["Known", "Report", "Section", "Several", "joined", "known", "say"]

T_co = TypeVar("T_co", covariant=True)

Section: TypeAlias = tuple[str, Sequence[str]]


@attrs.frozen
class Report(Told):
    """A result of an inquiry; prints in English, :meth:`text` and :meth:`html` take the language."""

    label: Annotated[Text, Text("规则", "rule")]
    in_yuan: Annotated[bool, Text("结果以元计", "outcomes in yuan")] = attrs.field(default=False, kw_only=True)

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

    def _repr_html_(self) -> str:
        return self.html()

    def _told(self, language: Language, *outcomes: object) -> str:
        return " | ".join(tell(one, language, yuan=self.in_yuan) for one in outcomes)


@attrs.frozen
class Several(Report, Generic[T_co]):
    """A report that is a sequence of what it found."""

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
class Known(Told):
    """A fact with its value; its name has the records around it, as ``contract.price``."""

    field: Annotated[str, Text("事实", "fact")]
    label: Annotated[Text, Text("名称", "label")]
    value: Annotated[object, Text("值", "value")]
    in_yuan: Annotated[bool, Text("以元计", "in yuan")] = False

    def text(self, language: Language = "en") -> str:
        """Return the fact in a language."""
        colon = "：" if is_chinese(language) else ": "
        return f"{self.label.say(language)}{colon}{tell(self.value, language, yuan=self.in_yuan)}"


def known(place: Place, value: object) -> Known:
    """Return a fact at its place with its value."""
    return Known(place.path, place.label, value, is_yuan(place.hint))


def joined(parts: Iterable[Told], language: Language) -> str:
    """Return what several say, in one line."""
    return ("；" if is_chinese(language) else "; ").join(part.text(language) for part in parts)


def say(word: str, language: Language, **values: object) -> str:
    """Return one of the inquiry's own wordings."""
    return WORDS.texts[word].say(language, **values)
