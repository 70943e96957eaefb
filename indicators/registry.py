"""Every transformation that the dashboard, the API and the briefing offer: one entry and one function each.

A function takes the series named in `needs`, in that order, and returns a series of the same kind in `unit_out`
(`same` means the unit of the first series). `apply` is the one way to call it by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from indicators import chaining, contributions, cumulative, growth, real_terms, shares, trade

SAME_UNIT = "same"
PERCENT_UNIT = "%"
POINTS = "điểm phần trăm"
NO_UNIT = ""


@dataclass(frozen=True, slots=True)
class Transformation:
    """A named way from stored series to a shown one. `vi` and `en` are its names; `needs` the series it takes.

    Those of `cumulative` take figures of the months since January, keyed by their last month. The module `formulas`
    says the same as the function, as a formula for one month.
    """

    key: str
    vi: str
    en: str
    unit_out: str
    needs: tuple[str, ...]
    function: Callable[..., pd.Series]
    cumulative: tuple[str, ...] = ()

    def apply(self, **inputs: pd.Series) -> pd.Series:
        """The transformed series; raises TypeError naming the inputs that are missing."""
        missing = [name for name in self.needs if name not in inputs]
        if missing:
            raise TypeError(f"{self.key} needs {', '.join(missing)}")
        return self.function(*(inputs[name] for name in self.needs))


LEVELS = ("levels",)


def _real_growth(levels: pd.Series, price_index: pd.Series) -> pd.Series:
    nominal = growth.to_index(growth.on_same_month(levels))
    return real_terms.real_growth(nominal, price_index, deflator="").values


def _rebased_to_first(levels: pd.Series) -> pd.Series:
    known = levels.dropna()
    return growth.rebased(levels, known.index[0]) if len(known) else levels.astype(float)


def _cpi_average(year_on_year: pd.Series) -> pd.Series:
    return growth.from_index(chaining.average_of_indices(year_on_year))


def _chained(month_on_month: pd.Series) -> pd.Series:
    """Only for prices: whoever asks makes sure of that."""
    return chaining.chained(month_on_month, table="")


def _tet_pairs(index: pd.Series) -> pd.Series:
    return growth.tet_pairs_of_growth(growth.from_index(index))


def _tet_pairs_weighted(index: pd.Series, levels: pd.Series) -> pd.Series:
    return growth.tet_pairs_of_growth(growth.from_index(index), levels)


def _plan_share(cumulative: pd.Series, plan: pd.Series) -> pd.Series:
    return shares.share(cumulative, plan)


def _mom_annualised(levels: pd.Series) -> pd.Series:
    return growth.annualised(growth.on_previous_month(levels), months=1)


_ENTRIES = (
    Transformation("level", "mức", "level", SAME_UNIT, LEVELS, lambda levels: levels),
    Transformation("mom", "so với tháng trước", "on previous month", PERCENT_UNIT, LEVELS, growth.on_previous_month),
    Transformation(
        "yoy", "so với cùng kỳ năm trước", "on same month of last year", PERCENT_UNIT, LEVELS, growth.on_same_month
    ),
    Transformation(
        "yoy_tet_pairs",
        "so với cùng kỳ, gộp tháng 1 và tháng 2",
        "on same month, January and February together",
        PERCENT_UNIT,
        LEVELS,
        growth.with_tet_pairs,
    ),
    Transformation(
        "qoq", "quý so với quý trước", "on previous quarter", PERCENT_UNIT, LEVELS, growth.on_previous_quarter
    ),
    Transformation(
        "quarter_yoy",
        "quý so với cùng kỳ năm trước",
        "on same quarter of last year",
        PERCENT_UNIT,
        LEVELS,
        growth.on_same_quarter,
    ),
    Transformation("ytd", "lũy kế từ đầu năm", "year to date", SAME_UNIT, LEVELS, growth.year_to_date),
    Transformation(
        "ytd_yoy",
        "lũy kế so với cùng kỳ năm trước",
        "year to date on same period",
        PERCENT_UNIT,
        LEVELS,
        growth.on_same_period,
    ),
    Transformation(
        "dec", "so với tháng 12 năm trước", "on December of last year", PERCENT_UNIT, LEVELS, growth.on_december
    ),
    Transformation(
        "january_february",
        "hai tháng đầu năm so với cùng kỳ",
        "January and February together",
        PERCENT_UNIT,
        LEVELS,
        growth.january_and_february,
    ),
    Transformation(
        "mom_annualised",
        "so với tháng trước, quy năm",
        "on previous month, at annual rate",
        PERCENT_UNIT,
        LEVELS,
        _mom_annualised,
    ),
    Transformation(
        "index_growth",
        "mức tăng theo chỉ số công bố",
        "growth of a published index",
        PERCENT_UNIT,
        ("index",),
        growth.from_index,
    ),
    Transformation(
        "cpi_average",
        "bình quân từ đầu năm so với cùng kỳ",
        "average since January on same period",
        PERCENT_UNIT,
        ("year_on_year",),
        _cpi_average,
    ),
    Transformation(
        "index_first", "chỉ số, kỳ đầu = 100", "index, first period = 100", NO_UNIT, LEVELS, _rebased_to_first
    ),
    Transformation(
        "monthly",
        "giá trị từng tháng từ lũy kế",
        "monthly out of cumulative",
        SAME_UNIT,
        ("cumulative",),
        cumulative.monthly_from_cumulative,
        cumulative=("cumulative",),
    ),
    Transformation("share", "tỷ trọng", "share", PERCENT_UNIT, ("part", "total"), shares.share),
    Transformation(
        "share_change", "chuyển dịch tỷ trọng", "change of share", POINTS, ("share",), shares.change_of_share
    ),
    Transformation(
        "nation_share",
        "tỷ trọng so với cả nước",
        "share of the nation",
        PERCENT_UNIT,
        ("levels", "nation"),
        shares.share_of_nation,
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
        "real_growth",
        "loại trừ yếu tố giá (ước tính theo chỉ số giá đã nêu)",
        "in real terms (estimated with the named price index)",
        PERCENT_UNIT,
        ("levels", "price_index"),
        _real_growth,
    ),
    Transformation("balance", "cán cân thương mại", "trade balance", SAME_UNIT, ("exports", "imports"), trade.balance),
    Transformation(
        "deficit_ratio",
        "tỷ lệ nhập siêu so với xuất khẩu",
        "deficit to exports",
        PERCENT_UNIT,
        ("exports", "imports"),
        trade.deficit_ratio,
    ),
    Transformation(
        "contribution",
        "đóng góp vào mức tăng chung",
        "contribution to the growth of the total",
        POINTS,
        ("part", "part_index", "total", "total_index"),
        contributions.contribution_from_published,
    ),
    Transformation(
        "share_before",
        "tỷ trọng cùng kỳ năm trước",
        "share a year before",
        PERCENT_UNIT,
        ("part", "part_index", "total", "total_index"),
        shares.share_a_year_before,
    ),
    Transformation(
        "share_moved",
        "chuyển dịch tỷ trọng so với cùng kỳ năm trước",
        "change of share on a year before",
        POINTS,
        ("part", "part_index", "total", "total_index"),
        shares.share_moved,
    ),
    Transformation("chained", "mức giá nối chuỗi", "chained price level", NO_UNIT, ("month_on_month",), _chained),
    Transformation(
        "plan_share",
        "tỷ lệ so với kế hoạch năm",
        "share of the year's plan",
        PERCENT_UNIT,
        ("cumulative", "plan"),
        _plan_share,
        cumulative=("cumulative",),
    ),
    Transformation(
        "tet_pairs",
        "tăng so với cùng kỳ, bình quân tháng 1 và tháng 2",
        "on same month, mean of January and February",
        PERCENT_UNIT,
        ("index",),
        _tet_pairs,
    ),
    Transformation(
        "tet_pairs_weighted",
        "tăng so với cùng kỳ, gộp tháng 1 và tháng 2 theo giá trị",
        "on same month, January and February weighted together",
        PERCENT_UNIT,
        ("index", "levels"),
        _tet_pairs_weighted,
    ),
)

TRANSFORMATIONS: dict[str, Transformation] = {entry.key: entry for entry in _ENTRIES}


def apply(key: str, **inputs: pd.Series) -> pd.Series:
    """The transformation `key` of the named inputs; raises KeyError for an unknown key."""
    return TRANSFORMATIONS[key].apply(**inputs)
