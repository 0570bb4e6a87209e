"""Registering a project (项目缴费登记): the form of annex 1, filled from the contract."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import attrs

from gxinjury.capitals import in_capitals
from gxinjury.construction.contracts import Contract, check_contract
from gxinjury.construction.findings import Cautions
from gxinjury.construction.premium import project_premium
from gxinjury.construction.premium_rate import check_relief
from gxinjury.construction.price_changes import PriceChange, price_changes_in_order
from gxinjury.construction.term_changes import TermChange, term_changes_in_order
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, check_day, check_instance
from gxinjury.fields import field_named, fields_of
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.money import Rate
from gxinjury.records import FreeText, Record, check_facts, free_text, optional_free_text
from gxinjury.texts import Text

__all__ = ["PayeeAccount", "ProjectParticulars", "RegistrationForm", "registration_form"]


@attrs.frozen
class ProjectParticulars(Record):
    """What annex 1 says of a project beside its money; what is None is left blank, to be filled in by hand.

    Args:
        owner: The project owner.
        project: The project's name.
        filed_at: The place where the project is filed.
        bidder: The winning bidder, who builds and seals.
        filler: Who filled the form in.
        contact: Whom to ask.
        bid_award_number: The number of the award notice.
        filler_phone: The filler's phone.
        contact_phone: The contact's phone.

    >>> ProjectParticulars("业主", "某大桥", "南宁市青秀区", "某建筑公司", "甲", "乙").bid_award_number is None
    True
    """

    owner: Annotated[FreeText | None, Text("建设单位", "project owner")] = attrs.field(
        default=None, converter=optional_free_text
    )
    project: Annotated[FreeText | None, Text("项目名称", "project")] = attrs.field(
        default=None, converter=optional_free_text
    )
    filed_at: Annotated[FreeText | None, Text("项目报建属地", "place filed")] = attrs.field(
        default=None, converter=optional_free_text
    )
    bidder: Annotated[FreeText | None, Text("中标单位（施工单位）", "winning bidder")] = attrs.field(
        default=None, converter=optional_free_text
    )
    filler: Annotated[FreeText | None, Text("填表人", "filled in by")] = attrs.field(
        default=None, converter=optional_free_text
    )
    contact: Annotated[FreeText | None, Text("联系人", "contact")] = attrs.field(
        default=None, converter=optional_free_text
    )
    bid_award_number: Annotated[FreeText | None, Text("中标通知书编号", "bid-award number")] = attrs.field(
        default=None, converter=optional_free_text
    )
    filler_phone: Annotated[FreeText | None, Text("填表人电话", "filler's phone")] = attrs.field(
        default=None, converter=optional_free_text
    )
    contact_phone: Annotated[FreeText | None, Text("联系人电话", "contact's phone")] = attrs.field(
        default=None, converter=optional_free_text
    )

    __attrs_post_init__ = check_facts


@attrs.frozen
class RegistrationForm(Record):
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
    def left_blank(self) -> tuple[Text, ...]:
        """What the form leaves to be filled in by hand, as it is called; the phone of its filler has no place on it."""
        printed = [field for field in fields_of(ProjectParticulars) if field.name != "filler_phone"]
        blank = [field.label for field in printed if getattr(self.particulars, field.attribute) is None]
        own = [field_named(RegistrationForm, name).label for name in ("number", "payee") if getattr(self, name) is None]
        return (*blank, *own)

    @property
    def amount_in_capitals(self) -> str:
        """The premium due in Chinese capitals (大写), as the form writes it beside the figures."""
        return in_capitals(self.amount_due)


@attrs.frozen
class PayeeAccount(Record):
    """The account that the premium is paid into (工伤保险费转入账户).

    Args:
        name: In whose name it is.
        number: Its number.
        bank: The bank.

    >>> PayeeAccount("某社保局", "4500", "某银行").bank
    '某银行'
    """

    name: Annotated[FreeText, Text("户名", "account name")] = attrs.field(converter=free_text)
    number: Annotated[FreeText, Text("账号", "account number")] = attrs.field(converter=free_text)
    bank: Annotated[FreeText, Text("开户行", "bank")] = attrs.field(converter=free_text)

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
