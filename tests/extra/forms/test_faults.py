"""Faults of a form in their order, and rows as they are told."""

from typing import Any, Final

import pytest

from gxinjury.codec import FileError
from gxinjury.extra.forms._annex2_form import ANNEX_2
from gxinjury.extra.forms._faults import LIMITS, Faults, spans
from gxinjury.extra.forms._reader import read_form
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


@pytest.mark.parametrize(("cells", "codes"), [(10_000_000, []), (10_000_001, ["too_many"])])
def test_as_much_as_is_read(cells: int, codes: list[str]) -> None:
    """Ten million cells of a form, and a thousand faults."""

    class Wide(list[Any]):
        def __len__(self) -> int:
            return cells

    faults = Faults()
    read_form(ANNEX_2, iter([(1, ["姓名", "增减"]), (2, Wide(["张三", "增"]))]), faults)
    assert [fault.code for fault in faults.told] == codes
    assert LIMITS.faults == 1_000
