"""Classes of a heat map: seven, with rounded limits, symmetric about zero where values have both signs."""

from __future__ import annotations

from bisect import bisect_right

from dashboard.briefing.scales import nice
from dashboard.figures.spec import ChartSpec

CLASSES = 7


def limits(spec: ChartSpec) -> list[float]:
    """The six limits between the classes."""
    values = [value for one in spec.series for value in one.values if value is not None]
    if not values:
        return [0.0] * (CLASSES - 1)
    low, high = min(values), max(values)
    if low < 0 < high:
        step = nice(max(-low, high) / 3 or 1.0)
        return [step * at for at in (-2.5, -1.5, -0.5, 0.5, 1.5, 2.5)]
    step = nice((high - low) / CLASSES or 1.0)
    start = round(low / step) * step
    return [start + step * at for at in range(1, CLASSES)]


def class_of(value: float, bounds: list[float]) -> int:
    """0 for the lowest class to 6 for the highest."""
    return bisect_right(bounds, value)
