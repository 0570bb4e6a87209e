"""Records to plain data and back: every fault at its place, nothing lost on the way."""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Final, Generic, TypeVar

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.citations import Clause
from gxinjury.codec import CodecError, Fault, Limits, dump, dump_facts, load, load_facts, schema
from gxinjury.codec.limits import Account, StoppedError
from gxinjury.codec.names import kind_named, name_of, readings_by_name
from gxinjury.construction import Contract
from gxinjury.errors import FactRule, GxInjuryError, InvalidFactError, OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.facts import CHINA, Yuan, amount, optional_amount, optional_moment
from gxinjury.findings import Finding
from gxinjury.money import Rate, Share
from gxinjury.periods import Period, WorkCalendar
from gxinjury.records import AboveZero, NotBefore, NotNegative, NotZero, SomeText, check_facts, several
from gxinjury.statutes import Reading
from gxinjury.texts import Text
from tests.codec.test_whole import Bucket
from tests.moonland import MOON, MOON_LAW, Bill, Crater, Haul, MoonLaw, Nights, Place, dust_bill

T = TypeVar("T")
DAY: Final = date(2001, 1, 1)
FIRST: Final = MOON.clause("1")
ID: Final = "450103198001011234"


class Depth(IntEnum):
    """How deep it was dug."""

    SHALLOW = 1
    DEEP = 2


@attrs.frozen
class Digger:
    """Who digs."""

    name: str
    number: str | None = None


@attrs.frozen(kw_only=True)
class Claim:
    """A field of each form that data has."""

    load: AboveZero = attrs.field(converter=amount)
    dug_on: date
    ends: Annotated[date, NotBefore("dug_on")] | None
    seen_at: datetime | None = attrs.field(default=None, converter=optional_moment)
    fee: NotNegative = attrs.field(default=amount(0), converter=amount)
    change: NotZero | None = attrs.field(default=None, converter=optional_amount)
    depth: Depth = Depth.SHALLOW
    place: Place = Place.PLAIN
    rate: Rate | None = None
    part: Fraction = Fraction(1, 3)
    digger: Digger | str | None = None
    word: Text = Text(zh="尘", en="dust")
    clause: Clause = FIRST
    period: Period | None = None
    hauls: tuple[Haul, ...] = attrs.field(default=(), converter=several)
    marks: frozenset[str] = frozenset()
    pair: tuple[int, str] = (0, "")
    some: tuple[int | None, ...] = ()
    figures: Mapping[str, Yuan] = attrs.field(factory=dict)
    values: tuple[tuple[str, object], ...] = ()
    readings: tuple[Reading, ...] = ()
    either: Period | Share | None = None
    anything: Any = None
    kind: type[Any] | None = None
    names: Sequence[str] = ()
    sure: bool = True

    __attrs_post_init__ = check_facts


FULL: Final = Claim(
    load="12.50",
    dug_on=DAY,
    ends=DAY,
    seen_at=datetime(2001, 1, 1, 8, tzinfo=CHINA),
    fee="0.10",
    depth=Depth.DEEP,
    place=Place.CRATER,
    rate=Rate.per_mille("3.5"),
    part=Fraction(2, 7),
    digger=Digger("Ana", "7"),
    clause=MOON.clause("1.1"),
    period=Period(DAY, None),
    hauls=[Haul(3, DAY), Haul("4.5", DAY, Place.CRATER, "Bo")],
    marks=frozenset({"a", "b"}),
    pair=(3, "x"),
    some=(1, None),
    figures={"one": amount("1.10")},
    values=(("day", DAY), ("share", Share(1, 3)), ("deep", Depth.DEEP), ("n", 3), ("two", (1, "b")), ("no", None)),
    readings=(Nights.NOT_COUNTED, Crater.RIM),
    either=Share(1, 2),
    anything={"x": Decimal("1.5"), Place.CRATER: (datetime(2001, 1, 1, tzinfo=CHINA),)},
    kind=Place,
    names=("a",),
    sure=False,
)
DATA: Final = {"load": "1", "dug_on": "2001-01-01"}


def through_json(value: object) -> Any:  # noqa: ANN401  # JSON
    """Return what is left of data after a JSON file."""
    return json.loads(json.dumps(value), parse_float=Decimal)


@pytest.mark.parametrize("brief", [False, True])
@pytest.mark.parametrize("claim", [FULL, Claim(load=1, dug_on=DAY, ends=None)])
def test_every_form_comes_back_from_json(claim: Claim, *, brief: bool) -> None:
    """What a record holds comes back the same, in full and brief alike."""
    assert load(Claim, through_json(dump(claim, in_full=True, brief=brief))) == claim


