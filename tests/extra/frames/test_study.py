"""A study says what the rules say row by row, on every engine; its parts add up to the fen.

After a change that is meant: ``GOLDEN=write pytest tests/extra/frames/test_study.py -k shown``.
"""

import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from itertools import permutations
from types import SimpleNamespace
from typing import Any, Final

import attrs
import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import benefits, construction
from gxinjury.benefits import AverageSeries, AverageWage
from gxinjury.construction import Contract
from gxinjury.errors import GxInjuryError, InvalidFactError, StaleFigureWarning
from gxinjury.explanations import Explanation, explain
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON, STALE, Study, _population, study
from gxinjury.extra.frames._asking import Asking
from gxinjury.extra.frames._shapley import in_whole, shapley
from gxinjury.extra.samples import sample_projects, sample_workers
from gxinjury.extra.tables import table
from gxinjury.law import LAW, Law
from gxinjury.law.readings import ElapsedTime, Reduction
from gxinjury.money import Rate
from gxinjury.reforms import Reform
from tests.extra.frames.engines import ENGINES, Kinds, Row
from tests.extra.looks import check_golden

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

CUT: Final = Reform("降费").figure("project_premium_rate", "1.0‰", since=date(2016, 1, 1), until=date(2018, 12, 31))
MONTHS: Final = Reform("按月").reading(ElapsedTime.MONTHS)
LAWS: Final[dict[str, Law | Reform]] = {"now": LAW, "cut": CUT, "months": MONTHS, "both": CUT & MONTHS}
KINDS: Final[Kinds] = {
    "project": "text",
    "district": "text",
    "price_yuan": "yuan",
    "commencement": "day",
    "completion": "day",
    "started_on": "day",
    "paid_on": "day",
}
BY: Final = ("district", "paid_on")
every_engine = pytest.mark.parametrize("engine", ENGINES)
every_swift_engine = pytest.mark.parametrize("engine", ["pandas", "pandas objects", "polars", "polars lazy", "pyarrow"])


@cache
def drawn(count: int) -> tuple[Row, ...]:
    """Projects with their hard cases; no two of one price, so that no two change alike."""
    columns = sample_projects(count, 11)
    return tuple({name: columns[name][place] for name in KINDS} | {"place": place} for place in range(count))


def law_of(name: str) -> Law:
    """A law by its name in the study."""
    one = LAWS[name]
    return LAW.under(one) if isinstance(one, Reform) else one


@attrs.frozen
class Answer:
    """What the rule of one project says."""

    fen: int | None
    refused: bool = False
    stale: bool = False


@cache
def answers(count: int, name: str) -> list[Answer]:
    """What the rule says of each row, asked by itself."""
    return [answer(row, law_of(name)) for row in drawn(count)]


def answer(row: Row, law: Law) -> Answer:
    """What the rule says of a row."""
    if None in (row["price_yuan"], row["commencement"], row["completion"], row["paid_on"]):
        return Answer(None)
    contract = Contract(row["price_yuan"], row["commencement"], row["completion"])
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", StaleFigureWarning)
        try:
            bill = construction.project_premium(contract, paid_on=row["paid_on"], started_on=row["started_on"], law=law)
        except GxInjuryError:
            return Answer(None, refused=True)
    return Answer(int(bill.total * 100), stale=bool(told))


def grouped(count: int, by: str | None) -> list[tuple[str | None, list[int]]]:
    """The places of the rows in each group, what holds nothing last."""
    groups: dict[str | None, list[int]] = defaultdict(list)
    for place, row in enumerate(drawn(count)):
        value = None if by is None else row[by]
        groups[str(value.year) if isinstance(value, date) else value].append(place)
    return sorted(groups.items(), key=lambda group: (group[0] is None, group[0]))


