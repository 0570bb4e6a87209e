"""Lines of a form as they were read (表格各行), and everything that is wrong with them, each at its row and column."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from gxinjury.codec import Fault, FileError, Limits
from gxinjury.codec.limits import ENOUGH_FAULTS
from gxinjury.codec.readers import RefusedError
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.forms.tables import FormFault, Place

LIMITS: Final = Limits(items=10_000_000)
"""How much of a form is read at most: so many faults, and so many cells."""
_MOST_SPANS: Final = 20


@attrs.frozen
class Line:
    """A line as it was read, whether or not it is whole.

    Args:
        path: Where it stands: its row, or its keys in data.
        values: What it holds, by field; without the fields that are blank or at fault.
        at_fault: The fields whose fault was told already.
        names: By field: the header or the key that it stands under.
        total: What a line of totals calls itself; empty for another line.
        own: What stands in the columns of an office's own, by their headers.
    """

    path: Place
    values: dict[str, Any]
    at_fault: set[str]
    names: Mapping[str, str]
    total: str = ""
    own: Mapping[str, str] = attrs.field(factory=dict)

    def place(self, field: str) -> Place:
        """Return where a field of it stands."""
        return (*self.path, self.names[field])


class EnoughFaultsError(FileError):
    """Files with so many faults that the rest is not read."""


class Faults:
    """Everything that is wrong with files, up to a limit."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self.file = ""
        self.sheet = ""
        self.columns: dict[str, int] = {}
        self.told: list[FormFault] = []
        self.passed_over: list[FormFault] = []

    def tell(self, path: Place, rule: FactRule, **more: Any) -> None:  # noqa: ANN401  # value and hint
        """Tell a fault of the file that is being read; after too many the rest is not read."""
        if len(self.told) >= self.limits.faults:
            most = {"most": str(self.limits.faults)}
            raise EnoughFaultsError("", [*self.told, FormFault((), ENOUGH_FAULTS.filled(most), file=self.file)])
        self.told.append(self._at(path, rule, **more))

    def pass_over(self, path: Place, rule: FactRule, **more: Any) -> None:  # noqa: ANN401  # as above
        """Tell what was not read, or not understood, and is no fault."""
        self.passed_over.append(self._at(path, rule, **more))

    def _at(self, path: Place, rule: FactRule, **more: Any) -> FormFault:  # noqa: ANN401  # as above
        """Return a fault at its place; of a sheet of a workbook with its cell, where its column is known."""
        cell = ""
        if self.sheet and len(path) > 1:
            row, column = path[:2]
            at = column if isinstance(column, int) else self.columns.get(column)
            cell = "" if at is None else f"{_letters(at)}{row}"
        return FormFault(path, rule, file=self.file, sheet=self.sheet, cell=cell, **more)

    def take(self, into: dict[str, Any], field: str, path: Place, read: Callable[[Any], Any], given: Any) -> bool:  # noqa: ANN401  # a cell or data
        """Take what is read into a line or a head, or tell why it cannot be read; return whether it could."""
        try:
            into[field] = read(given)
        except RefusedError as refused:
            self.tell(path, refused.fault.rule, value=refused.fault.value)
            return False
        except InvalidFactError as error:
            self.tell(path, Fault.of(error).rule, value=given)
            return False
        return True

    def done(self) -> None:
        """End the reading where anything is wrong.

        Raises:
            FileError: Something is; all of it is told, of a table in the order of its rows.
        """
        if self.told:
            tables = list(dict.fromkeys((fault.file, fault.sheet) for fault in self.told))
            in_order = sorted(self.told, key=lambda fault: (tables.index((fault.file, fault.sheet)), _row_of(fault)))
            raise FileError("", in_order)


def _letters(column: int) -> str:
    """Return what a spreadsheet calls a column, the first being 1.

    >>> _letters(1), _letters(26), _letters(27), _letters(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _row_of(fault: FormFault) -> int:
    return fault.path[0] if fault.path and isinstance(fault.path[0], int) else 0


def spans(rows: Sequence[int]) -> tuple[str, ...]:
    """Return the numbers of rows as they are told, those in a row as one span; of very many the first ones.

    >>> spans([3, 4, 5, 9])
    ('3–5', '9')
    """
    told: list[list[int]] = []
    for row in rows:
        if told and row == told[-1][-1] + 1:
            told[-1][1:] = [row]
        else:
            told.append([row])
    return (*("–".join(map(str, one)) for one in told[:_MOST_SPANS]), *("…" for _ in told[_MOST_SPANS:][:1]))
