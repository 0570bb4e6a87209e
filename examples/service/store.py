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
            database.execute(
                "CREATE TABLE IF NOT EXISTS receipts"
                " (number INTEGER PRIMARY KEY, in_full TEXT NOT NULL, masked TEXT NOT NULL)"
            )

    def keep(self, in_full: Mapping[str, Any], masked: Mapping[str, Any]) -> int:
        """Keep a receipt, in full to be asked again and masked to be shown; return its number."""
        both = tuple(json.dumps(one, ensure_ascii=False) for one in (in_full, masked))
        with self._open() as database:
            kept = database.execute("INSERT INTO receipts (in_full, masked) VALUES (?, ?) RETURNING number", both)
            (number,) = kept.fetchone()
        return int(number)

    def receipt(self, number: int, *, in_full: bool = False) -> dict[str, Any] | None:
        """Return the receipt of a number, ids masked unless asked for in full; None where there is none."""
        with self._open() as database:
            row = database.execute("SELECT in_full, masked FROM receipts WHERE number = ?", (number,)).fetchone()
        return None if row is None else json.loads(row[0] if in_full else row[1])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=30)) as database, database:
            yield database
