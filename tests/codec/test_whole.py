"""A schema and the faults of an input as a whole, in both languages, on a record that has a field of each form."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final

import attrs
import pytest

from gxinjury.amounts import amount
from gxinjury.codec import CodecError, Fault, dump, load, schema
from gxinjury.errors import FactRule
from gxinjury.privacy import AnyText
from gxinjury.records import NotNegative, SomeText, check_facts
from gxinjury.texts import Text
from tests.moonland import MoonLaw, Place, dust_bill


@attrs.frozen
class Bucket:
    """A bucket of dust."""

    weight: Annotated[int, Text("重量", "weight")]


@attrs.frozen
class Shaft:
    """A shaft, with a field of each form."""

    fee: Annotated[NotNegative, Text("费用", "fee")] = attrs.field(converter=amount)
    dug_on: Annotated[date | None, Text("开挖日", "dug on")]
    name: Annotated[SomeText, Text("名称", "name")]
    deep: Annotated[int, Text("深度", "depth")] = 7
    place: Annotated[Place, Text("地点", "place")] = Place.PLAIN
    buckets: Annotated[tuple[Bucket, ...], Text("桶", "buckets")] = ()
    pair: Annotated[tuple[int, str] | None, Text("一对", "pair")] = None
    told: Annotated[Mapping[str, date] | None, Text("所告", "told")] = None
    digger: Annotated[AnyText | Bucket | None, Text("挖尘人", "digger")] = None
    any_kind: Annotated[object, Text("任意", "of any kind")] = None

    __attrs_post_init__ = check_facts


_DAY: Final = {"type": "string", "format": "date"}
_ANY_DAY: Final = {**_DAY, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_NULL: Final = {"type": "null"}
_PLACES: Final = ["PLAIN", "plain", "月海", "CRATER", "crater", "环形山", "FAR_SIDE", "far_side", "月背"]


def _shape(language: str) -> dict[str, Any]:
    """The schema of a shaft, written by hand."""
    title = {
        name: {"title": zh if language == "zh" else en}
        for name, zh, en in [
            ("fee", "费用", "fee"),
            ("dug_on", "开挖日", "dug on"),
            ("name", "名称", "name"),
            ("deep", "深度", "depth"),
            ("place", "地点", "place"),
            ("buckets", "桶", "buckets"),
            ("pair", "一对", "pair"),
            ("told", "所告", "told"),
            ("digger", "挖尘人", "digger"),
            ("any_kind", "任意", "of any kind"),
            ("weight", "重量", "weight"),
        ]
    }
    digits = r"([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\s*$"
    pair = {
        "type": "array",
        "prefixItems": [{"type": "integer"}, {"type": "string"}],
        "minItems": 2,
        "maxItems": 2,
    }
    properties: dict[str, dict[str, Any]] = {
        "fee": {
            "type": ["number", "string"],
            "pattern": rf"^\s*(\+?|-(?=[0.]+\s*$)){digits}",
            "minimum": 0,
            "description": "不得为负" if language == "zh" else "must not be negative",
        },
        "dug_on": {"anyOf": [{**_DAY, "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"}, _NULL]},
        "name": {"type": "string", "pattern": r"\S"},
        "deep": {"default": 7, "type": "integer", "minimum": 0, "exclusiveMaximum": 10**9},
        "place": {
            "default": "PLAIN",
            "enum": _PLACES,
            "description": "PLAIN: 月海; CRATER: 环形山; FAR_SIDE: 月背"
            if language == "zh"
            else "PLAIN: plain; CRATER: crater; FAR_SIDE: far side",
        },
        "buckets": {"default": [], "type": "array", "items": {"$ref": "#/$defs/Bucket"}},
        "pair": {"anyOf": [pair, _NULL]},
        "told": {"anyOf": [{"type": "object", "additionalProperties": _ANY_DAY}, _NULL]},
        "digger": {"anyOf": [{"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Bucket"}]}, _NULL]},
        "any_kind": {},
    }
    shaft = {
        "title": "Shaft",
        "type": "object",
        "properties": {name: {**title[name], **shape} for name, shape in properties.items()},
        "required": ["fee", "name"],
        "additionalProperties": False,
    }
    bucket = {
        "title": "Bucket",
        "type": "object",
        "properties": {"weight": {**title["weight"], "type": "integer"}},
        "required": ["weight"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": "#/$defs/Shaft",
        "$defs": {"Shaft": shaft, "Bucket": bucket},
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_schema_as_a_whole(language: str) -> None:
    """Titles, bounds, defaults and what is needed; the bounds of facts only where the record checks them."""
    assert schema(Shaft, language) == _shape(language)


@pytest.mark.parametrize(("language", "title"), [("zh", "月尘账单"), ("en", "dust bill")])
def test_what_a_rule_asks_for(language: str, title: str) -> None:
    """Under its name, without its law."""
    told = schema(dust_bill, language)
    assert (told["title"], told["required"], told["additionalProperties"]) == (title, ["haul", "paid_on"], False)
    assert list(told["properties"]) == ["haul", "paid_on", "others"]


def test_a_text_of_a_kind_of_its_own_is_a_text() -> None:
    """As numpy has them, where a field may hold something else too."""

    class Name(str):
        __slots__ = ()

    made = Shaft("0", None, "A", digger=Name("张三"))
    assert dump(made)["digger"] == "张三"


BAD: Final = {
    "fee": "-1",
    "deep": "7",
    "place": "plane",
    "buckets": [{"wait": 1}, {"weight": 1.5}],
    "pair": [1],
    "told": {"a": "2016-02-30", "b": None},
    "digger": 7,
    "any_kind": {"$moonland.Heap": 1},
    "frist": {"a": [1]},
}
TOLD: Final = {
    "zh": """\