def test_data_is_what_a_person_would_write() -> None:
    """Amounts and days are texts, choices are names, clauses their ids, readings a table."""
    data = dump(FULL)
    assert data["load"] == "12.50"
    assert data["seen_at"] == "2001-01-01T08:00:00+08:00"
    assert (data["depth"], data["place"], data["rate"], data["part"]) == (2, "CRATER", "3.5‰", "2/7")
    assert data["clause"] == "MOON-1.1"
    assert data["readings"] == {"nights": "NOT_COUNTED", "crater": "RIM"}
    assert data["values"] == {
        "day": {"$day": "2001-01-01"},
        "share": {"$money.Share": {"part": 1, "whole": 3}},
        "deep": {"$codec.test_codec.Depth": 2},
        "n": 3,
        "two": [1, "b"],
        "no": None,
    }
    assert data["word"] == {"zh": "尘", "en": "dust"}
    assert dump([Period(DAY, DAY)]) == [{"first": "2001-01-01", "last": "2001-01-01"}]
    assert dump(load(Claim, DATA), brief=True) == DATA
    brief = dump(FULL, brief=True)
    assert (brief["place"], brief["depth"], brief["hauls"][1]["place"]) == ("crater", 2, "crater")


def test_ids_of_persons_are_masked_unless_they_are_asked_for() -> None:
    """A resident id stands in data in full only where it is asked for."""
    digger = Digger("Ana", ID)
    assert dump(digger) == {"name": "Ana", "number": "4501************34"}
    assert dump(digger, in_full=True)["number"] == ID


WRONG: Final[list[tuple[dict[str, Any], list[str]]]] = [
    ({"load": "1,5"}, ["load no_amount"]),
    ({"load": 1.5}, ["load no_amount"]),
    ({"load": True}, ["load no_amount"]),
    ({"load": 0}, ["load not_above_zero"]),
    ({"load": None}, ["load no_amount"]),
    ({"dug_on": "2001-1-1"}, ["dug_on no_day"]),
    ({"dug_on": "2001-02-30"}, ["dug_on no_day"]),
    ({"dug_on": "20010101"}, ["dug_on no_day"]),
    ({"dug_on": "2001-W01-1"}, ["dug_on no_day"]),
    ({"dug_on": datetime(2001, 1, 1)}, ["dug_on no_day"]),
    ({"ends": "2000-12-31"}, ["ends too_early"]),
    ({"seen_at": "2001-01-01"}, ["seen_at no_moment"]),
    ({"seen_at": "2001-01-01T08:00"}, ["seen_at no_moment"]),
    ({"seen_at": "noon"}, ["seen_at no_moment"]),
    ({"change": "0"}, ["change zero"]),
    ({"change": "0.00"}, ["change zero"]),
    ({"change": "-0.5"}, []),
    ({"fee": "-0"}, []),
    ({"fee": "-1"}, ["fee negative"]),
    ({"depth": 3}, ["depth no_choice"]),
    ({"depth": True}, ["depth no_choice"]),
    ({"place": "moon"}, ["place no_choice"]),
    ({"place": ["plain"]}, ["place no_choice"]),
    ({"rate": "3.5"}, ["rate no_rate"]),
    ({"rate": 3}, ["rate no_rate"]),
    ({"rate": "1" * 40 + "%"}, ["rate beyond_size"]),
    ({"part": "1/0"}, ["part no_fraction"]),
    ({"part": 1}, ["part no_fraction"]),
    ({"digger": 3}, ["digger no_text"]),
    ({"digger": dict.fromkeys("edcba", 1) | {"name": "x"}}, [f"digger.{key} unknown_key" for key in "abcde"]),
    ({"digger": {"nam": "x"}}, ["digger.nam unknown_key", "digger.name missing"]),
    ({"word": "dust"}, ["word no_text_in_both"]),
    ({"word": {"zh": "尘", "en": "dust", "de": "Staub"}}, ["word no_text_in_both"]),
    ({"clause": "first"}, ["clause no_clause"]),
    ({"clause": 1}, ["clause no_clause"]),
    ({"period": {"first": "2001-01-02", "last": "2001-01-01"}}, ["period.last too_early"]),
    ({"period": []}, ["period no_table"]),
    ({"hauls": {}}, ["hauls no_list"]),
    ({"hauls": [{"load": 0}, None]}, ["hauls[0].dug_on missing", "hauls[0].load not_above_zero", "hauls[1] no_table"]),
    ({"marks": ["a", 1]}, ["marks[1] no_text"]),
    ({"pair": [1]}, ["pair no_list"]),
    ({"pair": [1, 2]}, ["pair[1] no_text"]),
    ({"some": [1, "2"]}, ["some[1] no_count"]),
    ({"figures": {"one": "x"}}, ["figures.one no_amount"]),
    ({"figures": []}, ["figures no_table"]),
    ({"values": {"x": {"a": 1, "b": 2}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$day": "2001-01-01", "more": 1}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"day": "2001-01-01"}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"-day": "2001-01-01"}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"-table": []}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$os.path": {}}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$money.Shere": {}}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$money.plus": {}}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$cells._Taken": {}}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$codec._walk.Faulty": "VALUE"}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$money.Share ": {}}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$__main__.X": {}}}}, ["values.x unknown_kind"]),
    ({"values": {"x": {"$money.Share": {"part": 1}}}}, ['values.x."$money.Share".whole missing']),
    ({"values": {"x": {"$table": [[1]]}}}, ['values.x."$table"[0] no_list']),
    ({"readings": {"night": "COUNTED"}}, ["readings.night unknown_reading"]),
    ({"readings": {"nights": "ALL"}}, ["readings.nights no_choice"]),
    ({"readings": []}, ["readings no_table"]),
    ({"either": {"part": 1}}, ["either unknown_kind"]),
    ({"kind": "money.plus"}, ["kind unknown_kind"]),
    ({"kind": 3}, ["kind no_text"]),
    ({"sure": "yes"}, ["sure no_flag"]),
]


