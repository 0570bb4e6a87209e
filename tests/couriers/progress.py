"""A progress report that is sound, and the months of 2022."""

from gxinjury.couriers import (
    Report,
    WanYuan,
    reporting_periods,
)

MONTHS = reporting_periods(2022)


SOUND = Report("南宁市", MONTHS[8], 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"))
