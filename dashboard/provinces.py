"""The same theme in the provinces that have figures of it."""

from __future__ import annotations

from dashboard.headlines import Line, ThemeFigures, theme_figures
from dashboard.sources import SOURCES
from data.observation import WHOLE_COUNTRY
from data.period import Period
from data.store import Store

FEWEST_MONTHS = 2


def provinces_of(store: Store, figures: ThemeFigures, since: Period) -> list[tuple[str, Line]]:
    """Area and total of each province, highest growth in its newest month first; none beside a province's own page."""
    if figures.area != WHOLE_COUNTRY:
        return []
    theme = figures.source.theme
    areas = {one.area for one in store.find_series(table=SOURCES[theme].table)} - {WHOLE_COUNTRY}
    asked = (theme_figures(store, theme, area, since=since, as_of=figures.as_of, parts=False) for area in areas)
    found = [(one.area, one.total) for one in asked if one.total and len(one.total.growth()) >= FEWEST_MONTHS]
    return sorted(found, key=lambda one: (-_newest(one[1]), one[0]))


def _newest(line: Line) -> float:
    return line.growth()[max(line.growth())].value
