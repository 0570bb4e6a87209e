"""Invented injuries on sites (样本工地伤害)."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from gxinjury.extra.samples._drawing import DISTRICTS, Engine, Sample, ordinal
from gxinjury.extra.samples.shares import SHARES, kinds_of
from gxinjury.facts import CHINA

__all__ = ["sample_injuries"]

_HOUR: Final = timedelta(hours=1)


def sample_injuries(n: int, seed: int = 0, *, engine: Engine = "columns") -> Any:  # noqa: ANN401  # a dict of lists, or a frame
    """Return invented injuries on projects, as ``frames.standing`` and ``frames.employer_deadline`` take them.

    Args:
        n: How many rows.
        seed: Another seed, other rows.
        engine: As in ``sample_projects``.

    Returns:
        ``injury``, ``district``, ``kind`` (of ``SHARES["injuries"]``), ``happened_at`` and ``reported_at`` in China's
        time, ``work_cause``, ``on_site``, ``enrolled``, ``cover`` (a name of ``CoverState``), ``injured_on`` and
        ``extension_days``.

    Raises:
        InvalidFactError: As there.

    >>> drawn = sample_injuries(100)
    >>> drawn["cover"].count("UNSETTLED"), drawn["work_cause"].count(None)
    (4, 3)
    """
    sample = Sample("injuries", n, seed, engine)
    kinds = sample.hundreds("kind", kinds_of("injuries", "extended"))
    days = [date.fromordinal(one) for one in sample.whole("day", ordinal(2016, 1, 1), ordinal(2019, 12, 31))]
    minutes = sample.whole("minute", 6 * 60, 22 * 60)
    happened = [
        datetime.combine(day, time(minute // 60, minute % 60), CHINA) for day, minute in zip(days, minutes, strict=True)
    ]
    hours = {"off_site_at_limit": 48, "off_site_late": 49, "not_reported": None}
    reported = [
        None if (after := hours.get(kind, soon)) is None else moment + _HOUR * after
        for moment, kind, soon in zip(happened, kinds, sample.whole("reported_at", 0, 47), strict=True)
    ]
    off_site = {"off_site_reported", "off_site_at_limit", "off_site_late", "not_reported"}
    causes = {"no_work_cause": False, "cause_unknown": None}
    covers = {"not_covered": "NOT_COVERED", "cover_unsettled": "UNSETTLED"}
    extended = sample.across("extended", SHARES["injuries"]["extended"])
    return sample.given(
        {
            "injury": (str, sample.named("A")),
            "district": (str, sample.one_of("district", DISTRICTS)),
            "kind": (str, kinds),
            "happened_at": (datetime, happened),
            "reported_at": (datetime, reported),
            "work_cause": (bool, [causes.get(kind, True) for kind in kinds]),
            "on_site": (bool, [kind not in off_site for kind in kinds]),
            "enrolled": (bool, [kind == "enrolled" for kind in kinds]),
            "cover": (str, [covers.get(kind, "COVERED") for kind in kinds]),
            "injured_on": (date, days),
            "extension_days": (int, [30 if one else None for one in extended]),
        }
    )
