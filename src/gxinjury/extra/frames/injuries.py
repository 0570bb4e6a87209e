"""Where workers stand who were hurt on a project (工地伤害的处理), for many injuries."""

from typing import Final

from narwhals.typing import IntoFrameT

from gxinjury.construction import Standing
from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.extra.frames.answers import OnInvalid, answered
from gxinjury.extra.frames.columns import Column, choose
from gxinjury.extra.frames.figures import Stretch, stretches
from gxinjury.extra.frames.numbering import instant_of, number_of
from gxinjury.extra.frames.reading import COVER_STATES
from gxinjury.extra.frames.sheets import Fact, Output, Refusal, Sheet
from gxinjury.extra.frames.words import NEEDS_A_COLUMN
from gxinjury.facts import check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.readings import EmployerEnrolment, OnSiteUnlisted, ReportClock, UnlistedDeemed

_NAMES: Final = tuple(one.name for one in Standing)
_NUMBER: Final = {one: place for place, one in enumerate(Standing)}
_COVERED: Final = COVER_STATES.index("COVERED")
_UNSETTLED: Final = COVER_STATES.index("UNSETTLED")
_MICROSECONDS_AN_HOUR: Final = 3_600_000_000


def standing(
    frame: IntoFrameT,
    *,
    happened_at: str = "happened_at",
    work_cause: str = "work_cause",
    on_site: str = "on_site",
    enrolled: str = "enrolled",
    cover: str = "cover",
    verified: str | None = None,
    reported_at: str | None = None,
    known_at: str | None = None,
    enrolled_by_employer: str | None = None,
    deemed: str | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Standing of each worker hurt on a project (NN-3.2.0).

    As :func:`~gxinjury.construction.standings.standing` has it.

    Args:
        frame: A row an injury.
        happened_at: Column of the moment of the accident, with its offset from UTC.
        work_cause: Column: whether it came by a work cause.
        on_site: Column: whether it happened on the site.
        enrolled: Column: whether the worker was enrolled at that moment.
        cover: Column of the cover of the project on that day: a name of
            :class:`~gxinjury.construction.cover.CoverState`, or whether it was covered.
        verified: Column: whether the authority found it to be so; a null there is that it has not decided.
        reported_at: Column of the moment of the report to the authority; a null there is that there was none.
        known_at: Column of the moment the employer knew, asked for by the reading KNOWLEDGE.
        enrolled_by_employer: Column: whether the worker was insured through his own employer; a null there is that he
            was not, and so in the next.
        deemed: Column: whether it is an injury that the Regulation only deems one.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``standing``, a name of :class:`~gxinjury.construction.standings.Standing`; null where one of the
        first five is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
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
    check_instance("standing", "law", law, Law)
    if reported_at is not None and known_at is None and law.choice(ReportClock) is ReportClock.KNOWLEDGE:
        needed = NEEDS_A_COLUMN.filled({"reading": str(ReportClock.KNOWLEDGE)})
        raise InvalidFactError("standing", "known_at", needed, known_at)

    def work(sheet: Sheet) -> dict[str, Output]:
        happened = sheet.moment("happened_at", happened_at)
        cause, site = sheet.flag("work_cause", work_cause), sheet.flag("on_site", on_site)
        listed, state = sheet.flag("enrolled", enrolled), sheet.state("cover", cover)
        report = None if reported_at is None else _later(sheet, "reported_at", reported_at, happened)
        knew = None if known_at is None else _later(sheet, "known_at", known_at, happened)
        found = None if verified is None else sheet.flag("verified", verified)
        insured = _holds(sheet, "enrolled_by_employer", enrolled_by_employer)
        only_deemed = _holds(sheet, "deemed", deemed)

        treated = law.choice(OnSiteUnlisted) is OnSiteUnlisted.TREATED
        told = happened.known & cause.known & site.known & listed.known & state.known
        unlisted = told & (state.value == _COVERED) & ~_is_enrolled(listed.value == 1, insured, law)
        unlisted &= _by_work_cause(cause.value == 1, only_deemed, law)
        asks = unlisted & (site.value == 0) if treated else unlisted
        if found is not None:
            asks &= ~found.known
        in_time = _in_time(sheet, happened, report, knew, asks=asks, law=law)

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
            _is_enrolled(is_listed == 1, insured, law),
            _either(claims, Standing.PROJECT_CLAIM, Standing.SCOPE_DECIDES),
            not_listed,
        )
        uncovered = _either(covered == _UNSETTLED, Standing.UNSETTLED, Standing.NOT_INSURED)
        number = choose(covered == _COVERED, answer, uncovered)
        return {"standing": Output(sheet.let("standing", number), "text", names=_NAMES)}

    return answered(frame, "standing", work, on_invalid=on_invalid, collect=collect)


def _either(condition: Column, one: Standing, other: Standing) -> Column:
    return choose(condition, _NUMBER[one], _NUMBER[other])


def _holds(sheet: Sheet, field: str, column: str | None) -> Column | None:
    """Read where a flag holds, a null being that it does not; None where there is no such column."""
    if column is None:
        return None
    fact = sheet.flag(field, column)
    return fact.known & (fact.value == 1)


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


def _later(sheet: Sheet, field: str, column: str, happened: Fact) -> Fact:
    """Read a moment that cannot lie before the accident."""
    fact = sheet.moment(field, column)
    sheet.refuse("before_the_accident", fact, happened.known & (fact.value < happened.value))
    return fact


def _in_time(sheet: Sheet, happened: Fact, report: Fact | None, knew: Fact | None, *, asks: Column, law: Law) -> Column:
    """Return whether the accident was reported within the limit (NN-3.2.3), and refuse where that cannot be told."""
    if report is None:
        return happened.value < happened.value
    asks = asks & report.known
    clock = happened
    if law.choice(ReportClock) is ReportClock.KNOWLEDGE and knew is not None:
        sheet.refusals.append(Refusal("needed_by_the_reading", knew, asks & ~knew.known))
        clock = knew
    hours = sheet.same(0)
    for stretch in stretches(law.report_hours):
        since = happened.value >= _begin(stretch)
        hours = choose(since, stretch.value or 0, hours)
    sheet.refuse("not_in_force", happened, asks & (hours == 0), NotInForceError)
    within = clock.value + hours * _MICROSECONDS_AN_HOUR
    return report.known & (report.value <= within)


def _begin(stretch: Stretch[int]) -> int:
    return instant_of(number_of(stretch.first))
