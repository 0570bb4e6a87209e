"""The count of lines: which modules came later, each named once."""

from pathlib import Path
from typing import Final

import pytest
from lines import LATER, PORCH, ROOT, modules

PATHS: Final = [path for path in modules(ROOT) if path.parts[0] in PORCH]


def named_by(pattern: str) -> list[Path]:
    """The modules of the porch that a pattern names."""
    return [path for path in PATHS if path.match(pattern)]


@pytest.mark.parametrize("pattern", [one for several in LATER.values() for one in several])
def test_what_came_later_is_there(pattern: str) -> None:
    """A module that was moved is not left out of its feature in silence."""
    assert named_by(pattern)


def test_no_module_counts_for_two_features() -> None:
    """Nothing is taken off twice."""
    named = [path for several in LATER.values() for path in {path for one in several for path in named_by(one)}]
    assert len(named) == len({*named})
