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
        # cautions
        "days_off_not_looked_at": Text(
            zh="未提供工作日历，期限的最后一日是否逢休假日未作核对",
            en="no work calendar was given: whether the last day is a day off was not looked at",
        ),
        "falls_on_a_weekend": Text(
            zh="期限末日 {limit} 是{weekday}，机关通常不办公；提供工作日历后，期限可能顺延",
            en="{limit} is a {weekday}, when offices are as a rule closed: with a work calendar the limit may move",
        ),
        "falls_on_a_festival": Text(
            zh="期限末日 {limit} 是法定节假日，机关不办公；提供工作日历后，期限顺延",
            en="{limit} is a public holiday, when offices are closed: with a work calendar the limit moves",
        ),
        "days_off_not_known": Text(
            zh="放假安排尚未公布，期限在 {limit} 两日之间届满",
            en="days off are not known: the limit ends between the two days {limit}",
        ),
        "exclusion_outside": Text(
            zh="这段时间（{period}）中，只有 {injured_on} 之后、期限（{end}）届满之前的日子才可不计入期限",
            en="of {period} only days after {injured_on}, and while the limit runs to {end}, are left out",
        ),
        "filed_when_accepted": Text(
            zh="未提供申请日，视为受理之日（{accepted_on}）申请",
            en="no day of applying is named: taken as filed on the day of acceptance, {accepted_on}",
        ),
        "death_before_diagnosis": Text(
            zh="死亡（{death}）早于初次诊断（{first_diagnosis}），按死亡前未经诊断处理，未提供发病时间的视为当场死亡；"
            "请核对两个时间",
            en="death ({death}) lies before the first diagnosis ({first_diagnosis}): taken as a death without one, and "
            "as one at once where no onset is told; check both moments",
        ),
        "onset_not_told": Text(
            zh="死亡前未经诊断，又未提供发病时间，无从判断是否当场死亡；请补充发病时间和当班结束时间",
            en="there was no diagnosis before death and no onset is told: whether death came at once cannot be said; "
            "supply the onset and the end of the shift",
        ),
        "shift_not_told": Text(
            zh="未提供当班结束时间，只有发病当时死亡的才算当场死亡；请补充当班结束时间",
            en="the end of the shift is not told: only a death at the moment of onset is taken as one at once; supply "
            "the end of the shift",
        ),
        "authority_decides": Text(
            zh="条文未明确，由社会保险行政部门认定",
            en="the text leaves it open: the authority decides",
        ),
        "fault_not_established": Text(
            zh="交通事故责任未经公安机关交通管理部门认定，是否属于非本人主要责任由社会保险行政部门认定",
            en="the police did not establish whose fault the traffic accident was: the authority decides",
        ),
        # refusals
        "filing_undetermined": Text(
            zh="申请日 {filings} 是否按期取决于尚未公布的放假安排，期限在 {limit} 两日之间届满；"
            "请提供已知这些日子的工作日历",
            en="whether the application of {filings} was in time hangs on days off that are not announced, the limit "
            "ending between the two days {limit}; supply a work calendar that knows them",
        ),
        "limit_not_known": Text(
            zh="按这一口径，期间须自期限届满之日计，而期限在 {limit} 两日之间届满，放假安排尚未公布；"
            "请提供已知这些日子的工作日历",
            en="this reading counts with the limit, which ends between the two days {limit}, the days off not being "
            "announced; supply a work calendar that knows them",
        ),
    }
)
