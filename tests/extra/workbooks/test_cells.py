"""What a cell holds: in every form that Excel, WPS or a clerk gives it."""

from datetime import date, datetime, time
from typing import Any, Final

import pytest
from openpyxl import Workbook

from gxinjury.codec.readers import RefusedError
from gxinjury.extra.workbooks.cells import data_of_cell, text_of
from gxinjury.extra.workbooks.tabs import Column, tabs

COLUMNS: Final = {tab.key(column): column for tab in tabs() for column in tab.columns}
DAY: Final = COLUMNS["payments:paid_on"]
MOMENT: Final = COLUMNS["injuries:happened_at"]
AMOUNT: Final = COLUMNS["payments:amount"]
RATE: Final = COLUMNS[":relief"]
FLAG: Final = COLUMNS["injuries:on_site"]
FLAG_OR_DAY: Final = COLUMNS["injuries:enrolled_by_employer"]
COUNT: Final = COLUMNS["injuries:extension_days"]
KIND: Final = COLUMNS["roster:kind"]
GRADE: Final = COLUMNS["*.benefits:grade"]
WAGES: Final = COLUMNS["*.benefits:monthly_wages"]
DAYS: Final = COLUMNS["days_off:off"]
ID: Final = COLUMNS["roster:worker.resident_id"]
NAME: Final = COLUMNS["roster:worker.name"]
NUMBER: Final = COLUMNS[":project.number"]
OF_FIGURE: Final = COLUMNS["law.figures:value"]


def cell(value: object, shown_as: str = "General", kind: str | None = None) -> Any:  # noqa: ANN401  # a cell
    """A cell that holds a value."""
    made: Any = Workbook().worksheets[0].cell(1, 1)
    made.value = value
    made.number_format = shown_as
    made.data_type = made.data_type if kind is None else kind
    return made


