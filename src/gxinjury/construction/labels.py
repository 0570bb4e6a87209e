"""What the arguments of construction's rules are called (建筑业一章的参数名称)."""

from collections.abc import Mapping
from typing import Final

from gxinjury.construction.assessment import ProjectAssessment
from gxinjury.construction.bills import PremiumLine
from gxinjury.construction.contracts import Contract
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.injuries import SiteInjury
from gxinjury.construction.name_changes import NameChange
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.roster_history import Stint, WorkerHistory
from gxinjury.construction.shares import Term
from gxinjury.construction.site_injuries import InjuryCase
from gxinjury.fields import labels_in
from gxinjury.texts import Text

__all__ = ["LABELS"]

LABELS: Final[Mapping[str, Text]] = {
    **labels_in(
        ProjectCase,
        Contract,
        Term,
        SiteInjury,
        OccupationalDisease,
        PremiumLine,
        ProjectAssessment,
        InjuryCase,
        WorkerHistory,
        Stint,
        NameChange,
    ),
    # questions that are asked of a case
    "premium_total": Text(zh="应缴保险费", en="premium due"),
    "covered_part": Text(zh="项目参保有效期", en="project's cover"),
    "standing_of": Text(zh="受伤职工的参保认定", en="standing of the worker hurt"),
    "standing_with_disease.worker": Text(zh="职工", en="worker"),
    "standing_with_disease.exposure": Text(zh="接触期间", en="exposure"),
    "standing_with_disease.diagnosed_on": Text(zh="诊断（鉴定）之日", en="diagnosed or appraised on"),
    "standing_with_disease.by_employer": Text(zh="由用人单位参保", en="insured through his own employer"),
    "standing_with_disease.cover": Text(zh="项目参保有效期", en="project's cover"),
    "standing_with_disease.completed_on": Text(zh="项目竣工日", en="project completed on"),
    "standing_with_disease.roster": Text(zh="花名册", en="roster"),
    "days_on_employer": Text(zh="因逾期申请由用人单位负担费用的期间", en="days whose costs fall on the employer"),
    "sums_of_accident": Text(zh="待遇金额", en="what the benefits come to"),
    "term": Text(zh="工期", en="term"),
    "agreed": Text(zh="双方约定的到期日", en="expiry as agreed"),
    "registered": Text(zh="登记时的合同到期日", en="expiry as registered"),
    "paid_on": Text(zh="缴费日", en="paid on"),
    "agreed_on": Text(zh="约定日", en="agreed on"),
    "calendar": Text(zh="工作日历", en="work calendar"),
    "case": Text(zh="项目案情", en="case"),
    "cover": Text(zh="参保有效期", en="cover"),
    "in_nanning": Text(zh="项目在南宁市行政区域内", en="the project stands in Nanning"),
    "fixed_employment": Text(zh="该职工为相对固定的职工", en="the worker is in fixed employment"),
    "enterprise_can_enrol_as_employer": Text(
        zh="企业能以用人单位名义参保", en="the enterprise can enrol as an employer"
    ),
    "day": Text(zh="日期", en="day"),
    "born": Text(zh="出生日期", en="born on"),
    "years": Text(zh="周岁", en="years of age"),
    "first_new_start": Text(zh="新开工项目的起始日", en="first day of the new starts"),
    "covered": Text(zh="参保有效期间", en="covered"),
    "grade": Text(zh="伤残等级", en="disability grade"),
    "submitted": Text(zh="已提交的材料", en="papers handed in"),
    "has_unified_code": Text(zh="营业执照载有统一社会信用代码", en="has a unified-code licence"),
    "tendered": Text(zh="经过招标", en="put out to tender"),
    "death": Text(zh="工亡", en="for a death"),
    "particulars": Text(zh="项目情况", en="particulars"),
    "project": Text(zh="项目名称", en="project"),
    "payee": Text(zh="转入账户", en="payee account"),
    "stamped_form": Text(zh="登记表已由经办机构盖章", en="registration form stamped by the agency"),
    "fund_receipt": Text(zh="收款收据", en="fund receipt"),
    "permit_needed": Text(zh="需领取施工许可证", en="permit needed"),
    "estimate": Text(zh="工程概算", en="estimate of the works"),
    "estimated_on": Text(zh="概算之日", en="day of the estimate"),
    "listed": Text(zh="已单独列支", en="listed by itself"),
    "in_bid": Text(zh="列入竞标", en="made part of the bid"),
    "on": Text(zh="查看之日", en="looked at on"),
    "notice": Text(zh="工地公示与告知", en="notice at the site"),
    "insured_at_registration": Text(zh="已在注册地参保", en="insured at the place of registration"),
    "injured_on": Text(zh="事故伤害之日", en="injured on"),
    "happened_on": Text(zh="变动日", en="day of the change"),
    "roster": Text(zh="花名册", en="roster"),
    "form": Text(zh="职工增减变动情况花名册", en="roster of changes"),
    "fund_pays": Text(zh="待遇由基金支付", en="the fund pays"),
    "accident": Text(zh="事故", en="accident"),
    "disease": Text(zh="职业病", en="occupational disease"),
    "employer_costs": Text(zh="费用由用人单位负担的期间", en="costs on the employer"),
    "open_first": Text(zh="未完成的在前", en="open ones first"),
    "facts": Text(zh="待遇核定所需事实", en="facts of the benefits"),
}
