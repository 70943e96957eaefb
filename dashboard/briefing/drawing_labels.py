"""The words beside what is drawn in a panel: last values, highest and lowest ones, months."""

from __future__ import annotations

from itertools import groupby

from dashboard.briefing import palette
from dashboard.briefing.canvas import Canvas
from dashboard.briefing.frame import Frame
from dashboard.briefing.numbers import shown
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import Axis, apart, is_monthly
from dashboard.briefing.typefaces import SEMIBOLD, fit, width
from dashboard.figures.extremes import EDGE, lone, places
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from dashboard.formats import month_short

_MONTHS_SHOWN = (1, 2, 3, 6, 12, 24, 36, 60, 120)

End = tuple[float, float, float, Series]
"""Where a line ends, its last value and the line."""


def end_labels(canvas: Canvas, frame: Frame, ends: list[End], language: str, beyond: float) -> None:
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


def extreme_labels(canvas: Canvas, frame: Frame, spec: ChartSpec, panel: Panel, axis: Axis) -> None:
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


def category_labels(canvas: Canvas, frame: Frame, spec: ChartSpec) -> None:
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
                frame.x(at, count),
                y,
                words,
                size,
                palette.INK_2,
                anchor="middle",
                weight=SEMIBOLD if is_last and spec.is_time else 400,
            )
        if monthly and month == 1:
            below = y if every >= 12 else y + size * 1.2
            canvas.text(frame.x(at, count), below, category[:4], size, palette.INK_2, anchor="middle")
    to_january = (12 - int(spec.categories[0][5:7])) % 12 + 1 if monthly else 0
    if monthly and to_january < 12 and to_january * step > width("2000 ", size):
        canvas.text(frame.x(0, count), y + size * 1.2, spec.categories[0][:4], size, palette.INK_2, anchor="middle")
