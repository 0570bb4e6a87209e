"""What fits a law's figures (数值的相符): values of the kind that their annotation says, and the names there are."""

from collections.abc import Collection
from difflib import get_close_matches
from functools import cache, partial
from typing import Any, Final, TypeAlias, cast, get_args, get_origin

from gxinjury.checks import Check, check_of_kind
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import Sign, Yuan, check_amount, check_instance
from gxinjury.fields import FieldOf, fields_of
from gxinjury.timelines import USABLE, Timeline

_Figure: TypeAlias = tuple[FieldOf, Check | None]
_ONE_OF: Final = FactRule(zh="必须是下列数值之一：{names}", en="must be one of {names}", code="unknown_figure")
_NEAREST_OF: Final = FactRule(
    zh="必须是下列数值之一：{names}；是否应为 {near}？",
    en="must be one of {names}; did you mean {near}?",
    code="unknown_figure",
)
_MUST_BE_ITS_OWN: Final = FactRule(
    zh="必须是同名的数值（步骤和存证以名称记之）",
    en="must be a figure of the same name: steps and receipts tell it by its name",
    code="another_figure",
)
_MUST_HAVE_A_VALUE: Final = FactRule(
    zh="必须有数值，除非其状态为未见公布", en="must have a value unless it stands as not published", code="no_value"
)


def one_of(figures: Collection[str], name: object) -> FactRule:
    """Return what a figure's name must be, with the nearest there is."""
    near = next(iter(get_close_matches(name, figures)), None) if isinstance(name, str) else None
    names = tuple(figures)
    return _NEAREST_OF.filled({"names": names, "near": near}) if near else _ONE_OF.filled({"names": names})


@cache
def _figures_of(kind: Any) -> tuple[_Figure, ...]:  # noqa: ANN401  # a class, which mypy holds to be unhashable
    """Return the figures of a law with the check of their values, as its annotations tell it."""
    figures = (field for field in fields_of(kind) if isinstance(field.default, Timeline))
    return tuple((field, _check_of_values(get_args(field.kind))) for field in figures)


def _check_of_values(hints: tuple[Any, ...]) -> Check | None:
    match hints:
        case (kind,) if kind is Yuan:
            return _check_yuan
        case (kind,):
            check = check_of_kind(kind)
            return partial(_check_tuple, check) if check and get_origin(kind) is tuple else check
        case _:
            return None


def _check_yuan(record: str, field: str, value: object) -> None:
    check_amount(record, field, value, Sign.POSITIVE)


def _check_tuple(check_items: Check, record: str, field: str, value: object) -> None:
    check_instance(record, field, value, tuple)
    check_items(record, field, value)


def check_figures(law: object) -> None:
    """Refuse what is no figure of its field's kind: another object, another figure, a value of another type.

    Raises:
        InvalidFactError: The first of the figures, in their order, that does not fit.
    """
    record = type(law).__name__
    for field, check_value in _figures_of(cast("Any", type(law))):
        given = getattr(law, field.attribute)
        if given is field.default:
            continue
        check_instance(record, field.name, given, type(field.default))
        for entry in given.entries:
            if entry.value is None and entry.standing in USABLE:
                raise InvalidFactError(record, field.name, _MUST_HAVE_A_VALUE, None)
            if entry.value is not None and check_value is not None:
                check_value(record, field.name, entry.value)
        if given.name != field.name:
            raise InvalidFactError(record, field.name, _MUST_BE_ITS_OWN, given.name)
