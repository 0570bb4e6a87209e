"""The two monthly lists against last month's."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.couriers import Changed, Outlet, reconcile
from gxinjury.findings import Finding

NAMES = tuple("甲乙丙丁戊己庚辛")


def outlet(name: str, *, licence: bool = False) -> Outlet:
    """Return an outlet with a branch listing."""
    return Outlet(name, licence=licence, branch_listing=True)


def told(findings: Iterable[Finding]) -> list[tuple[str, str, object]]:
    """Return the code, the clause and the outlet of each finding."""
    return [(found.code, str(found.clause), found["outlet"]) for found in findings]


@pytest.mark.clause("GX-4.1.1")
class TestReconcile:
    """GX-4.1.1: outlets that qualify, and outlets lawfully closed or revoked, every month."""

    def test_each_way(self) -> None:
        """New, closed, unchanged, changed and vanished are told apart."""
        previous = [outlet("留"), outlet("变"), outlet("关"), outlet("失")]
        month = reconcile(previous, [outlet("新"), outlet("变", licence=True), outlet("留")], [outlet("关")])
        assert month.to_enrol == (outlet("新"),)
        assert month.to_close == (outlet("关"),)
        assert month.unchanged == (outlet("留"),)
        assert month.changed == (Changed(outlet("变"), outlet("变", licence=True)),)
        assert month.vanished == (outlet("失"),)
        assert told(month.findings) == [("vanished", "GX-4.1.1", "失")]

    def test_in_both_lists(self) -> None:
        """An outlet that qualifies and is closed at once is asked about, neither enrolled anew nor closed."""
        month = reconcile([outlet("旧")], [outlet("旧"), outlet("新")], [outlet("旧"), outlet("新")])
        assert (month.to_enrol, month.to_close, month.vanished) == ((), (), ())
        assert told(month.findings) == [
            ("qualifies_and_closed", "GX-4.1.1", "旧"),
            ("qualifies_and_closed", "GX-4.1.1", "新"),
        ]

    def test_closed_never_listed(self) -> None:
        """A closed outlet that was never listed has nothing to close, and is told."""
        month = reconcile([], [], [outlet("空")])
        assert month.to_close == ()
        assert told(month.findings) == [("closed_never_listed", "GX-4.1.1", "空")]

    @given(st.sets(st.sampled_from(NAMES)), st.sets(st.sampled_from(NAMES)), st.sets(st.sampled_from(NAMES)))
    def test_nobody_is_lost(self, before: set[str], now: set[str], closed: set[str]) -> None:
        """Everybody of last month is in exactly one place, everybody new is enrolled, unless the lists conflict."""
        month = reconcile(*([outlet(name) for name in sorted(names)] for names in (before, now, closed)))
        kept = {one.name for one in month.unchanged} | {one.now.name for one in month.changed}
        gone = {one.name for one in month.to_close}
        vanished = {one.name for one in month.vanished}
        assert kept | gone | vanished == before
        assert len(month.unchanged) + len(month.changed) + len(gone) + len(vanished) == len(before)
        assert {one.name for one in month.to_enrol} == now - before - closed
        assert vanished == before - now - closed
        conflicts = {found["outlet"] for found in month.findings if found.code == "qualifies_and_closed"}
        assert conflicts == now & closed

    def test_twice_in_a_list(self) -> None:
        """A name twice in one list is refused with its place."""
        with pytest.raises(InvalidFactError, match=r"reconcile\.qualifying\[1\] must stand once in its list, got '甲'"):
            reconcile([], [outlet("甲"), outlet("甲")], [])
        with pytest.raises(InvalidFactError, match=r"reconcile\.closed\[0\] must be of type Outlet"):
            reconcile([], [], ["甲"])  # type: ignore[list-item]  # the slip under test
