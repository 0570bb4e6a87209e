"""The sections of a case file are those of a project: none left out, none made up."""

from datetime import date

import attrs
import pytest

from gxinjury.codec import FileError
from gxinjury.construction import Contract, ProjectCase
from gxinjury.extra.cases.file import CaseFile, LawAsked, Project
from gxinjury.extra.cases.layout import PROGRESS, Sections, case_file, place_in_file, sections_of
from gxinjury.extra.cases.reading import structure_case

CONTRACT = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))


def test_every_fact_has_a_section() -> None:
    """A day stands under progress, an accident under injuries, all else under its own name."""
    sections = attrs.fields_dict(Sections)
    for name, field in attrs.fields_dict(ProjectCase).items():
        first, *rest = place_in_file((name,))
        assert first in sections
        assert rest == ([name] if name in PROGRESS else [])
        assert (first == name) is (name not in PROGRESS and name != "accidents"), field
    assert set(sections) - {place_in_file((name,))[0] for name in attrs.fields_dict(ProjectCase)} == {
        "project",
        "law",
        "days_off",
        "registration",
        "payee",
    }


def test_the_days_are_those_of_a_project() -> None:
    """All of them and nothing else."""
    assert "started_on" in PROGRESS
    assert "told_on" in PROGRESS
    assert all(name.endswith("_on") for name in PROGRESS)
    assert {name for name in attrs.fields_dict(ProjectCase) if name.endswith("_on")} == set(PROGRESS)


def test_there_and_back() -> None:
    """A case written as sections is the case again."""
    case = ProjectCase(CONTRACT, started_on=date(2015, 10, 10), posted_on=date(2015, 11, 1))
    file = CaseFile(case, Project(name="A"), LawAsked(only_verified=True))
    assert case_file(sections_of(file), ()) == file


def test_what_does_not_fit_together_is_told_beside_what_cannot_be_read() -> None:
    """At the keys of the file, not at the fields of a project; of what cannot be read nothing is held against it."""
    data = {
        "contract": {"price": "100", "commencement": "2015-11-01", "completion": "2016-06-30"},
        "payments": [{"amount": "x", "paid_on": "2015-10-01"}],
        "progress": {"completed_on": "2016-05-01", "accepted_on": "2016-04-01"},
    }
    with pytest.raises(FileError) as refused:
        structure_case(data)
    assert [str(fault.path) for fault in refused.value.faults] == [
        "('progress', 'accepted_on')",
        "('payments', 0, 'amount')",
    ]
