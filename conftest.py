"""Runs the Markdown examples: every ```python fence of the READMEs and of ``docs`` is a test.

A fence that starts with ``>>>`` is a doctest. Any other is plain code; if an ```output fence follows it, that is what
the code must have printed. The fences of one page share their names, from top to bottom. Shell fences are not run.

Examples, of pages and of docstrings, draw the same in every run, whatever Hypothesis has found before.

What was collected stays to the end, so the garbage collector does not look at it again: a third of the time.
"""

import gc
import sys
from collections.abc import Generator, Iterable
from contextlib import redirect_stdout
from io import StringIO
from typing import Final

import pytest
from hypothesis import Phase, settings
from sybil import Document, Example, Region, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser
from sybil.parsers.myst import PythonCodeBlockParser

_PRINTED: Final = "_printed"

# What ``find`` has found it keeps under the condition's code, and so many examples ask for ``lambda day: True``.
_EXAMPLES: Final = "examples"
settings.register_profile(
    _EXAMPLES, derandomize=True, database=None, deadline=None, phases=[Phase.generate, Phase.shrink]
)


class _Code(PythonCodeBlockParser):
    """Python fences; what plain code prints is kept for the output fence after it."""

    def __call__(self, document: Document) -> Iterable[Region]:
        for region in super().__call__(document):
            if isinstance(region.evaluator, PythonEvaluator):
                region.evaluator = _run_and_keep
            yield region


class _Output(CodeBlockParser):
    """Output fences, each compared with what the code above it printed."""

    language = "output"

    def evaluate(self, example: Example) -> str | None:
        """Return the difference, or nothing where there is none; the next fence must print anew."""
        printed = example.namespace.pop(_PRINTED, None)
        if printed is None:
            return "no python fence above this output"
        if _trimmed(printed) == _trimmed(example.parsed):
            return None
        return f"expected:\n{_trimmed(example.parsed)}\n\nprinted:\n{_trimmed(printed)}"


_python: Final = PythonEvaluator()


def _run_and_keep(example: Example) -> None:
    with redirect_stdout(StringIO()) as out:
        _python(example)
    example.namespace[_PRINTED] = out.getvalue()


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


pytest_collect_file = Sybil(
    parsers=[_Code(), _Output()],
    patterns=["README*.md", "docs/**/*.md", "docs/*.md"],
    excludes=["docs/notebooks/*.md"],  # these run when Sphinx builds them
).pytest()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, None, None]:
    """Collect tests without a look for garbage, and never look among them."""
    gc.disable()
    try:
        return (yield)
    finally:
        # From 3.14 on it looks piece by piece, and Hypothesis asks it what holds a source of chance.
        if sys.version_info < (3, 14):
            gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Let examples draw by a profile of their own; tests have theirs."""
    if isinstance(item, pytest.Function):
        return (yield)
    usual = settings.get_current_profile_name()
    settings.load_profile(_EXAMPLES)
    try:
        return (yield)
    finally:
        settings.load_profile(usual)
