"""An assessment as a page (核算结果的排印): the answer first, its reason under it, the clause beside it."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from gxinjury.cli.accidents import accidents, diseases, roster
from gxinjury.cli.cases import calendar_of, opened
from gxinjury.cli.page import Page, as_page, calendar_used, cautions
from gxinjury.cli.printing import cited
from gxinjury.cli.running import Told, reply
from gxinjury.construction import PremiumAccount, PremiumLine, ProjectAssessment, ProjectCase
from gxinjury.extra.cases.answer_data import assessment_data
from gxinjury.extra.cases.answers import CaseAnswer, assess_case
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.layout import PROGRESS
from gxinjury.extra.pages.parts import Cell, Grid, Line, Part, Sum, Verbatim
from gxinjury.fields import fields_of
from gxinjury.law.clauses import NN
from gxinjury.money import total, written_amount
from gxinjury.periods import Period
from gxinjury.texts import Language

_FACTS: Final = ("number", "place", "owner", "general_contractor")


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury assess``."""
    with opened(asked, language) as case:
        answer = assess_case(case, asked.case, calendar=calendar_of(asked, case))
    page = assessment_page(answer, language, explained=asked.explain)
    return reply(asked, page, lambda: assessment_data(answer, explained=asked.explain))


@as_page
def assessment_page(answer: CaseAnswer[ProjectAssessment], page: Page, *, explained: bool = False) -> Iterator[Part]:
    """Yield the assessment of a case, every step appended where it is to be explained."""
    found = answer.outcome
    yield from page.title(answer.file.project.name)
    yield Grid([*project_rows(answer.file, page), *progress_rows(answer.file.case, page)])
    yield from calendar_used(answer.calendar, page)
    yield from page.section("premium", _premium(answer, page))
    yield from page.section("cover", _cover(answer, page))
    yield from page.section("findings", [*page.findings(found.findings)] or [page.nothing()])
    yield from page.section("roster", roster(found, page))
    yield from page.section("accidents", accidents(found.accidents, page))
    yield from page.section("diseases", diseases(found.diseases, page))
    yield from cautions(answer, page)
    yield from page.section("reasons", [Verbatim(answer.reasons.text(page.language))] if explained else [])
    yield from page.closing()


def project_rows(file: CaseFile, page: Page) -> Iterator[list[str]]:
    """Yield what a project is called, whose it is and what was contracted, a row each."""
    contract = file.case.contract
    for name in _FACTS:
        fact = page.written(getattr(file.project, name))
        if fact:
            yield [page.say(name), fact]
    term = page.period(Period(contract.commencement, contract.completion))
    yield [page.say("contract"), page.say("contract_told", price=written_amount(contract.price), term=term)]
    if contract.bid_price is not None:
        yield [page.say("bid_price"), f"{written_amount(contract.bid_price)} {page.say('yuan')}"]


def progress_rows(case: ProjectCase, page: Page) -> Iterator[list[str]]:
    """Yield the days of a project and its stoppages, a row each."""
    for name in PROGRESS:
        day = getattr(case, name)
        if day is not None:
            yield [page.say(name), str(day)]
    for stoppage in case.stoppages:
        told, reason = page.period(stoppage.period), page.written(stoppage.reason)
        yield [page.say("stoppage"), page.say("aside", told=told, aside=reason) if reason else told]


def _premium(answer: CaseAnswer[ProjectAssessment], page: Page) -> Iterator[Part]:
    found, yuan = answer.outcome, page.say("yuan")
    called = {field.name: page.written(field.label) for field in fields_of(PremiumAccount)}
    account, bill = found.account, found.bill
    if account is None or bill is None:
        paid = total(payment.amount for payment in answer.file.case.payments)
        yield Grid([[called["due"], page.say("not_answered")], [called["paid"], Sum(paid, yuan)]], indent=2)
        return
    sums = {"due": account.due, "paid": account.paid, "open": account.open}
    if account.overpaid:
        sums["overpaid"] = account.overpaid
    counts = page.say("not_yet") if found.premium_day is None else str(found.premium_day)
    shares = dict.fromkeys(str(line.share) for line in bill.lines if line.is_reduced)
    lines = Grid([_bill_line(line, page) for line in bill.lines], numbers=[2, 6], indent=6)
    rows: list[list[Cell]] = [[called[name], Sum(one, yuan)] for name, one in sums.items()]
    yield Grid(
        [*rows, [page.say("counts_as_paid"), f"{counts}  {cited([NN.clause('1.1.5')])}"]],
        indent=2,
        below={0: [lines, *(Line(page.say("share_told", share=share), 6) for share in shares)]},
    )


def _bill_line(line: PremiumLine, page: Page) -> list[Cell]:
    return [
        page.written(line.kind),
        line.dated,
        line.base,
        f"× {line.rate}",
        f"× {line.share}" if line.is_reduced else "",
        "=",
        line.amount,
        cited(line.clauses),
    ]


def _cover(answer: CaseAnswer[ProjectAssessment], page: Page) -> Iterator[Part]:
    rows = [
        [page.written(one.state), page.period(one.days), page.days(one.days), cited(one.clauses)]
        for one in answer.windows
    ]
    yield Grid(rows, numbers=[2], indent=2) if rows else page.nothing()
    clause = cited([NN.clause("1.3.2")])
    dates = [[page.say("contract_expires"), f"{answer.outcome.expiry}  {clause}"]]
    deadline = answer.outcome.delay_papers_by
    if deadline is not None:
        is_open = answer.file.case.accepted_on is None
        told = page.say("delay_papers_told", day=deadline) if is_open else str(deadline)
        dates.append([page.say("delay_papers"), f"{told}  {clause}"])
    yield Grid(dates, indent=2)
