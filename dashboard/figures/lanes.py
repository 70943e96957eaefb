"""Campaigns under a chart over time: a lane each with its name, its texture by kind, and its edges by what is known.

A bar under each outline takes the hatch and answers the pointer; the outline itself is a path, since only paths can
have notches, points and dashes. Depths of notches are in days, so that they keep their size on any width.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from dashboard.escaping import text
from dashboard.figures.bands import Placed
from dashboard.figures.template import label
from dashboard.theme import colour

DAY_MS = 86_400_000
PLOT_PX, LETTER_PX, EDGE_PX, NOTCH_PX = 760, 6.6, 8, 5
HALF_HEIGHT = 0.4
HOLLOW = ("regular", "stage", "movement")
HATCHED = "thematic"


def lane_traces(placed: Sequence[Placed], theme: str) -> list[dict[str, Any]]:
    """One bar for each band, from its first day up to the day after its last."""
    return [_bar(one, theme) for one in placed]


def _bar(one: Placed, theme: str) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": "rgba(0,0,0,0)", "line": {"width": 0}}
    if one.band.kind == HATCHED:
        marker["pattern"] = {
            "shape": "/",
            "size": 6,
            "solidity": 0.35,
            "fgcolor": colour("bandline", theme),
            "bgcolor": colour("surface", theme),
        }
    return {
        "type": "bar",
        "orientation": "h",
        "yaxis": "y3",
        "base": [one.start.isoformat()],
        "x": [(one.stop - one.start).days * DAY_MS],
        "y": [-one.lane],
        "width": 2 * HALF_HEIGHT,
        "marker": marker,
        "hoverinfo": "skip",
        "name": text(one.band.name),
        "meta": {"campaign": one.band.code},
    }


def lane_outlines(placed: Sequence[Placed], first: date, stop: date, theme: str) -> list[dict[str, Any]]:
    """The outline of each band: notched where it goes on outside the window, pointed where it has no end, dashed where
    only its year is known or it has not begun."""
    depth = timedelta(days=NOTCH_PX * (stop - first).days / PLOT_PX)
    return [_outline(one, depth, theme) for one in placed]


def _outline(one: Placed, depth: timedelta, theme: str) -> dict[str, Any]:
    fill = {"fillcolor": "rgba(0,0,0,0)"} if one.band.kind == HATCHED else {"fillcolor": _fill(one, theme)}
    return {
        "type": "path",
        "xref": "x",
        "yref": "y3",
        "path": "M" + "L".join(f"{_on_path(at)},{y:g}" for at, y in _corners(one, depth)) + "Z",
        "layer": "below" if one.band.kind != HATCHED else "above",
        "line": {
            "color": colour("bandline", theme),
            "width": 1.2,
            **({"dash": "4px,3px"} if one.band.precision == "year" else {}),
        },
        **fill,
    }


def _on_path(at: datetime) -> str:
    """A day or a time in a path, where a T would be a command of it."""
    return f"{at:%Y-%m-%d}" if at.time() == time() else f"{at:%Y-%m-%d_%H:%M}"


def _fill(one: Placed, theme: str) -> str:
    return colour("surface" if one.band.kind in HOLLOW else "band", theme)


def _corners(one: Placed, depth: timedelta) -> list[tuple[datetime, float]]:
    """Clockwise from the upper left corner; heights in lanes."""
    top, middle, bottom = -one.lane + HALF_HEIGHT, -one.lane, -one.lane - HALF_HEIGHT
    left, right = (datetime.combine(day, time()) for day in (one.start, one.stop))
    depth = min(depth, (right - left) / 3)
    corners = [(left, top)]
    if one.is_open:
        corners += [(right - depth, top), (right, middle), (right - depth, bottom)]
    elif one.continues_after:
        corners += [(right, top), (right - depth, middle), (right, bottom)]
    else:
        corners += [(right, top), (right, bottom)]
    return [*corners, (left, bottom), *([(left + depth, middle)] if one.continues_before else [])]


def lane_labels(
    placed: Sequence[Placed], first: date, stop: date, hidden_text: str, theme: str
) -> list[dict[str, Any]]:
    """Names inside the bar where they fit, else beside it; never over another bar of the lane."""
    span = max((stop - first).days, 1)
    labels = []
    for one in placed:
        before, after = _room(one, placed, first, stop)
        labels.append(_name(one, before * PLOT_PX / span, after * PLOT_PX / span, span, theme))
    if hidden_text:
        labels.append(label(hidden_text, theme, xref="paper", yref="paper", x=0, y=0, xanchor="left", yanchor="top"))
    return labels


def _room(one: Placed, placed: Sequence[Placed], first: date, stop: date) -> tuple[int, int]:
    """Free days left and right of a band in its lane."""
    lane = [other for other in placed if other.lane == one.lane and other is not one]
    left = max([other.stop for other in lane if other.stop <= one.start], default=first)
    right = min([other.start for other in lane if other.start >= one.stop], default=stop)
    return (one.start - left).days, (right - one.stop).days


def _name(one: Placed, before: float, after: float, span: int, theme: str) -> dict[str, Any]:
    inside = (one.stop - one.start).days * PLOT_PX / span
    width = LETTER_PX * len(one.band.name) + 2 * EDGE_PX
    places = [
        (inside if one.band.kind != HATCHED else 0, one.start, "left", EDGE_PX),
        (after, one.stop, "left", EDGE_PX),
        (before, one.start, "right", -EDGE_PX),
    ]
    room, at, anchor, shift = next((place for place in places if place[0] >= width), max(places, key=lambda p: p[0]))
    words = one.band.name if room >= width else _cut(one.band.name, int((room - 2 * EDGE_PX) / LETTER_PX))
    return {
        **label(text(words), theme),
        "xref": "x",
        "yref": "y3",
        "x": at.isoformat(),
        "y": -one.lane,
        "xanchor": anchor,
        "xshift": shift,
        "font": {"size": 12, "color": colour("bandtext", theme)},
        "hovertext": text(one.band.name),
    }


def _cut(words: str, most: int) -> str:
    if most < 6:
        return ""
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


def tint(one: Placed, bottom: float, theme: str) -> list[dict[str, Any]]:
    """A campaign behind the panels: a tint with two dotted edges."""
    edges = {"color": colour("bandline", theme), "width": 1, "dash": "dot"}
    base = {"xref": "x", "yref": "paper", "y0": round(bottom, 4), "y1": 1, "layer": "below"}
    x0, x1 = one.start.isoformat(), one.stop.isoformat()
    lines = [{**base, "type": "line", "x0": x, "x1": x, "line": edges} for x in (x0, x1)]
    return [
        {**base, "type": "rect", "x0": x0, "x1": x1, "fillcolor": colour("tint", theme), "line": {"width": 0}},
        *lines,
    ]
