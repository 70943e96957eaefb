"""Growth of levels and published indices, over every span that reports use."""

from __future__ import annotations

import pandas as pd

from indicators import averages, cumulative, growth
from indicators.transformation import LEVELS, NO_UNIT, PERCENT_UNIT, SAME_UNIT, Transformation

ANNUAL = ("annual_growth", "base")


def _rebased_to_first(levels: pd.Series) -> pd.Series:
    known = levels.dropna()
    return growth.rebased(levels, known.index[0]) if len(known) else levels.astype(float)


def _tet_pairs(index: pd.Series) -> pd.Series:
    return growth.tet_pairs_of_growth(growth.from_index(index))


def _tet_pairs_weighted(index: pd.Series, levels: pd.Series) -> pd.Series:
    return growth.tet_pairs_of_growth(growth.from_index(index), levels)


def _mom_annualised(levels: pd.Series) -> pd.Series:
    return growth.annualised(growth.on_previous_month(levels), months=1)


ENTRIES = (
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
        adds_months=True,
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
    Transformation(
        "january_february",
        "hai tháng đầu năm so với cùng kỳ",
        "January and February together",
        PERCENT_UNIT,
        LEVELS,
        growth.january_and_february,
        adds_months=True,
    ),
    Transformation(
        "qoq",
        "quý so với quý trước",
        "on previous quarter",
        PERCENT_UNIT,
        LEVELS,
        growth.on_previous_quarter,
        adds_months=True,
    ),
    Transformation(
        "quarter_yoy",
        "quý so với cùng kỳ năm trước",
        "on same quarter of last year",
        PERCENT_UNIT,
        LEVELS,
        growth.on_same_quarter,
        adds_months=True,
    ),
    Transformation(
        "ytd", "lũy kế từ đầu năm", "year to date", SAME_UNIT, LEVELS, growth.year_to_date, adds_months=True
    ),
    Transformation(
        "ytd_yoy",
        "lũy kế so với cùng kỳ năm trước",
        "year to date on same period",
        PERCENT_UNIT,
        LEVELS,
        growth.on_same_period,
        adds_months=True,
    ),
    Transformation(
        "dec", "so với tháng 12 năm trước", "on December of last year", PERCENT_UNIT, LEVELS, growth.on_december
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
    Transformation(
        "year_yoy",
        "cả năm so với năm trước",
        "whole year on the year before",
        PERCENT_UNIT,
        LEVELS,
        growth.on_year,
        adds_months=True,
    ),
    Transformation(
        "dec_dec",
        "tháng 12 so với tháng 12 năm trước",
        "December on December",
        PERCENT_UNIT,
        LEVELS,
        growth.december_on_december,
    ),
    Transformation(
        "average_yoy",
        "bình quân từ đầu năm so với bình quân cùng kỳ",
        "average of the months so far on the same average",
        PERCENT_UNIT,
        LEVELS,
        growth.average_on_average,
    ),
    Transformation(
        "since_base",
        "so với tháng gốc",
        "on the base month",
        PERCENT_UNIT,
        ("levels", "base"),
        growth.since,
        has_formula=False,
    ),
    Transformation(
        "since_base_annualised",
        "so với tháng gốc, quy năm",
        "on the base month, at annual rate",
        PERCENT_UNIT,
        ("levels", "base"),
        growth.since_annualised,
        has_formula=False,
    ),
    Transformation(
        "compound_annual",
        "tăng bình quân mỗi năm từ năm gốc, theo mức cả năm",
        "average annual growth since the base year, from levels of whole years",
        PERCENT_UNIT,
        ("levels", "base"),
        averages.compound_since,
        has_formula=False,
        adds_months=True,
    ),
    Transformation(
        "mean_annual",
        "tăng bình quân mỗi năm từ năm gốc (trung bình nhân các năm)",
        "average annual growth since the base year (geometric mean of the years)",
        PERCENT_UNIT,
        ANNUAL,
        averages.compound_of_rates_since,
        has_formula=False,
    ),
    Transformation(
        "mean_annual_arithmetic",
        "trung bình cộng tốc độ tăng các năm từ năm gốc",
        "arithmetic mean of the years' growth since the base year",
        PERCENT_UNIT,
        ANNUAL,
        averages.arithmetic_of_rates_since,
        has_formula=False,
    ),
)
