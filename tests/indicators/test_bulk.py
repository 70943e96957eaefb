"""Measures of many series at once equal those of one series at a time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from indicators import growth
from indicators.bulk import measures


@pytest.fixture
def levels():
    values = np.random.default_rng(8).uniform(50, 150, (6, 36))
    values[1, 7] = np.nan
    values[4, 3] = 0.0
    return values


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("on_month", growth.on_previous_month),
        ("on_year", growth.on_same_month),
        ("cumulative", growth.year_to_date),
    ],
)
def test_each_row_equals_the_indicator_of_that_series(levels, name, function):
    index = pd.period_range("2020-01", periods=36, freq="M")
    result = getattr(measures(levels, groups=2), name)
    for row, values in enumerate(levels):
        np.testing.assert_allclose(
            result[row], function(pd.Series(values, index=index)).to_numpy(), rtol=1e-12, atol=1e-10
        )


def test_shares_and_contributions_sum_to_the_group(levels):
    result = measures(levels, groups=2)
    total = levels[:3].sum(axis=0)
    known = np.isfinite(total)
    assert result.share[:3].sum(axis=0)[known] == pytest.approx(100.0)
    change = 100 * (total[12:] / total[:-12] - 1)
    assert result.contribution[:3, 12:].sum(axis=0) == pytest.approx(change, nan_ok=True)
    assert np.isnan(result.share[:3, 7]).all()


def test_months_must_fill_years_and_rows_groups(levels):
    with pytest.raises(ValueError, match="whole years"):
        measures(levels[:, :35])
    with pytest.raises(ValueError, match="equal groups"):
        measures(levels, groups=4)


def test_a_group_whose_total_is_small_has_shares_too_and_one_without_total_has_none():
    """Exports in billions of USD: a total below one is as good as any."""
    small = np.full((2, 12), 0.25)
    small[:, 11] = 0.0
    share = measures(small, groups=1).share
    np.testing.assert_allclose(share[:, :11], 50.0)
    assert np.isnan(share[:, 11]).all()
