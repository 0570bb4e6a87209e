"""Annex 2 as CSV: what spreadsheets make of it is read, every fault is told, nothing is lost."""

import csv
import pickle
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.codec import Fault, FileError, Limits
from gxinjury.construction import (
    Roster,
    RosterChangeKind,
    RosterEntry,
    RosterForm,
    Sex,
    Worker,
    insured_on,
)
from gxinjury.extra.forms.annex2 import id_fault, read_roster, write_roster
from tests.bad_input import refused
from tests.construction.people import resident_ids

ADD, REMOVE = RosterChangeKind.ADD, RosterChangeKind.REMOVE
ID: Final = "450103198001011233"
REPORTED: Final = date(2015, 11, 28)
HEADERS: Final = "序号,姓名,性别,身份证号,增减,原因,月工资,参保时间"
COLUMNS: Final = (*HEADERS.split(","), "增减原因")
ENTRIES: Final = (
    RosterEntry(Worker("张三", ID, Sex.MALE), ADD, "进场", "3500.50", date(2015, 11, 29), 1),
    RosterEntry(Worker("李四", None, Sex.FEMALE), REMOVE, "退场", None, None, 2),
)
FORM: Final = RosterForm(REPORTED, ENTRIES, "邕江花园", "某建筑公司", "王五", "0771-1234567")
WRITTEN: Final = f"""\
建筑施工项目参加工伤保险职工增减变动情况花名册\r
项目名称,邕江花园,施工企业名称,某建筑公司\r
填报时间,2015-11-28\r
{HEADERS}\r
1,张三,男,{ID},增,进场,3500.50,2015-11-29\r
2,李四,女,,减,退场,,\r
经办人,王五,联系电话,0771-1234567\r
"""


def table(*lines: str, headers: str = HEADERS) -> RosterForm:
    """Return what is read from rows under the official headers."""
    return read_roster("\n".join([headers, *lines]), reported_on=REPORTED)


def faults(*lines: str, headers: str = HEADERS, **facts: Any) -> list[tuple[int, str, str]]:  # noqa: ANN401
    """Return the faults of rows under the headers: row, column, what is wrong."""
    with pytest.raises(FileError) as caught:
        read_roster("\n".join([headers, *lines]), **({"reported_on": REPORTED} | facts))
    for fault in caught.value.faults:
        assert re.search("[\u4e00-\u9fff]", fault.text("zh"))
        assert not fault.path or str(fault.path[0]) in fault.text("zh")
    return [(*places([fault])[0], fault.text("en")) for fault in caught.value.faults]


def is_read_or_refused(text: str) -> bool:
    """Return whether a file is read, or refused with a fault; any other error goes on."""
    try:
        read_roster(text, reported_on=REPORTED)
    except FileError as error:
        return bool(error.faults) and len(error.text("zh").splitlines()) == len(error.text("en").splitlines())
    return True


def places(found: Iterable[Fault]) -> list[tuple[int, str]]:
    """Return the row and the column of each fault: row 0 for the whole file, no column for one without a header."""
    told = []
    for fault in found:
        match fault.path:
            case (int() as row, str() as column):
                told.append((row, column))
            case (int() as row, *_):
                told.append((row, ""))
            case path:
                assert path == ()
                told.append((0, ""))
    return told


