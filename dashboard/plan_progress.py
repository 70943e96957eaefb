"""The year's plan of a headline: what is reached, what is still needed, and where the year is heading."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.headlines import Headline
from dashboard.points import Point
from dashboard.theme_figures import Line, theme_figures
from data.catalogue import catalogue
from data.period import MONTHS_IN_YEAR
from data.store import Plan, Store
from indicators.errors import IndicatorError, TooShort
from indicators.growth import PERCENT
from indicators.plan import PlanProgress, Projection, progress_of_total, projection_of_total

YEARS_OF_USUAL_PACE = 3


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan with its progress; `projection` None where `years` complete earlier years are too few for one."""

    plan: Plan
    reached: Point
    progress: PlanProgress
    projection: Projection | None
    years: int


def plan_of(store: Store, headline: Headline) -> Plan | None:
    """The plan of the headline's year for its level, in the same unit; None where there is none."""
    unit = headline.figures.unit.lower()
    return next((p for p in plans_of(store, headline) if p.measure == "value" and p.unit.lower() == unit), None)


def plans_of(store: Store, headline: Headline) -> list[Plan]:
    """What the plan of the headline's year sets for its theme, levels and growth."""
    known, year = catalogue().indicators, headline.last // MONTHS_IN_YEAR
    of_year = (one for one in store.plans(headline.figures.area, year) if one.value and one.indicator in known)
    return [plan for plan in of_year if known[plan.indicator].theme == headline.theme]


def plan_state(store: Store, headline: Headline) -> PlanState | None:
    """Progress of the headline's plan at its month; None without a plan or a cumulative level."""
    plan = plan_of(store, headline)
    if plan is None or plan.value is None:
        return None
    line = _all_years(store, headline)
    reached = line.cumulative_levels.get(headline.last) if line else None
    if line is None or reached is None:
        return None
    shares, month = _earlier_shares(line, headline.last), headline.last % MONTHS_IN_YEAR + 1
    usual = PERCENT * sum(shares[-YEARS_OF_USUAL_PACE:]) / len(shares[-YEARS_OF_USUAL_PACE:]) if shares else None
    try:
        progress = progress_of_total(
            reached.value, plan.value, month, last_year_remaining=_last_year_remaining(line, headline.last),
            usual_share=usual,
        )  # fmt: skip
    except IndicatorError:
        return None
    return PlanState(plan, reached, progress, _projection(reached.value, shares, plan.value), len(shares))


def _all_years(store: Store, headline: Headline) -> Line | None:
    """The total over all years, since pages and briefings hold different numbers of them but must say the same."""
    figures = headline.figures
    return theme_figures(store, headline.theme, figures.area, as_of=figures.as_of, parts=False).total


def _projection(reached: float, shares: list[float], target: float) -> Projection | None:
    try:
        return projection_of_total(reached, np.array(shares, dtype=np.float64), target=target)
    except TooShort:
        return None


def _since_january(line: Line, last: int) -> float | None:
    """The published cumulative level, else the sum of the year's months where all are known."""
    stated = line.cumulative_levels.get(last)
    if stated is not None:
        return stated.value
    months = [line.levels.get(month) for month in range(last - last % MONTHS_IN_YEAR, last + 1)]
    return sum(one.value for one in months if one) if all(months) else None


def _earlier_shares(line: Line, last: int) -> list[float]:
    """Share of each complete earlier year that was reached by the same month, oldest first, as fractions."""
    shares = []
    years = {month // MONTHS_IN_YEAR for month in (*line.levels, *line.cumulative_levels)}
    for year in sorted(year for year in years if year < last // MONTHS_IN_YEAR):
        reached = _since_january(line, year * MONTHS_IN_YEAR + last % MONTHS_IN_YEAR)
        total = _since_january(line, year * MONTHS_IN_YEAR + MONTHS_IN_YEAR - 1)
        if reached and total:
            shares.append(reached / total)
    return shares


def _last_year_remaining(line: Line, last: int) -> float | None:
    reached = _since_january(line, last - MONTHS_IN_YEAR)
    total = _since_january(line, last - last % MONTHS_IN_YEAR - 1)
    return total - reached if reached is not None and total is not None else None
