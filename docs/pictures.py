"""The picture of the front page, drawn by the library in the language of the page."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gxinjury import LAW
from gxinjury.construction import Contract, Roster, RosterChange, RosterChangeKind, project_cover
from gxinjury.construction.insured import worker_covers
from gxinjury.extra.charts import Chart, cover_chart
from gxinjury.extra.charts.saving import svg
from gxinjury.texts import Language, Text

__all__ = ["cover_page", "cover_picture"]

_NARROW: Final = 330
"""How wide the days are drawn, so that words stay readable at a telephone's width."""
_UNTIL: Final = date(2016, 8, 31)
_WORKERS: Final = (Text("职工甲", "worker A"), Text("职工乙", "worker B"), Text("职工丙", "worker C"))
_CAPTION: Final = Text(
    "谁在哪些天参保有效：2015年11月2日缴清保险费，尚未竣工验收。规定没有答案的日子留白，不作猜测。",
    "Who is insured on which days, where the premium was paid on 2015-11-02 and completion is not accepted yet. What "
    "the law leaves open stays empty and is not guessed.",
)


def _chart(language: Language) -> Chart:
    """Return the days of a project and of three workers: one listed early, one who left, one who came late."""
    cover = project_cover(Contract(100_000_000, date(2015, 10, 9), date(2016, 6, 30)), paid_on=date(2015, 11, 2))
    early, gone, late = (one.say(language) for one in _WORKERS)
    roster = Roster(
        [
            RosterChange(early, RosterChangeKind.ADD, date(2015, 10, 9)),
            RosterChange(gone, RosterChangeKind.ADD, date(2015, 12, 2)),
            RosterChange(gone, RosterChangeKind.REMOVE, date(2016, 3, 10)),
            RosterChange(late, RosterChangeKind.ADD, date(2016, 5, 5)),
        ]
    )
    drawn = cover_chart(cover, worker_covers(roster, cover, LAW), language, until=_UNTIL)
    return drawn.properties(width=_NARROW)


def cover_picture(language: Language) -> str:
    """Return the picture as SVG."""
    return svg(_chart(language))


def cover_page(language: Language) -> Iterator[str]:
    """Yield the lines that show the picture, with what it shows for whoever does not see it."""
    yield "```{figure} generated/cover.svg"
    yield f":alt: {_chart(language).to_dict()['description']}"
    yield ":figclass: picture\n"
    yield f"{_CAPTION.say(language)}\n```"
