"""What to do after an accident as a page (该办什么的排印): by when, to whom, with what, and who pays meanwhile."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from gxinjury.cli.accidents import accident_told, disease_told
from gxinjury.cli.cases import calendar_of, opened
from gxinjury.cli.duties import due_of, state_of, told_of
from gxinjury.cli.page import Page, as_page, calendar_used, cautions
from gxinjury.cli.papers import paper_list
from gxinjury.cli.printing import cited
from gxinjury.cli.running import Told, refusal, reply
from gxinjury.cli.words import word
from gxinjury.construction import Accident, Duty, Obligation, ObligationState
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.paper_data import todo_data
from gxinjury.extra.cases.todo import ToDo, todo_of
from gxinjury.extra.pages.parts import Grid, Line, Part, Title
from gxinjury.law.clauses import NN, REG, RSF103
from gxinjury.texts import Language

_TO_WHOM: Final = {Duty.CLAIM_BENEFITS: "agency"}
_PAPERS: Final = {Duty.APPLY_AS_EMPLOYER: 0, Duty.APPLY_DIRECTLY: 0, Duty.CLAIM_BENEFITS: 1}


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury todo``."""
    with opened(asked, language) as case:
        number = _number_asked(case, asked.injury)
        found = todo_of(case, asked.case, number=number, on=asked.on, calendar=calendar_of(asked, case))
    return reply(asked, _page(found, language), lambda: todo_data(found))


def _number_asked(case: CaseFile, number: int | None) -> int:
    """Return which accident or disease is meant: the only one, unless a number is given."""
    harms = case.harms
    if not harms:
        raise refusal("no_accident")
    if number is None and len(harms) == 1:
        return 1
    if number is not None and 1 <= number <= len(harms):
        return number
    listed = tuple(
        word("numbered" if isinstance(one, Accident) else "numbered_disease").filled(
            {"number": at, "worker": one.worker, "day": one.day}
        )
        for at, one in enumerate(harms, 1)
    )
    raise refusal("which_accident", count=len(harms), accidents=listed)


@as_page
def _page(found: ToDo, page: Page) -> Iterator[Part]:
    answer, assessed = found.answer, found.assessed
    yield Title(page.say("todo_told", told=page.written(answer.file.project.name) or page.say("untitled")))
    harm = found.harm
    yield Line(accident_told(harm, page) if isinstance(harm, Accident) else disease_told(harm, page))
    yield Line(f"{page.written(assessed.standing)} {cited([assessed.standing_clause])}", label=page.say("standing"))
    yield from calendar_used(answer.calendar, page)
    yield from page.section("in_order", _in_order(found, page))
    yield from page.section("who_pays", _who_pays(found, page))
    yield from page.section("not_settled", _not_settled(found, page))
    for one in found.papers:
        yield from paper_list(one, page)
    yield from page.section("findings", page.findings(assessed.findings))
    yield from cautions(answer, page)
    yield from page.closing()


def _in_order(found: ToDo, page: Page) -> Iterator[Part]:
    if not found.duties:
        yield page.nothing()
        return
    yield Line(page.say("as_known") if found.on is None else page.say("as_of_day", day=found.on), 2)
    marks = [_mark(one, found) for one in found.duties]
    rows = [[due_of(one, page), _state(one, found, page), _told(one, found, page)] for one in found.duties]
    yield Grid(rows, indent=2, marks=marks, is_list=True)


def _is_late(one: Obligation) -> bool:
    return one.state is ObligationState.LATE


def _mark(one: Obligation, found: ToDo) -> str:
    if not one.is_open:
        return " "
    return "!" if found.on is not None and _is_late(one) else "*"


def _state(one: Obligation, found: ToDo, page: Page) -> str:
    """Return how it stands; without a day nothing is late."""
    if found.on is None and _is_late(one):
        return page.written(ObligationState.OPEN)
    return state_of(one, page)


def _told(one: Obligation, found: ToDo, page: Page) -> str:
    told = page.say("to_whom", told=told_of(one, page, names=False), whom=page.say(_TO_WHOM.get(one.duty, "hrss")))
    if one.is_open and one.duty in _PAPERS:
        told = page.say("with_papers", told=told, papers=found.papers[_PAPERS[one.duty]].papers)
    return f"{told} {cited([one.clause])}"


def _who_pays(found: ToDo, page: Page) -> Iterator[Part]:
    assessed = found.assessed
    told = {True: "fund_pays_told", False: "fund_pays_not", None: "fund_open"}[assessed.fund_pays]
    clauses = [NN.clause("5.1")]
    if assessed.fund_pays is False and found.is_insured_by_employer:
        told, clauses = "own_employer_insures", [NN.clause("3.2.1")]
    yield from page.item(page.say(told), clauses)
    if found.liable:
        yield from page.item(page.say("liable_in_turn"), [RSF103.clause("8")])
    for one in found.liable:
        told = page.say("liable_told", party=one.party, liability=one.liability)
        yield from page.item(told, [one.clause], indent=4)
    if not _is_death(found):
        yield from page.item(page.say("leave_pay"), [REG.clause("33")])
    if assessed.employer_costs is not None:
        told = page.say("employer_bears", days=page.period(assessed.employer_costs))
        if found.harm.first_filing is None:
            limit = page.say("where_nobody_applies", limit=str(assessed.employer_files_by))
            told = page.say("aside", told=told, aside=limit)
        yield from page.item(told, [NN.clause("4.2")])
    if assessed.bridge is not None:
        yield from page.item(page.say("bridged", days=page.period(assessed.bridge)), [NN.clause("5.3")])


def _is_death(found: ToDo) -> bool:
    benefits = found.harm.benefits
    return benefits is not None and benefits.death is not None


def _not_settled(found: ToDo, page: Page) -> Iterator[Part]:
    settled = found.assessed.settlement
    lines = settled.settlement.open if settled is not None and settled.settlement is not None else ()
    for line in lines:
        told = page.say("open_line", benefit=line.benefit, payer=line.payer, needs=line.needs)
        yield from page.item(told, [line.clause])
