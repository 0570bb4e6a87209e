"""Choices in data (选项的写法): members of an enum by name in either case, by their Chinese words, by number."""

from enum import Enum, IntEnum
from functools import cache
from typing import Any, Final, TypeVar

from gxinjury.codec.kinds import Scalar
from gxinjury.codec.readers import RefusedError
from gxinjury.codec.wording import nearest
from gxinjury.errors import FactRule
from gxinjury.fields import FieldOf
from gxinjury.texts import Language, Text

E = TypeVar("E", bound=Enum)

_NO_CHOICE: Final = FactRule(zh="不是可选的值", en="is none of the choices", code="no_choice")


def member_name(member: Enum) -> str:
    """Return a member as messages name it.

    >>> from gxinjury.amounts import Sign
    >>> member_name(Sign.NOT_ZERO)
    'not_zero'
    """
    return str(member.value) if isinstance(member, IntEnum) else member.name.lower()


def _forms(member: Enum) -> tuple[object, ...]:
    """Return every way in which data may name a member: its name in either case, its Chinese words, its number."""
    words = [one.zh for one in (member.value, getattr(member, "says", None)) if isinstance(one, Text)]
    number = (int(member),) if isinstance(member, IntEnum) else ()
    return (member.name, member.name.lower(), *words, *number)


def member_of(kind: type[E], value: object) -> E | None:
    """Return the member that a value names; None where it names none.

    >>> from gxinjury.amounts import Sign
    >>> member_of(Sign, "not_zero") is member_of(Sign, "NOT_ZERO") is Sign.NOT_ZERO
    True
    """
    given = value.strip() if isinstance(value, str) else value
    if not isinstance(given, str | int) or isinstance(given, bool):
        return None
    by_form = _by_form(kind)
    return by_form.get(given, by_form.get(str(given).lower()))


@cache
def _by_form(kind: Any) -> dict[object, Any]:  # noqa: ANN401  # a class, which mypy holds to be unhashable
    return {form: member for member in kind for form in _forms(member)}


def shape_of(kind: type[Enum]) -> dict[str, Any]:
    """Return the JSON Schema of the ways in which a member may be named."""
    return {"enum": [*_by_form(kind)]}


@cache
def choice(kind: type[Enum]) -> Scalar:
    """Return how the members of an enum stand in data: by name, a number where they are numbers."""
    is_number = issubclass(kind, IntEnum)

    def read(value: object) -> Enum:
        member = member_of(kind, value)
        if member is None:
            given = value.strip() if isinstance(value, str) else value
            raise RefusedError(_NO_CHOICE, value, nearest(str(given), [member_name(one) for one in kind]))
        return member

    def shape(_: FieldOf | None, language: Language) -> dict[str, Any]:
        words = [f"{member.name}: {member.value.say(language)}" for member in kind if isinstance(member.value, Text)]
        return shape_of(kind) | ({"description": "; ".join(words)} if words else {})

    return Scalar(read=read, write=lambda member, _: int(member) if is_number else member.name, shape=shape)
