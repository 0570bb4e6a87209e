"""Which form a type hint has in data: each hint that a record or a rule of ours has, and those that have none."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, Generic, TypeVar

import attrs
import pytest

from gxinjury.amounts import Yuan
from gxinjury.citations import Clause
from gxinjury.codec.choices import choice
from gxinjury.codec.forms import facts_in, form_of, is_handed_in, is_record
from gxinjury.codec.kinds import UNTOLD, Listed, Maybe, Named, OneOf, Readings, Record, SoMany, Table
from gxinjury.codec.scalars import SCALARS
from gxinjury.law import Law
from gxinjury.periods import Period, WorkCalendar
from gxinjury.privacy import Discreet
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Text
from gxinjury.timelines import Timeline
from tests.moonland import Place, dust_bill

V = TypeVar("V")
TEXT, DAY, NUMBER, FLAG = SCALARS[str], SCALARS[date], SCALARS[int], SCALARS[bool]


@attrs.frozen
class Box(Generic[V]):
    """Holds something of any kind."""

    held: V


FORMS: Final = [
    (object, UNTOLD),
    (Any, UNTOLD),
    (V, UNTOLD),
    (Reading, UNTOLD),
    (date, DAY),
    (Yuan, SCALARS[Decimal]),
    (Text, SCALARS[Text]),
    (Clause, SCALARS[Clause]),
    (Place, choice(Place)),
    (Period, Record(Period)),
    (Box, Record(Box)),
    (Box[int], Record(Box)),
    (Timeline[int], Record(Timeline)),
    (date | None, Maybe(DAY)),
    (str | Discreet, TEXT),
    (str | Discreet | None, Maybe(TEXT)),
    (str | int, OneOf((TEXT, NUMBER), is_told=True)),
    (int | str, OneOf((NUMBER, TEXT), is_told=True)),
    (str | date, OneOf((TEXT, DAY), is_told=True)),
    (date | str, OneOf((DAY, TEXT), is_told=True)),
    (tuple[str | date, ...], Listed(OneOf((TEXT, DAY), is_told=True))),
    (tuple[date | str, ...], Listed(OneOf((DAY, TEXT), is_told=True))),
    (str | int | None, Maybe(OneOf((TEXT, NUMBER), is_told=True))),
    (Period | str, OneOf((Record(Period), TEXT), is_told=True)),
    (Period | Box[int], OneOf((Record(Period), Record(Box)), is_told=False)),
    (str | object, OneOf((TEXT, UNTOLD), is_told=False)),
    (str | type[Any], OneOf((TEXT, Named()), is_told=False)),
    (type[Any], Named()),
    (Mapping[str, int], Table(NUMBER, in_pairs=False)),
    (dict[str, date], Table(DAY, in_pairs=False)),
    (dict[int, date], UNTOLD),
    (tuple[tuple[str, int], ...], Table(NUMBER, in_pairs=True)),
    (Iterable[tuple[str, date]], Table(DAY, in_pairs=True)),
    (tuple[tuple[int, str], ...], Listed(SoMany((NUMBER, TEXT)))),
    (tuple[tuple[str, int, int], ...], Listed(SoMany((TEXT, NUMBER, NUMBER)))),
    (tuple[Box[str], ...], Listed(Record(Box))),
    (tuple[int, date], SoMany((NUMBER, DAY))),
    (tuple[Reading, ...], Readings()),
    (list[Reading], Readings()),
    (type[Period], Named()),
    (tuple[Mapping[str, int], ...], Listed(Table(NUMBER, in_pairs=False))),
    *((several[bool], Listed(FLAG)) for several in (Iterable, Collection, Sequence, list)),
    (tuple[bool, ...], Listed(FLAG)),
    (frozenset[bool], Listed(FLAG, as_set=True)),
    (list, Listed(UNTOLD)),
    (tuple, Listed(UNTOLD)),
]


@pytest.mark.parametrize(("hint", "form"), FORMS, ids=[str(hint)[:40] for hint, _ in FORMS])
def test_the_form_of_a_hint(hint: object, form: object) -> None:
    """Told by the hint alone."""
    assert form_of(hint) == form


@pytest.mark.parametrize("hint", [complex, set[int], bytes, Enum | complex], ids=str)
def test_what_has_no_form(hint: object) -> None:
    """Is refused by its name."""
    with pytest.raises(TypeError, match="data cannot hold"):
        form_of(hint)


def test_what_is_a_record() -> None:
    """A class with fields that does not stand by itself, whatever it holds; no value of one."""
    assert [is_record(one) for one in (Period, Box[int], Law)] == [True, True, True]
    assert [is_record(one) for one in (Text, Clause, date, Period(date(2016, 1, 1), None), "Period")] == [False] * 5


def test_what_is_handed_in() -> None:
    """A law or a calendar, which are no facts; so a rule is asked for the others."""
    assert [is_handed_in(one) for one in (Law, Statute, WorkCalendar)] == [True, True, True]
    assert [is_handed_in(one) for one in (Period, date, Law | None, object)] == [False] * 4
    assert [field.name for field, _ in facts_in(dust_bill)] == ["haul", "paid_on", "others"]


def test_what_stands_beside_a_fact_of_a_rule_is_kept() -> None:
    """Its label, as a field of a record has it."""

    def asked(night: Annotated[date, Text("夜", "the night")]) -> int:
        return night.day

    [(field, form)] = facts_in(asked)
    assert (field.label, form) == (Text("夜", "the night"), DAY)
