"""Annex 1 as a page (建筑施工项目工伤保险缴费登记表): filled in as the notice lays it out, in Chinese as it is filed.

What is not known is left blank, to be filled in by hand; what is blank, and how the amount was found, is told on the
screen only.
"""

from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from gxinjury.cli.cases import opened
from gxinjury.cli.page import Page, cautions
from gxinjury.cli.running import Told, reply
from gxinjury.construction import PremiumBill, RegistrationForm
from gxinjury.extra.cases.answers import CaseAnswer, registration_of
from gxinjury.extra.cases.paper_data import registration_data
from gxinjury.extra.pages.parts import Blanks, Document, Grid, Heading, Item, Line, Part, Title
from gxinjury.money import written_amount
from gxinjury.privacy import AnyText, whole
from gxinjury.texts import Language, Text

_TITLE: Final = "建筑施工项目工伤保险缴费登记表"
_NOTE: Final = (
    "注：1、建筑施工单位应填报《建筑施工项目工伤保险缴费登记表》一式两份，并持《企业法人营业执照》、《组织机构代码证》和"
    "《建筑项目承包合同书》原件及复印件1份到建筑施工项目所在地社保局办理项目工伤保险缴费登记。2、工伤保险费转入以下账户："
)
_DAY_LEFT_BLANK: Final = Text(zh="填表日期", en="date")


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury annex1``."""
    with opened(asked, language) as case:
        answer = registration_of(case, asked.case, on=asked.on)
    return reply(asked, _page(answer, language), lambda: registration_data(answer))


def _page(answer: CaseAnswer[RegistrationForm], language: Language) -> Document:
    """Return annex 1 as it is filed, and for the screen what it leaves blank and how the amount was found."""
    return Document(tuple(_form(answer)), "zh", aside=tuple(_aside(answer, Page(language))))


def _form(answer: CaseAnswer[RegistrationForm]) -> Iterator[Part]:
    form = answer.outcome
    told, payee, due = form.particulars, form.payee, written_amount(form.amount_due)
    yield Line("附件1")
    yield Title(_TITLE)
    # The number is the agency's to give.
    yield Blanks([("填表日期", "" if answer.on is None else f"{answer.on:%Y年%-m月%-d日}"), ("编号", "")])
    yield Grid(
        [
            ["建设单位", _given(told.owner)],
            ["项目名称", _given(told.project), "项目报建属地", _given(told.filed_at)],
            ["中标单位（施工单位）（公章）", _given(told.bidder)],
            ["中标价或合同价", f"{written_amount(form.price)} 元", "中标通知书编号", _given(told.bid_award_number)],
            ["工伤保险费", f"应缴金额：（中标价×1.3‰）\n{due} 元（大写：{form.amount_in_capitals}）"],
        ],
        is_form=True,
    )
    yield Blanks([("填表人", _given(told.filler)), ("联系人", _given(told.contact))])
    yield Blanks([("", ""), ("联系人电话", _given(told.contact_phone))])
    yield Line(_NOTE)
    for name, label in (("name", "户　名"), ("number", "账　号"), ("bank", "开户行")):
        yield Blanks([(label, "" if payee is None else _given(getattr(payee, name)))])


def _given(value: AnyText | None) -> str:
    """Return what is filled in, whole as an official form takes it; nothing for what is not known."""
    return "" if value is None else whole(value)


def _aside(answer: CaseAnswer[RegistrationForm], page: Page) -> Iterator[Part]:
    form = answer.outcome
    bill = next(step.outcome for step in answer.reasons.steps if isinstance(step.outcome, PremiumBill))
    line = bill.initial
    share = f" × {line.share}" if line.is_reduced else ""
    yield Heading(page.say("not_on_the_form"))
    told = page.say(
        "amount_found",
        formula=f"{written_amount(line.base)} × {line.rate}{share}",
        amount=written_amount(line.amount),
        day=form.dated,
    )
    yield from page.item(told, line.clauses)
    blank = (*([_DAY_LEFT_BLANK] if answer.on is None else []), *form.left_blank)
    yield Item(page.say("left_blank", names=blank))
    yield from cautions(answer, page)
    yield from page.closing()
