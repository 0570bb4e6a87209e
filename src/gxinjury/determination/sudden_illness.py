"""Death by sudden illness at the post (突发疾病视同工伤): at once, or within 48 hours of the first diagnosis."""

from datetime import datetime

import attrs

from gxinjury.determination.words import WORDS
from gxinjury.explanations import caution, rule
from gxinjury.facts import check_flag, check_moment, optional_moment
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import LSH256, REG
from gxinjury.periods import china_day, hours_after


@attrs.frozen
class SuddenIllness:
    """A sudden illness, and what became of it (突发疾病); any illness may be one.

    Args:
        at_post: Whether it broke out at the post.
        first_diagnosis: The moment of the first medical diagnosis; None where the worker died before any.
        death: The moment of death; None where the worker lives.

    >>> SuddenIllness(at_post=True, first_diagnosis=datetime.fromisoformat("2025-03-01T00:15+00:00")).first_diagnosis
    datetime.datetime(2025, 3, 1, 8, 15, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800), 'UTC+8'))
    """

    at_post: bool
    first_diagnosis: datetime | None = attrs.field(default=None, converter=optional_moment)
    death: datetime | None = attrs.field(default=None, converter=optional_moment)

    def __attrs_post_init__(self) -> None:
        check_flag("SuddenIllness", "at_post", self.at_post)
        _check_moments("SuddenIllness", self.first_diagnosis, self.death)


def _check_moments(record: str, first_diagnosis: datetime | None, death: datetime | None) -> None:
    if first_diagnosis is not None:
        check_moment(record, "first_diagnosis", first_diagnosis)
    if death is not None:
        check_moment(record, "death", death)


@rule(LSH256.clause("3"))
def last_moment_of_rescue(first_diagnosis: datetime, law: Law) -> datetime:
    """Last moment of death that counts: 48 hours from the first medical diagnosis, no day left out, none rolled."""
    return hours_after(first_diagnosis, law.sudden_illness_hours.on(china_day(first_diagnosis)))


@rule(REG.clause("15.1"))
def died_in_time(first_diagnosis: datetime | None, death: datetime | None, law: Law) -> bool:
    """Whether death came at once, or not later than 48 hours from the first diagnosis; that moment itself counts."""
    if death is None:
        return False
    if first_diagnosis is None:
        return True
    if death < first_diagnosis:
        caution(WORDS.texts["death_before_diagnosis"], death=death, first_diagnosis=first_diagnosis)
    return death <= last_moment_of_rescue(first_diagnosis, law)


@rule(REG.clause("15.1"))
def deemed_by_sudden_illness(
    *,
    in_working_time: bool,
    at_post: bool,
    first_diagnosis: datetime | None,
    death: datetime | None,
    law: Law = LAW,
) -> bool:
    """Whether a sudden illness is deemed a work injury (art. 15 item 1).

    It broke out in working time and at the post, and the worker died at once or, rescue having failed, within 48 hours
    of the first medical diagnosis. A death before the first diagnosis is a death at once, with a caution.

    Args:
        in_working_time: Whether it broke out in working time.
        at_post: Whether it broke out at the post.
        first_diagnosis: The moment of the first medical diagnosis; None where the worker died before any.
        death: The moment of death; None where the worker lives.
        law: The law asked.

    Raises:
        InvalidFactError: A moment has no offset, or a flag is neither True nor False.

    >>> deemed_by_sudden_illness(
    ...     in_working_time=True,
    ...     at_post=True,
    ...     first_diagnosis=datetime.fromisoformat("2025-03-01T08:15+08:00"),
    ...     death=datetime.fromisoformat("2025-03-03T08:15+08:00"),
    ... )
    True
    """
    check_flag("deemed_by_sudden_illness", "in_working_time", in_working_time)
    check_flag("deemed_by_sudden_illness", "at_post", at_post)
    first_diagnosis, death = optional_moment(first_diagnosis), optional_moment(death)
    _check_moments("deemed_by_sudden_illness", first_diagnosis, death)
    in_time = died_in_time(first_diagnosis, death, law)
    return in_working_time and at_post and in_time
