"""Invented projects (样本项目)."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gxinjury.extra.samples._drawing import DISTRICTS, Engine, Sample, ordinal, yuan
from gxinjury.extra.samples.shares import SHARES, kinds_of

__all__ = ["sample_projects"]


def sample_projects(n: int, seed: int = 0, *, engine: Engine = "columns") -> Any:  # noqa: ANN401  # a dict of lists, or a frame
    """Return invented projects, as ``frames.project_premium`` takes them.

    Args:
        n: How many rows.
        seed: Another seed, other rows.
        engine: ``columns`` for a dict of lists; ``pandas``, ``polars`` or ``pyarrow`` for a frame.

    Returns:
        ``project``, ``district``, ``kind`` (of ``SHARES["projects"]``), ``price_yuan`` and ``bid_price_yuan`` in yuan
        to the fen, ``commencement``, ``completion`` as extended by the day of payment, ``contracted_completion``,
        ``started_on`` (None for the commencement) and ``paid_on``.

    Raises:
        InvalidFactError: ``n`` or ``seed`` is no whole number from zero, or there is no such engine.

    >>> drawn = sample_projects(100)
    >>> drawn["kind"].count("after_term"), drawn["price_yuan"][0], drawn["paid_on"][0]
    (3, Decimal('665571.49'), datetime.date(2018, 10, 2))
    """
    sample = Sample("projects", n, seed, engine)
    kinds = sample.hundreds("kind", kinds_of("projects", "bid", "extended", "started_late"))
    begins = {kind: (ordinal(2015, 2, 1), ordinal(2019, 12, 31)) for kind in SHARES["projects"]}
    begins["in_progress"] = ordinal(2014, 3, 1), ordinal(2014, 10, 31)
    begins["no_figure"] = ordinal(2014, 2, 1), ordinal(2014, 12, 1)
    begins["stale"] = ordinal(2020, 7, 1), ordinal(2024, 12, 31)
    at, term, after = sample.draws("commencement"), sample.whole("term", 500, 1200), sample.draws("paid_on")
    columns: dict[str, list[Any]] = {"commencement": [], "completion": [], "paid_on": []}
    for kind, days in zip(kinds, term, strict=True):
        first, last = begins[kind]
        begin = first + int(at() * (last - first + 1))
        lag = int(after() * 30)
        paid = begin - lag
        if kind == "in_progress":
            paid = ordinal(2015, 1, 1) + lag * 6
        elif kind == "paid_late":
            paid = begin + 1 + lag * 10
        elif kind == "after_term":
            paid = begin + days + lag
        columns["commencement"].append(date.fromordinal(begin))
        columns["completion"].append(None if kind == "no_completion" else date.fromordinal(begin + days - 1))
        columns["paid_on"].append(None if kind == "not_paid" else date.fromordinal(paid))
    size, share = sample.whole("size", 0, 3), sample.draws("price")
    fens = [10 ** (7 + one) + int(share() * 9 * 10 ** (7 + one)) for one in size]
    fens = [
        fen // 10_000 * 10_000 + 5_000 if kind == "half_fen" else fen for fen, kind in zip(fens, kinds, strict=True)
    ]
    prices = [None if kind == "no_price" else yuan(fen) for fen, kind in zip(fens, kinds, strict=True)]
    has_bid, below = sample.across("bid", SHARES["projects"]["bid"]), sample.whole("below", 1, 9)
    bids = [yuan(fen - fen * less // 100) if has else None for fen, has, less in zip(fens, has_bid, below, strict=True)]
    extended = sample.across("extended", SHARES["projects"]["extended"])
    contracted = [
        last - timedelta(days=30 * by) if more and last is not None else last
        for last, more, by in zip(columns["completion"], extended, sample.whole("extension", 1, 4), strict=True)
    ]
    late = sample.across("started_late", SHARES["projects"]["started_late"])
    started = [
        first + timedelta(days=by) if is_late else None
        for first, is_late, by in zip(columns["commencement"], late, sample.whole("start", 1, 60), strict=True)
    ]
    return sample.given(
        {
            "project": (str, sample.named("P")),
            "district": (str, sample.one_of("district", DISTRICTS)),
            "kind": (str, kinds),
            "price_yuan": (Decimal, prices),
            "bid_price_yuan": (Decimal, bids),
            "commencement": (date, columns["commencement"]),
            "completion": (date, columns["completion"]),
            "contracted_completion": (date, contracted),
            "started_on": (date, started),
            "paid_on": (date, columns["paid_on"]),
        }
    )
