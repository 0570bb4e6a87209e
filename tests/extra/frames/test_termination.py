"""Termination subsidies: every row equals the scalar rule, on every engine, under every reading."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import strategies as st

from gxinjury import benefits
from gxinjury.benefits import AverageWage, TerminationGround
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.extra import frames
from gxinjury.law import LAW
from gxinjury.law.readings import CompletionEndsRelation, Reading, TerminationTable
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import Row
from tests.extra.frames.second import day_numbers, fen, or_null, told_twice, yuan
from tests.extra.frames.test_rows import every_engine, readings, rows_of, try_hard

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

_TURNS: Final = [
    date(2006, 12, 31),
    date(2007, 1, 1),
    date(2010, 12, 31),
    date(2011, 1, 1),
    date(2017, 1, 4),
    date(2017, 1, 5),
    date(2018, 12, 31),
    date(2019, 1, 1),
    date(2019, 12, 31),
    date(2025, 1, 1),
]
KINDS: Final = {
    "grade": "whole",
    "wage_at_termination_fen": "whole",
    "ended_on": "day",
    "ground": "text",
    "injured_on": "day",
    "project_worker": "flag",
    "retires_on": "day",
    "average_fen": "whole",
}
OF_THE_ROW: Final = "average_fen"


@every_engine
@pytest.mark.clause("REG-36", "REG-37", "ORDER117-wage", "ORDER117-cap", "ORDER117-floor", "GZF62-completion")
def test_termination_subsidies(engine: str) -> None:
    """By grade, ground, day and distance from retirement; between the limits of the published average or another."""
    days = st.sampled_from(_TURNS) | day_numbers(date(2012, 1, 1), date(2024, 12, 31))
    rows = rows_of(
        grade=or_null(st.integers(1, 10) | st.integers(5, 11)),
        wage_at_termination_fen=or_null(st.integers(100_000, 3_000_000) | st.integers(0, 10**11)),
        ended_on=or_null(days),
        ground=st.none() | st.sampled_from([one.name for one in TerminationGround] + ["OWN_WISH", "COMPLETION"]),
        injured_on=st.none() | days,
        project_worker=st.sampled_from([None, False, True, True]),
        retires_on=st.none() | st.sampled_from([date(2022, 1, 4), date(2022, 1, 5), date(2022, 1, 6)]) | days,
        average_fen=st.integers(1_000_000, 20_000_000),
    )

    def test(
        rows: Sequence[Row], chosen: tuple[Reading, ...], scale: Rate | None, average: AverageWage | str | None
    ) -> None:
        law = LAW.reading(*chosen)

        def answer(row: Row) -> Row:
            given = AverageWage(yuan(row["average_fen"]), "on_post", 2020) if isinstance(average, str) else average
            found = benefits.termination_subsidies(
                row["grade"],
                yuan(row["wage_at_termination_fen"]),
                ended_on=row["ended_on"],
                ground=TerminationGround[row["ground"] or "OWN_WISH"],
                injured_on=row["injured_on"],
                project_worker=bool(row["project_worker"]),
                retires_on=row["retires_on"],
                scale=scale,
                average=given,
                law=law,
            )
            return {
                "medical_subsidy_fen": None if found.medical is None else fen(found.medical),
                "employment_subsidy_fen": None if found.employment is None else fen(found.employment),
                "medical_payer": None if found.medical_payer is None else found.medical_payer.name,
                "employment_payer": None if found.employment_payer is None else found.employment_payer.name,
            }

        told_twice(
            engine,
            rows,
            KINDS,
            lambda frame: frames.termination_subsidies(frame, scale=scale, average=average, law=law, on_invalid="flag"),
            answer,
            needed=("grade", "wage_at_termination_fen", "ended_on"),
        )

    scales = st.sampled_from([None, Rate.percent(60), Rate.percent("33.333")])
    averages = st.sampled_from([None, None, AverageWage("66456.01", "on_post", 2017), OF_THE_ROW])
    try_hard(engine, test, rows, readings(CompletionEndsRelation, TerminationTable), scales, averages)


def ended(**facts: Any) -> pa.Table:  # noqa: ANN401  (a fact)
    """One worker whose relation ended."""
    usual: dict[str, Any] = {"grade": 10, "wage_at_termination_yuan": Decimal(5000), "ended_on": date(2018, 6, 1)}
    return pa.table({name: [value] for name, value in (usual | facts).items()})


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"ground": "COMPLETION"}, InvalidFactError, "ground may be COMPLETION for project workers only"),
        ({"ground": "EMPLOYER"}, OutOfScopeError, "the agency or arbitration decides"),
        ({"ground": "DEATH"}, InvalidFactError, "ground must be the name of a TerminationGround"),
        ({"injured_on": date(2018, 6, 2)}, InvalidFactError, "ended_on must not be before the injury"),
        ({"retires_on": date(2018, 6, 1)}, OutOfScopeError, "the agency decides"),
        ({"ended_on": date(2006, 12, 31)}, NotInForceError, "not in force"),
        ({"grade": 11}, InvalidFactError, "must be a disability grade"),
    ],
)
def test_refused_rows(facts: dict[str, Any], error: type[Exception], words: str) -> None:
    """A row that the rule refuses raises as it does."""
    with pytest.raises(error, match=words):
        frames.termination_subsidies(ended(**facts))


def test_wrong_arguments() -> None:
    """An average is a wage, a column or none; a scale is at most all, and no finer than frames reckon with."""
    with pytest.raises(InvalidFactError, match="average must be an AverageWage, the name of a column or None"):
        frames.termination_subsidies(ended(), average=60000)  # type: ignore[arg-type]
    with pytest.raises(InvalidFactError, match="scale must not be above 100%"):
        frames.termination_subsidies(ended(), scale=Rate.percent(101))
    with pytest.raises(InvalidFactError, match=r"injured_on must be given: TerminationTable\.BY_INJURY counts by it"):
        frames.termination_subsidies(ended(), law=LAW.reading(TerminationTable.BY_INJURY))
    with pytest.raises(OutOfScopeError, match="average is 664560000007/1200000: frames reckon with"):
        frames.termination_subsidies(
            ended(), scale=Rate.percent("33.3333333"), average=AverageWage("66456.0000007", "on_post", 2017)
        )
    with pytest.raises(InvalidFactError, match="must be given"):
        frames.termination_subsidies(
            ended(injured_on=pl.Series([None], dtype=pl.Date).to_arrow()[0].as_py()),
            law=LAW.reading(TerminationTable.BY_INJURY),
        )


@pytest.mark.parametrize(("average", "code"), [("100", "too_large"), ("0.01", "too_fine")])
def test_a_floor_finer_than_frames_reckon_with(average: str, code: str) -> None:
    """A share of thirteen places of a third of a fen makes numbers too large; of a twelfth it is too fine itself."""
    fine = Entry(date(2016, 1, 1), Rate.per_mille("600.0000000001"), Text(zh="试", en="a trial"))
    facts: dict[str, list[Any]] = {"grade": [7], "wage_at_termination_fen": [500_000], "ended_on": [date(2018, 3, 1)]}
    frame = pa.table(facts | {"injured_on": [date(2017, 3, 1)]})
    law = LAW.with_figure("termination_wage_floor", fine)
    with pytest.raises(OutOfScopeError) as refused:
        frames.termination_subsidies(frame, law=law, average=AverageWage(average, "on_post", 2017))
    assert refused.value.code == code
    if code == "too_fine":
        assert refused.value.values["value"] == "6000000000001/10000000000000"


@pytest.mark.clause("ORDER117-cap", "ORDER117-floor")
@pytest.mark.parametrize("average", [AverageWage(7000, "on_post", 2017), "year_yuan"])
def test_limits_that_are_no_whole_fen(average: AverageWage | str) -> None:
    """Five eighths, and 1,501 five hundredths, of a twelfth of 7,000 yuan; nine months and seven, each rounded once."""
    law, here = LAW, Text(zh="试", en="a trial")
    for figure, rate in (("termination_wage_floor", "62.5"), ("termination_wage_ceiling", "300.2")):
        law = law.with_figure(figure, Entry(date(2017, 1, 5), Rate.percent(rate), here))
    facts: dict[str, list[Any]] = {"grade": [10] * 2, "wage_at_termination_fen": [1, 10**9], "year_yuan": [7000] * 2}
    frame = pa.table(facts | {"ended_on": [date(2018, 6, 1)] * 2})
    found = frames.termination_subsidies(frame, average=average, law=law)
    assert found["medical_subsidy_fen"].to_pylist() == [328_125, 1_576_050]
    assert found["employment_subsidy_fen"].to_pylist() == [255_208, 1_225_817]
