"""Last month's roster against this month's: who joined, left, changed, and of whom nothing is told any more."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.construction import RosterChangeKind, RosterEntry, RosterForm, Sex, Worker
from gxinjury.extra.forms.annex2_months import RosterMonths, compare_rosters
from gxinjury.extra.strategies import roster_forms
from gxinjury.fields import fields_of
from tests.bad_input import refused

ADD, REMOVE = RosterChangeKind.ADD, RosterChangeKind.REMOVE
ID: Final = "450103198001011233"
OTHER: Final = "11010519491231002X"


def form(*entries: RosterEntry) -> RosterForm:
    """Return a roster of these rows."""
    return RosterForm(date(2015, 11, 28), entries)


def row(name: str, kind: RosterChangeKind = ADD, number: str | None = None, wage: str | None = None) -> RosterEntry:
    """Return a row."""
    return RosterEntry(Worker(name, number), kind, monthly_wage=wage)


def told(last: RosterForm, this: RosterForm) -> dict[str, list[str]]:
    """Return the names in each group that has any."""
    found = compare_rosters(last, this)
    groups = {field.name: getattr(found, field.name) for field in fields_of(RosterMonths)}
    groups["changed"] = [one.after for one in groups["changed"]]
    return {name: [str(one.worker.name) for one in some] for name, some in groups.items() if some}


def test_every_group() -> None:
    """Each worker of either list is told once; who was removed before was not on."""
    last = form(row("甲"), row("乙"), row("丙", wage="3500"), row("丁"), row("戊", REMOVE), row("己", REMOVE))
    this = form(
        row("甲"), row("乙", REMOVE), row("丙", wage="4000"), row("戊"), row("己", REMOVE), row("庚"), row("辛", REMOVE)
    )
    assert told(last, this) == {
        "joined": ["戊", "庚"],
        "left": ["乙"],
        "changed": ["丙"],
        "unchanged": ["甲"],
        "not_listed": ["丁"],
        "removed_unlisted": ["己", "辛"],
    }


@pytest.mark.parametrize(
    ("before", "now", "group"),
    [
        (row("张三", number=ID), row("张三", number=ID), "unchanged"),
        (row("张三", number=ID), row("张三丰", number=ID), "changed"),
        (row("张三"), row("张三", number=ID), "changed"),
        (row("张三", number=ID), row("张三"), "changed"),
        (row("张三", number=ID), row("张三", number=OTHER), "joined"),
    ],
)
def test_who_is_who(before: RosterEntry, now: RosterEntry, group: str) -> None:
    """The id decides; without one in either list the name does; two ids are two persons."""
    assert group in told(form(before), form(now))


def test_namesakes_are_not_mixed_up() -> None:
    """A name that two have tells nobody from the other."""
    assert "changed" not in told(form(row("张三")), form(row("张三", number=ID), row("张三", number=OTHER)))
    assert "changed" not in told(form(row("张三", number=ID), row("张三", number=OTHER)), form(row("张三")))


def test_what_differs() -> None:
    """Each field by its name, before and now."""
    before, now = row("张三", wage="3500"), RosterEntry(Worker("张三", None, Sex.MALE), ADD, None, "4000")
    [changed] = compare_rosters(form(before), form(now)).changed
    assert [(label.zh, old, new) for label, old, new in changed.differences] == [
        ("性别", None, Sex.MALE),
        ("月工资", 3500, 4000),
    ]


def test_the_last_row_of_a_worker_counts() -> None:
    """Who stands twice on this month's is told as well."""
    assert told(form(row("甲")), form(row("甲"), row("甲", REMOVE))) == {"left": ["甲"], "twice": ["甲"]}


@given(roster_forms(), roster_forms())
def test_nobody_is_lost(last: RosterForm, this: RosterForm) -> None:
    """Everybody of this month's is in one group, and so is everybody who was on last month's."""
    found = compare_rosters(last, this)
    now = [*found.joined, *found.left, *(one.after for one in found.changed), *found.unchanged, *found.removed_unlisted]
    assert {one.worker.key for one in now} == {one.worker.key for one in this.entries}
    assert len({one.worker.key for one in now}) == len(now)


@given(st.lists(st.builds(row, st.sampled_from("甲乙丙丁")), max_size=5))
def test_a_roster_against_itself(rows: list[RosterEntry]) -> None:
    """Nobody joined, nobody left, nothing changed."""
    found = compare_rosters(form(*rows), form(*rows))
    assert (*found.joined, *found.left, *found.changed, *found.not_listed) == ()


def test_refuses_what_is_no_form() -> None:
    """Both are forms."""
    with refused("compare_rosters", "last", "must be of type RosterForm"):
        compare_rosters(None, form())  # type: ignore[arg-type]  # bad input
    with refused("compare_rosters", "this", "must be of type RosterForm"):
        compare_rosters(form(), None)  # type: ignore[arg-type]  # bad input
