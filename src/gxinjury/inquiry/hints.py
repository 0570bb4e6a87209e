"""Types of facts (事实的类型): what the annotations of a rule or a record say."""

import functools
import inspect
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import attrs

F = TypeVar("F", bound=Callable[..., Any])


def kept(function: F) -> F:
    """Mark a function whose answers are kept; typed as the function, whose arguments may be classes."""
    return cast("F", functools.cache(function))


@kept
def hints_of(owner: Callable[..., Any]) -> Mapping[str, Any]:
    """Return the types of a rule's facts, or of a record's fields, by name; as far as they can be read at run time."""
    try:
        return typing.get_type_hints(owner)
    except (NameError, TypeError):
        if isinstance(owner, type) and attrs.has(owner):
            return {field.name: field.type for field in attrs.fields(owner)}
        return {name: one.annotation for name, one in inspect.signature(owner).parameters.items()}
