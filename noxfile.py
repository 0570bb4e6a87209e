"""What is run on more than one interpreter, with more than one set of dependencies, or before a release.

``nox --list`` tells the sessions. An interpreter that is not there is skipped and told.
"""

import hashlib
import os
import shutil
import zipfile
from pathlib import Path
from typing import Final

import nox

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "uv"
nox.options.sessions = ["tests", "lowest", "alone"]
# An interpreter is taken as it is found, never fetched.
os.environ["UV_PYTHON_DOWNLOADS"] = "never"

PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
PYTEST: Final = ("python", "-m", "pytest", "-n", "auto", "--dist", "loadfile")
RULES: Final = tuple(
    f"tests/{room}"
    for room in ("benefits", "codec", "construction", "couriers", "determination", "inquiry", "law", "receipts")
)
"""The tests that need neither a compiled module nor another process."""
ALONE: Final = {
    "calendars": ("gxinjury.extra.calendars",),
    "charts": ("gxinjury.extra.charts",),
    "frames": ("gxinjury.extra.frames",),
    "ids": ("gxinjury.extra.cases",),
    "office": ("gxinjury.extra.ics", "gxinjury.extra.workbooks"),
    "pydantic": ("gxinjury.extra.pydantic",),
    "strategies": ("gxinjury.extra.strategies",),
}
"""The extras that users install, each with what it is for."""
BESIDE: Final = {"frames": ("pyarrow",)}
"""What a user of an extra brings along: the engine that he has."""


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run all tests with the newest dependencies there are."""
    session.install("-e", ".[test]")
    session.run(*PYTEST, *session.posargs)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run all tests with the lowest dependencies that are declared, on the oldest interpreter."""
    session.install("--resolution", "lowest-direct", "-e", ".[test]")
    session.run(*PYTEST, *session.posargs)


@nox.session
def pyodide(session: nox.Session) -> None:
    """Run the tests of the rules on CPython 3.14 as a browser has it, under Node; needs npm, and no interpreter."""
    session.install("build[uv]", "pip")
    work = Path(session.create_tmp())
    site = work / "site"
    for old in (site, work / "wheel"):
        shutil.rmtree(old, ignore_errors=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(Path("docs") / "live" / name, work)
    session.run("npm", "ci", "--prefix", str(work), "--silent", "--no-audit", "--no-fund", external=True)
    session.run(
        *("python", "-m", "build", "--wheel", "--installer", "uv", "--outdir", str(work / "wheel")), silent=True
    )
    (wheel,) = (work / "wheel").glob("*.whl")
    # Nothing that is compiled for a machine runs there.
    pure = ("--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none", "--python-version=3.14")
    wanted = (f"{wheel}[calendars,ids,strategies]", "jsonschema", "pytest", "pytest-xdist", "sybil")
    session.run("python", "-m", "pip", "install", "--quiet", "--target", str(site), *pure, *wanted)
    paths = (str(work / "node_modules"), str(Path.cwd()), str(site))
    session.run("node", ".ci/pyodide.mjs", *paths, *(session.posargs or ("-q", *RULES)), external=True)


@nox.session
@nox.parametrize("extra", [None, *sorted(ALONE)])
def alone(session: nox.Session, extra: str | None) -> None:
    """Install the library with one extra or none; run the shell command and the examples of what the extra is for."""
    session.install(f".[{extra}]" if extra else ".", *BESIDE.get(extra or "", ()))
    session.run("gxinjury", "assess", "examples/ordinary.toml", silent=True)
    session.run("python", ".ci/examples_of.py", *(ALONE[extra] if extra else ("gxinjury.construction",)))


@nox.session
def deep(session: nox.Session) -> None:
    """Run the property tests with random seeds and ten times the examples, as before a release."""
    session.install("-e", ".[test]")
    session.run(*PYTEST, "--hypothesis-profile=deep", *(session.posargs or ("tests",)))


@nox.session
def mutants(session: nox.Session) -> None:
    """Break the library at random and see which breaks no test notices; arguments go to the command."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "benchmarks.mutants", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Build wheel and sdist twice from one commit, compare the bytes, look into them, write the bill of materials.

    They lie in ``dist`` then, with ``SHA256SUMS`` and ``gxinjury.cdx.json``.
    """
    session.install("build[uv]", "twine", "check-wheel-contents", "cyclonedx-bom")
    dist, again = Path("dist"), Path(session.create_tmp()) / "again"
    at = session.run("git", "log", "-1", "--format=%ct", external=True, silent=True)
    env = {"SOURCE_DATE_EPOCH": str(at).strip()}
    for folder in (dist, again):
        shutil.rmtree(folder, ignore_errors=True)
        session.run("python", "-m", "build", "--installer", "uv", "--outdir", str(folder), env=env, silent=True)
    built = sorted(dist.iterdir())
    for one in built:
        if one.read_bytes() != (again / one.name).read_bytes():
            session.error(f"{one.name}: two builds of one commit differ")
        session.log(f"{one.name}: twice the same, {one.stat().st_size:,} bytes")
    session.run("twine", "check", "--strict", *map(str, built))
    (wheel,) = dist.glob("*.whl")
    session.run("check-wheel-contents", str(wheel))
    names = zipfile.ZipFile(wheel).namelist()
    if astray := [name for name in names if not name.startswith(("gxinjury/", "gxinjury-"))]:
        session.error(f"{wheel.name} holds {astray}")
    # The bill of materials is that of an environment with the wheel and nothing else.
    shipped = Path(session.create_tmp()) / "shipped"
    session.run("uv", "venv", "--quiet", "--clear", str(shipped), external=True)
    python = str(shipped / ("Scripts" if os.name == "nt" else "bin") / "python")
    session.run("uv", "pip", "install", "--quiet", "--python", python, str(wheel), external=True)
    bom = str(dist / "gxinjury.cdx.json")
    session.run("cyclonedx-py", "environment", "--output-reproducible", "--output-file", bom, python)
    sums = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in built]
    (dist / "SHA256SUMS").write_text("".join(sums), "utf-8")
    session.log("".join(["dist/SHA256SUMS\n", *sums]))
