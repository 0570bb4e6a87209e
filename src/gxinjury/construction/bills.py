"""The premium bill (应缴明细): what is due, line by line."""

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.facts import Yuan
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.money import Rate, Share, total, written_amount
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["PremiumBill", "PremiumLine", "PremiumLineKind"]


class PremiumLineKind(Enum):
    """What a line of a bill is for."""

    INITIAL = Text(zh="初次缴费", en="initial premium")
    SUPPLEMENT = Text(zh="追加补缴", en="supplementary premium")
    REFUND = Text(zh="退费", en="refund")


@attrs.frozen
class PremiumLine(Record):
    """A line of a bill, rounded to the fen by itself.

    Args:
        kind: What it is for.
        dated: The payment day; for a supplement or a refund the day the change was agreed.
        base: The price or the change of price that it is a share of, in yuan.
        rate: The rate.
        share: The share of the contract time that it is due for.
        amount: What is due, in yuan; negative for a refund.

    Prints as the sum that it is: day, factors, amount.
    """

    kind: Annotated[PremiumLineKind, Text("类别", "kind")]
    dated: Annotated[date, Text("日期", "dated")]
    base: Annotated[Yuan, Text("计费基数", "base")]
    rate: Annotated[Rate, Text("费率", "rate")]
    share: Annotated[Share, Text("计费比例", "share")]
    amount: Annotated[Yuan, Text("金额", "amount")]

    @property
    def is_reduced(self) -> bool:
        """Whether it is due for a part of the contract time only."""
        return self.share.part != self.share.whole

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that it rests on, that of its kind and that on projects in progress where it is reduced."""
        of_its_kind = NN.clause("1.1.2" if self.kind is PremiumLineKind.INITIAL else "1.1.3")
        return (of_its_kind, NN.clause("1.1.4")) if self.is_reduced else (of_its_kind,)

    def __str__(self) -> str:
        factors = [written_amount(self.base), str(self.rate)]
        if self.is_reduced:
            factors.append(str(self.share))
        return f"{self.dated}: {' × '.join(factors)} = {written_amount(self.amount)}"


@attrs.frozen
class PremiumBill(Record):
    """What a project owes, line by line.

    Args:
        initial: The premium of the payment day.
        supplements: A line for each later raise.
        refunds: A line for each later reduction, where the law's reading pays back.
        findings: What is to be told beside the figures.
    """

    initial: Annotated[PremiumLine, Text("初次缴费", "initial premium")]
    supplements: Annotated[tuple[PremiumLine, ...], Text("追加补缴", "supplementary premiums")] = ()
    refunds: Annotated[tuple[PremiumLine, ...], Text("退费", "refunds")] = ()
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()

    @property
    def lines(self) -> tuple[PremiumLine, ...]:
        """The initial line, then supplements, then refunds."""
        return (self.initial, *self.supplements, *self.refunds)

    @property
    def total(self) -> Yuan:
        """The sum of the lines, in yuan."""
        return total(line.amount for line in self.lines)
