"""Growth of levels, in percent, under the names of Vietnamese monthly reports.

In: levels in any one unit, one vintage, one base, one boundary (the caller's duty: DOMAIN.md A.9). Out: percent,
9.2 meaning a rise of 9.2 %. A missing, zero or negative base gives missing, never zero. Nothing is rounded.
Source of the definitions: DOMAIN.md, section B, rows 1 to 7.
"""

from __future__ import annotations

import pandas as pd

from indicators.errors import NotComparable
from indicators.periods import (
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    lagged,
    periods_of,
    ratio,
    require,
    sums_of_whole,
    without_gaps,
)

PERCENT = 100.0
FEBRUARY = 2


def over(levels: pd.Series, periods: int) -> pd.Series:
    """Growth over a number of periods: 100 (X_t / X_(t-n) - 1), percent.

    >>> monthly = pd.period_range("2024-01", periods=2, freq="M")
    >>> over(pd.Series([100.0, 109.2], index=monthly), 1).round(6).iloc[-1].item()
    9.2
    """
    return PERCENT * (ratio(levels, lagged(levels, periods)) - 1)


def on_previous_month(levels: pd.Series) -> pd.Series:
    """`so với tháng trước`: 100 (X_m / X_(m-1) - 1), percent. Both levels from one release; Tết moves months 1 to 3."""
    return over(levels, 1)


def on_same_month(levels: pd.Series) -> pd.Series:
    """`so với cùng kỳ năm trước`: 100 (X_m / X'_m - 1), percent, X' the comparable level of the year before."""
    return over(levels, MONTHS_IN_YEAR)


def from_index(index: pd.Series) -> pd.Series:
    """Growth that an index with 100 for the period compared says: I - 100, percent."""
    return index.astype(float) - PERCENT


def quarters(levels: pd.Series) -> pd.Series:
    """Monthly flows added to quarters, in the unit given; missing unless all three months are there."""
    return sums_of_whole(levels, "Q-DEC", MONTHS_IN_QUARTER)


def years(levels: pd.Series) -> pd.Series:
    """Monthly flows added to years, in the unit given; missing unless all twelve months are there."""
    return sums_of_whole(levels, "Y-DEC", MONTHS_IN_YEAR)


