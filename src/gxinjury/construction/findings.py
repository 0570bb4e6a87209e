"""What the construction room finds, refuses and warns of (建筑业一章的认定事项): each by the name that is its code."""

from typing import Final

from gxinjury.errors import NotInForceError, OutOfScopeError
from gxinjury.findings import FindingWords, RefusalWords
from gxinjury.texts import Text

__all__ = ["Cautions", "Findings", "Notes", "Refusals"]


class Findings:
    """Found, and told in an answer."""

    billed_without_payment: Final = FindingWords(
        zh="未见缴费记录：按缴费的最后一日（{day}，开工日 {start} 的前一日）计费；参保尚未起算",
        en="no payment is on file: the bill is for {day}, the last day in time before the start ({start}); cover "
        "has not begun",
    )
    billed_for_first_payment: Final = FindingWords(
        zh="保险费未缴清：按首次缴费日（{day}）计费，其后缴费不改变应缴金额；参保尚未起算",
        en="the premium is not complete: the bill is for the first payment, of {day}, and paying the rest later "
        "changes nothing of it; cover has not begun",
    )
    nothing_to_pay: Final = FindingWords(
        zh="保险费全部减免，无须缴费：按缴费的最后一日（{day}，开工日 {start} 的前一日）计费、起算参保",
        en="all of the premium is remitted and nothing has to be paid: it counts as paid on {day}, the last day in "
        "time before the start ({start})",
    )
    paid_in_parts: Final = FindingWords(
        zh="保险费分次缴纳：按首次缴费日（{first}）计费，于{day}缴清，参保自缴清之日起算",
        en="paid in parts: the bill is for the first payment, of {first}, and the payment of {day} completes it",
    )
    paid_before_the_notice: Final = FindingWords(
        zh="第{number}笔缴费的缴费日为{day}，早于通知施行（{year}年），年份是否有误？",
        en="the day of payment {number} is {day}, before the notice applied ({year}): is the year right?",
    )
    completed_late: Final = FindingWords(
        zh="未在开工前一次性缴清，于{day}方缴清，迟缴{days}日（开工日{start}）",
        en="not complete before the start ({start}) but only on {day}; days late: {days}",
    )
    not_answered: Final = FindingWords(zh="{part}未能答复：{reason}", en="no answer on the {part}: {reason}")
    paid_late: Final = FindingWords(
        zh="未在开工（{start}）前缴费，迟缴{days}日",
        en="paid late, the last day in time being the day before the start ({start}); days late: {days}",
    )
    sum_not_complete: Final = FindingWords(
        zh="初次缴费尚未缴清，尚差 {open} 元",
        en="the initial premium is not paid in full, {open} yuan are open",
    )
    supplement_unpaid: Final = FindingWords(
        zh="追加款的补缴尚有 {open} 元未缴；参保不因此中断",
        en="of the supplementary premium {open} yuan are open; the cover does not end for that",
    )
    overpaid: Final = FindingWords(zh="多缴 {overpaid} 元", en="overpaid by {overpaid} yuan")
    paid_after_acceptance: Final = FindingWords(
        zh="缴费（{paid_on}）在竣工验收合格（{ended_on}）之后，不产生参保有效期",
        en="paid on {paid_on}, after completion was accepted ({ended_on}): no cover",
    )
    paid_after_completion: Final = FindingWords(
        zh="缴费（{paid_on}）在合同竣工日（{ended_on}）之后，不产生参保有效期",
        en="paid on {paid_on}, after contractual completion ({ended_on}): no cover",
    )
    delay_papers_due: Final = FindingWords(
        zh="竣工尚未验收合格；如将延至合同到期日（{expiry}）之后，延期材料最迟应于 {deadline} 报送",
        en="completion is not accepted; where it will be after the expiry ({expiry}), delay papers are due by "
        "{deadline}",
    )
    delay_papers_missing: Final = FindingWords(
        zh="竣工验收迟于合同到期日（{expiry}），未见延期材料；最迟应于 {deadline} 报送",
        en="completion was accepted after the expiry ({expiry}) and no delay papers are on file; they were due by "
        "{deadline}",
    )
    delay_papers_late: Final = FindingWords(
        zh="延期材料最迟应于 {deadline} 报送，迟报{days}日",
        en="delay papers filed late, the last day being {deadline}; days late: {days}",
    )
    acceptance_period_unknown: Final = FindingWords(
        zh="未载明竣工验收期的届满日，{expiry} 之后的参保未定；请补充届满日",
        en="the end of the acceptance period is not named, so the days after {expiry} are unsettled; supply it",
    )
    acceptance_period_within_term: Final = FindingWords(
        zh="竣工验收期届满日（{ends}）不晚于合同到期日（{expiry}），参保未因此延长",
        en="the acceptance period ends on {ends}, not after the contract's expiry ({expiry}): it extends nothing",
    )
    term_changed_after_expiry: Final = FindingWords(
        zh="工期变动约定于 {agreed_on}，合同已于 {expiry} 到期，不延长到期日",
        en="a change of the term was agreed on {agreed_on}, not before the expiry ({expiry}): it extends nothing",
    )
    extension_without_papers: Final = FindingWords(
        zh="工期于 {agreed_on} 约定延长至 {completion}，延期材料最迟应于 {deadline} 报送；"
        "未按时报送的，合同到期日仍为 {expiry}",
        en="the term was extended to {completion} on {agreed_on}, for which delay papers are due by {deadline}; "
        "without them in time the contract still expires on {expiry}",
    )
    extension_agreed_late: Final = FindingWords(
        zh="工期于 {agreed_on} 才约定延长至 {completion}，已过报送延期材料的最后一日（{deadline}）；"
        "合同到期日仍为 {expiry}",
        en="the term was extended to {completion} only on {agreed_on}, after the last day for its delay papers, "
        "{deadline}: the contract still expires on {expiry}",
    )
    works_stood_still: Final = FindingWords(
        zh="停工（{span}）：工期不因停工顺延，须由双方约定延长；合同到期日为 {expiry}",
        en="the works stood still {span}: the term does not move for that unless the contract is "
        "extended; it expires on {expiry}",
    )
    works_stopped: Final = FindingWords(
        zh="{first} 起停工：工期不因停工顺延，须由双方约定延长；合同到期日为 {expiry}",
        en="the works have stood still since {first}: the term does not move for that unless the contract is "
        "extended; it expires on {expiry}",
    )
    delay_papers_after_acceptance_period: Final = FindingWords(
        zh="延期材料于 {filed_on} 报送，竣工验收期已于 {ends} 届满",
        en="the delay papers were filed on {filed_on}, after the acceptance period had ended on {ends}",
    )
    warranty_to_come: Final = FindingWords(
        zh="已载明保修期（至 {ends}），竣工日尚未确定；竣工后30日内须备案保修合同，并报送花名册，其后才在参保有效期内",
        en="a warranty to {ends} is named and its completion has not come: it will take the filing of the warranty "
        "contract within 30 days after it, and a roster, and is covered from the later of both",
    )
    warranty_gap: Final = FindingWords(
        zh="竣工验收合格后至保修期参保前（{span}）不在参保有效期内，共{days}日",
        en="between the acceptance of completion and the cover of the warranty nothing is covered {span}; days: {days}",
    )
    warranty_not_filed: Final = FindingWords(
        zh="保修合同未备案，保修期不参保", en="the warranty contract is not filed: no cover in the warranty period"
    )
    warranty_roster_missing: Final = FindingWords(
        zh="保修期的花名册未报送，保修期不参保", en="no roster for the warranty period: no cover in it"
    )
    warranty_over: Final = FindingWords(
        zh="备案和花名册齐备之日（{first}）已在保修期届满（{ends}）之后",
        en="filing and roster were complete on {first}, after the warranty period ended ({ends})",
    )
    warranty_filed_late: Final = FindingWords(
        zh="保修合同于 {filed_on} 备案，期限至 {limit}，逾期",
        en="the warranty contract was filed on {filed_on}; the limit was {limit}: late",
    )
    warranty_filing_undetermined: Final = FindingWords(
        zh="保修合同于 {filed_on} 备案；期限在 {limit} 两日之间届满，放假安排尚未公布，是否逾期未定",
        en="the warranty contract was filed on {filed_on}; the limit lies between {limit}, days off being unknown",
    )
    small_works_unpaid: Final = FindingWords(
        zh="不需施工许可的小型工程也须在开工前缴费，未见收据",
        en="small works without a permit pay before the start too; there is no receipt",
    )
    premium_not_listed: Final = FindingWords(
        zh="工程概算未单独列支工伤保险费，应列 {amount} 元",
        en="the estimate does not list the premium by itself; it should list {amount} yuan",
    )
    premium_in_bid: Final = FindingWords(
        zh="工伤保险费（{amount} 元）列入了竞标；它是不可竞争费，应移出",
        en="the premium ({amount} yuan) was made part of the bid; it is a non-competitive cost, take it out",
    )
    already_listed: Final = FindingWords(
        zh="{worker}：{reported_on} 申报增员，但已在册，本次申报不改变参保",
        en="{worker}: reported as added on {reported_on}, though on the roster already: nothing changes",
    )
    not_listed: Final = FindingWords(
        zh="{worker}：{reported_on} 申报减员，但不在册，本次申报不改变参保",
        en="{worker}: reported as removed on {reported_on}, though not on the roster: nothing changes",
    )
    one_id_several_names: Final = FindingWords(
        zh="身份证号 {resident_id} 对应多个姓名（{names}），按同一人处理，请核对",
        en="the resident id {resident_id} stands under several names ({names}): taken for one worker, check it",
    )
    told_by_name: Final = FindingWords(
        zh="{told}：按花名册上唯一同名的职工（{worker}）处理，请核对是否同一人",
        en="{told}: taken for the only worker of that name on the roster ({worker}): check that it is he",
    )
    sex_against_id: Final = FindingWords(
        zh="{worker}：花名册所填性别为{sex}，身份证号第17位为{in_id}，请核对",
        en="{worker}: the roster says {sex}, the 17th digit of the id says {in_id}: check it",
    )
    id_rounded: Final = FindingWords(
        zh="{worker}：身份证号末三位为000，可能经电子表格转为数值而丢失，请核对原件",
        en="{worker}: the id ends in 000, as a spreadsheet leaves it that took it for a number: check the original",
    )
    under_sixteen: Final = FindingWords(
        zh="{worker}：按身份证号，{day} 未满{years}周岁，属童工；伤残、死亡的由使用单位一次性赔偿",
        en="{worker}: by the id not yet {years} years old on {day}, child labour: whoever employs him "
        "pays a lump sum for disability or death",
    )
    wage_in_thousands: Final = FindingWords(
        zh="{worker}：月工资填为 {monthly_wage} 元，是否以千元计？",
        en="{worker}: the monthly wage is given as {monthly_wage} yuan; is it in thousands?",
    )
    enrolled_before_report: Final = FindingWords(
        zh="{worker}：参保时间填为 {enrolled_on}，早于申报日 {reported_on}；工伤保险关系自申报次日起生效",
        en="{worker}: the enrolment is dated {enrolled_on}, before the report of {reported_on}; it takes effect "
        "the day after the report",
    )
    enrolled_after_report: Final = FindingWords(
        zh="{worker}：参保时间填为 {enrolled_on}，晚于申报日 {reported_on} 的次日；工伤保险关系自申报次日起生效",
        en="{worker}: the enrolment is dated {enrolled_on}, later than the day after the report of {reported_on}, "
        "on which it takes effect",
    )
    identical_rows: Final = FindingWords(
        zh="{worker}：{reported_on} 申报的同一行重复，行数：{rows}",
        en="{worker}: the same row of {reported_on} stands there more than once; rows: {rows}",
    )
    reported_late: Final = FindingWords(
        zh="{worker}：{reported_on} 申报，最迟应于 {limit} 申报，迟报{days}日",
        en="{worker}: reported on {reported_on}, after the last day, {limit}; days late: {days}",
    )
    roster_gap: Final = FindingWords(
        zh="{worker}：在岗但工伤保险关系未生效（{span}），共{days}日",
        en="{worker}: worked uninsured {span}; days: {days}",
    )
    column_not_filled: Final = FindingWords(
        zh="有{rows}行未填“{column}”（首个为第{first}行）",
        en="rows without {column}: {rows}, the first being row {first}",
    )
    head_not_filled: Final = FindingWords(zh="未填“{field}”", en="the form does not state the {field}")
    injury_outside_cover: Final = FindingWords(
        zh="事故当日（{day}）项目不在参保有效期内",
        en="the project was not covered on the day of the accident ({day})",
    )
    injury_cover_unsettled: Final = FindingWords(
        zh="事故当日（{day}）项目是否参保未定",
        en="whether the project was covered on the day of the accident ({day}) is unsettled",
    )
    not_on_roster: Final = FindingWords(zh="{worker}：花名册未列", en="{worker}: not on the roster")
    not_effective_yet: Final = FindingWords(
        zh="{worker}：{reported_on} 已申报，自 {effective_on} 起生效，事故当日尚未生效",
        en="{worker}: reported on {reported_on}, in effect from {effective_on}: not yet on the day of the accident",
    )
    listed_after_accident: Final = FindingWords(
        zh="{worker}：{reported_on} 才申报，在事故之后",
        en="{worker}: reported only on {reported_on}, after the accident",
    )
    removed_before_accident: Final = FindingWords(
        zh="{worker}：事故前已减员，参保止于 {last}",
        en="{worker}: removed before the accident, insured through {last}",
    )
    report_not_yet_due: Final = FindingWords(
        zh="{worker}：增员申报的最后一日为 {limit}，事故时尚未逾期，更应按参保人员确定",
        en="{worker}: the last day to report him, {limit}, was not past at the accident: what the clause gives to "
        "the unlisted it gives to him all the more",
    )
    accident_not_reported: Final = FindingWords(
        zh="未见向人力资源和社会保障行政部门的报告，最迟应于 {limit}报告",
        en="no report to the authority is on file; it was due by {limit}",
    )
    accident_reported_late: Final = FindingWords(
        zh="最迟应于 {limit}向人力资源和社会保障行政部门报告，迟报{minutes}分钟",
        en="reported to the authority after {limit}; minutes late, a begun one counted: {minutes}",
    )
    determination_answers: Final = FindingWords(
        zh="已于 {determined_on} 认定为工伤，调查核实以认定结论为准",
        en="determined a work injury on {determined_on}, which answers for the verification",
    )
    insured_by_employer: Final = FindingWords(
        zh="{worker}：由其用人单位参保，该参保同样负担，请一并核对，避免重复申领",
        en="{worker}: insured through his own employer, whose insurance answers as well: claim under one of them",
    )
    deemed_and_unlisted: Final = FindingWords(
        zh="属视同工伤的情形，职工未及时参保；通知只写因工作原因受伤，未提视同工伤，由人力资源和社会保障行政部门决定，以48小时内报告为妥",
        en="only deemed a work injury, and the worker was not enrolled in time: the notice speaks of a work cause, "
        "so the authority decides; reporting within 48 hours is the safe course",
    )
    report_is_safer: Final = FindingWords(
        zh="通知未要求报告工地以内的事故；据报道，自治区通知要求同样报告，以不迟于 {limit} 报告为妥",
        en="the notice asks for no report of an accident on the site; the region's notice, says the press, does: "
        "reporting by {limit} is the safe course",
    )
    limits_from_harm: Final = FindingWords(
        zh="{worker}：事故发生于 {day}，伤害于 {shown_on} 才显现，申请期限自显现之日起算（公报案例就职工方"
        "的一年采此算法；用人单位的期限出于同一用语，从同一算法）",
        en="{worker}: hurt on {day}, the harm showed only on {shown_on}, and the limits count from then (so a "
        "court gazette for the worker's year; the employer's limit has the same words and is counted alike)",
    )
    exposed_outside_cover: Final = FindingWords(
        zh="{worker}：接触期间（{span}）与该项目的参保有效期没有重合，其他项目或用人单位的参保可能负担",
        en="{worker}: no day of the exposure ({span}) was covered by this project: another "
        "project's or an employer's insurance may answer",
    )
    exposed_while_unsettled: Final = FindingWords(
        zh="{worker}：接触期间（{span}）只与参保未定的日子重合",
        en="{worker}: of the exposure ({span}) only days of unsettled cover fall to this project",
    )
    diagnosed_after_completion: Final = FindingWords(
        zh="{worker}：项目于 {completed_on} 竣工，{diagnosed_on} 才诊断（鉴定）为职业病；"
        "由该项目还是由诊断时的用人单位负担，通知未规定，由人力资源和社会保障行政部门决定",
        en="{worker}: diagnosed on {diagnosed_on}, after the project was completed ({completed_on}); whether the "
        "project answers or the employer of the day, the notice does not say: the authority decides",
    )
    diagnosed_without_cover: Final = FindingWords(
        zh="{worker}：{diagnosed_on} 诊断（鉴定）为职业病，当日项目不在参保有效期内或者是否参保未定，"
        "而接触有在参保期间的，由人力资源和社会保障行政部门决定",
        en="{worker}: diagnosed on {diagnosed_on}, when the project was not covered or its cover was unsettled, "
        "while days of the exposure were covered: the authority decides",
    )
    not_enrolled_when_exposed: Final = FindingWords(
        zh="{worker}：接触期间未列入花名册；通知对未及时参保职工的规定以事故和工地为准，不及于职业病，由人力资源和社会保障行政部门决定",
        en="{worker}: not on the roster on any covered day of the exposure; what the notice says of the unlisted "
        "is about accidents and the site, so the authority decides",
    )
    exposed_elsewhere: Final = FindingWords(
        zh="{worker}：部分接触（{span}）不在该项目参保有效期内，其他项目或用人单位的参保也可能负担",
        en="{worker}: exposed {span} without this project's cover: another project's or an "
        "employer's insurance may answer too",
    )
    party_failed: Final = FindingWords(
        zh="保险费未在开工前缴清：{party}自{since}起未履行义务，迟延{days}日；由人力资源和社会保障行政部门、建设主管部门依法查处，"
        "责令限期参保，并记录、公布",
        en="the premium was not paid before the start: the {party} failed from {since} on, days late: {days}; the "
        "HRSS and construction authorities order it to enrol by a deadline, record and publish it",
    )
    settled_before_determination: Final = FindingWords(
        zh="尚未认定工伤；以下待遇以认定为工伤为前提",
        en="it is not determined yet; the benefits below hold where it is determined a work injury",
    )
    settled_as_insured: Final = FindingWords(
        zh="职工是否由基金支付待遇尚未确定；以下支付方按由基金支付列出",
        en="whether the fund pays for the worker is not decided yet; the payers below are those where it does",
    )
    settled_as_not_insured: Final = FindingWords(
        zh="职工不属该项目的参保人员，待遇按未参保核定；另由用人单位参保的，请在案情文件的待遇部分"
        "写明（enrolled = true）",
        en="the worker is not insured under the project and settled as not enrolled; where the employer enrolled "
        "the worker otherwise, the benefits say enrolled = true",
    )
    enrolled_otherwise: Final = FindingWords(
        zh="职工不属该项目的参保人员，而案情载明另已参保：按已参保核定",
        en="the worker is not insured under the project but, says the case, enrolled otherwise: settled as such",
    )
    not_enrolled_though: Final = FindingWords(
        zh="按该项目职工属参保人员，而案情载明未参保：按未参保核定",
        en="under the project the worker counts as insured, but the case says he was not enrolled: settled as such",
    )
    late_costs_apart: Final = FindingWords(
        zh="因逾期申请，有关期间（{span}）发生的待遇费用由用人单位负担；以下支付方未计入这一情形",
        en="benefits arising {span} fall on the employer, who applied late; the payers below are named without that",
    )
    late_costs_apart_open: Final = FindingWords(
        zh="自 {first} 起发生的待遇费用，逾期无人申请的由用人单位负担；以下支付方未计入这一情形",
        en="benefits arising from {first} on fall on the employer where nobody applies in time; the payers below "
        "are named without that",
    )
    base_not_known: Final = FindingWords(
        zh="待遇基数未能确定：{reason}；有依据的，可在案情中直接提供职工平均工资（average）",
        en="the base is not known: {reason}; a case gives it as average",
    )
    not_settled: Final = FindingWords(zh="待遇未核定：{reason}", en="no benefits are settled: {reason}")
    roster_without_cover: Final = FindingWords(
        zh="项目没有参保有效期，花名册所列{workers}名职工的工伤保险关系均未生效",
        en="the project has no cover, so the roster insures nobody; workers on it: {workers}",
    )
    employer_filed_late: Final = FindingWords(
        zh="{worker}：用人单位于 {filed_on} 申请工伤认定，期限至 {limit}，逾期",
        en="{worker}: the employer applied on {filed_on}; the limit was {limit}: late",
    )
    others_filed_late: Final = FindingWords(
        zh="{worker}：职工方于 {filed_on} 申请工伤认定，期限至 {limit}，逾期",
        en="{worker}: the worker's side applied on {filed_on}; the limit was {limit}: late",
    )
    filed_between: Final = FindingWords(
        zh="{worker}：于 {filed_on} 申请工伤认定；期限在 {limit} 两日之间届满，放假安排尚未公布，是否逾期未定",
        en="{worker}: applied on {filed_on}; the limit lies between {limit}, days off being unknown",
    )
    knowledge_not_known: Final = FindingWords(
        zh="{worker}：按本次采用的口径，48小时自用人单位知悉之时起算，请补充该时刻",
        en="{worker}: as read here the 48 hours run from when the employer knew, which is not known; supply it",
    )
    nobody_applied: Final = FindingWords(
        zh="{worker}：未见工伤认定申请；如至 {limit} 仍无人申请，自 {first} 起的费用由用人单位负担",
        en="{worker}: no application is on file; where nobody applies by {limit}, costs from {first} on fall on "
        "the employer",
    )
    costs_undetermined: Final = FindingWords(
        zh="{worker}：费用是否由用人单位负担，取决于尚未公布的放假安排，期限在 {limit} 两日之间届满；"
        "请提供已知这些日子的工作日历",
        en="{worker}: whether costs fall on the employer hangs on days off that are not announced, the limit "
        "ending between the two days {limit}; supply a work calendar that knows them",
    )
    fund_does_not_pay: Final = FindingWords(
        zh="{worker}：不属该项目的参保人员，所列费用 {amount} 元基金不予支付",
        en="{worker}: not insured under the project, so the fund bears none of the costs named, {amount} yuan",
    )
    project_not_named: Final = FindingWords(
        zh="工伤认定申请表未注明参保项目“{project}”",
        en="the application form does not name the insured project, {project}",
    )
    another_project_named: Final = FindingWords(
        zh="工伤认定申请表注明的是“{named}”，而参保项目为“{project}”",
        en="the application form names {named}, while the insured project is {project}",
    )


