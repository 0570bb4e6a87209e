"""Invented workers with a disability (样本伤残职工)."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from gxinjury.benefits import CareDependency
from gxinjury.extra.samples._drawing import DISTRICTS, Engine, Sample, ordinal, yuan
from gxinjury.extra.samples.shares import SHARES, kinds_of

__all__ = ["sample_workers"]

_GRADES: Final = (10,) * 34 + (9,) * 24 + (8,) * 15 + (7,) * 9 + (6,) * 5 + (5,) * 4 + (4, 4, 4, 3, 3, 2, 2, 1, 1)
_USUAL_WAGE: Final = {year: 250_000 + 30_000 * (year - 2009) for year in range(2009, 2027)}
_LAST_SEVERE: Final = 4


def sample_workers(n: int, seed: int = 0, *, engine: Engine = "columns") -> Any:  # noqa: ANN401  # a dict of lists, or a frame
    """Return invented workers with a disability, as the benefit questions of frames take them.

    Args:
        n: How many rows.
        seed: Another seed, other rows.
        engine: As in ``sample_projects``.

    Returns:
        ``worker``, ``district``, ``kind`` (of ``SHARES["workers"]``), ``injured_on``, ``wages_yuan`` over ``months``
        (both None where the own wage is hard to use), ``grade``, ``dependency`` (of grades 1 to 4), and where the
        relation ended ``ended_on``, ``ground`` and ``wage_at_termination_yuan``.

    Raises:
        InvalidFactError: As there.

    >>> drawn = sample_workers(100)
    >>> drawn["months"].count(None), drawn["grade"].count(None)
    (6, 3)
    """
    sample = Sample("workers", n, seed, engine)
    kinds = sample.hundreds("kind", kinds_of("workers", "ended"))
    years = {"no_average": (2026, 2026), "before_2011": (2009, 2010)}
    percents = {"low": (20, 45), "high": (400, 600)}
    at, pay = sample.draws("injured_on"), sample.draws("wage")
    fewer = sample.whole("months", 1, 11)
    injured, wages, months = [], [], []
    for kind, short in zip(kinds, fewer, strict=True):
        first, last = years.get(kind, (2012, 2024))
        span = ordinal(last, 12, 31) - ordinal(first, 1, 1) + 1
        day = date.fromordinal(ordinal(first, 1, 1) + int(at() * span))
        least, most = percents.get(kind, (90, 200))
        month = _USUAL_WAGE[day.year] * (least + int(pay() * (most - least + 1))) // 100
        count = short if kind == "short" else 12
        injured.append(day)
        wages.append(None if kind == "no_wage" else yuan(month * count + short))
        months.append(None if kind == "no_wage" else count)
    grades = [
        None if kind == "no_grade" else grade
        for kind, grade in zip(kinds, sample.one_of("grade", _GRADES), strict=True)
    ]
    needs = sample.one_of("dependency", tuple(one.name for one in CareDependency))
    has_ended = sample.across("ended", SHARES["workers"]["ended"])
    ended = [
        day + timedelta(days=after) if has and grade is not None and grade > _LAST_SEVERE else None
        for day, after, has, grade in zip(injured, sample.whole("ended_on", 300, 1200), has_ended, grades, strict=True)
    ]
    grounds = sample.one_of("ground", ("OWN_WISH",) * 3 + ("EXPIRY",))
    later = sample.whole("wage_at_termination", 80, 240)
    return sample.given(
        {
            "worker": (str, sample.named("W")),
            "district": (str, sample.one_of("district", DISTRICTS)),
            "kind": (str, kinds),
            "injured_on": (date, injured),
            "wages_yuan": (Decimal, wages),
            "months": (int, months),
            "grade": (int, grades),
            "dependency": (
                str,
                [
                    one if grade is not None and grade <= _LAST_SEVERE else None
                    for one, grade in zip(needs, grades, strict=True)
                ],
            ),
            "ended_on": (date, ended),
            "ground": (str, [None if day is None else one for one, day in zip(grounds, ended, strict=True)]),
            "wage_at_termination_yuan": (
                Decimal,
                [
                    None if day is None else yuan(_USUAL_WAGE[min(day.year, 2026)] * one // 100)
                    for day, one in zip(ended, later, strict=True)
                ],
            ),
        }
    )
