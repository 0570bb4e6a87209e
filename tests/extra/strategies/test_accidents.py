"""Strategies of rosters, accidents and whole projects: every question takes them, under every reading."""

from datetime import date, datetime, timedelta
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn import ric

from gxinjury.construction import (
    Accident,
    NameChange,
    OccupationalDisease,
    ProjectCase,
    Roster,
    RosterChange,
    RosterChangeKind,
    RosterForm,
    SiteInjury,
    SiteNotice,
    Standing,
    Submitted,
    Worker,
    assess_project,
    insured_on,
    missing_documents,
    missing_from_notice,
    name_change_deadline,
    obligations,
    roster_findings,
    standing,
    unfilled,
    worker_cover,
)
from gxinjury.errors import InvalidFactError
from gxinjury.extra.cases.days_off import Where
from gxinjury.extra.strategies import (
    accidents,
    days,
    days_off,
    diseases,
    laws,
    name_changes,
    project_cases,
    roster_changes,
    roster_forms,
    site_injuries,
    site_notices,
    submitted_papers,
    workers,
)
from gxinjury.law import LAW, Law
from gxinjury.law.readings import RemovalEffect, ReportClock
from gxinjury.privacy import Discreet
from tests.extra.strategies.reaching import first_of, reached

FIRST: Final = date(2016, 2, 1)
LAST: Final = date(2016, 4, 30)
TWO_DAYS: Final = timedelta(days=2)


def month_of(day: date) -> tuple[int, int]:
    """Return the month of a day."""
    return day.year, day.month


@given(worker=workers())
def test_resident_ids_hold(worker: Worker) -> None:
    """A made-up id has a check digit, a birth date and a place that another library takes, and is shown masked."""
    number = worker.resident_id
    if number is not None:
        assert isinstance(number, Discreet)
        assert ric.is_valid(number.in_full)
        assert number.in_full not in repr(worker)


class TestRosterChanges:
    """Changes of a roster."""

    @given(changes=roster_changes(first=FIRST, last=LAST, most_workers=2), day=days(), paid_on=days(), law=laws())
    def test_taken(self, changes: tuple[RosterChange, ...], day: date, paid_on: date, law: Law) -> None:
        """Every question on a roster takes them, and a roster that is not odd has no report that does not fit."""
        assert all(FIRST <= change.reported_on <= LAST for change in changes)
        histories = Roster(changes).histories
        assert len(histories) <= 2
        assert all(history.misfits == () for history in histories.values())
        insured = insured_on(changes, day, paid_on=paid_on, law=law)
        for history in histories.values():
            cover = worker_cover(changes, history.worker, paid_on=paid_on, law=law)
            assert any(day in period for period in cover) is (history.worker in insured)
        assert isinstance(roster_findings(changes, paid_on=paid_on, law=law), tuple)

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda one: one.happened_on == one.reported_on,
            lambda one: one.happened_on > one.reported_on,
            lambda one: month_of(one.happened_on) != month_of(one.reported_on) and one.reported_on.day == 1,
            lambda one: (one.reported_on + timedelta(days=1)).day == 1 and one.happened_on.day == 1,
            lambda one: one.monthly_wage is not None,
        ],
        ids=["at once", "ahead", "late by a day at least", "on the last day in time", "with a wage"],
    )
    def test_reports(self, wanted: Any) -> None:  # noqa: ANN401  (a condition)
        """Reports come at once, ahead, on the last day in time and after it."""
        found = first_of(roster_changes(), lambda changes: any(wanted(one) for one in changes))
        assert any(wanted(one) for one in found)

    @pytest.mark.parametrize("stints", [1, 2])
    def test_stints(self, stints: int) -> None:
        """A worker may stay more than once, also leave and come back within a day, in any order of the records."""

        def wanted(changes: tuple[RosterChange, ...]) -> bool:
            histories = Roster(changes).histories.values()
            several = any(len(history.stints) == stints for history in histories)
            removed_first = bool(changes) and changes[0].kind is RosterChangeKind.REMOVE
            return several and removed_first

        assert reached(roster_changes(), wanted)

    def test_odd_ones(self) -> None:
        """A report may not fit where that is asked for."""
        histories = roster_changes(odd=True).map(lambda changes: Roster(changes).histories.values())
        assert reached(histories, lambda several: any(history.misfits for history in several))

    def test_what_only_a_reading_asks_for(self) -> None:
        """The day a worker left is missing only where not every reading is to answer."""

        def refused(changes: tuple[RosterChange, ...]) -> bool:
            law = LAW.reading(RemovalEffect.LEAVING_DAY)
            try:
                insured_on(changes, LAST, law=law)
            except InvalidFactError:
                return True
            return False

        assert reached(roster_changes(every_reading=False), refused)


