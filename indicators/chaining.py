"""Levels from published indices: consumer prices chained and spliced; industrial output grown from an anchor year.

Sources: DOMAIN.md B.2 and B.3, measured on the national workbooks of 2010 to 2025.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from indicators.errors import MissingMonths, NotApplicable, NotComparable
from indicators.growth import PERCENT
from indicators.periods import MONTHS_IN_QUARTER, MONTHS_IN_YEAR, periods_of, require, without_gaps

# National consumer prices: factors from one base year to the next, over the month in which the base changed (B.3).
CPI_SPLICES: Mapping[tuple[str, str], float] = {
    ("2005", "2009"): 1.49391,
    ("2009", "2014"): 1.59239,
    ("2014", "2019"): 1.13240,
}
TABLES_NEVER_CHAINED = frozenset({"industrial_production_index"})


@dataclass(frozen=True, slots=True)
class Spliced:
    """A level in the newest base, and each factor from a base to the next as (old, new, factor) for showing."""

    level: pd.Series
    factors: tuple[tuple[str, str, float], ...]


def chained(month_on_month: pd.Series, *, table: str, start_level: float = PERCENT) -> pd.Series:
    """Level from indices on the previous month: L_t = L_(t-1) I_t / 100, `start_level` just before the first month.

    Only for prices. Raises NotApplicable for industrial output, whose monthly indices rest on first estimates and
    changing samples (product of twelve in 2023: 123.7, published year on year 105.8); MissingMonths for any gap.
    """
    if table in TABLES_NEVER_CHAINED:
        raise NotApplicable("industrial output is never chained month on month")
    full = without_gaps(month_on_month)
    missing = full.index[full.isna()]
    if len(missing):
        raise MissingMonths(list(missing))
    return start_level * (full / PERCENT).cumprod()


def splice_factor(old_before: float, new_at: float, month_on_month: float) -> float:
    """Old base over new base: old level of the month before / (new level / (I/100)), no unit.

    >>> round(splice_factor(152.6324, 102.7319, 100.55), 5)
    1.49391
    """
    if min(old_before, new_at, month_on_month) <= 0:
        raise NotComparable("a level or index is zero or negative")
    return old_before / (new_at / (month_on_month / PERCENT))


def spliced(by_base: Mapping[str, pd.Series], month_on_month: pd.Series) -> Spliced:
    """One level, in the newest base, out of levels on several bases.

    `by_base` maps a base ("2009", "2014") to its monthly levels, in order of time; older levels are divided by the
    product of the later factors. Raises MissingMonths when the month before a change, or the index at it, is missing.
    """
    bases = sorted(by_base, key=lambda base: by_base[base].dropna().index.min())
    factors: list[tuple[str, str, float]] = []
    level = by_base[bases[0]].dropna().astype(float)
    for old, new in pairwise(bases):
        fresh = by_base[new].dropna().astype(float)
        first = fresh.index.min()
        before = float(require(by_base[old], [first - 1]).iloc[0])
        factor = splice_factor(before, float(fresh.loc[first]), float(require(month_on_month, [first]).iloc[0]))
        factors.append((old, new, factor))
        level = pd.concat([level[level.index < first] / factor, fresh])
    return Spliced(level, tuple(factors))


def average_of_indices(year_on_year: pd.Series) -> pd.Series:
    """`bình quân m tháng` of consumer prices: geometric mean of the year's monthly indices up to m, as an index.

    The office's rule: within 0.005 points of every published average of 2011-2025 (DOMAIN.md B.2). Missing from the
    year's first missing month on.

    >>> months = pd.period_range("2025-01", periods=2, freq="M")
    >>> round(average_of_indices(pd.Series([103.6296, 102.9131], index=months)).iloc[-1].item(), 4)
    103.2707
    """
    return _geometric(year_on_year, months_in_group=MONTHS_IN_YEAR)


def quarter_average_of_indices(year_on_year: pd.Series) -> pd.Series:
    """`bình quân quý`: the same rule over the months of each quarter so far, as an index, by month."""
    return _geometric(year_on_year, months_in_group=MONTHS_IN_QUARTER)


def _geometric(indices: pd.Series, *, months_in_group: int) -> pd.Series:
    """Geometric mean from the first month of each group of the calendar year to each month."""
    full = without_gaps(indices)
    month = np.asarray(periods_of(full).month)
    group = (np.asarray(periods_of(full).year) * MONTHS_IN_YEAR + month - 1) // months_in_group
    wanted = (month - 1) % months_in_group + 1
    grouped = np.log(full.where(full > 0)).groupby(group)
    complete = grouped.cumcount().to_numpy() + 1 == wanted
    means = grouped.cumsum(skipna=False).where(complete) / wanted
    return pd.Series(np.exp(means), index=full.index, name=indices.name).reindex(periods_of(indices))


def grown_from_anchor(anchor: pd.Series, year_on_year: pd.Series) -> pd.Series:
    """A level-like line out of published year-on-year indices: L(y, m) = L(y-1, m) I / 100, both ways from the anchor.

    `anchor` holds the twelve months of one year, in any unit; earlier years follow by division. A derived line
    ("chỉ số dẫn xuất"), to be labelled so: not a published level. A month whose chain is broken stays missing.
    Raises MissingMonths for an incomplete anchor year.
    """
    year = int(periods_of(anchor).year[0])
    base = require(anchor, pd.period_range(f"{year}-01", f"{year}-12", freq="M"))
    covered = periods_of(year_on_year).year
    first, last = min(year, int(covered.min()) - 1), max(year, int(covered.max()))
    wanted = pd.period_range(f"{first}-01", f"{last}-12", freq="M")
    index = year_on_year.astype(float).reindex(wanted).to_numpy().reshape(-1, MONTHS_IN_YEAR)
    ratios = np.where(index > 0, index, np.nan) / PERCENT
    level, at = np.full_like(ratios, np.nan), year - first
    level[at] = base.to_numpy()
    for row in range(at + 1, len(level)):
        level[row] = level[row - 1] * ratios[row]
    for row in range(at - 1, -1, -1):
        level[row] = level[row + 1] / ratios[row + 1]
    return pd.Series(level.ravel(), index=wanted, name=year_on_year.name)
