"""A decision to keep (决定的存证): a receipt holds a question, its facts, answer and reasons; replay asks it again.

:func:`receipt` makes plain data of an explanation, which JSON can hold. :func:`replay` reads it back years later, asks
the same question under the law it was asked under, and says what is the same, what differs and why.
"""

import importlib
import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from types import NoneType
from typing import Any, Final, cast

import attrs

from gxinjury import __version__
from gxinjury.citations import Clause
from gxinjury.codec import CodecError, Fault, dump, dump_facts, load, load_facts
from gxinjury.codec.names import name_of, reading_name
from gxinjury.errors import FactRule, GxInjuryError, InvalidFactError
from gxinjury.explanations import Explanation, Step, StepKind, clause_of, explain
from gxinjury.statutes import Statute
from gxinjury.steps import Fact
from gxinjury.texts import Language, Text, mask, shown

__all__ = ["Difference", "Replay", "receipt", "replay"]

SCHEMA: Final = 1
"""The version of the receipts written here; those of an earlier one are read as well."""

_NO_RECEIPT: Final = FactRule(
    zh="必须是 gxinjury 的存证（receipt 的结果）", en="must be a receipt of this library", code="no_receipt"
)
_LATER: Final = FactRule(
    zh="是更新的版本所写（存证格式 {schema}），请升级 gxinjury 后再读",
    en="was written by a later release (receipts of schema {schema}): upgrade to read it",
    code="later_schema",
)
_NO_QUESTION: Final = FactRule(
    zh="不是本库的问题；请以 rule= 交入该函数",
    en="is no question of this library: hand the function in as rule=",
    code="no_question",
)
_HANDED: Final = FactRule(
    zh="不是数据，无法存入；请以 handed= 交入：{names}",
    en="are no data and not in the receipt: hand them in as handed=, {names}",
    code="handed_in",
)
_NO_DATA: Final = FactRule(
    zh="必须是一项解释（explain 的结果）", en="must be an explanation, as explain() returns it", code="no_explanation"
)

_OTHER_RELEASE: Final = Text(
    zh="写存证时为 gxinjury {then}，现为 {now}", en="the receipt was written by release {then}, this is {now}"
)
_OTHER_LAW: Final = Text(zh="所用的法与当时不同", en="the law asked under differs from that of the receipt")
_OTHER_FIGURE: Final = Text(zh="数值“{label}”与当时不同", en="the figure {label} is not what it was")
_NEW_FIGURE: Final = Text(zh="当时未用到数值“{label}”", en="the figure {label} was not used then")
_NO_LONGER_USED: Final = Text(zh="现已不用数值“{label}”", en="the figure {label} is not used any more")
_OTHER_READING: Final = Text(zh="口径“{label}”与当时不同", en="the reading of “{label}” is another one")
_FOLLOWS: Final = Text(zh="由上述差异所致", en="follows from the differences above")
_CHANGED: Final = Text(
    zh="事实、数值和口径均相同，可见规则已改", en="facts, figures and readings are the same, so a rule has changed"
)
_NO_LAW: Final = FactRule(
    zh="须提供：该问题没有默认的法", en="must be given: the question has no law by default", code="no_law"
)
_SAME: Final = Text(zh="与存证一致：{parts}", en="as in the receipt: {parts}")
_DIFFERS: Final = Text(zh="{path}：当时 {then}，现为 {now}（{why}）", en="{path}: then {then}, now {now} ({why})")
_IN_STEPS: Final = Text(zh="步骤中另有 {count} 处不同", en="in the steps, further differences: {count}")
_ALL_THE_SAME: Final = Text(zh="重算结果与存证完全一致", en="asked again, everything is as in the receipt")
_PARTS: Final = {
    "version": Text(zh="版本", en="release"),
    "law": Text(zh="所用的法", en="law"),
    "figures": Text(zh="数值", en="figures"),
    "readings": Text(zh="口径", en="readings"),
    "outcome": Text(zh="答案", en="answer"),
    "refused": Text(zh="拒绝", en="refusal"),
    "steps": Text(zh="步骤", en="steps"),
    "cautions": Text(zh="提示", en="cautions"),
}
_RECEIPT: Final[Mapping[str, Any]] = {
    "version": str,
    "ids": str,
    "question": Mapping,
    "facts": Mapping,
    "handed": list,
    "figures": list,
    "readings": list,
    "cautions": list,
    "law": (Mapping, NoneType),
    "steps": Mapping,
}
_LAW: Final[Mapping[str, Any]] = {"digest": str, "only_verified": bool, "readings": Mapping, "figures": Mapping}
_WORDING: Final = frozenset({"label", "zh", "en", "source", "question", "message"})
_ROOM: Final = re.compile(r"gxinjury(\.[a-z][a-z_]*)*")
_LONGEST: Final = 160


