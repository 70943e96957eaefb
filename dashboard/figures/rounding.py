"""What is left over by rounding, such as the difference between a total and its parts."""

from __future__ import annotations

from dashboard.figures.spec import Series

SMALLEST_NAMED = 0.05
"""What is derived and rounds to nothing keeps its place in tables only."""


def rounds_to_nothing(one: Series) -> bool:
    return one.is_derived and all(abs(value or 0) < SMALLEST_NAMED for value in one.values)
