"""The project premium: the worked cases, both sides of every boundary, bad input."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.construction import (
    Contract,
    Payment,
    PremiumBill,
    PremiumLineKind,
    PriceChange,
    ProjectCase,
    TermChange,
    assess_project,
    project_premium,
)
from gxinjury.construction.late_payment import days_late
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError, StaleFigureWarning
from gxinjury.explanations import explain
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import (
    ElapsedTime,
    NewStarts,
    PremiumBase,
    ReducedTerm,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
)
from gxinjury.money import Rate
from tests.bad_input import NOT_DAYS, refused
from tests.cases import law_with, rows
from tests.construction.oracles import fen

CASES: Final = rows("premium")

# 366 days at 1.30 yuan a day: what is due counts the days.
LEAP_YEAR: Final = Contract(price=366_000, commencement=date(2016, 1, 1), completion=date(2016, 12, 31))
ONE_DAY: Final = timedelta(days=1)
ANY_START: Final = LAW.reading(WhoIsInProgress.ANY)


def due(contract: Contract, paid_on: date, *readings: Any, **facts: Any) -> Decimal:  # noqa: ANN401  (any facts)
    """Return what a project owes under some readings."""
    return project_premium(contract, paid_on=paid_on, law=LAW.reading(*readings), **facts).total


class TestWorkedCases:
    """P1 to P18, as the table has them."""

    @pytest.mark.clause("NN-1.1.2", "NN-1.1.3", "NN-1.1.4")
    @pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """Every row gives its bill line by line, its refusal or its caution."""
        if "invalid" in row:
            with pytest.raises(InvalidFactError) as invalid:
                _asked(row)
            assert str(invalid.value) == row["invalid"]
        elif "refused" in row:
            with pytest.raises(OutOfScopeError) as out_of_scope:
                _asked(row)
            assert str(out_of_scope.value.clause) == row["refused"]
        elif "payments" in row:
            _paid_in_parts(row)
        else:
            bill = _asked(row)
            assert str(bill.total) == row["due"]
            assert [str(line.amount) for line in bill.lines] == row.get("lines", [row["due"]])
            assert str(bill.initial.share) == row.get("share", "1/1")

    @pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
    def test_rests_on_its_clause(self, row: dict[str, Any]) -> None:
        """A row's clause is what refuses, what the last of several lines or a reduced one rests on, or is cited."""
        if "invalid" in row:
            with pytest.raises(InvalidFactError) as invalid:
                _asked(row)
            # A refusal cites what was asked, the premium; a contract that cannot be is refused before anything is.
            assert str(invalid.value.clause or NN.clause("1.1.2")) == row["clause"]
        elif "refused" in row:
            assert row["refused"] == row["clause"]
        elif "payments" in row:
            case = ProjectCase(Contract(**row["facts"]), [Payment(**payment) for payment in row["payments"]])
            told = explain(assess_project, case, law=law_with(row.get("readings", ())))
            assert row["clause"] in map(str, told.clauses)
        else:
            told_bill = explain(_asked, row)
            assert row["clause"] in map(str, told_bill.clauses)
            if len(row.get("lines", ())) > 1 or row.get("share", "1/1") != "1/1":
                assert str(told_bill.outcome.lines[-1].clauses[-1]) == row["clause"]

    def test_has_every_case(self) -> None:
        """The table has P1 to P18, none left out."""
        assert {row["id"].partition("-")[0] for row in CASES} == {f"P{number}" for number in range(1, 19)}

    @pytest.mark.clause("NN-1.1.4")
    def test_cautions_where_a_new_start_is_reduced(self) -> None:
        """P11: reduced though it should have paid before its start, and the explanation says to mind that."""
        [legacy_only, any_start] = [row for row in CASES if row["id"].startswith("P11")]
        assert _cautions(any_start, any_start["caution"])
        assert not _cautions(legacy_only, any_start["caution"])

    @given(hundreds=st.integers(0, 10**10 - 1))
    @pytest.mark.clause("NN-1.1.2")
    def test_every_half_fen_goes_up(self, hundreds: int) -> None:
        """P14: fifty yuan more than whole hundreds bear half a fen, and that goes up."""
        bill = project_premium(attrs.evolve(LEAP_YEAR, price=100 * hundreds + 50), paid_on=date(2016, 1, 1))
        assert fen(bill.total) == 13 * hundreds + 7


def _asked(row: dict[str, Any]) -> PremiumBill:
    given_facts = dict(row["facts"])
    names = ("price", "bid_price", "commencement", "completion")
    contract = Contract(**{name: given_facts.pop(name) for name in names if name in given_facts})
    changes = [PriceChange(**change) for change in given_facts.pop("price_changes", ())]
    law = law_with(row.get("readings", ()))
    return project_premium(contract, price_changes=changes, law=law, **given_facts)