def receipt(
    explanation: Explanation[Any], *, in_full: bool = False, rule: Callable[..., Any] | None = None
) -> dict[str, Any]:
    """Return a decision as plain data to keep: who was asked what, with which facts, what came out, and why.

    Args:
        explanation: What :func:`gxinjury.explain` returned; of a refusal, the error's ``explanation``.
        in_full: Whether ids of natural persons are kept in full. Else they are masked, and a question that turns on
            them cannot be asked again.
        rule: The question itself, where it is none of this library's: how its facts are read stands in its hints.

    Returns:
        A table that ``json.dumps`` takes: schema and library version, question, facts, outcome, steps with their
        clauses, each figure used with value, source, standing and days, readings, cautions, and the law with its
        digest and all that it departs in from the law as it stands.

    Raises:
        InvalidFactError: It is no explanation.

    >>> from gxinjury import explain
    >>> from gxinjury.benefits import lump_sum_disability_subsidy
    >>> kept = receipt(explain(lump_sum_disability_subsidy, 7, "5000"))
    >>> kept["question"]["name"], kept["outcome"], kept["figures"][0]["name"]
    ('gxinjury.benefits.lump_sum_disability_subsidy', '65000.00', 'light_subsidy_months')
    """
    if not isinstance(explanation, Explanation):
        raise InvalidFactError("receipt", "explanation", _NO_DATA, explanation)
    step = explanation.step
    function = rule or _function(step.room, step.name)
    law = _law_of(step, function)
    keep = _Keeper(in_full=in_full)
    return {
        "receipt": SCHEMA,
        "library": "gxinjury",
        "version": __version__,
        "ids": "in_full" if in_full else "masked",
        "question": {"name": f"{step.room}.{step.name}", "label": dump(step.label), "clause": _id(step.clause)},
        **keep.facts(step, function),
        **keep.outcome(step.outcome),
        "figures": [keep.figure(one) for one in _used(explanation, StepKind.FIGURE)],
        "readings": [_reading(one) for one in _used(explanation, StepKind.READING)],
        "cautions": [dump(one) for one in explanation.cautions],
        "law": None if law is None else _kept_law(law),
        "steps": keep.step(step),
    }


@attrs.frozen
class Difference:
    """Something that a receipt has otherwise than the question asked again.

    Args:
        path: Where in the receipt, as ``("figures", "project_premium_rate", "value")``.
        kept: What the receipt has there; None where it has nothing.
        again: What came out when it was asked again; None likewise.
        why: The reason, as far as it can be told.
    """

    path: tuple[str | int, ...]
    kept: object = attrs.field(repr=shown)
    again: object = attrs.field(repr=shown)
    why: Text

    def text(self, language: Language = "en") -> str:
        """Return the difference in a language."""
        told = {"path": ".".join(map(str, self.path)), "then": _plain(self.kept), "now": _plain(self.again)}
        return _DIFFERS.filled({**told, "why": self.why}).say(language)

    def __str__(self) -> str:
        return self.text()


