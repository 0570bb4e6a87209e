"""The doors of the courier room."""

from datetime import date
from typing import Any, Final

import pytest

import gxinjury.couriers as room
from gxinjury.couriers import Counts, Outlet, Record, Report, ReportForm, ReportingPeriod, WanYuan
from gxinjury.money import Rate
from tests.doors import Door, check_none_left_out, check_slip, slips_at

DAY: Final = date(2024, 1, 1)
SEPTEMBER: Final = ReportingPeriod(2022, 9, 1)
LINE: Final[dict[str, Any]] = {
    "city": "南宁市", "period": SEPTEMBER, "units_should": 200, "units_enrolled": 140, "persons_enrolled": 1800,
    "persons_paying": 1790, "injuries_filed": 12, "injuries_determined": 9, "persons_receiving": 7,
    "benefits_paid": WanYuan("12.345678"), "note": "",
}  # fmt: skip
UNIT: Final[dict[str, Any]] = {
    "benefits": 100, "premiums": 100, "injuries": 0, "persons": 1, "years_insured": 2, "under_reported": False,
    "in_arrears": False,
}  # fmt: skip
BY_RATE: Final = {"rate_class": "unit_rate", "step": "unit_rate", "fund_balance": "unit_rate"}

DOORS: Final = (
    Door(Counts, {"units_should": 1, "units_enrolled": 1}),
    Door(Outlet, {"name": "一店"}),
    Door(Record, UNIT),
    Door(Report, LINE),
    Door(ReportForm, {"lines": []}),
    Door(ReportingPeriod, {"year": 2022, "first_month": 1, "months": 1}),
    Door(WanYuan, {"number": 1}),
    Door(room.campaign_standing, {"counts": Counts(1, 1), "on": date(2022, 9, 30)}),
    Door(room.cities_without_report, {"cities": []}),
    Door(room.coverage, {"should_enrol": 1, "enrolled": 1}),
    Door(room.Coverage, {"should_enrol": 1, "enrolled": 1}),
    Door(room.enrolment_of, {"outlet": Outlet("一店", branch_listing=True)}),
    Door(room.float_step, {"record": Record(**UNIT), "rate_class": 2, "day": DAY}),
    Door(room.fraud_pursued, {"obtained": 1, "on": date(2022, 9, 1)}),
    Door(room.headcount_premium, {"persons": 1, "monthly_base": 6756, "rate": Rate.percent("0.4")}),
    Door(room.monthly_premium, {"month": DAY, "persons": 1}, told_by=BY_RATE, not_here=("payroll",)),
    Door(room.monthly_premium, {"month": DAY, "payroll": 1}, told_by=BY_RATE, not_here=("persons",)),
    Door(room.period_findings, {"periods": []}),
    Door(room.quarter_report, {"months": [], "cumulative": []}),
    Door(room.reconcile, {"previous": [], "qualifying": [], "closed": []}),
    Door(room.region_table, {"reports": [Report(**LINE)]}),
    Door(room.report_findings, {"report": Report(**LINE)}),
    Door(room.reporting_periods, {"year": 2022}),
    Door(room.series_findings, {"reports": []}),
    Door(room.stage_on, {"day": DAY}),
    Door(room.total_findings, {"form": ReportForm([])}),
    Door(room.unit_rate, {"rate_class": 2, "day": DAY}),
)
"""Sound facts for every question and every record of facts of the room."""


@pytest.mark.parametrize(("door", "name", "slip"), slips_at(DOORS))
def test_every_fact_is_checked(door: Door, name: str, slip: Any) -> None:  # noqa: ANN401  (slips of any type)
    """A slip is refused by the name of its door and its fact."""
    check_slip(door, name, slip)


def test_no_door_is_left_out() -> None:
    """Every question and every record of facts on the face has its row."""
    check_none_left_out(room, DOORS)


@pytest.mark.parametrize(
    ("door", "name", "amount"),
    [
        (Door(Record, UNIT), "benefits", -1),
        (Door(Record, UNIT), "premiums", 0),
        (Door(Record, UNIT), "premiums", -1),
        (Door(Record, UNIT), "persons", 0),
        (Door(WanYuan, {}), "number", -1),
        (Door(room.headcount_premium, {"persons": 1, "rate": Rate.percent("0.4")}), "monthly_base", 0),
        (Door(room.headcount_premium, {"persons": 1, "rate": Rate.percent("0.4")}), "monthly_base", -5000),
        (Door(room.monthly_premium, {"month": DAY}), "payroll", -1),
        (Door(room.fraud_pursued, {"on": date(2022, 9, 1)}), "obtained", 0),
        (Door(room.fraud_pursued, {"on": date(2022, 9, 1)}), "obtained", -1),
    ],
)
def test_amounts_of_the_wrong_sign(door: Door, name: str, amount: int) -> None:
    """Nothing is paid on a negative base, and none is divided by nothing."""
    check_slip(door, name, amount)