class TestWriting:
    """The form with its official headers."""

    def test_writes_the_form(self) -> None:
        """Head, table and foot, the ids in full, lines ended as spreadsheets end them."""
        assert write_roster(FORM, encoding="utf-8").decode() == WRITTEN
        assert write_roster(FORM) == b"\xef\xbb\xbf" + WRITTEN.encode()
        assert write_roster(FORM, encoding="gb18030") == WRITTEN.encode("gb18030")

    def test_writes_what_is_blank_blank(self) -> None:
        """A form with nothing on it can be read again."""
        empty = RosterForm(REPORTED, [])
        assert read_roster(write_roster(empty)) == empty

    def test_refuses_bad_input(self) -> None:
        """A form, and an encoding that spreadsheets know."""
        with refused("write_roster", "form", "must be of type RosterForm"):
            write_roster(None)  # type: ignore[arg-type]  # bad input
        with refused("write_roster", "encoding", "must be utf-8-sig, utf-8 or gb18030", got="'latin-1'"):
            write_roster(FORM, encoding="latin-1")  # type: ignore[arg-type]  # bad input


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8) | st.sampled_from(
    ["经办人", "项目名称：甲", "增", "=1+1", '"', "a,b", "甲\n乙", "(公章)x", "花名册"]
)
workers = st.builds(
    Worker,
    texts.filter(lambda text: text.strip() != ""),
    st.none() | resident_ids(),
    st.none() | st.sampled_from(Sex),
)
entries = st.builds(
    RosterEntry,
    workers,
    st.sampled_from(RosterChangeKind),
    texts,
    st.none() | st.decimals(min_value="0.01", max_value=10**8, places=2),
    st.none() | st.dates(min_value=date(2010, 12, 31), max_value=date(2030, 1, 1)),
    st.none() | st.integers(0, 10**6),
)
forms = st.builds(
    RosterForm,
    st.dates(min_value=date(2011, 1, 1), max_value=date(2030, 1, 1)),
    st.lists(entries, max_size=4),
    # A seal is no name; and what adds or removes somebody is no handler, for a line of the table would look the same.
    *[texts.filter(lambda text: text.strip() not in {"(公章)", "增"})] * 4,
)


class TestRoundTrip:
    """Nothing is lost on the way out and in."""

    @given(forms, st.sampled_from(["utf-8-sig", "utf-8", "gb18030"]))
    def test_gives_back_what_was_written(self, form: RosterForm, encoding: Any) -> None:  # noqa: ANN401
        """In every encoding, whatever the texts hold."""
        assert read_roster(write_roster(form, encoding=encoding)) == form

    @given(forms, st.randoms(use_true_random=False))
    def test_the_columns_may_stand_in_any_order(self, form: RosterForm, order: Any) -> None:  # noqa: ANN401
        """Columns shuffled, with blank lines between: the same form."""
        lines = list(csv.reader(StringIO(write_roster(form, encoding="utf-8").decode(), newline="")))
        positions = list(range(8))
        order.shuffle(positions)
        shuffled = [[(line + [""] * 8)[at] for at in positions] for line in lines[3:-1]]
        out = StringIO(newline="")
        csv.writer(out).writerows(
            [*lines[:3], [], *(row for line in shuffled for row in (line, [], [""] * 8)), lines[-1]]
        )
        assert read_roster(out.getvalue()) == form


