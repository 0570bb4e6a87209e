"""What differs between a receipt and its question asked again (存证与重算的差异), causes first."""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

import attrs

from gxinjury.codec import load
from gxinjury.privacy import mask, printable
from gxinjury.records import Record
from gxinjury.texts import Language, Text, shown

_OTHER_RELEASE: Final = Text(
    zh="写存证时为 gxinjury {then}，现为 {now}", en="the receipt was written by release {then}, this is {now}"
)
_OTHER_LAW: Final = Text(zh="所用的规定与当时不同", en="the law asked under differs from that of the receipt")
_OTHER_FIGURE: Final = Text(zh="数值“{label}”与当时不同", en="the figure {label} is not what it was")
_NEW_FIGURE: Final = Text(zh="当时未用到数值“{label}”", en="the figure {label} was not used then")
_NO_LONGER_USED: Final = Text(zh="现已不用数值“{label}”", en="the figure {label} is not used any more")
_OTHER_READING: Final = Text(zh="口径“{label}”与当时不同", en="the reading of “{label}” is another one")
_FOLLOWS: Final = Text(zh="由上述差异所致", en="follows from the differences above")
_CHANGED: Final = Text(
    zh="事实、数值和口径均相同，可见规则已改", en="facts, figures and readings are the same, so a rule has changed"
)
_MASKED: Final = Text(
    zh="存证已遮盖证件号码，重算时可能分不清人；否则即规则已改",
    en="ids are masked in the receipt, so that persons may not be told apart; else a rule has changed",
)
_MASK: Final = "*" * 4
_DIFFERS: Final = Text(zh="{path}：当时 {then}，现为 {now}（{why}）", en="{path}: then {then}, now {now} ({why})")
_WORDING: Final = frozenset({"label", "zh", "en", "source", "question", "message"})
_LONGEST: Final = 160


@attrs.frozen
class Difference(Record):
    """Something that a receipt has otherwise than the question asked again.

    Args:
        path: Where in the receipt, as ``("figures", "project_premium_rate", "value")``.
        kept: What the receipt has there; None where it has nothing.
        again: What came out when it was asked again; None likewise.
        why: The reason, as far as it can be told.
    """

    path: Annotated[tuple[str | int, ...], Text("何处", "path")]
    kept: Annotated[object, Text("凭据所载", "kept")] = attrs.field(repr=shown)
    again: Annotated[object, Text("重算所得", "again")] = attrs.field(repr=shown)
    why: Annotated[Text, Text("原因", "why")]

    def text(self, language: Language = "en") -> str:
        """Return the difference in a language."""
        path = ".".join(mask(printable(str(part))) for part in self.path)
        told = {"path": path, "then": _plain(self.kept), "now": _plain(self.again)}
        return _DIFFERS.filled({**told, "why": self.why}).say(language)

    def __str__(self) -> str:
        return self.text()


def differences(kept: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield what differs, causes first."""
    if kept["version"] != again["version"]:
        told = {"then": kept["version"], "now": again["version"]}
        yield Difference(("version",), kept["version"], again["version"], _OTHER_RELEASE.filled(told))
    causes = [*_in_law(kept["law"], again["law"]), *_in_figures(kept["figures"], again["figures"])]
    causes += _in_readings(kept["readings"], again["readings"])
    yield from causes
    why = _FOLLOWS if causes else _MASKED if _MASK in json.dumps(kept["facts"]) else _CHANGED
    for part in ("outcome", "refused", "steps", "cautions"):
        yield from (attrs.evolve(one, why=why) for one in _in_tree(kept.get(part), again[part], (part,)))


def _in_law(then: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> Iterator[Difference]:
    old, new = (None if law is None else law["digest"] for law in (then, now))
    if old != new:
        yield Difference(("law", "digest"), old, new, _OTHER_LAW)


def _in_figures(then: list[Any], now: list[Any]) -> Iterator[Difference]:
    """Yield what differs in the figures used: value, days or standing; or that one was used only then, or only now."""
    before, after = _by_name(then), _by_name(now)
    labels = {one["name"]: one["label"] for one in (*then, *now)}
    for name in sorted(labels):
        old, new, label = before.get(name), after.get(name), _label(labels[name])
        if old is None or new is None:
            wording = _NEW_FIGURE if old is None else _NO_LONGER_USED
            yield Difference(("figures", name), _values(old), _values(new), wording.filled({"label": label}))
        else:
            why = _OTHER_FIGURE.filled({"label": label})
            yield from (attrs.evolve(one, why=why) for one in _in_tree(old, new, ("figures", name)))


def _values(figures: list[Any] | None) -> list[Any] | None:
    return None if figures is None else [one["value"] for one in figures]


def _by_name(figures: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in figures:
        found.setdefault(one["name"], []).append(one)
    return found


def _in_readings(then: list[Any], now: list[Any]) -> Iterator[Difference]:
    before, after = ({one["name"]: one["member"] for one in readings} for readings in (then, now))
    questions = {one["name"]: one["question"] for one in (*then, *now)}
    for name in sorted(questions):
        old, new = before.get(name), after.get(name)
        if old != new:
            yield Difference(("readings", name), old, new, _OTHER_READING.filled({"label": _label(questions[name])}))


def _in_tree(then: object, now: object, path: tuple[str | int, ...]) -> Iterator[Difference]:
    """Yield the leaves in which two trees of data differ; wording does not count."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for name in sorted((then.keys() | now.keys()) - _WORDING):
            yield from _in_tree(then.get(name), now.get(name), (*path, name))
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for position, (old, new) in enumerate(zip(then, now, strict=True)):
            yield from _in_tree(old, new, (*path, position))
    elif then != now and not _is_one_amount(then, now):
        yield Difference(path, then, now, _CHANGED)


def _is_one_amount(then: object, now: object) -> bool:
    """Return whether one is a whole number and the other the same as a text."""
    return isinstance(then, str | int) and isinstance(now, str | int) and str(then) == str(now)


def _label(told: object) -> Text:
    """Return a label of a receipt, which may come from anywhere."""
    text = load(Text, told)
    return Text(mask(printable(text.zh)), mask(printable(text.en)))


def _plain(value: object) -> str:
    """Return a value of a receipt as a line shows it, in brief."""
    told = mask(printable(json.dumps(value, ensure_ascii=False)))
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
