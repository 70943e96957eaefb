"""What is usual for a series, drawn: the change on its usual range, and the same windows without a campaign."""

from __future__ import annotations

from collections import Counter

from dashboard.components.campaign_picture import svg, words
from dashboard.components.drawing import text
from dashboard.formats import number, signed
from data.wording import say
from indicators.campaign_types import Change, Rank

LEFT, RIGHT = 8.0, 512.0
RANGE_HEIGHT, MIDDLE = 58.0, 24.0
DOT, STEP, AXIS_ROOM, MARK_ROOM, MOST_HIGH = 3.5, 9.0, 26.0, 26.0, 96.0


def range_picture(change: Change | None, label: str, language: str) -> str:
    """The change as a point on its usual range, in percentage points; empty where nothing was estimated."""
    if change is None:
        return ""
    edge = 1.15 * max(abs(change.low), abs(change.high), abs(change.change), 0.1)
    low, high, at, zero = (_x(value, edge) for value in (change.low, change.high, change.change, 0.0))
    usual = say("campaign_pages.picture.usual", language)
    body = (
        f'<path d="M{LEFT} {MIDDLE}H{RIGHT}" stroke="var(--line)"/>'
        f'<rect x="{low:.1f}" y="{MIDDLE - 7}" width="{high - low:.1f}" height="14" rx="3" fill="var(--ctx)"/>'
        f'<path d="M{zero:.1f} {MIDDLE - 11}v22" stroke="var(--ctrl)"/>'
        f'<circle cx="{at:.1f}" cy="{MIDDLE}" r="6" fill="var(--ink)" stroke="var(--surface)" stroke-width="2"/>'
        + words(at, 11, f"<tspan font-weight='600'>{signed(change.change, 1, language, '')}</tspan>")
        + words(low, 47, number(change.low, 1, language))
        + words(high, 47, number(change.high, 1, language))
        + words((low + high) / 2, 47, text(usual))
    )
    return svg(RANGE_HEIGHT, label, body)


def placebo_picture(rank: Rank | None, label: str, language: str) -> str:
    """Every window of the same length without a campaign as a dot, full where it moved as much as the campaign's or
    more, which is marked by a triangle. Empty where there are no such windows.
    """
    if rank is None or not rank.others:
        return ""
    edge = 1.08 * max(*map(abs, rank.others), abs(rank.own), 0.1)
    columns = Counter[int]()
    tallest = max(Counter(_column(value, edge) for value in rank.others).values())
    step = min(STEP - 1, MOST_HIGH / tallest)
    base = MARK_ROOM + tallest * step + DOT
    dots = []
    for value in sorted(rank.others, key=abs):
        column = _column(value, edge)
        y = base - DOT - columns[column] * step
        columns[column] += 1
        fill = "var(--ctrl)" if abs(value) >= abs(rank.own) else "var(--surface)"
        x = LEFT + (column + 0.5) * STEP
        dots.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT}" fill="{fill}" stroke="var(--ink3)"/>')
    at, zero = _x(rank.own, edge), _x(0.0, edge)
    own = f"<tspan font-weight='600' fill='var(--ink)'>{signed(rank.own, 1, language, '')}</tspan>"
    body = (
        f'<path d="M{LEFT} {base:.1f}H{RIGHT}" stroke="var(--ink)"/>'
        f'<path d="M{zero:.1f} {MARK_ROOM}V{base:.1f}" stroke="var(--ctrl)" stroke-dasharray="2 3"/>'
        f"{''.join(dots)}"
        f'<path d="M{at:.1f} 17V{base:.1f}" stroke="var(--primary)" stroke-width="2"/>'
        f'<path d="M{at - 5:.1f} 16h10l-5 8Z" fill="var(--primary)"/>'
        + words(min(max(at, LEFT + 20), RIGHT - 20), 12, own)
        + words(LEFT, base + 16, number(-edge / 1.08, 1, language), "start")
        + words(zero, base + 16, "0")
        + words(RIGHT, base + 16, f"+{number(edge / 1.08, 1, language)}", "end")
    )
    return svg(base + AXIS_ROOM, label, body)


def _x(value: float, edge: float) -> float:
    return LEFT + (RIGHT - LEFT) * (value + edge) / (2 * edge)


def _column(value: float, edge: float) -> int:
    return int((_x(value, edge) - LEFT) / STEP)