@pytest.mark.parametrize(("mangled", "told"), WRONG)
def test_each_fault_is_told_at_its_place(mangled: dict[str, Any], told: list[str]) -> None:
    """Place and code; what is right beside it is not told."""
    data = DATA | mangled
    if not told:
        assert load(Claim, data).load == 1
        return
    with pytest.raises(CodecError) as caught:
        load(Claim, data)
    assert [f"{fault.place} {fault.code}" for fault in caught.value.faults] == told


def test_a_fault_of_the_law_keeps_its_clause() -> None:
    """With kind and code, as the error has them; a slip of input has none."""
    refused = OutOfScopeError(Text(zh="太深", en="too deep"), code="too_deep", clause=FIRST)
    told = Fault.of_law(refused).as_dict()
    assert (told["kind"], told["code"], told["clause"]) == ("out_of_scope", "too_deep", "MOON-1")
    assert told["message"] == {"zh": refused.text("zh"), "en": refused.text("en")}


def test_a_fault_shows_no_id_in_its_path_and_nothing_that_a_terminal_obeys() -> None:
    """In its data as in its text."""
    fault = Fault((ID, 0, "a\x1b"), FactRule(zh="缺失", en="is missing", code="missing"))
    assert fault.as_dict()["path"] == ["4501************34", 0, "a�"]
    assert ID not in fault.text("en")


@pytest.mark.parametrize(
    ("kind", "wrong", "code"),
    [
        (int, True, "no_count"),
        (int, "1", "no_count"),
        (bool, 1, "no_flag"),
        (date, datetime(2001, 1, 1, tzinfo=CHINA), "no_day"),
        (datetime, DAY, "no_moment"),
        (datetime, "2001-01-01", "no_moment"),
        (datetime, "2001-01-01T08:00", "no_moment"),
        (datetime, datetime(2001, 1, 1), "no_moment"),
        (datetime, 7, "no_moment"),
        (str, 7, "no_text"),
        (Decimal, True, "no_amount"),
        (Fraction, 1, "no_fraction"),
        (Rate, "1", "no_rate"),
        (Clause, "MOON", "no_clause"),
    ],
)
def test_what_stands_by_itself_is_refused_by_itself(kind: type[Any], wrong: object, code: str) -> None:
    """Where no record refuses it as well."""
    with pytest.raises(CodecError) as caught:
        load(kind, wrong)
    assert [(fault.path, fault.code, fault.value) for fault in caught.value.faults] == [((), code, wrong)]


def test_all_that_a_record_refuses_is_told() -> None:
    """Not only the first."""
    with pytest.raises(CodecError) as caught:
        load(Claim, {"load": 0, "dug_on": "2001-01-01", "ends": "2000-12-31", "fee": -1, "change": 0})
    assert {f"{fault.place} {fault.code}" for fault in caught.value.faults} == {
        "load not_above_zero",
        "ends too_early",
        "fee negative",
        "change zero",
    }


def test_what_is_left_out_has_its_default_though_it_may_be_nothing() -> None:
    """Nothing is what it is only where it has no default, or where data says so."""

    @attrs.frozen
    class Shovel:
        owner: str | None
        count: int | None = 7

    assert load(Shovel, {}) == Shovel(None, 7)
    assert load(Shovel, {"count": None}) == Shovel(None, None)
    with pytest.raises(CodecError) as caught:
        load(Digger, {"name": None})
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [(("name",), "no_text")]