class TestReading:
    """What spreadsheets and people make of the form."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_reads_every_encoding_and_ending(self, encoding: str, ending: str) -> None:
        """UTF-8 with a BOM or without, GB18030, and what ends a line."""
        assert read_roster(WRITTEN.replace("\r\n", ending).encode(encoding)) == FORM

    def test_reads_a_text_with_a_bom(self) -> None:
        """A file opened as UTF-8 keeps its BOM as a character."""
        assert read_roster("\ufeff" + WRITTEN) == FORM

    @pytest.mark.parametrize(
        "head",
        [
            "附件2\n项目名称：邕江花园,,,施工企业名称：某建筑公司\n填报时间：2015年11月28日,经办人：王五,联系电话：0771-1234567\n",
            "项目名称,,邕江花园,,施工企业名称（公章）,,某建筑公司\n填报时间:,2015/11/28,经办人：,王五,联系电话,0771-1234567\n",
            "填报日期,2015-11-28\n工程名称：邕江花园,,施工单位名称,某建筑公司\n经办人,王五,联系电话,0771-1234567\n",
            "填报时间：,,2015.11.28,\n施工企业名称：某建筑公司,（公章）\n项目名称:邕江花园\n经办人,王五\n联系电话,,,0771-1234567\n",
        ],
    )
    def test_reads_the_head_as_the_annex_has_it(self, head: str) -> None:
        """Label and value in one cell or two, merged cells between, a seal beside, a foot at the head."""
        assert read_roster(f"{head}{HEADERS}\n") == RosterForm(REPORTED, [], *_of_head())

    def test_reads_the_blank_annex(self) -> None:
        """Labels without values, and the fifteen numbered lines that nobody filled in."""
        lines = [f"{number},,,,,,," for number in range(1, 16)]
        text = "\n".join(["项目名称：,施工企业名称：(公章)", "填报时间：", HEADERS, *lines, "经办人：,,联系电话："])
        assert read_roster(text, reported_on=REPORTED) == RosterForm(REPORTED, [])

    @pytest.mark.parametrize(
        "headers",
        ["姓　名,增减,身份证号码", " 姓名 ,增 减,公民身份号码", "姓名,增/减,居民身份证号", "姓名,增／减,身份证号"],
    )
    def test_reads_headers_as_they_are_spelled(self, headers: str) -> None:
        """Spaced out, or called otherwise."""
        form = table(f"张三,增,{ID}", headers=headers)
        assert form.entries == (RosterEntry(Worker("张三", ID), ADD),)

    @pytest.mark.parametrize(
        "number",
        [
            ID,
            "４５０１０３１９８００１０１１２３３",
            f"'{ID}",
            f"\t{ID}",
            f'"=""{ID}"""',
            f'="{ID}"',
            "450103 19800101 1233",
        ],
    )
    def test_reads_an_id_as_it_is_kept(self, number: str) -> None:
        """In full width, after an apostrophe or a tab, as a formula, with blanks."""
        assert table(f",张三,,{number},增,,,").entries[0].worker.resident_id == ID

    def test_reads_an_x_in_either_case(self) -> None:
        """The last digit may be X, x or in full width."""
        found = {table(f",张三,,11010519491231002{x},增,,,").entries[0].worker.key for x in "XxＸｘ"}
        assert found == {"11010519491231002X"}

    @pytest.mark.parametrize("wage", ["3500", "３５００", "3,500.00", "3，500", "3500元", "3500.0 元"])
    def test_reads_a_wage_as_it_is_written(self, wage: str) -> None:
        """In full width, with thousands apart, with its unit."""
        assert table(f',张三,,,增,,"{wage}",').entries[0].monthly_wage == 3500

    @pytest.mark.parametrize(
        "day",
        [
            "2015-11-29",
            "2015/11/29",
            "2015.11.29",
            "2015年11月29日",
            "２０１５年１１月２９日",
            "20151129",
            "2015/11/29 0:00:00",
            "2015 年 11 月 29 日",
        ],
    )
    def test_reads_a_day_as_it_is_written(self, day: str) -> None:
        """As spreadsheets and people write it."""
        assert table(f",张三,,,增,,,{day}").entries[0].enrolled_on == date(2015, 11, 29)

    @pytest.mark.parametrize(
        ("kind", "meant"), [("增", ADD), ("增加", ADD), (" 新增", ADD), ("减", REMOVE), ("减　少", REMOVE)]
    )
    def test_reads_a_kind_as_it_is_written(self, kind: str, meant: RosterChangeKind) -> None:
        """In one character or two."""
        assert table(f",张三,,,{kind},,,").entries[0].kind is meant

    @pytest.mark.parametrize(("cell", "meant"), [("男", Sex.MALE), ("　女 ", Sex.FEMALE), ("\u2007男", Sex.MALE)])
    def test_reads_a_sex_as_it_is_written(self, cell: str, meant: Sex) -> None:
        """With blanks of a spreadsheet or without."""
        assert table(f",张三,{cell},,增,,,").entries[0].worker.sex is meant

    def test_reads_a_roster_without_ids(self) -> None:
        """Two columns and the day are enough, and a day in the file comes before the one supplied."""
        form = read_roster("填报时间,2015-11-27\n姓名,增减\n张三,增\n", reported_on=REPORTED)
        assert form.reported_on == date(2015, 11, 27)
        assert insured_on(form.changes, REPORTED) == (Worker("张三"),)

    def test_headers_marked_as_needed_and_tabs(self) -> None:
        """A file of an office: its headers say what has to be filled in, and tabs set its cells apart."""
        form = read_roster("填报时间\t2015-11-27\n*姓名\t增减（必填）\t月工资\n张三\t增\t3,500\n")
        assert [(one.worker.name, one.monthly_wage) for one in form.entries] == [("张三", Decimal(3500))]

    @pytest.mark.parametrize("cells", ["合计,2人,,,,,7000,", ",合 计,,,,,,", "小计：2人,,,,,,,", "合计,,,,增,,,"])
    def test_a_line_of_totals(self, cells: str) -> None:
        """It is told once, as what it is."""
        with pytest.raises(FileError) as caught:
            table(f"1,张三,,,增,,,\n{cells}")
        assert caught.value.text("zh") == "第3行：像是合计行，请删除"

    def test_a_worker_called_as_a_line_of_totals_begins(self) -> None:
        """Who is added or removed is a worker, whatever the name."""
        assert [one.worker.name for one in table("1,合计,,,增,,,", "2,小计三,,,减,,,").entries] == ["合计", "小计三"]

    def test_a_person_born_before_1983_in_nanning_is_taken(self) -> None:
        """The place code of an old id is not in today's lists, and is not looked at."""
        number = _with_check("45010319600101123")
        assert table(f",张三,,{number},增,,,").entries[0].worker.key == number


