"""The roster as a form."""

from typing import Any

import pytest

from gxinjury.construction import (
    RosterEntry,
    RosterForm,
    Sex,
    Worker,
    unfilled,
)
from tests.bad_input import refused
from tests.construction.rosters import ADD, ID, REMOVE, nov


@pytest.mark.clause("NN-A2")
class TestForm:
    """Annex 2 as a record."""

    def test_a_full_form_lacks_nothing(self) -> None:
        """Every column and all of the head are filled."""
        entry = RosterEntry(Worker("张三", ID, Sex.MALE), ADD, "进场", "3500", nov(29), 1)
        form = RosterForm(nov(28), [entry], "邕江花园", "某建筑公司", "李四", "0771-1234567")
        assert unfilled(form) == ()
        [change] = form.changes
        assert (change.worker, change.kind, change.reported_on) == (entry.worker, ADD, nov(28))
        assert (change.monthly_wage, change.happened_on) == (entry.monthly_wage, None)

    @pytest.mark.parametrize("field", ["project", "enterprise", "handler", "phone"])
    def test_blanks_at_the_ends_of_the_head_go(self, field: str) -> None:
        """What is only blank is not filled in."""
        told = [getattr(RosterForm(nov(28), [], **{field: text}), field) for text in (" 甲　", "　 ", "")]
        assert told == ["甲", None, None]

    def test_tells_what_is_blank(self) -> None:
        """Each part of the head, and each column with how many rows and the first of them."""
        full = RosterEntry(Worker("张三", ID, Sex.MALE), ADD, "进场", "3500", nov(29))
        blank = RosterEntry(Worker("李四"), REMOVE, " ")
        found = unfilled(RosterForm(nov(28), [full, blank, blank], project=" "))
        assert [one.code for one in found] == ["head_not_filled"] * 4 + ["column_not_filled"] * 5
        assert [(one["rows"], one["first"]) for one in found[4:]] == [(2, 2)] * 5
        assert str(found[5]) == "rows without resident id: 2, the first being row 2 [NN-A2]"
        assert found[0].text("zh") == "未填“项目名称” [NN-A2]"

    def test_refuses_bad_input(self) -> None:
        """Rows are entries of workers, and what is filled in is of its type."""
        worker = Worker("张三")
        bad: Any = 7
        for make, record, field in (
            (lambda: unfilled(bad), "unfilled", "form"),
            (lambda: RosterForm(nov(1), [bad]), "RosterForm", "entries[0]"),
            (lambda: RosterForm(bad, []), "RosterForm", "reported_on"),
            (lambda: RosterForm(nov(1), [], phone=bad), "RosterForm", "phone"),
            (lambda: RosterEntry(bad, ADD), "RosterEntry", "worker"),
            (lambda: RosterEntry(worker, bad), "RosterEntry", "kind"),
            (lambda: RosterEntry(worker, ADD, bad), "RosterEntry", "reason"),
            (lambda: RosterEntry(worker, ADD, monthly_wage=-bad), "RosterEntry", "monthly_wage"),
            (lambda: RosterEntry(worker, ADD, enrolled_on=bad), "RosterEntry", "enrolled_on"),
            (lambda: RosterEntry(worker, ADD, number=-bad), "RosterEntry", "number"),
        ):
            with refused(record, field, "must"):
                make()

    def test_masks_an_id_wherever_it_was_written(self) -> None:
        """In the reason or beside the handler's name it is masked too."""
        form = RosterForm(nov(1), [RosterEntry(Worker("张三"), ADD, f"替{ID}")], handler=f"李四 {ID}")
        assert ID not in repr(form)