def test_a_text_that_a_record_mends_may_be_blank() -> None:
    """Its schema says so; without that it needs a sign."""

    def or_a_dash(text: str) -> str:
        return text or "-"

    @attrs.frozen
    class Label:
        mended: Annotated[SomeText, Text("标签", "label")] = attrs.field(converter=or_a_dash)
        whole: Annotated[SomeText, Text("全文", "whole")]

        __attrs_post_init__ = check_facts

    shapes = schema(Label)["$defs"]["Label"]["properties"]
    assert ["pattern" in shapes[name] for name in ("mended", "whole")] == [False, True]
    assert load(Label, {"mended": "", "whole": "x"}) == Label("-", "x")


def test_what_a_place_is_called_is_told_to_a_chinese_reader() -> None:
    """In brackets behind it; an English one reads the place."""
    fault = Fault(("load",), FactRule(zh="缺失", en="is missing", code="missing"), called="重量")
    assert (fault.text("zh"), fault.text("en")) == ("load（重量）缺失", "load is missing")


def test_a_fault_shows_no_value_in_its_repr() -> None:
    """It may be an id; what masks ids is the text."""
    fault = Fault(("digger",), FactRule(zh="不对", en="is wrong", code="wrong"), "450103198001011233")
    assert "450103" not in repr(fault)
    assert "450103198001011233" not in str(fault)


@given(st.lists(st.sampled_from([(one, told) for one, told in WRONG if told]), min_size=2, max_size=8))
def test_all_faults_are_told_at_once(several_wrong: list[tuple[dict[str, Any], list[str]]]) -> None:
    """Faults of several fields are told together: the sum of what each tells alone."""
    by_field = {field: (value, told) for one, told in several_wrong for field, value in one.items()}
    data = DATA | {field: value for field, (value, _) in by_field.items()}
    expected = {text for field, (_, told) in by_field.items() for text in told}
    if "dug_on" in by_field:
        expected -= {"ends too_early"}  # held against a day that is none
    with pytest.raises(CodecError) as caught:
        load(Claim, data)
    assert {f"{fault.place} {fault.code}" for fault in caught.value.faults} == expected


def test_a_fault_tells_record_field_rule_and_value_in_both_languages() -> None:
    """Text, and as JSON can hold it; a wrong key is told with the right one."""
    with pytest.raises(CodecError) as caught:
        load(Haul, {"lode": 1, "dug_on": "2001-01-01", "load": "0"})
    error = caught.value
    assert error.text("en") == "lode is no known key; did you mean load?\nload must be above zero, got 0"
    assert error.text("zh") == "lode 不是已知的键；是否应为 load？\nload 必须大于零，现为 0"
    assert error.faults[1].as_dict() == {
        "kind": "invalid_fact",
        "code": "not_above_zero",
        "path": ["load"],
        "clause": None,
        "values": {"value": "0"},
        "message": {"zh": "load 必须大于零，现为 0", "en": "load must be above zero, got 0"},
    }
    assert error.faults[0].as_dict()["values"] == {}
    assert [fault["path"] for fault in error.as_dict()["faults"]] == [["lode"], ["load"]]
    assert isinstance(error, GxInjuryError)
    assert isinstance(error, ValueError)
    assert pickle.loads(pickle.dumps(error)).faults == error.faults  # noqa: S301  # made in this line
    assert repr(error).startswith("CodecError('lode")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"a": 1}, "a table"),
        ([1], "a list"),
        (None, "nothing"),
        (True, "true"),
        (ID, "'4501************34'"),
        ("x\x1b[31m", r"'x\x1b[31m'"),
        (Decimal("0.50"), "0.50"),
        (DAY, "2001-01-01"),
        (b"x", "b'x'"),
    ],
)
def test_what_stands_there_is_shown_as_a_person_can_read_it(value: object, told: str) -> None:
    """No tree of data, no id in full, nothing that a terminal would take for a command."""
    fault = Fault(("a b", 0), FactRule(zh="不对", en="is wrong", code="wrong"), value)
    assert fault.text("en") == f'"a b"[0] is wrong, got {told}'


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ({"a": ID}, {"zh": "一组键值", "en": "a table"}),
        ([ID], {"zh": "列表", "en": "a list"}),
        (None, None),
        (True, True),
        (DAY, "2001-01-01"),
    ],
)
def test_what_stands_there_is_held_as_json_has_it(value: object, held: object) -> None:
    """A flag stays a flag, nothing stays nothing, and of a tree only its kind is told."""
    told = Fault((), FactRule(zh="不对", en="is wrong", code="wrong"), value).as_dict()
    assert told["values"] == {"value": held}
    assert json.loads(json.dumps(told)) == told


