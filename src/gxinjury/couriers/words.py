"""The words of the courier room (快递网点一章的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # rules
        "enrolment_of": Text(zh="由谁参保", en="who enrols"),
        "stage_on": Text(zh="工作阶段", en="stage of the campaign"),
        "milestones": Text(zh="工作节点", en="milestones"),
        "coverage": Text(zh="覆盖率", en="coverage"),
        "coverage_counted": Text(zh="据以考核的覆盖率", en="coverage that counts"),
        "campaign_standing": Text(zh="优先参保工作的进度", en="standing of the campaign"),
        "reporting_periods": Text(zh="填报期", en="reporting periods"),
        "report_rhythm": Text(zh="填报周期", en="rhythm of the reports"),
        "period_findings": Text(zh="填报期的连续性", en="continuity of the periods"),
        "report_findings": Text(zh="调度表的审核", en="checks of the progress report"),
        "region_table": Text(zh="全区汇总表", en="table of the region"),
        "quarter_report": Text(zh="季度调度表", en="report of a quarter"),
        "series_findings": Text(zh="各市填报的连续性", en="continuity of the cities' reports"),
        "cities_without_report": Text(zh="未填报的市", en="cities without a report"),
        "total_findings": Text(zh="合计的核对", en="check of the totals"),
        "credit_duties": Text(zh="行业诚信与公示的职责", en="duties of credit records and publication"),
        "fraud_pursued": Text(zh="对骗取待遇的追究", en="pursuit of fraud"),
        "reconcile": Text(zh="名单核对", en="reconciliation of the lists"),
        "float_by_record": Text(zh="按支缴率和工伤发生率的浮动", en="float by payment ratio and injury rate"),
        "barred_from_less": Text(zh="不得下浮", en="barred from floating down"),
        "floats_down": Text(zh="该类费率可以下浮", en="the class floats down"),
        "float_step": Text(zh="费率浮动档次", en="step of the float"),
        "floated_rate": Text(zh="浮动后的费率", en="rate after the float"),
        "better_of_float_or_cut": Text(zh="下浮与降费取优", en="better of downward float and cut"),
        "unit_rate": Text(zh="用人单位费率", en="the unit's rate"),
        "premium_due": Text(zh="应缴保费", en="premium due"),
        "headcount_base": Text(zh="按人数的缴费基数", en="base by headcount"),
        "headcount_premium": Text(zh="按人数的当月保费", en="premium of a month by headcount"),
        "monthly_premium": Text(zh="当月保费", en="premium of the month"),
        # facts
        "outlet": Text(zh="快递网点", en="courier outlet"),
        "dispatched": Text(zh="劳务派遣", en="dispatched"),
        "day": Text(zh="日期", en="day"),
        "on": Text(zh="考核日", en="looked at on"),
        "counts": Text(zh="统计数", en="counts"),
        "should_enrol": Text(zh="应参保数", en="should enrol"),
        "enrolled": Text(zh="已参保数", en="enrolled"),
        "periods": Text(zh="填报期", en="periods"),
        "year": Text(zh="年份", en="year"),
        "months": Text(zh="各月调度表", en="months"),
        "report": Text(zh="调度表", en="report"),
        "reports": Text(zh="各市调度表", en="reports"),
        "region": Text(zh="全区", en="region"),
        "cumulative": Text(zh="累计列", en="cumulative columns"),
        "previous": Text(zh="上月名单", en="last month's list"),
        "qualifying": Text(zh="符合参保条件的名单", en="qualifying outlets"),
        "closed": Text(zh="注销、撤销的名单", en="closed outlets"),
        "record": Text(zh="缴费与待遇记录", en="record with the fund"),
        "persons": Text(zh="人数", en="persons"),
        "rate_class": Text(zh="费率类别", en="rate class"),
        "step": Text(zh="浮动档次", en="step of the float"),
        "fund_balance": Text(zh="基金结余档次", en="fund balance"),
        "relief": Text(zh="阶段性降低费率的比例", en="temporary relief"),
        "base": Text(zh="缴费基数", en="base"),
        "rate": Text(zh="费率", en="rate"),
        "monthly_base": Text(zh="月平均工资", en="average wage a month"),
        "month": Text(zh="月份", en="month"),
        "payroll": Text(zh="工资总额", en="payroll"),
        "within": Text(zh="应当填报的期间", en="days to be filled"),
        "cities": Text(zh="已填报的市", en="cities that reported"),
        "form": Text(zh="填报的调度表", en="form"),
        "obtained": Text(zh="骗取的待遇", en="obtained by fraud"),
        # findings
        "more_enrolled_than_should": Text(
            zh="{city} {period}：已参保单位数多于应参保单位数",
            en="{city} {period}: more units are enrolled than should be",
        ),
        "units_without_persons": Text(
            zh="{city} {period}：有已参保单位而无参保人数", en="{city} {period}: units are enrolled, persons are not"
        ),
        "persons_without_units": Text(
            zh="{city} {period}：有参保人数而无已参保单位", en="{city} {period}: persons are enrolled, units are not"
        ),
        "fewer_persons_than_units": Text(
            zh="{city} {period}：参保人数少于已参保单位数",
            en="{city} {period}: fewer persons are enrolled than units",
        ),
        "more_paying_than_enrolled": Text(
            zh="{city} {period}：缴费人数多于参保人数", en="{city} {period}: more persons pay than are enrolled"
        ),
        "more_determined_than_filed": Text(
            zh="{city} {period}：工伤认定数多于申报数", en="{city} {period}: more injuries are determined than filed"
        ),
        "more_receiving_than_determined": Text(
            zh="{city} {period}：享受待遇人数多于工伤认定数",
            en="{city} {period}: more persons receive benefits than injuries were determined",
        ),
        "money_without_persons": Text(
            zh="{city} {period}：有待遇金额而无享受待遇人数",
            en="{city} {period}: benefits were paid, but nobody receives them",
        ),
        "persons_without_money": Text(
            zh="{city} {period}：有享受待遇人数而无待遇金额",
            en="{city} {period}: persons receive benefits, but none were paid",
        ),
        "money_looks_like_yuan": Text(
            zh="{city} {period}：人均待遇超过200万元，金额可能误以元填报",
            en="{city} {period}: over 2 million yuan a person: the money may have been entered in yuan",
        ),
        "period_repeated": Text(zh="填报期重复：{period}", en="a period comes twice: {period}"),
        "period_missing": Text(zh="填报期缺失：{missing}", en="a period is missing: {missing}"),
        "period_overlaps": Text(zh="填报期与其他期重叠：{period}", en="a period overlaps with another: {period}"),
        "city_without_report": Text(zh="未见以下各市的调度表：{missing}", en="no report from {missing}"),
        "total_differs": Text(
            zh="{period} {city}：{column}为 {stated}，各行相加为 {added}",
            en="{city} {period}: {column}: {stated} is stated, the lines add up to {added}",
        ),
        "of_city": Text(zh="{city}：{finding}", en="{city}: {finding}"),
        "vanished": Text(
            zh="{outlet} 不在本月两份名单中，须向邮政管理部门核实",
            en="{outlet} is on neither of this month's lists: to be asked of the postal administration",
        ),
        "qualifies_and_closed": Text(
            zh="{outlet} 同时列入两份名单，须向邮政管理部门核实",
            en="{outlet} is on both of this month's lists: to be asked of the postal administration",
        ),
        "closed_never_listed": Text(
            zh="{outlet} 已注销或撤销，但上月名单中没有",
            en="{outlet} was closed, but was not on last month's list",
        ),
        # cautions
        "may_be_a_crime": Text(zh="构成犯罪的，依法追究刑事责任", en="where it is a crime, it is prosecuted as well"),
        # refusals
        "no_reports_that_year": Text(
            zh="方案只规定了2022年（按月）和2023年（暂定按季）的填报，{year}年如何填报须问自治区两部门",
            en="the plan lays down reports for 2022 (monthly) and 2023 (quarterly, provisionally); for {year} ask the "
            "region's two departments",
        ),
        "float_has_no_case": Text(
            zh="支缴率不超过40%而工伤发生率高于3‰，所见规定没有对应档次，由经办机构决定",
            en="a payment ratio up to 40% with an injury rate above 3‰ has no case in the rules as seen: the agency "
            "decides",
        ),
        "cut_and_float": Text(
            zh="该期间的规定未说明阶段性降费与浮动如何一并适用，由经办机构决定",
            en="the rules of the period do not say how cut and float go together: the agency decides",
        ),
    }
)
