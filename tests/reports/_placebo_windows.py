"""Campaigns declared where there was none: coverage, verdicts and power on windows of real series.

Every window of every series is held against what was learned from all other series, so no series judges itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from indicators.errors import TooShort
from indicators.growth import tet_pairs_of_growth
from indicators.periods import without_gaps
from indicators.placebo import Calibration, Floats, deviations, learn, measured_change, usual, windows

SERIES_FILE = Path(__file__).parent.parent / "indicators" / "data" / "national_growth.csv"
ADDED_EFFECTS = (0.5, 1.0, 1.5, 2.0, 3.0)
FEWEST_PLACEBOS = 10
CONFIDENCE = 0.95


def national_growth() -> dict[str, Floats]:
    """Real series of growth on the same month, percent, gapless from first to last month (NaN inside), Tết paired."""
    table = pd.read_csv(SERIES_FILE, index_col=0)
    months = pd.PeriodIndex(table.columns, freq="M")
    found = {}
    for name, row in table.iterrows():
        series = without_gaps(pd.Series(row.to_numpy(dtype=float), index=months).dropna())
        found[str(name)] = tet_pairs_of_growth(series).to_numpy()
    return found


@dataclass(frozen=True)
class Outcome:
    """Results over all windows of one length; shares are fractions, effects in standard deviations of growth."""

    months: int
    windows: int
    series: int
    coverage: float
    coverage_of_series: float
    said_higher: float
    said_lower: float
    half_width: float
    power: dict[float, float]


def measure(series: Sequence[Floats], months: int) -> Outcome:
    """Coverage of zero, share of higher and lower, and power against added effects, each series left out in turn."""
    pool = [deviations(growth, months) for growth in series]
    rows: list[tuple[int, float, float, float]] = []
    for number, growth in enumerate(series):
        calibrated = learn([one for place, one in enumerate(pool) if place != number])
        rows += [(number, *row) for row in _excesses(growth, months, calibrated)]
    table = np.array(rows)
    owner, low, high, spread = table.T
    centre, half = (low + high) / 2, (high - low) / 2
    inside = (low <= 0) & (high >= 0)
    by_series = [inside[owner == number].mean() for number in np.unique(owner)]
    power = {size: float((centre + size * spread - half > 0).mean()) for size in ADDED_EFFECTS}
    return Outcome(
        months=months,
        windows=len(table),
        series=len(by_series),
        coverage=float(inside.mean()),
        coverage_of_series=float(np.mean(by_series)),
        said_higher=float((low > 0).mean()),
        said_lower=float((high < 0).mean()),
        half_width=float((half / spread).mean()),
        power=power,
    )


def _excesses(growth: Floats, months: int, by: Calibration) -> list[tuple[float, float, float]]:
    found = []
    for start in windows(growth, months).at:
        try:
            change = measured_change(growth, int(start), months, confidence=CONFIDENCE, by=by)
            found.append((change.excess_low, change.excess_high, usual(growth, int(start), months).spread))
        except TooShort:
            continue
    return found


def scaled_differences(series: Sequence[Floats], months: int) -> tuple[float, float, int]:
    """The simpler rule for comparison: (during - before) over the root mean square of the same far from the window.

    Gives coverage, mean half width in standard deviations of growth, and windows.
    """
    ratios, widths = [], []
    for growth in series:
        found = windows(growth, months)
        difference = found.during - found.before
        own, width = [], []
        for place, start in enumerate(found.at):
            far = difference[np.abs(found.at - start) >= 2 * months]
            if len(far) >= FEWEST_PLACEBOS:
                scale = float(np.sqrt((far**2).mean()))
                own.append(difference[place] / scale)
                width.append(scale / float(np.nanstd(growth)))
        ratios.append(np.abs(own))
        widths.append(np.array(width))
    inside, half, count = [], [], 0
    for number, own in enumerate(ratios):
        others = [r for place, r in enumerate(ratios) if place != number and len(r)]
        if not len(own) or not others:
            continue
        quantile = _weighted_quantile(others, CONFIDENCE)
        inside.append(float((own <= quantile).mean()))
        half.append(float((quantile * widths[number]).mean()))
        count += len(own)
    return float(np.mean(inside)), float(np.mean(half)), count


def _weighted_quantile(groups: Sequence[Floats], level: float) -> float:
    pooled = np.concatenate(groups)
    weights = np.concatenate([np.full(len(group), 1 / len(group)) for group in groups])
    order = np.argsort(pooled)
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(pooled[order][min(np.searchsorted(reached, level), len(order) - 1)])
