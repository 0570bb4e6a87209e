"""The days that are tried where a case file leaves out when a project starts, ends and pays."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from gxinjury.extra.cases.open import read_open_case
from gxinjury.extra.cases.premium_questions import days_to_try, example_of, premium_questions
from gxinjury.extra.cases.unknowns import Unknowns

_START, _END = date(2015, 11, 1), date(2016, 6, 30)
_PAID, _EARLY = date(2015, 12, 1), date(2014, 12, 1)

# Held against the first day of 2015, from which new projects pay before they start and the rate is known: half a year,
# that is 182 days, before and after it; a payment the day before the start, or a quarter, 92 days, after it; an end the
# day before the payment, or twice half a year after what else there is.
DAYS: Final[list[tuple[date | None, date | None, date | None, str, str, str, str | None]]] = [
    (None, None, None, "2014-07-03 2015-07-02", "2015-10-01 2016-09-30", "2015-07-01 2015-10-02", "2014-07-03"),
    (None, None, _PAID, "2014-12-31 2015-11-30 2015-12-02", "2015-11-30 2016-11-30", "2015-12-01", "2014-12-31"),
    (None, None, _EARLY, "2014-12-31 2015-01-01 2014-12-02", "2014-11-30 2015-12-31", "2014-12-01", None),
    (_START, None, None, "2015-11-01", "2016-01-31 2017-01-30", "2015-10-31 2016-02-01", "2015-11-01"),
    (_START, None, _PAID, "2015-11-01", "2015-11-30 2016-11-29", "2015-12-01", "2015-11-01"),
    (None, _END, None, "2014-07-03 2015-07-02", "2016-06-30", "2015-07-01 2015-10-02 2016-07-01", "2015-07-02"),
    (None, _END, _PAID, "2014-12-31 2015-11-30 2015-12-02", "2016-06-30", "2015-12-01", "2014-12-31"),
    (_START, _END, None, "2015-11-01", "2016-06-30", "2015-10-31 2016-02-01 2016-07-01", "2015-11-01"),
    (_START, _END, _END, "2015-11-01", "2016-06-30", "2016-06-30", "2015-11-01"),
    (_START, _END, _START, "2015-11-01", "2016-06-30", "2015-11-01", None),
    (_START, date(2015, 12, 15), None, "2015-11-01", "2015-12-15", "2015-10-31 2015-12-15 2015-12-16", "2015-11-01"),
    # paid before the rate is known: not before the first day of 2015
    (date(2014, 6, 1), None, None, "2014-06-01", "2015-04-02 2016-04-01", "2015-01-01 2015-04-03", "2014-06-01"),
    (date(2014, 6, 1), date(2014, 12, 1), None, "2014-06-01", "2014-12-01", "2015-01-01 2015-01-02", None),
]


@pytest.mark.parametrize("row", DAYS)
def test_days_on_either_side(
    tmp_path: Path, row: tuple[date | None, date | None, date | None, str, str, str, str | None]
) -> None:
    """What is known stays; of what is left out there is a day on each side; the example pays after its start."""
    start, end, paid, starts, ends, payments, example = row
    told = [f"commencement = {start}"] * bool(start) + [f"completion = {end}"] * bool(end)
    pays = [f"[[payments]]\namount = 7\npaid_on = {paid}"] * bool(paid)
    (tmp_path / "case.toml").write_text("\n".join(["[contract]", "price = 100", *told, *pays]), "utf-8")
    facts = Unknowns(read_open_case(tmp_path / "case.toml"))
    tried = {name: " ".join(map(str, days)) for name, days in days_to_try(facts).items()}
    assert tried == {"commencement": starts, "completion": ends, "paid_on": payments}
    found = example_of(facts)
    assert (found and str(found.contract.commencement)) == example
    if found is not None:
        assert found.contract.commencement < found.payments[0].paid_on <= found.contract.completion
        assert [one.amount for one in found.payments] == [7 if paid else 1]


def test_a_change_of_the_term_need_not_fit_an_example(tmp_path: Path) -> None:
    """It is left out of the example where a day of the contract is; a change of the price stays."""
    told = ["[contract]", "price = 100", "commencement = 2015-11-01", "[[price_changes]]", "amount = 1"]
    told += ["agreed_on = 2015-12-01", "[[term_changes]]", "completion = 2199-12-01", "agreed_on = 2015-12-01"]
    (tmp_path / "case.toml").write_text("\n".join(told), "utf-8")
    found = example_of(Unknowns(read_open_case(tmp_path / "case.toml")))
    assert found is not None
    assert (found.term_changes, len(found.price_changes)) == ((), 1)


def test_in_full_by_the_rate_of_the_earliest_day(tmp_path: Path) -> None:
    """Whatever the rates of the days are that are tried after it."""
    told = ["[contract]", "price = 1000", f"commencement = {_START}", f"completion = {_END}", "[[law.figures]]"]
    told += ['name = "project_premium_rate"', 'value = "2‰"', "first = 2016-02-01", 'source = "x"']
    (tmp_path / "case.toml").write_text("\n".join(told), "utf-8")
    found = premium_questions(Unknowns(read_open_case(tmp_path / "case.toml")))
    assert found.in_full == Decimal("1.30")


def test_the_day_agreed_stays_in_an_example(tmp_path: Path) -> None:
    """Where works began later, that is the day the premium hangs on, and no day of the contract."""
    told = ["[contract]", "price = 100", f"commencement = {_START}", "[progress]", "started_on = 2015-11-15"]
    (tmp_path / "case.toml").write_text("\n".join(told), "utf-8")
    found = example_of(Unknowns(read_open_case(tmp_path / "case.toml")))
    assert found is not None
    assert (found.contract.commencement, found.start) == (_START, date(2015, 11, 15))
