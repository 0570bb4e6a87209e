"""The example service, asked over loopback as its users would."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gxinjury.codec import dump, load_facts
from gxinjury.construction import ProjectCase, project_premium
from gxinjury.extra.strategies import project_cases

_SERVICE = Path(__file__).parents[2] / "examples" / "service"
_PREMIUM = {
    "contract": {"price": "100000000", "commencement": "2015-03-01", "completion": "2017-03-01"},
    "paid_on": "2016-05-01",
}
_INJURY = {"happened_at": "2016-05-03T10:20+08:00", "work_cause": True, "on_site": True, "enrolled": True}
_BODIES: dict[str, Any] = {
    "premium": _PREMIUM,
    "cover": _PREMIUM,
    "standing": {"injury": {**_INJURY, "cover": "COVERED"}},
    "deadline": {"injured_on": "2016-05-03"},
    "settlement": {"injury": {"injured_on": "2016-05-03", "wage": "3500", "treatment": "1200.50"}},
    "case": {"case": {"contract": _PREMIUM["contract"], "payments": [{"amount": "130000", "paid_on": "2016-05-01"}]}},
}


@attrs.frozen
class Answer:
    """What came back."""

    status: int
    kind: str
    body: Any


@attrs.frozen
class Service:
    """A running service."""

    port: int

    def ask(self, path: str, body: object = None, *, language: str = "en", method: str | None = None) -> Answer:
        """Send a request, a body as JSON; bytes as they are."""
        sent = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Accept-Language": language, "Content-Type": "application/json"}
        connection.request(method or ("GET" if sent is None else "POST"), path, sent, headers)
        answer = connection.getresponse()
        read = json.loads(answer.read())
        connection.close()
        return Answer(answer.status, answer.headers.get_content_type(), read)


def _served(folder: Path, **surroundings: str) -> tuple[subprocess.Popen[bytes], Service]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "app:app", "--app-dir", str(_SERVICE), "--port", str(port)]
    settled = {**os.environ, "RECEIPTS": str(folder / "receipts.sqlite"), **surroundings}
    process = subprocess.Popen([*command, "--log-level", "warning"], env=settled, cwd=folder)
    service = Service(port)
    for _ in range(600):
        try:
            service.ask("/openapi.json")
        except OSError:
            assert process.poll() is None
            time.sleep(0.05)
        else:
            return process, service
    raise AssertionError("the service did not start")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Service."""
    process, running = _served(tmp_path_factory.mktemp("service"))
    yield running
    process.terminate()
    process.wait(30)


@pytest.mark.parametrize("question", _BODIES)
def test_each_question_is_answered_and_replayed(service: Service, question: str) -> None:
    """Each question is answered and replayed."""
    answer = service.ask(f"/{question}", _BODIES[question])
    assert answer.status == 200, answer.body
    assert answer.body["law"]
    assert answer.body["why"]
    again = service.ask(f"/receipts/{answer.body['receipt']}/replay", {})
    assert again.body["holds"]
    assert again.body["told"] == "asked again, everything is as in the receipt"
    assert service.ask(f"/receipts/{answer.body['receipt']}").body["outcome"] == answer.body["outcome"]


def test_the_premium_is_the_law_s(service: Service) -> None:
    """The premium is the law's."""
    assert service.ask("/premium", _PREMIUM).body["outcome"]["initial"]["amount"] == "130000.00"
    assert service.ask("/standing", _BODIES["standing"]).body["outcome"] == "PROJECT_CLAIM"


def test_answers_in_the_language_asked(service: Service) -> None:
    """Answers in the language asked."""
    english = service.ask("/premium", _PREMIUM, language="en-GB").body
    chinese = service.ask("/premium", _PREMIUM, language="zh-CN").body
    assert english["outcome"] == chinese["outcome"]
    assert "项目工伤保险费" in chinese["why"]
    assert "项目工伤保险费" not in english["why"]


