"""Printing (排印): an explanation told in Chinese or English, as text or as HTML.

Each fact is told once, where it first comes in; a step equal to one told before says so instead of repeating it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Final, get_args

import attrs

from gxinjury.errors import GxInjuryError
from gxinjury.facts import Yuan
from gxinjury.findings import Finding
from gxinjury.money import written_amount
from gxinjury.records import fields_of
from gxinjury.texts import Language, Text, written

if TYPE_CHECKING:
    from gxinjury.explanations import Explanation
    from gxinjury.steps import Fact, Step

_YUAN: Final = Text(zh="{amount} 元", en="{amount} yuan")
_REFUSED: Final = Text(zh="不能作答：{reason}", en="refused: {reason}")
_COLON: Final = Text(zh="：", en=": ")
_SEMICOLON: Final = Text(zh="；", en="; ")
_FIELD: Final = Text(zh="{name}：{value}", en="{name} {value}")
_COMMA: Final = Text(zh="、", en=", ")
_NONE: Final = Text(zh="无", en="none")
_SEE_ABOVE: Final = Text(zh="{outcome}（同上）", en="{outcome} (see above)")
_CAUTION: Final = Text(zh="注意：{caution}", en="mind: {caution}")
_UNDER: Final = Text(
    zh="本次采用的口径和数值与现行规定不同：", en="Under a law that departs from the law as it stands:"
)


def is_yuan(hint: object) -> bool:
    """Return whether a type hint says an amount in yuan, optional or not."""
    return hint is Yuan or Yuan in get_args(hint)


def told(value: object, language: Language, *, in_yuan: bool = False) -> str:
    """Return a value in one line as the language writes it: amounts with their unit, records field by field.

    >>> from decimal import Decimal
    >>> told(Decimal("130000"), "en", in_yuan=True), told(Decimal("130000"), "zh", in_yuan=True)
    ('130,000.00 yuan', '130,000.00 元')
    """
    if in_yuan and isinstance(value, Decimal):
        return _YUAN.say(language, amount=written_amount(value))
    if isinstance(value, Finding):
        return value.text(language)
    if isinstance(value, GxInjuryError):
        return value.text(language)
    if _is_record(value):
        fields = _SEMICOLON.say(language).join(
            _FIELD.say(language, name=name, value=text) for name, text in _fields(value, language)
        )
        return fields or _NONE.say(language)
    if isinstance(value, tuple):
        between = " | " if any(attrs.has(type(one)) for one in value) else _COMMA.say(language)
        return between.join(told(one, language, in_yuan=in_yuan) for one in value) or _NONE.say(language)
    return written(value, language)


def _is_record(value: object) -> bool:
    """Return whether a value is a record that is told field by field: an attrs class that does not print itself."""
    return attrs.has(type(value)) and type(value).__str__ is object.__str__ and not isinstance(value, Text)


def _fields(record: object, language: Language) -> Iterator[tuple[str, str]]:
    for field in fields_of(type(record)):
        value = getattr(record, field.attribute)
        if field.is_shown and value is not None and value != ():
            yield field.label.say(language), told(value, language, in_yuan=field.in_yuan)


@attrs.frozen
class _Told:
    """A step as it is printed: its head, the lines under it, the steps below."""

    head: str
    lines: Sequence[str]
    below: Sequence["_Told"]


class _Teller:
    """Tells the steps of one explanation, minding what was told before."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.facts: list[Fact] = []
        self.steps: list[Step] = []

    def tell(self, step: "Step") -> _Told:
        cited = "" if step.clause is None else f" [{step.clause}]"
        colon = _COLON.say(self.language)
        head = f"{step.label.say(self.language)}{cited}{colon}"
        if step in self.steps:
            return _Told(head + _SEE_ABOVE.say(self.language, outcome=self.outcome(step)), (), ())
        self.steps.append(step)
        if _is_record(step.outcome):
            lines = [f"{name} = {text}" for name, text in _fields(step.outcome, self.language)]
        else:
            lines, head = [], f"{head}{self.outcome(step)}"
        lines += [f"{fact.label.say(self.language)}{colon}{self.value(fact)}" for fact in self.new_facts(step)]
        if step.source is not None:
            lines.append(step.source.say(self.language))
        lines += [_CAUTION.say(self.language, caution=caution) for caution in step.cautions]
        return _Told(head.rstrip(), lines, [self.tell(one) for one in step.steps])

    def new_facts(self, step: "Step") -> Iterator["Fact"]:
        for fact in step.facts:
            told_elsewhere = hasattr(fact.value, "departures") or fact in self.facts
            if fact.value not in (None, ()) and not told_elsewhere:
                self.facts.append(fact)
                yield fact

    def value(self, fact: "Fact") -> str:
        return told(fact.value, self.language, in_yuan=fact.in_yuan)

    def outcome(self, step: "Step") -> str:
        if isinstance(step.outcome, GxInjuryError):
            return _REFUSED.say(self.language, reason=step.outcome.message)
        if isinstance(named := getattr(step.outcome, "named", None), Text):
            return named.say(self.language)
        if step.outcome is None and step.when_none is not None:
            return step.when_none.say(self.language)
        return told(step.outcome, self.language, in_yuan=step.in_yuan)


def _told(explanation: "Explanation[Any]", language: Language) -> _Told:
    return _Teller(language).tell(explanation.step)


def as_text(explanation: "Explanation[Any]", language: Language) -> str:
    """Return an explanation as text, a step a line, what it took below it indented."""

    def lines(one: _Told, indent: str) -> Iterator[str]:
        yield f"{indent}{one.head}"
        yield from (f"{indent}  · {line}" for line in one.lines)
        for step in one.below:
            yield from lines(step, f"{indent}    ")

    opening = [_UNDER.say(language), *(f"  {text.say(language)}" for text in explanation.departures)]
    return "\n".join([*(opening if explanation.departures else ()), *lines(_told(explanation, language), "")])


def as_html(explanation: "Explanation[Any]", language: Language) -> str:
    """Return an explanation as HTML, each step a fold."""

    def fold(one: _Told, *, is_open: bool) -> str:
        lines = "".join(f"<li>{escape(line)}</li>" for line in one.lines)
        inner = (f"<ul>{lines}</ul>" if lines else "") + "".join(fold(step, is_open=False) for step in one.below)
        head = escape(one.head)
        if not inner:
            return f'<div style="margin-left:1.2em">{head}</div>'
        opened = " open" if is_open else ""
        return f'<details style="margin-left:1.2em"{opened}><summary>{head}</summary>{inner}</details>'

    changed = "".join(f"<li>{escape(text.say(language))}</li>" for text in explanation.departures)
    opening = f"<p>{escape(_UNDER.say(language))}</p><ul>{changed}</ul>" if changed else ""
    return f'<div lang="{language}">{opening}{fold(_told(explanation, language), is_open=True)}</div>'
