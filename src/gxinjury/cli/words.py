"""What the shell says (命令行的用语), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # help
        "metavar_command": Text(zh="命令", en="COMMAND"),
        "metavar_case": Text(zh="案情文件", en="CASE"),
        "metavar_day": Text(zh="日期", en="DAY"),
        "metavar_instrument": Text(zh="文件代号", en="INSTRUMENT"),
        "metavar_series": Text(zh="数值名称", en="SERIES"),
        "metavar_files": Text(zh="调度表", en="FILE"),
        "metavar_days_off": Text(zh="放假安排", en="FILE"),
        "usage": Text(zh="用法：", en="usage: "),
        "commands": Text(zh="命令", en="commands"),
        "arguments": Text(zh="参数", en="arguments"),
        "options": Text(zh="选项", en="options"),
        "about": Text(
            zh="广西工伤保险政策的计算与依据。并非法律意见。",
            en="Guangxi's work-injury insurance policy, computed and cited. No legal advice.",
        ),
        "help_help": Text(zh="显示本说明", en="show this help"),
        "help_version": Text(zh="显示版本", en="show the version"),
        "help_lang": Text(
            zh="语言：zh 或 en；不指定时依系统区域设置", en="the language, zh or en; without it, as the locale says"
        ),
        "help_json": Text(zh="以 JSON 输出", en="print JSON"),
        "help_assess": Text(
            zh="读取一份案情文件，核算该项目：缴费、参保有效期、事故、待遇和提示",
            en="assess the project of a case file: premium, cover, findings",
        ),
        "help_case": Text(zh="案情文件，TOML 或 JSON", en="the case file, TOML or JSON"),
        "help_calendar": Text(
            zh="期限的最后一日逢休假日时，按哪份工作日历顺延：全国（national）、广西（guangxi）或不核对休假日（none）；"
            "默认不核对，提供了放假安排的默认按广西",
            en="the work calendar, no limit ending on a day off of it: national, guangxi, or none: days off are not "
            "looked at; none is the default, guangxi where a notice of days off is supplied",
        ),
        "help_days_off": Text(
            zh="另一份文件，内有各年放假安排（[[days_off]]），写法同案情文件；同一年的以此为准",
            en="a file of yearly notices of days off, headed [[days_off]] as in a case file, in place of the case's of "
            "the same year",
        ),
        "help_obligations": Text(
            zh="读取一份案情文件，列出该项目的各项义务、期限及其在某日的状态",
            en="list the duties of the project of a case file, by their day, as they stand on a day",
        ),
        "help_on": Text(zh="哪一日，如 2016-03-31；须指定", en="the day, as 2016-03-31; it has to be given"),
        "help_open_first": Text(zh="未完成的在前", en="what is still to be done first"),
        "no_day": Text(zh="{given} 不是日期，应如 2016-03-31", en="{given} is no day; write it as 2016-03-31"),
        "help_ask": Text(
            zh="读取一份未完的案情文件，列出尚须查明的事实、各事实决定什么，以及哪些条文的理解影响本案",
            en="list what a case file still lacks and what hangs on it, and which unclear clauses matter in the case",
        ),
        "help_explain": Text(zh="附全部计算过程", en="append every step of the reasoning"),
        "help_clauses": Text(zh="列出条款名录", en="list the clause register"),
        "help_instrument": Text(zh="只列某一文件的条款，如 NN", en="only the clauses of one instrument, as NN"),
        "help_status": Text(zh="只列某一类条款", en="only clauses of one status"),
        "help_readings": Text(
            zh="列出条文理解有分歧之处：疑问、各种口径、默认口径及理由",
            en="list the readings: the question, the members, the default and why",
        ),
        "help_figures": Text(
            zh="列出公布的数值：时间、状态、出处、说明", en="list the figures: when, how well established, source, note"
        ),
        "help_courier-report": Text(
            zh="读取各市的快递网点参保情况调度表：审核、汇总、与目标对照",
            en="read the cities' progress reports on courier outlets: check them, add them up, hold them to the target",
        ),
        "help_files": Text(zh="调度表文件，CSV 或 JSON", en="files of progress reports, CSV or JSON"),
        "help_series": Text(zh="只列某一数值，如“nanning_on_post”", en="only one figure, as nanning_on_post"),
        # what is wrong with a call
        "called_assess": Text(zh="项目核算", en="the project assessed"),
        "called_obligations": Text(zh="义务与期限", en="duties and their days"),
        "called_ask": Text(zh="尚须查明的事实", en="what is still to be found out"),
        "called_clauses": Text(zh="条款名录", en="the clause register"),
        "called_readings": Text(zh="条文理解的口径", en="how unclear clauses are read"),
        "called_figures": Text(zh="公布的数值", en="published figures"),
        "called_courier-report": Text(zh="快递网点调度表", en="progress reports on courier outlets"),
        "called_none": Text(zh="不核对休假日", en="days off not looked at"),
        "called_national": Text(zh="全国", en="national"),
        "called_guangxi": Text(zh="广西", en="Guangxi"),
        "called_zh": Text(zh="中文", en="Chinese"),
        "called_en": Text(zh="英文", en="English"),
        "called_rule": Text(zh="规则", en="rules"),
        "called_record": Text(zh="表单", en="records"),
        "called_duty": Text(zh="义务", en="duties"),
        "called_definition": Text(zh="定义", en="definitions"),
        "called_exhortation": Text(zh="倡导", en="exhortations"),
        "no_command": Text(
            zh="没有命令 {given}；可用的有：{choices}", en="there is no command {given}; there are {choices}"
        ),
        "no_command_near": Text(
            zh="没有命令 {given}，是否应为 {nearest}？", en="there is no command {given}; did you mean {nearest}?"
        ),
        "no_choice": Text(
            zh="{option} 之后不能写 {given}；可用的有：{choices}",
            en="{option} does not take {given}; there are {choices}",
        ),
        "no_choice_near": Text(
            zh="{option} 之后不能写 {given}，是否应为 {nearest}？可用的有：{choices}",
            en="{option} does not take {given}; did you mean {nearest}? There are {choices}",
        ),
        "no_option": Text(zh="没有选项 {given}", en="there is no option {given}"),
        "no_option_near": Text(
            zh="没有选项 {given}，是否应为 {nearest}？", en="there is no option {given}; did you mean {nearest}?"
        ),
        "no_value": Text(zh="{option} 之后要写一个值", en="{option} takes a value behind it"),
        "no_value_taken": Text(zh="{option} 之后不写值", en="{option} takes no value"),
        "too_many": Text(zh="多写了 {given}", en="there is more than the command takes: {given}"),
        "no_case_named": Text(
            zh="请写出案情文件，如 {prog} case.toml", en="name the case file, as in {prog} case.toml"
        ),
        "no_reports_named": Text(
            zh="请写出调度表文件，如 {prog} 2022-09.csv", en="name the files of reports, as in {prog} 2022-09.csv"
        ),
        "no_figure": Text(zh="没有数值 {given}", en="there is no figure {given}"),
        "wrong_call": Text(zh="{prog}：命令有误：{message}", en="{prog}: {message}"),
        "no_instrument": Text(zh="没有条款名录 {given}", en="there is no instrument {given}"),
        "did_you_mean": Text(zh="{rule}；是否应为 {nearest}？", en="{rule}; did you mean {nearest}?"),
        # what ends a run
        "needs_calendar": Text(
            zh="工作日历需要 chinesecalendar，请先安装：pip install 'gxinjury[calendars]'",
            en="a work calendar needs chinesecalendar; install it with: pip install 'gxinjury[calendars]'",
        ),
        "needs_day": Text(
            zh="请用 --on 指定日期，如 --on 2016-03-31；本命令不读取时钟",
            en="say which day with --on, as in --on 2016-03-31: no clock is read",
        ),
        "not_written": Text(zh="无法输出：{reason}", en="the output cannot be written: {reason}"),
        "interrupted": Text(zh="已中断", en="interrupted"),
        # an assessment
        "untitled": Text(zh="建筑项目", en="construction project"),
        "number": Text(zh="项目编号", en="number"),
        "place": Text(zh="项目所在地", en="place"),
        "owner": Text(zh="建设单位", en="project owner"),
        "general_contractor": Text(zh="施工总承包单位", en="general contractor"),
        "contract": Text(zh="合同", en="contract"),
        "contract_told": Text(zh="总造价 {price} 元，工期 {term}", en="{price} yuan, {term}"),
        "bid_price": Text(zh="中标价", en="bid price"),
        "started_on": Text(zh="实际开工日", en="started on"),
        "completed_on": Text(zh="实际竣工日", en="completed on"),
        "accepted_on": Text(zh="竣工验收合格日", en="completion accepted on"),
        "premium": Text(zh="保险费", en="Premium"),
        "due": Text(zh="应缴", en="due"),
        "paid": Text(zh="已缴", en="paid"),
        "open": Text(zh="未缴", en="open"),
        "overpaid": Text(zh="多缴", en="overpaid"),
        "yuan": Text(zh="元", en="yuan"),
        "counts_as_paid": Text(zh="缴清日期", en="counts as paid on"),
        "not_yet": Text(zh="尚未缴清", en="not yet"),
        "not_answered": Text(zh="未能答复，见下列提示", en="not answered, see the findings"),
        "share_told": Text(
            zh="计费比例 {share}：合同工期中尚未经过的部分", en="share {share}: the contract time still to come"
        ),
        "cover": Text(zh="参保有效期", en="Cover"),
        "no_cover": Text(zh="无", en="none"),
        "from_to": Text(zh="{first} 至 {last}", en="{first} to {last}"),
        "on_day": Text(zh="{first} 当日", en="on {first}"),
        "from_on": Text(zh="{first} 起", en="from {first} on"),
        "days": Text(zh="{days}日", en="days: {days}"),
        "contract_expires": Text(zh="合同到期日", en="contract expires"),
        "delay_papers": Text(zh="延期材料报送时限", en="delay papers by"),
        "delay_papers_told": Text(
            zh="{day}（如竣工验收将迟于合同到期日）",
            en="{day} (where completion will be accepted after the expiry)",
        ),
        "findings": Text(zh="提示", en="Findings"),
        "cautions": Text(zh="使用前请注意", en="Mind before relying on it"),
        "readings": Text(
            zh="条文理解有分歧之处及本次采用的口径", en="Where the text can be read in more ways, how it is read here"
        ),
        "by_default": Text(zh="默认", en="the default"),
        "departs": Text(zh="案情文件指定，默认为{default}", en="asked for in the case file; the default is {default}"),
        "taken": Text(
            zh='{reading} = "{member}"（{how}）；另可理解为{others}', en='{reading} = "{member}" ({how}); also {others}'
        ),
        "law_asked": Text(
            zh="本次采用的口径和数值与现行规定的不同之处", en="The law asked departs from the law as it stands"
        ),
        "none": Text(zh="无", en="none"),
        "reasons": Text(zh="计算过程", en="Step by step"),
        "closing": Text(
            zh="gxinjury {version}。依公开文本计算，并非法律意见；以经办机构的决定为准。",
            en="gxinjury {version}. Computed from the published texts, no legal advice; the agency decides.",
        ),
        # the lists
        "encoded": Text(zh="已实现", en="encoded"),
        "not_encoded": Text(zh="未实现", en="not encoded"),
        "issued": Text(zh="{issued} 印发", en="issued {issued}"),
        "member": Text(zh="{says}（{name}{default}）", en="{name}{default}: {says}"),
        "default": Text(zh="，默认", en=" (default)"),
        "why": Text(zh="理由：{why}", en="why: {why}"),
    }
)


def word(name: str) -> Text:
    """Return a wording of the shell."""
    return WORDS.texts[name]
