"""Structure and comparison: shares, contributions, the nation, concentration, trade balance, revisions."""

from __future__ import annotations

import pandas as pd

from indicators import contributions, revisions, shares, trade
from indicators.transformation import NO_UNIT, PERCENT_UNIT, POINTS, SAME_UNIT, Transformation

OF_TOTAL = ("part", "part_index", "total", "total_index")


def _concentration(parts: pd.DataFrame) -> pd.Series:
    return shares.concentration(shares.shares(parts))


def _structure_change(parts: pd.DataFrame) -> pd.Series:
    return shares.structure_change(shares.shares(parts))


def _revision(levels: pd.Series, first_stated: pd.Series) -> pd.Series:
    return revisions.of_levels(first_stated, levels)


ENTRIES = (
    Transformation("share", "tỷ trọng", "share", PERCENT_UNIT, ("part", "total"), shares.share, is_share=True),
    Transformation(
        "share_change", "chuyển dịch tỷ trọng", "change of share", POINTS, ("share",), shares.change_of_share
    ),
    Transformation(
        "share_before",
        "tỷ trọng cùng kỳ năm trước",
        "share a year before",
        PERCENT_UNIT,
        ("part", "part_index", "total", "total_index"),
        shares.share_a_year_before,
        is_share=True,
    ),
    Transformation(
        "share_moved",
        "chuyển dịch tỷ trọng so với cùng kỳ năm trước",
        "change of share on a year before",
        POINTS,
        ("part", "part_index", "total", "total_index"),
        shares.share_moved,
    ),
    Transformation(
        "nation_share",
        "tỷ trọng so với cả nước",
        "share of the nation",
        PERCENT_UNIT,
        ("levels", "nation"),
        shares.share_of_nation,
        is_share=True,
    ),
    Transformation(
        "lead_over_nation",
        "chênh lệch so với cả nước",
        "difference from the nation",
        POINTS,
        ("growth", "nation_growth"),
        shares.lead_over_nation,
    ),
    Transformation(
        "contribution",
        "đóng góp vào mức tăng chung",
        "contribution to the growth of the total",
        POINTS,
        ("part", "part_index", "total", "total_index"),
        contributions.contribution_from_published,
    ),
    Transformation("balance", "cán cân thương mại", "trade balance", SAME_UNIT, ("exports", "imports"), trade.balance),
    Transformation(
        "deficit_ratio",
        "tỷ lệ nhập siêu so với xuất khẩu",
        "deficit to exports",
        PERCENT_UNIT,
        ("exports", "imports"),
        trade.deficit_ratio,
        is_share=True,
    ),
    Transformation(
        "contribution_share",
        "đóng góp, % của mức tăng chung",
        "contribution as percent of the total's growth",
        PERCENT_UNIT,
        OF_TOTAL,
        contributions.share_of_growth_from_published,
        has_formula=False,
        is_share=True,
    ),
    Transformation(
        "concentration",
        "mức tập trung (chỉ số Herfindahl-Hirschman)",
        "concentration (Herfindahl-Hirschman index)",
        NO_UNIT,
        ("parts",),
        _concentration,
        has_formula=False,
    ),
    Transformation(
        "structure_change",
        "mức chuyển dịch cơ cấu so với cùng kỳ",
        "size of the change of structure on a year before",
        POINTS,
        ("parts",),
        _structure_change,
        has_formula=False,
    ),
    Transformation(
        "revision",
        "điều chỉnh so với lần công bố đầu",
        "revision since first stated",
        PERCENT_UNIT,
        ("levels", "first_stated"),
        _revision,
        has_formula=False,
    ),
)
