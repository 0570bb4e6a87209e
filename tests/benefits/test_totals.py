"""What lines come to: by payer, rhythm and days, and in sums, on lines written by hand."""

from datetime import date
from typing import Any, Final

from gxinjury.amounts import amount
from gxinjury.benefits import Benefit, BenefitLine, Rhythm, Settlement
from gxinjury.benefits.totals import SettledSums, dated_totals, settled_sums
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.texts import Text

CLAUSE: Final = REG.clause("30")
FIRST: Final = date(2020, 1, 1)


def line(yuan: int | None, rhythm: Rhythm, payer: Payer, first: date = FIRST, last: date | None = None) -> Any:  # noqa: ANN401
    """A line of any benefit; without an amount, one that needs something."""
    needs = Text(zh="缺", en="needs") if yuan is None else None
    exact = None if yuan is None else amount(yuan)
    return BenefitLine(Benefit.TREATMENT, exact, rhythm, payer, CLAUSE, first, last, needs=needs)


LINES: Final = (
    line(1_000, Rhythm.ONCE, Payer.FUND),
    line(None, Rhythm.ONCE, Payer.FUND),
    line(20, Rhythm.PER_DAY, Payer.FUND, FIRST, date(2020, 1, 10)),
    line(300, Rhythm.MONTHLY, Payer.FUND, FIRST, date(2020, 3, 31)),
    line(40, Rhythm.MONTHLY, Payer.FUND, date(2020, 3, 1)),
    line(None, Rhythm.MONTHLY, Payer.FUND, date(2020, 3, 1), date(2020, 3, 31)),
    line(5_000, Rhythm.ONCE, Payer.EMPLOYER),
    line(7, Rhythm.PER_DAY, Payer.EMPLOYER, FIRST, FIRST),
    line(600, Rhythm.MONTHLY, Payer.EMPLOYER, FIRST, date(2020, 1, 31)),
    line(500, Rhythm.MONTHLY, Payer.EMPLOYER, date(2020, 3, 1), date(2020, 4, 30)),
)


def test_by_payer_rhythm_and_days() -> None:
    """Monthly lines by the days on which the same ones are due; no days on which none is."""
    told = [
        (one.payer.name, one.rhythm.name, str(one.days or ""), int(one.amount), one.lines, one.open)
        for one in dated_totals(Settlement(LINES))
    ]
    assert told == [
        ("FUND", "ONCE", "", 1_000, 2, 1),
        ("FUND", "MONTHLY", "2020-01-01..2020-02-29", 300, 1, 0),
        ("FUND", "MONTHLY", "2020-03-01..2020-03-31", 340, 3, 1),
        ("FUND", "MONTHLY", "2020-04-01..", 40, 1, 0),
        ("FUND", "PER_DAY", "", 200, 1, 0),
        ("EMPLOYER", "ONCE", "", 5_000, 1, 0),
        ("EMPLOYER", "MONTHLY", "2020-01-01..2020-01-31", 600, 1, 0),
        ("EMPLOYER", "MONTHLY", "2020-03-01..2020-04-30", 500, 1, 0),
        ("EMPLOYER", "PER_DAY", "", 7, 1, 0),
    ]


def test_by_payer_and_rhythm() -> None:
    """Where there are lines, though none of them has an amount; all monthly ones, though they follow each other."""
    told = [(one.payer.name, one.rhythm.name, int(one.amount)) for one in Settlement((LINES[1], *LINES[8:])).totals]
    assert told == [("FUND", "ONCE", 0), ("EMPLOYER", "MONTHLY", 1_100)]


def test_in_sums() -> None:
    """Once and by the day together, and the most in any month; nothing for nothing."""
    assert settled_sums(Settlement(LINES)) == SettledSums(
        fund_once=amount(1_200),
        employer_once=amount(5_007),
        fund_monthly=amount(340),
        employer_monthly=amount(600),
        open_lines=2,
    )
    assert settled_sums(Settlement(LINES[:3])).fund_monthly == 0


def test_by_the_day_without_an_end_counts_nothing_yet() -> None:
    """How many days there will be is not known."""
    assert line(20, Rhythm.PER_DAY, Payer.FUND).counted == 0
