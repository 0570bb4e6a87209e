"""How many of each hundred rows of a sample are of a kind (样本中各类情形的占比)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["SHARES", "kinds_of"]

SHARES: Final[Mapping[str, Mapping[str, int]]] = MappingProxyType(
    {
        name: MappingProxyType(shares)
        for name, shares in {
            "projects": {
                "in_time": 38,  # paid before work begins
                "in_progress": 20,  # begun before 2015: owes the rest of its term only
                "paid_late": 12,  # begun from 2015 on and paid after the commencement
                "half_fen": 3,  # its premium at 1.3‰ ends in half a fen
                "stale": 17,  # paid after 2020-05-31, through which the rate was verified
                "after_term": 3,  # paid after the term: refused
                "no_figure": 3,  # paid in 2014, before there was a rate: refused
                "no_price": 1,
                "no_completion": 1,
                "not_paid": 2,
                # beside these
                "bid": 15,  # has a bid price
                "extended": 8,  # its term was extended before payment
                "started_late": 10,  # work started after the commencement
            },
            "workers": {
                "usual": 59,  # twelve months at 70 % to 250 % of a usual wage
                "short": 10,  # fewer than twelve months
                "low": 13,  # below the lower limit
                "high": 4,  # above the upper one
                "no_wage": 6,  # the own wage is hard to use
                "no_average": 3,  # hurt in 2026, the average of 2025 being unpublished: refused
                "before_2011": 2,  # hurt before the Regulation as revised: refused
                "no_grade": 3,
                # beside these
                "ended": 60,  # of grades 5 to 10, the relation ended
            },
            "injuries": {
                "enrolled": 58,
                "unlisted_on_site": 12,
                "off_site_reported": 7,  # unlisted, off the site, reported within 48 hours
                "off_site_at_limit": 1,  # reported in the 48th hour's last moment
                "off_site_late": 4,  # an hour after it
                "not_reported": 3,
                "not_covered": 5,
                "cover_unsettled": 4,
                "no_work_cause": 3,
                "cause_unknown": 3,
                # beside these
                "extended": 6,  # the employer's limit was extended
            },
            "reports": {
                "in_time": 66,  # on the day, or the day before
                "ahead": 6,  # some days before
                "late": 17,  # two to thirty days after
                "no_day": 8,  # the day of the change is not known
                "no_wage": 3,
            },
        }.items()
    }
)
"""How many of each hundred rows are of a kind, by table; what stands after the kinds lies across them."""


def kinds_of(table: str, *across: str) -> dict[str, int]:
    """Return the kinds of a table, without what lies across them."""
    return {kind: share for kind, share in SHARES[table].items() if kind not in across}
