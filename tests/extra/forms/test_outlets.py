"""Lists of courier outlets: read as offices keep them, every fault told."""

from typing import Any

import pytest
from openpyxl import Workbook

from gxinjury.codec import FileError
from gxinjury.couriers import Outlet
from gxinjury.extra.forms.outlets import OutletList, read_outlets
from tests.bad_input import refused
from tests.extra.forms.books import book, saved

HEADERS = ["序号", "网点名称", "分支机构名录", "备案回执", "所属企业", "状态", "片区"]


class TestReading:
    """What stands in a list."""

    def test_a_csv(self) -> None:
        """Papers by yes and no, closed ones apart, totals and columns of an office's own told."""
        rows = ["1,甲店,有,√,某快递公司,正常,东", "2,乙店,,是,,已注销,", "3,丙店,否,×,,依法撤销,西", "合计,3,2,2,,,"]
        found = read_outlets("\n".join([",".join(HEADERS), *rows]))
        assert found.qualifying == (Outlet("甲店", branch_listing=True, filing_receipt=True, parent="某快递公司"),)
        assert found.closed == (Outlet("乙店", filing_receipt=True), Outlet("丙店"))
        assert [fault.code for fault in found.passed_over] == ["own_column", "a_total"]

    def test_every_column(self) -> None:
        """By its name, with what stands above the table; what the list does not state is unknown."""
        headers = [
            "序号", "名称", "经营许可证", "分支机构名录", "备案回执", "用人单位", "企业法人", "全员参保", "状态",
        ]  # fmt: skip
        head = "附件1,,,,\n填报时间：2022-10-08,填报单位：某局\n"
        for answer in (True, False):
            told = "是" if answer else "否"
            cells = ["1", "甲店", told, told, told, told, "某公司", told, "正常"]
            found = read_outlets(f"{head}{','.join(headers)}\n{','.join(cells)}\n")
            flags = ("licence", "branch_listing", "filing_receipt", "is_employer", "fully_insured_before")
            papers: dict[str, Any] = dict.fromkeys(flags, answer)
            assert found == OutletList((Outlet("甲店", parent="某公司", **papers),))

    def test_sheets_of_a_workbook(self) -> None:
        """Closed ones may stand on a sheet of their own; the same name may stand in both lists."""
        made = Workbook()
        for title, name in (("符合参保条件", "甲店"), ("注销撤销", "甲店")):
            page = made.create_sheet(title)
            page.append(["网点名称"])
            page.append([name])
        made.remove(made.worksheets[0])
        found = read_outlets(saved(made))
        assert (found.qualifying, found.closed) == ((Outlet("甲店"),), (Outlet("甲店"),))

    def test_faults(self) -> None:
        """All of them, each at its cell."""
        data = book(
            [HEADERS, [1, "甲店", "也许"], [2, "甲店"], [3, "甲店"], [4, None, "有"], [5, "乙店", *[None] * 3, "搬迁"]]
        )
        with pytest.raises(FileError) as caught:
            read_outlets(data, file="a.xlsx")
        assert [(fault.text("en").partition(" got")[0]) for fault in caught.value.faults] == [
            "a.xlsx: 附件2!C2, 分支机构名录 answer yes or no,",
            "a.xlsx: 附件2!B4, 网点名称 must stand once in its list: row 3 has it already,",
            "a.xlsx: 附件2!B5, 网点名称 must be filled in",
            "a.xlsx: 附件2!F6, 状态 must be open, closed or revoked,",
        ]

    def test_no_list(self) -> None:
        """A file that holds none, and what is no file."""
        with pytest.raises(FileError, match=r"^b.xlsx: the workbook is damaged"):
            read_outlets(b"PK\x03\x04", file="b.xlsx")
        with pytest.raises(FileError, match="there is no row of headers, which has 名称"):
            read_outlets("x\n")
        with refused("read_outlets", "data", "must be the bytes or the text of a file"):
            read_outlets(None)  # type: ignore[arg-type]  # bad input
