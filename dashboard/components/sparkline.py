"""The small line of a theme: thirteen months of growth, the certainty of the last one, campaigns below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.components.drawing import text
from dashboard.figures.bands import Placed, place
from dashboard.figures.spec import Band
from dashboard.formats import month_short, number, percent
from dashboard.headlines import Point
from data.period import Period

WIDTH, HEIGHT, PLOT_RIGHT, PLOT_TOP, PLOT_BOTTOM = 329.0, 126.0, 270.0, 14.0, 76.0
LANE_TOP, LANE_HEIGHT, LANE_STEP, LANES = 97.0, 10.0, 14.0, 2
MONTH_DAYS = 30.4
HATCHED = "thematic"


def sparkline(
    points: Sequence[Point | None], last: int, role: int, label: str, *, bands: Sequence[Band], language: str
) -> str:
    """An SVG of the points, oldest first, the last of which is month `last`; `role` is the series colour."""
    step = (PLOT_RIGHT - 14) / max(len(points) - 1, 1)
    across = [14 + i * step for i in range(len(points))]
    low, high = _range([p.value for p in points if p])
    drawn = [(x, _y(p.value, low, high), p) if p else None for x, p in zip(across, points, strict=True)]
    body = [
        _zero(_y(0, low, high), step),
        *_segments(drawn, role),
        *_extremes(drawn, language),
        _last(drawn[-1], role, language),
        *_months(across, last, language),
        *_lanes(bands, last - len(points) + 1, last, step),
    ]
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-label="{text(label)}">'
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
    end = _dot(drawn[-1][0], drawn[-1][1], drawn[-1][2].status, role) if drawn[-1] else ""
    body = f"{line}{''.join(_segments(drawn, role))}{end}"
    return f'<svg class="spark-small" viewBox="0 0 192 40" aria-hidden="true">{body}</svg>'


def _range(values: Sequence[float]) -> tuple[float, float]:
    return min([0.0, *values]), max([0.0, *values])


def _y(value: float, low: float, high: float) -> float:
    return PLOT_TOP + (PLOT_BOTTOM - PLOT_TOP) * (high - value) / (high - low or 1)


def _zero(y: float, step: float) -> str:
    return f'<path d="M2 {y:.1f}H{PLOT_RIGHT + step / 2:.1f}" stroke="var(--ctrl)"/>'


Drawn = tuple[float, float, Point] | None


def _segments(drawn: Sequence[Drawn], role: int) -> list[str]:
    """Neighbouring points joined; a missing month leaves a gap, the way to an estimate is dashed."""
    pieces = []
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
    known = [d for d in drawn[:-1] if d]
    if len(known) < 3:
        return []
    top, bottom = min(known, key=lambda d: d[1]), max(known, key=lambda d: d[1])
    labels = [_label(top[0], top[1] - 6, number(top[2].value, 1, language))]
    if bottom[2].value < 0:
        lowest = number(bottom[2].value, 1, language)
        labels.append(f'<text x="{bottom[0] + 7:.1f}" y="{bottom[1] + 3:.1f}" class="tick">{lowest}</text>')
    return labels


def _label(x: float, y: float, words: str) -> str:
    anchor = "start" if x < 24 else "middle"
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="tick">{words}</text>'


def _last(drawn: Drawn, role: int, language: str) -> str:
    if drawn is None:
        return ""
    x, y, point = drawn
    value = percent(point.value, 1, language)
    return (
        _dot(x, y, point.status, role)
        + f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" class="end-label">{text(value)}</text>'
    )


def _dot(x: float, y: float, status: str, role: int) -> str:
    fill = f"var(--s{role})" if status == "official" else "var(--bg)"
    half = (
        f'<path d="M{x:.1f} {y - 4.5:.1f}a4.5 4.5 0 0 0 0 9z" fill="var(--s{role})"/>'
        if status == "preliminary"
        else ""
    )
    ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{fill}" stroke="var(--s{role})" stroke-width="2.2"/>'
    return ring + half


def _months(across: Sequence[float], last: int, language: str) -> list[str]:
    marks = []
    for i, x in enumerate(across):
        month = last - (len(across) - 1 - i)
        is_last = i == len(across) - 1
        if is_last or (i % 3 == 0 and len(across) - 1 - i > 1):
            style = ' class="tick tick-last"' if is_last else ' class="tick"'
            name = month_short(month, language, with_year=False)
            marks.append(f'<text x="{x:.1f}" y="90" text-anchor="middle"{style}>{name}</text>')
    return marks


def _lanes(bands: Sequence[Band], first: int, last: int, step: float) -> list[str]:
    """At most two campaigns that begin or end inside the window; one that fills it whole would tell nothing here."""
    start, stop = Period(first, first).start, Period(last + 1, last + 1).start
    telling = [one for one in bands if one.start > start or (one.end is not None and one.end < stop)]
    placed, _ = place(telling, start, stop, lanes=LANES)
    left, right = 14 - step / 2, PLOT_RIGHT + step / 2
    scale = (right - left) / max((stop - start).days, 1)
    return [
        _band(one, left + (one.start - start).days * scale, left + (one.stop - start).days * scale) for one in placed
    ]


def _band(one: Placed, x0: float, x1: float) -> str:
    y = LANE_TOP + one.lane * LANE_STEP
    fill = "url(#band-hatch)" if one.band.kind == HATCHED else "var(--band)"
    words = shorten(one.band.name, 34)
    if x1 + 6 * len(words) < WIDTH:
        label = f'<text x="{x1 + 6:.1f}" y="{y + 9:.1f}" class="band-label">{text(words)}</text>'
    else:
        x = max(x0 - 6, 150)
        label = f'<text x="{x:.1f}" y="{y + 9:.1f}" text-anchor="end" class="band-label">{text(words)}</text>'
    if x0 < 150 and x1 + 6 * len(words) >= WIDTH:
        label = f'<text x="{x0 + 6:.1f}" y="{y + 9:.1f}" class="band-label">{text(shorten(words, 44))}</text>'
        fill = "var(--band)"
    return (
        f'<path d="{outline(x0, x1, y, y + LANE_HEIGHT, one)}" fill="{fill}" stroke="var(--bandline)"'
        f' stroke-width="1.2"><title>{text(one.band.name)}</title></path>{label}'
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
