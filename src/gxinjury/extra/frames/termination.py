"""What many workers draw when their labour relation ends (一次性工伤医疗补助金、一次性伤残就业补助金)."""

from typing import Final, Unpack

import attrs

from gxinjury.benefits import AverageWage, TerminationGround
from gxinjury.benefits.termination import check_scale
from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.extra.frames._arithmetic import fraction_of, multiple
from gxinjury.extra.frames._columns import Column, choose
from gxinjury.extra.frames._figures import Dated, dated
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._reading import Named
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Rejection, Sheet
from gxinjury.extra.frames._termination_limits import LAST_SEVERE, PAYERS, AverageOrNone, Limits, Subsidy
from gxinjury.extra.frames.deadlines import months_after
from gxinjury.extra.frames.disability import grade_of
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN, MUST_BE_A_GROUND, MUST_BE_AN_AVERAGE_OR_NONE
from gxinjury.law.readings import CompletionEndsRelation, TerminationTable
from gxinjury.money import Rate

_GROUNDS: Final = Named(tuple(one.name for one in TerminationGround), "not_a_ground", MUST_BE_A_GROUND)
_OWN_WISH, _EXPIRY, _COMPLETION, _EMPLOYER = range(len(TerminationGround))
_LAST_MEDIUM: Final = 6
_MONTHS_A_YEAR: Final = 12


