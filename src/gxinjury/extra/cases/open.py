"""A case as far as it goes (未完案情): its file is minded as ever, and what it leaves out is unknown."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

import attrs

from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.opening import opened
from gxinjury.extra.cases.reading import structure_case
from gxinjury.records import Record
from gxinjury.texts import Text

_ROSTER: Final = ("roster", "roster_file")

# Facts that an accident must have. Where one is left out, nothing that is asked rests on what stands in for it.
_STAND_INS: Final[Mapping[str, object]] = {"worker": "-", "work_cause": True, "on_site": True}
# Days that a contract must have; likewise. They go together with whatever else stands in the file.
_CONTRACT_DAYS: Final[Mapping[str, object]] = {"commencement": date(1901, 1, 1), "completion": date(2199, 12, 31)}
# The day before which nobody was exposed, where a disease does not tell from when; likewise.
_LONG_AGO: Final = date(1901, 1, 1)


@attrs.frozen
class OpenCase(Record):
    """A case file as far as it goes; what was left out is in the ``file`` as a call has it, and means nothing.

    The ``known`` are the sections that were there, and as ``delay.filed_on`` the keys in them; lists are complete. Of
    injuries and diseases it has the keys that were there, of the contract the days ``left_out``.
    """

    file: Annotated[CaseFile, Text("案情", "file")]
    known: Annotated[frozenset[str], Text("已载明的事项", "known")]
    injuries: Annotated[tuple[frozenset[str], ...], Text("各起事故已载明的事项", "injuries")] = ()
    left_out: Annotated[frozenset[str], Text("未载明的合同日期", "left out")] = frozenset()
    diseases: Annotated[tuple[frozenset[str], ...], Text("各例职业病已载明的事项", "diseases")] = ()


def read_open_case(path: str | Path) -> OpenCase:
    """Return the case that a file holds, TOML, JSON or a workbook, as far as it goes.

    Raises:
        FileError: The file cannot be read, or something that stands in it is wrong; all of it is told at once.
    """
    return opened(path, structure_open_case)


def structure_open_case(data: Mapping[str, Any], file: str = "case", *, folder: Path | None = None) -> OpenCase:
    """Return the case that the data of a file holds, as far as it goes; what JSON has as null is known not to be.

    It is taken as :func:`~gxinjury.extra.cases.reading.structure_case` takes it.

    Raises:
        FileError: Something that stands in it is wrong; all of it is told at once.

    >>> contract = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
    >>> case = structure_open_case({"contract": contract, "injuries": [{"happened_at": "2016-03-01T09:00+08:00"}]})
    >>> sorted(case.known), sorted(case.injuries[0])
    (['contract', 'injuries'], ['happened_at'])
    >>> sorted(structure_open_case({"contract": {"price": "100000000"}}).left_out)
    ['commencement', 'completion']
    """
    given = dict(data)
    contract = given.get("contract")
    if isinstance(contract, Mapping):
        given["contract"] = {**_CONTRACT_DAYS, **contract}
    injuries = given.get("injuries")
    if isinstance(injuries, list | tuple):
        given["injuries"] = [{**_STAND_INS, **one} if isinstance(one, Mapping) else one for one in injuries]
    diseases = given.get("diseases")
    if isinstance(diseases, list | tuple):
        given["diseases"] = [_with_days(one) if isinstance(one, Mapping) else one for one in diseases]
    case = structure_case(given, file, folder=folder)
    known = {*data, *_within(data, "progress", "delay", "warranty")}
    if known.intersection(_ROSTER):
        known.add("roster")
    left_out = frozenset(_CONTRACT_DAYS).difference(data["contract"])
    return OpenCase(
        case,
        frozenset(known),
        tuple(frozenset(one) for one in injuries or ()),
        left_out,
        tuple(frozenset(one) for one in diseases or ()),
    )


def _with_days(disease: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a disease with what it must have: of the days left out, the first that go with those that are told."""
    first = disease.get("exposed_from", _LONG_AGO)
    return {"worker": _STAND_INS["worker"], "exposed_from": first, "diagnosed_on": first, **disease}


def _within(data: Mapping[str, Any], *sections: str) -> set[str]:
    """Return the keys within sections that are there, as ``delay.filed_on``."""
    return {f"{section}.{key}" for section in sections for key in data.get(section) or ()}
