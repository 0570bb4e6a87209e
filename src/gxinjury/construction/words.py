"""The words of the construction room (建筑业一章的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # rules
        "project_premium": Text(zh="项目工伤保险费", en="project premium"),
        "premium_rate": Text(zh="适用费率", en="rate applied"),
        "premium_price": Text(zh="计费造价", en="price that bears the premium"),
        "price_on": Text(zh="缴费时的造价", en="price when paid"),
        "share_when_paid": Text(zh="缴费时应缴的份额", en="share due when paid"),
        "share_when_agreed": Text(zh="造价变动应缴的份额", en="share due on the change of price"),
        "remaining_share": Text(zh="剩余工期所占份额", en="share of the contract time still to come"),
        "later_changes": Text(zh="缴费后计费的造价变动", en="changes of price after payment that bear premium"),
        "premium": Text(zh="该项应缴金额", en="due on this line"),
        "days_late": Text(zh="迟缴日数", en="days paid late"),
        "completing_day": Text(zh="缴清之日", en="day the sum was complete"),
        "premium_account": Text(zh="缴费账", en="premium account"),
        "premium_day": Text(zh="据以计费的缴费日", en="day on which the premium counts as paid"),
        "cover_start": Text(zh="参保起算日", en="day from which cover counts"),
        "contract_expiry": Text(zh="合同到期日", en="day the contract expires"),
        "project_cover": Text(zh="建筑项目参保有效期", en="cover of the project"),
        "construction_cover": Text(zh="施工期间的参保", en="cover of the works"),
        "cover_after_expiry": Text(zh="合同到期后的参保", en="cover after the contract's expiry"),
        "delay_papers_deadline": Text(zh="延期材料报送的最后一日", en="last day for the delay papers"),
        "warranty_completion": Text(zh="保修备案起算的竣工日", en="completion that the warranty filing counts from"),
        "warranty_deadline": Text(zh="保修合同备案期限", en="limit for filing the warranty contract"),
        "warranty_cover": Text(zh="保修期的参保", en="cover of the warranty period"),
        "may_enrol_by_project": Text(zh="能否按项目参保", en="may enrol by project"),
        # facts
        "Contract": Text(zh="施工合同", en="contract"),
        "contract": Text(zh="施工合同", en="contract"),
        "price": Text(zh="合同总造价", en="contract price"),
        "bid_price": Text(zh="中标价", en="bid price"),
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
        "amount": Text(zh="金额", en="amount"),
        "relief": Text(zh="阶段性减收比例", en="temporary relief"),
        "delay": Text(zh="延期竣工验收材料", en="delay papers"),
        "filed_on": Text(zh="报送（备案）日", en="filed on"),
        "acceptance_period_ends": Text(zh="竣工验收期届满日", en="end of the acceptance period"),
        "warranty": Text(zh="保修", en="warranty"),
        "roster_reported_on": Text(zh="花名册报送日", en="roster reported on"),
        "ends": Text(zh="届满日", en="ends"),
        "calendar": Text(zh="工作日历", en="work calendar"),
        "day": Text(zh="日期", en="day"),
        "start": Text(zh="开工日", en="start"),
        "first_new_start": Text(zh="新开工项目的起始日", en="first day of the new starts"),
        "expiry": Text(zh="合同到期日", en="contract expires on"),
        "base": Text(zh="计费基数", en="base"),
        "rate": Text(zh="费率", en="rate"),
        "share": Text(zh="份额", en="share"),
        "part": Text(zh="部分", en="part"),
        "whole": Text(zh="整体", en="whole"),
        "kind": Text(zh="类别", en="kind"),
        "dated": Text(zh="日期", en="dated"),
        "initial": Text(zh="初次缴费", en="initial premium"),
        "supplements": Text(zh="追加补缴", en="supplementary premiums"),
        "refunds": Text(zh="退费", en="refunds"),
        "findings": Text(zh="提示", en="findings"),
        "bill": Text(zh="缴费单", en="bill"),
        "payments": Text(zh="缴费记录", en="payments"),
        "sum_due": Text(zh="应缴金额", en="sum due"),
        "due": Text(zh="应缴", en="due"),
        "paid": Text(zh="已缴", en="paid"),
        "open": Text(zh="未缴", en="open"),
        "overpaid_amount": Text(zh="多缴", en="overpaid"),
        "PremiumAccount.overpaid": Text(zh="多缴", en="overpaid"),
        "first_paid_on": Text(zh="首次缴费日", en="first paid on"),
        "complete_on": Text(zh="缴清日", en="complete on"),
        "account": Text(zh="缴费账", en="account"),
        "periods": Text(zh="参保有效期间", en="covered"),
        "covered": Text(zh="参保有效期间", en="covered"),
        "unsettled": Text(zh="未定期间", en="unsettled"),
        # findings
        "paid_late": Text(
            zh="缴费迟于开工前一日，迟缴日数：{days}（开工日 {start}）",
            en="paid late, the last day in time being the day before the start ({start}); days late: {days}",
        ),
        "sum_not_complete": Text(
            zh="初次缴费尚未缴清，尚差 {open} 元；未一次性缴清前参保不起算",
            en="the initial premium is not paid in full, {open} yuan are open; cover counts from full payment",
        ),
        "supplement_unpaid": Text(
            zh="追加款的补缴尚有 {open} 元未缴；参保不因此中断",
            en="of the supplementary premium {open} yuan are open; the cover does not end for that",
        ),
        "overpaid": Text(zh="多缴 {overpaid} 元", en="overpaid by {overpaid} yuan"),
        "paid_after_acceptance": Text(
            zh="缴费（{paid_on}）在竣工验收合格（{ended_on}）之后，不产生参保有效期",
            en="paid on {paid_on}, after completion was accepted ({ended_on}): no cover",
        ),
        "paid_after_completion": Text(
            zh="缴费（{paid_on}）在合同竣工日（{ended_on}）之后，不产生参保有效期",
            en="paid on {paid_on}, after contractual completion ({ended_on}): no cover",
        ),
        "delay_papers_due": Text(
            zh="竣工尚未验收合格；如将延至合同到期日（{expiry}）之后，延期材料最迟应于 {deadline} 报送",
            en="completion is not accepted; where it will be after the expiry ({expiry}), delay papers are due by "
            "{deadline}",
        ),
        "delay_papers_missing": Text(
            zh="竣工验收迟于合同到期日（{expiry}），未见延期材料；最迟应于 {deadline} 报送",
            en="completion was accepted after the expiry ({expiry}) and no delay papers are on file; they were due by "
            "{deadline}",
        ),
        "delay_papers_late": Text(
            zh="延期材料迟报，最后一日为 {deadline}，迟报日数：{days}",
            en="delay papers filed late, the last day being {deadline}; days late: {days}",
        ),
        "acceptance_period_unknown": Text(
            zh="未载明竣工验收期的届满日，{expiry} 之后的参保未定；请补充届满日",
            en="the end of the acceptance period is not named, so the days after {expiry} are unsettled; supply it",
        ),
        "acceptance_period_within_term": Text(
            zh="竣工验收期届满日（{ends}）不晚于合同到期日（{expiry}），参保未因此延长",
            en="the acceptance period ends on {ends}, not after the contract's expiry ({expiry}): it extends nothing",
        ),
        "term_changed_after_expiry": Text(
            zh="工期变动约定于 {agreed_on}，合同已于 {expiry} 到期，不延长到期日",
            en="a change of the term was agreed on {agreed_on}, not before the expiry ({expiry}): it extends nothing",
        ),
        "warranty_not_filed": Text(
            zh="保修合同未备案，保修期不参保", en="the warranty contract is not filed: no cover in the warranty period"
        ),
        "warranty_roster_missing": Text(
            zh="保修期的花名册未报送，保修期不参保", en="no roster for the warranty period: no cover in it"
        ),
        "warranty_over": Text(
            zh="备案和花名册齐备之日（{first}）已在保修期届满（{ends}）之后",
            en="filing and roster were complete on {first}, after the warranty period ended ({ends})",
        ),
        "warranty_filed_late": Text(
            zh="保修合同于 {filed_on} 备案，期限至 {limit}，逾期",
            en="the warranty contract was filed on {filed_on}; the limit was {limit}: late",
        ),
        "warranty_filing_undetermined": Text(
            zh="保修合同于 {filed_on} 备案，期限在 {limit} 两日之间，因放假安排未知而未定",
            en="the warranty contract was filed on {filed_on}; the limit lies between {limit}, days off being unknown",
        ),
        # refusals and cautions
        "paid_after_term": Text(
            zh="缴费日 {paid_on} 在合同工期届满（{completion}）之后，通知未规定此时如何缴费；如工期已延长，"
            "请提供工期变动，否则由经办机构决定",
            en="the payment day {paid_on} lies after the contract term ({completion}), for which the notice names no "
            "premium; supply the change of term if there was one, else the agency decides",
        ),
        "agreed_after_term": Text(
            zh="造价变动约定于 {agreed_on}，在当时工期届满（{completion}）之后，折减无从计算，由经办机构决定",
            en="the change of price was agreed on {agreed_on}, after the term then in force ({completion}): there is no "
            "time left to prorate by, the agency decides",
        ),
        "relief_is_given": Text(
            zh="阶段性减收 {relief} 由使用者提供，通知本身并无规定",
            en="the temporary relief of {relief} is the caller's; the notice itself has none",
        ),
        "reduced_though_new": Text(
            zh="项目于 {start} 开工，本应在开工前缴清；现按在建项目减免，经办机构可能要求全额",
            en="the project started on {start} and should have paid before; reduced here as one in progress, though "
            "the agency may ask for the whole",
        ),
    }
)
