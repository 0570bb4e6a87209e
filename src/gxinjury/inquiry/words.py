"""The words of inquiries (追问的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.errors import FactRule
from gxinjury.texts import Text

_RULES: Final = {
    "must_have_a_candidate": ("至少须有一个候选值", "must have at least one candidate"),
    "must_be_a_record": ("必须是事实记录的类（attrs.frozen）", "must be the class of a record (attrs.frozen)"),
    "no_such_fact": ("不在其事实之列（可用：{names}）", "is none of its facts, which are {names}"),
    "too_many_by_position": ("超出可按位置给出的事实", "is more than it takes by position"),
    "must_take_a_law": ("须为规则的参数，此规则不以法为参数", "must be an argument of the rule, which takes none"),
    "must_be_given": ("须提供", "must be given"),
    "must_be_a_fact": ("必须是案情中的事实（{names}）", "must be one of the case's facts: {names}"),
    "must_be_known": (
        "在此须为已知；未知的事实请另行追问（possible、needs）",
        "must be known here; what is open is asked about with possible or needs",
    ),
    "is_not_bounded": (
        "为规则所问而未知，也没有范围：请给出其值{own}，或以 one_of(...)、between(first, last) 限定",
        "is asked for and nothing bounds it: give its value{own}, or bound it with one_of(...) or between(first, last)",
    ),
    "must_have_an_end": ("必须有最后一日", "must have a last day"),
    "must_be_a_window": (
        "必须是期间，或由最小和最大金额组成的一对数",
        "must be a period, or a pair of the least and the largest amount",
    ),
    "must_be_in_fen": ("必须是整分的金额", "must be an amount in whole fen"),
    "must_be_of_one_kind": ("必须与第一套规定同类", "must be of the same kind as the first law"),
    "must_name_two": ("至少须有两套规定", "must name two laws at the least"),
}
"""What is asked of a case, of a window and of laws."""

_TEXTS: Final = {
    "its_default": ("（调用时的默认值为 {default}）", " (a call's default is {default})"),
    "too_many_trials": (
        "试算将超过 {limit} 次：请缩小事实的范围，或提高试算次数的上限（budget）",
        "more than {limit} trials would be needed: bound the facts more narrowly, or raise budget",
    ),
    "refused": ("不能作答：{reason}", "refused: {reason}"),
    "nothing_asked": ("无须再问", "whatever the facts"),
    "and_more": ("另有{count}种情形", "and in other ways: {count}"),
    # possible and needs
    "possible_head": ("{rule}：可能的结果有{count}种", "{rule}, outcomes that are possible: {count}"),
    "needs_nothing": (
        "{rule}：无须再问，结果已定为 {outcome}",
        "{rule}: nothing more to ask, the outcome is {outcome}",
    ),
    "needs_head": ("{rule}：尚未确定，可能为 {outcomes}", "{rule}: not decided yet, one of {outcomes}"),
    "decided_already": ("已定：{what}", "decided already: {what}"),
    "all_left": ("尚不能排除任何结果", "nothing is decided by that"),
    "gone": ("可排除：{outcomes}", "no longer {outcomes}"),
    "none_there": ("尚无", "none"),
    "answer": ("{answer} → {outcomes}", "{answer} → {outcomes}"),
    # flips, days and edges
    "change": ("{fact} 由 {before} 改为 {after}", "{fact} {before} becomes {after}"),
    "flips_head": (
        "{rule}：现为 {outcome}；要改变结果，至少须变动{count}项事实",
        "{rule} is {outcome}; facts to change at the least, to turn it: {count}",
    ),
    "flips_none": (
        "{rule}：现为 {outcome}；可变的事实怎样变动，都不改变结果",
        "{rule} is {outcome}; no change of the facts that can move turns it",
    ),
    "flips_held": ("没有范围、未予变动的事实：{facts}", "held, as nothing bounds them: {facts}"),
    "days_head": ("{rule}，{field} 在 {within} 之内", "{rule}, by {field} in {within}"),
    "days_forbidden": ("{period}：与其他事实不相容", "{period}: the other facts do not allow it"),
    "edges_head": (
        "{rule}：{field} 自 {first} 至 {last}，结果在下列各处改变",
        "{rule} jumps, as {field} goes from {first} to {last}, at",
    ),
    "edges_none": (
        "{rule}：{field} 自 {first} 至 {last}，结果处处相同",
        "{rule} is the same everywhere, as {field} goes from {first} to {last}",
    ),
    "edge": ("{at}：由 {before} 变为 {after}", "{at}: {before} becomes {after}"),
    # laws and readings
    "compare_head": ("{rule}：按不同的口径和数值", "{rule} under several laws"),
    "compared": ("{name}：{outcome}", "{name}: {outcome}"),
    "compared_same": ("{name}：{outcome}（与 {base} 相同）", "{name}: {outcome} (as {base})"),
    "cause": ("差异出自：{parts}", "the difference comes from {parts}"),
    "cause_reading": ("{question}：采用{other}，而不是{base}", "{question}: {other}, not {base}"),
    "cause_figure": ("数值“{label}”为 {other}，而非 {base}", "the figure {label}: {other}, not {base}"),
    "no_such_value": ("没有该数值", "no such value"),
    "only_verified": ("只用已核实的数值", "verified values only"),
    "readings_none": (
        "{rule}：无论采用哪种口径，结果都是 {outcome}",
        "{rule}: no reading makes a difference, the outcome is {outcome}",
    ),
    "readings_head": (
        "{rule}：结果取决于采用哪种口径，按本次采用的口径为 {outcome}",
        "{rule} depends on how the text is read; as the law asked reads it: {outcome}",
    ),
    "reading_member": ("{says}（{member}）→ {outcomes}", "{member} ({says}) → {outcomes}"),
    "reading_asked": ("{question}（{reading}） [{clause}]", "{reading} [{clause}]: {question}"),
    "reading_default": ("默认口径的理由：{why}", "why the default: {why}"),
    "readings_idle": ("查看过而不影响结果的口径：{names}", "consulted, but making no difference: {names}"),
    # why not
    "holds": ("{rule}：结果正是 {outcome}", "{rule} is {outcome} indeed"),
    "why_not_head": ("{rule}：为何不是 {wanted}，而是 {outcome}", "{rule}: why not {wanted} but {outcome}"),
    "conditions": ("查看过而未满足的条件：", "Conditions looked at that failed:"),
    "looked_at": ("查看过的事实：", "Facts looked at:"),
    "would_be": ("至少如此变动，才会是 {wanted}：", "It would be {wanted} with these changes at the least:"),
    "would_not_be": (
        "可变的事实怎样变动，都不会是 {wanted}",
        "No change of the facts that can move would make it {wanted}.",
    ),
    "condition": ("{label}：{outcome}", "{label}: {outcome}"),
}
"""How results are told."""

WORDS: Final = Catalogue(
    {code: FactRule(zh, en, code) for code, (zh, en) in _RULES.items()}
    | {name: Text(zh, en) for name, (zh, en) in _TEXTS.items()}
)