@pytest.mark.parametrize("rule", [Text(zh="不对", en="is wrong"), FactRule(zh="不对", en="is wrong", code="odd")])
def test_a_fault_that_a_record_words_by_itself_has_a_code_too(rule: Text | FactRule) -> None:
    """As its error has it, below the place of the record."""
    error = InvalidFactError("Haul", "load", rule, 7)
    fault = Fault.of(error, ("hauls", 0))
    assert (fault.code, fault.path, fault.rule.en) == (error.code, ("hauls", 0, "load"), "is wrong")
    assert fault.as_dict()["code"] == error.code


def test_of_many_faults_the_first_are_printed_and_the_rest_counted() -> None:
    """An error of a hundred faults prints fifty, and holds them all."""
    with pytest.raises(CodecError) as caught:
        load(tuple[Haul, ...], [{}] * 50)
    assert len(caught.value.faults) == 100
    assert caught.value.text("en").endswith("further faults: 50")
    assert len(str(caught.value).splitlines()) == 51


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        ([{}] * 10, Limits(faults=3), "too_many_faults"),
        ([dump(Haul(1, DAY))] * 10, Limits(items=20), "too_many"),
        ([[[1]]], Limits(depth=2), "too_deep"),
    ],
)
def test_no_more_is_read_than_the_limits_say(data: object, limits: Limits, code: str) -> None:
    """The fault that ends the reading says so; just enough is read."""
    kind: Any = tuple[tuple[tuple[int, ...], ...], ...] if code == "too_deep" else tuple[Haul, ...]
    with pytest.raises(CodecError) as caught:
        load(kind, data, limits=limits)
    assert caught.value.faults[-1].code == code
    assert len(caught.value.faults) == (4 if code == "too_many_faults" else 1)
    if code != "too_deep":
        assert not any(fault.path[:1] == (9,) for fault in caught.value.faults)
    else:
        assert load(kind, data, limits=Limits(depth=3)) == (((1,),),)


def test_what_is_read_by_default() -> None:
    """As the page for services has it: a thousand faults, a million values, 64 levels; and one more of each is not."""
    assert Limits() == Limits(faults=1_000, items=1_000_000, depth=64)
    account = Account(Limits())
    account.items = 999_999
    assert not account.item(tuple(range(64)))
    assert account.faults == []
    with pytest.raises(StoppedError):
        account.item(())
    assert [fault.code for fault in account.faults] == ["too_many"]
    assert Account(Limits()).item(tuple(range(65)))


@pytest.mark.parametrize("lost", ["zh", "en"])
def test_a_text_is_described_in_both_its_languages(lost: str) -> None:
    """Each must be there and be a text; a third is none."""
    checker = jsonschema.Draft202012Validator(schema(Text))
    told = {"zh": "因", "en": "for"}
    assert checker.is_valid(told)
    for wrong in ({lost: told[lost]}, {**told, lost: 7}, {**told, "fr": "pour"}):
        assert not checker.is_valid(wrong)
        with pytest.raises(CodecError):
            load(Text, wrong)


def test_every_value_counts_once() -> None:
    """Three numbers and their list are four; three are one too few."""
    assert load(tuple[int, ...], [1, 2, 3], limits=Limits(items=4)) == (1, 2, 3)
    with pytest.raises(CodecError) as caught:
        load(tuple[int, ...], [1, 2, 3], limits=Limits(items=3))
    assert [fault.code for fault in caught.value.faults] == ["too_many"]


def test_a_long_key_and_an_unprintable_one_are_cut_and_mended() -> None:
    """A key cannot forge a line."""
    with pytest.raises(CodecError) as caught:
        load(Digger, {"name": "x", "k" * 100: 1, "a\nb": 2})
    lines = caught.value.text("en").splitlines()
    assert len(lines) == 2
    assert lines[0].startswith('"a b" is no known key')
    assert lines[1].startswith('"' + "k" * 59 + "…")
    place = Fault(("k" * 60, "k" * 61), FactRule(zh="缺失", en="is missing", code="missing")).place
    assert place == "k" * 60 + '."' + "k" * 59 + '…"'


def test_records_of_a_kind_that_data_cannot_hold_are_refused_as_a_slip_of_the_programmer() -> None:
    """A function is no data: a TypeError says which kind, reading, writing and describing alike."""

    @attrs.frozen
    class Task:
        do: Callable[[], None]

    for ask in (lambda: load(Task, {"do": 1}), lambda: dump(Task(print)), lambda: schema(Task)):
        with pytest.raises(TypeError, match="data cannot hold"):
            ask()


