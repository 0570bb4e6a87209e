"""Death by sudden illness at the post (突发疾病视同工伤): at once, or within 48 hours of the first diagnosis.

The 48 hours run from the first medical diagnosis. Who dies without one is deemed injured where he died at once, which
takes the moment of onset (发病): by the end of the shift that it broke out in. Who went home undiagnosed and died there
is where courts differ: the reading ``UndiagnosedDeath``, by default left to the authority.
"""

from datetime import datetime

from gxinjury.determination.findings import Cautions
from gxinjury.determination.illness import Ground, SuddenIllness, check_illness
from gxinjury.explanations import caution, rule
from gxinjury.facts import check_flag, check_instance, optional_moment
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import LSH256, REG
from gxinjury.law.readings import UndiagnosedDeath
from gxinjury.periods import china_day, hours_after
from gxinjury.texts import Text

__all__ = [
    "deemed_by_sudden_illness",
    "died_at_once",
    "died_in_time",
    "died_undiagnosed",
    "last_moment_of_rescue",
    "sudden_illness_ground",
]


@rule(LSH256.clause("3"), Text("48小时届满之时", "end of the 48 hours"))
def last_moment_of_rescue(first_diagnosis: datetime, law: Law) -> datetime:
    """Last moment of death that counts: 48 hours from the first medical diagnosis, no day left out, none rolled."""
    return hours_after(first_diagnosis, law.sudden_illness_hours.on(china_day(first_diagnosis)))


@rule(REG.clause("15.1"), Text("当场死亡（当班期间）", "death at once, by the end of the shift"))
def died_at_once(illness: SuddenIllness, death: datetime) -> bool:
    """Whether a death that no diagnosis preceded came at once: by the end of the shift that the illness broke out in.

    Without the end of the shift, a death at the very moment of onset.
    """
    if illness.onset is None:
        caution(Cautions.onset_not_told)
        return False
    if illness.shift_ends is None:
        caution(Cautions.shift_not_told)
        return death == illness.onset
    return death <= illness.shift_ends


@rule(REG.clause("15.1"), Text("未经诊断死亡", "death without a diagnosis"))
def died_undiagnosed(illness: SuddenIllness, death: datetime, law: Law) -> Ground:
    """Whether a death that no diagnosis preceded counts: at once it does, later courts differ."""
    if died_at_once(illness, death):
        return Ground.HOLDS
    choice = law.choice(UndiagnosedDeath)
    if choice is UndiagnosedDeath.UNSETTLED:
        return Ground.UNSETTLED
    return Ground.HOLDS if choice is UndiagnosedDeath.DEEMED else Ground.FAILS


@rule(REG.clause("15.1"), Text("当场死亡或者48小时内死亡", "death at once or within 48 hours"))
def died_in_time(illness: SuddenIllness, law: Law) -> Ground:
    """Whether death came at once, or not later than 48 hours from the first diagnosis; that moment itself counts.

    A first diagnosis later than the death is told as a slip or as none in life: at once, unless the onset is known,
    which then decides.
    """
    diagnosed, death = illness.first_diagnosis, illness.death
    if death is None:
        return Ground.FAILS
    if diagnosed is None:
        return died_undiagnosed(illness, death, law)
    if death < diagnosed:
        caution(Cautions.death_before_diagnosis, death=death, first_diagnosis=diagnosed)
        return Ground.HOLDS if illness.onset is None else died_undiagnosed(illness, death, law)
    return Ground.HOLDS if death <= last_moment_of_rescue(diagnosed, law) else Ground.FAILS


@rule(REG.clause("15.1"), Text("突发疾病是否视同工伤", "whether the sudden illness is deemed an injury"))
def sudden_illness_ground(illness: SuddenIllness, *, in_working_time: bool, law: Law = LAW) -> Ground:
    """Whether a sudden illness is deemed a work injury (art. 15 item 1), or the authority has to say.

    It broke out in working time and at the post, and the worker died at once or, rescue having failed, within 48 hours
    of the first medical diagnosis. A death later than its shift with no diagnosis at all is open, or as the law's
    reading ``UndiagnosedDeath`` says.

    Args:
        illness: The illness, and what became of it.
        in_working_time: Whether it broke out in working time.
        law: The law asked.

    Raises:
        InvalidFactError: ``illness`` is no SuddenIllness, or ``in_working_time`` neither True nor False.

    >>> import attrs
    >>> at = datetime.fromisoformat
    >>> went_home = SuddenIllness(
    ...     at_post=True,
    ...     onset=at("2025-03-01T16:00+08:00"),
    ...     shift_ends=at("2025-03-01T17:30+08:00"),
    ...     death=at("2025-03-01T23:00+08:00"),
    ... )
    >>> sudden_illness_ground(went_home, in_working_time=True).name
    'UNSETTLED'
    >>> at_once = attrs.evolve(went_home, death=at("2025-03-01T16:20+08:00"))
    >>> sudden_illness_ground(at_once, in_working_time=True).name
    'HOLDS'
    """
    check_instance("sudden_illness_ground", "illness", illness, SuddenIllness)
    check_flag("sudden_illness_ground", "in_working_time", in_working_time)
    in_time = died_in_time(illness, law)
    return in_time if in_working_time and illness.at_post else Ground.FAILS


@rule(REG.clause("15.1"), Text("突发疾病死亡视同工伤", "death by sudden illness deemed a work injury"))
def deemed_by_sudden_illness(
    *,
    in_working_time: bool,
    at_post: bool,
    first_diagnosis: datetime | None,
    death: datetime | None,
    onset: datetime | None = None,
    shift_ends: datetime | None = None,
    law: Law = LAW,
) -> bool | None:
    """Whether a sudden illness is deemed a work injury: :func:`sudden_illness_ground` as True, False, or None for open.

    With a diagnosis it is always True or False. A death before the first diagnosis is a death at once, with a caution,
    unless the onset says otherwise.

    Args:
        in_working_time: Whether it broke out in working time.
        at_post: Whether it broke out at the post.
        first_diagnosis: The moment of the first medical diagnosis; None where the worker died before any.
        death: The moment of death; None where the worker lives.
        onset: The moment it broke out; asked for where the worker died before any diagnosis.
        shift_ends: The end of the shift it broke out in; as ``onset``.
        law: The law asked.

    Returns:
        Whether it is; None where the text leaves it open and the authority decides.

    Raises:
        InvalidFactError: A moment has no offset or comes before the onset, or a flag is neither True nor False.

    >>> deemed_by_sudden_illness(
    ...     in_working_time=True,
    ...     at_post=True,
    ...     first_diagnosis=datetime.fromisoformat("2025-03-01T08:15+08:00"),
    ...     death=datetime.fromisoformat("2025-03-03T08:15+08:00"),
    ... )
    True
    """
    check_flag("deemed_by_sudden_illness", "in_working_time", in_working_time)
    given = {"onset": onset, "first_diagnosis": first_diagnosis, "death": death, "shift_ends": shift_ends}
    moments = {field: optional_moment(moment) for field, moment in given.items()}
    check_illness("deemed_by_sudden_illness", at_post, moments)
    illness = SuddenIllness(at_post, **moments)
    ground = sudden_illness_ground(illness, in_working_time=in_working_time, law=law)
    if ground is Ground.UNSETTLED:
        caution(Cautions.authority_decides)
        return None
    return ground is Ground.HOLDS