def half_up(value: Fraction, places: str = "0.01") -> Decimal:
    """A fraction rounded half up, away from zero."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(places), ROUND_HALF_UP)


def summed(answered: Sequence[int]) -> Decimal:
    """Fen as yuan."""
    return Decimal(sum(answered)) / 100


def totals(count: int, names: Sequence[str], by: str | None) -> Iterator[tuple[Any, ...]]:
    """What each law answers of each group, row by row."""
    for group, places in grouped(count, by):
        for name in names:
            given = [answers(count, name)[place] for place in places]
            answered = [one.fen for one in given if one.fen is not None]
            refused = sum(one.refused for one in given)
            stale = sum(one.stale for one in given)
            unknown = len(given) - len(answered) - refused
            yield name, by, group, len(given), len(answered), refused, unknown, stale, summed(answered)


def compared(count: int, places: Sequence[int], name: str) -> list[tuple[int, int]]:
    """What the first law and another answer of the rows that both answer."""
    pairs = ((answers(count, "now")[place].fen, answers(count, name)[place].fen) for place in places)
    return [(before, after) for before, after in pairs if before is not None and after is not None]


def changes(count: int, names: Sequence[str], by: str | None) -> Iterator[tuple[Any, ...]]:
    """What each law changes in each group, row by row."""
    for group, places in grouped(count, by):
        for name in names[1:]:
            pairs = compared(count, places, name)
            more = [after - before for before, after in pairs if after > before]
            less = [before - after for before, after in pairs if after < before]
            change, before = sum(more) - sum(less), sum(before for before, _ in pairs)
            mean = half_up(Fraction(change, 100 * len(pairs))) if pairs else None
            share = half_up(Fraction(change * 100, before)) / 100 if before else None
            sums = summed([before]), summed(more), summed(less), summed([change])
            yield name, by, group, len(pairs), len(more), len(less), *sums, mean, share


def tenths(count: int, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The same by tenths of what the first law answers, made of the sorted rows."""
    base = answers(count, "now")
    ranked = sorted((one.fen, place) for place, one in enumerate(base) if one.fen is not None)
    ends = [ranked[-(-len(ranked) * tenth // 10) - 1][0] for tenth in range(1, 11)]
    for name in names[1:]:
        for tenth, (after, upto) in enumerate(zip([-1, *ends], ends, strict=False), 1):
            pairs = compared(count, [place for fen, place in ranked if after < fen <= upto], name)
            change, before = sum(new - old for old, new in pairs), sum(old for old, _ in pairs)
            yield name, tenth, summed([upto]), len(pairs), summed([before]), summed([change])


def told(found: Study) -> dict[str, list[tuple[Any, ...]]]:
    """What a study says, as the functions here say it."""

    def change(one: frames.Change) -> tuple[Any, ...]:
        share = None if one.share is None else one.share.fraction
        sums = one.before, one.increase, one.decrease, one.change
        return one.law, one.by, one.group, one.rows, one.more, one.less, *sums, one.mean, share

    return {
        "totals": [attrs.astuple(one) for one in (*found.totals, *found.groups)],
        "changes": [change(one) for one in (*found.changes, *found.group_changes)],
        "tenths": [(one.law, one.tenth, one.upto, one.rows, one.before, one.change) for one in found.tenths],
    }


@every_engine
def test_row_by_row(engine: str) -> None:
    """Totals, changes and tenths are those of the rows, refused and stale ones counted; on Spark of fewer rows."""
    count, names = (150, ["now", "both"]) if engine == "pyspark" else (1000, list(LAWS))
    population = ENGINES[engine](drawn(count), KINDS)
    found = study(frames.project_premium, population, {name: LAWS[name] for name in names}, by=BY)
    groups = (None, *BY)
    assert told(found) == {
        "totals": [one for by in groups for one in totals(count, names, by)],
        "changes": [one for by in groups for one in changes(count, names, by)],
        "tenths": [*tenths(count, names)],
    }
    assert (found.question, found.amount, found.laws) == ("project_premium", "premium_fen", tuple(names))
    for name in names[1:]:
        pairs = [(after - before, place) for place in range(count) for before, after in compared(count, [place], name)]
        for sign in (1, -1):
            most = sorted((sign * change, -place) for change, place in pairs if sign * change > 0)[:-4:-1]
            hits = [one for one in found.hits if one.law == name and (one.change > 0) == (sign > 0)]
            assert [one.change for one in hits] == [sign * summed([change]) for change, _ in most]
            for hit, (_, place) in zip(hits, most, strict=True):
                assert hit.row["project"] == drawn(count)[-place]["project"]
                assert hit.why_before is not None
                assert hit.why_after is not None
                assert hit.why_before.outcome.total == hit.before
                assert hit.why_after.outcome.total == hit.after == hit.before + hit.change


@pytest.mark.parametrize("engine", ["pandas", "polars", "polars lazy", "pyarrow", "duckdb"])
def test_attribution(engine: str) -> None:
    """What each part adds is its mean effect over all orders; the parts add up to the whole change."""
    early = Reform("提前").figure("new_starts_from", "2014-01-01", since=date(2015, 1, 1))
    parts = [CUT, MONTHS, early]
    found = study(
        frames.project_premium, ENGINES[engine](drawn(300), KINDS), {"now": LAW}, parts=parts, hits=0
    ).attribution
    assert found is not None

    @cache
    def worth(held: frozenset[int]) -> int:
        law = LAW
        for place in sorted(held):
            law = law.under(parts[place])
        return sum(one.fen or 0 for one in (answer(row, law) for row in drawn(300)))

    orders = list(permutations(range(3)))
    exact = [
        sum(
            (
                Fraction(worth(frozenset(order[: at + 1])) - worth(frozenset(order[:at])), len(orders))
                for order in orders
                for at in [order.index(place)]
            ),
            Fraction(0),
        )
        for place in range(3)
    ]
    change = worth(frozenset(range(3))) - worth(frozenset())
    assert sum(exact) == change
    assert found.change == summed([change]) == sum(one.effect for one in found.parts)
    for place, one in enumerate(found.parts):
        off = int(one.effect * 100) - exact[place]
        assert -1 < off < 1
        assert one.rounded_up == (off > 0)
        assert one.alone == summed([worth(frozenset([place])) - worth(frozenset())])
        assert one.last == summed([worth(frozenset(range(3))) - worth(frozenset(range(3)) - {place})])
        assert str(one.part) == str(parts[place].source)
    assert (found.rows, found.left_out) == (270, 0)


@given(
    st.integers(0, 5).flatmap(
        lambda parts: st.lists(st.integers(-(10**15), 10**15), min_size=2**parts, max_size=2**parts)
    )
)
def test_shares_add_up(worth: list[int]) -> None:
    """Exact shares, and those in whole fen, add up to the whole; each fen share is the exact one rounded."""
    exact = shapley(worth)
    assert sum(exact) == worth[-1] - worth[0]
    fen, up = in_whole(exact)
    assert sum(fen) == worth[-1] - worth[0]
    for place, (whole, one) in enumerate(zip(fen, exact, strict=True)):
        assert abs(whole - one) < 1
        assert (whole > one) == (place in up)
    rests = [one - one.__floor__() for one in exact]
    assert all(rests[one] >= rests[other] for one in up for other in range(len(rests)) if other not in up)


@given(st.lists(st.integers(-(10**12), 10**12), min_size=4, max_size=4))
def test_shares_are_fair(effects: list[int]) -> None:
    """Parts that only add up get what they add; a part that changes nothing gets nothing; equal parts get the same."""
    worth = [sum(effect for place, effect in enumerate(effects) if held >> place & 1) for held in range(16)]
    assert shapley(worth) == effects
    joint = [10 * (held == 15) for held in range(16)]
    assert shapley(joint) == [Fraction(10, 4)] * 4
    assert in_whole(shapley(joint)) == ([3, 3, 2, 2], [0, 1])


@pytest.mark.parametrize("engine", [one for one in ENGINES if one != "pyspark"])
def test_empty_population(engine: str) -> None:
    """No rows: nothing is answered, changed, ranked or hit."""
    population: Any = ENGINES["polars"](drawn(1), KINDS).clear().to_arrow()
    made: Mapping[str, Callable[[], Any]] = {
        "polars": lambda: pl.from_arrow(population),
        "polars lazy": lambda: pl.DataFrame(population).lazy(),
        "pyarrow": lambda: population,
        "duckdb": lambda: duckdb.connect().from_arrow(population),
        "pandas pyarrow": lambda: population.to_pandas(types_mapper=pd.ArrowDtype),
    }
    if engine not in made:
        pytest.skip("an empty frame of it has no types")
    found = study(frames.project_premium, made[engine](), LAWS, by=BY, parts=[CUT, MONTHS])
    assert [attrs.astuple(one) for one in found.totals] == [(name, None, None, 0, 0, 0, 0, 0, 0) for name in LAWS]
    assert [(one.rows, one.change, one.mean, one.share) for one in found.changes] == [(0, Decimal(0), None, None)] * 3
    assert (found.groups, found.group_changes, found.tenths, found.hits) == ((), (), (), ())
    assert found.attribution is not None
    assert [one.effect for one in found.attribution.parts] == [0, 0]
    assert "0.00" in str(found)


@every_swift_engine
def test_all_refused(engine: str) -> None:
    """Where no row is answered, all of them are counted as refused."""
    rows = [
        row | {"paid_on": date(2014, 12, 31)} for row in drawn(50) if answers(50, "now")[row["place"]].fen is not None
    ]
    population = ENGINES[engine](rows, KINDS)
    found = study(frames.project_premium, population, {"now": LAW, "cut": CUT}, by="district")
    for one in found.totals:
        assert (one.rows, one.answered, one.refused, one.amount) == (len(rows), 0, len(rows), Decimal(0))
    assert found.changes[0].mean is None
    assert (found.tenths, found.hits) == ((), ())


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        (["a", "b", "a"], ["a", "b"]),
        ([None] * 3, [None]),
        (["b", None, 1], ["1", "b", None]),
        ([10, None, 2], ["2", "10", None]),
        ([date(2019, 5, 1), date(2019, 7, 1), None], ["2019", None]),
        (["-", date(2019, 5, 1), date(2019, 7, 1)], ["-", "2019-05-01", "2019-07-01"]),
        ([date(2019, 5, 1), None, "2020"], ["2019-05-01", "2020", None]),
    ],
)
def test_a_column_of_objects(values: list[object], groups: list[str | None]) -> None:
    """Each is a group as it is, and so is a column in which nothing stands; days and nothing else go by their years."""
    population = ENGINES["pandas objects"](drawn(3), KINDS)
    population["name"] = pd.Series(values, dtype=object, index=population.index)
    found = study(frames.project_premium, population, {"now": LAW}, by="name")
    assert [one.group for one in found.groups] == groups


def test_one_law_only() -> None:
    """One law has totals, and nothing to compare with."""
    found = study(frames.project_premium, ENGINES["polars"](drawn(50), KINDS), {"now": LAW}, by="district")
    assert len(found.totals) == 1
    assert len(found.groups) == 7
    assert (found.changes, found.group_changes, found.tenths, found.attribution, found.hits) == ((), (), (), None, ())


def test_rows_answered_by_one_law_only() -> None:
    """A row that only one of the laws answers is told apart, and compared with nothing."""
    strict = LAW.only_verified()
    population = ENGINES["polars"](drawn(100), KINDS)
    found = study(frames.project_premium, population, {"now": LAW, "strict": strict}, tenths=False)
    stale = found.totals[0].stale
    assert stale > 10
    assert (found.changes[0].lost, found.changes[0].won, found.changes[0].rows) == (stale, 0, 90 - stale)
    assert found.totals[1].stale == 0
    back = study(frames.project_premium, population, {"strict": strict, "now": LAW}, parts=[CUT], hits=0)
    assert (back.changes[0].lost, back.changes[0].won) == (0, stale)
    # A strict law refuses what a reform proposes, so those years are left out.
    assert back.attribution is not None
    of_the_reform = [
        row
        for row, one in zip(drawn(100), answers(100, "now"), strict=True)
        if one.fen is not None and 2016 <= row["paid_on"].year <= 2018
    ]
    assert back.attribution.left_out == len(of_the_reform)
    assert back.attribution.rows + back.attribution.left_out == 90 - stale
    assert back.tenths[-1].rows > 0


@every_swift_engine
def test_ranked_by_another_amount(engine: str) -> None:
    """Tenths may be made of another column; rows of equal amounts stay together."""
    rows = [
        {"price_yuan": Decimal(price), "paid": date(2016, 1, 1), **days}
        for price in [1000] * 30 + [2000] * 69 + [10**9]
    ]
    kinds = {"price_yuan": "yuan", "paid": "day", "commencement": "day", "completion": "day"}
    given: dict[str, Any] = {"paid_on": "paid", "rank": "price_yuan", "hits": 0}
    found = study(frames.project_premium, ENGINES[engine](rows, kinds), {"now": LAW, "cut": CUT}, **given)
    uptos = [str(one.upto) for one in found.tenths]
    assert uptos == ["1000.00"] * 3 + ["2000.00"] * 6 + ["1000000000.00"]
    assert [one.rows for one in found.tenths] == [30, 0, 0, 69, 0, 0, 0, 0, 0, 1]
    assert found.tenths[1].mean is None
    assert str(found.tenths[0].share) == "-23.08%"


days: Final = {"commencement": date(2016, 3, 1), "completion": date(2016, 12, 31)}


def test_hits_go_by_texts_that_pandas_has_as_objects() -> None:
    """Of rows that change alike the first by their texts, and one that has none at the end."""
    contract = {"price_yuan": 10_000, "commencement": date(2016, 3, 1), "completion": date(2016, 12, 31)}
    rows = [{**contract, "paid_on": date(2016, 1, 1), "name": name} for name in ("c", "a", "b", None)]
    frame = pd.DataFrame(rows).astype({"name": object})
    found = study(frames.project_premium, frame, {"now": LAW, "cut": CUT}, hits=4)
    assert [hit.row["name"] for hit in found.hits] == ["a", "b", "c", None]


@pytest.mark.parametrize("lazy", [False, True])
def test_hits_go_by_what_can_be_sorted(*, lazy: bool) -> None:
    """Of rows that change alike the first by their columns; one of records has no order, and is told all the same."""
    names = ["c", "a", "b", None]
    frame = pl.DataFrame(
        {
            "of": [{"city": "南宁"}, {"city": "柳州"}, {"city": "桂林"}, {"city": "梧州"}],
            "name": names,
            "price_yuan": [10_000] * 4,
            "paid_on": [date(2016, 1, 1)] * 4,
            **{name: [day] * 4 for name, day in days.items()},
        }
    )
    found = study(frames.project_premium, frame.lazy() if lazy else frame, {"now": LAW, "cut": CUT}, hits=4)
    assert [hit.row["name"] for hit in found.hits] == ["a", "b", "c", None]
    assert [hit.row["of"]["city"] for hit in found.hits] == ["柳州", "桂林", "南宁", "梧州"]


@pytest.mark.parametrize("engine", ["pandas", "polars", "polars lazy"])
def test_several_questions_in_a_row(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function of the caller's own asks one question after the other; its rows are explained as he says."""
    monkeypatch.setattr(_population, "_ROWS_AT_A_TIME", 64)
    kinds = {"worker": "text", "wages_yuan": "yuan", "months": "whole", "injured_on": "day", "grade": "whole"}
    columns = sample_workers(400, 2)
    rows = [{name: columns[name][place] for name in kinds} for place in range(400)]

    def subsidy(frame: Any, **how: Any) -> Any:  # noqa: ANN401  (a frame, and how it is asked)
        based = frames.benefit_base(frame, average=AverageSeries.ON_POST, **how)
        return frames.lump_sum_disability_subsidy(based, on="injured_on", **how)

    def why(row: Mapping[str, Any], law: Law) -> Explanation[Any]:
        average = benefits.city_average(AverageSeries.ON_POST, injured_on=row["injured_on"])
        wages = None if row["months"] is None else [(row["wages_yuan"] / row["months"]).quantize(Decimal("0.0000001"))]
        base = benefits.benefit_base(wages, average=average, injured_on=row["injured_on"], law=law)
        return explain(benefits.lump_sum_disability_subsidy, row["grade"], base.amount, on=row["injured_on"], law=law)

    more = Reform("提高").figure("light_subsidy_months", {7: 14, 8: 12, 9: 10, 10: 8}, since=date(2016, 1, 1))
    given: dict[str, Any] = {"amount": "disability_subsidy_fen", "explained": why, "hits": 2}
    found = study(subsidy, ENGINES[engine](rows, kinds), {"now": LAW, "more": more}, **given)
    assert found.question == "subsidy"
    assert found.totals[0].refused == 20
    assert found.totals[0].unknown == 12 - 0
    assert found.changes[0].less == 0
    assert found.changes[0].more > 200
    hit, *_ = found.hits
    assert hit.why_after is not None
    assert abs(hit.why_after.outcome - hit.after) < Decimal("0.02")
    with pytest.raises(InvalidFactError, match=r"must name a column of the answer in fen.*'base_fen'.*'disability_sub"):
        study(subsidy, ENGINES[engine](rows, kinds), {"now": LAW})


def test_rows_explained_by_the_rule_of_their_question() -> None:
    """Each question that is asked of one row by its columns alone has its reasons; others have none."""
    frame = pa.table(
        {
            "grade": [7, 10],
            "wage_fen": [690500, 100000],
            "anchored_on": [date(2022, 5, 4)] * 2,
            "income_yuan": [None, 50000],
            "first": [date(2018, 12, 27)] * 2,
            "last": [date(2019, 1, 5)] * 2,
            "persons": [12, 3],
            "monthly_base_yuan": [6756, 5000],
            "amount_yuan": [100, 200],
            "agreed_on": [date(2016, 3, 1)] * 2,
            "commencement": [date(2016, 1, 1)] * 2,
            "completion": [date(2016, 12, 31)] * 2,
            "paid_on": [date(2016, 1, 1)] * 2,
            "on": [date(2016, 1, 1)] * 2,
            "num": [690500 * 7, 700000],
            "den": [7, 7],
        }
    )
    later = date(2011, 1, 1)
    months = Reform("月数").figure("light_subsidy_months", {7: 14, 8: 12, 9: 10, 10: 8}, since=later)
    asked: list[tuple[Any, Reform, dict[str, Any], list[str]]] = [
        (frames.lump_sum_disability_subsidy, months, {"wage": "wage_fen", "on": "on"}, ["96670.00", "8000.00"]),
        (frames.lump_sum_disability_subsidy, months, {"wage": ("num", "den")}, ["96670.00", "8000.00"]),
        (
            frames.lump_sum_death_subsidy,
            Reform("倍数").figure("death_subsidy_multiple", 21, since=later),
            {},
            ["1050000.00", "995652.00"],
        ),
        (frames.hospital_meals, Reform("伙食").figure("hospital_meals", "30", since=later), {}, ["300.00", "300.00"]),
        (
            frames.supplementary_premium,
            Reform("降费").figure("project_premium_rate", "1.0‰", since=date(2016, 1, 1)),
            {},
            ["0.20", "0.10"],
        ),
    ]
    for question, reform, how, after in asked:
        found = study(question, frame, {"now": LAW, "then": reform}, **how)
        assert sorted(str(one.after) for one in found.hits) == sorted(after)
        for hit in found.hits:
            if question is frames.supplementary_premium:
                assert (hit.why_before, hit.why_after) == (None, None)
                continue
            assert hit.why_after is not None
            outcome = hit.why_after.outcome
            assert getattr(outcome, "amount", outcome) == hit.after
    heads = study(frames.headcount_premium, frame, {"now": LAW, "same": Reform("无")}, rate=Rate.percent("0.4"), hits=1)
    assert (heads.changes[0].change, heads.hits) == (Decimal(0), ())


def test_reasons_of_a_headcount() -> None:
    """A premium by headcount is explained too, though no figure of the law changes it."""
    from gxinjury.extra.frames._row_reasons import reason_of

    row = {"persons": 12, "monthly_base_yuan": 6756}
    why = reason_of(frames.headcount_premium, row, LAW, {"rate": Rate.percent("0.4")})
    assert why is not None
    assert str(why.outcome) == "324.29"
    assert reason_of(len, row, LAW, {}) is None


def test_ids_stay_masked() -> None:
    """What a row holds is told with ids masked; the raw row is there, and not shown."""
    rows = [row | {"project": "450103198001011233"} for row in drawn(50)]
    found = study(frames.project_premium, ENGINES["polars"](rows, KINDS), {"now": LAW, "cut": CUT})
    assert found.hits[0].row["project"] == "450103198001011233"
    for text in (repr(found), str(found), found.text("zh"), found.html("zh"), str(table(found.hits))):
        assert "450103198001011233" not in text


def test_shown() -> None:
    """A study is told in tables, in either language, each of which is one of ``tables`` too."""
    population = ENGINES["polars"](drawn(100), KINDS)
    found = study(
        frames.project_premium, population, {"now": LAW, "both": CUT & MONTHS}, by="district", parts=[CUT, MONTHS]
    )
    for heading in ("totals", "totals by group", "changes", "tenths", "attribution", "rows hit hardest"):
        assert f"{heading}\n" in str(found)
    told = [found.text("en"), found.text("zh"), found.html("zh").replace("<tr>", "\n<tr>")]
    check_golden("study", "\n".join(told).splitlines())
    assert str(found) == found.text("en")
    for heading in ("合计", "分组合计", "增减", "十等分组", "改革分摊", "增减最大的行"):
        assert f"<h4>{heading}</h4><table" in found.html("zh")
    assert found._repr_html_() == found.html("en")
    for field in ("totals", "groups", "changes", "group_changes", "tenths", "attribution", "hits"):
        one = getattr(found, field)
        assert len(table(one, "polars")) == (len(one.parts) + 1 if field == "attribution" else len(one))
        assert table(one, language="zh").rows
    assert table(found).rows


@every_engine
def test_stale_answers_are_marked(engine: str) -> None:
    """A column says which figure an answer rests on past its day; what an earlier question said stays."""
    rows = [
        row | {"later": date(2020, 6, 1), "amount_yuan": Decimal(100), "agreed": date(2021, 1, 1)} for row in drawn(60)
    ]
    kinds = KINDS | {"later": "day", "amount_yuan": "yuan", "agreed": "day"}
    asked: dict[str, Any] = {"on_invalid": "flag", "stale": True}
    paid: Any = frames.project_premium(ENGINES[engine](rows, kinds), **asked)
    if engine == "polars lazy":
        paid = paid.collect()
    from tests.extra.frames.engines import as_rows

    found = as_rows(paid)
    assert [row[STALE] is not None for row in found] == [one.stale for one in answers(60, "now")]
    assert {row[STALE] for row in found} == {
        None,
        "rate of the project premium was verified through 2020-05-31; a row asks for a later day",
    }
    if engine in {"polars", "pandas"}:
        both = frames.supplementary_premium(paid, paid_on="later", agreed_on="agreed", **asked)
        marked = as_rows(both)
        assert all(new[STALE] == old[STALE] for old, new in zip(found, marked, strict=True) if old[STALE] is not None)
        assert sum(row[STALE] is not None for row in marked) > sum(row[STALE] is not None for row in found)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"by": "city"}, "by must name a column of the frame, got 'city'"),
        ({"rank": "size"}, "rank must name a column"),
        ({"amount": "fen"}, "amount must name a column of the answer in fen: .*, got 'fen'"),
        ({"amount": "price_yuan"}, "amount must name a column of the answer in fen: .*, got 'price_yuan'"),
        ({"laws": {}}, "laws must map names to laws"),
        ({"laws": [LAW]}, "laws must map names to laws"),
        ({"laws": ["now"]}, "laws must map names to laws"),
        ({"laws": {1: LAW}}, "laws must map names to laws"),
        ({"laws": {"now": LAW, 1: LAW}}, "laws must map names to laws"),
        ({"laws": {"now": CUT}}, "now must be of type Law"),
        ({"laws": {"now": LAW, "cut": "1.0‰"}}, "cut must be of type Law"),
        ({"parts": [MONTHS] * 7}, "parts must not be more than 6"),
        ({"parts": [LAW]}, "must be of type Reform"),
        ({"hits": -1}, "hits must"),
        ({"tenths": "yes"}, "tenths must"),
        ({"paid_on": "never"}, "paid_on must name a column"),
        ({"population": [1]}, "population must be a frame"),
        (
            {"question": frames.effective_day, "reported_on": "paid_on"},
            r"amount must name a column of the answer in fen: .*, got \[\]",
        ),
    ],
)
def test_wrong_arguments(given: dict[str, Any], words: str) -> None:
    """Each is named."""
    asked = {"population": ENGINES["polars"](drawn(3), KINDS), "laws": {"now": LAW}, "question": frames.project_premium}
    with pytest.raises(InvalidFactError, match=words):
        study(**(asked | given))


