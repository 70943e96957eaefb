"""Structure: shares, their change, share of the nation and concentration. Frames: periods in rows, parts in columns."""

from __future__ import annotations

import pandas as pd

from indicators.growth import PERCENT
from indicators.periods import lagged, ratio


def share(part: pd.Series, total: pd.Series) -> pd.Series:
    """`tỷ trọng`: 100 X_i / X, percent; same period, price base and release. Missing for a total of zero or less."""
    return PERCENT * ratio(part, total.reindex(part.index))


def share_a_year_before(part: pd.Series, part_index: pd.Series, total: pd.Series, total_index: pd.Series) -> pd.Series:
    """`tỷ trọng cùng kỳ`: 100 (X_i / r_i) / (X / r), r = I / 100, percent, from published indices of one release.

    The office restates values of a year before without printing them (DOMAIN.md A.9).
    """
    before = ratio(part, part_index.reindex(part.index) / PERCENT)
    whole = ratio(total.reindex(part.index), total_index.reindex(part.index) / PERCENT)
    return share(before, whole)


def share_moved(part: pd.Series, part_index: pd.Series, total: pd.Series, total_index: pd.Series) -> pd.Series:
    """`chuyển dịch cơ cấu` from published indices: share minus the share a year before, percentage points."""
    return share(part, total) - share_a_year_before(part, part_index, total, total_index)


def shares(parts: pd.DataFrame, total: pd.Series | None = None) -> pd.DataFrame:
    """`cơ cấu`: share of every part, percent of `total`, by default of the sum of the parts.

    Without a total, a period with one part missing has no shares: the sum would be too small.
    Published shares are sometimes typed by hand and do not add up (DOMAIN.md A.9); these are computed.
    """
    whole = parts.sum(axis=1, skipna=False) if total is None else total.reindex(parts.index)
    return PERCENT * parts.astype(float).div(whole.where(whole > 0), axis=0)


def share_of_nation(province: pd.Series, nation: pd.Series) -> pd.Series:
    """`tỷ trọng so với cả nước`: 100 X_province / X_nation, percent; same definition, period and status.

    Hà Nội, nine months of 2014: 312 175 / 2 145 470 = 14.55 (DOMAIN.md B.5).
    """
    return share(province, nation)


def change_of_share(part_shares: pd.Series, periods: int = 12) -> pd.Series:
    """`chuyển dịch cơ cấu`: share minus the share `periods` earlier, percentage points."""
    return part_shares - lagged(part_shares, periods)


def structure_change(parts_shares: pd.DataFrame, periods: int = 12) -> pd.Series:
    """Size of the change of structure: half the sum of absolute changes of shares, percentage points, 0 to 100.

    The part of the whole that changed places (Michaely index). Missing where any share is.
    """
    changes = parts_shares.apply(change_of_share, periods=periods)
    return changes.abs().sum(axis=1, skipna=False) / 2


def concentration(parts_shares: pd.DataFrame) -> pd.Series:
    """Herfindahl-Hirschman index of shares in percent: sum of s squared, 0 to 10 000, no unit.

    Over 2 500 counts as highly concentrated. Missing where any share is; the shares should cover the whole.
    """
    return (parts_shares.astype(float) ** 2).sum(axis=1, skipna=False)


def lead_over_nation(province_growth: pd.Series, nation_growth: pd.Series) -> pd.Series:
    """`chênh lệch so với cả nước`: g_province - g_nation, percentage points."""
    return province_growth - nation_growth.reindex(province_growth.index)
