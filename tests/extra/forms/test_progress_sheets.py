"""The progress report in workbooks: nothing lost on the way, city and period from where an office writes them."""

from datetime import date
from io import BytesIO
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from gxinjury.codec import FileError
from gxinjury.couriers import Report, ReportForm, WanYuan, reporting_periods
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms._progress_names import city_named, period_named
from gxinjury.extra.forms.progress import (
    read_office_reports,
    read_report_files,
    read_reports,
    write_reports_workbook,
)
from gxinjury.extra.forms.progress_months import CityMonths, compare_reports
from gxinjury.law.campaign import CITIES
from tests.bad_input import refused
from tests.extra.forms.books import book, saved

AUGUST, SEPTEMBER = reporting_periods(2022)[7:9]
NANNING = Report("南宁市", SEPTEMBER, 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"), "=补缴")
counts = st.integers(0, 10**6)
reports = st.builds(
    Report,
    st.sampled_from([city.zh for city in CITIES]),
    st.sampled_from([*reporting_periods(2022), *reporting_periods(2023)]),
    *[counts] * 7,
    st.builds(WanYuan, st.decimals(min_value=0, max_value=10**6, places=6)),
    st.sampled_from(["", "补缴上月7人", "=1+1", "2022-09-01"]),
)
officials = st.none() | st.sampled_from(["某局", "0771-1234567", "=1"])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(reports, max_size=4, unique_by=lambda one: (one.city, one.period)),
    st.none() | st.dates(min_value=date(2022, 1, 1), max_value=date(2023, 12, 31)),
    st.tuples(*[officials] * 4),
)
def test_gives_back_what_was_written(lines: list[Report], filed_on: date | None, texts: tuple[Any, ...]) -> None:
    """Counts, money to the last digit, notes, what stands outside the table."""
    hrss, post, filler, phone = texts
    form = ReportForm(lines, hrss=hrss, post=post, filed_on=filed_on, filler=filler, phone=phone)
    assert read_reports(write_reports_workbook(form)) == form


def test_the_paper_as_the_annex_has_it() -> None:
    """The header of two rows, with what stands above both columns of injuries; totals below the cities."""
    form = ReportForm([NANNING], [attrs.evolve(NANNING, city="合计", note="")], hrss="南宁市人社局", phone="1")
    data = write_reports_workbook(form)
    page: Any = load_workbook(BytesIO(data)).worksheets[0]
    assert page["A1"].value == "基层快递网点优先参加工伤保险情况调度表"
    assert (page["H3"].value, page["H4"].value, page["I4"].value) == ("工伤认定情况", "工伤申报数", "工伤认定数")
    assert {"H3:I3", "A3:A4", "L3:L4"} < {str(one) for one in page.merged_cells.ranges}
    assert [cell.value for cell in page[5]][-2:] == [12.345678, "=补缴"]
    assert {cell.data_type for row in page.rows for cell in row} == {"s", "n"}
    assert read_reports(data) == form
    with refused("write_reports_workbook", "form", "must be of type ReportForm"):
        write_reports_workbook(None)  # type: ignore[arg-type]  # bad input


def test_several_sheets() -> None:
    """One report is asked for; the reader of several files takes each sheet."""
    made = Workbook()
    for title in ("八月", "九月"):
        page = made.create_sheet(title)
        for row in (["市", "填报期", *HEADERS], ["南宁市" if title == "八月" else "柳州市", "2022-09", *ROW]):
            page.append(row)
    made.remove(made.worksheets[0])
    data = saved(made)
    assert [form.lines[0].city for form in read_report_files([("", data)])] == ["南宁市", "柳州市"]
    with pytest.raises(FileError, match=r"^a\.xlsx: the report stands on several sheets: save each as a file"):
        read_reports(data, file="a.xlsx")


def test_a_blank_report_has_no_lines() -> None:
    """Below its headers stands its foot."""
    page: Any = load_workbook(BytesIO(write_reports_workbook(ReportForm([])))).worksheets[0]
    assert [page.cell(row, 1).value for row in range(3, 7)] == ["序号", None, "填报人", None]


HEADERS = [
    "应参保单位数(户)",
    "已参保单位数(户)",
    "参保人数(人)",
    "缴费人数(人)",
    "工伤申报数",
    "工伤认定数",
    "享受工伤保险待遇人数(人)",
    "发放工伤保险待遇金额(万元)",
]
ROW = [200, 140, 1800, 1790, 12, 9, 7, 1.5]


