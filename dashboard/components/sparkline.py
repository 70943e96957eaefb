"""The small line of a theme: thirteen months of growth, the certainty of the last one, campaigns below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import ceil, floor, log10

from dashboard.components.drawing import text
from dashboard.components.month_dots import Drawn, dot, lonely
from dashboard.components.spark_lanes import lanes
from dashboard.components.spark_size import COLUMN, LETTER, Size
from dashboard.figures.spec import Band
from dashboard.formats import month_short, number, percent
from dashboard.points import Point
from data.wording import say

FIRST_LABEL = 24.0
"""A first label nearer to the edge than this begins there."""
MOST_GRID_LINES = 5


def sparkline(
    points: Sequence[Point | None],
    last: int,
    role: int,
    label: str,
    *,
    bands: Sequence[Band],
    language: str,
    size: Size = COLUMN,
) -> str:
    """An SVG of the points, oldest first, the last of which is month `last`; `role` is the series colour."""
    step = (size.right - size.left) / max(len(points) - 1, 1)
    across = [size.left + i * step for i in range(len(points))]
    low, high = _range([p.value for p in points if p])
    drawn = [(x, _y(p.value, low, high, size), p) if p else None for x, p in zip(across, points, strict=True)]
    body = [
        *_gaps(drawn, across, size, language),
        *(_grid(low, high, size, language) if size.has_grid else []),
        f'<path d="M{_axis(size):g} {_y(0, low, high, size):.1f}H{size.right + step / 2:.1f}" stroke="var(--ctrl)"/>',
        *_segments(drawn, role),
        *_extremes(drawn, language),
        _last(drawn[-1], role, language),
        *_months(across, last, size.bottom + (18 if size.has_grid else 16), language),
        *lanes(bands, last - len(points) + 1, last, size, step),
    ]
    return (
        f'<svg class="spark" viewBox="0 0 {size.width:g} {size.height:g}" role="img" aria-label="{text(label)}">'
        f"{''.join(body)}</svg>"
    )


def small_sparkline(points: Sequence[Point | None], role: int) -> str:
    """The line alone, 192 by 40, for a phone; the figures beside it say the same."""
    low, high = _range([p.value for p in points if p])
    step = 176 / max(len(points) - 1, 1)
    drawn = [
        (6 + i * step, 4 + 32 * (high - p.value) / (high - low or 1), p) if p else None for i, p in enumerate(points)
    ]
    zero = 4 + 32 * (high - 0) / (high - low or 1)
    line = f'<path d="M2 {zero:.1f}H188" stroke="var(--ctrl)"/>'
    end = dot(drawn[-1][0], drawn[-1][1], drawn[-1][2].status, role) if drawn[-1] else ""
    body = f"{line}{''.join(_segments(drawn, role))}{end}"
    return f'<svg class="spark-small" viewBox="0 0 192 40" aria-hidden="true">{body}</svg>'


def _range(values: Sequence[float]) -> tuple[float, float]:
    return min([0.0, *values]), max([0.0, *values])


def _axis(size: Size) -> float:
    """Where the plot begins; numbers of grid lines stand to the left of it."""
    return size.left - 6 if size.has_grid else 2.0


def _y(value: float, low: float, high: float, size: Size) -> float:
    return size.top + (size.bottom - size.top) * (high - value) / (high - low or 1)


def _grid(low: float, high: float, size: Size, language: str) -> list[str]:
    """Lines at round numbers, each with its number at the left."""
    spread = (high - low or 1) / MOST_GRID_LINES
    power = 10 ** floor(log10(spread))
    unit = next(many * power for many in (1, 2, 5, 10) if many * power >= spread)
    lines = []
    for number_of in range(ceil(low / unit), floor(high / unit) + 1):
        y, value = _y(number_of * unit, low, high, size), number_of * unit
        words = number(value, 0 if unit >= 1 else 1, language)
        lines.append(f'<path d="M{_axis(size):g} {y:.1f}H{size.right + 16:g}" stroke="var(--grid)"/>')
        lines.append(f'<text x="{size.left - 12:g}" y="{y + 4:.1f}" text-anchor="end" class="tick">{words}</text>')
    return lines


def _gaps(drawn: Sequence[Drawn], across: Sequence[float], size: Size, language: str) -> list[str]:
    """A hatch over months without a figure, with words where they fit."""
    half = (across[1] - across[0]) / 2 if len(across) > 1 else 0.0
    words = say("dashboard.chart.not_loaded", language)
    pieces = []
    for is_missing, run in groupby(range(len(drawn)), key=lambda i: drawn[i] is None):
        months = list(run)
        if not is_missing:
            continue
        x0, x1 = max(across[months[0]] - half, _axis(size)), across[months[-1]] + half
        pieces.append(
            f'<path d="M{x0:.1f} {size.top:g}H{x1:.1f}V{size.bottom:g}H{x0:.1f}Z" fill="url(#gap-hatch)">'
            f"<title>{text(words)}</title></path>"
        )
        if x1 - x0 > LETTER * len(words):
            y = (size.top + size.bottom) / 2 + 4
            pieces.append(f'<text x="{(x0 + x1) / 2:.1f}" y="{y:.1f}" text-anchor="middle" class="tick on-hatch">'
                          f"{text(words)}</text>")  # fmt: skip
    return pieces


def _segments(drawn: Sequence[Drawn], role: int) -> list[str]:
    """Neighbouring points joined; a missing month leaves a gap, the way to an estimate is dashed."""
    pieces = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="var(--s{role})"/>' for x, y, _ in lonely(drawn)]
    for before, after in pairwise(drawn):
        if before is None or after is None:
            continue
        is_last = after is drawn[-1] and after[2].status == "estimate"
        dash = ' stroke-dasharray="3 3"' if is_last else ""
        pieces.append(
            f'<path d="M{before[0]:.1f} {before[1]:.1f}L{after[0]:.1f} {after[1]:.1f}" fill="none"'
            f' stroke="var(--s{role})" stroke-width="2.2" stroke-linecap="round"{dash}/>'
        )
    return pieces


def _extremes(drawn: Sequence[Drawn], language: str) -> list[str]:
    """The highest, and the lowest where it is a fall; the last one has a label of its own."""
    known = [d for d in drawn if d]
    if len(known) < 3:
        return []
    top, bottom = min(known, key=lambda d: d[1]), max(known, key=lambda d: d[1])
    labels = [_label(top[0], top[1] - 6, number(top[2].value, 1, language))] if top is not drawn[-1] else []
    if bottom[2].value < 0 and bottom is not drawn[-1]:
        lowest = number(bottom[2].value, 1, language)
        x, y = bottom[0] + 7, bottom[1] + 2
        labels.append(f'<text x="{x:.1f}" y="{y:.1f}" class="tick on-hatch">{lowest}</text>')
    return labels


def _label(x: float, y: float, words: str) -> str:
    anchor = "start" if x < FIRST_LABEL else "middle"
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="tick on-hatch">{words}</text>'


def _last(drawn: Drawn, role: int, language: str) -> str:
    if drawn is None:
        return ""
    x, y, point = drawn
    value = percent(point.value, 1, language)
    return (
        dot(x, y, point.status, role) + f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" class="end-label">{text(value)}</text>'
    )


def _months(across: Sequence[float], last: int, y: float, language: str) -> list[str]:
    marks = []
    for i, x in enumerate(across):
        month = last - (len(across) - 1 - i)
        is_last = i == len(across) - 1
        if is_last or (i % 3 == 0 and len(across) - 1 - i > 1):
            style = ' class="tick tick-last"' if is_last else ' class="tick"'
            name = month_short(month, language, with_year=False)
            if i == 0:
                year = month_short(month, language).removeprefix(name)
                name += f'<tspan class="first-year">{year}</tspan>'
            place = f'x="2" y="{y:g}"' if i == 0 and x < FIRST_LABEL else f'x="{x:.1f}" y="{y:g}" text-anchor="middle"'
            marks.append(f"<text {place}{style}>{name}</text>")
    return marks
