"""Records in models of pydantic."""

import json
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from gxinjury.codec import CodecError, Limits, dump, load
from gxinjury.construction import Contract, ProjectCase, RosterChange, project_premium
from gxinjury.construction.bills import PremiumBill
from gxinjury.errors import InvalidFactError
from gxinjury.extra.pydantic import AsData, Data, Facts, problem_of
from gxinjury.extra.strategies import contracts, project_cases
from gxinjury.steps import Step

_CONTRACT = {"price": "100000000", "commencement": "2015-03-01", "completion": "2017-03-01"}
_ID = "450103198001011233"


class Request(BaseModel):
    """What a service might be sent."""

    contract: Data[Contract]
    paid_on: date
    project: Data[ProjectCase] | None = None


def _errors(kind: Any, data: object) -> list[Any]:  # noqa: ANN401  # any annotation
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(data)
    return [dict(one) for one in caught.value.errors()]


def test_a_body_and_an_answer() -> None:
    """A body and an answer."""
    request = Request.model_validate_json(json.dumps({"contract": _CONTRACT, "paid_on": "2016-05-01"}))
    assert request.contract == Contract("100000000", date(2015, 3, 1), date(2017, 3, 1))
    bill = project_premium(request.contract, paid_on=request.paid_on)
    written = TypeAdapter(Data[PremiumBill]).dump_json(bill)
    assert load(PremiumBill, json.loads(written)) == bill
    assert json.loads(written)["initial"]["amount"] == "130000.00"


def test_a_record_is_taken_as_it_is() -> None:
    """A record is taken as it is."""
    contract = Contract(Decimal(1), date(2015, 3, 1), date(2017, 3, 1))
    assert Request(contract=contract, paid_on=date(2016, 5, 1)).contract is contract


def test_every_fault_is_an_error_of_its_own() -> None:
    """Every fault is an error of its own."""
    data = {"contract": {"price": "-1", "commencement": "soon", "prise": 1}, "paid_on": "2016-05-01"}
    found = _errors(Request, data)
    assert [(one["loc"], one["type"]) for one in found] == [
        (("contract", "prise"), "unknown_key"),
        (("contract", "commencement"), "no_day"),
        (("contract", "completion"), "missing"),
        (("contract", "price"), "not_above_zero"),
    ]
    last = found[-1]
    assert last["msg"] == "must be above zero, got -1"
    assert last["ctx"] == {"kind": "invalid_fact", "clause": None, "zh": "必须大于零，现为 -1", "en": last["msg"]}


