"""How values and their certainty look on any trace: rounding, fills, the last known one."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.spec import Series
from dashboard.theme import colour

ROUNDING_DIGITS = 3
NOT_OFFICIAL = ("estimate", "preliminary")
MANY = 40
"""From so many values on, numbers are rounded by the array library."""


def rounded(values: Sequence[float | None], decimals: int) -> list[float | None]:
    """Values with three digits more than shown: a third of the size, and the same picture."""
    if len(values) > MANY and None not in values:
        import numpy as np  # slow to import, and faster only for long lines

        return np.fromiter(values, dtype=float, count=len(values)).round(decimals + ROUNDING_DIGITS - 1).tolist()
    return [None if v is None else round(v, decimals + ROUNDING_DIGITS - 1) for v in values]


def fills(series: Series, theme: str) -> list[str]:
    """Fill of each point: the series colour when official, its tint when preliminary, the ground when an estimate."""
    full, half, hollow = (
        colour(series.role, theme),
        colour(f"{series.role}_tint", theme),
        colour("surface", theme),
    )
    by_status = {"estimate": hollow, "preliminary": half}
    statuses = series.statuses or ("",) * len(series.values)
    return [by_status.get(status, full) for status in statuses]


def point_fills(series: Series, theme: str) -> list[str]:
    """Fill of each point of a line: the ground where it is not official; half discs come on top of preliminary ones."""
    full, ground = colour(series.role, theme), colour("surface", theme)
    statuses = series.statuses or ("",) * len(series.values)
    return [ground if status in NOT_OFFICIAL else full for status in statuses]


def point_fill(series: Series, at: int, theme: str) -> str:
    """`point_fills` of one point."""
    is_hollow = bool(series.statuses) and series.statuses[at] in NOT_OFFICIAL
    return colour("surface" if is_hollow else series.role, theme)


def last_known(values: Sequence[float | None]) -> int:
    return next((i for i in range(len(values) - 1, -1, -1) if values[i] is not None), -1)


def after_value(unit: str) -> str:
    """The unit behind a number; nothing for `T8/2024 = 100`, which stands above the axis."""
    return unit if unit == "%" else "" if "=" in unit else f" {unit}"