class TestData:
    """What is read."""

    @pytest.mark.parametrize(
        ("column", "value", "data"),
        [
            (DAY, "2015年11月1日", "2015-11-01"),
            (DAY, "2015.11.1", "2015-11-01"),
            (DAY, "2015/11/1", "2015-11-01"),
            (DAY, "2015-11-01", "2015-11-01"),
            (DAY, "20151101", "2015-11-01"),
            (DAY, 20151101, "2015-11-01"),
            (DAY, "２０１５年１１月１日", "2015-11-01"),
            (DAY, " 2015-11-01　", "2015-11-01"),
            (DAY, "2015-11-01 00:00:00", "2015-11-01"),
            (DAY, datetime(2015, 11, 1), "2015-11-01"),
            (DAY, datetime(2015, 11, 1, 8, 30), "2015-11-01"),
            (DAY, date(2015, 11, 1), "2015-11-01"),
            (DAY, 42309, "2015-11-01"),
            (DAY, 42309.75, "2015-11-01"),
            (DAY, 30_000, "1982-02-18"),
            (DAY, 59_999.5, "2064-04-07"),
            (MOMENT, datetime(2016, 3, 1, 9, 10), "2016-03-01T09:10:00+08:00"),
            (MOMENT, 42430.5, "2016-03-01T12:00:00+08:00"),
            (MOMENT, "2016-03-01 09:10", "2016-03-01T09:10:00+08:00"),
            (MOMENT, "2016/3/1 9:10:30", "2016-03-01T09:10:30+08:00"),
            (MOMENT, "2016-03-01T09:10:00+08:00", "2016-03-01T09:10:00+08:00"),
            (MOMENT, "2016年3月1日上午9时10分", "2016-03-01T09:10:00+08:00"),
            (MOMENT, "2016年3月1日 下午 3点", "2016-03-01T15:00:00+08:00"),
            (MOMENT, "2016.3.1 下午2点半", "2016-03-01T14:30:00+08:00"),
            (MOMENT, "2016.3.1 晚上12：05", "2016-03-01T12:05:00+08:00"),
            (MOMENT, "2016-03-01 零时", "2016-03-01T00:00:00+08:00"),
            (MOMENT, "2016-03-01 midnight", "2016-03-01T00:00:00+08:00"),
            (MOMENT, "2016-03-01 00:00", "2016-03-01T00:00:00+08:00"),
            (AMOUNT, 23856000, "23856000"),
            (AMOUNT, 1234.5, "1234.5"),
            (AMOUNT, 42309, "42309"),
            (NUMBER, 42309, "42309"),
            (AMOUNT, 0.1 + 0.2, "0.3"),
            (AMOUNT, "1234.50", "1234.5"),
            (AMOUNT, "23,856,000.00", "23856000"),
            (AMOUNT, "２３，８５６，０００", "23856000"),
            (AMOUNT, "¥ 1,000 元", "1000"),
            (AMOUNT, "2,385.6万元", "23856000"),
            (AMOUNT, "2385.6 万", "23856000"),
            (AMOUNT, "1.2亿元", "120000000"),
            (AMOUNT, "-50", "-50"),
            (RATE, "50%", "50%"),
            (RATE, "１．３‰", "1.3‰"),
            (RATE, "50 ％", "50%"),
            (FLAG, "是", True),
            (FLAG, " 否 ", False),
            (FLAG, "√", True),
            (FLAG, "没有", False),
            (FLAG, "×", False),
            (FLAG, "Yes", True),
            (FLAG, True, True),
            (FLAG, False, False),
            (FLAG, 1, True),
            (FLAG_OR_DAY, "否", False),
            (FLAG_OR_DAY, "2016年3月1日", "2016-03-01"),
            (FLAG_OR_DAY, datetime(2016, 3, 1), "2016-03-01"),
            (COUNT, 30, 30),
            (COUNT, 30.0, 30),
            (COUNT, "３０", 30),
            (COUNT, str(10**40), 10**40),  # beyond any count, which the record says
            (KIND, "增", "ADD"),
            (KIND, "removed", "REMOVE"),
            (KIND, "Add", "ADD"),
            (GRADE, 7, "SEVEN"),
            (GRADE, "七级", "SEVEN"),
            (GRADE, "７ 级", "SEVEN"),
            (GRADE, "10级", "TEN"),
            (GRADE, "Grade 10", "TEN"),
            (GRADE, "10", "TEN"),
            (WAGES, "4,200；4350.50;\n4500元", ["4200", "4350.5", "4500"]),
            (WAGES, 4200, ["4200"]),
            (DAYS, "2026-04-20、2026年4月21日", ["2026-04-20", "2026-04-21"]),
            (DAYS, datetime(2026, 4, 20), ["2026-04-20"]),
            (ID, "450103198001011233", "450103198001011233"),
            (ID, 12345678, "12345678"),
            (ID, 123456789012345, "123456789012345"),
            (ID, -123456789012345, "-123456789012345"),
            (NAME, "=张三", "=张三"),
            (NAME, "  张三\n", "张三"),
            (NUMBER, 2016001, "2016001"),
            (NUMBER, 2016001.0, "2016001"),
            (NUMBER, True, "True"),
            (OF_FIGURE, "1.0‰", "1.0‰"),
            (OF_FIGURE, 5000, "5000"),
        ],
    )
    def test_is_data_of_a_case_file(self, column: Column, value: object, data: object) -> None:
        """As somebody would write it there."""
        kind = "s" if isinstance(value, str) else None
        read = data_of_cell(column, cell(value, kind=kind))
        assert (read, type(read)) == (data, type(data))

    @pytest.mark.parametrize(("value", "data"), [(0.5, "50%"), (0.6, "60%"), (1, "100%")])
    def test_a_rate_that_is_shown_in_percent(self, value: float, data: str) -> None:
        """A spreadsheet keeps 50% as 0.5."""
        assert data_of_cell(RATE, cell(value, "0%")).replace(".0", "") == data

    @pytest.mark.parametrize(
        ("value", "data"), [(2385.6, "23856000"), ("2385.6", "23856000"), ("5万元", "50000"), ("100元", "100")]
    )
    def test_an_amount_under_ten_thousand_yuan(self, value: object, data: str) -> None:
        """A unit beside the number goes before the unit over the column."""
        assert data_of_cell(AMOUNT, cell(value), times=10_000) == data


