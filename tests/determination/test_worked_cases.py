"""The worked cases D1 to D3, D9 to D14, and public cases."""

from typing import Any, Final

import pytest

from gxinjury import InvalidFactError, determination
from gxinjury.explanations import clause_of
from gxinjury.periods import Deadline, Period
from tests.cases import law_with, rows
from tests.determination import calendars

CASES: Final = rows("determination")


def _answer(row: dict[str, Any], **more: object) -> Any:  # noqa: ANN401  (each question answers in its own type)
    question = getattr(determination, row["question"])
    facts = dict(row["facts"])
    if "suspensions" in facts:
        facts["suspensions"] = [Period(one["first"], one.get("last")) for one in facts["suspensions"]]
    return question(**facts, law=law_with(row.get("readings", ())), **more)


@pytest.mark.clause("NN-3.2.3", "NN-4.1", "NN-4.2", "NN-4.3", "REG-15.1", "REG-20", "REG-26", "LSH256-3", "LSH256-6")
class TestWorkedCases:
    """Each row of the table, asked as it stands."""

    @pytest.mark.parametrize("row", [row for row in CASES if "raw" in row], ids=lambda row: row["id"])
    def test_limits(self, row: dict[str, Any]) -> None:
        """A limit ends on the raw day, and with a calendar on the rolled one."""
        raw = _answer(row)
        assert isinstance(raw, Deadline)
        assert (raw.raw, raw.day, raw.calendar_consulted) == (row["raw"], row["raw"], False)
        if "rolled" in row:
            rolled = _answer(row, calendar=getattr(calendars, row.get("calendar", "NATIONAL")))
            assert (rolled.raw, rolled.day, rolled.calendar_consulted) == (row["raw"], row["rolled"], True)

    @pytest.mark.parametrize("row", [row for row in CASES if "bears" in row], ids=lambda row: row["id"])
    def test_costs(self, row: dict[str, Any]) -> None:
        """The days whose costs fall on the employer."""
        more = {"calendar": getattr(calendars, row["calendar"])} if "calendar" in row else {}
        assert str(_answer(row, **more) or "") == row["bears"]

    @pytest.mark.parametrize("row", [row for row in CASES if "deemed" in row or "moment" in row], ids=lambda r: r["id"])
    def test_hours(self, row: dict[str, Any]) -> None:
        """Hours run from the moment, to the minute; what is open is neither yes nor no."""
        answer = row["deemed"] if "deemed" in row else row["moment"]
        undiagnosed = {"first_diagnosis": None} if "deemed" in row and "first_diagnosis" not in row["facts"] else {}
        assert _answer(row, **undiagnosed) == (None if answer == "open" else answer)

    @pytest.mark.parametrize("row", [row for row in CASES if "refused" in row], ids=lambda row: row["id"])
    def test_refused(self, row: dict[str, Any]) -> None:
        """What cannot be answered yet is refused by the fact that is missing, under the clause."""
        with pytest.raises(InvalidFactError) as caught:
            _answer(row)
        assert (caught.value.field, str(caught.value.clause)) == (row["refused"], row["clause"])
        assert row["rule"] in str(caught.value)

    @pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
    def test_clause(self, row: dict[str, Any]) -> None:
        """Each question cites the clause that the row is about."""
        assert str(clause_of(getattr(determination, row["question"]))) == row["clause"]
