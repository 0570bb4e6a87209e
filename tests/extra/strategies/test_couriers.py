"""Strategies of courier records: counts, lists, forms and records about the bounds that matter."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.couriers import (
    Counts,
    Enroller,
    FloatStep,
    Outlet,
    Record,
    Report,
    ReportForm,
    ReportingPeriod,
    TargetAnswer,
    campaign_standing,
    enrolment_of,
    float_step,
    reconcile,
    report_findings,
    reporting_periods,
    total_findings,
)
from gxinjury.errors import InvalidFactError
from gxinjury.extra.strategies import (
    cities,
    counts,
    fund_records,
    laws,
    outlet_lists,
    outlets,
    plan_periods,
    report_forms,
    reports,
)
from gxinjury.law import LAW, Law
from gxinjury.law.readings import CoverageUnit
from tests.extra.strategies.reaching import first_of, reached

SEPTEMBER: Final = date(2022, 9, 30)
YEAR_END: Final = date(2022, 12, 31)


class TestCounts:
    """Counts for the campaign."""

    @given(counted=counts(), law=laws())
    def test_taken(self, counted: Counts, law: Law) -> None:
        """Every reading tells how the campaign stands."""
        assert isinstance(campaign_standing(counted, on=SEPTEMBER, law=law).answer, TargetAnswer)

    @pytest.mark.parametrize("what", ["units", "persons"])
    @pytest.mark.parametrize("met", [True, False])
    def test_about_the_target(self, what: str, met: bool) -> None:
        """One more or fewer would turn the answer: 70 % are just reached, and just missed."""

        def wanted(counted: Counts) -> bool:
            should: int = getattr(counted, f"{what}_should")
            enrolled: int = getattr(counted, f"{what}_enrolled")
            if should < 20:
                return False
            just = 70 * should <= 100 * enrolled < 70 * should + 100
            short = 70 * should - 100 <= 100 * enrolled < 70 * should
            return just if met else short

        assert reached(counts(), wanted)

    @pytest.mark.parametrize("answer", [TargetAnswer.MET, TargetAnswer.NOT_MET, TargetAnswer.UNDEFINED])
    def test_every_answer(self, answer: TargetAnswer) -> None:
        """Each answer comes up."""
        assert reached(counts(), lambda one: campaign_standing(one, on=SEPTEMBER).answer is answer)

    def test_what_only_a_reading_asks_for(self) -> None:
        """Persons are not counted only where not every reading is to answer."""
        found = first_of(counts(every_reading=False), lambda counted: counted.persons_should is None)
        with pytest.raises(InvalidFactError):
            campaign_standing(found, on=YEAR_END, law=LAW.reading(CoverageUnit.PERSONS))


class TestForms:
    """Progress reports as forms."""

    @given(form=report_forms(period=reporting_periods(2022)[8]))
    def test_sound(self, form: ReportForm) -> None:
        """Nothing is found in a form that is not odd, and its period is the one asked for."""
        assert total_findings(form) == ()
        assert all(report_findings(line) == () and str(line.period) == "2022-09" for line in form.lines)
        assert len({line.city for line in form.lines}) == len(form.lines)
        assert len(form.totals) == bool(form.lines)

    def test_odd(self) -> None:
        """Odd ones contradict themselves, and their totals the lines; sound ones have several lines."""
        assert reached(report_forms(odd=True), lambda form: bool(total_findings(form) and form.lines))
        assert first_of(report_forms(), lambda form: len(form.lines) > 2).totals


class TestLists:
    """A month's lists of outlets."""

    @given(lists=outlet_lists())
    def test_taken(self, lists: tuple[tuple[Outlet, ...], tuple[Outlet, ...], tuple[Outlet, ...]]) -> None:
        """Each outlet of last month's list is told of once."""
        previous, _, _ = lists
        month = reconcile(*lists)
        told = [*month.to_close, *month.unchanged, *(one.before for one in month.changed), *month.vanished]
        assert sorted(one.name for one in told) == sorted(one.name for one in previous)

    @pytest.mark.parametrize("part", ["to_enrol", "to_close", "unchanged", "changed", "vanished"])
    def test_every_part(self, part: str) -> None:
        """Each part of the answer comes up."""
        assert reached(outlet_lists(), lambda lists: bool(getattr(reconcile(*lists), part)))

    @pytest.mark.parametrize("code", ["vanished", "qualifies_and_closed", "closed_never_listed"])
    def test_every_finding(self, code: str) -> None:
        """So does each finding."""
        assert reached(outlet_lists(), lambda lists: code in {one.code for one in reconcile(*lists).findings})


class TestRecords:
    """Records with the fund."""

    @pytest.mark.parametrize("step", FloatStep, ids=lambda step: step.name)
    def test_every_step(self, step: FloatStep) -> None:
        """Each step of the float comes up."""

        def floats(record: Record) -> bool:
            return float_step(record, rate_class=2, day=date(2024, 1, 1)) is step

        assert reached(fund_records(), floats)

    @pytest.mark.parametrize("percent", [20, 40, 90, 110])
    @pytest.mark.parametrize("more", [Decimal(0), Decimal("0.01")], ids=["bound", "fen above"])
    def test_payment_ratios(self, percent: int, more: Decimal) -> None:
        """The payment ratio lies on each bound, and a fen above it."""

        def wanted(record: Record) -> bool:
            return record.benefits == record.premiums * percent / 100 + more

        assert reached(fund_records(), wanted)

    @pytest.mark.parametrize(
        "wanted",
        [
            lambda record: (
                record.injuries and record.injuries * 1000 <= 3 * record.persons < record.injuries * 1000 + 3
            ),
            lambda record: (
                record.injuries > 5 and 3 * record.persons < record.injuries * 1000 <= 3 * record.persons + 1000
            ),
        ],
        ids=["few", "one too many"],
    )
    def test_injury_rates(self, wanted: Any) -> None:  # noqa: ANN401  (a condition)
        """Injuries are just few enough, and one too many."""
        assert reached(fund_records(), wanted, 3000)


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
