"""The strategies: valid records only, consistent cases, and the plainest example first."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from gxinjury.benefits import (
    AverageWage,
    Conclusion,
    DisabilityGrade,
    Injury,
    Termination,
    TerminationGround,
)
from gxinjury.construction import (
    Accident,
    Contract,
    CoverState,
    DelayFiling,
    NameChange,
    OccupationalDisease,
    Payment,
    PremiumBill,
    PriceChange,
    RosterForm,
    SiteInjury,
    SiteNotice,
    TermChange,
    Warranty,
    Worker,
    WorkStoppage,
    premium_account,
    project_cover,
    project_premium,
)
from gxinjury.couriers import Counts, Outlet, Record, ReportForm
from gxinjury.determination import InjuryFacts, SuddenIllness
from gxinjury.extra import strategies
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.strategies import (
    ConstructionCase,
    Filing,
    accidents,
    amounts,
    average_wages,
    bills,
    cities,
    conclusions,
    construction_cases,
    contracts,
    counts,
    dated_costs,
    days,
    days_off,
    delay_filings,
    dependants,
    diseases,
    exclusions,
    filings,
    fund_records,
    grades,
    injuries,
    injury_facts,
    laws,
    moments,
    monthly_wages,
    name_changes,
    of,
    outlet_lists,
    outlets,
    payments,
    periods,
    plan_periods,
    price_changes,
    rates,
    receipts,
    report_forms,
    roster_changes,
    roster_forms,
    site_injuries,
    site_notices,
    stays,
    submitted_papers,
    sudden_illnesses,
    term_changes,
    terminations,
    wages,
    warranties,
    work_stoppages,
    workers,
)
from gxinjury.facts import CHINA
from gxinjury.law import Law, readings
from gxinjury.law.readings import ElapsedTime, Reading, Reduction
from gxinjury.money import Rate
from gxinjury.periods import Period
from tests.extra.strategies.reaching import reached

CONTRACT: Final = Contract(price="0.07", commencement=date(2016, 1, 1), completion=date(2016, 1, 3), bid_price="0.04")
FIRST: Final = date(2015, 1, 1)
MIDNIGHT: Final = datetime(2015, 1, 1, tzinfo=CHINA)
COVER: Final = next(iter(CoverState))
PLAINEST: Final[list[tuple[str, st.SearchStrategy[Any], object]]] = [
    ("amounts", amounts(), Decimal("0.01")),
    ("days", days(), FIRST),
    ("days_off", days_off(), DaysOff(year=2015)),
    ("rates", rates(), Rate.percent(0)),
    ("periods", periods(), Period(FIRST, None)),
    ("contracts", contracts(), Contract("0.01", date(2013, 1, 1), date(2013, 1, 1))),
    ("price_changes", price_changes(CONTRACT), ()),
    ("term_changes", term_changes(CONTRACT), ()),
    ("payments", payments(), ()),
    ("delay_filings", delay_filings(expiry=date(2016, 6, 30)), DelayFiling(date(2016, 5, 26))),
    ("warranties", warranties(completion=date(2016, 6, 30)), Warranty(None, None, date(2016, 6, 25))),
    ("laws", laws().map(lambda law: law.readings), ()),
    ("moments", moments(), datetime(2015, 1, 1, tzinfo=CHINA)),
    ("workers", workers(), Worker("职工1")),
    ("roster_changes", roster_changes(), ()),
    ("name_changes", name_changes(), NameChange("某集团建筑公司", FIRST, FIRST)),
    ("submitted_papers", submitted_papers(), ()),
    ("site_notices", site_notices(), SiteNotice()),
    ("roster_forms", roster_forms(), RosterForm(FIRST, ())),
    ("filings", filings(), Filing(FIRST)),
    ("exclusions", exclusions(injured_on=FIRST), ()),
    ("dated_costs", dated_costs(about=Period(FIRST, None)), ()),
    ("sudden_illnesses", sudden_illnesses(), SuddenIllness(at_post=False)),
    ("injury_facts", injury_facts(), InjuryFacts(in_working_time=False, at_workplace=False, work_cause=False)),
    ("wages", wages(), Decimal(1)),
    ("average_wages", average_wages(), AverageWage(12_000, "on_post", 2010)),
    ("monthly_wages", monthly_wages(average=AverageWage(12_000, "on_post", 2010)), (Decimal(0),)),
    ("grades", grades(), DisabilityGrade.ONE),
    ("conclusions", conclusions(), (Conclusion(1, FIRST),)),
    ("dependants", dependants(), ()),
    ("receipts", receipts(), ()),
    ("stays", stays(), ()),
    ("terminations", terminations(), Termination(ended_on=FIRST, wage=1, ground=TerminationGround.OWN_WISH)),
    ("injuries", injuries(), Injury(injured_on=FIRST, leave_extension_months=0)),
    ("counts", counts(), Counts(0, 0, 0, 0)),
    ("outlet_lists", outlet_lists(), ((), (), ())),
    ("report_forms", report_forms(), ReportForm(())),
    ("outlets", outlets(), Outlet("网点1", False, False, False, False, "某快递公司", fully_insured_before=False)),
    ("plan_periods", plan_periods().map(str), "2022-01"),
    ("cities", cities(), "南宁市"),
    ("fund_records", fund_records(), Record(0, 100, injuries=0, persons=1, years_insured=0)),
    ("work_stoppages", work_stoppages(first=FIRST, last=FIRST), WorkStoppage(FIRST)),
    ("site_injuries", site_injuries(), SiteInjury(MIDNIGHT, False, False, False, COVER, known_at=MIDNIGHT)),
    ("accidents", accidents(), Accident(Worker("职工1"), MIDNIGHT, False, False, known_at=MIDNIGHT)),
    ("diseases", diseases(), OccupationalDisease(Worker("职工1"), FIRST, FIRST)),
    ("of", of(Contract), Contract("0.01", FIRST, FIRST)),
]


class TestPlainest:
    """A strategy shrinks to the plainest record, so that a failure shows nothing that does not matter."""

    @pytest.mark.parametrize(("strategy", "plainest"), [row[1:] for row in PLAINEST], ids=[row[0] for row in PLAINEST])
    def test_anything_at_all(self, strategy: st.SearchStrategy[Any], plainest: object) -> None:
        """Where anything would do the plainest is found."""
        assert find(strategy, lambda _: True, settings=_few()) == plainest

    def test_a_case(self) -> None:
        """A case shrinks to one without changes, payments, delay or warranty."""
        case = find(construction_cases(), lambda case: case.relief is not None, settings=_few())
        assert case.contract.price == Decimal("0.01")
        assert (case.price_changes, case.term_changes, case.payments) == ((), (), ())
        assert (case.started_on, case.delay, case.warranty, case.accepted_on) == (None, None, None, None)

    def test_a_law(self) -> None:
        """A law shrinks to the one reading that matters."""
        readings_of_a_law = laws().map(lambda law: law.readings)
        found = find(readings_of_a_law, lambda members: ElapsedTime.MONTHS in members, settings=_few())
        assert found == (ElapsedTime.MONTHS,)


def _few() -> settings:
    return settings(
        max_examples=500,
        # What is found is looked at, not explained; that takes longer than all the rest.
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )


class TestBounds:
    """What is drawn lies within what was asked for."""

    @given(lowest=st.integers(-(10**6), 10**6), width=st.integers(0, 10**6), data=st.data())
    def test_amounts(self, lowest: int, width: int, data: st.DataObject) -> None:
        """An amount has its fen and lies between its bounds, negative ones too."""
        low, high = Decimal(lowest) / 100, Decimal(lowest + width) / 100
        amount = data.draw(amounts(lowest=low, highest=high))
        assert low <= amount <= high
        assert amount.as_tuple().exponent == -2

    @given(data=st.data())
    def test_days(self, data: st.DataObject) -> None:
        """A day lies between its bounds, and one day is a bound enough."""
        first, last = sorted([data.draw(days()), data.draw(days())])
        assert first <= data.draw(days(first, last)) <= last
        assert data.draw(days(first, first)) == first

    @given(rate=rates())
    def test_rates(self, rate: Rate) -> None:
        """A rate lies between nothing and all."""
        assert Rate.percent(0) <= rate <= Rate.percent(100)

    @given(period=periods(longest=30))
    def test_periods(self, period: Period) -> None:
        """A period is open or as long as asked for at the most."""
        assert period.days is None or 1 <= period.days <= 30

    @given(contract=contracts(first=date(2014, 1, 1), last=date(2014, 6, 30), completing_from=FIRST, highest=100))
    def test_contracts(self, contract: Contract) -> None:
        """A contract begins and completes when asked for, at a price within its bound."""
        assert date(2014, 1, 1) <= contract.commencement <= date(2014, 6, 30)
        assert contract.completion >= FIRST
        assert 0 < contract.price <= 100

    @given(data=st.data(), contract=contracts(highest="0.10"))
    def test_price_changes(self, data: st.DataObject, contract: Contract) -> None:
        """Changes leave a price, even one of a few fen, and are agreed within the term."""
        changes = data.draw(price_changes(contract))
        assert all(isinstance(change, PriceChange) and change.agreed_on <= contract.completion for change in changes)
        lowest = min(contract.price, contract.bid_price or contract.price)
        assert lowest + sum(change.amount for change in changes if change.amount < 0) > 0
        raises = data.draw(price_changes(contract, reductions=False))
        assert all(change.amount > 0 for change in raises)

    @given(data=st.data(), contract=contracts())
    def test_term_changes(self, data: st.DataObject, contract: Contract) -> None:
        """Each change has a day of its own and completes no earlier than asked for."""
        changes = data.draw(term_changes(contract, not_before=contract.completion))
        assert all(isinstance(change, TermChange) and change.completion >= contract.completion for change in changes)
        assert len({change.agreed_on for change in changes}) == len(changes)
        assert all(
            change.completion >= contract.commencement
            for change in data.draw(term_changes(contract, not_before=date(2010, 1, 1)))
        )

    @given(several=payments(highest=5, first=date(2016, 1, 1), last=date(2016, 1, 2)))
    def test_payments(self, several: tuple[Payment, ...]) -> None:
        """Payments lie within their bounds."""
        assert all(payment.amount <= 5 and payment.paid_on.year == 2016 for payment in several)

    @given(data=st.data())
    def test_laws(self, data: st.DataObject) -> None:
        """Only the readings named are varied; without names all of them are."""
        law: Law = data.draw(laws(ElapsedTime, Reduction))
        assert {type(member) for member in law.readings} <= {ElapsedTime, Reduction}
        everything: Law = data.draw(laws())
        kinds = [getattr(readings, name) for name in readings.__all__ if name != "Reading"]
        assert {type(member) for member in everything.readings} <= set(kinds)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda case: case.price_changes and case.term_changes,
        lambda case: any(change.amount < 0 for change in case.price_changes),
        lambda case: case.delay and case.delay.acceptance_period_ends,
        lambda case: case.warranty and case.warranty.filed_on and case.warranty.roster_reported_on,
        lambda case: case.accepted_on and case.accepted_on > case.contract.completion,
        lambda case: case.paid_on < case.contract.commencement,
        lambda case: case.paid_on > case.contract.commencement,
        lambda case: case.contract.commencement < FIRST,
        lambda case: case.contract.bid_price and case.contract.bid_price > case.contract.price,
        lambda case: len(case.payments) > 1,
        lambda case: case.started_on and case.started_on != case.contract.commencement,
    ],
)
def test_cases_reach_every_corner(wanted: Any) -> None:  # noqa: ANN401  (a condition)
    """Each kind of case that a rule tells apart is drawn, and soon."""
    assert reached(construction_cases(), wanted, 500)


@given(case=construction_cases(), law=laws())
def test_every_question_on_a_case_is_answered(case: ConstructionCase, law: Law) -> None:
    """Under every reading a case has a bill, an account and a cover."""
    bill = project_premium(**case.premium_facts, law=law)
    assert premium_account(bill, case.payments).due == bill.total
    assert project_cover(**case.cover_facts, law=law).expiry >= case.contract.commencement


@given(bill=bills(highest=1000))
def test_bills(bill: PremiumBill) -> None:
    """Bills are those of the law as it stands: nothing is paid back."""
    assert isinstance(bill, PremiumBill)
    assert bill.refunds == ()


def test_says_what_to_install() -> None:
    """The first line tells what to install, and every name of the face is documented."""
    assert "gxinjury[strategies]" in str(strategies.__doc__).splitlines()[0]
    assert all(getattr(strategies, name).__doc__ for name in strategies.__all__)
    assert not any(name == Reading.__name__ for name in strategies.__all__)
