"""Every transformation that the dashboard, the API and the briefing offer: one entry and one function each.

`SUBJECTS` holds them in the order in which they are offered, `TRANSFORMATIONS` by key; `apply` calls one by name.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators.transformation import NO_UNIT, PERCENT_UNIT, POINTS, SAME_UNIT, Outcome, Transformation
from indicators.transformations import estimates, growth, planning, prices, structure

SUBJECTS: dict[str, tuple[Transformation, ...]] = {
    "growth": growth.ENTRIES,
    "prices": prices.ENTRIES,
    "structure": structure.ENTRIES,
    "planning": planning.ENTRIES,
    "estimates": estimates.ENTRIES,
}
TRANSFORMATIONS: dict[str, Transformation] = {one.key: one for entries in SUBJECTS.values() for one in entries}


def apply(key: str, **inputs: Any) -> pd.Series:
    """The values of the transformation `key` of the named inputs; raises KeyError for an unknown key."""
    return TRANSFORMATIONS[key].apply(**inputs)


__all__ = [
    "NO_UNIT",
    "PERCENT_UNIT",
    "POINTS",
    "SAME_UNIT",
    "SUBJECTS",
    "TRANSFORMATIONS",
    "Outcome",
    "Transformation",
    "apply",
]
