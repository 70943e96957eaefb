"""Real terms: growth and levels without price changes; the deflator is named and shown with every result."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.growth import PERCENT
from indicators.periods import periods_of, ratio, require


@dataclass(frozen=True, slots=True)
class RealSeries:
    """`values` with the name of their deflator and the base period of prices; `is_own_estimate` unless published."""

    values: pd.Series
    deflator: str
    base: str
    is_own_estimate: bool = True


def real_growth(nominal_index: pd.Series, price_index: pd.Series, *, deflator: str) -> RealSeries:
    """`loại trừ yếu tố giá`: 100 I_nominal / I_price - 100, percent; both indices 100 for the same period compared.

    2022: 119.8 over an implied price index of 103.6 gives 15.6, the figure published (DOMAIN.md B.6). A consumer price
    group differs from the office's own deflator by up to a point: an own estimate, to be labelled so.
    """
    growth = PERCENT * (ratio(nominal_index, price_index.reindex(nominal_index.index)) - 1)
    return RealSeries(growth, deflator, "same_period_previous_year")


def at_prices_of(nominal: pd.Series, price_level: pd.Series, base: pd.Period, *, deflator: str) -> RealSeries:
    """Levels at the mean prices of `base`: X P_base / P, unit of X. `price_level` is a chained level, any base.

    Raises MissingMonths when the price level lacks a month of the base.
    """
    months = pd.period_range(base.start_time, base.end_time, freq=periods_of(price_level).freqstr)
    at_base = float(require(price_level, months).mean())
    relative = price_level.astype(float).reindex(nominal.index) / at_base
    return RealSeries(ratio(nominal, relative), deflator, str(base))


def purchasing_power_of_exports(
    export_value: pd.Series, import_price: pd.Series, base: pd.Period, *, deflator: str
) -> RealSeries:
    """Income terms of trade: what export receipts buy of imports, X P_import(base) / P_import, in the unit of X.

    Receipts and the import price level are in one currency. With a domestic price group instead, convert receipts
    to đồng first and name that group as the deflator.
    """
    return at_prices_of(export_value, import_price, base, deflator=deflator)
