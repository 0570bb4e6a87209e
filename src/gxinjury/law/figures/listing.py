"""The figures of a law as a list (数值的列示): every value with when it holds, its standing, source and note."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import check_instance
from gxinjury.law import LAW, Law
from gxinjury.records import Record
from gxinjury.telling import told
from gxinjury.texts import Language, Text, is_chinese, written
from gxinjury.timelines import Entry, Timeline

_FIGURE: Final = Text(zh="{label}（{name}）  [{clause}]", en="{name}  {label}  [{clause}]")
_NO_VALUES: Final = Text(zh="没有任何数值", en="no values at all")
_REMARKS: Final = {
    "source": Text(zh="出处", en="source"),
    "announced_on": Text(zh="公布日", en="announced on"),
    "announced_by": Text(zh="至迟公布于", en="announced by"),
    "verified_through": Text(zh="核实至", en="verified through"),
    "note": Text(zh="说明", en="note"),
}
"""What is said of an entry beside its value, in that order."""


@attrs.frozen
class ListedValue(Record):
    """A value of a figure, ready to be printed.

    Args:
        when: When it holds.
        value: The value, amounts with their unit.
        clause: The clause that it rests on.
        entry: The entry as the law holds it.
    """

    when: Annotated[Text, Text("施行期间", "when")]
    value: Annotated[Text, Text("数值", "value")]
    clause: Annotated[Clause, Text("条款", "clause")]
    entry: Annotated[Entry[Any], Text("登记的数值", "entry")]

    def remarks(self, language: Language) -> Iterator[str]:
        """Yield what there is to say about it: source, days, note."""
        between = "：" if is_chinese(language) else ": "
        for name, called in _REMARKS.items():
            said = getattr(self.entry, name)
            if said is not None:
                yield f"{called.say(language)}{between}{written(said, language)}"


@attrs.frozen
class ListedFigure(Record):
    """A figure and its values, ready to be printed.

    Args:
        name: Its name in code, as ``law.with_figure`` takes it.
        label: What it is called.
        clause: The clause that it rests on.
        values: Its values, the earliest first.
    """

    name: Annotated[str, Text("代码名", "name in code")]
    label: Annotated[Text, Text("名称", "label")]
    clause: Annotated[Clause, Text("条款", "clause")]
    values: Annotated[tuple[ListedValue, ...], Text("各期数值", "values")]


def listed_figures(name: str | None = None, *, law: Law = LAW) -> tuple[ListedFigure, ...]:
    """Return the figures of a law for printing, all or the one of a name.

    Args:
        name: The figure's name, as ``nanning_on_post``; None for all.
        law: The law asked.

    Raises:
        InvalidFactError: The law has no figure of that name.

    >>> [figure] = listed_figures("nanning_on_post")
    >>> newest = figure.values[-3]
    >>> newest.when.en, newest.value.en, newest.entry.standing.name
    ('of 2023', '112,501.00 yuan', 'PUBLISHED')
    """
    check_instance("listed_figures", "law", law, Law)
    figures = law.figures()
    if name is None:
        return tuple(_listed(timeline) for timeline in figures.values())
    if name not in figures:
        rule = FactRule(
            zh=f"必须是下列数值之一：{'、'.join(figures)}",
            en=f"must be one of {', '.join(figures)}",
            code="unknown_figure",
        )
        raise InvalidFactError("listed_figures", "name", rule, name)
    return (_listed(figures[name]),)


def _listed(timeline: Timeline[Any]) -> ListedFigure:
    values = tuple(
        ListedValue(entry.when, _told(timeline, entry), entry.clause or timeline.clause, entry)
        for entry in timeline.entries
    )
    return ListedFigure(timeline.name, timeline.label, timeline.clause, values)


def _told(timeline: Timeline[Any], entry: Entry[Any]) -> Text:
    return Text(
        zh=told(entry.value, "zh", in_yuan=timeline.in_yuan),
        en=told(entry.value, "en", in_yuan=timeline.in_yuan),
    )


def figure_lines(figure: ListedFigure, language: Language) -> Iterator[str]:
    """Yield a figure as lines of text: its name and clause, then value by value with what is to be said about it."""
    yield _FIGURE.say(language, name=figure.name, label=figure.label, clause=figure.clause)
    if not figure.values:
        yield f"  {_NO_VALUES.say(language)}"
    for one in figure.values:
        standing = one.entry.standing.value.say(language)
        yield f"  {one.when.say(language)}  {one.value.say(language)}  ({standing})"
        yield from (f"      {remark}" for remark in one.remarks(language))
