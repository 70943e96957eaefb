"""A chart as SVG, drawn from the neutral chart without any browser.

From top to bottom: title, subtitle, names of the series, panels that share their months, lanes of campaigns under the
axis, then note, source and release date. All of it is part of the picture, so that no copy loses its source.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.briefing import palette
from dashboard.briefing.canvas import Canvas
from dashboard.briefing.drawing_lanes import draw_lanes, lanes_height
from dashboard.briefing.drawing_plots import RIGHT_AXIS_LETTERS, draw_panel
from dashboard.briefing.drawing_tables import draw_heat_map, draw_ranking
from dashboard.briefing.frame import Frame
from dashboard.briefing.safe_text import breakable, clean, label
from dashboard.briefing.scales import drawn_bands, hidden_bands, panels, series_of, stands_right
from dashboard.briefing.sizes import SIZES, report_height_mm
from dashboard.briefing.typefaces import SEMIBOLD, balanced, fit, width, wrap
from dashboard.briefing.words import foot
from dashboard.figures.rounding import rounds_to_nothing
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series

_GROWTH_SHARE = 0.38


POINTS_PER_MM = 72 / 25.4


def draw(spec: ChartSpec, size: str = "slide", *, has_words: bool = True, style: str = "") -> str:
    """SVG of the chart. Without `has_words` it leaves title, subtitle and foot to the page around it.

    Raises KeyError for a size that is not in `SIZES`: sizes are chosen by name, never by a number from outside.
    """
    form = SIZES[size]
    spec = spec._replace(series=tuple(one for one in spec.series if not rounds_to_nothing(one)))
    if size == "report":
        form = replace(form, height=report_height_mm(spec))
    canvas = Canvas(form.width * POINTS_PER_MM, form.height * POINTS_PER_MM)
    canvas.rect(0, 0, canvas.width, canvas.height, palette.SURFACE)
    margin = form.text * (1.6 if has_words else 0.3)
    frame = Frame(margin, margin, canvas.width - margin, canvas.height - margin, form.text)
    if has_words:
        frame = _head(canvas, frame, spec)
        frame = _foot(canvas, frame, spec)
    _body(canvas, frame, spec)
    alt = clean(spec.alt or f"{spec.title}. {spec.subtitle}", 1000)
    return canvas.svg(title=clean(spec.title, 400), description=alt, language=spec.language, style=style)


def _head(canvas: Canvas, frame: Frame, spec: ChartSpec) -> Frame:
    size, room = frame.text * 1.55, frame.right - frame.left
    y = frame.top
    for line in balanced(breakable(clean(spec.title, 300)), size, room, 2, SEMIBOLD):
        y += size * 1.22
        canvas.text(frame.left, y - size * 0.22, line, size, palette.INK, weight=SEMIBOLD)
    for line in wrap(breakable(clean(spec.subtitle, 300)), frame.text * 1.08, room, 2):
        y += frame.text * 1.5
        canvas.text(frame.left, y - frame.text * 0.2, line, frame.text * 1.08, palette.INK_2)
    return replace(frame, top=y + frame.text * 0.9)


def _foot(canvas: Canvas, frame: Frame, spec: ChartSpec) -> Frame:
    size = frame.text * 0.88
    lines = wrap(breakable(foot(spec)), size, frame.right - frame.left, 3)
    y = frame.bottom - size * 1.35 * len(lines)
    for at, line in enumerate(lines):
        canvas.text(frame.left, y + size * 1.35 * (at + 1) - size * 0.3, line, size, palette.INK_3)
    return replace(frame, bottom=y - frame.text * 0.5)


def _body(canvas: Canvas, frame: Frame, spec: ChartSpec) -> None:
    if not spec.series or not spec.categories:
        return
    kind = spec.series[0].kind
    if kind == Kind.HEAT_MAP:
        draw_heat_map(canvas, frame, spec)
    elif kind == Kind.HORIZONTAL_BAR:
        draw_ranking(canvas, _legend(canvas, frame, spec) if len(spec.series) > 1 else frame, spec)
    else:
        _panels(canvas, _legend(canvas, frame, spec), spec)


def _legend(canvas: Canvas, frame: Frame, spec: ChartSpec) -> Frame:
    """Names in ink beside a swatch in the colour of the series; text never takes a series colour."""
    if len(spec.series) < 2:
        return frame
    x, y, size = frame.left, frame.top + frame.text, frame.text * 0.95
    most = max(190.0, (frame.right - frame.left) / len(spec.series) - frame.text * 3.2)
    for order, one in enumerate(spec.series):
        name = _legend_name(one, size, most)
        step = width(name, size) + frame.text * 3.2
        if x > frame.left and x + step > frame.right:
            x, y = frame.left, y + frame.text * 1.5
        rgb = palette.colour(one.role, order)
        if one.kind == Kind.LINE:
            canvas.line(x, y - size * 0.33, x + size * 1.3, y - size * 0.33, rgb, 2, palette.DASHES[order % 4])
        else:
            canvas.rect(x, y - size * 0.78, size * 0.9, size * 0.9, rgb)
        canvas.text(x + size * 1.7, y, name, size, palette.INK)
        x += step
    return replace(frame, top=y + frame.text * 1.0)


def _legend_name(one: Series, size: float, most: float) -> str:
    """Name and unit; where those do not fit, what stands at the line's end and tells the lines apart."""
    whole = f"{label(one.name)} ({label(one.unit)})" if one.unit else label(one.name)
    name = fit(whole, size, most)
    return name if name == whole or not one.short_name else fit(label(one.short_name), size, most)


def _panels(canvas: Canvas, frame: Frame, spec: ChartSpec) -> None:
    used = panels(spec)
    bands = drawn_bands(spec)
    names = lanes_height(bands, frame.text, hidden_bands(spec))
    axis_room = frame.text * 2.6
    room = frame.bottom - frame.top - names - axis_room
    top = frame.top
    plots: list[tuple[Panel, Frame]] = []
    for panel in used:
        share = 1.0 if len(used) == 1 else (_GROWTH_SHARE if panel == Panel.GROWTH else 1 - _GROWTH_SHARE)
        gap = frame.text * (2.6 if plots else 1.5)
        plots.append((panel, replace(frame, top=top + gap, bottom=top + room * share)))
        top += room * share
    inner = _common_sides(frame, spec)
    for at, (panel, place) in enumerate(plots):
        is_last = at == len(plots) - 1
        placed = replace(place, left=inner[0], right=inner[1])
        draw_panel(canvas, placed, spec, series_of(spec, panel), has_labels=is_last, bands=bands)
    lane_top = frame.top + room + axis_room
    draw_lanes(canvas, replace(frame, left=inner[0], right=inner[1], top=lane_top), spec, bands)


def _common_sides(frame: Frame, spec: ChartSpec) -> tuple[float, float]:
    """All panels share left and right, so that months stand above one another."""
    names = [one.name for one in spec.series if one.kind == Kind.LINE and one.panel == Panel.MAIN]
    right = frame.text * (5.2 if names else 3.4)
    if any(stands_right(one, series_of(spec, one.panel)) for one in spec.series):
        right += RIGHT_AXIS_LETTERS * frame.text
    return frame.left + frame.text * 4.6, frame.right - right
