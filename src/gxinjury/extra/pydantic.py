"""Records in models of pydantic, bodies and answers of FastAPI (接入 pydantic 与 FastAPI).

``Data[Contract]`` is a contract to the type checker, and to pydantic what reads it from JSON and writes it, by
:mod:`gxinjury.codec`. Needs ``pydantic``: ``pip install 'gxinjury[pydantic]'``.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Final, TypeVar

import attrs
from pydantic import GetCoreSchemaHandler, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, ValidationError

from gxinjury.codec import CodecError, Fault, Limits, dump, dump_facts, load, load_facts, schema
from gxinjury.errors import FactRule
from gxinjury.extra.problems import problem
from gxinjury.texts import Language, Text, is_chinese

__all__ = ["AsData", "Data", "Facts", "problem_of"]

T = TypeVar("T")

_NO_JSON: Final = FactRule(
    zh="内容不是JSON（第 {position} 个字符处：{why}）",
    en="the text is no JSON, at character {position}: {why}",
    code="json_invalid",
)
_UNREADABLE: Final = Text(zh="无法读取（{why}）", en="cannot be read ({why})")


@attrs.frozen(kw_only=True)
class AsData:
    """What makes a record of this library a field, a body or an answer: ``Annotated[Contract, AsData()]``.

    A record is taken as it is; a table is read as ``load`` reads it, and every fault of it is an
    error of its own: ``loc`` its path, ``type`` its code, ``ctx`` its kind, clause and message in both languages.

    Args:
        in_full: Whether ids of natural persons are written in full; else they are masked.
        limits: How much is read at most.
        language: The language of messages, and of titles in the JSON Schema.

    >>> from datetime import date
    >>> from pydantic import TypeAdapter
    >>> from gxinjury.periods import Period
    >>> spans = TypeAdapter(Data[Period])
    >>> spans.validate_json('{"first": "2016-01-01", "last": "2016-12-31"}').days
    366
    >>> spans.dump_json(Period(date(2016, 1, 1), None))
    b'{"first":"2016-01-01","last":null}'
    """

    in_full: bool = False
    limits: Limits = attrs.field(factory=Limits)
    language: Language = "en"

    def __get_pydantic_core_schema__(self, kind: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes records of a class."""

        def read(data: object) -> object:
            return data if isinstance(data, kind) else load(kind, data, limits=self.limits)

        def write(record: object) -> Any:  # noqa: ANN401  # JSON
            return dump(record, in_full=self.in_full)

        return _by_codec(handler, read, write, kind, self.language)


Data = Annotated[T, AsData()]
"""A record as data, with the settings that :class:`AsData` has by default: ``Data[Contract]``."""


@attrs.frozen
class Facts:
    """The facts of a question as one body: ``Annotated[dict[str, Any], Facts(project_premium)]``.

    The question is then called with them: ``project_premium(**facts)``.

    Args:
        question: The rule that is asked.
        limits: How much is read at most.
        language: As :class:`AsData` has it.

    >>> from pydantic import TypeAdapter
    >>> from gxinjury.determination import employer_deadline
    >>> TypeAdapter(Annotated[dict[str, Any], Facts(employer_deadline)]).validate_python({"injured_on": "2016-05-03"})
    {'injured_on': datetime.date(2016, 5, 3)}
    """

    question: Callable[..., Any]
    limits: Limits = attrs.field(factory=Limits, kw_only=True)
    language: Language = attrs.field(default="en", kw_only=True)

    def __get_pydantic_core_schema__(self, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes the facts."""

        def read(data: object) -> dict[str, Any]:
            return load_facts(self.question, data, limits=self.limits)

        def write(facts: dict[str, Any]) -> dict[str, Any]:
            return dump_facts(self.question, facts)

        return _by_codec(handler, read, write, self.question, self.language)


def problem_of(
    errors: Iterable[Mapping[str, Any]], language: Language = "en", *, types: str | None = None
) -> dict[str, Any]:
    """Return pydantic's errors of one request as one problem document, of the form that all of this library's have.

    Args:
        errors: What ``errors()`` of pydantic's ValidationError or of FastAPI's RequestValidationError returns.
        language: The language of ``detail``.
        types: As :func:`gxinjury.extra.problems.problem` has it.

    >>> from pydantic import TypeAdapter
    >>> from gxinjury.periods import Period
    >>> try:
    ...     TypeAdapter(Data[Period]).validate_python({"first": "2016-01-32"})
    ... except ValidationError as error:
    ...     found = problem_of(error.errors())
    >>> found["status"], [(fault["path"], fault["code"]) for fault in found["faults"]]
    (422, [(['first'], 'no_day')])
    """
    return problem(CodecError(map(_fault, errors)), language, types=types)


def _by_codec(
    handler: GetCoreSchemaHandler,
    read: Callable[[object], object],
    write: Callable[[Any], Any],
    asked: type[Any] | Callable[..., Any],
    language: Language,
) -> CoreSchema:
    shape = _inlined(schema(asked, language))

    def read_or_tell(data: object) -> object:
        try:
            return read(data)
        except CodecError as error:
            told = [_error(fault, language) for fault in error.faults]
            raise ValidationError.from_exception_data(asked.__name__, told) from None

    both = Annotated[Any, PlainValidator(read_or_tell), PlainSerializer(write), WithJsonSchema(shape)]
    return handler.generate_schema(both)


def _error(fault: Fault, language: Language) -> InitErrorDetails:
    """Return a fault as pydantic tells errors, the place apart; what was given is masked as in every message."""
    path, bare = tuple(fault.as_dict()["path"]), attrs.evolve(fault, path=()).as_dict()
    wording = "{zh}" if is_chinese(language) else "{en}"
    context = {"kind": fault.kind, "clause": bare["clause"], **bare["message"]}
    return InitErrorDetails(
        type=PydanticCustomError(fault.code, wording, context), loc=path, input=bare["values"].get("value")
    )


def _fault(error: Mapping[str, Any]) -> Fault:
    """Return an error of pydantic's as a fault; what is no fault of ours, in its own words."""
    told = error.get("ctx", {})
    path = error["loc"][1:] if error["loc"][:1] == ("body",) else error["loc"]
    if "zh" in told:
        return Fault(path, FactRule(told["zh"], told["en"], error["type"]))
    if error["type"] == "json_invalid" and path:  # a framework's; pydantic itself says where in its words
        (position,) = path
        return Fault((), _NO_JSON.filled({"position": position, "why": told["error"]}))
    return Fault(path, FactRule(_UNREADABLE.say("zh", why=error["msg"]), error["msg"], error["type"]))


def _inlined(shape: dict[str, Any]) -> dict[str, Any]:
    """Return a JSON Schema without references, which would point elsewhere in a greater document.

    A record within itself is told as any table.
    """
    kinds = shape.get("$defs", {})

    def walked(one: Any, above: tuple[str, ...]) -> Any:  # noqa: ANN401  # JSON
        match one:
            case {"$ref": str(place)}:
                name = place.rpartition("/")[2]
                return {"type": "object"} if name in above else walked(kinds[name], (*above, name))
            case dict():
                return {key: walked(value, above) for key, value in one.items() if key not in ("$schema", "$defs")}
            case list():
                return [walked(value, above) for value in one]
            case _:
                return one

    inlined: dict[str, Any] = walked(shape, ())
    return inlined
