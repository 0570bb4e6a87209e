"""A question, a population, several laws (政策比较): what they answer in all, and who gets more or less."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from typing import Any, Final

import narwhals as nw

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import Explanation
from gxinjury.extra.frames._asking import Asking, fen_under, refused_under, stale_under
from gxinjury.extra.frames._population import ROWS, Population, Sums, summed, then
from gxinjury.extra.frames._ranks import tenths_of, with_tenth
from gxinjury.extra.frames._row_reasons import reason_of
from gxinjury.extra.frames._shapley import in_whole, shapley
from gxinjury.extra.frames._study_sums import (
    amounts_of,
    changed_of,
    fen_of,
    known_of,
    mean_of,
    number_of,
    share_of,
    yuan_of,
)
from gxinjury.extra.frames.studies import Attribution, Change, Hit, PartEffect, Study, Tenth, Total
from gxinjury.extra.frames.words import MUST_NAME_LAWS, TOO_MANY_PARTS
from gxinjury.facts import check_count, check_flag, check_instance, records
from gxinjury.law import Law
from gxinjury.privacy import printable
from gxinjury.reforms import Reform

_MOST_PARTS: Final = 6
_TENTH: Final = "_study_tenth"


def study(
    question: Callable[..., Any],
    population: Any,  # noqa: ANN401  (a frame of any engine)
    laws: Mapping[str, Law | Reform],
    *,
    by: str | Sequence[str] = (),
    amount: str | None = None,
    rank: str | None = None,
    tenths: bool = True,
    parts: Iterable[Reform] = (),
    hits: int = 3,
    explained: Callable[[Mapping[str, Any], Law], Explanation[Any]] | None = None,
    **asked: Any,  # noqa: ANN401  (as the question takes it)
) -> Study:
    """Return what several laws answer to a question, put to each row of a population, and how they differ.

    All sums are of the rows' fen, exact. Of a lazy frame only sums are fetched, and the few rows of ``hits``.

    Args:
        question: A question of frames; or a function of your own that puts several one after the other, takes a frame
            and ``law``, ``on_invalid`` and ``stale``, and hands these on to each.
        population: A frame of any engine, a row a case.
        laws: The laws by name; a :class:`~gxinjury.reforms.Reform` is the first law under it. The first law is what the
            others are compared with.
        by: Columns to give totals by; a column of days counts by its year.
        amount: The column of the answer to study; None where the answer has one alone in fen.
        rank: The column of amounts that tenths are made by; None for the first law's answer.
        tenths: Whether changes by tenths are asked for, which takes some passes over the rows.
        parts: Reforms, applied to the first law in their order, among which their change is divided.
        hits: How many rows with the largest increases and decreases are told, of each law.
        explained: How a row is explained under a law; None for the rule of the question's name where there is one.
        asked: What else the question takes, as ``paid_on="支付日"`` or ``relief=``.

    Raises:
        InvalidFactError: There is no law, no such column, or more than 6 parts; as the question raises besides.

    >>> from datetime import date
    >>> import polars as pl
    >>> from gxinjury import LAW
    >>> from gxinjury.extra import frames
    >>> projects = pl.DataFrame(
    ...     {
    ...         "price_yuan": [100_000_000, 50_000_000],
    ...         "commencement": [date(2016, 3, 1)] * 2,
    ...         "completion": [date(2016, 12, 31)] * 2,
    ...         "paid_on": [date(2016, 2, 1), date(2015, 12, 1)],
    ...     }
    ... )
    >>> cut = Reform("降费").figure("project_premium_rate", "1.0‰", since=date(2016, 1, 1))
    >>> found = study(frames.project_premium, projects, {"now": LAW, "cut": cut})
    >>> [str(one.amount) for one in found.totals], str(found.changes[0].change), found.changes[0].less
    (['195000.00', '165000.00'], '-30000.00', 1)
    """
    named = _laws_of(laws)
    base = next(iter(named.values()))
    reforms = records("study", "parts", parts, Reform)
    if len(reforms) > _MOST_PARTS:
        raise InvalidFactError("study", "parts", TOO_MANY_PARTS, len(reforms))
    check_count("study", "hits", hits)
    check_flag("study", "tenths", tenths)
    subsets = [_under(base, reforms, held) for held in range(2 ** len(reforms))]
    # A law that is asked once already is not asked again.
    distinct = {law.digest: law for law in (*named.values(), *subsets)}
    places = {key: place for place, key in enumerate(distinct)}
    asking = Asking(question, tuple(distinct.values()), amount, rank, asked)
    people = Population(population, asking)
    by_law = {name: places[law.digest] for name, law in named.items()}
    columns = (by,) if isinstance(by, str) else tuple(by)

    def why(row: Mapping[str, Any], law: str) -> Explanation[Any] | None:
        return reason_of(question, row, named[law], asked) if explained is None else explained(row, named[law])

    try:
        to_sum = _to_sum(by_law.values())
        groups = {column: people.sums(to_sum, column) for column in columns}
        whole = people.sums(to_sum)
        return Study(
            question=getattr(question, "__name__", type(question).__name__),
            amount="".join(asking.studied),
            laws=tuple(named),
            totals=tuple(_totals(by_law, None, whole)),
            groups=tuple(one for column, sums in groups.items() for one in _totals(by_law, column, sums)),
            changes=tuple(_changes(by_law, None, whole)),
            group_changes=tuple(one for column, sums in groups.items() for one in _changes(by_law, column, sums)),
            tenths=tuple(_tenths(people, by_law)) if tenths and len(by_law) > 1 else (),
            attribution=_attribution(people, [places[law.digest] for law in subsets], reforms) if reforms else None,
            hits=tuple(_hits(people, by_law, hits, why)) if hits else (),
        )
    finally:
        people.done()


def _laws_of(laws: object) -> dict[str, Law]:
    if not isinstance(laws, Mapping) or not laws or not all(isinstance(name, str) for name in laws):
        raise InvalidFactError("study", "laws", MUST_NAME_LAWS, laws)
    (first, base), *others = laws.items()
    check_instance("study", first, base, Law)
    named = {first: base}
    for name, one in others:
        law = base.under(one) if isinstance(one, Reform) else one
        check_instance("study", name, law, Law)
        named[name] = law
    return named


def _under(base: Law, reforms: Sequence[Reform], held: int) -> Law:
    """Return a law under the reforms whose bits are set, in their order."""
    return reduce(lambda law, one: law.under(one), (one for at, one in enumerate(reforms) if held & 1 << at), base)


def _to_sum(places: Iterable[int]) -> dict[str, nw.Expr]:
    """Return what is summed of each law, and of each but the first beside it."""
    first, *others = places
    made: dict[str, nw.Expr] = {}
    for place in dict.fromkeys((first, *others)):
        known = known_of(place)
        made[f"answered_{place}"] = number_of(known)
        made[f"refused_{place}"] = number_of(nw.col(refused_under(place)))
        made[f"stale_{place}"] = number_of(nw.col(stale_under(place)) & known)
        made |= amounts_of(f"amount_{place}", nw.col(fen_under(place)), known)
    for place in dict.fromkeys(others):
        both, change = known_of(first) & known_of(place), changed_of(place, first)
        made[f"both_{place}"] = number_of(both)
        made[f"more_{place}"], made[f"less_{place}"] = number_of(both & (change > 0)), number_of(both & (change < 0))
        made |= amounts_of(f"before_{place}", nw.col(fen_under(first)), both)
        made |= amounts_of(f"increase_{place}", change, both & (change > 0))
        made |= amounts_of(f"change_{place}", change, both)
    return made


def _sorted(sums: Sums) -> list[tuple[str | None, Mapping[str, int]]]:
    """Return groups in the order of what they hold, nothing last."""
    kinds = {type(key) for key in sums if key is not None}
    order = (lambda key: key) if len(kinds) == 1 else str
    keys = sorted((key for key in sums if key is not None), key=order)
    return [(None if key is None else str(key), sums[key]) for key in [*keys, *([None] if None in sums else [])]]


def _totals(by_law: Mapping[str, int], by: str | None, sums: Sums) -> Iterator[Total]:
    for group, found in _sorted(sums):
        for law, place in by_law.items():
            answered, refused = found[f"answered_{place}"], found[f"refused_{place}"]
            yield Total(
                law=law,
                by=by,
                group=group,
                rows=found[ROWS],
                answered=answered,
                refused=refused,
                unknown=found[ROWS] - answered - refused,
                stale=found[f"stale_{place}"],
                amount=yuan_of(fen_of(found, f"amount_{place}")),
            )


def _changes(by_law: Mapping[str, int], by: str | None, sums: Sums) -> Iterator[Change]:
    first, *others = by_law.items()
    for group, found in _sorted(sums):
        for law, place in others:
            both, change = found[f"both_{place}"], fen_of(found, f"change_{place}")
            before, increase = fen_of(found, f"before_{place}"), fen_of(found, f"increase_{place}")
            yield Change(
                law=law,
                by=by,
                group=group,
                rows=both,
                more=found[f"more_{place}"],
                less=found[f"less_{place}"],
                lost=found[f"answered_{first[1]}"] - both,
                won=found[f"answered_{place}"] - both,
                before=yuan_of(before),
                increase=yuan_of(increase),
                decrease=yuan_of(increase - change),
                change=yuan_of(change),
                mean=mean_of(change, both),
                share=share_of(change, before),
            )


def _tenths(people: Population, by_law: Mapping[str, int]) -> Iterator[Tenth]:
    ends = tenths_of(people)
    _, *others = by_law.items()
    to_sum = _to_sum(by_law.values())
    found = summed(then(people.table, partial(with_tenth, _TENTH, ends)), to_sum, _TENTH)
    for law, place in others:
        for tenth, upto in enumerate(ends, 1):
            sums = found.get(tenth, dict.fromkeys(to_sum, 0))
            rows, change = sums[f"both_{place}"], fen_of(sums, f"change_{place}")
            before = fen_of(sums, f"before_{place}")
            mean, share = mean_of(change, rows), share_of(change, before)
            yield Tenth(law, tenth, yuan_of(upto), rows, yuan_of(before), yuan_of(change), mean, share)


def _attribution(people: Population, places: Sequence[int], reforms: Sequence[Reform]) -> Attribution:
    known = nw.all_horizontal(*(known_of(place) for place in places), ignore_nulls=True)
    made = {"all": number_of(known), "first": number_of(known_of(places[0]))}
    for place in places:
        made |= amounts_of(f"amount_{place}", nw.col(fen_under(place)), known)
    sums = people.sums(made)[None]
    worth = [fen_of(sums, f"amount_{place}") for place in places]
    effects, up = in_whole(shapley(worth))
    every = len(worth) - 1
    parts = tuple(
        PartEffect(
            part=reform.source,
            alone=yuan_of(worth[1 << at] - worth[0]),
            last=yuan_of(worth[every] - worth[every & ~(1 << at)]),
            effect=yuan_of(effects[at]),
            rounded_up=at in up,
        )
        for at, reform in enumerate(reforms)
    )
    return Attribution(parts, yuan_of(worth[every] - worth[0]), sums["all"], sums["first"] - sums["all"])


def _hits(
    people: Population,
    by_law: Mapping[str, int],
    count: int,
    why: Callable[[Mapping[str, Any], str], Explanation[Any] | None],
) -> Iterator[Hit]:
    (base, first), *others = by_law.items()
    for law, place in others:
        for by in (changed_of(place, first), changed_of(first, place)):
            for found in people.first(by, count, (fen_under(first), fen_under(place))):
                before, after = found.pop(fen_under(first)), found.pop(fen_under(place))
                row = {name: found[name] for name in people.columns}
                facts = ", ".join(f"{name}={printable(str(value))}" for name, value in row.items() if value is not None)
                reasons = why(row, base), why(row, law)
                yield Hit(law, yuan_of(after - before), yuan_of(before), yuan_of(after), facts, *reasons, row)
