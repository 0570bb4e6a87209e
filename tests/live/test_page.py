"""The live page in a browser (Chromium, driven by Playwright): built, served on loopback, used as a reader would."""

import importlib.util
import json
import os
import re
import shutil
import threading
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from subprocess import CalledProcessError
from types import ModuleType
from typing import Any, Final

import answers
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gxinjury.codec import dump_facts
from gxinjury.codec.names import readings_by_name
from gxinjury.extra import strategies as draw
from gxinjury.extra.cases.days_off import CALENDARS
from gxinjury.extra.cases.reading import read_case
from gxinjury.extra.forms.progress import read_reports, write_reports_workbook
from gxinjury.extra.workbooks.case import case_workbook

pytest.importorskip("playwright", reason="Playwright drives the browser")
from playwright.sync_api import Locator, Page, sync_playwright

ROOT: Final = Path(__file__).parents[2]
LIVE: Final = ROOT / "docs" / "live"
CASE: Final = ROOT / "examples" / "site_accident.toml"
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LANGUAGES: Final = ("zh", "en")
CASES: Final = 200
# A machine under load; on an idle one the first answer comes in a few seconds.
LOADED_MS: Final = 120_000
ANSWERED_MS: Final = 30_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.programs,
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm fetches Python for the browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to open the page in"),
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class Opened:
    """The page as it is open, with all that the browser asked for and complained of."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda one: self.requests.append(one.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type != "log" else None)

    def speak(self, language: str) -> None:
        """Switch to a language."""
        wanted = "zh-CN" if language == "zh" else "en"
        if self.page.get_attribute("html", "lang") != wanted:
            self.page.click("#other")
            self.page.wait_for_function(f"document.title === {json.dumps(TITLES[language])}")
            self.page.wait_for_selector(f"#questions button >> text={CASE_TITLES[language]}")

    def open(self, name: str, language: str = "zh") -> None:
        """Open a form."""
        self.page.emulate_media(media="screen")
        self.speak(language)
        self.page.click(f"[data-name={name}]")

    def ask(self) -> str:
        """Ask what is filled in, and return what the page then tells."""
        self.page.evaluate("document.getElementById('answer').replaceChildren()")
        self.page.click("#ask")
        self.page.wait_for_selector("#outcome, #faults", timeout=ANSWERED_MS)
        return str(self.page.inner_text("#answer"))

    def field(self, label: str) -> Locator:
        """Return the first field with a label."""
        return self.page.get_by_label(label, exact=False).first

    def drop(self, *files: tuple[str, str]) -> None:
        """Drop files onto the page, each a name and what is in it."""
        carried = self.page.evaluate_handle(
            """files => {
                const data = new DataTransfer();
                for (const [name, content] of files) data.items.add(new File([content], name));
                return data;
            }""",
            files,
        )
        self.page.evaluate("document.getElementById('answer').replaceChildren()")
        self.page.dispatch_event("#drop", "drop", {"dataTransfer": carried})
        self.page.wait_for_selector("#page, #reports_page, #faults", timeout=ANSWERED_MS)


TITLES: Final = {"zh": "广西工伤保险在线测算", "en": "Work-injury insurance in Guangxi, worked out here"}
CASE_TITLES: Final = {"zh": "整个项目（案情文件）", "en": "a whole project (case file)"}


def builder() -> ModuleType:
    """Return the program that lays out the page."""
    spec = importlib.util.spec_from_file_location("live_build", LIVE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the page, below 15 MB."""
    made = tmp_path_factory.mktemp("live") / "folder"
    try:
        size = builder().build(made)
    except CalledProcessError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"the page cannot be built here, as without a network: {error}")
    assert size < 15_000_000
    return made


@pytest.fixture(scope="module")
def origin(folder: Path) -> Iterator[str]:
    """Serve the page on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def opened(origin: str) -> Iterator[Opened]:
    """Open the page once for all tests."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = Opened(browser.new_page(viewport={"width": 1200, "height": 900}), origin)
        page.page.goto(f"{origin}?lang=zh")
        page.page.wait_for_selector("#form", timeout=LOADED_MS)
        yield page
        browser.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", answers.QUESTIONS)
