"""What there is to ask about the premium of a case (保险费的追问).

A day that is left out is tried on either side of what it is held against. An amount hangs on the very day, so what is
asked is how the project is billed; which readings move money is shown with days for example.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from itertools import product
from typing import Annotated, Final

import attrs

from gxinjury.construction import Payment, ProjectCase
from gxinjury.construction.billing import Billing, billing
from gxinjury.construction.case_questions import premium_in_full, premium_total
from gxinjury.extra.cases.looked_up import found_or_refused
from gxinjury.extra.cases.unknowns import Unknowns
from gxinjury.facts import Yuan
from gxinjury.inquiry import Needs, Refusal, needs, one_of, readings_that_matter
from gxinjury.law import LAW
from gxinjury.periods import day_after, day_before, days_after, days_before
from gxinjury.records import Record
from gxinjury.texts import Text

_HALF_A_YEAR: Final = 182
_A_QUARTER: Final = 92


@attrs.frozen
class PremiumQuestions(Record):
    """What there is to ask about the premium: it ``in_full``, and what is missing to know whether that is due, or less.

    In full it is that on all of the price, changes and relief included, in yuan; a refusal without a rate.
    """

    in_full: Annotated[Yuan | Refusal, Text("按全部造价的保险费", "in full")]
    needs: Annotated[Needs[Billing] | Refusal, Text("尚须查明", "needs")]


def premium_questions(facts: Unknowns) -> PremiumQuestions:
    """Return what there is to ask about the premium."""
    days = days_to_try(facts)
    in_full = partial(premium_in_full, facts.project, min(days["paid_on"]), facts.law)
    case = {name: one_of(*some) for name, some in days.items()} | {"started_on": facts.project.started_on}
    return PremiumQuestions(found_or_refused(in_full), found_or_refused(partial(needs, billing, case, law=facts.law)))


def days_to_try(facts: Unknowns) -> Mapping[str, tuple[date, ...]]:
    """Return the days on which the premium hangs, by name; more than one where the file leaves one out."""
    project, left_out = facts.project, facts.left_out
    first_new, first_paid = min(LAW.new_starts_from.days()), min(LAW.project_premium_rate.days())
    paid_on, completion = project.first_paid_on, project.contract.completion
    starts: tuple[date, ...] = (project.start,)
    if "commencement" in left_out and project.started_on is None:
        starts = (days_before(first_new, _HALF_A_YEAR), days_after(first_new, _HALF_A_YEAR))
        if paid_on is not None:
            starts = (day_before(first_new), max(day_before(paid_on), first_new), day_after(paid_on))
    paid: tuple[date, ...]
    if paid_on is not None:
        paid = (paid_on,)
    else:
        in_time = max(day_before(max(starts)), first_paid)
        in_progress = days_after(max(*starts, first_paid), _A_QUARTER)
        paid = (in_time, in_progress)
        if "completion" not in left_out:
            last = max(completion, first_paid)
            paid = (in_time, min(in_progress, last), day_after(last))
    ends: tuple[date, ...] = (completion,)
    if "completion" in left_out:
        ends = (day_before(max(paid)), days_after(max(*paid, *starts), 2 * _HALF_A_YEAR))
    found = {"commencement": starts, "completion": ends, "paid_on": paid}
    return {name: tuple(dict.fromkeys(some)) for name, some in found.items()}


def example_of(facts: Unknowns) -> ProjectCase | None:
    """Return the case with days for example, such that most readings matter to its premium.

    None where no days make a case that pays in its term.
    """
    found: list[tuple[int, ProjectCase]] = []
    project = facts.project
    for start, completion, paid_on in product(*days_to_try(facts).values()):
        if not start < paid_on <= completion:
            continue
        commencement = start if "commencement" in facts.left_out else project.contract.commencement
        contract = attrs.evolve(project.contract, commencement=commencement, completion=completion)
        payments = project.payments or (Payment(amount=1, paid_on=paid_on),)
        # A change of the term need not fit days that are only for example.
        terms = () if facts.left_out else project.term_changes
        case = attrs.evolve(project, contract=contract, payments=payments, term_changes=terms)
        matter = readings_that_matter(premium_total, {"case": case}, law=facts.law)
        found.append((len(matter), case))
    return max(found, key=lambda one: one[0])[1] if found else None
