"""Campaigns declared at random where there was none, on real national series: what must come out is nothing."""

from __future__ import annotations

import numpy as np
import pytest

from indicators.placebo import LEVELS, calibration, deviations, learn
from tests.reports._placebo_windows import national_growth
from tests.reports.calibration import learned

LENGTHS = (3, 6, 12)
SEED = 20240806
WINDOWS_EACH = 1000


@pytest.fixture(scope="module")
def series():
    return list(national_growth().values())


@pytest.fixture(scope="module")
def excesses(series):
    """For each length the excess in spreads of 1,000 random windows with the quantile learned without their series."""
    found = {}
    for months in LENGTHS:
        pool = [deviations(growth, months) for growth in series]
        rows = []
        for number, own in enumerate(pool):
            by = learn([one for place, one in enumerate(pool) if place != number])
            rows += [(excess, by.quantile(0.95)) for excess in own.during - by.persistence * own.before]
        chosen = np.random.default_rng(SEED).choice(len(rows), WINDOWS_EACH, replace=False)
        found[months] = np.array(rows)[chosen]
    return found


@pytest.mark.parametrize("months", LENGTHS)
def test_the_95_percent_interval_holds_zero_in_93_to_97_percent_of_1000_placebo_windows(excesses, months):
    excess, quantile = excesses[months].T
    assert 0.93 <= (np.abs(excess) <= quantile).mean() <= 0.97


@pytest.mark.parametrize("months", LENGTHS)
def test_higher_or_lower_is_said_in_at_most_ten_percent_of_placebo_windows(excesses, months):
    excess, quantile = excesses[months].T
    assert (excess > quantile).mean() + (excess < -quantile).mean() <= 0.10


@pytest.mark.parametrize("months", LENGTHS)
def test_power_grows_with_the_size_of_an_added_effect_and_passes_nine_tenths_at_three_spreads(excesses, months):
    excess, quantile = excesses[months].T
    power = [float((excess + size > quantile).mean()) for size in (0.0, 1.0, 2.0, 3.0)]
    assert power == sorted(power) and power[-1] > 0.9 and power[2] > 0.4


def test_the_stored_quantiles_are_those_learned_from_the_series():
    windows = learned()["windows"]
    for months in (3, 7, 12):
        stored = calibration(months)
        assert stored.persistence == windows[str(months)]["persistence"]
        assert [stored.quantiles[level] for level in LEVELS] == list(windows[str(months)]["quantiles"].values())
