"""The picture of the tables: times beside each other on a logarithmic scale, wrong answers named."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
from matplotlib import pyplot as plt

PICTURE: Final = Path(__file__).parents[2] / "docs" / "_static" / "field.svg"
OURS, BY_HAND, OTHERS, WRONG = "#1b6ca8", "#8a8a8a", "#c9a66b", "#b3261e"

Times = Mapping[str, Mapping[str, float]]


def _colour(name: str) -> str:
    if name.startswith("gxinjury"):
        return OURS
    return BY_HAND if "by hand" in name else OTHERS


def _bars(axes: Any, times: Times, title: str, base: str) -> None:  # noqa: ANN401  (matplotlib's own)
    seconds = {name: sum(of.values()) for name, of in times.items()}
    order = sorted(seconds, key=lambda name: seconds[name], reverse=True)
    values = [seconds[name] / seconds[base] for name in order]
    axes.barh(order, values, color=[_colour(name) for name in order], height=0.65)
    axes.set_xscale("log")
    axes.set_xlim(min(values) / 2.5, max(values) * 6)
    axes.set_title(title, loc="left", fontsize=11)
    axes.set_xlabel(f"time for all four questions; {base} = 1", fontsize=9)
    axes.tick_params(labelsize=9)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for place, value in enumerate(values):
        axes.text(value * 1.12, place, f"{value:,.2f}" if value < 100 else f"{value:,.0f}", va="center", fontsize=8.5)


def draw_picture(
    one: Times, one_base: str, many: Times, many_base: str, wrong: Mapping[str, Mapping[str, int]]
) -> None:
    """Draw one case, 10^6 rows and the wrong answers of 10^5 rows."""
    mpl.rcParams["svg.hashsalt"] = "gxinjury"
    mpl.rcParams["svg.fonttype"] = "none"
    heights = [len(one), len(many), len(wrong)]
    figure, (top, middle, bottom) = plt.subplots(3, 1, figsize=(8.5, 10), height_ratios=heights)
    _bars(top, one, "One case", one_base)
    _bars(middle, many, "10⁶ rows", many_base)
    counts = {name: sum(of.values()) for name, of in wrong.items()}
    order = sorted(counts, key=lambda name: (counts[name], name), reverse=True)
    bottom.barh(order, [counts[name] for name in order], color=WRONG, height=0.65)
    bottom.set_xlim(0, max(*counts.values(), 1) * 1.25)
    bottom.set_title("Wrong answers, 10⁵ rows", loc="left", fontsize=11)
    bottom.set_xlabel("answers to the four questions that are off", fontsize=9)
    bottom.tick_params(labelsize=9)
    for side in ("top", "right"):
        bottom.spines[side].set_visible(False)
    for place, name in enumerate(order):
        bottom.text(counts[name] + max(counts.values()) * 0.02, place, f"{counts[name]:,}", va="center", fontsize=8.5)
    figure.tight_layout(h_pad=2)
    PICTURE.parent.mkdir(exist_ok=True)
    figure.savefig(PICTURE, metadata={"Date": None})
    plt.close(figure)
