"""How a case file is laid out (案情文件的结构): a section a fact of the project, its days together under ``progress``.

The sections are read off ``ProjectCase``: a field more of a project is a section more.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Final, TypeAlias

import attrs

from gxinjury.codec.wording import written_path
from gxinjury.construction import ProjectCase, RosterChange
from gxinjury.errors import InvalidFactError
from gxinjury.extra.cases.days_off import one_a_year
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.people import meant_twice
from gxinjury.fields import fields_of
from gxinjury.records import check_facts, refusals, several
from gxinjury.texts import Text

Place: TypeAlias = tuple[str | int, ...]

PROGRESS: Final = tuple(field.name for field in fields_of(ProjectCase) if field.kind is date)
"""The days of a project, which stand under ``progress``."""

_CALLED: Final[Mapping[str, str]] = {"accidents": "injuries"}
_FACTS: Final = {name: _CALLED.get(name, name) for name in attrs.fields_dict(ProjectCase) if name not in PROGRESS}
"""The sections by the field of a project that they hold."""


def place_in_file(path: Place) -> Place:
    """Return where in a case file stands what a path of ``ProjectCase`` names.

    >>> place_in_file(("accidents", 0, "worker")), place_in_file(("accepted_on",))
    (('injuries', 0, 'worker'), ('progress', 'accepted_on'))
    """
    first, *rest = path
    return ("progress", *path) if first in PROGRESS else (_CALLED.get(str(first), first), *rest)


def _fields(kind: type, called: Mapping[str, str]) -> dict[str, Any]:
    """Return fields of a record as those of another one, each by what it is called there."""
    own = attrs.fields_dict(kind)
    return {
        new: attrs.field(type=own[name].type, default=own[name].default, converter=own[name].converter)
        for name, new in called.items()
    }


def _known(sections: object) -> Iterator[tuple[str, Any]]:
    """Yield the facts of the project from the sections that could be read."""
    for name, section in _FACTS.items():
        if hasattr(sections, section):
            yield name, getattr(sections, section)
    if hasattr(sections, "progress"):
        yield from ((name, getattr(sections.progress, name)) for name in PROGRESS)


def _together(sections: object) -> Iterator[InvalidFactError]:
    """Yield what the sections that could be read refuse beside each other."""
    yield from one_a_year("CaseFile", "days_off", getattr(sections, "days_off", ()))
    facts = dict(_known(sections))
    harms = {name: facts.get(name, ()) for name in ("accidents", "diseases")}
    found = (error for error in refusals(ProjectCase, facts) if error.path[0] in facts)
    for error in (*meant_twice(facts.get("roster", ()), **harms), *found):
        yield InvalidFactError("CaseFile", written_path(place_in_file(error.path)), error.rule, error.value)


_Progress: Final = attrs.make_class(
    "Progress", _fields(ProjectCase, {name: name for name in PROGRESS}), class_body={"__attrs_post_init__": check_facts}
)
_of_project: Final = _fields(ProjectCase, _FACTS)
_BESIDE: Final = ("project", "law", "days_off", "registration", "payee")
_beside: Final = _fields(CaseFile, {name: name for name in _BESIDE})

_InProgress: Final[Any] = Annotated[_Progress, Text("项目进度", "progress")]
_Roster: TypeAlias = Annotated[tuple[RosterChange, ...], Text("花名册", "roster")]

Sections: Final[Any] = attrs.make_class(
    "CaseFile",
    {
        "contract": _of_project.pop("contract"),
        "project": _beside.pop("project"),
        "progress": attrs.field(type=_InProgress, default=_Progress()),
        **_of_project,
        "roster": attrs.field(type=_Roster, default=(), converter=several),
        **_beside,
    },
    class_body={"__attrs_post_init__": check_facts, "_together": _together},
)
"""The record that the data of a case file is: what ``load`` reads and ``dump`` writes."""


def case_file(sections: Any, roster: tuple[RosterChange, ...]) -> CaseFile:  # noqa: ANN401  # a record made at run time
    """Return the case that sections hold, with the roster as its files complete it.

    Raises:
        InvalidFactError: The facts do not fit together.
    """
    case = ProjectCase(**{**dict(_known(sections)), "roster": roster})
    return CaseFile(case, **{name: getattr(sections, name) for name in _BESIDE})


def sections_of(file: CaseFile) -> object:
    """Return a case as the sections of its file."""
    facts = {section: getattr(file.case, name) for name, section in _FACTS.items()}
    progress = _Progress(**{name: getattr(file.case, name) for name in PROGRESS})
    return Sections(**facts, progress=progress, **{name: getattr(file, name) for name in _BESIDE})
