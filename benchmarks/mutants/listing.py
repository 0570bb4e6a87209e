"""Prints all breaks of some rooms, as JSON: ``python -m mutants.listing ROOT ROOM ...``."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from .mutations import Mutation, mutations
from .rooms import modules


def listed(package: Path, rooms: list[str]) -> Iterator[tuple[str, Mutation]]:
    """Yield the breaks of some rooms of a package, each with its room."""
    for room in rooms:
        for file in modules(room, package):
            name = f"{package.name}.{file.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")
            text = (package / file).read_text("utf-8")
            yield from ((room, one) for one in mutations(file, text, vars(importlib.import_module(name))))


if __name__ == "__main__":
    print(json.dumps([*listed(Path(sys.argv[1]) / "src" / "gxinjury", sys.argv[2:])]))