def price(row: Row, **facts: Any) -> Row:  # noqa: ANN401  (a fact)
    """A project that pays in full."""
    return {"price_yuan": Decimal(10_000), "paid_on": date(2016, 1, 1), **days, **row, **facts}


@pytest.mark.parametrize(("unit", "column"), [("yuan", "size"), (None, "size_yuan")])
def test_ranked_by_an_amount_that_is_not_there_in_every_row(unit: str | None, column: str) -> None:
    """What is negative or null has no rank, nothing has; the unit is said by the name, or by the caller."""
    frame = pl.DataFrame([price({column: one}) for one in (5, -1, None, 7, 0)])
    more: dict[str, Any] = {"unit": unit, "price": "price_yuan"} if unit else {}
    found = study(frames.project_premium, frame, {"now": LAW, "cut": CUT}, rank=column, hits=0, **more)
    assert [(one.tenth, str(one.upto)) for one in found.tenths if one.rows] == [(1, "0.00"), (4, "5.00"), (7, "7.00")]
    assert found.totals[0].answered == 5


def test_years_that_no_case_lies_in_are_no_group() -> None:
    """Nor are days that are not known."""
    born = [date(1850, 1, 1), date(1900, 1, 1), None, date(2199, 12, 31), date(2200, 1, 1)]
    frame = pl.DataFrame([price({"born": one}) for one in born])
    found = study(frames.project_premium, frame, {"now": LAW}, by="born")
    assert [(one.group, one.rows) for one in found.groups] == [("1900", 1), ("2199", 1), (None, 3)]
    by_moment = study(
        frames.project_premium, frame.with_columns(pl.col("born").cast(pl.Datetime)), {"now": LAW}, by="born"
    )
    assert by_moment.groups == found.groups
    abroad = frame.with_columns(pl.col("born").cast(pl.Datetime("us", "Asia/Shanghai")))
    assert len(study(frames.project_premium, abroad, {"now": LAW}, by="born").groups) == 5


