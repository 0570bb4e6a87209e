"""Case files to records and back (案情文件的编解码): ``pip install 'gxinjury[cli]'`` for cattrs.

TOML or JSON. All faults of a file are told at once; see :class:`gxinjury.extra.case_faults.CaseFileError`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Final, cast, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn

from gxinjury.benefits import DisabilityGrade
from gxinjury.catalogues import label, owner_of
from gxinjury.construction import Accident, RosterChange, Worker
from gxinjury.construction.workers import Discreet, EmployerInsured, WorkerOrKey
from gxinjury.errors import InvalidFactError
from gxinjury.extra.case_benefits import BENEFIT_LISTS, MISSING_HINTS, read_amounts, read_grade
from gxinjury.extra.case_faults import CaseFileError, Fault, FaultsError, fault_of, missing, nearest, refused
from gxinjury.extra.case_files import CaseFile
from gxinjury.extra.case_places import case_place, home_of, place_of
from gxinjury.extra.case_readings import structure_readings, unstructure_readings
from gxinjury.extra.case_rosters import changes_in
from gxinjury.extra.case_slips import key_hint
from gxinjury.extra.case_stand_ins import stand_ins
from gxinjury.extra.case_texts import parse, read_bytes
from gxinjury.extra.case_values import (
    read_amount,
    read_choice,
    read_count,
    read_day,
    read_days,
    read_flag,
    read_moment,
    read_rate,
    read_text,
    written_choice,
)
from gxinjury.extra.days_off import DaysOff, one_a_year
from gxinjury.facts import Yuan
from gxinjury.money import Rate
from gxinjury.records import fields_of
from gxinjury.statutes import Reading
from gxinjury.texts import Text

_ROSTER_FILE: Final = "roster_file"

_MUST_BE_A_TABLE: Final = Text(zh="必须是一组键值", en="must be a table of keys and values")
_MUST_BE_A_LIST: Final = Text(
    zh="必须是列表：TOML 中每项以 [[{name}]] 开头", en="must be a list: in TOML each item is headed [[{name}]]"
)
_MUST_NAME_A_WORKER: Final = Text(
    zh='必须指明职工：姓名或身份证号的文本，或 { name = "…", resident_id = "…" }',
    en='must name a worker: a text with the name or the resident id, or { name = "...", resident_id = "..." }',
)
_MUST_BE_A_FLAG_OR_A_DAY: Final = Text(
    zh="必须写“true”（是）、“false”（否），或者起始日期，如 2016-03-01",
    en="must be true or false, or the day from which, as 2016-03-01",
)
_NO_KEY: Final = Text(zh="不是已知的键", en="is no known key")
_NOT_HERE: Final = Text(zh="不属于此处", en="does not belong here")
_GOES_TO: Final = Text(zh="应移到{home}", en="it goes to {home}")

_LISTS: Final[dict[object, str]] = {
    **{field.type: f"injuries.{field.name}" for field in attrs.fields(Accident)},
    **{field.type: field.name for field in attrs.fields(CaseFile)},
    **BENEFIT_LISTS,
}
"""By the type of a list: how its items are headed in TOML."""


def read_case(path: str | Path) -> CaseFile:
    """Return the case that a file holds.

    Args:
        path: A TOML or JSON file, told apart by its suffix, else by its content.

    Raises:
        CaseFileError: The file cannot be read, or something in it is wrong; all of it is told at once.
    """
    return structure_case(parse(read_bytes(path), str(path)), str(path), folder=Path(path).parent)


def structure_case(data: Mapping[str, Any], file: str = "case", *, folder: Path | None = None) -> CaseFile:
    """Return the case that the data of a file holds.

    Args:
        data: The data, as ``tomllib`` or ``json`` reads it, numbers with a point as Decimal or text.
        file: The file's name, for the message.
        folder: The folder in which the files of annex 2 that ``roster_file`` names are looked for; None: no file is.

    Raises:
        CaseFileError: Something in it is wrong; all of it is told at once.

    >>> contract = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
    >>> structure_case({"contract": contract}).contract.price
    Decimal('100000000')
    >>> structure_case({"contract": contract | {"price": "0", "prize": 1}}, "case.toml")
    Traceback (most recent call last):
    gxinjury.extra.case_faults.CaseFileError: case.toml: contract.prize is no known key; did you mean price?
    case.toml: contract.price must be above zero, got 0
    """
    given = dict(data)
    changes: tuple[RosterChange, ...] = ()
    faults: list[Fault] = []
    if _ROSTER_FILE in given:
        try:
            changes = changes_in(given.pop(_ROSTER_FILE), folder)
        except FaultsError as error:
            faults += (fault.below(_ROSTER_FILE) for fault in error.faults)
    case: CaseFile | None = None
    try:
        case = _CONVERTER.structure(given, CaseFile)
    except FaultsError as error:
        faults = [*error.faults, *faults]
    if case is None or faults:
        raise CaseFileError(file, faults)
    try:
        return attrs.evolve(case, roster=(*case.roster, *changes)) if changes else case
    except InvalidFactError as error:
        raise CaseFileError(file, [fault_of(error, case_place(error, case))]) from None


@attrs.frozen
class _DaysOffFile:
    """A file of yearly notices of days off, beside case files."""

    days_off: tuple[DaysOff, ...]

    def __attrs_post_init__(self) -> None:
        one_a_year("CaseFile", "days_off", self.days_off)


def read_days_off(path: str | Path) -> tuple[DaysOff, ...]:
    """Return the yearly notices of days off that a file holds, under ``days_off`` as in a case file.

    Args:
        path: A TOML or JSON file.

    Raises:
        CaseFileError: The file cannot be read, or something in it is wrong; all of it is told at once.
    """
    try:
        return _CONVERTER.structure(parse(read_bytes(path), str(path)), _DaysOffFile).days_off
    except FaultsError as error:
        raise CaseFileError(str(path), error.faults) from None


def unstructure_case(case: CaseFile) -> dict[str, Any]:
    """Return a case as data: what is not the default, days and amounts as text; :func:`structure_case` reads it back.

    >>> contract = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
    >>> unstructure_case(structure_case({"contract": contract})) == {"contract": contract}
    True
    """
    return cast("dict[str, Any]", _CONVERTER.unstructure(case))


def _worker(value: object, _: object) -> WorkerOrKey:
    if isinstance(value, Mapping):
        return _CONVERTER.structure(value, Worker)
    if isinstance(value, str):
        return value
    raise refused(_MUST_NAME_A_WORKER, value)


def _employer_insured(value: object, _: object) -> EmployerInsured:
    if isinstance(value, bool):
        return value
    try:
        return read_day(value)
    except FaultsError:
        raise refused(_MUST_BE_A_FLAG_OR_A_DAY, value) from None


def _written_insured(value: EmployerInsured) -> object:
    return value if isinstance(value, bool) else value.isoformat()


def _in_full(text: str) -> str:
    return text.in_full if isinstance(text, Discreet) else text


def _is_record(kind: Any) -> bool:  # noqa: ANN401  (any type)
    return isinstance(kind, type) and attrs.has(kind) and kind is not Rate


def _is_choice(kind: Any) -> bool:  # noqa: ANN401  (any type)
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_worker(kind: Any) -> bool:  # noqa: ANN401  (any type)
    return bool(kind == WorkerOrKey)


def _is_employer_insured(kind: Any) -> bool:  # noqa: ANN401  (any type)
    return bool(kind == EmployerInsured)


def _is_sequence_of_records(kind: Any) -> bool:  # noqa: ANN401  (any type)
    return get_origin(kind) is tuple and _is_record(get_args(kind)[0])


def _sequence_hook(kind: Any, converter: Converter) -> Callable[[object, Any], tuple[Any, ...]]:  # noqa: ANN401  (any type)
    item = get_args(kind)[0]
    name = _LISTS[kind]

    def hook(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise refused(_MUST_BE_A_LIST.filled({"name": name}), value)
        try:
            return tuple(converter.structure(value, list[item]))  # type: ignore[valid-type]  # a type at run time
        except IterableValidationError as group:
            raise FaultsError(_faults_below(group)) from None

    return hook


def _record_hook(kind: type[Any], converter: Converter) -> Callable[[object, Any], Any]:
    structure = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)
    # A day that may be None but has no default is left out of a file, which has no word for none.
    blank = {field.name: None for field in fields_of(kind) if field.needed and field.optional}

    def hook(value: object, _: object) -> Any:  # noqa: ANN401  (the record)
        if not isinstance(value, Mapping):
            raise refused(_MUST_BE_A_TABLE, value)
        given = blank | dict(value)
        try:
            return structure(given, kind)
        except ClassValidationError as group:
            found = list(_faults_below(group))
            failed = {fault.path[0] for fault in found}
            raise FaultsError([*found, *_probe(kind, given, failed, converter)]) from None

    return hook


def _faults_below(group: ClassValidationError | IterableValidationError) -> Iterator[Fault]:
    """Yield the faults of a record's fields or a list's items, and its unknown keys, at their paths."""
    placed: Any
    placed, others = group.group_exceptions()
    for error, note in placed:
        step = note.index if isinstance(group, IterableValidationError) else note.name
        if isinstance(error, FaultsError):
            yield from (fault.below(step) for fault in error.faults)
        else:  # a KeyError: the key is not there
            kind = cast("ClassValidationError", group).cl
            fault = missing((step,), _label_of(kind, str(step)))
            yield attrs.evolve(fault, hint=MISSING_HINTS.get((kind.__name__, str(step))))
    for error in others:
        if isinstance(error, ForbiddenExtraKeysError):
            names = [field.name for field in attrs.fields(error.cl)]
            names += [_ROSTER_FILE] if error.cl is CaseFile else []
            for key in sorted(error.extra_fields):
                home = home_of(key)
                near = nearest(key, names, _called(error.cl, names))
                hint = key_hint(key) or (near if home is None else _GOES_TO.filled({"home": home}))
                yield Fault((key,), _NO_KEY if home is None else _NOT_HERE, hint=hint)


def _called(kind: type[Any], names: Iterable[str]) -> dict[str, str]:
    """Return what the fields of a record are called in Chinese, as far as there are words for them."""
    labels = ((name, _label_of(kind, name)) for name in names)
    return {name: text.zh for name, text in labels if text.zh != text.en}


def _label_of(kind: type[Any], name: str) -> Text:
    """Return what a field is called: as its record says, else as the words of its room have it."""
    said = [field.label for field in fields_of(kind) if field.name == name and field.says_label]
    return said[0] if said else label(_room_of(kind), f"{kind.__name__}.{name}", name)


def _room_of(kind: type[Any]) -> str:
    """Return the package whose words tell a record's fields; sections of the porch's own are told in construction's."""
    package = owner_of(kind.__module__)
    return "gxinjury.construction" if package == owner_of(__name__) else package


