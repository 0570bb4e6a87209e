"""Who enrols whom (谁为快递员参保): the outlet, its enterprise, a dispatch firm, or nobody in this scheme."""

from enum import Enum
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.couriers.outlets import Outlet
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_flag, check_instance
from gxinjury.law.clauses import GX, RST101
from gxinjury.privacy import AnyText
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Enroller", "Enrolment", "OutletPaper", "OutletPlace", "enrolment_of"]


class Enroller(Enum):
    """Who enrols the couriers of an outlet."""

    OUTLET = Text(zh="网点自行参保", en="the outlet itself")
    PARENT_ENTERPRISE = Text(zh="所属企业法人参保", en="the legal-person enterprise it belongs to")
    DISPATCH_FIRM = Text(zh="劳务派遣单位参保", en="the dispatch firm")
    NOBODY_ANEW = Text(zh="已参保，不再另行参保", en="nobody anew: already insured")
    OUT_OF_SCOPE = Text(zh="不在方案之内", en="nobody in this scheme")
    UNSETTLED = Text(zh="未定，由经办机构决定", en="unsettled: the agency decides")


class OutletPlace(Enum):
    """Where the enrolment is made."""

    OWN_PLACE = Text(zh="网点所在地", en="where the outlet is")
    LICENCE_PLACE = Text(zh="原则上为许可所在地", en="in principle where the licence is held")


class OutletPaper(Enum):
    """The paper that an enrolment rests on."""

    LICENCE = Text(zh="快递业务经营许可证", en="courier licence")
    BRANCH_LISTING = Text(zh="分支机构名录", en="branch listing")
    FILING_RECEIPT = Text(zh="备案回执", en="filing receipt")


@attrs.frozen
class Enrolment(Record):
    """Who enrols, where, on which paper, and why.

    Args:
        enroller: Who.
        clause: The clause that says so.
        why: Why, in both languages.
        place: Where; None where nobody enrols, or not by this scheme.
        paper: On which paper; None where it is not a paper of the outlet.
        enterprise: The enterprise that enrols, where it is not the outlet.
    """

    enroller: Annotated[Enroller, Text("参保主体", "who enrols")]
    clause: Annotated[Clause, Text("依据", "clause")]
    why: Annotated[Text, Text("理由", "why")]
    place: Annotated[OutletPlace | None, Text("参保地", "where")] = None
    paper: Annotated[OutletPaper | None, Text("凭证", "paper")] = None
    enterprise: Annotated[AnyText | None, Text("参保单位", "enterprise that enrols")] = None


@rule(GX.clause("3.2.2"), Text("由谁参保", "who enrols"))
def enrolment_of(outlet: Outlet, *, dispatched: bool = False) -> Enrolment:
    """Enrolment of an outlet's couriers (GX-3.2.2 and the national notice).

    Args:
        outlet: The outlet.
        dispatched: Whether the couriers asked about are dispatched workers.

    Returns:
        Who enrols, where and on which paper; or why nobody does in this scheme.

    Raises:
        InvalidFactError: What decides is not known: whether the outlet is an employer, or its enterprise.

    >>> enrolment_of(Outlet("青秀一店", branch_listing=True)).enroller.name
    'OUTLET'
    >>> enrolment_of(Outlet("末端一号", filing_receipt=True, is_employer=False, parent="某快递公司")).enterprise
    '某快递公司'
    """
    check_instance("enrolment_of", "outlet", outlet, Outlet)
    check_flag("enrolment_of", "dispatched", dispatched)
    if dispatched:
        return Enrolment(Enroller.DISPATCH_FIRM, RST101.clause("dispatched"), _DISPATCHED)
    if outlet.fully_insured_before:
        return Enrolment(Enroller.NOBODY_ANEW, RST101.clause("insured"), _INSURED)
    if outlet.licence and _is_employer(outlet):
        return _by_itself(outlet, OutletPaper.LICENCE, RST101.clause("licence"), _LICENSED)
    if outlet.branch_listing:
        return _by_itself(outlet, OutletPaper.BRANCH_LISTING, GX.clause("3.2.2"), _LISTED)
    if outlet.filing_receipt:
        return _on_receipt(outlet)
    if outlet.licence:
        return Enrolment(Enroller.UNSETTLED, RST101.clause("licence"), _NO_EMPLOYER, paper=OutletPaper.LICENCE)
    return Enrolment(Enroller.OUT_OF_SCOPE, RST101.clause("papers"), _NO_PAPER)


def _is_employer(outlet: Outlet) -> bool:
    if outlet.is_employer is None:
        raise InvalidFactError("Outlet", "is_employer", _MUST_BE_SAID, None)
    return outlet.is_employer


def _by_itself(outlet: Outlet, paper: OutletPaper, clause: Clause, why: Text) -> Enrolment:
    return Enrolment(Enroller.OUTLET, clause, why, OutletPlace.OWN_PLACE, paper, outlet.name)


def _on_receipt(outlet: Outlet) -> Enrolment:
    clause = RST101.clause("receipt")
    if _is_employer(outlet):
        return Enrolment(Enroller.UNSETTLED, clause, _EMPLOYER_ON_RECEIPT, paper=OutletPaper.FILING_RECEIPT)
    if outlet.parent is None:
        raise InvalidFactError("Outlet", "parent", _MUST_BE_NAMED, None)
    return Enrolment(
        Enroller.PARENT_ENTERPRISE,
        clause,
        _RECEIPT_ONLY,
        OutletPlace.LICENCE_PLACE,
        OutletPaper.FILING_RECEIPT,
        outlet.parent,
    )


_DISPATCHED = Text(
    zh="被派遣的快递员由劳务派遣单位参加各项保险",
    en="dispatched couriers are insured by the dispatch firm, in all insurances",
)
_INSURED = Text(
    zh="通知前已为全部职工参保的单位不在此列，也不得改换方式",
    en="a unit whose whole staff was insured before the notice is outside the scheme, and may not switch into it",
)
_LICENSED = Text(
    zh="持有许可证且具备用人单位主体资格，自行参保",
    en="it holds a licence and is an employer in law: it enrols itself",
)
_LISTED = Text(zh="列入分支机构名录，在当地自行参保", en="it stands in a branch listing: it enrols itself where it is")
_RECEIPT_ONLY = Text(
    zh="只有备案回执、不具备用人单位主体资格，由所属企业法人参保并承担用人单位责任",
    en="it has a filing receipt only and is no employer: the enterprise enrols, and carries the employer's duties",
)
_EMPLOYER_ON_RECEIPT = Text(
    zh="只有备案回执而具备用人单位主体资格，通知未作规定",
    en="it has a filing receipt only and yet is an employer in law: the notices do not say",
)
_NO_EMPLOYER = Text(
    zh="持有许可证而不具备用人单位主体资格，又未列入名录、没有备案回执，通知未作规定",
    en="it holds a licence, is no employer in law and has neither listing nor receipt: the notices do not say",
)
_NO_PAPER = Text(
    zh="三种凭证皆无，不在方案之内，须先规范经营手续",
    en="it has none of the three papers: outside the scheme, it has to be regularised first",
)
_MUST_BE_SAID = FactRule(
    zh="须说明该网点是否具备用人单位主体资格，此处取决于它",
    en="must be said: who enrols depends on whether the outlet is an employer in law",
    code="employer_not_said",
)
_MUST_BE_NAMED = FactRule(
    zh="须写明所属的具有快递业务经营许可的企业法人",
    en="must name the licensed legal-person enterprise that the outlet belongs to",
    code="parent_not_named",
)
