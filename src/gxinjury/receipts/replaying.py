"""Asking the question of a receipt again (按存证重算)."""

from collections.abc import Callable, Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Final, cast

import attrs

from gxinjury.codec import CodecError, Fault, load, load_facts
from gxinjury.codec.names import kind_named, root_of
from gxinjury.errors import FactRule, GxInjuryError, InvalidFactError
from gxinjury.explanations import Explanation, explain
from gxinjury.receipts.differences import Difference, differences
from gxinjury.receipts.keeping import SCHEMA, law_by_default, question_named, receipt
from gxinjury.records import Record
from gxinjury.statutes import Statute
from gxinjury.texts import Language, Text

_NO_RECEIPT: Final = FactRule(
    zh="必须是 gxinjury 的存证（receipt 的结果）", en="must be a receipt of this library", code="no_receipt"
)
_NO_PART: Final = FactRule(
    zh="缺失，或者不是存证应有的内容", en="is missing, or is not what a receipt has there", code="no_part_of_a_receipt"
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
_NO_LAW: Final = FactRule(
    zh="须提供：该问题没有默认的规定", en="must be given: the question has no law by default", code="no_law"
)
_NO_LAW_OF_THAT_NAME: Final = FactRule(
    zh="不是本版本收录的规定；请用 under= 指明按哪一套规定重算",
    en="must be a law that this release has: hand in with under= which one to ask under",
    code="no_law",
)
_SAME: Final = Text(zh="与存证一致：{parts}", en="as in the receipt: {parts}")
_IN_STEPS: Final = Text(zh="步骤中另有 {count} 处不同", en="in the steps, further differences: {count}")
_ALL_THE_SAME: Final = Text(zh="重算结果与存证完全一致", en="asked again, everything is as in the receipt")
_PARTS: Final = {
    "version": Text(zh="版本", en="release"),
    "law": Text(zh="所用的规定", en="law"),
    "figures": Text(zh="数值", en="figures"),
    "readings": Text(zh="口径", en="readings"),
    "outcome": Text(zh="答案", en="answer"),
    "refused": Text(zh="不能作答", en="refusal"),
    "steps": Text(zh="步骤", en="steps"),
    "cautions": Text(zh="注意事项", en="cautions"),
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
_LAW: Final[Mapping[str, Any]] = {
    "kind": str,
    "digest": str,
    "only_verified": bool,
    "readings": Mapping,
    "figures": Mapping,
}
_USED: Final[Mapping[str, Mapping[str, Any]]] = {
    "figures": {"name": str, "label": Mapping, "value": object},
    "readings": {"name": str, "question": Mapping, "member": str},
}


@attrs.frozen
class Replay(Record):
    """A receipt's question asked again.

    Args:
        explanation: The answer now, with its reasons; of a refusal, the steps taken so far.
        differences: What differs, causes first: release, law, figures, readings; then answer, steps and cautions.
        same: The parts that are as they were: of ``version``, ``law``, ``figures``, ``readings``, ``outcome``,
            ``steps`` and ``cautions``.
    """

    explanation: Annotated[Explanation[Any], Text("重算的答复和理由", "explanation")]
    differences: Annotated[tuple[Difference, ...], Text("不同之处", "differences")]
    same: Annotated[tuple[str, ...], Text("相同之处", "same")]

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
        kept: The receipt, as :func:`gxinjury.receipts.keeping.receipt` made it and JSON read it back.
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
    found = tuple(differences(kept, again))
    changed = {str(one.path[0]) for one in found}
    return Replay(explanation, found, tuple(part for part in _PARTS if part not in changed))


def _law_again(rule: Callable[..., Any], kept: Mapping[str, Any]) -> Statute:
    """Return the law of a receipt: that of its kind as it stands, with the same readings and figures."""
    own = law_by_default(rule)
    if own is None:
        raise InvalidFactError("replay", "law", _NO_LAW, None)
    kind = kind_named(kept["kind"], root_of(type(own)))
    if kind is None or not issubclass(kind, type(own)):
        raise CodecError([Fault(("law", "kind"), _NO_LAW_OF_THAT_NAME, kept["kind"])])
    again: Statute = load(kind, {"readings": kept["readings"], **kept["figures"]})
    return again.only_verified() if kept["only_verified"] else again


def _question(kept: Mapping[str, Any]) -> Callable[..., Any]:
    room, _, name = kept["question"]["name"].rpartition(".")
    found = question_named(room, name)
    if found is None:
        raise CodecError([Fault(("question", "name"), _NO_QUESTION, kept["question"]["name"])])
    return found


def _check_receipt(kept: object) -> None:
    """Refuse what is no receipt, or one of a later release; all that is wrong with its shape at once."""
    if not isinstance(kept, Mapping) or not isinstance(schema := kept.get("receipt"), int):
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
    for position, name in enumerate(kept["handed"]):
        if not isinstance(name, str):
            yield Fault(("handed", position), _NO_PART, name)
    for part, shape in _USED.items():
        for position, one in enumerate(kept[part]):
            yield from _wrong(one, shape, (part, position))


def _wrong(data: object, shape: Mapping[str, Any], path: tuple[str | int, ...]) -> Iterator[Fault]:
    if not isinstance(data, Mapping):
        yield Fault(path, _NO_PART, data)
        return
    for name, kind in shape.items():
        if name not in data or not isinstance(data[name], kind):
            yield Fault((*path, name), _NO_PART, data.get(name))
