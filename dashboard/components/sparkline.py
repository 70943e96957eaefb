"""The small line of a theme: thirteen months of growth, the certainty of the last one, campaigns below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil, floor, log10

from dashboard.components.drawing import text
from dashboard.figures.bands import Placed, place
from dashboard.figures.lanes import HATCHED, HOLLOW
from dashboard.figures.spec import Band
from dashboard.formats import month_short, number, percent
from dashboard.points import Point
from data.period import Period
from data.wording import say

LETTER = 6.0
FIRST_LABEL = 24.0
"""A first label nearer to the edge than this begins there."""
MOST_GRID_LINES = 5


@dataclass(frozen=True, slots=True)
class Size:
    """Where things stand in the drawing, in its own units; `has_grid` adds lines with their numbers."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    lane_top: float
    lane_height: float
    lane_step: float
    has_grid: bool = False


COLUMN = Size(329, 134, 14, 270, 14, 76, 99, 15, 18)
WALL = Size(470, 219, 40, 404, 16, 148, 174, 17, 22, has_grid=True)
"""For 1200 by 560 pixels, where letters of eleven units are 28 pixels high."""
LANES = 2


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
        *_lanes(bands, last - len(points) + 1, last, size, step),
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


Drawn = tuple[float, float, Point] | None


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


def lonely(drawn: Sequence[Drawn]) -> list[tuple[float, float, Point]]:
    """Months whose neighbours have no figure: no line shows them, so they are points."""
    around = [None, *drawn, None]
    return [one for i, one in enumerate(drawn) if one and around[i] is None and around[i + 2] is None]


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
    anchor = "start" if x < 24 else "middle"
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="tick on-hatch">{words}</text>'


def _last(drawn: Drawn, role: int, language: str) -> str:
    if drawn is None:
        return ""
    x, y, point = drawn
    value = percent(point.value, 1, language)
    return (
        dot(x, y, point.status, role) + f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" class="end-label">{text(value)}</text>'
    )


def dot(x: float, y: float, status: str, role: int, *, radius: float = 4.5) -> str:
    """The point of a month: full when official, half when preliminary, hollow when an estimate."""
    fill = f"var(--s{role})" if status == "official" else "var(--bg)"
    half = f'<path d="M{x:.1f} {y - radius:.1f}a{radius:g} {radius:g} 0 0 0 0 {2 * radius:g}z" fill="var(--s{role})"/>'
    ring = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}" stroke="var(--s{role})" stroke-width="2.2"/>'
    )
    return ring + (half if status == "preliminary" else "")


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


def _lanes(bands: Sequence[Band], first: int, last: int, size: Size, step: float) -> list[str]:
    """At most two campaigns, each in its own lane: first those that begin or end inside the window, then such as run
    through it."""
    start, stop = Period(first, first).start, Period(last + 1, last + 1).start
    telling = [one for one in bands if one.start > start or (one.end is not None and one.end < stop)]
    through = [one for one in bands if one not in telling]
    found = [one for many in (telling, through) for one in place(many, start, stop, lanes=len(many))[0]]
    placed = [one._replace(lane=i) for i, one in enumerate(found[:LANES])]
    left, right = size.left - step / 2, size.right + step / 2
    scale = (right - left) / max((stop - start).days, 1)
    return [
        _band(one, left + (one.start - start).days * scale, left + (one.stop - start).days * scale, size)
        for one in placed
    ]


def _band(one: Placed, x0: float, x1: float, size: Size) -> str:
    """The bar with its name: inside where it fits and no hatch is under it, else at the right, else at the left."""
    y, width = size.lane_top + one.lane * size.lane_step, LETTER * len(one.band.name)
    hatched = one.band.kind == HATCHED
    places = [
        (0 if hatched else x1 - x0 - 12, x0 + 7, "start"),
        (size.width - x1 - 6, x1 + 6, "start"),
        (x0 - 6, x0 - 6, "end"),
    ]
    room, x, anchor = next((one for one in places if one[0] >= width), max(places))
    words = shorten(one.band.name, int(room / LETTER))
    fill = "url(#band-hatch)" if hatched else "var(--surface)" if one.band.kind in HOLLOW else "var(--band)"
    dash = ' stroke-dasharray="4 3"' if one.band.precision == "year" else ""
    return (
        f'<path class="band" d="{outline(x0, x1, y, y + size.lane_height, one)}" fill="{fill}" stroke="var(--bandline)"'
        f' stroke-width="1.2"{dash}><title>{text(one.band.name)}</title></path>'
        f'<text x="{x:.1f}" y="{y + size.lane_height / 2 + 3.2:.1f}" text-anchor="{anchor}" class="band-label">'
        f"{text(words)}</text>"
    )


def outline(x0: float, x1: float, y0: float, y1: float, one: Placed, *, notch: float = 4.0) -> str:
    """The outline of a band: notched where the campaign goes on outside the window, pointed where it has no end."""
    third = (y1 - y0) / 3
    path = f"M{x0:.1f} {y0:.1f}"
    if one.is_open:
        path += f"L{x1 - notch:.1f} {y0:.1f}L{x1:.1f} {(y0 + y1) / 2:.1f}L{x1 - notch:.1f} {y1:.1f}"
    elif one.continues_after:
        path += f"L{x1 - notch:.1f} {y0:.1f}L{x1:.1f} {y0 + third:.1f}"
        path += f"L{x1 - notch:.1f} {y0 + 2 * third:.1f}L{x1:.1f} {y1:.1f}"
    else:
        path += f"L{x1:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"
    if one.continues_before:
        path = path.replace(f"M{x0:.1f}", f"M{x0 + notch:.1f}", 1)
        return path + f"L{x0 + notch:.1f} {y1:.1f}L{x0:.1f} {y0 + 2 * third:.1f}L{x0 + notch:.1f} {y0 + third:.1f}Z"
    return path + f"L{x0:.1f} {y1:.1f}Z"


def shorten(words: str, most: int) -> str:
    """At most that many letters, cut at a blank, with `…`."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