def on_same_quarter(levels: pd.Series) -> pd.Series:
    """`quý so với cùng kỳ`: growth of the sum of three months on the same quarter of last year, percent, by quarter."""
    return over(quarters(levels), MONTHS_IN_YEAR // MONTHS_IN_QUARTER)


def on_previous_quarter(levels: pd.Series) -> pd.Series:
    """`quý so với quý trước`: growth of the sum of three months on the quarter before, percent, by quarter."""
    return over(quarters(levels), 1)


def on_year(levels: pd.Series) -> pd.Series:
    """`cả năm so với năm trước`: growth of the sum of twelve months on the year before, percent, by year."""
    return over(years(levels), 1)


def year_to_date(levels: pd.Series) -> pd.Series:
    """`cộng dồn`, `lũy kế`, `tính chung m tháng`: sum of January to m, unit as given.

    Missing from the first missing month of a year on, and for a year whose January is not there.
    """
    full = without_gaps(levels)
    index = periods_of(full)
    sums = full.groupby(index.year).cumsum(skipna=False)
    started = pd.Series(index.month == 1, index=index).groupby(index.year).cummax()
    return sums.where(started).reindex(periods_of(levels))


def on_same_period(levels: pd.Series) -> pd.Series:
    """`m tháng so với cùng kỳ`: 100 (sum of months 1..m / the same sum a year before - 1), percent."""
    return over(year_to_date(levels), MONTHS_IN_YEAR)


def on_december(levels: pd.Series) -> pd.Series:
    """`so với tháng 12 năm trước`: 100 (X_m / last year's X_December - 1), percent."""
    index = periods_of(levels)
    december = pd.PeriodIndex([f"{year - 1}-12" for year in index.year], freq="M")
    base = pd.Series(levels.astype(float).reindex(december).to_numpy(), index=index)
    return PERCENT * (ratio(levels, base) - 1)


def december_on_december(levels: pd.Series) -> pd.Series:
    """Growth of December on December, percent, by year: one of the two "CPI of the year" (DOMAIN.md B.2)."""
    index = periods_of(levels)
    decembers = on_same_month(levels)[index.month == MONTHS_IN_YEAR]
    return pd.Series(decembers.to_numpy(), index=periods_of(decembers).asfreq("Y-DEC"), name=levels.name)


def average_on_average(levels: pd.Series) -> pd.Series:
    """`bình quân so với bình quân cùng kỳ` of levels: mean of 1..m on the same mean a year before, percent.

    For published CPI averages use `chaining.average_of_indices`: the office takes the geometric mean of the
    monthly year-on-year indices (DOMAIN.md B.2). The ratio of means equals the ratio of sums over the same months.
    """
    return on_same_period(levels)


def annualised(growth: pd.Series, *, months: int) -> pd.Series:
    """Growth over `months` months expressed for a year: 100 ((1 + g/100)^(12/months) - 1), percent a year."""
    if months < 1:
        raise ValueError("a span has at least one month")
    factor = 1 + growth.astype(float) / PERCENT
    return PERCENT * (factor.where(factor > 0) ** (MONTHS_IN_YEAR / months) - 1)


def since(levels: pd.Series, base: pd.Period) -> pd.Series:
    """Growth from the month `base` to each later month, percent. Raises MissingMonths, NotComparable."""
    later = levels[periods_of(levels) >= base]
    return rebased(later, base) - PERCENT


def since_annualised(levels: pd.Series, base: pd.Period) -> pd.Series:
    """The same expressed for a year: 100 ((X_t / X_base)^(12/n) - 1), n months after the base, percent a year."""
    later = since(levels, base)
    months = pd.Series(periods_of(later).asi8 - base.ordinal, index=later.index, dtype=float)
    factor = 1 + later / PERCENT
    return (PERCENT * (factor.where(factor > 0) ** (MONTHS_IN_YEAR / months) - 1)).where(months > 0)


def over_span(levels: pd.Series, start: pd.Period, end: pd.Period) -> float:
    """Growth from `start` to `end`, percent. Raises MissingMonths, or NotComparable for a base of zero or less."""
    base, last = require(levels, [start, end])
    if base <= 0:
        raise NotComparable("the base is zero or negative")
    return float(PERCENT * (last / base - 1))


def rebased(levels: pd.Series, base: pd.Period) -> pd.Series:
    """Index with 100 for the period `base` (a month, quarter or year; the mean of its months), no unit.

    Raises MissingMonths when a month of the base is not there, NotComparable when its mean is zero or less.
    """
    months = pd.period_range(base.start_time, base.end_time, freq=periods_of(levels).freqstr)
    mean = float(require(levels, months).mean())
    if mean <= 0:
        raise NotComparable("the base is zero or negative")
    return PERCENT * levels.astype(float) / mean


def january_and_february(levels: pd.Series) -> pd.Series:
    """Growth of January and February taken together on the same two months of last year, percent, by year.

    Tết falls in either month; only the pair compares like with like (DOMAIN.md A.12).
    """
    index = periods_of(levels)
    pair = levels[index.month <= FEBRUARY]
    return over(sums_of_whole(pair, "Y-DEC", FEBRUARY), 1)


def with_tet_pairs(levels: pd.Series) -> pd.Series:
    """Growth on the same month, where January and February both carry the growth of the two together, percent.

    A year with one of the four months missing has no growth for either month.
    """
    index = periods_of(levels)
    pairs = january_and_february(levels)
    joint = pd.Series(pairs.reindex(index.asfreq("Y-DEC")).to_numpy(), index=index)
    return on_same_month(levels).where(index.month > FEBRUARY, joint)


def tet_pairs_of_growth(growth: pd.Series, levels: pd.Series | None = None) -> pd.Series:
    """The same for a published growth: January and February both carry the growth of the two together, percent.

    With `levels` of this year the two are weighted with last year's comparable levels X / (1 + g/100), which is exact.
    Without, they are averaged, an approximation: national output of 2025, -0.96 and 17.17, gives 8.1 for 7.2 published.
    One of the two missing makes both missing.
    """
    index = periods_of(growth)
    values = growth.astype(float)
    weights = _pair_weights(values, levels)
    pair = index.month <= FEBRUARY
    products, weights = (values * weights)[pair], weights[pair]
    year = periods_of(products).year
    complete = products.groupby(year).count() == FEBRUARY
    means = (products.groupby(year).sum() / weights.groupby(year).sum()).where(complete)
    joint = pd.Series(means.reindex(index.year).to_numpy(), index=index)
    return values.where(index.month > FEBRUARY, joint)


def _pair_weights(growth: pd.Series, levels: pd.Series | None) -> pd.Series:
    """Last year's comparable level of each month; 1 for both months of a year in which one of them is not known."""
    index = periods_of(growth)
    if levels is None:
        return pd.Series(1.0, index=index)
    weights = ratio(levels.reindex(index), 1 + growth / PERCENT)
    pair = weights[index.month <= FEBRUARY]
    complete = pair.groupby(periods_of(pair).year).count() == FEBRUARY
    known = complete.reindex(index.year, fill_value=False).to_numpy()
    return weights.where(known & weights.notna().to_numpy(), 1.0)
