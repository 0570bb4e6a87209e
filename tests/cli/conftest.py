"""Pages in tests are as wide as a page without a terminal, and end with a version of one length."""

from typing import Final

import pytest

VERSION: Final = "0.1.0"
COLUMNS: Final = "100"


@pytest.fixture(autouse=True)
def _one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gxinjury.cli.page.__version__", VERSION)
    monkeypatch.setenv("COLUMNS", COLUMNS)