class Refusals:
    """Not answered: what is missing, or who decides."""

    no_day_to_bill: Final = RefusalWords(
        NotInForceError,
        zh="项目于 {start} 开工，开工前通知尚未适用（自 {first} 起适用）；应缴金额取决于缴费日，请提供一笔已缴或"
        "拟缴的缴费",
        en="the project started on {start}, so that the last day before it comes ahead of the notice, which "
        "applies from {first}; what is due depends on the day of payment: supply a payment, made or planned",
    )
    not_in_nanning: Final = RefusalWords(
        OutOfScopeError,
        zh="项目不在南宁市行政区域内，本通知不适用；请向项目所在地的经办机构查询",
        en="the project does not stand in Nanning, so the notice does not govern it: ask the agency there",
    )
    paid_after_term: Final = RefusalWords(
        OutOfScopeError,
        zh="缴费日 {paid_on} 在合同工期届满（{completion}）之后，通知未规定此时如何缴费；如工期已延长，"
        "请提供工期变动，否则由经办机构决定",
        en="the payment day {paid_on} lies after the contract term ({completion}), for which the notice names no "
        "premium; supply the change of term if there was one, else the agency decides",
    )
    agreed_after_term: Final = RefusalWords(
        OutOfScopeError,
        zh="造价变动约定于 {agreed_on}，在当时工期届满（{completion}）之后，折减无从计算，由经办机构决定",
        en="the change of price was agreed on {agreed_on}, after the term then in force ({completion}): there is "
        "no time left to prorate by, the agency decides",
    )


