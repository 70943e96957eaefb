"""Lanes of campaigns under the months: below the axis, never over data."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.briefing import palette
from dashboard.briefing.canvas import Canvas
from dashboard.briefing.frame import Frame
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import DrawnBand, hidden_bands
from dashboard.briefing.typefaces import fit, width
from dashboard.figures.spec import ChartSpec
from data.wording import say

_LANE, _GAP = 1.55, 0.35
_HOLLOW = ("movement", "regular", "stage", "van_dong", "thuong_xuyen", "nam_nam")


def lanes_height(bands: Sequence[DrawnBand], text: float, hidden: int) -> float:
    if not bands:
        return 0.0
    lanes = 1 + max(drawn.lane for drawn in bands)
    return text * ((_LANE + _GAP) * lanes + 0.3 + (1.2 if hidden else 0))


def draw_lanes(canvas: Canvas, frame: Frame, spec: ChartSpec, bands: Sequence[DrawnBand]) -> None:
    """Each band spans whole months between their edges; an arrow where it runs on without an end."""
    count, text = len(spec.categories), frame.text
    reached: dict[int, float] = {}
    for drawn in sorted(bands, key=lambda one: one.left):
        left, right = frame.edge(drawn.left, count), frame.edge(drawn.right, count)
        top = frame.top + text * (_LANE + _GAP) * drawn.lane
        height = text * _LANE
        fill = palette.SURFACE if drawn.band.kind in _HOLLOW else palette.BAND
        dash = "3 2" if drawn.band.precision == "year" else ""
        canvas.shape(_outline(drawn, left, right, top, height), fill, palette.BAND_LINE, dash)
        others = [frame.edge(one.left, count) for one in bands if one.lane == drawn.lane and one.left >= drawn.right]
        room = reached.get(drawn.lane, 4.0), min(others, default=canvas.width - 4)
        reached[drawn.lane] = max(right, _name(canvas, drawn, left, right, top + height * 0.7, room, text))
    hidden = hidden_bands(spec)
    if hidden:
        y = frame.top + lanes_height(bands, text, hidden) - text * 0.4
        words = say("briefing.bands.more", spec.language, count=hidden).lstrip("; ")
        canvas.text(frame.left, y, words, text * 0.85, palette.BAND_TEXT)


def _outline(drawn: DrawnBand, left: float, right: float, top: float, height: float) -> list[tuple[float, float]]:
    """A rectangle, notched where the band began before the window, pointed where it goes on after it."""
    tip = min(height * 0.35, (right - left) * 0.3)
    points = [(left, top), (right - (tip if drawn.ends_after else 0), top)]
    if drawn.ends_after:
        points.append((right, top + height / 2))
    points += [(right - (tip if drawn.ends_after else 0), top + height), (left, top + height)]
    if drawn.begins_before:
        points.append((left + tip, top + height / 2))
    return points


def _name(
    canvas: Canvas, drawn: DrawnBand, left: float, right: float, y: float, room: tuple[float, float], text: float
) -> float:
    """Inside if it fits, else outside on the side with more room, within `room`; returns how far right it reaches."""
    size, pad = text * 0.88, text * 0.7
    name = label(drawn.band.name)
    if width(name, size) + 2 * pad <= right - left:
        canvas.text((left + right) / 2, y, name, size, palette.BAND_TEXT, anchor="middle")
        return right
    before, after = room
    room_after, room_before, inside = after - right - pad, left - before - pad, right - left - 2 * pad
    best = max(room_after, room_before, inside)
    if best == inside:
        canvas.text((left + right) / 2, y, fit(name, size, inside), size, palette.BAND_TEXT, anchor="middle")
        return right
    if room_after >= min(width(name, size), room_before):
        shown = fit(name, size, room_after)
        canvas.text(right + pad / 2, y, shown, size, palette.BAND_TEXT)
        return right + pad / 2 + width(shown, size)
    canvas.text(left - pad / 2, y, fit(name, size, room_before), size, palette.BAND_TEXT, anchor="end")
    return right
