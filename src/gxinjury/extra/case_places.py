"""Where in a case file things stand (案情文件中的位置); nothing to install."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, get_args, get_origin

import attrs

from gxinjury.construction import Accident, BenefitFacts, OccupationalDisease
from gxinjury.errors import InvalidFactError
from gxinjury.extra.case_benefits import benefit_place
from gxinjury.extra.case_faults import Path
from gxinjury.extra.case_files import CaseFile, Progress
from gxinjury.records import fields_of
from gxinjury.texts import Text

_QUESTIONS: Final = ("ProjectCase", "assess_project", "project_cover", "project_premium")
_STEP: Final = re.compile(r"\w+")
_SECTIONS: Final = {
    "Accident": ("injuries",),
    "OccupationalDisease": ("diseases",),
    "employer_deadline": ("injuries", "diseases"),
}
# What is missing there is told in the refusal itself, not which item it is missing from.
_ANYWHERE_IN: Final = {"RosterChange": "roster", "report_deadline": "injuries"}
_FACTS_OF_INJURIES: Final = frozenset(field.name for field in attrs.fields(Accident))
_TOP: Final = Text(zh="文件开头、各节之前", en="the top of the file, above the first [section]")


def place_of(error: InvalidFactError, sections: Mapping[str, Any]) -> Path:
    """Return where in a case file stands what a record or a question refused.

    Args:
        error: The refusal.
        sections: The sections of the file by name; of a record, its fields.
    """
    of_benefits = benefit_place(error, sections)
    if of_benefits is not None:
        return of_benefits
    if error.record in _QUESTIONS:
        path = _written_as(error.field)
        return ("progress", *path) if path[0] in attrs.fields_dict(Progress) else path
    field = error.field.partition("[")[0]
    section = _ANYWHERE_IN.get(error.record, "")
    if section in sections:
        return (section, field)
    for name in _SECTIONS.get(error.record, ()):
        position = _first_with(sections.get(name, ()), field, error.value)
        if position is not None:
            return (name, position, field)
    return (field,)


def _written_as(field: str) -> Path:
    """Return the path that a refusal writes as a field, as ``price_changes[0].amount``."""
    return tuple(int(step) if step.isdecimal() else step for step in _STEP.findall(field))


def _first_with(items: Sequence[object], field: str, value: object) -> int | None:
    """Return the position of the first item with a value: these refusals name the value, not the position."""
    return next((position for position, item in enumerate(items) if getattr(item, field) == value), None)


def case_place(error: InvalidFactError, case: CaseFile) -> Path:
    """Return where in a case file stands what a question about the case refused."""
    return place_of(error, {field.name: getattr(case, field.name) for field in attrs.fields(CaseFile)})


@cache
def _homes() -> dict[str, set[Text]]:
    homes: dict[str, set[Text]] = {}
    for section in attrs.fields(CaseFile):
        homes.setdefault(section.name, set()).add(_TOP)
        heading = f"[[{section.name}]]" if get_origin(section.type) is tuple else f"[{section.name}]"
        for kind in (section.type, *get_args(section.type)):
            if isinstance(kind, type) and attrs.has(kind):
                # What injuries and diseases have in common is at home with the injuries.
                shared = _FACTS_OF_INJURIES if kind is OccupationalDisease else ()
                for field in (one for one in attrs.fields(kind) if one.name not in shared):
                    homes.setdefault(field.name, set()).add(Text(zh=f" {heading}", en=heading))
    for field in fields_of(BenefitFacts):
        homes.setdefault(field.name, set()).add(Text(zh=" [injuries.benefits]", en="[injuries.benefits]"))
        if isinstance(field.kind, type) and attrs.has(field.kind):
            heading = f"[injuries.benefits.{field.name}]"
            for within in attrs.fields(field.kind):
                homes.setdefault(within.name, set()).add(Text(zh=f" {heading}", en=heading))
    return homes


def home_of(key: str) -> Text | None:
    """Return where a key belongs that stands in the wrong place; None where no section has it, or more than one.

    >>> home_of("relief").en, home_of("paid_on").en, home_of("agreed_on")
    ('the top of the file, above the first [section]', '[[payments]]', None)
    """
    homes = _homes().get(key, set())
    return next(iter(homes)) if len(homes) == 1 else None
