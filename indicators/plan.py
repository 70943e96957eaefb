"""Progress of a year's plan. Levels in any one unit; shares and growth in percent (DOMAIN.md B, rows 17 to 20, B.7)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import stdtrit

from indicators.errors import MissingMonths, NotComparable, TooShort
from indicators.growth import PERCENT, year_to_date
from indicators.periods import MONTHS_IN_YEAR, periods_of, require
from indicators.shares import share

FEWEST_YEARS_FOR_PROJECTION = 3
FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """Where a year's plan stands after `months` months.

    `share_reached` and `share_of_time` are percent of the year's plan and of the year; `pace` their difference and
    `pace_against_usual` the difference from the mean share of the year reached by then in earlier years (both
    percentage points); `needed_average` the level a month still needed; `run_rate` the mean month so far;
    `needed_growth` the growth of the remaining months on last year's, percent, an assumption ("giả định").
    """

    months: int
    reached: float
    target: float
    share_reached: float
    share_of_time: float
    pace: float
    pace_against_usual: float | None
    remaining: float
    needed_average: float | None
    run_rate: float
    needed_growth: float | None
    is_complete: bool
    is_lower_bound: bool


@dataclass(frozen=True, slots=True)
class Projection:
    """The year's total projected, with an interval, both in the unit of the levels, and percent of the plan."""

    total: float
    low: float
    high: float
    confidence: float
    share_of_plan: float | None
    years_used: int


def progress(levels: pd.Series, target: float, at: pd.Period, *, is_lower_bound: bool = False) -> PlanProgress:
    """Progress of the plan `target` at the month `at`, from monthly flows that cover at least that year.

    `is_lower_bound` says that the plan was a range and its lower end is used. Raises MissingMonths when a month of
    this year is missing and NotComparable for a target of zero or less. Growth targets of indices have no ratio:
    compare growth with `growth_against_plan`.
    """
    this_year = pd.period_range(f"{at.year}-01", at, freq="M")
    return progress_of_total(
        float(require(levels, this_year).sum()),
        target,
        at.month,
        last_year_remaining=_last_year_remaining(levels, at),
        usual_share=_usual_share(levels, at),
        is_lower_bound=is_lower_bound,
    )


def progress_of_total(
    reached: float,
    target: float,
    months: int,
    *,
    last_year_remaining: float | None = None,
    usual_share: float | None = None,
    is_lower_bound: bool = False,
) -> PlanProgress:
    """The same from a published cumulative value.

    Thái Nguyên, nine months of 2020: 567 634.2 of 803 300 is 70.7 %; retail 28 354.9 of 41 883 needs 4 509 a month
    (DOMAIN.md B.7).
    """
    if target <= 0:
        raise NotComparable("the plan is zero or negative")
    left_months, remaining = MONTHS_IN_YEAR - months, target - reached
    is_complete = remaining <= 0
    is_open = left_months > 0 and not is_complete
    share, time = PERCENT * reached / target, PERCENT * months / MONTHS_IN_YEAR
    base = last_year_remaining if last_year_remaining is not None and last_year_remaining > 0 else None
    return PlanProgress(
        months=months,
        reached=reached,
        target=target,
        share_reached=share,
        share_of_time=time,
        pace=share - time,
        pace_against_usual=None if usual_share is None else share - usual_share,
        remaining=max(remaining, 0.0),
        needed_average=remaining / left_months if is_open else None,
        run_rate=reached / months,
        needed_growth=PERCENT * (remaining / base - 1) if is_open and base is not None else None,
        is_complete=is_complete,
        is_lower_bound=is_lower_bound,
    )


def pace(cumulative: pd.Series, plan: pd.Series) -> pd.Series:
    """Share of the plan reached by each month less the share of the year passed, percentage points."""
    return share(cumulative, plan) - PERCENT * _months_passed(cumulative) / MONTHS_IN_YEAR


def run_rate(cumulative: pd.Series) -> pd.Series:
    """Mean month of the year so far, unit of the sums."""
    return cumulative / _months_passed(cumulative)


def needed_average(cumulative: pd.Series, plan: pd.Series) -> pd.Series:
    """Mean month still needed: (P - C_m) / (12 - m); missing in December and when the plan is reached."""
    left = MONTHS_IN_YEAR - _months_passed(cumulative)
    missing = plan.reindex(cumulative.index) - cumulative
    return (missing / left.where(left > 0)).where(missing > 0)


