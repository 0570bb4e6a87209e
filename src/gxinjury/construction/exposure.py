"""Exposure (接触期间): an occupational disease with cover and enrolment derived, and where the worker stands."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import attrs

from gxinjury.construction.cover import CoverState, ProjectCover, payment_day
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.employer_insurance import employer_insured_on
from gxinjury.construction.injuries import employers_insurance_counts
from gxinjury.construction.insured import worker_cover
from gxinjury.construction.roster import Roster
from gxinjury.construction.standings import Standing
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["DiseaseCase", "disease_of", "disease_standing", "exposed_while_enrolled"]


@attrs.frozen
class DiseaseCase(Record):
    """An occupational disease as roster and cover show it.

    Args:
        worker: The worker, as the roster has him.
        covered: The days of the exposure on which the project was covered.
        unsettled: Those of which the project's cover is unsettled.
        cover: Whether the project was covered on the day of the diagnosis or appraisal.
        is_completed: Whether the project was completed before that day.
        enrolled: Whether the worker was enrolled on one of the covered days of the exposure.
        enrolled_by_employer: Whether his own employer insured him on the day of the diagnosis or appraisal.
    """

    worker: Annotated[WorkerOrKey, Text("职工", "worker")]
    covered: Annotated[tuple[Period, ...], Text("接触期间内项目参保的日子", "covered days of the exposure")]
    unsettled: Annotated[
        tuple[Period, ...], Text("接触期间内参保未定的日子", "days of the exposure of unsettled cover")
    ]
    cover: Annotated[CoverState, Text("项目在诊断之日参保", "project on the day of the diagnosis")]
    is_completed: Annotated[bool, Text("诊断时项目已竣工", "completed before the diagnosis")]
    enrolled: Annotated[bool, Text("接触期间已参保", "enrolled while exposed")]
    enrolled_by_employer: Annotated[bool, Text("由用人单位参保", "insured through his own employer")]


def _within(days: Period, periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the days that lie in periods too."""
    return tuple(both for both in (days.overlap(period) for period in periods) if both is not None)


@rule(NN.clause("3.1.2"), Text("接触期间已参保", "enrolled on a covered day of the exposure"))
def exposed_while_enrolled(
    disease: OccupationalDisease, covered: tuple[Period, ...], roster: Roster, paid_on: date | None, law: Law
) -> bool:
    """Whether the roster insured the worker on a day of the exposure on which the project was covered (NN-3.1.2)."""
    insured = worker_cover(roster, disease.worker, paid_on=paid_on, law=law)
    return any(days.overlap(stint) is not None for days in covered for stint in insured)


def disease_of(
    disease: OccupationalDisease, cover: ProjectCover, roster: Roster, completed_on: date | None, law: Law
) -> DiseaseCase:
    """Return a disease as roster and cover show it."""
    covered = _within(disease.exposure, cover.periods)
    unsettled = _within(disease.exposure, cover.unsettled)
    exposed, paid_on = (*covered, *unsettled), payment_day(cover)
    is_insured = bool(exposed) and paid_on is not None
    return DiseaseCase(
        worker=roster.listed_as(disease.worker),
        covered=covered,
        unsettled=unsettled,
        cover=cover.state(disease.diagnosed_on),
        is_completed=completed_on is not None and completed_on < disease.diagnosed_on,
        enrolled=is_insured and exposed_while_enrolled(disease, exposed, roster, paid_on, law),
        enrolled_by_employer=employer_insured_on(disease.diagnosed_on, disease.enrolled_by_employer),
    )


@rule(NN.clause("4.1"), Text("患职业病职工的参保认定", "standing of a worker with an occupational disease"))
def disease_standing(case: DiseaseCase, law: Law) -> Standing:
    """Standing of a worker with an occupational disease (NN-4.1): the exposure says whether the project can answer.

    Diagnosed after completion it is unsettled, whatever the exposure. Before that, the project cannot answer where no
    day of the exposure was covered. A disease that is diagnosed on a day without cover may go back to work that was
    covered, of which the notice says nothing: unsettled, and no more than that. So it is where the worker was not
    enrolled: the clauses on the unlisted speak of accidents and of the site.
    """
    if case.is_completed:
        return Standing.UNSETTLED
    if not case.covered and not case.unsettled:
        return Standing.NOT_INSURED
    if not case.covered or case.cover is not CoverState.COVERED:
        return Standing.UNSETTLED
    if case.enrolled or (case.enrolled_by_employer and employers_insurance_counts(law)):
        return Standing.PROJECT_CLAIM
    return Standing.UNSETTLED
