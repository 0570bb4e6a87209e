"""What is unknown of a case (案情中未知的事实), as inquiries take it, and what it may be.

Days and moments are not guessed: where one is unknown it is tried on either side of the day or limit that it is held
against, and the one tried stands for all on its side.
"""

from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import attrs

from gxinjury.construction import (
    Accident,
    Contract,
    CoverState,
    DelayFiling,
    OccupationalDisease,
    ProjectCase,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    SiteInjury,
    Warranty,
    delay_papers_deadline,
)
from gxinjury.construction.accident_review import injury_of
from gxinjury.construction.billing import premium_day
from gxinjury.construction.case_questions import expiry_of
from gxinjury.construction.cover import payment_day
from gxinjury.construction.covered_day import cover_of
from gxinjury.construction.employer_insurance import employer_insured_on
from gxinjury.determination import report_deadline
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.extra.cases.open import OpenCase
from gxinjury.inquiry import one_of, unknown
from gxinjury.law.readings import ReportClock
from gxinjury.periods import Period, day_after, day_before

if TYPE_CHECKING:
    from gxinjury.law import Law


_JUST_LATE: Final = timedelta(minutes=1)
_YES_OR_NO: Final = (False, True)
_TOLD: Final = ("work_cause", "on_site", "verified", "deemed")


