"""The doors of the frames: what is said once for all rows, and which columns are named."""

from datetime import UTC, date, datetime
from inspect import signature
from types import ModuleType
from typing import Any, Final

import attrs
import narwhals as nw
import pyarrow as pa
import pytest

from gxinjury.benefits import AverageWage
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON
from gxinjury.extra.frames._arrays import _Batch
from gxinjury.extra.frames._narwhals_tables import NarwhalsTable
from gxinjury.extra.frames._sheets import Sheet, Way
from gxinjury.facts import Yuan
from gxinjury.law import LAW
from gxinjury.money import Rate
from tests.doors import Door, check_slip, slips_at

DAY: Final = date(2016, 3, 1)
HALF: Final = Rate.percent(50)
AVERAGE: Final = AverageWage(107581, "on_post", 2022)
TABLE: Final = pa.table(
    {
        "price_fen": [100], "amount_fen": [100], "wages_fen": [100], "monthly_base_fen": [100],
        "commencement": [DAY], "completion": [DAY], "paid_on": [DAY], "agreed_on": [DAY], "reported_on": [DAY],
        "injured_on": [DAY], "happened_at": [datetime(2016, 3, 1, tzinfo=UTC)],
        "work_cause": [True], "on_site": [True], "enrolled": [True], "cover": [True],
        "died_on": [DAY], "anchored_on": [DAY], "first": [DAY], "last": [DAY], "dependency": ["FULL"],
        "spouse": [True], "others": [1],
        "month": [DAY], "wage_at_termination_fen": [100], "ended_on": [DAY], "ground": ["OWN_WISH"],
        "project_worker": [False], "retires_on": [date(2050, 1, 1)],
        "months": [1], "grade": [1], "base_num": [1], "base_den": [1], "persons": [1], "should_enrol": [1],
    }
)  # fmt: skip

DOORS: Final = (
    Door(frames.benefit_base, {"frame": TABLE, "average": AVERAGE}),
    Door(frames.contribution_base, {"frame": TABLE, "month": "month"}),
    Door(
        frames.coverage,
        {"frame": TABLE, "enrolled": "persons", "target": HALF},
        # Asked for by a reading only.
        not_here=("persons_should_enrol", "persons_enrolled"),
    ),
    # Asked for by a reading only.
    Door(frames.dependants_pension, {"frame": TABLE, "wage": "wages_fen"}, not_here=("wage_in_life",)),
    Door(frames.dependants_pension, {"frame": TABLE}, not_here=("unit", "wage_in_life")),
    Door(frames.disability_allowance, {"frame": TABLE, "wage": "wages_fen"}),
    Door(frames.disability_allowance, {"frame": TABLE}, not_here=("unit",)),
    Door(frames.effective_day, {"frame": TABLE}, not_here=("paid_on",)),
    Door(frames.employer_deadline, {"frame": TABLE}),
    Door(frames.funeral_subsidy, {"frame": TABLE, "average": AVERAGE}),
    Door(frames.headcount_premium, {"frame": TABLE, "rate": HALF}),
    Door(frames.hospital_meals, {"frame": TABLE}),
    Door(frames.last_insured_day, {"frame": TABLE}, not_here=("happened_on",)),
    Door(frames.living_care_fee, {"frame": TABLE, "average": AVERAGE}),
    Door(frames.lump_sum_death_subsidy, {"frame": TABLE}),
    Door(frames.lump_sum_disability_subsidy, {"frame": TABLE, "wage": "wages_fen"}),
    Door(frames.lump_sum_disability_subsidy, {"frame": TABLE}, not_here=("unit",)),
    Door(frames.minimum_wage, {"frame": TABLE, "on": "paid_on"}),
    Door(frames.monthly_premium, {"frame": TABLE, "month": "month", "rate_class": 1}),
    Door(frames.project_premium, {"frame": TABLE}),
    Door(frames.reference_wage, {"frame": TABLE, "average": AVERAGE}),
    Door(frames.standing, {"frame": TABLE}),
    Door(frames.supplementary_premium, {"frame": TABLE}),
    Door(frames.termination_subsidies, {"frame": TABLE, "average": AVERAGE}),
    Door(frames.worker_deadline, {"frame": TABLE}),
)
"""Sound facts for every question."""


@pytest.mark.parametrize(("door", "name", "slip"), slips_at(DOORS))
def test_every_fact_is_checked(door: Door, name: str, slip: Any) -> None:  # noqa: ANN401  (slips of any type)
    """A rate is no number, a column is named by a text, and a slip is refused by the name of its question and fact."""
    check_slip(door, name, slip)


def test_a_law_that_knows_nothing() -> None:
    """Refuses every row that a figure is needed for, by the row's day, and answers what needs none."""
    nothing = LAW.known_on(date(1990, 1, 1))
    facts = {"frame": TABLE.set_column(TABLE.column_names.index("grade"), "grade", [[7]])}
    how: dict[str, Any] = {"on_invalid": "flag", "suffix": "_then", "law": nothing}
    answered = set()
    for door in DOORS:
        by_day = {"on": "paid_on"} if "on" in signature(door.asked).parameters else {}
        (told,) = door.asked(**(door.facts | facts | by_day), **how)[f"{REASON}_then"].to_pylist()
        assert told in {None, "not_in_force"}
        if told is None:
            answered.add(door.asked.__name__)
    assert answered == {"coverage", "effective_day", "headcount_premium", "last_insured_day", "standing"}


def test_no_door_is_left_out() -> None:
    """Every question on the face has its row."""
    asked = {door.asked.__name__ for door in DOORS}
    # What asks other questions in its turn has no columns of its own to name.
    assert {name for name in frames.__all__ if name.islower()} - {"in_yuan", "settle_injury", "study"} == asked


@pytest.mark.parametrize("name", ["headcount_premium", "project_premium", "supplementary_premium"])
def test_a_share_is_a_rate(name: str) -> None:
    """A share without its unit is none, and no more than the whole is remitted."""
    (door,) = (one for one in DOORS if one.asked.__name__ == name)
    check_slip(door, "relief", 0.5)
    check_slip(door, "relief", Rate.percent("100.01"))
    door.asked(**door.facts, relief=Rate.percent(100))


@attrs.frozen
class Paid:
    """An amount of which nothing is said."""

    amount: Yuan


def test_an_amount_is_not_negative_where_nothing_is_said_of_it() -> None:
    """As records have it: zero will do."""
    table = NarwhalsTable(nw.from_native(pa.table({"amount_fen": [-1, 0, 1]}), eager_only=True))
    way = Way("trial", LAW, None, "", flag=False, look=False, floats=True, stale=[])
    sheet = Sheet(way, _Batch(table, slice(0, 3), {}))
    one = sheet.facts(Paid, {}).amount
    (refused,) = sheet.rejections
    assert (one.low, refused.code, refused.when.held.tolist()) == (0, "negative", [True, False, False])


def test_what_stands_on_the_face() -> None:
    """The questions, the column of reasons with its words, and the types of what is said once for all rows."""
    there = {
        name for name, value in vars(frames).items() if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert there == set(frames.__all__)
