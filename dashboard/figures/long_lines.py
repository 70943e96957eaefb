"""Lines too long for a point a month: only the last one shows its certainty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.escaping import text
from dashboard.figures.marks import after_value, last_known, point_fill, rounded
from dashboard.figures.spec import ChartSpec, Series
from dashboard.theme import colour

MEAN_MONTH_MS = 2_629_746_000
"""A twelfth of the mean year: from the middle of a month it leads into every month to come, for centuries."""


def long_line(spec: ChartSpec, series: Series, x: Sequence[Any], axis: str, theme: str) -> list[dict[str, Any]]:
    """A line too long for a point a month: only the last one shows its certainty; months are counted, not written."""
    values, own = rounded(series.values, series.decimals - 1), colour(series.role, theme)
    last = last_known(values)
    unit = text(after_value(series.unit))
    common = {"type": "scatter", "yaxis": axis}
    line: dict[str, Any] = {
        **common, **_months(spec, x, len(values)), "mode": "lines", "connectgaps": False, "y": values,
        "line": {"color": own, "width": 2.2}, "name": text(series.name),
        "hovertemplate": f"{text(series.name)}: <b>%{{y}}{unit}</b><extra></extra>",
        **({"customdata": series.traces} if series.figure_ids or series.derivations else {}),
    }  # fmt: skip
    if last < 0:
        return [line]
    end = {
        **common, "mode": "markers", "x": [x[last]], "y": [values[last]], "hoverinfo": "skip", "cliponaxis": False,
        "marker": {"size": 9, "color": [point_fill(series, last, theme)], "line": {"color": own, "width": 2}},
    }  # fmt: skip
    return [line, end, *_lonely(values, x, common, own)]


def _lonely(values: Sequence[float | None], x: Sequence[Any], common: dict[str, Any], own: str) -> list[dict[str, Any]]:
    """Values between missing ones as small points: no line would show them."""
    if None not in values:
        return []
    around = [None, *values, None]
    alone = [i for i, v in enumerate(values) if v is not None and around[i] is None and around[i + 2] is None]
    if not alone:
        return []
    points = {"mode": "markers", "x": [x[i] for i in alone], "y": [values[i] for i in alone], "hoverinfo": "skip"}
    return [{**common, **points, "marker": {"size": 5, "color": own, "opacity": 1}}]


def _months(spec: ChartSpec, x: Sequence[Any], count: int) -> dict[str, Any]:
    """Months by their number: each stands at its middle, a date a month would double the size of the figure."""
    if not spec.is_time or count < 2 or count != len(spec.categories):
        return {"x": list(x)}
    first = f"{spec.categories[0]}-15"
    return {"x0": first, "dx": MEAN_MONTH_MS, "xperiod": "M1", "xperiodalignment": "middle"}
