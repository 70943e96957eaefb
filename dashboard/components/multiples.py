"""Small multiples: each part's growth on one common scale, the total in grey behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard.components.drawing import Drawing, text
from dashboard.components.figures import figure_path
from dashboard.formats import month_short, signed
from dashboard.points import Point
from dashboard.theme_figures import Line

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 240.0, 96.0, 4.0, 190.0, 8.0, 74.0
OUTLIER_SHARE = 0.9


def small_multiples(parts: Sequence[tuple[str, Line]], total: Line, last: int, months: int, language: str) -> html.Div:
    """One drawing for each part; values beyond the common scale are cut at its edge and marked."""
    span = range(last - months + 1, last + 1)
    values = sorted(p.value for _, line in parts for m in span if (p := line.growth().get(m)))
    if not values:
        return html.Div()
    cut = int(len(values) * (1 - OUTLIER_SHARE) / 2)
    low, high = min(0.0, values[cut]), max(0.0, values[-1 - cut])
    whole = _path([total.growth().get(m) for m in span], low, high)
    return html.Div(
        [
            _one(name, [line.growth().get(m) for m in span], whole, low, high, span=span, language=language)
            for name, line in parts
        ],
        className="multiples",
    )


def _one(
    name: str, points: Sequence[Point | None], whole: str, low: float, high: float, *, span: range, language: str
) -> Any:
    end = points[-1]
    zero = _y(0, low, high)
    shown = signed(end.value, 1, language) if end else "…"
    y = _y(end.value, low, high) if end else zero
    fill = "var(--s1)" if end and end.status == "official" else "var(--surface)"
    dot = (
        f'<circle cx="{RIGHT:g}" cy="{y:.1f}" r="3.5" fill="{fill}" stroke="var(--s1)" stroke-width="1.8"/>'
        if end
        else ""
    )
    svg = (
        f'<svg viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-label="{text(name)}: {text(shown)}">'
        f'<path d="M{LEFT:g} {zero:.1f}H{RIGHT:g}" stroke="var(--ctrl)"/>'
        f'<path d="{whole}" fill="none" stroke="var(--ctx)" stroke-width="2"/>'
        f'<path d="{_path(points, low, high)}" fill="none" stroke="var(--s1)" stroke-width="2"/>{dot}'
        f'<text x="{RIGHT + 8:g}" y="{min(max(y + 4, 12), 78):.1f}" class="end-label">{text(shown)}</text>'
        f'<text x="{LEFT:g}" y="92" class="tick">{month_short(span[0], language)}</text>'
        f'<text x="{RIGHT:g}" y="92" text-anchor="end" class="tick">{month_short(span[-1], language)}</text></svg>'
    )
    title: Any = dcc.Link(name, href=figure_path(end.trace), className="figure-link") if end else name
    return html.Div([html.H3(title, className="multiple-name"), Drawing(svg)], className="multiple")


def _path(points: Sequence[Point | None], low: float, high: float) -> str:
    step = (RIGHT - LEFT) / max(len(points) - 1, 1)
    pieces, is_open = [], False
    for i, point in enumerate(points):
        if point is None:
            is_open = False
            continue
        pieces.append(f"{'L' if is_open else 'M'}{LEFT + i * step:.1f} {_y(point.value, low, high):.1f}")
        is_open = True
    return "".join(pieces)


def _y(value: float, low: float, high: float) -> float:
    inside = min(max(value, low), high)
    return TOP + (BOTTOM - TOP) * (high - inside) / ((high - low) or 1)
