"""What the arguments of determination's rules are called (工伤认定一章的参数名称)."""

from collections.abc import Mapping
from typing import Final

from gxinjury.determination.illness import SuddenIllness
from gxinjury.fields import labels_in
from gxinjury.texts import Text

__all__ = ["LABELS"]

LABELS: Final[Mapping[str, Text]] = {
    **labels_in(SuddenIllness),
    "injured_on": Text(zh="事故或者诊断、鉴定之日", en="day of the accident, or of diagnosis or appraisal"),
    "extension_days": Text(zh="经同意延长的日数", en="days of extension consented to"),
    "excluded": Text(zh="不计入期限的时间", en="time left out"),
    "calendar": Text(zh="工作日历", en="work calendar"),
    "days": Text(zh="未延长时的日数", en="days without extension"),
    "limit": Text(zh="期限", en="limit"),
    "period": Text(zh="期间", en="period"),
    "happened_at": Text(zh="事故发生之时", en="happened at"),
    "known_at": Text(zh="用人单位知悉之时", en="known at"),
    "employer_filed_on": Text(zh="用人单位申请日", en="employer applied on"),
    "others_filed_on": Text(zh="职工、近亲属或工会申请日", en="worker, relative or union applied on"),
    "filings": Text(zh="申请日", en="applied on"),
    "filed_on": Text(zh="申请日", en="applied on"),
    "counted_from": Text(zh="期限起算日", en="limit counted from"),
    "accepted_on": Text(zh="受理日", en="application accepted on"),
    "costs": Text(zh="费用", en="costs"),
    "hired_by_incapable_party": Text(zh="由没有用工主体资格者招用", en="hired by a party that cannot be an employer"),
    "facts": Text(zh="事实", en="facts"),
    "in_working_time": Text(zh="在工作时间内", en="in working time"),
    "illness": Text(zh="突发疾病", en="sudden illness"),
    "submitted": Text(zh="已交材料", en="papers handed in"),
    "claimed_by_workers_side": Text(zh="职工或者近亲属认为是工伤", en="claimed by the worker's side"),
    "denied_by_employer": Text(zh="用人单位不认为是工伤", en="denied by the employer"),
    "facts_clear": Text(zh="事实清楚、权利义务明确", en="facts clear"),
    "suspensions": Text(zh="中止期间", en="suspensions"),
    "applied_on": Text(zh="鉴定委员会收到申请之日", en="application received on"),
    "extended": Text(zh="延长", en="extended"),
    "received_on": Text(zh="收到结论之日", en="conclusion received on"),
    "concluded_on": Text(zh="作出结论之日", en="concluded on"),
}
