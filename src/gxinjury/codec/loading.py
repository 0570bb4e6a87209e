"""A record of plain data (由数据得记录): every fault at its place, all of them at once."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar, cast

from gxinjury.codec._walk import Walk
from gxinjury.codec.faults import CodecError
from gxinjury.codec.forms import form_of
from gxinjury.codec.limits import Limits, StoppedError

T = TypeVar("T")


def load(kind: type[T], data: object, *, limits: Limits = Limits()) -> T:
    """Return the record that data holds.

    Args:
        kind: The kind of the record.
        data: What ``json`` or ``tomllib`` reads, numbers with a point as Decimal or text, never as floats.
        limits: How much is read at most.

    Raises:
        CodecError: Something in it is wrong; all of it is told at once.
        TypeError: A field of the record is of a kind that data cannot hold.

    >>> from gxinjury.periods import Period
    >>> load(Period, {"first": "2016-01-01", "last": "2016-06-30"}).days
    182
    >>> load(Period, {"first": "2016-01-32", "lust": None})
    Traceback (most recent call last):
    gxinjury.codec.faults.CodecError: lust is no known key; did you mean last?
    first must be a day such as 2016-06-30, without a time of day, got '2016-01-32'
    """
    walk = Walk(kind, limits)
    value: object = None
    with suppress(StoppedError):
        value = walk.value(form_of(kind), data, ())
    if walk.account.faults:
        raise CodecError(walk.account.faults)
    return cast("T", value)


def load_facts(rule: Callable[..., Any], data: object, *, limits: Limits = Limits()) -> dict[str, Any]:
    """Return the facts of a rule that data holds, by name, to call it with.

    Args:
        rule: The rule.
        data: A table of its facts, as :func:`gxinjury.codec.dumping.dump_facts` writes it and a request has it.
        limits: How much is read at most.

    Raises:
        CodecError: Something in it is wrong; all of it is told at once.
        TypeError: A fact is of a kind that data cannot hold.

    >>> from gxinjury.determination import report_deadline
    >>> report_deadline(**load_facts(report_deadline, {"happened_at": "2016-05-03T10:20+08:00"})).isoformat()
    '2016-05-05T10:20:00+08:00'
    """
    walk = Walk(rule, limits)
    facts: dict[str, Any] = {}
    with suppress(StoppedError):
        facts = walk.facts(rule, data)
    if walk.account.faults:
        raise CodecError(walk.account.faults)
    return facts
