"""What a case still needs (案情追问): the questions to ask of it, what hangs on each, and which unclear clause matters.

A case is read by :mod:`gxinjury.extra.cases.open`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Annotated, Final, cast

import attrs

from gxinjury.construction import Accident, CoverState, OccupationalDisease, ProjectCase, Standing, Worker, standing
from gxinjury.construction.billing import premium_day
from gxinjury.construction.case_questions import (
    cover_for_a_day,
    covered_part,
    days_on_employer,
    premium_total,
    standing_of,
    standing_with_disease,
    sums_of_accident,
)
from gxinjury.construction.covered_day import cover_on
from gxinjury.extra.cases.looked_up import LookedUp, found_or_refused, on_steps
from gxinjury.extra.cases.open import OpenCase
from gxinjury.extra.cases.premium_questions import PremiumQuestions, example_of, premium_questions
from gxinjury.extra.cases.unknowns import Unknowns
from gxinjury.inquiry import Comparison, Needs, ReadingsThatMatter, Refusal, compare, needs, readings_that_matter
from gxinjury.law import Law
from gxinjury.law.readings.sets import laws_by_set
from gxinjury.periods import day_after
from gxinjury.privacy import mask
from gxinjury.records import Record
from gxinjury.rules import label_of
from gxinjury.statutes import Reading
from gxinjury.texts import Text

_FILINGS: Final = ("employer_filed_on", "others_filed_on", "accepted_on")


@attrs.frozen
class CoverQuestions(Record):
    """What is missing to know the cover of a project on a day; a refusal where it cannot be asked yet says why."""

    day: Annotated[date, Text("日期", "day")]
    needs: Annotated[Needs[CoverState] | Refusal, Text("尚须查明", "needs")]


@attrs.frozen
class HarmQuestions(Record):
    """What is missing to know where a worker stands after an injury or disease, the first of a case being number 1.

    The worker goes by what the file knows him by, None where it is left out; a disease has no moment.
    """

    number: Annotated[int, Text("序号", "number")]
    worker: Annotated[str | None, Text("职工", "worker")]
    needs: Annotated[Needs[Standing] | Refusal, Text("尚须查明", "needs")]
    happened_at: Annotated[datetime | None, Text("发生时刻", "happened at")] = None


@attrs.frozen
class UnderReadings(Record):
    """What comes out under other ways to read the texts: the readings that matter, and the named sets of them.

    What comes out ``alone`` under a member has the other readings as the law asked; the first set is that law.
    """

    readings: Annotated[ReadingsThatMatter[object], Text("影响结果的口径", "readings")]
    alone: Annotated[Mapping[Reading, object], Text("单独变换一种口径", "alone")]
    sets: Annotated[Comparison[object], Text("成套口径", "sets")]


@attrs.frozen
class ReadingReport(Record):
    """How a part of the answer depends on how the texts are read, what is left out being taken as not so.

    It is about the injury of a number, the first being 1, or about the project. The days of ``example`` stand for those
    that the file leaves out.
    """

    about: Annotated[Text, Text("所问事项", "about")]
    number: Annotated[int | None, Text("第几起事故", "number")]
    found: Annotated[UnderReadings | Refusal, Text("结果", "found")]
    example: Annotated[ProjectCase | None, Text("举例", "example")] = None


@attrs.frozen
class CaseQuestions(Record):
    """What a case still needs; ``expiry`` is the day the contract expires, as far as the case tells it.

    The cover is asked for on the days of the injuries, and on the first one after the contract expires, where that day
    is known. The readings are those of premium, cover and standing, then of costs and benefits.
    """

    case: Annotated[OpenCase, Text("案情", "case")]
    premium: Annotated[PremiumQuestions, Text("保险费", "premium")]
    expiry: Annotated[date, Text("合同到期日", "expiry")]
    cover: Annotated[tuple[CoverQuestions, ...], Text("参保有效期", "cover")]
    injuries: Annotated[tuple[HarmQuestions, ...], Text("事故", "injuries")]
    diseases: Annotated[tuple[HarmQuestions, ...], Text("职业病", "diseases")]
    readings: Annotated[tuple[ReadingReport, ...], Text("条文理解", "readings")]


def questions_of(case: OpenCase, *, with_readings: bool = True) -> CaseQuestions:
    """Return what a case still needs, what hangs on each question, and which unclear clause matters in it.

    Without the readings, which take most of the time, it is what to ask next.

    >>> from gxinjury.construction import Contract, Payment, ProjectCase
    >>> from gxinjury.extra.cases.file import CaseFile
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> file = CaseFile(ProjectCase(contract, [Payment(amount=130_000, paid_on=date(2015, 10, 8))]))
    >>> found = questions_of(OpenCase(file, frozenset({"contract", "payments"})))
    >>> [(str(one.day), [need.field for need in one.needs]) for one in found.cover]
    [('2016-07-01', ['case.delay', 'case.accepted_on'])]
    """
    facts = Unknowns(case)
    after_expiry = set() if "completion" in facts.left_out else {day_after(facts.expiry)}
    days = sorted(after_expiry.union(accident.day for accident, _ in facts.accidents))
    cover = {day: found_or_refused(partial(_cover_needs, facts, day)) for day in days}
    injuries = (
        _harm(number, hurt, known, partial(_standing_needs, facts, hurt, known, cover[hurt.day]))
        for number, (hurt, known) in enumerate(facts.accidents, 1)
    )
    diseases = (
        _harm(number, disease, known, partial(_disease_needs, facts, disease, known))
        for number, (disease, known) in enumerate(facts.diseases, 1)
    )
    return CaseQuestions(
        case,
        premium_questions(facts),
        facts.expiry,
        tuple(CoverQuestions(day, found) for day, found in cover.items()),
        tuple(injuries),
        tuple(diseases),
        (*_reading_reports(facts), *_money_reports(facts)) if with_readings else (),
    )


def _harm(
    number: int,
    one: Accident | OccupationalDisease,
    known: frozenset[str],
    asked: Callable[[], Needs[Standing] | Refusal],
) -> HarmQuestions:
    name = mask(f"{one.worker.name if isinstance(one.worker, Worker) else one.worker}") if "worker" in known else None
    happened_at = one.happened_at if isinstance(one, Accident) else None
    return HarmQuestions(number, name, found_or_refused(asked), happened_at)


def _cover_needs(facts: Unknowns, day: date) -> Needs[CoverState]:
    """Return what is missing to know the cover of a day."""
    return needs(cover_on, facts.of_cover(day), law=facts.law)


def _standing_needs(
    facts: Unknowns, accident: Accident, known: frozenset[str], cover: Needs[CoverState] | Refusal
) -> Needs[Standing] | Refusal:
    """Return what is missing to know where a worker stands who was hurt on a day of a cover."""
    found = (cover,) if isinstance(cover, Refusal) else cover.outcomes
    states = [state for state in found if isinstance(state, CoverState)]
    if not states:
        return cast("Refusal", next(iter(found)))  # the state of the cover is all that else comes out
    return needs(standing, facts.of_injury(accident, known, states), law=facts.law)


def _disease_needs(facts: Unknowns, disease: OccupationalDisease, known: frozenset[str]) -> Needs[Standing]:
    """Return what is missing to know where a worker with an occupational disease stands."""
    return needs(standing_with_disease, facts.of_disease(disease, known), law=facts.law)


def _reading_reports(facts: Unknowns) -> Iterator[ReadingReport]:
    """Yield how the answers depend on how the texts are read, of those that can be given."""
    law = facts.law
    case = {"case": facts.project}
    premium = _report(None, premium_total, case, law)
    if facts.left_out or ("payments" not in facts.known and _is_refused(premium)):
        premium = _for_example(facts, premium)
    yield premium
    if facts.left_out or "payments" not in facts.known:
        return
    paid = {**case, "paid_on": LookedUp(premium_day, case, law)}
    yield _report(None, on_steps(covered_part), paid, law)
    for number, (accident, known) in enumerate(facts.accidents, 1):
        if "roster" in facts.known and known.issuperset(("worker", "work_cause", "on_site")):
            cover = found_or_refused(partial(LookedUp, on_steps(cover_for_a_day), {**paid, "day": accident.day}, law))
            hurt = {"accident": accident, "roster": facts.roster, "cover": cover}
            yield _report(number, on_steps(standing_of), hurt, law)


def _money_reports(facts: Unknowns) -> Iterator[ReadingReport]:
    """Yield how costs and benefits of an accident depend on how the texts are read, where the file asks for them."""
    for number, (accident, known) in enumerate(facts.accidents, 1):
        if known.intersection(_FILINGS):
            yield _report(number, days_on_employer, {"accident": accident}, facts.law)
        if accident.benefits is not None:
            settled = {
                "accident": accident,
                "facts": accident.benefits,
                "completed_on": facts.completed_on,
            }
            yield _report(number, sums_of_accident, settled, facts.law)


def _is_refused(report: ReadingReport) -> bool:
    found = report.found
    return isinstance(found, Refusal) or isinstance(found.readings.outcome, Refusal)


def _for_example(facts: Unknowns, otherwise: ReadingReport) -> ReadingReport:
    """Return how the premium depends on how the texts are read, with days for example in place of those left out."""
    example = found_or_refused(partial(example_of, facts))
    if example is None or isinstance(example, Refusal):
        return otherwise
    return attrs.evolve(_report(None, premium_total, {"case": example}, facts.law), example=example)


def _report(number: int | None, asked: Callable[..., object], facts: Mapping[str, object], law: Law) -> ReadingReport:
    """Return how an answer depends on how the texts are read; where a step below it is refused, that refusal."""
    refused = next((fact for fact in facts.values() if isinstance(fact, Refusal)), None)
    found = found_or_refused(partial(_under_readings, asked, facts, law)) if refused is None else refused
    return ReadingReport(label_of(asked), number, found)


def _under_readings(asked: Callable[..., object], facts: Mapping[str, object], law: Law) -> UnderReadings:
    found = readings_that_matter(asked, facts, law=law)
    members = (member for one in found for member in one.reading)
    alone = {member: found_or_refused(partial(asked, **facts, law=law.reading(member))) for member in members}
    return UnderReadings(found, alone, compare(asked, facts, laws_by_set(law)))
