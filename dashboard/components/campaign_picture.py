"""Growth around a campaign as a small drawing: the months, the means of its three windows, and when it ran."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.briefing.scales import Axis, value_axis
from dashboard.components.drawing import text
from dashboard.figures.spec import Kind, Panel, Series
from dashboard.formats import month_short, number
from data.period import MONTHS_IN_YEAR
from data.wording import say
from indicators.campaign_types import CampaignResult, Window

WIDTH, HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 520.0, 236.0, 44.0, 180.0, 34.0, 512.0
YEARS, LANE, LANE_HEIGHT = BOTTOM + 16, BOTTOM + 32, 18.0
MONTHS_ROUND = 12
MOST_TICKS, MOST_POINTS = 5, 40
ROLES = {"industry": 1, "retail": 2, "exports": 3, "prices": 4}
_EPOCH = 1970 * MONTHS_IN_YEAR
"""pandas counts months from 1970, the store from the year 0."""


def months_picture(result: CampaignResult, growth: pd.Series, label: str, language: str) -> str:
    """The line of monthly growth with the time of the campaign behind it and the mean of each window above; empty
    without windows.
    """
    if result.during is None or result.before is None or None in (result.during.mean, result.before.mean):
        return ""
    windows = {"before": result.before, "during": result.during, "after": result.after}
    first, last = result.before.start - MONTHS_ROUND, (result.after or result.during).end + MONTHS_ROUND
    shown = growth.reindex(pd.period_range(max(first, growth.index[0]), min(last, growth.index[-1]), freq="M"))
    if shown.notna().sum() < 2:
        return ""
    frame = _Frame(shown)
    means = [(name, one) for name, one in windows.items() if one is not None and one.mean is not None]
    body = [
        frame.shade(result.during),
        *frame.grid(language),
        *frame.years(),
        *_line(shown, frame, ROLES.get(result.indicator, 1)),
        *(frame.mean(one) for _, one in means),
        *(frame.name(name, one, result.during, language) for name, one in means),
        frame.lane(result.during, language),
    ]
    return svg(HEIGHT, label, "".join(body))


class _Frame:
    """Where months and growth lie in the drawing."""

    def __init__(self, shown: pd.Series) -> None:
        self.first, self.last = shown.index[0].ordinal, shown.index[-1].ordinal
        values = tuple(float(value) for value in shown.dropna())
        self.axis: Axis = value_axis([Series("", Kind.LINE, values, "%", panel=Panel.GROWTH)], most_ticks=MOST_TICKS)

    def x(self, month: float) -> float:
        return LEFT + (RIGHT - LEFT) * (month - self.first + 0.5) / (self.last - self.first + 1)

    def y(self, value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * self.axis.share(value)

    def span(self, window: Window) -> tuple[float, float]:
        return self.x(window.start.ordinal - 0.5), self.x(window.end.ordinal + 0.5)

    def shade(self, window: Window) -> str:
        """A tint with two dotted edges, as on the charts."""
        start, stop = self.span(window)
        edges = "".join(
            f'<path d="M{x:.1f} {TOP - 16}V{LANE}" stroke="var(--bandline)" stroke-dasharray="1 3"/>'
            for x in (start, stop)
        )
        return f'<path d="M{start:.1f} {TOP}H{stop:.1f}V{BOTTOM}H{start:.1f}Z" fill="var(--tint)"/>{edges}'

    def grid(self, language: str) -> Iterator[str]:
        for value in self.axis.ticks:
            y, ink = self.y(value), "var(--ink)" if value == 0 else "var(--grid)"
            yield f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="{ink}"/>'
            yield words(LEFT - 6, y + 4, number(value, self.axis.decimals, language), "end")

    def years(self) -> Iterator[str]:
        """Each January by its year."""
        for month in range(self.first, self.last + 1):
            if month % MONTHS_IN_YEAR == 0:
                x = self.x(month - 0.5)
                yield f'<path d="M{x:.1f} {BOTTOM}v5" stroke="var(--ctrl)"/>'
                yield words(x, YEARS, str((month + _EPOCH) // MONTHS_IN_YEAR))

    def mean(self, window: Window) -> str:
        start, stop = self.span(window)
        at = self.y(window.mean or 0.0)
        return f'<path d="M{start + 2:.1f} {at:.1f}H{stop - 2:.1f}" stroke="var(--ink)" stroke-width="3"/>'

    def name(self, name: str, window: Window, during: Window, language: str) -> str:
        """What a window is called, with its mean: that of the campaign above the others, which stand beside it."""
        start, stop = self.span(during)
        places = {"before": (start - 8, TOP - 8, "end"), "after": (stop + 8, TOP - 8, "start")}
        x, y, anchor = places.get(name, ((start + stop) / 2, TOP - 24, "middle"))
        shown = number(window.mean, 1, language)
        title = text(say(f"campaign_pages.picture.{name}", language))
        return words(x, y, f"{title} <tspan font-weight='600' fill='var(--ink)'>{shown}%</tspan>", anchor)

    def lane(self, during: Window, language: str) -> str:
        """The time of the campaign as a bar, with its months beside it where there is more room."""
        start, stop = self.span(during)
        edges = dict.fromkeys(month_short(one.ordinal + _EPOCH, language) for one in (during.start, during.end))
        is_right = RIGHT - stop >= start - LEFT
        bar = (
            f'<rect x="{start:.1f}" y="{LANE}" width="{stop - start:.1f}" height="{LANE_HEIGHT}" fill="var(--band)"'
            ' stroke="var(--bandline)" stroke-width="1.2"/>'
        )
        at, anchor = (stop + 8, "start") if is_right else (start - 8, "end")
        return bar + words(at, LANE + 13, " - ".join(edges), anchor)


def _line(growth: pd.Series, frame: _Frame, role: int) -> Iterator[str]:
    """The months known, joined where they follow each other, each with its point where they are few."""
    parts: list[list[str]] = [[]]
    for month, value in growth.items():
        if pd.isna(value):
            parts.append([])
        else:
            parts[-1].append(f"{frame.x(month.ordinal):.1f} {frame.y(float(value)):.1f}")  # type: ignore[attr-defined]
    for part in parts:
        if len(part) > 1:
            yield f'<path d="M{"L".join(part)}" fill="none" stroke="var(--s{role})" stroke-width="2"/>'
    if growth.notna().sum() <= MOST_POINTS:
        points = [point.split() for part in parts for point in part]
        yield "".join(f'<circle cx="{x}" cy="{y}" r="2.6" fill="var(--s{role})"/>' for x, y in points)


def words(x: float, y: float, shown: str, anchor: str = "middle") -> str:
    """Text over whatever is drawn behind it; the style sheet sets it larger on narrow screens."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12" fill="var(--ink2)" '
        f'paint-order="stroke" stroke="var(--surface)" stroke-width="3">{shown}</text>'
    )


def svg(height: float, label: str, body: str) -> str:
    return f'<svg viewBox="0 0 {WIDTH:g} {height:g}" class="picture" role="img" aria-label="{text(label)}">{body}</svg>'
