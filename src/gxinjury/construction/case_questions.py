"""What is asked of a case part by part (案情的各项问题), so that it can be questioned: one outcome each."""

from datetime import date

from gxinjury.benefits import Settlement
from gxinjury.benefits.totals import SettledSums, settled_sums
from gxinjury.construction.accident_review import injury_of
from gxinjury.construction.accidents import Accident
from gxinjury.construction.benefit_facts import BenefitFacts
from gxinjury.construction.billing import premium_bill
from gxinjury.construction.cover import CoverPart, CoverState, ProjectCover
from gxinjury.construction.covered_day import cover_of
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.employer_insurance import EmployerInsured
from gxinjury.construction.expiry import contract_expiry
from gxinjury.construction.exposure import disease_of, disease_standing
from gxinjury.construction.premium import premium, premium_price
from gxinjury.construction.premium_rate import premium_rate
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.roster import Roster
from gxinjury.construction.settling import settle_accident
from gxinjury.construction.standings import Standing
from gxinjury.construction.term_changes import term_changes_in_order
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.determination import costs_on_employer
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.money import Share, total
from gxinjury.periods import Period, merged

__all__ = [
    "cover_for_a_day",
    "covered_part",
    "days_on_employer",
    "expiry_of",
    "premium_in_full",
    "premium_total",
    "standing_of",
    "standing_with_disease",
    "sums_of_accident",
]


def premium_total(case: ProjectCase, law: Law) -> Yuan:
    """Premium of a project, supplements and refunds included, for the day of the first payment; in yuan."""
    return premium_bill(case, law).total


def premium_in_full(case: ProjectCase, paid_on: date, law: Law) -> Yuan:
    """Premium on all of the price, changes and relief included, however far the project has come; in yuan."""
    price = total([premium_price(case.contract, law), *(change.amount for change in case.price_changes)])
    return premium(price, premium_rate(paid_on, case.relief, law), Share(1, 1))


def expiry_of(case: ProjectCase, paid_on: date | None, law: Law) -> date:
    """Return the day the contract expires, with the extensions that count, the premium counting as paid on a day."""
    changes = term_changes_in_order("ProjectCase", case.contract, case.term_changes)
    return contract_expiry(case.contract, changes, paid_on, case.delay, law)


def covered_part(case: ProjectCase, paid_on: date | None, law: Law) -> CoverPart | None:
    """Cover of a project, without its findings; None where no day is covered or unsettled."""
    cover = cover_of(case, paid_on, None, law)
    if cover is None or not (cover.periods or cover.unsettled):
        return None
    return CoverPart(cover.periods, cover.unsettled)


def cover_for_a_day(case: ProjectCase, day: date, paid_on: date | None, law: Law) -> ProjectCover:
    """Cover of a project as far as an accident of a day hangs on it: the first day, and the day itself."""
    cover = cover_of(case, paid_on, None, law)
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


def standing_of(accident: Accident, cover: ProjectCover, roster: Roster, law: Law) -> Standing:
    """Standing of a worker hurt, cover and enrolment derived."""
    return injury_of(accident, cover, roster, law).standing


def standing_with_disease(
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


def days_on_employer(accident: Accident, law: Law) -> Period | None:
    """Days whose costs fall on the employer for applying late; None for none."""
    return costs_on_employer(
        accident.day,
        counted_from=accident.counted_from,
        employer_filed_on=accident.employer_filed_on,
        others_filed_on=accident.others_filed_on,
        accepted_on=accident.accepted_on,
        extension_days=accident.extension_days,
        law=law,
    )


def sums_of_accident(accident: Accident, facts: BenefitFacts, completed_on: date | None, law: Law) -> SettledSums:
    """Benefits of an accident in sums, of a worker who is insured unless the facts say otherwise."""
    settled = settle_accident(accident, facts, fund_pays=None, employer_costs=None, completed_on=completed_on, law=law)
    return settled_sums(settled.settlement or Settlement(()))
