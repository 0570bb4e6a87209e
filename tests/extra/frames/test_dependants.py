"""Dependants' pensions, those who draw counted: every row equals the scalar rule, and both sides of each limit."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import strategies as st

from gxinjury import benefits
from gxinjury.benefits import Dependant, DependantKind
from gxinjury.errors import FactRule, InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON
from gxinjury.extra.frames._row_reasons import reason_of
from gxinjury.law import LAW
from gxinjury.law.readings import PensionCap, Reading
from gxinjury.law.regulation import DependantRates
from gxinjury.money import FEN, Rate, Share
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import ENGINES, Kinds, Row, as_rows
from tests.extra.frames.second import day_numbers, fen, or_null, told_twice, yuan
from tests.extra.frames.test_limits import every_swift_engine
from tests.extra.frames.test_limits import rows_of as named
from tests.extra.frames.test_rows import every_engine, readings, rows_of, try_hard

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.clause("REG-39"),
]

FAMILY: Final[Kinds] = {"spouse": "flag", "spouse_alone": "flag", "others": "whole", "others_alone": "whole"}
REFORM: Final = Entry(
    date(2020, 1, 1),
    DependantRates(Rate.percent("33.35"), Rate.percent(30), Rate.percent(5)),
    Text(zh="试", en="a trial"),
)
IN_LIFE: Final = LAW.reading(PensionCap.WAGE_IN_LIFE)


def family_of(row: Row) -> list[Dependant]:
    """Those whom a row counts."""
    spouse_alone, others_alone = bool(row["spouse_alone"]), row["others_alone"] or 0
    slip = FactRule(zh="试", en="more alone than there are", code="trial")
    if spouse_alone > row["spouse"] or not 0 <= others_alone <= row["others"]:
        raise InvalidFactError("row", "alone", slip, others_alone)
    spouse = [Dependant("spouse", DependantKind.SPOUSE, alone=spouse_alone)] if row["spouse"] else []
    return [*spouse, *(Dependant(f"{n}", DependantKind.OTHER, alone=n < others_alone) for n in range(row["others"]))]


@every_engine
def test_dependants_pension(engine: str) -> None:
    """Of an exact wage, by the day, under either cap, the shares of a reform too."""
    kinds: Kinds = {**FAMILY, "base_num": "whole", "base_den": "whole", "in_life_fen": "whole", "on": "day"}
    rows = rows_of(
        spouse=or_null(st.booleans()),
        spouse_alone=st.none() | st.booleans(),
        others=or_null(st.integers(0, 4)),
        others_alone=st.none() | st.integers(0, 2) | st.integers(-1, 5),
        base_num=or_null(st.integers(12_000, 20_000) | st.integers(12_000, 10**9)),
        base_den=or_null(st.sampled_from([1, 1, 2, 4, 12, 120])),
        in_life_fen=or_null(st.integers(1, 20_000) | st.integers(1, 10**7)),
        on=or_null(day_numbers(date(2010, 12, 1), date(2022, 1, 1)) | st.just(date(2020, 1, 1))),
    )

    def test(rows: Sequence[Row], chosen: tuple[Reading, ...], reform: Entry[DependantRates] | None) -> None:
        law = LAW.reading(*chosen)
        law = law if reform is None else law.with_figure("dependant_rates", reform)

        def answer(row: Row) -> Row:
            wage, in_life = Share(row["base_num"], row["base_den"]).of(FEN), row["in_life_fen"]
            life = None if in_life is None else yuan(in_life)
            found = benefits.dependants_pension(family_of(row), wage, wage_in_life=life, on=row["on"], law=law)
            return {"pension_fen": fen(found.total), "pension_capped": found.capped}

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.dependants_pension(
                frame, wage_in_life="in_life_fen", on="on", on_invalid="flag", law=law
            ),
            answer,
            needed=("spouse", "others", "base_num", "base_den", "on"),
        )

    try_hard(engine, test, rows, readings(PensionCap), st.sampled_from([None, REFORM]))


def answers(engine: str, kinds: Kinds, rows: Sequence[Sequence[Any]], **asked: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  (what a question takes)
    """What each row draws, whether that is the cap, and why it is refused."""
    frame = ENGINES[engine](named(kinds, rows), kinds)
    found = as_rows(frames.dependants_pension(frame, on_invalid="flag", **asked))
    return [(one["pension_fen"], one["pension_capped"], one[REASON]) for one in found]


@every_swift_engine
class TestByHand:
    """Both sides of each limit, worked out by hand."""

    def test_up_to_the_wage(self, engine: str) -> None:
        """40, 30 and 10 points more; 100 % is not above the wage, 110 % is, and nobody draws nothing."""
        kinds: Kinds = {**FAMILY, "wage_fen": "whole"}
        rows = [
            (True, None, 2, None, 500_000),
            (True, False, 2, 1, 500_000),
            (True, True, 1, 0, 500_000),
            (False, None, 1, 1, 500_000),
            (False, False, 0, 0, 500_000),
            (True, True, 1, 1, None),
        ]
        assert answers(engine, kinds, rows, wage="wage_fen") == [
            (500_000, False, None),
            (500_000, True, None),
            (400_000, False, None),
            (200_000, False, None),
            (0, False, None),
            (None, None, None),
        ]

    def test_a_day_before_the_revised_regulation(self, engine: str) -> None:
        """Its shares may have been others; where nobody draws, none is asked for."""
        kinds: Kinds = {"spouse": "flag", "others": "whole", "wage_fen": "whole", "on": "day"}
        eve = date(2010, 12, 31)
        rows = [(True, 0, 100, eve), (False, 1, 100, eve), (False, 0, 100, eve), (True, 0, 100, date(2011, 1, 1))]
        assert answers(engine, kinds, rows, wage="wage_fen", on="on") == [
            (None, None, "not_in_force"),
            (None, None, "not_in_force"),
            (0, False, None),
            (40, False, None),
        ]

    def test_each_share_is_rounded_by_itself(self, engine: str) -> None:
        """Of 5 fen: 2, and 1.5 paid as 2; 2 and twice 1.5 as one each, as the wage is no more. Of 8: 3.2, 2.4, 2.4."""
        kinds: Kinds = {"spouse": "flag", "others": "whole", "wage_fen": "whole"}
        rows = [(True, 1, 5), (True, 2, 5), (True, 2, 8), (False, 2, 5)]
        found = answers(engine, kinds, rows, wage="wage_fen")
        assert found == [(4, False, None), (4, False, None), (7, False, None), (4, False, None)]

    @pytest.mark.parametrize(
        ("rates", "due"),
        [
            (("40", "30", "0.5"), (70_500, 30_500)),
            (("40", "30.5", "10"), (80_500, 40_500)),
            (("40.5", "30", "10"), (80_500, 40_000)),
        ],
    )
    def test_one_share_finer_than_the_others(self, engine: str, rates: Sequence[str], due: tuple[int, int]) -> None:
        """Half a point more for one alone, for one that is no spouse, or for the spouse; of 1,000 yuan."""
        kinds: Kinds = {**FAMILY, "wage_fen": "whole"}
        shares = DependantRates(*map(Rate.percent, rates))
        law = LAW.with_figure("dependant_rates", Entry(date(2020, 1, 1), shares, REFORM.source))
        rows = [(True, True, 1, 0, 100_000), (False, False, 1, 1, 100_000)]
        found = answers(engine, kinds, rows, wage="wage_fen", on=date(2020, 1, 1), law=law)
        assert found == [(one, False, None) for one in due]

    def test_the_cap_of_an_exact_wage_is_rounded_up(self, engine: str) -> None:
        """Half a fen and more is paid as one, below it is not."""
        kinds: Kinds = {"spouse": "flag", "others": "whole", "base_num": "whole", "base_den": "whole"}
        found = answers(engine, kinds, [(True, 3, 201, 2), (True, 3, 401, 4), (True, 2, 201, 2)])
        assert found == [(101, True, None), (100, True, None), (100, False, None)]

    def test_the_wage_in_life(self, engine: str) -> None:
        """70 % of 1,000 fen is no more than 700, and a fen more than 699; of 1,001 it is above 700."""
        kinds: Kinds = {"spouse": "flag", "others": "whole", "wage_fen": "whole", "wage_in_life_fen": "whole"}
        rows = [(True, 1, 1000, 700), (True, 1, 1000, 699), (True, 1, 1001, 700), (True, 1, 1000, None)]
        assert answers(engine, kinds, rows, wage="wage_fen", law=IN_LIFE) == [
            (700, False, None),
            (699, True, None),
            (700, True, None),
            (None, None, "needed_by_the_reading"),
        ]
        # Where it is no cap it is but a wage, so above zero.
        rows[0] = (True, 1, 1000, 0)
        assert answers(engine, kinds, rows, wage="wage_fen") == [
            (None, None, "not_positive"),
            (700, False, None),
            (700, False, None),
            (700, False, None),
        ]

    def test_more_alone_than_there_are(self, engine: str) -> None:
        """Nobody is alone who does not draw; of a family that is not known nothing is said."""
        kinds: Kinds = {**FAMILY, "wage_fen": "whole"}
        rows = [
            (False, True, 1, 1, 100),
            (None, True, 1, 1, 100),
            (True, True, 1, 2, 100),
            (True, True, None, 2, 100),
            (True, True, 1, -1, 100),
            (True, True, -1, None, 100),
            (True, True, 1, 1, 0),
        ]
        told = ["no_spouse", None, "more_than_the_others", None, "negative", "negative", "not_positive"]
        assert answers(engine, kinds, rows, wage="wage_fen") == [(None, None, one) for one in told]

    @pytest.mark.parametrize("rows", [1, 2])
    def test_the_largest(self, engine: str, rows: int) -> None:
        """A thousand dependants and 10^9 yuan a month over any denominator; one more is refused."""
        kinds: Kinds = {**FAMILY, "base_num": "whole", "base_den": "whole", "wage_in_life_fen": "whole"}
        largest = [(True, True, 1000, 1000, 10**18, 10**7, 10**11), (False, False, 1000, 1000, 10**18 - 1, 10**7, 1)]
        found = answers(engine, kinds, largest[:rows])
        assert found == [(10**11, True, None)] * rows
        found = answers(engine, kinds, largest[:rows], law=IN_LIFE)
        assert found == [(10**11, True, None), (1, True, None)][:rows]
        above = [(True, False, 1001, 0, 1, 1, 1), (True, False, 1, 1001, 1, 1, 1), (True, False, 1, 1, 10**18, 1, 1)]
        assert answers(engine, kinds, above) == [(None, None, "too_large")] * 3


class TestDoors:
    """What is said once for all rows."""

    TABLE: Final = ENGINES["pyarrow"](
        [{"spouse": True, "others": 1, "wage_fen": 100}], {"spouse": "flag", "others": "whole", "wage_fen": "whole"}
    )

    def test_the_reading_asks_for_the_wage_in_life(self) -> None:
        """There is no column of it."""
        with pytest.raises(InvalidFactError, match=r"wage_in_life must be given.*PensionCap\.WAGE_IN_LIFE"):
            frames.dependants_pension(self.TABLE, wage="wage_fen", law=IN_LIFE)

    def test_a_day_before_the_revised_regulation(self) -> None:
        """Its shares may have been others."""
        with pytest.raises(NotInForceError):
            frames.dependants_pension(self.TABLE, wage="wage_fen", on=date(2010, 12, 31))
        first = frames.dependants_pension(self.TABLE, wage="wage_fen", on=date(2011, 1, 1))
        assert first["pension_fen"].to_pylist() == [70]

    def test_shares_too_fine(self) -> None:
        """What leaves 64 bits is for the scalar rule."""
        fine = Rate.percent("33.3333333")
        law = LAW.with_figure(
            "dependant_rates", Entry(date(2020, 1, 1), DependantRates(fine, fine, fine), REFORM.source)
        )
        kinds: Kinds = {"spouse": "flag", "others": "whole", "wage_fen": "whole"}
        for engine in ("pyarrow", "duckdb"):
            with pytest.raises(OutOfScopeError, match="row by row"):
                answers(engine, kinds, [(True, 1, 10**11)], wage="wage_fen", law=law)


def test_a_row_has_its_reasons() -> None:
    """The rule of one case, asked for those whom the row counts."""
    row = {"spouse": True, "spouse_alone": True, "others": 2, "others_alone": 1, "wage_fen": 100_001}
    asked = {"wage": "wage_fen", "on": None}
    why = reason_of(frames.dependants_pension, row, LAW, asked)
    assert why is not None
    assert [(share.dependant.name, share.dependant.kind, f"{share.rate}") for share in why.outcome.shares] == [
        ("1", DependantKind.OTHER, "40%"),
        ("2", DependantKind.OTHER, "30%"),
        ("spouse", DependantKind.SPOUSE, "50%"),
    ]
    assert why.outcome.capped
    alone = reason_of(frames.dependants_pension, {"spouse": None, "others": 1, "wage_fen": 1000}, LAW, asked)
    assert alone is not None
    assert f"{alone.outcome.total}" == "3.00"
