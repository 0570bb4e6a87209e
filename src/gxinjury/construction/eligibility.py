"""Who may enrol by project (按项目参保的范围): those who cannot be enrolled by an employer."""

from gxinjury.construction.findings import Refusals
from gxinjury.explanations import rule
from gxinjury.facts import check_flag
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import EnrolmentUnit
from gxinjury.texts import Text

__all__ = ["may_enrol_by_project"]


@rule(NN.clause("1.1.1"), Text("能否按项目参保", "may enrol by project"))
def may_enrol_by_project(
    *, in_nanning: bool, fixed_employment: bool, enterprise_can_enrol_as_employer: bool, law: Law = LAW
) -> bool:
    """Whether a worker may be enrolled by project (NN-1.1.1): who cannot be enrolled by an employer.

    Args:
        in_nanning: Whether the project stands in Nanning.
        fixed_employment: Whether the worker is in fixed employment with an enterprise.
        enterprise_can_enrol_as_employer: Whether the enterprise can enrol its people as their employer.
        law: The law asked; its reading ``EnrolmentUnit`` says whether the worker or the enterprise is looked at.

    Raises:
        InvalidFactError: A fact is not True or False.
        OutOfScopeError: The project stands elsewhere: the notice governs Nanning only.

    >>> may_enrol_by_project(in_nanning=True, fixed_employment=False, enterprise_can_enrol_as_employer=True)
    True
    """
    check_flag("may_enrol_by_project", "in_nanning", in_nanning)
    check_flag("may_enrol_by_project", "fixed_employment", fixed_employment)
    check_flag("may_enrol_by_project", "enterprise_can_enrol_as_employer", enterprise_can_enrol_as_employer)
    if not in_nanning:
        raise Refusals.not_in_nanning()
    if law.choice(EnrolmentUnit) is EnrolmentUnit.ENTERPRISE:
        return not enterprise_can_enrol_as_employer
    return not fixed_employment
