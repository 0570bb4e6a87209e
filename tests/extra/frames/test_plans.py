"""Every question as a plan: what it reads, refuses, works out and answers, and between what each step is known to lie.

Plans are as they were looked at. After a change that is meant:
``GOLDEN=write pytest tests/extra/frames/test_plans.py``.
"""

import warnings
from datetime import UTC, date, datetime
from inspect import signature
from typing import Any, Final

import polars as pl
import pytest

from gxinjury.benefits import AverageSeries, AverageWage
from gxinjury.codec.names import readings_by_name
from gxinjury.errors import GxInjuryError
from gxinjury.extra.frames._columns import Column, Known
from gxinjury.extra.frames._plan import Plan
from gxinjury.extra.frames._reading import Reader
from gxinjury.extra.frames._sheets import Input, Output, Sheet
from gxinjury.law import LAW
from gxinjury.law.figures.rate_cuts import FundBalance
from gxinjury.money import Rate
from tests.doors import Door
from tests.extra.frames.test_facts import DOORS, TABLE
from tests.extra.looks import check_golden

FACTS: Final[dict[str, tuple[Any, ...]]] = {
    "average": (AverageSeries.ON_POST, "average_fen", AverageWage(107580, "on_post", 2022)),
    "fund_balance": tuple(FundBalance),
    "rate_class": tuple(range(1, 9)),
    "wage_class": (2, 3),
    "unit": ("fen",),
}
"""What is said once for all rows, in its other ways."""

_OTHER_READINGS: Final = tuple(
    one for kind in readings_by_name("gxinjury").values() for one in kind if LAW.choice(kind) is not one
)


def plain() -> pl.DataFrame:
    """The columns that the questions need; made while a test runs, as a process that is forked must have no threads."""
    return pl.DataFrame(TABLE.to_pydict())


def more() -> pl.DataFrame:
    """Every column that a question may do without as well."""
    return plain().with_columns(
        *[pl.lit(1).alias(name) for name in ("bid_price_fen", "extension_days", "minimum_wage_fen", "income_fen")],
        *[pl.lit(1).alias(name) for name in ("wage_in_life_fen", "others_alone")],
        *[pl.lit(1).alias(name) for name in ("persons_should_enrol", "persons_enrolled", "wage_class", "average_fen")],
        *[pl.lit(date(2016, 3, 1)).alias(name) for name in ("started_on", "happened_on", "on", "scale_on")],
        *[pl.lit(datetime(2016, 3, 1, tzinfo=UTC)).alias(name) for name in ("reported_at", "known_at")],
        *[pl.lit(value=True).alias(name) for name in ("verified", "enrolled_by_employer", "deemed", "suitable_post")],
        spouse_alone=pl.lit(value=True),
    )


class Log:
    """Writes down how a question becomes a plan."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.lines: list[str] = []
        kept, written, refuse, read = Plan._kept, Plan.written, Sheet.refuse, Sheet._read

        def _kept(plan: Plan, name: str, step: Column) -> Column:
            found = kept(plan, name, step)
            self.lines.append(f"step {told(found)} {_between(found)}: {told(step)}")
            return found

        def _written(plan: Plan, sheet: Sheet, output: Output) -> str:
            found = written(plan, sheet, output)
            more = f" after {output.after}" if output.after else ""
            self.lines.append(f"answer {output.kind} {_between(output.value)}{more}: {found}")
            return found

        def _refuse(sheet: Sheet, code: str, one: Input, when: Column, *kind: Any) -> None:  # noqa: ANN401  (a class)
            refuse(sheet, code, one, when, *kind)
            named = "".join(one.__name__ for one in kind)
            self.lines.append(f"refuse {one.field} {code} {named}: {told(when)}")

        def _read(sheet: Sheet, field: str, column: str, reader: Reader, *ends: int) -> Input:
            found = read(sheet, field, column, reader, *ends)
            self.lines.append(f"read {field} from {column} between {ends}")
            return found

        for owner, name, one in (
            *((Plan, "_kept", _kept), (Plan, "written", _written)),
            *((Sheet, "refuse", _refuse), (Sheet, "_read", _read)),
        ):
            patch.setattr(owner, name, one)

    def of(self, door: Door, frame: pl.DataFrame, **given: Any) -> list[str]:  # noqa: ANN401  (facts of any type)
        """Return what is written down while a question is asked."""
        self.lines.clear()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            facts = door.facts | {"frame": frame.lazy(), "on_invalid": "flag", "stale": True, "suffix": "_told"} | given
            try:
                answer = door.asked(**facts)
            except GxInjuryError as error:
                return [*self.lines, f"refused: {error}"]
        return [*self.lines, f"columns {', '.join(answer.collect_schema().names()[frame.width :])}"]


def told(one: Column | Known[Column]) -> str:
    """Return what a column holds."""
    held = one.value.held if isinstance(one, Known) else one.held
    return str(getattr(held, "text", held))


def _between(one: Column) -> str:
    return f"[{one.low}, {one.high}]"


@pytest.mark.parametrize("door", DOORS, ids=[f"{at}-{door.asked.__name__}" for at, door in enumerate(DOORS)])
def test_a_question_becomes_the_plan_it_was(monkeypatch: pytest.MonkeyPatch, door: Door) -> None:
    """As the law stands, with all columns, under each reading, and as else is said; told is what is new each time."""
    log, name = Log(monkeypatch), door.asked.__name__
    taken = signature(door.asked).parameters
    lines: list[str] = []
    seen: set[str] = set()
    asked: dict[str, tuple[pl.DataFrame, dict[str, Any]]] = {
        "as it stands": (plain(), {}),
        "with all columns": (more(), {"relief": Rate.percent(7)} if "relief" in taken else {}),
        **{one.name: (more(), {"law": LAW.reading(one)}) for one in _OTHER_READINGS},
    }
    for fact, values in FACTS.items():
        ways = enumerate(values if fact in taken else (), 1)
        asked |= {f"{fact}, way {number}": (more(), {fact: value}) for number, value in ways}
    for way, (frame, given) in asked.items():
        found = log.of(door, frame, **given)
        new = [line for line in found if line not in seen]
        lines += [f"=== {way}", *new] if new else []
        seen |= {*found}
    number = [one for one in DOORS if one.asked is door.asked].index(door) + 1
    check_golden(f"plan-{name}-{number}", lines)
