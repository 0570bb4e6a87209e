"""Where workers stand who were hurt on a project (工地伤害的处理), for many injuries."""

from types import SimpleNamespace
from typing import Annotated, Any, Final

from gxinjury.construction import SiteInjury, Standing
from gxinjury.errors import NotInForceError
from gxinjury.extra.frames._columns import Column, choose
from gxinjury.extra.frames._days import instant_of, number_of
from gxinjury.extra.frames._figures import stretches
from gxinjury.extra.frames._questions import question
from gxinjury.extra.frames._reading import COVER_STATES
from gxinjury.extra.frames._sheets import Input, Output, Outputs, Rejection, Sheet
from gxinjury.law import Law
from gxinjury.law.readings import EmployerEnrolment, OnSiteUnlisted, ReportClock, UnlistedDeemed

_NAMES: Final = tuple(one.name for one in Standing)
_NUMBER: Final = {one: place for place, one in enumerate(Standing)}
_COVERED: Final = COVER_STATES.index("COVERED")
_UNSETTLED: Final = COVER_STATES.index("UNSETTLED")
_MICROSECONDS_AN_HOUR: Final = 3_600_000_000


@question
def standing(sheet: Sheet, /, **columns: Annotated[Any, SiteInjury]) -> Outputs:  # noqa: ANN401  (and how it is asked)
    """Standing of each worker hurt on a project (NN-3.2.0).

    As :func:`~gxinjury.construction.standings.standing` has it, of a row an injury: the fields of a
    :class:`~gxinjury.construction.injuries.SiteInjury`. The cover is a name of
    :class:`~gxinjury.construction.cover.CoverState`, or whether the project was covered; a null in what has a default
    is that default. The moment the employer knew is asked for by the reading KNOWLEDGE.

    Returns:
        The frame with ``standing``, a name of :class:`~gxinjury.construction.standings.Standing`.

    Raises:
        NotInForceError: The limit for a report is asked for, and the notice was not yet issued.

    >>> from datetime import UTC, datetime
    >>> import pyarrow as pa
    >>> injuries = pa.table(
    ...     {
    ...         "happened_at": pa.array([datetime(2015, 10, 8, 6, 30, tzinfo=UTC)] * 2),
    ...         "work_cause": [True, True],
    ...         "on_site": [True, False],
    ...         "enrolled": [False, False],
    ...         "cover": ["COVERED", "COVERED"],
    ...     }
    ... )
    >>> standing(injuries)["standing"].to_pylist()
    ['TREATED_AS_INSURED', 'UNSETTLED']
    """
    law = sheet.law
    injury = sheet.facts(SiteInjury, columns)
    happened, cause, site, listed = injury.happened_at, injury.work_cause, injury.on_site, injury.enrolled
    state, found = injury.cover, injury.verified
    by_employer = injury.enrolled_by_employer and injury.enrolled_by_employer.holds
    only_deemed = injury.deemed and injury.deemed.holds

    treated = law.choice(OnSiteUnlisted) is OnSiteUnlisted.TREATED
    told = happened.known & cause.known & site.known & listed.known & state.known
    unlisted = told & (state.value == _COVERED) & ~_is_enrolled(listed.value == 1, by_employer, law)
    unlisted &= _by_work_cause(cause.value == 1, only_deemed, law)
    asks = unlisted & (site.value == 0) if treated else unlisted
    if found is not None:
        asks &= ~found.known
    in_time = _in_time(sheet, injury, asks=asks, known_at=columns.get("known_at"))

    _, by_cause, on_the_site, is_listed, covered = sheet.settle(happened, cause, site, listed, state)
    not_insured = _NUMBER[Standing.NOT_INSURED]
    undecided = _either(in_time, Standing.PENDING_VERIFICATION, Standing.UNSETTLED)
    if found is not None:
        decided = _either(found.value == 1, Standing.TREATED_AS_INSURED, Standing.NOT_INSURED)
        undecided = choose(found.known, decided, undecided)
    verification = sheet.let("verification", undecided)
    if treated:
        as_insured = _NUMBER[Standing.TREATED_AS_INSURED]
        verification = choose(on_the_site == 1, as_insured, verification)
    not_listed = choose(_by_work_cause(by_cause == 1, only_deemed, law), verification, not_insured)
    claims = by_cause == 1
    if only_deemed is not None:
        claims &= ~only_deemed
        if law.choice(UnlistedDeemed) is UnlistedDeemed.UNSETTLED:
            not_listed = choose(only_deemed, _NUMBER[Standing.UNSETTLED], not_listed)
    answer = choose(
        _is_enrolled(is_listed == 1, by_employer, law),
        _either(claims, Standing.PROJECT_CLAIM, Standing.SCOPE_DECIDES),
        not_listed,
    )
    uncovered = _either(covered == _UNSETTLED, Standing.UNSETTLED, Standing.NOT_INSURED)
    number = choose(covered == _COVERED, answer, uncovered)
    return {"standing": Output(sheet.let("standing", number), "text", names=_NAMES)}


def _either(condition: Column, one: Standing, other: Standing) -> Column:
    return choose(condition, _NUMBER[one], _NUMBER[other])


def _is_enrolled(listed: Column, insured: Column | None, law: Law) -> Column:
    """Return where the employer has done the enrolment (NN-3.2.1)."""
    counts = law.choice(EmployerEnrolment) is EmployerEnrolment.ROSTER_OR_EMPLOYER
    return listed if insured is None or not counts else listed | insured


def _by_work_cause(cause: Column, deemed: Column | None, law: Law) -> Column:
    """Return where an injury of an unlisted worker counts as one by a work cause (NN-3.2.2)."""
    if deemed is None:
        return cause
    counts = law.choice(UnlistedDeemed) is UnlistedDeemed.AS_WORK_CAUSE
    return cause | deemed if counts else cause & ~deemed


def _in_time(sheet: Sheet, injury: SimpleNamespace, *, asks: Column, known_at: str | None) -> Column:
    """Return whether the accident was reported within the limit (NN-3.2.3), and refuse where that cannot be told."""
    happened: Input = injury.happened_at
    report: Input | None = injury.reported_at
    if report is None:
        return Column(held=False)
    asks = asks & report.known
    clock = happened
    reading = sheet.law.choice(ReportClock)
    if reading is ReportClock.KNOWLEDGE:
        clock = injury.known_at or sheet.needed_by(reading, sheet.moment, "known_at", known_at)
        sheet.rejections.append(Rejection("needed_by_the_reading", clock, asks & ~clock.known))
    hours = sheet.same(0)
    for stretch in sheet.once(lambda: stretches(sheet.law.report_hours)):
        since = happened.value >= instant_of(number_of(stretch.first))
        hours = choose(since, stretch.value or 0, hours)
    sheet.refuse("not_in_force", happened, asks & (hours == 0), NotInForceError)
    within = clock.value + hours * _MICROSECONDS_AN_HOUR
    return report.known & (report.value <= within)
