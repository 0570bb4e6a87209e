"""The application form (工伤认定申请表) of a worker of a project: it names the project that is insured."""

from typing import Annotated

import attrs

from gxinjury.construction.findings import Findings
from gxinjury.construction.ids import half_width
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, check_text
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.privacy import whole
from gxinjury.records import FreeText, Record, check_facts, optional_free_text
from gxinjury.texts import Text

__all__ = ["ApplicationForm", "project_named"]


@attrs.frozen
class ApplicationForm(Record):
    """What an application form says of the project (注明的参保项目名称).

    Args:
        insured_project: The insured project that it names; None where it names none.

    >>> ApplicationForm("江北社区服务中心").insured_project
    '江北社区服务中心'
    """

    insured_project: Annotated[FreeText | None, Text("注明的参保项目", "project named")] = attrs.field(
        default=None, converter=optional_free_text
    )

    __attrs_post_init__ = check_facts


def _plain(name: str) -> str:
    """Return a name without blanks and in half width, as two spellings of one name are compared."""
    return "".join(half_width(name).split())


@rule(NN.clause("4.4"), Text("申请表注明参保项目", "the application form names the project"))
def project_named(form: ApplicationForm, *, project: str) -> tuple[Finding, ...]:
    """Finding on an application form that does not name the insured project (NN-4.4), or names another.

    The notice attaches no consequence. Blanks and the width of digits and brackets make no other name.

    Args:
        form: The form.
        project: The name under which the project is enrolled, as its registration form has it.

    Returns:
        None where the form names the project; else one.

    Raises:
        InvalidFactError: It is no ApplicationForm, or the name is none.

    >>> project_named(ApplicationForm("江北社区 服务中心（一期）"), project="江北社区服务中心(一期)")
    ()
    >>> print(project_named(ApplicationForm(), project="江北社区服务中心")[0])
    the application form does not name the insured project, 江北社区服务中心 [NN-4.4]
    """
    check_instance("project_named", "form", form, ApplicationForm)
    check_text("project_named", "project", project)
    clause = NN.clause("4.4")
    if form.insured_project is None:
        return (Findings.project_not_named(clause, project=project),)
    if _plain(whole(form.insured_project)) != _plain(whole(project)):
        return (Findings.another_project_named(clause, named=form.insured_project, project=project),)
    return ()
