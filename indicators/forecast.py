"""A short forecast to the year's end, held against the naive rule on the series' own past.

Levels of one unit, positive and without gaps, go in. The model is ETS with damped trend and multiplicative season on
logarithms; the naive rule is last year's month times last month's growth on its own last year.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.errors import NotApplicable
from indicators.growth import PERCENT
from indicators.periods import MONTHS_IN_YEAR, last_unbroken, periods_of

Floats = npt.NDArray[np.float64]
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
    logs_known = np.log(known.to_numpy())
    errors = _past_errors(logs_known, ahead)
    test = BackTest(_percentage_error(errors["ets"]), _percentage_error(errors["naive"]), BACK_TESTS)
    method = "ets" if test.beats_naive else "naive"
    logs = _naive(logs_known, ahead) if method == "naive" else _Smoothing.fitted(logs_known).ahead(logs_known, ahead)
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


def _past_errors(logs: Floats, ahead: int) -> dict[str, Floats]:
    """Log errors of both rules, one row for each past start, one column for each month ahead.

    The parameters of the smoothing are estimated on the months before the first start: none knows what came after it.
    """
    starts = [len(logs) - ahead - number for number in range(BACK_TESTS)]
    model = _Smoothing.fitted(logs[: min(starts)])
    return {
        "ets": np.array([logs[at : at + ahead] - model.ahead(logs[:at], ahead) for at in starts]),
        "naive": np.array([logs[at : at + ahead] - _naive(logs[:at], ahead) for at in starts]),
    }


def _percentage_error(log_errors: Floats) -> float:
    return PERCENT * float(np.abs(np.expm1(log_errors)).mean())


def _naive(logs: Floats, ahead: int) -> Floats:
    """Last year's months, raised by the mean growth of the last three months on their last year."""
    recent = logs[-MONTHS_OF_RECENT_GROWTH:]
    growth = (recent - logs[-MONTHS_OF_RECENT_GROWTH - MONTHS_IN_YEAR : -MONTHS_IN_YEAR]).mean()
    season = logs[-MONTHS_IN_YEAR:]
    return np.array([season[step % MONTHS_IN_YEAR] + growth for step in range(ahead)])


@dataclass(frozen=True, slots=True)
class _Smoothing:
    """Exponential smoothing with a damped trend and a season, all additive on logarithms, and where it started."""

    level: float
    trend: float
    season: float
    damping: float
    first_level: float
    first_trend: float
    first_season: tuple[float, ...]

    @classmethod
    def fitted(cls, logs: Floats) -> _Smoothing:
        from statsmodels.tsa.holtwinters import ExponentialSmoothing

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = ExponentialSmoothing(
                logs, trend="add", damped_trend=True, seasonal="add", seasonal_periods=MONTHS_IN_YEAR,
                initialization_method="heuristic",
            )  # fmt: skip
            found = model.fit(use_brute=False).params
        return cls(
            level=float(found["smoothing_level"]),
            trend=float(found["smoothing_trend"]),
            season=float(found["smoothing_seasonal"]),
            damping=float(found["damping_trend"]),
            first_level=float(found["initial_level"]),
            first_trend=float(found["initial_trend"]),
            first_season=tuple(map(float, found["initial_seasons"])),
        )

    def ahead(self, logs: Floats, months: int) -> Floats:
        """The months after `logs`, smoothed through all of them."""
        level, trend, season = self.first_level, self.first_trend, list(self.first_season)
        for at, value in enumerate(logs.tolist()):
            month, drift = at % MONTHS_IN_YEAR, self.damping * trend
            new = self.level * (value - season[month]) + (1 - self.level) * (level + drift)
            season[month] += self.season * (value - level - drift - season[month])
            level, trend = new, self.trend * (new - level) + (1 - self.trend) * drift
        drifts = np.cumsum(self.damping ** np.arange(1, months + 1))
        seasons = [season[(len(logs) + step) % MONTHS_IN_YEAR] for step in range(months)]
        return np.asarray(level + trend * drifts + np.array(seasons))


def _year_total(known: pd.Series, values: pd.Series) -> float | None:
    """Known months of the forecast's year plus the forecast; None when the year's start is not known."""
    year = periods_of(values)[0].year
    so_far = known[periods_of(known).year == year]
    return float(so_far.sum() + values.sum()) if len(so_far) + len(values) == MONTHS_IN_YEAR else None
