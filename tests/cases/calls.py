"""A question to a rule as data: its facts as a table of TOML, made into records by the annotations of the rule.

A record is a table of its fields, a member of an enum its name, a rate the text it prints as; days, moments, numbers
and texts stand for themselves.
"""

import re
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from gxinjury.errors import GxInjuryError
from gxinjury.explanations import Explanation, explain
from gxinjury.findings import Finding
from gxinjury.money import Rate
from gxinjury.periods import WorkCalendar
from gxinjury.reforms import Reform
from gxinjury.texts import Text
from tests.cases import law_with
from tests.determination.calendars import Weekends


def made(hint: Any, value: Any) -> Any:  # noqa: ANN401  (any annotation, any fact)
    """Return a fact as its annotation has it."""
    arms = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return _first(arms, value)
    if isinstance(value, list):
        return tuple(made(arms[0] if arms else object, one) for one in value)
    if isinstance(value, dict) and attrs.has(hint):
        hints = get_type_hints(hint)
        nothing = {one.name: None for one in attrs.fields(hint) if one.init and one.default is attrs.NOTHING}
        nothing = {name: None for name in nothing if type(None) in get_args(hints[name])}
        return hint(**nothing | {name: made(hints[name], one) for name, one in value.items()})
    if hint is WorkCalendar:
        return calendar(value)
    if isinstance(value, str) and isinstance(hint, type):
        if hint is Rate:
            number, unit = value[:-1], value[-1]
            return {"%": Rate.percent, "‰": Rate.per_mille}[unit](number)
        if issubclass(hint, Enum):
            return hint[value]
    return value


def calendar(told: str) -> WorkCalendar:
    """Return the calendar that a text tells of, as ``"unknown from 2016-03-31, at most 3 days off in a row"``."""
    found = re.fullmatch(r"unknown from ([\d-]+), at most (\d+) days off in a row", told)
    assert found, f"no such calendar: {told}"
    return Weekends(unknown_from=date.fromisoformat(found[1]), longest_break=int(found[2]))


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts with those that depart from them put in, table by table."""
    both = {
        name: merged(below[name], one) if isinstance(one, dict) and isinstance(below.get(name), dict) else one
        for name, one in above.items()
    }
    return {**below, **both}


def _first(arms: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401  (as above)
    """Return a fact as the first arm of a union that makes something of it has it."""
    for arm in arms:
        if isinstance(value, list) and get_origin(arm) is None:
            continue
        try:
            found = made(arm, value)
        except (KeyError, TypeError):
            continue
        if found is not value:
            return found
    return value


def answer(
    rule: Callable[..., Any],
    facts: Mapping[str, Any],
    readings: list[str],
    reform: Mapping[str, Mapping[str, Any]] | None = None,
) -> Explanation[Any] | GxInjuryError:
    """Return what a rule answers to facts under readings and figures of a reform, or what it refuses them with."""
    hints = get_type_hints(rule)
    given = {name: made(hints[name], value) for name, value in facts.items()}
    try:
        asked = law_with(readings)
        for name, told in (reform or {}).items():
            asked = asked.under(Reform("reform").figure(name, **told))
        law = {"law": asked} if "law" in hints else {}
        return explain(rule, **given, **law)
    except GxInjuryError as error:
        return error


def findings(outcome: object) -> list[Finding]:
    """Return the findings in an answer, however deep they stand in its records."""
    match outcome:
        case Finding():
            return [outcome]
        case tuple() | list() | frozenset():
            return [found for one in outcome for found in findings(one)]
        case Mapping():
            return [found for one in outcome.values() for found in findings(one)]
        case Text() | Enum() | Rate():
            return []
        case _ if attrs.has(type(outcome)):
            names = attrs.fields_dict(type(outcome))  # type: ignore[arg-type]  # it is a record
            return [found for name in names for found in findings(getattr(outcome, name))]
        case _:
            return []
