"""A worker's cover on a day as a page (参保情况核查的排印): the answer, its clauses, and the facts used."""

from argparse import Namespace
from collections.abc import Iterator

from gxinjury.cli.assessment import progress_rows, project_rows
from gxinjury.cli.cases import calendar_of, need, opened
from gxinjury.cli.page import Page, as_page, calendar_used, cautions
from gxinjury.cli.printing import cited
from gxinjury.cli.running import Told, reply
from gxinjury.construction import CoverState
from gxinjury.extra.cases.paper_data import proof_data
from gxinjury.extra.cases.proof import ProofAnswer, proof_of
from gxinjury.extra.pages.parts import Cell, Grid, Line, Part, Sum
from gxinjury.fields import field_named
from gxinjury.law.clauses import NN
from gxinjury.texts import Language


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury proof``."""
    need(asked, "worker", "on")
    with opened(asked, language) as case:
        found = proof_of(case, asked.case, worker=asked.worker, on=asked.on, calendar=calendar_of(asked, case))
    return reply(asked, _page(found, language), lambda: proof_data(found))


@as_page
def _page(found: ProofAnswer, page: Page) -> Iterator[Part]:
    answer = found.answer
    yield from page.title(answer.file.project.name)
    yield Line(page.say("proof_told"))
    yield from page.section("proof", [Grid(_answer(found, page), indent=2, is_list=True)])
    findings = (*found.findings, *answer.outcome.findings)
    yield from page.section("findings", [*page.findings(findings)] or [page.nothing()])
    yield from page.section("facts_used", _facts(found, page))
    yield from calendar_used(answer.calendar, page)
    yield from cautions(answer, page)
    yield from page.closing()


def _answer(found: ProofAnswer, page: Page) -> list[list[Cell]]:
    proof = found.proof
    told = {name: page.written(field_named(type(proof), name).label) for name in ("worker", "day", "state")}
    project = page.written(proof.project)
    if found.window is not None:
        project = page.say("aside", told=project, aside=page.period(found.window.days))
    if proof.roster_period is None:
        roster = page.say("not_in_effect")
    else:
        roster = page.say("in_effect", reported=proof.reported_on, days=page.period(proof.roster_period))
    covered = page.written(tuple(map(page.period, found.cover.covered)))
    return [
        [told["worker"], page.written(proof.worker)],
        [told["day"], str(proof.day)],
        [told["state"], f"{_state(found, page)} {cited((*found.project_clauses, NN.clause('3.1.2')))}"],
        [page.say("project_that_day"), f"{project} {cited(found.project_clauses)}"],
        [page.say("roster"), f"{roster} {cited([NN.clause('3.1.2')])}"],
        [page.say("covered_in_all"), covered or page.say("none")],
    ]


def _state(found: ProofAnswer, page: Page) -> str:
    """Return the answer: a worker whom only the roster fails is told so."""
    proof = found.proof
    roster_fails = proof.state is CoverState.NOT_COVERED and proof.project is not CoverState.NOT_COVERED
    return page.say("not_insured") if roster_fails else page.written(proof.state)


def _facts(found: ProofAnswer, page: Page) -> Iterator[Part]:
    file = found.answer.file
    yield Grid([*project_rows(file, page), *progress_rows(file.case, page)], indent=2)
    paid: list[list[Cell]] = [
        [page.say("paid_on"), one.paid_on, Sum(one.amount, page.say("yuan"))] for one in file.case.payments
    ]
    changes: list[list[Cell]] = []
    for one in found.changes:
        left = "" if one.happened_on is None else page.say("happened_on", day=one.happened_on)
        changes.append([page.written(one.kind), page.say("reported_told", day=one.reported_on), left])
    yield from (Grid(rows, indent=2) for rows in (paid, changes) if rows)
