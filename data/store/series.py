"""Questions about series: which there are, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import orjson
from sqlalchemy import Connection, insert

from data.schema import series as series_table
from data.store.database import Database
from data.store.model import Series, SeriesKey, StatedFigure

_COLUMNS = "id, table_code, item, area, measure, index_of, comparison, base, unit, label, parents"
_KEY_COLUMNS = ("table_code", "item", "area", "measure", "index_of", "comparison", "base", "unit")


_Visible = tuple[dict[int, Series], dict[str, list[Series]]]
"""Series by number and by table."""


class SeriesQuestions:
    """Part of `Store`: needs `database` and `version()`."""

    database: Database

    def version(self) -> int:
        """A number that changes whenever anything visible changes; good as the key of a cache."""
        return int(self.database.rows("SELECT value FROM counter WHERE name = 'version'")[0][0])

    def find_series(
        self,
        *,
        table: str | None = None,
        items: Iterable[str] | None = None,
        areas: Iterable[str] | None = None,
        measures: Iterable[str] | None = None,
        comparisons: Iterable[str] | None = None,
        index_of: Iterable[str] | str | None = None,
        bases: Iterable[str] | None = None,
    ) -> list[Series]:
        """Series with at least one figure in force, by their properties; what is not given is not asked."""
        wanted = {
            "item": _choices(items),
            "area": _choices(areas),
            "measure": _choices(measures),
            "comparison": _choices(comparisons),
            "index_of": _choices(index_of),
            "base": _choices(bases),
        }
        asked = {name: choice for name, choice in wanted.items() if choice is not None}
        candidates = self._series_by_table().get(table, []) if table is not None else self.all_series().values()
        if not asked:
            return list(candidates)
        return [s for s in candidates if all(getattr(s, name) in choice for name, choice in asked.items())]

    def series(self, series_id: int) -> Series:
        """One series by its number, also one whose figures were all withdrawn. Raises KeyError."""
        known = self.all_series().get(series_id)
        if known:
            return known
        rows = self.database.rows(f"SELECT {_COLUMNS} FROM series WHERE id = ?", (series_id,))
        if not rows:
            raise KeyError(series_id)
        return _series(rows[0])

    def all_series(self) -> dict[int, Series]:
        """Every series with a figure in force, by its number. Kept until something visible changes."""
        return self._visible_series(self.version())[0]

    def every_series(self) -> dict[int, Series]:
        """All series by number, also those without a figure in force, such as a staged release's."""
        return {row[0]: _series(row) for row in self.database.rows(f"SELECT {_COLUMNS} FROM series ORDER BY id")}

    def _series_by_table(self) -> Mapping[str, list[Series]]:
        return self._visible_series(self.version())[1]

    def _visible_series(self, version: int) -> _Visible:
        cached: tuple[int, _Visible] | None = getattr(self, "_series_cache", None)
        if cached is None or cached[0] != version:
            cached = version, self._read_series()
            self._series_cache = cached
        return cached[1]

    def _read_series(self) -> _Visible:
        rows = self.database.rows(
            f"SELECT {_COLUMNS} FROM series"
            " WHERE EXISTS (SELECT 1 FROM figure WHERE figure.series_id = series.id) ORDER BY id"
        )
        by_id = {row[0]: _series(row) for row in rows}
        by_table: dict[str, list[Series]] = {}
        for one in by_id.values():
            by_table.setdefault(one.table, []).append(one)
        return by_id, by_table


def series_ids(connection: Connection, figures: Iterable[StatedFigure], *, released: int) -> dict[SeriesKey, int]:
    """Numbers of the figures' series; unknown series are added, in sorted order so that neighbours stay neighbours."""
    named = {f.key: f for f in reversed(list(figures))}
    known = known_ids(connection, {key.table for key in named})
    unknown = sorted(set(named) - set(known))
    if unknown:
        rows = [
            {
                **dict(zip(_KEY_COLUMNS, key, strict=True)),
                "label": named[key].item,
                "parents": orjson.dumps(named[key].parents).decode(),
                "label_released": 0,
            }
            for key in unknown
        ]
        connection.execute(insert(series_table), rows)
        known = known_ids(connection, {key.table for key in named})
    return {key: known[key] for key in named}


def known_ids(connection: Connection, tables: Iterable[str]) -> dict[SeriesKey, int]:
    """Numbers of all series of those tables; on the driver's own cursor, since there are thousands."""
    cursor = connection.connection.cursor()
    mark, found = "?" if connection.dialect.name == "sqlite" else "%s", {}
    for table in sorted(tables):
        cursor.execute(f"SELECT id, {', '.join(_KEY_COLUMNS)} FROM series WHERE table_code = {mark}", (table,))
        found.update({SeriesKey(*row[1:]): row[0] for row in cursor.fetchall()})
    return found


def _choices(given: Iterable[str] | str | None) -> frozenset[str] | None:
    if given is None:
        return None
    return frozenset([given] if isinstance(given, str) else map(str, given))


@lru_cache(maxsize=100_000)
def _parents(stored: str) -> tuple[str, ...]:
    return tuple(orjson.loads(stored))


def _series(row: tuple[object, ...]) -> Series:
    return Series(*row[:10], _parents(str(row[10])))  # type: ignore[arg-type,call-arg]