SORTED: Final[Mapping[str, tuple[Any, list[Any]]]] = {
    "whole": (pl.Int64, [1, 2, 3]),
    "float": (pl.Float64, [0.5, 1.5, 2.5]),
    "decimal": (pl.Decimal(10, 2), [Decimal("0.10"), Decimal("0.20"), Decimal("0.30")]),
    "day": (pl.Date, [date(2015, 1, 1), date(2016, 1, 1), date(2017, 1, 1)]),
    "moment": (pl.Datetime, [datetime(2015, 1, 1, 8), datetime(2015, 1, 1, 9), datetime(2016, 1, 1, 8)]),
    "flag": (pl.Boolean, [False, True, None]),
    "text": (pl.String, ["a", "b", None]),
    "category": (pl.Categorical, ["a", "b", "c"]),
    "enumeration": (pl.Enum(["a", "b", "c"]), ["a", "b", "c"]),
}


@pytest.mark.parametrize("kind", SORTED)
@pytest.mark.parametrize("lazy", [False, True])
def test_hits_go_by_columns_of_every_kind(kind: str, *, lazy: bool) -> None:
    """Of rows that change alike those come first whose columns do, what is not known last."""
    dtype, values = SORTED[kind]
    if pl.Series(values[::-1], dtype=dtype).sort().drop_nulls()[0] != values[0]:
        pytest.skip("this polars sorts categories as they came")
    frame = pl.DataFrame([price({}) for _ in values]).with_columns(by=pl.Series(values[::-1], dtype=dtype))
    found = study(
        frames.project_premium, frame.lazy() if lazy else frame, {"now": LAW, "cut": CUT}, hits=2, tenths=False
    )
    assert [hit.row["by"] for hit in found.hits] == values[:2]
    assert found.tenths == ()


