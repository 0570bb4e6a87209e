"""Strategies of any record (任意记录), read off its annotations: nothing is written again for a record."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, partial
from inspect import signature
from operator import itemgetter
from types import UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from gxinjury.amounts import Sign, Yuan
from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.strategies import facts as of_facts
from gxinjury.extra.strategies.facts import all_readings, amounts, days, days_off, laws, moments, periods, rates
from gxinjury.extra.strategies.hand import FIRST_DAY, Hand, by_hand
from gxinjury.fields import FieldOf, fields_of
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import clauses
from gxinjury.law.holidays import NationalDays, OwnDays
from gxinjury.money import Rate, Share
from gxinjury.periods import Period
from gxinjury.privacy import Discreet
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

T = TypeVar("T")

_MOST: Final = 2
_DEEPEST: Final = 3
_WITHIN: Final = 500
_HOURS: Final = 48
_MOST_COUNTED: Final = 12
_LOWEST: Final[dict[Sign | None, int | str]] = {Sign.POSITIVE: "0.01", Sign.NOT_NEGATIVE: 0}
_SEQUENCES: Final = (tuple, frozenset, list, Iterable, Sequence, Collection)
_TEXTS: Final = st.sampled_from(["某单位", "Ana", "“邕江”花园 1#", "a\\b\tc"])
_READINGS: Final = [member for kind in all_readings() for member in kind]
_UNTOLD: Final = st.sampled_from(
    [None, True, 7, "某", FIRST_DAY, Decimal("1.50"), Share(1, 3), _READINGS[0], (1, FIRST_DAY)]
)
_NAMED: Final[dict[str, st.SearchStrategy[Any]]] = {
    "year": st.integers(2015, 2024),
    "resident_id": of_facts.RESIDENT_IDS,
}
"""What has a form of its own, which no type tells, by the name of its field."""


def _announced(notice: DaysOff, *, supplied: bool) -> OwnDays | NationalDays:
    return notice.notice if supplied else attrs.evolve(notice.notice, doubt=None)


_NOTICES: Final = st.builds(_announced, days_off(), supplied=st.booleans())


def _is_of(kind: type[Any], value: object) -> bool:
    return isinstance(value, kind)


_BY_KIND: Final[dict[Any, st.SearchStrategy[Any]]] = {
    bool: st.booleans(),
    int: st.integers(0, _MOST_COUNTED),
    str: _TEXTS,
    Discreet: _TEXTS.map(Discreet),
    date: days(),
    datetime: moments(),
    Decimal: amounts(lowest=0, highest=10**6),
    Fraction: st.fractions(0, 1, max_denominator=12),
    Rate: rates(),
    Text: st.builds(Text, zh=_TEXTS, en=_TEXTS),
    Clause: st.sampled_from([*clauses()]),
    Period: periods(),
    Timeline: st.sampled_from([*LAW.figures().values()]),
    DaysOff: days_off(),
    **{kind: _NOTICES.filter(partial(_is_of, kind)) for kind in (OwnDays, NationalDays)},
    Law: laws(),
    Statute: laws(),
    Reading: st.sampled_from(_READINGS),
    type[Reading]: st.sampled_from(all_readings()),
    type[GxInjuryError]: st.sampled_from(GxInjuryError.__subclasses__()),
}


def of(kind: type[T], /, **facts: object) -> st.SearchStrategy[T]:
    """Records of any kind, results included, as its annotations have them; the plainest holds its defaults.

    Days lie in the years of the Nanning notice and not before what they must not lie before, amounts have their sign,
    choices, flags, counts and records within it come up, and what may be missing is missing half the time. What a
    record refuses beside the rest is left out of it.

    Args:
        kind: The record.
        facts: What is subtle, by field: a strategy, or a value as it is.

    Returns:
        Valid records only.

    Raises:
        InvalidFactError: On drawing: the record refuses a fact that is given.

    >>> from hypothesis import find
    >>> from gxinjury.construction import Contract
    >>> find(of(Contract, price=st.integers(1000, 2000)), lambda contract: contract.bid_price)
    Contract(price=Decimal('1000'), commencement=datetime.date(2015, 1, 1), completion=datetime.date(2015, 1, 1), \
bid_price=Decimal('0.01'))
    """
    return _records(kind, facts, _DEEPEST) if facts or kind not in _BY_KIND else _BY_KIND[kind]


def facts_of(draw: Hand, kind: type[Any], /, *names: str) -> dict[str, Any]:
    """Draw some fields of a record, by name, as :func:`of` does."""
    return {field.name: draw(strategy) for field, strategy in _plan(cast("Any", kind), _DEEPEST) if field.name in names}


def taken_by(question: Callable[..., object], case: object) -> dict[str, Any]:
    """Return the facts of a case that a question on it takes, by name."""
    return {name: getattr(case, name) for name in signature(question).parameters if hasattr(case, name)}


@by_hand
def _records(draw: Hand, kind: type[T], facts: Mapping[str, object], depth: int) -> T:
    record = object.__new__(kind)  # what is known of it so far: a day may have to follow on one of its properties
    values: dict[str, Any] = {}
    for field, strategy in _plan(cast("Any", kind), depth):
        if field.name in facts:
            given = facts[field.name]
            value = draw(given) if isinstance(given, st.SearchStrategy) else given
        else:
            value = _following(draw, field, record) if field.not_before else draw(strategy)
        values[field.name] = value
        object.__setattr__(record, field.attribute, value)
    for _ in range(2 * len(values) + 1):
        try:
            return kind(**values)
        except InvalidFactError as error:
            if error.path[0] in facts:
                raise
            _mend(draw, kind, values, str(error.path[0]), depth)
    return reject()


def _following(draw: Hand, field: FieldOf, record: object) -> date | None:
    """Draw a day, or moment, that does not lie before what it must not lie before."""
    others = [getattr(record, order.other) for order in field.not_before]
    earliest = max([other for other in others if other is not None], default=FIRST_DAY)
    day: date = (
        draw.moment_after(earliest, _HOURS) if isinstance(earliest, datetime) else draw.day_within(earliest, _WITHIN)
    )
    return draw.perhaps(day) if field.optional else day


def _mend(draw: Hand, kind: type[Any], values: dict[str, Any], name: str, depth: int) -> None:
    """Leave out what is refused beside the rest; draw it where it is its absence that is refused."""
    field = next((one for one in fields_of(kind) if one.name == name), None)
    if field is None:
        reject()
    if not field.needed and values[name] != field.default:
        values[name] = field.default
    else:
        values[name] = draw(_of_field(field, depth))


@cache
def _plan(kind: Any, depth: int) -> tuple[tuple[FieldOf, st.SearchStrategy[Any]], ...]:  # noqa: ANN401  # a class
    """Return a record's fields, what has to follow on others after these, each with its strategy."""
    fields = {field.name: field for field in fields_of(kind)}

    def rank(field: FieldOf) -> int:
        others = [fields.get(order.other) for order in field.not_before]
        return max((1 + rank(other) if other else len(fields) for other in others), default=0)

    return tuple((field, _of_a_fact(field, depth)) for field in sorted(fields.values(), key=rank))


