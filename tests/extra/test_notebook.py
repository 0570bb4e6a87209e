"""Answers in a notebook: one language for the session, by the formatters of a real IPython."""

import sys
from base64 import b64decode
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, Final, NamedTuple

import altair as alt
import polars as pl
import pytest
from IPython.core.interactiveshell import InteractiveShell

from gxinjury import LAW, explain
from gxinjury.construction import (
    Contract,
    CoverState,
    RosterChange,
    RosterChangeKind,
    Worker,
    project_cover,
    project_premium,
)
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.extra.charts import cover_chart
from gxinjury.extra.frames import project_premium as project_premiums
from gxinjury.extra.frames import study
from gxinjury.extra.notebook import use
from gxinjury.extra.tables import table
from gxinjury.inquiry import edges
from gxinjury.inquiry.outcomes import Refusal
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ElapsedTime
from gxinjury.periods import Period
from gxinjury.texts import Text

CONTRACT: Final = Contract(100_000_000, date(2015, 10, 9), date(2016, 6, 30))
BILL: Final = project_premium(CONTRACT, paid_on=date(2015, 12, 8))
ID: Final = "450103198001011233"


class Pair(NamedTuple):
    """Somebody else's tuple."""

    one: Period
    other: Period


class Foreign(Enum):
    """Somebody else's."""

    A = 1


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """A shell of IPython, which is the current one while the test lasts."""
    one = InteractiveShell.instance()
    yield one
    InteractiveShell.clear_instance()


def shown(shell: InteractiveShell, answer: object) -> dict[str, Any]:
    """What the shell shows of an answer, by kind of data."""
    formatter: Any = shell.display_formatter
    data, _ = formatter.format(answer)
    return dict(data)


def test_every_answer_is_shown_in_the_language(shell: InteractiveShell) -> None:
    """As a table, and in the next one as soon as it is asked for."""
    use("zh-CN")
    found = shown(shell, CONTRACT)
    assert "<th>项目</th><th>内容</th>" in found["text/html"]
    assert "<td>合同总造价</td><td>100,000,000</td>" in found["text/html"]
    use("en")
    assert "<th>field</th><th>value</th>" in shown(shell, CONTRACT)["text/html"]


def test_it_may_be_called_again(shell: InteractiveShell) -> None:
    """To no other end."""
    use("zh")
    once = shown(shell, BILL)
    use("zh")
    assert shown(shell, BILL) == once


def test_cautions_stand_open_above_what_folds(shell: InteractiveShell) -> None:
    """Each told once; where there is none, nothing stands there."""
    use("zh")
    why = explain(project_premium, CONTRACT, paid_on=date(2015, 12, 8))
    html = shown(shell, why)["text/html"]
    assert html.index("注意") < html.index("<details")
    for caution in why.cautions:
        assert caution.zh in html[: html.index("<details")]
    calm = shown(shell, explain(lambda: 1))["text/html"]
    assert "注意" not in calm


def test_what_stands_in_a_sequence_is_a_table(shell: InteractiveShell) -> None:
    """Of records; any other sequence is shown as ever."""
    use("zh")
    assert shown(shell, BILL.lines)["text/html"].partition("<thead>")[2].startswith("<tr><th>类别</th>")
    assert shown(shell, list(NN.clauses[:2]))["text/html"].count("<tr>") == 3
    assert "合同总造价" not in shown(shell, BILL.findings)["text/html"]
    assert shown(shell, [Period(date(2016, 1, 1), None)])["text/html"].count("<th>") == 1
    for other in ((), [1, 2], (CONTRACT, 1), [[CONTRACT]]):
        assert "text/html" not in shown(shell, other)
    assert shown(shell, [1, 2])["text/plain"] == "[1, 2]"


def test_ids_are_masked(shell: InteractiveShell) -> None:
    """In every kind of data."""
    use("zh")
    changes = (RosterChange(Worker("张三", ID), RosterChangeKind.ADD, date(2016, 1, 4)),)
    for answer in (changes, changes[0], changes[0].worker):
        told = shown(shell, answer)
        assert ID not in str(told)
        assert "4501************33" in told["text/html"]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (CoverState.COVERED, "参保有效"),
        (ElapsedTime.MONTHS, "NN-1.1.4：“按整月，总工期不足一月的按一月计”（MONTHS）"),
        (BILL.findings[0], BILL.findings[0].text("zh")),
        (LAW, "现行规定"),
        (Refusal.of(GxInjuryError(Text("此处不答", "no"))), "不能作答：此处不答"),
        (NN.clause("3.1.2"), f"NN-3.1.2：{NN.clause('3.1.2').says.zh}"),
    ],
)
def test_what_is_no_table_is_told_in_words(shell: InteractiveShell, answer: object, text: str) -> None:
    """States, readings, findings, clauses, the law by what it departs in."""
    use("zh")
    assert shown(shell, answer)["text/html"] == f'<span lang="zh">{text}</span>'


