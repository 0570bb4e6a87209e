"""The law's digest, and the law in a pickle: what decides is in them, wording and what everybody has is not."""

import os
import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from gxinjury import LAW
from gxinjury.digest import digest
from gxinjury.law import Law, readings
from gxinjury.money import Rate
from gxinjury.statutes import Reading
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing
from tests.moonland import MOON_LAW, Nights

KINDS = [kind for kind in vars(readings).values() if isinstance(kind, type) and issubclass(kind, Reading) and [*kind]]
ASSUMED = Text(zh="假设", en="assumed")


def test_any_other_reading_changes_it() -> None:
    """No two of them alike."""
    laws = [LAW.reading(member) for kind in KINDS for member in [*kind][1:]]
    assert len({law.digest for law in (LAW, *laws)}) == len(laws) + 1


@pytest.mark.parametrize("name", [*LAW.figures()])
def test_any_other_figure_changes_it(name: str) -> None:
    """A value left out, one that ends earlier, one less well established, one refused when stale."""
    timeline = LAW.figures()[name]
    *others, last = timeline.entries
    changed = [
        tuple(others),
        (*others, attrs.evolve(last, first=date(1990, 1, 1))),
        (*others, attrs.evolve(last, verified_through=date(1990, 1, 1))),
        (*others, attrs.evolve(last, announced_on=date(1990, 1, 1))),
        (*others, attrs.evolve(last, standing=Footing.UNDATED)),
    ]
    figures: list[dict[str, Any]] = [{name: attrs.evolve(timeline, entries=entries)} for entries in changed]
    figures.append({name: attrs.evolve(timeline, strict=True)})
    laws = [attrs.evolve(LAW, **figure) for figure in figures]
    assert len({law.digest for law in (LAW, *laws)}) == len(laws) + 1


def _other(part: Any) -> Any:  # noqa: ANN401  (a field of a figure's value)
    """Return another part like one; None where it is none that is told apart by a number."""
    match part:
        case Rate():
            return part.scaled(Rate.percent(50))
        case bool():
            return not part
        case Decimal() | int():
            return part + 1
        case tuple():
            return (part[0] + 1, *part[1:])
        case _:
            return None


RECORDS = [
    name
    for name, timeline in LAW.figures().items()
    if attrs.has(type(timeline.entries[-1].value)) and not isinstance(timeline.entries[-1].value, Rate | Text)
]


@pytest.mark.parametrize("name", RECORDS)
def test_any_other_part_of_a_value_changes_it(name: str) -> None:
    """Of figures whose value is a record: each of its rates, amounts and numbers by itself."""
    timeline = LAW.figures()[name]
    *others, last = timeline.entries
    parts = {one.name: _other(getattr(last.value, one.name)) for one in attrs.fields(type(last.value))}
    values = [attrs.evolve(last.value, **{part: other}) for part, other in parts.items() if other is not None]
    figures = [attrs.evolve(timeline, entries=(*others, attrs.evolve(last, value=value))) for value in values]
    laws = [attrs.evolve(LAW, **{name: one}) for one in figures]  # type: ignore[arg-type]  # by name
    assert len({law.digest for law in (LAW, *laws)}) == len(laws) + 1


def test_wording_does_not_change_it() -> None:
    """Another label, source or note is the same law."""
    timeline = LAW.project_premium_rate
    entries = tuple(attrs.evolve(one, source=ASSUMED, note=ASSUMED) for one in timeline.entries)
    law = attrs.evolve(LAW, project_premium_rate=attrs.evolve(timeline, label=ASSUMED, entries=entries))
    assert law != LAW
    assert law.digest == LAW.digest


def test_it_is_the_same_in_every_process() -> None:
    """Whatever the seed of hashes."""
    program = "from gxinjury import LAW; print(LAW.digest)"
    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert told == [LAW.digest] * 2


@pytest.mark.parametrize(
    ("law", "most"),
    [
        (LAW, 200),
        (Law(), 200),
        (LAW.only_verified(), 200),
        (LAW.reading(readings.ElapsedTime.MONTHS), 500),
        (LAW.only_verified().reading(readings.ElapsedTime.MONTHS), 500),
        (LAW.known_on(date(2016, 5, 1)), 60_000),
    ],
)
def test_a_pickle_holds_what_departs_only(law: Law, most: int) -> None:
    """The rest is the reader's own; the law as it stands comes back as itself."""
    data = pickle.dumps(law)
    again: Any = pickle.loads(data)  # noqa: S301  # our own bytes
    assert again == law
    assert (again is LAW) == (law is LAW or law == LAW)
    assert len(data) <= most


def test_a_strict_law_says_so() -> None:
    """All of it, or it is told figure by figure."""
    assert LAW.only_verified().is_strict
    assert not LAW.is_strict
    assert repr(LAW.only_verified()) == "Law(only verified figures)"


def test_the_order_of_figures_does_not_count() -> None:
    """Their names and values do, and so do the readings."""
    figures = {"fee": MOON_LAW.crater_fee, "another_fee": MOON_LAW.crater_fee}
    turned = dict(reversed(figures.items()))
    assert list(turned) != list(figures)
    assert digest((), turned) == digest((), figures)
    others = [digest((), {"fee": MOON_LAW.crater_fee}), digest((Nights.NOT_COUNTED,), figures)]
    assert len({digest((), figures), *others}) == 3


def test_it_is_written_down() -> None:
    """A receipt that was kept names it: the same figures have it in every version of the library."""
    gap: Any = Entry(date(2002, 1, 1), None, ASSUMED, Footing.MISSING)
    fee = attrs.evolve(MOON_LAW.crater_fee, entries=(*MOON_LAW.crater_fee.entries, gap))
    told = digest((Nights.NOT_COUNTED,), {"rate": MOON_LAW.dust_rate, "fee": fee})
    assert told == "6361d250059ebd8567f4bdb280a95f9f84ea71dd39c152bbee7f9431dc0df1e0"
