"""Any record, drawn as its annotations say."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from gxinjury.benefits import BenefitLine, Injury
from gxinjury.construction import Accident, Contract, Worker
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.strategies import of
from gxinjury.facts import amount, optional_amount
from gxinjury.periods import Deadline, Period
from gxinjury.records import AboveZero, NotBefore, NotNegative, NotZero, check_facts
from tests.extra.strategies.reaching import SOON, reached

SUMMER: Final = date(2016, 6, 1)


class Weather(Enum):
    """What the weather is."""

    FINE = 1
    WET = 2


@attrs.frozen(kw_only=True)
class Day:
    """A field of each form, and what several say together."""

    last: Annotated[date, NotBefore("noon_day")] | None = None
    noon: Annotated[datetime, NotBefore("dawn")]
    dawn: datetime
    price: AboveZero = attrs.field(converter=amount)
    paid: NotNegative = attrs.field(default=amount(0), converter=amount)
    change: NotZero | None = attrs.field(default=None, converter=optional_amount)
    weather: Weather = Weather.WET
    dry: bool = False
    readings: tuple[tuple[str, int], ...] = ()
    inner: "Day | None" = None

    __attrs_post_init__ = check_facts

    def _together(self) -> Any:  # noqa: ANN401  # refusals
        wrong = FactRule(zh="不合", en="does not fit", code="wrong")
        if self.dry is (self.weather is Weather.WET):
            yield InvalidFactError("Day", "dry", wrong, self.dry)
        if self.paid > 100:
            yield InvalidFactError("Day", "somewhere.else", wrong, self.paid)

    @property
    def noon_day(self) -> date:
        """The day of the noon."""
        return self.noon.date()


@given(of(Day))
def test_valid_ones_only(day: Day) -> None:
    """In order, of their sign, and with what they refuse beside the rest left out, or mended."""
    assert day.last is None or day.last >= day.noon_day
    assert day.noon >= day.dawn
    assert day.price > 0
    assert 0 <= day.paid <= 100
    assert day.change is None or day.change
    assert day.dry is (day.weather is Weather.FINE)
    assert len(dict(day.readings)) == len(day.readings)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda day: day.last == day.noon_day,
        lambda day: day.weather is Weather.FINE and day.dry,
        lambda day: day.change and day.paid,
        lambda day: len(day.readings) == 2,
        lambda day: day.inner and day.inner.inner,
    ],
    ids=["the same day", "a choice that is no default", "amounts", "pairs", "one within another"],
)
def test_corners(wanted: Any) -> None:  # noqa: ANN401  # a condition
    """Everything that a field may hold comes up."""
    assert reached(of(Day), wanted)


@given(of(Contract, commencement=SUMMER, price=st.sampled_from([1, 2])))
def test_what_is_given_is_taken(contract: Contract) -> None:
    """A value as it is, what a strategy draws; the rest fits it."""
    assert contract.commencement == SUMMER
    assert contract.price in {1, 2}
    assert contract.completion >= SUMMER


@attrs.frozen
class Never:
    """What nothing fits."""

    price: AboveZero = attrs.field(converter=amount)

    __attrs_post_init__ = check_facts

    def _together(self) -> Any:  # noqa: ANN401  # refusals
        yield InvalidFactError("Never", "price", FactRule(zh="不合", en="does not fit", code="wrong"), self.price)


def test_what_cannot_be_is_not_drawn() -> None:
    """Nothing is drawn of a record that refuses whatever it is given, and drawing ends."""
    with pytest.raises(Unsatisfiable):
        find(of(Never), lambda _: True, settings=settings(SOON, max_examples=10))


@given(st.data())
def test_what_is_given_and_refused_is_told(data: st.DataObject) -> None:
    """It is the caller's slip, and nothing to leave out."""
    with pytest.raises(InvalidFactError, match=r"Contract\.price must be above zero, got 0"):
        data.draw(of(Contract, price=0))


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (Worker, lambda one: one.resident_id and one.sex),
        (Injury, lambda one: one.grade and one.death and one.dependants),
        (Accident, lambda one: one.benefits and one.costs and one.determined_on),
        (BenefitLine, lambda one: one.amount and one.dependant),
        (Deadline, lambda one: one.calendar_consulted and one.earliest > one.raw),
        (Period, lambda one: one.last),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_records_of_the_library(kind: type[Any], wanted: Any) -> None:  # noqa: ANN401  # a condition
    """Facts and results alike, with what hangs together in them."""
    assert reached(of(kind), wanted)


@given(of(Decimal) | of(date) | of(Period))
def test_plain_values_are_drawn_as_what_they_are(value: Decimal | date | Period) -> None:
    """What has a strategy of its own has it here too."""
    assert isinstance(value, Decimal | date | Period)
