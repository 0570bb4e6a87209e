"""How large the house is: lines by layer, the median module, modules that are too long, and field lists written again.

The porch is told twice: all of it, and without what came after the rooms were first shown (``LATER``). A module that
stood before then and grew for a later feature, or was cut off one that stood, counts with the porch of before.

    python lines.py [--root ../src/gxinjury]

No timing and nothing to install. A field list counts as written again where one function, class body, docstring, table
of a page or top-level statement names most of a record's fields.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

ROOT: Final = Path(__file__).parents[1] / "src" / "gxinjury"
PAGE: Final = Path("docs") / "case-file.md"
PORCH: Final = ("extra", "cli", "inquiry")
LONGEST: Final = 300
AIMS: Final = {"porch": 11_500, "median": 110}
LATER: Final = {
    "workbooks": (
        "extra/workbooks/*",
        "extra/cases/field_notes.py",
        "extra/cases/opening.py",
        "extra/cases/template.py",
        "extra/forms/_sources.py",
        "extra/forms/_xlsx_*.py",
        "extra/forms/marked.py",
        "cli/new.py",
    ),
    "asking for a case": (
        "extra/cases/hanging.py",
        "extra/cases/interview.py",
        "extra/cases/toml.py",
        "extra/cases/typed.py",
        "cli/asking.py",
    ),
    "paper": (
        "extra/pages/html.py",
        "extra/pages/sheets.py",
        "extra/cases/paper*.py",
        "extra/cases/proof.py",
        "extra/cases/todo.py",
        "cli/annex1.py",
        "cli/papers.py",
        "cli/proof.py",
        "cli/todo.py",
        "cli/words/papers.py",
    ),
    "forms month by month": (
        "extra/forms/_progress_names.py",
        "extra/forms/_progress_rates.py",
        "extra/forms/*_months.py",
        "extra/forms/outlets.py",
        "cli/outlets.py",
        "cli/rosters.py",
    ),
    "help at the terminal": ("cli/completion.py", "cli/encodings.py", "cli/progress.py", "cli/topics.py"),
    "calendar files": ("extra/ics.py", "extra/saving.py"),
    "tables": ("extra/tables.py", "extra/_table_engines.py"),
    "charts": ("extra/charts/*",),
    "notebook": ("extra/notebook.py",),
    "samples": ("extra/samples/*",),
    "services": ("extra/pydantic.py", "extra/problems.py"),
    "more questions of columns": (
        "extra/frames/_averages.py",
        "extra/frames/_days_off.py",
        "extra/frames/_termination_limits.py",
        "extra/frames/care.py",
        "extra/frames/death.py",
        "extra/frames/dependants.py",
        "extra/frames/hospital.py",
        "extra/frames/monthly.py",
        "extra/frames/settlements.py",
        "extra/frames/termination.py",
    ),
    "study of a population": (
        "extra/frames/_asking.py",
        "extra/frames/_population.py",
        "extra/frames/_ranks.py",
        "extra/frames/_row_reasons.py",
        "extra/frames/_shapley.py",
        "extra/frames/_study*.py",
        "extra/frames/studies.py",
    ),
}
"""What came later, by feature: modules that did not stand when the porch got its aim, none cut off one that did."""
RECORDS: Final = {
    "Contract": ("construction/contracts.py", 3),
    "SiteInjury": ("construction/injuries.py", 6),
    "InjuryCourse": ("benefits/injuries.py", 15),
    "RosterChange": ("construction/roster_changes.py", 4),
    "Report": ("couriers/report.py", 8),
}
"""Where a record stands, and how many of its fields make a list of them."""


def modules(root: Path) -> dict[Path, int]:
    """The lines of each module, by its path under the root."""
    found = sorted(root.rglob("*.py"))
    return {path.relative_to(root): len(path.read_text("utf-8").splitlines()) for path in found}


def layer_of(path: Path) -> str:
    """The layer that a module belongs to: its package, or the tools."""
    first, *rest = path.parts
    if first == "extra" and len(rest) > 1:
        return f"extra/{rest[0]}"
    return first if rest else "tools"


def is_table(path: Path, root: Path) -> bool:
    """Whether a module holds nothing but a table: published figures, clauses, words."""
    tree = ast.parse((root / path).read_text("utf-8"))
    rules = [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
    return path.parts[0] == "law" or path.stem in {"findings", "labels", "words"} or not (rules or _classes(tree))


def _classes(tree: ast.Module) -> list[ast.ClassDef]:
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def fields_of(record: str, path: Path) -> frozenset[str]:
    """The fields of a record, as its class body annotates them."""
    for node in _classes(ast.parse(path.read_text("utf-8"))):
        if node.name == record:
            named = (one.target for one in node.body if isinstance(one, ast.AnnAssign))
            return frozenset(target.id for target in named if isinstance(target, ast.Name))
    return frozenset()


def places(root: Path, fields: frozenset[str], most: int) -> list[str]:
    """Where most of some fields are named together, the innermost place of each."""
    found = [f"{path}:{line}" for path in modules(root) for line in _in_module(root / path, fields, most)]
    page = root.parents[1] / PAGE
    if page.is_file():
        tables = re.split(r"\n\s*\n", page.read_text("utf-8"))
        found += [str(PAGE) for table in tables if len(fields & {*re.findall(r"`(\w+)`", table)}) >= most][:1]
    return found


def _in_module(path: Path, fields: frozenset[str], most: int) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if len(fields & _named(node, nested=False)) >= most:
                yield node.lineno
            if len(fields & {*re.findall(r"^\s*(\w+):", ast.get_docstring(node) or "", re.MULTILINE)}) >= most:
                yield node.lineno
    tree = ast.parse(path.read_text("utf-8"))
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and len(fields & _named(statement, nested=True)) >= most:
            yield statement.lineno


def _named(node: ast.AST, *, nested: bool) -> frozenset[str]:
    """What a place writes down: fields, parameters, keywords and keys; not what it reads, nor functions within."""
    found: set[str] = set()
    pending = [*ast.iter_child_nodes(node)]
    while pending:
        one = pending.pop()
        if not nested and isinstance(one, ast.FunctionDef | ast.ClassDef):
            continue
        match one:
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.arg(arg=name) | ast.keyword(arg=str(name)):
                found.add(name)
            case ast.Constant(value=str(text)) if text.isidentifier():
                found.add(text)
            case _:
                pass
        pending.extend(ast.iter_child_nodes(one))
    return frozenset(found)


def report(root: Path) -> Iterator[str]:
    """The lines of the report."""
    sizes = modules(root)
    layers: dict[str, list[int]] = {}
    for path, lines in sizes.items():
        layers.setdefault(layer_of(path), []).append(lines)
    yield f"{'layer':<20}{'files':>7}{'lines':>9}{'median':>8}"
    for layer, counted in sorted(layers.items()):
        yield f"{layer:<20}{len(counted):>7}{sum(counted):>9,}{median(counted):>8.0f}"
    yield f"{'all':<20}{len(sizes):>7}{sum(sizes.values()):>9,}{median(sizes.values()):>8.0f}"
    yield ""
    yield from _porch({path: lines for path, lines in sizes.items() if path.parts[0] in PORCH})
    yield f"median module: {median(sizes.values()):.0f} lines (aim: at most {AIMS['median']})"
    too_long = {path: lines for path, lines in sizes.items() if lines > LONGEST and not is_table(path, root)}
    yield f"modules over {LONGEST} lines that are no tables: {len(too_long)}"
    yield from (f"  {lines:>5}  {path}" for path, lines in sorted(too_long.items(), key=lambda one: -one[1]))
    yield "\nplaces that name most of a record's fields"
    for record, (module, most) in RECORDS.items():
        if fields := fields_of(record, root / module):
            where = places(root, fields, most)
            yield f"  {record:<14}{len(fields):>3} fields, {len(where):>3} places: {', '.join(where)}"


def _porch(sizes: dict[Path, int]) -> Iterator[str]:
    later = {feature: [path for path in sizes if any(map(path.match, told))] for feature, told in LATER.items()}
    counted = {feature: sum(sizes[path] for path in paths) for feature, paths in later.items()}
    before, whole = sum(sizes.values()) - sum(counted.values()), sum(sizes.values())
    aim = f"aim: at most {AIMS['porch']:,}"
    yield f"extra + cli + inquiry, later features apart: {before:,} lines ({aim}); with them: {whole:,}"
    for feature, lines in sorted(counted.items(), key=lambda one: -one[1]):
        yield f"  {lines:>5}  {feature} ({len(later[feature])} modules)"


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the package to measure")
    root = parser.parse_args().root
    if not root.is_dir():
        sys.exit(f"lines.py: there is no folder {root}")
    print("\n".join(report(root.resolve())))


if __name__ == "__main__":
    main()