@question
def termination_subsidies(
    sheet: Sheet,
    /,
    *,
    grade: Name = None,
    wage_at_termination: Name = None,
    ended_on: Name = None,
    ground: Name = None,
    injured_on: Name = None,
    project_worker: Name = None,
    retires_on: Name = None,
    scale: Rate | None = None,
    average: AverageOrNone = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Termination subsidies of each worker (REG-36, REG-37, ORDER117).

    As :func:`~gxinjury.benefits.termination.termination_subsidies` has it, of a row a worker whose relation ended.

    Args:
        grade: The disability grade, 1 to 10.
        wage_at_termination: The monthly wage that the subsidies are months of.
        ended_on: The day the relation ended.
        ground: A name of :class:`~gxinjury.benefits.termination_grounds.TerminationGround`; a null there is the own
            wish.
        injured_on: The day of the injury; needed under the reading BY_INJURY.
        project_worker: Whether the worker was enrolled by project; a null there is no.
        retires_on: The day the worker reaches retirement age; a null there is that it is not near.
        scale: What is left of the employment subsidy in the last five years before that day.
        average: The region's average wage of the year before the relation ended: one for all rows, or a column of
            averages, in fen or yuan a year; None: the published one.

    Returns:
        The frame with ``medical_subsidy_fen`` and ``employment_subsidy_fen``, zero where none is due, null where it is
        open what is; ``medical_payer`` and ``employment_payer``, names of :class:`gxinjury.law.regulation.Payer`, null
        where nothing is due.

    Raises:
        NotInForceError: A day lies before 2007-01-01, or nobody published the average.
        OutOfScopeError: The employer ends the relation, or a worker is of retirement age and no text says what follows.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> ended = {"grade": [10, 3], "wage_at_termination_yuan": [5000, 5000], "ended_on": [date(2017, 1, 4)] * 2}
    >>> drawn = termination_subsidies(pa.table(ended))
    >>> drawn["medical_subsidy_fen"].to_pylist(), drawn["employment_subsidy_fen"].to_pylist()
    ([4000000, 0], [3000000, 0])
    """
    law = sheet.law
    if scale is not None:
        check_scale(sheet.question, "scale", scale)
    if not isinstance(average, AverageWage | str | None):
        raise InvalidFactError(sheet.question, "average", MUST_BE_AN_AVERAGE_OR_NONE, average)
    graded = grade_of(sheet, grade)
    wage = sheet.money("wage_at_termination", wage_at_termination, limit=LARGEST_WAGE_FEN)
    ended = sheet.day("ended_on", ended_on)
    why = sheet.maybe(lambda field, column: sheet.named(field, column, _GROUNDS), "ground", ground)
    injured = sheet.maybe(sheet.day, "injured_on", injured_on)
    worker = sheet.maybe(sheet.flag, "project_worker", project_worker)
    retires = sheet.maybe(sheet.day, "retires_on", retires_on)

    if injured is not None:
        sheet.refuse("before_the_injury", ended, injured.known & (ended.value < injured.value))
    ends = _Ending.of(sheet, graded, ended, why, worker)
    due, left_open = ends.due, ends.left_open
    table = ended
    if law.choice(TerminationTable) is TerminationTable.BY_INJURY:
        table = sheet.needed_by(TerminationTable.BY_INJURY, sheet.day, "injured_on", injured_on)
        sheet.rejections.append(Rejection("needed_by_the_reading", table, ended.known & due & ~table.known))
        table = table.or_else(ended)
    age = None if retires is None else _Age.of(sheet, retires, ended, table, ends)
    medical, employment = (
        Subsidy(dated(sheet, figure, table, due), dated(sheet, figure, ended, left_open))
        for figure in (law.medical_subsidy, law.employment_subsidy)
    )
    limits = Limits(sheet, ended, table, average, due)

    place, fen, day, of_table = sheet.settle(graded, wage, ended, table)
    near = medical_only = Column(held=False)
    if age is not None:
        near, medical_only = age.near(sheet, day, of_table), age.medical_only
    counted, denominator = sheet.let("counted", limits.counted(fen, day, of_table)), limits.denominator
    full = multiple(sheet, counted, denominator, medical.months(of_table, place))
    months = sheet.let("months", employment.months(of_table, place))
    whole = multiple(sheet, counted, denominator, months)
    known = ~left_open
    if scale is None:
        known &= ~(due & near)
    else:
        worth = fraction_of("scale", scale)
        limits.check(worth.denominator)
        less = multiple(sheet, counted, denominator, months * worth.numerator, worth.denominator)
        whole = choose(near, less, whole)
    told = due | left_open
    payers = {
        name: Output(one.payer(of_table, day, left_open), "text", names=PAYERS, known=told)
        for name, one in (("medical_payer", medical), ("employment_payer", employment))
    }
    return {
        "medical_subsidy_fen": Output(choose(due, full, 0), known=~left_open),
        "employment_subsidy_fen": Output(choose(due & ~medical_only, whole, 0), known=known),
        **payers,
    }


@attrs.frozen
class _Ending:
    """How relations end, and whether that makes the subsidies due."""

    due: Column  # whether they are
    left_open: Column  # whether it is open how and when the relation ended
    of_project: Column  # whether the worker was enrolled by project

    @classmethod
    def of(cls, sheet: Sheet, graded: Input, ended: Input, why: Input | None, worker: Input | None) -> "_Ending":
        law = sheet.law
        of_project = Column(held=False) if worker is None else worker.holds
        number = sheet.same(_OWN_WISH) if why is None else choose(why.known, why.value, _OWN_WISH)
        lost = graded.known & (graded.value > LAST_SEVERE)
        completed = number == _COMPLETION
        if why is not None:
            sheet.refuse("project_workers_only", why, completed & ~of_project)
            sheet.refuse("ended_by_the_employer", why, lost & (number == _EMPLOYER), OutOfScopeError)
        ends = completed
        if law.choice(CompletionEndsRelation) is CompletionEndsRelation.WORKER_MAY:
            may = dated(sheet, law.worker_may_end_at_completion, ended, lost & completed)
            ends = completed & (may.column(int) == 1)
        expires = (number == _EXPIRY) & (graded.value > _LAST_MEDIUM)
        due = lost & ((number == _OWN_WISH) | expires | ends)
        return cls(due, lost & completed & ~ends, of_project)


@attrs.frozen
class _Age:
    """How far from retirement age relations end."""

    retires: Input
    reached: Column
    medical_only: Column  # whether a project worker of that age draws the medical subsidy alone
    years: Dated[int]  # before that age in which the employment subsidy shrinks

    @classmethod
    def of(cls, sheet: Sheet, retires: Input, ended: Input, table: Input, ends: _Ending) -> "_Age":
        law = sheet.law
        reached = retires.known & (retires.value <= ended.value)
        alone = dated(sheet, law.retired_medical_only, ended, ends.due & reached & ends.of_project)
        medical_only = reached & ends.of_project & (alone.column(int) == 1)
        past = ended.known & ends.due & reached & ~medical_only
        sheet.refuse("past_retirement", retires, past, OutOfScopeError)
        years = dated(sheet, law.years_before_retirement, table, ends.due & retires.known & ~reached)
        return cls(retires, reached, medical_only, years)

    def near(self, sheet: Sheet, ended: Column, table: Column) -> Column:
        """Return where a relation ends in the last years before that age."""
        months = self.years.column(lambda years: years * _MONTHS_A_YEAR, table)
        until = months_after(sheet, ended, months)
        return sheet.let("near", self.retires.known & ~self.reached & (until > self.retires.value))
