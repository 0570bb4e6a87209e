"""What an assessment says of accidents, diseases and their benefits (事故、待遇的用语)."""

from typing import Final

TEXTS: Final = {
    # accidents
    "accidents": ("事故", "Accidents"),
    "accident_told": ("{worker}，{at}，{place}，{cause}", "{worker}, {at}, {place}, {cause}"),
    "on_site": ("工地范围以内", "on the site"),
    "off_site": ("工地范围以外", "off the site"),
    "work_cause": ("因工作原因", "by a work cause"),
    "other_cause": ("非因工作原因", "not by a work cause"),
    "standing": ("参保认定", "standing"),
    "report_by": ("事故报告时限", "report to the authority by"),
    "reported": ("；已于 {when}报告", "; reported on {when}"),
    "employer_applies_by": ("用人单位申请时限", "employer applies by"),
    "others_apply_by": ("职工方申请时限", "worker's side applies by"),
    "applied": ("；已于 {when} 申请", "; applied on {when}"),
    "not_applied": ("；未见申请", "; no application on file"),
    "shown_on": ("伤害显现之日", "harm showed on"),
    "diseases": ("职业病", "Occupational diseases"),
    "disease_told": (
        "{worker}，接触职业病危害 {exposure}，{diagnosed_on} 诊断（鉴定）",
        "{worker}, exposed {exposure}, diagnosed on {diagnosed_on}",
    ),
    "application_accepted": ("申请受理日", "application accepted on"),
    "costs_meanwhile": ("由用人单位负担的费用", "costs on the employer"),
    "where_nobody_applies": ("如至 {limit} 仍无人申请", "where nobody applies by {limit}"),
    "where_the_fund_pays": ("如待遇由基金支付", "where the fund pays"),
    "and": ("，且", " and "),
    "costs_named": ("所列费用", "costs named"),
    "costs_split": (
        "{whole} 元，其中基金支付 {fund} 元，用人单位负担 {employer} 元",
        "{whole} yuan, of which the fund {fund}, the employer {employer}",
    ),
    "costs_split_then": (
        "{whole} 元；{conditions}，则基金支付 {fund} 元，用人单位负担 {employer} 元",
        "{whole} yuan; {conditions}: the fund {fund}, the employer {employer}",
    ),
    "bridge": ("竣工后由用人单位继续负担", "employer goes on paying"),
    "treatment_and_leave": (
        "{days}，医疗救治和停工期间的法定待遇",
        "{days}, treatment and the statutory benefits meanwhile",
    ),
    # benefits
    "benefits": ("待遇核定", "Benefits"),
    "benefit_base": ("基数", "base"),
    "no_base": ("未提供本人工资", "no wage is given"),
    "a_month": ("每月 {amount} 元", "{amount} yuan a month"),
    "own_wages_told": ("{months}个月平均 {mean} 元", "mean of the own wages: {mean} a month; months: {months}"),
    "average_told": (
        "{area}{year}年{series}平均工资：每年 {yearly} 元，月均 {monthly} 元",
        "average wage of {area}, {year}, {series}: {yearly} a year, {monthly} a month",
    ),
    "area_not_told": ("（地域未说明）", "an area not told"),
    "third_party_told": ("{benefit}（扣除第三人已付）", "{benefit} (less what a third party paid)"),
    "pays": ("{payer}支付（元）", "{payer} pays, in yuan"),
    "open_amount": ("待定", "open"),
    "total_once": ("一次性合计", "in all, once"),
    "total_monthly": ("按月合计", "in all, monthly"),
    "total_per_day": ("按日各项合计", "in all, by the day"),
    "without_open": ("另有{count}项待定，未计入", "not counted, open: {count}"),
    "needed_told": ("{benefits}：{needs}", "{benefits}: {needs}"),
    "needed_from": (
        "{told}（请填：{called}；案情文件中为 {keys}）",
        "{told} (fill in: {called}; in a case file {keys})",
    ),
}
