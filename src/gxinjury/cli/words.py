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
        "metavar_roster": Text(zh="花名册", en="ROSTER"),
        "metavar_list": Text(zh="网点名单", en="LIST"),
        "metavar_sheet": Text(zh="工作表", en="SHEET"),
        "metavar_csv": Text(zh="文件", en="FILE"),
        "metavar_days_off": Text(zh="放假安排", en="FILE"),
        "metavar_ics": Text(zh="日历文件", en="FILE"),
        "metavar_html": Text(zh="网页文件", en="FILE"),
        "metavar_xlsx": Text(zh="工作簿", en="FILE"),
        "metavar_worker": Text(zh="职工", en="WORKER"),
        "metavar_injury": Text(zh="序号", en="NUMBER"),
        "metavar_topic": Text(zh="题目", en="TOPIC"),
        "metavar_shell": Text(zh="外壳", en="SHELL"),
        "metavar_mark": Text(zh="工作簿", en="FILE"),
        "metavar_new": Text(zh="新文件", en="FILE"),
        "usage": Text(zh="用法：", en="usage: "),
        "commands": Text(zh="命令", en="commands"),
        "arguments": Text(zh="参数", en="arguments"),
        "options": Text(zh="选项", en="options"),
        "about": Text(
            zh="广西工伤保险政策的计算与依据。并非法律意见。",
            en="Guangxi's work-injury insurance policy, computed and cited. No legal advice.",
        ),
        "help_this": Text(zh="显示本说明", en="show this help"),
        "help_help": Text(zh="查看某个命令或题目的说明", en="help on a command or a topic"),
        "help_version": Text(zh="显示版本", en="show the version"),
        "help_lang": Text(
            zh="语言：zh 或 en；不指定时依系统区域设置", en="the language, zh or en; without it, as the locale says"
        ),
        "help_json": Text(zh="以 JSON 输出", en="print JSON"),
        "help_assess": Text(
            zh="读取一份案情文件，核算该项目：缴费、参保有效期、事故、待遇和提示",
            en="assess the project of a case file: premium, cover, findings",
        ),
        "help_case": Text(
            zh="案情文件：工作簿（.xlsx）、TOML 或 JSON", en="the case file: a workbook (.xlsx), TOML or JSON"
        ),
        "help_mark": Text(
            zh="有差错的，另存一份工作簿，标出有差错的单元格并附批注",
            en="where it has faults, write a copy as a workbook with their cells coloured and noted",
        ),
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
        "help_ics": Text(
            zh="另将有期限的义务写入日历文件（.ics），可导入手机或电脑的日历，到期前提醒；再次导入即更新",
            en="also write the duties that have a day to a calendar file (.ics), with alarms; a second import updates",
        ),
        "help_html": Text(
            zh="另写成可按 A4 打印的网页文件（.html），用浏览器打开即可打印",
            en="also write the page as HTML that a browser prints on A4",
        ),
        "help_xlsx": Text(zh="另写成工作簿（.xlsx）", en="also write the page as a workbook (.xlsx)"),
        "no_day": Text(zh="{given} 不是日期，应如 2016-03-31", en="{given} is no day; write it as 2016-03-31"),
        "help_ask": Text(
            zh="读取一份未完的案情文件，列出尚须查明的事实、各事实决定什么，以及哪些条文的理解影响本案",
            en="list what a case file still lacks and what hangs on it, and which unclear clauses matter in the case",
        ),
        "help_annex1": Text(
            zh="填写附件1《建筑施工项目工伤保险缴费登记表》，应缴金额附大写",
            en="fill in annex 1, the registration form, its amount in Chinese capitals",
        ),
        "help_papers": Text(
            zh="列出须提交的材料：登记缴费、施工许可，以及每起事故的认定申请和待遇申领",
            en="list the papers to hand in: for registration, permit, and each accident's application and claim",
        ),
        "help_proof": Text(
            zh="核查某名职工某日是否参保、由哪段有效期参保、依据哪些事实和条款",
            en="look up whether a worker is covered on a day, by which window, facts and clauses",
        ),
        "help_worker": Text(
            zh="职工姓名；有同名者的写身份证号", en="the worker's name, or the id where several have the name"
        ),
        "help_todo": Text(
            zh="一起事故或者一例职业病该办什么：几日几时前、向谁、带什么材料、其间由谁负担",
            en="what to do after an accident or a diagnosis: by which hour and day, to whom, with which papers, who "
            "pays meanwhile",
        ),
        "help_injury": Text(
            zh="第几起事故，从1起，职业病排在事故之后；只有一起时可不写",
            en="which accident, from 1 on, diseases after accidents; of one it is needless",
        ),
        "help_topic": Text(zh="命令或题目；不写则列出全部", en="a command or a topic; without one all are listed"),
        "help_completion": Text(
            zh="输出命令补全的脚本，供 bash、zsh 或 fish 读取",
            en="print the script with which bash, zsh or fish complete",
        ),
        "help_shell": Text(zh="bash、zsh 或 fish", en="bash, zsh or fish"),
        "topics": Text(zh="可查看的说明：gxinjury help 题目", en="What there is help on: gxinjury help TOPIC"),
        "subjects": Text(zh="题目", en="topics"),
        "no_topic": Text(
            zh="没有关于 {given} 的说明，是否应为 {nearest}？",
            en="there is no help on {given}; did you mean {nearest}?",
        ),
        "no_number": Text(zh="{given} 不是序号，应如 1", en="{given} is no number; write it as 1"),
        "at_work": Text(zh="正在计算，已用{seconds}秒……", en="at work, seconds so far: {seconds} ..."),
        "escaped": Text(
            zh="终端编码 {encoding} 没有的字符已写成 \\u 转义：{characters}；可改用 UTF-8（PYTHONIOENCODING=utf-8）",
            en="characters that the encoding {encoding} lacks were written as \\u escapes: {characters}; UTF-8 has "
            "them (PYTHONIOENCODING=utf-8)",
        ),
        "help_fill": Text(
            zh="逐项询问所缺的事实，存为文件", en="ask for what it lacks, question by question, and save it"
        ),
        "help_new": Text(
            zh="新建一份待填的案情文件：工作簿（.xlsx）或 TOML；不写文件名的，逐项询问",
            en="write a case file to fill in, a workbook (.xlsx) or TOML; without a name it asks, question by question",
        ),
        "help_file": Text(
            zh="新文件的名称，如“项目.xlsx”或“项目.toml”", en="its name, as project.xlsx or project.toml"
        ),
        "help_force": Text(zh="已有同名文件的，予以覆盖", en="overwrite the file where it is there already"),
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
        "help_files": Text(
            zh="调度表文件（工作簿、CSV 或 JSON），或放有这些文件的文件夹",
            en="files of progress reports, workbooks, CSV or JSON, or folders of them",
        ),
        "help_roster": Text(
            zh="读取花名册（附件2），核对、改写成官方表格，或与上月的比对",
            en="read a roster (annex 2): check it, write it as the official form, or hold it against last month's",
        ),
        "help_outlets": Text(
            zh="读取快递网点名单，与上月名单核对：应参保、应停保、有变化、去向不明的网点",
            en="read a list of courier outlets and hold it against last month's: whom to enrol, close, ask after",
        ),
        "help_list": Text(
            zh="本月的网点名单，工作簿（.xlsx）或 CSV", en="this month's list of outlets, a workbook (.xlsx) or a CSV"
        ),
        "help_against_list": Text(zh="上月的网点名单", en="last month's list"),
        "help_roster_file": Text(zh="花名册，工作簿（.xlsx）或 CSV", en="the roster, a workbook (.xlsx) or a CSV"),
        "help_reported_on": Text(
            zh="填报时间，如 2015-11-28；表上未载明时使用",
            en="the day of the report, as 2015-11-28, for a form that does not state it",
        ),
        "help_sheet": Text(zh="工作簿中的哪一张工作表", en="which sheet of the workbook"),
        "help_against": Text(
            zh="上期的调度表，文件或文件夹：列出各市比上期的增减",
            en="the last period's reports, a file or a folder: told is what changed since, city by city",
        ),
        "help_form": Text(
            zh="另将最近一期写成调度表（官方表格，.xlsx）", en="also write the latest period as the annex (.xlsx)"
        ),
        "help_against_roster": Text(
            zh="上月的花名册：列出本月新增、减少、变化的人员；--xlsx 写成工作簿，证件号码完整",
            en="last month's: told is who joined, left or changed; --xlsx writes it with the ids in full",
        ),
        "help_csv": Text(zh="另写成 CSV，证件号码完整", en="also write it as a CSV, the ids in full"),
        "help_series": Text(zh="只列某一数值，如“nanning_on_post”", en="only one figure, as nanning_on_post"),
        # what is wrong with a call
        "called_assess": Text(zh="项目核算", en="the project assessed"),
        "called_obligations": Text(zh="义务与期限", en="duties and their days"),
        "called_annex1": Text(zh="附件1 缴费登记表", en="annex 1, the registration form"),
        "called_papers": Text(zh="材料清单", en="the papers to hand in"),
        "called_proof": Text(zh="参保情况核查", en="a worker's cover on a day"),
        "called_todo": Text(zh="该办什么", en="what to do after an accident"),
        "called_help": Text(zh="说明", en="help on commands and topics"),
        "called_completion": Text(zh="命令补全脚本", en="the completion script of a shell"),
        "called_ask": Text(zh="尚须查明的事实", en="what is still to be found out"),
        "called_new": Text(zh="新建案情文件", en="a new case file"),
        "called_clauses": Text(zh="条款名录", en="the clause register"),
        "called_readings": Text(zh="条文理解的口径", en="how unclear clauses are read"),
        "called_figures": Text(zh="公布的数值", en="published figures"),
        "called_courier-report": Text(zh="快递网点调度表", en="progress reports on courier outlets"),
        "called_roster": Text(zh="花名册", en="rosters"),
        "called_outlets": Text(zh="快递网点名单", en="lists of courier outlets"),
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
        "no_list_named": Text(
            zh="请写出网点名单，如 {prog} 网点名单.xlsx", en="name the list, as in {prog} outlets.xlsx"
        ),
        "no_roster_named": Text(
            zh="请写出花名册文件，如 {prog} 花名册.xlsx", en="name the roster, as in {prog} roster.xlsx"
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
        "needs_ids": Text(
            zh="读取花名册需要 python-stdnum，请先安装：pip install 'gxinjury[ids]'",
            en="a roster needs python-stdnum; install it with: pip install 'gxinjury[ids]'",
        ),
        "needs_icalendar": Text(
            zh="写日历文件需要 icalendar，请先安装：pip install 'gxinjury[office]'",
            en="a calendar file needs icalendar; install it with: pip install 'gxinjury[office]'",
        ),
        "needs_worker": Text(
            zh="请用 --worker 指明职工（姓名或身份证号），如 --worker 张三",
            en="say which worker with --worker, by name or id",
        ),
        "needs_openpyxl": Text(
            zh="写工作簿需要 openpyxl，请先安装：pip install 'gxinjury[office]'",
            en="a workbook needs openpyxl; install it with: pip install 'gxinjury[office]'",
        ),
        "new_no_kind": Text(zh="{file} 的扩展名应为 .xlsx 或 .toml", en="the name {file} must end in .xlsx or .toml"),
        "new_is_there": Text(
            zh="{file} 已存在，未予覆盖；确要覆盖请加 --force",
            en="{file} is there already and was left alone; overwrite it with --force",
        ),
        "new_written": Text(
            zh="已写入 {file}。填好后运行：gxinjury assess {file}",
            en="{file} is written. Fill it in, then: gxinjury assess {file}",
        ),
        "marked": Text(
            zh="已在 {file} 中标出有差错的单元格：{count} 处", en="cells at fault marked in {file}: {count}"
        ),
        "mark_one_file": Text(
            zh="--mark 一次只标注一个文件，请逐个读取", en="--mark takes one file at a time: read them one by one"
        ),
        "mark_itself": Text(
            zh="标出差错的副本不能覆盖原文件，请换一个文件名",
            en="the marked copy must not be the file itself; name another file",
        ),
        "none_marked": Text(
            zh="差错不在工作簿的单元格中，未写 {file}",
            en="no cell of a workbook is at fault, so {file} was not written",
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
        "yuan": Text(zh="元", en="yuan"),
        "counts_as_paid": Text(zh="缴清日期", en="counts as paid on"),
        "not_yet": Text(zh="尚未缴清", en="not yet"),
        "not_answered": Text(zh="未能答复，见下列提示", en="not answered, see the findings"),
        "share_told": Text(
            zh="计费比例 {share}：合同工期中尚未经过的部分", en="share {share}: the contract time still to come"
        ),
        "cover": Text(zh="参保有效期", en="Cover"),
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
        "passed_over": Text(zh="读入花名册时请核对", en="Mind how the roster was read"),
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
        "aside": Text(zh="{told}（{aside}）", en="{told} ({aside})"),
        "reasons": Text(zh="计算过程", en="Step by step"),
        "closing": Text(
            zh="gxinjury {version}。依公开文本计算，并非法律意见；以经办机构的决定为准。",
            en="gxinjury {version}. Computed from the published texts, no legal advice; the agency decides.",
        ),
        # papers
        "originals": Text(zh="原件{count}份", en="originals: {count}"),
        "in_all": Text(zh="原件一式{count}份", en="originals: {count}"),
        "copies": Text(zh="复印件{count}份", en="copies: {count}"),
        # proof
        "proof": Text(zh="核查结果", en="Whether the worker is covered"),
        "proof_told": Text(
            zh="参保情况核查：依案情文件所载事实计算，不是社会保险经办机构出具的参保证明。",
            en="Cover looked up: computed from the facts of the case file; this is no certificate of the agency.",
        ),
        "project_that_day": Text(zh="项目当日", en="the project that day"),
        "not_in_effect": Text(zh="当日工伤保险关系未生效", en="not in effect that day"),
        "in_effect": Text(zh="{reported} 申报增员；{days}有效", en="reported on {reported}; in effect {days}"),
        "covered_in_all": Text(zh="全部参保期间", en="covered in all"),
        "facts_used": Text(zh="所依据的事实", en="The facts that this rests on"),
        "paid_on": Text(zh="缴费", en="paid"),
        "reported_told": Text(zh="{day} 申报", en="reported on {day}"),
        "happened_on": Text(zh="{day} 变动", en="happened on {day}"),
        # what to do after an accident
        "todo": Text(zh="该办什么", en="What to do now"),
        "todo_told": Text(zh="该办什么：{told}", en="What to do now: {told}"),
        "in_order": Text(zh="按时间先后", en="In order of time"),
        "as_of_day": Text(
            zh="截至 {day}：! 逾期未办，* 待办，其余已办",
            en="on {day}: ! late and not done, * to be done, the others are done",
        ),
        "as_known": Text(
            zh="* 待办，其余已办；未指定日期（--on），是否逾期不作判断",
            en="* to be done, the others are done; no day was given (--on), so nothing is called late",
        ),
        "to_whom": Text(zh="{told}；向{whom}", en="{told}; to {whom}"),
        "with_papers": Text(zh="{told}；带：{papers}", en="{told}; bring {papers}"),
        "hrss": Text(
            zh="建设项目所在地人力资源和社会保障行政部门", en="the human-resources authority where the project stands"
        ),
        "agency": Text(zh="社会保险经办机构", en="the social-insurance agency"),
        "who_pays": Text(zh="由谁负担", en="Who pays meanwhile"),
        "fund_pays_told": Text(zh="待遇由工伤保险基金支付", en="the fund pays the benefits that are the fund's"),
        "fund_pays_not": Text(
            zh="不属该项目的参保人员，基金不支付", en="not insured under the project: the fund does not pay"
        ),
        "liable_in_turn": Text(
            zh="项目未参保的，依次由下列各方支付", en="the project is not enrolled; those who pay, in turn"
        ),
        "fund_open": Text(
            zh="待遇是否由基金支付，待主管部门决定", en="whether the fund pays is for the authority to decide"
        ),
        "leave_pay": Text(
            zh="停工留薪期内原工资福利，以及生活不能自理时的护理，由用人单位负担",
            en="the wage in paid injury leave, and nursing where he cannot care for himself, are the employer's",
        ),
        "employer_bears": Text(
            zh="下列期间的工伤待遇等费用由用人单位负担：{days}",
            en="on the employer are the costs of these days: {days}",
        ),
        "bridged": Text(
            zh="竣工后（{days}）医疗救治和停工期间的法定待遇由用人单位继续负担",
            en="after completion ({days}) the employer goes on with treatment and the statutory benefits",
        ),
        "liable_told": Text(zh="{party}：{liability}", en="{party}: {liability}"),
        "not_settled": Text(zh="尚未确定的待遇", en="Benefits not settled yet"),
        "open_line": Text(zh="{benefit}，由{payer}支付；{needs}", en="{benefit}, paid by {payer}; {needs}"),
        "which_accident": Text(
            zh="本案有{count}起事故（含职业病），请用 --injury 写明第几起：{accidents}",
            en="say with --injury which accident or disease of the case, of which there are {count}: {accidents}",
        ),
        "numbered": Text(zh="{number} {worker}（{day}）", en="{number} {worker} ({day})"),
        "numbered_disease": Text(
            zh="{number} {worker}（职业病，诊断于{day}）", en="{number} {worker} (disease, diagnosed on {day})"
        ),
        "no_accident": Text(
            zh="案情文件没有事故，也没有职业病", en="the case file has no accident and no occupational disease"
        ),
        # annex 1
        "not_on_the_form": Text(zh="说明（不印在表上）", en="Beside the form (not printed on it)"),
        "amount_found": Text(
            zh="应缴金额：{formula} = {amount} 元，按 {day} 缴费计算",
            en="amount due: {formula} = {amount} yuan, as paid on {day}",
        ),
        "left_blank": Text(zh="未填、留待手填的：{names}", en="left blank, to be filled in by hand: {names}"),
        # the lists
        "encoded": Text(zh="已实现", en="encoded"),
        "not_encoded": Text(zh="未实现", en="not encoded"),
        "issued": Text(zh="{issued} 印发", en="issued {issued}"),
        "member": Text(zh="{says}（{name}{default}）", en="{name}{default}: {says}"),
        "default": Text(zh="，默认", en=" (default)"),
        "why": Text(zh="理由：{why}", en="why: {why}"),
        "funded_on": Text(zh="保险费拨付日", en="premium handed over"),
        "budgeted_on": Text(zh="概算单独列支日", en="premium listed in the estimate"),
        "permit_papers_on": Text(zh="施工许可材料提交日", en="papers for the permit"),
        "posted_on": Text(zh="参保公示日", en="enrolment posted"),
        "told_on": Text(zh="职工告知日", en="workers told"),
        "stoppage": Text(zh="停工", en="work stoppage"),
        "more": Text(zh="另有{more}项（--json 输出全部）", en="further ones: {more}; --json prints all"),
        # days off
        "calendar": Text(zh="工作日历", en="work calendar"),
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
        "not_applied": Text(zh="；未见申请", en="; no application on file"),
        "shown_on": Text(zh="伤害显现之日", en="harm showed on"),
        "diseases": Text(zh="职业病", en="Occupational diseases"),
        "disease_told": Text(
            zh="{worker}，接触职业病危害 {exposure}，{diagnosed_on} 诊断（鉴定）",
            en="{worker}, exposed {exposure}, diagnosed on {diagnosed_on}",
        ),
        "application_accepted": Text(zh="申请受理日", en="application accepted on"),
        "costs_meanwhile": Text(zh="由用人单位负担的费用", en="costs on the employer"),
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
        "open_amount": Text(zh="待定", en="open"),
        "total_once": Text(zh="一次性合计", en="in all, once"),
        "total_monthly": Text(zh="按月合计", en="in all, monthly"),
        "total_per_day": Text(zh="按日各项合计", en="in all, by the day"),
        "without_open": Text(zh="另有{count}项待定，未计入", en="not counted, open: {count}"),
        "needed_told": Text(zh="{benefits}：{needs}", en="{benefits}: {needs}"),
        "needed_from": Text(
            zh="{told}（请填：{called}；案情文件中为 {keys}）", en="{told} (fill in: {called}; in a case file {keys})"
        ),
        # duties
        "duties_on": Text(zh="截至 {day} 的义务与期限", en="Duties as they stand on {day}"),
        "duties_counted": Text(
            zh="未完成{open}项，其中已逾期{late}项；已完成{done}项",
            en="open: {open}, of them late: {late}; done: {done}",
        ),
        "legend": Text(zh="* 待完成；! 逾期未完成", en="* to be done; ! late and not done"),
        "duty_told": Text(zh="{holder}：{duty}", en="{holder}: {duty}"),
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
        # what a case still needs
        "questions": Text(zh="尚须查明", en="Still to be found out"),
        "sides": Text(
            zh="按此顺序查问，所需问题最少。所列日期或时刻，代表该期限之前或之后的所有日期或时刻。",
            en="In this order asking helps most. A day or moment stands for all on its side of the limit.",
        ),
        "in_full": Text(zh="保险费：按全部造价为 {amount}", en="Premium: on the whole price {amount}"),
        "for_example": Text(
            zh="{about}（以开工{start}、竣工{completion}、缴费{paid_on}为例）",
            en="{about}, for example started {start}, completing {completion}, paid {paid_on}",
        ),
        "cover_on": Text(zh="项目当日参保：{day}", en="Cover of the project on {day}"),
        "after_expiry": Text(zh="{about}（合同到期次日）", en="{about}, the day after the contract expires"),
        "injury": Text(zh="第{number}起事故：{worker}，{moment}", en="Injury {number}: {worker}, {moment}"),
        "disease": Text(zh="第{number}例职业病：{worker}", en="Occupational disease {number}: {worker}"),
        "worker_unknown": Text(zh="职工未载明", en="worker not told"),
        "outcome": Text(zh="已定：{outcome}", en="settled: {outcome}"),
        "outcomes": Text(zh="可能为：{outcomes}", en="one of: {outcomes}"),
        "readings_that_matter": Text(zh="影响本案的条文理解", en="Unclear clauses that matter in this case"),
        "as_not_so": Text(
            zh="案情文件未载明的，按没有处理；逐一变换口径时，其余各处仍按本次采用的口径。",
            en="What the file leaves out is taken as not so; under each member the others are read as the law asked.",
        ),
        "reading": Text(zh="{question}（{reading}） [{clause}]", en="{reading} [{clause}] {question}"),
        "about_injury": Text(zh="{about}（第{number}起事故）", en="{about}, injury {number}"),
        "now": Text(zh="{about}：{outcome}", en="{about}: {outcome}"),
        "none_matters": Text(zh="无论如何理解，结果相同。", en="No reading makes a difference."),
        "only_together": Text(
            zh="单独变换这一口径不影响结果，与其他口径一并变换才有影响。",
            en="Makes no difference by itself, only together with another reading.",
        ),
        "sets": Text(zh="按成套口径计算的结果", en="Under the named sets of readings"),
        "under_member": Text(zh="{says}（{member}）→ {outcome}", en="{member}: {says} → {outcome}"),
        "same": Text(zh="同上", en="the same"),
        "under_set": Text(zh="{aim}（{set}）：{outcome}", en="{set} ({aim}): {outcome}"),
        "set_default": Text(zh="本次采用的口径", en="as the law asked"),
    }
)


def word(name: str) -> Text:
    """Return a wording of the shell."""
    return WORDS.texts[name]
