"""The average wage (职工平均工资) that wages are measured by: which series, whose, of which year.

An annual average is divided by 12 exactly, never rounded first.
"""

from decimal import Decimal
from typing import Annotated, Final, cast

import attrs

from gxinjury.benefits.average_series import (
    AREAS,
    AverageSeries,
    check_series_named,
    series_named,
)
from gxinjury.facts import (
    Sign,
    Yuan,
    amount,
    check_amount,
    check_year,
)
from gxinjury.law.regulation import AverageArea
from gxinjury.money import Share, times
from gxinjury.records import AboveZero, Record, check_facts
from gxinjury.texts import Text

__all__ = ["MONTHS_A_YEAR", "AverageWage"]

MONTHS_A_YEAR: Final = 12


@attrs.frozen(init=False)
class AverageWage(Record):
    """An average wage of a year.

    Args:
        yuan_per_year: The average, in yuan a year.
        series: Which average it is; its name will do.
        year: The year that it was earned in.
        area: Whose it is; None: as the name of the series has it (``guangxi_on_post``), else not told.

    Raises:
        InvalidFactError: The average is not above zero, or there is no such series.

    >>> average = AverageWage(107581, "on_post", 2022)
    >>> average.series.name, average.year
    ('ON_POST', 2022)
    >>> AverageWage(94766, "guangxi_on_post", 2022).area.value.en
    'Guangxi as a whole'
    >>> AverageWage.of_month("3903.83", AverageSeries.ON_POST, 2014).monthly()
    Decimal('3903.83')
    """

    yuan_per_year: Annotated[AboveZero, Text("每年", "a year")] = attrs.field(converter=amount)
    series: Annotated[AverageSeries, check_series_named, Text("口径", "series")] = attrs.field(converter=series_named)
    year: Annotated[int, check_year, Text("年度", "year")]
    area: Annotated[AverageArea | None, Text("地域", "area")] = None

    def __init__(
        self,
        yuan_per_year: Decimal | int | str,
        series: AverageSeries | str,
        year: int,
        area: AverageArea | None = None,
    ) -> None:
        named = AREAS.get(series.lower()) if isinstance(series, str) else None
        self.__attrs_init__(yuan_per_year, series, year, named if area is None else area)

    __attrs_post_init__ = check_facts

    @classmethod
    def of_month(
        cls, yuan: Decimal | int | str, series: AverageSeries | str, year: int, area: AverageArea | None = None
    ) -> "AverageWage":
        """Return the average wage that was published by the month, in yuan a month; raises as the class does."""
        read: object = amount(yuan)
        check_amount("AverageWage", "yuan", read, Sign.POSITIVE)
        return cls(times(cast("Yuan", read), MONTHS_A_YEAR), series, year, area)

    def monthly(self) -> Yuan:
        """Return the average in yuan a month, not rounded: a twelfth of the year's, to 60 digits."""
        return Share(1, MONTHS_A_YEAR).of(self.yuan_per_year)
