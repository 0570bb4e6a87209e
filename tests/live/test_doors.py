"""Where the docs' links to the live page lead, with the page beside them and without; and that none leads astray."""

import re
from pathlib import Path

import answers
import doors
import links
import pytest

DOCS = Path(__file__).parents[2] / "docs"
BY_FILE = ("case", "reports")


def led(link: str, site: Path, top: str = "") -> str | None:
    """Return where a link of a Chinese page leads."""
    return doors.lead_to(link, site, top=top, page="live.html", language="zh")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Lay the live page beside the pages."""
    (tmp_path / "live").mkdir()
    (tmp_path / "live" / "index.html").write_text("<!doctype html><title>live</title>", "utf-8")
    return tmp_path


def test_a_link_leads_to_its_question_in_the_language_of_the_page(site: Path) -> None:
    """From a page at the top, and from one in a folder."""
    assert led("live:premium", site) == "../live/index.html?lang=zh#premium"
    assert led("live:", site, "../") == "../../live/index.html?lang=zh"


def test_where_the_live_page_was_not_built_it_leads_to_how_it_is(tmp_path: Path) -> None:
    """So no link is broken without npm."""
    assert led("live:premium", tmp_path) == "live.html"


@pytest.mark.parametrize("link", ["", "live", "https://pyodide.org", "live.html#premium"])
def test_other_links_are_left_alone(site: Path, link: str) -> None:
    """A scheme is what stands before the colon."""
    assert led(link, site) is None


def test_every_link_of_the_docs_names_a_question_of_the_page() -> None:
    """On the front page and in Chinese as well."""
    named = {
        page.relative_to(DOCS).as_posix(): set(re.findall(r"\blive:(\w+)", page.read_text("utf-8")))
        for page in (*DOCS.rglob("*.md"), *DOCS.rglob("*.po"))
    }
    assert {"index.md", "live.md", "zh/clerk.md", "locale/zh_CN/LC_MESSAGES/live.po"} <= {
        page for page, found in named.items() if found
    }
    assert set().union(*named.values()) == {*answers.QUESTIONS, *BY_FILE}


def test_the_checker_follows_such_links(site: Path) -> None:
    """To the file; its place the page finds itself. Elsewhere a place must be there."""
    (site / "zh").mkdir()
    page = site / "zh" / "index.html"
    page.write_text(f'<a href="{led("live:premium", site)}">a</a>', "utf-8")
    assert [*links.broken(site)] == []
    page.write_text('<a href="../life/?lang=zh">a</a><a href="../live/index.html#premium">b</a>', "utf-8")
    assert [one.rpartition(": ")[2] for one in links.broken(site)] == ["no such file", "no such place"]
