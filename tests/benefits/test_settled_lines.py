"""Settlements line by line against a table written by hand: amount, rhythm, payer, clause, days, formula, findings."""

import re
from decimal import Decimal
from typing import Any, Final

import pytest

from gxinjury.benefits import Benefit, BenefitLine, Payer, Rhythm, Settlement, settle_injury
from gxinjury.extra.cases.reading import structure_case
from tests.cases import law_with, rows

CASES: Final = rows("settlements")
AS_FAR: Final = re.compile(" as far as | in force on |, which ")
HOW_ENDED: Final = "needs how and when the relation ended: before 2019 completion alone did not say so"
AT_TERMINATION: Final = "needs the mean wage of the 12 months before the termination"
NO_TABLE: Final = "table of the lump-sum medical subsidy has no value"
LEAVE: Final = "needs the months of paid injury leave"
INCOME_OF_2030: Final = "national urban disposable income per head of 2030 is not published"
WAGE_OF_2030: Final = "average annual wage (Guangxi, on-post staff of urban units) of 2030 is not published"
SCALE: Final = "needs the scale by which the subsidy shrinks near retirement age"
NEEDED: Final = {
    "TREATMENT": {"needs the costs of treatment within the catalogues"},
    "PAID_LEAVE": {LEAVE},
    "DISABILITY_SUBSIDY": {"needs the reference wage"},
    "DISABILITY_ALLOWANCE": {"needs the reference wage"},
    "TOP_UP": {"needs the local minimum wage, or the place's class"},
    "PENSION_SHORTFALL": {"needs the reference wage"},
    "CARE_FEE": {"needs the day of the determination", "rates of the living-care fee has no value"},
    "MEDICAL_SUBSIDY": {HOW_ENDED, AT_TERMINATION, NO_TABLE},
    "EMPLOYMENT_SUBSIDY": {HOW_ENDED, AT_TERMINATION, NO_TABLE, SCALE},
    "MISSING_WAGE": {"months that a missing worker's wage goes on has no value", "needs the original wage"},
    "ADVANCE": {INCOME_OF_2030},
    "FUNERAL_SUBSIDY": {LEAVE, WAGE_OF_2030, "needs the city's average wage of the year before"},
    "DEPENDANTS_PENSION": {LEAVE, "needs the wage that the worker earned in life"},
    "DEATH_SUBSIDY": {LEAVE, INCOME_OF_2030},
}
CONTRACT: Final = {"price": 1, "commencement": "2009-01-01", "completion": "2031-12-31"}


def settlement_of(row: dict[str, Any]) -> Settlement:
    """Return the settlement of a row, whose facts are read as those of a case file."""
    accident = {
        "worker": "甲",
        "happened_at": f"{row['injured_on']}T09:00:00+08:00",
        "work_cause": True,
        "on_site": True,
    }
    read = structure_case({"contract": CONTRACT, "injuries": [{**accident, "benefits": row["facts"]}]})
    facts = read.case.accidents[0].benefits
    assert facts is not None
    days = {name: row.get(name) for name in ("determined_on", "completed_on")}
    return settle_injury(facts.injury(row["injured_on"], **days), law=law_with(row.get("readings", ())))


def written(line: BenefitLine) -> str:
    """Return a line as the table writes it, its amount without the decimals that end in zero."""
    amount = "?" if line.amount is None else f"{line.amount.normalize():f}"
    days = f"{line.first}" if line.rhythm is Rhythm.ONCE else f"{line.first}..{line.last or ''}"
    told = f"{line.benefit.name} {amount} {line.rhythm.name} {line.payer.name} {line.clause} {days}"
    dependant = "" if line.dependant is None else f" ({line.dependant.name})"
    return f"{told}{dependant}" if line.formula is None else f"{told}{dependant} = {line.formula}"


def plain(line: str) -> str:
    """Return a line of the table with its amount as :func:`written` has it."""
    benefit, amount, rest = line.split(" ", 2)
    return f"{benefit} {amount if amount == '?' else f'{Decimal(amount).normalize():f}'} {rest}"


@pytest.mark.clause(
    "ALLOWANCES-lodging",
    "ALLOWANCES-meals",
    "ALLOWANCES-travel",
    "FS9-8",
    "GZF62-retired",
    "GZF73-medical",
    "NN-5.4",
    "ORDER117-medical",
    "REG-15.3",
    "REG-30",
    "REG-33",
    "REG-34",
    "REG-35",
    "REG-36",
    "REG-37",
    "REG-39",
    "REG-41",
    "REG-62",
)
class TestLines:
    """Each row of the table, to the fen and to the day."""

    @pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
    def test_lines(self, row: dict[str, Any]) -> None:
        """The lines in their order, nothing more and nothing less."""
        assert [written(line) for line in settlement_of(row).lines] == [plain(line) for line in row["lines"]]

    @pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
    def test_findings(self, row: dict[str, Any]) -> None:
        """The findings in their order, each under its clause."""
        assert [f"{one.code} {one.clause}" for one in settlement_of(row).findings] == row["findings"]

    @pytest.mark.parametrize("row", [row for row in CASES if "once" in row], ids=lambda row: row["id"])
    def test_in_all(self, row: dict[str, Any]) -> None:
        """What the public case says was paid once in all."""
        assert settlement_of(row).total(Payer.FUND, Rhythm.ONCE) == Decimal(row["once"])

    def test_what_each_open_line_needs(self) -> None:
        """In the words for what is missing, benefit by benefit."""
        told: dict[str, set[str]] = {}
        for row in CASES:
            for line in settlement_of(row).open:
                assert line.needs is not None
                told.setdefault(line.benefit.name, set()).add(AS_FAR.split(line.needs.en)[0])
        assert told == NEEDED

    def test_every_benefit_decided_and_open(self) -> None:
        """The table holds each benefit with an amount and, but for what the facts or receipts give, without one."""
        told = [line.split(" ") for row in CASES for line in row["lines"]]
        receipts = {"AIDS", "HOSPITAL_MEALS", "TRAVEL_MEALS", "LODGING"}
        names = {benefit.name for benefit in Benefit}
        assert {benefit for benefit, amount, *_ in told if amount != "?"} == names
        assert {benefit for benefit, amount, *_ in told if amount == "?"} == names - receipts