def _paid_in_parts(row: dict[str, Any]) -> None:
    """Hold what was paid in parts to its row: the bill of the first payment, what is open, from when cover counts."""
    payments = [Payment(**payment) for payment in row["payments"]]
    assessment = assess_project(ProjectCase(Contract(**row["facts"]), payments), law=law_with(row.get("readings", ())))
    bill, account, cover = assessment.bill, assessment.account, assessment.cover
    assert bill is not None
    assert account is not None
    assert (str(bill.total), bill.initial.dated) == (row["due"], row["billed_for"])
    told = (account.due, account.open, account.overpaid)
    assert told == (Decimal(row["due"]), Decimal(row["open"]), Decimal(row["overpaid"]))
    assert ("none" if cover is None else str(cover.periods[0].first)) == row["covered_from"]
    codes = {finding.code for finding in assessment.findings}
    assert ("sum_not_complete" in codes) is (row["open"] != "0.00")
    assert "overpaid" not in codes


def _cautions(row: dict[str, Any], part: str) -> bool:
    return any(part in caution.en for caution in explain(_asked, row).cautions)


@pytest.mark.clause("NN-0")
class TestInForce:
    """NN-0: the rate applies to payments from 2015-01-01 and was verified through 2020-05-31."""

    CONTRACT: Final = Contract(price=100_000, commencement=date(2014, 1, 1), completion=date(2020, 12, 31))

    def test_not_before_2015(self) -> None:
        """Paid on the last day of 2014 the notice has no rate; on the first day of 2015 it has."""
        with pytest.raises(NotInForceError) as caught:
            project_premium(self.CONTRACT, paid_on=date(2014, 12, 31))
        assert "2014-12-31" in str(caught.value)
        assert caught.value.clause is not None
        assert project_premium(self.CONTRACT, paid_on=date(2015, 1, 1)).initial.rate == Rate.per_mille("1.3")

    @pytest.mark.parametrize(("paid_on", "cautioned"), [(date(2015, 12, 31), True), (date(2016, 1, 1), False)])
    def test_payments_of_2015_carry_a_caution(self, paid_on: date, *, cautioned: bool) -> None:
        """The day of issue is not established: a payment of 2015 says so, one of 2016 does not."""
        explanation = explain(project_premium, self.CONTRACT, paid_on=paid_on)
        assert any("a day that is not established" in caution.en for caution in explanation.cautions) is cautioned
        assert any("具体日期未能查明" in caution.zh for caution in explanation.cautions) is cautioned

    def test_warns_after_the_last_verified_day(self) -> None:
        """On 2020-05-31 the rate is verified; the day after it answers with a warning and a caution."""
        assert project_premium(self.CONTRACT, paid_on=date(2020, 5, 31)).total > 0
        with pytest.warns(StaleFigureWarning, match="2020-05-31"):
            explanation = explain(project_premium, self.CONTRACT, paid_on=date(2020, 6, 1))
        assert explanation.outcome.total > 0
        assert any("verified through 2020-05-31" in caution.en for caution in explanation.cautions)

    def test_a_strict_law_refuses_after_the_last_verified_day(self) -> None:
        """The law that takes verified figures only answers for 2020-05-31 and refuses the day after."""
        law = LAW.only_verified()
        assert project_premium(self.CONTRACT, paid_on=date(2020, 5, 31), law=law).total > 0
        with pytest.raises(NotInForceError, match="verified through 2020-05-31"):
            project_premium(self.CONTRACT, paid_on=date(2020, 6, 1), law=law)


