"""What the explorer is asked to show from other pages: the headline of a theme, in the months round a campaign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.explorer.selection import Selection
from dashboard.formats import unit_name
from dashboard.sources import SOURCES, TOTAL_ITEM, YEAR_ON_YEAR
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store


def theme_selection(store: Store, theme: str, area: str, start: date, end: date | None) -> Selection | None:
    """Growth of the total of a theme in the months round a campaign; None where the store has no such series."""
    source = SOURCES[theme]
    measure = {"measures": ["value"]} if source.has_level else {"measures": ["index"], "comparisons": [YEAR_ON_YEAR]}
    found = store.find_series(table=source.table, items=[TOTAL_ITEM], areas=[area], **measure)
    usual = [one for one in found if one.index_of in source.index_of and one.unit == unit_name(one.unit, "vi")]
    if not usual:
        return None
    how = "yoy" if source.has_level else "index_growth"
    last = max((store.months_of_series().get(one.id, (0, 0))[1] for one in usual), default=0)
    return replace(Selection((usual[0].id,), how), **around_campaign(start, end, str(Period(last, last))))  # type: ignore[arg-type]


def around_campaign(start: date, end: date | None, last: str) -> dict[str, str]:
    """A year before a campaign and a year after it, as far as there are figures."""
    newest = Period.parse(last).last
    first = Period.month(start.year, start.month).last - MONTHS_IN_YEAR
    until = Period.month(end.year, end.month).last + MONTHS_IN_YEAR if end else newest
    return {name: str(Period(month, month)) for name, month in (("start", first), ("end", min(until, newest)))}
