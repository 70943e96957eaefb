"""Figures as three numbers each instead of six: making Python objects is most of what a long line costs.

Where a figure stands is its series and period in one number, in the order of the store; where it is from is the day
of its release, the release and the status in another, so that of two the larger one was released later.
"""

from __future__ import annotations

from data.store.codes import STATUSES

PackedRow = tuple[int, float, int]
"""Where the figure stands, its value, where it is from; of periods of whole months only."""

SERIES = 1 << 32
"""Above every code of whole months."""
_RELEASED, _RELEASE = 1 << 35, 1 << 3
PACKED = f"series_id * {SERIES} + period, value, released * {_RELEASED} + release_id * {_RELEASE} + status"
"""The columns of a packed row in a statement; the factors are too large for 32 bits, which engines then leave."""


def series_of(row: PackedRow) -> int:
    return row[0] // SERIES


def period_code_of(row: PackedRow) -> int:
    return row[0] % SERIES


def status_of(row: PackedRow) -> str:
    """Empty where nothing says how certain the figure is."""
    return STATUSES[row[2] % _RELEASE]


def release_of(row: PackedRow) -> int:
    return row[2] % _RELEASED // _RELEASE


def day_of(row: PackedRow) -> int:
    """The day number of the release."""
    return row[2] // _RELEASED