@pytest.mark.clause("NN-1.1.2")
class TestPrice:
    """NN-1.1.2: which price bears the premium, and the temporary relief that a caller names."""

    @pytest.mark.parametrize(
        ("reading", "bid", "base"),
        [
            (PremiumBase.CONTRACT_PRICE, "90000", "100000"),
            (PremiumBase.BID_PRICE, "90000", "90000"),
            (PremiumBase.BID_PRICE, "110000", "110000"),
            (PremiumBase.BID_PRICE, "100000", "100000"),
            (PremiumBase.BID_PRICE, None, "100000"),
        ],
    )
    def test_is_the_bid_price_only_by_reading(self, reading: PremiumBase, bid: str | None, base: str) -> None:
        """The contract price bears it; the bid price does under the reading, where it is known."""
        contract = attrs.evolve(LEAP_YEAR, price=100_000, bid_price=bid)
        bill = project_premium(contract, paid_on=date(2016, 1, 1), law=LAW.reading(reading))
        assert bill.initial.base == Decimal(base)

    def test_changes_before_the_payment_move_either_price(self) -> None:
        """A raise agreed before the payment is added to the price that bears the premium, the bid price too."""
        contract = attrs.evolve(LEAP_YEAR, price=100_000, bid_price=90_000)
        raised = [PriceChange(amount=5000, agreed_on=date(2015, 12, 1))]
        assert due(contract, date(2016, 1, 1), price_changes=raised) == Decimal("136.50")
        assert due(contract, date(2016, 1, 1), PremiumBase.BID_PRICE, price_changes=raised) == Decimal("123.50")

    def test_is_rounded_once(self) -> None:
        """Half of 0.005005 yuan is nothing; rounded to a fen first, half of it would be a fen again."""
        contract = Contract(price="3.85", commencement=date(2016, 1, 1), completion=date(2016, 1, 2))
        assert due(contract, date(2016, 1, 1)) == Decimal("0.01")
        assert due(contract, date(2016, 1, 2), WhoIsInProgress.ANY) == 0

    @pytest.mark.parametrize(
        ("price", "bid", "cautioned"),
        [
            ("2385.6", None, True),
            ("9999.99", None, True),
            ("10000", None, False),
            ("23856000", "2385.6", False),
            ("2385.6", "23856000", True),
        ],
    )
    def test_asks_whether_a_small_price_is_in_ten_thousands(
        self, price: str, bid: str | None, *, cautioned: bool
    ) -> None:
        """Below 10,000 yuan a price may well be one in 万元: answered as it stands, with a question."""
        contract = attrs.evolve(LEAP_YEAR, price=price, bid_price=bid)
        cautions = explain(project_premium, contract, paid_on=date(2016, 1, 1)).cautions
        assert any("units of 10,000 yuan" in caution.en for caution in cautions) is cautioned
        assert any("单位是否应为万元" in caution.zh for caution in cautions) is cautioned

    def test_shows_the_reading_only_where_it_matters(self) -> None:
        """Where bid and contract agree nothing is in question, and the explanation does not ask."""

        def asks(bid: int) -> bool:
            contract = attrs.evolve(LEAP_YEAR, bid_price=bid)
            steps = explain(project_premium, contract, paid_on=date(2016, 1, 1)).steps
            return any(step.name == "PremiumBase" for step in steps)

        assert asks(365_999)
        assert not asks(366_000)

    @pytest.mark.parametrize(
        ("relief", "amount"),
        [
            (None, "475.80"),
            (Rate.percent(0), "475.80"),
            (Rate.percent(20), "380.64"),
            (Rate.per_mille(500), "237.90"),
            (Rate.percent(100), "0.00"),
        ],
    )
    def test_relief_is_off_the_rate(self, relief: Rate | None, amount: str) -> None:
        """Half the rate is half the premium; no relief is none, all of it leaves nothing."""
        assert due(LEAP_YEAR, date(2016, 1, 1), relief=relief) == Decimal(amount)

    def test_relief_reaches_supplements(self) -> None:
        """The rate after relief is the rate of later supplements as well."""
        raised = PriceChange(amount=100_000, agreed_on=date(2016, 2, 1))
        bill = project_premium(LEAP_YEAR, paid_on=date(2016, 1, 1), price_changes=[raised], relief=Rate.percent(50))
        assert [line.amount for line in bill.lines] == [Decimal("237.90"), Decimal("65.00")]

    def test_relief_is_told_as_the_callers(self) -> None:
        """The notice has no relief, and the explanation says whose it is."""
        explanation = explain(project_premium, LEAP_YEAR, paid_on=date(2016, 1, 1), relief=Rate.percent(20))
        assert any("20% is the caller's" in caution.en for caution in explanation.cautions)

    @pytest.mark.parametrize("relief", ["50", Decimal("0.5"), 0.5, 0, True, Rate])
    def test_relief_is_a_rate(self, relief: Any) -> None:  # noqa: ANN401  (what a caller may hand in)
        """Relief that does not know its unit is refused."""
        with refused("project_premium", "relief", "must be of type Rate"):
            project_premium(LEAP_YEAR, paid_on=date(2016, 1, 1), relief=relief)

    def test_relief_is_at_most_all(self) -> None:
        """Relief of 100% is taken, a hundredth more is not."""
        with refused("project_premium", "relief", "must not be above 100%", got="Rate.percent('100.01')"):
            project_premium(LEAP_YEAR, paid_on=date(2016, 1, 1), relief=Rate.percent("100.01"))