def test_findings_and_bills_come_back_with_their_values() -> None:
    """A result comes back equal, its findings' values and clauses with it."""
    bill = dust_bill(Haul(1000, DAY), paid_on=date(2001, 2, 1))
    data = through_json(dump(bill))
    assert data["findings"][0]["values"] == {"dug_on": {"$day": "2001-01-01"}, "nights": 32}
    assert load(Bill, data) == bill
    assert isinstance(load(Bill, data).findings[0], Finding)


def test_a_law_comes_back_with_its_figures() -> None:
    """Timelines with their entries, days and sources: a law is a record like others."""
    assert load(MoonLaw, through_json(dump(MoonLaw()))) == MoonLaw()


def test_a_generic_record_tells_what_its_open_fields_hold() -> None:
    """Where a hint leaves a field open, the data names its kind."""

    @attrs.frozen
    class Box(Generic[T]):
        inside: T

    assert dump(Box(Period(DAY, None))) == {"inside": {"$periods.Period": {"first": "2001-01-01", "last": None}}}
    assert load(Box, {"inside": {"$periods.Period": {"first": "2001-01-01"}}}) == Box(Period(DAY, None))


def test_kinds_are_named_by_their_rooms() -> None:
    """Records, choices and errors of a package can be named, nothing else."""
    assert kind_named("money.Share", "tests") is Share
    assert kind_named("errors.OutOfScopeError", "gxinjury") is OutOfScopeError
    assert kind_named("moonland.Haul", "tests") is Haul
    assert kind_named("Haul", "tests") is None
    assert kind_named("money.ZERO", "tests") is None
    assert kind_named("codec.limits.Account", "gxinjury") is None
    assert [name_of(kind) for kind in (Contract, Share, Haul, Bucket)] == [
        "construction.Contract",
        "money.Share",
        "moonland.Haul",
        "codec.test_whole.Bucket",
    ]


