"""Ratios stored as fractions that a number format shows as percent: the cell holds 1,133 and people read 113,3%.

What is printed of a workbook is the value as stored, with a note; what is checked and kept is what people read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from data.observation import Observation

AS_FRACTION = "percent_format"
"""The note of an observation whose value is such a fraction."""

PERCENT = 100.0


def as_shown(observations: Iterable[Observation]) -> list[Observation]:
    """The observations with every ratio in percent, as its unit says."""
    return [
        replace(one, value=one.value * PERCENT, note="") if one.note == AS_FRACTION else one for one in observations
    ]
