"""The shape of data (数据的形状) as JSON Schema 2020-12, read off a record, or off what a rule asks for."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from gxinjury.catalogues import label, owner_of
from gxinjury.codec.choices import shape_of
from gxinjury.codec.dumping import dump_as
from gxinjury.codec.forms import facts_in, form_of, forms_in
from gxinjury.codec.kinds import (
    Form,
    Listed,
    Maybe,
    Named,
    OneOf,
    Readings,
    Record,
    Scalar,
    SoMany,
    Table,
    Untold,
)
from gxinjury.codec.names import readings_by_name, root_of
from gxinjury.facts import LARGEST_COUNT, check_text
from gxinjury.fields import FieldOf
from gxinjury.records import check_facts
from gxinjury.rules import label_of
from gxinjury.texts import Language

_BOUNDS: Final[dict[object, dict[str, Any]]] = {
    int: {"minimum": 0, "exclusiveMaximum": 10**LARGEST_COUNT},
    date: {"pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
}
"""What the facts of a case keep to by their kind."""
_SOME_TEXT: Final = {"pattern": r"\S"}
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: type[Any] | Callable[..., Any], language: Language = "en") -> dict[str, Any]:
    """Return what data of a record, or the facts of a rule, look like.

    Args:
        kind: A record, or a rule: its facts, without the law and the calendar that it is handed.
        language: The language of titles and descriptions.

    Returns:
        A JSON Schema, draft 2020-12. Each record is told once, under ``$defs``.

    Raises:
        TypeError: A field is of a kind that data cannot hold.

    >>> from gxinjury.periods import Period
    >>> schema(Period)["$defs"]["Period"]["required"]
    ['first']
    """
    shapes = _Shapes(root_of(kind), language)
    whole = shapes.of(form_of(kind)) if isinstance(kind, type) else shapes.facts(kind)
    return {"$schema": _DIALECT, **whole, **({"$defs": shapes.records} if shapes.records else {})}


class _Shapes:
    """A walk over the kinds of a record.

    Args:
        root: The package whose readings data may name.
        language: The language told in.
    """

    def __init__(self, root: str, language: Language) -> None:
        self.root = root
        self.language = language
        self.records: dict[str, Any] = {}

    def of(self, form: Form, field: FieldOf | None = None) -> dict[str, Any]:
        """Return the shape of values of a form."""
        match form:
            case Scalar():
                return form.shape(field, self.language)
            case Untold() | OneOf(is_told=False):
                return {}
            case Record(kind):
                return {"$ref": f"#/$defs/{self.record(kind)}"}
            case Maybe(inner):
                return _or_null(self.of(inner, field))
            case OneOf(forms):
                return {"anyOf": [self.of(one) for one in forms]}
            case Readings():
                return self.readings()
            case Named():
                return {"type": "string"}
            case _:
                return self.several(form)

    def several(self, form: Table | SoMany | Listed) -> dict[str, Any]:
        """Return the shape of what holds several values."""
        match form:
            case Table(inner):
                return {"type": "object", "additionalProperties": self.of(inner)}
            case SoMany(forms):
                count = len(forms)
                items = [self.of(one) for one in forms]
                return {"type": "array", "prefixItems": items, "minItems": count, "maxItems": count}
            case _:
                return {"type": "array", "items": self.of(form.inner)}

    def record(self, kind: type[Any]) -> str:
        """Return the name under which a record is told, telling it where it is not yet."""
        name = kind.__name__
        if name not in self.records:
            self.records[name] = {}  # a record may hold its own kind
            self.records[name] = {
                "title": label(owner_of(kind.__module__), name).say(self.language),
                **self.table(forms_in(kind), is_checked=kind.__dict__.get("__attrs_post_init__") is check_facts),
            }
        return name

    def facts(self, rule: Callable[..., Any]) -> dict[str, Any]:
        """Return the shape of what a rule asks for, its law left out."""
        title = label_of(rule).say(self.language)
        return {"title": title, **self.table(facts_in(rule), is_checked=False)}

    def table(self, forms: Sequence[tuple[FieldOf, Form]], *, is_checked: bool) -> dict[str, Any]:
        """Return the shape of a table of fields, with the bounds of facts where the record checks them."""
        return {
            "type": "object",
            "properties": {field.name: self.field(field, form, is_checked=is_checked) for field, form in forms},
            "required": [field.name for field, _ in forms if field.needed and not field.optional],
            "additionalProperties": False,
        }

    def field(self, field: FieldOf, form: Form, *, is_checked: bool) -> dict[str, Any]:
        """Return the shape of a field, with its label and its default."""
        shape = self.of(form, field)
        if is_checked:
            is_some = check_text in field.beside and field.converter is None
            shape |= _SOME_TEXT if is_some else _BOUNDS.get(field.kind, {})
        told: dict[str, Any] = {"title": field.label.say(self.language)}
        if not field.needed and field.default is not None:
            told["default"] = dump_as(form, field.default)
        return told | (_or_null(shape) if field.optional else shape)

    def readings(self) -> dict[str, Any]:
        """Return the shape of a table of readings."""
        kinds = readings_by_name(self.root)
        return {
            "type": "object",
            "properties": {
                name: {"title": kind.question.say(self.language), **shape_of(kind)} for name, kind in kinds.items()
            },
            "additionalProperties": False,
        }


def _or_null(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "null"}]} if shape else shape
