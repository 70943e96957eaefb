"""The same theme in the provinces that have figures of it."""

from __future__ import annotations

from dashboard.sources import SOURCES
from dashboard.theme_figures import Line, ThemeFigures, theme_figures
from data.observation import WHOLE_COUNTRY
from data.period import Period
from data.store import Store

FEWEST_MONTHS = 2


def provinces_of(store: Store, figures: ThemeFigures, since: Period, last: int) -> list[tuple[str, Line]]:
    """Area and total of each province with months between, highest growth in the newest of them first; none on a
    province's own page."""
    if figures.area != WHOLE_COUNTRY:
        return []
    theme = figures.source.theme
    areas = {one.area for one in store.find_series(table=SOURCES[theme].table)} - {WHOLE_COUNTRY}
    asked = (theme_figures(store, theme, area, since=since, as_of=figures.as_of, parts=False) for area in areas)
    found = [(one.area, one.total, _until(one.total, last)) for one in asked if one.total]
    shown = [one for one in found if len(one[2]) >= FEWEST_MONTHS]
    return [(area, line) for area, line, _ in sorted(shown, key=lambda one: (-one[2][-1], one[0]))]


def _until(line: Line, last: int) -> list[float]:
    return [point.value for month, point in sorted(line.growth().items()) if month <= last]
