"""Charts as files (图表文件): SVG, whose words stay words, or PNG; drawn without a browser and without a network."""

from pathlib import Path
from typing import Final

import altair as alt
import vl_convert

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.charts._canvas import Chart
from gxinjury.extra.saving import save as save_file

__all__ = ["save", "svg"]

_SVG: Final = ".svg"
_PNG: Final = ".png"
_SUFFIX: Final = FactRule(zh="文件名须以 .svg 或 .png 结尾", en="must end in .svg or .png", code="no_picture")
_VERSION: Final = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])


def save(chart: Chart, path: str | Path, *, ppi: int = 144) -> None:
    """Write a chart as SVG or PNG, by the end of the file's name; whole or not at all, over no file of another kind.

    Args:
        chart: The chart.
        path: Where.
        ppi: The dots an inch of a PNG.

    Raises:
        InvalidFactError: The name ends in something else.
        GxInjuryError: It cannot be written there, or a file of another kind is there.
    """
    suffix = Path(path).suffix.lower()
    if suffix == _SVG:
        save_file(str(path), svg(chart).encode(), begins=b"<svg")
    elif suffix == _PNG:
        pixels = vl_convert.vegalite_to_png(chart.to_dict(), vl_version=_VERSION, ppi=ppi, allowed_base_urls=[])
        save_file(str(path), pixels, begins=b"\x89PNG")
    else:
        raise InvalidFactError("save", "path", _SUFFIX, str(path))


def svg(chart: Chart) -> str:
    """Return a chart as SVG, drawn without a network."""
    return vl_convert.vegalite_to_svg(chart.to_dict(), vl_version=_VERSION, allowed_base_urls=[])
