"""A short forecast to the year's end, held against the naive rule on the series' own past.

Levels of one unit, positive and without gaps, go in. The model is ETS with damped trend and multiplicative season on
logarithms; the naive rule is last year's month times last month's growth on its own last year.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.errors import NotApplicable
from indicators.growth import PERCENT
from indicators.periods import MONTHS_IN_YEAR, last_unbroken, periods_of

FEWEST_MONTHS = 60
BACK_TESTS = 12
CONFIDENCE = 0.95
MONTHS_OF_RECENT_GROWTH = 3


@dataclass(frozen=True, slots=True)
class BackTest:
    """Mean absolute percentage errors over `origins` past starts, and whether the model beats the naive rule."""

    model_error: float
    naive_error: float
    origins: int

    @property
    def beats_naive(self) -> bool:
        return self.model_error < self.naive_error


@dataclass(frozen=True, slots=True)
class Forecast:
    """`values` with `low` and `high` for each month to December, unit of the levels; `method` is `ets` or `naive`.

    `naive` is chosen, and said, where the model did not beat it. `year_total` includes the months already known.
    """

    values: pd.Series
    low: pd.Series
    high: pd.Series
    method: str
    back_test: BackTest
    year_total: float | None


def to_year_end(levels: pd.Series, *, confidence: float = CONFIDENCE) -> Forecast:
    """Forecast the months after the last known one to December (twelve months when that is December).

    The interval is empirical: quantiles of the chosen rule's own past log errors at each distance, widened by
    sqrt(1 + 1/n). The months without a gap up to the last one are used. Raises TooShort under 60 of them, MissingMonths
    for a gap among the last 60, NotApplicable for a level of zero or less.
    """
    known = _checked(levels)
    last = periods_of(known)[-1]
    ahead = MONTHS_IN_YEAR - last.month or MONTHS_IN_YEAR
    errors = _past_errors(known, ahead)
    test = BackTest(_percentage_error(errors["ets"]), _percentage_error(errors["naive"]), BACK_TESTS)
    method = "ets" if test.beats_naive else "naive"
    logs = _RULES[method](np.log(known.to_numpy()), ahead)
    spread = np.maximum.accumulate(np.quantile(np.abs(errors[method]), confidence, axis=0))
    half = spread * np.sqrt(1 + 1 / BACK_TESTS)
    months = pd.period_range(last + 1, periods=ahead, freq="M")
    values, low, high = (pd.Series(np.exp(logs + shift), index=months) for shift in (0.0, -half, half))
    return Forecast(values, low, high, method, test, _year_total(known, values))


def _checked(levels: pd.Series) -> pd.Series:
    full = last_unbroken(levels, needed=FEWEST_MONTHS)
    if (full <= 0).any():
        raise NotApplicable("a level is zero or negative")
    return full


def _past_errors(levels: pd.Series, ahead: int) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """Log errors of both rules, one row for each past start, one column for each month ahead."""
    logs = np.log(levels.to_numpy())
    starts = [len(logs) - ahead - number for number in range(BACK_TESTS)]
    return {
        name: np.array([logs[start : start + ahead] - rule(logs[:start], ahead) for start in starts])
        for name, rule in _RULES.items()
    }


def _percentage_error(log_errors: np.ndarray) -> float:  # type: ignore[type-arg]
    return PERCENT * float(np.abs(np.expm1(log_errors)).mean())


def _naive(logs: np.ndarray, ahead: int) -> np.ndarray:  # type: ignore[type-arg]
    """Last year's months, raised by the mean growth of the last three months on their last year."""
    recent = logs[-MONTHS_OF_RECENT_GROWTH:]
    growth = (recent - logs[-MONTHS_OF_RECENT_GROWTH - MONTHS_IN_YEAR : -MONTHS_IN_YEAR]).mean()
    season = logs[-MONTHS_IN_YEAR:]
    return np.array([season[step % MONTHS_IN_YEAR] + growth for step in range(ahead)])


def _ets(logs: np.ndarray, ahead: int) -> np.ndarray:  # type: ignore[type-arg]
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = ExponentialSmoothing(
            logs, trend="add", damped_trend=True, seasonal="add", seasonal_periods=MONTHS_IN_YEAR,
            initialization_method="estimated",
        )  # fmt: skip
        return np.asarray(model.fit().forecast(ahead))


_RULES = {"ets": _ets, "naive": _naive}


def _year_total(known: pd.Series, values: pd.Series) -> float | None:
    """Known months of the forecast's year plus the forecast; None when the year's start is not known."""
    year = periods_of(values)[0].year
    so_far = known[periods_of(known).year == year]
    return float(so_far.sum() + values.sum()) if len(so_far) + len(values) == MONTHS_IN_YEAR else None
