"""Forecasts to the year's end."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from indicators import forecast
from indicators.errors import TooShort
from indicators.forecast import to_year_end


def made(noise: float, months: int = 92) -> pd.Series:
    index = pd.period_range("2015-01", periods=months, freq="M")
    season = 0.2 * np.sin(2 * np.pi * np.arange(months) / 12)
    shocks = np.random.default_rng(3).normal(0, noise, months)
    return pd.Series(np.exp(4 + 0.008 * np.arange(months) + season + shocks), index=index)


def test_a_forecast_runs_to_december_inside_its_interval_and_adds_to_the_year():
    levels = made(0.02)
    result = to_year_end(levels)
    assert [str(result.values.index[0]), str(result.values.index[-1])] == ["2022-09", "2022-12"]
    assert ((result.low < result.values) & (result.values < result.high)).all()
    assert result.year_total == pytest.approx(levels["2022"].sum() + result.values.sum())


def test_the_interval_never_narrows_with_distance():
    width = np.log(to_year_end(made(0.02)).high / to_year_end(made(0.02)).low)
    assert (np.diff(width) >= -1e-12).all()


def test_where_the_model_does_not_beat_the_naive_rule_the_naive_one_is_offered():
    result = to_year_end(made(0.0))
    assert result.method == ("ets" if result.back_test.beats_naive else "naive")
    assert result.back_test.origins == 12
    exact = made(0.0, 96)["2022-09":]
    assert result.values.to_numpy() == pytest.approx(exact.to_numpy(), rel=0.02)


def test_a_short_series_has_no_forecast():
    with pytest.raises(TooShort):
        to_year_end(made(0.02).iloc[:59])


def test_the_smoothing_gives_what_the_library_gives():
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    n = np.arange(96)
    logs = 5 + 0.01 * n + 0.1 * np.sin(2 * np.pi * n / 12) + np.random.default_rng(8).normal(0, 0.02, len(n))
    model = ExponentialSmoothing(
        logs, trend="add", damped_trend=True, seasonal="add", seasonal_periods=12, initialization_method="heuristic"
    )
    library = model.fit(use_brute=False).forecast(5)
    assert forecast._Smoothing.fitted(logs).ahead(logs, 5) == pytest.approx(library, rel=1e-9)
