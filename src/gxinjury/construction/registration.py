"""Registering a project (项目缴费登记): the form of annex 1, filled from the contract, and the change of a name."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.capitals import in_capitals
from gxinjury.construction.contracts import (
    Contract,
    PriceChange,
    TermChange,
    check_contract,
    price_changes_in_order,
    term_changes_in_order,
)
from gxinjury.construction.findings import Cautions
from gxinjury.construction.premium import check_relief, project_premium
from gxinjury.determination.counting import check_calendar, deadline
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, check_day, check_instance, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import NameChangeFrom
from gxinjury.money import Rate
from gxinjury.periods import Deadline, WorkCalendar, days_after
from gxinjury.records import SomeText, check_facts
from gxinjury.texts import Text

_MUST_BE_GIVEN: Final = FactRule(
    zh="须提供，期限自该日起算", en="must be given: the limit runs from that day", code="first_day_missing"
)


@attrs.frozen
class ProjectParticulars:
    """What annex 1 says of a project beside its money.

    Args:
        owner: The project owner.
        project: The project's name.
        filed_at: The place where the project is filed.
        bidder: The winning bidder, who builds and seals.
        filler: Who filled the form in.
        contact: Whom to ask.
        bid_award_number: The number of the award notice; None without one.
        filler_phone: The filler's phone; None without one.
        contact_phone: The contact's phone; None without one.

    >>> ProjectParticulars("业主", "某大桥", "南宁市青秀区", "某建筑公司", "甲", "乙").bid_award_number is None
    True
    """

    owner: Annotated[SomeText, Text("建设单位", "project owner")]
    project: Annotated[SomeText, Text("项目名称", "project")]
    filed_at: Annotated[SomeText, Text("项目报建属地", "place filed")]
    bidder: Annotated[SomeText, Text("中标单位（施工单位）", "winning bidder")]
    filler: Annotated[SomeText, Text("填表人", "filled in by")]
    contact: Annotated[SomeText, Text("联系人", "contact")]
    bid_award_number: Annotated[SomeText | None, Text("中标通知书编号", "bid-award number")] = None
    filler_phone: Annotated[SomeText | None, Text("填表人电话", "filler's phone")] = None
    contact_phone: Annotated[SomeText | None, Text("联系人电话", "contact's phone")] = None

    __attrs_post_init__ = check_facts


@attrs.frozen
class RegistrationForm:
    """The registration form of annex 1 (建筑施工项目工伤保险缴费登记表), its amount due computed.

    Args:
        particulars: Owner, project, bidder and who filled it in.
        price: The bid or contract price, with the changes agreed by then, in yuan.
        amount_due: The premium due, in yuan, as the bill of the day has it.
        dated: The day it was filled in.
        number: Its number, which the agency gives; None before.
        payee: The agency's account; None where it is not printed yet.
    """

    particulars: Annotated[ProjectParticulars, Text("项目情况", "particulars")]
    price: Annotated[Yuan, Text("中标价或合同价", "bid or contract price")]
    amount_due: Annotated[Yuan, Text("应缴金额", "amount due")]
    dated: Annotated[date, Text("填表日期", "filled in on")]
    number: Annotated[str | None, Text("编号", "number")] = None
    payee: Annotated["PayeeAccount | None", Text("转入账户", "payee account")] = None

    @property
    def amount_in_capitals(self) -> str:
        """The premium due in Chinese capitals (大写), as the form writes it beside the figures."""
        return in_capitals(self.amount_due)


@attrs.frozen
class PayeeAccount:
    """The account that the premium is paid into (工伤保险费转入账户).

    Args:
        name: In whose name it is.
        number: Its number.
        bank: The bank.

    >>> PayeeAccount("某社保局", "4500", "某银行").bank
    '某银行'
    """

    name: Annotated[SomeText, Text("户名", "account name")]
    number: Annotated[SomeText, Text("账号", "account number")]
    bank: Annotated[SomeText, Text("开户行", "bank")]

    __attrs_post_init__ = check_facts


@rule(NN.clause("A1"), Text("建筑施工项目工伤保险缴费登记表", "registration form"))
def registration_form(
    contract: Contract,
    particulars: ProjectParticulars,
    *,
    dated: date,
    started_on: date | None = None,
    price_changes: Iterable[PriceChange] = (),
    term_changes: Iterable[TermChange] = (),
    relief: Rate | None = None,
    payee: PayeeAccount | None = None,
    law: Law = LAW,
) -> RegistrationForm:
    """Registration form filled from a contract (NN-A1): the amount due is that of the bill, never typed.

    Args:
        contract: The contract as concluded.
        particulars: What else the form says.
        dated: The day it is filled in and the premium is to be paid.
        started_on: The day work started; None: the contractual commencement.
        price_changes: Changes of price, in any order; those agreed after the form is filled in are not on it.
        term_changes: Changes of the contractual completion, likewise.
        relief: The share of the rate that is temporarily remitted; None for none.
        payee: The account to pay into.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError, OutOfScopeError: As :func:`gxinjury.construction.premium.project_premium`.

    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> who = ProjectParticulars("业主", "某大桥", "南宁市青秀区", "某建筑公司", "甲", "乙")
    >>> form = registration_form(contract, who, dated=date(2015, 10, 8))
    >>> form.amount_due, form.amount_in_capitals
    (Decimal('130000.00'), '壹拾叁万元整')
    """
    check_contract("registration_form", contract)
    check_instance("registration_form", "particulars", particulars, ProjectParticulars)
    if payee is not None:
        check_instance("registration_form", "payee", payee, PayeeAccount)
    check_day("registration_form", "dated", dated)
    check_relief("registration_form", relief)
    prices = price_changes_in_order("registration_form", contract, price_changes)
    terms = term_changes_in_order("registration_form", contract, term_changes)
    caution(Cautions.per_mille_restored)
    initial = project_premium(
        contract,
        paid_on=dated,
        started_on=started_on,
        price_changes=prices,
        term_changes=terms,
        relief=relief,
        law=law,
    ).initial
    return RegistrationForm(particulars, initial.base, initial.amount, dated, payee=payee)


@attrs.frozen
class NameChange:
    """A changed name of the project or of the general contractor (名称变更).

    Args:
        name: The new name.
        document_on: The day of the approval or other proof; None where it is not there yet.
        changed_on: The day the name changed; None where unknown.
        reported_on: The day the change was reported to the agency; None while it is not.

    >>> NameChange("某集团建筑公司", document_on=date(2016, 3, 1)).reported_on is None
    True
    """

    name: Annotated[SomeText, Text("新名称", "new name")]
    document_on: Annotated[date | None, Text("批准文件或有效证明之日", "day of the approval or other proof")] = None
    changed_on: Annotated[date | None, Text("更名之日", "day the name changed")] = None
    reported_on: Annotated[date | None, Text("申报日", "reported on")] = None

    __attrs_post_init__ = check_facts


@rule(NN.clause("1.3.4"), Text("更名手续的期限", "limit for reporting a changed name"))
def name_change_deadline(
    *,
    document_on: date | None = None,
    changed_on: date | None = None,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> Deadline:
    """Limit for reporting that the project or the general contractor changed its name (NN-1.3.4): 30 days.

    Args:
        document_on: The day of the approval or other proof; the default reading counts from it.
        changed_on: The day the name changed; the other reading counts from it.
        calendar: Days off, on which a last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: The day that the reading asks for is missing.

    >>> name_change_deadline(document_on=date(2016, 3, 1)).day
    datetime.date(2016, 3, 31)
    """
    check_optional_day("name_change_deadline", "document_on", document_on)
    check_optional_day("name_change_deadline", "changed_on", changed_on)
    from_document = law.choice(NameChangeFrom) is NameChangeFrom.DOCUMENT
    day = document_on if from_document else changed_on
    if day is None:
        field = "document_on" if from_document else "changed_on"
        raise InvalidFactError("name_change_deadline", field, _MUST_BE_GIVEN, day)
    check_calendar("name_change_deadline", calendar)
    return deadline(days_after(day, law.name_change_days.on(day)), calendar)
