"""Courier outlets (快递网点): what they hold, and to whom they belong."""

from typing import Annotated

import attrs

from gxinjury.records import FreeText, Record, check_facts, free_text, optional_free_text
from gxinjury.texts import Text

__all__ = ["Outlet"]


@attrs.frozen
class Outlet(Record):
    """A courier outlet and its papers (快递网点).

    Args:
        name: Its name or number; outlets of one list differ in it.
        licence: Whether it holds a courier licence (快递业务经营许可证) of its own.
        branch_listing: Whether it stands in a branch listing (分支机构名录).
        filing_receipt: Whether it holds a filing receipt (备案回执).
        is_employer: Whether it is an employer in law; None where unknown.
        parent: The licensed legal-person enterprise it belongs to; None where there is none.
        fully_insured_before: Whether all its staff was insured before the national notice.

    Raises:
        InvalidFactError: The name is blank, or a fact is not True or False.

    >>> Outlet("青秀一店", branch_listing=True).licence
    False
    """

    name: Annotated[FreeText, Text("名称", "name")] = attrs.field(converter=free_text)
    licence: Annotated[bool, Text("持有快递业务经营许可证", "holds a courier licence")] = False
    branch_listing: Annotated[bool, Text("列入分支机构名录", "stands in a branch listing")] = False
    filing_receipt: Annotated[bool, Text("持有备案回执", "holds a filing receipt")] = False
    is_employer: Annotated[bool | None, Text("具备用人单位主体资格", "is an employer in law")] = None
    parent: Annotated[FreeText | None, Text("所属企业法人", "enterprise it belongs to")] = attrs.field(
        default=None, converter=optional_free_text
    )
    fully_insured_before: Annotated[bool, Text("通知前已全员参保", "fully insured before the notice")] = False

    __attrs_post_init__ = check_facts
