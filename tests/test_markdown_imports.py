"""Every import line of a Markdown page type-checks: what the docs take from a module, the module gives."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IMPORT: Final = re.compile(
    r"^(?:>>> |\.\.\. )?((?:from gxinjury[\w.]* import|import gxinjury)[^(\n]*(?:\([^)]*\))?)", re.MULTILINE
)


def imports(page: Path) -> list[str]:
    """The import lines of a page, in doctests and in plain code, each on one line."""
    return [re.sub(r"\s*\n(?:\.\.\. )?\s*", " ", one).strip() for one in IMPORT.findall(page.read_text("utf-8"))]


@pytest.mark.programs
def test_what_the_pages_import_is_there_for_a_type_checker(tmp_path: Path) -> None:
    """Mypy reads all lines at once, as strictly as it reads the library; names that are not exported are errors."""
    pytest.importorskip("mypy")
    lines = sorted({line for page in PAGES for line in imports(page)})
    assert len(lines) > 50
    program = tmp_path / "imports_of_the_docs.py"
    program.write_text("".join(f"{line}  # noqa\n" for line in lines), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context"]
    command += ["--config-file", str(ROOT / "pyproject.toml"), str(program)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    own = [line for line in done.stdout.splitlines() if program.name in line and "no-redef" not in line]
    assert own == [], "\n".join(f"{lines[int(one.split(':')[1]) - 1]}: {one}" for one in own)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (">>> from gxinjury.money import Rate\n", ["from gxinjury.money import Rate"]),
        ("from gxinjury import (\n    LAW,\n    explain,\n)\n", ["from gxinjury import ( LAW, explain, )"]),
        ("it says `from gxinjury import LAW` there\n", []),
        ("import gxinjury\n", ["import gxinjury"]),
    ],
)
def test_lines_are_found(text: str, found: list[str], tmp_path: Path) -> None:
    """In doctests and plain code; not in a sentence."""
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    assert imports(page) == found
