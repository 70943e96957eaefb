"""`đóng góp vào mức tăng chung`: what each part adds to the growth of the total, in percentage points."""

from __future__ import annotations

import pandas as pd

from indicators.growth import PERCENT
from indicators.periods import MONTHS_IN_YEAR, lagged, ratio

SMALLEST_GROWTH_TO_DIVIDE = 0.5
REST = "__rest__"


def contributions(parts: pd.DataFrame, total: pd.Series | None = None, periods: int = MONTHS_IN_YEAR) -> pd.DataFrame:
    """Contribution of each part: 100 (X_i - X'_i) / X', percentage points; columns as in `parts`.

    With a published `total` a column `__rest__` carries what the parts do not cover, so that the row always sums
    to the total's growth. Without one the total is the sum of the parts, and a missing part leaves the row missing.
    """
    values = parts.astype(float)
    if total is not None:
        values = values.assign(**{REST: total.reindex(parts.index) - values.sum(axis=1, skipna=False)})
    base = lagged(values.sum(axis=1, skipna=False), periods)
    changes = values.apply(lambda part: part - lagged(part, periods))
    result: pd.DataFrame = PERCENT * changes.div(base.where(base > 0), axis=0)
    return result


def contribution_from_published(
    part: pd.Series, part_index: pd.Series, total: pd.Series, total_index: pd.Series
) -> pd.Series:
    """Contribution from values and their published indices: 100 (X_i - X_i / r_i) / (X / r), r = I / 100, points.

    The values a year before follow from the ratios of the same release, since the office restates them unprinted
    (DOMAIN.md A.9). Missing where a value or index is, or where an index is zero or less.
    """
    before = ratio(part, part_index.reindex(part.index) / PERCENT)
    whole = ratio(total.reindex(part.index), total_index.reindex(part.index) / PERCENT)
    return PERCENT * ratio(part - before, whole)


def share_of_growth_from_published(
    part: pd.Series, part_index: pd.Series, total: pd.Series, total_index: pd.Series
) -> pd.Series:
    """`đóng góp … % vào tăng trưởng chung`: the contribution over the total's published growth, percent."""
    points = contribution_from_published(part, part_index, total, total_index)
    return share_of_growth(points, total_index.reindex(part.index) - PERCENT)  # type: ignore[return-value]


def share_of_growth(contribution: pd.DataFrame | pd.Series, growth: pd.Series | float) -> pd.DataFrame | pd.Series:
    """Contribution as percent of the total's growth; missing while that growth is within 0.5 points of zero."""
    if isinstance(growth, pd.Series):
        safe = growth.where(growth.abs() >= SMALLEST_GROWTH_TO_DIVIDE)
        return PERCENT * contribution.div(safe, axis=0)
    divisor = growth if abs(growth) >= SMALLEST_GROWTH_TO_DIVIDE else float("nan")
    return PERCENT * contribution / divisor
