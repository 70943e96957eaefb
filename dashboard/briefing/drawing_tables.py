"""Charts without a time axis: rankings as horizontal bars, and heat maps with their numbers."""

from __future__ import annotations

from dashboard.briefing import palette
from dashboard.briefing.canvas import Canvas
from dashboard.briefing.drawing_plots import draw_bar, status_at
from dashboard.briefing.frame import Frame
from dashboard.briefing.heat import class_of, limits
from dashboard.briefing.numbers import shown, signed
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import BARS
from dashboard.briefing.typefaces import SEMIBOLD, fit, width
from dashboard.figures.spec import ChartSpec

MIDDLE = len(palette.HEAT) // 2


def draw_ranking(canvas: Canvas, frame: Frame, spec: ChartSpec) -> None:
    """Horizontal bars in the order given, names on the left, values at the ends."""
    bars = [one for one in spec.series if one.kind in BARS] or list(spec.series)
    values = [0.0, *(value for one in bars for value in one.values if value is not None)]
    low, high = min(values), max(values)
    size, count = frame.text, len(spec.categories)
    names = [fit(label(name), size, (frame.right - frame.left) * 0.42) for name in spec.labels]
    left = frame.left + max(width(name, size) for name in names) + size
    remarks = [label(one) for one in (spec.remarks_title, *spec.remarks)] if spec.remarks else []
    beside = max((width(one, size) for one in remarks), default=0.0)
    has_negative = low < 0
    plot = Frame(
        left + (size * 4 if has_negative else 0), frame.top, frame.right - size * 4.2 - beside, frame.bottom, size
    )
    row = (plot.bottom - plot.top) / count
    reach = (plot.right - plot.left) / (high - low or 1.0)
    zero = plot.left - low * reach
    thick = min(row * 0.7, size * 3) / len(bars)
    for at, name in enumerate(names):
        y = plot.top + row * (at + 0.5)
        canvas.text(left - size * 0.5, y + size * 0.34, name, size, palette.INK, anchor="end")
        if remarks:
            canvas.text(frame.right, y + size * 0.34, remarks[at + 1], size, palette.INK_2, anchor="end")
        for place, one in enumerate(bars):
            value = one.values[at]
            if value is None:
                continue
            top = y + (place - len(bars) / 2) * thick
            rgb = palette.colour(one.role, spec.series.index(one))
            draw_bar(canvas, min(zero, zero + value * reach), top, abs(value * reach), thick, rgb, status_at(one, at))
            show = signed if one.unit == "%" and one.is_signed else shown
            words, end = show(value, one.decimals, spec.language), zero + value * reach
            side, anchor = (end + size * 0.4, "start") if value >= 0 else (end - size * 0.4, "end")
            canvas.text(side, top + thick / 2 + size * 0.34, words, size, palette.INK, anchor=anchor, weight=SEMIBOLD)
    if remarks:
        canvas.text(frame.right, frame.top + size * 0.2, remarks[0], size, palette.INK_2, anchor="end")
    canvas.line(zero, plot.top, zero, plot.bottom, palette.INK, 1.0)


def draw_heat_map(canvas: Canvas, frame: Frame, spec: ChartSpec) -> None:
    """Cells with their number always printed."""
    bounds, size, count = limits(spec), frame.text, len(spec.categories)
    names = [fit(label(one.name), size, (frame.right - frame.left) * 0.3) for one in spec.series]
    left = frame.left + max(width(name, size) for name in names) + size
    plot = Frame(left, frame.top + size * 1.6, frame.right, frame.bottom, size)
    row, step = (plot.bottom - plot.top) / len(spec.series), (plot.right - plot.left) / count
    for at in range(count):
        words = fit(label(spec.labels[at]), size, step)
        canvas.text(plot.x(at, count), frame.top + size, words, size, palette.INK_2, anchor="middle")
    for line, (one, name) in enumerate(zip(spec.series, names, strict=True)):
        middle = plot.top + row * (line + 0.5) + size * 0.34
        canvas.text(left - size * 0.5, middle, name, size, palette.INK, anchor="end")
        for at, value in enumerate(one.values):
            grade = MIDDLE if value is None else class_of(value, bounds)
            canvas.rect(
                plot.edge(at, count),
                plot.top + row * line,
                step,
                row,
                canvas.hatch(palette.GRID, palette.SURFACE) if value is None else palette.HEAT[grade],
                stroke=palette.SURFACE,
                thick=1,
            )
            if value is None:
                continue
            words = shown(value, one.decimals, spec.language)
            ink = palette.SURFACE if grade == len(palette.HEAT) - 1 else palette.INK
            canvas.text(plot.x(at, count), middle, fit(words, size * 0.92, step), size * 0.92, ink, anchor="middle")
