"""Pages in tests end with a version of one length, whichever is installed."""

from typing import Final

import pytest

VERSION: Final = "0.1.0"


@pytest.fixture(autouse=True)
def _one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gxinjury.cli.page.__version__", VERSION)
