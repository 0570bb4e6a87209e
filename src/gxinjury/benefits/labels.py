"""What the arguments of the benefits' rules are called (工伤待遇一章的参数名称)."""

from collections.abc import Mapping
from typing import Final

from gxinjury.benefits.death_subsidy import DeathSubsidy
from gxinjury.benefits.events import Termination
from gxinjury.benefits.injuries import Injury
from gxinjury.fields import labels_in
from gxinjury.texts import Text

__all__ = ["LABELS"]

LABELS: Final[Mapping[str, Text]] = {
    **labels_in(Injury, Termination, DeathSubsidy),
    "series": Text(zh="平均工资口径", en="series of the average wage"),
    "year": Text(zh="年度", en="year"),
    "wages": Text(zh="各月工资", en="monthly wages"),
    "monthly_wages": Text(zh="各月工资", en="monthly wages"),
    "assessed_on": Text(zh="核定待遇日", en="benefits assessed on"),
    "paid_on": Text(zh="支付日", en="paid on"),
    "injury": Text(zh="工伤个案", en="injury"),
    "conclusions": Text(zh="鉴定结论", en="conclusions"),
    "wage": Text(zh="工资（每月）", en="wage a month"),
    "wage_at_termination": Text(zh="终止关系时的工资（每月）", en="wage at termination a month"),
    "allowance": Text(zh="伤残津贴", en="allowance"),
    "on": Text(zh="按哪一日的数额", en="figures of"),
    "day": Text(zh="日期", en="day"),
    "days": Text(zh="期间", en="days"),
    "dependency": Text(zh="生活自理障碍", en="care dependency"),
    "fee": Text(zh="取整前的护理费", en="fee before rounding"),
    "months": Text(zh="月数", en="months"),
    "extension_months": Text(zh="延长月数", en="months of extension"),
    "treatment_confirmed": Text(zh="确认需要治疗", en="treatment confirmed as needed"),
    "stay": Text(zh="住院期间", en="stay in hospital"),
    "receipts": Text(zh="票据", en="receipts"),
    "within_leave": Text(zh="当场或者在停工留薪期内死亡", en="died at once or within the leave"),
    "death_subsidy": Text(zh="一次性工亡补助金", en="death subsidy"),
    "dependant": Text(zh="供养亲属", en="dependant"),
    "divide": Text(zh="超过上限时按比例分配", en="divide a capped sum"),
    "shares": Text(zh="各人份额", en="shares"),
    "cap": Text(zh="上限", en="cap"),
    "missing_since": Text(zh="事故发生日", en="missing since"),
    "pension_from": Text(zh="抚恤金起发日", en="pension from"),
    "table_of": Text(zh="取该日的标准", en="table of"),
    "table": Text(zh="标准", en="table"),
    "conditions_lost": Text(zh="丧失享受条件", en="conditions lost"),
    "assessment_refused": Text(zh="拒不接受鉴定", en="assessment refused"),
    "treatment_refused": Text(zh="拒绝治疗", en="treatment refused"),
    "event": Text(zh="单位变动或者用工情形", en="what became of the unit"),
    "project_enrolled": Text(zh="所在项目已参保", en="project enrolled"),
    "arrears": Text(zh="欠缴额", en="arrears"),
    "defaulted_on": Text(zh="欠缴首日", en="first day in default"),
    "project_premium": Text(zh="按项目参保的保险费", en="premium of a project"),
    "obtained": Text(zh="骗取的数额", en="obtained"),
    "arising_on": Text(zh="费用发生日", en="arising on"),
    "paid_up_on": Text(zh="补缴日", en="paid up on"),
    "lines": Text(zh="待遇明细", en="lines"),
}
