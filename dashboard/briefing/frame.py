"""The room of a panel within a picture."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.briefing.scales import Axis


@dataclass(frozen=True, slots=True)
class Frame:
    """Edges in points and the size of the text."""

    left: float
    top: float
    right: float
    bottom: float
    text: float

    def x(self, at: float, count: int) -> float:
        """The middle of a category."""
        return self.left + (self.right - self.left) * (at + 0.5) / count

    def edge(self, at: float, count: int) -> float:
        """The left edge of a category."""
        return self.left + (self.right - self.left) * at / count

    def y(self, value: float, axis: Axis) -> float:
        return self.bottom - (self.bottom - self.top) * axis.share(value)
