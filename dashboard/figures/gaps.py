"""Months without figures: a shaded stretch of the panel, named where it is wide, so that nobody takes it for zero."""

from __future__ import annotations

from typing import Any

from dashboard.figures.spec import ChartSpec, Panel, Series
from dashboard.figures.template import Heights, label
from dashboard.theme import colour
from data.period import Period
from data.wording import say

SHORTEST_SHADED = 3
SHARE_OF_WORDS = 0.12
"""Share of the time axis that the words of a gap take on a wide screen; a shorter gap is only shaded."""


def missing(spec: ChartSpec, sizes: Heights, theme: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and words for every stretch of at least three months without a figure of a panel's series."""
    shapes, words = [], []
    for panel in {Panel.MAIN if spec.has_two_axes else one.panel for one in spec.series}:
        domain = sizes.growth if panel == Panel.GROWTH else sizes.main
        for first, last in stretches([one for one in spec.series if spec.has_two_axes or one.panel == panel]):
            start, end = Period.parse(spec.categories[first]).start, Period.parse(spec.categories[last]).end
            place = {"xref": "x", "yref": "paper"}
            shapes.append(
                {
                    **place,
                    "type": "rect",
                    "x0": start.isoformat(),
                    "x1": end.isoformat(),
                    "layer": "below",
                    "y0": round(domain[0], 4),
                    "y1": round(domain[1], 4),
                    "line": {"width": 0},
                    "fillcolor": colour("sunken", theme),
                    "opacity": 0.6,
                }
            )
            if last - first + 1 < SHARE_OF_WORDS * len(spec.categories):
                continue
            words.append(
                label(
                    say("dashboard.chart.not_loaded", spec.language),
                    theme,
                    **place,
                    x=(start + (end - start) / 2).isoformat(),
                    y=round(sum(domain) / 2, 4),
                )
            )
    return shapes, words


def stretches(series: list[Series]) -> list[tuple[int, int]]:
    """First and last index of each long run of months in which none of the series has a value."""
    if any(None not in one.values for one in series):
        return []
    found, start = [], None
    length = len(series[0].values) if series else 0
    for i in range(length + 1):
        is_empty = i < length and all(value is None for one in series for value in one.values[i : i + one.step])
        if is_empty and start is None:
            start = i
        elif not is_empty and start is not None:
            if i - start >= SHORTEST_SHADED:
                found.append((start, i - 1))
            start = None
    return found