frist 不是已知的键；可用的有：fee、dug_on、name、deep、place、buckets、pair、told、digger、any_kind
name 缺失（名称）
deep 必须是整数，现为 '7'
place 不是可选的值，现为 'plane'；是否应为 plain？
buckets[0].wait 不是已知的键；是否应为 weight？
buckets[0].weight 缺失（重量）
buckets[1].weight 必须是整数，现为 1.5
pair 必须是 2 项的列表，现为 列表
told.a 必须是日期，如 2016-06-30，不带时刻，现为 '2016-02-30'
told.b 必须是日期，如 2016-06-30，不带时刻，现未填写
digger 必须是带引号的文本，现为 7
any_kind 不是已知的类型，现为 一组键值
fee 不得为负，现为 -1""",
    "en": """\
frist is no known key; there are fee, dug_on, name, deep, place, buckets, pair, told, digger, any_kind
name is missing (name)
deep must be a whole number, got '7'
place is none of the choices, got 'plane'; did you mean plain?
buckets[0].wait is no known key; did you mean weight?
buckets[0].weight is missing (weight)
buckets[1].weight must be a whole number, got 1.5
pair must be a list of so many items: 2, got a list
told.a must be a day such as 2016-06-30, without a time of day, got '2016-02-30'
told.b must be a day such as 2016-06-30, without a time of day, got nothing
digger must be a text in quotes, got 7
any_kind is no known kind, got a table
fee must not be negative, got -1""",
}
READ_WRONG: Final = {
    "readings": {"night": "COUNTED", "crater": "RIMS", "nights": "COUNTED", "Nights": "NOT_COUNTED"},
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_faults_as_a_whole(language: str) -> None:
    """Each at its place, with what stands there and what would be right."""
    with pytest.raises(CodecError) as caught:
        load(Shaft, BAD)
    assert caught.value.text(language) == TOLD[language]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "zh",
            """\
readings.night 不是已知的口径名称；是否应为 “nights”？
readings.crater 这一处没有这种口径，现为 'RIMS'；是否应为 RIM（边）？
readings.Nights 这一处的口径已另行指定""",
        ),
        (
            "en",
            """\
readings.night is no known reading; did you mean nights?
readings.crater is no member of the reading, got 'RIMS'; did you mean RIM?
readings.Nights is named twice: a reading takes one member""",
        ),
    ],
)
def test_faults_of_readings_as_a_whole(language: str, told: str) -> None:
    """A name and a member that there are not, with the nearest; and one that is named twice."""
    with pytest.raises(CodecError) as caught:
        load(MoonLaw, READ_WRONG)
    assert caught.value.text(language) == told


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (7, "必须是一组键值，现为 7", "must be a table of keys and values, got 7"),
        (None, "必须是一组键值，现未填写", "must be a table of keys and values, got nothing"),
        ([True], "必须是一组键值，现为 列表", "must be a table of keys and values, got a list"),
    ],
)
def test_a_fault_of_the_whole_names_no_place(data: object, zh: str, en: str) -> None:
    """Neither as text nor as JSON."""
    with pytest.raises(CodecError) as caught:
        load(Shaft, data)
    assert (caught.value.text("zh"), caught.value.text("en")) == (zh, en)
    [fault] = caught.value.as_dict()["faults"]
    assert (fault["path"], fault["message"]) == ([], {"zh": zh, "en": en})


def test_a_fault_is_told_below_a_place() -> None:
    """That of the whole comes before its own; nothing else of it changes."""
    fault = Fault(("payments", 1), FactRule(zh="缺失", en="is missing", code="missing"), 7, kind="out_of_scope")
    below = fault.below(("project", 0))
    assert below.path == ("project", 0, "payments", 1)
    assert below.text("en") == "project[0].payments[1] is missing, got 7"
    assert attrs.evolve(below, path=fault.path) == fault
