"""Lays out the live page as one folder: the page, Python for the browser, this checkout and what it depends on as wheels.

    python docs/live/build.py FOLDER
    python -m http.server --directory FOLDER

Needs npm, which fetches the version of Pyodide that ``package-lock.json`` pins. The folder needs nothing from outside.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
PYTHON: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def build(folder: Path) -> int:
    """Fill a folder with the page and return how many bytes it takes."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "site", folder)
    with tempfile.TemporaryDirectory() as work:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, work)
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=work, check=True)  # noqa: S607  (of the machine)
        (folder / "pyodide").mkdir()
        for name in PYTHON:
            shutil.copy(Path(work) / "node_modules" / "pyodide" / name, folder / "pyodide")
    wheels = folder / "wheels"
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "-w", wheels, HERE.parents[1]], check=True)
    names = sorted(one.name for one in wheels.glob("*.whl"))
    (wheels / "index.json").write_text(json.dumps(names), "utf-8")
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


if __name__ == "__main__":
    size = build(Path(sys.argv[1]))
    print(f"{sys.argv[1]}: {size / 2**20:.1f} MiB")
