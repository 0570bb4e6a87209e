"""What is said of duties and their days (义务与期限的用语)."""

from typing import Final

TEXTS: Final = {
    "duties_on": ("截至 {day} 的义务与期限", "Duties as they stand on {day}"),
    "duties_counted": (
        "未完成{open}项，其中已逾期{late}项；已完成{done}项",
        "open: {open}, of them late: {late}; done: {done}",
    ),
    "legend": ("* 待完成；! 逾期未完成", "* to be done; ! late and not done"),
    "duty_told": ("{holder}：{duty}", "{holder}: {duty}"),
    "noted": ("{told}；{note}", "{told}; {note}"),
    "done_on": ("{day}完成（{state}）", "{state} {day}"),
    "done_in_time_on": ("{day}按期完成", "done in time {day}"),
    "done_late_on": ("{day}完成（逾期）", "done late {day}"),
    "no_due_day": ("期限未知", "not known"),
    "no_day_named": ("未规定期限", "none named"),
    "duty_told_sum": ("{told}，{amount}元", "{told}, {amount} yuan"),
    "duty_told_since": ("{told}；自{since}起", "{told}; since {since}"),
    "changes_in_time": (
        "另有按期报送的花名册变动{count}项（--json 输出全部）",
        "further changes of the roster, reported in time: {count}; --json prints all",
    ),
}
