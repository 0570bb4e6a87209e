"""Results (追问结果): what the answers of all inquiries have in common, and the records that they are made of."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.inquiry._templates import FactPlace
from gxinjury.inquiry.outcomes import Refusal, Told
from gxinjury.inquiry.words import WORDS
from gxinjury.records import Record
from gxinjury.telling import is_yuan, told
from gxinjury.texts import Language, Text, is_chinese

__all__ = ["Choice", "Known", "Result", "Row", "Section", "joined", "known", "say"]

T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
F_co = TypeVar("F_co", covariant=True)

Section: TypeAlias = tuple[str, Sequence[str]]


@attrs.frozen
class Result(Told, Generic[F_co]):
    """The result of an inquiry, a sequence of what it found; :meth:`text` and :meth:`html` take the language."""

    label: Annotated[Text, Text("规则", "rule")]
    found: Annotated[tuple[F_co, ...], Text("所得", "found")]
    in_yuan: Annotated[bool, Text("结果以元计", "outcomes in yuan")] = attrs.field(default=False, kw_only=True)

    def __iter__(self) -> Iterator[F_co]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, position: int) -> F_co:
        return self.found[position]

    def sections(self, language: Language) -> Iterator[Section]:
        """Yield the headings with the lines under them."""
        raise NotImplementedError

    def text(self, language: Language = "en") -> str:
        """Return the result as text."""
        lines = []
        for heading, under in self.sections(language):
            lines += [heading, *(f"  · {line}" for line in under)]
        return "\n".join(lines)

    def html(self, language: Language = "en") -> str:
        """Return the result as HTML."""
        parts = []
        for heading, under in self.sections(language):
            items = "".join(f"<li>{escape(line)}</li>" for line in under)
            parts.append(f"<p>{escape(heading)}</p>" + (f"<ul>{items}</ul>" if items else ""))
        return f'<div lang="{language}">{"".join(parts)}</div>'

    def _repr_html_(self) -> str:
        return self.html()

    def _told(self, language: Language, *outcomes: object) -> str:
        return " | ".join(told(one, language, in_yuan=self.in_yuan) for one in outcomes)

    def _say(self, word: str, language: Language, **values: object) -> str:
        """Return a wording with what the rule is called, outcomes told as its outcomes are."""
        return say(word, language, rule=self.label, **{name: self._told(language, one) for name, one in values.items()})


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
        return f"{self.label.say(language)}{colon}{told(self.value, language, in_yuan=self.in_yuan)}"


@attrs.frozen
class Choice(Record, Generic[V_co, T_co]):
    """A way to settle what is open, and what can come out then.

    Of a fact a value, or a period for days in a row after which the same can come out; of a reading a member.
    """

    value: Annotated[V_co, Text("答案", "answer")]
    outcomes: Annotated[tuple[T_co | Refusal, ...], Text("可能的结果", "possible outcomes")]


@attrs.frozen
class Row(Record, Generic[T_co]):
    """A row of a decision table: what the rule asked, facts or readings, in its order, and what comes out.

    Whatever else is open makes no difference here.
    """

    facts: Annotated[tuple[Known, ...], Text("事实", "facts")]
    outcome: Annotated[T_co | Refusal, Text("结果", "outcome")]

    @property
    def values(self) -> tuple[Any, ...]:
        """The answers alone."""
        return tuple(fact.value for fact in self.facts)


def known(place: FactPlace, value: object) -> Known:
    """Return a fact at its place with its value."""
    return Known(place.path, place.label, value, is_yuan(place.hint))


def joined(parts: Iterable[Told], language: Language) -> str:
    """Return what several say, in one line."""
    return ("；" if is_chinese(language) else "; ").join(part.text(language) for part in parts)


def say(word: str, language: Language, **values: object) -> str:
    """Return one of the inquiry's own wordings."""
    return WORDS.texts[word].say(language, **values)