def _probe(kind: type[Any], given: Mapping[str, Any], failed: set[Any], converter: Converter) -> Iterator[Fault]:
    """Yield what a record itself refuses, one after the other, what is at fault already being replaced.

    A record stops at its first fault; each field found wrong is replaced by a value that it takes, and it is asked
    again, so that all of them are told.
    """
    spare: dict[str, Iterator[object]] = {}
    values: dict[str, Any] = {}
    for field in attrs.fields(kind):
        spare[field.name] = iter(stand_ins(field))
        if field.name in failed or ("contract" in failed and field.name in {"price_changes", "term_changes"}):
            values[field.name] = next(spare[field.name])
        elif field.name in given:
            values[field.name] = converter.structure(given[field.name], cast("Any", field.type))
    while True:
        try:
            kind(**values)
        except InvalidFactError as error:
            path = place_of(error, values)
            name = str(path[0])
            if name not in failed:
                failed.add(name)
                yield fault_of(error, path)
            for value in spare[name]:
                values[name] = value
                break
            else:
                return
        else:
            return


def _make_converter() -> Converter:
    converter = Converter(detailed_validation=True, omit_if_default=True)
    converter.register_structure_hook_factory(_is_record, _record_hook)
    converter.register_structure_hook_factory(_is_sequence_of_records, _sequence_hook)
    converter.register_structure_hook(date, read_day)
    converter.register_structure_hook(datetime, read_moment)
    converter.register_structure_hook(Decimal, read_amount)
    converter.register_structure_hook(Rate, read_rate)
    converter.register_structure_hook(int, read_count)
    converter.register_structure_hook(str, read_text)
    converter.register_structure_hook(bool, read_flag)
    converter.register_structure_hook_func(_is_choice, read_choice)
    converter.register_structure_hook(DisabilityGrade, read_grade)
    converter.register_structure_hook_func(lambda kind: kind == tuple[Yuan, ...], read_amounts)
    converter.register_structure_hook_func(lambda kind: kind == tuple[date, ...], read_days)
    converter.register_structure_hook_func(_is_worker, _worker)
    converter.register_structure_hook_func(_is_employer_insured, _employer_insured)
    converter.register_structure_hook_func(lambda kind: kind == tuple[Reading, ...], structure_readings)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(str, _in_full)
    converter.register_unstructure_hook_func(_is_choice, written_choice)
    converter.register_unstructure_hook(DisabilityGrade, int)
    converter.register_unstructure_hook_func(_is_employer_insured, _written_insured)
    converter.register_unstructure_hook(Decimal, "{:f}".format)
    converter.register_unstructure_hook(Rate, str)
    converter.register_unstructure_hook_func(lambda kind: kind == tuple[Reading, ...], unstructure_readings)
    return converter


_CONVERTER: Final = _make_converter()