def _of_head() -> tuple[str, str, str, str]:
    return "邕江花园", "某建筑公司", "王五", "0771-1234567"


def _with_check(digits: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(one) * weight for one, weight in zip(digits, weights, strict=True)) % 11]


@pytest.mark.clause("NN-A2")
class TestKindAndReason:
    """Whether a row adds or removes, and why: in two columns or in one, in the words that people use."""

    @pytest.mark.parametrize(
        ("cell", "kind", "reason"),
        [
            ("增", ADD, None),
            ("增员", ADD, None),
            ("新增", ADD, None),
            ("减", REMOVE, None),
            ("减员", REMOVE, None),
            ("增加：进场", ADD, "进场"),
            ("增（进场）", ADD, "进场"),
            ("减员 (合同到期)", REMOVE, "合同到期"),
            ("减少，调离", REMOVE, "调离"),
        ],
    )
    @pytest.mark.parametrize("header", ["增减原因", "增减 原因", "增减、原因"])
    def test_one_column_holds_both(self, header: str, cell: str, kind: RosterChangeKind, reason: str | None) -> None:
        """The copy breaks the header over two lines."""
        [entry] = table(f'张三,"{cell}"', headers=f"姓名,{header}").entries
        assert (entry.kind, entry.reason) == (kind, reason)

    @pytest.mark.parametrize(("cell", "kind"), [("增员", ADD), ("减员", REMOVE)])
    def test_two_columns(self, cell: str, kind: RosterChangeKind) -> None:
        """The reason stands by itself."""
        [entry] = table(f"张三,{cell},调动", headers="姓名,增减,原因").entries
        assert (entry.kind, entry.reason) == (kind, "调动")

    def test_what_is_neither_is_told(self) -> None:
        """So is a column that says it once more, and one left blank."""
        [(row, column, told)] = faults("张三,调动", headers="姓名,增减原因")
        assert (row, column) == (2, "增减原因")
        assert "must be 增 (added) or 减 (removed)" in told
        [(_, column, told)] = faults("张三,增,增", headers="姓名,增减原因,原因")
        assert (column, "must stand there once" in told) == ("原因", True)
        [(_, column, told)] = faults("张三,", headers="姓名,增减原因")
        assert (column, "must be filled in" in told) == ("增减原因", True)

    def test_passports_and_permits_are_read(self) -> None:
        """Under any of the headers, and never shown."""
        form = table("JOHN SMITH,增,E12345678", "陈,增,H12345678", headers="姓名,增减,证件号码")
        assert [entry.worker.resident_id for entry in form.entries] == ["E12345678", "H12345678"]
        assert not re.search("123456", repr(form))
        assert read_roster(write_roster(form)) == form