@pytest.mark.parametrize(
    ("path", "body", "status", "faults"),
    [
        ("/premium", b"{bad", 422, [("json_invalid", [])]),
        ("/premium", [], 422, [("no_table", [])]),
        ("/premium", {"paid_on": "2016-05-01", "x": 1}, 422, [("unknown_key", ["x"]), ("missing", ["contract"])]),
        (
            "/premium",
            {"contract": {**_PREMIUM["contract"], "price": 0.5}, "paid_on": "2016-05-01"},  # type: ignore[dict-item]
            422,
            [("no_amount", ["contract", "price"])],
        ),
        ("/case", {"case": {"payments": [{}]}}, 422, None),
        ("/premium", {**_PREMIUM, "paid_on": "1900-05-01"}, 409, None),
        ("/nowhere", {}, 404, None),
        ("/receipts/99999", None, 404, None),
        ("/receipts/99999999999999999999999", None, 422, [("less_than", ["path", "number"])]),
        ("/receipts/99999/replay", {}, 404, None),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_errors_are_problem_documents(
    *,
    service: Service,
    path: str,
    body: object,
    status: int,
    faults: list[tuple[str, list[str | int]]] | None,
    language: str,
) -> None:
    """Errors are problem documents."""
    answer = service.ask(path, body, language=language)
    assert (answer.status, answer.kind) == (status, "application/problem+json")
    assert {"type", "title", "status", "detail", "kind", "code", "path", "clause"} <= set(answer.body)
    if faults is not None:
        assert [(one["code"], one["path"]) for one in answer.body["faults"]] == faults
        assert all({"code", "path", "clause"} <= set(one) for one in answer.body["faults"])
    if status != 404:
        assert answer.body["detail"] == answer.body["message"][language] or answer.body["clause"]


def test_no_id_comes_back_in_full(service: Service) -> None:
    """No id comes back in full."""
    number = "450103198001011233"
    roster = [{"worker": {"name": "x", "resident_id": number}, "kind": "ADD", "reported_on": number}]
    refused = service.ask("/case", {"case": {**_BODIES["case"]["case"], "roster": roster}})
    assert refused.status == 422
    assert number not in json.dumps(refused.body)
    roster[0]["reported_on"] = "2016-05-02"
    answered = service.ask("/case", {"case": {**_BODIES["case"]["case"], "roster": roster}})
    assert answered.status == 200
    assert number not in json.dumps(answered.body)
    kept = f"/receipts/{answered.body['receipt']}"
    assert number not in json.dumps(service.ask(kept).body)
    assert service.ask(f"{kept}/replay", {}).body["holds"]


def test_openapi_tells_the_facts(service: Service) -> None:
    """Openapi tells the facts."""
    document = service.ask("/openapi.json").body
    assert {f"/{name}" for name in _BODIES} < set(document["paths"])
    body = document["paths"]["/premium"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["contract", "paid_on"]
    assert body["properties"]["contract"]["properties"]["price"]["title"] == "contract price"


def test_sixteen_threads_and_two_locales_answer_alike(service: Service, tmp_path: Path) -> None:
    """Sixteen threads and two locales answer alike."""
    process, other = _served(tmp_path, LC_ALL="tr_TR.UTF-8", TZ="America/New_York", PYTHONUTF8="0")
    try:
        asked = list(_BODIES.items()) * 8
        with ThreadPoolExecutor(16) as pool:
            told = list(pool.map(lambda one: service.ask(f"/{one[0]}", one[1]).body, asked))
            elsewhere = list(pool.map(lambda one: other.ask(f"/{one[0]}", one[1]).body, asked))
    finally:
        process.terminate()
        process.wait(30)
    for answers in (told, elsewhere):
        for one, first in zip(answers, told[: len(_BODIES)] * 8, strict=True):
            assert {**one, "receipt": 0} == {**first, "receipt": 0}
    assert len({one["receipt"] for one in told}) == len(asked)


@given(st.data())
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_drawn_projects_are_answered_or_told_why_not(service: Service, data: st.DataObject) -> None:
    """Drawn projects are answered or told why not."""
    case: ProjectCase = data.draw(project_cases())
    answer = service.ask("/case", {"case": dump(case, in_full=True)})
    assert answer.status in {200, 409, 422}, answer.body
    if answer.status == 200:
        assert service.ask(f"/receipts/{answer.body['receipt']}/replay", {}).body["holds"]


def test_the_body_is_what_the_library_reads() -> None:
    """The body is what the library reads."""
    assert project_premium(**load_facts(project_premium, _PREMIUM)).total == 130000
