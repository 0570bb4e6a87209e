"""Papers that the Nanning notice asks for (应提交的材料): which, how many, original or copy."""

from enum import Enum
from typing import Annotated, Final

import attrs

from gxinjury.records import Record
from gxinjury.texts import Text


class Paper(Enum):
    """A paper that registration or a permit takes."""

    BUSINESS_LICENCE = Text(zh="企业法人营业执照", en="business licence")
    ORGANISATION_CODE = Text(zh="组织机构代码证", en="organisation code certificate")
    UNIFIED_CODE_LICENCE = Text(zh="载有统一社会信用代码的营业执照", en="unified-code business licence")
    AWARD_NOTICE = Text(zh="建筑项目中标通知书", en="bid-award notice")
    CONSTRUCTION_CONTRACT = Text(zh="建筑项目承包合同书", en="construction contract")
    REGISTRATION_FORM = Text(zh="建筑项目工伤保险缴费登记表（附件1）", en="registration form (annex 1)")
    ROSTER = Text(zh="职工增减变动情况花名册（附件2）", en="roster of changes (annex 2)")
    FUND_RECEIPT = Text(zh="社会保险基金专用收款收据", en="fund receipt")
    CLAIM_FORM = Text(zh="南宁市工伤保险待遇申领表", en="Nanning claim form")
    DETERMINATION_DECISION = Text(zh="认定工伤决定书", en="determination decision")
    ASSESSMENT_CONCLUSION = Text(zh="劳动能力鉴定结论书", en="conclusion of the work-capacity assessment")
    OTHER_CLAIM_PAPERS = Text(zh="核定待遇需要的其他材料", en="other papers that the claim needs")


@attrs.frozen
class RequiredPaper(Record):
    """A paper as a list asks for it.

    Args:
        paper: Which.
        originals: How many originals.
        copies: How many copies, each under the enterprise's seal.
    """

    paper: Annotated[Paper, Text("材料", "paper")]
    originals: Annotated[int, Text("原件份数", "originals")]
    copies: Annotated[int, Text("复印件份数", "copies")] = 0


REGISTRATION_BODY: Final[tuple[RequiredPaper, ...]] = (
    RequiredPaper(Paper.BUSINESS_LICENCE, 1, 1),
    RequiredPaper(Paper.ORGANISATION_CODE, 1, 1),
    RequiredPaper(Paper.AWARD_NOTICE, 1, 1),
    RequiredPaper(Paper.CONSTRUCTION_CONTRACT, 1, 1),
    RequiredPaper(Paper.REGISTRATION_FORM, 2),
    RequiredPaper(Paper.ROSTER, 2),
)
"""The list in the body of the notice, NN-1.2."""

REGISTRATION_ANNEX_NOTE: Final[tuple[RequiredPaper, ...]] = (
    RequiredPaper(Paper.BUSINESS_LICENCE, 1, 1),
    RequiredPaper(Paper.ORGANISATION_CODE, 1, 1),
    RequiredPaper(Paper.CONSTRUCTION_CONTRACT, 1, 1),
    RequiredPaper(Paper.REGISTRATION_FORM, 2),
)
"""The list in the note of annex 1, which asks neither for the award notice nor for the roster."""

PERMIT_PAPERS: Final = (Paper.REGISTRATION_FORM, Paper.FUND_RECEIPT)
"""What a construction permit takes from the agency, NN-6.1."""

CLAIM_PAPERS: Final = (
    Paper.CLAIM_FORM,
    Paper.DETERMINATION_DECISION,
    Paper.ASSESSMENT_CONCLUSION,
    Paper.OTHER_CLAIM_PAPERS,
)
"""What a claim for benefits takes, NN-5.5; a death needs no assessment."""
