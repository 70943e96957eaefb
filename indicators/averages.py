"""Average annual growth. Vietnamese reports mean the compound rate by "bình quân mỗi năm".

Table 37 of the national workbook of December 2015 ("Bình quân mỗi năm thời kỳ 2011-2015") proves it: consumer prices
18.58, 9.21, 6.60, 4.09, 0.63 give the geometric 7.655, printed 7.6539; the arithmetic mean is 7.822 (DOMAIN.md B.1).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.errors import MissingMonths, NotComparable, TooShort
from indicators.growth import PERCENT, years
from indicators.periods import MONTHS_IN_YEAR, periods_of, require, without_gaps


def compound_annual(levels: pd.Series, start: pd.Period, end: pd.Period) -> float:
    """`tăng bình quân mỗi năm` (CAGR): 100 ((X_end / X_start)^(1/n) - 1), percent a year, n years after the base year.

    "Giai đoạn 2011 - 2015" has the base 2010, so n is 5. Levels yearly or monthly (the same month of two years).
    Raises MissingMonths, TooShort under one year, NotComparable when either level is zero or negative.
    """
    base, last = require(levels, [start, end])
    step = MONTHS_IN_YEAR if periods_of(levels).freqstr == "M" else 1
    n = (end.ordinal - start.ordinal) / step
    if n < 1:
        raise TooShort(needed=1, found=int(n))
    if base <= 0 or last <= 0:
        raise NotComparable("a level is zero or negative")
    return float(PERCENT * ((last / base) ** (1 / n) - 1))


def compound_of_rates(rates: pd.Series) -> float:
    """`bình quân mỗi năm` from yearly rates in percent: 100 ((product of (1 + g/100))^(1/n) - 1), percent a year.

    Use this where levels were revised (retail 2011-2015: 14.45 from rates, 15.74 from first levels; DOMAIN.md B.1).
    Raises MissingMonths when a year between the first and the last is missing.

    >>> cpi = pd.Series([18.58, 9.21, 6.60, 4.09, 0.63], index=pd.period_range("2011", "2015", freq="Y"))
    >>> round(compound_of_rates(cpi), 3)
    7.655
    """
    factors = 1 + _complete(rates) / PERCENT
    if (factors <= 0).any():
        raise NotComparable("a rate of -100 % or less has no average factor")
    return float(PERCENT * (np.exp(np.log(factors.to_numpy()).mean()) - 1))


def compound_since(levels: pd.Series, base: pd.Period) -> pd.Series:
    """`tăng bình quân mỗi năm` of whole years' sums, from the year of `base` to each later year, percent a year.

    Raises MissingMonths where a month of the base year is missing, NotComparable where its sum is zero or less.
    """
    sums = years(levels)
    start = pd.Period(str(base.year), "Y")
    (first,) = require(sums, [start])
    if first <= 0:
        raise NotComparable("the base year is zero or negative")
    later = sums[periods_of(sums) > start]
    n = pd.Series(periods_of(later).asi8 - start.ordinal, index=later.index, dtype=float)
    return PERCENT * ((later / first).where(later > 0) ** (1 / n) - 1)


def compound_of_rates_since(rates: pd.Series, base: pd.Period) -> pd.Series:
    """Geometric mean of the yearly rates from the year after `base` to each year, percent a year; missing after a gap.

    Retail 2011-2015, base 2010: growth, not revised levels, is what reports average (DOMAIN.md B.1).
    """
    factors = 1 + _after(rates, base) / PERCENT
    mean = np.exp(np.log(factors.where(factors > 0)).cumsum(skipna=False) / _count(factors))
    return PERCENT * (mean - 1)


def arithmetic_of_rates_since(rates: pd.Series, base: pd.Period) -> pd.Series:
    """Plain mean of the yearly rates from the year after `base` to each year: labelled; not what reports mean."""
    later = _after(rates, base)
    return later.cumsum(skipna=False) / _count(later)


def _after(rates: pd.Series, base: pd.Period) -> pd.Series:
    """Yearly rates after the year of `base`, without holes; raises MissingMonths where the first of them is missing."""
    start = pd.Period(str(base.year + 1), "Y")
    require(rates, [start])
    full = without_gaps(rates)
    return full[periods_of(full) >= start]


def _count(series: pd.Series) -> pd.Series:
    return pd.Series(np.arange(1.0, len(series) + 1), index=series.index)


def _complete(rates: pd.Series) -> pd.Series:
    full = without_gaps(rates)
    if full.empty:
        raise TooShort(needed=1, found=0)
    missing = full.index[full.isna()]
    if len(missing):
        raise MissingMonths(list(missing))
    return full
