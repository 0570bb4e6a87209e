"""A sudden illness (突发疾病): when it broke out, was first diagnosed, and ended in death."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_flag, check_moment, check_not_before, optional_moment, too_early
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["Ground", "SuddenIllness", "check_illness"]


class Ground(Enum):
    """Whether an item of arts. 14 and 15 holds, where the authority may have to say."""

    HOLDS = Text(zh="成立", en="holds")
    FAILS = Text(zh="不成立", en="does not hold")
    UNSETTLED = Text(zh="由社会保险行政部门认定", en="unsettled: the authority decides")


@attrs.frozen
class SuddenIllness(Record):
    """A sudden illness, and what became of it (突发疾病); any illness may be one.

    Args:
        at_post: Whether it broke out at the post.
        first_diagnosis: The moment of the first medical diagnosis; None where the worker died before any.
        death: The moment of death; None where the worker lives.
        onset: The moment it broke out; asked for where the worker died before any diagnosis.
        shift_ends: The end of the shift it broke out in; as ``onset``.

    Raises:
        InvalidFactError: A moment has no offset, ``at_post`` is neither True nor False, or something comes before the
            onset.

    >>> SuddenIllness(at_post=True, first_diagnosis=datetime.fromisoformat("2025-03-01T00:15+00:00")).first_diagnosis
    datetime.datetime(2025, 3, 1, 8, 15, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800), 'UTC+8'))
    """

    at_post: Annotated[bool, Text("在工作岗位", "at the post")]
    first_diagnosis: Annotated[datetime | None, Text("初次诊断时间", "first diagnosis")] = attrs.field(
        default=None, converter=optional_moment
    )
    death: Annotated[datetime | None, Text("死亡时间", "death")] = attrs.field(default=None, converter=optional_moment)
    onset: Annotated[datetime | None, Text("发病时间", "onset")] = attrs.field(default=None, converter=optional_moment)
    shift_ends: Annotated[datetime | None, Text("当班结束时间", "end of the shift")] = attrs.field(
        default=None, converter=optional_moment
    )

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        if self.onset is not None:
            for field in ("first_diagnosis", "death", "shift_ends"):
                moment = getattr(self, field)
                if moment is not None:
                    yield from too_early("SuddenIllness", field, moment, "onset", self.onset)


def check_illness(record: str, at_post: object, moments: Mapping[str, datetime | None]) -> None:
    """Refuse moments of an illness that are none, or do not follow each other."""
    check_flag(record, "at_post", at_post)
    told = {field: moment for field, moment in moments.items() if moment is not None}
    for field, moment in told.items():
        check_moment(record, field, moment)
        if "onset" in told:
            check_not_before(record, field, moment, "onset", told["onset"])
