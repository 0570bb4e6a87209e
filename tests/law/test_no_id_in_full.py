"""Whatever a public question is asked, no text that it returns or raises holds an id in full."""

import importlib
import json
import logging
import pickle
import re
import warnings
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gxinjury import LAW, explain
from gxinjury.codec import dump, dump_facts, load_facts
from gxinjury.codec.forms import facts_in
from gxinjury.errors import GxInjuryError
from gxinjury.explanations import clause_of
from gxinjury.extra.strategies.records import _of_a_fact
from gxinjury.receipts import receipt, replay
from gxinjury.telling import told

ROOMS: Final = ("benefits", "construction", "couriers", "determination")
ID: Final = "450103198001011233"
WITH_AN_ID: Final = (
    f"张三{ID}",
    f"{ID} Ana",
    "450103 19800101 1233",
    "450103-19800101-1233",
    f"＝{ID}号",
)
_WORDS: Final = re.compile(r"[\u4e00-\u9fff]|^Ana$|\t")
_SEEN: Final = re.compile(r"4501031980(?:01011|0101-1)233|450103.?19800101.?1233")


def questions() -> Iterator[Callable[..., Any]]:
    """Yield the questions on the face of each room that take a text anywhere."""
    for room in ROOMS:
        package = importlib.import_module(f"gxinjury.{room}")
        for name in package.__all__:
            asked = getattr(package, name)
            if callable(asked) and not isinstance(asked, type) and clause_of(asked) is not None:
                yield asked


def with_ids(data: Any, draw: Callable[..., Any]) -> Any:  # noqa: ANN401  # JSON
    """Return data with an id in each text that somebody wrote."""
    match data:
        case {"zh": _, "en": _} | {"code": _}:  # the library's own words
            return data
        case dict():
            return {key: with_ids(value, draw) for key, value in data.items()}
        case list():
            return [with_ids(value, draw) for value in data]
        case str() if _WORDS.search(data):
            return draw(st.sampled_from(WITH_AN_ID))
        case _:
            return data


def texts_of(asked: Callable[..., Any], facts: dict[str, Any]) -> Iterator[str]:
    """Yield all that a question's answer says in any way, and what is said where it is refused."""
    try:
        decision = explain(asked, **facts)
    except GxInjuryError as error:
        yield from (str(error), repr(error), error.text("zh"), json.dumps(error.as_dict(), ensure_ascii=False))
        if error.explanation is not None:
            yield error.explanation.text("zh")
        return
    told_of = [one for one in facts.values() if not isinstance(one, str | tuple | frozenset)]  # texts are their giver's
    for value in (decision.outcome, *told_of):
        yield from (str(value), repr(value), f"{value}", "%s" % (value,), told(value, "zh"), told(value, "en"))  # noqa: UP031  # as logs do
        yield logging.LogRecord("x", 0, "x", 0, "%s", (value,), None).getMessage()
    for language in ("zh", "en"):
        yield decision.text(language)
    yield decision._repr_html_()
    yield json.dumps(dump(decision.outcome), ensure_ascii=False)
    kept = receipt(decision)
    yield json.dumps(kept, ensure_ascii=False)
    yield repr(pickle.loads(pickle.dumps(decision.outcome)))  # noqa: S301  # its own
    for finding in getattr(decision.outcome, "findings", ()):
        yield from (finding.text("zh"), str(finding), repr(finding))
    if not kept["handed"]:
        try:
            yield replay(kept, under=LAW).text("zh")
        except GxInjuryError as error:
            yield error.text("zh")


@pytest.mark.parametrize("asked", [*questions()], ids=lambda asked: asked.__name__)
@given(st.data())
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_no_text_holds_an_id_in_full(asked: Callable[..., Any], data: st.DataObject) -> None:
    """With an id in every text field that there is, by itself, among words, or in groups."""
    drawn = {field.name: data.draw(_of_a_fact(field, 2)) for field, _ in facts_in(asked)}
    given_data = with_ids(dump_facts(asked, drawn, in_full=True), data.draw)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            facts = load_facts(asked, given_data)
        except GxInjuryError as error:
            found = [str(error), error.text("zh"), json.dumps(error.as_dict(), ensure_ascii=False)]
        else:
            found = [*texts_of(asked, facts)]
    assert [text for text in found if _SEEN.search(text)] == []
