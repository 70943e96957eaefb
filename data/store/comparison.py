"""What a staged release would change: figures new, revised, unchanged, and series that the release before still had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from data.period import Period
from data.store.applying import order_of_publication, state_before, state_on
from data.store.codes import STATUSES, period_of
from data.store.content import Columns
from data.store.history import ReleaseQuestions
from data.store.model import Figure, Series
from data.store.versions import Versions, is_repeated, positions

NEW, REVISED, UNCHANGED, MISSING = "new", "revised", "unchanged", "missing"


@dataclass(slots=True, unsafe_hash=True)  # made by the ten thousand: a frozen one takes three times as long to make
class Change:
    """One figure of a staged release beside the version that it meets, never changed. `old` is none for a new figure.

    A missing one has no `new`: `old` is the last figure of a series that the release before had and this one lacks.
    """

    kind: str
    series: Series
    period: Period
    old: Figure | None
    new: Figure | None
    sheet: str = ""
    cell: str = ""

    @property
    def difference(self) -> float | None:
        return self.new.value - self.old.value if self.old and self.new else None

    @property
    def percent(self) -> float | None:
        """Difference in percent of the earlier value; none where that is zero or unknown."""
        difference = self.difference
        return (
            100 * difference / abs(self.old.value) if difference is not None and self.old and self.old.value else None
        )


class Comparison(ReleaseQuestions):
    """Part of `Store`."""

    def changes(self, release_id: int) -> list[Change]:
        """Every figure of a release against what was in force, in the order of series and period.

        A staged release is compared with the end of its day, a decided one with the moment just before it.
        """
        columns, origins = self.content(release_id)
        one = self.release(release_id)
        with self.database.read() as connection:
            if one.state == "staged":
                before = state_on(connection, release_id, columns)
            else:
                before, _ = state_before(connection, release_id, columns)
        ids, periods, values, codes = (part.tolist() for part in columns)
        known, released, changes = self.series_by_id(ids), one.released, []
        for row, (kind, old) in enumerate(_judged(columns, before)):
            series, period = known[ids[row]], period_of(periods[row])
            new = Figure(series.id, period, values[row], STATUSES[codes[row]], released, release_id)
            changes.append(Change(kind, series, period, old, new, *origins.cell(row)))
        return changes

    def missing(self, release_id: int) -> list[Change]:
        """Series of the same tables and areas that the release before named and this one does not."""
        previous = self.release_before(release_id)
        if previous is None:
            return []
        now, _ = self.content(release_id)
        then, origins = self.content(previous)
        known = self.series_by_id([*now.series.tolist(), *then.series.tolist()])
        here = {(known[i].table, known[i].area) for i in set(now.series.tolist())}
        gone = sorted(i for i in set(then.series.tolist()) - set(now.series.tolist()))
        released, changes = self.release(previous).released, []
        for one in gone:
            series = known[one]
            if (series.table, series.area) not in here:
                continue
            row = int(np.searchsorted(then.series, one, side="right")) - 1
            period, place = period_of(int(then.period[row])), self._place(origins, row).origin
            old = Figure(one, period, float(then.value[row]), STATUSES[then.status[row]], released, previous)
            changes.append(Change(MISSING, series, period, old, None, place.sheet, place.cell))
        return changes

    def release_before(self, release_id: int) -> int | None:
        """The release in force that was published just before, sharing at least one series."""
        columns, _ = self.content(release_id)
        own = np.unique(columns.series)
        with self.database.read() as connection:
            order = [one for one, _ in order_of_publication(connection, with_release=release_id)]
        for one in reversed(order[: order.index(release_id)]):
            if np.isin(own, self.content(one)[0].series).any():
                return one
        return None

    def same_content(self, release_id: int) -> int | None:
        """Another release in force, of the same day, that says exactly the same figures."""
        one = self.release(release_id)
        sql = "SELECT id FROM release WHERE content_hash = ? AND released = ? AND id <> ? AND state = 'accepted'"
        rows = self.database.rows(sql, (one.content_hash, one.released.toordinal(), release_id))
        return int(rows[0][0]) if rows else None

    def series_by_id(self, ids: Iterable[int]) -> dict[int, Series]:
        """Series by their numbers, also those of releases that nobody accepted yet."""
        visible, asked = self.all_series(), set(ids)
        return {one: visible.get(one) or self.series(one) for one in asked} if len(asked) < 50 else self._many(asked)

    def _many(self, asked: set[int]) -> dict[int, Series]:
        return {one: series for one, series in self.every_series().items() if one in asked}


def _judged(columns: Columns, before: Versions) -> Iterator[tuple[str, Figure | None]]:
    at, known = positions(columns, before.columns)
    same = np.zeros(len(columns), bool)
    if known.any():
        same = known & is_repeated(columns.value, columns.status, before.columns.take(at))
    for row, (place, is_known, is_same) in enumerate(zip(at.tolist(), known.tolist(), same.tolist(), strict=True)):
        if not is_known:
            yield NEW, None
        else:
            yield (UNCHANGED if is_same else REVISED), _figure(before, place, int(columns.series[row]))


def _figure(before: Versions, row: int, series_id: int) -> Figure:
    c: Any = before.columns
    return Figure(
        series_id, period_of(int(c.period[row])), float(c.value[row]), STATUSES[c.status[row]],
        date.fromordinal(int(before.released[row])), int(before.release_id[row]),
    )  # fmt: skip