class Cautions:
    """What to mind before relying on an answer."""

    unified_code_stands_for_both: Final = Text(
        zh="以载有统一社会信用代码的营业执照代替营业执照和组织机构代码证，通知印发时尚无此规定",
        en="the unified-code licence stands for licence and organisation code, which the notice could not know yet",
    )
    per_mille_restored: Final = Text(
        zh="附件1的公式在所据文本中脱落千分号，按1.3‰计算",
        en="the formula of annex 1 lost its per-mille sign in the copy; it is read as 1.3‰",
    )
    elsewhere_answers: Final = Text(
        zh="职工已在注册地参保，由该地的工伤保险负责，不在本通知范围内",
        en="the worker is insured at the place of registration: that insurance answers, outside this notice",
    )
    employer_answers_too: Final = Text(
        zh="职工由其用人单位参保，该参保同样负担，不得重复享受",
        en="the worker is insured through his own employer, whose insurance answers as well; nothing is paid twice",
    )
    may_be_treated: Final = Text(
        zh="通知用的是“可”字，是否按参保人员确定，由人力资源和社会保障行政部门裁量",
        en="the notice says “may”: whether he is treated as insured is at the authority's discretion",
    )
    on_site_all_the_more: Final = Text(
        zh="条文只写工地以外的伤害；如在工地以内，自应同样适用",
        en="the clause speaks of injuries off the site only; on the site it holds all the more",
    )
    estimate_without_a_day: Final = Text(
        zh="未说明概算日期，按已知最新的费率（自 {first} 起）计；概算在此之前的，请注明日期",
        en="the estimate has no day: the latest known rate is taken, that from {first}; name the day of an earlier one",
    )
    relief_is_given: Final = Text(
        zh="阶段性降低费率的比例 {relief} 由使用者提供，通知本身并无规定",
        en="the temporary relief of {relief} is the caller's; the notice itself has none",
    )
    price_in_ten_thousands: Final = Text(
        zh="造价仅{price}元：单位是否应为万元（10,000元）？请核对",
        en="a price of {price} yuan: is it meant in units of 10,000 yuan?",
    )
    under_eighteen: Final = Text(
        zh="{worker}：按身份证号，{day} 未满{years}周岁，属未成年工，不得安排其从事禁忌的劳动",
        en="{worker}: by the id not yet {years} years old on {day}: a minor, who is barred from hazardous work",
    )
    could_not_have_known: Final = Text(
        zh="项目于{start}开工，通知则在2015年内（具体日期未能查明）印发；如开工在印发之前，当时无从得知须在开工前缴清，"
        "请就此向经办机构说明",
        en="the project started on {start}, and the notice was issued in 2015 on a day that is not established: if "
        "it started before that day, it could not have known that it had to pay first; tell the agency so",
    )
    reduced_though_new: Final = Text(
        zh="项目于 {start} 开工，本应在开工前缴清；现按在建项目减免，经办机构可能要求全额",
        en="the project started on {start} and should have paid before; reduced here as one in progress, though "
        "the agency may ask for the whole",
    )


