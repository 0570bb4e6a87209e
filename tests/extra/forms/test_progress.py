"""Progress reports in and out: what spreadsheets leave, every fault with its row and column, CSV and JSON alike."""

import json
import pickle
from datetime import date
from typing import Any, Final, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.codec import FileError, Limits
from gxinjury.couriers import Report, ReportForm, WanYuan, report_findings, reporting_periods
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms.progress import read_report_files, read_reports, report_data, write_reports
from gxinjury.extra.strategies import cities, reports

SEPTEMBER: Final = reporting_periods(2022)[8]
NANNING: Final = Report("南宁市", SEPTEMBER, 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"))
OFFICIAL: Final = (
    "序号,应参保单位数(户),已参保单位数(户),参保人数(人),缴费人数(人),工伤申报数,工伤认定数,"
    "享受工伤保险待遇人数(人),发放工伤保险待遇金额 (万元),备注"
)
FULL: Final = f"市,填报期,{OFFICIAL}"
HEADERS: Final = dict(
    zip(("city", "period", "number", *COUNTED, "benefits_paid", "note"), FULL.replace(" ", "").split(","), strict=True)
)
ROW: Final = "南宁市,2022-09,1,200,140,1800,1790,12,9,7,12.345678,"
ANNEX: Final = (
    "附件,,,,,,,,,\n"
    "基层快递网点优先参加工伤保险情况调度表,,,,,,,,,\n"
    "市：南宁市,,填报期：2022年9月,,,,,,,\n"
    "人力资源社会保障部门(盖章): 南宁市人社局  邮政管理部门(盖章): 填报时间:2022年10月8日,,,,,,,,,\n"
    "序号,应参保单位数（户）,已参保单位数（户）,参保人数（人）,缴费人数（人）,工伤认定情况,,"
    "享受工伤保险待遇人数（人）,发放工伤保险待遇金额 （万元）,备注\n"
    ",,,,,工伤申报数,工伤认定数,,,\n"
    "1,200,140,1800,1790,12,9,7,12.345678,\n"
    "2,,,,,,,,,\n"
    ",,,,,,,,,\n"
    "填报人：,李四,,联系电话,0771-1234567,,,,,\n"
)


def table(*rows: str, head: str = FULL) -> str:
    """Return a CSV of those rows."""
    return "\n".join([head, *rows, ""])


def faults(data: bytes | str, *, file: str = "") -> list[str]:
    """Return the faults that a file is refused with, in English; the Chinese must be Chinese and as many."""
    with pytest.raises(FileError) as caught:
        read_reports(data, file=file)
    assert all(any("\u4e00" <= one <= "\u9fff" for one in line) for line in caught.value.text("zh").splitlines())
    assert len(caught.value.text("zh").splitlines()) == len(str(caught.value).splitlines())
    return str(caught.value).splitlines()


def is_read_or_refused(data: bytes | str) -> bool:
    """Return whether a file is read, or refused with a fault; any other error goes on."""
    try:
        read_reports(data)
    except FileError as error:
        return bool(error.faults)
    return True


def with_cell(field: str, cell: str) -> str:
    """Return a CSV whose only row has that cell in a column."""
    fields = ["city", "period", "number", *COUNTED, "benefits_paid", "note"]
    cells = ROW.split(",")
    cells[fields.index(field)] = f'"{cell}"'
    return table(",".join(cells))


@pytest.mark.clause("GX-A")
class TestForms:
    """A sound file is read, whatever a spreadsheet did to it."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
    def test_encodings(self, encoding: str) -> None:
        """UTF-8 with and without BOM, and GB18030."""
        assert read_reports(table(ROW).encode(encoding)).lines == (NANNING,)

    def test_the_annex_itself(self) -> None:
        """Title, seals in one cell, a header of two rows, a line merely numbered, and the foot."""
        form = read_reports(ANNEX)
        assert form.lines == (NANNING,)
        assert (form.hrss, form.post, form.filed_on) == ("南宁市人社局", None, date(2022, 10, 8))
        assert (form.filler, form.phone) == ("李四", "0771-1234567")

    def test_columns_in_any_order(self) -> None:
        """Each column goes by its header."""
        rows = [FULL.split(","), ROW.split(",")]
        backwards = "\n".join(",".join(reversed(row)) for row in rows)
        assert read_reports(backwards).lines == (NANNING,)

    @pytest.mark.parametrize(
        "head",
        [
            (
                "City,Period,No.,Units that should enrol,units enrolled,persons enrolled,persons paying,injuries filed,"
                'injuries determined,persons receiving benefits,"benefits paid (10,000 yuan)",Note'
            ),
            (
                "city,month,number,units_should,units_enrolled,persons_enrolled,persons_paying,injuries_filed,"
                "injuries_determined,persons_receiving,benefits_paid_wan_yuan,remarks"
            ),
            (
                "城市,月份,编号,应参保单位数,已参保单位数,参保人数,缴费人数,工伤申报数,工伤认定数,享受工伤保险待遇人数,"
                "发放工伤保险待遇金额（ 万元 ）,备 注"
            ),
        ],
    )
    def test_other_headers(self, head: str) -> None:
        """English labels, names in code, and Chinese ones without their units."""
        assert read_reports(table(ROW, head=head)).lines == (NANNING,)

    @pytest.mark.parametrize(
        ("field", "cell", "value"),
        [
            ("units_should", "２００", 200),
            ("persons_enrolled", "1,800", 1800),
            ("persons_enrolled", "１，８００", 1800),
            ("persons_enrolled", "1800.00", 1800),
            ("injuries_filed", " 0 ", 0),
            ("benefits_paid", "１２．３５", WanYuan("12.35")),
            ("benefits_paid", "1,212.35 万元", WanYuan("1212.35")),
            ("benefits_paid", "0", WanYuan(0)),
            ("city", "南 宁", "南宁市"),
            ("city", "Nanning", "南宁市"),
            ("city", "青秀区", "青秀区"),
            ("number", "一", None),
            ("note", " 补缴，上月\n7 人 ", "补缴，上月\n7 人"),
        ],
    )
    def test_cells(self, field: str, cell: str, value: object) -> None:
        """Full-width digits, marks between thousands, units of the column; a city by either of its names."""
        (line,) = read_reports(with_cell(field, cell)).lines
        assert field == "number" or getattr(line, field) == value
        unchanged = {name: getattr(NANNING, name) for name in HEADERS if name not in {field, "number"}}
        assert {name: getattr(line, name) for name in unchanged} == unchanged

    @pytest.mark.parametrize(
        ("written", "period"),
        [
            ("2022-09", "2022-09"),
            ("2022年9月", "2022-09"),
            ("２０２２年０９月份", "2022-09"),
            ("2022.9", "2022-09"),
            ("2022/9/1", "2022-09"),
            ("2022-09-01 00:00:00", "2022-09"),
            ("202212", "2022-12"),
            ("2023Q1", "2023Q1"),
            ("2023-q4", "2023Q4"),
            ("2023年第二季度", "2023Q2"),
            ("2023年3季度", "2023Q3"),
            ("2023 年 四 季度", "2023Q4"),
        ],
    )
    def test_periods(self, written: str, period: str) -> None:
        """A month or a quarter as people and spreadsheets write it; quarters are provisional."""
        [line] = read_reports(with_cell("period", written)).lines
        read = line.period
        assert (str(read), read.provisional) == (period, "Q" in period)

    def test_head_stands_for_blank_cells(self) -> None:
        """City and period may stand outside the table; what a line states itself comes first."""
        cells = "1,200,140,1800,1790,12,9,7,12.345678,"
        for head in ("市,南宁市,填报期,2022年9月", "City: Nanning,Period: 2022-09"):
            text = f"{head}\n{table(f',,{cells}', f'柳州市,2022-10,{cells}')}"
            assert [(line.city, str(line.period)) for line in read_reports(text).lines] == [
                ("南宁市", "2022-09"),
                ("柳州市", "2022-10"),
            ]

    @pytest.mark.parametrize("name", ["合计", "总 计", "全区", "Total"])
    @pytest.mark.parametrize("column", ["number", "city"])
    def test_totals(self, name: str, column: str) -> None:
        """A line of totals is no city; it stands for the only period of the table."""
        where = f"{name},,," if column == "city" else f",,{name},"
        form = read_reports(table(ROW, f"{where}200,140,1800,1790,12,9,7,12.35,"))
        assert form.lines == (NANNING,)
        (stated,) = form.totals
        assert (stated.period, stated.persons_paying) == (SEPTEMBER, 1790)

    @given(st.lists(st.tuples(cities(), st.integers(0, 11)), unique=True, max_size=4), st.data())
    def test_there_and_back(self, keys: list[tuple[str, int]], data: st.DataObject) -> None:
        """What is written is read back: as CSV in each encoding, and as JSON."""
        lines = [data.draw(reports(city=city, period=reporting_periods(2022)[month], odd=True)) for city, month in keys]
        lines = [attrs.evolve(line, note=data.draw(st.sampled_from(["", '补缴, "上月"', "一\n二"]))) for line in lines]
        stated = [attrs.evolve(line, city="合计") for line in lines[:1]]
        form = ReportForm(lines, stated, post="某市邮政管理局", filed_on=date(2022, 10, 8), filler="李四", phone="0771")
        encodings: tuple[Literal["utf-8-sig", "utf-8", "gb18030"], ...] = ("utf-8-sig", "utf-8", "gb18030")
        for encoding in encodings:
            assert read_reports(write_reports(form, encoding=encoding)) == form
        assert read_reports(json.dumps(report_data(form))) == form

    def test_written_with_the_annexs_headers(self) -> None:
        """The annex's headers in its order, behind city and period; a BOM for spreadsheets; the head where stated."""
        written = write_reports(ReportForm([NANNING]))
        assert written.startswith(b"\xef\xbb\xbf")
        head, line = written.decode("utf-8-sig").split("\r\n")[:2]
        assert head == OFFICIAL.replace(" ", "").replace("序号", "序号,市,填报期")
        assert line == "1,南宁市,2022-09,200,140,1800,1790,12,9,7,12.345678,"
        assert "填报人" not in written.decode("utf-8-sig")
        first = write_reports(ReportForm([], hrss="某市人社局")).decode("utf-8-sig").splitlines()[:2]
        assert first[0] == "基层快递网点优先参加工伤保险情况调度表"
        assert first[1] == "人力资源社会保障部门(盖章),某市人社局,邮政管理部门(盖章),,填报时间,"

    @pytest.mark.parametrize("head", [{"filler": "甲"}, {"phone": "0771"}, {"filler": "甲", "phone": "0771"}, {}])
    def test_the_foot_is_written_where_any_of_it_is_stated(self, head: dict[str, Any]) -> None:
        """Who filled it in, or whom to ring, or both."""
        form = ReportForm([NANNING], **head)
        assert read_reports(write_reports(form)) == form
        last = write_reports(form, encoding="utf-8").decode().splitlines()[-1]
        assert last.startswith("填报人") is bool(head)

    def test_bad_writing(self) -> None:
        """What is no form, and an encoding that is not offered, are refused by name."""
        encoding: Any = "latin-1"
        with pytest.raises(InvalidFactError, match=r"write_reports\.encoding must be utf-8-sig"):
            write_reports(ReportForm([]), encoding=encoding)
        form: Any = [NANNING]
        with pytest.raises(InvalidFactError, match=r"write_reports\.form must be of type ReportForm"):
            write_reports(form)
        with pytest.raises(InvalidFactError, match=r"report_data\.form must be of type ReportForm"):
            report_data(form)


@pytest.mark.clause("GX-A")
class TestFaults:
    """Bad input is refused with its row and its column, all of it at once."""

    @pytest.mark.parametrize("column", COUNTED)
    @pytest.mark.parametrize("cell", ["-1", "(3)", "17.5", "1.5E+05", "1,80", "二百", "200户", "无", "1" * 1000])
    def test_counts(self, column: str, cell: str) -> None:
        """A negative count, a fraction, marks in the wrong place: a count is a whole number of at least zero."""
        (told,) = faults(with_cell(column, cell), file="九月.csv")
        header = HEADERS[column]
        assert told.startswith(f"九月.csv: row 2, {header} must be a whole number of at least zero")
        assert told.endswith(f", got '{cell}'") or len(cell) > 100

    @pytest.mark.parametrize("column", COUNTED)
    @pytest.mark.parametrize("cell", ["1000000000", "1,000,000,000", "1" * 21])
    def test_counts_that_are_too_many(self, column: str, cell: str) -> None:
        """A count of a billion or more is told with its row too; one less is read."""
        assert faults(with_cell(column, cell)) == [f"row 2, {HEADERS[column]} must be below 10^9, got '{cell}'"]

    @pytest.mark.parametrize(
        ("cell", "rule"),
        [
            ("123456.78元", "must be in 万元 (10,000 yuan), not in yuan"),
            ("-1", "must be an amount of at least zero in 万元"),
            ("1.2.3", "must be an amount of at least zero in 万元"),
            ("1" * 17, "must be below 10^15 yuan"),
        ],
    )
    def test_money(self, cell: str, rule: str) -> None:
        """Money in yuan by its unit is refused; by its size alone it is a finding."""
        (told,) = faults(with_cell("benefits_paid", cell))
        assert told.startswith(f"row 2, 发放工伤保险待遇金额 (万元) {rule}")
        (line,) = read_reports(with_cell("benefits_paid", "123456.78")).lines
        assert [found.code for found in report_findings(line)] == ["money_looks_like_yuan"]

    @pytest.mark.parametrize(
        ("cell", "rule"),
        [
            ("Sep-22", "must be a month or a quarter"),
            ("2022-13", "must be a month or a quarter"),
            ("2022年第五季度", "must be a month or a quarter"),
            ("0001-01", "must be a month or a quarter"),
            ("2022-09-30", "must be a month or a quarter"),
            ("2022Q3", "is no period of the plan, which for that year has 2022-01 to 2022-12"),
            ("2023-01", "is no period of the plan, which for that year has 2023Q1 to 2023Q4"),
            ("2024-01", "for 2024 ask the region's two departments"),
        ],
    )
    def test_periods(self, cell: str, rule: str) -> None:
        """What is no period, or none of the plan, is refused; for later years the region is to be asked."""
        (told,) = faults(with_cell("period", cell))
        assert told.startswith("row 2, 填报期 ")
        assert rule in told

    @pytest.mark.parametrize("field", [*COUNTED, "benefits_paid", "city", "period"])
    def test_blank_cells(self, field: str) -> None:
        """A blank cell is not taken for zero."""
        (told,) = faults(with_cell(field, " "))
        header = "发放工伤保险待遇金额 (万元)" if field == "benefits_paid" else HEADERS[field]
        rule = "must say which" if field in {"city", "period"} else "must be filled in"
        assert told.startswith(f"row 2, {header} {rule}")

    def test_all_at_once(self) -> None:
        """Every fault of a file is told, in the order of its rows."""
        text = table(
            "南宁市,2022-09,1,-1,140,1800,,12,9,7,12元,",
            ROW,
            ",,,,,,,,,,,",
            "柳州市,2022-9-3,x,1,1,1,1,1,1,1,1,备注,多出",
            "柳州小计,2022-09,,1,1,1,1,1,1,1,1,",
        )
        places = [line.partition(" must")[0] for line in faults(text)]
        assert places == [
            "row 2, 应参保单位数(户)",
            "row 2, 缴费人数(人)",
            "row 2, 发放工伤保险待遇金额 (万元)",
            "row 5, 填报期",
            "row 5, 序号",
            "row 5: what is filled in",
            "row 6, 市",
        ]

    def test_a_city_twice(self) -> None:
        """A city twice in a period is refused with both rows, by whatever name it goes."""
        (told,) = faults(table(ROW, ROW.replace("南宁市", "南宁")))
        assert told == (
            "row 3, 市 must be the only line of its city and period: 南宁市 2022-09 stands in row 2 already"
        )

    def test_a_city_in_two_files(self) -> None:
        """So it is across files, which the message names; the faults of all files are told together."""
        with pytest.raises(FileError) as caught:
            read_report_files([("a.csv", table(ROW)), ("b.csv", table(ROW)), ("c.csv", b"")])
        assert [(fault.as_dict()["file"], fault.path) for fault in caught.value.faults] == [
            ("b.csv", (2, "市")),
            ("c.csv", ()),
        ]
        assert "stands in a.csv, row 2 already" in str(caught.value)
        assert "已见于a.csv 第2行" in caught.value.text("zh")

    @pytest.mark.parametrize(
        ("header", "wrong", "nearest"),
        [
            ("缴费人数(人)", "缴费人员数", "did you mean 缴费人数?"),
            ("已参保单位数(户)", "已参保单位", "did you mean 已参保单位数?"),
            ("工伤申报数", "injury filed", "did you mean injuries filed?"),
            ("参保人数(人)", "Versicherte", "there are no., city, period, units that should enrol"),
        ],
    )
    def test_unknown_headers(self, header: str, wrong: str, nearest: str) -> None:
        """An unknown header is told with the nearest right one, and the column that is not there as well."""
        unknown, missing = faults(table(ROW, head=FULL.replace(f",{header}", f",{wrong}")))
        assert unknown.startswith(f"row 1, {wrong} must be a column of the report; {nearest}")
        assert missing == f"row 1, {header} must be among the columns"

    def test_headers_in_another_language(self) -> None:
        """Headers that are none of the form's at all are told one by one."""
        head = "Stadt,Monat,Nummer,Soll,Ist,Versicherte,Zahlende,Gemeldet,Anerkannt,Bezieher,Betrag,Bemerkung"
        told = faults(f"Übersicht\n{table(ROW, head=head)}")
        assert [line for line in told if line.startswith("row 2, Stadt must be a column of the report")]
        assert sum("must be a column of the report" in line for line in told) == 12

    @pytest.mark.parametrize(
        "header", ["发放工伤保险待遇金额（元）", "发放工伤保险待遇金额", "benefits paid (yuan)", "benefits_paid"]
    )
    def test_money_without_its_unit(self, header: str) -> None:
        """A money column in yuan, or in nothing, is refused at its header, once."""
        (told,) = faults(table(ROW, head=FULL.replace("发放工伤保险待遇金额 (万元)", header)))
        assert told.startswith(f"row 1, {header} must say that its unit is 万元")

    def test_a_column_twice(self) -> None:
        """A column that comes twice is refused."""
        (told,) = faults(table(f"{ROW},7", head=f"{FULL},工伤申报数"))
        assert told == "row 1, 工伤申报数 must stand there once"

    @pytest.mark.parametrize(
        ("data", "rule"),
        [
            (
                b"PK\x03\x04...",
                "the workbook is damaged, or no .xlsx: open it in a spreadsheet program and save it as .xlsx",
            ),
            (b"\xff\xff\xff", "the file is neither UTF-8 nor GB18030"),
            ('"a', "row 1: no proper CSV (unexpected end of data)"),
            ("", "there is no row of headers, which has 应参保单位数(户), 已参保单位数(户)"),
            ("1,2,3,4,5,6\n", "there is no row of headers"),
            ("市,南宁市,填报期,2022年9月,填报人,李四\n", "there is no row of headers"),
        ],
    )
    def test_no_table(self, data: bytes | str, rule: str) -> None:
        """What is no table says what it is instead."""
        assert faults(data)[0].startswith(rule)

    def test_what_stands_outside_the_table(self) -> None:
        """What the form does not have there is refused, as is a label twice or a wrong day: nothing is passed over."""
        text = f"单位：元\n市：南宁市,市：柳州市\n填报时间：十月八日,,邮政管理部门,填报人\n{table(ROW)}"
        told = faults(text)
        assert told[0].startswith("row 1: must be part of the head or the foot of the report")
        assert told[0].endswith("got '单位:元'") or told[0].endswith("got '单位：元'")
        assert told[1] == "row 2, 市 must stand there once, got '柳州市'"
        assert told[2].startswith("row 3, 填报时间 must be a day such as 2022-10-08, got '十月八日'")
        assert len(told) == 3

    def test_a_group_without_its_columns(self) -> None:
        """The annex's heading over two columns needs both under it."""
        head = FULL.replace("工伤申报数,工伤认定数", "工伤认定情况,")
        assert faults(head) == [
            "row 1, 工伤申报数 must be among the columns",
            "row 1, 工伤认定数 must be among the columns",
        ]

    def test_a_group_above_an_empty_row(self) -> None:
        """Its columns stand right below it; what comes after an empty row is a line."""
        head = FULL.replace("工伤申报数,工伤认定数", "工伤认定情况,")
        told = faults(f"{head}\n\n{ROW}\n")
        assert told == [
            "row 1, 工伤申报数 must be among the columns",
            "row 1, 工伤认定数 must be among the columns",
            "row 3: what is filled in must stand under a header, got '12'",
            "row 3: what is filled in must stand under a header, got '9'",
        ]

    def test_a_group_longer_than_the_first_row(self) -> None:
        """The second row of headers may reach further than the first; its headers are told in their own row."""
        first = FULL.partition("工伤申报数")[0] + "工伤认定情况"
        second = f"{',' * 7}工伤申报数,工伤认定数,享受工伤保险待遇人数,发放工伤保险待遇金额(万元),备注"
        assert read_reports(table(second, ROW, head=first)).lines == (NANNING,)
        assert faults(table(f"{second},年龄", ROW, head=first))[0].startswith("row 2, 年龄 must be a column")

    def test_the_line_right_above_the_headers(self) -> None:
        """It is outside the table as those above it are, and is read as they are."""
        (told,) = faults(f"无关\n{table(ROW)}")
        assert told.startswith("row 1: must be part of the head or the foot of the report")
        form = read_reports(f"附件\n填报人,李四\n{table(ROW)}")
        assert (form.filler, form.lines) == ("李四", (NANNING,))

    def test_three_known_headers_are_enough(self) -> None:
        """A row with three of them holds the headers, and the others are told; one with fewer is gone by its looks."""
        (*told,) = faults("缴费人数,工伤申报数,工伤认定数\n1,1,1\n")
        assert told[0] == "row 1, 应参保单位数(户) must be among the columns"
        assert faults("甲,乙,丙,丁\n1,2,3,4\n")[0].startswith("there is no row of headers")
        assert faults("甲,乙,丙,丁,戊\n1,2,3,4,5\n")[0].startswith("row 1, 甲 must be a column of the report")

    @pytest.mark.parametrize(
        "foot", ["填报人,,李四", ",填报人,,李四", ",,填报人：李四", "填报人,李四", "填报人：,,,李四"]
    )
    def test_a_label_and_its_value(self, foot: str) -> None:
        """The value stands in the label's cell or in the next one that is filled, wherever the line begins."""
        assert read_reports(table(ROW, foot)).filler == "李四"

    def test_several_labels_in_one_cell(self) -> None:
        """Each has what stands up to the next."""
        read = read_reports(table(ROW, "填报人：李四 联系电话：0771-123 填报时间：2022-10-08"))
        assert (read.filler, read.phone, read.filed_on) == ("李四", "0771-123", date(2022, 10, 8))

    def test_a_total_of_no_known_period(self) -> None:
        """Under lines of several periods a total says which it is of."""
        text = table(ROW, ROW.replace("2022-09", "2022-10"), "合计,,,1,1,1,1,1,1,1,1,")
        (told,) = faults(text)
        assert told.startswith("row 4, 填报期 must say which period it is of")

    def test_subtotals(self) -> None:
        """A subtotal is no city: it would count twice."""
        (told,) = faults(with_cell("city", "桂南小计"))
        assert told.startswith("row 2, 市 must be a city; a subtotal would count twice")

    def test_ids_are_masked(self) -> None:
        """A resident id that strayed into a column is masked in the message."""
        (told,) = faults(with_cell("persons_paying", "450103198001011233"))
        assert "4501************33" in told
        assert "450103198001011233" not in told

    def test_many_faults(self) -> None:
        """The message tells the first fifty, the error has all."""
        with pytest.raises(FileError) as caught:
            read_reports(table(*(f"城{number},2022-09,1,-1,1,1,1,1,1,1,1," for number in range(60))))
        assert len(caught.value.faults) == 60
        assert str(caught.value).splitlines()[-1] == "further faults: 10"
        assert repr(caught.value).startswith('FileError("row 2, ')
        assert isinstance(caught.value, ValueError)
        assert caught.value.args == ("", caught.value.faults)
        again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  (our own bytes)
        assert (again.faults, str(again)) == (caught.value.faults, str(caught.value))

    def test_reads_no_further_than_the_limit(self) -> None:
        """The limit is of all files together; what is no table is told of its file."""
        files = [(name, table(*["城,2022-09,1,-1,1,1,1,1,1,1,1,"] * 3)) for name in "ab"]
        with pytest.raises(FileError) as caught:
            read_report_files([("w", b"PK\x03\x04"), *files], limits=Limits(faults=5))
        assert str(caught.value).splitlines()[::5] == [
            "w: the workbook is damaged, or no .xlsx: open it in a spreadsheet program and save it as .xlsx",
            "b: has 5 faults already, the rest is not read",
        ]

    def test_the_limit_of_one_file(self) -> None:
        """As of several."""
        rows = ["城,2022-09,1,-1,1,1,1,1,1,1,1,"] * 3
        with pytest.raises(FileError, match="has 2 faults already"):
            read_reports(table(*rows), limits=Limits(faults=2))

    @pytest.mark.parametrize("bad", [None, 1, ["a"]])
    def test_no_file(self, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """What is neither bytes nor text is refused."""
        with pytest.raises(InvalidFactError, match="must be the bytes or the text of a file"):
            read_reports(bad)

    @given(st.text(max_size=200) | st.binary(max_size=200))
    def test_nothing_else_is_raised(self, data: bytes | str) -> None:
        """Whatever comes is read or refused."""
        assert is_read_or_refused(data)

    @given(st.lists(st.lists(st.text(max_size=8), max_size=12), max_size=4))
    def test_no_row_breaks_it(self, rows: list[list[str]]) -> None:
        """Whatever stands under the headers is read or refused."""
        body = "\n".join(",".join(f'"{cell}"' for cell in (one.replace('"', "") for one in row)) for row in rows)
        assert is_read_or_refused(table(body))


DATA: Final[dict[str, Any]] = report_data(ReportForm([NANNING]))


def changed(**values: object) -> str:
    """Return the JSON of a file whose only report has those values; None leaves one out."""
    line = {**DATA["reports"][0], **values}
    return json.dumps({"reports": [{key: value for key, value in line.items() if value is not None}]})


@pytest.mark.clause("GX-A")
class TestData:
    """JSON is machine-made, so its types are strict; its faults tell the path."""

    def test_stated_once(self) -> None:
        """City and period may stand at the top; exact numbers with a point are read as they stand."""
        line = {key: value for key, value in DATA["reports"][0].items() if key not in {"city", "period"}}
        text = json.dumps({"city": "南宁", "period": "2022年9月", "filed_on": "2022-10-08", "reports": [line]})
        form = read_reports(text.replace('"12.345678"', "12.345678"))
        assert (form.lines, form.filed_on) == ((NANNING,), date(2022, 10, 8))

    def test_a_note_may_be_empty(self) -> None:
        """As in a table: it is none; a city of nothing is refused."""
        for empty in ("", " "):
            assert [line.note for line in read_reports(changed(note=empty)).lines] == [""]

    @pytest.mark.parametrize(
        ("given", "called"), [({"city": "全区"}, "全区"), ({"city": " 全市"}, "全市"), ({}, "合计")]
    )
    def test_totals(self, given: dict[str, str], called: str) -> None:
        """A line of totals keeps its name, and is called 合计 where it has none."""
        line = {key: value for key, value in DATA["reports"][0].items() if key != "city"}
        form = read_reports(json.dumps({**DATA, "totals": [{**line, **given}]}))
        assert form.totals == (attrs.evolve(NANNING, city=called),)
        assert report_data(form)["totals"] == [{**line, "city": called}]
        assert "totals" not in DATA

    @pytest.mark.parametrize("key", [key for key in DATA["reports"][0] if key not in {"city", "period"}])
    def test_a_fault_is_told_once(self, key: str) -> None:
        """What cannot be read is not missing as well."""
        (told,) = faults(changed(**{key: [1]}))
        assert told.startswith(f"reports[0].{key} must")

    def test_money_without_its_unit_is_told_once(self) -> None:
        """And not as missing under its right key."""
        assert len(faults(changed(benefits_paid_wan_yuan=None, benefits_paid=123456))) == 1

    def test_by_suffix_or_by_brace(self) -> None:
        """A file is JSON by its name, or by its first character."""
        assert read_reports(f"\ufeff {json.dumps(DATA)}").lines == (NANNING,)
        assert faults("[]", file="a.JSON") == ["a.JSON: the file must hold a table (a JSON object) at its top"]

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (changed(persons_paying=-1), "reports[0].persons_paying must be a whole number of at least zero, got -1"),
            (
                changed(persons_paying=17.5),
                "reports[0].persons_paying must be a whole number of at least zero, got 17.5",
            ),
            (changed(persons_paying="1790"), "reports[0].persons_paying must be a whole number of at least zero"),
            (
                changed(persons_paying=True),
                "reports[0].persons_paying must be a whole number of at least zero, got true",
            ),
            (changed(persons_paying=None), "reports[0].persons_paying must be filled in"),
            (
                changed(benefits_paid_wan_yuan="-1"),
                "reports[0].benefits_paid_wan_yuan must be an amount of at least zero",
            ),
            (
                changed(benefits_paid_wan_yuan=None, benefits_paid=123456),
                "reports[0].benefits_paid must be in 万元 (10,000 yuan), under the key benefits_paid_wan_yuan",
            ),
            (changed(unit_should=1), "reports[0].unit_should is no known key; did you mean units_should?"),
            (changed(city=5), "reports[0].city must be a text, got 5"),
            (changed(city=" "), "reports[0].city must be a text, got ' '"),
            (changed(period="2024-01"), "reports[0].period the plan lays down reports for 2022"),
            ('{"reports": {}}', "reports must be a list, got a table"),
            ('{"reports": [7]}', "reports[0] must be a table of keys and values, got 7"),
            ('{"report": []}', "report is no known key; did you mean reports?"),
            ("{}", "reports is missing"),
            ('{"reports": [], "filed_on": "gestern"}', "filed_on must be a day such as 2022-10-08, got 'gestern'"),
            ('{"reports": [], "reports": []}', "the key reports stands twice in one place"),
            ("{", "the file is no JSON: line 1, column 2"),
        ],
    )
    def test_faults(self, data: str, told: str) -> None:
        """Each fault names its path, its rule and its value."""
        assert faults(data)[0].startswith(told)

    def test_twice(self) -> None:
        """A city twice in a period is told with both paths, also across a CSV and a JSON."""
        with pytest.raises(FileError, match=r"b\.json: reports\[0\]\.city must be .* stands in a\.csv, row 2"):
            read_report_files([("a.csv", table(ROW)), ("b.json", json.dumps(DATA))])
