"""One shape for all that is wrong: each error and each fault tells kind, code, path, clause, values and both texts."""

import ast
import importlib
import json
import pkgutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

import gxinjury
from gxinjury import LAW, errors
from gxinjury.codec import CodecError, Fault, FileError, load
from gxinjury.construction import Contract, project_premium
from gxinjury.errors import FactRule, GxInjuryError, InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.inquiry.outcomes import Budget, TooManyTrialsError
from gxinjury.law.clauses import NN
from gxinjury.texts import Text

SOURCE: Final = Path(gxinjury.__file__).parent
KINDS: Final = {"error", "invalid_fact", "not_in_force", "out_of_scope"}
NO: Final = Text(zh="无从作答", en="no answer")
MISSING: Final = FactRule(zh="缺失", en="is missing", code="missing")


def classes(kind: type[GxInjuryError] = GxInjuryError) -> Iterator[type[GxInjuryError]]:
    """Yield an error class of the library and all below it."""
    yield kind
    for one in kind.__subclasses__():
        if one.__module__.startswith("gxinjury"):
            yield from classes(one)


for found in pkgutil.walk_packages(gxinjury.__path__, "gxinjury."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)

EVERY: Final = tuple(dict.fromkeys(classes()))
NAMES: Final = {kind.__name__ for kind in EVERY}


def made(kind: type[GxInjuryError]) -> GxInjuryError:
    """Return an error of a kind, as the library raises it."""
    if issubclass(kind, InvalidFactError):
        return kind("Contract", "price_changes[1].amount", MISSING, "450103198001011234")
    if issubclass(kind, FileError):
        return kind("case.toml", [Fault(("payments", 2, "paid_on"), MISSING)])
    if issubclass(kind, CodecError):
        return kind([Fault(("payments", 2, "paid_on"), MISSING)])
    return kind(NO, NN.clause("1.1.4"), code="no_answer", values={"day": date(2016, 5, 3)})


def check_shape(one: Any, told: dict[str, Any]) -> None:  # noqa: ANN401  # an error or a fault
    """Check what every error and every fault has, and that JSON has the same."""
    assert one.kind in KINDS
    assert one.code.isidentifier()
    assert one.code != "unnamed"
    assert isinstance(one.path, tuple)
    assert all(isinstance(name, str) for name in one.values)
    assert one.text("zh") != one.text("en")
    assert one.text("zh-CN") == one.text("zh")
    assert {"kind", "code", "path", "clause", "values", "message"} <= told.keys()
    assert (told["kind"], told["code"], told["path"]) == (one.kind, one.code, [*one.path])
    assert told["clause"] == (None if one.clause is None else str(one.clause))
    assert told["values"].keys() == one.values.keys()
    assert told["message"].keys() == {"zh", "en"}
    assert "450103198001011234" not in json.dumps(told)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_every_error_has_the_shape(kind: type[GxInjuryError]) -> None:
    """Every class of error, wherever it stands in the library."""
    error = made(kind)
    check_shape(error, error.as_dict())


@pytest.mark.parametrize(
    "fault",
    [
        Fault(("payments", 2, "paid_on"), MISSING),
        Fault(("payments", 2), MISSING, "450103198001011234"),
        Fault((), MISSING, None, Text(zh="补上", en="add it")),
        Fault.of_law(OutOfScopeError(NO, NN.clause("1.1.4"), code="no_answer")),
        Fault.of(InvalidFactError("Contract", "price", MISSING, 0), ("contract",)),
    ],
    ids=["place", "value", "whole", "law", "record"],
)
def test_every_fault_has_the_shape(fault: Fault) -> None:
    """A fault is told as an error is; one that the law has no answer for keeps its kind, code and clause."""
    check_shape(fault, fault.as_dict())


def test_the_faults_of_an_error_have_the_shape() -> None:
    """All that is wrong with data, each as an error by itself."""
    with pytest.raises(CodecError) as caught:
        load(Contract, {"price": -1, "commencement": "2016-02-30", "compleshun": "2016-05-03"})
    for fault in caught.value.faults:
        check_shape(fault, fault.as_dict())
    assert len(caught.value.as_dict()["faults"]) == len(caught.value.faults)


@pytest.mark.parametrize(
    ("day", "code"), [(date(2014, 12, 31), "not_yet_in_force"), (date(2021, 1, 1), "no_longer_verified")]
)
def test_a_figure_that_is_refused_says_why_by_its_code(day: date, code: str) -> None:
    """Under the clause of the rule that asked for it, with what its message tells."""
    contract = Contract(price=100, commencement=day, completion=date(2022, 1, 1))
    with pytest.raises(NotInForceError) as caught:
        project_premium(contract, paid_on=day, law=LAW.only_verified())
    check_shape(caught.value, caught.value.as_dict())
    assert caught.value.code == code
    assert caught.value.clause is not None
    assert caught.value.values["day"] == day


def test_too_many_trials_are_for_the_caller_to_bound() -> None:
    """Whoever asks mends the question."""
    assert TooManyTrialsError.kind == "invalid_fact"
    with pytest.raises(TooManyTrialsError) as caught:
        Budget(1).spend(2)
    assert (caught.value.code, caught.value.values) == ("too_many_trials", {"limit": 1})


def raised_without_code() -> Iterator[str]:
    """Yield where the library makes an error by hand without naming its code; of a fact, the rule has it."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name not in NAMES - {"InvalidFactError", "CodecError", "FileError", "EnoughFaultsError"}:
                continue
            assert isinstance(node, ast.Call)
            if not any(keyword.arg == "code" for keyword in node.keywords):
                yield f"{path.relative_to(SOURCE)}:{node.lineno}"


def test_every_error_made_by_hand_names_its_code() -> None:
    """The words of a refusal are its code; any other error names one."""
    assert [*raised_without_code()] == []


def test_the_scan_knows_every_class() -> None:
    """All that the module of errors has, and those of codec, inquiry and forms."""
    assert {one for one in vars(errors) if one.endswith("Error")} <= NAMES
    assert {"CodecError", "FileError", "TooManyTrialsError"} <= NAMES
