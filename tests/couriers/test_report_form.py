"""The progress report as a form: what stands about the table, and its totals."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.couriers import Report, ReportForm, WanYuan, region_table, reporting_periods, total_findings
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.strategies import reports

MONTH, OTHER = reporting_periods(2022)[8:10]
LINES = (
    Report("南宁市", MONTH, 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.3456")),
    Report("柳州市", MONTH, 100, 71, 900, 900, 3, 3, 2, WanYuan("4")),
    Report("柳州市", OTHER, 1000, 1000, 1000, 1000, 1000, 1000, 1000, WanYuan("1000")),
)
STATED = Report("合计", MONTH, 300, 211, 2700, 2690, 15, 12, 9, WanYuan("16.35"))


@pytest.mark.clause("GX-A")
class TestTotals:
    """A stated total is held against the lines of its own period."""

    def test_right(self) -> None:
        """A total that adds up, money as the form shows it, has no finding."""
        assert total_findings(ReportForm(LINES, [STATED])) == ()

    @pytest.mark.parametrize("column", COUNTED)
    def test_each_count(self, column: str) -> None:
        """One more or less in a column is found, with both numbers."""
        right = getattr(STATED, column)
        (found,) = total_findings(ReportForm(LINES, [attrs.evolve(STATED, **{column: right + 1})]))
        assert (found.code, str(found.clause)) == ("total_differs", "GX-A")
        assert {name: found[name] for name in ("stated", "added", "city", "period")} == {
            "stated": right + 1,
            "added": right,
            "city": "合计",
            "period": "2022-09",
        }

    def test_money(self) -> None:
        """Money is found where it differs by a hundredth of 万元."""
        (found,) = total_findings(ReportForm(LINES, [attrs.evolve(STATED, benefits_paid=WanYuan("16.34"))]))
        assert (found["stated"], found["added"]) == ("16.34", "16.35")
        assert found.message.zh == "2022-09 合计：发放工伤保险待遇金额（万元）为 16.34，各行相加为 16.35"

    @given(st.tuples(*(reports(city=city, period=MONTH) for city in ("南宁市", "柳州市", "桂林市"))))
    def test_the_regions_own_total(self, lines: tuple[Report, ...]) -> None:
        """The region's table states totals that are right."""
        assert total_findings(ReportForm(lines, [region_table(lines).total])) == ()

    def test_bad_form(self) -> None:
        """What is no form is refused by name."""
        with pytest.raises(InvalidFactError, match=r"total_findings\.form must be of type ReportForm"):
            total_findings("form")  # type: ignore[arg-type]  # the slip under test


@pytest.mark.clause("GX-A")
class TestForm:
    """Both seals, the day, who filled it in."""

    def test_holds_what_the_annex_has(self) -> None:
        """The head and the foot of the annex are kept, ids in them masked."""
        form = ReportForm(
            [], hrss="某市人社局", filed_on=date(2022, 10, 8), filler="李四 450103198001011233", phone="0771"
        )
        assert (form.hrss, form.post, form.filed_on, form.phone) == ("某市人社局", None, date(2022, 10, 8), "0771")
        assert "450103198001011233" not in repr(form)

    @pytest.mark.parametrize(
        ("bad", "field"),
        [
            ({"lines": ["x"]}, r"lines\[0\]"),
            ({"lines": None}, "lines"),
            ({"totals": [1]}, r"totals\[0\]"),
            ({"filed_on": "2022-10-08"}, "filed_on"),
            ({"phone": " "}, "phone"),
            ({"hrss": 1}, "hrss"),
        ],
    )
    def test_bad_forms(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field."""
        with pytest.raises(InvalidFactError, match=rf"ReportForm\.{field} must be"):
            ReportForm(**{"lines": [], **bad})
