"""What a study found (研究结果): totals, changes, deciles, what each part of a reform adds, the rows hit hardest."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Annotated, Any

import attrs

from gxinjury.explanations import Explanation
from gxinjury.extra.tables import Table, table
from gxinjury.facts import Yuan
from gxinjury.fields import fields_of
from gxinjury.money import Rate
from gxinjury.privacy import mask
from gxinjury.records import Record
from gxinjury.texts import Language, Text

__all__ = ["Attribution", "Change", "Hit", "PartEffect", "Study", "Tenth", "Total"]


@attrs.frozen
class Total(Record):
    """What a law answers of some rows.

    Args:
        law: The law, by its name in the study.
        by: The column that the rows are grouped by, its year where it is one of days; None for the whole population.
        group: What the column holds in these rows; None for nothing, and for the whole population.
        rows: How many rows.
        answered: How many are answered.
        refused: How many the law refuses.
        unknown: How many lack a fact.
        stale: How many of the answered ones rest on a figure past the day it was verified through.
        amount: The sum of the answers, in yuan.
    """

    law: Annotated[str, Text("规定", "law")]
    by: Annotated[str | None, Text("分组列", "grouped by")]
    group: Annotated[str | None, Text("组", "group")]
    rows: Annotated[int, Text("行数", "rows")]
    answered: Annotated[int, Text("已作答", "answered")]
    refused: Annotated[int, Text("不能作答", "refused")]
    unknown: Annotated[int, Text("事实不全", "lack a fact")]
    stale: Annotated[int, Text("所据数值已过核实期", "stale")]
    amount: Annotated[Yuan, Text("合计", "total")]


@attrs.frozen
class Change(Record):
    """What a law changes against the first law, in the rows that both answer.

    Args:
        law: The law.
        by: As in :class:`Total`.
        group: As there.
        rows: How many rows both laws answer.
        more: In how many of them the amount is larger.
        less: In how many it is smaller.
        lost: How many rows the first law answers and this one does not.
        won: How many this one answers and the first does not.
        before: The sum under the first law, in yuan, in the rows that both answer.
        increase: The sum of what is more, in yuan.
        decrease: The sum of what is less, in yuan, not negative.
        change: What is more less what is less, in yuan.
        mean: The change a row, in yuan, rounded half up to the fen; None for no rows.
        share: The change in hundredths of what was before, rounded half up to two places; None where that is zero.
    """

    law: Annotated[str, Text("规定", "law")]
    by: Annotated[str | None, Text("分组列", "grouped by")]
    group: Annotated[str | None, Text("组", "group")]
    rows: Annotated[int, Text("可比行数", "rows compared")]
    more: Annotated[int, Text("增加的行数", "more")]
    less: Annotated[int, Text("减少的行数", "less")]
    lost: Annotated[int, Text("转为不能作答的行数", "no longer answered")]
    won: Annotated[int, Text("转为能作答的行数", "newly answered")]
    before: Annotated[Yuan, Text("原合计", "before")]
    increase: Annotated[Yuan, Text("增加额", "increase")]
    decrease: Annotated[Yuan, Text("减少额", "decrease")]
    change: Annotated[Yuan, Text("增减额", "change")]
    mean: Annotated[Yuan | None, Text("每行平均增减", "mean change")]
    share: Annotated[Rate | None, Text("增减幅度", "share")]


@attrs.frozen
class Tenth(Record):
    """What a law changes for a tenth of the ranked rows, the smallest amounts first.

    Args:
        law: The law.
        tenth: Which tenth, 1 to 10.
        upto: The largest amount in it, in yuan: rows of equal amounts stay together.
        rows: How many of its rows both laws answer.
        before: The sum under the first law, in yuan.
        change: What the law changes, in yuan.
        mean: The change a row, in yuan, rounded half up to the fen; None for no rows.
        share: As in :class:`Change`.
    """

    law: Annotated[str, Text("规定", "law")]
    tenth: Annotated[int, Text("十等分组", "tenth")]
    upto: Annotated[Yuan, Text("至", "up to")]
    rows: Annotated[int, Text("可比行数", "rows compared")]
    before: Annotated[Yuan, Text("原合计", "before")]
    change: Annotated[Yuan, Text("增减额", "change")]
    mean: Annotated[Yuan | None, Text("每行平均增减", "mean change")]
    share: Annotated[Rate | None, Text("增减幅度", "share")]


@attrs.frozen
class PartEffect(Record):
    """What a part of a reform adds: its mean effect over all orders in which the parts may come (Shapley).

    Args:
        part: The part.
        alone: What it changes by itself, in yuan.
        last: What it changes when all others are in force already, in yuan.
        effect: What it adds, in yuan to the fen; all parts add up to the whole change.
        rounded_up: Whether its fen was rounded up so that they do.
    """

    part: Annotated[Text, Text("改革部分", "reform")]
    alone: Annotated[Yuan, Text("单独施行", "alone")]
    last: Annotated[Yuan, Text("最后施行", "last")]
    effect: Annotated[Yuan, Text("分摊额", "effect")]
    rounded_up: Annotated[bool, Text("末分进位", "last fen rounded up")]


@attrs.frozen
class Attribution(Record):
    """A reform taken apart, in the rows that the law answers with any of its parts.

    Args:
        parts: What each part adds.
        change: What all of them change together, in yuan.
        rows: How many rows are answered with any parts.
        left_out: How many are answered under the first law, but not with all parts in any number.
    """

    parts: Annotated[tuple[PartEffect, ...], Text("各部分", "parts")]
    change: Annotated[Yuan, Text("增减额", "change")]
    rows: Annotated[int, Text("可比行数", "rows compared")]
    left_out: Annotated[int, Text("不可比行数", "left out")]


@attrs.frozen
class Hit(Record):
    """A row that a law changes most.

    Args:
        law: The law.
        change: What it changes, in yuan.
        before: What the first law answers, in yuan.
        after: What it answers, in yuan.
        facts: The row, ids masked.
        why_before: Why the first law answers so; None for a question that the library has no rule of one row for.
        why_after: Why it answers so; None likewise.
        row: The row as the frame has it, not shown.
    """

    law: Annotated[str, Text("规定", "law")]
    change: Annotated[Yuan, Text("增减额", "change")]
    before: Annotated[Yuan, Text("原数额", "before")]
    after: Annotated[Yuan, Text("新数额", "after")]
    facts: Annotated[str, Text("所在行", "row")] = attrs.field(converter=mask)
    why_before: Annotated[Explanation[Any] | None, Text("原数额的理由", "why before")] = attrs.field(
        default=None, repr=False
    )
    why_after: Annotated[Explanation[Any] | None, Text("新数额的理由", "why after")] = attrs.field(
        default=None, repr=False
    )
    row: Annotated[Mapping[str, Any], Text("原始行", "raw row")] = attrs.field(factory=dict, repr=False)


@attrs.frozen
class Study(Record):
    """A question put to a population under several laws; the first is what the others are compared with.

    Args:
        question: The question.
        amount: The column of its answer that was studied.
        laws: The laws, by name.
        totals: What each law answers in all.
        groups: The same by each column asked for.
        changes: What each law but the first changes.
        group_changes: The same by column.
        tenths: The same by tenths of the ranked rows.
        attribution: What each part of a reform adds; None where no parts were given.
        hits: The rows that change most, for each law the largest increases, then the largest decreases.
    """

    question: Annotated[str, Text("问题", "question")]
    amount: Annotated[str, Text("答案列", "amount")]
    laws: Annotated[tuple[str, ...], Text("规定", "laws")]
    totals: Annotated[tuple[Total, ...], Text("合计", "totals")]
    groups: Annotated[tuple[Total, ...], Text("分组合计", "totals by group")] = ()
    changes: Annotated[tuple[Change, ...], Text("增减", "changes")] = ()
    group_changes: Annotated[tuple[Change, ...], Text("分组增减", "changes by group")] = ()
    tenths: Annotated[tuple[Tenth, ...], Text("十等分组", "tenths")] = ()
    attribution: Annotated[Attribution | None, Text("改革分摊", "attribution")] = None
    hits: Annotated[tuple[Hit, ...], Text("增减最大的行", "rows hit hardest")] = ()

    def text(self, language: Language) -> str:
        """Return it in lines: a table for each thing that was found."""
        return "\n\n".join(f"{title.say(language)}\n{found.text(language)}" for title, found in self._tables(language))

    def html(self, language: Language) -> str:
        """Return it as HTML: a table for each thing that was found."""
        return "".join(
            f"<h4>{escape(title.say(language))}</h4>{found._repr_html_()}" for title, found in self._tables(language)
        )

    def __str__(self) -> str:
        return self.text("en")

    def _repr_html_(self) -> str:
        return self.html("en")

    def _tables(self, language: Language) -> Iterator[tuple[Text, Table]]:
        _question, _amount, _laws, *tables = fields_of(Study)
        for field in tables:
            if found := getattr(self, field.name):
                yield field.label, table(found, language=language)
