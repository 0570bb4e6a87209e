"""The words of inquiries (追问的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.errors import FactRule
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # what is asked of a case
        "must_have_a_candidate": FactRule(
            zh="至少须有一个候选值", en="must have at least one candidate", code="must_have_a_candidate"
        ),
        "must_be_a_record": FactRule(
            zh="必须是事实记录的类（attrs.frozen）",
            en="must be the class of a record (attrs.frozen)",
            code="must_be_a_record",
        ),
        "no_such_fact": FactRule(
            zh="不在其事实之列（可用：{names}）", en="is none of its facts, which are {names}", code="no_such_fact"
        ),
        "too_many_by_position": FactRule(
            zh="超出可按位置给出的事实", en="is more than it takes by position", code="too_many_by_position"
        ),
        "must_take_a_law": FactRule(
            zh="须为规则的参数，此规则不以法为参数",
            en="must be an argument of the rule, which takes none",
            code="must_take_a_law",
        ),
        "must_be_given": FactRule(zh="须提供", en="must be given", code="must_be_given"),
        "must_be_a_fact": FactRule(
            zh="必须是案情中的事实（{names}）", en="must be one of the case's facts: {names}", code="must_be_a_fact"
        ),
        "must_be_known": FactRule(
            zh="在此须为已知；未知的事实请另行追问（possible、needs）",
            en="must be known here; what is open is asked about with possible or needs",
            code="must_be_known",
        ),
        "is_not_bounded": FactRule(
            zh="为规则所问而未知，也没有范围：请给出其值，或以 one_of(...)、between(first, last) 限定",
            en="is asked for and nothing bounds it: give its value, or bound it with one_of(...) or "
            "between(first, last)",
            code="is_not_bounded",
        ),
        "is_not_bounded_default": FactRule(
            zh="为规则所问而未知，也没有范围：请给出其值（调用时的默认值为 {default}），或以 one_of(...)、"
            "between(first, last) 限定",
            en="is asked for and nothing bounds it: give its value (a call's default is {default}), or bound it with "
            "one_of(...) or between(first, last)",
            code="is_not_bounded",
        ),
        "too_many_trials": Text(
            zh="试算将超过 {limit} 次：请缩小事实的范围，或提高试算次数的上限（budget）",
            en="more than {limit} trials would be needed: bound the facts more narrowly, or raise budget",
        ),
        # how outcomes are told
        "refused": Text(zh="不能作答：{reason}", en="refused: {reason}"),
        "nothing_asked": Text(zh="无须再问", en="whatever the facts"),
        "and_more": Text(zh="另有{count}种情形", en="and in other ways: {count}"),
        # possible and needs
        "possible_head": Text(zh="{rule}：可能的结果有{count}种", en="{rule}, outcomes that are possible: {count}"),
        "needs_nothing": Text(
            zh="{rule}：无须再问，结果已定为 {outcome}", en="{rule}: nothing more to ask, the outcome is {outcome}"
        ),
        "needs_head": Text(zh="{rule}：尚未确定，可能为 {outcomes}", en="{rule}: not decided yet, one of {outcomes}"),
        "decided_already": Text(zh="已定：{what}", en="decided already: {what}"),
        "all_left": Text(zh="尚不能排除任何结果", en="nothing is decided by that"),
        "gone": Text(zh="可排除：{outcomes}", en="no longer {outcomes}"),
        "none_there": Text(zh="尚无", en="none"),
        "answer": Text(zh="{answer} → {outcomes}", en="{answer} → {outcomes}"),
        # flips, days and edges
        "change": Text(zh="{fact} 由 {before} 改为 {after}", en="{fact} {before} becomes {after}"),
        "flips_head": Text(
            zh="{rule}：现为 {outcome}；要改变结果，至少须变动{count}项事实",
            en="{rule} is {outcome}; facts to change at the least, to turn it: {count}",
        ),
        "flips_none": Text(
            zh="{rule}：现为 {outcome}；可变的事实怎样变动，都不改变结果",
            en="{rule} is {outcome}; no change of the facts that can move turns it",
        ),
        "flips_held": Text(zh="没有范围、未予变动的事实：{facts}", en="held, as nothing bounds them: {facts}"),
        "must_have_an_end": FactRule(zh="必须有最后一日", en="must have a last day", code="must_have_an_end"),
        "must_be_a_window": FactRule(
            zh="必须是期间，或由最小和最大金额组成的一对数",
            en="must be a period, or a pair of the least and the largest amount",
            code="must_be_a_window",
        ),
        "must_be_in_fen": FactRule(zh="必须是整分的金额", en="must be an amount in whole fen", code="must_be_in_fen"),
        "days_head": Text(zh="{rule}，{field} 在 {within} 之内", en="{rule}, by {field} in {within}"),
        "days_forbidden": Text(zh="{period}：与其他事实不相容", en="{period}: the other facts do not allow it"),
        "edges_head": Text(
            zh="{rule}：{field} 自 {first} 至 {last}，结果在下列各处改变",
            en="{rule} jumps, as {field} goes from {first} to {last}, at",
        ),
        "edges_none": Text(
            zh="{rule}：{field} 自 {first} 至 {last}，结果处处相同",
            en="{rule} is the same everywhere, as {field} goes from {first} to {last}",
        ),
        "edge": Text(zh="{at}：由 {before} 变为 {after}", en="{at}: {before} becomes {after}"),
        # laws and readings
        "must_be_of_one_kind": FactRule(
            zh="必须与第一部法同类", en="must be of the same kind as the first law", code="must_be_of_one_kind"
        ),
        "must_name_two": FactRule(zh="至少须有两部法", en="must name two laws at the least", code="must_name_two"),
        "compare_head": Text(zh="{rule}：按不同的口径和数值", en="{rule} under several laws"),
        "compared": Text(zh="{name}：{outcome}", en="{name}: {outcome}"),
        "compared_same": Text(zh="{name}：{outcome}（与 {base} 相同）", en="{name}: {outcome} (as {base})"),
        "cause": Text(zh="差异出自：{parts}", en="the difference comes from {parts}"),
        "cause_reading": Text(zh="{question}：采用{other}，而不是{base}", en="{question}: {other}, not {base}"),
        "cause_figure": Text(zh="数值“{label}”为 {other}，而非 {base}", en="the figure {label}: {other}, not {base}"),
        "no_such_value": Text(zh="没有该数值", en="no such value"),
        "only_verified": Text(zh="只用已核实的数值", en="verified values only"),
        "readings_none": Text(
            zh="{rule}：无论采用哪种口径，结果都是 {outcome}",
            en="{rule}: no reading makes a difference, the outcome is {outcome}",
        ),
        "readings_head": Text(
            zh="{rule}：结果取决于采用哪种口径，按本次采用的口径为 {outcome}",
            en="{rule} depends on how the text is read; as the law asked reads it: {outcome}",
        ),
        "reading_member": Text(zh="{says}（{member}）→ {outcomes}", en="{member} ({says}) → {outcomes}"),
        "reading_asked": Text(zh="{question}（{reading}） [{clause}]", en="{reading} [{clause}]: {question}"),
        "reading_default": Text(zh="默认口径的理由：{why}", en="why the default: {why}"),
        "readings_idle": Text(
            zh="查看过而不影响结果的口径：{names}", en="consulted, but making no difference: {names}"
        ),
        # why not
        "holds": Text(zh="{rule}：结果正是 {outcome}", en="{rule} is {outcome} indeed"),
        "why_not_head": Text(
            zh="{rule}：为何不是 {wanted}，而是 {outcome}", en="{rule}: why not {wanted} but {outcome}"
        ),
        "conditions": Text(zh="查看过而未满足的条件：", en="Conditions looked at that failed:"),
        "looked_at": Text(zh="查看过的事实：", en="Facts looked at:"),
        "would_be": Text(
            zh="至少如此变动，才会是 {wanted}：", en="It would be {wanted} with these changes at the least:"
        ),
        "would_not_be": Text(
            zh="可变的事实怎样变动，都不会是 {wanted}",
            en="No change of the facts that can move would make it {wanted}.",
        ),
        "condition": Text(zh="{label}：{outcome}", en="{label}: {outcome}"),
    }
)
