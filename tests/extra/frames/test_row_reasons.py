"""Why a row came out so: the facts that the rule of one case is asked, told in both languages, as looked at.

After a change that is meant: ``GOLDEN=write pytest tests/extra/frames/test_row_reasons.py``.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from gxinjury.extra import frames
from gxinjury.extra.frames._row_reasons import reason_of
from gxinjury.law import LAW
from gxinjury.law.readings import PensionCap
from gxinjury.money import Rate
from tests.extra.looks import check_golden

DAY: Final = date(2016, 3, 1)
PROJECT: Final = {"price_fen": 10_000_000, "commencement": date(2014, 7, 1), "completion": date(2016, 6, 30)}
ASKED: Final[tuple[tuple[Callable[..., Any], dict[str, Any], dict[str, Any]], ...]] = (
    (frames.project_premium, {**PROJECT, "paid_on": DAY}, {}),
    (
        frames.project_premium,
        {**PROJECT, "支付日": DAY, "started_on": date(2014, 10, 1), "bid_price_yuan": Decimal("90000.50")},
        {"paid_on": "支付日", "relief": Rate.percent(50)},
    ),
    (frames.lump_sum_disability_subsidy, {"grade": 7, "base_num": 690_500 * 7, "base_den": 7}, {}),
    (
        frames.lump_sum_disability_subsidy,
        {"grade": 7, "pay": 6905, "on": DAY},
        {"wage": "pay", "unit": "yuan", "on": "on"},
    ),
    (frames.lump_sum_disability_subsidy, {"grade": 7, "wage_yuan": 6905}, {"wage": "wage_yuan", "on": DAY}),
    (frames.dependants_pension, {"spouse": True, "others": 2, "wage_fen": 100_001}, {"wage": "wage_fen"}),
    (
        frames.dependants_pension,
        {"spouse": True, "spouse_alone": True, "others": 3, "others_alone": 2, "wage_fen": 1, "wage_in_life_yuan": 9},
        {"wage": "wage_fen", "on": DAY, "law": LAW.reading(PensionCap.WAGE_IN_LIFE)},
    ),
    (frames.dependants_pension, {"spouse": False, "others": 1, "wage_fen": 1000}, {"wage": "wage_fen"}),
    (frames.lump_sum_death_subsidy, {"anchored_on": date(2022, 5, 4)}, {}),
    (frames.lump_sum_death_subsidy, {"anchored_on": date(2022, 5, 4), "income_fen": 5_000_000}, {}),
    (frames.hospital_meals, {"first": date(2018, 12, 27), "last": date(2019, 1, 5)}, {}),
    (frames.headcount_premium, {"persons": 12, "monthly_base_yuan": 6756}, {"rate": Rate.percent("0.4")}),
    (
        frames.headcount_premium,
        {"heads": 12, "monthly_base": 675_600},
        {"persons": "heads", "unit": "fen", "rate": Rate.percent("0.4"), "relief": Rate.percent(50)},
    ),
)


def _reasons() -> Iterator[str]:
    for question, row, asked in ASKED:
        why = reason_of(
            question, row, asked.get("law", LAW), {name: one for name, one in asked.items() if name != "law"}
        )
        assert why is not None
        yield f"=== {question.__name__}"
        for language in ("zh", "en"):
            yield from why.text(language).splitlines()


def test_reasons_of_rows() -> None:
    """Each question that has a rule of one row, with its facts under their usual names and under others."""
    check_golden("row-reasons", _reasons())


@pytest.mark.parametrize("question", [frames.worker_deadline, len, reason_of])
def test_questions_of_which_there_is_no_rule(question: Callable[..., Any]) -> None:
    """Several records, or a function of the caller's own."""
    assert reason_of(question, {}, LAW, {}) is None


def test_a_function_of_the_same_name_is_the_caller_s() -> None:
    """It is told by where it stands."""

    def hospital_meals() -> None:
        """Of his own."""

    assert reason_of(hospital_meals, {}, LAW, {}) is None
