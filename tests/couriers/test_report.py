"""The progress report: its hard checks, and what it is found wanting in."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from gxinjury import InvalidFactError
from gxinjury.couriers import (
    WanYuan,
    report_findings,
)
from gxinjury.couriers.report import COUNTED
from tests.couriers.progress import SOUND


@pytest.mark.clause("GX-A")
class TestLine:
    """Hard checks are errors; what the form allows for a reason is a finding."""

    @pytest.mark.parametrize("column", COUNTED)
    @pytest.mark.parametrize("bad", [-1, 1.5, "7", True])
    def test_counts(self, column: str, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """What is counted is a whole number of at least zero."""
        with pytest.raises(InvalidFactError, match=rf"Report\.{column} must be a whole number of at least zero"):
            attrs.evolve(SOUND, **{column: bad})

    @pytest.mark.parametrize(
        ("column", "bad"), [("city", ""), ("period", "2022-09"), ("benefits_paid", Decimal(12)), ("note", None)]
    )
    def test_other_columns(self, column: str, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """The money has to come in 万元 by its type."""
        with pytest.raises(InvalidFactError, match=rf"Report\.{column} must be"):
            attrs.evolve(SOUND, **{column: bad})

    def test_note_is_discreet(self) -> None:
        """A resident id in a note is masked where the line is shown, and kept where it is read."""
        noted = attrs.evolve(SOUND, note="补缴 450103198001011233")
        assert "4501************33" in repr(noted)
        assert "450103198001011233" not in repr(noted)
        assert noted.note == "补缴 450103198001011233"

    def test_sound(self) -> None:
        """A line that adds up has no finding."""
        assert SOUND.findings == ()

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"units_should": 139}, "more_enrolled_than_should"),
            ({"persons_enrolled": 0, "persons_paying": 0}, "units_without_persons"),
            ({"units_enrolled": 0}, "persons_without_units"),
            ({"persons_enrolled": 139, "persons_paying": 0}, "fewer_persons_than_units"),
            ({"persons_paying": 1801}, "more_paying_than_enrolled"),
            ({"injuries_determined": 13}, "more_determined_than_filed"),
            ({"persons_receiving": 10}, "more_receiving_than_determined"),
            ({"persons_receiving": 0}, "money_without_persons"),
            ({"benefits_paid": WanYuan(0)}, "persons_without_money"),
            ({"benefits_paid": WanYuan("1400.01")}, "money_looks_like_yuan"),
        ],
    )
    def test_each_finding(self, change: dict[str, Any], code: str) -> None:
        """Each oddity is found by itself, with city and period."""
        (found,) = report_findings(attrs.evolve(SOUND, **change))
        assert (found.code, found["city"], found["period"], str(found.clause)) == (code, "南宁市", "2022-09", "GX-A")

    @pytest.mark.parametrize(
        "change",
        [
            {"units_should": 140},
            {"persons_enrolled": 140, "persons_paying": 140},
            {"persons_paying": 1800},
            {"injuries_determined": 12},
            {"persons_receiving": 9},
            {"benefits_paid": WanYuan("1400.00")},
            {"persons_receiving": 0, "benefits_paid": WanYuan(0)},
            {"units_enrolled": 0, "persons_enrolled": 0, "persons_paying": 0},
        ],
    )
    def test_other_side(self, change: dict[str, Any]) -> None:
        """On the other side of each boundary there is nothing to find."""
        assert report_findings(attrs.evolve(SOUND, **change)) == ()
