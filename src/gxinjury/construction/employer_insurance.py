"""Insurance through a worker's own employer (用人单位参保), beside the project's."""

from datetime import date
from typing import TypeAlias

from gxinjury.facts import check_day, check_flag

__all__ = ["EmployerInsured", "check_employer_insured", "employer_insured_on"]

EmployerInsured: TypeAlias = bool | date
"""Whether a worker is insured through his own employer; or the day from which he is."""


def check_employer_insured(record: str, field: str, value: object) -> None:
    """Refuse what is neither True or False nor a day."""
    if isinstance(value, date):
        check_day(record, field, value)
    else:
        check_flag(record, field, value)


def employer_insured_on(day: date, insured: EmployerInsured) -> bool:
    """Return whether a worker's own employer insures him on a day.

    >>> [employer_insured_on(date(2016, 2, day), date(2016, 2, 29)) for day in (28, 29)]
    [False, True]
    """
    return insured if isinstance(insured, bool) else insured <= day
