"""Which average wage (平均工资的口径): three series of two areas, by name or by the name of their figure.

No text says which of the published averages is meant, and they differ by up to 40 %: the series is always the caller's
choice.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final, cast

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.law.regulation import AverageArea
from gxinjury.texts import Text

__all__ = [
    "AREAS",
    "CITY_NAMES",
    "REGION_NAMES",
    "AverageSeries",
    "check_series",
    "check_series_named",
    "read_series",
    "series_named",
]


class AverageSeries(Enum):
    """Which average wage."""

    ON_POST = Text(zh="城镇单位在岗职工", en="on-post")
    NON_PRIVATE = Text(zh="城镇非私营单位就业人员", en="urban non-private")
    FULL_SCOPE = Text(zh="全口径城镇单位就业人员", en="full-scope")


_CITY: Final = {
    AverageSeries.ON_POST: "nanning_on_post",
    AverageSeries.NON_PRIVATE: "nanning_non_private",
    AverageSeries.FULL_SCOPE: "guangxi_full_scope",
}
_REGION: Final = {
    AverageSeries.ON_POST: "guangxi_on_post",
    AverageSeries.NON_PRIVATE: "guangxi_non_private",
    AverageSeries.FULL_SCOPE: "guangxi_full_scope",
}


def _names(figures: Mapping[AverageSeries, str]) -> dict[str, AverageSeries]:
    """Return the series by the names it may be given by: its own, and that of its figure."""
    return {name: one for one, figure in figures.items() for name in (one.name.lower(), figure)}


CITY_NAMES: Final = _names(_CITY)
REGION_NAMES: Final = _names(_REGION)
_ALL_NAMES: Final = CITY_NAMES | REGION_NAMES
AREAS: Final = {
    figure: AverageArea.CITY if figure.startswith("nanning") else AverageArea.REGION
    for figure in (*_CITY.values(), *_REGION.values())
}
"""Whose a series is that is told by the name of its figure."""


def read_series(value: AverageSeries | str, names: Mapping[str, AverageSeries]) -> AverageSeries:
    """Return the series of a name, else the value as it came."""
    return names.get(value.lower(), cast("AverageSeries", value)) if isinstance(value, str) else value


def check_series(record: str, value: object, names: Mapping[str, AverageSeries]) -> None:
    """Refuse what is no series; the names that it may have are told."""
    if not isinstance(value, AverageSeries):
        known = ", ".join(names)
        no_series = FactRule(
            zh=f"必须是平均工资的口径（AverageSeries：{known}）",
            en=f"must be an AverageSeries or its name ({known})",
            code="no_series",
        )
        raise InvalidFactError(record, "series", no_series, value)


def check_series_named(record: str, _: str, value: object) -> None:
    """Refuse what is no series, of either area."""
    check_series(record, value, _ALL_NAMES)


def series_named(value: AverageSeries | str) -> AverageSeries:
    """Return the series of a name of either area, else the value as it came."""
    return read_series(value, _ALL_NAMES)