SCHEMA: Final = schema(Claim)
CHECKER: Final = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_schema_is_one_and_takes_what_load_takes() -> None:
    """It is valid itself, and so is what is dumped."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for claim in (FULL, load(Claim, DATA)):
        CHECKER.validate(through_json(dump(claim, in_full=True)))
        CHECKER.validate(through_json(dump(claim, in_full=True, brief=True)))


BEYOND_SHAPE: Final = {"beyond_size", "too_early", "no_moment", "unknown_kind", "no_fraction"}
"""What a schema cannot say, or says by a format that checkers may leave out."""


@pytest.mark.parametrize(("mangled", "told"), WRONG)
def test_the_schema_refuses_what_load_refuses(mangled: dict[str, Any], told: list[str]) -> None:
    """But for days in order and the like, which no schema can say."""
    if any(text.rpartition(" ")[2] in BEYOND_SHAPE for text in told) or isinstance(mangled.get("dug_on"), datetime):
        return
    if "$" in str(mangled):
        return  # what a value is whose kind the data names, no schema says
    if isinstance(mangled.get("load"), float):
        return  # JSON has one kind of number; a reader with floats is refused by load
    assert CHECKER.is_valid(DATA | mangled) == (not told)


@attrs.frozen
class Purse:
    """An amount of each sign."""

    above: AboveZero = attrs.field(converter=amount)
    at_least: NotNegative = attrs.field(converter=amount)
    either: NotZero = attrs.field(converter=amount)

    __attrs_post_init__ = check_facts


@pytest.mark.parametrize("given", [-1, 0, 1, "-0.01", "0.00", "0.01"])
@pytest.mark.parametrize(("name", "from_zero"), [("above", None), ("at_least", 0), ("either", None)])
def test_amounts_are_bounded_as_load_bounds_them(name: str, from_zero: int | None, given: int | str) -> None:
    """Above zero, from zero on, or other than zero, as a number and as a text."""
    number = Decimal(given)
    takes = number == from_zero or (number != 0 if name == "either" else number > 0)
    data = {"above": 1, "at_least": 1, "either": 1, name: given}
    assert jsonschema.Draft202012Validator(schema(Purse)).is_valid(data) is takes
    if takes:
        assert getattr(load(Purse, data), name) == number
        return
    with pytest.raises(CodecError):
        load(Purse, data)


@pytest.mark.parametrize(("kind", "record"), [(int | str, None), (Place | Haul, Haul), (Haul | Place, Haul)])
def test_a_table_is_read_as_the_record_that_a_choice_has(kind: Any, record: type | None) -> None:  # noqa: ANN401  (a union)
    """Wherever among the kinds it stands; where none is a record, a table is refused."""
    data = {"load": "10", "dug_on": "2020-01-01"}
    if record is not None:
        assert isinstance(load(kind, data), record)
        return
    with pytest.raises(CodecError):
        load(kind, data)


@attrs.frozen
class Asked:
    """A question with the readings that it is asked under."""

    readings: tuple[Reading, ...]


@pytest.mark.parametrize(
    ("readings", "takes"),
    [
        ({}, True),
        ({"nights": "NOT_COUNTED"}, True),
        ({"nights": "SOMETIMES"}, False),
        ({"days": "NOT_COUNTED"}, False),
        (["NOT_COUNTED"], False),
        ("nights", False),
    ],
)
def test_readings_are_described_as_load_takes_them(readings: object, takes: bool) -> None:
    """A table of the readings there are, each with a member of its own."""
    checker = jsonschema.Draft202012Validator(schema(Asked))
    assert checker.is_valid({"readings": readings}) is takes


@pytest.mark.parametrize("day", ["1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01", "2016-1-1"])
def test_days_are_bounded_as_load_bounds_them(day: str) -> None:
    """A year that a case can lie in, written with two digits a month and a day."""
    takes = day in {"1900-01-01", "2199-12-31"}
    assert jsonschema.Draft202012Validator(schema(Since)).is_valid({"day": day}) is takes
    if takes:
        assert load(Since, {"day": day}) == Since(date.fromisoformat(day))
    else:
        with pytest.raises(CodecError):
            load(Since, {"day": day})


def test_facts_of_a_rule_are_as_free_as_load_facts_leaves_them() -> None:
    """Which years a rule takes it says at its door."""
    assert jsonschema.Draft202012Validator(schema(_on_a_day)).is_valid({"day": "1066-10-14"})
    assert load_facts(_on_a_day, {"day": "1066-10-14"}) == {"day": date(1066, 10, 14)}


@rule(MOON.clause("1"), Text("当日", "on a day"))
def _on_a_day(day: date) -> date:
    """The day itself."""
    return day


@attrs.frozen
class Since:
    """Since when."""

    day: date

    __attrs_post_init__ = check_facts


def test_what_is_nothing_by_default_has_no_default_in_a_schema() -> None:
    """None is said by what it may be, not by a value to fill in."""
    told = schema(PremiumFacts)["$defs"]["PremiumFacts"]["properties"]
    assert "default" not in told["started_on"]
    assert told["several"]["default"] == []
    assert told["told"]["default"] == "4501************34"


@attrs.frozen
class PremiumFacts:
    """A fact that may be missing, one that may be none, and one that has an id in it by default."""

    started_on: date | None = None
    several: tuple[int, ...] = ()
    told: str = ID


def test_the_readings_of_a_country_are_loaded_with_its_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those in its package ``law.readings``, though nothing has imported it; a country without one has none."""
    for package in ("dustland", "dustland/law", "noland"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("", "utf-8")
    program = """
from gxinjury.texts import Text
from tests.moonland import MOON, Reading

class GrainsCounted(Reading, clause=MOON.clause("1"), question=Text("", ""), why=Text("", "")):
    pass
"""
    (tmp_path / "dustland" / "law" / "readings.py").write_text(program, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert list(readings_by_name("dustland")) == ["grains_counted"]
    assert readings_by_name("noland") == {}


def test_the_readings_of_a_country_are_found_without_its_law_loaded() -> None:
    """Whoever reads a law's data first loads what readings there are."""
    program = "from gxinjury.codec.names import readings_by_name; print('elapsed_time' in readings_by_name('gxinjury'))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert run.stdout == "True\n"


def test_a_schema_speaks_both_languages() -> None:
    """Titles and choices in the language asked for; another language is told by its prefix elsewhere."""
    table = schema(Haul, "zh")["$defs"]["Haul"]
    assert table["properties"]["place"]["description"] == "PLAIN: 月海; CRATER: 环形山; FAR_SIDE: 月背"
    assert table["required"] == ["load", "dug_on"]
    assert table["properties"]["place"]["default"] == "PLAIN"


def test_the_facts_of_a_rule_are_described_without_the_law() -> None:
    """A rule's schema asks for its facts, not for the law that it is handed."""

    def asked(*, days: Iterable[date], calendar: WorkCalendar | None = None, law: MoonLaw = MoonLaw()) -> int:  # noqa: B008
        raise NotImplementedError

    for question, expected in ((dust_bill, {"haul", "paid_on", "others"}), (asked, {"days"})):
        shape = schema(question)
        jsonschema.Draft202012Validator.check_schema(shape)
        assert set(shape["properties"]) == expected


def test_a_record_within_itself_is_described_once() -> None:
    """A tree of one kind of record refers to itself."""
    shape = schema(Tree)
    assert shape["$defs"]["Tree"]["properties"]["below"]["items"] == {"$ref": "#/$defs/Tree"}
    tree = Tree((Tree(), Tree((Tree(),))))
    assert load(Tree, dump(tree)) == tree


@attrs.frozen
class Tree:
    """A tree."""

    below: tuple["Tree", ...] = ()


class Plain(Enum):
    """A choice without words."""

    ONE = "1"


def test_what_toml_reads_is_taken_as_it_is() -> None:
    """Days and moments that a reader of TOML made are there already."""
    seen = datetime(2001, 1, 1, 8, tzinfo=CHINA)
    assert load(Claim, DATA | {"dug_on": DAY, "seen_at": seen}) == load(Claim, DATA | {"seen_at": seen.isoformat()})


def test_a_choice_without_words_is_read_by_its_name_in_either_case() -> None:
    """Names in either case; where there are Chinese words, these too."""
    assert load(Plain, "one") is load(Plain, "ONE") is Plain.ONE
    assert load(Place, "月海") is Place.PLAIN
    assert "description" not in schema(Plain)
    assert "$defs" not in schema(Plain)


class TestFacts:
    """The facts of a rule, as a request has them."""

    def test_are_read_and_written(self) -> None:
        """By name; the law is handed in, and what is left out has its default."""
        facts = {"haul": Haul("0.5", DAY), "paid_on": DAY, "others": (Haul(1, DAY),)}
        data = dump_facts(dust_bill, {**facts, "law": MOON_LAW})
        assert data["haul"]["load"] == "0.5"
        assert "law" not in data
        assert load_facts(dust_bill, data) == facts
        assert load_facts(dust_bill, {"haul": data["haul"], "paid_on": "2001-01-01"}) == {
            "haul": facts["haul"],
            "paid_on": DAY,
        }

    def test_all_that_is_wrong_is_told(self) -> None:
        """Unknown, missing, and what a record refuses."""
        with pytest.raises(CodecError) as caught:
            load_facts(dust_bill, {"hauls": 1, "haul": {"load": 0, "dug_on": "2001-01-01"}})
        assert [(fault.place, fault.code) for fault in caught.value.faults] == [
            ("hauls", "unknown_key"),
            ("haul.load", "not_above_zero"),
            ("paid_on", "missing"),
        ]

    def test_hold_no_id_in_full_unless_it_is_asked_for(self) -> None:
        """By default a text with an id is masked, as in a record alone."""

        def ask(digger: Digger) -> None:
            raise NotImplementedError

        facts = {"digger": Digger("x", number=ID)}
        assert ID not in json.dumps(dump_facts(ask, facts))
        assert dump_facts(ask, facts, in_full=True)["digger"]["number"] == ID
        assert ID not in json.dumps(dump(facts["digger"]))

    @pytest.mark.parametrize("data", [None, [], "x", 1])
    def test_must_be_a_table(self, data: object) -> None:
        """Anything else is refused as a whole."""
        with pytest.raises(CodecError, match="must be a table"):
            load_facts(dust_bill, data)

    def test_are_read_up_to_the_limits(self) -> None:
        """As records are."""
        with pytest.raises(CodecError, match="faults already"):
            load_facts(dust_bill, {"others": [{}] * 10}, limits=Limits(faults=3))


def test_nothing_is_none() -> None:
    """By itself and in a sequence: what a question answers may be nothing."""
    assert dump(None) is None
    assert dump((None, 1, date(2016, 1, 1))) == [None, 1, "2016-01-01"]


@pytest.mark.parametrize(("count", "takes"), [(-1, False), (0, True), (10**9 - 1, True), (10**9, False)])
def test_a_count_is_bounded_as_load_bounds_it(count: int, takes: bool) -> None:
    """From zero to below ten to the ninth, in a record that checks its facts."""

    @attrs.frozen
    class Crew:
        diggers: Annotated[int, Text("人数", "diggers")]

        __attrs_post_init__ = check_facts

    assert jsonschema.Draft202012Validator(schema(Crew)).is_valid({"diggers": count}) is takes


def test_facts_are_dumped_with_what_they_have_by_default() -> None:
    """As records are, unless they are asked for in brief."""

    def ask(digger: Digger) -> None:
        raise NotImplementedError

    assert dump_facts(ask, {"digger": Digger("x")}) == {"digger": {"name": "x", "number": None}}
