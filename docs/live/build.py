"""Lays out the live page as one folder: the page, Python for the browser, this checkout and what it depends on.

    python docs/live/build.py site/live
    python -m http.server --bind 127.0.0.1 --directory site/live

Needs npm, which fetches the version of Pyodide that ``package-lock.json`` pins. The folder needs nothing from outside;
beside ``site/en`` and ``site/zh``, the pages of the docs lead to it (``docs/doors.py``).
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

__all__ = ["build"]

_HERE: Final = Path(__file__).parent
_PYTHON: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_STDLIB: Final = "python_stdlib.zip"
_NEEDLESS: Final = (
    *("unittest/", "doctest.py", "pdb.py", "pydoc", "multiprocessing/", "_pyrepl/", "xmlrpc/", "imaplib.py"),
    *(f"gxinjury/extra/{name}/" for name in ("charts", "frames", "samples", "strategies")),
    "tzdata/zoneinfo/",
)
"""What a page has no use for."""
_ZONES: Final = {f"tzdata/zoneinfo/{name}" for name in ("__init__.py", "Asia/__init__.py", "Asia/Shanghai", "UTC")}
_LOCK: Final = "pyodide-lock.json"
_MARK: Final = "worker.js"


def build(folder: Path) -> int:
    """Fill a folder with the page, whole or not at all, and return how many bytes it takes.

    Raises:
        FileExistsError: The folder is there and holds something else.
        ValueError: A dependency is compiled for a machine.
        CalledProcessError: npm or pip failed.
        FileNotFoundError: There is no npm.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise FileExistsError(f"{folder} holds something else")
    with tempfile.TemporaryDirectory() as work:
        made = Path(work) / "live"
        shutil.copytree(_HERE / "site", made, ignore=shutil.ignore_patterns("__pycache__"))
        _lay_python(made / "pyodide")
        _lay_library(made / "library.zip")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def _lay_python(folder: Path) -> None:
    folder.mkdir()
    with tempfile.TemporaryDirectory() as work:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(_HERE / name, work)
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=work, check=True)  # noqa: S603
        came = Path(work) / "node_modules" / "pyodide"
        for name in _PYTHON:
            shutil.copy(came / name, folder)
        with ZipFile(came / _STDLIB) as whole:
            _pack(
                folder / _STDLIB, ((one, whole.read(one)) for one in whole.namelist() if not one.startswith(_NEEDLESS))
            )
        # Pyodide's own list of packages: none of them is loaded.
        lock = json.loads((came / _LOCK).read_text("utf-8"))
        (folder / _LOCK).write_text(json.dumps(lock | {"packages": {}}), "utf-8")


def _lay_library(file: Path) -> None:
    """Put what the wheels hold into one archive, their tests and stubs left out."""
    with tempfile.TemporaryDirectory() as work:
        made = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--wheel-dir",
            work,
            f"{_HERE.parents[1]}[calendars,office]",
        ]
        subprocess.run(made, check=True)  # noqa: S603
        _pack(file, _library(sorted(Path(work).glob("*.whl"))))


def _library(wheels: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for wheel in wheels:
        if not wheel.stem.endswith("-none-any"):
            raise ValueError(f"{wheel.name} is not for every machine, so not for the browser")
        with ZipFile(wheel) as packed:
            for name in packed.namelist():
                if "/tests/" not in name and not name.endswith((".pyi", "/RECORD", "/")):
                    yield name, packed.read(name)


def _pack(file: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in contents:
            if not name.startswith(_NEEDLESS) or name in _ZONES:
                made.writestr(name, content)


if __name__ == "__main__":
    try:
        size = build(Path(sys.argv[1]))
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        sys.exit(f"the live page could not be built, and nothing was laid out: {error}")
    print(f"{sys.argv[1]}: {size / 1e6:.1f} MB")
