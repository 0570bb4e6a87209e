"""What a page tells of workers (花名册、事故与职业病的排印): the roster, accidents, diseases."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from gxinjury.cli.benefits import settled
from gxinjury.cli.page import Page
from gxinjury.cli.printing import cited
from gxinjury.construction import (
    Accident,
    AccidentAssessment,
    DiseaseAssessment,
    OccupationalDisease,
    ProjectAssessment,
    WorkerCover,
)
from gxinjury.construction.workers import key_of
from gxinjury.determination.counting import falls_on_day_off
from gxinjury.extra.cases.people import named_in
from gxinjury.extra.pages.parts import Grid, Line, Part
from gxinjury.law.clauses import NN
from gxinjury.money import written_amount
from gxinjury.periods import Deadline

_SHORT_ROSTER: Final = 20
_INDENT: Final = 6


def roster(found: ProjectAssessment, page: Page) -> Iterator[Part]:
    """Yield what workers are insured for; of a long roster, those with findings or accidents."""
    workers = found.workers
    if not workers:
        return
    counts = page.say("workers_counted", workers=len(workers), insured=sum(1 for one in workers if one.covered))
    yield Line(f"{counts}  {cited([NN.clause('3.1.2')])}", 2)
    told = workers if len(workers) <= _SHORT_ROSTER else _of_note(found)
    if len(told) < len(workers):
        yield Line(page.say("workers_of_note", count=len(told)), 2)
    rows = [row for one in told[:_SHORT_ROSTER] for row in _worker(one, page)]
    if rows:
        yield Grid(rows, numbers=[3], indent=4)
    if len(told) > _SHORT_ROSTER:
        yield Line(page.say("more", more=len(told) - _SHORT_ROSTER), 4)
    yield from page.findings(found.roster_findings)


def _of_note(found: ProjectAssessment) -> tuple[WorkerCover, ...]:
    """Return the workers whom an accident, a disease or a finding is about."""
    noted = {key_of(one.accident.worker) for one in found.accidents}
    noted |= {key_of(one.disease.worker) for one in found.diseases}
    for finding in found.roster_findings:
        noted |= named_in(finding)
    return tuple(one for one in found.workers if key_of(one.worker) in noted)


def _worker(one: WorkerCover, page: Page) -> Iterator[list[str]]:
    """Yield the days of a worker, a row each."""
    days = [("insured", period) for period in one.covered] + [("unsettled", period) for period in one.unsettled]
    name = page.written(one.worker)
    if not days:
        yield [name, page.say("not_insured"), "", ""]
    for told, period in sorted(days, key=lambda each: each[1].first):
        yield [name, page.say(told), page.period(period), page.days(period)]
        name = ""


def accidents(found: Sequence[AccidentAssessment], page: Page) -> Iterator[Part]:
    """Yield the accidents, each with where the worker stands, its limits, its costs and what it is worth."""
    for one in found:
        accident = one.accident
        rows = []
        if one.report_by is not None:
            done = _done(accident.reported_at and page.written(accident.reported_at), "reported", page)
            rows.append((page.say("report_by"), f"{page.written(one.report_by)}{done}  {cited([NN.clause('3.2.3')])}"))
        if accident.shown_on is not None:
            rows.append((page.say("shown_on"), str(accident.shown_on)))
        yield from _harm(one, accident_told(accident, page), rows, page)


def accident_told(accident: Accident, page: Page) -> str:
    """Return who was hurt, when, where and how."""
    return page.say(
        "accident_told",
        worker=page.written(accident.worker),
        at=accident.happened_at,
        place=page.say("on_site" if accident.on_site else "off_site"),
        cause=page.say("work_cause" if accident.work_cause else "other_cause"),
    )


def diseases(found: Sequence[DiseaseAssessment], page: Page) -> Iterator[Part]:
    """Yield the occupational diseases, as the accidents."""
    for one in found:
        yield from _harm(one, disease_told(one.disease, page), [], page)


def disease_told(disease: OccupationalDisease, page: Page) -> str:
    """Return who is ill, exposed when, diagnosed when."""
    worker, exposure = page.written(disease.worker), page.period(disease.exposure)
    return page.say("disease_told", worker=worker, exposure=exposure, diagnosed_on=disease.diagnosed_on)


def _harm(
    one: AccidentAssessment | DiseaseAssessment, told: str, rows: list[tuple[str, str]], page: Page
) -> Iterator[Part]:
    """Yield what is told of an accident or a disease, its rows, findings and settlement."""
    yield Line(told, 2, 4, level=3)
    standing = (page.say("standing"), f"{page.written(one.standing)}  {cited([one.standing_clause])}")
    yield Grid([standing, *rows, *_handled(one, page)], indent=_INDENT, is_list=True)
    # That nobody applied stands in the rows already.
    yield from page.findings([each for each in one.findings if each.code != "nobody_applied"], indent=_INDENT)
    if one.settlement is not None:
        yield from settled(one.settlement, page)


def _handled(one: AccidentAssessment | DiseaseAssessment, page: Page) -> Iterator[tuple[str, str]]:
    """Yield who applies by when, who bears the costs meanwhile, and what is done after completion, a row each."""
    harm = one.accident if isinstance(one, AccidentAssessment) else one.disease
    nobody = page.say("not_applied") if harm.first_filing is None else _done(harm.employer_filed_on, "applied", page)
    unless_late = page.say("where_nobody_applies", limit=str(one.employer_files_by))
    yield page.say("employer_applies_by"), f"{_limit(one.employer_files_by, page)}{nobody}  {cited([NN.clause('4.1')])}"
    done = _done(harm.others_filed_on, "applied", page)
    yield page.say("others_apply_by"), f"{_limit(one.others_file_by, page)}{done}  {cited([NN.clause('4.3')])}"
    if harm.accepted_on is not None:
        yield page.say("application_accepted"), str(harm.accepted_on)
    if one.employer_costs is not None:
        told = page.period(one.employer_costs)
        if harm.first_filing is None:
            told = page.say("aside", told=told, aside=unless_late)
        yield page.say("costs_meanwhile"), f"{told}  {cited([NN.clause('4.2')])}"
    if harm.costs and one.costs is not None:
        amounts = {name: written_amount(getattr(one.costs, name)) for name in ("whole", "fund", "employer")}
        conditions = [] if one.fund_pays else [page.say("where_the_fund_pays")]
        conditions += [unless_late] if harm.first_filing is None else []
        split = "costs_split_then" if conditions else "costs_split"
        told = page.say(split, **amounts, conditions=page.say("and").join(conditions))
        yield page.say("costs_named"), f"{told}  {cited([NN.clause('4.2')])}"
    if one.bridge is not None:
        told = page.say("treatment_and_leave", days=page.period(one.bridge))
        yield page.say("bridge"), f"{told}  {cited([NN.clause('5.3')])}"


def _limit(limit: Deadline, page: Page) -> str:
    """Return a limit, and that it ends on a day off where nobody looked at days off."""
    closed = falls_on_day_off(limit)
    return str(limit) if closed is None else page.say("aside", told=str(limit), aside=closed)


def _done(when: date | str | None, what: str, page: Page) -> str:
    """Return when something was done, as it stands behind its limit."""
    return "" if when is None else page.say(what, when=str(when))
