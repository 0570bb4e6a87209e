"""The application form of a project's worker: it names the insured project."""

import pytest

from gxinjury.construction import ApplicationForm, project_named
from tests.bad_input import refused

pytestmark = pytest.mark.clause("NN-4.4")

PROJECT = "江北社区服务中心（一期）"


def test_names_the_project() -> None:
    """Named, there is nothing to tell."""
    assert project_named(ApplicationForm(PROJECT), project=PROJECT) == ()


@pytest.mark.parametrize("spelling", ["江北社区服务中心(一期)", " 江北社区 服务中心（一期）"])
def test_a_spelling_is_no_other_name(spelling: str) -> None:
    """Blanks and the width of brackets make no other project."""
    assert project_named(ApplicationForm(spelling), project=PROJECT) == ()


def test_names_none_or_another() -> None:
    """Both are told, with the name that should stand there, in both languages."""
    [missing] = project_named(ApplicationForm(), project=PROJECT)
    assert (missing.code, str(missing.clause)) == ("project_not_named", "NN-4.4")
    [other] = project_named(ApplicationForm("江北社区服务中心（二期）"), project=PROJECT)
    assert other.code == "another_project_named"
    assert other["named"] == "江北社区服务中心（二期）"
    assert PROJECT in missing.text("zh")
    assert PROJECT in other.text("en")


def test_refuses_what_is_no_form() -> None:
    """A form is a form, a name a text that is not empty."""
    with refused("project_named", "form", "must be of type ApplicationForm"):
        project_named(PROJECT, project=PROJECT)  # type: ignore[arg-type]  # to see it refused
    with refused("project_named", "project", "must be a text that is not empty"):
        project_named(ApplicationForm(), project=" ")
    with refused("ApplicationForm", "insured_project", "must be a text that is not empty"):
        ApplicationForm("")
