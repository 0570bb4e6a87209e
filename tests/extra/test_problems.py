"""Errors as problem documents, and the language a header asks for."""

import json
from datetime import date
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.codec import CodecError, load
from gxinjury.construction import Contract, project_premium
from gxinjury.errors import GxInjuryError, InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.extra.problems import STATUS, language_of, problem
from gxinjury.texts import Text


def test_every_kind_has_a_status() -> None:
    """Every kind has a status."""
    kinds = {kind.kind: kind for kind in (InvalidFactError, NotInForceError, OutOfScopeError, CodecError)}
    assert {name: int(status) for name, status in STATUS.items()} == {
        "invalid_fact": 422,
        "not_in_force": 409,
        "out_of_scope": 409,
    }
    assert set(kinds) == set(STATUS)


def test_a_fault_of_the_caller() -> None:
    """A fault of the caller."""
    with pytest.raises(CodecError) as caught:
        load(Contract, {"price": "0", "commencement": "2015-03-01"})
    found = problem(caught.value, "zh")
    assert (found["type"], found["title"], found["status"]) == ("about:blank", HTTPStatus(422).phrase, 422)
    assert found["detail"] == caught.value.text("zh")
    assert [(one["path"], one["code"], one["clause"]) for one in found["faults"]] == [
        (["completion"], "missing", None),
        (["price"], "not_above_zero", None),
    ]


def test_what_nobody_published_is_no_fault_of_the_request() -> None:
    """What nobody published is no fault of the request."""
    contract = Contract(100, date(1900, 3, 1), date(1901, 3, 1))
    with pytest.raises(NotInForceError) as caught:
        project_premium(contract, paid_on=date(1900, 2, 1))
    found = problem(caught.value, "en", types="/problems/")
    assert (found["status"], found["title"], found["kind"]) == (409, "Conflict", "not_in_force")
    assert found["clause"] == "NN-1.1.2"
    assert found["type"] == f"/problems/{caught.value.code}"


def test_ids_are_masked() -> None:
    """Ids are masked."""
    error = InvalidFactError("Worker", "name", Text(zh="不对", en="is wrong"), "450103198001011234")
    assert "450103198001011234" not in json.dumps(problem(error), ensure_ascii=False)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "zh"),
        ("", "zh"),
        ("*", "zh"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("zh-Hant-TW, en;q=0.9", "zh"),
        ("en;q=0.2, zh;q=0.9", "zh"),
        ("fr, de;q=0.9, en;q=0.1", "en"),
        ("en;q=0", "zh"),
        ("en;q=nonsense, ,;;", "zh"),
        ("en ; q=0.5", "en"),
        ("en;q=nan", "zh"),
        ("en;q=1, zh", "en"),
        ("zh;q=0.99, en", "en"),
    ],
)
def test_the_language_asked_for(header: str | None, language: str) -> None:
    """The language asked for."""
    assert language_of(header) == language


def test_another_default() -> None:
    """Another default."""
    assert language_of("fr", "en-GB") == "en"


@given(st.text())
def test_no_header_breaks_it(header: str) -> None:
    """No header breaks it."""
    assert language_of(header) in {"zh", "en"}


def test_a_default_that_is_no_language_is_refused() -> None:
    """A default that is no language is refused."""
    with pytest.raises(GxInjuryError):
        language_of(None, "fr")
