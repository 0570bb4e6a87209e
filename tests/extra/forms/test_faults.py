"""Faults of a form in their order, and rows as they are told."""

from typing import Final

import pytest

from gxinjury.codec import FileError
from gxinjury.extra.forms._faults import Faults, spans
from gxinjury.extra.forms.tables import MUST_BE_A_FILE

EVERY_OTHER: Final = range(1, 60, 2)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], ()),
        ([7], ("7",)),
        ([3, 4, 5, 9, 10], ("3–5", "9–10")),
        (EVERY_OTHER[:20], tuple(map(str, EVERY_OTHER[:20]))),
        (EVERY_OTHER[:21], (*map(str, EVERY_OTHER[:20]), "…")),
        (EVERY_OTHER[:25], (*map(str, EVERY_OTHER[:20]), "…")),
    ],
)
def test_rows_as_spans(rows: list[int], told: tuple[str, ...]) -> None:
    """Of more than twenty spans the first twenty."""
    assert spans(rows) == told


def test_in_the_order_of_the_rows() -> None:
    """Table by table, what is of no row before the first row; in data as they were told."""
    faults = Faults()
    for file, path in [("b", (1, "x")), ("b", ()), ("a", ("reports", 3)), ("a", ("reports", 1)), ("b", (0,))]:
        faults.file = file
        faults.tell(path, MUST_BE_A_FILE)
    with pytest.raises(FileError) as caught:
        faults.done()
    assert [fault.path for fault in caught.value.faults] == [
        (), (0,), (1, "x"), ("reports", 3), ("reports", 1),
    ]  # fmt: skip