class TestFaults:
    """Every fault is told, with its row and column, and nothing is taken."""

    @pytest.mark.parametrize(
        ("line", "column", "told"),
        [
            ("一,张三,,,增,,,", "序号", "must be a whole number, got '一'"),
            ("1,,,,增,,,", "姓名", "must be filled in"),
            ("1,张三", "增减", "must be filled in"),
            ("1,张三,M,,增,,,", "性别", "must be 男 (male) or 女 (female), got 'M'"),
            ("1,张三,,,加,,,", "增减", "must be 增 (added) or 减 (removed), got '加'"),
            ("1,张三,,,增,,三千,", "月工资", "must be an amount in yuan such as 3500.00, got '三千'"),
            ("1,张三,,,增,,-1,", "月工资", "must be an amount in yuan such as 3500.00, got '-1'"),
            ("1,张三,,,增,,0,", "月工资", "must be above zero, got '0'"),
            ('1,张三,,,增,,"35,00",', "月工资", "must be an amount in yuan such as 3500.00, got '35,00'"),
            ("1,张三,,,增,,,2015-02-29", "参保时间", "must be a day such as 2022-10-08, got '2015-02-29'"),
            ("1,张三,,,增,,,2015-11", "参保时间", "is a month only: write the day too, as 2022-10-08, got '2015-11'"),
            (
                "1,张三,,,增,,,2015年11月",
                "参保时间",
                "is a month only: write the day too, as 2022-10-08, got '2015年11月'",
            ),
            (
                "1,张三,,,增,,,42286",
                "参保时间",
                (
                    "looks like the serial number that a spreadsheet keeps for 2015-10-09: set the column to days and "
                    "fill it in again, got '42286'"
                ),
            ),
            ("1,张三,,,增,,,20000", "参保时间", "must be a day such as 2022-10-08, got '20000'"),
            ("1,张三,,,增,,,1815-11-28", "参保时间", "must lie in the years 1900 to 2199, got '1815-11-28'"),
            ("1,张三,,,增,,,,多余", "", "what is filled in must stand under a header, got '多余'"),
        ],
    )
    def test_tells_what_a_cell_must_be(self, line: str, column: str, told: str) -> None:
        """The column, the rule and the value."""
        [(row, found, message)] = faults(line)
        assert (row, found) == (2, column)
        assert message == (f"row 2, {column} {told}" if column else f"row 2: {told}")

    @pytest.mark.parametrize(
        ("number", "told"),
        [
            ("450103198001011234", "must end in its check digit, got '4501************34'"),
            ("45010319800101123X", "must end in its check digit, got '4501************3X'"),
            (_with_check("45010319800230123"), "must hold a birth date that exists, got '4501************"),
            (_with_check("45010320151129123"), "must not hold a birth date after the report, got '4501************"),
            (
                "45010319800101123",
                "of which the last may be X, or the number of a passport or permit, got '4501***********23'",
            ),
            (
                "450103800101123",
                "one of 15 is of the first generation and out of use, look up the new one, got '4501*********23'",
            ),
            ("450103198001011000", "must not be a number made by a spreadsheet, which lost its last digits"),
            ("4.50103E+17", "must not be a number made by a spreadsheet, which lost its last digits"),
        ],
    )
    def test_tells_what_is_wrong_with_an_id(self, number: str, told: str) -> None:
        """Form, check digit and birth date, in this order, the id masked."""
        [(row, column, message)] = faults(f",张三,,{number},增,,,")
        assert (row, column) == (2, "身份证号")
        assert told in message
        assert number not in message or "E+" in number

    def test_born_on_the_day_of_the_report_is_taken(self) -> None:
        """The day itself is not after it; without a day nothing is after it."""
        newborn = _with_check("45010320151128123")
        assert table(f",张三,,{newborn},增,,,").entries
        assert id_fault(newborn, REPORTED) is None
        assert id_fault(_with_check("45010320151129123"), None) is None
        assert id_fault("450103", REPORTED) is not None

    def test_tells_all_faults_at_once_in_the_order_of_the_rows(self) -> None:
        """Three rows, four faults, and blank lines count as a spreadsheet counts them."""
        found = faults("x,张三,,,增,,,", "", "1,李四,,,加,,三千,", "2,王五,,,增,,,", ",,男,,减,,,")
        assert [one[:2] for one in found] == [(2, "序号"), (4, "增减"), (4, "月工资"), (6, "姓名")]

    def test_faults_of_the_foot_stand_below_those_of_the_rows(self) -> None:
        """In the order of the rows, whichever part of the file they are in, and on either side of the headers."""
        text = f"备注\n{HEADERS}\nx,张三,,,增,,,\n1,李四,,,增,,三千,\n经办人,甲,,,,说明\n"
        with pytest.raises(FileError) as caught:
            read_roster(text, reported_on=REPORTED)
        assert places(caught.value.faults) == [
            (1, ""), (3, "序号"), (4, "月工资"), (5, ""),
        ]  # fmt: skip

    def test_the_line_right_above_the_headers(self) -> None:
        """It is outside the table as those above it are, and is read as they are."""
        headers = "姓名,增减,身份证号"
        assert faults("张三,增,", headers=f"无关\n{headers}") == [
            (1, "", "row 1: must be part of the head or the foot of annex 2, got '无关'")
        ]
        form = read_roster(f"项目名称,甲\n填报时间,2015-11-28\n{headers}\n张三,增,\n")
        assert (form.project, form.reported_on, len(form.entries)) == ("甲", REPORTED, 1)

    def test_a_short_row_lacks_what_it_ends_before(self) -> None:
        """What must be filled in is missed where a row ends before it."""
        assert [told.partition("增减")[0] for _, _, told in faults("张三", "李四,进场", headers="姓名,原因,增减")] == [
            "row 2, ",
            "row 3, ",
        ]

    def test_faults_of_a_row_stand_in_its_order(self) -> None:
        """Also those of cells that are blank, before those of cells far to the right."""
        assert [one[1] for one in faults(",增,,,,,,,x", headers="姓名,增减")] == ["姓名", ""]

    def test_a_short_row_under_a_blank_header(self) -> None:
        """What is not there is not filled in."""
        form = table("张三,增", "李四,减,", headers="姓名,增减,")
        assert [entry.worker.name for entry in form.entries] == ["张三", "李四"]

    def test_tells_all_in_one_error(self) -> None:
        """Its message in both languages, its faults as records; it pickles."""
        with pytest.raises(FileError) as caught:
            table("x,张三,,,加,,,")
        error = caught.value
        assert isinstance(error, ValueError)
        assert (error.kind, error.file) == ("invalid_fact", "")
        assert str(error).splitlines() == [
            "row 2, 序号 must be a whole number, got 'x'",
            "row 2, 增减 must be 增 (added) or 减 (removed), got '加'",
        ]
        assert error.text("zh").splitlines() == [
            "第2行“序号”必须是整数，现为 'x'",
            "第2行“增减”必须是“增”或“减”，现为 '加'",
        ]
        assert pickle.loads(pickle.dumps(error)).faults == error.faults  # noqa: S301  (its own)

    def test_a_fault_as_data(self) -> None:
        """It says where, what and which rule, as every fault of the library does."""
        with pytest.raises(FileError) as caught:
            table("1,张三,,,加,,,")
        assert caught.value.faults[0].as_dict() == {
            "kind": "invalid_fact",
            "code": "no_kind",
            "path": [2, "增减"],
            "clause": None,
            "values": {"value": "'加'"},
            "message": {
                "zh": "第2行“增减”必须是“增”或“减”，现为 '加'",
                "en": "row 2, 增减 must be 增 (added) or 减 (removed), got '加'",
            },
        }

    def test_tells_fifty_and_keeps_all(self) -> None:
        """A file full of faults does not make a message without end."""
        lines = ["x,张三,,,增,,,"] * 51
        with pytest.raises(FileError) as caught:
            table(*lines)
        assert len(caught.value.faults) == 51
        assert str(caught.value).endswith("row 51, 序号 must be a whole number, got 'x'\nfurther faults: 1")
        with pytest.raises(FileError) as caught:
            table(*lines[:50])
        assert str(caught.value).endswith("row 51, 序号 must be a whole number, got 'x'")

    def test_reads_no_further_than_the_limit(self) -> None:
        """A file of a stranger is given up once it has so many faults, or so many cells."""
        lines = "\n".join(["x,张三,,,增,,,"] * 30)
        with pytest.raises(FileError) as caught:
            read_roster(f"{HEADERS}\n{lines}", reported_on=REPORTED, limits=Limits(faults=20))
        assert len(caught.value.faults) == 21
        assert caught.value.faults[-1].text("en") == "has 20 faults already, the rest is not read"
        with pytest.raises(FileError) as caught:
            read_roster(f"{HEADERS}\n{lines}", reported_on=REPORTED, limits=Limits(items=30))
        assert [fault.text("en") for fault in caught.value.faults][3:] == [
            "row 5: holds too much: more than 30 cells, the rest is not read"
        ]

    @pytest.mark.parametrize(
        ("headers", "fault"),
        [
            ("姓名,增减,年龄", (1, "年龄", f"row 1, 年龄 must be a column of annex 2; there are {', '.join(COLUMNS)}")),
            ("姓名,增减,姓 名", (1, "姓 名", "row 1, 姓 名 must stand there once")),
        ],
    )
    def test_refuses_columns_it_would_have_to_pass_over(self, headers: str, fault: tuple[int, str, str]) -> None:
        """An unknown column, and one that stands there twice."""
        assert faults("张三,增,张三", headers=headers)[0] == fault

    @pytest.mark.parametrize("length", [60, 61, 80])
    def test_a_long_header(self, length: int) -> None:
        """Of one that is longer than sixty characters the beginning is told."""
        header = "年" * length
        shown = header if length == 60 else "年" * 59 + "…"
        [(_, column, _)] = faults("张三,增,1", headers=f"姓名,增减,{header}")
        assert column == shown

    def test_what_is_of_no_row_is_told_first(self) -> None:
        """That nobody says when it was reported is wrong with the whole file."""
        found = faults("张三,增,1", headers="姓名,增减,年龄", reported_on=None)
        assert [one[:2] for one in found] == [(0, ""), (1, "年龄")]

    def test_refuses_a_cell_under_no_header(self) -> None:
        """Where the headers leave a blank, the rows do too."""
        found = faults("张三,x,增", "李四,,增", "王五,y,增", headers="姓名,,增减")
        assert found == [
            (row, "", f"row {row}: what is filled in must stand under a header, got '{cell}'")
            for row, cell in ((2, "x"), (4, "y"))
        ]

    @pytest.mark.parametrize("text", ["", "\n\n", "name,change\n", "姓名\n增减\n"])
    def test_refuses_a_file_without_headers(self, text: str) -> None:
        """Both needed headers stand in one row."""
        with pytest.raises(FileError, match=r"^there is no row of headers, which has 姓名, 增减$"):
            read_roster(text)

    def test_refuses_a_file_without_a_needed_column(self) -> None:
        """Where headers are known and one that is needed is not among them, it is that one."""
        assert faults("张三,男", headers="姓名,性别") == [(1, "增减", "row 1, 增减 must be among the columns")]
        assert faults("增,男", headers="增减原因,性别") == [(1, "姓名", "row 1, 姓名 must be among the columns")]

    def test_refuses_a_file_without_its_day(self) -> None:
        """The day of the report has to be known, from the file or the caller."""
        assert faults("1,张三,,,增,,,", reported_on=None) == [
            (0, "", "the report date (填报时间) is not stated; fill it in or supply reported_on")
        ]

    def test_tells_a_day_that_is_none_once(self) -> None:
        """A report date that cannot be read is one fault, not two."""
        text = f"填报时间,昨天\n{HEADERS}\n1,张三,,,增,,,"
        with pytest.raises(FileError) as caught:
            read_roster(f"{text}\nx,李四,,,增,,,")
        assert [fault.code for fault in caught.value.faults] == ["no_day", "no_number"]
        with pytest.raises(FileError) as caught:
            read_roster(text)
        [fault] = caught.value.faults
        assert (fault.path, fault.code) == ((1, "填报时间"), "no_day")
        assert fault.text("en") == "row 1, 填报时间 must be a day such as 2022-10-08, got '昨天'"

    def test_refuses_lines_it_does_not_know(self) -> None:
        """Above the table and beside its foot, what is not of the form is told; what is stated twice too."""
        text = f"说明,见下\n经办人,王五\n{HEADERS}\n经办人,赵六,,备注,请回\n"
        with pytest.raises(FileError) as caught:
            read_roster(text, reported_on=REPORTED)
        assert places(caught.value.faults) == [
            (1, ""),
            (1, ""),
            (4, "经办人"),
            (4, ""),
            (4, ""),
        ]

    def test_refuses_what_is_no_text(self) -> None:
        """Bytes of neither encoding, a workbook, and quotes that do not close."""
        with pytest.raises(FileError, match=r"^the file is neither UTF-8 nor GB18030"):
            read_roster(b"\xff\xff\xff")
        with pytest.raises(FileError, match=r"^the workbook is damaged, or no \.xlsx"):
            read_roster(b"PK\x03\x04")
        with pytest.raises(FileError, match="row 2: no proper CSV"):
            read_roster('姓名,增减\n"张三"x,增\n')
        with refused("read_roster", "data", "must be the bytes or the text of a file", got="<class 'NoneType'>"):
            read_roster(None)  # type: ignore[arg-type]  # bad input
        with refused("read_roster", "reported_on", "must be a day"):
            read_roster("", reported_on="2015-11-28")  # type: ignore[arg-type]  # bad input

    @given(
        resident_ids(),
        st.sampled_from([",张三,,{},加,x,三千,", "{},张三,{},,增,,,", ",,,{},{},,{},{}", "{},{},,,增,,{},,{}"]),
    )
    def test_never_shows_an_id(self, number: str, line: str) -> None:
        """Wherever in the row it stands, right or wrong."""
        with pytest.raises(FileError) as caught:
            table(line.replace("{}", number))
        error = caught.value
        assert number not in f"{error} {error!r} {error.text('zh')} {error.faults!r}"