class TestSiteInjuries:
    """Injuries on a project."""

    @given(injury=site_injuries(first=FIRST, last=LAST), law=laws())
    def test_taken(self, injury: SiteInjury, law: Law) -> None:
        """A standing takes them under every reading, and the day is one asked for."""
        assert isinstance(standing(injury, law=law), Standing)
        assert FIRST <= injury.happened_at.date() <= LAST

    @pytest.mark.parametrize("wanted", Standing, ids=lambda wanted: wanted.name)
    def test_every_standing(self, wanted: Standing) -> None:
        """Each standing comes up."""
        assert reached(site_injuries(), lambda injury: standing(injury) is wanted)

    @pytest.mark.parametrize("second", [0, 1, -1])
    @pytest.mark.parametrize("clock", ["happened_at", "known_at"])
    def test_the_48th_hour(self, clock: str, second: int) -> None:
        """Reports come on the 48th hour, a second later and a second before, of the accident and of knowing it."""
        off = TWO_DAYS + timedelta(seconds=second)

        def wanted(injury: SiteInjury) -> bool:
            start: datetime = getattr(injury, clock)
            apart = injury.known_at is not None and injury.known_at - injury.happened_at > timedelta(hours=1)
            return apart and injury.reported_at is not None and injury.reported_at - start == off

        assert reached(site_injuries(), wanted)

    def test_what_only_a_reading_asks_for(self) -> None:
        """When the employer knew is missing only where not every reading is to answer."""

        def refused(injury: SiteInjury) -> bool:
            try:
                standing(injury, law=LAW.reading(ReportClock.KNOWLEDGE))
            except InvalidFactError:
                return True
            return False

        assert first_of(site_injuries(every_reading=False), refused).known_at is None


class TestAccidents:
    """Accidents as a case has them."""

    @given(accident=accidents(workers=["张三", "李四"], first=FIRST, last=LAST))
    def test_bounds(self, accident: Accident) -> None:
        """Workers and days are those asked for."""
        assert accident.worker in {"张三", "李四"}
        assert FIRST <= accident.day <= LAST
        assert accident.extension_days <= 30

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda one: isinstance(one.worker, Worker),
            lambda one: one.reported_at and one.reported_at - one.happened_at == TWO_DAYS,
            lambda one: one.employer_filed_on == one.day + timedelta(days=30),
            lambda one: one.employer_filed_on == one.day + timedelta(days=31) and not one.extension_days,
            lambda one: one.excluded and one.others_filed_on,
            lambda one: one.determined_on and one.assessed_on,
            lambda one: one.day in {cost.incurred_on for cost in one.costs},
            lambda one: one.known_at is None,
            lambda one: one.extension_days == 30,
        ],
    )
    def test_corners(self, wanted: Any) -> None:  # noqa: ANN401  (a condition)
        """Each kind of accident that a rule tells apart comes up."""
        assert reached(accidents(every_reading=False), wanted)


class TestOwnEmployer:
    """Workers insured through their own employer, always or from a day about that of the harm."""

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda one: one.enrolled_by_employer is True,
            lambda one: one.enrolled_by_employer == one.day,
            lambda one: one.enrolled_by_employer == one.day + timedelta(days=1),
        ],
        ids=["always", "from the day", "a day too late"],
    )
    def test_at_an_accident(self, wanted: Any) -> None:  # noqa: ANN401  (a condition)
        """Each comes up."""
        assert reached(accidents(every_reading=False), wanted)

    @pytest.mark.parametrize("off", [0, 1])
    def test_at_a_disease(self, off: int) -> None:
        """From the day of the diagnosis, and from the day after it."""
        assert reached(diseases(), lambda one: one.enrolled_by_employer == one.diagnosed_on + timedelta(days=off))


class TestDiseases:
    """Occupational diseases on a project."""

    @given(disease=diseases(workers=["张三", "李四"], first=FIRST, last=LAST))
    def test_bounds(self, disease: OccupationalDisease) -> None:
        """Workers and exposures are those asked for; nobody is in hospital before the exposure."""
        assert disease.worker in {"张三", "李四"}
        assert FIRST <= disease.exposed_from <= LAST
        assert disease.exposed_from <= disease.diagnosed_on
        told = disease.benefits
        assert told is None or all(stay.first >= disease.exposed_from for stay in told.stays)

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda one: one.exposed_to is None and one.diagnosed_on > one.exposed_from,
            lambda one: one.exposed_to and one.exposed_to < one.diagnosed_on,
            lambda one: one.employer_filed_on == one.diagnosed_on + timedelta(days=30),
            lambda one: one.determined_on and one.assessed_on,
            lambda one: one.benefits and any(stay.first < one.diagnosed_on for stay in one.benefits.stays),
            lambda one: one.benefits and one.exposed_from in {stay.first for stay in one.benefits.stays},
        ],
        ids=["to the diagnosis", "before it", "in time", "assessed", "in hospital before", "from the first day"],
    )
    def test_corners(self, wanted: Any) -> None:  # noqa: ANN401  (a condition)
        """Each kind of disease that a rule tells apart comes up."""
        assert reached(diseases(), wanted)