class TestRefused:
    """What is told."""

    @pytest.mark.parametrize(
        ("column", "value", "code", "zh"),
        [
            (DAY, "42285", "serial_day", "像是 Excel 日期序号（2015-10-08），请将该列设为日期格式后重填"),
            (DAY, "2015-11", "month_only", "只有年月，请补上日，如 2022-10-08"),
            (DAY, "2015年11月", "month_only", "只有年月，请补上日，如 2022-10-08"),
            (DAY, "2015-13-01", "no_day", "必须是日期，如 2022-10-08"),
            (DAY, 7, "no_day", "必须是日期，如 2022-10-08"),
            (DAY, 29_999, "no_day", "必须是日期，如 2022-10-08"),
            (DAY, 60_000, "no_day", "必须是日期，如 2022-10-08"),
            (DAY, time(9), "no_day", "必须是日期，如 2022-10-08"),
            (DAY, float("inf"), "no_day", "必须是日期，如 2022-10-08"),
            (DAY, float("nan"), "no_day", "必须是日期，如 2022-10-08"),
            (MOMENT, float("-inf"), "no_moment", "必须是日期和时刻，如 2016-03-01 09:10"),
            (AMOUNT, float("inf"), "no_amount", "必须是金额，如 1234.50 或 2385.6万元"),
            (COUNT, float("inf"), "no_count", "必须是整数"),
            (DAY, True, "no_day", "必须是日期，如 2022-10-08"),
            (
                MOMENT,
                datetime(2016, 3, 1),
                "no_time",
                "只有日期，请补上时刻，如 2016-03-01 09:10；确为零时的，请写“2016-03-01 零时”",
            ),
            (
                MOMENT,
                "2016年3月1日",
                "no_time",
                "只有日期，请补上时刻，如 2016-03-01 09:10；确为零时的，请写“2016-03-01 零时”",
            ),
            (MOMENT, "2016-03 09:10", "month_only", "只有年月，请补上日，如 2022-10-08"),
            (MOMENT, "三月", "no_moment", "必须是日期和时刻，如 2016-03-01 09:10"),
            (MOMENT, "2016-03-01 25:10", "no_moment", "必须是日期和时刻，如 2016-03-01 09:10"),
            (AMOUNT, "壹万", "no_amount", "必须是金额，如 1234.50 或 2385.6万元"),
            (AMOUNT, "1,23", "no_amount", "必须是金额，如 1234.50 或 2385.6万元"),
            (AMOUNT, True, "no_amount", "必须是金额，如 1234.50 或 2385.6万元"),
            (RATE, 0.5, "no_rate", "必须是带单位的比率，如 50% 或 1.3‰"),
            (RATE, "一半", "no_rate", "必须是带单位的比率，如 50% 或 1.3‰"),
            (FLAG, "也许", "no_flag", "必须填“是”或“否”"),
            (FLAG_OR_DAY, "也许", "no_flag_or_day", "必须填“是”、“否”，或者起始日期，如 2016-03-01"),
            (COUNT, 1.5, "no_count", "必须是整数"),
            (COUNT, "三十", "no_count", "必须是整数"),
            (COUNT, True, "no_count", "必须是整数"),
            (KIND, "转入", "no_choice", "不是可选的值"),
            (ID, 1234567890123456, "cut_off", "被当作数字，末几位已丢失；请将该列设为文本格式后重填"),
            (ID, 450103198001011233, "cut_off", "被当作数字，末几位已丢失；请将该列设为文本格式后重填"),
            (ID, 4.50103198001011e17, "cut_off", "被当作数字，末几位已丢失；请将该列设为文本格式后重填"),
            (WAGES, "4200；若干", "no_amount", "必须是金额，如 1234.50 或 2385.6万元"),
        ],
    )
    def test_is_told_with_what_would_be_right(self, column: Column, value: object, code: str, zh: str) -> None:
        """In a clerk's words."""
        kind = "s" if isinstance(value, str) else None
        with pytest.raises(RefusedError) as refused:
            data_of_cell(column, cell(value, kind=kind))
        assert (refused.value.fault.code, refused.value.fault.rule.zh) == (code, zh)

    def test_a_choice_is_told_with_the_choices(self) -> None:
        """In each language its own."""
        with pytest.raises(RefusedError) as refused:
            data_of_cell(KIND, cell("转入"))
        hint = refused.value.fault.hint
        assert hint is not None
        assert (hint.zh, hint.en) == ("可用的有：增、减", "there are added, removed")

    @pytest.mark.parametrize(
        ("value", "kind", "code"),
        [(None, "n", "no_result"), ("#REF!", "e", "formula_error"), ("#N/A", "e", "formula_error")],
    )
    def test_a_formula_without_a_value(self, value: object, kind: str, code: str) -> None:
        """It was not computed, or to no value."""
        with pytest.raises(RefusedError) as refused:
            data_of_cell(NAME, cell(value, kind=kind))
        assert refused.value.fault.code == code


class TestText:
    """A cell as text."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (None, ""),
            ("　 ", ""),
            (1e20, "100000000000000000000"),
            (1234567890123456.7, "1234567890123460"),
            (datetime(2016, 3, 1), "2016-03-01"),
            (datetime(2016, 3, 1, 9, 10), "2016-03-01 09:10:00"),
            (date(2016, 3, 1), "2016-03-01"),
        ],
    )
    def test_is_as_a_spreadsheet_shows_it(self, value: object, text: str) -> None:
        """To fifteen digits."""
        assert text_of(value) == text