@attrs.frozen
class Replay:
    """A receipt's question asked again.

    Args:
        explanation: The answer now, with its reasons; of a refusal, the steps taken so far.
        differences: What differs, causes first: release, law, figures, readings; then answer, steps and cautions.
        same: The parts that are as they were: of ``version``, ``law``, ``figures``, ``readings``, ``outcome``,
            ``steps`` and ``cautions``.
    """

    explanation: Explanation[Any]
    differences: tuple[Difference, ...]
    same: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the answer, or the refusal, is the one of the receipt."""
        return "outcome" in self.same and "refused" in self.same

    def text(self, language: Language = "en") -> str:
        """Return what is the same and what differs, in a language, a line each."""
        if not self.differences:
            return _ALL_THE_SAME.say(language)
        told = _SAME.filled({"parts": tuple(_PARTS[part] for part in self.same)})
        shown = [one for one in self.differences if one.path[0] != "steps"]
        lines = [told.say(language), *(one.text(language) for one in shown)]
        steps = len(self.differences) - len(shown)
        return "\n".join([*lines, *([_IN_STEPS.say(language, count=steps)] if steps else [])])

    def __str__(self) -> str:
        return self.text()


def replay(
    kept: Mapping[str, Any],
    *,
    under: Statute | None = None,
    rule: Callable[..., Any] | None = None,
    handed: Mapping[str, object] | None = None,
) -> Replay:
    """Ask the question of a receipt again, and say what is the same, what differs and why.

    Args:
        kept: The receipt, as :func:`receipt` made it and JSON read it back.
        under: The law to ask under; None: the law as this release has it, with what the receipt's law departed in.
        rule: The question itself, where it is none of this library's.
        handed: What the question is handed and no data can hold, as a ``calendar``.

    Raises:
        CodecError: The receipt is none, was written by a later release, or its facts cannot be read.
        InvalidFactError: Something that it was handed then is missing.

    >>> from gxinjury import LAW, explain
    >>> from gxinjury.determination import employer_deadline
    >>> from datetime import date
    >>> print(replay(receipt(explain(employer_deadline, date(2016, 5, 3)))))
    asked again, everything is as in the receipt
    """
    _check_receipt(kept)
    asked = rule or _question(kept)
    handed = dict(handed or {})
    missing = [name for name in kept["handed"] if name not in handed]
    if missing:
        raise InvalidFactError("replay", "handed", _HANDED.filled({"names": tuple(missing)}), tuple(handed))
    facts = load_facts(asked, kept["facts"])
    if kept["law"] is not None:
        handed["law"] = _law_again(asked, kept["law"]) if under is None else under
    try:
        explanation = explain(asked, **facts, **handed)
    except GxInjuryError as error:
        explanation = cast("Explanation[Any]", error.explanation)
    again = receipt(explanation, in_full=kept["ids"] == "in_full")
    differences = tuple(_differences(kept, again))
    changed = {str(one.path[0]) for one in differences}
    return Replay(explanation, differences, tuple(part for part in _PARTS if part not in changed))


class _Keeper:
    """Makes plain data of the parts of an explanation.

    Args:
        in_full: Whether ids are kept in full.
    """

    def __init__(self, *, in_full: bool) -> None:
        self.in_full = in_full

    def facts(self, step: Step, function: Callable[..., Any] | None) -> dict[str, Any]:
        """Return the facts of the question, and the names of those that it was handed and no data can hold."""
        given = {fact.name: fact.value for fact in step.facts if not isinstance(fact.value, Statute)}
        facts = {} if function is None else dump_facts(function, given, in_full=self.in_full)
        handed = [name for name, value in given.items() if name not in facts and value is not None]
        return {"facts": facts, "handed": handed}

    def value(self, value: Any) -> Any:  # noqa: ANN401  # JSON
        """Return any value as data; one that data cannot hold, as it is shown."""
        if isinstance(value, GxInjuryError):
            return {"refused": value.as_dict()}
        try:
            return dump((value,), in_full=self.in_full)[0]
        except TypeError:
            return shown(value)

    def outcome(self, outcome: object) -> dict[str, Any]:
        """Return the answer, or what the question was refused with."""
        if isinstance(outcome, GxInjuryError):
            return {"outcome": None, "refused": outcome.as_dict()}
        return {"outcome": self.value(outcome), "refused": None}

    def figure(self, step: Step) -> dict[str, Any]:
        """Return a figure used, with its days and how well it is established."""
        entry = dump(step.entry, in_full=True)
        return {"name": step.name, "label": dump(step.label), **entry, "clause": _id(step.clause)}

    def step(self, step: Step) -> dict[str, Any]:
        """Return a step with all below it."""
        return {
            "kind": step.kind.name,
            "name": step.name,
            "label": dump(step.label),
            "clause": _id(step.clause),
            "facts": {fact.name: self.value(fact.value) for fact in _shown_facts(step)},
            "outcome": self.value(step.outcome),
            "source": None if step.source is None else dump(step.source),
            "cautions": [dump(one) for one in step.cautions],
            "steps": [self.step(one) for one in step.steps],
        }


def _shown_facts(step: Step) -> Iterator[Fact]:
    return (fact for fact in step.facts if not isinstance(fact.value, Statute))


def _used(explanation: Explanation[Any], kind: StepKind) -> tuple[Step, ...]:
    """Return the figures or the readings that an answer rests on, each once, in the order of their names."""
    steps = {
        (one.name, "" if one.entry is None else str(one.entry.first)): one
        for one in explanation.steps
        if one.kind is kind
    }
    return tuple(steps[key] for key in sorted(steps))


def _reading(step: Step) -> dict[str, Any]:
    member = step.outcome
    return {
        "name": reading_name(type(member)),  # type: ignore[arg-type]  # what a step of this kind holds
        "member": member.name,  # type: ignore[attr-defined]  # likewise
        "question": dump(step.label),
        "clause": _id(step.clause),
    }


def _kept_law(law: Statute) -> dict[str, Any]:
    """Return what a law departs in from the law as it stands, with its digest."""
    departing = law.changed()
    return {
        "kind": name_of(type(law)),
        "digest": law.digest,
        "only_verified": law.is_strict,
        "readings": {reading_name(type(one)): one.name for one in law.readings},
        "figures": {name: dump(timeline, in_full=True) for name, timeline in departing.items()},
        "departures": [dump(one) for one in law.departures()],
    }


def _law_again(rule: Callable[..., Any], kept: Mapping[str, Any]) -> Statute:
    """Return the law of a receipt: the law as it stands, with the same readings and figures."""
    parameter = inspect.signature(rule).parameters.get("law")
    if parameter is None or not isinstance(parameter.default, Statute):
        raise InvalidFactError("replay", "law", _NO_LAW, None)
    standing = parameter.default.as_it_stands()
    again = load(type(standing), {"readings": kept["readings"], **kept["figures"]})
    return again.only_verified() if kept["only_verified"] else again


def _law_of(step: Step, function: Callable[..., Any] | None) -> Statute | None:
    """Return the law that a question was asked under; None where it asks for none."""
    given = next((fact.value for fact in step.facts if isinstance(fact.value, Statute)), None)
    if given is not None:
        return given
    parameter = None if function is None else inspect.signature(function).parameters.get("law")
    return parameter.default if parameter is not None and isinstance(parameter.default, Statute) else None


def _function(room: str, name: str) -> Callable[..., Any] | None:
    """Return the question of that name in a room of this library; None where there is none."""
    if not name.isidentifier() or name.startswith("_") or not _ROOM.fullmatch(room):
        return None
    with suppress(ModuleNotFoundError):
        found = getattr(importlib.import_module(room), name, None)
        return found if callable(found) and clause_of(found) is not None else None
    return None


def _question(kept: Mapping[str, Any]) -> Callable[..., Any]:
    room, _, name = kept["question"]["name"].rpartition(".")
    found = _function(room, name)
    if found is None:
        raise CodecError([Fault(("question", "name"), _NO_QUESTION, kept["question"]["name"])])
    return found


def _id(clause: Clause | None) -> str | None:
    return None if clause is None else str(clause)


def _check_receipt(kept: object) -> None:
    """Refuse what is no receipt, or one of a later release; all that is wrong with its shape at once."""
    schema = kept.get("receipt") if isinstance(kept, Mapping) else None
    if not isinstance(kept, Mapping) or not isinstance(schema, int):
        raise CodecError([Fault((), _NO_RECEIPT, kept)])
    if schema > SCHEMA:
        raise CodecError([Fault(("receipt",), _LATER.filled({"schema": schema}))])
    faults = [*_wrong(kept, _RECEIPT, ())] or [*_wrong_inside(kept)]
    if faults:
        raise CodecError(faults)


def _wrong_inside(kept: Mapping[str, Any]) -> Iterator[Fault]:
    yield from _wrong(kept["question"], {"name": str}, ("question",))
    if kept["law"] is not None:
        yield from _wrong(kept["law"], _LAW, ("law",))
    for part in ("figures", "readings"):
        for position, one in enumerate(kept[part]):
            yield from _wrong(one, {"name": str}, (part, position))


def _wrong(data: object, shape: Mapping[str, Any], path: tuple[str | int, ...]) -> Iterator[Fault]:
    if not isinstance(data, Mapping):
        yield Fault(path, _NO_RECEIPT, data)
        return
    for name, kind in shape.items():
        if name not in data or not isinstance(data[name], kind):
            yield Fault((*path, name), _NO_RECEIPT, data.get(name))


def _differences(kept: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield what differs, causes first."""
    if kept["version"] != again["version"]:
        told = {"then": kept["version"], "now": again["version"]}
        yield Difference(("version",), kept["version"], again["version"], _OTHER_RELEASE.filled(told))
    causes = [*_in_law(kept["law"], again["law"]), *_in_figures(kept["figures"], again["figures"])]
    causes += _in_readings(kept["readings"], again["readings"])
    yield from causes
    why = _FOLLOWS if causes else _CHANGED
    for part in ("outcome", "refused", "steps", "cautions"):
        yield from (attrs.evolve(one, why=why) for one in _in_tree(kept.get(part), again[part], (part,)))


