"""How unusual a change is: measured on windows of real series in which there was no campaign.

For a window of k months the growth to expect is m + b (before - m): m the median growth outside the window, b how much
of a deviation lasts from k months to the next k, learned from all series together. The excess over it is divided by
the standard deviation s of the growth outside the window, and held against a quantile q of the same ratio, pooled
over all other series. On the same windows this covers zero as often as scaled placebo differences do, with intervals
a tenth narrower at 3 months and half as wide at 9 and 12 (`make reports` measures both again).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from indicators.campaign_types import Change, Rank
from indicators.errors import TooShort

Floats = npt.NDArray[np.float64]
SHORTEST_WINDOW, LONGEST_WINDOW = 3, 12
FEWEST_MONTHS_OUTSIDE = 24
LEVELS = (0.95, 0.975, 0.99, 0.995)


@dataclass(frozen=True, slots=True)
class Calibration:
    """For one window length: persistence b and the quantile q for each confidence level."""

    persistence: float
    quantiles: dict[float, float]

    def quantile(self, confidence: float) -> float:
        """The quantile of the smallest learned level that is at least `confidence`."""
        return self.quantiles[min((level for level in self.quantiles if level >= confidence), default=LEVELS[-1])]


@cache
def calibration(months: int) -> Calibration:
    """The stored calibration for a window of `months`; raises TooShort under three months."""
    if months < SHORTEST_WINDOW:
        raise TooShort(needed=SHORTEST_WINDOW, found=months)
    stored = json.loads(resources.files("indicators").joinpath("placebo_quantiles.json").read_text("utf-8"))
    entry = stored["windows"][str(min(months, LONGEST_WINDOW))]
    return Calibration(entry["persistence"], {float(level): value for level, value in entry["quantiles"].items()})


@dataclass(frozen=True, slots=True)
class Windows:
    """Every window of k months with the k months before it, all known: first positions and the two means."""

    at: npt.NDArray[np.int64]
    before: Floats
    during: Floats


def windows(growth: Floats, months: int) -> Windows:
    """All windows of `months` months of a gapless monthly array (NaN where missing), in percent."""
    if len(growth) < 2 * months:
        empty = np.empty(0)
        return Windows(np.empty(0, dtype=np.int64), empty, empty)
    means = np.lib.stride_tricks.sliding_window_view(growth, months).mean(axis=1)
    at = np.arange(months, len(growth) - months + 1)
    before, during = means[at - months], means[at]
    known = np.isfinite(before) & np.isfinite(during)
    return Windows(at[known], before[known], during[known])


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual growth outside a window: median and standard deviation, percent."""

    middle: float
    spread: float


def usual(growth: Floats, start: int, months: int) -> Usual:
    """Median and standard deviation of the known months outside the window; raises TooShort under 24 of them."""
    outside = np.delete(growth, np.arange(max(start, 0), start + months))
    outside = outside[np.isfinite(outside)]
    if len(outside) < FEWEST_MONTHS_OUTSIDE:
        raise TooShort(needed=FEWEST_MONTHS_OUTSIDE, found=len(outside))
    return Usual(float(np.median(outside)), float(np.std(outside)))


def excesses(found: Windows, normal: Usual, persistence: float) -> Floats:
    """Mean growth in each window over what its months before let expect, percentage points."""
    return found.during - (normal.middle + persistence * (found.before - normal.middle))


def measured_change(
    growth: Floats, start: int, months: int, *, confidence: float = 0.95, by: Calibration | None = None
) -> Change:
    """The change from the `months` before position `start` to the window there, with its usual range."""
    by = by or calibration(months)
    normal = usual(growth, start, months)
    before = float(growth[start - months : start].mean())
    during = float(growth[start : start + months].mean())
    expected = (by.persistence - 1) * (before - normal.middle)
    half = by.quantile(confidence) * normal.spread
    return Change(during - before, expected, expected - half, expected + half, confidence)


def rank(growth: Floats, start: int, months: int, *, outside: Sequence[bool] | None = None) -> Rank:
    """Place of the window at `start` among windows of its length that touch no campaign.

    `outside` says for each month whether it lies outside every campaign; by default all but the window itself.
    """
    free = np.ones(len(growth), dtype=bool) if outside is None else np.asarray(outside, dtype=bool).copy()
    free[start : start + months] = False
    found = windows(growth, months)
    excess = excesses(found, usual(growth, start, months), calibration(months).persistence)
    own = excess[found.at == start]
    others = excess[np.array([free[at : at + months].all() for at in found.at], dtype=bool)]
    if not len(own):
        raise TooShort(needed=2 * months, found=len(growth))
    higher = int((others > own[0]).sum())
    as_large = int((np.abs(others) >= abs(own[0])).sum())
    return Rank(higher + 1, len(others) + 1, as_large, float(own[0]), tuple(others.tolist()))


@dataclass(frozen=True, slots=True)
class Deviations:
    """Of every window of one series: the means before and during as deviations from usual, in spreads."""

    before: Floats
    during: Floats


def deviations(growth: Floats, months: int) -> Deviations:
    """Deviations of all windows of a series; a window with too few months outside it is left out."""
    found = windows(growth, months)
    rows = []
    for start, before, during in zip(found.at, found.before, found.during, strict=True):
        try:
            normal = usual(growth, int(start), months)
        except TooShort:
            continue
        if normal.spread > 0:
            rows.append(((before - normal.middle) / normal.spread, (during - normal.middle) / normal.spread))
    table = np.array(rows, dtype=np.float64).reshape(-1, 2)
    return Deviations(table[:, 0], table[:, 1])


def learn(pool: Sequence[Deviations]) -> Calibration:
    """Persistence b = sum(during before) / sum(before^2) and the quantiles of |during - b before| over all windows.

    Raises TooShort when no series has a window.
    """
    before = np.concatenate([one.before for one in pool])
    during = np.concatenate([one.during for one in pool])
    if not len(before):
        raise TooShort(needed=1, found=0)
    persistence = float((before * during).sum() / (before**2).sum())
    quantiles = np.quantile(np.abs(during - persistence * before), LEVELS)
    return Calibration(persistence, dict(zip(LEVELS, map(float, quantiles), strict=True)))