def test_every_form_answers_its_example_as_python_does(opened: Opened, name: str, language: str) -> None:
    """The explanation to the letter, every caution, a switch for each reading."""
    opened.open(name, language)
    opened.page.click("#example")
    told = opened.ask()
    wanted = asked("answer", name, answers.QUESTIONS[name].example, {}, "guangxi", language)
    assert opened.page.text_content("#why pre") == wanted["why"]
    assert all(one in told for one in wanted["cautions"])
    assert opened.page.locator("[data-reading]").count() == len(wanted["readings"])
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 1200


def test_facts_typed_by_hand_are_answered(opened: Opened) -> None:
    """A wrong amount first, then the right one."""
    opened.open("premium")
    opened.field("合同总造价").fill("1亿元")
    opened.field("合同开工日").fill("2014-07-01")
    opened.field("合同竣工日").fill("2016-06-30")
    opened.field("缴费日").fill("2016-02-01")
    assert "合同总造价" in opened.ask()
    opened.field("合同总造价").fill("100,000,000")
    opened.field("合同总造价").fill("100000000")
    assert "26,853.63" in opened.ask()
    assert opened.page.locator("[aria-invalid]").count() == 0


@pytest.mark.parametrize(("language", "told"), [("zh", "未发现问题"), ("en", "Nothing found amiss")])
def test_a_report_in_order_is_said_to_be(opened: Opened, language: str, told: str) -> None:
    """In words, where there is no finding to show."""
    opened.open("courier_report", language)
    opened.page.click("#example")
    opened.field("缴费人数" if language == "zh" else "persons paying").fill("1790")
    assert told in opened.ask()


@pytest.mark.parametrize(
    ("language", "price", "missing", "wrong"),
    [("zh", "合同总造价", "请填写", "必须大于零"), ("en", "contract price", "is missing", "must be above zero")],
)
def test_what_is_wrong_stands_at_its_field_and_above(
    opened: Opened, language: str, price: str, missing: str, wrong: str
) -> None:
    """Four faults, each linked to its field, no path of code among them."""
    opened.open("premium", language)
    opened.field(price).fill("0")
    told = opened.ask()
    assert f"{price}{'：' if language == 'zh' else ': '}{wrong}" in told
    assert "contract." not in told
    field = opened.field(price)
    assert field.get_attribute("aria-invalid") == "true"
    fault = opened.page.locator(f"#{field.get_attribute('id')}-fault")
    assert wrong in fault.inner_text()
    assert opened.page.locator(".fault:visible", has_text=missing).count() == 3
    opened.page.click(f"#faults a >> text={price}")
    assert opened.page.evaluate("document.activeElement.id") == field.get_attribute("id")


def test_a_reading_is_a_switch_that_recomputes_at_once(opened: Opened) -> None:
    """There and back, the keyboard staying where it was."""
    opened.open("premium")
    opened.page.click("#example")
    opened.ask()
    opened.page.select_option("[data-reading=elapsed_time]", "MONTHS")
    opened.page.wait_for_selector("#outcome >> text=27,083.33", timeout=ANSWERED_MS)
    assert opened.page.evaluate("document.activeElement.id") in {"reading-elapsed_time", "ask"}
    opened.page.select_option("[data-reading=elapsed_time]", "DAYS")
    opened.page.wait_for_selector("#outcome >> text=26,853.63", timeout=ANSWERED_MS)


def test_a_reading_that_asks_for_more_keeps_its_switch(opened: Opened) -> None:
    """Persons are not counted: the field that is missing is marked."""
    opened.open("campaign")
    opened.page.click("#example")
    opened.ask()
    opened.page.select_option("[data-reading=coverage_unit]", "PERSONS")
    opened.page.wait_for_selector("#faults", timeout=ANSWERED_MS)
    assert opened.field("应参保人数").get_attribute("aria-invalid") == "true"
    opened.page.select_option("[data-reading=coverage_unit]", "UNITS")
    opened.page.wait_for_selector("#outcome >> text=69.50%", timeout=ANSWERED_MS)


