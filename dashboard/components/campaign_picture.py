"""Growth around a campaign as a small drawing: the months, the three means, and the change against its usual range."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.components.drawing import text
from dashboard.formats import month_short, number, signed
from data.wording import say
from indicators.campaign_types import CampaignResult, Change, Window

WIDTH, HEIGHT, TOP, BOTTOM = 520.0, 168.0, 18.0, 136.0
LEFT, RIGHT = 8.0, 512.0
MONTHS_ROUND = 12
RANGE_HEIGHT, MIDDLE = 58.0, 24.0
ROLES = {"industry": 1, "retail": 2, "exports": 3, "prices": 4}


def months_picture(result: CampaignResult, growth: pd.Series, label: str, language: str) -> str:
    """The line of monthly growth with the campaign shaded and the mean of each window; empty without windows."""
    if result.during is None or result.before is None or None in (result.during.mean, result.before.mean):
        return ""
    windows = [one for one in (result.before, result.during, result.after) if one is not None and one.mean is not None]
    first, last = result.before.start - MONTHS_ROUND, (result.after or result.during).end + MONTHS_ROUND
    shown = growth.reindex(pd.period_range(max(first, growth.index[0]), min(last, growth.index[-1]), freq="M"))
    if shown.notna().sum() < 2:
        return ""
    low, high = min(0.0, float(shown.min())), max(0.0, float(shown.max()))
    frame = _Frame(shown.index[0].ordinal, shown.index[-1].ordinal, low, high)
    body = [
        frame.shade(result.during),
        f'<path d="M{LEFT} {frame.y(0):.1f}H{RIGHT}" stroke="var(--ctrl)"/>',
        *_line(shown, frame, ROLES.get(result.indicator, 1)),
        *[frame.mean(one, language) for one in windows],
        *frame.ticks(result, language),
    ]
    return _svg(HEIGHT, label, "".join(body))


def range_picture(change: Change | None, label: str, language: str) -> str:
    """The change as a point on its usual range, in percentage points; empty where nothing was estimated."""
    if change is None:
        return ""
    edge = 1.15 * max(abs(change.low), abs(change.high), abs(change.change), 0.1)

    def x(value: float) -> float:
        return LEFT + (RIGHT - LEFT) * (value + edge) / (2 * edge)

    low, high, at = x(change.low), x(change.high), x(change.change)
    usual = say("campaign_pages.picture.usual", language)
    body = (
        f'<path d="M{LEFT} {MIDDLE}H{RIGHT}" stroke="var(--line)"/>'
        f'<rect x="{low:.1f}" y="{MIDDLE - 7}" width="{high - low:.1f}" height="14" rx="3" fill="var(--ctx)"/>'
        f'<path d="M{x(0):.1f} {MIDDLE - 11}v22" stroke="var(--ctrl)"/>'
        f'<circle cx="{at:.1f}" cy="{MIDDLE}" r="6" fill="var(--ink)" stroke="var(--surface)" stroke-width="2"/>'
        + _words(at, 11, f"<tspan font-weight='600'>{signed(change.change, 1, language, '')}</tspan>")
        + _words(low, 47, number(change.low, 1, language))
        + _words(high, 47, number(change.high, 1, language))
        + _words((low + high) / 2, 47, text(usual))
    )
    return _svg(RANGE_HEIGHT, label, body)


class _Frame:
    """Where months and growth lie in the drawing."""

    def __init__(self, first: int, last: int, low: float, high: float) -> None:
        self.first, self.last, self.low, self.high = first, last, low, high

    def x(self, month: float) -> float:
        return LEFT + (RIGHT - LEFT) * (month - self.first + 0.5) / (self.last - self.first + 1)

    def y(self, value: float) -> float:
        return TOP + (BOTTOM - TOP) * (self.high - value) / ((self.high - self.low) or 1)

    def span(self, window: Window) -> tuple[float, float]:
        return self.x(window.start.ordinal - 0.5), self.x(window.end.ordinal + 0.5)

    def shade(self, window: Window) -> str:
        start, stop = self.span(window)
        return f'<rect x="{start:.1f}" y="{TOP - 14}" width="{stop - start:.1f}" height="132" fill="var(--band)"/>'

    def mean(self, window: Window, language: str) -> str:
        """A bar at the mean of a window, with its number above."""
        start, stop = self.span(window)
        at = self.y(window.mean or 0.0)
        shown = f"<tspan font-weight='600'>{number(window.mean, 1, language)}</tspan>"
        bar = f'<path d="M{start + 2:.1f} {at:.1f}H{stop - 2:.1f}" stroke="var(--ink)" stroke-width="3"/>'
        return bar + _words((start + stop) / 2, max(at - 7, 11), shown)

    def ticks(self, result: CampaignResult, language: str) -> list[str]:
        """The months at both edges of the campaign, and what the windows are called where there is room."""
        assert result.during is not None and result.before is not None
        start, stop = self.span(result.during)
        found = [
            _words(start, 150, month_short(result.during.start.ordinal + _EPOCH, language), "start"),
            _words(stop, 150, month_short(result.during.end.ordinal + _EPOCH, language), "end")
            if result.during.months > MONTHS_FOR_TWO_LABELS
            else "",
        ]
        names = {"before": result.before, "during": result.during, "after": result.after}
        for name, window in names.items():
            if window is not None and window.mean is not None:
                middle = sum(self.span(window)) / 2
                found.append(
                    _words(middle, 165, text(say(f"campaign_pages.picture.{name}", language)), "middle", "name")
                )
        return found


_EPOCH = 1970 * 12
"""pandas counts months from 1970, the store from the year 0."""
MONTHS_FOR_TWO_LABELS = 5


def _line(growth: pd.Series, frame: _Frame, role: int) -> list[str]:
    """The months known, joined where they follow each other."""
    parts: list[list[str]] = [[]]
    for month, value in growth.items():
        if pd.isna(value):
            parts.append([])
        else:
            parts[-1].append(f"{frame.x(month.ordinal):.1f} {frame.y(float(value)):.1f}")  # type: ignore[attr-defined]
    return [
        f'<path d="M{"L".join(part)}" fill="none" stroke="var(--s{role})" stroke-width="1.8"/>'
        for part in parts
        if len(part) > 1
    ]


def _words(x: float, y: float, shown: str, anchor: str = "middle", name: str = "") -> str:
    """Text; the style sheet sets larger text on narrow screens and leaves out what is only a `name`."""
    return (
        f'<text class="{name}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12" fill="var(--ink2)" '
        f'paint-order="stroke" stroke="var(--surface)" stroke-width="3">{shown}</text>'
    )


def _svg(height: float, label: str, body: str) -> str:
    return f'<svg viewBox="0 0 {WIDTH:g} {height:g}" class="picture" role="img" aria-label="{text(label)}">{body}</svg>'


__all__: Sequence[str] = ["months_picture", "range_picture"]
