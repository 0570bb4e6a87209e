"""Strategies of courier records: what they make is sound, and reaches what it is there to reach."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.couriers import (
    Enroller,
    FloatStep,
    Outlet,
    Record,
    Report,
    ReportingPeriod,
    enrolment_of,
    float_step,
    report_findings,
    reporting_periods,
)
from gxinjury.extra.strategies import cities, fund_records, outlets, plan_periods, reports
from tests.extra.strategies.reaching import reached


@given(outlets(), st.booleans())
def test_every_outlet_has_an_answer(outlet: Outlet, dispatched: bool) -> None:
    """Nothing that decides is left open."""
    assert isinstance(enrolment_of(outlet, dispatched=dispatched).enroller, Enroller)


@pytest.mark.parametrize("enroller", [one for one in Enroller if one is not Enroller.DISPATCH_FIRM])
def test_every_answer_is_reached(enroller: Enroller) -> None:
    """Each answer comes up, and the name is the one asked for."""
    named = outlets(name="一店")
    assert reached(named, lambda outlet: outlet.name == "一店" and enrolment_of(outlet).enroller is enroller)


@given(reports())
def test_sound_reports(report: Report) -> None:
    """A sound line has no finding, and is of the plan."""
    assert report_findings(report) == ()
    assert report.period in reporting_periods(report.period.year)


@given(reports(city="南宁市", period=reporting_periods(2022)[8], odd=True))
def test_city_and_period_asked_for(report: Report) -> None:
    """City and period are as asked for."""
    assert (report.city, str(report.period)) == ("南宁市", "2022-09")


@pytest.mark.parametrize(
    "code", ["more_enrolled_than_should", "more_paying_than_enrolled", "money_without_persons", "money_looks_like_yuan"]
)
def test_odd_reports(code: str) -> None:
    """Odd lines reach the findings; sound ones have money and persons, too."""
    assert reached(reports(odd=True), lambda report: code in {found.code for found in report.findings})
    assert reached(reports(), lambda report: report.persons_receiving > 0 and report.benefits_paid.number > 0)


@given(plan_periods(), cities(), fund_records())
def test_periods_cities_and_records(period: ReportingPeriod, city: str, record: Record) -> None:
    """Quarters alone are provisional, cities go by their full names, and every record floats."""
    assert period.provisional is (period.months == 3)
    assert city.endswith("市")
    assert isinstance(float_step(record, rate_class=2, day=date(2024, 1, 1)), FloatStep)
