"""Departures (与现行规定的不同): what a law has otherwise than the law as it stands, told to the reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from gxinjury.interpretations import Reading, default_of
from gxinjury.telling import told
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

_READS: Final = Text(zh="{question}：采用{chosen}，默认为{default}", en="{question}: {chosen}, not {default}")
_FIGURE: Final = Text(zh="数值“{label}”：{when}为 {value}", en="figure {label}: {value} {when}")
_SETS: Final = Text(
    zh="数值“{label}”：{when}改为 {value}，原为 {old}", en="figure {label}: {value} {when}, instead of {old}"
)
_WITHOUT: Final = Text(zh="数值“{label}”：不含{when}的 {value}", en="figure {label}: without {value} {when}")
_WITHOUT_SEVERAL: Final = Text(
    zh="数值“{label}”：不含其中 {count} 个数值，最早的为{when}的 {value}",
    en="figure {label}: without {count} of its values, the first being {value} {when}",
)
_STRICT: Final = Text(zh="只接受已核实、已公布的数值", en="verified and published figures only")


def departures(
    readings: Iterable[Reading], figures: Mapping[str, Timeline[Any]], standing: Mapping[str, Timeline[Any]]
) -> Iterator[Text]:
    """Yield what readings and figures of a law depart in from the figures and the default readings as they stand."""
    for one in readings:
        yield _READS.filled({"question": one.question, "chosen": one.named, "default": default_of(type(one)).named})
    for name, timeline in figures.items():
        yield from _of_figure(timeline, standing[name].entries)
    if any(timeline.strict for timeline in figures.values()):
        yield _STRICT


def _of_figure(timeline: Timeline[Any], then: Sequence[Entry[Any]]) -> Iterator[Text]:
    now = timeline.entries
    added = [one for one in now if one not in then and one.standing is not Footing.UNDATED]
    left_out = [one for one in then if one not in now and one.value is not None]
    if any(one.standing is Footing.PROPOSED for one in added):
        yield from _of_reform(timeline, then, added)
        return
    for one in added:
        yield _FIGURE.filled(_told(timeline, one))
    if left_out:
        wording = _WITHOUT if len(left_out) == 1 else _WITHOUT_SEVERAL
        yield wording.filled({**_told(timeline, left_out[0]), "count": len(left_out)})


def _of_reform(timeline: Timeline[Any], then: Sequence[Entry[Any]], added: Sequence[Entry[Any]]) -> Iterator[Text]:
    """Yield what a reform sets, with both ends, and each value that it replaces; what goes on after it is no news."""
    for entry in added:
        if entry.standing is not Footing.PROPOSED:
            continue
        ends = [one for one in then if one.holds_on(entry.first)][-1:]
        within = [one for one in then if entry.holds_on(one.first)]
        old = [_told(timeline, one)["value"] for one in (*ends, *within) if one.value is not None]
        set_to = _told(timeline, entry)
        yield (_SETS.filled({**set_to, "old": tuple(dict.fromkeys(old))}) if old else _FIGURE.filled(set_to))


def _told(timeline: Timeline[Any], entry: Entry[Any]) -> dict[str, object]:
    zh, en = (told(entry.value, language, in_yuan=timeline.in_yuan) for language in ("zh", "en"))
    return {"label": timeline.label, "when": entry.when, "value": Text(zh=zh, en=en)}
