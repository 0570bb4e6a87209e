"""Answers as pictures (图表): charts of altair, each in Chinese or English; ``pip install "gxinjury[charts]"``.

Each takes an answer of the library and is readable without colour: dashes, shapes, labels. What it rests on stands
under the title, what it shows in its description. ``save`` writes SVG or PNG without a network.

A chart is not money: its data are floats, made of the exact amounts at the edge. Count with the answers.
"""

from gxinjury.extra.charts._canvas import Chart
from gxinjury.extra.charts.benefits import benefits_chart
from gxinjury.extra.charts.populations import decile_chart
from gxinjury.extra.charts.regions import coverage_chart
from gxinjury.extra.charts.saving import save
from gxinjury.extra.charts.sweeps import days_chart, premium_chart
from gxinjury.extra.charts.timelines import cover_chart

__all__ = [
    "Chart",
    "benefits_chart",
    "cover_chart",
    "coverage_chart",
    "days_chart",
    "decile_chart",
    "premium_chart",
    "save",
]
