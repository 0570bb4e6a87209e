"""Days bridged by the employer (用人单位继续负担): from completion until a worker is assessed."""

from datetime import date

from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_flag, check_not_before, check_optional_day
from gxinjury.law.clauses import NN
from gxinjury.periods import Period
from gxinjury.texts import Text

__all__ = ["employer_bridge"]


@rule(NN.clause("5.3"), Text("竣工后由用人单位继续负担的期间", "days bridged by the employer after completion"))
def employer_bridge(
    *,
    injured_on: date,
    completed_on: date,
    determined_on: date | None = None,
    assessed_on: date | None = None,
    needs_assessment: bool = True,
) -> Period | None:
    """Days on which the employer keeps paying treatment and paid injury leave after completion (NN-5.3).

    The day of the injury decides: who was hurt during construction gets the benefits once determination and assessment
    are done, though the project is completed by then.

    Args:
        injured_on: The day of the accident.
        completed_on: The day the project was completed.
        determined_on: The day of the determination; None while it is pending.
        assessed_on: The day of the assessment; None while it is pending.
        needs_assessment: Whether there is anything to assess; a death has no assessment.

    Returns:
        From completion to the later of both, open while one is pending; None where both were done by completion, or the
        injury came after it.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> str(
    ...     employer_bridge(injured_on=date(2016, 5, 2), completed_on=date(2016, 6, 30), determined_on=date(2016, 8, 1))
    ... )
    '2016-06-30..'
    """
    check_day("employer_bridge", "injured_on", injured_on)
    check_day("employer_bridge", "completed_on", completed_on)
    check_flag("employer_bridge", "needs_assessment", needs_assessment)
    for field, day in (("determined_on", determined_on), ("assessed_on", assessed_on)):
        check_optional_day("employer_bridge", field, day)
        if day is not None:
            check_not_before("employer_bridge", field, day, "injured_on", injured_on)
    if injured_on > completed_on:
        return None
    pending = [determined_on, assessed_on] if needs_assessment else [determined_on]
    done = [day for day in pending if day is not None]
    if len(done) < len(pending):
        return Period(completed_on, None)
    return None if max(done) <= completed_on else Period(completed_on, max(done))
