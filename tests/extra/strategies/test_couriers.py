"""Strategies of courier records: counts, lists, forms and records about the bounds that matter."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import find, given

from gxinjury.couriers import (
    Counts,
    FloatStep,
    Outlet,
    Record,
    ReportForm,
    TargetAnswer,
    campaign_standing,
    float_step,
    reconcile,
    report_findings,
    reporting_periods,
    total_findings,
)
from gxinjury.errors import InvalidFactError
from gxinjury.extra.strategies import counts, fund_records, laws, outlet_lists, report_forms
from gxinjury.law import LAW, Law
from gxinjury.law.readings import CoverageUnit
from tests.extra.strategies.reaching import SOON, reached

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
        found = find(counts(every_reading=False), lambda counted: counted.persons_should is None, settings=SOON)
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
        assert find(report_forms(), lambda form: len(form.lines) > 2, settings=SOON).totals


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
        found = find(
            outlet_lists(), lambda lists: code in {one.code for one in reconcile(*lists).findings}, settings=SOON
        )
        assert len(found) == 3


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
