"""Proof of cover (参保证明): whether one worker is insured on one day, on what it rests, ready to print."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.construction.cover import CoverState, ProjectCover, payment_day
from gxinjury.construction.effective_days import effective_day
from gxinjury.construction.insured import worker_cover
from gxinjury.construction.roster import roster_of
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.roster_history import WorkerHistory
from gxinjury.construction.workers import WorkerOrKey, check_worker
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period
from gxinjury.records import Record
from gxinjury.texts import Language, Text

__all__ = ["CoverProof", "cover_proof"]

_PRINTED: Final = Text(
    zh="工伤保险参保证明（南宁市，按建筑施工项目参保）\n职工：{worker}\n日期：{day}\n结论：{state}\n"
    "项目当日：{project}；参保有效期：{project_period}\n花名册申报日：{reported_on}；参保期间：{roster_period}\n"
    "依据：NN-1.3.1至NN-1.3.3、NN-3.1.1、NN-3.1.2",
    en="Proof of cover of work-injury insurance (project enrolment, Nanning)\nWorker: {worker}\nDay: {day}\n"
    "Result: {state}\nProject on that day: {project}; period of cover: {project_period}\n"
    "Roster: reported on {reported_on}; insured: {roster_period}\n"
    "Rests on: NN-1.3.1 to NN-1.3.3, NN-3.1.1, NN-3.1.2",
)


@attrs.frozen
class CoverProof(Record):
    """The proof of a worker's cover on a day; it prints with the resident id masked.

    Args:
        worker: The worker, as the roster has him.
        day: The day.
        state: COVERED where the project and the roster both cover him, UNSETTLED where the roster does and the
            project's cover is unsettled, else NOT_COVERED.
        project: Whether the project is covered on the day.
        project_period: The days of the project's cover that the day lies in; None where it lies in none.
        roster_period: The days for which the roster insures the worker that the day lies in; None likewise.
        reported_on: The day of the report that put the worker on the roster for these days; None likewise.
    """

    worker: Annotated[WorkerOrKey, Text("职工", "worker")]
    day: Annotated[date, Text("日期", "day")]
    state: Annotated[CoverState, Text("结论", "result")]
    project: Annotated[CoverState, Text("项目当日参保", "project on that day")]
    project_period: Annotated[Period | None, Text("项目参保有效期", "project's cover")]
    roster_period: Annotated[Period | None, Text("职工参保期间", "worker's cover")]
    reported_on: Annotated[date | None, Text("申报日", "reported on")]

    def text(self, language: Language) -> str:
        """Return the proof as it is printed, a fact a line."""
        values = {field.name: getattr(self, field.name) for field in attrs.fields(CoverProof)}
        return _PRINTED.say(language, **values)


@rule(NN.clause("3.1.2"), Text("参保证明", "proof of cover"))
def cover_proof(
    cover: ProjectCover, changes: Iterable[RosterChange], worker: WorkerOrKey, day: date, *, law: Law = LAW
) -> CoverProof:
    """Proof of a worker's cover on a day (NN-3.1.2): he is covered where the project and the roster both cover him.

    Args:
        cover: The cover of the project; the premium counts as paid on its first day.
        changes: The changes of its roster, in any order, or a :class:`~gxinjury.construction.roster.Roster`.
        worker: The worker, or the text that the changes know him by.
        day: The day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the reading asked for needs a day that is not known.

    >>> from gxinjury.construction import Contract, RosterChangeKind, project_cover
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> cover = project_cover(contract, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
    >>> roster = [RosterChange("450103198001011234", RosterChangeKind.ADD, date(2015, 11, 28))]
    >>> print(cover_proof(cover, roster, "450103198001011234", date(2015, 12, 1)).text("en"))
    Proof of cover of work-injury insurance (project enrolment, Nanning)
    Worker: 4501************34
    Day: 2015-12-01
    Result: covered
    Project on that day: covered; period of cover: 2015-10-08..2016-06-30
    Roster: reported on 2015-11-28; insured: 2015-11-29..
    Rests on: NN-1.3.1 to NN-1.3.3, NN-3.1.1, NN-3.1.2
    """
    check_instance("cover_proof", "cover", cover, ProjectCover)
    check_worker("cover_proof", "worker", worker)
    check_day("cover_proof", "day", day)
    roster, project, paid_on = roster_of(changes), cover.state(day), payment_day(cover)
    periods = () if paid_on is None else worker_cover(roster, worker, paid_on=paid_on, law=law)
    listed = next((one for one in periods if day in one), None)
    return CoverProof(
        worker=roster.listed_as(worker),
        day=day,
        state=CoverState.NOT_COVERED if listed is None else project,
        project=project,
        project_period=next((one for one in cover.periods if day in one), None),
        roster_period=listed,
        reported_on=None if listed is None else _reported_on(roster.history(worker), listed, paid_on, law),
    )


def _reported_on(history: WorkerHistory, listed: Period, paid_on: date | None, law: Law) -> date:
    """Return the day of the report that an insured period began with."""
    additions = [stint.added for stint in history.stints]
    return max(one.reported_on for one in additions if effective_day(one, paid_on, law) == listed.first)
