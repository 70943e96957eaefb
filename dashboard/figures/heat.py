"""The heat map as a Plotly figure made of rectangles and numbers, so that the small chart library can draw it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.escaping import text
from dashboard.figures import template
from dashboard.figures.spec import ChartSpec
from dashboard.formats import number
from dashboard.theme import colour

ROW_HEIGHT = 28
CLASSES = (-2.0, -1.0, -0.33, 0.33, 1.0, 2.0)
"""Limits of the seven classes in multiples of the typical distance from the middle."""


def heat_figure(spec: ChartSpec, theme: str) -> dict[str, Any]:
    """Rows are series, columns categories; the number stands in each cell that has one."""
    figure = template.layout(spec, theme, height=ROW_HEIGHT * len(spec.series) + 48)
    figure["margin"] = {"l": 64, "r": 8, "t": 28, "b": 8}
    figure["hovermode"] = False
    columns, rows = len(spec.categories), len(spec.series)
    figure["xaxis"] = {
        "range": [-0.5, columns - 0.5],
        "side": "top",
        "tickvals": list(range(columns)),
        "ticktext": [text(one) for one in spec.labels],
    }
    figure["yaxis"] = {
        "range": [rows - 0.5, -0.5],
        "tickvals": list(range(rows)),
        "showgrid": False,
        "ticktext": [text(one.name) for one in spec.series],
        "zeroline": False,
    }
    known = [v for one in spec.series for v in one.values if v is not None]
    middle, spread = middle_and_spread(known)
    for row, one in enumerate(spec.series):
        for column, value in enumerate(one.values):
            if value is None:
                continue
            fill, ink = class_colours(heat_class(value, middle, spread), theme)
            figure["shapes"].append(
                {
                    "type": "rect",
                    "x0": column - 0.47,
                    "x1": column + 0.47,
                    "y0": row - 0.46,
                    "y1": row + 0.46,
                    "fillcolor": fill,
                    "line": {"width": 0},
                    "layer": "below",
                }
            )
            figure["annotations"].append(
                template.label(
                    number(value, one.decimals, spec.language),
                    theme,
                    x=column,
                    y=row,
                    xref="x",
                    yref="y",
                    font={"size": 11, "color": ink},
                )
            )
    return {
        "data": [
            {"type": "scatter", "x": [0], "y": [0], "mode": "markers", "marker": {"opacity": 0}, "hoverinfo": "skip"}
        ],
        "layout": figure,
    }


def middle_and_spread(known: Sequence[float]) -> tuple[float, float]:
    """The middle value, and how far values typically stand from it."""
    if not known:
        return 0.0, 1.0
    middle = sorted(known)[len(known) // 2]
    return middle, sum(abs(v - middle) for v in known) / len(known) or 1.0


def heat_class(value: float, middle: float, spread: float) -> int:
    """-3 (far below the middle) to 3 (far above)."""
    distance = (value - middle) / (spread or 1.0)
    return sum(distance > limit for limit in CLASSES) - 3


def class_colours(step: int, theme: str) -> tuple[str, str]:
    """Fill and ink of a class."""
    if step == 0:
        return colour("surface", theme), colour("ink", theme)
    role = "series1" if step > 0 else "series2"
    strength = {1: 0.22, 2: 0.45, 3: 0.88} if step > 0 else {1: 0.20, 2: 0.45, 3: 0.70}
    ink = colour("surface", theme) if step == 3 else colour("ink", theme)
    return _mixed(colour(role, theme), colour("surface", theme), strength[abs(step)]), ink


def _mixed(over: str, under: str, share: float) -> str:
    parts = [(int(over[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in parts)
