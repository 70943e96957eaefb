"""The outline of a campaign in small drawings, and names shortened to their room."""

from __future__ import annotations

from dashboard.figures.bands import Placed


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