def test_an_error_prints_no_id_in_full() -> None:
    """Neither in its message nor in the input that pydantic adds."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Data[Contract]).validate_python({**_CONTRACT, "price": "450103198001011233"})
    told = str(caught.value)
    assert "4501************33" in told
    assert "450103198001011233" not in told


def test_told_in_the_language_asked_for() -> None:
    """Told in the language asked for."""
    (one,) = _errors(Annotated[Contract, AsData(language="zh-CN")], {**_CONTRACT, "price": 0})
    assert one["msg"] == "必须大于零，现为 0"


def test_a_float_is_refused() -> None:
    """A float is refused."""
    (one,) = _errors(Data[Contract], {**_CONTRACT, "price": 0.1})
    assert (one["loc"], one["type"]) == (("price",), "no_amount")


def test_no_id_is_told_in_full() -> None:
    """No id is told in full."""
    change = {"worker": {"name": "x", "resident_id": _ID}, "kind": "ADD", "reported_on": _ID}
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Data[RosterChange]).validate_python(change)
    assert _ID not in str(caught.value)
    assert _ID not in caught.value.json()


def test_ids_are_written_masked_unless_asked_for_in_full() -> None:
    """Ids are written masked unless asked for in full."""
    change = load(RosterChange, {"worker": _ID, "kind": "ADD", "reported_on": "2016-01-01"})
    assert _ID not in TypeAdapter(Data[RosterChange]).dump_json(change).decode()
    assert _ID in TypeAdapter(Annotated[RosterChange, AsData(in_full=True)]).dump_json(change).decode()


def test_limits_hold() -> None:
    """Limits hold."""
    small = Annotated[Contract, AsData(limits=Limits(items=2))]
    assert [one["type"] for one in _errors(small, _CONTRACT)] == ["too_many"]


class TestFacts:
    """The facts of a question as one body."""

    QUESTION = Annotated[dict[str, Any], Facts(project_premium)]

    def test_the_question_is_called_with_them(self) -> None:
        """The question is called with them."""
        facts = TypeAdapter(self.QUESTION).validate_python({"contract": _CONTRACT, "paid_on": "2016-05-01"})
        assert project_premium(**facts).total == Decimal("130000.00")

    def test_written_back(self) -> None:
        """Written back."""
        data = {"contract": {**_CONTRACT, "bid_price": None}, "paid_on": "2016-05-01"}
        adapter = TypeAdapter(self.QUESTION)
        assert adapter.dump_python(adapter.validate_python(data)) == data

    def test_its_faults(self) -> None:
        """Its faults."""
        found = _errors(self.QUESTION, {"contract": [], "law": {}})
        assert [(one["loc"], one["type"]) for one in found] == [
            (("law",), "unknown_key"),
            (("contract",), "no_table"),
            (("paid_on",), "missing"),
        ]

    def test_its_limits(self) -> None:
        """No more is read than is asked for."""
        small = Annotated[dict[str, Any], Facts(project_premium, limits=Limits(items=2))]
        found = _errors(small, {"contract": _CONTRACT, "paid_on": "2016-05-01"})
        assert "too_many" in [one["type"] for one in found]

    def test_its_schema_stands_alone(self) -> None:
        """Its schema stands alone."""
        shape = TypeAdapter(self.QUESTION).json_schema()
        assert shape["required"] == ["contract", "paid_on"]
        assert [name for name in ("$ref", "$defs", "$schema") if name in json.dumps(shape)] == []


@given(contracts())
def test_the_schema_accepts_what_is_written(contract: Contract) -> None:
    """The schema accepts what is written."""
    adapter = TypeAdapter(Data[Contract])
    Draft202012Validator(adapter.json_schema()).validate(adapter.dump_python(contract))


@settings(max_examples=40)
@given(project_cases())
def test_whole_projects_go_through(project: ProjectCase) -> None:
    """Whole projects go through."""
    adapter = TypeAdapter(Annotated[ProjectCase, AsData(in_full=True)])
    assert adapter.validate_json(adapter.dump_json(project)) == project
    assert adapter.dump_python(project) == dump(project, in_full=True)


def test_a_record_within_itself_is_told_as_a_table() -> None:
    """A record within itself is told as a table."""
    shape = TypeAdapter(Data[Step]).json_schema()
    assert shape["properties"]["steps"]["items"] == {"type": "object"}
    assert "$ref" not in json.dumps(shape)


class TestProblems:
    """Problems."""

    def test_the_same_shape_as_the_codec_has(self) -> None:
        """The same shape as the codec has."""
        data = {"price": "-1", "commencement": "soon"}
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(Data[Contract]).validate_python(data)
        with pytest.raises(CodecError) as own:
            load(Contract, data)
        found = problem_of(caught.value.errors(), "zh")
        assert (found["status"], found["code"], found["detail"]) == (422, "faults", own.value.text("zh"))
        told = [{key: one[key] for key in ("kind", "code", "path", "clause", "message")} for one in found["faults"]]
        want = [fault.as_dict() for fault in own.value.faults]
        assert told == [{key: one[key] for key in ("kind", "code", "path", "clause", "message")} for one in want]

    def test_a_text_that_is_no_json(self) -> None:
        """A text that is no json."""
        error = {"type": "json_invalid", "loc": ("body", 7), "msg": "JSON decode error", "ctx": {"error": "Expecting"}}
        found = problem_of([error], "en")
        assert found["detail"] == "the text is no JSON, at character 7: Expecting"
        assert found["faults"][0]["message"]["zh"] == "内容不是JSON（第 7 个字符处：Expecting）"

    def test_a_text_that_pydantic_itself_finds_to_be_no_json(self) -> None:
        """It names no place but in its words."""
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(Data[Contract]).validate_json("{")
        told = "Invalid JSON: EOF while parsing an object at line 1 column 1"
        found = problem_of(caught.value.errors(), "zh")
        assert found["detail"] == f"无法读取（{told}）"
        [fault] = found["faults"]
        assert (fault["code"], fault["path"], fault["message"]["en"]) == ("json_invalid", [], told)

    def test_what_pydantic_finds_itself(self) -> None:
        """What pydantic finds itself."""
        found = problem_of(
            [{"type": "missing", "loc": ("body", "paid_on"), "msg": "Field required"}], "zh", types="/p/"
        )
        assert found["type"] == "/p/faults"
        assert found["detail"] == "paid_on 无法读取（Field required）"
        assert (found["faults"][0]["code"], found["faults"][0]["path"]) == ("missing", ["paid_on"])


def test_another_error_is_not_swallowed() -> None:
    """Another error is not swallowed."""
    with pytest.raises(InvalidFactError):
        Contract(0, date(2015, 3, 1), date(2017, 3, 1))
