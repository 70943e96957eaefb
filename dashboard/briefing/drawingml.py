"""Native, editable charts for PowerPoint and Word: the neutral chart as a DrawingML chart part (ISO/IEC 29500).

One chart part draws one panel. Campaign bands are columns without gap in the bar group, so that they move with the
data in every program. Where bars stand side by side or in a stack, the bands take a hidden second axis instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dashboard.briefing import drawingml_axes as frame
from dashboard.briefing import drawingml_parts as parts
from dashboard.briefing.bounds import with_bounds
from dashboard.briefing.embedded import Column, columns, month_serials, workbook
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import (
    BARS,
    DrawnBand,
    apart,
    band_headroom,
    band_heights,
    drawn_bands,
    panels,
    ranking_axis,
    series_of,
    stands_right,
    value_axis,
)
from dashboard.briefing.sizes import report_height_mm
from dashboard.briefing.typefaces import width
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series

Style = parts.Style
SLIDE = parts.Style(size=1400, most_labels=9, width=860, height=342)
PAPER = parts.Style(font="Times New Roman", size=1000, most_labels=9, width=453, height=232)
POINTS_PER_MM = 72 / 25.4
_PLOT_TOP = 0.04
_LEGEND_SIGN = 4.0
"""Letters' heights that the sign of a legend and the space round it take."""


