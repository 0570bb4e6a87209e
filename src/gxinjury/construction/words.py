"""The words of the construction room (建筑业一章的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

__all__ = ["WORDS"]

WORDS: Final = Catalogue(
    {
        # rules
        "term": Text(zh="工期", en="term"),
        "agreed": Text(zh="双方约定的到期日", en="expiry as agreed"),
        "registered": Text(zh="登记时的合同到期日", en="expiry as registered"),
        "stoppages": Text(zh="停工", en="work stoppages"),
        # facts
        "contract": Text(zh="施工合同", en="contract"),
        "price": Text(zh="合同总造价", en="contract price"),
        "commencement": Text(zh="合同开工日", en="contractual commencement"),
        "completion": Text(zh="合同竣工日", en="contractual completion"),
        "paid_on": Text(zh="缴费日", en="paid on"),
        "started_on": Text(zh="实际开工日", en="started on"),
        "accepted_on": Text(zh="竣工验收合格日", en="completion accepted on"),
        "completed_on": Text(zh="实际竣工日", en="completed on"),
        "price_changes": Text(zh="造价变动", en="changes of price"),
        "term_changes": Text(zh="工期变动", en="changes of the term"),
        "changes": Text(zh="变动", en="changes"),
        "agreed_on": Text(zh="约定日", en="agreed on"),
        "relief": Text(zh="阶段性降低费率的比例", en="temporary relief"),
        "delay": Text(zh="延期竣工验收材料", en="delay papers"),
        "warranty": Text(zh="保修", en="warranty"),
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
        "start": Text(zh="开工日", en="start"),
        "first_new_start": Text(zh="新开工项目的起始日", en="first day of the new starts"),
        "expiry": Text(zh="合同到期日", en="contract expires on"),
        "base": Text(zh="计费基数", en="base"),
        "rate": Text(zh="费率", en="rate"),
        "share": Text(zh="计费比例", en="share"),
        "dated": Text(zh="日期", en="dated"),
        "bill": Text(zh="应缴明细", en="bill"),
        "payments": Text(zh="缴费记录", en="payments"),
        "account": Text(zh="缴费核对", en="account"),
        "covered": Text(zh="参保有效期间", en="covered"),
        # papers, permit, budget, supervision, completion
        "grade": Text(zh="伤残等级", en="disability grade"),
        "submitted": Text(zh="已提交的材料", en="papers handed in"),
        "has_unified_code": Text(zh="营业执照载有统一社会信用代码", en="has a unified-code licence"),
        "tendered": Text(zh="经过招标", en="put out to tender"),
        "death": Text(zh="工亡", en="for a death"),
        "particulars": Text(zh="项目情况", en="particulars"),
        "project": Text(zh="项目名称", en="project"),
        "payee": Text(zh="转入账户", en="payee account"),
        "document_on": Text(zh="批准文件或有效证明之日", en="day of the approval or other proof"),
        "changed_on": Text(zh="更名之日", en="day the name changed"),
        "stamped_form": Text(zh="登记表已由经办机构盖章", en="registration form stamped by the agency"),
        "fund_receipt": Text(zh="收款收据", en="fund receipt"),
        "permit_needed": Text(zh="需领取施工许可证", en="permit needed"),
        "estimate": Text(zh="工程概算", en="estimate of the works"),
        "estimated_on": Text(zh="概算之日", en="day of the estimate"),
        "listed": Text(zh="已单独列支", en="listed by itself"),
        "in_bid": Text(zh="列入竞标", en="made part of the bid"),
        "on": Text(zh="查看之日", en="looked at on"),
        "funded_on": Text(zh="建设单位拨付之日", en="day the owner handed the money over"),
        "notice": Text(zh="工地公示与告知", en="notice at the site"),
        "insured_at_registration": Text(zh="已在注册地参保", en="insured at the place of registration"),
        "injured_on": Text(zh="事故伤害之日", en="injured on"),
        "determined_on": Text(zh="认定之日", en="determined on"),
        "assessed_on": Text(zh="鉴定之日", en="assessed on"),
        "needs_assessment": Text(zh="需要鉴定", en="needs an assessment"),
        # roster and injuries
        "standing": Text(zh="受伤职工的参保认定", en="standing of the worker hurt"),
        "worker": Text(zh="职工", en="worker"),
        "happened_on": Text(zh="变动日", en="day of the change"),
        "roster": Text(zh="花名册", en="roster"),
        "added": Text(zh="增员", en="addition"),
        "removed": Text(zh="减员", en="removal"),
        "stints": Text(zh="在册期间", en="stays on the roster"),
        "form": Text(zh="职工增减变动情况花名册", en="roster of changes"),
        "injury": Text(zh="事故伤害", en="injury"),
        "happened_at": Text(zh="事故发生之时", en="happened at"),
        "work_cause": Text(zh="因工作原因", en="by a work cause"),
        "on_site": Text(zh="在工地范围以内", en="on the site"),
        "reported_at": Text(zh="报告之时", en="reported at"),
        "known_at": Text(zh="用人单位知悉之时", en="known to the employer at"),
        "verified": Text(zh="经人社部门调查核实", en="verified by the authority"),
        "enrolled_by_employer": Text(zh="由用人单位参保", en="insured through his own employer"),
        "deemed": Text(zh="视同工伤的情形", en="only deemed a work injury"),
        # accidents, obligations, the application form
        "fund_pays": Text(zh="待遇由基金支付", en="the fund pays"),
        "accident": Text(zh="事故", en="accident"),
        # occupational diseases
        "disease": Text(zh="职业病", en="occupational disease"),
        "employer_costs": Text(zh="费用由用人单位负担的期间", en="costs on the employer"),
        "open_first": Text(zh="未完成的在前", en="open ones first"),
        # benefits of an accident
        "facts": Text(zh="待遇核定所需事实", en="facts of the benefits"),
    }
)
