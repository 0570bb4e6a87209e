"""What questions about a rule cost: run ``python benchmarks/inquiry.py``; prints a table in Markdown.

Each question is asked several times and the fastest is told, as a shared machine only ever slows it down; the aim is an
answer well under a second.
"""

import timeit
import warnings
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from gxinjury.construction import Contract, CoverState, project_cover, project_premium
from gxinjury.construction.injuries import SiteInjury
from gxinjury.construction.standings import standing
from gxinjury.errors import StaleFigureWarning
from gxinjury.facts import CHINA
from gxinjury.inquiry import days_when, flips, needs, one_of, possible, readings_that_matter
from gxinjury.periods import Period

AIM: Final = 0.5
ROUNDS: Final = 5

ACCIDENT: Final = datetime(2016, 3, 1, 9, 0, tzinfo=CHINA)
IN_TIME, LATE = (ACCIDENT + timedelta(hours=hours) for hours in (48, 49))
UNKNOWN: Final = partial(
    SiteInjury, happened_at=ACCIDENT, reported_at=one_of(None, IN_TIME, LATE), known_at=one_of(None, ACCIDENT)
)
KNOWN: Final = SiteInjury(
    happened_at=ACCIDENT, work_cause=True, on_site=False, enrolled=False, cover=CoverState.COVERED
)
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
TEN_YEARS: Final = Period(date(2011, 1, 1), date(2020, 12, 31))
IN_PROGRESS: Final = {"contract": CONTRACT, "paid_on": date(2015, 9, 1)}


def state(paid_on: date, day: date) -> CoverState:
    """Return whether the project is covered on a day."""
    return project_cover(CONTRACT, paid_on=paid_on).state(day)


def questions() -> Mapping[str, Callable[[], object]]:
    """Return the questions that are asked, by what they ask."""
    cover = {"paid_on": date(2015, 9, 1), "day": date(2016, 7, 1)}
    return {
        "`possible` on `standing`, all facts unknown": lambda: possible(standing, UNKNOWN),
        "`needs` on `standing`, all facts unknown": lambda: needs(standing, UNKNOWN),
        "`flips` on `standing`": lambda: flips(standing, KNOWN),
        "`days_when` over ten years on `project_cover`, by the day asked": lambda: days_when(
            state, cover, "day", TEN_YEARS
        ),
        "`days_when` over ten years on `project_cover`, by the day of payment": lambda: days_when(
            project_cover, {"contract": CONTRACT}, "paid_on", TEN_YEARS
        ),
        "`readings_that_matter` on `project_premium`": lambda: readings_that_matter(project_premium, IN_PROGRESS),
    }


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore", StaleFigureWarning)
    print("| question | ms | aim | |\n|---|---|---|---|")
    for asked, call in questions().items():
        seconds = min(timeit.repeat(call, number=1, repeat=ROUNDS))
        met = "met" if seconds <= AIM else "**missed**"
        print(f"| {asked} | {seconds * 1000:.1f} | ≤ {AIM * 1000:.0f} | {met} |")


if __name__ == "__main__":
    main()
