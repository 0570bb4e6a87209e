"""Stand-ins (替身): what takes the place of a day, moment or amount that no rule asked for and nothing bounds.

The checks of a record look at all of its facts, also at those that the rule never asked for. A stand-in passes what is
asked of it alone, that it is a day or an amount at all; compared with another fact it stops the check, because nothing
is known of it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from gxinjury.facts import CHINA, Yuan
from gxinjury.inquiry.trials import Place


class NotKnownError(BaseException):
    """A check compared a fact of which nothing is known; like a question, no error that a rule may mind."""


def _stop(*_: object) -> Any:  # noqa: ANN401  (it never returns)
    raise NotKnownError


class _SomeDay(date):
    """A day of which nothing is known."""

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __sub__ = __radd__ = __rsub__ = _stop
    __hash__ = None  # type: ignore[assignment]  # as Python does for what compares in its own way


class _SomeMoment(datetime):
    """A moment of which nothing is known."""

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __sub__ = __radd__ = __rsub__ = _stop
    __hash__ = None  # type: ignore[assignment]  # as above


class _SomeAmount(Decimal):
    """An amount of which nothing is known."""

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __sub__ = __radd__ = __rsub__ = _stop
    __hash__ = None  # type: ignore[assignment]  # as above


STOP: Final = object()
"""Stands for a fact whose type has no stand-in, and stops the check where it is looked at."""

_DAY: Final = _SomeDay(2000, 1, 1)
_MOMENT: Final = _SomeMoment(2000, 1, 1, tzinfo=CHINA)
_AMOUNT: Final = _SomeAmount(1)
_STAND_INS: Final = (_DAY, _MOMENT, _AMOUNT)


def stand_ins_for(place: Place) -> Sequence[object]:
    """Return what may take the place of a fact that nothing bounds: None where it may be missing, a stand-in last."""
    hint = place.hint
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    found: list[object] = [None] if NoneType in parts else []
    for kind, stand_in in ((date, _DAY), (datetime, _MOMENT), (Decimal, _AMOUNT), (Yuan, _AMOUNT)):
        if kind in parts:
            return [*found, stand_in]
    return [*found, STOP]


def is_stand_in(value: object) -> bool:
    """Return whether a value is a stand-in."""
    return any(value is one for one in _STAND_INS)
