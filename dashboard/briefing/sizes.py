"""Sizes of a picture, chosen by name and never by a number from outside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Millimetres, and the size of the text in points."""

    width: float
    height: float
    text: float


SIZES = {
    "slide": PictureSize(254, 142.9, 10.5),
    "half": PictureSize(160, 100, 8),
    "full": PictureSize(257, 170, 10),
    "square": PictureSize(150, 150, 10),
    "report": PictureSize(162, 84, 8),
}
OFFERED = ("slide", "half", "full", "square")
"""What a visitor may choose; the report has a size of its own, without words round the picture."""
