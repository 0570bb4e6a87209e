"""Where receipts are kept (存证库): a table of SQLite, opened anew for each request, so that threads share nothing."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import attrs


@attrs.frozen
class Store:
    """Receipts by their number.

    Args:
        path: The file of the database; made where it is not there.
    """

    path: Path

    def __attrs_post_init__(self) -> None:
        with self._open() as database:
            database.execute("CREATE TABLE IF NOT EXISTS receipts (number INTEGER PRIMARY KEY, kept TEXT NOT NULL)")

    def keep(self, receipt: Mapping[str, Any]) -> int:
        """Keep a receipt and return its number."""
        with self._open() as database:
            written = json.dumps(receipt, ensure_ascii=False)
            (number,) = database.execute(
                "INSERT INTO receipts (kept) VALUES (?) RETURNING number", (written,)
            ).fetchone()
        return int(number)

    def receipt(self, number: int) -> dict[str, Any] | None:
        """Return the receipt of a number; None where there is none."""
        with self._open() as database:
            row = database.execute("SELECT kept FROM receipts WHERE number = ?", (number,)).fetchone()
        return None if row is None else json.loads(row[0])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=30)) as database, database:
            yield database
