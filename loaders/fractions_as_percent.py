"""Ratios stored as fractions that a number format shows as percent: the cell holds 1,133 and people read 113,3%.

What is printed of a workbook is the value as stored, with a note; what is checked and kept is what people read.
"""

from __future__ import annotations

from collections.abc import Iterable

from data.observation import Observation
from loaders.grid import Grid
from loaders.rows import Row

AS_FRACTION = "percent_format"
"""The note of an observation whose value is such a fraction."""

PERCENT = 100.0
_LARGEST_FRACTION = 20.0


def as_shown(observations: Iterable[Observation]) -> list[Observation]:
    """The observations with every ratio in percent, as its unit says."""
    return [
        one._replace(value=one.value * PERCENT, note="") if one.note == AS_FRACTION else one for one in observations
    ]


def are_shown_as_percent(grid: Grid, column: int, cells: list[tuple[Row, float]]) -> bool:
    """Whether the column holds fractions that the number format shows as percent: 1,133 as 113,3%."""
    if any(abs(value) > _LARGEST_FRACTION for _, value in cells):
        return False
    return all("%" in grid.number_format(row.position, column) for row, _ in cells)
