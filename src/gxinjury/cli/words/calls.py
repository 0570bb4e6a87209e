"""What is said of a call that is wrong, and of what ends a run (命令有误、中断)."""

from typing import Final

TEXTS: Final = {
    # what is wrong with a call
    "called_assess": ("项目核算", "the project assessed"),
    "called_obligations": ("义务与期限", "duties and their days"),
    "called_annex1": ("附件1 缴费登记表", "annex 1, the registration form"),
    "called_papers": ("材料清单", "the papers to hand in"),
    "called_proof": ("参保情况核查", "a worker's cover on a day"),
    "called_todo": ("该办什么", "what to do after an accident"),
    "called_help": ("说明", "help on commands and topics"),
    "called_completion": ("命令补全脚本", "the completion script of a shell"),
    "called_ask": ("尚须查明的事实", "what is still to be found out"),
    "called_new": ("新建案情文件", "a new case file"),
    "called_clauses": ("条款名录", "the clause register"),
    "called_readings": ("条文理解的口径", "how unclear clauses are read"),
    "called_figures": ("公布的数值", "published figures"),
    "called_courier-report": ("快递网点调度表", "progress reports on courier outlets"),
    "called_roster": ("花名册", "rosters"),
    "called_outlets": ("快递网点名单", "lists of courier outlets"),
    "called_none": ("不核对休假日", "days off not looked at"),
    "called_national": ("全国", "national"),
    "called_guangxi": ("广西", "Guangxi"),
    "called_zh": ("中文", "Chinese"),
    "called_en": ("英文", "English"),
    "called_rule": ("规则", "rules"),
    "called_record": ("表单", "records"),
    "called_duty": ("义务", "duties"),
    "called_definition": ("定义", "definitions"),
    "called_exhortation": ("倡导", "exhortations"),
    "no_command": ("没有命令 {given}；可用的有：{choices}", "there is no command {given}; there are {choices}"),
    "no_command_near": (
        "没有命令 {given}，是否应为 {nearest}？",
        "there is no command {given}; did you mean {nearest}?",
    ),
    "no_choice": (
        "{option} 之后不能写 {given}；可用的有：{choices}",
        "{option} does not take {given}; there are {choices}",
    ),
    "no_choice_near": (
        "{option} 之后不能写 {given}，是否应为 {nearest}？可用的有：{choices}",
        "{option} does not take {given}; did you mean {nearest}? There are {choices}",
    ),
    "no_option": ("没有选项 {given}", "there is no option {given}"),
    "no_option_here": ("该命令没有选项 {given}", "this command has no option {given}"),
    "no_option_near": ("没有选项 {given}，是否应为 {nearest}？", "there is no option {given}; did you mean {nearest}?"),
    "no_value": ("{option} 之后要写一个值", "{option} takes a value behind it"),
    "no_value_taken": ("{option} 之后不写值", "{option} takes no value"),
    "too_many": ("多写了 {given}", "there is more than the command takes: {given}"),
    "no_case_named": ("请写出案情文件，如 {prog} case.toml", "name the case file, as in {prog} case.toml"),
    "no_reports_named": (
        "请写出调度表文件，如 {prog} 2022-09.csv",
        "name the files of reports, as in {prog} 2022-09.csv",
    ),
    "no_list_named": ("请写出网点名单，如 {prog} 网点名单.xlsx", "name the list, as in {prog} outlets.xlsx"),
    "no_roster_named": ("请写出花名册文件，如 {prog} 花名册.xlsx", "name the roster, as in {prog} roster.xlsx"),
    "no_figure": ("没有数值 {given}", "there is no figure {given}"),
    "wrong_call": ("{prog}：命令有误：{message}", "{prog}: {message}"),
    "no_instrument": ("没有条款名录 {given}", "there is no instrument {given}"),
    "did_you_mean": ("{rule}；是否应为 {nearest}？", "{rule}; did you mean {nearest}?"),
    # what ends a run
    "needs_calendar": (
        "工作日历需要 chinesecalendar，请先安装：pip install 'gxinjury[calendars]'",
        "a work calendar needs chinesecalendar; install it with: pip install 'gxinjury[calendars]'",
    ),
    "needs_ids": (
        "读取花名册需要 python-stdnum，请先安装：pip install 'gxinjury[ids]'",
        "a roster needs python-stdnum; install it with: pip install 'gxinjury[ids]'",
    ),
    "needs_icalendar": (
        "写日历文件需要 icalendar，请先安装：pip install 'gxinjury[office]'",
        "a calendar file needs icalendar; install it with: pip install 'gxinjury[office]'",
    ),
    "needs_worker": (
        "请用 --worker 指明职工（姓名或身份证号），如 --worker 张三",
        "say which worker with --worker, by name or id",
    ),
    "needs_openpyxl": (
        "写工作簿需要 openpyxl，请先安装：pip install 'gxinjury[office]'",
        "a workbook needs openpyxl; install it with: pip install 'gxinjury[office]'",
    ),
    "new_no_kind": ("{file} 的扩展名应为 .xlsx 或 .toml", "the name {file} must end in .xlsx or .toml"),
    "new_is_there": (
        "{file} 已存在，未予覆盖；确要覆盖请加 --force",
        "{file} is there already and was left alone; overwrite it with --force",
    ),
    "new_written": (
        "已写入 {file}。填好后运行：gxinjury assess {file}",
        "{file} is written. Fill it in, then: gxinjury assess {file}",
    ),
    "marked": ("已在 {file} 中标出有差错的单元格：{count} 处", "cells at fault marked in {file}: {count}"),
    "mark_one_file": ("--mark 一次只标注一个文件，请逐个读取", "--mark takes one file at a time: read them one by one"),
    "mark_itself": (
        "标出差错的副本不能覆盖原文件，请换一个文件名",
        "the marked copy must not be the file itself; name another file",
    ),
    "none_marked": (
        "差错不在工作簿的单元格中，未写 {file}",
        "no cell of a workbook is at fault, so {file} was not written",
    ),
    "needs_day": (
        "请用 --on 指定日期，如 --on 2016-03-31；本命令不读取时钟",
        "say which day with --on, as in --on 2016-03-31: no clock is read",
    ),
    "not_written": ("无法输出：{reason}", "the output cannot be written: {reason}"),
    "interrupted": ("已中断", "interrupted"),
}
