"""Series as Plotly traces. Certainty is a shape: full, half (tint) and hollow; gaps stay gaps."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from dashboard.escaping import text
from dashboard.figures.long_lines import long_line
from dashboard.figures.marks import ROUNDING_DIGITS, after_value, fills, last_known, point_fills, rounded
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from dashboard.formats import number
from dashboard.theme import colour
from data.period import MONTHS_IN_YEAR
from data.wording import say

BAR_MS = 22 * 86_400_000
MOST_MARKERS = 40
MOST_HALF_DISCS = 72
RANGE_STRENGTH = 0.45
SMALLEST_TOLD = 0.05


def half_discs(spec: ChartSpec, x: Sequence[Any], theme: str) -> list[dict[str, Any]]:
    """The full half of each preliminary point of the lines; of the last points only, where lines are too long for a
    point a month or too many."""
    lines = [one for one in spec.series if one.kind == Kind.LINE and one.statuses]
    every = sum(len(one.values) for one in lines) <= MOST_HALF_DISCS
    lines = [one for one in lines if "preliminary" in one.statuses]
    return [
        _half_disc(one, x[i], value, theme)
        for one in lines
        for i, value in enumerate(one.values)
        if value is not None and one.statuses[i] == "preliminary" and (every or i == last_known(one.values))
    ]


def _half_disc(series: Series, x: Any, value: float, theme: str) -> dict[str, Any]:
    """Pixels round a point of the data; a curve, since paths of the chart library know no arcs."""
    return {
        "type": "path",
        "xref": "x",
        "yref": "y2" if series.panel == Panel.GROWTH else "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": x,
        "yanchor": round(value, series.decimals + ROUNDING_DIGITS - 1),
        "path": "M0,-3.5C-4.7,-3.5,-4.7,3.5,0,3.5Z",
        "fillcolor": colour(series.role, theme),
        "line": {"width": 0},
    }


def hover(spec: ChartSpec, series: Series) -> list[str]:
    """One line for each point: certainty, name, value with unit."""
    statuses = series.statuses or ("",) * len(series.values)
    signs = {one: f" {say(f'dashboard.status.{one}', spec.language)}" if one else "" for one in set(statuses)}
    name, unit = text(series.name), after_value(series.unit)
    return [
        f"{name}: <b>{number(value, series.decimals, spec.language)}{unit}</b>{signs[status]}"
        for value, status in zip(series.values, statuses, strict=True)
    ]


def line_traces(spec: ChartSpec, series: Series, x: Sequence[Any], axis: str, theme: str) -> list[dict[str, Any]]:
    """A line with its points; the way to an estimate at the end is a trace of its own, dashed."""
    series, x = _by_step(series, x)
    if len(series.values) > MOST_MARKERS:
        return long_line(spec, series, x, axis, theme)
    values, own = rounded(series.values, series.decimals), colour(series.role, theme)
    last = last_known(values)
    is_estimate = bool(series.statuses) and last > 0 and series.statuses[last] == "estimate"
    solid = [None if is_estimate and i == last else v for i, v in enumerate(values)]
    common = {"type": "scatter", "x": list(x), "yaxis": axis, "connectgaps": False}
    traces = [{**common, "mode": "lines", "y": solid, "line": {"color": own, "width": 2.5}, "hoverinfo": "skip"}]
    if is_estimate and values[last - 1] is not None:
        traces.append(
            {
                **common,
                "x": list(x[last - 1 : last + 1]),
                "y": values[last - 1 : last + 1],
                "mode": "lines",
                "line": {"color": own, "width": 2.5, "dash": "4px,4px"},
                "hoverinfo": "skip",
            }
        )
    return [*traces, _points(spec, series, x, axis, theme, last=last)]


def range_traces(series: Series, x: Sequence[Any], axis: str, theme: str) -> list[dict[str, Any]]:
    """The range of uncertain values as a tint behind the line; the line itself runs through it."""
    known = [i for i in range(len(series.low)) if series.low[i] is not None and series.high[i] is not None]
    if not known:
        return []
    edge = {"type": "scatter", "mode": "lines", "x": [x[i] for i in known], "yaxis": axis, "line": {"width": 0},
            "hoverinfo": "skip"}  # fmt: skip
    lower = {**edge, "y": rounded([series.low[i] for i in known], series.decimals)}
    upper = {**edge, "y": rounded([series.high[i] for i in known], series.decimals)}
    return [lower, {**upper, "fill": "tonexty", "fillcolor": _faint(colour(f"{series.role}_tint", theme))}]


def _faint(hexadecimal: str) -> str:
    """A colour through which the grid is seen; the chart library takes the strength of a fill from nowhere else."""
    red, green, blue = (int(hexadecimal[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{RANGE_STRENGTH})"


def _points(spec: ChartSpec, series: Series, x: Sequence[Any], axis: str, theme: str, *, last: int) -> dict[str, Any]:
    size = [9 if i == last else 7 for i in range(len(series.values))]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": text(series.name),
        "x": list(x),
        "yaxis": axis,
        "y": rounded(series.values, series.decimals),
        "cliponaxis": False,
        "marker": {
            "size": size,
            "opacity": 1,
            "color": point_fills(series, theme),
            "line": {"color": colour(series.role, theme), "width": 2},
        },
        "text": hover(spec, series),
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": series.traces,
    }


def bar_trace(spec: ChartSpec, series: Series, x: Sequence[Any], axis: str, theme: str) -> dict[str, Any]:
    """Bars from zero: estimates hatched with an outline, preliminary ones tinted, official ones solid."""
    own = colour("ctx" if series.is_derived else series.role, theme)
    shapes = ["/" if status == "estimate" else "" for status in series.statuses]
    marker: dict[str, Any] = {
        "color": own if series.is_derived else fills(series, theme),
        "line": {"color": colour("ctrl", theme) if series.is_derived else own, "width": 1.4},
    }
    if series.kind == Kind.STACKED_BAR:
        marker["line"] = {"color": colour("surface", theme), "width": 1}
    if "/" in shapes:
        # Where every bar has a colour of its own, the chart library hatches in that colour, whatever `fgcolor` says.
        if not series.is_derived:
            marker["color"] = [own if shape else fill for shape, fill in zip(shapes, marker["color"], strict=True)]
        marker["pattern"] = {
            "shape": shapes,
            "size": 5,
            "solidity": 0.35,
            "fillmode": "replace",
            "fgcolor": own,
            "bgcolor": colour("surface", theme),
            "fgopacity": 1,
        }
    return {
        "type": "bar",
        "name": text(series.name),
        "x": list(x),
        "y": rounded(series.values, series.decimals),
        "yaxis": axis,
        "marker": marker,
        **_told(spec, series),
        "textposition": "none",
        "customdata": series.traces,
        **({"width": BAR_MS * (MONTHS_IN_YEAR if spec.is_yearly else 1)} if spec.is_time else {}),
    }


def _told(spec: ChartSpec, series: Series) -> dict[str, Any]:
    """What a bar says to a pointer; what rounding left over says nothing where it rounds to nothing itself."""
    if series.is_derived and all(abs(value or 0) < SMALLEST_TOLD for value in series.values):
        return {"hoverinfo": "skip"}
    return {"text": hover(spec, series), "hovertemplate": "%{text}<extra></extra>"}


def _by_step(series: Series, x: Sequence[Any]) -> tuple[Series, Sequence[Any]]:
    """A series of quarters or years without the months between, which are no gaps."""
    if series.step == 1:
        return series, x
    known = [i for i, value in enumerate(series.values) if value is not None]
    kept = range(known[0] % series.step if known else 0, len(series.values), series.step)
    kept_of = itemgetter(*kept, kept[-1])  # at least two, so that it always answers with a tuple
    values = kept_of(series.values)[:-1]
    statuses = kept_of(series.statuses)[:-1] if series.statuses else ()
    figure_ids = kept_of(series.figure_ids)[:-1] if series.figure_ids else ()
    derivations = kept_of(series.derivations)[:-1] if series.derivations else ()
    shown = series._replace(values=values, statuses=statuses, figure_ids=figure_ids, derivations=derivations)
    return shown, [x[i] for i in kept]
