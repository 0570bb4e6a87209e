"""Changed names, and by when they are reported."""

from datetime import date
from typing import Any

import pytest

from gxinjury import LAW, InvalidFactError
from gxinjury.construction import (
    name_change_deadline,
)
from gxinjury.law.readings import NameChangeFrom


class _Weekends:
    """A calendar on which weekends are off."""

    longest_break = 9

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether it is a Saturday or a Sunday."""
        return day.isoweekday() > 5


@pytest.mark.clause("NN-1.3.4")
class TestNameChange:
    """NN-1.3.4: within 30 days, with the approval document or other valid proof."""

    def test_thirty_days(self) -> None:
        """Counted from the document by default, from the change by the other reading."""
        both: dict[str, Any] = {"document_on": date(2016, 3, 1), "changed_on": date(2016, 2, 1)}
        assert name_change_deadline(**both).day == date(2016, 3, 31)
        assert name_change_deadline(**both, law=LAW.reading(NameChangeFrom.CHANGE)).day == date(2016, 3, 2)

    def test_rolls(self) -> None:
        """A last day on a day off moves on: 2016-07-30 was a Saturday."""
        limit = name_change_deadline(document_on=date(2016, 6, 30), calendar=_Weekends())
        assert (limit.raw, limit.day) == (date(2016, 7, 30), date(2016, 8, 1))

    def test_the_missing_day(self) -> None:
        """The day that the reading asks for is named where it is missing."""
        with pytest.raises(InvalidFactError, match=r"name_change_deadline\.document_on must be given"):
            name_change_deadline(changed_on=date(2016, 2, 1))
        with pytest.raises(InvalidFactError, match=r"name_change_deadline\.changed_on must be given"):
            name_change_deadline(document_on=date(2016, 2, 1), law=LAW.reading(NameChangeFrom.CHANGE))
