"""Answers as charts: the data that they draw, the words on them, files that need no network."""

import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import altair as alt
import attrs
import polars as pl
import pytest
import vl_convert

from gxinjury import LAW, Law
from gxinjury.benefits import Benefit, CareDependency, Injury, Settlement, settle_injury
from gxinjury.construction import (
    Contract,
    CoverState,
    ProjectCover,
    RosterChange,
    RosterChangeKind,
    Worker,
    project_cover,
    project_premium,
)
from gxinjury.construction.insured import worker_covers
from gxinjury.construction.late_payment import days_late
from gxinjury.construction.roster import Roster
from gxinjury.couriers import Report, ReportForm, reporting_periods
from gxinjury.couriers.wan_yuan import WanYuan
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.extra.charts import (
    Chart,
    benefits_chart,
    cover_chart,
    coverage_chart,
    days_chart,
    decile_chart,
    premium_chart,
    save,
)
from gxinjury.extra.forms.region import PeriodAnswer, region_answer
from gxinjury.extra.frames import project_premium as project_premiums
from gxinjury.extra.frames import study
from gxinjury.extra.frames.studies import Study
from gxinjury.facts import Yuan
from gxinjury.inquiry import DaysWhen, days_when
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ElapsedTime, WhoIsInProgress
from gxinjury.periods import Period
from gxinjury.reforms import Reform
from gxinjury.texts import Text

SHORT: Final = Contract(price=1_000_000, commencement=date(2016, 3, 1), completion=date(2016, 3, 12))
WINDOW: Final = Period(date(2016, 2, 28), date(2016, 3, 14))
CONTRACT: Final = Contract(100_000_000, date(2015, 10, 9), date(2016, 6, 30))
ID: Final = "450103198001011234"


@rule(NN.clause("1.1.4"), Text("应缴保险费", "premium due"))
def premium(contract: Contract, paid_on: date, law: Law = LAW) -> Decimal:
    """Premium due when paid on a day."""
    return project_premium(contract, paid_on=paid_on, law=law).total


def state(contract: Contract, paid_on: date, day: date, law: Law = LAW) -> CoverState:
    """State of the cover on a day."""
    return project_cover(contract, paid_on=paid_on, law=law).state(day)


def swept(*readings: Any, window: Period = WINDOW, **given: Any) -> DaysWhen[Decimal]:  # noqa: ANN401  # of any kind
    """The premium of the short contract, where every project in progress is reduced."""
    law = LAW.reading(WhoIsInProgress.ANY, *readings)
    return days_when(premium, {"contract": SHORT}, "paid_on", window, law=law, **given)


def data(chart: Chart, holds: str) -> list[dict[str, Any]]:
    """The rows of a chart's data that have a field."""
    return [row for rows in datasets(chart) for row in rows if holds in row]


def datasets(chart: Chart) -> list[list[dict[str, Any]]]:
    """The rows that a chart draws, those that several marks share once."""
    found: list[list[dict[str, Any]]] = []
    for part in parts(chart.to_dict()):
        rows = part.get("values")
        if isinstance(rows, list) and rows not in found:
            found.append(rows)
    return found


