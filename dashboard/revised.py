"""Which revisions the overview names: totals and parts of the four themes that the newest release of an area changed."""

from __future__ import annotations

from data.period import Period
from data.store import Revision, Store

from dashboard.sources import CUMULATIVE, SOURCES, YEAR_ON_YEAR

MOST_ROWS = 4
SMALLEST_PERCENT = 0.05
SMALLEST_POINTS = 0.005


def important_revisions(store: Store, area: str, last: int, *, most: int = MOST_ROWS) -> list[Revision]:
    """The largest revisions of the month before `last` and of the year up to it: levels and rates on last year."""
    found: list[Revision] = []
    periods = [Period(last - 1, last - 1)]
    for source in SOURCES.values():
        for period in periods:
            found += store.revisions(table=source.table, area=area, period=period)
    kept: dict[tuple[str, str], Revision] = {}
    for one in found:
        key = (one.series.table, one.series.item)
        if _counts(one) and (key not in kept or _weight(one) > _weight(kept[key])):
            kept[key] = one
    return sorted(kept.values(), key=_weight, reverse=True)[:most]


def _counts(one: Revision) -> bool:
    if len(one.series.parents) > 1 or one.series.item.startswith("new:"):
        return False
    if one.series.measure == "value":
        return abs(one.percent or 0) >= SMALLEST_PERCENT
    return one.series.comparison in (YEAR_ON_YEAR, CUMULATIVE) and abs(one.difference) >= SMALLEST_POINTS


def _weight(one: Revision) -> tuple[bool, float]:
    """Totals before parts, then by size; a point of a rate counts like a percent of a level."""
    size = abs(one.percent or 0) if one.series.measure == "value" else abs(one.difference)
    return (not one.series.parents, size)
