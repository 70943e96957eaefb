"""The sizes in which the small line of a theme is drawn."""

from __future__ import annotations

from dataclasses import dataclass

LETTER = 6.0
"""Width of a letter of the labels."""


@dataclass(frozen=True, slots=True)
class Size:
    """Where things stand in the drawing, in its own units; `has_grid` adds lines with their numbers."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    lane_top: float
    lane_height: float
    lane_step: float
    has_grid: bool = False


COLUMN = Size(329, 134, 14, 270, 14, 76, 99, 15, 18)
WALL = Size(470, 219, 40, 404, 16, 148, 174, 17, 22, has_grid=True)
"""For 1200 by 560 pixels, where letters of eleven units are 28 pixels high."""
