"""What each part adds to the growth of the total, from levels and rates of one release.

The level of a year before is the level now over its own published ratio of the same release; a level that was revised
since is therefore taken as that release said it. What the parts miss by rounding stands as a part of its own, so
that they always sum to the published growth of the total.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.derivations.derivation import Derivation
from dashboard.points import PERCENT, Point, point_of
from dashboard.sources import CUMULATIVE, YEAR_ON_YEAR
from dashboard.theme_figures import Line, ThemeFigures
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store

LARGEST_GAP = 0.005
"""Share of the total that parts may miss by rounding."""
Levels = Mapping[tuple[str, int], Point]


@dataclass(frozen=True, slots=True)
class MonthContributions:
    """Percentage points by item code, what rounding leaves over, and the published growth that they sum to."""

    parts: dict[str, float]
    rest: float
    total: Point


def contributions_until(
    store: Store, figures: ThemeFigures, last: int
) -> tuple[str, Sequence[int], dict[int, MonthContributions]]:
    """The comparison that more of the year's months allow (single months where they tie), the months, and the
    contributions by month: of single months the twelve up to the last, of cumulative ones those of its year.
    """
    year = range(last - last % MONTHS_IN_YEAR, last + 1)
    twelve = range(last - MONTHS_IN_YEAR + 1, last + 1)
    single = _by_month(store, figures, twelve, YEAR_ON_YEAR)
    summed = _by_month(store, figures, year, CUMULATIVE)
    in_year = sum(month in single for month in year)
    if (last in single, in_year) >= (last in summed, len(summed)):
        return YEAR_ON_YEAR, range(min(single, default=last), last + 1), single
    return CUMULATIVE, year, summed


def _by_month(
    store: Store, figures: ThemeFigures, months: Sequence[int], comparison: str
) -> dict[int, MonthContributions]:
    if figures.total is None:
        return {}
    levels = stated_levels(store, [figures.total, *figures.additive_parts()], comparison, months)
    made = ((month, contributions(figures, levels, comparison, month)) for month in months)
    return {month: one for month, one in made if one is not None}


def contributions(figures: ThemeFigures, levels: Levels, comparison: str, last: int) -> MonthContributions | None:
    """100 (V_i - V_i / r_i) / (V / r), r = 1 + growth / 100 (DOMAIN B, contribution). None where the parts are not
    the whole."""
    total = figures.total
    growth = total.rate(comparison, last) if total else None
    whole, whole_before = now_and_before(total, levels, comparison, last) if total else (None, None)
    if growth is None or not whole or not whole_before:
        return None
    parts, covered = {}, 0.0
    for line in figures.additive_parts():
        now, before = now_and_before(line, levels, comparison, last)
        if now is not None and before is not None:
            parts[line.item.code] = PERCENT * (now - before) / whole_before
            covered += now
    if not parts or abs(covered / whole - 1) > LARGEST_GAP:
        return None
    return MonthContributions(parts, growth.value - sum(parts.values()), growth)


def now_and_before(line: Line, levels: Levels, comparison: str, last: int) -> tuple[float | None, float | None]:
    """The level of a line and that of the year before which its published rate implies."""
    level, rate = levels.get((line.item.code, last)), line.rate(comparison, last)
    if level is None or rate is None or rate.value <= -PERCENT:
        return None, None
    return level.value, level.value / (1 + rate.value / PERCENT)


def trace(figures: ThemeFigures, part: Line, comparison: str, last: int, key: str = "contribution") -> str:
    """The derivation of a contribution, or of another number (`key`) that rests on the same four series."""
    inputs, days = [], []
    for line in (part, figures.total):
        levels = (line.cumulative_levels if comparison == CUMULATIVE else line.levels) if line else {}
        level, rate = levels.get(last), line.rate(comparison, last) if line else None
        if level is None or rate is None:
            return ""
        inputs += [level.series_id, rate.series_id]
        days.append(rate.released)
    since_january = comparison == CUMULATIVE
    asked = Derivation(
        key, Period(last, last), tuple(inputs), max(days), since_january=since_january, recorded=figures.recorded
    )
    return asked.query


def stated_levels(store: Store, lines: Sequence[Line], comparison: str, months: Sequence[int]) -> Levels:
    """The level of each line and month as the release said it that states the rate."""
    found: dict[tuple[str, int], Point] = {}
    revised: dict[date, set[int]] = defaultdict(set)
    for line in lines:
        levels = line.cumulative_levels if comparison == CUMULATIVE else line.levels
        for month in months:
            rate, level = line.rate(comparison, month), levels.get(month)
            if rate and level and level.release_id == rate.release_id:
                found[line.item.code, month] = level
            elif rate and level:
                revised[rate.released].add(month)
    for day, some in revised.items():
        found.update(_as_said_on(store, lines, comparison, day, some))
    return found


def _as_said_on(
    store: Store, lines: Sequence[Line], comparison: str, day: date, months: set[int]
) -> dict[tuple[str, int], Point]:
    owner = {series.id: line for line in lines for series in line.item.levels}
    start, end = Period(min(months), min(months)), Period(max(months), max(months))
    found = {}
    for row in store.rows(owner, start=start, end=end, as_of=day):
        point = point_of(row)
        line, length = owner[point.series_id], point.last % MONTHS_IN_YEAR + 1 if comparison == CUMULATIVE else 1
        rate = line.rate(comparison, point.last)
        if rate and point.months == length and point.last in months and point.release_id == rate.release_id:
            found[line.item.code, point.last] = point
    return found
