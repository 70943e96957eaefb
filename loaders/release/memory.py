"""What the store knew when a workbook was published, in the form in which the checks ask for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from data.observation import Observation
from data.period import MONTHS_IN_YEAR, Period
from data.store import Series, SeriesKey, Store
from data.store.codes import STATUSES, period_of
from loaders.checks import KnownFigure

YEARS_REMEMBERED = 6
"""Years before the newest figure that the checks look back upon."""


class Memory:
    """Figures and row labels released up to a day. Reads the store once, for the series of one workbook."""

    def __init__(self, store: Store, keys: Mapping[int, SeriesKey], periods: Iterable[Period], released: date) -> None:
        """`keys` tells the series of each observation by its identity (`id`)."""
        self._store, self._keys, self._released = store, keys, released
        self._series = {one.key: one for one in store.all_series().values()}
        self._figures: dict[int, list[KnownFigure]] = defaultdict(list)
        newest = max((period.last for period in periods), default=0)
        ids = {self._series[key].id: key.unit for key in set(keys.values()) if key in self._series}
        if ids:
            oldest = Period(newest - YEARS_REMEMBERED * MONTHS_IN_YEAR, newest)
            for series, code, value, status, day, _ in store.rows(ids, start=oldest, as_of=released):
                known = KnownFigure(period_of(code), value, ids[series], STATUSES[status], date.fromordinal(day))
                self._figures[series].append(known)

    def figures(self, observation: Observation) -> Sequence[KnownFigure]:
        series = self._series.get(self._keys[id(observation)]) if id(observation) in self._keys else None
        return self._figures.get(series.id, ()) if series else ()

    def labels(self, table: str) -> Collection[str]:
        """Row labels of a table in the last release of the years remembered that held it for the same areas."""
        areas = {key.area for key in self._keys.values() if key.table == table}
        known = self._store.all_series()
        for release in self._store.releases("accepted"):
            if release.released.year < self._released.year - YEARS_REMEMBERED:
                break
            if release.released <= self._released:
                columns, origins = self._store.content(release.id)
                found = {
                    origins.name(row)[0]
                    for row, series in enumerate(columns.series.tolist())
                    if row < len(origins) and _is_of(known.get(series), table, areas)
                }
                if found:
                    return found
        return ()


def _is_of(series: Series | None, table: str, areas: set[str]) -> bool:
    return series is not None and series.table == table and series.area in areas
