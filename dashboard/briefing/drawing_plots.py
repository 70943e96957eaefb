"""What stands inside a picture's frame: panels of bars and lines, rankings, heat maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.briefing import palette
from dashboard.briefing.bounds import shaded
from dashboard.briefing.canvas import Canvas
from dashboard.briefing.numbers import shown
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import BARS, FEW_STACKS, Axis, DrawnBand, apart, is_monthly, stands_right, value_axis
from dashboard.briefing.typefaces import SEMIBOLD, fit, width
from dashboard.figures.extremes import EDGE, lone, places
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from dashboard.formats import month_short

RIGHT_AXIS_LETTERS = 3.6
"""Room for the numbers of a second axis, between the plot and the last values."""
_MONTHS_SHOWN = (1, 2, 3, 6, 12, 24, 36, 60, 120)


@dataclass(frozen=True, slots=True)
class Frame:
    """Edges in points and the size of the text."""

    left: float
    top: float
    right: float
    bottom: float
    text: float

    def x(self, at: float, count: int) -> float:
        """The middle of a category."""
        return self.left + (self.right - self.left) * (at + 0.5) / count

    def edge(self, at: float, count: int) -> float:
        """The left edge of a category."""
        return self.left + (self.right - self.left) * at / count

    def y(self, value: float, axis: Axis) -> float:
        return self.bottom - (self.bottom - self.top) * axis.share(value)


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
    _end_labels(canvas, frame, [end for end in ends if end], spec.language, beyond)
    _extremes(canvas, frame, spec, series[0].panel, axis)
    base = frame.y(min(max(0.0, axis.low), axis.high), axis)
    canvas.line(frame.left, base, frame.right, base, palette.INK, 1.0)
    if has_labels:
        _category_labels(canvas, frame, spec)


def _most_ticks(frame: Frame) -> int:
    return max(3, min(6, int((frame.bottom - frame.top) / (frame.text * 2.1))))


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


_End = tuple[float, float, float, Series]


def _line(canvas: Canvas, frame: Frame, one: Series, order: int, axis: Axis, count: int) -> _End | None:
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
    end: _End | None = None
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


def _extremes(canvas: Canvas, frame: Frame, spec: ChartSpec, panel: Panel, axis: Axis) -> None:
    """The highest and the lowest value of a lone line, and the highest bar, named as on the screen.

    A bar so near the last one that their values would touch stays without.
    """
    one = lone(spec, panel)
    if one is None:
        return
    count, size = len(spec.categories), frame.text * 0.92
    last = max((at for at, value in enumerate(one.values) if value is not None), default=0)
    for at, is_high in places(one):
        value = one.values[at] or 0.0
        words = f"{label(spec.labels[at])}: {shown(value, one.decimals, spec.language)}"
        wide, x, share = width(words, size), frame.x(at, count), at / max(count - 1, 1)
        anchor = "start" if share < EDGE else "end" if share > 1 - EDGE else "middle"
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        if one.kind == Kind.BAR and left + wide > frame.x(last, count) - frame.text * 2.4:
            continue
        y = frame.y(value, axis) + size * (-0.65 if is_high else 1.35)
        canvas.rect(left - 1, y - size * 0.85, wide + 2, size * 1.1, palette.SURFACE, opacity=0.85)
        canvas.text(x, y, words, size, palette.INK_2, anchor=anchor)


def _is_single(one: Series) -> bool:
    return one.panel == Panel.GROWTH or one.is_total


def _finish(canvas: Canvas, run: list[tuple[float, float]], rgb: str, thick: float, dash: str) -> None:
    if len(run) == 1:
        canvas.dot(*run[0], thick, rgb, rgb)
    else:
        canvas.path(run, rgb, thick, dash)


def _end_labels(canvas: Canvas, frame: Frame, ends: list[_End], language: str, beyond: float) -> None:
    """Last values beside the ends of their lines, pushed apart where they would touch."""
    size = frame.text
    ordered = sorted(ends, key=lambda end: (end[0], end[1]))
    places = [
        place
        for _, same in groupby(ordered, key=lambda end: end[0])
        for place in apart([end[1] for end in same], size * 1.2, frame.bottom)
    ]
    for (x, y, value, one), place in zip(ordered, places, strict=True):
        words = shown(value, one.decimals, language)
        left = x + size * 0.6 + (beyond if x > frame.right - beyond else 0.0)
        if abs(place - y) > size * 0.5:
            canvas.line(x + 2, y, left - 1, place - size * 0.1, palette.INK_3, 0.5)
        canvas.text(left, place + size * 0.34, words, size, palette.INK, weight=SEMIBOLD)


def _category_labels(canvas: Canvas, frame: Frame, spec: ChartSpec) -> None:
    """Months `T1 T3` or `Jan Mar` with the year once below; other labels as they are; the last in bold."""
    count, size = len(spec.categories), frame.text * 0.92
    y = frame.bottom + size * 1.3
    step = (frame.right - frame.left) / count
    monthly = is_monthly(spec)
    widest = (
        width("T12 " if spec.language == "vi" else "Nov ", size)
        if monthly
        else max(width(label(one), size) for one in spec.labels) + size
    )
    every = next((n for n in _MONTHS_SHOWN if n * step >= min(widest, frame.right - frame.left)), _MONTHS_SHOWN[-1])
    for at, category in enumerate(spec.categories):
        month = int(category[5:7]) if monthly else 0
        if (month - 1) % min(every, 12) if monthly else at % every:
            continue
        is_last = at == count - 1
        short = month_short(month - 1, spec.language, with_year=False)
        words = short if monthly else fit(label(spec.labels[at]), size, max(step * every, size * 3))
        if not (monthly and every >= 12):
            canvas.text(
                frame.x(at, count), y, words, size, palette.INK_2, anchor="middle", weight=SEMIBOLD if is_last else 400
            )
        if monthly and month == 1:
            below = y if every >= 12 else y + size * 1.2
            canvas.text(frame.x(at, count), below, category[:4], size, palette.INK_2, anchor="middle")
    to_january = (12 - int(spec.categories[0][5:7])) % 12 + 1 if monthly else 0
    if monthly and to_january < 12 and to_january * step > width("2000 ", size):
        canvas.text(frame.x(0, count), y + size * 1.2, spec.categories[0][:4], size, palette.INK_2, anchor="middle")