class TestNames:
    """City and period from seal, sheet and file, in this order, where the report itself does not say them."""

    @pytest.mark.parametrize(
        ("above", "title", "file", "where"),
        [
            ([["人力资源社会保障部门（盖章）：桂林市人社局"]], "柳州", "南宁.xlsx", "按盖章部门计为桂林市"),
            ([["邮政管理部门(盖章)", "桂林市邮政管理局"]], "柳州", "南宁.xlsx", "按盖章部门计为桂林市"),
            ([], "柳州市9月", "南宁.xlsx", "按工作表名称计为柳州市"),
            ([], "Sheet1", "南宁.xlsx", "按文件名计为南宁市"),
        ],
    )
    def test_city(self, above: list[list[str]], title: str, file: str, where: str) -> None:
        """The first that names one city is taken, and told."""
        data = book([*above, ["填报期：2022年9月"], HEADERS, ROW], title=title)
        found = read_office_reports([(file, data)])
        assert where in found.passed_over[-1].text("zh")
        assert where.endswith(found.forms[0].lines[0].city)

    def test_what_the_report_says_comes_first(self) -> None:
        """Nothing is guessed then, nor where a report has several lines, or none."""
        said = book([["市", "填报期", *HEADERS], ["柳州市", "2022-09", *ROW]], title="南宁")
        assert read_office_reports([("2022-08.xlsx", said)]).passed_over == ()
        with pytest.raises(FileError, match="must say which city it is of"):
            read_office_reports([("南宁2022-08.xlsx", book([HEADERS, ROW, ROW]))])
        assert read_office_reports([("南宁.xlsx", book([HEADERS]))]).forms[0].lines == ()
        with pytest.raises(FileError, match="must say which city it is of"):
            read_report_files([("南宁2022-08.xlsx", book([HEADERS, ROW]))])
        with pytest.raises(FileError, match="must say which city it is of"):
            read_office_reports([("a.xlsx", book([HEADERS, ROW]))])

    def test_a_city_at_fault_is_not_guessed(self) -> None:
        """A subtotal is told, and nothing else."""
        data = book([["市", "填报期", *HEADERS], ["南宁小计", "2022-09", *ROW]], title="柳州")
        with pytest.raises(FileError) as caught:
            read_office_reports([("a.xlsx", data)])
        assert [fault.code for fault in caught.value.faults] == ["subtotal"]
        assert caught.value.faults[0].text("zh").startswith("a.xlsx：柳州!A2“市”必须是市名")

    def test_a_city_twice(self) -> None:
        """Where the first stands is told, sheet and all."""
        data = book([["市", "填报期", *HEADERS], ["南宁市", "2022-09", *ROW]], title="一")
        with pytest.raises(FileError) as caught:
            read_report_files([("a.xlsx", data), ("b.xlsx", data)])
        assert "already" in str(caught.value)
        assert "a.xlsx!一, row 2" in str(caught.value)

    @pytest.mark.parametrize(
        ("name", "period"),
        [
            ("南宁2022.9", "2022-09"),
            ("2022_09", "2022-09"),
            ("２０２２年９月", "2022-09"),
            ("2023Q1", "2023Q1"),
            ("2023年第二季度", "2023Q2"),
            ("2022-09、2022-10", "None"),
            ("2022-13", "None"),
            ("调度表", "None"),
        ],
    )
    def test_period(self, name: str, period: str) -> None:
        """As people write it; several are none."""
        assert str(period_named(name)) == period

    def test_every_city(self) -> None:
        """By its full name and its short one."""
        for city in CITIES:
            assert city_named(f"{city.zh}邮政管理局") == city_named(city.zh.removesuffix("市")) == city.zh


class TestTwoPeriods:
    """One period held against another."""

    def test_missing_reports_are_no_zeros(self) -> None:
        """A city that reported once has no change; the latest of several periods count."""
        before = [attrs.evolve(NANNING, period=AUGUST), attrs.evolve(NANNING, city="柳州市", period=AUGUST)]
        now = [attrs.evolve(NANNING, units_enrolled=139, persons_paying=1790), attrs.evolve(NANNING, city="某区")]
        found = compare_reports([ReportForm(before)], [ReportForm(before), ReportForm(now)])
        assert found is not None
        assert [one.city for one in found.cities] == ["南宁市", "柳州市", "某区"]
        assert [one.change("units_enrolled") for one in found.cities] == [-1, None, None]
        assert [one.fell for one in found.cities] == [("units_enrolled",), (), ()]
        assert found.cities[1].coverages[1] is None

    def test_what_fell(self) -> None:
        """Units and persons; fewer injuries are no fall."""
        fewer = {name: getattr(NANNING, name) - 1 for name in COUNTED}
        now = attrs.evolve(NANNING, **fewer)
        [city] = compare_reports([ReportForm([NANNING])], [ReportForm([now])]).cities  # type: ignore[union-attr]
        assert city.fell == ("units_should", "units_enrolled", "persons_enrolled", "persons_paying")
        assert CityMonths("南宁市", now, NANNING).fell == ()

    def test_nothing_to_compare(self) -> None:
        """Without a line there is none."""
        assert compare_reports([], [ReportForm([NANNING])]) is None
        assert compare_reports([ReportForm([NANNING])], [ReportForm([])]) is None
        with refused("compare_reports", "last[0]", "must be of type ReportForm"):
            compare_reports([None], [])  # type: ignore[list-item]  # bad input


class TestRates:
    """A rate that an office writes beside its counts."""

    @pytest.mark.parametrize(
        ("rate", "is_odd"),
        [
            ("70%", False),
            ("70.00％", False),
            ("0.7", False),
            ("70", False),
            ("0.70", False),
            ("71%", False),
            ("69", False),
            ("71.1%", True),
            ("0.71", False),
            ("0.69", False),
            ("1", False),
            ("0", True),
            ("72%", True),
            ("70.02%", True),
            ("0.72", True),
            ("约七成", False),
            ("", False),
        ],
    )
    @pytest.mark.parametrize("header", ["参保率", "覆盖率(%)"])
    def test_against_the_counts(self, rate: str, header: str, *, is_odd: bool) -> None:
        """To the last digit that is written; what is no number is none of ours."""
        data = book([["市", "填报期", *HEADERS, header, "比例"], ["南宁市", "2022-09", *ROW, rate, "1%"]])
        found = [one for one in read_office_reports([("a.xlsx", data)]).passed_over if one.code == "rate_differs"]
        assert len(found) == is_odd
        if found:
            assert found[0].text("zh") == f"a.xlsx：附件2!K2“{header}”填写为{rate}，按户数计为70.00%（140/200）"

    def test_nothing_should_enrol(self) -> None:
        """Then there is no rate."""
        data = book([["市", "填报期", *HEADERS, "参保率"], ["南宁市", "2022-09", 0, 0, *ROW[2:], "0%"]])
        assert [one.code for one in read_office_reports([("a.xlsx", data)]).passed_over] == ["own_column"]