class TestDaysOff:
    """Notices of days off that a case supplies."""

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda one: one.off and not one.worked and one.where is Where.GUANGXI,
            lambda one: one.worked and one.where is Where.NATIONAL,
            lambda one: not one.off and not one.worked and one.year,
            lambda one: one.source,
        ],
        ids=["Guangxi's", "the nation's, with days worked", "withdrawn", "with its source"],
    )
    def test_corners(self, wanted: Any) -> None:  # noqa: ANN401  (a condition)
        """Notices of both places, with days worked in exchange or none, and withdrawn ones come up."""
        assert reached(days_off(), wanted)


ILL: Final = ("a disease that the fund pays for", "a disease in hospital")
ASSESSED: Final = project_cases().map(lambda case: (case, assess_project(case)))


class TestProjects:
    """Whole projects."""

    @settings(max_examples=60)
    @given(case=project_cases(highest=10**9), day=days(), law=laws())
    def test_assessed(self, case: ProjectCase, day: date, law: Law) -> None:
        """Every reading assesses a project and tells its duties."""
        assert case.contract.price <= 10**9
        assert len(assess_project(case, law=law).accidents) == len(case.accidents)
        assert isinstance(obligations(case, on=day, law=law), tuple)

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda case, found: not case.payments and found.premium_day is None,
            lambda case, found: not case.payments and found.premium_day is not None,
            lambda case, found: len(case.payments) == 1 and found.account.open == 0,
            lambda case, found: len(case.payments) == 2 and found.premium_day == max(p.paid_on for p in case.payments),
            lambda case, found: case.payments and found.premium_day is None,
            lambda _, found: found.account.overpaid > 0,
            lambda _, found: any(accident.fund_pays for accident in found.accidents),
            lambda _, found: any(accident.case.injury.enrolled for accident in found.accidents),
            lambda case, _: case.name_changes and case.funded_on,
            lambda _, found: any(one.fund_pays for one in found.diseases),
            lambda _, found: any(one.settlement for one in found.diseases),
        ],
        ids=[
            "unpaid",
            "nothing to pay",
            "paid",
            "in parts",
            "too little",
            "too much",
            "fund",
            "enrolled",
            "names",
            *ILL,
        ],
    )
    def test_corners(self, wanted: Any) -> None:  # noqa: ANN401  (a condition)
        """Projects are paid for in every way, and accidents happen to those on the roster."""
        assert reached(ASSESSED, lambda one: wanted(*one))

    @given(change=name_changes(first=FIRST, last=LAST), law=laws())
    def test_name_changes(self, change: NameChange, law: Law) -> None:
        """A limit is found whatever it counts from."""
        assert change.changed_on is not None
        assert FIRST <= change.changed_on <= LAST
        limit = name_change_deadline(document_on=change.document_on, changed_on=change.changed_on, law=law)
        assert limit.raw >= change.changed_on + timedelta(days=30)

    @pytest.mark.parametrize("off", [30, 31])
    @pytest.mark.parametrize("since", ["document_on", "changed_on"])
    def test_names_reported_about_the_limit(self, since: str, off: int) -> None:
        """Changes are reported on the last day in time and on the day after it."""
        loose = name_changes(every_reading=False)

        def wanted(change: NameChange) -> bool:
            start: date | None = getattr(change, since)
            if start is None or change.reported_on is None or change.document_on == change.changed_on:
                return False
            return change.reported_on - start == timedelta(days=off)

        assert reached(loose, wanted)
        assert reached(loose, lambda change: change.document_on is None or change.changed_on is None)


class TestPapers:
    """Papers, forms and notices."""

    @given(papers=submitted_papers(), tendered=st.booleans(), law=laws())
    def test_papers(self, papers: tuple[Submitted, ...], tendered: bool, law: Law) -> None:
        """What is short of them is told."""
        assert isinstance(missing_documents(papers, tendered=tendered, law=law), tuple)

    @pytest.mark.parametrize("why", ["MISSING", "TOO_FEW", "UNSEALED"])
    def test_shortfalls(self, why: str) -> None:
        """Papers are short for every reason."""
        assert reached(submitted_papers(), lambda papers: why in {one.why.name for one in missing_documents(papers)})

    @given(form=roster_forms(first=FIRST, last=LAST))
    def test_forms(self, form: RosterForm) -> None:
        """A form of a roster is taken with its blanks."""
        assert FIRST <= form.reported_on <= LAST
        assert len(unfilled(form)) <= 9

    def test_filled_forms(self) -> None:
        """A form may have rows and be filled in, and may be all blanks."""
        assert reached(roster_forms(), lambda form: bool(form.entries) and len(unfilled(form)) <= 2)
        assert first_of(roster_forms(), lambda form: unfilled(form) == ()).phone is not None
        assert reached(roster_forms(), lambda form: len(unfilled(form)) == 9)

    @given(notice=site_notices())
    def test_notices(self, notice: SiteNotice) -> None:
        """What a notice leaves out is told."""
        assert notice.missing == missing_from_notice(notice)