def paper(spec: ChartSpec) -> Style:
    """The style of a report, as high as the chart stands there."""
    return replace(PAPER, height=report_height_mm(spec) * POINTS_PER_MM)


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart part and its workbook. `xml` refers to the workbook as relation `rId1`."""

    panel: Panel
    xml: bytes
    workbook: bytes


@dataclass(frozen=True, slots=True)
class _Group:
    """Series drawn alike on one axis pair. `offset` is the workbook column of its first member."""

    kind: Kind
    axis: int
    members: tuple[tuple[int, Column], ...]
    is_bands_only: bool = False


def native_charts(spec: ChartSpec, style: Style = SLIDE) -> list[NativeChart]:
    """One chart for each panel, growth first; bands stand in the main panel."""
    bounded = with_bounds(spec)
    return [_native_chart(bounded, panel, style) for panel in panels(bounded)]


def _native_chart(spec: ChartSpec, panel: Panel, style: Style) -> NativeChart:
    series = series_of(spec, panel)
    bands = drawn_bands(spec) if panel == Panel.MAIN and series[0].kind != Kind.HORIZONTAL_BAR else []
    is_upper = panel == Panel.GROWTH and len(panels(spec)) == 2
    axes = _axes(spec, series, bands, hides_categories=is_upper)
    heights = band_heights(bands, axes[1].scale)
    data = columns(series, bands, heights, len(spec.categories))
    groups = _groups(data)
    if any(group.is_bands_only for group in groups):
        axes[2] = frame.ValueAxis(axes[1].scale, "", is_hidden=True)
    serials = month_serials(spec)
    top_edge, height = _plot_place(spec, panel, series, style)
    shifts = _label_shifts(series, axes, style, top_edge, height) if height else {}
    plots = [_plot(group, spec, style, serials, shifts) for group in groups]
    shown = [column for group in groups for _, column in group.members]
    xml = frame.chart_space(
        plots="".join(plots),
        axes="".join(
            frame.axis_pair(number, axis, style, serials, len(spec.categories), _is_horizontal(series))
            for number, axis in sorted(axes.items())
        ),
        legend=frame.legend(style, [column.band is not None for column in shown]),
        style=style,
        language=spec.language,
        spans_gaps=all(one.step > 1 for one in series),
        layout=frame.inner_layout(top_edge, height) if height else "<c:layout/>",
    )
    return NativeChart(panel, xml.encode(), workbook(spec, data))


def _plot_place(spec: ChartSpec, panel: Panel, series: Sequence[Series], style: Style) -> tuple[float, float]:
    """Top and height of the plot as shares of the chart; no height leaves the place to the program.

    Fixed places keep the months of two charts in one line, and room on the right for the last values of lines.
    """
    has_legend = len(series) > 1
    if len(panels(spec)) == 2:
        if panel == Panel.GROWTH:
            return 0.08, 0.64 if has_legend else 0.84
        return _PLOT_TOP, 0.72 if has_legend else 0.82
    if any(one.kind == Kind.LINE for one in series) and spec.is_time:
        letter = style.size / 100 / style.height
        below = 2.2 * letter + (1.4 * letter * _legend_rows(series, style) + 0.02 if has_legend else 0.0)
        return _PLOT_TOP, 0.95 - _PLOT_TOP - below
    return 0.0, 0.0


def _legend_rows(series: Sequence[Series], style: Style) -> int:
    """Programs set a legend in columns as wide as its longest name."""
    size = style.size / 100
    widest = max(width(label(one.name), size) for one in series) + _LEGEND_SIGN * size
    return math.ceil(len(series) / max(1, int(0.9 * style.width / widest)))


def _label_shifts(
    series: Sequence[Series], axes: dict[int, frame.ValueAxis], style: Style, top: float, height: float
) -> dict[str, float]:
    """How far the last value of each line moves down, as a share of the chart, so that no two of them touch."""
    places = {}
    for one in series:
        known = [value for value in one.values if value is not None]
        if one.kind == Kind.LINE and known:
            scale = axes[2 if stands_right(one, series) and 2 in axes else 1].scale
            places[one.name] = top + height * (1 - scale.share(known[-1]))
    names = sorted(places, key=lambda name: places[name])
    gap = 1.15 * style.size / 100 / style.height
    moved = apart([places[name] for name in names], gap, top + height)
    return {name: place - places[name] for name, place in zip(names, moved, strict=True)}


def _is_horizontal(series: Sequence[Series]) -> bool:
    return series[0].kind == Kind.HORIZONTAL_BAR


def _axes(
    spec: ChartSpec, series: Sequence[Series], bands: Sequence[DrawnBand], *, hides_categories: bool
) -> dict[int, frame.ValueAxis]:
    """Axis 1 for the unit of the first series; axis 2 when another unit shares the panel."""
    first = [one for one in series if not stands_right(one, series)]
    others = [one for one in series if stands_right(one, series)]
    is_ranking = _is_horizontal(series)
    scale = (
        ranking_axis(first)
        if is_ranking
        else value_axis(first, headroom=band_headroom(bands), is_log=spec.is_log, shares_panel=bool(others))
    )
    tongue = spec.language
    axes = {1: frame.ValueAxis(scale, series[0].unit, language=tongue, hides_categories=hides_categories)}
    if others:
        axes[2] = frame.ValueAxis(
            value_axis(others, is_log=spec.is_log, shares_panel=True), others[0].unit, is_right=True, language=tongue
        )
    return axes


def _groups(data: Sequence[Column]) -> list[_Group]:
    """Plots in drawing order: bars with the bands behind them, then lines, then the second axis."""
    numbered = list(enumerate(data, 1))
    series = [column.series for _, column in numbered if column.series]
    bands = tuple(pair for pair in numbered if pair[1].band)
    drawn = [pair for pair in numbered if pair[1].series]

    def place(pair: tuple[int, Column]) -> tuple[int, int, Kind]:
        one = pair[1].series
        assert one is not None
        kind = Kind.BAR if one.kind == Kind.HEAT_MAP else one.kind
        return (2 if stands_right(one, series) else 1, 0 if kind in BARS else 1, kind)

    groups = [
        _Group(kind, axis, tuple(members)) for (axis, _, kind), members in groupby(sorted(drawn, key=place), place)
    ]
    if not bands:
        return groups
    head = groups[0]
    if head.kind == Kind.LINE:
        return [_Group(Kind.BAR, 1, bands), *groups]
    if head.kind == Kind.BAR and len(head.members) == 1:
        return [_Group(Kind.BAR, 1, bands + head.members), *groups[1:]]
    if any(group.axis == 2 for group in groups):
        return groups
    return [*groups, _Group(Kind.BAR, 2, bands, is_bands_only=True)]


def _plot(group: _Group, spec: ChartSpec, style: Style, serials: list[int] | None, shifts: dict[str, float]) -> str:
    bands = [column.band for _, column in group.members if column.band]
    shows_bands = any(not band.runs_through for band in bands)
    series = [
        parts.series(number, column, group.kind, spec, serials, style, shifts, is_over_band=shows_bands)
        for number, column in group.members
    ]
    return parts.plot(group.kind, "".join(series), group.axis, has_bands=bool(bands), shows_bands=shows_bands)
