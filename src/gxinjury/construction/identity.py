"""What a roster tells of a person that cannot be right (实名核对): name and id, sex, age, wage, rows written twice.

Told at the worker, and at his accident too; that he is a minor, who may work, is a caution. None of it changes who is
insured: the agency takes the report all the same.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from gxinjury.construction.findings import Cautions, Findings
from gxinjury.construction.ids import born_on
from gxinjury.construction.roster import Roster
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.roster_history import WorkerHistory
from gxinjury.construction.workers import Worker, WorkerOrKey, as_worker, key_of, number_of
from gxinjury.explanations import caution, rule
from gxinjury.findings import Finding
from gxinjury.law import Law
from gxinjury.law.clauses import LABOUR, NN, REG
from gxinjury.periods import day_after, months_after
from gxinjury.privacy import whole
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["by_name_findings", "comes_of_age", "person_findings"]

# This library's limit of what is plausible, and no figure of the law: below it nobody means yuan a month.
_LEAST_PLAUSIBLE_MONTHLY_WAGE: Final = Decimal(100)
_ROUNDED: Final = "000"


def by_name_findings(roster: Roster, worker: WorkerOrKey) -> tuple[Finding, ...]:
    """Return that a worker is taken for the only one of his name on a roster, where nothing else tells who is meant."""
    told = as_worker(worker)
    if roster.key(told) == key_of(told):
        return ()
    return (Findings.told_by_name(NN.clause("3.1.1"), told=told, worker=roster.listed_as(told)),)


def person_findings(
    history: WorkerHistory, worker: WorkerOrKey, day: date | None, law: Law, *, told: WorkerOrKey | None = None
) -> Iterator[Finding]:
    """Yield what cannot be right of a worker.

    Args:
        history: What the roster tells of him; nothing for one whom it does not list.
        worker: The worker, as he is told of.
        day: The day on which his age is looked at; None: the first on which he was reported as added.
        law: The law that says at what age one may work; before it does, nothing is told of his age.
        told: How an accident or a disease tells of him, who may stand under another name on the roster; None where
            the roster alone does.
    """
    workers = [change.worker for change in history.changes] or [worker]
    if told is not None:
        workers.append(told)
    additions = [change for change in history.changes if change.kind is RosterChangeKind.ADD]
    if day is None and additions:
        day = additions[0].reported_on
    yield from _of_the_id(worker, workers, day, law)
    for change in dict.fromkeys(additions):
        yield from _of_the_row(worker, change)
    for change, rows in Counter(history.changes).items():
        if rows > 1:
            values = {"worker": worker, "reported_on": change.reported_on, "rows": rows}
            yield Findings.identical_rows(NN.clause("3.1.1"), **values)


def _of_the_id(worker: WorkerOrKey, workers: list[WorkerOrKey], day: date | None, law: Law) -> Iterator[Finding]:
    """Yield what the id tells: several names, another sex, an age too low, digits that a spreadsheet lost."""
    number = number_of(workers[0])
    if number is None:
        return
    clause = NN.clause("3.1.1")
    names = tuple(dict.fromkeys(one.name for one in workers if isinstance(one, Worker)))
    if len(names) > 1:
        yield Findings.one_id_several_names(clause, resident_id=number, names=names)
    for one in dict.fromkeys(one for one in workers if isinstance(one, Worker)):
        if one.sex is not None and one.sex_in_id not in {None, one.sex}:
            yield Findings.sex_against_id(clause, worker=worker, sex=one.sex, in_id=one.sex_in_id)
    if whole(number).endswith(_ROUNDED):
        yield Findings.id_rounded(clause, worker=worker)
    born = born_on(number)
    if born is None or day is None:
        return
    told = {"worker": worker, "day": day}
    if years := _not_yet(law.child_labour_years, born, day):
        yield Findings.under_sixteen(REG.clause("66"), **told, years=years)
    elif years := _not_yet(law.minor_worker_years, born, day):
        comes_of_age(worker, born, day, years)


@rule(LABOUR.clause("58"), Text("职工成年之日", "day on which the worker comes of age"))
def comes_of_age(worker: WorkerOrKey, born: date, day: date, years: int) -> date:
    """Day on which a worker comes of age (LABOUR-58); until then he may be employed, though not at hazardous work."""
    caution(Cautions.under_eighteen, worker=worker, day=day, years=years)
    return months_after(born, 12 * years)


def _not_yet(age: Timeline[int], born: date, day: date) -> int | None:
    """Return an age of the law that somebody has not reached on a day; an explanation tells it only of such a one."""
    if day < age.entries[0].first or day >= months_after(born, 12 * age.entry_on(day).value):
        return None
    return age.on(day)


def _of_the_row(worker: WorkerOrKey, added: RosterChange) -> Iterator[Finding]:
    """Yield what a row that adds a worker states and cannot mean: a wage in thousands, an enrolment of another day."""
    if added.monthly_wage is not None and added.monthly_wage < _LEAST_PLAUSIBLE_MONTHLY_WAGE:
        yield Findings.wage_in_thousands(NN.clause("A2"), worker=worker, monthly_wage=added.monthly_wage)
    if added.enrolled_on is None:
        return
    told = {"worker": worker, "enrolled_on": added.enrolled_on, "reported_on": added.reported_on}
    if added.enrolled_on < added.reported_on:
        yield Findings.enrolled_before_report(NN.clause("3.1.2"), **told)
    elif added.enrolled_on > day_after(added.reported_on):
        yield Findings.enrolled_after_report(NN.clause("3.1.2"), **told)
