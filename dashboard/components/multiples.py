"""Small multiples: each part's growth on one common scale, the total in grey behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from dashboard.components.drawing import Drawing, text
from dashboard.components.figures import figure_path
from dashboard.components.month_dots import dot, lonely
from dashboard.formats import month_short, signed
from dashboard.points import Point
from dashboard.theme_figures import Line
from data.wording import say

HEIGHT, LEFT, TOP, BOTTOM = 96.0, 4.0, 8.0, 74.0
WIDE, NARROW = 330.0, 240.0
FEW = 4
"""So many parts fill the width of the page; more stand in smaller drawings."""
LABEL = 58.0
"""Room at the right for the last value."""
OUTLIER_SHARE = 0.9
Parts = Sequence[tuple[str, Line]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The months and the scale that all drawings share."""

    span: range
    low: float
    high: float
    width: float
    language: str

    @property
    def right(self) -> float:
        return self.width - LABEL

    def y(self, value: float) -> float:
        inside = min(max(value, self.low), self.high)
        return TOP + (BOTTOM - TOP) * (self.high - inside) / ((self.high - self.low) or 1)


def small_multiples(key: str, parts: Parts, total: Line, last: int, months: int, language: str) -> html.Section | None:
    """A section with one drawing for each part; `key` names its words."""
    frame = _frame(parts, total, last, months, language)
    if frame is None:
        return None
    scale = (signed(frame.low, 0, language), signed(frame.high, 0, language))
    subtitle = say(f"dashboard.themepage.{key}_subtitle", language, low=scale[0], high=scale[1])
    whole = _path(_points(total, frame), frame)
    drawings = [_one(name, _points(line, frame), whole, frame) for name, line in parts]
    heading = [html.H2(say(f"dashboard.themepage.{key}", language)), html.Span(subtitle, className="second")]
    return html.Section(
        [
            html.Div(heading, className="section-head"),
            html.Div(drawings, className="multiples few" if len(parts) <= FEW else "multiples"),
        ],
        className="block",
    )


def _frame(parts: Parts, total: Line, last: int, months: int, language: str) -> Frame | None:
    """From the first month that any line has; the scale leaves out the most extreme values."""
    lines = [total, *(line for _, line in parts)]
    known = [m for m in range(last - months + 1, last + 1) if any(m in line.growth() for line in lines)]
    values = sorted(p.value for _, line in parts for m in known if (p := line.growth().get(m)))
    if not values:
        return None
    cut = int(len(values) * (1 - OUTLIER_SHARE) / 2)
    low, high = min(0.0, values[cut]), max(0.0, values[-1 - cut])
    return Frame(range(known[0], last + 1), low, high, WIDE if len(parts) <= FEW else NARROW, language)


def _points(line: Line, frame: Frame) -> list[Point | None]:
    return [line.growth().get(month) for month in frame.span]


def _one(name: str, points: Sequence[Point | None], whole: str, frame: Frame) -> Any:
    end, right = points[-1], frame.right
    shown = signed(end.value, 1, frame.language) if end else "…"
    zero = frame.y(0)
    y = frame.y(end.value) if end else zero
    first, last = (month_short(month, frame.language) for month in (frame.span[0], frame.span[-1]))
    svg = (
        f'<svg viewBox="0 0 {frame.width:g} {HEIGHT:g}" role="img" aria-label="{text(name)}: {text(shown)}">'
        f'<path d="M{LEFT:g} {zero:.1f}H{right:g}" stroke="var(--ctrl)"/>'
        f'<path d="{whole}" fill="none" stroke="var(--ctx)" stroke-width="2"/>'
        f'<path d="{_path(points, frame)}" fill="none" stroke="var(--s1)" stroke-width="2"/>'
        f"{_lonely(points, frame)}{dot(right, y, end.status, 1, radius=3.8) if end else ''}"
        f'<text x="{right + 9:g}" y="{min(max(y + 4, 12), 78):.1f}" class="end-label">{text(shown)}</text>'
        f'<text x="{LEFT:g}" y="92" class="tick">{first}</text>'
        f'<text x="{right:g}" y="92" text-anchor="end" class="tick">{last}</text></svg>'
    )
    title: Any = dcc.Link(name, href=figure_path(end.trace), className="figure-link") if end else name
    return html.Div([html.H3(title, className="multiple-name"), Drawing(svg)], className="multiple")


def _lonely(points: Sequence[Point | None], frame: Frame) -> str:
    step = (frame.right - LEFT) / max(len(points) - 1, 1)
    drawn = [(LEFT + i * step, frame.y(p.value), p) if p else None for i, p in enumerate(points)]
    return "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="var(--s1)"/>' for x, y, _ in lonely(drawn))


def _path(points: Sequence[Point | None], frame: Frame) -> str:
    step = (frame.right - LEFT) / max(len(points) - 1, 1)
    pieces, is_open = [], False
    for i, point in enumerate(points):
        if point is None:
            is_open = False
            continue
        pieces.append(f"{'L' if is_open else 'M'}{LEFT + i * step:.1f} {frame.y(point.value):.1f}")
        is_open = True
    return "".join(pieces)
