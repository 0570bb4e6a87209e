"""Questions about a case as functions (案情的各项问题): what inquiries are made into; nothing to install."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from gxinjury.construction import (
    Accident,
    CoverState,
    OccupationalDisease,
    ProjectCase,
    ProjectCover,
    Roster,
    Standing,
)
from gxinjury.construction.accident_review import injury_of
from gxinjury.construction.billing import premium_bill
from gxinjury.construction.cover import CoverPart
from gxinjury.construction.covered_day import cover_of
from gxinjury.construction.employer_insurance import EmployerInsured
from gxinjury.construction.expiry import contract_expiry
from gxinjury.construction.exposure import disease_of, disease_standing
from gxinjury.construction.premium import premium, premium_price
from gxinjury.construction.premium_rate import premium_rate
from gxinjury.construction.term_changes import term_changes_in_order
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.errors import GxInjuryError
from gxinjury.extra.looked_up import LookedUp
from gxinjury.facts import Yuan
from gxinjury.inquiry import Refusal
from gxinjury.law import Law
from gxinjury.money import Share, total
from gxinjury.periods import Period, merged

T = TypeVar("T")


def expiry_of(case: ProjectCase, paid_on: date | None, law: Law) -> date:
    """Return the day the contract expires, with the extensions that count, the premium counting as paid on a day."""
    changes = term_changes_in_order("ProjectCase", case.contract, case.term_changes)
    return contract_expiry(case.contract, changes, paid_on, case.delay, law)


def premium_total(case: ProjectCase, law: Law) -> Yuan:
    """Premium of a project, supplements and refunds included, for the day of the first payment; in yuan."""
    return premium_bill(case, law).total


def found_or_refused(call: Callable[[], T]) -> T | Refusal:
    """Return what an inquiry finds; where a fact that it needs is missing, or it would take too long, what says so."""
    try:
        return call()
    except GxInjuryError as error:
        return Refusal.of(error)


def premium_on_the_price(case: ProjectCase, paid_on: date, law: Law) -> Yuan:
    """Premium on all of the price, changes and relief included, however far the project has come; in yuan."""
    price = total([premium_price(case.contract, law), *(change.amount for change in case.price_changes)])
    return premium(price, premium_rate(paid_on, case.relief, law), Share(1, 1))


def cover_found(case: ProjectCase, paid_on: LookedUp[date | None], law: Law) -> CoverPart | None:
    """Cover of a project, without its findings; None where no day is covered or unsettled."""
    cover = cover_of(case, paid_on.under(law), None, law)
    if cover is None or not (cover.periods or cover.unsettled):
        return None
    return CoverPart(cover.periods, cover.unsettled)


def cover_for(case: ProjectCase, day: date, paid_on: LookedUp[date | None], law: Law) -> ProjectCover:
    """Cover of a project as far as an accident of a day hangs on it: the first day, and the day itself."""
    cover = cover_of(case, paid_on.under(law), None, law)
    if cover is None:
        return ProjectCover(case.contract.completion, ())
    first = [Period(period.first, period.first) for period in cover.periods[:1]]
    itself = [Period(day, day)]
    state = cover.state(day)
    return ProjectCover(
        cover.expiry,
        merged([*first, *(itself if state is CoverState.COVERED else ())]),
        tuple(itself) if state is CoverState.UNSETTLED else (),
    )


def standing_found(accident: Accident, roster: Roster, cover: LookedUp[ProjectCover], law: Law) -> Standing:
    """Standing of a worker hurt, cover and enrolment derived."""
    return injury_of(accident, cover.under(law), roster, law).standing


def disease_found(
    *,
    worker: WorkerOrKey,
    exposure: Period,
    diagnosed_on: date,
    by_employer: EmployerInsured,
    cover: ProjectCover,
    roster: Roster,
    completed_on: date | None,
    law: Law,
) -> Standing:
    """Standing of a worker with an occupational disease, what the exposure and the diagnosis meet derived."""
    disease = OccupationalDisease(
        worker,
        exposed_from=exposure.first,
        diagnosed_on=diagnosed_on,
        exposed_to=exposure.last,
        enrolled_by_employer=by_employer,
    )
    return disease_standing(disease_of(disease, cover, roster, completed_on, law), law)