def _of_a_fact(field: FieldOf, depth: int) -> st.SearchStrategy[Any]:
    """Return the strategy of a field, its default the plainest."""
    drawn = st.nothing() if depth <= 0 and field.optional else _of_field(field, depth)
    if field.optional:
        return st.none() | drawn
    is_plain = field.needed or isinstance(field.default, tuple)
    return drawn if is_plain else st.just(field.default) | drawn


def _of_field(field: FieldOf, depth: int) -> st.SearchStrategy[Any]:
    """Return the strategy of a field's values, None left out, those only that its own check lets in."""
    if field.name in _NAMED:
        return _NAMED[field.name]
    if field.kind is Yuan and field.sign in _LOWEST:
        return amounts(lowest=_LOWEST[field.sign], highest=10**6)
    drawn = _of_kind(field.kind, depth)
    checks = [cast("Callable[[str, str, Any], object]", one) for one in field.beside if callable(one)]
    if field.sign is not None:
        return drawn.filter(bool)
    return drawn.filter(partial(_lets_in, checks[0])) if checks else drawn


def _lets_in(check: Callable[[str, str, Any], object], value: object) -> bool:
    try:
        check("", "", value)
    except InvalidFactError:
        return False
    return True


def _of_kind(kind: Any, depth: int) -> st.SearchStrategy[Any]:  # noqa: ANN401  # any type
    """Return the strategy of the values of a type; of records no more than so many within one another."""
    kind = getattr(kind, "__supertype__", kind)
    origin, inner = get_origin(kind), get_args(kind)
    for known in (kind, origin):
        if known in _BY_KIND:
            return _BY_KIND[known]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if attrs.has(origin or kind):
        return st.deferred(lambda: _records(origin or kind, {}, depth - 1))
    if origin in (Union, UnionType):
        return st.one_of(*(_of_kind(one, depth) for one in inner))
    return _of_several(origin, inner, depth)


def _of_several(origin: Any, inner: tuple[Any, ...], depth: int) -> st.SearchStrategy[Any]:  # noqa: ANN401  # any type
    most = _MOST if depth > 0 else 0
    if origin is tuple and Ellipsis not in inner:
        return st.tuples(*(_of_kind(one, depth) for one in inner))
    if origin in (Mapping, dict):
        return st.dictionaries(*(_of_kind(one, depth) for one in inner), max_size=most)
    if origin not in _SEQUENCES:
        return st.just(Period) if origin is type else _UNTOLD
    if inner[0] is Reading:
        return laws().map(lambda law: law.readings)
    by = itemgetter(0) if _is_pair(inner[0]) else None
    several = st.lists(_of_kind(inner[0], depth), max_size=most, unique_by=by)
    return several.map(frozenset if origin is frozenset else tuple)


def _is_pair(kind: Any) -> bool:  # noqa: ANN401  # any type
    """Return whether a type is that of a name with its value, of which data holds a table."""
    return get_origin(kind) is tuple and get_args(kind)[:1] == (str,)