@pytest.mark.clause("NN-1.1.4")
class TestInProgress:
    """NN-1.1.4: in progress, the premium is reduced for the contract time gone by."""

    LEGACY: Final = Contract(price=365_000, commencement=date(2014, 12, 31), completion=date(2015, 12, 30))

    @pytest.mark.parametrize(
        ("paid_on", "amount"),
        [
            (date(2015, 12, 31), "475.80"),
            (date(2016, 1, 1), "475.80"),
            (date(2016, 1, 2), "474.50"),
            (date(2016, 1, 3), "473.20"),
            (date(2016, 12, 30), "2.60"),
            (date(2016, 12, 31), "1.30"),
        ],
    )
    def test_counts_every_day(self, paid_on: date, amount: str) -> None:
        """Before the start and on it all is due, then a day's share less every day, to one share on the last."""
        assert due(LEAP_YEAR, paid_on, WhoIsInProgress.ANY) == Decimal(amount)

    @pytest.mark.parametrize(
        ("paid_on", "share", "cautions"),
        [(date(2015, 12, 31), "1/1", 0), (date(2016, 1, 1), "1/1", 0), (date(2016, 1, 2), "365/366", 1)],
    )
    def test_is_not_in_progress_on_the_starting_day(self, paid_on: date, share: str, cautions: int) -> None:
        """On the starting day nothing is reduced, so nothing is read and nothing cautioned of."""
        explanation = explain(project_premium, LEAP_YEAR, paid_on=paid_on, law=ANY_START)
        assert str(explanation.outcome.initial.share) == share
        told = [caution for caution in explanation.cautions if "should have paid before" in caution.en]
        assert len(told) == cautions
        assert any(step.name == "ElapsedTime" for step in explanation.steps) is bool(cautions)

    def test_is_over_after_the_term(self) -> None:
        """The day after the last one nothing can be computed, and the refusal says what would help."""
        with pytest.raises(OutOfScopeError) as caught:
            project_premium(LEAP_YEAR, paid_on=date(2017, 1, 1))
        assert str(caught.value.clause) == "NN-1.1.4"
        assert "2017-01-01 lies after the contract term (2016-12-31)" in str(caught.value)
        assert "in share_when_paid [NN-1.1.4]" in caught.value.__notes__
        assert "in project_premium [NN-1.1.2]" in caught.value.__notes__

    @pytest.mark.parametrize(
        ("agreed_on", "paid_on", "amount"),
        [
            # 366 + 31 days of term, of which 366 and 396 are gone.
            (date(2017, 1, 1), date(2017, 1, 1), "37.15"),
            (date(2016, 6, 1), date(2017, 1, 31), "1.20"),
        ],
    )
    def test_takes_the_term_as_extended_by_then(self, agreed_on: date, paid_on: date, amount: str) -> None:
        """An extension agreed on the payment day or before it counts; both its days and the longer term do."""
        extended = TermChange(completion=date(2017, 1, 31), agreed_on=agreed_on)
        assert due(LEAP_YEAR, paid_on, WhoIsInProgress.ANY, term_changes=[extended]) == Decimal(amount)

    def test_does_not_take_an_extension_agreed_later(self) -> None:
        """An extension agreed the day after the payment does not reach back to it."""
        extended = TermChange(completion=date(2017, 1, 31), agreed_on=date(2017, 1, 2))
        with pytest.raises(OutOfScopeError):
            project_premium(LEAP_YEAR, paid_on=date(2017, 1, 1), term_changes=[extended])

    @pytest.mark.parametrize(
        ("started_on", "contract_term", "from_start"),
        [
            (date(2015, 12, 30), "363/366", "365/368"),
            (date(2015, 12, 31), "364/366", "365/367"),
            (date(2016, 1, 1), "365/366", "365/366"),
            (date(2016, 1, 2), "1/1", "1/1"),
            (date(2016, 1, 3), "1/1", "1/1"),
        ],
    )
    def test_counts_from_the_actual_start(self, started_on: date, contract_term: str, from_start: str) -> None:
        """The time gone by counts from the actual start; the term it is a part of is the contract's, or its own."""
        shares = [
            str(
                project_premium(
                    LEAP_YEAR, paid_on=date(2016, 1, 2), started_on=started_on, law=ANY_START.reading(reading)
                ).initial.share
            )
            for reading in ReducedTerm
        ]
        assert shares == [contract_term, from_start]

    @pytest.mark.parametrize(
        ("elapsed", "started_on", "shares"),
        [
            # The contract's term: 731 days, 730 between its ends, 24 months.
            (ElapsedTime.DAYS, date(2014, 7, 2), ("2/731", "1/730")),
            (ElapsedTime.DAYS, date(2014, 7, 1), ("1/731", "1/731")),
            (ElapsedTime.DAYS, date(2014, 6, 1), ("1/731", "1/761")),
            (ElapsedTime.DIFFERENCE, date(2014, 7, 3), ("2/730", "1/728")),
            (ElapsedTime.DIFFERENCE, date(2014, 7, 2), ("1/730", "1/729")),
            (ElapsedTime.DIFFERENCE, date(2014, 6, 30), ("1/730", "1/731")),
            (ElapsedTime.MONTHS, date(2014, 8, 31), ("2/24", "1/23")),
            (ElapsedTime.MONTHS, date(2014, 6, 1), ("1/24", "1/25")),
            (ElapsedTime.MONTHS, date(2014, 5, 30), ("1/24", "1/26")),
        ],
    )
    def test_at_least_a_day_or_a_month_remains(
        self, elapsed: ElapsedTime, started_on: date, shares: tuple[str, str]
    ) -> None:
        """On the last day of the term, whenever work started, something is left and nothing is negative."""
        contract = Contract(price=731, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
        found = tuple(
            str(
                project_premium(
                    contract,
                    paid_on=date(2016, 6, 30),
                    started_on=started_on,
                    law=LAW.reading(elapsed, reading),
                ).initial.share
            )
            for reading in ReducedTerm
        )
        assert found == shares

    def test_a_late_start_is_measured_against_the_term_as_extended_by_then(self) -> None:
        """An extension agreed by the payment day lengthens the term of either reading."""
        contract = Contract(price=731, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
        extended = TermChange(completion=date(2016, 7, 30), agreed_on=date(2015, 9, 1))
        shares = [
            str(
                project_premium(
                    contract,
                    paid_on=date(2015, 9, 1),
                    started_on=date(2014, 10, 1),
                    term_changes=[extended],
                    law=LAW.reading(reading),
                ).initial.share
            )
            for reading in ReducedTerm
        ]
        assert shares == ["426/761", "334/669"]

    @pytest.mark.parametrize(("started_on", "asked"), [(None, 0), (date(2014, 7, 1), 0), (date(2014, 7, 2), 1)])
    def test_the_term_is_in_question_only_where_the_starts_differ(self, started_on: date | None, asked: int) -> None:
        """Started on the contract's day there is one term."""
        contract = Contract(price=731, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
        steps = explain(project_premium, contract, paid_on=date(2015, 9, 1), started_on=started_on).steps
        assert [step.name for step in steps].count("ReducedTerm") == asked

    @pytest.mark.parametrize(
        ("start", "any_start", "legacy_only"),
        [(date(2014, 12, 31), "473.20", "473.20"), (date(2015, 1, 1), "473.20", "474.50")],
    )
    def test_legacy_is_what_started_before_2015(self, start: date, any_start: str, legacy_only: str) -> None:
        """A start on the last day of 2014 is legacy; one on the first of 2015 pays in full, unless by reading."""
        contract = attrs.evolve(self.LEGACY, commencement=start, completion=start + 364 * ONE_DAY)
        paid_on = start + ONE_DAY
        assert due(contract, paid_on, WhoIsInProgress.ANY) == Decimal(any_start)
        assert due(contract, paid_on) == Decimal(legacy_only)

    @pytest.mark.parametrize(("start", "cautioned"), [(date(2014, 12, 31), False), (date(2015, 1, 1), True)])
    def test_cautions_only_for_starts_from_2015(self, start: date, *, cautioned: bool) -> None:
        """A legacy project is meant by the sentence; a later one is reduced with a caution, in both languages."""
        contract = attrs.evolve(self.LEGACY, commencement=start)
        cautions = explain(project_premium, contract, paid_on=date(2015, 2, 1), law=ANY_START).cautions
        assert any("should have paid before" in caution.en for caution in cautions) is cautioned
        assert any("本应在开工前缴清" in caution.zh for caution in cautions) is cautioned

    @pytest.mark.parametrize(
        ("reading", "completion", "paid_on", "share"),
        [
            (ElapsedTime.DAYS, date(2016, 1, 1), date(2016, 1, 1), "1/1"),
            (ElapsedTime.DIFFERENCE, date(2016, 1, 2), date(2016, 1, 2), "1/1"),
            (ElapsedTime.DIFFERENCE, date(2016, 1, 3), date(2016, 1, 2), "1/2"),
            (ElapsedTime.DIFFERENCE, date(2016, 1, 3), date(2016, 1, 3), "1/2"),
            (ElapsedTime.DIFFERENCE, date(2016, 12, 31), date(2016, 12, 30), "1/365"),
            (ElapsedTime.DIFFERENCE, date(2016, 12, 31), date(2016, 12, 31), "1/365"),
            (ElapsedTime.MONTHS, date(2016, 12, 31), date(2016, 1, 31), "12/12"),
            (ElapsedTime.MONTHS, date(2016, 12, 31), date(2016, 2, 1), "11/12"),
            (ElapsedTime.MONTHS, date(2016, 12, 31), date(2016, 12, 31), "1/12"),
            (ElapsedTime.MONTHS, date(2016, 12, 30), date(2016, 2, 1), "11/12"),
            (ElapsedTime.MONTHS, date(2017, 1, 1), date(2016, 2, 1), "12/13"),
            (ElapsedTime.MONTHS, date(2016, 1, 5), date(2016, 1, 3), "1/1"),
        ],
    )
    def test_measures_as_the_reading_says(
        self, reading: ElapsedTime, completion: date, paid_on: date, share: str
    ) -> None:
        """Days count both ends, the difference is at least one, months are whole and a begun one counts."""
        contract = attrs.evolve(LEAP_YEAR, completion=completion)
        assert str(project_premium(contract, paid_on=paid_on, law=ANY_START.reading(reading)).initial.share) == share

    @pytest.mark.clause("CIVIL-202")
    @pytest.mark.parametrize(
        ("paid_on", "share"),
        [
            (date(2016, 2, 28), "6/6"),
            (date(2016, 2, 29), "5/6"),
            (date(2016, 3, 30), "5/6"),
            (date(2016, 3, 31), "4/6"),
            (date(2016, 4, 29), "4/6"),
            (date(2016, 4, 30), "3/6"),
        ],
    )
    def test_months_end_on_the_corresponding_day(self, paid_on: date, share: str) -> None:
        """From 31 January a month is over on 29 February, the next on 31 March: always from the start, clamped."""
        contract = Contract(price=1000, commencement=date(2016, 1, 31), completion=date(2016, 7, 30))
        law = ANY_START.reading(ElapsedTime.MONTHS)
        assert str(project_premium(contract, paid_on=paid_on, law=law).initial.share) == share


@pytest.mark.clause("NN-1.1.3")
class TestChangesOfPrice:
    """NN-1.1.3: a raise agreed after the payment is a line of its own, a reduction what the reading says."""

    PAID: Final = date(2016, 1, 1)

    @pytest.mark.parametrize(
        ("agreed_on", "lines"),
        [
            (date(2015, 12, 31), ["605.80"]),
            (date(2016, 1, 1), ["605.80"]),
            (date(2016, 1, 2), ["475.80", "130.00"]),
        ],
    )
    def test_a_raise_after_the_payment_is_a_line(self, agreed_on: date, lines: list[str]) -> None:
        """Agreed on the payment day the raise belongs to the price paid on; the day after it is a supplement."""
        raised = PriceChange(amount=100_000, agreed_on=agreed_on)
        bill = project_premium(LEAP_YEAR, paid_on=self.PAID, price_changes=[raised])
        assert [str(line.amount) for line in bill.lines] == lines

    def test_lines_say_what_they_are(self) -> None:
        """A line carries its kind, its day, its base; supplements and refunds stand apart."""
        changes = [
            PriceChange(amount=-100_000, agreed_on=date(2016, 3, 1)),
            PriceChange(amount=200_000, agreed_on=date(2016, 2, 1)),
        ]
        law = LAW.reading(Reduction.REFUND)
        bill = project_premium(LEAP_YEAR, paid_on=self.PAID, price_changes=changes, law=law)
        told = [(line.kind, line.dated, line.base, str(line.amount)) for line in bill.lines]
        assert told == [
            (PremiumLineKind.INITIAL, self.PAID, Decimal(366_000), "475.80"),
            (PremiumLineKind.SUPPLEMENT, date(2016, 2, 1), Decimal(200_000), "260.00"),
            (PremiumLineKind.REFUND, date(2016, 3, 1), Decimal(-100_000), "-130.00"),
        ]
        assert (len(bill.supplements), len(bill.refunds)) == (1, 1)

    @pytest.mark.parametrize(
        ("reading", "lines"),
        [
            (Reduction.NO_REFUND, ["475.80", "130.00"]),
            (Reduction.REFUND, ["475.80", "130.00", "-65.00"]),
            (Reduction.NETTED, ["475.80", "65.00"]),
        ],
    )
    def test_a_reduction_of_the_same_day_comes_first(self, reading: Reduction, lines: list[str]) -> None:
        """Within a day the reduction counts before the raise, whichever was named first."""
        day = date(2016, 2, 1)
        changes = [PriceChange(amount=100_000, agreed_on=day), PriceChange(amount=-50_000, agreed_on=day)]
        for order in (changes, changes[::-1]):
            bill = project_premium(LEAP_YEAR, paid_on=self.PAID, price_changes=order, law=LAW.reading(reading))
            assert [str(line.amount) for line in bill.lines] == lines

    @pytest.mark.parametrize(("raised", "lines"), [("50000", 1), ("50000.01", 2)])
    def test_netted_to_nothing_is_no_line(self, raised: str, lines: int) -> None:
        """A raise that the reduction before it uses up bears no premium; a fen more is a line."""
        changes = [
            PriceChange(amount=-50_000, agreed_on=date(2016, 2, 1)),
            PriceChange(amount=raised, agreed_on=date(2016, 2, 2)),
        ]
        bill = project_premium(LEAP_YEAR, paid_on=self.PAID, price_changes=changes, law=LAW.reading(Reduction.NETTED))
        assert len(bill.lines) == lines

    def test_says_nothing_of_reductions_where_there_are_none(self) -> None:
        """With raises alone the reading on reductions is not asked."""
        raised = PriceChange(amount=100_000, agreed_on=date(2016, 2, 1))
        steps = explain(project_premium, LEAP_YEAR, paid_on=self.PAID, price_changes=[raised]).steps
        assert not any(step.name == "Reduction" for step in steps)

    @pytest.mark.parametrize(
        ("agreed_on", "share"),
        [(date(2016, 1, 2), "365/366"), (date(2016, 1, 3), "364/366"), (date(2016, 12, 31), "1/366")],
    )
    def test_prorated_by_the_day_it_was_agreed(self, agreed_on: date, share: str) -> None:
        """Prorated, a raise bears what is left of the term when it was agreed, to one share on the last day."""
        law = LAW.reading(SupplementInProgress.PRORATED)
        raised = PriceChange(amount=100_000, agreed_on=agreed_on)
        [line] = project_premium(LEAP_YEAR, paid_on=self.PAID, price_changes=[raised], law=law).supplements
        assert str(line.share) == share

    def test_prorated_after_the_term_is_out_of_scope(self) -> None:
        """A raise agreed the day after the term has no time left to prorate by; in full it is due."""
        raised = PriceChange(amount=100_000, agreed_on=date(2017, 1, 1))
        assert due(LEAP_YEAR, self.PAID, price_changes=[raised]) == Decimal("605.80")
        with pytest.raises(OutOfScopeError) as caught:
            due(LEAP_YEAR, self.PAID, SupplementInProgress.PRORATED, price_changes=[raised])
        assert str(caught.value.clause) == "NN-1.1.3"
        assert "2017-01-01, after the term then in force (2016-12-31)" in str(caught.value)

    @pytest.mark.parametrize(("extended_on", "share"), [(date(2016, 6, 1), "245/397"), (date(2016, 6, 2), "214/366")])
    def test_prorated_over_the_term_then_in_force(self, extended_on: date, share: str) -> None:
        """An extension agreed on the day of the raise counts, one agreed the day after does not."""
        raised = PriceChange(amount=100_000, agreed_on=date(2016, 6, 1))
        extended = TermChange(completion=date(2017, 1, 31), agreed_on=extended_on)
        law = LAW.reading(SupplementInProgress.PRORATED)
        [line] = project_premium(
            LEAP_YEAR, paid_on=self.PAID, price_changes=[raised], term_changes=[extended], law=law
        ).supplements
        assert str(line.share) == share

    def test_prorated_before_the_start_is_full(self) -> None:
        """A raise agreed after the payment and before the start has all of the term ahead of it."""
        law = LAW.reading(SupplementInProgress.PRORATED)
        for agreed_on in (date(2015, 12, 31), date(2016, 1, 1)):
            raised = PriceChange(amount=100_000, agreed_on=agreed_on)
            [line] = project_premium(LEAP_YEAR, paid_on=date(2015, 12, 1), price_changes=[raised], law=law).supplements
            assert str(line.share) == "1/1"


@pytest.mark.clause("NN-1.1.5")
class TestPaidLate:
    """NN-1.1.5: a new start pays before it starts; later is a finding that counts the days."""

    @pytest.mark.parametrize(
        ("paid_on", "late"),
        [(date(2015, 12, 31), None), (date(2016, 1, 1), 1), (date(2016, 1, 2), 2), (date(2016, 3, 1), 61)],
    )
    def test_counts_from_the_day_before_the_start(self, paid_on: date, late: int | None) -> None:
        """The day before the start is in time, the starting day one day late."""
        assert _days_late(LEAP_YEAR, paid_on) == late

    @pytest.mark.parametrize(("start", "late"), [(date(2014, 12, 31), None), (date(2015, 1, 1), 10)])
    def test_asks_new_starts_only(self, start: date, late: int | None) -> None:
        """A project that started on the last day of 2014 is not late, one of the first day of 2015 is."""
        contract = attrs.evolve(LEAP_YEAR, commencement=start)
        assert _days_late(contract, date(2015, 1, 10)) == late

    @pytest.mark.parametrize(
        ("start", "from_2015", "in_2015_only"), [(date(2015, 12, 31), 11, 11), (date(2016, 1, 1), 10, None)]
    )
    def test_the_letter_asks_the_starts_of_2015_only(
        self, start: date, from_2015: int | None, in_2015_only: int | None
    ) -> None:
        """To the letter a start on the last day of 2015 is asked, one on the first day of 2016 is not."""
        contract = attrs.evolve(LEAP_YEAR, commencement=start)
        paid_on = date(2016, 1, 10)
        assert _days_late(contract, paid_on) == from_2015
        assert _days_late(contract, paid_on, LAW.reading(NewStarts.IN_2015_ONLY)) == in_2015_only

    @pytest.mark.parametrize(
        ("start", "paid_on", "late"),
        [
            (date(2015, 1, 1), date(2014, 12, 31), 0),
            (date(2015, 1, 1), date(2015, 1, 1), 1),
            (date(2014, 12, 31), date(2015, 1, 1), 0),
        ],
    )
    def test_the_formula_by_itself(self, start: date, paid_on: date, late: int) -> None:
        """In time and not a new start are both no days late."""
        assert days_late(start, paid_on, date(2015, 1, 1), LAW) == late

    def test_counts_from_the_actual_start(self) -> None:
        """Where the actual start is known the days count from it."""
        bill = project_premium(LEAP_YEAR, paid_on=date(2016, 1, 10), started_on=date(2016, 1, 10))
        [finding] = bill.findings
        assert finding["days"] == 1
        assert finding["start"] == date(2016, 1, 10)
        assert str(finding.clause) == "NN-1.1.5"
        assert finding.text("en").endswith("(2016-01-10); days late: 1 [NN-1.1.5]")
        assert "未在开工（2016-01-10）前缴费，迟缴1日" in finding.text("zh")


@pytest.mark.clause("NN-0", "NN-1.1.5")
class TestCouldNotHaveKnown:
    """NN-0: the notice was issued in 2015 on an unknown day; who started before it could not know of it."""

    @pytest.mark.parametrize(
        ("start", "paid_on", "cautioned"),
        [
            (date(2014, 12, 31), date(2015, 6, 1), False),
            (date(2015, 1, 1), date(2015, 6, 1), True),
            (date(2015, 6, 1), date(2015, 5, 31), False),
            (date(2015, 12, 31), date(2015, 12, 31), True),
            (date(2015, 12, 31), date(2016, 2, 1), True),
            (date(2016, 1, 1), date(2016, 2, 1), False),
        ],
    )
    def test_cautions_of_late_payments_of_2015(self, start: date, paid_on: date, *, cautioned: bool) -> None:
        """A start of 2015 that paid late carries the caution under either reading; one in time or of 2016 does not."""
        contract = attrs.evolve(LEAP_YEAR, commencement=start)
        for law in (LAW, ANY_START):
            cautions = explain(project_premium, contract, paid_on=paid_on, law=law).cautions
            assert any("could not have known" in caution.en for caution in cautions) is cautioned
            assert any("当时无从得知" in caution.zh for caution in cautions) is cautioned


def _days_late(contract: Contract, paid_on: date, law: Law = LAW) -> object:
    findings = project_premium(contract, paid_on=paid_on, law=law).findings
    assert [finding.code for finding in findings] in ([], ["paid_late"])
    return findings[0]["days"] if findings else None


class TestInput:
    """What the question refuses beside what the records do."""

    @pytest.mark.parametrize("field", ["paid_on", "started_on"])
    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS, ids=repr)
    def test_refuses_what_is_no_day(self, field: str, value: object, rule: str) -> None:
        """A moment, a text, a number, a day in a far year is refused."""
        facts: dict[str, Any] = {"paid_on": date(2016, 1, 1), field: value}
        with refused("project_premium", field, rule):
            project_premium(LEAP_YEAR, **facts)

    def test_needs_a_payment_day(self) -> None:
        """There is no premium without a day it is paid on."""
        facts: dict[str, Any] = {"paid_on": None}
        with refused("project_premium", "paid_on", "must be a day", got="None"):
            project_premium(LEAP_YEAR, **facts)
