"""The parties to works and to an injury (各方主体)."""

from enum import Enum

from gxinjury.texts import Text


class Party(Enum):
    """Who has to see to something, or to pay."""

    EMPLOYER = Text(zh="职工的用人单位", en="worker's employer")
    HIRING_PARTY = Text(
        zh="招用职工的组织或者个人（没有用工主体资格）", en="party that hired the worker and cannot be an employer"
    )
    CONTRACTING_UNIT = Text(zh="发包单位", en="unit that contracted the work out")
    GENERAL_CONTRACTOR = Text(zh="施工总承包单位", en="general contractor")
    OWNER = Text(zh="建设单位", en="project owner")
    FUND = Text(zh="工伤保险基金", en="fund")
