"""A small drawing of one series as it stands and as it would stand, marked as not accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from dash import html

from dashboard.components.drawing import Drawing, text
from dashboard.formats import month_short, number, signed
from data.wording import say

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 320.0, 150.0, 4.0, 250.0, 14.0, 118.0
MONTHS, FEWEST_MONTHS, MONTHS_AFTER = 25, 7, 6


class Valued(Protocol):
    """A point of a headline or a figure of the store."""

    @property
    def value(self) -> float: ...


def before_after(
    name: str,
    before: Mapping[int, Valued],
    after: Mapping[int, Valued],
    *,
    words: str,
    language: str,
    is_rate: bool,
    gap: int = 1,
) -> Any:
    """The last two years as far as known: what is shown now as a dashed line, what would be shown as a full one.

    A line runs on over `gap` months, since quarters and years have one value in several.
    """
    known = {*before, *after}
    last = _last_shown(before, after)
    span = range(max(last - MONTHS + 1, min(*known, last - FEWEST_MONTHS + 1)), last + 1)
    before, after = ({m: one[m] for m in span if m in one} for one in (before, after))
    values = [point.value for one in (before, after) for point in one.values()]
    low, high = min([0.0, *values] if is_rate else values), max([0.0, *values] if is_rate else values)

    def y(value: float) -> float:
        return TOP + (BOTTOM - TOP) * (high - value) / ((high - low) or 1)

    lines = "".join(
        f'<path d="{_path(points, span, y, gap)}" fill="none" stroke="var(--{colour})" stroke-width="2"{dashes}/>'
        for points, colour, dashes in ((before, "ink2", ' stroke-dasharray="4 4"'), (after, "s1", ""))
    )
    zero = f'<path d="M{LEFT:g} {y(0):.1f}H{RIGHT:g}" stroke="var(--ctrl)"/>' if is_rate else ""
    svg = (
        f'<svg viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-label="{text(f"{name}: {words}")}">'
        f"{zero}{lines}{_dots(before, after, span, y)}{_ends(before, after, span, y, language, is_rate=is_rate)}"
        f'<text x="{LEFT:g}" y="142" class="tick">{month_short(span[0], language)}</text>'
        f'<text x="{RIGHT:g}" y="142" text-anchor="end" class="tick">{month_short(last, language)}</text>'
        f"{_mark(language)}</svg>"
    )
    return html.Div(
        [html.H3(name, className="multiple-name"), Drawing(svg), html.P(words, className="small")], className="multiple"
    )


def _last_shown(before: Mapping[int, Valued], after: Mapping[int, Valued]) -> int:
    """The newest month; where only months long ago would change, some months after the last of these."""
    newest = max({*before, *after})
    changed = [m for m in after if m not in before or before[m].value != after[m].value]
    if not changed or max(changed) > newest - MONTHS:
        return newest
    return max(changed) + MONTHS_AFTER


def _path(points: Mapping[int, Valued], span: range, y: Any, gap: int) -> str:
    pieces: list[str] = []
    previous = None
    for place, month in enumerate(span):
        if month in points:
            is_open = previous is not None and month - previous <= gap
            pieces.append(f"{'L' if is_open else 'M'}{_x(place, span):.1f} {y(points[month].value):.1f}")
            previous = month
    return "".join(pieces)


def _x(place: int, span: range) -> float:
    return LEFT + (RIGHT - LEFT) * place / (len(span) - 1)


def _dots(before: Mapping[int, Valued], after: Mapping[int, Valued], span: range, y: Any) -> str:
    """A full dot on every month that would be new or revised, a hollow one on what it would replace."""
    drawn = []
    for place, month in enumerate(span):
        old, new = before.get(month), after.get(month)
        if new is None or (old is not None and old.value == new.value):
            continue
        if old is not None:
            drawn.append((_x(place, span), y(old.value), "var(--surface)", "var(--ink2)"))
        drawn.append((_x(place, span), y(new.value), "var(--s1)", "var(--s1)"))
    return "".join(
        f'<circle cx="{x:.1f}" cy="{at:.1f}" r="3" fill="{fill}" stroke="{line}" stroke-width="1.4"/>'
        for x, at, fill, line in drawn
    )


def _ends(
    before: Mapping[int, Valued], after: Mapping[int, Valued], span: range, y: Any, language: str, *, is_rate: bool
) -> str:
    """The last value of each line beside it, kept apart; the one that would be shown is strong."""
    ends = [(points[max(points)].value, kind) for points, kind in ((after, "end-label"), (before, "tick")) if points]
    places = [y(value) for value, _ in ends]
    if len(ends) == 2 and abs(places[0] - places[1]) < 14:
        places = [places[0], places[0] + (14 if places[1] >= places[0] else -14)]
    if len(ends) == 2 and ends[0][0] == ends[1][0] and max(before) == max(after):
        ends, places = ends[:1], places[:1]
    return "".join(
        f'<text x="{RIGHT + 8:g}" y="{place + 4:.1f}" class="{kind}">{_shown(value, language, is_rate=is_rate)}</text>'
        for (value, kind), place in zip(ends, places, strict=True)
    )


def _shown(value: float, language: str, *, is_rate: bool) -> str:
    return text(signed(value, 1, language) if is_rate else number(value, 1, language))


def _mark(language: str) -> str:
    """Nobody shall take the drawing for a figure in force, not even on a photograph of the screen."""
    words = text(say("data_pages.not_accepted", language))
    return (
        f'<text x="127" y="72" text-anchor="middle" transform="rotate(-14 127 72)" fill="var(--bad)" opacity=".32"'
        f' font-size="30" font-weight="600" aria-hidden="true">{words}</text>'
    )
