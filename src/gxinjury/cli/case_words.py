"""What the shell says of roster, accidents and duties (花名册、事故与义务的用语), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        "funded_on": Text(zh="保险费拨付日", en="premium handed over"),
        "budgeted_on": Text(zh="概算单独列支日", en="premium listed in the estimate"),
        "permit_papers_on": Text(zh="施工许可材料提交日", en="papers for the permit"),
        "posted_on": Text(zh="参保公示日", en="enrolment posted"),
        "told_on": Text(zh="职工告知日", en="workers told"),
        "stoppage": Text(zh="停工", en="work stoppage"),
        "stopped_for": Text(zh="{days}（{reason}）", en="{days} ({reason})"),
        "more": Text(zh="另有{more}项（--json 输出全部）", en="further ones: {more}; --json prints all"),
        # days off
        "calendar": Text(zh="工作日历", en="work calendar"),
        "national": Text(zh="全国", en="national"),
        "guangxi": Text(zh="广西", en="Guangxi"),
        "calendar_with": Text(
            zh="{calendar}（另加所提供的放假安排：{years}）", en="{calendar}, with the notices supplied: {years}"
        ),
        "notice_of": Text(zh="{year}年{where}", en="{year} ({where})"),
        # roster
        "roster": Text(zh="花名册", en="Roster"),
        "workers_counted": Text(
            zh="职工{workers}人，其中工伤保险关系曾生效的{insured}人",
            en="workers: {workers}; insured on some day: {insured}",
        ),
        "workers_of_note": Text(
            zh="以下只列有提示、事故或职业病的职工{count}人（--json 输出全部）",
            en="listed are those with a finding, an accident or a disease: {count}; --json prints all",
        ),
        "insured": Text(zh="参保", en="insured"),
        "unsettled": Text(zh="未定", en="unsettled"),
        "not_insured": Text(zh="工伤保险关系未生效", en="not insured"),
        # accidents
        "accidents": Text(zh="事故", en="Accidents"),
        "accident_told": Text(zh="{worker}，{at}，{place}，{cause}", en="{worker}, {at}, {place}, {cause}"),
        "on_site": Text(zh="工地范围以内", en="on the site"),
        "off_site": Text(zh="工地范围以外", en="off the site"),
        "work_cause": Text(zh="因工作原因", en="by a work cause"),
        "other_cause": Text(zh="非因工作原因", en="not by a work cause"),
        "standing": Text(zh="参保认定", en="standing"),
        "report_by": Text(zh="事故报告时限", en="report to the authority by"),
        "reported": Text(zh="；已于 {when}报告", en="; reported on {when}"),
        "employer_applies_by": Text(zh="用人单位申请时限", en="employer applies by"),
        "others_apply_by": Text(zh="职工方申请时限", en="worker's side applies by"),
        "applied": Text(zh="；已于 {when} 申请", en="; applied on {when}"),
        "limit_told": Text(zh="{day}（{note}）", en="{day} ({note})"),
        "not_applied": Text(zh="；未见申请", en="; no application on file"),
        "shown_on": Text(zh="伤害显现之日", en="harm showed on"),
        "diseases": Text(zh="职业病", en="Occupational diseases"),
        "disease_told": Text(
            zh="{worker}，接触职业病危害 {exposure}，{diagnosed_on} 诊断（鉴定）",
            en="{worker}, exposed {exposure}, diagnosed on {diagnosed_on}",
        ),
        "application_accepted": Text(zh="申请受理日", en="application accepted on"),
        "costs_meanwhile": Text(zh="由用人单位负担的费用", en="costs on the employer"),
        "costs_then": Text(zh="{days}（{condition}）", en="{days} ({condition})"),
        "where_nobody_applies": Text(zh="如至 {limit} 仍无人申请", en="where nobody applies by {limit}"),
        "where_the_fund_pays": Text(zh="如待遇由基金支付", en="where the fund pays"),
        "and": Text(zh="，且", en=" and "),
        "costs_named": Text(zh="所列费用", en="costs named"),
        "costs_split": Text(
            zh="{whole} 元，其中基金支付 {fund} 元，用人单位负担 {employer} 元",
            en="{whole} yuan, of which the fund {fund}, the employer {employer}",
        ),
        "costs_split_then": Text(
            zh="{whole} 元；{conditions}，则基金支付 {fund} 元，用人单位负担 {employer} 元",
            en="{whole} yuan; {conditions}: the fund {fund}, the employer {employer}",
        ),
        "bridge": Text(zh="竣工后由用人单位继续负担", en="employer goes on paying"),
        "treatment_and_leave": Text(
            zh="{days}，医疗救治和停工期间的法定待遇", en="{days}, treatment and the statutory benefits meanwhile"
        ),
        # benefits
        "benefits": Text(zh="待遇核定", en="Benefits"),
        "benefit_base": Text(zh="基数", en="base"),
        "no_base": Text(zh="未提供本人工资", en="no wage is given"),
        "a_month": Text(zh="每月 {amount} 元", en="{amount} yuan a month"),
        "own_wages_told": Text(
            zh="{months}个月平均 {mean} 元", en="mean of the own wages: {mean} a month; months: {months}"
        ),
        "average_told": Text(
            zh="{area}{year}年{series}平均工资：每年 {yearly} 元，月均 {monthly} 元",
            en="average wage of {area}, {year}, {series}: {yearly} a year, {monthly} a month",
        ),
        "area_not_told": Text(zh="（地域未说明）", en="an area not told"),
        "third_party_told": Text(zh="{benefit}（扣除第三人已付）", en="{benefit} (less what a third party paid)"),
        "pays": Text(zh="{payer}支付（元）", en="{payer} pays, in yuan"),
        "of_dependant": Text(zh="{benefit}（{dependant}）", en="{benefit} ({dependant})"),
        "open_amount": Text(zh="待定", en="open"),
        "total_once": Text(zh="一次性合计", en="in all, once"),
        "total_monthly": Text(zh="按月合计", en="in all, monthly"),
        "total_per_day": Text(zh="按日各项合计", en="in all, by the day"),
        "without_open": Text(zh="另有{count}项待定，未计入", en="not counted, open: {count}"),
        "needed_told": Text(zh="{benefits}：{needs}", en="{benefits}: {needs}"),
        "needed_from": Text(zh="{told}（案情文件：{keys}）", en="{told} (case file: {keys})"),
        # duties
        "duties_on": Text(zh="截至 {day} 的义务与期限", en="Duties as they stand on {day}"),
        "duties_counted": Text(
            zh="未完成{open}项，其中已逾期{late}项；已完成{done}项",
            en="open: {open}, of them late: {late}; done: {done}",
        ),
        "no_duties": Text(zh="无", en="none"),
        "legend": Text(zh="* 待完成；! 逾期未完成", en="* to be done; ! late and not done"),
        "duty_told": Text(zh="{holder}：{duty}", en="{holder}: {duty}"),
        "duty_told_about": Text(zh="{holder}：{duty}（{about}）", en="{holder}: {duty} ({about})"),
        "noted": Text(zh="{told}；{note}", en="{told}; {note}"),
        "done_on": Text(zh="{day}完成（{state}）", en="{state} {day}"),
        "done_in_time_on": Text(zh="{day}按期完成", en="done in time {day}"),
        "done_late_on": Text(zh="{day}完成（逾期）", en="done late {day}"),
        "no_due_day": Text(zh="期限未知", en="not known"),
        "no_day_named": Text(zh="未规定期限", en="none named"),
        "duty_told_sum": Text(zh="{told}，{amount}元", en="{told}, {amount} yuan"),
        "duty_told_since": Text(zh="{told}；自{since}起", en="{told}; since {since}"),
        "changes_in_time": Text(
            zh="另有按期报送的花名册变动{count}项（--json 输出全部）",
            en="further changes of the roster, reported in time: {count}; --json prints all",
        ),
    }
)
