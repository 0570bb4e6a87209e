"""Readings by name (口径的名称), as case files, answers and the shell write them; nothing to install."""

import re
from functools import cache
from typing import Final

from gxinjury.extra.case_faults import Fault, FaultsError, nearest, refused
from gxinjury.law import readings as law_readings
from gxinjury.statutes import Reading
from gxinjury.texts import Text

_BORDER: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MUST_BE_READINGS: Final = Text(
    zh='必须逐项写明采用的口径，如 elapsed_time = "MONTHS"',
    en='must be a table of readings and their members, such as elapsed_time = "MONTHS"',
)
_NO_READING: Final = Text(zh="不是已知的口径名称", en="is no known reading")
_NO_MEMBER: Final = Text(zh="这一处没有这种口径", en="is no member of the reading")
_NAMED_TWICE: Final = Text(zh="这一处的口径已另行指定", en="is named twice: a reading takes one member")


@cache
def readings_by_name() -> dict[str, type[Reading]]:
    """Return every reading of the law by its name in snake case, in the order of the names.

    >>> list(readings_by_name()["delay_filing_day"])
    [DelayFilingDay.THIRTIETH_DAY, DelayFilingDay.THIRTY_CLEAR_DAYS]
    """
    kinds = (getattr(law_readings, name) for name in law_readings.__all__)
    named = {reading_name(kind): kind for kind in kinds if kind is not Reading}
    return dict(sorted(named.items()))


def reading_name(kind: type[Reading]) -> str:
    """Return a reading's name in snake case.

    >>> from gxinjury.law.readings import ElapsedTime
    >>> reading_name(ElapsedTime)
    'elapsed_time'
    """
    return _BORDER.sub("_", kind.__name__).lower()


def structure_readings(value: object, _: object) -> tuple[Reading, ...]:
    """Return the readings that a case file names, by their names in snake case or as the classes are called.

    Raises:
        FaultsError: A reading or a member is unknown, or one reading is named twice.
    """
    if not isinstance(value, dict):
        raise refused(_MUST_BE_READINGS, value)
    known = readings_by_name()
    by_name = known | {kind.__name__: kind for kind in known.values()}
    chosen: dict[type[Reading], Reading] = {}
    faults = []
    for name, member in value.items():
        kind = by_name.get(name)
        if kind is None:
            faults.append(Fault((name,), _NO_READING, hint=nearest(name, list(known), {})))
        elif not isinstance(member, str) or member not in kind.__members__:
            called = {one.name: one.says.zh for one in kind}
            hint = nearest(member if isinstance(member, str) else "", [*called], called)
            faults.append(Fault((name,), _NO_MEMBER, member, hint))
        elif kind in chosen:
            faults.append(Fault((name,), _NAMED_TWICE))
        else:
            chosen[kind] = kind[member]
    if faults:
        raise FaultsError(faults)
    return tuple(chosen.values())


def unstructure_readings(readings: tuple[Reading, ...]) -> dict[str, str]:
    """Return the members by the names of their readings."""
    return {reading_name(type(member)): member.name for member in readings}
