"""Stand-ins for what is at fault in a case file (替代值), so that the rest can be looked at; nothing to install.

A record stops at its first fault. Where a field is wrong, a value that the field takes whatever the others are
is put in its place, and the record is asked again.
"""

from datetime import date, datetime, time
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, Final, get_type_hints

import attrs

from gxinjury.construction import Contract, RosterChangeKind
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.determination import ExclusionReason
from gxinjury.extra.case_benefits import BENEFIT_STAND_INS
from gxinjury.facts import CHINA, Yuan
from gxinjury.periods import Period

_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)

_STAND_INS: Final[dict[object, tuple[object, ...]]] = {
    # The earliest day first: records ask that their later day be not before the earlier one.
    date: (_EARLIEST, _LATEST),
    Yuan: (Decimal(1),),
    Contract: (Contract(price=Decimal(10**14), commencement=_EARLIEST, completion=_LATEST),),
    str: ("-",),
    bool: (True,),
    datetime: (datetime.combine(_EARLIEST, time(), CHINA),),
    WorkerOrKey: ("-",),
    RosterChangeKind: (RosterChangeKind.ADD,),
    ExclusionReason: (ExclusionReason.FORCE_MAJEURE,),
    Period: (Period(_EARLIEST, _EARLIEST),),
    # Days off: without a year a day is needed, with one it may be none.
    tuple[date, ...]: ((date(2000, 4, 1),), ()),
    **BENEFIT_STAND_INS,
}


def stand_ins(field: "attrs.Attribute[Any]") -> tuple[object, ...]:
    """Return values that a field takes whatever the others are, to be tried in turn.

    >>> stand_ins(attrs.fields(Contract).commencement)
    (datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
    """
    # The type without what stands beside it.
    kind = get_type_hints(SimpleNamespace(__annotations__={"it": field.type}))["it"]
    if field.default is attrs.NOTHING or kind in BENEFIT_STAND_INS or kind == tuple[date, ...]:
        return _STAND_INS.get(kind, (None,))
    return (field.default,)
