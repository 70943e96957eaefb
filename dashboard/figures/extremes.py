"""The highest and the lowest value of a lone line, and the highest bar, each named by its month.

The last value has a label of its own at the end; lines that are compared carry their names there instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.scales import is_comparison
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from dashboard.figures.template import label
from dashboard.formats import number
from dashboard.theme import colour

FEWEST_POINTS = 4
EDGE = 0.09
"""Share of the width nearer to which a label begins or ends at its point instead of standing in its middle."""
AWAY_PX = 12


def lone(spec: ChartSpec, panel: Panel) -> Series | None:
    """The one series of a panel, if it is a line or plain bars that nothing is compared with."""
    drawn = [one for one in spec.series if one.panel == panel]
    if len(drawn) != 1 or is_comparison(spec) or spec.has_two_axes or not spec.is_time:
        return None
    return drawn[0] if drawn[0].kind in (Kind.LINE, Kind.BAR) else None


def extreme_labels(spec: ChartSpec, x: Sequence[Any], theme: str) -> list[dict[str, Any]]:
    """Annotations above the highest point and below the lowest one of each panel with a lone series."""
    found = []
    for panel in Panel:
        one = lone(spec, panel)
        if one is None:
            continue
        for at, is_high in places(one):
            share = at / max(len(one.values) - 1, 1)
            found.append(
                label(
                    f"{spec.labels[at]}: {number(one.values[at], one.decimals, spec.language)}",
                    theme,
                    x=x[at],
                    y=round(float(one.values[at] or 0), one.decimals + 2),
                    yref="y2" if panel == Panel.GROWTH else "y",
                    xanchor="left" if share < EDGE else "right" if share > 1 - EDGE else "center",
                    yanchor="middle",
                    bgcolor=colour("surface", theme),
                    borderpad=0,
                    yshift=AWAY_PX if is_high else -AWAY_PX,
                )
            )
    return found


def places(one: Series) -> list[tuple[int, bool]]:
    """Indexes to be named, each with whether it is the highest; none for the last value or where nothing moves."""
    known = [(value, i) for i, value in enumerate(one.values) if value is not None]
    if len(known) < FEWEST_POINTS or round(min(known)[0], one.decimals) == round(max(known)[0], one.decimals):
        return []
    high = max(known, key=lambda pair: pair[0])[1]
    low = min(known, key=lambda pair: pair[0])[1]
    wanted = [(high, True)] if one.kind == Kind.BAR else [(high, True), (low, False)]
    return [(at, is_high) for at, is_high in wanted if at != known[-1][1]]
