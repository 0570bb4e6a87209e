"""An explanation as an outline (解释的排印): its steps indented as text, or folding as HTML, in Chinese or English.

Each fact is told once, where it first comes in; a step equal to one told before says so instead of repeating it.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

import attrs

from gxinjury.errors import GxInjuryError
from gxinjury.steps import Fact, Step
from gxinjury.telling import is_told_by_field, told, told_fields
from gxinjury.texts import Language, Text

_REFUSED: Final = Text(zh="不能作答：{reason}", en="refused: {reason}")
_COLON: Final = Text(zh="：", en=": ")
_SEE_ABOVE: Final = Text(zh="{outcome}（同上）", en="{outcome} (see above)")
_CAUTION: Final = Text(zh="注意：{caution}", en="mind: {caution}")
_UNDER: Final = Text(
    zh="本次采用的口径和数值与现行规定不同：", en="Under a law that departs from the law as it stands:"
)


@attrs.frozen
class _Entry:
    """A step as it is printed: its head, the lines under it, the steps below."""

    head: str
    lines: Sequence[str]
    below: Sequence["_Entry"]


class _Outline:
    """The entries of one explanation, minding what was told before."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.facts: list[Fact] = []
        self.steps: list[Step] = []

    def entry(self, step: Step) -> _Entry:
        cited = "" if step.clause is None else f" [{step.clause}]"
        colon = _COLON.say(self.language)
        head = f"{step.label.say(self.language)}{cited}{colon}"
        if step in self.steps:
            return _Entry(head + _SEE_ABOVE.say(self.language, outcome=self.outcome(step)), (), ())
        self.steps.append(step)
        if is_told_by_field(step.outcome):
            lines = [f"{name} = {text}" for name, text in told_fields(step.outcome, self.language)]
        else:
            lines, head = [], f"{head}{self.outcome(step)}"
        lines += [f"{fact.label.say(self.language)}{colon}{self.value(fact)}" for fact in self.new_facts(step)]
        if step.source is not None:
            lines.append(step.source.say(self.language))
        lines += [_CAUTION.say(self.language, caution=caution) for caution in step.cautions]
        return _Entry(head.rstrip(), lines, [self.entry(one) for one in step.steps])

    def new_facts(self, step: Step) -> Iterator[Fact]:
        for fact in step.facts:
            told_elsewhere = hasattr(fact.value, "departures") or fact in self.facts
            if fact.value not in (None, ()) and not told_elsewhere:
                self.facts.append(fact)
                yield fact

    def value(self, fact: Fact) -> str:
        return told(fact.value, self.language, in_yuan=fact.in_yuan)

    def outcome(self, step: Step) -> str:
        if isinstance(step.outcome, GxInjuryError):
            return _REFUSED.say(self.language, reason=step.outcome.message)
        if isinstance(named := getattr(step.outcome, "named", None), Text):
            return named.say(self.language)
        if step.outcome is None and step.when_none is not None:
            return step.when_none.say(self.language)
        return told(step.outcome, self.language, in_yuan=step.in_yuan)


def as_text(step: Step, departures: Sequence[Text], language: Language) -> str:
    """Return a step as text, a step a line, what it took below it indented; what its law departs in goes before."""

    def lines(one: _Entry, indent: str) -> Iterator[str]:
        yield f"{indent}{one.head}"
        yield from (f"{indent}  · {line}" for line in one.lines)
        for below in one.below:
            yield from lines(below, f"{indent}    ")

    opening = [_UNDER.say(language), *(f"  {text.say(language)}" for text in departures)]
    return "\n".join([*(opening if departures else ()), *lines(_Outline(language).entry(step), "")])


def as_html(step: Step, departures: Sequence[Text], language: Language) -> str:
    """Return a step as HTML, each step a fold; what its law departs in goes before."""

    def fold(one: _Entry, *, is_open: bool) -> str:
        lines = "".join(f"<li>{escape(line)}</li>" for line in one.lines)
        inner = (f"<ul>{lines}</ul>" if lines else "") + "".join(fold(below, is_open=False) for below in one.below)
        head = escape(one.head)
        if not inner:
            return f'<div style="margin-left:1.2em">{head}</div>'
        opened = " open" if is_open else ""
        return f'<details style="margin-left:1.2em"{opened}><summary>{head}</summary>{inner}</details>'

    changed = "".join(f"<li>{escape(text.say(language))}</li>" for text in departures)
    opening = f"<p>{escape(_UNDER.say(language))}</p><ul>{changed}</ul>" if changed else ""
    return f'<div lang="{language}">{opening}{fold(_Outline(language).entry(step), is_open=True)}</div>'