def test_items_of_lists_and_parts_are_added_and_removed(opened: Opened) -> None:
    """Two changes of price, of which the wrong one goes; one delay at most."""
    opened.open("premium")
    opened.page.click("#example")
    add = opened.page.locator("[data-add=造价变动]")
    add.click()
    add.click()
    group = partial(opened.page.get_by_role, "group")
    amounts = [group(name=f"造价变动 {number}").get_by_label("金额") for number in (1, 2)]
    amounts[0].fill("1000000")
    amounts[1].fill("x")
    opened.page.get_by_label("约定日").nth(0).fill("2016-03-01")
    assert "金额" in opened.ask()
    opened.page.locator(".remove").nth(1).click()
    assert opened.page.evaluate("document.activeElement.dataset.add") == "造价变动"
    assert "1,000,000.00" in opened.ask()
    opened.open("cover")
    opened.page.click("[data-add=延期竣工验收材料]")
    assert opened.page.locator("[data-add=延期竣工验收材料]").is_hidden()


def test_changed_facts_are_marked_until_they_are_answered(opened: Opened) -> None:
    """An answer never stands beside facts that are not its own without saying so."""
    opened.open("employer_deadline")
    opened.page.click("#example")
    opened.ask()
    opened.page.locator("#form input").first.fill("2016-05-03")
    assert opened.page.locator("#stale").is_visible()
    assert "2016-06-02" in opened.ask()
    assert opened.page.locator("#stale").count() == 0
    opened.page.locator("#form input").first.fill("2016-04-01")
    assert "2016-05-03" in opened.ask()
    opened.page.select_option("#calendar", "none")
    assert opened.page.locator("#stale").is_visible()
    assert "2016-05-01" in opened.ask()
    opened.page.select_option("#calendar", "guangxi")


