"""Totals of a settlement (待遇核定合计): what each payer owes at each rhythm, and the lines that are still open."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.benefits.lines import Benefit, BenefitLine, Rhythm
from gxinjury.facts import Yuan
from gxinjury.findings import Finding
from gxinjury.law.regulation import Payer
from gxinjury.money import total
from gxinjury.periods import Period
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["BenefitTotal", "Settlement"]


@attrs.frozen
class BenefitTotal(Record):
    """What one payer pays in one rhythm.

    Args:
        payer: Who pays.
        rhythm: How often.
        amount: The sum of the lines whose amount is known, in yuan.
    """

    payer: Annotated[Payer, Text("支付方", "payer")]
    rhythm: Annotated[Rhythm, Text("发放方式", "rhythm")]
    amount: Annotated[Yuan, Text("金额", "amount")]


@attrs.frozen
class Settlement(Record):
    """All that an injury is worth, line by line.

    Args:
        lines: The benefits, in the order in which they come about.
        findings: What is to be told beside the figures.
    """

    lines: Annotated[tuple[BenefitLine, ...], Text("待遇明细", "lines")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()

    @property
    def totals(self) -> tuple[BenefitTotal, ...]:
        """The sums by payer and rhythm, where there are lines; lines that need something count nothing yet."""
        return tuple(self._totals())

    def _totals(self) -> Iterator[BenefitTotal]:
        for payer in Payer:
            for rhythm in Rhythm:
                if any(line.payer is payer and line.rhythm is rhythm for line in self.lines):
                    yield BenefitTotal(payer, rhythm, self.total(payer, rhythm))

    def total(self, payer: Payer, rhythm: Rhythm, *, on: date | None = None) -> Yuan:
        """Return the sum of what a payer pays in a rhythm, in yuan.

        Args:
            payer: Who pays.
            rhythm: How often.
            on: Only lines that are due on that day; None: all, also where they follow upon each other.
        """
        lines = (line for line in self.lines if line.payer is payer and line.rhythm is rhythm)
        due = (line for line in lines if on is None or on in Period(line.first, line.last))
        return total(line.counted for line in due if line.counted is not None)

    def of(self, benefit: Benefit) -> tuple[BenefitLine, ...]:
        """Return the lines of one benefit."""
        return tuple(line for line in self.lines if line.benefit is benefit)

    @property
    def open(self) -> tuple[BenefitLine, ...]:
        """The lines that need something to name their amount."""
        return tuple(line for line in self.lines if line.needs is not None)
