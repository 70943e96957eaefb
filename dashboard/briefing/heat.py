"""Classes of a heat map: the seven of the screen, by how far a value stands from the middle one."""

from __future__ import annotations

from bisect import bisect_left

from dashboard.figures.heat import CLASSES, middle_and_spread
from dashboard.figures.spec import ChartSpec


def limits(spec: ChartSpec) -> list[float]:
    """The six limits between the classes."""
    values = [value for one in spec.series for value in one.values if value is not None]
    middle, spread = middle_and_spread(values)
    return [middle + limit * spread for limit in CLASSES]


def class_of(value: float, bounds: list[float]) -> int:
    """0 for the lowest class to 6 for the highest."""
    return bisect_left(bounds, value)