class Unknowns:
    """The facts of a case as inquiries take them: what is known, and what an unknown one may be."""

    def __init__(self, case: OpenCase) -> None:
        self.known: frozenset[str] = case.known
        self.left_out: frozenset[str] = case.left_out
        self.project: ProjectCase = case.file.case
        self.accidents: tuple[tuple[Accident, frozenset[str]], ...] = tuple(
            zip(self.project.accidents, case.injuries, strict=True)
        )
        self.diseases: tuple[tuple[OccupationalDisease, frozenset[str]], ...] = tuple(
            zip(self.project.diseases, case.diseases, strict=True)
        )
        self.law: Law = case.file.law.law()
        self.expiry: date = expiry_of(self.project, self._paid_if_told(), self.law)
        self.roster: Roster = Roster(self.project.roster)
        self.completed_on: date | None = self.project.completed_on or self.project.accepted_on

    def of_cover(self, day: date) -> dict[str, object]:
        """Return the facts on which the cover of a day hangs."""
        facts = {field.name: getattr(self.project, field.name) for field in attrs.fields(ProjectCase)}
        facts |= {"roster": (), "accidents": (), "diseases": (), "name_changes": (), "stoppages": ()}
        if "progress.accepted_on" not in self.known:
            sides = (day_before(day), max(day, self.project.completed_on or day))
            facts["accepted_on"] = one_of(None, *sides)
        expiry = self.expiry
        if "completion" in self.left_out:
            # Expired the day before, or to expire on the day itself.
            expiry = day_before(day)
            told = {name: getattr(self.project.contract, name) for name in ("price", "bid_price", "commencement")}
            facts["contract"] = partial(Contract, **told, completion=one_of(expiry, day))
        facts["delay"] = self._delay(max(day, day_after(expiry)), expiry)
        facts["warranty"] = self._warranty(day)
        return {"case": partial(ProjectCase, **facts), "day": day, "paid_on": self._paid_on(day)}

    def of_injury(self, accident: Accident, known: frozenset[str], states: list[CoverState]) -> "partial[SiteInjury]":
        """Return the facts of an injury, on a day of which the cover is one of some states."""
        reported_at, known_at = self._moments(accident, known)
        told: dict[str, Any] = {name: getattr(accident, name) for name in _TOLD if name in known}
        if "enrolled_by_employer" in known:
            told["enrolled_by_employer"] = employer_insured_on(accident.day, accident.enrolled_by_employer)
        if told.get("work_cause", False):
            told.setdefault("deemed", False)  # whoever tells of a work cause does not leave open that it has none
        if accident.determined_on is not None:
            told.setdefault("verified", True)
        return partial(
            SiteInjury,
            happened_at=accident.happened_at,
            enrolled=self._enrolled(accident, known),
            cover=one_of(*states),
            reported_at=reported_at,
            known_at=known_at,
            **told,
        )

    def of_disease(self, disease: OccupationalDisease, known: frozenset[str]) -> dict[str, object]:
        """Return the facts on which it hangs where a worker with a disease stands.

        A day left out is tried on either side of what it is held against: the exposure of the first covered day, the
        diagnosis of completion, or of the day the contract expires.
        """
        cover = self._cover_if_told()
        first = (cover and payment_day(cover)) or self.project.contract.commencement
        last = disease.diagnosed_on if "diagnosed_on" in known else self.completed_on or self.expiry
        last = max(last, disease.exposed_from)
        exposures = _exposures(disease, known, min(first, last))
        listed = RosterChange(disease.worker, RosterChangeKind.ADD, day_before(exposures[0].first))
        is_listed = "roster" in self.known and "worker" in known
        return {
            "worker": disease.worker,
            "exposure": one_of(*exposures),
            "diagnosed_on": last if "diagnosed_on" in known else one_of(last, day_after(last)),
            "by_employer": disease.enrolled_by_employer if "enrolled_by_employer" in known else one_of(*_YES_OR_NO),
            "cover": cover or one_of(ProjectCover(self.expiry, ()), ProjectCover(self.expiry, (Period(first, None),))),
            "roster": self.roster if is_listed else one_of(Roster(()), Roster([listed])),
            "completed_on": self.completed_on or one_of(None, day_before(last)),
        }

    def _cover_if_told(self) -> ProjectCover | None:
        """Return the cover as far as the file goes, what it leaves out being not so; None where no payment is told."""
        if "payments" not in self.known or self.left_out:
            return None
        paid_on = self._paid_if_told()
        return cover_of(self.project, paid_on, None, self.law) or ProjectCover(self.expiry, ())

    def _paid_if_told(self) -> date | None:
        """Return the day on which the premium counts as paid, as far as the case tells it."""
        try:
            return premium_day(self.project, self.law)
        except GxInjuryError:  # told where the cover is asked for
            return None

    def _paid_on(self, day: date) -> date | None:
        """Return the day on which the premium counts as paid; where no payment is told, one by the day or after it."""
        if "payments" in self.known:
            first_paid_on = self.project.first_paid_on
            # Whether the sum is complete is not known while it is not known what is due.
            return one_of(None, first_paid_on) if self.left_out else premium_day(self.project, self.law)
        ends = (day, self.expiry, self.project.accepted_on or day)
        return one_of(None, min(ends), day_after(day))

    def _delay(self, day: date, expiry: date) -> DelayFiling | None:
        """Return the delay papers; where they are not told, filed in time or late, for the day or not so long."""
        told = self.project.delay
        if "delay" in self.known and (told is None or "delay.acceptance_period_ends" in self.known):
            return told
        last = delay_papers_deadline(expiry, law=self.law)
        filed = (last, day_after(last)) if told is None else (told.filed_on,)
        papers = [DelayFiling(filed_on, ends) for filed_on in filed for ends in (None, day_before(day), day)]
        return one_of(*papers) if "delay" in self.known else one_of(None, *papers)

    def _warranty(self, day: date) -> Warranty | None:
        """Return the warranty; where it is not told, none, or one that is filed and reported by the day of an injury.

        The day after the contract expires is asked about for the works, and takes no warranty that is not told.
        """
        told = self.project.warranty
        if told is None:
            is_open = "warranty" not in self.known and any(one.day == day for one in self.project.accidents)
            return one_of(None, Warranty(day, day, ends=day)) if is_open else None
        filed, reported = (
            (getattr(told, name),) if f"warranty.{name}" in self.known else (None, day)
            for name in ("filed_on", "roster_reported_on")
        )
        return one_of(*(Warranty(one, other, ends=told.ends) for one in filed for other in reported))

    def _moments(self, accident: Accident, known: frozenset[str]) -> tuple[datetime | None, datetime | None]:
        """Return when the accident was reported and known; where not told, on either side of the limit."""
        by_knowledge = self.law.choice(ReportClock) is ReportClock.KNOWLEDGE
        known_at = accident.known_at or accident.happened_at
        limit = report_deadline(accident.happened_at, known_at=known_at, law=self.law)
        reported_at = accident.reported_at if "reported_at" in known else one_of(None, limit, limit + _JUST_LATE)
        if "known_at" in known or not by_knowledge:
            return reported_at, accident.known_at
        return reported_at, one_of(accident.happened_at, accident.reported_at or limit + _JUST_LATE)

    def _enrolled(self, accident: Accident, known: frozenset[str]) -> Any:  # noqa: ANN401  (a flag, or what stands for one)
        """Return whether the worker was enrolled, where roster, worker and payment tell it; else that it is open."""
        if "worker" not in known or not self.known.issuperset(("roster", "payments")) or self.left_out:
            return unknown()
        paid_on = premium_day(self.project, self.law)
        if paid_on is None:
            return False
        # As off work, so that nothing is asked for but the roster.
        bare = Accident(accident.worker, accident.happened_at, work_cause=False, on_site=True)
        try:
            found = injury_of(bare, ProjectCover(self.expiry, (Period(paid_on, None),)), self.roster, self.law)
        except InvalidFactError:  # a reading asks for a day that the roster does not have
            return unknown()
        return found.injury.enrolled


def _exposures(disease: OccupationalDisease, known: frozenset[str], first: date) -> list[Period]:
    """Return what the exposure may be, one that may be told in full; ``first`` being the first covered day."""
    starts = [disease.exposed_from] if "exposed_from" in known else [day_before(first), first]
    if "exposed_to" not in known:
        return [Period(start, last) for start in starts for last in (None, start)]
    last = disease.exposed_to
    return [*dict.fromkeys(Period(start if last is None else min(start, last), last) for start in starts)]
