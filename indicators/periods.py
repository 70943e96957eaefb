"""Series by period: looking back by label, never by position, so that a gap stays a gap."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from indicators.errors import MissingMonths, TooShort

MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3


def periods_of(series: pd.Series) -> pd.PeriodIndex:
    """The PeriodIndex of a series; raises TypeError for any other index (positions would hide gaps)."""
    index = series.index
    if not isinstance(index, pd.PeriodIndex):
        raise TypeError(f"a series needs a PeriodIndex, not {type(index).__name__}")
    return index


def without_gaps(series: pd.Series) -> pd.Series:
    """The same series on every period from its first to its last, missing ones as NaN, sorted."""
    index = periods_of(series)
    if len(index) == 0:
        return series.astype(float)
    return series.astype(float).reindex(pd.period_range(index.min(), index.max(), freq=index.freqstr))


def last_unbroken(series: pd.Series, *, needed: int) -> pd.Series:
    """The known months up to the last one that follow each other without a gap, at least `needed` of them.

    Raises MissingMonths with the gaps among the last `needed` months, TooShort where the series begins later than that.
    """
    full = without_gaps(series.dropna())
    gaps = full.index[full.isna()]
    run = full[full.index > gaps[-1]] if len(gaps) else full
    if len(run) >= needed:
        return run
    recent = [gap for gap in gaps if gap > full.index[-1] - needed]
    if recent:
        raise MissingMonths(recent)
    raise TooShort(needed=needed, found=len(full))


def lagged(series: pd.Series, periods: int) -> pd.Series:
    """For each period the value that many periods earlier, NaN where that period is not in the series."""
    index = periods_of(series)
    earlier = series.astype(float).reindex(index - periods)
    return pd.Series(earlier.to_numpy(), index=index, name=series.name)


def ratio(numerator: pd.Series, denominator: pd.Series) -> pd.Series:
    """Quotient by label; NaN where the denominator is missing, zero or negative (no growth from nothing)."""
    safe = denominator.where(denominator > 0)
    return numerator.astype(float) / safe


def require(series: pd.Series, wanted: Iterable[pd.Period]) -> pd.Series:
    """The values of the wanted periods, all of them present; raises MissingMonths naming those that are not."""
    chosen = series.astype(float).reindex(pd.PeriodIndex(list(wanted), freq=periods_of(series).freqstr))
    missing = chosen.index[chosen.isna()]
    if len(missing):
        raise MissingMonths(list(missing))
    return chosen


def sums_of_whole(series: pd.Series, frequency: str, months: int) -> pd.Series:
    """Monthly flows added to quarters (`Q-DEC`) or years (`Y-DEC`); NaN unless all `months` months are there."""
    groups = series.astype(float).groupby(periods_of(series).asfreq(frequency))
    totals, counts = groups.sum(), groups.count()
    return totals.where(counts == months, np.nan)
