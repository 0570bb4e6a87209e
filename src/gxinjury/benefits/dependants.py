"""Dependants (供养亲属): who they are to the dead worker, and from when to when they draw."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Final

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import (
    records,
    too_early,
)
from gxinjury.privacy import whole
from gxinjury.records import FreeText, Record, check_facts, free_text
from gxinjury.texts import Text

__all__ = ["Dependant", "DependantKind", "check_dependants", "dependants_in_order"]

_TWICE: Final = FactRule(zh="同一供养亲属只能列一次", en="must name each dependant once", code="named_twice")
_TWO_SPOUSES: Final = FactRule(zh="配偶只能有一人", en="must name one spouse at the most", code="two_spouses")
_OF_A_CHILD: Final = FactRule(
    zh="只适用于子女或者弟妹（kind 为 CHILD）",
    en="goes with a child or sibling only (kind CHILD)",
    code="of_a_child_only",
)


class DependantKind(Enum):
    """What a dependant was to the dead worker."""

    SPOUSE = Text(zh="配偶", en="spouse")
    OTHER = Text(zh="其他亲属", en="other relative")
    CHILD = Text(zh="子女或者弟妹", en="child or sibling")


@attrs.frozen
class Dependant(Record):
    """A relative whom the worker supported (供养亲属), qualified as the rules on dependants say.

    Args:
        name: What tells this dependant apart: a name or a key; printed with resident ids masked.
        kind: Spouse, child or sibling, or other relative; the last two have the same share.
        alone: Whether a lone elderly person or an orphan.
        first: The first day of the share; None: from when the pension begins, or from the birth.
        last: Its last day, as that on which a spouse remarries where the office ends it then, which the Regulation does
            not say; None: no end is known, but for the age of a child.
        born_on: The day a child or sibling was born, who draws from birth and to 18; None where neither matters.
        unable_to_work: Whether the child or sibling is unable to work, and draws beyond that age.

    Raises:
        InvalidFactError: The name is empty, a fact is of the wrong type, or the days contradict each other.

    >>> Dependant(name="child", kind=DependantKind.OTHER, alone=True).alone
    True
    """

    name: Annotated[FreeText, Text("名称", "name")] = attrs.field(converter=free_text)
    kind: Annotated[DependantKind, Text("关系", "kind")]
    alone: Annotated[bool, Text("孤寡老人或者孤儿", "lone elderly or orphan")] = False
    first: Annotated[date | None, Text("起", "from")] = None
    last: Annotated[date | None, Text("止", "to")] = None
    born_on: Annotated[date | None, Text("出生日", "born on")] = None
    unable_to_work: Annotated[bool, Text("完全丧失劳动能力", "unable to work")] = False

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        if self.born_on is not None and self.kind is not DependantKind.CHILD:
            yield InvalidFactError("Dependant", "born_on", _OF_A_CHILD, self.born_on)
        for other in ("born_on", "first"):
            begun = getattr(self, other)
            if self.last is not None and begun is not None:
                yield from too_early("Dependant", "last", self.last, other, begun)
        if self.first is not None and self.born_on is not None:
            yield from too_early("Dependant", "first", self.first, "born_on", self.born_on)


def dependants_in_order(question: str, dependants: Iterable[Dependant]) -> tuple[Dependant, ...]:
    """Return the dependants by name, refused where one is named twice or two are spouses.

    Raises:
        InvalidFactError: Something is no Dependant, or one of these.
    """
    return tuple(sorted(check_dependants(question, "dependants", dependants), key=lambda one: one.name))


def check_dependants(record: str, field: str, dependants: Iterable[Dependant]) -> tuple[Dependant, ...]:
    """Return the dependants; refused where one is named twice or two are spouses."""
    named = records(record, field, dependants, Dependant)
    names: set[str] = set()
    for one in named:
        name = whole(one.name).strip()
        if name in names:
            raise InvalidFactError(record, field, _TWICE, str(one.name))
        names.add(name)
    if sum(one.kind is DependantKind.SPOUSE for one in named) > 1:
        raise InvalidFactError(record, field, _TWO_SPOUSES, named)
    return named
