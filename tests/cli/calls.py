"""A command run in this process, and what it printed."""

import json
from typing import Any

import pytest

from gxinjury.cli import main


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that has to do; return what it printed."""
    status = main(argv)
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return out


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that has to be refused; return what it said."""
    status = main(argv)
    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    return err.strip()


def data_of(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:  # noqa: ANN401  (JSON)
    """Return the data that a command printed."""
    return json.loads(run(capsys, *argv, "--json"))