def test_the_language_is_switched_with_the_facts_kept(opened: Opened) -> None:
    """Nothing has to be filled in again."""
    opened.open("settlement")
    opened.page.click("#example")
    opened.speak("en")
    assert opened.page.get_by_label("disability grade").first.input_value() == "SEVEN"
    assert "89,765.00 yuan" in opened.ask()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_file_dropped_is_assessed(opened: Opened, language: str, tmp_path: Path) -> None:
    """The pages are the shell's to the letter; readings are switches; duties are saved."""
    opened.open("case", language)
    opened.page.fill("#on", "2016-06-01")
    opened.drop(("site_accident.toml", CASE.read_text("utf-8")))
    columns = opened.page.evaluate("import('./live.js').then(page => page.columns())")
    assert columns > 60
    content = asked("case", _base64(CASE), "site_accident.toml", "2016-06-01", {}, "guangxi", columns, language)
    for name in ("page", "duties", "missing"):
        assert without_version(opened.page.text_content(f"#{name} pre")) == without_version(content[name])
    opened.page.select_option("[data-reading=removal_effect]", "SAME_DAY")
    changed = asked(
        "case",
        _base64(CASE),
        "site_accident.toml",
        "2016-06-01",
        {"removal_effect": "SAME_DAY"},
        "guangxi",
        columns,
        language,
    )
    opened.page.wait_for_function(
        "wanted => document.querySelector('#page pre')?.textContent.startsWith(wanted)",
        arg=without_version(changed["page"]),
        timeout=ANSWERED_MS,
    )
    with opened.page.expect_download(timeout=ANSWERED_MS) as saved:
        opened.page.click("#save_ics")
    saved.value.save_as(tmp_path / "saved.ics")
    assert saved.value.suggested_filename == "site_accident.ics"
    assert (tmp_path / "saved.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    with opened.page.expect_download(timeout=ANSWERED_MS) as saved:
        opened.page.click("#save_xlsx")
    saved.value.save_as(tmp_path / "saved.xlsx")
    assert saved.value.suggested_filename == f"site_accident-{'核定' if language == 'zh' else 'assessed'}.xlsx"
    assert len(load_workbook(tmp_path / "saved.xlsx").sheetnames) > 5


def test_a_workbook_chosen_is_assessed_and_its_faults_told_at_their_cells(opened: Opened, tmp_path: Path) -> None:
    """The clerk's way: the case workbook, first with a slip."""
    book = case_workbook(read_case(ROOT / "examples" / "ordinary.toml"), "zh")
    price = book["项目"]["C3"].value
    opened.open("case")
    for name, value, awaited in (("slip.xlsx", "两千万", "#faults"), ("case.xlsx", price, "#page")):
        book["项目"]["C3"] = value
        book.save(tmp_path / name)
        opened.page.set_input_files("#file", tmp_path / name)
        opened.page.wait_for_selector(awaited, timeout=ANSWERED_MS)
        assert ("项目!C3（合同总造价）" in opened.page.inner_text("#answer")) == (awaited == "#faults")


def test_a_case_file_chosen_may_be_json_and_what_is_wrong_or_missing_is_told(opened: Opened) -> None:
    """JSON by the button, half a case in TOML dropped; a reading that the file lacks a fact for can be taken back."""
    opened.open("case")
    opened.drop(("site_accident.toml", CASE.read_text("utf-8")))
    opened.page.select_option("[data-reading=report_clock]", "KNOWLEDGE")
    opened.page.wait_for_selector("#faults", timeout=ANSWERED_MS)
    opened.page.select_option("[data-reading=report_clock]", "ACCIDENT")
    opened.page.wait_for_selector("#page", timeout=ANSWERED_MS)
    opened.page.evaluate("document.getElementById('answer').replaceChildren()")
    opened.page.set_input_files("#file", ROOT / "examples" / "ordinary.json")
    opened.page.wait_for_selector("#page", timeout=ANSWERED_MS)
    opened.drop(("half.toml", "[contract]\nprice = 100_000_000\n"))
    assert "contract.completion 缺失" in opened.page.inner_text("#faults")
    assert "尚须查明" in opened.page.inner_text("#missing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_reports_of_several_cities_dropped_at_once_are_added_up(opened: Opened, language: str, tmp_path: Path) -> None:
    """Every table and item, as Python answers; the language switched, the files stay; saved as a workbook."""
    months = [ROOT / "examples" / "couriers" / f"2022-0{month}.csv" for month in (8, 9)]
    opened.open("reports", language)
    opened.drop(*((one.name, one.read_text("utf-8")) for one in reversed(months)))
    wanted = asked("reports", [(one.name, _base64(one)) for one in months], language)
    tables = [part["table"] for part in wanted["parts"] if "table" in part]
    cells = [cell for table in tables for row in (table["heads"], *table["rows"]) for cell in row]
    assert opened.page.locator("#reports_page :is(th, td)").all_text_contents() == cells
    items = [item for part in wanted["parts"] for item in part.get("list", ())]
    assert opened.page.locator("#reports_page li").all_text_contents() == items
    assert opened.page.locator("#files li").all_inner_texts() == [one.name for one in months]
    for width in (360, 1200):
        opened.page.set_viewport_size({"width": width, "height": 900})
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    with opened.page.expect_download(timeout=ANSWERED_MS) as saved:
        opened.page.click("#save_xlsx")
    saved.value.save_as(tmp_path / "saved.xlsx")
    assert saved.value.suggested_filename == ("各市调度表汇总.xlsx" if language == "zh" else "courier-reports.xlsx")
    assert load_workbook(tmp_path / "saved.xlsx").sheetnames
    opened.speak("en" if language == "zh" else "zh")
    opened.page.wait_for_selector(f"#reports_page >> text={'Courier outlets' if language == 'zh' else '基层快递网点'}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_in_reports_is_told_at_each_file(opened: Opened, language: str, tmp_path: Path) -> None:
    """A table and a workbook chosen together, a slip in each; a city that did not report is not counted."""
    table = (ROOT / "examples" / "couriers" / "2022-09.csv").read_text("utf-8-sig")
    head, nanning, liuzhou, *_ = table.splitlines()
    (tmp_path / "nanning.csv").write_text(f"{head}\n{nanning.replace('296', 'x')}\n", "utf-8")
    form = read_reports(f"{head}\n{liuzhou}\n")
    book = load_workbook(BytesIO(write_reports_workbook(form)))
    cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == 170)
    opened.open("reports", language)
    told = ""
    for value, awaited in (("many", "#faults"), (170, "#reports_page")):
        cell.value = value
        book.save(tmp_path / "liuzhou.xlsx")
        opened.page.evaluate("document.getElementById('answer').replaceChildren()")
        opened.page.set_input_files("#file", [tmp_path / "nanning.csv", tmp_path / "liuzhou.xlsx"])
        opened.page.wait_for_selector(awaited, timeout=ANSWERED_MS)
        told = opened.page.inner_text("#answer")
        assert ("nanning.csv" in told) == ("liuzhou.xlsx" in told) == (value == "many")
        (tmp_path / "nanning.csv").write_text(f"{head}\n{nanning}\n", "utf-8")
    missing = "未报12个市" if language == "zh" else "citiesthatdidnotreport:12"
    assert missing in "".join(told.split())


def test_a_report_too_large_is_not_read(opened: Opened) -> None:
    """It is told by its name, beside which the others are not answered."""
    opened.open("reports")
    opened.drop(("a.csv", "x" * (16 * 1024 * 1024 + 1)), ("b.csv", "x"))
    assert opened.page.locator("#faults li").all_inner_texts() == ["a.csv：文件超过 16 MiB，未读取"]


def asked(does: str, *given: object) -> Any:  # noqa: ANN401  # JSON
    """Return what the page would be answered, by the Python that runs the tests."""
    return json.loads(answers.call(json.dumps({"do": does, "with": given})))


def without_version(page: str | None) -> str:
    """Return a page without its closing, where the version stands, which is that of the day of the build."""
    return str(page).rpartition("\n\n")[0]


def _base64(file: Path) -> str:
    return b64encode(file.read_bytes()).decode()


def test_all_is_unfolded_in_print_and_nothing_that_is_pressed_is_printed(opened: Opened) -> None:
    """What was folded is folded again afterwards."""
    opened.open("premium")
    opened.page.click("#example")
    opened.ask()
    opened.page.click("#why summary")
    opened.page.wait_for_selector("#why pre", state="hidden")
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("#why pre").is_visible()
    assert opened.field("合同总造价").is_visible()
    assert not opened.field("中标价").is_visible()
    assert not any(opened.page.locator(one).first.is_visible() for one in ("button", "#questions", "#loading"))
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.pdf().startswith(b"%PDF")
    opened.page.emulate_media(media="screen")
    opened.page.wait_for_selector("#why pre", state="hidden")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_runs_over_the_edge_at_360_pixels(opened: Opened, language: str) -> None:
    """Every form with its answer."""
    opened.page.set_viewport_size({"width": 360, "height": 740})
    try:
        for name in answers.QUESTIONS:
            opened.open(name, language)
            opened.page.click("#example")
            opened.ask()
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360, name
    finally:
        opened.page.set_viewport_size({"width": 1200, "height": 900})


def test_the_keyboard_reaches_everything_and_each_field_has_a_name(opened: Opened) -> None:
    """In the order of the page, and one sees where one is."""
    opened.open("employer_deadline")
    opened.page.focus("#other")
    reached = []
    for _ in range(30):
        opened.page.keyboard.press("Tab")
        reached.append(opened.page.evaluate("document.activeElement.id || document.activeElement.dataset.name"))
        if reached[-1] == "reset":
            break
    assert ["print", *answers.QUESTIONS, "case", "reports"] == reached[: len(answers.QUESTIONS) + 3]
    assert reached[-3:] == ["ask", "example", "reset"]
    assert opened.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for name in answers.QUESTIONS:
        opened.open(name)
        nameless = "[...document.querySelectorAll('input, select')].filter(one => !one.labels[0]?.textContent.trim())"
        assert opened.page.evaluate(f"{nameless}.length") == 0


def test_a_screen_reader_is_told_the_outcome(opened: Opened) -> None:
    """The outcome alone, not the whole explanation."""
    opened.open("employer_deadline")
    opened.page.click("#example")
    opened.ask()
    assert opened.page.get_attribute("#said", "role") == "status"
    assert opened.page.inner_text("#said") == "结果：2016-03-31"


def test_contrast_is_enough_for_text_and_for_what_is_pressed() -> None:
    """WCAG 2.2 AA by light, in the dark and in print; AAA for the text."""
    css = (LIVE / "site" / "live.css").read_text("utf-8")
    for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL):
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for name, least in {"ink": 7, "quiet": 4.5, "accent": 4.5, "alarm": 4.5, "line": 3}.items():
            assert _contrast(colours[name], colours["paper"]) >= least, (name, colours)


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 computes it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _facts() -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    """Questions of the page with facts, those that are refused among them."""
    days = draw.days()
    facts: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        "premium": st.fixed_dictionaries(
            {"contract": draw.contracts(), "paid_on": days, "started_on": st.none() | days}
        ),
        "cover": draw.contracts().flatmap(
            lambda contract: st.fixed_dictionaries(
                {
                    "contract": st.just(contract),
                    "paid_on": days,
                    "accepted_on": st.none() | days,
                    "delay": st.none() | draw.delay_filings(expiry=contract.completion),
                    "warranty": st.none() | draw.warranties(completion=contract.completion),
                }
            )
        ),
        "standing": st.fixed_dictionaries({"injury": draw.site_injuries()}),
        "report_deadline": st.fixed_dictionaries({"happened_at": draw.moments()}),
        "employer_deadline": st.fixed_dictionaries({"injured_on": days, "extension_days": st.integers(0, 40)}),
        "worker_deadline": days.flatmap(
            lambda day: st.fixed_dictionaries({"injured_on": st.just(day), "excluded": draw.exclusions(injured_on=day)})
        ),
        "settlement": st.fixed_dictionaries({"injury": draw.injuries()}),
        "courier_report": st.fixed_dictionaries({"report": draw.reports(odd=True)}),
        "campaign": st.fixed_dictionaries(
            {"counts": draw.counts(), "on": draw.days(first=date(2022, 1, 1), last=date(2023, 12, 31))}
        ),
    }
    assert facts.keys() == answers.QUESTIONS.keys()
    return st.one_of(*(st.tuples(st.just(name), one) for name, one in facts.items()))