def _in_law(then: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> Iterator[Difference]:
    old, new = (None if law is None else law["digest"] for law in (then, now))
    if old != new:
        yield Difference(("law", "digest"), old, new, _OTHER_LAW)


def _in_figures(then: list[Any], now: list[Any]) -> Iterator[Difference]:
    """Yield what differs in the figures used: value, days or standing; or that one was used only then, or only now."""
    before, after = _by_name(then), _by_name(now)
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        label = load(Text, (new or old or [])[0]["label"])
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
    before, after = ({one["name"]: one for one in readings} for readings in (then, now))
    for name in sorted(before.keys() | after.keys()):
        old, new = (None if name not in one else one[name].get("member") for one in (before, after))
        if old != new:
            question = load(Text, (after.get(name) or before[name])["question"])
            yield Difference(("readings", name), old, new, _OTHER_READING.filled({"label": question}))


def _in_tree(then: object, now: object, path: tuple[str | int, ...]) -> Iterator[Difference]:
    """Yield the leaves in which two trees of data differ; wording does not count."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for name in sorted((then.keys() | now.keys()) - _WORDING):
            yield from _in_tree(then.get(name), now.get(name), (*path, name))
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for position, (old, new) in enumerate(zip(then, now, strict=True)):
            yield from _in_tree(old, new, (*path, position))
    elif then != now and not (isinstance(then, str | int) and str(then) == str(now)):  # 1 and "1" are one amount
        yield Difference(path, then, now, _CHANGED)


def _plain(value: object) -> str:
    """Return a value of a receipt as a line shows it, in brief."""
    told = mask(json.dumps(value, ensure_ascii=False))
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
