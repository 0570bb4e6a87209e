"""Where in a workbook a fault is (差错在工作簿中的位置): its sheet and cell, and what is to stand there."""

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

import attrs
from openpyxl.utils import get_column_letter

from gxinjury.codec.faults import Fault, FileError
from gxinjury.errors import FactRule
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text

__all__ = ["CaseBook", "CellFault", "Spot"]

Path: TypeAlias = tuple[str | int, ...]

_MISSING: Final = FactRule(zh="缺失，请填写", en="is missing: fill it in", code="missing")
_AT: Final = Text(zh="{place}（{label}）{told}", en="{place} ({label}) {told}")


@attrs.frozen
class Spot:
    """A cell, and what is to stand there; ``order`` is the number of its sheet."""

    order: int
    page: str
    row: int
    column: int
    label: Text

    @property
    def cell(self) -> str:
        """Its name within its sheet."""
        return f"{get_column_letter(self.column)}{self.row}"


@attrs.frozen
class CellFault(Fault):
    """A fault of a case at its cell.

    >>> spot = Spot(1, "缴费", 3, 2, Text(zh="缴费日", en="paid on"))
    >>> CellFault(("payments", 0, "paid_on"), FactRule("缺失", "is missing", "missing"), spot=spot).text("zh")
    '缴费!B3（缴费日）缺失'
    """

    spot: Spot = attrs.field(kw_only=True)

    @classmethod
    def at(cls, spot: Spot, fault: Fault) -> "CellFault":
        """Return a fault as that of a cell."""
        return cls(fault.path, fault.rule, fault.value, fault.hint, fault.clause, fault.kind, spot=spot)

    @property
    def place(self) -> str:
        """Sheet and cell."""
        return f"{printable(mask(self.spot.page))}!{self.spot.cell}"

    def told(self, language: Language) -> str:
        """Return what is wrong, without where."""
        return Fault((), self.rule, self.value, self.hint).text(language)

    def note(self, language: Language) -> tuple[tuple[str, int, int], str]:
        """Return its cell by sheet, row and column, and what is wrong."""
        return (self.spot.page, self.spot.row, self.spot.column), self.told(language)

    def text(self, language: Language) -> str:
        """Return the fault in a language, with its cell and what the cell is for."""
        return _AT.say(language, place=self.place, label=self.spot.label, told=self.told(language))


@attrs.frozen
class CaseBook:
    """A workbook as data of a case.

    Args:
        file: The file's name.
        data: The data, as a case file has it.
        spots: The cell of each path; of what lies above several cells the first.
        faults: What is wrong with cells by themselves.
    """

    file: str
    data: dict[str, Any]
    spots: dict[Path, Spot]
    faults: tuple[Fault, ...]

    def located(self, found: Iterable[Fault] = ()) -> FileError:
        """Return the faults of the cells, and those that were found in the data at their cells, in their order."""
        known = {fault.path for fault in self.faults}
        told = [*self.faults]
        for fault in found:
            above = [fault.path[:end] for end in range(len(fault.path), 0, -1)]
            if known.isdisjoint(above):
                spot = next((self.spots[path] for path in above if path in self.spots), None)
                if fault.code == _MISSING.code and fault.path in self.spots:
                    fault = attrs.evolve(fault, rule=_MISSING)  # noqa: PLW2901  # its label stands before it
                told.append(fault if spot is None else CellFault.at(spot, fault))
        return FileError(self.file, sorted(dict.fromkeys(told), key=_order))


def _order(fault: Fault) -> tuple[int, ...]:
    return (fault.spot.order, fault.spot.row, fault.spot.column) if isinstance(fault, CellFault) else ()
