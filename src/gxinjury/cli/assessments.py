"""An assessment as a page (评估结果的排印): the answer first, its reason under it, the clause beside it."""

from collections.abc import Iterator
from typing import Final

from gxinjury.cli.injuries import InjuryPage
from gxinjury.cli.printing import cited, right, table, width
from gxinjury.construction import PremiumLine
from gxinjury.extra.case_answers import Assessed, line_clauses
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.layout import PROGRESS
from gxinjury.extra.cover_windows import Window, windows
from gxinjury.law.clauses import NN
from gxinjury.money import total, written_amount
from gxinjury.periods import Period
from gxinjury.texts import Language

_FACTS: Final = ("number", "place", "owner", "general_contractor")


def page(
    case: CaseFile,
    assessed: Assessed,
    language: Language,
    *,
    explained: bool = False,
    calendar: str = "none",
    days_off: tuple[DaysOff, ...] = (),
) -> str:
    """Return the answer to a case as a page.

    Args:
        case: The case.
        assessed: What ``explain(assess_project, ...)`` gave for it.
        language: The language.
        explained: Whether to append every step.
        calendar: The name of the calendar that it was asked with.
        days_off: The notices that the calendar was given beside its own.
    """
    return "\n".join(_Page(case, assessed, language).lines(explained=explained, calendar=calendar, days_off=days_off))


class _Page(InjuryPage):
    """The page of one case in one language."""

    def __init__(self, case: CaseFile, assessed: Assessed, language: Language) -> None:
        super().__init__(case, assessed, language)
        self.assessed = assessed
        self.assessment = assessed.outcome

    def lines(self, *, explained: bool, calendar: str, days_off: tuple[DaysOff, ...]) -> Iterator[str]:
        yield from self.project()
        yield from self.calendar_used(calendar, days_off)
        yield from ("", self.say("premium"), *self.premium())
        yield from ("", self.say("cover"), *self.cover())
        yield from ("", self.say("findings"))
        yield from self.items(self.assessment.findings)
        if not self.assessment.findings:
            yield f"  {self.say('none')}"
        yield from self.roster()
        yield from self.accidents()
        yield from self.diseases()
        yield from self.cautions()
        yield from self.readings()
        if explained:
            yield from ("", self.say("reasons"), self.assessed.text(self.language))
        yield from self.closing()

    def project(self) -> Iterator[str]:
        project, contract = self.case.project, self.case.case.contract
        yield from self.title()
        facts = [(name, self.shown(getattr(project, name))) for name in _FACTS]
        rows = [[self.say(name), text] for name, text in facts if text]
        told = self.say(
            "contract_told",
            price=written_amount(contract.price),
            term=self.period(Period(contract.commencement, contract.completion)),
        )
        rows.append([self.say("contract"), told])
        if contract.bid_price is not None:
            rows.append([self.say("bid_price"), f"{written_amount(contract.bid_price)} {self.say('yuan')}"])
        yield from table([*rows, *self.progress()])

    def progress(self) -> Iterator[list[str]]:
        for name in PROGRESS:
            day = getattr(self.case.case, name)
            if day is not None:
                yield [self.say(name), str(day)]
        for stoppage in self.case.case.stoppages:
            reason = self.shown(stoppage.reason)
            told = self.period(stoppage.period)
            yield [self.say("stoppage"), self.say("stopped_for", days=told, reason=reason) if reason else told]

    def premium(self) -> Iterator[str]:
        account, bill = self.assessment.account, self.assessment.bill
        if account is None or bill is None:
            paid = written_amount(total(payment.amount for payment in self.case.case.payments))
            rows = [[self.say("due"), self.say("not_answered")], [self.say("paid"), f"{paid} {self.say('yuan')}"]]
            yield from (f"  {line}" for line in table(rows))
            return
        sums = {"due": account.due, "paid": account.paid, "open": account.open}
        if account.overpaid:
            sums["overpaid"] = account.overpaid
        amounts = [right(written_amount(value), width(written_amount(max(sums.values())))) for value in sums.values()]
        counted_on = self.assessment.premium_day
        counts = self.say("not_yet") if counted_on is None else str(counted_on)
        due, *others = table(
            [
                *([self.say(name), f"{text} {self.say('yuan')}"] for name, text in zip(sums, amounts, strict=True)),
                [self.say("counts_as_paid"), f"{counts}  {cited([NN.clause('1.1.5')])}"],
            ]
        )
        yield f"  {due}"
        yield from (f"      {line}" for line in table([self.row(line) for line in bill.lines], numbers=[2, 6]))
        shares = dict.fromkeys(str(line.share) for line in bill.lines if line.share.part != line.share.whole)
        yield from (f"      {self.say('share_told', share=share)}" for share in shares)
        yield from (f"  {line}" for line in others)

    def row(self, line: PremiumLine) -> list[str]:
        is_whole = line.share.part == line.share.whole
        return [
            line.kind.value.say(self.language),
            str(line.dated),
            written_amount(line.base),
            f"× {line.rate}",
            "" if is_whole else f"× {line.share}",
            "=",
            written_amount(line.amount),
            cited(line_clauses(line)),
        ]

    def cover(self) -> Iterator[str]:
        rows = [self.window(window) for window in windows(self.assessed)]
        yield from (f"  {line}" for line in table(rows or [[self.say("no_cover")]], numbers=[2]))
        clause = cited([NN.clause("1.3.2")])
        dates = [[self.say("contract_expires"), f"{self.assessment.expiry}  {clause}"]]
        deadline = self.assessment.delay_papers_by
        if deadline is not None:
            is_open = self.case.case.accepted_on is None
            told = self.say("delay_papers_told", day=deadline) if is_open else str(deadline)
            dates.append([self.say("delay_papers"), f"{told}  {clause}"])
        yield from (f"  {line}" for line in table(dates))

    def window(self, window: Window) -> list[str]:
        days = window.days.days
        return [
            window.state.value.say(self.language),
            self.period(window.days),
            "" if days is None else self.say("days", days=days),
            cited(window.clauses),
        ]
