"""When termination subsidies are due (解除或者终止劳动关系的情形): by grade, ground and distance from retirement."""

from datetime import date
from enum import Enum

from gxinjury.benefits.findings import Refusals
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import GZF62, NN, ORDER117, REG
from gxinjury.law.readings import CompletionEndsRelation
from gxinjury.periods import months_after
from gxinjury.texts import Text

__all__ = [
    "BeforeRetirement",
    "TerminationGround",
    "before_retirement",
    "draws_medical_only",
    "due_to_grades_5_and_6",
    "due_to_grades_7_to_10",
    "ends_at_completion",
    "worker_may_end",
]


class TerminationGround(Enum):
    """Why the labour relation ends."""

    OWN_WISH = Text(zh="职工本人提出", en="the worker's own wish or notice")
    EXPIRY = Text(zh="劳动合同期满", en="the contract expires")
    COMPLETION = Text(zh="项目竣工终止", en="the project is completed")
    EMPLOYER = Text(zh="用人单位提出", en="the employer ends it")


class BeforeRetirement(Enum):
    """How far from the statutory retirement age a worker is."""

    FAR = Text(zh="距退休年龄五年以上，或者年龄不详", en="five years or more, or not known")
    NEAR = Text(zh="距退休年龄不足五年", en="less than five years")
    REACHED = Text(zh="已达到退休年龄", en="reached")


@rule(REG.clause("36"), Text("五、六级应否享受", "due to grades 5 and 6"))
def due_to_grades_5_and_6(ground: TerminationGround, ended_on: date, law: Law) -> bool:
    """Whether grades 5 and 6 draw the subsidies (REG-36): on the worker's own wish, or at completion (GZF62)."""
    _refuse_where_the_employer_ends_it(ground)
    return ground is TerminationGround.OWN_WISH or ends_at_completion(ground, ended_on, law)


@rule(REG.clause("37"), Text("七至十级应否享受", "due to grades 7 to 10"))
def due_to_grades_7_to_10(ground: TerminationGround, ended_on: date, law: Law) -> bool:
    """Whether grades 7 to 10 draw the subsidies (REG-37): on expiry, on own notice, or at completion (GZF62)."""
    _refuse_where_the_employer_ends_it(ground)
    plain = ground in {TerminationGround.OWN_WISH, TerminationGround.EXPIRY}
    return plain or ends_at_completion(ground, ended_on, law)


def _refuse_where_the_employer_ends_it(ground: TerminationGround) -> None:
    if ground is TerminationGround.EMPLOYER:
        raise Refusals.employer_ends_relation()


@rule(NN.clause("5.4"), Text("可因项目竣工终止", "ends because the project is completed"))
def ends_at_completion(ground: TerminationGround, ended_on: date, law: Law) -> bool:
    """Whether the completion of the project makes the subsidies due (NN-5.4).

    By one reading it always does; by the other the region's rules of the day decide whether the worker may end it.
    """
    if ground is not TerminationGround.COMPLETION:
        return False
    at_once = law.choice(CompletionEndsRelation) is CompletionEndsRelation.AT_COMPLETION
    return at_once or worker_may_end(ended_on, law)


@rule(GZF62.clause("completion"), Text("职工可因项目竣工终止关系", "worker may end it at completion"))
def worker_may_end(completed_on: date, law: Law) -> bool:
    """Whether a project worker may end the relation because the project is completed (GZF62-completion): from 2019."""
    return law.worker_may_end_at_completion.on(completed_on)


@rule(ORDER117.clause("retirement"), Text("距法定退休年龄", "time before retirement age"))
def before_retirement(ended_on: date, retires_on: date | None, table_of: date, law: Law) -> BeforeRetirement:
    """How far from retirement age the relation ended (ORDER117-retirement): in its last five years, or reached."""
    if retires_on is None:
        return BeforeRetirement.FAR
    if retires_on <= ended_on:
        return BeforeRetirement.REACHED
    years = law.years_before_retirement.on(table_of)
    return BeforeRetirement.NEAR if months_after(ended_on, 12 * years) > retires_on else BeforeRetirement.FAR


@rule(GZF62.clause("retired"), Text("只享受医疗补助金", "draws the medical subsidy only"))
def draws_medical_only(project_worker: bool, ended_on: date, law: Law) -> bool:  # noqa: FBT001  (a formula)
    """Whether a worker of retirement age draws the medical subsidy only (GZF62-retired): project workers, from 2019."""
    return project_worker and law.retired_medical_only.on(ended_on)
