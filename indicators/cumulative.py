"""Monthly values out of cumulative ones and back."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.growth import PERCENT, year_to_date
from indicators.periods import lagged, periods_of

__all__ = ["monthly_from_cumulative", "monthly_index_from_cumulative", "year_to_date"]


def monthly_from_cumulative(cumulative: pd.Series) -> pd.Series:
    """X_m = C_m - C_(m-1), unit as given; January is its own month. Missing where either sum is missing.

    Both sums must be of one release: a revision between two releases would fall wholly into the month.
    2010: 434 770.72 - 366 246.72 = 68 524 (DOMAIN.md A.4).
    """
    index = periods_of(cumulative)
    before = lagged(cumulative, 1).where(index.month != 1, 0.0)
    return cumulative.astype(float) - before


def monthly_index_from_cumulative(cumulative_index: pd.Series, last_year: pd.Series) -> pd.Series:
    """Index of month m out of cumulative indices J: 100 (J_m C'_m - J_(m-1) C'_(m-1)) / (C'_m - C'_(m-1)) / 100.

    C' are last year's cumulative levels, indexed by last year's months. In and out 100 = same period of last year.
    Missing where a term is missing or last year's month is not positive.
    """
    index = periods_of(cumulative_index)
    base = pd.Series(last_year.reindex(index - 12).to_numpy(dtype=float), index=index)
    now = monthly_from_cumulative(cumulative_index * base / PERCENT)
    then = monthly_from_cumulative(base)
    return PERCENT * now / then.where(then > 0, np.nan)
