"""Questions across releases: what each said about a series, and where figures of several releases stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.period import Period
from data.store.codes import STATUSES, period_of
from data.store.content import Columns, Place
from data.store.history import ReleaseQuestions, row_of


@dataclass(frozen=True, slots=True)
class Statement:
    """What one release says about one figure, also where it only repeats an earlier one."""

    period: Period
    value: float
    status: str
    released: date
    release_id: int


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Workbook and cell of one figure, and the value that the cell holds."""

    file: str
    sheet: str
    cell: str
    value: float


class StatementQuestions(ReleaseQuestions):
    """Part of `Store`."""

    def statements(self, series_ids: Iterable[int]) -> dict[int, list[Statement]]:
        """For each series all that accepted releases say, in the order of publication; kept until something changes.

        Figures in force leave out what a release repeats; how often an estimate was confirmed is known only here.
        """
        asked = set(series_ids)
        known = self._kept_statements()
        if missing := asked - known.keys():
            known.update(self._read_statements(missing))
        return {one: known[one] for one in asked}

    def places(self, figure_ids: Iterable[str]) -> dict[str, FigurePlace]:
        """Where figures stand, each release opened once; a figure that its release does not name is left out."""
        by_release: dict[int, list[tuple[str, int, int]]] = {}
        for one in dict.fromkeys(figure_ids):
            series_id, code, release_id = self._split(one)
            by_release.setdefault(release_id, []).append((one, series_id, code))
        found = {}
        for release_id, figures in by_release.items():
            columns, origins = self.content(release_id)
            file = self.release(release_id).file
            for one, series_id, code in figures:
                row = row_of(columns, series_id, code)
                if row is not None:
                    place: Place = self._place(origins, row)
                    found[one] = FigurePlace(file, place.origin.sheet, place.origin.cell, float(columns.value[row]))
        return found

    def _kept_statements(self) -> dict[int, list[Statement]]:
        version = self.version()
        kept: tuple[int, dict[int, list[Statement]]] | None = getattr(self, "_statement_cache", None)
        if kept is None or kept[0] != version:
            kept = version, {}
            self._statement_cache = kept
        return kept[1]

    def _read_statements(self, asked: set[int]) -> dict[int, list[Statement]]:
        found: dict[int, list[Statement]] = {one: [] for one in asked}
        sql = (
            "SELECT r.id, r.released, c.figures FROM release r JOIN release_content c ON c.release_id = r.id"
            " WHERE r.state = 'accepted' ORDER BY r.released, r.modified, r.sha256, r.id"
        )
        for release_id, released, packed in self.database.rows(sql):
            columns, day = Columns.unpack(packed), date.fromordinal(released)
            for one in asked:
                low, high = np.searchsorted(columns.series, [one, one + 1])
                for row in range(int(low), int(high)):
                    period, status = period_of(int(columns.period[row])), STATUSES[columns.status[row]]
                    found[one].append(Statement(period, float(columns.value[row]), status, day, release_id))
        return found
