"""What to fill into a field (填写说明), read off what its record says of it; for templates of every kind."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, get_args

from gxinjury.codec.forms import form_of
from gxinjury.codec.kinds import Form, Listed, Maybe, OneOf, Scalar
from gxinjury.facts import Yuan
from gxinjury.fields import FieldOf, fields_of
from gxinjury.money import Rate
from gxinjury.privacy import Discreet
from gxinjury.texts import Language, Text, is_chinese

_KINDS: Final[dict[Any, Text]] = {
    date: Text(zh="日期，如 2016-06-30", en="a day such as 2016-06-30"),
    datetime: Text(
        zh="日期和时刻（北京时间），如 2016-03-01 09:10", en="day and time in China, such as 2016-03-01 09:10"
    ),
    Yuan: Text(zh="金额，以元计", en="an amount in yuan"),
    Rate: Text(zh="比率，如 50% 或 1.3‰", en="a rate such as 50% or 1.3‰"),
    bool: Text(zh="填“是”或“否”", en="yes or no"),
    int: Text(zh="整数", en="a whole number"),
    Discreet: Text(zh="证件号码，按文本填写", en="the number of an id, as text"),
    Listed: Text(zh="多项之间用分号隔开", en="several are set apart by semicolons"),
    OneOf: Text(zh="填“是”、“否”，或者起始日期", en="yes, no, or the day from which"),
}
"""What is written of a kind, as in a cell."""
_REQUIRED: Final = Text(zh="必填", en="required")
_ONE_OF: Final = Text(zh="可填：{names}", en="one of: {names}")
_NOT_BEFORE: Final = Text(zh="不得早于“{other}”", en='not before "{other}"')
_DEFAULT: Final = Text(zh="不填按“{default}”", en="{default} where left out")


def plain_form(form: Form) -> Form:
    """Return the form of a value that is there, without that it may be left out."""
    return form.inner if isinstance(form, Maybe) else form


def scalars_in(form: Form) -> tuple[Scalar, ...]:
    """Return the single values that a field may hold, of a list those that it holds."""
    match plain_form(form):
        case Scalar() as scalar:
            return (scalar,)
        case OneOf() as several:
            return several.scalars
        case Listed(inner):
            return scalars_in(inner)
        case _:
            return ()


def members_of(kind: Any) -> tuple[Enum, ...]:  # noqa: ANN401  # any type
    """Return the choices of a field; none where it is no choice."""
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


def note_on(
    field: FieldOf, owner: type[Any], language: Language, *, required: bool, instead: Mapping[Any, Text] | None = None
) -> str:
    """Return what to fill in: whether it has to be, what kind it is, what it must keep to, what holds without it.

    Args:
        field: The field.
        owner: Its record.
        language: The language.
        required: Whether it has to be filled in.
        instead: What is said of kinds that are not written as in a cell.

    >>> from gxinjury.construction import Contract
    >>> completion = fields_of(Contract)[2]
    >>> note_on(completion, Contract, "zh", required=True)
    '必填；日期，如 2016-06-30；不得早于“合同开工日”'
    """
    told = _notes(field, owner, _KINDS | dict(instead or {}))
    between = "；" if is_chinese(language) else "; "
    return between.join(one.say(language) for one in ((_REQUIRED,) if required else ()) + tuple(told))


def _notes(field: FieldOf, owner: type[Any], kinds: Mapping[Any, Text]) -> Iterator[Text]:
    form = plain_form(form_of(field.kind))
    kind = get_args(field.kind)[0] if isinstance(form, Listed) else field.kind
    if members := members_of(kind):
        yield _ONE_OF.filled({"names": tuple(members)})
    elif len(scalars_in(form)) > 1:
        yield kinds[OneOf]
    elif kind in kinds:
        yield kinds[kind]
    if isinstance(form, Listed):
        yield kinds[Listed]
    if field.sign is not None:
        yield field.sign.value
    for before in field.not_before:
        yield from (_NOT_BEFORE.filled({"other": one.label}) for one in fields_of(owner) if one.name == before.other)
    if not field.needed and isinstance(field.default, bool | int | Enum):
        yield _DEFAULT.filled({"default": field.default})
