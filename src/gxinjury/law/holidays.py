"""Guangxi's own days off (广西“三月三”放假): how many, from when; a yearly notice names the dates."""

from datetime import date
from typing import Final

from gxinjury.law.clauses import HOLIDAYS
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

OWN_DAYS_OFF: Final = Timeline(
    "own_days_off",
    Text(zh="广西“三月三”放假日数", en="days off of Guangxi's own"),
    HOLIDAYS.clause("sanyuesan"),
    (
        Entry(
            date(2014, 1, 1),
            2,
            Text(zh="自治区第十二届人民政府令第98号", en="Order 98 of the twelfth government of the region"),
        ),
    ),
)