def drawn(count: int) -> list[dict[str, Any]]:
    """Return messages of the page, the same in every run."""
    readings = [{name: member.name} for name, kind in readings_by_name("gxinjury").items() for member in kind]
    messages: list[dict[str, Any]] = []

    @settings(
        derandomize=True,
        database=None,
        max_examples=count,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(_facts(), st.just({}) | st.sampled_from(readings), st.sampled_from(CALENDARS), st.sampled_from(LANGUAGES))
    def keep(asked: tuple[str, dict[str, Any]], reading: dict[str, str], calendar: str, language: str) -> None:
        name, facts = asked
        told = dump_facts(answers.QUESTIONS[name].rule, facts)
        messages.append({"do": "answer", "with": [name, told, reading, calendar, language]})

    keep()
    return messages[:count]


def test_answers_equal_pythons_own_for_drawn_cases(opened: Opened) -> None:
    """Outcome, explanation, cautions, readings and refusals, to the letter."""
    messages = drawn(CASES)
    assert len(messages) == CASES
    found = opened.page.evaluate(
        """async messages => {
            const { python } = await import("./live.js");
            return Promise.all(messages.map(one => python(one.do, ...one.with)));
        }""",
        messages,
    )
    wanted = [json.loads(answers.call(json.dumps(one))) for one in messages]
    for message, one, other in zip(messages, found, wanted, strict=True):
        assert one == other, message
    assert {one["with"][0] for one in messages} == set(answers.QUESTIONS)
    refused = sum("faults" in one for one in wanted)
    assert 0 < refused < CASES / 2


def test_nothing_was_asked_of_another_host_and_the_browser_did_not_complain(opened: Opened) -> None:
    """Stands last: it looks back at all that the page did above."""
    assert len(opened.requests) > 5
    own = (opened.origin, f"blob:{opened.origin}")
    assert [one for one in opened.requests if not one.startswith(own)] == []
    assert opened.complaints == []
    refused = opened.page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', error => error.name)")
    assert refused == "TypeError"
    assert any("Content Security Policy" in one for one in opened.complaints)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    """A slip of the command deletes nothing."""
    kept = tmp_path / "kept.txt"
    kept.write_text("kept", "utf-8")
    with pytest.raises(FileExistsError):
        builder().build(tmp_path)
    assert kept.exists()