def needed_growth(levels: pd.Series, plan: pd.Series) -> pd.Series:
    """Growth of the remaining months on last year's that the plan needs, month by month, percent."""
    found = {}
    for month, target in plan.dropna().items():
        try:
            found[month] = progress(levels, float(target), month).needed_growth  # type: ignore[arg-type]
        except MissingMonths:
            continue
    return pd.Series(found, index=pd.PeriodIndex(list(found), freq="M"), dtype=float)


def _months_passed(cumulative: pd.Series) -> pd.Series:
    return pd.Series(periods_of(cumulative).month, index=cumulative.index, dtype=float)


def growth_against_plan(growth: float, planned_growth: float) -> float:
    """For indices: growth reached minus growth planned, percentage points."""
    return growth - planned_growth


def projection(
    levels: pd.Series, at: pd.Period, *, target: float | None = None, confidence: float = 0.95
) -> Projection:
    """The year's total at the pace of earlier years: reached / s, s the mean share of the year reached by then.

    The interval is Student's t on the logs of the earlier shares, for a new year: mean plus or minus
    t sd sqrt(1 + 1/n). Raises TooShort under three complete earlier years, MissingMonths for a gap this year.
    """
    reached = float(require(levels, pd.period_range(f"{at.year}-01", at, freq="M")).sum())
    return projection_of_total(reached, _earlier_shares(levels, at), target=target, confidence=confidence)


def projection_of_total(
    reached: float, earlier_shares: FloatArray, *, target: float | None = None, confidence: float = 0.95
) -> Projection:
    """The same from a published cumulative value and the shares of earlier years reached by then, as fractions."""
    if reached <= 0:
        raise NotComparable("nothing reached yet")
    n = len(earlier_shares)
    if n < FEWEST_YEARS_FOR_PROJECTION:
        raise TooShort(needed=FEWEST_YEARS_FOR_PROJECTION, found=n)
    logs = np.log(earlier_shares)
    half = float(stdtrit(n - 1, 0.5 + confidence / 2) * logs.std(ddof=1) * np.sqrt(1 + 1 / n))
    centre = float(np.log(reached) - logs.mean())
    total = float(np.exp(centre))
    return Projection(
        total=total,
        low=max(reached, float(np.exp(centre - half))),
        high=float(np.exp(centre + half)),
        confidence=confidence,
        share_of_plan=None if not target else PERCENT * total / target,
        years_used=n,
    )


def projections_of_year(levels: pd.Series) -> tuple[pd.Series, pd.Series, pd.Series]:
    """The projection as it stood after each month of the newest year: total, low, high, unit of the levels.

    Raises as `projection` does for the newest month.
    """
    known = levels.dropna()
    newest = periods_of(known)[-1] if len(known) else None
    if newest is None:
        raise TooShort(needed=1, found=0)
    months = pd.period_range(f"{newest.year}-01", newest, freq="M")
    found = [projection(levels, month) for month in months]
    columns = ([one.total for one in found], [one.low for one in found], [one.high for one in found])
    total, low, high = (pd.Series(column, index=months, dtype=float) for column in columns)
    return total, low, high


def _last_year_remaining(levels: pd.Series, at: pd.Period) -> float | None:
    if at.month == MONTHS_IN_YEAR:
        return None
    try:
        return float(require(levels, pd.period_range(at - 11, f"{at.year - 1}-12", freq="M")).sum())
    except MissingMonths:
        return None


def _usual_share(levels: pd.Series, at: pd.Period) -> float | None:
    shares = _earlier_shares(levels, at)[-FEWEST_YEARS_FOR_PROJECTION:]
    return PERCENT * float(shares.mean()) if len(shares) else None


def _earlier_shares(levels: pd.Series, at: pd.Period) -> FloatArray:
    """Share of the year reached by this month in each complete earlier year, oldest first, as fractions."""
    sums = year_to_date(levels[periods_of(levels).year < at.year])
    reached, totals = _by_year(sums, at.month), _by_year(sums, MONTHS_IN_YEAR)
    shares = (reached / totals.where(totals > 0)).dropna().sort_index()
    return shares[shares > 0].to_numpy(dtype=float)


def _by_year(sums: pd.Series, month: int) -> pd.Series:
    index = periods_of(sums)
    chosen = sums[index.month == month]
    return pd.Series(chosen.to_numpy(dtype=float), index=periods_of(chosen).year)
