"""Every transformation that the dashboard, the API and the briefing offer: one entry and one function each.

`TRANSFORMATIONS` holds them by key in the order in which they are offered; `apply` is the one way to call one by name.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators.transformation import NO_UNIT, PERCENT_UNIT, POINTS, SAME_UNIT, Outcome, Transformation
from indicators.transformations import estimates, growth, planning, prices, structure

_SUBJECTS = (growth, prices, structure, planning, estimates)
TRANSFORMATIONS: dict[str, Transformation] = {entry.key: entry for subject in _SUBJECTS for entry in subject.ENTRIES}


def apply(key: str, **inputs: Any) -> pd.Series:
    """The values of the transformation `key` of the named inputs; raises KeyError for an unknown key."""
    return TRANSFORMATIONS[key].apply(**inputs)


__all__ = [
    "NO_UNIT",
    "PERCENT_UNIT",
    "POINTS",
    "SAME_UNIT",
    "TRANSFORMATIONS",
    "Outcome",
    "Transformation",
    "apply",
]
