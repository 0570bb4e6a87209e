"""Case files to records and back (案情文件的编解码): ``pip install 'gxinjury[cli]'`` for cattrs.

TOML or JSON. All faults of a file are told at once; see :class:`gxinjury.extra.case_faults.CaseFileError`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any, Final, cast, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn

from gxinjury.catalogues import label
from gxinjury.construction import Contract
from gxinjury.errors import InvalidFactError
from gxinjury.extra.case_faults import CaseFileError, Fault, FaultsError, fault_of, missing, nearest, refused
from gxinjury.extra.case_files import CaseFile
from gxinjury.extra.case_places import home_of, place_of
from gxinjury.extra.case_readings import structure_readings, unstructure_readings
from gxinjury.extra.case_texts import parse, read_bytes
from gxinjury.facts import Yuan, amount
from gxinjury.money import Rate
from gxinjury.statutes import Reading
from gxinjury.texts import Text

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RATE: Final = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([%％‰])\s*")
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)

_MUST_BE_A_TABLE: Final = Text(zh="必须是一组键值", en="must be a table of keys and values")
_MUST_BE_A_LIST: Final = Text(
    zh="必须是列表：TOML 中每项以 [[{name}]] 开头", en="must be a list: in TOML each item is headed [[{name}]]"
)
_MUST_BE_A_DAY: Final = Text(
    zh="必须是日期，如 2016-06-30，不带时刻", en="must be a day such as 2016-06-30, without a time of day"
)
_MUST_BE_AN_AMOUNT: Final = Text(
    zh='必须是以元为单位的金额，如 1234.50 或 "1234.50"，不用千分位',
    en='must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands',
)
_MUST_BE_A_RATE: Final = Text(
    zh='必须是带单位的比率，如 "50%" 或 "0.65‰"', en='must be a rate with its unit, such as "50%" or "0.65‰"'
)
_MUST_BE_A_TEXT: Final = Text(zh="必须是带引号的文本", en="must be a text in quotes")
_MUST_BE_A_FLAG: Final = Text(zh="必须是 true 或 false", en="must be true or false")
_NO_KEY: Final = Text(zh="不是已知的键", en="is no known key")
_NOT_HERE: Final = Text(zh="不属于此处", en="does not belong here")
_GOES_TO: Final = Text(zh="应移到{home}", en="it goes to {home}")

_STAND_INS: Final[dict[object, tuple[object, ...]]] = {
    # The earliest day first: records ask that their later day be not before the earlier one.
    date: (_EARLIEST, _LATEST),
    Yuan: (Decimal(1),),
    Contract: (Contract(price=Decimal(10**14), commencement=_EARLIEST, completion=_LATEST),),
}


def read_case(path: str | Path) -> CaseFile:
    """Return the case that a file holds.

    Args:
        path: A TOML or JSON file, told apart by its suffix, else by its content.

    Raises:
        CaseFileError: The file cannot be read, or something in it is wrong; all of it is told at once.
    """
    return structure_case(parse(read_bytes(path), str(path)), str(path))


def structure_case(data: Mapping[str, Any], file: str = "case") -> CaseFile:
    """Return the case that the data of a file holds.

    Args:
        data: The data, as ``tomllib`` or ``json`` reads it, numbers with a point as Decimal or text.
        file: The file's name, for the message.

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
    try:
        return _CONVERTER.structure(data, CaseFile)
    except FaultsError as error:
        raise CaseFileError(file, error.faults) from None


def unstructure_case(case: CaseFile) -> dict[str, Any]:
    """Return a case as data: what is not the default, days and amounts as text; :func:`structure_case` reads it back.

    >>> contract = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
    >>> unstructure_case(structure_case({"contract": contract})) == {"contract": contract}
    True
    """
    return cast("dict[str, Any]", _CONVERTER.unstructure(case))


def _day(value: object, _: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise refused(_MUST_BE_A_DAY, value)


def _amount(value: Any, _: object) -> Decimal:  # noqa: ANN401  (whatever stands in the file)
    read: object = amount(value)
    if isinstance(read, Decimal):
        return read
    raise refused(_MUST_BE_AN_AMOUNT, value)


def _rate(value: object, _: object) -> Rate:
    found = _RATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise refused(_MUST_BE_A_RATE, value)
    try:
        return Rate.per_mille(found[1]) if found[2] == "‰" else Rate.percent(found[1])
    except InvalidFactError as error:
        raise refused(error.rule, value) from None


def _text(value: object, _: object) -> str:
    if isinstance(value, str):
        return value
    raise refused(_MUST_BE_A_TEXT, value)


def _flag(value: object, _: object) -> bool:
    if isinstance(value, bool):
        return value
    raise refused(_MUST_BE_A_FLAG, value)


def _is_record(kind: Any) -> bool:  # noqa: ANN401  (any type)
    return isinstance(kind, type) and attrs.has(kind) and kind is not Rate


def _is_sequence_of_records(kind: Any) -> bool:  # noqa: ANN401  (any type)
    return get_origin(kind) is tuple and _is_record(get_args(kind)[0])


def _sequence_hook(kind: Any, converter: Converter) -> Callable[[object, Any], tuple[Any, ...]]:  # noqa: ANN401  (any type)
    item = get_args(kind)[0]
    name = next(field.name for field in attrs.fields(CaseFile) if field.type == kind)

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
    blank = {field.name: None for field in attrs.fields(kind) if field.default is attrs.NOTHING and _is_optional(field)}

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


def _is_optional(field: "attrs.Attribute[Any]") -> bool:
    return NoneType in get_args(field.type)


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
            yield missing((step,), label("gxinjury.construction", f"{kind.__name__}.{step}", step))
    for error in others:
        if isinstance(error, ForbiddenExtraKeysError):
            names = [field.name for field in attrs.fields(error.cl)]
            for key in sorted(error.extra_fields):
                home = home_of(key)
                hint = nearest(key, names) if home is None else _GOES_TO.filled({"home": home})
                yield Fault((key,), _NO_KEY if home is None else _NOT_HERE, hint=hint)


def _probe(kind: type[Any], given: Mapping[str, Any], failed: set[Any], converter: Converter) -> Iterator[Fault]:
    """Yield what a record itself refuses, one after the other, what is at fault already being replaced.

    A record stops at its first fault; each field found wrong is replaced by a value that it takes, and it is asked
    again, so that all of them are told.
    """
    spare: dict[str, Iterator[object]] = {}
    values: dict[str, Any] = {}
    for field in attrs.fields(kind):
        spare[field.name] = iter(_stand_ins(field))
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


def _stand_ins(field: "attrs.Attribute[Any]") -> tuple[object, ...]:
    """Return values that a field takes whatever the others are, to be tried in turn."""
    return _STAND_INS.get(field.type, (None,)) if field.default is attrs.NOTHING else (field.default,)


def _make_converter() -> Converter:
    converter = Converter(detailed_validation=True, omit_if_default=True)
    converter.register_structure_hook_factory(_is_record, _record_hook)
    converter.register_structure_hook_factory(_is_sequence_of_records, _sequence_hook)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(Decimal, _amount)
    converter.register_structure_hook(Rate, _rate)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, _flag)
    converter.register_structure_hook_func(lambda kind: kind == tuple[Reading, ...], structure_readings)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Decimal, "{:f}".format)
    converter.register_unstructure_hook(Rate, str)
    converter.register_unstructure_hook_func(lambda kind: kind == tuple[Reading, ...], unstructure_readings)
    return converter


_CONVERTER: Final = _make_converter()
