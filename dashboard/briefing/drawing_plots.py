"""What stands inside a picture's frame: panels of bars and lines, rankings, heat maps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.briefing import palette
from dashboard.briefing.bounds import shaded
from dashboard.briefing.canvas import Canvas
from dashboard.briefing.drawing_labels import End, category_labels, end_labels, extreme_labels
from dashboard.briefing.frame import Frame
from dashboard.briefing.numbers import shown
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import BARS, FEW_STACKS, Axis, DrawnBand, stands_right, value_axis
from dashboard.briefing.typefaces import SEMIBOLD, fit, width
from dashboard.figures.gaps import stretches
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from data.wording import say

RIGHT_AXIS_LETTERS = 4.8
"""Room for the numbers of a second axis, between the plot and the last values."""


def draw_panel(
    canvas: Canvas,
    frame: Frame,
    spec: ChartSpec,
    series: Sequence[Series],
    *,
    has_labels: bool,
    bands: Sequence[DrawnBand],
) -> None:
    """One panel: grid, the selected campaign behind the data, bars, lines, last values; months if it is the last."""
    own = [one for one in series if not stands_right(one, series)]
    other = [one for one in series if stands_right(one, series)]
    ticks = _most_ticks(frame)
    axis = value_axis(own, headroom=0.06, most_ticks=ticks, is_log=spec.is_log, shares_panel=bool(other))
    _missing(canvas, frame, spec, series, axis)
    _selected(canvas, frame, spec, bands)
    _grid(canvas, frame, axis, series[0].unit, spec.language)
    order = {id(one): at for at, one in enumerate(spec.series)}
    second = value_axis(other, most_ticks=ticks, is_log=spec.is_log, shares_panel=True) if other else axis
    if other:
        _right_axis(canvas, frame, second, other[0].unit, spec.language)
    _bars(canvas, frame, spec, [one for one in series if one.kind in BARS], order, axis)
    ends = []
    for one in (one for one in series if one.kind == Kind.LINE):
        scale = second if one in other else axis
        ends.append(_line(canvas, frame, one, order[id(one)], scale, len(spec.categories)))
    beyond = RIGHT_AXIS_LETTERS * frame.text if other else 0.0
    if any(one.kind in BARS for one in series):  # a last value stands beside its bar, not on it
        beyond += (frame.right - frame.left) / len(spec.categories) / 1.9
    end_labels(canvas, frame, [end for end in ends if end], spec.language, beyond)
    extreme_labels(canvas, frame, spec, series[0].panel, axis)
    base = frame.y(min(max(0.0, axis.low), axis.high), axis)
    canvas.line(frame.left, base, frame.right, base, palette.INK, 1.0)
    if has_labels:
        category_labels(canvas, frame, spec)


def _most_ticks(frame: Frame) -> int:
    return max(3, min(6, int((frame.bottom - frame.top) / (frame.text * 2.1))))


def _missing(canvas: Canvas, frame: Frame, spec: ChartSpec, series: Sequence[Series], axis: Axis) -> None:
    """A shade over long stretches without a figure, named between two lines of the grid where the words have room."""
    size, count = frame.text * 0.92, len(spec.categories)
    words = say("dashboard.chart.not_loaded", spec.language)
    for first, last in stretches(list(series)) if spec.is_time else ():
        left, right = frame.edge(first, count), frame.edge(last + 1, count)
        canvas.rect(left, frame.top, right - left, frame.bottom - frame.top, palette.SUNKEN, opacity=0.5)
        if width(words, size) + size < right - left:
            lines = [frame.y(tick, axis) for tick in axis.ticks]
            rows = [(below + above) / 2 for below, above in pairwise(lines)]
            row = min(rows, key=lambda y: abs(y - (frame.top + frame.bottom) / 2))
            canvas.text((left + right) / 2, row + size * 0.34, words, size, palette.INK_2, anchor="middle")


def _selected(canvas: Canvas, frame: Frame, spec: ChartSpec, bands: Sequence[DrawnBand]) -> None:
    count = len(spec.categories)
    for drawn in bands:
        if drawn.band.is_selected:
            left, right = frame.edge(drawn.left, count), frame.edge(drawn.right, count)
            canvas.rect(left, frame.top, right - left, frame.bottom - frame.top, palette.BAND_LINE, opacity=0.09)


def _grid(canvas: Canvas, frame: Frame, axis: Axis, unit: str, language: str) -> None:
    size = frame.text * 0.92
    for tick in axis.ticks:
        y = frame.y(tick, axis)
        canvas.line(frame.left, y, frame.right, y, palette.GRID, 0.6)
        words = shown(tick, axis.decimals, language)
        canvas.text(frame.left - size * 0.5, y + size * 0.34, words, size, palette.INK_2, anchor="end")
    canvas.text(
        frame.left - frame.text * 4.4, frame.top - frame.text * 0.8, fit(label(unit), size, 200), size, palette.INK_2
    )


def _right_axis(canvas: Canvas, frame: Frame, axis: Axis, unit: str, language: str) -> None:
    size = frame.text * 0.92
    for tick in axis.ticks:
        words = shown(tick, axis.decimals, language)
        canvas.text(frame.right + size * 0.5, frame.y(tick, axis) + size * 0.34, words, size, palette.INK_2)
    canvas.text(
        frame.right + frame.text * 3.2, frame.top - frame.text * 0.8, label(unit), size, palette.INK_2, anchor="end"
    )


def _bars(canvas: Canvas, frame: Frame, spec: ChartSpec, bars: list[Series], order: dict[int, int], axis: Axis) -> None:
    if not bars:
        return
    count = len(spec.categories)
    step = (frame.right - frame.left) / count
    is_stacked = all(one.kind == Kind.STACKED_BAR for one in bars)
    thick = step * (0.72 if is_stacked or len(bars) == 1 else 0.82 / len(bars))
    for at in range(count):
        up = down = 0.0
        left = frame.x(at, count) - thick / 2 * (1 if is_stacked else len(bars))
        for place, one in enumerate(bars):
            value = one.values[at]
            if value is None:
                continue
            start = (up if value >= 0 else down) if is_stacked else 0.0
            y1, y2 = frame.y(start, axis), frame.y(start + value, axis)
            x = left if is_stacked else left + place * thick
            rgb = palette.colour(one.role, order[id(one)])
            draw_bar(canvas, x, min(y1, y2), thick, abs(y2 - y1), rgb, status_at(one, at))
            if is_stacked and count <= FEW_STACKS and abs(y2 - y1) > frame.text * 1.3:
                middle, words = (y1 + y2) / 2 + frame.text * 0.34, shown(value, one.decimals, spec.language)
                canvas.text(x + thick / 2, middle, words, frame.text, palette.SURFACE, anchor="middle", weight=SEMIBOLD)
            up, down = (up + value, down) if value >= 0 else (up, down + value)
    if len(bars) == 1:
        _bar_values(canvas, frame, spec, bars[0], axis)


def _bar_values(canvas: Canvas, frame: Frame, spec: ChartSpec, one: Series, axis: Axis) -> None:
    """The last value over time, every value where years or parts are compared."""
    count, size = len(spec.categories), frame.text
    known = [(at, value) for at, value in enumerate(one.values) if value is not None]
    for at, value in known[-1:] if spec.is_time else known:
        words = shown(value, one.decimals, spec.language)
        x = min(frame.x(at, count), canvas.width - width(words, size, SEMIBOLD) / 2 - 2)
        y = frame.y(value, axis) - size * 0.35 if value >= 0 else frame.y(value, axis) + size * 1.05
        canvas.text(x, y, words, size, palette.INK, anchor="middle", weight=SEMIBOLD)


def status_at(one: Series, at: int) -> str:
    return one.statuses[at] if at < len(one.statuses) else ""


def draw_bar(canvas: Canvas, x: float, y: float, thick: float, height: float, rgb: str, status: str) -> None:
    """Official solid, preliminary tinted, estimate hatched: told apart without colour."""
    if status == "estimate":
        canvas.rect(
            x + 0.4, y + 0.4, thick - 0.8, height - 0.4, canvas.hatch(rgb, palette.SURFACE), stroke=rgb, thick=0.9
        )
    elif status == "preliminary":
        canvas.rect(x + 0.4, y + 0.4, thick - 0.8, height - 0.4, palette.tint(rgb), stroke=rgb, thick=0.9)
    else:
        canvas.rect(x, y, thick, height, rgb, stroke=palette.SURFACE, thick=0.5)


def _line(canvas: Canvas, frame: Frame, one: Series, order: int, axis: Axis, count: int) -> End | None:
    """A line with gaps where values are missing; the way to an estimate is dashed, its point hollow."""
    rgb = palette.colour(one.role, order)
    thick, radius = frame.text * 0.2, frame.text * 0.32
    bounds = shaded(one)
    if bounds:
        lower = [(frame.x(at, count), frame.y(low, axis)) for at, low, _ in bounds]
        upper = [(frame.x(at, count), frame.y(high, axis)) for at, _, high in bounds]
        canvas.shape([*lower, *reversed(upper)], palette.tint(rgb, 0.2))
    run: list[tuple[float, float]] = []
    missing = 0
    marks: list[tuple[float, float, str]] = []
    dash = palette.DASHES[order % 4] if not _is_single(one) else ""
    end: End | None = None
    for at, value in enumerate(one.values):
        if value is None:
            missing += 1
            if missing >= one.step:
                _finish(canvas, run, rgb, thick, dash)
                run = []
            continue
        missing = 0
        point = (frame.x(at, count), frame.y(value, axis))
        status = status_at(one, at)
        if status == "estimate" and run:
            _finish(canvas, run, rgb, thick, dash)
            canvas.path([run[-1], point], rgb, thick, "2 2")
            run = [point]
        else:
            run.append(point)
        if status in ("estimate", "preliminary"):
            marks.append((*point, palette.SURFACE if status == "estimate" else palette.tint(rgb)))
        end = (*point, value, one)
    _finish(canvas, run, rgb, thick, dash)
    for x, y, fill in marks:
        canvas.dot(x, y, radius, fill, rgb)
    return end


def _is_single(one: Series) -> bool:
    return one.panel == Panel.GROWTH or one.is_total


def _finish(canvas: Canvas, run: list[tuple[float, float]], rgb: str, thick: float, dash: str) -> None:
    if len(run) == 1:
        canvas.dot(*run[0], thick, rgb, rgb)
    else:
        canvas.path(run, rgb, thick, dash)
