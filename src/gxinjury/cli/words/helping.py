"""What help says of commands, options and topics (用法说明)."""

from typing import Final

TEXTS: Final = {
    "metavar_command": ("命令", "COMMAND"),
    "metavar_case": ("案情文件", "CASE"),
    "metavar_day": ("日期", "DAY"),
    "metavar_instrument": ("文件代号", "INSTRUMENT"),
    "metavar_series": ("数值名称", "SERIES"),
    "metavar_files": ("调度表", "FILE"),
    "metavar_roster": ("花名册", "ROSTER"),
    "metavar_list": ("网点名单", "LIST"),
    "metavar_sheet": ("工作表", "SHEET"),
    "metavar_csv": ("文件", "FILE"),
    "metavar_days_off": ("放假安排", "FILE"),
    "metavar_ics": ("日历文件", "FILE"),
    "metavar_html": ("网页文件", "FILE"),
    "metavar_xlsx": ("工作簿", "FILE"),
    "metavar_worker": ("职工", "WORKER"),
    "metavar_injury": ("序号", "NUMBER"),
    "metavar_topic": ("题目", "TOPIC"),
    "metavar_shell": ("外壳", "SHELL"),
    "metavar_mark": ("工作簿", "FILE"),
    "metavar_new": ("新文件", "FILE"),
    "usage": ("用法：", "usage: "),
    "commands": ("命令", "commands"),
    "arguments": ("参数", "arguments"),
    "options": ("选项", "options"),
    "about": (
        "广西工伤保险政策的计算与依据。并非法律意见。",
        "Guangxi's work-injury insurance policy, computed and cited. No legal advice.",
    ),
    "help_this": ("显示本说明", "show this help"),
    "help_help": ("查看某个命令或题目的说明", "help on a command or a topic"),
    "help_version": ("显示版本", "show the version"),
    "help_lang": ("语言：zh 或 en；不指定时依系统区域设置", "the language, zh or en; without it, as the locale says"),
    "help_json": ("以 JSON 输出", "print JSON"),
    "help_assess": (
        "读取一份案情文件，核算该项目：缴费、参保有效期、事故、待遇和提示",
        "assess the project of a case file: premium, cover, findings",
    ),
    "help_case": ("案情文件：工作簿（.xlsx）、TOML 或 JSON", "the case file: a workbook (.xlsx), TOML or JSON"),
    "help_mark": (
        "有差错的，另存一份工作簿，标出有差错的单元格并附批注",
        "where it has faults, write a copy as a workbook with their cells coloured and noted",
    ),
    "help_calendar": (
        (
            "期限的最后一日逢休假日时，按哪份工作日历顺延：全国（national）、广西（guangxi）或不核对休假日（none）；默认"
            "不核对，提供了放假安排的默认按广西"
        ),
        (
            "the work calendar, no limit ending on a day off of it: national, guangxi, or none: days off are not "
            "looked at; none is the default, guangxi where a notice of days off is supplied"
        ),
    ),
    "help_days_off": (
        "另一份文件，内有各年放假安排（[[days_off]]），写法同案情文件；同一年的以此为准",
        (
            "a file of yearly notices of days off, headed [[days_off]] as in a case file, in place of the case's of "
            "the same year"
        ),
    ),
    "help_obligations": (
        "读取一份案情文件，列出该项目的各项义务、期限及其在某日的状态",
        "list the duties of the project of a case file, by their day, as they stand on a day",
    ),
    "help_on": ("哪一日，如 2016-03-31；须指定", "the day, as 2016-03-31; it has to be given"),
    "help_open_first": ("未完成的在前", "what is still to be done first"),
    "help_ics": (
        "另将有期限的义务写入日历文件（.ics），可导入手机或电脑的日历，到期前提醒；再次导入即更新",
        "also write the duties that have a day to a calendar file (.ics), with alarms; a second import updates",
    ),
    "help_html": (
        "另写成可按 A4 打印的网页文件（.html），用浏览器打开即可打印",
        "also write the page as HTML that a browser prints on A4",
    ),
    "help_xlsx": ("另写成工作簿（.xlsx）", "also write the page as a workbook (.xlsx)"),
    "no_day": ("{given} 不是日期，应如 2016-03-31", "{given} is no day; write it as 2016-03-31"),
    "help_ask": (
        "读取一份未完的案情文件，列出尚须查明的事实、各事实决定什么，以及哪些条文的理解影响本案",
        "list what a case file still lacks and what hangs on it, and which unclear clauses matter in the case",
    ),
    "help_annex1": (
        "填写附件1《建筑施工项目工伤保险缴费登记表》，应缴金额附大写",
        "fill in annex 1, the registration form, its amount in Chinese capitals",
    ),
    "help_papers": (
        "列出须提交的材料：登记缴费、施工许可，以及每起事故的认定申请和待遇申领",
        "list the papers to hand in: for registration, permit, and each accident's application and claim",
    ),
    "help_proof": (
        "核查某名职工某日是否参保、由哪段有效期参保、依据哪些事实和条款",
        "look up whether a worker is covered on a day, by which window, facts and clauses",
    ),
    "help_worker": ("职工姓名；有同名者的写身份证号", "the worker's name, or the id where several have the name"),
    "help_todo": (
        "一起事故或者一例职业病该办什么：几日几时前、向谁、带什么材料、其间由谁负担",
        (
            "what to do after an accident or a diagnosis: by which hour and day, to whom, with which papers, who pays "
            "meanwhile"
        ),
    ),
    "help_injury": (
        "第几起事故，从1起，职业病排在事故之后；只有一起时可不写",
        "which accident, from 1 on, diseases after accidents; of one it is needless",
    ),
    "help_topic": ("命令或题目；不写则列出全部", "a command or a topic; without one all are listed"),
    "help_completion": (
        "输出命令补全的脚本，供 bash、zsh 或 fish 读取",
        "print the script with which bash, zsh or fish complete",
    ),
    "help_shell": ("bash、zsh 或 fish", "bash, zsh or fish"),
    "topics": ("可查看的说明：gxinjury help 题目", "What there is help on: gxinjury help TOPIC"),
    "subjects": ("题目", "topics"),
    "no_topic": (
        "没有关于 {given} 的说明，是否应为 {nearest}？",
        "there is no help on {given}; did you mean {nearest}?",
    ),
    "no_number": ("{given} 不是序号，应如 1", "{given} is no number; write it as 1"),
    "at_work": ("正在计算，已用{seconds}秒……", "at work, seconds so far: {seconds} ..."),
    "escaped": (
        "终端编码 {encoding} 没有的字符已写成 \\u 转义：{characters}；可改用 UTF-8（PYTHONIOENCODING=utf-8）",
        (
            "characters that the encoding {encoding} lacks were written as \\u escapes: {characters}; UTF-8 has them "
            "(PYTHONIOENCODING=utf-8)"
        ),
    ),
    "help_fill": ("逐项询问所缺的事实，存为文件", "ask for what it lacks, question by question, and save it"),
    "help_new": (
        "新建一份待填的案情文件：工作簿（.xlsx）或 TOML；不写文件名的，逐项询问",
        "write a case file to fill in, a workbook (.xlsx) or TOML; without a name it asks, question by question",
    ),
    "help_file": ("新文件的名称，如“项目.xlsx”或“项目.toml”", "its name, as project.xlsx or project.toml"),
    "help_force": ("已有同名文件的，予以覆盖", "overwrite the file where it is there already"),
    "help_explain": ("附全部计算过程", "append every step of the reasoning"),
    "help_clauses": ("列出条款名录", "list the clause register"),
    "help_instrument": ("只列某一文件的条款，如 NN", "only the clauses of one instrument, as NN"),
    "help_status": ("只列某一类条款", "only clauses of one status"),
    "help_readings": (
        "列出条文理解有分歧之处：疑问、各种口径、默认口径及理由",
        "list the readings: the question, the members, the default and why",
    ),
    "help_figures": (
        "列出公布的数值：时间、状态、出处、说明",
        "list the figures: when, how well established, source, note",
    ),
    "help_courier-report": (
        "读取各市的快递网点参保情况调度表：审核、汇总、与目标对照",
        "read the cities' progress reports on courier outlets: check them, add them up, hold them to the target",
    ),
    "help_files": (
        "调度表文件（工作簿、CSV 或 JSON），或放有这些文件的文件夹",
        "files of progress reports, workbooks, CSV or JSON, or folders of them",
    ),
    "help_roster": (
        "读取花名册（附件2），核对、改写成官方表格，或与上月的比对",
        "read a roster (annex 2): check it, write it as the official form, or hold it against last month's",
    ),
    "help_outlets": (
        "读取快递网点名单，与上月名单核对：应参保、应停保、有变化、去向不明的网点",
        "read a list of courier outlets and hold it against last month's: whom to enrol, close, ask after",
    ),
    "help_list": ("本月的网点名单，工作簿（.xlsx）或 CSV", "this month's list of outlets, a workbook (.xlsx) or a CSV"),
    "help_against_list": ("上月的网点名单", "last month's list"),
    "help_roster_file": ("花名册，工作簿（.xlsx）或 CSV", "the roster, a workbook (.xlsx) or a CSV"),
    "help_reported_on": (
        "填报时间，如 2015-11-28；表上未载明时使用",
        "the day of the report, as 2015-11-28, for a form that does not state it",
    ),
    "help_sheet": ("工作簿中的哪一张工作表", "which sheet of the workbook"),
    "help_against": (
        "上期的调度表，文件或文件夹：列出各市比上期的增减",
        "the last period's reports, a file or a folder: told is what changed since, city by city",
    ),
    "help_form": ("另将最近一期写成调度表（官方表格，.xlsx）", "also write the latest period as the annex (.xlsx)"),
    "help_against_roster": (
        "上月的花名册：列出本月新增、减少、变化的人员；--xlsx 写成工作簿，证件号码完整",
        "last month's: told is who joined, left or changed; --xlsx writes it with the ids in full",
    ),
    "help_csv": ("另写成 CSV，证件号码完整", "also write it as a CSV, the ids in full"),
    "help_series": ("只列某一数值，如“nanning_on_post”", "only one figure, as nanning_on_post"),
}