def parts(spec: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # a part of a specification
    """Every part of a specification."""
    if isinstance(spec, dict):
        yield spec
        spec = list(spec.values())
    if isinstance(spec, list):
        for one in spec:
            yield from parts(one)


def subtitle(chart: Chart) -> list[str]:
    """The lines under the title."""
    return list(chart.to_dict()["title"]["subtitle"])


def labels(path: Path) -> list[str]:
    """The words of a picture."""
    found = ET.parse(path).getroot().iter()  # noqa: S314  # drawn here
    return [one.text for one in found if one.tag.endswith(("}text", "}tspan")) and one.text]


def cover() -> ProjectCover:
    """Paid before the start, not accepted yet: unsettled after the expiry."""
    return project_cover(CONTRACT, paid_on=date(2015, 10, 8))


def workers() -> Roster:
    """One before the payment and to no end, one on and off."""
    add, remove = RosterChangeKind.ADD, RosterChangeKind.REMOVE
    return Roster(
        [
            RosterChange(Worker("张三", ID), add, date(2015, 9, 20)),
            RosterChange("李四", add, date(2015, 12, 1)),
            RosterChange("李四", remove, date(2016, 3, 31), date(2016, 3, 31)),
        ]
    )


def cover_of_all(language: str = "zh", **given: Any) -> Chart:  # noqa: ANN401  # of any kind
    """The project with its workers."""
    return cover_chart(cover(), worker_covers(workers(), cover(), LAW), language, **given)


def report(city: str, enrolled: int, should: int = 200, month: int = 8) -> Report:
    """A city's line; by default of September 2022."""
    return Report(city, reporting_periods(2022)[month], should, enrolled, 0, 0, 0, 0, 0, WanYuan(0))


def period_answer(*lines: Report) -> PeriodAnswer:
    """What lines of one period come to."""
    return region_answer([ReportForm(lines)]).periods[0]


def reported() -> PeriodAnswer:
    """One city just there, one just short, one with nothing to enrol, eleven without a report."""
    return period_answer(report("南宁市", 140), report("柳州市", 139), report("桂林市", 0, 0))


def settled(grade: int, **given: Any) -> Settlement:  # noqa: ANN401  # of any kind
    """A settlement on a wage of 5,000 yuan."""
    return settle_injury(
        Injury(injured_on=date(2016, 3, 1), wage=5000, grade=grade, graded_on=date(2016, 11, 20), treatment=0, **given)
    )


def settlements() -> dict[int, Settlement]:
    """Of a grade that the fund pays monthly, one that the employer does, one that is paid once."""
    return {10: settled(10), 4: settled(4), 5: settled(5, suitable_post=False)}


@cache
def studied(**given: Any) -> Study:  # noqa: ANN401  # of any kind
    """Ten projects, of which a third of the rate is remitted where they pay in 2016; the largest paid in 2015."""
    price = [1_000_000 * more for more in range(1, 11)]
    paid_on = [date(2016, 2, 1)] * 9 + [date(2015, 12, 1)]
    days = {"commencement": [date(2016, 3, 1)] * 10, "completion": [date(2017, 3, 1)] * 10}
    projects = pl.DataFrame({"price_yuan": price, "paid_on": paid_on} | days)
    cut = Reform("cut").figure("project_premium_rate", "0.65‰", since=date(2016, 1, 1))
    rise = Reform("rise").figure("project_premium_rate", "1.43‰", since=date(2016, 1, 1))
    return study(project_premiums, projects, {"now": LAW, "cut": cut, "rise": rise}, hits=1, **given)


CHARTS: Final[dict[str, Callable[[str], Chart]]] = {
    "premium": lambda language: premium_chart({one: swept(one) for one in ElapsedTime}, language),
    "days": lambda language: days_chart(swept(), language),
    "cover": cover_of_all,
    "coverage": lambda language: coverage_chart(reported(), language),
    "benefits": lambda language: benefits_chart(settlements(), language),
    "deciles": lambda language: decile_chart(studied(), language),
}


@pytest.mark.clause("NN-1.1.4")
def test_a_premium_goes_in_steps_day_by_day() -> None:
    """A term of twelve days: the whole on the first, eleven twelfths on the next, none beyond the last."""
    found = data(premium_chart({"days": swept()}), "reading")
    assert found[:4] == [
        {"day": "2016-02-28", "amount": 1300.0, "reading": "days"},
        {"day": "2016-03-02", "amount": 1300.0, "reading": "days"},
        {"day": "2016-03-02", "amount": 1191.67, "reading": "days"},
        {"day": "2016-03-03", "amount": 1191.67, "reading": "days"},
    ]
    assert found[-2:] == [
        {"day": "2016-03-13", "amount": 108.33, "reading": "days"},
        {"day": "2016-03-13", "amount": None, "reading": "days"},
    ]


@pytest.mark.clause("NN-1.1.4")
def test_readings_are_lines_and_their_difference_from_the_first() -> None:
    """Counted in months nothing is taken off within a month; each line has a dash and a word of its own."""
    chart = premium_chart({one: swept(one) for one in (ElapsedTime.DAYS, ElapsedTime.MONTHS)}, "zh")
    days, months = ElapsedTime.DAYS.says.zh, ElapsedTime.MONTHS.says.zh
    upper, lower = datasets(chart)
    assert {row["reading"] for row in upper} == {days, months}
    apart = {row["day"]: row["amount"] for row in lower}
    assert apart["2016-03-04"] == 325.0  # 1,300.00 less 975.00, and so on the day it ends
    assert {row["reading"] for row in lower} == {months}
    scales = [one for one in parts(chart.to_dict()) if "domain" in one and one["domain"] == [days, months]]
    assert [1, 0] in scales[1]["range"]
    assert len({str(dash) for dash in scales[1]["range"]}) == 2
    assert subtitle(chart) == [
        "依据：NN-1.1.2、NN-1.1.4",
        f"下图：与“{days}”相差的金额",
        "2016-03-13 起不能作答 [NN-1.1.4]",
    ]


def test_six_lines_have_a_dash_each() -> None:
    """As they were looked at: none is taken for another, also in grey."""
    chart = premium_chart(dict.fromkeys("abcdef", swept()))
    hues, dashes = [one["range"] for one in parts(chart.to_dict()) if one.get("domain") == [*"abcdef"]][:2]
    assert dashes == [[1, 0], [8, 4], [2, 3], [10, 3, 2, 3], [14, 5], [5, 2]]
    assert len({*hues}) == 6


def test_what_only_one_reading_answers_has_no_difference() -> None:
    """A gap on the days of which one of them says nothing."""
    early = swept(window=Period(date(2016, 2, 28), date(2016, 3, 2)))
    _, lower = datasets(premium_chart({"all": swept(), "early": early}))
    assert {row["day"]: row["amount"] for row in lower}["2016-03-03"] is None
    assert {row["amount"] for row in lower} == {0.0, None}


def test_days_of_one_outcome_leave_gaps() -> None:
    """Where only some outcomes were asked for, nothing is drawn in between."""
    found = data(days_chart(swept(outcome=Decimal("1191.67"))), "amount")
    assert found == [
        {"day": "2016-03-02", "amount": 1191.67},
        {"day": "2016-03-03", "amount": 1191.67},
        {"day": "2016-03-03", "amount": None},
    ]
    both = swept()
    apart = attrs.evolve(both, found=(both[0], both[2]))
    assert [row["amount"] for row in data(days_chart(apart), "amount")] == [
        1300.0,
        1300.0,
        None,
        1083.33,
        1083.33,
        None,
    ]


def test_any_outcome_is_a_bar_with_its_days() -> None:
    """States of a cover, told on the axis; a refusal is one of them."""
    facts = {"contract": CONTRACT, "paid_on": date(2015, 10, 8)}
    asked = days_when(state, facts, "day", Period(date(2015, 10, 7), date(2016, 7, 1)), law=LAW)
    assert data(days_chart(asked, "zh"), "outcome") == [
        {"outcome": "不在参保有效期内", "day": "2015-10-07", "end": "2015-10-08", "days": "2015-10-07 当日"},
        {"outcome": "参保有效", "day": "2015-10-08", "end": "2016-07-01", "days": "2015-10-08 至 2016-06-30"},
        {"outcome": "未定", "day": "2016-07-01", "end": "2016-07-02", "days": "2016-07-01 当日"},
    ]
    refused = days_chart(swept(window=Period(date(2016, 3, 13), date(2016, 3, 14))), "en", title="Too {late}")
    assert [row["outcome"] for row in data(refused, "outcome")] == ["refused [NN-1.1.4]"]
    assert refused.to_dict()["title"]["text"] == "Too {late}"
    assert subtitle(refused) == ["by NN-1.1.4"]


def test_numbers_that_are_no_amounts_have_no_unit() -> None:
    """Days late are a number; amounts are in yuan."""
    facts = {"start": date(2015, 10, 8), "paid_on": date(2015, 10, 8), "first_new_start": date(2015, 1, 1)}
    late = days_when(days_late, facts, "paid_on", Period(date(2015, 10, 7), date(2015, 10, 9)), law=LAW)
    chart = days_chart(late)
    assert chart.to_dict()["encoding"]["y"]["title"] == "outcome"
    assert "subtitle" in chart.to_dict()["title"]
    assert days_chart(swept(), "zh").to_dict()["encoding"]["y"]["title"] == "金额（元）"


@pytest.mark.clause("NN-1.3.1", "NN-3.1.2")
def test_cover_is_drawn_to_the_end_of_its_last_day() -> None:
    """A bar ends where the next day begins; ids are masked; what has no end says so."""
    chart = cover_of_all()
    rows = data(chart, "who")
    assert {row["who"] for row in rows} == {"项目", "张三 4501************34", "李四"}
    assert [(row["state"], row["day"], row["end"]) for row in rows if row["who"] == "项目"][:2] == [
        ("参保有效", "2015-10-08", "2016-07-01"),
        ("未定", "2016-07-01", "2016-08-01"),
    ]
    off = [(row["state"], row["day"], row["end"]) for row in rows if row["who"] == "李四"]
    assert ("参保有效", "2015-12-02", "2016-04-01") in off
    assert {"day": "2016-07-01"} in data(chart, "day")  # the contract expires at the end of 30 June
    assert "▶ 表示止期未定" in subtitle(chart)
    assert "NN-3.1.2" in subtitle(chart)[0]
    assert ID not in str(chart.to_dict())


def test_cover_is_drawn_until_a_day() -> None:
    """Nothing beyond it; what begins later is left out."""
    rows = data(cover_of_all(until=date(2015, 11, 30)), "who")
    assert {row["who"] for row in rows} == {"项目", "张三 4501************34"}
    assert max(row["end"] for row in rows) == "2015-12-01"


def test_a_cover_of_nothing_is_a_chart_of_nothing() -> None:
    """No bar, no worker, and no arrow."""
    chart = cover_chart(ProjectCover(date(2016, 6, 30), ()), language="en")
    assert data(chart, "who") == []
    assert subtitle(chart) == ["by NN-1.3.1", "dashed: the contract expires on 2016-06-30"]
    assert "covered none" in chart.to_dict()["description"]


@pytest.mark.clause("GX-3.3")
def test_coverage_is_held_against_the_target() -> None:
    """140 of 200 are 70 %, 139 are not; full and empty, as marks, tell it without colour."""
    chart = coverage_chart(reported(), "zh")
    rows = {row["city"]: row for row in data(chart, "city")}
    assert (rows["南宁市"]["percent"], rows["南宁市"]["is_met"], rows["南宁市"]["told"]) == (
        70.0,
        True,
        "● 70.00%（140/200）",
    )
    assert (rows["柳州市"]["is_met"], rows["柳州市"]["told"]) == (False, "○ 69.50%（139/200）")
    assert rows["柳州市"]["label_at"] == 70.0  # clear of the line
    assert rows["桂林市"]["told"].startswith("没有应参保的")
    assert rows["崇左市"] == {"city": "崇左市", "percent": None, "label_at": 0.0, "is_met": False, "told": "未报送"}
    assert {"percent": 70.0} in data(chart, "percent")
    assert subtitle(chart)[1].startswith("虚线：目标 70%（2022-09-30 前）")
    assert subtitle(chart)[2].startswith("未报送：梧州市、北海市")


def test_a_target_without_a_number_is_no_line() -> None:
    """From October all should be in, of which the plan gives no number; before the plan there was no target."""
    for month, told in ((9, 1), (0, 1)):
        chart = coverage_chart(period_answer(report("南宁市", 140, month=month)), "en")
        assert subtitle(chart)[told] == "the target of the day gives no number"
        assert next(row["told"] for row in data(chart, "city")) == "70.00% (140/200)"


def test_where_every_city_reported_none_is_named_missing() -> None:
    """No line of missing ones."""
    missing = reported().missing
    all_cities = period_answer(*(report(city, 150) for city in (*missing, "南宁市", "柳州市", "桂林市")))
    assert len(subtitle(coverage_chart(all_cities))) == 2
    assert coverage_chart(all_cities, "zh").to_dict()["description"].endswith("；未报送：无。")


@pytest.mark.clause("REG-35", "REG-36", "REG-37")
def test_benefits_stand_by_grade_each_in_its_panel() -> None:
    """21, 18 and 7 months of 5,000 yuan once; 75 % and 70 % monthly, by the fund and by the employer."""
    rows = data(benefits_chart(settlements(), "zh"), "grade")
    once, monthly = "一次性伤残补助金（一次性）", "伤残津贴（按月）"
    assert [(row["grade"], row["panel"], row["amount"], row["is_fund"]) for row in rows] == [
        (4, once, 105000.0, True),
        (4, monthly, 3750.0, True),
        (5, once, 90000.0, True),
        (5, monthly, 3500.0, False),
        (10, once, 35000.0, True),
    ]
    assert rows[0]["told"] == "105,000"


def test_lines_that_need_something_are_counted() -> None:
    """A care fee without an average wage has no amount; one panel takes the whole width."""
    chart = benefits_chart({10: settled(10)}, "en")
    assert "lines that still need something, not drawn: 1" in subtitle(chart)
    assert chart.to_dict()["spec"]["width"] == 640
    known = attrs.evolve(settled(10), lines=settled(10).of(Benefit.DISABILITY_SUBSIDY))
    assert len(subtitle(benefits_chart({10: known}))) == 2
    assert benefits_chart({1: settled(1, care=CareDependency.FULL)}).to_dict()["spec"]["width"] == 320


def test_change_by_tenth_is_a_panel_a_law() -> None:
    """Half the rate, a tenth more, nothing where the reform does not reach; the mean in yuan at the bar."""
    rows = data(decile_chart(studied(), "zh", clauses=[NN.clause("1.1.2")]), "tenth")
    cut = [row for row in rows if row["law"] == "cut"]
    assert [row["tenth"] for row in cut] == list(range(1, 11))
    assert [row["percent"] for row in cut] == [-50.0] * 9 + [0.0]
    assert [row["told"] for row in cut][:2] == ["-650", "-1,300"]
    assert cut[-1]["told"] == "+0.00"
    assert [row["percent"] for row in rows if row["law"] == "rise"][:2] == [10.0, 10.0]
    scale = next(one for one in parts(decile_chart(studied()).to_dict()) if "nice" in one)
    assert scale["domain"] == [-60.0, 20.0]  # clear of the axis
    [tenth, *_] = studied().tenths
    nothing = attrs.evolve(tenth, rows=0, mean=None, share=None)
    chart = decile_chart(attrs.evolve(studied(), tenths=(nothing,)))
    assert data(chart, "tenth")[0]["told"] == ""
    assert next(one for one in parts(chart.to_dict()) if "nice" in one)["domain"] == [-1.0, 1.0]
    means = {"-1.00": "-0.996", "-1": "-1", "+0.99": "0.99", "+1": "1"}
    few = tuple(attrs.evolve(tenth, mean=Yuan(Decimal(mean))) for mean in means.values())
    assert [row["told"] for row in data(decile_chart(attrs.evolve(studied(), tenths=few)), "tenth")] == [*means]
    assert len({row["law"] for row in data(decile_chart(_laws(6)), "tenth")}) == 6


@pytest.mark.parametrize(("name", "language"), [*((name, "zh") for name in CHARTS), ("days", "en")])
def test_every_chart_is_a_file_that_says_what_it_shows(name: str, language: str, tmp_path: Path) -> None:
    """SVG with the words of the chart and its description; no address of another machine but the name spaces."""
    chart = CHARTS[name](language)
    spec = chart.to_dict()
    assert spec["description"]
    assert spec["config"]["font"].startswith("Noto Sans CJK SC, ")
    save(chart, tmp_path / "chart.svg")
    words = labels(tmp_path / "chart.svg")
    assert spec["title"]["text"] in words
    assert set(subtitle(chart)) <= set(words)
    titles = {one["title"] for one in parts(spec.get("spec", spec)) if isinstance(one.get("title"), str)}
    assert titles <= set(words)
    content = (tmp_path / "chart.svg").read_text("utf-8")
    assert "http" not in content.replace("http://www.w3.org/", "")
    assert "Noto Sans CJK SC" in content


def test_no_chart_is_drawn_with_the_help_of_another_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the version that altair writes for, no address allowed."""
    asked: list[dict[str, Any]] = []

    def drawing(answer: object) -> Callable[..., object]:
        def draw(_: object, **how: Any) -> object:  # noqa: ANN401  # as it is told
            asked.append(how)
            return answer

        return draw

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", drawing("<svg"))
    monkeypatch.setattr(vl_convert, "vegalite_to_png", drawing(b"\x89PNG"))
    save(days_chart(swept()), tmp_path / "chart.svg")
    save(days_chart(swept()), tmp_path / "chart.png", ppi=100)
    version = re.fullmatch(r"v(\d+\.\d+)\.\d+", alt.SCHEMA_VERSION)
    assert version is not None
    how: dict[str, Any] = {"vl_version": version[1], "allowed_base_urls": []}
    assert asked == [how, {**how, "ppi": 100}]


def test_a_picture_of_dots(tmp_path: Path) -> None:
    """Twice as many of them each way as an inch of a screen once had, where nobody says otherwise."""
    chart, wide = days_chart(swept()), []
    for more in ({"ppi": 72}, {"ppi": 144}, {}):
        save(chart, str(tmp_path / "chart.PNG"), **more)
        content = (tmp_path / "chart.PNG").read_bytes()
        assert content.startswith(b"\x89PNG")
        wide.append(int.from_bytes(content[16:20], "big"))
    assert wide[1] == wide[2]
    assert abs(wide[1] - 2 * wide[0]) <= 2


def drawn(part: Any, at: str = "") -> Iterator[str]:  # noqa: ANN401  # a part of a specification
    """What a specification says, a line for each thing, whatever the order in which altair writes it."""
    if isinstance(part, dict):
        for key in sorted(part):
            yield from drawn(part[key], f"{at}{key}.")
    elif isinstance(part, list) and part and isinstance(part[0], dict):
        for number, one in enumerate(part):
            told = json.dumps(one, ensure_ascii=False) if at.endswith("values.") else ""
            yield from [f"{at}{number}: {told}"] if told else drawn(one, f"{at}{number}.")
    else:
        yield f"{at[:-1]}: {json.dumps(part, ensure_ascii=False)}"


LOOKED_AT: Final[dict[str, Callable[[str], Chart]]] = {
    **CHARTS,
    "alone": lambda language: premium_chart({"one": swept()}, language),
    "states": lambda language: days_chart(_states(), language),
    "covered": lambda language: cover_of_all(language, until=date(2016, 6, 30)),
}


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_chart_is_drawn_as_it_was(name: str) -> None:
    """Its data, scales, axes and style, as they were looked at: ``GOLDEN=write pytest tests/extra/test_charts.py``."""
    told = [line for line in drawn(LOOKED_AT[name]("zh").to_dict(validate=False)) if not line.startswith(_OF_ALTAIR)]
    golden = Path(__file__).parent / "golden" / f"{name}.chart.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text("\n".join([*told, ""]), encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8").splitlines()


_OF_ALTAIR: Final = ("$schema", "config.view.continuous")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_speaks_either_language(name: str) -> None:
    """By any tag of it; another language is refused."""
    assert CHARTS[name]("zh-Hans").to_dict() == CHARTS[name]("zh").to_dict()
    assert CHARTS[name]("en-GB").to_dict()["title"] != CHARTS[name]("zh").to_dict()["title"]
    with pytest.raises(InvalidFactError, match="tag of Chinese or English"):
        CHARTS[name]("fr")


@pytest.mark.parametrize(
    ("draw", "told"),
    [
        (lambda: premium_chart({}), "premium_chart.answers must hold at least one"),
        (lambda: premium_chart({"x": attrs.evolve(swept(), found=())}), "must hold at least one"),
        (lambda: premium_chart(dict.fromkeys("abcdefg", swept())), "must be 6 at the most"),
        (lambda: premium_chart({"x": 3}), "premium_chart.answers"),  # type: ignore[dict-item]
        (lambda: premium_chart({"x": _states()}), "must have amounts in yuan"),
        (lambda: days_chart(attrs.evolve(swept(), found=())), "days_chart.answer must hold at least one"),
        (lambda: days_chart(3), "days_chart.answer"),  # type: ignore[arg-type]
        (lambda: cover_chart(3), "cover_chart.cover"),  # type: ignore[arg-type]
        (lambda: cover_chart(cover(), [3]), "cover_chart.workers"),  # type: ignore[list-item]
        (lambda: cover_chart(cover(), until="2016-01-01"), "cover_chart.until"),  # type: ignore[arg-type]
        (
            lambda: coverage_chart(attrs.evolve(reported(), table=attrs.evolve(reported().table, lines=()))),
            "at least one",
        ),
        (lambda: coverage_chart(3), "coverage_chart.answer"),  # type: ignore[arg-type]
        (lambda: benefits_chart({}), "benefits_chart.settlements must hold at least one"),
        (lambda: benefits_chart({1: 3}), "benefits_chart.settlements"),  # type: ignore[dict-item]
        (lambda: decile_chart(studied(tenths=False)), "decile_chart.study must hold at least one"),
        (lambda: decile_chart(_laws(7)), "decile_chart.study must be 6 at the most"),
        (lambda: save(days_chart(swept()), "chart.pdf"), "must end in .svg or .png"),
    ],
)
def test_what_cannot_be_drawn_is_refused(draw: Callable[[], object], told: str) -> None:
    """Nothing, too much, something else."""
    with pytest.raises(InvalidFactError, match=told):
        draw()


def _laws(count: int) -> Study:
    [tenth, *_] = studied().tenths
    return attrs.evolve(studied(), tenths=tuple(attrs.evolve(tenth, law=str(one)) for one in range(count)))


def _states() -> Any:  # noqa: ANN401  # an answer of another kind
    facts = {"contract": CONTRACT, "paid_on": date(2015, 10, 8)}
    return days_when(state, facts, "day", Period(date(2015, 10, 7), date(2015, 10, 9)), law=LAW)


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    """A picture takes the place of a picture only."""
    (tmp_path / "chart.svg").write_text("mine", "utf-8")
    with pytest.raises(GxInjuryError, match="left alone"):
        save(days_chart(swept()), tmp_path / "chart.svg")
