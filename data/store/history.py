"""Questions about releases, the versions of one figure, and where a figure comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import numpy as np
import orjson

from data.findings import Finding, Severity
from data.observation import Origin
from data.period import Period
from data.store.codes import STATUSES, period_code, period_of
from data.store.content import Columns, Origins, Place
from data.store.database import moment
from data.store.errors import UnknownFigure, UnknownRelease
from data.store.model import Event, Figure, Lineage, RecordedFinding, Release, Version
from data.store.tables import TableQuestions
from data.store.versions import SAME_VALUE

_RELEASE = (
    "SELECT id, state, released, recorded, file, sha256, size, modified, uploaded_by, uploaded, accepted_by,"
    " figures, content_hash FROM release"
)


class ReleaseQuestions(TableQuestions):
    """Part of `Store`."""

    def releases(self, *states: str) -> list[Release]:
        """Releases in those states (all if none is named), newest publication first."""
        where = f" WHERE state IN ({','.join('?' * len(states))})" if states else ""
        sql = f"{_RELEASE}{where} ORDER BY released DESC, modified DESC, sha256 DESC, id DESC"
        return [_release(row) for row in self.database.rows(sql, states)]

    def release(self, release_id: int) -> Release:
        """Raises UnknownRelease."""
        rows = self.database.rows(f"{_RELEASE} WHERE id = ?", (release_id,))
        if not rows:
            raise UnknownRelease(release_id=release_id)
        return _release(rows[0])

    def events(self, release_id: int) -> list[Event]:
        """Every step of a release: when, who, what, why."""
        sql = 'SELECT at, "by", action, why FROM release_event WHERE release_id = ? ORDER BY id'
        return [
            Event(datetime.fromisoformat(at), by, action, why)
            for at, by, action, why in self.database.rows(sql, (release_id,))
        ]

    def findings(self, release_id: int) -> list[RecordedFinding]:
        sql = (
            "SELECT id, code, severity, sheet, cell, parameters, reason, ticked_by FROM finding"
            " WHERE release_id = ? ORDER BY id"
        )
        return [
            RecordedFinding(i, Finding(code, Severity(severity), sheet, cell, orjson.loads(parameters)), reason, by)
            for i, code, severity, sheet, cell, parameters, reason, by in self.database.rows(sql, (release_id,))
        ]

    def content(self, release_id: int) -> tuple[Columns, Origins]:
        """All that a release says, in any state: figures as columns and their places in the same order."""
        rows = self.database.rows("SELECT figures, origins FROM release_content WHERE release_id = ?", (release_id,))
        if not rows:
            raise UnknownRelease(release_id=release_id)
        return Columns.unpack(rows[0][0]), Origins(rows[0][1])

    def areas_of(self, release_id: int) -> set[str]:
        """Areas of which a release says figures; a national workbook holds the whole country, a province's does not."""
        columns, _ = self.content(release_id)
        known = self.every_series()
        return {known[int(one)].area for one in np.unique(columns.series)}

    def history(self, series_id: int, period: Period) -> list[Version]:
        """Versions of one figure in the order of publication, also those of releases that were rolled back."""
        code = period_code(period)
        rows = self.database.rows(
            "SELECT release_id, released, value, status FROM figure WHERE series_id = ? AND period = ?",
            (series_id, code),
        )
        withdrawn = [
            (release_id, released, value, status)
            for release_id, released, value, status in self._statements(series_id, code, "rolled_back")
        ]
        found = [(*row, False) for row in rows] + [(*row, True) for row in withdrawn]
        ordered = sorted(found, key=lambda row: self._publication(row[0]))
        return [self._version(series_id, code, row) for row in ordered]

    def origin(self, figure_id: str) -> Lineage:
        """Where a figure (`series:period:release`) comes from. Raises UnknownFigure.

        A release that repeats a figure answers with its own cell, too.
        """
        series_id, code, release_id = self._split(figure_id)
        columns, origins = self.content(release_id)
        row = row_of(columns, series_id, code)
        if row is None:
            raise UnknownFigure(figure=figure_id)
        release, place = self.release(release_id), self._place(origins, row)
        value, status = float(columns.value[row]), STATUSES[columns.status[row]]
        figure = Figure(series_id, period_of(code), value, status, release.released, release_id)
        return Lineage(
            figure=figure, series=self.series(series_id), release=release, file=release.file,
            sheet=place.origin.sheet, cell=place.origin.cell,
            headings=place.origin.headings, labels=place.origin.labels, item=place.item, parents=place.parents,
            other_cells=place.other_cells, uploaded_by=release.uploaded_by, uploaded=release.uploaded,
            accepted_by=release.accepted_by, versions=tuple(self.history(series_id, figure.period)),
            confirmed_by=tuple(self._confirming(figure)),
        )  # fmt: skip

    def _split(self, figure_id: str) -> tuple[int, int, int]:
        try:
            series, period, release = figure_id.split(":")
            return int(series), period_code(Period.parse(period)), int(release)
        except ValueError as cause:
            raise UnknownFigure(figure=figure_id) from cause

    def _statements(self, series_id: int, code: int, state: str) -> Iterator[tuple[int, int, float, int]]:
        """What each release in that state says about one figure: (release, released, value, status)."""
        sql = (
            "SELECT r.id, r.released, c.figures FROM release r JOIN release_content c ON c.release_id = r.id"
            " WHERE r.state = ? ORDER BY r.released, r.modified, r.sha256, r.id"
        )
        for release_id, released, packed in self.database.rows(sql, (state,)):
            columns = Columns.unpack(packed)
            row = row_of(columns, series_id, code)
            if row is not None:
                yield release_id, released, float(columns.value[row]), int(columns.status[row])

    def _confirming(self, figure: Figure) -> Iterator[int]:
        """Releases after the figure's own that say the same, up to the first that says otherwise."""
        passed = False
        for release_id, _, value, status in self._statements(figure.series_id, period_code(figure.period), "accepted"):
            if release_id == figure.release_id:
                passed = True
            elif passed:
                same = abs(value - figure.value) <= SAME_VALUE * max(abs(value), abs(figure.value))
                if not same or (status and STATUSES[status] != figure.status):
                    return
                yield release_id

    def _publication(self, release_id: int) -> tuple[object, ...]:
        one = self.release(release_id)
        return (one.released, str(one.modified or ""), one.sha256, one.id)

    def _version(self, series_id: int, code: int, stated: tuple[int, int, float, int, bool]) -> Version:
        release_id, _, value, status, withdrawn = stated
        columns, origins = self.content(release_id)
        row, release = row_of(columns, series_id, code), self.release(release_id)
        origin = self._place(origins, row if row is not None else -1).origin
        return Version(
            release_id, release.released, release.recorded, value, STATUSES[status],
            origin.sheet, origin.cell, withdrawn, release.file,
        )  # fmt: skip

    def _place(self, origins: Origins, row: int) -> Place:
        return origins[row] if 0 <= row < len(origins) else Place(Origin("", ""), "", (), ())


def row_of(columns: Columns, series_id: int, code: int) -> int | None:
    """Row of one figure in a release, none where the release does not name it."""
    low, high = np.searchsorted(columns.series, [series_id, series_id + 1])
    row = int(low + np.searchsorted(columns.period[low:high], code))
    return row if row < high and columns.period[row] == code else None


def _release(row: tuple[Any, ...]) -> Release:
    number, state, released, recorded, file, sha256, size, modified, by, uploaded, accepted, figures, content = row
    return Release(
        number, state, date.fromordinal(released), moment(recorded), file, sha256, size, moment(modified),
        by, moment(uploaded), accepted, figures, content,
    )  # fmt: skip
