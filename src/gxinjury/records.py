"""What a record says about its fields (记录的字段): kind, sign, order of days and label stand in the annotation, once.

A record of facts ends with one line, ``__attrs_post_init__ = check_facts``. Checks at the door, all faults of an input,
labels, JSON keys and JSON Schema are read off the same annotations::

    @attrs.frozen
    class Stay:
        first: date
        last: Annotated[date, NotBefore("first")] | None = None
        price: Annotated[AboveZero, Text(zh="床位费", en="price of the bed")] = attrs.field(converter=amount)

        __attrs_post_init__ = check_facts
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, Final, ParamSpec, TypeAlias, cast

from gxinjury.checks import Check, check_of
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import check_not_before
from gxinjury.fields import AboveZero, FieldOf, FreeText, NotBefore, NotNegative, NotZero, SomeText, fields_of
from gxinjury.privacy import AnyText, discreet

__all__ = [
    "AboveZero",
    "FreeText",
    "NotBefore",
    "NotNegative",
    "NotZero",
    "Record",
    "SomeText",
    "check_facts",
    "free_text",
    "optional_free_text",
    "prints_itself",
    "refusals",
    "refused",
    "several",
]

_P = ParamSpec("_P")
_NEEDED: Final = FactRule(zh="缺失", en="is missing", code="missing")


class Record:
    """A record of the library: it prints as a table, and shows itself as one in a notebook, ids masked.

    What it prints is English; :func:`gxinjury.tabulation.tabulated` takes the language. A record with a better line of
    its own, as a period of days, prints that.

    >>> from datetime import date
    >>> from gxinjury.construction import TermChange
    >>> print(TermChange(completion=date(2016, 9, 30), agreed_on=date(2016, 1, 4)))
    field                   value
    contractual completion  2016-09-30
    agreed on               2016-01-04
    """

    __slots__ = ()

    def __str__(self) -> str:
        from gxinjury.tabulation import tabulated  # noqa: PLC0415  # of what records hold, which are records

        return str(tabulated(self).without_blanks())

    def _repr_html_(self) -> str:
        from gxinjury.tabulation import tabulated  # noqa: PLC0415  # as above

        return tabulated(self).without_blanks()._repr_html_()


def prints_itself(kind: type[Any]) -> bool:
    """Return whether a class prints in a way of its own, as a rate does: neither as a table nor as Python would.

    >>> from gxinjury.money import Rate
    >>> prints_itself(Rate), prints_itself(Record)
    (True, False)
    """
    plain: tuple[object, ...] = (object.__str__, Record.__str__)
    return kind.__str__ not in plain


_Checked: TypeAlias = tuple[FieldOf, Check, tuple[NotBefore, ...], bool]


def several(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return a sequence as a tuple, so that it cannot change; what is none as it came: :func:`check_facts` refuses it.

    The lenient half of reading a sequence, as :func:`gxinjury.facts.amount` is of an amount.

    >>> several([1, 2]), several("12")
    ((1, 2), '12')
    """
    is_one = isinstance(values, Iterable) and not isinstance(values, str | Mapping)
    return tuple(values) if is_one else cast("tuple[Any, ...]", values)


def free_text(value: AnyText) -> AnyText:
    """Return a text as one that hides the id that somebody wrote into it, else as it came.

    The lenient half of reading a text.

    >>> free_text("450103198001011233"), free_text("某某公司")
    ('4501************33', '某某公司')
    """
    return discreet(value) if isinstance(value, str) else value


def optional_free_text(value: AnyText | None) -> AnyText | None:
    """Return what :func:`free_text` does; None as None.

    >>> optional_free_text(None) is None
    True
    """
    return discreet(value) if isinstance(value, str) else value


