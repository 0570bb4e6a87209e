"""Supervision: who failed when a premium was not paid in time."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.construction import Party, failed_party

START = date(2015, 10, 9)
LAST = date(2015, 10, 8)


@pytest.mark.clause("NN-6.4")
class TestFailedParty:
    """NN-6.4: the owner who does not hand the money over, or the contractor who has it and does not pay in time."""

    @pytest.mark.parametrize(
        ("funded_on", "paid_on", "failed"),
        [
            (None, None, [(Party.OWNER, START, 1)]),
            (START, None, [(Party.OWNER, START, 1)]),
            (LAST, None, [(Party.GENERAL_CONTRACTOR, START, 1)]),
            (LAST, START, [(Party.GENERAL_CONTRACTOR, START, 1)]),
            (date(2015, 9, 1), START, [(Party.GENERAL_CONTRACTOR, START, 1)]),
            (LAST, LAST, []),
            (None, LAST, []),
            (START, START, [(Party.OWNER, START, 1)]),
        ],
    )
    def test_when_the_start_has_come(
        self, funded_on: date | None, paid_on: date | None, failed: list[tuple[Party, date, int]]
    ) -> None:
        """The day the money was handed over decides between the two."""
        found = failed_party(start=START, on=START, funded_on=funded_on, paid_on=paid_on)
        assert [(one.party, one.since, one.days) for one in found] == failed

    @pytest.mark.parametrize(
        ("funded_on", "paid_on", "on", "failed"),
        [
            (date(2015, 10, 20), date(2015, 10, 21), date(2016, 1, 31), [("OWNER", START, 12), ("C", "2015-10-21", 1)]),
            (date(2015, 10, 20), date(2015, 10, 20), date(2016, 1, 31), [("OWNER", START, 12)]),
            # Paid without the money: the owner failed until then, and the contractor did not.
            (date(2015, 10, 20), date(2015, 10, 12), date(2016, 1, 31), [("OWNER", START, 4)]),
            (None, date(2015, 10, 12), date(2016, 1, 31), [("OWNER", START, 4)]),
            # What comes later has not happened yet.
            (date(2015, 10, 20), date(2015, 10, 30), date(2015, 10, 20), [("OWNER", START, 12)]),
            (date(2015, 10, 20), date(2015, 10, 30), date(2015, 10, 19), [("OWNER", START, 11)]),
            (
                date(2015, 10, 20),
                date(2015, 10, 30),
                date(2015, 10, 22),
                [("OWNER", START, 12), ("C", "2015-10-21", 2)],
            ),
        ],
    )
    def test_one_after_the_other(
        self, funded_on: date | None, paid_on: date | None, on: date, failed: list[tuple[str, object, int]]
    ) -> None:
        """The owner is late until he hands the money over, the contractor from the day after he has it."""
        found = failed_party(start=START, on=on, funded_on=funded_on, paid_on=paid_on)
        names = {Party.OWNER: "OWNER", Party.GENERAL_CONTRACTOR: "C"}
        assert [(names[one.party], str(one.since), one.days) for one in found] == [
            (name, str(since), days) for name, since, days in failed
        ]

    def test_not_before(self) -> None:
        """While the last day in time has not passed, nobody failed."""
        assert failed_party(start=START, on=LAST) == ()

    @given(st.integers(0, 400), st.none() | st.integers(-40, 40), st.none() | st.integers(-40, 40))
    def test_every_late_day_is_somebodys(self, later: int, funded: int | None, paid: int | None) -> None:
        """The days late of both add up to those of the premium, and looked at later no day is taken back."""
        funded_on = None if funded is None else START + timedelta(days=funded)
        paid_on = None if paid is None else START + timedelta(days=paid)
        facts: dict[str, Any] = {"start": START, "funded_on": funded_on, "paid_on": paid_on}
        found = failed_party(**facts, on=START + timedelta(days=later))
        late = max(min(later if paid is None else paid, later) + 1, 0)
        assert sum(one.days for one in found) == late
        after = failed_party(**facts, on=START + timedelta(days=later + 1))
        assert [one.party for one in after][: len(found)] == [one.party for one in found]
        assert all(one.days <= other.days for one, other in zip(found, after, strict=False))
