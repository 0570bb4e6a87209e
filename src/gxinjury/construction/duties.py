"""A duty with its day (义务及其期限): what, by whom, due when, by which clause, and how it stands on a day."""

from datetime import date, datetime
from enum import Enum
from typing import Final

import attrs

from gxinjury.citations import Clause
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.periods import Deadline, DeadlineStatus
from gxinjury.texts import Text


class Duty(Enum):
    """What has to be done."""

    PAY_PREMIUM = Text(zh="开工前一次性缴清保险费", en="pay the premium in one sum before the start")
    REPORT_ROSTER_CHANGE = Text(zh="报送人员增减变动名册", en="report the change of the roster")
    FILE_DELAY_PAPERS = Text(zh="报送延期竣工验收材料", en="file the papers of the delayed completion")
    FILE_WARRANTY = Text(zh="保修合同备案", en="file the warranty contract")
    REPORT_NAME_CHANGE = Text(zh="办理名称变更手续", en="report the changed name")
    REPORT_ACCIDENT = Text(zh="48小时内报告事故", en="report the accident within 48 hours")
    APPLY_AS_EMPLOYER = Text(zh="申请工伤认定", en="apply for the determination")
    APPLY_DIRECTLY = Text(zh="直接申请工伤认定", en="apply for the determination directly")


class Holder(Enum):
    """Whose duty it is."""

    GENERAL_CONTRACTOR = Text(zh="施工总承包单位", en="general contractor")
    EMPLOYER = Text(zh="用人单位", en="employer")
    WORKER_SIDE = Text(zh="职工、近亲属或工会", en="worker, close relative or union")


class ObligationState(Enum):
    """How a duty stands on a day."""

    DONE = Text(zh="已按期完成", en="done in time")
    DONE_LATE = Text(zh="已完成（逾期）", en="done late")
    OPEN = Text(zh="待完成", en="open")
    LATE = Text(zh="逾期未完成", en="late")
    UNDETERMINED = Text(zh="是否逾期未定", en="undetermined")
    NO_DAY = Text(zh="期限未知", en="day not known")


@attrs.frozen
class Obligation:
    """A duty of a project, with its day.

    Args:
        duty: What has to be done.
        holder: By whom.
        due: The limit; None where a fact or a figure that it hangs on is missing, which the note names.
        clause: The clause that lays it down.
        state: How it stands on the day asked for.
        done_on: The day it was done; None while it is not.
        about: The worker or the name that it is about; None where it is about the project.
        due_at: The moment, where the limit is one of hours.
        note: What to mind: under which condition it is a duty, or what is missing.
    """

    duty: Duty
    holder: Holder
    due: Deadline | None
    clause: Clause
    state: ObligationState
    done_on: date | None = None
    about: WorkerOrKey | None = None
    due_at: datetime | None = None
    note: Text | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None


_DONE: Final = {
    DeadlineStatus.IN_TIME: ObligationState.DONE,
    DeadlineStatus.LATE: ObligationState.DONE_LATE,
    DeadlineStatus.UNDETERMINED: ObligationState.UNDETERMINED,
}
_NOT_DONE: Final = {
    DeadlineStatus.IN_TIME: ObligationState.OPEN,
    DeadlineStatus.LATE: ObligationState.LATE,
    DeadlineStatus.UNDETERMINED: ObligationState.UNDETERMINED,
}


@attrs.frozen
class Task:
    """A duty before it is looked at on a day.

    Args:
        duty: What has to be done.
        holder: By whom.
        clause: The clause that lays it down.
        due: The limit; None where it is not known.
        done_on: The day it was done; None while it is not.
        about: The worker or the name that it is about.
        due_at: The moment, where the limit is one of hours.
        late_by_the_hour: Whether it was done after that moment.
        since: The day of what it springs from, before which it is no duty; None where it always is one.
        until: The day from which it is a duty no longer; None where there is none.
        note: What to mind.
        done_note: What to mind once it is done.
    """

    duty: Duty
    holder: Holder
    clause: Clause
    due: Deadline | None
    done_on: date | None
    about: WorkerOrKey | None = None
    due_at: datetime | None = None
    late_by_the_hour: bool = False
    since: date | None = None
    until: date | None = None
    note: Text | None = None
    done_note: Text | None = None

    def on(self, day: date) -> Obligation | None:
        """Return how it stands on a day, what was done later not being done yet; None where it is no duty then."""
        if (self.since is not None and day < self.since) or (self.until is not None and self.until <= day):
            return None
        done_on = self.done_on if self.done_on is not None and self.done_on <= day else None
        return Obligation(
            duty=self.duty,
            holder=self.holder,
            due=self.due,
            clause=self.clause,
            state=self._state(day, done_on),
            done_on=done_on,
            about=self.about,
            due_at=self.due_at,
            note=self.note if done_on is None else self.done_note,
        )

    def _state(self, day: date, done_on: date | None) -> ObligationState:
        if self.due is None:
            return ObligationState.NO_DAY
        if done_on is None:
            return _NOT_DONE[self.due.status(day)]
        return ObligationState.DONE_LATE if self.late_by_the_hour else _DONE[self.due.status(done_on)]
