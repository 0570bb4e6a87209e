"""Who bears the costs meanwhile: the period on the employer, and the split of dated costs."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, NotInForceError, explain
from gxinjury.determination import DatedCost, costs_on_employer, employer_deadline, split_costs
from gxinjury.explanations import clause_of
from gxinjury.law import Law
from gxinjury.law.readings import EmployerCostPeriod, ExtensionLimit
from gxinjury.periods import Period
from tests.bad_input import NOT_AMOUNTS, NOT_DAYS, refused
from tests.determination.calendars import GUANGXI, NATIONAL, UNKNOWN_FROM_2018
from tests.determination.oracles import every_day, next_day, walked

READINGS: Final = {reading: LAW.reading(reading) for reading in EmployerCostPeriod}
HURT: Final = date(2016, 3, 1)
LIMIT: Final = date(2016, 3, 31)

every_reading: Final = pytest.mark.parametrize("reading", EmployerCostPeriod)
accidents = st.dates(date(2014, 1, 1), date(2026, 12, 31))


def on_employer(
    day: date, filings: tuple[date | None, date | None], accepted_on: date | None, law: Law, *, limit: date = LIMIT
) -> bool:
    """Return whether a cost of one day falls on the employer, told for that day alone; it filed, then the others."""
    employer, others = filings
    if any(filed_on is not None and filed_on <= limit for filed_on in (employer, others)):
        return False
    if EmployerCostPeriod.ACCIDENT_TO_LIMIT in law.readings:
        own = others is not None and not (employer is not None and employer < others)
        return HURT <= day <= (others if own and others else limit)
    since = next_day(limit) if EmployerCostPeriod.LIMIT_TO_ACCEPTANCE in law.readings else HURT
    return since <= day and (accepted_on is None or day <= accepted_on)


@pytest.mark.clause("NN-4.2", "NN-4.3", "REG-17.4", "LSH256-6")
class TestCostsOnEmployer:
    """NN-4.2: an employer that lets its limit pass bears the costs of this period."""

    @every_reading
    def test_every_filing_around_the_limit(self, reading: EmployerCostPeriod) -> None:
        """Every pair of filings from the accident to a month after the limit, accepted or not, day by day."""
        law = READINGS[reading]
        days = [None, HURT, *every_day(date(2016, 3, 30), date(2016, 4, 2)), date(2016, 5, 1)]
        probes = [HURT - timedelta(1), HURT, LIMIT, next_day(LIMIT), *every_day(date(2016, 4, 30), date(2016, 5, 4))]
        for employer, others, wait in product(days, days, (None, 0, 2)):
            filings = [filed_on for filed_on in (employer, others) if filed_on is not None]
            accepted_on = None if wait is None or not filings else min(filings) + timedelta(wait)
            period = costs_on_employer(
                HURT, employer_filed_on=employer, others_filed_on=others, accepted_on=accepted_on, law=law
            )
            for day in probes:
                bears = period is not None and day in period
                expected = on_employer(day, (employer, others), accepted_on, law)
                assert bears is expected, (employer, others, wait, day)

    @every_reading
    def test_every_accident(self, reading: EmployerCostPeriod) -> None:
        """In time on the last day, late on the day after, for an accident on any day."""
        law = READINGS[reading]
        for injured_on in every_day():
            limit = walked(injured_on, 30)
            late = next_day(limit)
            assert costs_on_employer(injured_on, employer_filed_on=limit, law=law) is None
            assert costs_on_employer(injured_on, others_filed_on=limit, accepted_on=late, law=law) is None
            period = costs_on_employer(injured_on, employer_filed_on=late, accepted_on=late, law=law)
            assert (
                period
                == {
                    EmployerCostPeriod.ACCIDENT_TO_ACCEPTANCE: Period(injured_on, late),
                    EmployerCostPeriod.LIMIT_TO_ACCEPTANCE: Period(late, late),
                    EmployerCostPeriod.ACCIDENT_TO_LIMIT: Period(injured_on, limit),
                }[reading]
            )

    @pytest.mark.parametrize(
        ("reading", "period"),
        [
            (EmployerCostPeriod.ACCIDENT_TO_ACCEPTANCE, Period(HURT, None)),
            (EmployerCostPeriod.LIMIT_TO_ACCEPTANCE, Period(date(2016, 4, 1), None)),
            (EmployerCostPeriod.ACCIDENT_TO_LIMIT, Period(HURT, LIMIT)),
        ],
    )
    def test_not_accepted_yet(self, reading: EmployerCostPeriod, period: Period) -> None:
        """Nothing accepted, the period is open unless it ends with the limit; nobody having applied, just so."""
        law = READINGS[reading]
        assert costs_on_employer(HURT, law=law) == period
        assert costs_on_employer(HURT, employer_filed_on=date(2016, 12, 1), law=law) == period

    @pytest.mark.parametrize(
        ("employer", "others", "last", "clauses"),
        [
            (None, date(2016, 4, 1), date(2016, 4, 1), ["LSH256-6", "NN-4.3"]),
            (None, date(2017, 3, 1), date(2017, 3, 1), ["LSH256-6", "NN-4.3"]),
            (date(2016, 5, 2), date(2016, 5, 1), date(2016, 5, 1), ["LSH256-6", "NN-4.3"]),
            (date(2016, 5, 1), date(2016, 5, 1), date(2016, 5, 1), ["LSH256-6", "NN-4.3"]),
            (date(2016, 4, 30), date(2016, 5, 1), LIMIT, ["LSH256-6"]),
            (date(2016, 5, 1), None, LIMIT, ["LSH256-6"]),
            (None, None, LIMIT, ["LSH256-6"]),
        ],
    )
    def test_to_the_limit_of_its_own_sentence(
        self, employer: date | None, others: date | None, last: date, clauses: list[str]
    ) -> None:
        """ACCIDENT_TO_LIMIT: to the application of the worker's side where that came first, else to the employer's."""
        law = READINGS[EmployerCostPeriod.ACCIDENT_TO_LIMIT]
        facts: dict[str, Any] = {"employer_filed_on": employer, "others_filed_on": others}
        for accepted_on in (None, date(2017, 6, 1)):
            if accepted_on is not None and employer is others is None:
                continue
            answer = explain(costs_on_employer, HURT, accepted_on=accepted_on, law=law, **facts)
            assert answer.outcome == Period(HURT, last)
            rules = {"cost_period", "period_to_workers_filing"}
            assert [str(step.clause) for step in answer.steps if step.name in rules] == clauses

    @every_reading
    def test_counted_from_a_later_day(self, reading: EmployerCostPeriod) -> None:
        """Harm that showed later: the limit counts from then, the costs still run from the accident."""
        law, showed_on = READINGS[reading], date(2016, 9, 1)
        limit = date(2016, 10, 1)

        def asked(employer_filed_on: date) -> Period | None:
            return costs_on_employer(HURT, counted_from=showed_on, employer_filed_on=employer_filed_on, law=law)

        assert asked(limit) is None
        last = limit if reading is EmployerCostPeriod.ACCIDENT_TO_LIMIT else None
        first = next_day(limit) if reading is EmployerCostPeriod.LIMIT_TO_ACCEPTANCE else HURT
        assert asked(next_day(limit)) == Period(first, last)
        for employer_filed_on in (limit, next_day(limit)):
            as_it_happened = costs_on_employer(HURT, employer_filed_on=employer_filed_on, law=law)
            told = costs_on_employer(HURT, counted_from=HURT, employer_filed_on=employer_filed_on, law=law)
            assert told == as_it_happened
        with refused("costs_on_employer", "counted_from", "must not be before injured_on (2016-03-01)"):
            costs_on_employer(HURT, counted_from=date(2016, 2, 29), law=law)

    def test_filed_when_accepted(self) -> None:
        """No day of applying named, the application counts as filed when it was accepted, which is told."""
        assert costs_on_employer(HURT, accepted_on=LIMIT) is None
        late = explain(costs_on_employer, HURT, accepted_on=next_day(LIMIT))
        assert late.outcome == Period(HURT, next_day(LIMIT))
        assert "no day of applying is named: taken as filed on the day of acceptance, 2016-04-01" in [
            one.en for one in late.cautions
        ]
        named = explain(costs_on_employer, HURT, employer_filed_on=next_day(LIMIT), accepted_on=next_day(LIMIT))
        assert not any("taken as filed" in one.en for one in named.cautions)

    def test_extension(self) -> None:
        """An extension moves the limit."""
        filed_on = date(2016, 4, 10)
        assert costs_on_employer(HURT, employer_filed_on=filed_on, extension_days=10) is None
        assert costs_on_employer(HURT, employer_filed_on=filed_on, extension_days=9) == Period(HURT, None)
        with refused("employer_deadline", "extension_days", "must not be above 30 days"):
            costs_on_employer(HURT, employer_filed_on=filed_on, extension_days=31)
        plus = LAW.reading(ExtensionLimit.PLUS_60)
        assert costs_on_employer(HURT, employer_filed_on=date(2016, 5, 30), extension_days=60, law=plus) is None

    @every_reading
    def test_the_rolled_day(self, reading: EmployerCostPeriod) -> None:
        """With a calendar the limit is the rolled day, in every reading."""
        hurt, rolled, late = date(2017, 3, 2), date(2017, 4, 5), date(2017, 4, 6)
        law = READINGS[reading]
        assert costs_on_employer(hurt, employer_filed_on=rolled, calendar=GUANGXI, law=law) is None
        assert costs_on_employer(hurt, employer_filed_on=rolled, calendar=NATIONAL, law=law) is not None
        period = costs_on_employer(hurt, employer_filed_on=late, accepted_on=late, calendar=GUANGXI, law=law)
        assert (
            period
            == {
                EmployerCostPeriod.ACCIDENT_TO_ACCEPTANCE: Period(hurt, late),
                EmployerCostPeriod.LIMIT_TO_ACCEPTANCE: Period(late, late),
                EmployerCostPeriod.ACCIDENT_TO_LIMIT: Period(hurt, rolled),
            }[reading]
        )

    @every_reading
    def test_days_off_that_nobody_knows(self, reading: EmployerCostPeriod) -> None:
        """A filing between the two days that the limit may end on hangs on the calendar, and the error says so."""
        hurt, law = date(2017, 12, 15), READINGS[reading]  # between 2018-01-14 and 2018-01-24
        between, after = date(2018, 1, 20), date(2018, 1, 25)

        def asked(**filed: Any) -> Period | None:  # noqa: ANN401  (whichever day is named)
            return costs_on_employer(hurt, calendar=UNKNOWN_FROM_2018, law=law, **filed)

        assert asked(employer_filed_on=date(2018, 1, 14)) is None
        assert asked(employer_filed_on=between, others_filed_on=date(2018, 1, 2)) is None
        for filed in ({"employer_filed_on": between}, {"others_filed_on": between}, {"accepted_on": between}):
            with pytest.raises(NotInForceError, match="of 2018-01-20 was in time hangs on days off") as caught:
                asked(**filed)
            assert str(caught.value.clause) == "REG-17.4"
            assert "2018-01-14/2018-01-24" in caught.value.text("zh")
        if reading is EmployerCostPeriod.ACCIDENT_TO_ACCEPTANCE:
            assert asked(employer_filed_on=after) == Period(hurt, None)
            assert asked() == Period(hurt, None)
        else:
            with pytest.raises(NotInForceError, match="ends between the two days 2018-01-14/2018-01-24") as caught:
                asked(employer_filed_on=after)
            assert str(caught.value.clause) == "LSH256-6"
        if reading is not EmployerCostPeriod.LIMIT_TO_ACCEPTANCE:
            last = None if reading is EmployerCostPeriod.ACCIDENT_TO_ACCEPTANCE else after
            assert asked(others_filed_on=after) == Period(hurt, last)

    @given(accidents, st.integers(0, 90), st.integers(0, 90), st.integers(0, 40), st.sampled_from(EmployerCostPeriod))
    def test_filing_earlier_never_costs_more(
        self, hurt: date, earlier: int, later: int, wait: int, reading: EmployerCostPeriod
    ) -> None:
        """Filed earlier and accepted as long after, the employer bears no day that it would not bear anyway."""
        early, late = sorted((earlier, later))

        def bears(days: int) -> Period | None:
            filed_on = hurt + timedelta(days)
            return costs_on_employer(
                hurt, employer_filed_on=filed_on, accepted_on=filed_on + timedelta(wait), law=READINGS[reading]
            )

        sooner, not_sooner = bears(early), bears(late)
        if sooner is not None:
            assert not_sooner is not None
            assert not_sooner.overlap(sooner) == sooner

    @given(accidents, st.integers(0, 29), st.integers(0, 90))
    def test_an_extension_never_costs_more(self, hurt: date, extension: int, filed: int) -> None:
        """A day more of extension never puts a day more on the employer."""
        filed_on = hurt + timedelta(filed)
        longer = costs_on_employer(hurt, employer_filed_on=filed_on, extension_days=extension + 1)
        assert longer is None or costs_on_employer(hurt, employer_filed_on=filed_on, extension_days=extension) == longer

    @given(accidents, st.integers(0, 90), st.sampled_from(EmployerCostPeriod))
    def test_explaining_changes_nothing(self, hurt: date, filed: int, reading: EmployerCostPeriod) -> None:
        """The answer is the same with its reasons, and tells the limit that it rests on."""
        law, filed_on = READINGS[reading], hurt + timedelta(filed)
        answer = explain(costs_on_employer, hurt, employer_filed_on=filed_on, law=law)
        assert answer.outcome == costs_on_employer(hurt, employer_filed_on=filed_on, law=law)
        assert str(employer_deadline(hurt)) in answer.text("zh")

    def test_slips(self) -> None:
        """Nobody applies before the accident, nothing is accepted before somebody applied."""
        with refused("costs_on_employer", "employer_filed_on", "must not be before injured_on"):
            costs_on_employer(HURT, employer_filed_on=date(2016, 2, 29))
        with refused("costs_on_employer", "others_filed_on", "must not be before injured_on"):
            costs_on_employer(HURT, others_filed_on=date(2016, 2, 29))
        with refused("costs_on_employer", "accepted_on", "must not be before injured_on"):
            costs_on_employer(HURT, accepted_on=date(2016, 2, 29))
        filed: dict[str, Any] = {"employer_filed_on": date(2016, 5, 2), "others_filed_on": date(2016, 5, 1)}
        with refused("costs_on_employer", "accepted_on", "must not be before others_filed_on (2016-05-01)"):
            costs_on_employer(HURT, accepted_on=date(2016, 4, 30), **filed)
        assert costs_on_employer(HURT, accepted_on=date(2016, 5, 1), **filed) == Period(HURT, date(2016, 5, 1))

    @pytest.mark.parametrize(
        "field", ["injured_on", "employer_filed_on", "others_filed_on", "accepted_on", "counted_from"]
    )
    def test_no_day(self, field: str) -> None:
        """A moment is no day, whichever field it stands in."""
        facts: dict[str, Any] = {"injured_on": HURT, field: datetime(2016, 4, 1)}
        with refused("costs_on_employer", field, "must be a day"):
            costs_on_employer(**facts)


amounts = st.decimals(0, 10**9, places=2).map(abs)
costs = st.lists(st.builds(DatedCost, amounts, st.dates(date(2016, 1, 1), date(2016, 12, 31))), max_size=12)
days = st.dates(date(2016, 1, 1), date(2016, 12, 31))
periods = st.one_of(
    st.none(),
    st.builds(lambda first: Period(first, None), days),
    st.builds(lambda one, other: Period(min(one, other), max(one, other)), days, days),
)


def fen(amount: Decimal) -> int:
    """Return an amount as a whole number of fen."""
    numerator, denominator = amount.as_integer_ratio()
    assert numerator * 100 % denominator == 0
    return numerator * 100 // denominator


@pytest.mark.clause("NN-4.2")
class TestSplitCosts:
    """The costs of the period are the employer's, all others the fund's."""

    def test_clause(self) -> None:
        """The split carries out NN-4.2."""
        assert str(clause_of(split_costs)) == "NN-4.2"

    def test_both_ends(self) -> None:
        """Both ends of the period fall on the employer."""
        period = Period(date(2016, 3, 1), date(2016, 6, 10))
        dated = [date(2016, 2, 29), date(2016, 3, 1), date(2016, 6, 10), date(2016, 6, 11)]
        split = split_costs([DatedCost(str(10**n), day) for n, day in enumerate(dated)], period)
        assert (split.employer, split.fund, split.whole) == (Decimal(110), Decimal(1001), Decimal(1111))

    def test_no_period(self) -> None:
        """Nothing on the employer, all on the fund; no costs, nothing on either."""
        split = split_costs([DatedCost("0.01", HURT)], None)
        assert (str(split.employer), str(split.fund)) == ("0.00", "0.01")
        assert split_costs([], Period(HURT, None)).whole == 0

    @given(costs, periods)
    def test_adds_up(self, several: list[DatedCost], period: Period | None) -> None:
        """Fund and employer add up to the whole, to the fen, and neither is negative."""
        split = split_costs(several, period)
        assert fen(split.fund) + fen(split.employer) == sum(fen(cost.amount) for cost in several)
        assert fen(split.whole) == sum(fen(cost.amount) for cost in several)
        assert split.fund >= 0
        assert split.employer >= 0

    @given(costs, periods)
    def test_each_cost_falls_on_one(self, several: list[DatedCost], period: Period | None) -> None:
        """Costs split one by one come to the same as together, in any order, from an iterator."""
        together = split_costs(reversed(several), period)
        alone = [split_costs([cost], period) for cost in several]
        assert fen(together.employer) == sum(fen(one.employer) for one in alone)
        assert fen(together.fund) == sum(fen(one.fund) for one in alone)
        assert all(one.employer == 0 or one.fund == 0 for one in alone)

    @given(costs, days, days, days)
    def test_a_longer_period_never_costs_less(
        self, several: list[DatedCost], one: date, two: date, three: date
    ) -> None:
        """A later end never takes a cost off the employer."""
        first, last, later = sorted((one, two, three))
        shorter, longer = split_costs(several, Period(first, last)), split_costs(several, Period(first, later))
        assert longer.employer >= shorter.employer
        assert split_costs(several, Period(first, None)).employer >= longer.employer

    def test_largest_amounts(self) -> None:
        """Amounts of the largest size stay exact."""
        largest = Decimal("999999999999999.99")
        assert split_costs([DatedCost(largest, HURT)] * 3, None).fund == Decimal("2999999999999999.97")

    @pytest.mark.parametrize(("value", "rule"), NOT_AMOUNTS)
    def test_no_amount(self, value: Any, rule: str) -> None:  # noqa: ANN401  (slips of any type)
        """What is no amount is refused by name."""
        with refused("DatedCost", "amount", rule):
            DatedCost(value, HURT)

    def test_amounts_that_nobody_pays(self) -> None:
        """A cost is not negative and comes in whole fen; trailing noughts are none the finer."""
        with refused("DatedCost", "amount", "must not be negative", got="-0.01"):
            DatedCost("-0.01", HURT)
        with refused("DatedCost", "amount", "must be in whole fen", got="0.005"):
            DatedCost("0.005", HURT)
        assert DatedCost("1.5000", HURT).amount == Decimal("1.5")
        assert DatedCost(0, HURT).amount == 0

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (slips of any type)
        """What is no day is refused by name."""
        with refused("DatedCost", "incurred_on", rule):
            DatedCost(1, value)

    def test_slips(self) -> None:
        """What is no dated cost, or no period, is refused by name."""
        slip: Any = [Decimal(1)]
        with refused("split_costs", "costs[0]", "must be of type DatedCost"):
            split_costs(slip, None)
        with refused("split_costs", "period", "must be of type Period"):
            split_costs([], slip)
