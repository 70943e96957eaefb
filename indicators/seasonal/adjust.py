"""Seasonally adjusted and trend levels, with their uncertainty at the end and the method that made them.

An own estimate, not published figures, and to be labelled so. Not for growth rates, nor across a change of boundary
or definition (DOMAIN.md B.8); both are the caller's to keep out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import NotApplicable
from indicators.periods import last_unbroken, periods_of
from indicators.seasonal import stl, x13

FEWEST_MONTHS = 60
MONTHS_OF_END = 6
TREND_OF_END = (0.88, 0.92, 1.0, 1.2, 1.6, 2.4)
ADJUSTED_OF_END = 2.0
WIDER = {"x13": 1.0, "stl": 1.8}
"""Half widths of the 95 % range of the last months, oldest first, in spreads of the irregular part, and how much wider
a method needs them: what three more years changed, on simulated series of four airline models."""
ROBUST_TO_SPREAD = 1.4826


@dataclass(frozen=True, slots=True)
class Adjusted:
    """`adjusted` and `trend` in the unit given, `factors` of season and Tết together, 1 = none.

    `method` is `x13` or `stl`; `low` and `high` bound the trend of the last six months with 95 %, `adjusted_low` and
    `adjusted_high` the adjusted level: those months are revised most when new ones come. `model` is empty for STL;
    `reason` says why X-13 was not used.
    """

    adjusted: pd.Series
    trend: pd.Series
    factors: pd.Series
    low: pd.Series
    high: pd.Series
    adjusted_low: pd.Series
    adjusted_high: pd.Series
    method: str
    model: str = ""
    reason: str = ""


def adjust(levels: pd.Series, *, model: str = x13.AIRLINE, method: str = "x13") -> Adjusted:
    """Adjust one monthly series of positive levels with a fixed model.

    The months up to the last one that follow each other without a gap are adjusted. Raises TooShort under 60 months,
    MissingMonths for a gap among the last 60, NotApplicable for a level of zero or less.
    """
    return adjust_many([levels], model=model, method=method)[0]


def adjust_many(series: Sequence[pd.Series], *, model: str = x13.AIRLINE, method: str = "x13") -> list[Adjusted]:
    """The same for many series, in one run of the program."""
    checked = [_checked(one) for one in series]
    if method == "stl":
        return [_by_stl(one, "asked for") for one in checked]
    results = x13.run_batch([x13.specification(one, model=model) for one in checked])
    return [
        _by_stl(one, result.error)
        if result.adjusted is None or result.trend is None
        else _assembled(one, result.adjusted, result.trend, "x13", model)
        for one, result in zip(checked, results, strict=True)
    ]


def _checked(levels: pd.Series) -> pd.Series:
    full = last_unbroken(levels, needed=FEWEST_MONTHS)
    if (full <= 0).any():
        raise NotApplicable("a level is zero or negative")
    return full


def _by_stl(levels: pd.Series, reason: str) -> Adjusted:
    adjusted, trend = stl.adjusted_and_trend(levels)
    return _assembled(levels, adjusted, trend, "stl", "", reason)


def _assembled(
    levels: pd.Series,
    adjusted: x13.Floats,
    trend: x13.Floats,
    method: str,
    model: str,
    reason: str = "",
) -> Adjusted:
    index = periods_of(levels)
    level, cycle = (pd.Series(values, index=index) for values in (adjusted, trend))
    spread = WIDER[method] * _spread_of_irregular(level, cycle)
    low, high = _end(cycle, spread * np.array(TREND_OF_END))
    adjusted_low, adjusted_high = _end(level, np.full(MONTHS_OF_END, spread * ADJUSTED_OF_END))
    return Adjusted(level, cycle, levels / level, low, high, adjusted_low, adjusted_high, method, model, reason)


def _spread_of_irregular(adjusted: pd.Series, trend: pd.Series) -> float:
    """Robust spread of the irregular part in logarithms."""
    irregular = np.log((adjusted / trend).to_numpy(dtype=float))
    return ROBUST_TO_SPREAD * float(np.median(np.abs(irregular - np.median(irregular))))


def _end(series: pd.Series, half_widths: x13.Floats) -> tuple[pd.Series, pd.Series]:
    """Bounds of the last months: series exp(plus or minus the half width)."""
    last = series.iloc[-MONTHS_OF_END:]
    return last * np.exp(-half_widths), last * np.exp(half_widths)
