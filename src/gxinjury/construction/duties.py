"""A duty with its day (义务及其期限): what, by whom, due when, by which clause, and how it stands on a day."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.facts import Yuan
from gxinjury.periods import Deadline
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Duty", "Holder", "Obligation", "ObligationState"]


class Duty(Enum):
    """What has to be done."""

    LIST_PREMIUM = Text(zh="工程概算单独列支工伤保险费", en="list the premium by itself in the budget estimate")
    HAND_OVER_PREMIUM = Text(zh="开工前拨付工伤保险费", en="hand the premium over before the start")
    PAY_PREMIUM = Text(zh="开工前一次性缴清保险费", en="pay the premium in one sum before the start")
    PAY_SUPPLEMENT = Text(zh="按追加款补缴工伤保险费", en="pay the supplementary premium on a raise")
    SHOW_PERMIT_PAPERS = Text(
        zh="办理施工许可时提交缴费登记表和收款收据",
        en="hand in the registration form and the receipt for the construction permit",
    )
    POST_ENROLMENT = Text(zh="在工地显著位置公示参保情况", en="post the enrolment in a prominent place at the site")
    TELL_WORKERS = Text(
        zh="按统一格式告知职工工伤保障、投诉举报渠道和待遇标准",
        en="tell the workers, in the uniform format, what protects them, where to complain and what they get",
    )
    KEEP_ROSTER = Text(zh="当月用工变动于当月底前报送", en="report what changed this month by its end")
    REPORT_ROSTER_CHANGE = Text(zh="报送人员增减变动名册", en="report the change of the roster")
    FILE_DELAY_PAPERS = Text(zh="报送延期竣工验收材料", en="file the papers of the delayed completion")
    FILE_WARRANTY = Text(zh="保修合同备案", en="file the warranty contract")
    REPORT_WARRANTY_ROSTER = Text(zh="报送保修期花名册", en="report the roster of the warranty work")
    REPORT_NAME_CHANGE = Text(zh="办理名称变更手续", en="report the changed name")
    REPORT_ACCIDENT = Text(zh="48小时内报告事故", en="report the accident within 48 hours")
    REPORT_ON_SITE = Text(zh="48小时内报告工地范围以内的事故", en="report the accident on the site within 48 hours")
    APPLY_AS_EMPLOYER = Text(zh="申请工伤认定", en="apply for the determination")
    APPLY_DIRECTLY = Text(zh="直接申请工伤认定", en="apply for the determination directly")
    CLAIM_BENEFITS = Text(zh="提交待遇申领材料", en="hand in the claim papers")


class Holder(Enum):
    """Whose duty it is."""

    OWNER = Text(zh="建设单位", en="project owner")
    GENERAL_CONTRACTOR = Text(zh="施工总承包单位", en="general contractor")
    EMPLOYER = Text(zh="用人单位", en="employer")
    WORKER_SIDE = Text(zh="职工、近亲属或工会", en="worker, close relative or union")
    CLAIMANT = Text(zh="申领人", en="claimant")


class ObligationState(Enum):
    """How a duty stands on a day."""

    DONE = Text(zh="已按期完成", en="done in time")
    DONE_LATE = Text(zh="逾期完成", en="done late")
    OPEN = Text(zh="待完成", en="open")
    LATE = Text(zh="逾期未完成", en="late")
    UNDETERMINED = Text(zh="是否逾期未定", en="undetermined")
    NO_DAY = Text(zh="期限未知", en="day not known")
    NO_DAY_GIVEN = Text(zh="通知未定期限", en="no day given")
    DONE_NO_DAY_GIVEN = Text(zh="已完成", en="done")


@attrs.frozen
class Obligation(Record):
    """A duty of a project, with its day.

    Args:
        duty: What has to be done.
        holder: By whom.
        due: The limit; None where the notice names none, or where a fact or a figure that it hangs on is missing, which
            the note names.
        clause: The clause that lays it down.
        state: How it stands on the day asked for.
        done_on: The day it was done; None while it is not.
        about: The worker or the name that it is about; None where it is about the project.
        due_at: The moment, where the limit is one of hours.
        note: What to mind: under which condition it is a duty, or what is missing.
        since: The day of what it springs from; None where it springs from no day.
        amount: What is to be paid, in yuan; None where it is not a sum.
    """

    duty: Annotated[Duty, Text("义务", "duty")]
    holder: Annotated[Holder, Text("义务人", "by whom")]
    due: Annotated[Deadline | None, Text("期限", "due")]
    clause: Annotated[Clause, Text("依据", "clause")]
    state: Annotated[ObligationState, Text("状态", "state")]
    done_on: Annotated[date | None, Text("完成日", "done on")] = None
    about: Annotated[WorkerOrKey | None, Text("涉及", "about")] = None
    due_at: Annotated[datetime | None, Text("最后时刻", "last moment")] = None
    note: Annotated[Text | None, Text("说明", "note")] = None
    since: Annotated[date | None, Text("产生之日", "since")] = None
    amount: Annotated[Yuan | None, Text("金额", "amount")] = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None