def test_as_many_parts_as_may_be() -> None:
    """Six, though they be the same."""
    frame = pl.DataFrame([price({})])
    found = study(frames.project_premium, frame, {"now": LAW}, parts=[CUT] * 6, hits=0, tenths=False).attribution
    assert found is not None
    assert [str(one.effect) for one in found.parts] == ["-0.50"] * 6


def test_names_of_its_own() -> None:
    """Columns that a study makes, or that tell of an earlier question, are not there before."""
    frame = pl.DataFrame({"_study_rank": [1]})
    with pytest.raises(InvalidFactError, match="must not start with _study_"):
        study(frames.project_premium, frame, {"now": LAW})
    for name in (REASON, STALE):
        with pytest.raises(InvalidFactError, match="drop what was told before"):
            study(frames.project_premium, pl.DataFrame({name: [None]}), {"now": LAW})


def test_too_many_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column of more values than there may be is none to group by."""
    monkeypatch.setattr(_population.summed, "__defaults__", (None, 49))
    population = ENGINES["polars"](drawn(50), KINDS)
    with pytest.raises(InvalidFactError, match="too many different values to group rows by, got 50"):
        study(frames.project_premium, population, {"now": LAW}, by="project")
    monkeypatch.setattr(_population.summed, "__defaults__", (None, 50))
    assert len(study(frames.project_premium, population, {"now": LAW}, by="project").groups) == 50


def test_what_the_question_raises_is_raised() -> None:
    """What the whole question refuses, a study refuses."""
    population = pl.DataFrame({"amount_yuan": [1]})
    with pytest.raises(GxInjuryError, match="NETTED"):
        study(frames.supplementary_premium, population, {"now": LAW.reading(Reduction.NETTED)})


def test_duckdb_keeps_nothing() -> None:
    """The tables that it keeps answers in are gone afterwards, also where the study fails."""
    connection = duckdb.connect()
    population = connection.from_arrow(ENGINES["pyarrow"](drawn(20), KINDS))
    study(frames.project_premium, population, {"now": LAW, "cut": CUT}, hits=0, tenths=False)
    with pytest.raises(InvalidFactError, match="must name a column"):
        study(frames.project_premium, population, {"now": LAW}, by="nowhere")
    assert connection.sql("SELECT table_name FROM duckdb_tables()").fetchall() == []


def test_a_plan_begins_anew_after_each_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """On DuckDB in one table, which is dropped for the next; on Spark at a point that is not waited for."""
    connection = duckdb.connect()
    population = connection.from_arrow(ENGINES["pyarrow"](drawn(20), KINDS))
    asking = Asking(frames.project_premium, (LAW, law_of("cut")), None, None, {})
    people = _population.Population(population, asking)
    made = connection.sql("SELECT table_name FROM duckdb_tables()").fetchall()
    assert [name.startswith("_study_") for (name,) in made] == [True]
    people.done()
    assert connection.sql("SELECT table_name FROM duckdb_tables()").fetchall() == []
    waited: list[bool] = []

    def checkpoint(*, eager: bool) -> str:
        waited.append(eager)
        return "begun anew"

    on_spark: Any = SimpleNamespace(localCheckpoint=checkpoint, implementation=nw.Implementation.PYSPARK)
    on_spark.to_native = lambda: on_spark
    monkeypatch.setattr(nw, "from_native", lambda native: native)
    assert people._keep(on_spark) == "begun anew"
    assert waited == [False]


def test_average_of_a_year_is_handed_on() -> None:
    """What else a question takes reaches it."""
    frame = pl.DataFrame({"died_on": [date(2016, 5, 4)]})
    found = study(frames.funeral_subsidy, frame, {"now": LAW}, average=AverageWage(60000, "on_post", 2015))
    assert str(found.totals[0].amount) == "30000.00"


def test_a_fen_less_and_a_fen_more() -> None:
    """Who pays one fen less pays less, and one fen more, more: each is a row that is hit, and no other is."""
    rows = [price({}, price_yuan=Decimal(100)), price({}, price_yuan=Decimal(1)), price({}, price_yuan=None)]
    rates = {"now": "1.3‰", "less": "1.2‰", "more": "1.4‰"}
    reforms = {
        name: Reform(name).figure("project_premium_rate", rate, since=date(2015, 1, 1)) for name, rate in rates.items()
    }
    found = study(frames.project_premium, pl.DataFrame(rows), {name: LAW.under(one) for name, one in reforms.items()})
    less, more = found.changes
    assert (less.rows, less.more, less.less, str(less.increase), str(less.change)) == (2, 0, 1, "0.00", "-0.01")
    assert (more.rows, more.more, more.less, str(more.increase), str(more.change)) == (2, 1, 0, "0.01", "0.01")
    assert [(hit.law, str(hit.change)) for hit in found.hits] == [("less", "-0.01"), ("more", "0.01")]
    assert found.hits[0].facts == ("price_yuan=100, paid_on=2016-01-01, commencement=2016-03-01, completion=2016-12-31")


def test_what_is_not_known_of_a_row_is_not_told() -> None:
    """Its other facts are."""
    found = study(frames.project_premium, pl.DataFrame([price({"name": None, "no": 7})]), {"now": LAW, "cut": CUT})
    assert "name" not in found.hits[0].facts
    assert found.hits[0].facts.endswith(", no=7")
    assert found.hits[0].row["name"] is None


def test_groups_of_nothing_known() -> None:
    """A column of objects in which none is known holds no days."""
    row = {"price_fen": 10_000, "commencement": date(2016, 1, 1), "completion": date(2016, 12, 31)}
    population = pd.DataFrame([{**row, "paid_on": date(2015, 12, 1), "place": None}])
    assert population["place"].dtype == object
    found = study(frames.project_premium, population, {"now": LAW}, by="place", hits=0)
    assert [(one.group, one.rows) for one in found.groups] == [(None, 1)]


def test_only_polars_is_told_how_to_work_a_plan_out() -> None:
    """Other engines have no such way, and may say so."""
    asked = {}

    class Plan:
        def __init__(self, implementation: nw.Implementation) -> None:
            self.implementation = implementation

        def collect(self, **how: str) -> None:
            asked[self.implementation] = how

    for engine in (nw.Implementation.POLARS, nw.Implementation.DASK, nw.Implementation.PYSPARK):
        _population.fetched(Plan(engine))
    assert [*asked.values()] == [{"engine": "streaming"}, {}, {}]
