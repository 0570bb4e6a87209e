"""What is said of papers, annex 1, a worker's cover on a day, and what to do (材料、登记表、核查、该办什么的用语)."""

from typing import Final

TEXTS: Final = {
    # papers
    "originals": ("原件{count}份", "originals: {count}"),
    "in_all": ("原件一式{count}份", "originals: {count}"),
    "copies": ("复印件{count}份", "copies: {count}"),
    # annex 1
    "not_on_the_form": ("说明（不印在表上）", "Beside the form (not printed on it)"),
    "amount_found": (
        "应缴金额：{formula} = {amount} 元，按 {day} 缴费计算",
        "amount due: {formula} = {amount} yuan, as paid on {day}",
    ),
    "left_blank": ("未填、留待手填的：{names}", "left blank, to be filled in by hand: {names}"),
    # proof
    "proof": ("核查结果", "Whether the worker is covered"),
    "proof_told": (
        "参保情况核查：依案情文件所载事实计算，不是社会保险经办机构出具的参保证明。",
        "Cover looked up: computed from the facts of the case file; this is no certificate of the agency.",
    ),
    "project_that_day": ("项目当日", "the project that day"),
    "not_in_effect": ("当日工伤保险关系未生效", "not in effect that day"),
    "in_effect": ("{reported} 申报增员；{days}有效", "reported on {reported}; in effect {days}"),
    "covered_in_all": ("全部参保期间", "covered in all"),
    "facts_used": ("所依据的事实", "The facts that this rests on"),
    "paid_on": ("缴费", "paid"),
    "reported_told": ("{day} 申报", "reported on {day}"),
    "happened_on": ("{day} 变动", "happened on {day}"),
    # what to do after an accident
    "todo": ("该办什么", "What to do now"),
    "todo_told": ("该办什么：{told}", "What to do now: {told}"),
    "in_order": ("按时间先后", "In order of time"),
    "as_of_day": (
        "截至 {day}：! 逾期未办，* 待办，其余已办",
        "on {day}: ! late and not done, * to be done, the others are done",
    ),
    "as_known": (
        "* 待办，其余已办；未指定日期（--on），是否逾期不作判断",
        "* to be done, the others are done; no day was given (--on), so nothing is called late",
    ),
    "to_whom": ("{told}；向{whom}", "{told}; to {whom}"),
    "with_papers": ("{told}；带：{papers}", "{told}; bring {papers}"),
    "hrss": ("建设项目所在地人力资源和社会保障行政部门", "the human-resources authority where the project stands"),
    "agency": ("社会保险经办机构", "the social-insurance agency"),
    "who_pays": ("由谁负担", "Who pays meanwhile"),
    "fund_pays_told": ("待遇由工伤保险基金支付", "the fund pays the benefits that are the fund's"),
    "fund_pays_not": ("不属该项目的参保人员，基金不支付", "not insured under the project: the fund does not pay"),
    "own_employer_insures": (
        "不属该项目的参保人员；由其用人单位参保，按用人单位的参保申领",
        "not insured under the project, but through his own employer: claim under that insurance",
    ),
    "liable_in_turn": ("项目未参保的，依次由下列各方支付", "the project is not enrolled; those who pay, in turn"),
    "fund_open": ("待遇是否由基金支付，待主管部门决定", "whether the fund pays is for the authority to decide"),
    "leave_pay": (
        "停工留薪期内原工资福利，以及生活不能自理时的护理，由用人单位负担",
        "the wage in paid injury leave, and nursing where he cannot care for himself, are the employer's",
    ),
    "employer_bears": (
        "下列期间的工伤待遇等费用由用人单位负担：{days}",
        "on the employer are the costs of these days: {days}",
    ),
    "bridged": (
        "竣工后（{days}）医疗救治和停工期间的法定待遇由用人单位继续负担",
        "after completion ({days}) the employer goes on with treatment and the statutory benefits",
    ),
    "liable_told": ("{party}：{liability}", "{party}: {liability}"),
    "not_settled": ("尚未确定的待遇", "Benefits not settled yet"),
    "open_line": ("{benefit}，由{payer}支付；{needs}", "{benefit}, paid by {payer}; {needs}"),
    "which_accident": (
        "本案有{count}起事故（含职业病），请用 --injury 写明第几起：{accidents}",
        "say with --injury which accident or disease of the case, of which there are {count}: {accidents}",
    ),
    "numbered": ("{number} {worker}（{day}）", "{number} {worker} ({day})"),
    "numbered_disease": ("{number} {worker}（职业病，诊断于{day}）", "{number} {worker} (disease, diagnosed on {day})"),
    "no_accident": ("案情文件没有事故，也没有职业病", "the case file has no accident and no occupational disease"),
}
