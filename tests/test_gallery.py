"""The notebooks of the gallery: short, complete, each in the list; that they run, the build of the docs holds."""

import re
from pathlib import Path
from typing import Final

import pytest

GALLERY: Final = Path(__file__).parents[1] / "docs" / "notebooks"
NOTEBOOKS: Final = sorted(path for path in GALLERY.glob("*.md") if path.stem != "index")
CELL: Final = re.compile(r"```\{code-cell\} python\n(.*?)```\n", re.DOTALL)
MOST_LINES: Final = 40
WIDEST: Final = 88


def cells(path: Path) -> list[str]:
    """The code of a notebook, cell by cell."""
    return CELL.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestANotebook:
    """What each of them has."""

    def test_takes_under_forty_lines_of_code(self, path: Path) -> None:
        """Of the reader's own, blank ones not counted; none wider than the page."""
        lines = [line for cell in cells(path) for line in cell.splitlines() if line.strip()]
        assert 10 < len(lines) < MOST_LINES
        assert [line for line in lines if len(line) > WIDEST] == []

    def test_asks_a_question_and_ends_in_what_answers_it(self, path: Path) -> None:
        """In the first lines a question; at the end a cell that shows a table or a chart."""
        text = path.read_text("utf-8")
        assert "?*" in text.partition("```")[0]
        assert text.endswith("```\n")
        last = cells(path)[-1].rstrip().splitlines()[-1]
        assert not last.startswith(("print", "import", "from"))

    def test_sets_its_language_once(self, path: Path) -> None:
        """By ``use``, where it shows answers of the library."""
        uses = re.findall(r"^use\(", "\n".join(cells(path)), re.MULTILINE)
        assert len(uses) == (0 if path.stem == "excel" else 1)

    def test_is_a_notebook_that_the_list_names(self, path: Path) -> None:
        """With the head that has it run."""
        assert path.read_text("utf-8").startswith("---\nfile_format: mystnb\n")
        assert path.stem in (GALLERY / "index.md").read_text("utf-8").splitlines()


def test_there_are_eight() -> None:
    """As its title says."""
    assert len(NOTEBOOKS) == 8
