"""The contract and what became of it: records, their input, and the price and the term on a day."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest

from gxinjury.construction import (
    Contract,
    DelayFiling,
    Payment,
    PriceChange,
    ProjectCase,
    TermChange,
    Warranty,
    WorkStoppage,
    premium_account,
    project_cover,
    project_premium,
)
from gxinjury.construction.expiry import contract_expiry
from gxinjury.construction.price_changes import price_on
from gxinjury.construction.term_changes import completion_on
from gxinjury.errors import InvalidFactError
from gxinjury.law import LAW
from gxinjury.law.readings import PremiumBase
from gxinjury.periods import Period
from tests.bad_input import NOT_AMOUNTS, NOT_DAYS, refused

CONTRACT: Final = Contract(
    price="100000000", commencement=date(2015, 10, 9), completion=date(2016, 6, 30), bid_price="99000000"
)
RAISE: Final = PriceChange(amount="8500000.50", agreed_on=date(2016, 1, 15))
EXTENSION: Final = TermChange(completion=date(2016, 9, 30), agreed_on=date(2016, 5, 20))
PAYMENT: Final = Payment(amount="130000", paid_on=date(2015, 10, 8))
DELAY: Final = DelayFiling(filed_on=date(2016, 5, 31), acceptance_period_ends=date(2016, 9, 30))
WARRANTY: Final = Warranty(filed_on=date(2016, 7, 10), roster_reported_on=None, ends=date(2018, 6, 30))
STOPPAGE: Final = WorkStoppage(first=date(2016, 1, 11), last=date(2016, 3, 10), reason="资金未到位")
RECORDS: Final = (
    CONTRACT,
    RAISE,
    EXTENSION,
    PAYMENT,
    DELAY,
    WARRANTY,
    STOPPAGE,
    (BILL := project_premium(CONTRACT, paid_on=date(2015, 10, 8), price_changes=[RAISE])),
    BILL.initial,
    premium_account(BILL, [PAYMENT]),
    project_cover(CONTRACT, paid_on=date(2015, 10, 8), accepted_on=date(2016, 8, 1), delay=DELAY),
)
each_record: Final = pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)

MAKERS: Final[dict[type[Any], Callable[..., Any]]] = {
    type(record): lambda changes, record=record: attrs.evolve(record, **changes) for record in RECORDS[:7]
}
AMOUNTS: Final = [(Contract, "price"), (Contract, "bid_price"), (PriceChange, "amount"), (Payment, "amount")]
DAYS: Final = [
    (Contract, "commencement"),
    (Contract, "completion"),
    (PriceChange, "agreed_on"),
    (TermChange, "completion"),
    (TermChange, "agreed_on"),
    (Payment, "paid_on"),
    (WorkStoppage, "first"),
    (WorkStoppage, "last"),
    (DelayFiling, "filed_on"),
    (DelayFiling, "acceptance_period_ends"),
    (Warranty, "filed_on"),
    (Warranty, "roster_reported_on"),
    (Warranty, "ends"),
]
MAY_BE_UNKNOWN: Final = {"bid_price", "acceptance_period_ends", "roster_reported_on", "filed_on", "last"}


def facts(*changes: PriceChange | TermChange) -> dict[str, Any]:
    """Return changes as a question takes them."""
    return {
        "price_changes": [change for change in changes if isinstance(change, PriceChange)],
        "term_changes": [change for change in changes if isinstance(change, TermChange)],
    }


class TestRecords:
    """Records are values: frozen, compared and hashed by what they hold."""

    @each_record
    def test_copies_are_equal(self, record: object) -> None:
        """A record that was copied, pickled or built anew equals the first and hashes alike."""
        for other in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):  # noqa: S301  (its own)
            assert other == record
            assert hash(other) == hash(record)
            assert repr(other) == repr(record)

    @each_record
    def test_is_frozen(self, record: Any) -> None:  # noqa: ANN401  (any record)
        """No field of a record can be set, and none added."""
        for name in (attrs.fields(type(record))[0].name, "another"):
            with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
                setattr(record, name, None)

    @pytest.mark.parametrize("record", RECORDS[:7], ids=lambda record: type(record).__name__)
    def test_differs_by_each_field(self, record: Any) -> None:  # noqa: ANN401  (any record)
        """A record that differs in one field is another record."""
        for field in attrs.fields(type(record)):
            value = getattr(record, field.name)
            other = date(2016, 1, 20) if value is None or isinstance(value, date) else value * 2
            assert attrs.evolve(record, **{field.name: other}) != record

    @pytest.mark.parametrize("given", [100, "100", Decimal(100), "1e2", Decimal("100.00")])
    def test_reads_amounts_leniently(self, given: Decimal | int | str) -> None:
        """An amount is taken as a Decimal, an int or a text, and given back as a Decimal."""
        price = attrs.evolve(CONTRACT, price=given).price
        assert isinstance(price, Decimal)
        assert price == 100


class TestInput:
    """What a record refuses names the record, the field, the rule and the value."""

    @pytest.mark.parametrize(("kind", "field"), AMOUNTS, ids=lambda one: getattr(one, "__name__", one))
    @pytest.mark.parametrize(("value", "rule"), NOT_AMOUNTS, ids=repr)
    def test_refuses_what_is_no_amount(self, kind: type[Any], field: str, value: object, rule: str) -> None:
        """A float, a truth value, NaN, an infinity, an absurd exponent is no amount."""
        if value is None and field in MAY_BE_UNKNOWN:
            return
        with refused(kind.__name__, field, rule):
            MAKERS[kind]({field: value})

    @pytest.mark.parametrize(
        ("kind", "field", "value", "rule"),
        [
            (Contract, "price", 0, "must be above zero"),
            (Contract, "price", "-0.01", "must be above zero"),
            (Contract, "bid_price", Decimal("0.00"), "must be above zero"),
            (Contract, "bid_price", -1, "must be above zero"),
            (PriceChange, "amount", "0.00", "must not be zero"),
            (Payment, "amount", 0, "must be above zero"),
            (Payment, "amount", "-130000", "must be above zero"),
        ],
    )
    def test_refuses_the_wrong_sign(self, kind: type[Any], field: str, value: Any, rule: str) -> None:  # noqa: ANN401
        """A price and a payment are above zero; a change of price is anything but zero."""
        with refused(kind.__name__, field, rule, got=str(value)):
            MAKERS[kind]({field: value})

    @pytest.mark.parametrize(("kind", "field"), DAYS, ids=lambda one: getattr(one, "__name__", one))
    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS, ids=repr)
    def test_refuses_what_is_no_day(self, kind: type[Any], field: str, value: object, rule: str) -> None:
        """A moment, a text, a number, a day in a far year is no day of a case."""
        with refused(kind.__name__, field, rule):
            MAKERS[kind]({field: value})

    @pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, field in DAYS if field not in MAY_BE_UNKNOWN])
    def test_refuses_an_unknown_day(self, kind: type[Any], field: str) -> None:
        """A day that a record needs is not None."""
        with refused(kind.__name__, field, "must be a day", got="None"):
            MAKERS[kind]({field: None})

    def test_takes_the_ends_of_what_is_allowed(self) -> None:
        """The first and the last year, the lowest and the highest price are taken."""
        lowest, highest = "0.0000000001", "999999999999999.9999999999"
        first, last = date(1900, 1, 1), date(2199, 12, 31)
        contract = Contract(price=lowest, commencement=first, completion=last, bid_price=highest)
        assert (str(contract.price), str(contract.bid_price)) == ("1E-10", highest)

    def test_refuses_a_reversed_term(self) -> None:
        """Completion lies on the commencement at the earliest."""
        day = date(2016, 1, 2)
        assert attrs.evolve(CONTRACT, commencement=day, completion=day).completion == day
        with refused("Contract", "completion", "must not be before commencement (2016-01-02)", got="2016-01-01"):
            attrs.evolve(CONTRACT, commencement=day, completion=date(2016, 1, 1))

    @pytest.mark.clause("NN-1.3.2")
    def test_takes_papers_filed_after_the_acceptance_period(self) -> None:
        """Papers that come when the acceptance period has ended happen in life: no refusal."""
        ended = date(2016, 5, 30)
        assert attrs.evolve(DELAY, acceptance_period_ends=ended).acceptance_period_ends == ended

    def test_refuses_a_stoppage_that_ends_before_it_begins(self) -> None:
        """A day without work is a stoppage; one that ends the day before is none, nor is a reason without a word."""
        day = date(2016, 1, 11)
        assert WorkStoppage(first=day, last=day).period == Period(day, day)
        assert WorkStoppage(first=day).period == Period(day, None)
        with refused("WorkStoppage", "last", "must not be before first (2016-01-11)", got="2016-01-10"):
            WorkStoppage(first=day, last=date(2016, 1, 10))
        with refused("WorkStoppage", "reason", "must"):
            WorkStoppage(first=day, reason="")


class TestSequences:
    """What comes as a sequence is copied at the door and refused where it is none."""

    @pytest.mark.parametrize(
        ("value", "field", "rule"),
        [
            (RAISE, "price_changes", "must be a sequence of PriceChange"),
            ("raise", "price_changes", "must be a sequence of PriceChange"),
            (None, "price_changes", "must be a sequence of PriceChange"),
            ([RAISE, EXTENSION], "price_changes[1]", "must be of type PriceChange"),
            ([8500000], "price_changes[0]", "must be of type PriceChange"),
            (EXTENSION, "term_changes", "must be a sequence of TermChange"),
            ([date(2016, 9, 30)], "term_changes[0]", "must be of type TermChange"),
        ],
    )
    def test_refuses_what_is_no_sequence_of_changes(self, value: Any, field: str, rule: str) -> None:  # noqa: ANN401
        """One record instead of several, a text, or something else among them is refused."""
        name = field.partition("[")[0]
        with refused("project_premium", field, rule):
            project_premium(CONTRACT, paid_on=date(2015, 10, 8), **{name: value})
        if name == "term_changes":
            with refused("project_cover", field, rule):
                project_cover(CONTRACT, paid_on=date(2015, 10, 8), **{name: value})

    def test_takes_anything_iterable_once(self) -> None:
        """A list, a tuple, a set and a generator of the same changes give the same bill."""
        several = [RAISE, PriceChange(amount=1000, agreed_on=date(2016, 2, 1))]
        bills = {
            project_premium(CONTRACT, paid_on=date(2015, 10, 8), price_changes=given)
            for given in (several, tuple(several), set(several), (change for change in several))
        }
        assert len(bills) == 1

    def test_keeps_nothing_of_the_callers_list(self) -> None:
        """A list that the caller changes afterwards changes no answer."""
        changes = [RAISE]
        bill = project_premium(CONTRACT, paid_on=date(2015, 10, 8), price_changes=changes)
        changes.clear()
        assert len(bill.supplements) == 1


@pytest.mark.clause("NN-1.1.3")
class TestPriceOnADay:
    """NN-1.1.3: a change agreed on or before the payment day belongs to the price that is paid on."""

    @pytest.mark.parametrize(
        ("day", "price"),
        [
            (date(2016, 1, 14), "100"),
            (date(2016, 1, 15), "107"),
            (date(2016, 1, 31), "107"),
            (date(2016, 2, 1), "102"),
        ],
    )
    def test_counts_from_the_day_it_was_agreed(self, day: date, price: str) -> None:
        """The day before it the change does not count, on the day itself it does."""
        changes = (
            PriceChange(amount=7, agreed_on=date(2016, 1, 15)),
            PriceChange(amount=-5, agreed_on=date(2016, 2, 1)),
        )
        assert price_on(attrs.evolve(CONTRACT, price=100).price, changes, day) == Decimal(price)

    @pytest.mark.parametrize(("contract_price", "bid_price"), [("100", None), ("100", "200"), ("200", "100")])
    def test_leaves_a_price(self, contract_price: str, bid_price: str | None) -> None:
        """Reductions may leave a fen, never nothing, of the contract price and of the bid price."""
        contract = attrs.evolve(CONTRACT, price=contract_price, bid_price=bid_price)
        off = PriceChange(amount="-99.99", agreed_on=date(2015, 9, 1))
        fen = PriceChange(amount="-0.01", agreed_on=date(2015, 9, 2))
        day = date(2015, 10, 8)
        bid = LAW.reading(PremiumBase.BID_PRICE)
        assert project_premium(contract, paid_on=day, price_changes=[off], law=bid).initial.base > 0
        with refused("project_premium", "price_changes[0].amount", "must leave a price above zero", got="-0.01"):
            project_premium(contract, paid_on=day, price_changes=[fen, off])

    def test_looks_at_the_price_at_the_end_of_a_day(self) -> None:
        """A raise of the same day saves a reduction; one of the next day comes too late."""
        contract = attrs.evolve(CONTRACT, price=100, bid_price=None)
        day = date(2015, 9, 1)
        off, on = PriceChange(amount=-100, agreed_on=day), PriceChange(amount=50, agreed_on=day)
        assert project_premium(contract, paid_on=date(2015, 10, 8), price_changes=[off, on]).initial.base == 50
        with refused("project_premium", "price_changes[0].amount", "must leave a price above zero"):
            project_premium(
                contract,
                paid_on=date(2015, 10, 8),
                price_changes=[off, attrs.evolve(on, agreed_on=date(2015, 9, 2))],
            )

    @pytest.mark.parametrize(
        ("changes", "place"),
        [
            (((-60, 2), (-60, 1)), 0),
            (((-60, 1), (-60, 2)), 1),
            (((-60, 1), (-60, 1), (10, 1)), 1),
            (((-60, 2), (30, 2), (-60, 2), (-20, 1)), 2),
            (((-1, 3), (-60, 1), (-60, 2), (-60, 1)), 3),
        ],
    )
    def test_names_the_one_that_uses_the_price_up_by_its_place(
        self, changes: tuple[tuple[int, int], ...], place: int
    ) -> None:
        """P18: by day, within a day raises first and reductions as they were given, but named as they were given."""
        contract = attrs.evolve(CONTRACT, price=100, bid_price=None)
        told = [PriceChange(amount=amount, agreed_on=date(2015, 11, day)) for amount, day in changes]
        field, got = f"price_changes[{place}].amount", str(changes[place][0])
        with refused("project_premium", field, "must leave a price above zero", got=got):
            project_premium(contract, paid_on=date(2015, 10, 8), price_changes=told)
        with refused("ProjectCase", field, "must leave a price above zero", got=got):
            ProjectCase(contract, price_changes=told)


class TestTermChanges:
    """Changes of the term: which completion stands on a day, and when the contract expires."""

    @pytest.mark.parametrize(
        ("day", "completion"),
        [
            (date(2016, 5, 19), date(2016, 6, 30)),
            (date(2016, 5, 20), date(2016, 9, 30)),
            (date(2016, 5, 31), date(2016, 9, 30)),
            (date(2016, 6, 1), date(2016, 8, 31)),
        ],
    )
    def test_stands_from_the_day_it_was_agreed(self, day: date, completion: date) -> None:
        """The day before it the old completion stands, on the day itself the new one."""
        changes = (EXTENSION, TermChange(completion=date(2016, 8, 31), agreed_on=date(2016, 6, 1)))
        assert completion_on(CONTRACT, changes, day) == completion

    @pytest.mark.clause("NN-1.3.2")
    @pytest.mark.parametrize(
        ("agreed_on", "expiry"),
        [(date(2016, 6, 29), date(2016, 9, 30)), (date(2016, 6, 30), date(2016, 6, 30))],
    )
    def test_extends_the_expiry_when_agreed_before_it(self, agreed_on: date, expiry: date) -> None:
        """NN-1.3.2: agreed the day before the expiry a change extends it, agreed on the expiry it comes too late."""
        change = TermChange(completion=date(2016, 9, 30), agreed_on=agreed_on)
        assert contract_expiry(CONTRACT, (change,), None, None, LAW) == expiry

    @pytest.mark.clause("NN-1.3.2")
    @pytest.mark.parametrize(
        ("second", "expiry"), [(date(2016, 9, 29), date(2016, 12, 31)), (date(2016, 9, 30), date(2016, 9, 30))]
    )
    def test_extends_an_expiry_already_extended(self, second: date, expiry: date) -> None:
        """A second change counts from the expiry as the first one left it."""
        again = TermChange(completion=date(2016, 12, 31), agreed_on=second)
        assert contract_expiry(CONTRACT, (EXTENSION, again), None, None, LAW) == expiry

    @pytest.mark.parametrize("question", [project_premium, project_cover])
    def test_refuses_two_on_one_day(self, question: Callable[..., object]) -> None:
        """Two changes agreed on one day contradict each other."""
        other = attrs.evolve(EXTENSION, completion=date(2016, 8, 31))
        earlier = attrs.evolve(EXTENSION, agreed_on=date(2016, 5, 19))
        rule = "must be the only one agreed on its day"
        with refused(question.__name__, "term_changes[1].agreed_on", rule, got="2016-05-20"):
            question(CONTRACT, paid_on=date(2015, 10, 8), term_changes=[EXTENSION, other, earlier])

    @pytest.mark.parametrize("question", [project_premium, project_cover])
    def test_refuses_a_completion_before_the_commencement(self, question: Callable[..., object]) -> None:
        """A change may move completion to the commencement, not to the day before it."""
        rule = "must not be before Contract.commencement (2015-10-09)"
        question(
            CONTRACT,
            paid_on=date(2015, 10, 8),
            term_changes=[TermChange(completion=date(2015, 10, 9), agreed_on=date(2015, 10, 1))],
        )
        reversed_term = TermChange(completion=date(2015, 10, 8), agreed_on=date(2015, 10, 1))
        with refused(question.__name__, "term_changes[1].completion", rule, got="2015-10-08"):
            question(CONTRACT, paid_on=date(2015, 10, 8), term_changes=[EXTENSION, reversed_term])


@pytest.mark.parametrize("question", [project_premium, project_cover])
@pytest.mark.parametrize("contract", [None, "contract", {"price": 1}, BILL])
def test_questions_refuse_what_is_no_contract(question: Callable[..., object], contract: object) -> None:
    """A question on a contract takes a Contract."""
    with refused(question.__name__, "contract", "must be of type Contract"):
        question(contract, paid_on=date(2015, 10, 8))


def test_a_refusal_pickles() -> None:
    """An error goes from process to process and says the same there."""
    with pytest.raises(InvalidFactError) as caught:
        attrs.evolve(CONTRACT, price=0)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  (its own)
    assert str(again) == str(caught.value)
