"""Lanes of campaigns under the months: below the axis, never over data."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.briefing import palette
from dashboard.briefing.canvas import Canvas
from dashboard.briefing.drawing_plots import Frame
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
    for drawn in bands:
        left, right = frame.edge(drawn.left, count), frame.edge(drawn.right, count)
        top = frame.top + text * (_LANE + _GAP) * drawn.lane
        height = text * _LANE
        fill = palette.SURFACE if drawn.band.kind in _HOLLOW else palette.BAND
        dash = "3 2" if drawn.band.precision == "year" else ""
        canvas.shape(_outline(drawn, left, right, top, height), fill, palette.BAND_LINE, dash)
        _name(canvas, frame, drawn, left, right, top + height * 0.7, bands, count)
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
    canvas: Canvas,
    frame: Frame,
    drawn: DrawnBand,
    left: float,
    right: float,
    y: float,
    bands: Sequence[DrawnBand],
    count: int,
) -> None:
    """Inside if it fits, else outside on the side with more room."""
    size = frame.text * 0.88
    name = label(drawn.band.name)
    pad = frame.text * 0.7
    if width(name, size) + 2 * pad <= right - left:
        canvas.text((left + right) / 2, y, name, size, palette.BAND_TEXT, anchor="middle")
        return
    others = [other for other in bands if other.lane == drawn.lane and other is not drawn]
    after = min((frame.edge(o.left, count) for o in others if o.left >= drawn.right), default=canvas.width - 4)
    before = max((frame.edge(o.right, count) for o in others if o.right <= drawn.left), default=4.0)
    room_after, room_before, inside = after - right - pad, left - before - pad, right - left - 2 * pad
    best = max(room_after, room_before, inside)
    if best == inside:
        canvas.text((left + right) / 2, y, fit(name, size, inside), size, palette.BAND_TEXT, anchor="middle")
    elif room_after >= min(width(name, size), room_before):
        canvas.text(right + pad / 2, y, fit(name, size, room_after), size, palette.BAND_TEXT)
    else:
        canvas.text(left - pad / 2, y, fit(name, size, room_before), size, palette.BAND_TEXT, anchor="end")
