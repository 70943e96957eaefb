"""Which revisions the overview names: totals and parts of the four themes that a later release changed."""

from __future__ import annotations

from datetime import date

from dashboard.sources import CUMULATIVE, SOURCES, TOTAL_ITEM, YEAR_ON_YEAR
from data.period import Period
from data.store import Revision, Store

MOST_ROWS = 4
SMALLEST_PERCENT = 0.05
SMALLEST_POINTS = 0.005


def important_revisions(
    store: Store, area: str, last: int, *, as_of: date | None = None, most: int = MOST_ROWS
) -> list[Revision]:
    """The totals of the month before `last` that were revised, then the largest revisions of parts, each row once.

    What was published after `as_of` was not known then and is left out.
    """
    kept: dict[tuple[str, str], Revision] = {}
    for source in SOURCES.values():
        for one in store.revisions(table=source.table, area=area, period=Period(last - 1, last - 1)):
            key = (one.series.table, one.series.item)
            if as_of and one.new.released > as_of:
                continue
            if _counts(one) and (key not in kept or _rank(one) > _rank(kept[key])):
                kept[key] = one
    return sorted(kept.values(), key=_rank, reverse=True)[:most]


def _counts(one: Revision) -> bool:
    if "/" in one.series.item or one.series.item.startswith("new:"):
        return False
    if one.series.measure == "value":
        return abs(one.percent or 0) >= SMALLEST_PERCENT
    return one.series.comparison in (YEAR_ON_YEAR, CUMULATIVE) and abs(one.difference) >= SMALLEST_POINTS


def _rank(one: Revision) -> tuple[bool, bool, float]:
    """Totals before parts, levels before rates, then by size."""
    is_level = one.series.measure == "value"
    size = abs(one.percent or 0) if is_level else abs(one.difference)
    return (one.series.item == TOTAL_ITEM, is_level, size)
