"""Case files to records and back (案情文件的读写), every fault at its place."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import attrs

from gxinjury.codec import CodecError, Fault, FileError, Limits, dump, load
from gxinjury.errors import InvalidFactError
from gxinjury.extra.cases.days_off import DaysOff, one_a_year
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.hints import ROSTER_FILE, told_as_case
from gxinjury.extra.cases.layout import Place, Sections, case_file, place_in_file, sections_of
from gxinjury.extra.cases.opening import opened
from gxinjury.extra.cases.people import RosterFiles, rosters_in
from gxinjury.extra.cases.text import parse, read_bytes
from gxinjury.records import check_facts
from gxinjury.texts import Text

LIMITS: Final = Limits(faults=1_000, items=1_000_000, depth=32)
"""How much of a case is read; a service that reads what strangers send hands over less."""

_OF_BENEFITS: Final = ("BenefitFacts", "Injury")
_ASKED: Final[Mapping[tuple[str, str], Place]] = {
    ("paid_injury_leave", "months"): ("benefits", "leave_months"),
    ("paid_injury_leave", "extension_months"): ("benefits", "leave_extension_months"),
    ("reference_wage", "monthly_wages"): ("benefits", "monthly_wages"),
    ("city_average", "assessed_on"): ("benefits", "benefits_assessed_on"),
    ("city_average", "paid_on"): ("benefits", "benefits_paid_on"),
    ("termination_subsidies", "ground"): ("benefits", "termination", "ground"),
}
"""Where under an accident stands what a question about its benefits refuses: what only the law asked can tell."""


def read_case(path: str | Path) -> CaseFile:
    """Return the case that a file holds: TOML, JSON or a workbook, told apart by its suffix, else by its content.

    Raises:
        FileError: The file cannot be read, or something in it is wrong; all of it is told at once.
    """
    return opened(path, structure_case)


def structure_case(
    data: Mapping[str, Any], file: str = "case", *, folder: Path | None = None, limits: Limits = LIMITS
) -> CaseFile:
    """Return the case that the data of a file holds.

    Args:
        data: The data, as ``tomllib`` or ``json`` reads it, numbers with a point as Decimal or text.
        file: The file's name, for the message.
        folder: The folder in which the files of annex 2 that ``roster_file`` names are looked for; None: no file is.
        limits: How much is read at most.

    Raises:
        FileError: Something in it is wrong; all of it is told at once.

    >>> contract = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
    >>> structure_case({"contract": contract}).case.contract.price
    Decimal('100000000')
    >>> structure_case({"contract": contract | {"completion": "2016", "prize": 1}}, "case.toml")
    Traceback (most recent call last):
    gxinjury.codec.faults.FileError: case.toml: contract.prize is no known key; did you mean price?
    case.toml: contract.completion must be a day such as 2016-06-30, without a time of day, got '2016'
    """
    given = dict(data)
    files = rosters_in(given.pop(ROSTER_FILE), folder) if ROSTER_FILE in given else RosterFiles()
    faults = files.faults
    try:
        sections = load(Sections, given, limits=limits)
        if not faults:
            case = case_file(sections, (*sections.roster, *files.changes))
            return attrs.evolve(case, passed_over=files.passed_over)
    except CodecError as error:
        faults = [*error.faults, *faults]
    except InvalidFactError as error:
        faults = [attrs.evolve(Fault.of(error), path=place_in_file(error.path))]
    raise FileError(file, [told_as_case(fault) for fault in faults]) from None


@attrs.frozen
class _DaysOffFile:
    """A file of yearly notices of days off, beside case files."""

    days_off: Annotated[tuple[DaysOff, ...], Text("放假安排", "days off")]

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        yield from one_a_year("CaseFile", "days_off", self.days_off)


def read_days_off(path: str | Path) -> tuple[DaysOff, ...]:
    """Return the yearly notices of days off that a TOML or JSON file holds, under ``days_off`` as in a case file.

    Raises:
        FileError: The file cannot be read, or something in it is wrong; all of it is told at once.
    """
    try:
        return load(_DaysOffFile, parse(read_bytes(path), str(path))).days_off
    except CodecError as error:
        raise FileError(str(path), [told_as_case(fault, _DaysOffFile) for fault in error.faults]) from None


def unstructure_case(case: CaseFile) -> dict[str, Any]:
    """Return a case as data: what is not the default, days and amounts as text; :func:`structure_case` reads it back.

    >>> contract = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
    >>> unstructure_case(structure_case({"contract": contract})) == {"contract": contract}
    True
    """
    data: dict[str, Any] = dump(sections_of(case), in_full=True, brief=True)
    return data


def fault_asked(error: InvalidFactError) -> Fault:
    """Return what a question about a case refused as a fault at its place in the file."""
    path = error.path
    within, rest = (path[:2], path[2:]) if path[2:] else ((), path)
    rest = _ASKED.get((error.record, str(rest[0])), rest)
    if error.record in _OF_BENEFITS:
        rest = ("benefits", *rest)
    if error.record == "RosterChange":  # which change it is missing from, the refusal tells
        within, rest = ("roster",), rest[-1:]
    return attrs.evolve(Fault.of(error), path=place_in_file((*within, *rest)))