def test_a_law_that_departs_says_in_what(shell: InteractiveShell) -> None:
    """A line a departure."""
    use("zh")
    law = LAW.reading(ElapsedTime.MONTHS)
    assert shown(shell, law)["text/html"] == f'<span lang="zh">{law.departures()[0].zh}</span>'


def test_answers_of_inquiry_and_tables_speak_it_too(shell: InteractiveShell) -> None:
    """A table in the language of the session, whatever it was made in."""
    use("zh")
    assert shown(shell, table(CONTRACT))["text/html"] == table(CONTRACT, language="zh")._repr_html_()

    def total(contract: Contract, paid_on: date, law: Any = LAW) -> Any:  # noqa: ANN401  # of a test
        return project_premium(contract, paid_on=paid_on, law=law).total

    asked = Period(date(2015, 12, 8), date(2015, 12, 9))
    found = edges(total, {"contract": CONTRACT}, "paid_on", asked, law=LAW)
    assert shown(shell, found)["text/html"] == found.html("zh")
    assert shown(shell, project_cover(CONTRACT, paid_on=date(2015, 12, 8)))["text/html"].startswith('<table lang="zh" ')


def test_a_study_is_several_tables(shell: InteractiveShell) -> None:
    """As it tells itself, in the language."""
    use("zh")
    paid = {"price_yuan": [100], "paid_on": [date(2015, 12, 8)]}
    days = {"commencement": [date(2016, 1, 1)], "completion": [date(2016, 12, 31)]}
    found = study(project_premiums, pl.DataFrame(paid | days), {"now": LAW}, hits=0)
    assert shown(shell, found)["text/html"] == found.html("zh")
    assert shown(shell, found.totals)["text/html"].startswith('<table lang="zh" ')


def test_what_is_not_ours_is_left_alone(shell: InteractiveShell) -> None:
    """An enum of somebody else's, a frame."""
    use("zh")
    assert shown(shell, Foreign.A) == {"text/plain": "<Foreign.A: 1>"}
    periods = Pair(Period(date(2016, 1, 1), None), Period(date(2016, 1, 1), None))
    assert "text/html" not in shown(shell, periods)
    assert "text/html" in shown(shell, [*periods])
    assert "text/html" not in shown(shell, [*periods, 3])
    assert shown(shell, 3) == {"text/plain": "3"}


def test_a_chart_is_a_picture_with_its_description(shell: InteractiveShell) -> None:
    """Drawn here: no script, no address of another machine; a chart of one's own as well."""
    use("zh")
    found = shown(shell, cover_chart(project_cover(CONTRACT, paid_on=date(2015, 12, 8)), language="zh"))
    assert found["text/html"].startswith('<img alt="时间轴：项目参保有效期 2015-12-08 至 2016-06-30')
    assert "script" not in found["text/html"]
    assert found["text/plain"].startswith("时间轴：项目参保有效期 2015-12-08 至 2016-06-30")
    drawn = b64decode(found["text/html"].partition("base64,")[2].removesuffix('">')).decode()
    assert "参保有效期" in drawn
    own = alt.Chart(alt.Data(values=[{"a": 1}])).mark_point().encode(x="a:Q")  # type: ignore[no-untyped-call]
    assert shown(shell, own)["text/html"].startswith('<img alt="" src="data:image/svg+xml;base64,')


def test_print_is_english_as_before(shell: InteractiveShell) -> None:
    """The language stands with the formatters of the session, nowhere in the library."""
    del shell
    use("zh")
    assert str(CONTRACT).startswith("field")


def test_another_language_is_refused(shell: InteractiveShell) -> None:
    """And nothing changes."""
    with pytest.raises(InvalidFactError, match="tag of Chinese or English"):
        use("fr")
    assert "text/html" not in shown(shell, CoverState.COVERED)


def test_elsewhere_it_says_what_to_do_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a notebook, and where IPython is not installed."""
    with pytest.raises(GxInjuryError, match="use is for a notebook"):
        use("zh")
    monkeypatch.setitem(sys.modules, "IPython", None)
    with pytest.raises(GxInjuryError, match="pip install ipython") as caught:
        use("zh")
    assert caught.value.code == "no_notebook"
