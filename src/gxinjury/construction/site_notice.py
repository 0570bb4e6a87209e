"""The notice at the site (工地公示与告知): what is posted, and what the workers are told."""

from typing import Annotated

import attrs

from gxinjury.explanations import rule
from gxinjury.facts import check_instance
from gxinjury.law.clauses import NN
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["SiteNotice", "missing_from_notice"]


@attrs.frozen
class SiteNotice(Record):
    """What is told at the site (工地公示与告知), as far as it was done; no day is set for it.

    Args:
        enrolment_posted: The enrolment is posted in a prominent place.
        entitlements_told: Workers were told what protects them after an injury.
        benefit_levels_told: Workers were told the level of benefits.
        complaints_told: Workers were told where to complain and to report.

    >>> notice = SiteNotice(enrolment_posted=True, entitlements_told=True, benefit_levels_told=True)
    >>> notice.missing
    ('complaints_told',)
    """

    enrolment_posted: Annotated[bool, Text("参保情况已在工地公示", "enrolment posted")] = False
    entitlements_told: Annotated[bool, Text("已告知工伤保障", "entitlements told")] = False
    benefit_levels_told: Annotated[bool, Text("已告知待遇标准", "benefit levels told")] = False
    complaints_told: Annotated[bool, Text("已告知投诉举报渠道", "ways to complain told")] = False

    __attrs_post_init__ = check_facts

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of what was not done."""
        return missing_from_notice(self)


@rule(NN.clause("6.3"), Text("工地公示与告知所缺", "missing from the notice at the site"))
def missing_from_notice(notice: SiteNotice) -> tuple[str, ...]:
    """Parts of the posting and of the telling that were not done (NN-6.3).

    Raises:
        InvalidFactError: It is no SiteNotice.
    """
    check_instance("missing_from_notice", "notice", notice, SiteNotice)
    return tuple(field.name for field in attrs.fields(SiteNotice) if not getattr(notice, field.name))