@given(
    st.lists(
        st.lists(st.text(max_size=8) | st.sampled_from(["增", "经办人", "项目名称：", "合计"]), max_size=9), max_size=4
    )
)
def test_no_row_breaks_it(rows: list[list[str]]) -> None:
    """Whatever stands under the headers is read, or refused with every fault."""
    out = StringIO(newline="")
    csv.writer(out).writerows(rows)
    assert is_read_or_refused(f"{HEADERS}\n{out.getvalue()}")


@pytest.mark.parametrize(
    ("columns", "rows"), [(100_000, 1), (10, 30_000)], ids=["a hundred thousand columns", "very many empty rows"]
)
def test_takes_what_a_spreadsheet_leaves_empty(columns: int, rows: int) -> None:
    """Columns and rows that hold nothing are passed over, before the table, in it and below it."""
    blank = "," * columns + "\n"
    form = read_roster(
        f"{blank * rows}{HEADERS}{blank}{blank * rows}1,张三,,,增{blank}{blank * rows}", reported_on=REPORTED
    )
    assert [entry.worker.name for entry in form.entries] == ["张三"]


def test_the_headers_stand_among_the_first_thousand_rows() -> None:
    """Of a table that begins further down nothing is read, and that is said."""
    title, table_below = "附件2\n", f"{HEADERS}\n1,张三,,,增\n"
    form = read_roster(title * 999 + table_below, reported_on=REPORTED)
    assert [entry.worker.name for entry in form.entries] == ["张三"]
    with pytest.raises(FileError) as caught:
        read_roster(title * 1_000 + table_below, reported_on=REPORTED)
    assert [fault.code for fault in caught.value.faults] == ["no_headers"]


def test_takes_a_large_roster() -> None:
    """Two thousand rows become as many changes of as many workers."""
    rows = [f"{number},工人{number},,,增,,{3000 + number},2015-11-29" for number in range(2_000)]
    form = table(*rows)
    roster = Roster(form.changes)
    assert len(insured_on(roster, date(2015, 11, 29))) == 2_000
    assert read_roster(write_roster(form)) == form