class Notes:
    """What stands beside a duty."""

    only_where_delayed: Final = Text(
        zh="仅在竣工验收将迟于合同到期日（{expiry}）时",
        en="only where completion will be accepted after the expiry, {expiry}",
    )
    only_where_permit: Final = Text(
        zh="仅在须领取施工许可证时；不需领取的小型工程也须在开工前缴费",
        en="only where the works need a permit; small works that need none pay before the start all the same",
    )
    without_delay: Final = Text(zh="通知未定期限，应及时补缴", en="the notice names no day: without delay")
    only_where_changed: Final = Text(zh="仅在当月用工有变动时", en="only where the workers change in the month")
    after_completion: Final = Text(
        zh="自竣工之日起30日内，竣工日尚未确定", en="within 30 days after completion, the day of which has not come"
    )
    covered_from_both: Final = Text(
        zh="保修期自备案且报送花名册之日起才在参保有效期内",
        en="the warranty is covered only once it is filed and this is reported",
    )
    safe_course: Final = Text(
        zh="本通知未作要求，报告较为稳妥", en="the notice does not ask for it: it is the safe course"
    )
    only_where_work_injury: Final = Text(zh="仅在认定为工伤时", en="only where it was determined a work injury")
    only_where_nobody_applies: Final = Text(zh="仅在用人单位未申请时", en="only where the employer does not apply")
    applied_for_by_others: Final = Text(zh="由职工、近亲属或工会申请", en="the worker's side applied")
