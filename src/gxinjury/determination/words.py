"""The words of the determination room (工伤认定一章的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # rules of filing
        "employer_deadline": Text(zh="用人单位申请工伤认定的期限", en="limit for the employer's application"),
        "employer_limit": Text(zh="用人单位的申请期限", en="the employer's limit"),
        "longest_extension": Text(zh="最多可延长的日数", en="longest extension, in days"),
        "worker_deadline": Text(
            zh="职工、近亲属、工会申请工伤认定的期限",
            en="limit for the application of the worker, a close relative or a union",
        ),
        "worker_limit": Text(zh="职工方的申请期限", en="the limit of the worker's side"),
        "excluded_days": Text(zh="不计入申请期限的日数", en="days left out of the year"),
        "filing_limits": Text(zh="申请人及其期限", en="who may apply, and by when"),
        "report_deadline": Text(zh="向人社部门报告事故的最后时刻", en="last moment for reporting the accident"),
        # rules of costs and payers
        "costs_on_employer": Text(zh="费用由用人单位负担的期间", en="period whose costs fall on the employer"),
        "costs_of_late_employer": Text(zh="用人单位逾期申请的后果", en="what follows where the employer is late"),
        "cost_period": Text(zh="“此期间”", en="“this period”"),
        "period_to_workers_filing": Text(
            zh="职工方申请的“在此期间”", en="“this period” where the worker's side applies"
        ),
        "split_costs": Text(zh="基金与用人单位的分担", en="costs of the fund and of the employer"),
        "payers_when_not_enrolled": Text(
            zh="项目未参保时的支付次序", en="who pays where the project is not enrolled, in order"
        ),
        "hirers": Text(zh="首先支付者", en="who pays first"),
        # rules of scope
        "injury_scope": Text(zh="是否属于工伤", en="whether it is a work injury"),
        "grounds_of_work_injury": Text(zh="应当认定为工伤的情形", en="grounds of a work injury"),
        "grounds_of_deemed_injury": Text(zh="视同工伤的情形", en="grounds of a deemed work injury"),
        "exclusions_of_injury": Text(zh="不得认定的情形", en="what rules it out"),
        "accident_at_work": Text(
            zh="工作时间、工作场所、工作原因", en="in working time, at the workplace, by a work cause"
        ),
        "accident_around_working_time": Text(
            zh="工作时间前后从事预备或收尾工作", en="preparing or finishing the work around working time"
        ),
        "violence_for_duty": Text(zh="因履行职责遭受暴力等意外伤害", en="violence suffered for doing one's duty"),
        "occupational_disease": Text(zh="患职业病", en="occupational disease"),
        "accident_away_on_work": Text(
            zh="因公外出由于工作原因受伤或者下落不明", en="away on work: hurt by a work cause, or missing"
        ),
        "accident_while_commuting": Text(
            zh="上下班途中受到非本人主要责任的交通事故等伤害",
            en="commuting: an accident not mainly the worker's own fault",
        ),
        "injury_by_other_law": Text(zh="其他法律、行政法规规定的情形", en="a case that another law names"),
        "death_by_sudden_illness": Text(zh="突发疾病死亡", en="death by sudden illness at the post"),
        "deemed_by_sudden_illness": Text(zh="突发疾病死亡视同工伤", en="death by sudden illness deemed a work injury"),
        "sudden_illness_ground": Text(zh="突发疾病是否视同工伤", en="whether the sudden illness is deemed an injury"),
        "died_in_time": Text(zh="当场死亡或者48小时内死亡", en="death at once or within 48 hours"),
        "died_undiagnosed": Text(zh="未经诊断死亡", en="death without a diagnosis"),
        "died_at_once": Text(zh="当场死亡（当班期间）", en="death at once, by the end of the shift"),
        "last_moment_of_rescue": Text(zh="48小时届满之时", en="end of the 48 hours"),
        "rescue_in_public_interest": Text(
            zh="抢险救灾等维护公共利益的活动", en="disaster relief or another act for the public interest"
        ),
        "old_wound_of_ex_soldier": Text(zh="伤残军人旧伤复发", en="old wound of a disabled ex-soldier"),
        "intentional_crime": Text(zh="故意犯罪", en="intentional crime"),
        "drunk_or_drugged": Text(zh="醉酒或者吸毒", en="drunk or drugged"),
        "self_harm_or_suicide": Text(zh="自残或者自杀", en="self-harm or suicide"),
        # rules of decision and assessment
        "missing_application_papers": Text(zh="申请材料缺项", en="papers that the application lacks"),
        "burden_of_proof": Text(zh="举证责任", en="burden of proof"),
        "decision_deadline": Text(zh="作出认定决定的期限", en="limit for the decision"),
        "suspended_days": Text(zh="中止的日数", en="days on which the clock stood still"),
        "assessment_deadline": Text(zh="作出鉴定结论的期限", en="limit for the assessment conclusion"),
        "later_assessment_deadline": Text(
            zh="再次鉴定、复查鉴定的期限", en="limit for the conclusion of a re-assessment or review"
        ),
        "reassessment_deadline": Text(zh="申请再次鉴定的期限", en="limit for asking for re-assessment"),
        "review_from": Text(zh="可申请复查鉴定的第一日", en="first day for asking for a review"),
        # facts
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
        "hired_by_incapable_party": Text(
            zh="由没有用工主体资格者招用", en="hired by a party that cannot be an employer"
        ),
        "facts": Text(zh="事实", en="facts"),
        "in_working_time": Text(zh="在工作时间内", en="in working time"),
        "illness": Text(zh="突发疾病", en="sudden illness"),
        "at_post": Text(zh="在工作岗位", en="at the post"),
        "first_diagnosis": Text(zh="初次诊断时间", en="first diagnosis"),
        "death": Text(zh="死亡时间", en="death"),
        "onset": Text(zh="发病时间", en="onset"),
        "shift_ends": Text(zh="当班结束时间", en="end of the shift"),
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
)
