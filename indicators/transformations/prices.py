"""Prices and real terms: averages of indices, chained and joined levels, values without price changes."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators import chaining, growth, real_terms
from indicators.errors import MissingMonths
from indicators.periods import periods_of
from indicators.transformation import (
    EXPORTS,
    NO_UNIT,
    PERCENT_UNIT,
    PRICES,
    RETAIL,
    SAME_UNIT,
    Outcome,
    Transformation,
)

LEVEL_OF_ANCHOR = 100.0


def _real_growth(year_on_year: pd.Series, price_index: pd.Series) -> Outcome:
    """Of the published index: levels of two years are seldom of one release."""
    return Outcome(real_terms.real_growth(year_on_year, price_index, deflator="").values, method="real_growth")


def _cpi_average(year_on_year: pd.Series) -> pd.Series:
    return growth.from_index(chaining.average_of_indices(year_on_year))


def _cpi_quarter_average(year_on_year: pd.Series) -> pd.Series:
    """Of whole quarters, at their last month."""
    average = growth.from_index(chaining.quarter_average_of_indices(year_on_year))
    return average[periods_of(average).month % 3 == 0]


def _chained(month_on_month: pd.Series) -> pd.Series:
    """Only for prices: whoever asks makes sure of that."""
    return chaining.chained(month_on_month, table="")


def _spliced(by_base: Mapping[str, pd.Series], month_on_month: pd.Series) -> Outcome:
    joined = chaining.spliced(by_base, month_on_month)
    factors = "; ".join(f"{old} → {new}: {factor:.5f}" for old, new, factor in joined.factors)
    newest = joined.factors[-1][1] if joined.factors else next(iter(by_base), "")
    return Outcome(joined.level, method="splice", facts={"factors": factors or "–", "base": newest})


def _derived_level(year_on_year: pd.Series, base: pd.Period) -> Outcome:
    """Every month of the anchor year is 100, so the line says how far each month came since that year."""
    months = pd.period_range(f"{base.year}-01", f"{base.year}-12", freq="M")
    if not set(months) <= set(periods_of(year_on_year)):
        raise MissingMonths([month for month in months if month not in periods_of(year_on_year)])
    line = chaining.grown_from_anchor(pd.Series(LEVEL_OF_ANCHOR, index=months), year_on_year)
    return Outcome(line, method="derived", facts={"year": base.year})


def _real_level(levels: pd.Series, price_level: pd.Series, base: pd.Period) -> Outcome:
    real = real_terms.at_prices_of(levels, price_level, base, deflator="")
    return Outcome(real.values, method="deflated", facts={"base": base})


def _purchasing_power(exports: pd.Series, dollar_price: pd.Series, price_level: pd.Series, base: pd.Period) -> Outcome:
    """Receipts in dollars, at the price of the dollar, over consumer prices: what they buy at home, as of `base`."""
    in_dong = real_terms.at_prices_of(exports, LEVEL_OF_ANCHOR / dollar_price, base, deflator="").values
    real = real_terms.purchasing_power_of_exports(in_dong, price_level, base, deflator="")
    return Outcome(real.values, method="purchasing_power", facts={"base": base})


ENTRIES = (
    Transformation(
        "cpi_average",
        "bình quân từ đầu năm so với cùng kỳ",
        "average since January on same period",
        PERCENT_UNIT,
        ("year_on_year",),
        _cpi_average,
        only_for=PRICES,
    ),
    Transformation(
        "chained", "mức giá nối chuỗi", "chained price level", NO_UNIT, ("month_on_month",), _chained, only_for=PRICES
    ),
    Transformation(
        "real_growth",
        "loại trừ yếu tố giá (ước tính theo chỉ số giá đã nêu)",
        "in real terms (estimated with the named price index)",
        PERCENT_UNIT,
        ("year_on_year", "price_index"),
        _real_growth,
        only_for=RETAIL,
    ),
    Transformation(
        "cpi_quarter_average",
        "bình quân quý so với cùng quý năm trước",
        "average of the quarter on the same quarter",
        PERCENT_UNIT,
        ("year_on_year",),
        _cpi_quarter_average,
        only_for=PRICES,
    ),
    Transformation(
        "spliced",
        "chỉ số nối các năm gốc",
        "index joined over changes of base",
        NO_UNIT,
        ("by_base", "month_on_month"),
        _spliced,
        has_formula=False,
        only_for=PRICES,
    ),
    Transformation(
        "derived_level",
        "chỉ số dẫn xuất, các tháng của năm gốc = 100",
        "derived index, months of the base year = 100",
        NO_UNIT,
        ("year_on_year", "base"),
        _derived_level,
        has_formula=False,
    ),
    Transformation(
        "real_level",
        "giá trị theo giá tháng gốc (ước tính theo chỉ số giá đã nêu)",
        "value at prices of the base month (estimated with the named price index)",
        SAME_UNIT,
        ("levels", "price_level", "base"),
        _real_level,
        has_formula=False,
        only_for=RETAIL,
    ),
    Transformation(
        "purchasing_power",
        "sức mua trong nước của xuất khẩu theo giá tháng gốc (ước tính)",
        "purchasing power of exports at home, at prices of the base month (estimated)",
        SAME_UNIT,
        ("exports", "dollar_price", "price_level", "base"),
        _purchasing_power,
        has_formula=False,
        only_for=EXPORTS,
    ),
)