def check_facts(record: object) -> None:
    """Refuse what a field's annotation does not let in: all that a record's ``__attrs_post_init__`` has to say.

    A day is a day, a flag a flag, a sequence one of its kind, ``X | None`` may be missing. Beside a type stand, in
    ``Annotated``: the sign of an amount, what a day must not lie before, a check of one's own. What several fields say
    together, a record yields from a method ``_together``.

    Raises:
        InvalidFactError: The first field, in their order, that breaks its rule.

    >>> import attrs
    >>> from datetime import date
    >>> from typing import Annotated
    >>> @attrs.frozen
    ... class Stay:
    ...     first: date
    ...     last: Annotated[date, NotBefore("first")] | None = None
    ...     __attrs_post_init__ = check_facts
    >>> Stay(date(2016, 1, 2), date(2016, 1, 1))
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Stay.last must not be before first (2016-01-02), got 2016-01-01
    """
    kind: Any = record.__class__
    name = kind.__name__
    for field, check, orders, is_optional in _checks_of(kind):
        value = getattr(record, field.attribute)
        if value is None and is_optional:
            continue
        check(name, field.name, value)
        for order in orders:
            _check_order(name, field.name, value, order, getattr(record, order.other))
    for error in _told_together(record):
        raise error


def refusals(
    kind: type[Any], values: Mapping[str, object], *, at_fault: Collection[str] = ()
) -> tuple[InvalidFactError, ...]:
    """Return everything that a record of a kind would refuse in the values of its fields.

    Args:
        kind: A record whose facts are checked by :func:`check_facts`.
        values: The values by field, as its constructor takes them. A field left out is missing where it is needed.
        at_fault: Fields that are known to be at fault: nothing more is told of them, nor of what hangs on them.

    Returns:
        A refusal for each field at fault, in their order, then what is wrong with several together, as far as these
        could be read. Empty where the record lets them in.

    >>> import attrs
    >>> from datetime import date
    >>> @attrs.frozen
    ... class Stay:
    ...     first: date
    ...     nights: int = 0
    ...     __attrs_post_init__ = check_facts
    >>> [str(error) for error in refusals(Stay, {"nights": -1})]
    ['Stay.first is missing, got None', 'Stay.nights must be a whole number of at least zero, got -1']
    """
    return tuple(_refusals(kind, values, at_fault))


def refused(check: Callable[_P, object], /, *args: _P.args, **more: _P.kwargs) -> Iterator[InvalidFactError]:
    """Yield the refusal of a check that raises it, so that a record's ``_together`` can use what questions use.

    >>> [error.code for error in refused(check_not_before, "Stay", "last", 1, "first", 2)]
    ['too_early']
    """
    try:
        check(*args, **more)
    except InvalidFactError as error:
        yield error


@cache
def _checks_of(kind: Any) -> tuple[_Checked, ...]:  # noqa: ANN401  # as above
    checked = ((field, check_of(field)) for field in fields_of(kind))
    return tuple((field, check, field.not_before, field.optional) for field, check in checked if check)


def _check_order(record: str, field: str, value: Any, order: NotBefore, other: Any) -> None:  # noqa: ANN401  # days or moments
    if other is not None:
        check_not_before(record, field, value, order.name, other)


def _told_together(record: object) -> Iterator[InvalidFactError]:
    together = getattr(record, "_together", None)
    return iter(()) if together is None else together()


def _refusals(kind: Any, values: Mapping[str, object], at_fault: Collection[str]) -> Iterator[InvalidFactError]:  # noqa: ANN401  # a class
    """Yield the refusals; what is at fault is left out of the record that is asked for the rest."""
    record = object.__new__(kind)
    checks = {field.name: (check, orders) for field, check, orders, _ in _checks_of(kind)}
    for field in fields_of(kind):
        if field.name in at_fault:
            continue
        if field.name not in values and field.needed:
            yield InvalidFactError(kind.__name__, field.name, _NEEDED, None)
            continue
        try:
            value = values.get(field.name, field.default)
            if field.converter is not None:
                value = field.converter(value)
            if not (value is None and field.optional) and field.name in checks:
                check, orders = checks[field.name]
                check(kind.__name__, field.name, value)
                for order in orders:
                    with suppress(AttributeError):  # the other one is at fault itself
                        _check_order(kind.__name__, field.name, value, order, getattr(record, order.other))
        except InvalidFactError as error:
            yield error
        else:
            object.__setattr__(record, field.attribute, value)
    with suppress(AttributeError):
        yield from _told_together(record)
